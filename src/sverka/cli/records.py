"""`record`: rows of the record's tables, and of the shipped trade statistics, as of a day, each with its source."""

import csv
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sverka.cli.streams import console, put
from sverka.errors import InputError, RecordError
from sverka.reading.texts import day

Row = dict[str, str]
#: What a table is called on the command line → its name in the record, and the columns a terminal shows.
_TABLES: dict[str, tuple[str, tuple[str, ...]]] = {
    "states": ("states", ("id", "name_en", "name_ru", "iso2", "successors")),
    "organizations": ("organizations", ("id", "abbr_en", "abbr_ru", "name_ru", "founded", "ended")),
    "members": ("memberships", ("organization", "state", "status", "start", "end", "how")),
    "offices": ("offices", ("state", "office", "given_ru", "person_ru", "title_ru", "start", "end")),
    "treaties": ("treaties", ("id", "parties", "signed", "in_force", "ended")),
    "visits": ("visits", ("visitor", "visitor_state", "host", "start", "end", "kind", "occasion_ru")),
    "missions": ("missions", ("id", "name_ru", "organization", "host", "start", "end")),
    "summits": ("summits", ("name_ru", "host", "start", "end", "participants")),
    "events": ("events", ("type", "actors", "targets", "start", "end", "name_ru")),
    "capitals": ("capitals", ("state", "name_en", "name_ru", "start", "end")),
    "coverage": ("coverage", ("table", "scope", "from", "to", "complete")),
}
_TRADE = ("reporter", "partner", "flow", "period", "value_usd", "basis", "status", "source", "file", "sheet", "cell")
#: Columns in which each filter looks; a cell may hold a list.
_STATE = (
    "state",
    "id",
    "host",
    "visitor_state",
    "actors",
    "targets",
    "parties",
    "contributors",
    "others",
    "successors",
)
_ORGANIZATION = ("organization", "id", "host", "actors", "scope")
_PERSON = ("person_ru", "person_en", "visitor", "visitor_en", "participants")
_STARTS, _ENDS = ("start", "founded", "signed", "from"), ("end", "ended", "to")


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show; None shows all."""

    on: str | None = None
    state: str | None = None
    organization: str | None = None
    person: str | None = None
    partner: str | None = None
    year: int | None = None


def show(table: str, wanted: Filter, format_: str | None, output: str | None) -> None:
    """`sverka record TABLE`."""
    form = _form(format_, output)
    on = day(wanted.on, "--on") if wanted.on else None
    if table == "trade":
        columns: tuple[str, ...] = _TRADE
        rows = _trade(wanted, on)
    elif table in _TABLES:
        columns = _TABLES[table][1]
        rows = _rows(table, wanted, on)
    else:
        known = ", ".join([*_TABLES, "trade"])
        raise RecordError("the record has no such table", where=table[:40], todo=f"ask for one of {known}")
    target = Path(output) if output else None
    if form == "json":
        put(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", target)
    elif form == "csv":
        put(_csv(rows, columns), target)
    else:
        _print(rows, columns)


def _form(format_: str | None, output: str | None) -> str:
    ending = {".csv": "csv", ".json": "json"}.get(Path(output).suffix.lower(), "csv") if output else "table"
    form = format_ or ending
    if form not in ("table", "csv", "json") or (form == "table" and output):
        raise InputError("no such format here", where=f"--format {form[:20]}", todo="choose table, csv, json")
    return form


def _rows(table: str, wanted: Filter, on: date | None) -> list[Row]:
    from sverka import record

    rows: Iterable[Row] = record.rows(_TABLES[table][0])
    if table == "states" and on is not None:
        from sverka.record import states

        alive = {s.id for s in states.states(on)}
        rows = [r for r in rows if r["id"] in alive]
        on = None
    tests: list[Callable[[Row], bool]] = []
    if on is not None:
        tests.append(lambda row: _holds(row, on))
    if wanted.state:
        tests.append(_among(_known_state(wanted.state), _STATE))
    if wanted.organization:
        tests.append(_among(_known_organization(wanted.organization), _ORGANIZATION))
    if wanted.person:
        tests.append(_called(wanted.person))
    return [row for row in rows if all(test(row) for test in tests)]


def _holds(row: Row, on: date) -> bool:
    """Whether the row's span holds the day; rows without a start are in no one's way."""
    from sverka.claims import Period
    from sverka.errors import ClaimError

    start = next((row[c] for c in _STARTS if row.get(c)), "..")
    end = next((row[c] for c in _ENDS if row.get(c)), "..")
    try:
        return (start, end) == ("..", "..") or Period.parse(f"{start}/{end}").contains(on)
    except ClaimError:
        return True


def _among(id_: str, columns: tuple[str, ...]) -> Callable[[Row], bool]:
    from sverka.record import split

    return lambda row: any(id_ in split(row[c]) or id_ in row[c].split(" ") for c in columns if row.get(c))


def _called(person: str) -> Callable[[Row], bool]:
    from sverka.record import split
    from sverka.record.offices import fold

    surname = fold(person.removeprefix("person:"))
    return lambda row: any(surname in {fold(n) for n in split(row[c])} for c in _PERSON if row.get(c))


def _known_state(id_: str) -> str:
    from sverka.record import states

    return states.state(id_.upper()).id


def _known_organization(id_: str) -> str:
    from sverka.record import organizations

    known = organizations.resolve(id_ if organizations.exists(id_) else f"org:{id_}")
    return organizations.organization(known.removeprefix("org:"))["id"]


def _trade(wanted: Filter, on: date | None) -> list[Row]:
    """Published numbers, cell by cell: `--state` reports, `--partner` is whom it traded with."""
    from sverka.sources import trade

    if not wanted.state:
        known = ", ".join(trade.known_reporters())
        todo = f"give --state; national statistics are here for {known}, the others to 2014"
        raise InputError("whose trade?", where="record trade", todo=todo)
    reporter = _known_state(wanted.state)
    partner = "WLD" if wanted.partner is None else wanted.partner.upper()
    year = wanted.year or (on.year if on else None)
    rows = [
        found
        for flow in ("exports", "imports")
        for found in trade.observations(reporter, partner, flow, None if year is None else [year])
    ]
    return [
        {
            "reporter": o.reporter,
            "partner": o.partner,
            "flow": o.flow,
            "period": _stretch(o.year, o.month_from, o.month_to),
            "value_usd": f"{o.value:.0f}",
            "basis": o.basis,
            "status": o.status,
            "source": o.source,
            "file": o.file,
            "sheet": o.sheet,
            "cell": o.cell,
        }
        for o in sorted(rows, key=lambda o: (o.flow, o.year, o.month_from, o.month_to, o.source))
    ]


def _stretch(year: int, first: int, last: int) -> str:
    if (first, last) == (1, 12):
        return str(year)
    return f"{year}-{first:02d}" + (f"/{year}-{last:02d}" if last != first else "")


def _csv(rows: list[Row], columns: tuple[str, ...]) -> str:
    stream = io.StringIO()
    header = list(dict.fromkeys(column for row in rows for column in row)) or list(columns)
    writer = csv.DictWriter(stream, header, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def _print(rows: list[Row], columns: tuple[str, ...]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from sverka.reports.safe import one_line

    shown = (
        [*columns, *(c for c in ("source", "verified") if c not in columns)]
        if "value_usd" not in columns
        else list(columns)
    )
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, highlight=False)
    for column in shown:
        options: dict[str, Any] = {"justify": "right"} if column == "value_usd" else {"overflow": "fold"}
        table.add_column(column, **options)
    for row in rows:
        table.add_row(*(Text(one_line(row.get(column, ""))) for column in shown))
    screen = console()
    screen.print(table)
    screen.print(f"{len(rows)} rows")
