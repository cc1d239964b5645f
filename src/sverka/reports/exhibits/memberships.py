"""Memberships by the record: a state's, an organization's, those that two states share; and how many members when."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sverka.claims import Period
from sverka.record import is_verified, organizations, rows, states
from sverka.record.organizations import Spell
from sverka.reports.dates import label
from sverka.reports.exhibits.exhibit import Bar, Bars, Column, Exhibit, Line, Lines, within
from sverka.reports.words import Language, name, say

STATUSES = ("member", "associate", "candidate", "observer", "partner", "signatory")
_COLUMNS = (
    Column("organization", "name"),
    Column("state", "name"),
    Column("status", "status"),
    Column("start", "date"),
    Column("end", "date"),
    Column("verified", "word"),
    Column("rests_on"),
)
_SOURCES = ("record:memberships",)


def of_state(state: str, first: int, last: int, language: Language) -> Exhibit:
    """Every membership of a state, by organization; the years are calendar years."""
    spells = organizations.memberships(state=state)
    return _exhibit("memberships", spells, "organization", first, last, language, state=name(state, language))


def of_organization(organization: str, first: int, last: int, language: Language) -> Exhibit:
    """Every membership in an organization, by state."""
    spells = organizations.memberships(organization=organization)
    told = _exhibit("members", spells, "state", first, last, language, organization=name(organization, language))
    complete = any(r["scope"] == organization and r["complete"] == "yes" for r in rows("coverage"))
    return told if complete else replace(told, notes=(*told.notes, say("exhibit", "incomplete", language)))


def shared(one: str, two: str, first: int, last: int, language: Language) -> Exhibit:
    """The stretches of time for which both were full members of an organization."""
    rows_, bars = [], []
    for mine in _full(organizations.memberships(state=one)):
        for theirs in _full(organizations.spells(two, mine.organization)):
            both = mine.period.intersection(theirs.period)
            if both is None or not within(both, first, last):
                continue
            sure = is_verified(mine.row) and is_verified(theirs.row)
            called = name(mine.organization, language)
            bars.append(Bar(called, 0, both, f"{called}: {label(both, language)}", sure))
            rows_.append((mine.organization, _edge(mine, theirs, "start"), _edge(mine, theirs, "end"), _yes(sure)))
    order = sorted(range(len(bars)), key=lambda n: (bars[n].period.start or date.min, bars[n].lane))
    return Exhibit(
        "shared-organizations",
        say("exhibit", "shared", language, one=name(one, language), two=name(two, language)),
        (Column("organization", "name"), Column("start", "date"), Column("end", "date"), Column("verified", "word")),
        tuple(rows_[n] for n in order),
        _SOURCES,
        Bars(tuple(bars[n] for n in order), (say("exhibit", "both_members", language),)),
        (say("exhibit", "record_note", language),),
    )


def shared_by_year(one: str, two: str, first: int, last: int) -> list[tuple[int, int]]:
    """How many organizations of the record both fully belonged to on the last day of each year that both lived to."""
    found = []
    for year in range(first, last + 1):
        day = date(year, 12, 31)
        if all(states.existed(state, Period.of(day)) for state in (one, two)):
            mine, theirs = (
                {s.organization for s in _full(organizations.memberships(state=state, on=day))} for state in (one, two)
            )
            found.append((year, len(mine & theirs)))
    return found


def count(organization: str, first: int, last: int, language: Language) -> Exhibit:
    """How many full members it had on the last day of each year it existed."""
    row = organizations.organization(organization)
    born = Period.parse(row["founded"]).start if row["founded"] else None
    gone = Period.parse(row["ended"]).start if row["ended"] else None
    years = [
        year
        for year in range(max(first, born.year if born else first), last + 1)
        if gone is None or date(year, 12, 31) < gone
    ]
    points = [(year, len(organizations.members(organization, date(year, 12, 31)))) for year in years]
    points = points if any(number for _, number in points) else []
    called = name(organization, language)
    return Exhibit(
        "member-count",
        say("exhibit", "count", language, organization=called),
        (Column("year"), Column("members")),
        tuple(points),
        _SOURCES,
        Lines((Line(called, tuple((y, float(n)) for y, n in points)),)),
        (say("exhibit", "count_note", language),),
    )


def _full(spells: Iterable[Spell]) -> list[Spell]:
    return [spell for spell in spells if spell.status in organizations.FULL]


def _exhibit(
    code: str, spells: list[Spell], lane: str, first: int, last: int, language: Language, **fields: str
) -> Exhibit:
    shown = sorted(
        (spell for spell in spells if within(spell.period, first, last)),
        key=lambda spell: (spell.period.start or date.min, name(getattr(spell, lane), language)),
    )
    present = [s for s in STATUSES if any(_status(spell) == s for spell in shown)]
    bars = tuple(
        Bar(
            called := name(getattr(spell, lane), language),
            present.index(_status(spell)),
            spell.period,
            f"{called}: {say('exhibit', f'status.{spell.status}', language)}, {label(spell.period, language)}",
            is_verified(spell.row),
        )
        for spell in shown
    )
    table = tuple(
        (
            spell.organization,
            spell.state,
            spell.status,
            spell.row["start"],
            spell.row["end"],
            spell.row["verified"],
            spell.row["source"],
        )
        for spell in shown
    )
    legend = tuple(say("exhibit", f"status.{s}", language) for s in present)
    title = say("exhibit", code, language, **fields)
    return Exhibit(
        code, title, _COLUMNS, table, _SOURCES, Bars(bars, legend), (say("exhibit", "record_note", language),)
    )


def _status(spell: Spell) -> str:
    """A member that is suspended is still one."""
    return "member" if spell.status in organizations.FULL else spell.status


def _edge(mine: Spell, theirs: Spell, edge: str) -> str:
    """The later start or the earlier end of two, as exact as its row is; empty where neither has one."""
    known = [(day, s.row[edge]) for s in (mine, theirs) if (day := getattr(s.period, edge)) is not None]
    return (max(known) if edge == "start" else min(known))[1] if known else ""


def _yes(sure: bool) -> str:
    return "yes" if sure else "no"
