"""Who takes part in a scenario: ids of states, organizations and treaties as states of a world, in an order to show."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sverka.errors import InputError
from sverka.record import organizations
from sverka.record import states as record_states
from sverka.scenarios import agreements
from sverka.scenarios.shock import Shock
from sverka.scenarios.worlds import System


def by_size(system: System, states: Sequence[str]) -> tuple[str, ...]:
    """The states with the largest economy first."""
    return tuple(sorted(states, key=lambda state: (-system.gdp[system.at(state)], state)))


def leading(shock: Shock, states: Sequence[str]) -> Shock:
    """The shock with these states before the others it is about."""
    return replace(shock, focus=(*states, *(state for state in shock.focus if state not in states)))


def among(system: System, ids: Sequence[str]) -> list[str]:
    """States as they are, organizations as their members at the end of the year that the data have."""
    found: dict[str, None] = {}
    for id_ in ids:
        if id_ in system.states:
            found[id_] = None
            continue
        if record_states.exists(id_):
            system.at(id_)
        members = _members(system, id_)
        have = [state for state in members if state in system.states]
        if not have:
            raise InputError(
                f"the record has no members of {id_} at the end of {system.year} that are in the trade data",
                where="scenario",
                todo="name the states",
            )
        found |= dict.fromkeys(have)
    return list(found)


def _members(system: System, id_: str) -> Sequence[str]:
    resolved = organizations.resolve(id_)
    if organizations.exists(resolved):
        return organizations.members(resolved, date(system.year, 12, 31))
    try:
        return agreements.find(system.agreements, id_, system.year).members
    except InputError:
        raise InputError(
            f"{id_[:40]} is neither a state nor an organization",
            where="scenario",
            todo="see `sverka record states` and `sverka record organizations`",
        ) from None
