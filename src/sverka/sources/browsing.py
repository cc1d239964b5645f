"""Browsing: rows of the record's tables, and of the shipped trade statistics, as of a day, each with its source."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from sverka import record
from sverka.claims import Period
from sverka.errors import ClaimError, InputError, RecordError
from sverka.record import organizations, split, states
from sverka.record.offices import fold

Row = dict[str, str]
#: What a table is called outside → its name in the record, and the columns a terminal shows.
TABLES: dict[str, tuple[str, tuple[str, ...]]] = {
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
TRADE = ("reporter", "partner", "flow", "period", "value_usd", "basis", "status", "source", "file", "sheet", "cell")
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

    on: date | None = None
    state: str | None = None
    organization: str | None = None
    person: str | None = None
    partner: str | None = None
    year: int | None = None


def rows(table: str, wanted: Filter) -> list[Row]:
    """Rows of a table that the filter lets through; RecordError where there is no such table, state or organization."""
    if table == "trade":
        return _trade(wanted)
    if table not in TABLES:
        known = ", ".join([*TABLES, "trade"])
        raise RecordError("the record has no such table", where=table[:40], todo=f"ask for one of {known}")
    found: Iterable[Row] = record.rows(TABLES[table][0])
    on = wanted.on
    if table == "states" and on is not None:
        alive = {s.id for s in states.states(on)}
        found = [r for r in found if r["id"] in alive]
        on = None
    tests: list[Callable[[Row], bool]] = []
    if on is not None:
        tests.append(partial(_holds, on))
    if wanted.state:
        tests.append(_among(_known_state(wanted.state), _STATE))
    if wanted.organization:
        tests.append(_among(_known_organization(wanted.organization), _ORGANIZATION))
    if wanted.person:
        tests.append(_called(wanted.person))
    return [row for row in found if all(test(row) for test in tests)]


def _holds(on: date, row: Row) -> bool:
    """Whether the row's span holds the day; rows without a start are in no one's way."""
    start = next((row[c] for c in _STARTS if row.get(c)), "..")
    end = next((row[c] for c in _ENDS if row.get(c)), "..")
    try:
        return (start, end) == ("..", "..") or Period.parse(f"{start}/{end}").contains(on)
    except ClaimError:
        return True


def _among(id_: str, columns: tuple[str, ...]) -> Callable[[Row], bool]:
    return lambda row: any(id_ in split(row[c]) or id_ in row[c].split(" ") for c in columns if row.get(c))


def _called(person: str) -> Callable[[Row], bool]:
    surname = fold(person.removeprefix("person:"))
    return lambda row: any(surname in {fold(n) for n in split(row[c])} for c in _PERSON if row.get(c))


def _known_state(id_: str) -> str:
    return states.state(id_.upper()).id


def _known_organization(id_: str) -> str:
    known = organizations.resolve(id_ if organizations.exists(id_) else f"org:{id_}")
    return organizations.organization(known.removeprefix("org:"))["id"]


def _trade(wanted: Filter) -> list[Row]:
    """Published numbers, cell by cell: `--state` reports, `--partner` is whom it traded with."""
    from sverka.sources import trade  # late: the record alone needs no tables of trade

    if not wanted.state:
        known = ", ".join(trade.known_reporters())
        todo = f"give --state; national statistics are here for {known}, the others to 2014"
        raise InputError("whose trade?", where="record trade", todo=todo)
    reporter = _known_state(wanted.state)
    partner = "WLD" if wanted.partner is None else wanted.partner.upper()
    year = wanted.year or (wanted.on.year if wanted.on else None)
    told = [
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
        for o in sorted(told, key=lambda o: (o.flow, o.year, o.month_from, o.month_to, o.source))
    ]


def _stretch(year: int, first: int, last: int) -> str:
    if (first, last) == (1, 12):
        return str(year)
    return f"{year}-{first:02d}" + (f"/{year}-{last:02d}" if last != first else "")
