"""The states and organizations that the pages' forms offer, by name."""

from functools import cache
from typing import Any

from sverka.record import organizations, states
from sverka.reports.words import Language, name


@cache
def choices(language: Language) -> dict[str, Any]:
    """`all_states` and `all_organizations` (those with a membership in the record) as (id, name), in order of name."""
    bodies = {spell.organization for spell in organizations.memberships()}
    return {
        "all_states": _named([state.id for state in states.states()], language),
        "all_organizations": _named(sorted(bodies), language),
    }


def _named(ids: list[str], language: Language) -> list[tuple[str, str]]:
    return sorted(((id_, name(id_, language)) for id_ in ids), key=lambda pair: _order(pair[1]))


def _order(text: str) -> str:
    return text.casefold().replace("ё", "е")
