"""Regions of several states: «страны Центральной Азии», «Африка»; some are a fixed set: «Бенилюкс», «Прибалтика»."""

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
    "южный кавказ": ("ARM", "AZE", "GEO"),
    "центральная азия": ("KAZ", "KGZ", "TJK", "TKM", "UZB"),
    "постсоветское пространство": (
        "ARM",
        "AZE",
        "BLR",
        "EST",
        "GEO",
        "KAZ",
        "KGZ",
        "LTU",
        "LVA",
        "MDA",
        "RUS",
        "TJK",
        "TKM",
        "UKR",
        "UZB",
    ),
}
#: Regions whose states are drawn in more ways than one, or change.
_WIDE = frozenset({
    "европа", "азия", "африка", "америка", "океания", "евразия", "балканы", "кавказ", "магриб", "сахель",
    "средняя азия", "южная азия", "восточная азия", "юго-восточная азия", "северо-восточная азия",
    "западная азия", "передняя азия", "восточная европа", "западная европа", "центральная европа", "южная европа",
    "северная европа", "латинская америка", "северная америка", "южная америка", "центральная америка",
    "северная африка", "западная африка", "восточная африка", "южная африка", "тропическая африка",
    "ближний восток", "средний восток", "дальний восток", "персидский залив", "карибский бассейн",
    "азиатско-тихоокеанский регион", "атр", "юва", "западные балканы",
})  # fmt: skip


#: What is no part of the map, yet is told of as one side.
_CAMPS = frozenset({"запад", "коллективный запад", "глобальный юг"})


def is_side(id_: str) -> bool:
    """Whether a place trades, helps or owes as one: a region of several states, or a camp such as «Запад»."""
    return is_region(id_) or (prefix_of(id_) == "place" and plain_letters(name_of(id_)) in _CAMPS)


def is_region(id_: str) -> bool:
    """Whether a place is a part of the world that holds several states."""
    name = plain_letters(name_of(id_)) if prefix_of(id_) == "place" else ""
    return name in _REGIONS or name in _WIDE


def states_of(id_: str) -> tuple[str, ...]:
    """The states of a region that is a fixed set; none for any other."""
    return _REGIONS.get(plain_letters(name_of(id_)), ()) if prefix_of(id_) in ("place", "org") else ()


def members_of(actor: Actor) -> tuple[str, ...]:
    """The states an actor stands for: a state itself, those of a region; none for anything else."""
    if actor.kind == "state":
        return tuple(i for i in actor.states if states.exists(i))
    return tuple(s for id_ in actor.ids for s in states_of(id_))
