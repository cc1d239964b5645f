"""Who held which office, and who visited whom, by the record."""

from collections.abc import Callable

from sverka.claims import Period
from sverka.record import is_verified, offices, rows, span
from sverka.record.tables import Row
from sverka.reports.dates import label
from sverka.reports.exhibits.exhibit import Bar, Bars, Column, Exhibit, within
from sverka.reports.words import Language, name, say

OFFICES = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")
_TERM = (
    Column("person"),
    Column("office"),
    Column("start", "date"),
    Column("end", "date"),
    Column("acting", "word"),
    Column("verified", "word"),
    Column("rests_on"),
)
_VISIT = (
    Column("visitor"),
    Column("visitor_state", "name"),
    Column("host", "name"),
    Column("place"),
    Column("start", "date"),
    Column("end", "date"),
    Column("visit", "word"),
    Column("occasion"),
    Column("verified", "word"),
    Column("rests_on"),
)
_SUMMIT = (
    Column("summit"),
    Column("host", "name"),
    Column("place"),
    Column("start", "date"),
    Column("end", "date"),
    Column("parties", "name"),
    Column("verified", "word"),
    Column("rests_on"),
)


def terms(state: str, first: int, last: int, language: Language) -> Exhibit:
    """The four great offices of a state, or every office of an organization, a lane a person."""
    found = [t for t in offices.terms() if t.state == state and within(t.period, first, last)]
    known = [office for office in OFFICES if any(t.office == office for t in found)]
    kinds = known or list(dict.fromkeys(t.office for t in found))[:6]
    found = [t for t in found if t.office in kinds]
    found.sort(key=lambda t: (kinds.index(t.office), t.row["start"] or t.row["end"]))
    titles = tuple(say("office", k, language, default=k.removeprefix("other:").replace("_", " ")) for k in kinds)
    bars = tuple(
        Bar(
            t.name(language),
            kinds.index(t.office),
            t.period,
            f"{t.name(language)}: {label(t.period, language)}",
            is_verified(t.row),
        )
        for t in found
    )
    table = tuple(
        (
            t.name(language),
            t.row[f"title_{language}"].split("|")[0] or titles[kinds.index(t.office)],
            t.row["start"],
            t.row["end"],
            t.row["acting"],
            t.row["verified"],
            t.row["source"],
        )
        for t in found
    )
    return Exhibit(
        "offices",
        say("exhibit", "offices", language, state=name(state, language)),
        _TERM,
        table,
        ("record:offices",),
        Bars(bars, titles),
        (say("exhibit", "record_note", language),),
    )


def summits(organization: str, first: int, last: int, language: Language) -> Exhibit:
    """Meetings of an organization's leaders by the record, latest first."""
    mine = (row for row in rows("summits") if row["organization"] == organization)
    found = [(period, row) for row in mine if (period := span(row)) and within(period, first, last)]
    found.sort(key=lambda pair: pair[1]["start"], reverse=True)
    return Exhibit(
        "summits",
        say("exhibit", "summits", language, organization=name(organization, language)),
        _SUMMIT,
        tuple(
            (
                row[f"name_{language}"],
                row["host"],
                row[f"place_{language}"].replace("|", "; "),
                row["start"],
                row["end"],
                row["states"],
                row["verified"],
                row["source"],
            )
            for _, row in found
        ),
        ("record:summits",),
        notes=(say("exhibit", "some_note", language),),
    )


def visits(parties: tuple[str, ...], first: int, last: int, language: Language) -> Exhibit:
    """Visits to and from a state, or between two, latest first."""
    return _visits(rows("visits"), parties, first, last, language, _touches(parties))


def _touches(parties: tuple[str, ...]) -> Callable[[Row], bool]:
    if len(parties) == 1:
        return lambda row: parties[0] in (row["visitor_state"], row["host"])
    return lambda row: {row["visitor_state"], row["host"]} == set(parties)


def _visits(
    table: tuple[Row, ...],
    parties: tuple[str, ...],
    first: int,
    last: int,
    language: Language,
    wanted: Callable[[Row], bool],
) -> Exhibit:
    found = [(period, row) for row in table if wanted(row) and (period := span(row)) and within(period, first, last)]
    found.sort(key=lambda pair: pair[1]["start"], reverse=True)
    kinds = list(dict.fromkeys((row["visitor_state"], row["host"]) for _, row in found)) if len(parties) == 2 else []
    bars = tuple(
        Bar(
            route := f"{name(row['visitor_state'], language)} → {name(row['host'], language)}",
            kinds.index((row["visitor_state"], row["host"])),
            Period.parse(row["start"][:7]) if row["start"] else period,
            f"{_who(row, language)}: {route}",
            is_verified(row),
        )
        for period, row in found
        if kinds
    )
    legend = tuple(f"{name(a, language)} → {name(b, language)}" for a, b in kinds)
    called = [name(p, language) for p in parties]
    title = say("exhibit", "visits" if len(parties) == 1 else "visits_between", language, states=" – ".join(called))
    return Exhibit(
        "visits",
        title,
        _VISIT,
        tuple(_row(row, language) for _, row in found),
        ("record:visits",),
        Bars(bars, legend) if bars else None,
        (say("exhibit", "some_note", language),),
    )


def _who(row: Row, language: Language) -> str:
    return row["visitor"] if language == "ru" else row["visitor_en"]


def _row(row: Row, language: Language) -> tuple[str, ...]:
    return (
        _who(row, language),
        row["visitor_state"],
        row["host"],
        row["place_ru"] if language == "ru" else "",
        row["start"],
        row["end"],
        row["kind"],
        row[f"occasion_{language}"].replace("|", "; "),
        row["verified"],
        row["source"],
    )
