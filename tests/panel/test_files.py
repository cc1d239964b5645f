"""Panels as files, and the command that writes them."""

from pathlib import Path

import polars as pl
import pytest

from sverka.cli.app import main
from sverka.errors import InputError
from sverka.panel import states, write


def test_parquet_and_csv_keep_the_table(tmp_path: Path) -> None:
    panel = states([1990])
    for name, read in (("panel.parquet", pl.read_parquet), ("panel.csv", pl.read_csv)):
        write(panel, tmp_path / name)
        assert read(tmp_path / name).cast(panel.table.schema).equals(panel.table)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["panel.csv", "panel.parquet"]


def test_stata_keeps_the_table_with_true_and_false_as_numbers(tmp_path: Path) -> None:
    stata = pytest.importorskip("pyreadstat", reason="pyreadstat writes Stata files: pip install 'sverka[stata]'")
    panel = states([1990]).having(pl.DataFrame({"ally": [True, None, *[False] * (states([1990]).table.height - 2)]}))
    write(panel, tmp_path / "panel.dta")
    back, _ = stata.read_dta(str(tmp_path / "panel.dta"), output_format="polars")
    assert back["state"].to_list() == panel.table["state"].to_list()
    assert back["ally"].to_list()[:3] == [1, None, 0]


def test_a_name_with_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.parquet, \.csv, \.dta"):
        write(states([1990]), tmp_path / "panel.xlsx")
    with pytest.raises(InputError, match="no such folder"):
        write(states([1990]), tmp_path / "nowhere" / "panel.csv")


def test_the_command_writes_a_panel_and_its_notes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, notes = tmp_path / "panel.csv", tmp_path / "notes.csv"
    assert main(["panel", "states", "1990-1992", "-o", str(out), "--notes", str(notes)]) == 0
    assert pl.read_csv(out)["year"].unique().sort().to_list() == [1990, 1991, 1992]
    assert "SUN and then RUS in 1991" in notes.read_text(encoding="utf-8")
    assert "rows, 3 columns in panel.csv" in capsys.readouterr().err


def test_without_a_file_the_command_says_what_the_panel_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["panel", "dyads", "1990", "--system", "gw"]) == 0
    assert "state1" in capsys.readouterr().out


@pytest.mark.usefixtures("tables")
def test_the_command_adds_every_group(tmp_path: Path) -> None:
    out = tmp_path / "panel.parquet"
    assert main(["panel", "dyads", "2010", "--with", "all", "-o", str(out)]) == 0
    assert {"imports1_usd", "agreement_half", "capitals_km", "cinc1"} <= set(pl.read_parquet(out).columns)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["panel", "pairs", "1990"], "dyads or states"),
        (["panel", "dyads", "ninety"], "1990/2020"),
        (["panel", "dyads", "2020/1990"], "earlier one first"),
        (["panel", "dyads", "1990", "--system", "UN"], "COW, GW, ISO"),
        (["panel", "dyads", "1990", "--with", "trad"], "trade, alliances"),
        (["panel", "dyads", "1990", "-o", "panel.xls"], ".parquet"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(arguments: list[str], told: str) -> None:
    with pytest.raises(InputError, match=told.replace(".", r"\.")) as refused:
        main(arguments)
    assert "\n" not in str(refused.value)
