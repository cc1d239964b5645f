"""Which state a place lies in, as far as the record's visits and the list of cities say: «Петербург» is RUS."""

from functools import cache

from sverka.claims.ids import name_of, prefix_of
from sverka.reading.cities import state_of_city
from sverka.reading.coordination import Actor
from sverka.reading.morphology import plain_letters
from sverka.reading.scenes import Scene
from sverka.record.tables import rows


@cache
def _hosts() -> dict[str, str]:
    """Places in plain letters with the one state the record's visits and meetings put them in."""
    found: dict[str, set[str]] = {}
    for table in ("visits", "summits"):
        for row in rows(table):
            for place in row.get("place_ru", "").split("|"):
                if place and row.get("host"):
                    found.setdefault(plain_letters(place), set()).add(row["host"])
    return {place: hosts.pop() for place, hosts in found.items() if len(hosts) == 1}


def host_of(scene: Scene, actor: Actor) -> tuple[str, ...]:
    """The states of a host: itself, the state of a place, or the states a person acts for."""
    if actor.kind == "place":
        owner = next(
            (a for a in scene.actors if a.first == actor.last + 1 and a.kind == "state" and a.case == "Gen"), None
        )
        if owner is not None and not owner.prep:
            return owner.ids
        name = plain_letters(name_of(actor.ids[0]))
        known = _hosts().get(name) or _hosts().get(f"санкт-{name}") or _hosts().get(name.removeprefix("санкт-"))
        known = known or state_of_city(name) or state_of_city(f"{name}ь")  # the dictionary may take it for a genitive
        return (known,) if known else actor.ids
    return tuple(i for i in actor.states if prefix_of(i) in ("", "place"))
