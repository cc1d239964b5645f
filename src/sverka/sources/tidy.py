"""The one shape of a trade table, and the small tools that every national file needs to get there."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import polars as pl

from sverka.errors import SourceError

TRADE = pl.Schema(
    {
        "reporter": pl.String,
        "partner": pl.String,
        "flow": pl.String,
        "year": pl.Int16,
        "month_from": pl.Int8,
        "month_to": pl.Int8,
        "value_usd": pl.Float64,
        "basis": pl.String,
        "status": pl.String,
        "edition": pl.String,
        "source": pl.String,
        "file": pl.String,
        "sheet": pl.String,
        "cell": pl.String,
    }
)
"""Columns of every trade table. `flow` is `exports` or `imports`; an annual row runs from month 1 to 12; `basis` is
`origin` or `consignment` where the file tells them apart; `status` is `preliminary` where the file says so;
`edition` orders files that print the same number again; `file` is the path inside the repository."""

WORLD = "WLD"
GROUPS = ("CIS", "EAEU", "EU", "SCO")
UNSPECIFIED = "NES"
"""Partners that are not states: the published world total, blocs as the office adds them up, and whatever the office
does not attribute to a partner (several labels of one file may share this id)."""

KEY = ["source", "reporter", "partner", "flow", "year", "month_from", "month_to", "basis", "edition"]

MONTHS_RU = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Cell:
    """One published number before it has a row: `label` is the partner as printed, `value` in the file's unit."""

    label: str
    flow: str
    year: int
    value: object
    row: int
    column: int
    month_from: int = 1
    month_to: int = 12
    basis: str = ""
    status: str = ""


def a1(row: int, column: int) -> str:
    """Spreadsheet name of a cell counted from zero.

    >>> a1(18, 1), a1(0, 27)
    ('B19', 'AB1')
    """
    name = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(65 + digit) + name
    return f"{name}{row + 1}"


def number(value: object) -> float | None:
    """The number in a cell, or None for an empty cell, a dash, an ellipsis – and for a printed zero.

    Statistics offices print 0 and 0.0 alike for nothing, for less than half the last digit and for what was not
    recorded (Kyrgyz imports from Iran in 2021), so a zero says nothing about trade and becomes no row.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return float(value) or None
    text = str(value).replace("\xa0", "").replace(" ", "")
    if text in ("", "-", "–", "…", "...", "x"):
        return None
    try:
        return float(text) or None
    except ValueError as error:
        raise SourceError(
            f"“{value}” is neither a number nor a known mark of absence", todo="open the file and look at this cell"
        ) from error


def label(text: object) -> str:
    """A printed label with its white space made regular; letters stay as printed, Latin among Cyrillic included."""
    return " ".join(str(text).replace("\xa0", " ").split())


@cache
def _partners() -> dict[tuple[str, str], str]:
    with (files("sverka.sources") / "partners.csv").open(encoding="utf-8") as lines:
        return {(row["source"], row["label"]): row["id"] for row in csv.DictReader(lines)}


def partner(source: str, printed: str) -> str:
    """The id of a partner as a source prints it; empty for labels that deliberately have none (continents, residuals).

    Raises SourceError for a label that partners.csv does not list: a new label must be looked at, not dropped.
    """
    try:
        return _partners()[source, printed]
    except KeyError:
        raise SourceError(
            f"the partner “{printed}” of {source} is not in the mapping",
            where="sources/partners.csv",
            todo="add a row with its id, or with an empty id and the reason",
        ) from None


def trade_table(
    cells: Iterable[Cell], *, source: str, reporter: str, unit: float, file: str, sheet: str = "", edition: str = ""
) -> pl.DataFrame:
    """Cells of one sheet as a tidy table (`TRADE`): absent numbers dropped, labels resolved, values in US dollars."""
    rows = [
        (
            *(reporter, who, c.flow, c.year, c.month_from, c.month_to, round(value * unit, 2)),
            *(c.basis, c.status, edition, source, file, sheet, a1(c.row, c.column)),
        )
        for c in cells
        if (value := number(c.value)) is not None and (who := partner(source, label(c.label)))
    ]
    return pl.DataFrame(rows, schema=TRADE, orient="row")


def joined(tables: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """Tables of one source stacked and sorted by key.

    Raises SourceError if two rows claim to be the same number of the same edition.
    """
    table = pl.concat(list(tables)).sort([*KEY, "cell"])
    twice = table.filter(pl.struct(KEY).is_duplicated() & (pl.col("partner") != UNSPECIFIED))
    if twice.height:
        first = twice.row(0, named=True)
        raise SourceError(
            f"{first['source']} gives {first['partner']} {first['flow']} {first['year']} twice",
            where=f"{first['file']} {first['sheet']} {', '.join(twice['cell'].head(2))}",
            todo="two labels share one id: correct sources/partners.csv",
        )
    return table
