"""Tables are opened by a process apart; where it dies, that is told, and what is whole is read all the same."""

import shutil
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from sverka.apart import DIED, Opener
from sverka.corpus.articles import corpus
from sverka.corpus.tables import Reader, answered
from sverka.errors import InputError

#: A table of three rows with some bytes changed by the fuzzer, on which polars ends the process.
ABORTS = Path(__file__).with_name("aborts.parquet")


@pytest.fixture
def reader() -> Reader:
    return Reader()


def test_rows_come_as_they_are_written_in_the_table(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "a[1]*.parquet"
    values = {"a": ["«x»\n", None], "b": [1, 2], "c": [date(2022, 2, 14), None], "d": [b"x", b"y"]}
    more = {"e": [datetime(2022, 2, 14, 8), None], "f": [Decimal("1.50"), None]}
    pl.DataFrame({**values, **more}).write_parquet(path)
    assert reader.described(path) == (["a", "b", "c", "d", "e", "f"], 2)
    assert reader.rows(path, list("abcdef"), 0, 2) == [
        ["«x»\n", 1, "2022-02-14", None, "2022-02-14T08:00:00", "1.50"],
        [None, 2, None, None, None, None],
    ]
    assert reader.rows(path, ["b"], 1, 1) == [[2]]
    assert reader.rows(path, ["b"], 1, 2) == "rows are missing"
    assert reader.filled([path, path], "a") == 2
    assert "b" in str(reader.rows(path, ["z"], 0, 1))


def test_what_is_no_table_is_told_in_one_line(tmp_path: Path, reader: Reader) -> None:
    for content in (b"", b"PAR1", b"PAR1" + b"\xff" * 40 + b"PAR1", b"text\n" * 100):
        (tmp_path / "a.parquet").write_bytes(content)
        told = reader.described(tmp_path / "a.parquet")
        assert isinstance(told, str)
        assert 0 < len(told) <= 120
        assert "\n" not in told


def test_a_table_that_ends_whoever_opens_it_costs_its_rows(tmp_path: Path) -> None:
    shutil.copy(ABORTS, tmp_path / "b.parquet")
    for name in "ac":
        pl.DataFrame({"text": ["Да."]}).write_parquet(tmp_path / f"{name}.parquet")
    articles = list(corpus(tmp_path).articles())
    assert [a.id for a in articles] == ["1", "2", "3", "4", "5"]
    assert [a.text for a in articles] == ["Да.", "", "", "", "Да."]
    assert all(a.error.startswith("the table is damaged here (b.parquet: ") for a in articles[1:4])


def test_a_table_that_cannot_even_be_described_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def died(opener: Opener, **question: Any) -> None:
        raise InputError(DIED)

    monkeypatch.setattr(Opener, "ask", died)
    pl.DataFrame({"text": ["Да."]}).write_parquet(tmp_path / "a.parquet")
    with pytest.raises(InputError) as caught:
        corpus(tmp_path / "a.parquet")
    told = f"a damaged Parquet table ({tmp_path / 'a.parquet'}: {DIED}); give a table with a column of texts"
    assert str(caught.value) == told


def test_a_table_cannot_claim_more_rows_than_its_bytes_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.parquet"
    pl.DataFrame({"text": ["Да."]}).write_parquet(path)
    size = path.stat().st_size
    monkeypatch.setattr(Reader, "described", lambda self, path: (["text"], 1 << 60))
    with pytest.raises(InputError) as caught:
        corpus(path)
    told = f"a damaged Parquet table ({path}: {1 << 60} rows in {size} bytes); write it anew"
    assert str(caught.value) == told


def test_questions_are_answered_in_the_child_as_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pl.DataFrame({"text": ["Да.", "Нет."], "error": [None, "x"]}).write_parquet(path)
    assert answered("described", [str(path)]) == (["text", "error"], 2)
    assert answered("filled", [str(path)], ["error"]) == 1
    assert answered("rows", [str(path)], ["text"], 0, 2) == [("Да.",), ("Нет.",)]
    with pytest.raises(InputError, match="rows are missing"):
        answered("rows", [str(path)], ["text"], 1, 2)
