"""An exhibit: rows of data with their source, and the way to draw them. The same rows make the table and the CSV."""

import csv
import io
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from sverka.claims import Period
from sverka.errors import ClaimError, SourceError
from sverka.reports.amounts import amount, plain
from sverka.reports.answers import source_name, title
from sverka.reports.dates import label
from sverka.reports.safe import clean, one_line
from sverka.reports.words import Language, name, say
from sverka.sources import store
from sverka.sources.tables import tidy

if TYPE_CHECKING:
    import polars as pl

Cell: TypeAlias = str | int | float | None


@dataclass(frozen=True, slots=True)
class Line:
    """A series: `points` are (year, value); a year that is not there is a gap. `group` gives its colour, `witness` its
    dashes, both counted from 0."""

    name: str
    points: tuple[tuple[int, float], ...]
    group: int = 0
    witness: int = 0


@dataclass(frozen=True, slots=True)
class Lines:
    """Series over the same years, in one unit."""

    lines: tuple[Line, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time in a lane; `kind` is its place in the legend, `sure` whether an opened source says so."""

    lane: str
    kind: int
    period: Period
    told: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Bars:
    """Stretches of time, lane under lane in the order given; `kinds` is the legend."""

    bars: tuple[Bar, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `code` heads it in the CSV and names its words; `kind` says how a cell is written for people: `text`,
    `name` (an id), `date`, `USD` (an amount), `number`, `source`, `status`."""

    code: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Exhibit:
    """Rows with their source.

    Attributes
    ----------
    code : names it in addresses and file names: letters and hyphens.
    sources : ids of the catalogue, or `record:<table>`.
    lack : tables that were not pulled and would be needed; the rows are then what is there without them.
    """

    code: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sources: tuple[str, ...]
    drawing: Lines | Bars | None = None
    notes: tuple[str, ...] = ()
    lack: tuple[str, ...] = ()

    def csv(self) -> str:
        """The rows as they are: ids, ISO dates, base units. An empty cell is a gap."""
        text = io.StringIO()
        table = csv.writer(text, lineterminator="\n")
        table.writerow([column.code for column in self.columns])
        table.writerows([["" if c is None else _harmless(c) for c in row] for row in self.rows])
        return text.getvalue()

    def heads(self, language: Language) -> list[str]:
        """The columns' names for people."""
        return [say("column", column.code, language) for column in self.columns]

    def told(self, language: Language, most: int) -> list[list[str]]:
        """The first rows for people."""
        return [
            [_said(cell, column.kind, language) for cell, column in zip(row, self.columns, strict=True)]
            for row in self.rows[:most]
        ]


def _harmless(cell: Cell) -> Cell:
    """A text that a spreadsheet would run as a formula is marked as text."""
    return f"'{clean(cell)}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@") else cell


def _said(cell: Cell, kind: str, language: Language) -> str:
    if cell is None or cell == "":
        return "–"
    match kind:
        case "name":
            return one_line(", ".join(name(id_, language) for id_ in str(cell).split("|")))
        case "date":
            return day(str(cell), language)
        case "source":
            return one_line(named(str(cell), language))
        case "status":
            return say("exhibit", f"status.{cell}", language, default=str(cell))
        case "word":
            return say("exhibit", f"word.{cell}", language, default=str(cell))
        case "number" if not isinstance(cell, str):
            return plain(cell, language, 3)
        case "USD" if not isinstance(cell, str):
            return amount(cell, "USD", language, 4)
    return one_line(str(cell))


@cache
def day(text: str, language: Language) -> str:
    """An ISO date written out; text that is none stays as it is."""
    try:
        return label(Period.parse(text), language)
    except ClaimError:
        return clean(text)


def named(source: str, language: Language) -> str:
    """A source by its producer and title."""
    told = title(source, language)
    return f"{source_name(source, language)} – {told}" if told else source_name(source, language)


def pulled(table: str) -> "pl.DataFrame | None":
    """A tidy table that is whole in the cache; None otherwise: nothing is fetched to show a page."""
    try:
        return store.table(table) if store.whole(tidy(table)) else None
    except (SourceError, OSError):
        return None


def within(period: Period, first: int, last: int) -> bool:
    """Whether any of its days lies in the years."""
    start, end = period.start, period.end
    return (start is None or start.year <= last) and (end is None or end.year >= first)
