"""Organizations, and who belonged to them when."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from sverka.claims import Period
from sverka.claims.ids import name_of, prefix_of
from sverka.errors import RecordError
from sverka.record.states import Language
from sverka.record.tables import Row, rows, span, split

#: Statuses under which a state belongs to an organization in full.
FULL = frozenset({"member", "suspended"})


@dataclass(frozen=True, slots=True)
class Spell:
    """One stretch of one status of a state in an organization, with the row that says so."""

    state: str
    organization: str
    status: str
    period: Period
    row: Row


@cache
def _all() -> dict[str, Row]:
    return {row["id"]: row for row in rows("organizations")}


@cache
def _names() -> dict[str, str]:
    """Case-folded names of every organization, in both languages; a name that two share belongs to neither."""
    found: dict[str, set[str]] = {}
    for row in rows("organizations"):
        for column in ("id", "name_en", "abbr_en", "name_ru", "abbr_ru", "aliases_en", "aliases_ru"):
            for name in split(row[column]):
                found.setdefault(_fold(name), set()).add(row["id"])
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _fold(name: str) -> str:
    return " ".join(name.casefold().replace("ё", "е").replace("-", " ").removeprefix("the ").split())


def exists(id_: str) -> bool:
    """True if the record knows this organization by this id."""
    return id_ in _all()


def organization(id_: str) -> Row:
    """The row of an organization; RecordError if there is none."""
    try:
        return _all()[id_]
    except KeyError:
        raise RecordError(
            "the record has no such organization", where=id_, todo="see `sverka record organizations`"
        ) from None


def resolve(id_: str) -> str:
    """The record's own id of an organization written as `org:` or `treaty:` and any of its names; others unchanged.

    >>> resolve("org:Евразийский экономический союз")
    'EAEU'
    """
    return _names().get(_fold(name_of(id_)), id_) if prefix_of(id_) in ("org", "treaty") else id_


def organization_name(id_: str, language: Language = "en") -> str:
    """Its abbreviation where it is usually called by one, else its name; the id's own name if the record has none."""
    row = _all().get(id_)
    if row is None:
        return name_of(id_)
    return row[f"abbr_{language}"].split("|")[0] or row[f"name_{language}"]


@cache
def _rows() -> dict[tuple[str, str], list[Row]]:
    out: dict[tuple[str, str], list[Row]] = {}
    for row in rows("memberships"):
        out.setdefault((row["state"], row["organization"]), []).append(row)
    return out


@cache
def spells(state: str, organization: str) -> tuple[Spell, ...]:
    """Every stretch of this state in this organization, whatever the status, oldest first."""
    found = sorted(_rows().get((state, organization), ()), key=lambda row: row["start"])
    dated = ((row, span(row)) for row in found)
    return tuple(Spell(state, organization, row["status"], period, row) for row, period in dated if period)


def memberships(organization: str | None = None, state: str | None = None, on: date | None = None) -> list[Spell]:
    """Spells filtered by organization, state and day."""
    return [
        spell
        for s, o in _rows()
        if organization in (None, o) and state in (None, s)
        for spell in spells(s, o)
        if on is None or spell.period.contains(on)
    ]


def members(organization: str, on: date) -> list[str]:
    """Ids of its full members on a day, sorted. Empty when the record has none."""
    return sorted({s.state for s in memberships(organization, on=on) if s.status in FULL})
