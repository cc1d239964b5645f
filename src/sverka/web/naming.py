"""Names that people type, to ids: states and organizations by id, code or name in either language."""

from functools import cache

from sverka.claims.ids import check_id, prefix_of
from sverka.errors import ClaimError
from sverka.record import organizations, rows
from sverka.record.tables import split
from sverka.reports.words import Language, name
from sverka.web.refusals import Refusal

_NAMED = ("id", "iso2", "name_en", "name_ru", "official_en", "official_ru")


@cache
def _states() -> dict[str, str]:
    """Case-folded names of states, those first that stand first in the record."""
    found: dict[str, str] = {"мир": "WLD", "the world": "WLD", "world": "WLD"}
    for row in rows("states"):
        for column in _NAMED:
            for written in split(row[column]):
                found.setdefault(_folded(written), row["id"])
    return found


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").replace("-", " ").removeprefix("the ").split())


def id_of(typed: str) -> str:
    """The id somebody means: `KAZ`, `kz`, «Казахстан», «ЕАЭС», `person:Орбан`; Refusal where nobody is called so.

    >>> id_of("Казахстан"), id_of("united states"), id_of("ЕАЭС"), id_of("org:Ганза")
    ('KAZ', 'USA', 'EAEU', 'org:Ганза')
    """
    text = " ".join(typed.split())
    if prefix_of(text) in ("person", "place", "treaty", "org"):
        return organizations.resolve(_well_formed(text))
    if text in _states().values() or organizations.exists(text):
        return text
    known = _states().get(_folded(text))
    if known is None:
        named = organizations.resolve(f"org:{text}") if text else ""
        known = named if organizations.exists(named) else None
    if known is None:
        raise Refusal("unnamed", given=text[:60])
    return known


def _well_formed(text: str) -> str:
    try:
        return check_id(text)
    except ClaimError:
        raise Refusal("unnamed", given=text[:60]) from None


@cache
def choices(language: Language) -> tuple[tuple[str, str], ...]:
    """(id, name) of all states and organizations by name, for lists to choose from."""
    states = [(row["id"], name(row["id"], language)) for row in rows("states")]
    others = [(row["id"], name(row["id"], language)) for row in rows("organizations")]
    return tuple(sorted(states, key=lambda pair: pair[1]) + sorted(others, key=lambda pair: pair[1]))
