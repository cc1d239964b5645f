"""Regions that are a fixed set of states: «страны Балтии», «Бенилюкс», «Прибалтика»."""

from sverka.claims.ids import name_of, prefix_of
from sverka.reading.coordination import Actor
from sverka.reading.morphology import plain_letters
from sverka.record import states

#: By name in plain letters. Only regions whose states nobody disputes.
_REGIONS = {
    "балтия": ("EST", "LVA", "LTU"),
    "прибалтика": ("EST", "LVA", "LTU"),
    "бенилюкс": ("BEL", "NLD", "LUX"),
    "скандинавия": ("DNK", "NOR", "SWE"),
    "закавказье": ("ARM", "AZE", "GEO"),
}


def members_of(actor: Actor) -> tuple[str, ...]:
    """The states an actor stands for: a state itself, those of a region; none for anything else."""
    if actor.kind == "state":
        return tuple(i for i in actor.states if states.exists(i))
    found = (plain_letters(name_of(i)) for i in actor.ids if prefix_of(i) in ("place", "org"))
    return tuple(s for name in found for s in _REGIONS.get(name, ()))
