"""Rows of the record's tables as the tests of this room read them: plainly, without the code under test."""

import csv
import functools
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from pathlib import Path

RECORD = Path(__file__).resolve().parents[2] / "src" / "sverka" / "record"
#: Where a term that is still running ends for the tests.
HORIZON = date(2025, 12, 31)
Row = dict[str, str]


@functools.cache
def table(name: str) -> list[Row]:
    """Every row of a table."""
    with (RECORD / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def cells(cell: str) -> list[str]:
    """The entries of a cell that holds several."""
    return [part for part in cell.split("|") if part]


def first(text: str) -> date:
    """The first day that a written date allows."""
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last(text: str) -> date:
    """The last day that a written date allows; an open end is the horizon."""
    if not text:
        return HORIZON
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    month = parts[1] if len(parts) == 2 else 12
    return date(parts[0], month, monthrange(parts[0], month)[1])


def assert_without_holes(scopes: Iterable[Row], terms: Iterable[Row]) -> None:
    """Within each declared scope no office stands empty for more than two months."""
    terms = list(terms)
    for scope in scopes:
        office = tuple(scope["scope"].split(" ", 1))
        reached = first(scope["from"])
        held = sorted((first(t["start"]), last(t["end"])) for t in terms if (t["state"], t["office"]) == office)
        for start, end in [*held, (last(scope["to"]), last(scope["to"]))]:
            if start <= last(scope["to"]):
                assert (start - reached).days <= 60, (scope["scope"], reached, start)
                reached = max(reached, end)
