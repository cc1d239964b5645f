"""The record's tables: plain CSV files beside this module, each row with its source; read once, when first asked for.

A table may be spread over several files: `offices` is every `offices.csv` and `offices_*.csv`.
"""

import csv
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeAlias

from sverka.claims import Period
from sverka.errors import RecordError

Row: TypeAlias = dict[str, str]

FOLDER = Path(__file__).parent
#: Every table, and the files that could be mistaken for parts of another table.
TABLES = (
    "capitals",
    "coverage",
    "events",
    "membership_differences",
    "memberships",
    "missions",
    "office_differences",
    "offices",
    "organizations",
    "state_names",
    "state_spans",
    "states",
    "summits",
    "treaties",
    "visits",
)
#: The columns every row ends with.
PROVENANCE = ("source", "checked", "verified", "note")


def files(table: str) -> list[Path]:
    """The CSV files of a table, in order of name; RecordError for an unknown table."""
    if table not in TABLES:
        raise RecordError("the record has no such table", where=table, todo=f"ask for one of {', '.join(TABLES)}")
    parts = sorted(FOLDER.glob(f"{table}_*.csv"))
    whole = FOLDER / f"{table}.csv"
    return ([whole] if whole.exists() else []) + [p for p in parts if p.stem not in TABLES]


@cache
def rows(table: str) -> tuple[Row, ...]:
    """All rows of a table as dictionaries of strings, with `file` and `line` (1 is the header) added to each."""
    out: list[Row] = []
    for path in files(table):
        name = path.name
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.reader(stream)
            header = next(reader, [])
            width = len(header)
            for cells in reader:
                if len(cells) != width:
                    raise RecordError(
                        f"a row has {len(cells)} cells, not {width}",
                        where=f"{name} line {reader.line_num}",
                        todo="quote cells that hold commas",
                    )
                row = dict(zip(header, cells, strict=True))
                row["file"], row["line"] = name, str(reader.line_num)
                out.append(row)
    return tuple(out)


#: Periods as the tables write them; the same few thousand texts come again and again.
period = lru_cache(maxsize=None)(Period.parse)


def is_verified(row: Row) -> bool:
    """True if a source that was opened says what the row says."""
    return row["verified"] == "yes"


def split(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds a list."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def span(row: Row, start: str = "start", end: str = "end") -> Period | None:
    """The period from a row's start to its end; an empty end is open; None where both are empty."""
    if not row[start] and not row[end]:
        return None
    return period(f"{row[start] or '..'}/{row[end] or '..'}")
