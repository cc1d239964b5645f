"""`sverka simulate`: from a file or options to a table, a page, a drawing or JSON; bad input in one line."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from sverka.scenarios.outcome import Outcome

from .conftest import Command

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "scenarios").glob("*.toml"))


@pytest.fixture
def tables(mirrored: Callable[..., AbstractContextManager[Path]]) -> Iterator[Path]:
    with mirrored("cow_trade", "penppml_trade", "gdp", "desta") as folder:
        before = set((folder / "scenarios").glob("*.json"))
        yield folder
        for place in set((folder / "scenarios").glob("*.json")) - before:
            place.unlink()


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 5


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_runs(sverka: Command, tables: Path, example: Path) -> None:
    ran = sverka("simulate", str(example), "--draws", "2", "--language", "ru")
    assert ran.code == 0 and ran.out.startswith("Что если: ")
    assert "Чего в них нет" in ran.out and "На чём держатся числа" in ran.out
    assert ran.err.startswith("sverka: note: kept as ")


def test_a_result_as_json_is_kept_and_shown_again(sverka: Command, tables: Path, tmp_path: Path) -> None:
    target = tmp_path / "result.json"
    ran = sverka("simulate", "--bloc", "EAEU", "--leave", "ARM,KGZ", "--draws", "3", "-o", str(target))
    assert ran.code == 0 and ran.out == ""
    outcome = Outcome.loads(target.read_text(encoding="utf-8"))
    assert outcome.scenario["states"] == ["ARM", "KGZ"] and outcome.model["draws"] == 3
    name = ran.err.removeprefix("sverka: note: kept as ").strip()
    assert sverka("simulate", "--show", name, "--format", "json").out == outcome.dumps()
    assert name in sverka("simulate", "--list").out


def test_a_page_and_a_drawing(sverka: Command, tmp_path: Path) -> None:
    page, drawing = tmp_path / "page.html", tmp_path / "chart.svg"
    assert sverka("simulate", "--show", "eaeu-dissolves", "-o", str(page), "--language", "ru").code == 0
    assert sverka("simulate", "--show", "eaeu-dissolves", "-o", str(drawing)).code == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert drawing.read_text(encoding="utf-8").startswith("<svg")


def test_the_list_names_results_fields_agreements_and_states(sverka: Command, tables: Path) -> None:
    out = sverka("simulate", "--list", "--year", "2014", "--source", "cow").out
    for words in ("eaeu-dissolves", "remain, tariff", "CustomsUnion", " KAZ ", "MERCOSUR"):
        assert words in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--bloc", "NATO"], "NATO is no trade agreement here"),
        (["--bloc", "EAEU", "--year", "2012"], "EAEU had no two members with recorded trade at the end of 2012"),
        (["--bloc", "EAEU", "--leave", "FRA"], "FRA was not in EAEU"),
        (["--states", "KAZ", "--without", "TWN"], "TWN is not in the trade data of 2016"),
        (["--states", "KAZ", "--without", "KAZ"], "KAZ would cut trade with itself"),
        (["--states", "KAZ", "--without", "RUS", "--year", "2015"], "penppml has no world of 2015"),
        (["--states", "KAZ", "--without", "RUS", "--share", "1.5"], "less than or equal to 1"),
    ],
)
def test_a_scenario_that_cannot_be_is_refused_in_one_line(
    sverka: Command, tables: Path, arguments: list[str], told: str
) -> None:
    ran = sverka("simulate", *arguments)
    assert ran.code == 2 and told in ran.err and ran.err.count("\n") == 1 and ran.out == ""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "one scenario is needed"),
        (["--leave", "KAZ"], "these options make no scenario together"),
        (["--bloc", "EAEU", "--without", "RUS"], "these options make no scenario together"),
        (["nowhere.toml"], "no such file"),
        (["--show", "nothing"], "no such stored result"),
        (["--show", "eaeu-dissolves", "--format", "pdf"], "no such format here"),
        (["--bloc", "EAEU", "--language", "de"], "no such language here"),
    ],
)
def test_bad_options_are_refused_in_one_line(sverka: Command, arguments: list[str], told: str) -> None:
    ran = sverka("simulate", *arguments)
    assert ran.code == 2 and told in ran.err and ran.err.count("\n") == 1


def test_a_thesis_is_checked_with_its_box(sverka: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SVERKA_CACHE", str(tmp_path))
    out = sverka("claim", "thesis irreplaceable about EAEU").out
    assert "What if: EAEU ceases to exist" in out and "no verdict" in out
    data = json.loads(sverka("claim", "thesis irreplaceable about EAEU", "--format", "json").out)
    assert data["verdict"] == "not checkable" and data["scenarios"][0]["name"] == "eaeu-dissolves"
