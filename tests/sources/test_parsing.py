"""A file that is not as described is told in one line, whatever its parser stumbled over."""

import polars as pl
import pytest

from sverka.errors import SourceError
from sverka.sources import mirror
from sverka.sources.parsing import as_described
from sverka.sources.tables import TABLES


class PanicException(BaseException):
    """As native readers raise it."""


@pytest.mark.parametrize(
    "met",
    [
        ValueError("a\nb"),
        KeyError("year"),
        IndexError(),
        UnicodeDecodeError("utf-8", b"", 0, 1, "x"),
        PanicException("b"),
    ],
    ids=lambda met: type(met).__name__,
)
def test_any_stumble_is_a_source_error_of_one_line(met: BaseException) -> None:
    with pytest.raises(SourceError, match="table gdp") as caught, as_described("gdp"):
        raise met
    assert "\n" not in str(caught.value) and type(met).__name__ in str(caught.value)
    assert caught.value.todo


@pytest.mark.parametrize("met", [KeyboardInterrupt(), SystemExit(1), SourceError("the heading is not a year")])
def test_what_is_no_stumble_passes_as_it_is(met: BaseException) -> None:
    with pytest.raises(type(met)) as caught, as_described("gdp"):
        raise met
    assert caught.value is met


@pytest.mark.parametrize(
    ("table", "content"),
    [
        ("gdp", b"\xff\xfe\x00"),
        ("gdp", b"Country,Code,Year,Value\nA,AAA,20x,1\n"),
        ("gdp", b"Country,Code,Year,Value\n"),
        ("desta", b"number;year\n1;2000\n"),
        ("world_leaders", b"country,positionLabel\nA\n"),
        ("cow_states", b"RDX2\nX\n\x00\x00\x00\x02"),
        ("cow_states", b"no data frame"),
    ],
)
def test_altered_files_make_no_table(table: str, content: bytes, monkeypatch, tmp_path) -> None:
    altered = tmp_path / "altered"
    altered.write_bytes(content)
    monkeypatch.setattr(mirror, "open_path", lambda path: altered)
    with pytest.raises(SourceError) as caught:
        TABLES[table].made()
    assert "\n" not in str(caught.value)


def test_a_workbook_that_is_none_makes_no_table(monkeypatch, tmp_path) -> None:
    altered = tmp_path / "a.xlsx"
    altered.write_bytes(b"PK\x03\x04" + b"\x00" * 60)
    monkeypatch.setattr(mirror, "open_path", lambda path: altered)
    with pytest.raises(SourceError, match="a published workbook cannot be read"):
        TABLES["national_trade"].made()
    assert isinstance(TABLES["national_trade"].shape().schema, pl.Schema)
