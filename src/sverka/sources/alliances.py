"""Alliances between states: Correlates of War formal alliances 4.1 and ATOP 5.1, one row a directed pair."""

import polars as pl

from sverka.sources import cow
from sverka.sources.shape import PAIR, PAIR_IDS, Column, Shape, year

_COW = {"defense": "cow_defense", "neutrality": "cow_neutral", "nonaggression": "cow_nonagg", "entente": "cow_entente"}
_ATOP = {
    "defense": "atop_defense",
    "offense": "atop_offense",
    "neutrality": "atop_neutral",
    "nonaggression": "atop_nonagg",
    "consultation": "atop_consul",
}
_MEANING = {
    "defense": "a pledge to defend each other",
    "offense": "a pledge to join in attacking others",
    "neutrality": "a pledge to stay neutral in a war of the other",
    "nonaggression": "a pledge not to attack each other",
    "entente": "a pledge to consult in a crisis",
    "consultation": "a pledge to consult in a crisis",
}

SHAPES = {
    "cow_alliances": Shape(
        "cow_alliances",
        "One row a directed pair of states and year with an alliance on a day of that year; both directions are here "
        "and say the same. No row between states of the system in 1816–2012: no formal alliance.",
        (*PAIR, year(), *PAIR_IDS, *(Column(name, pl.Boolean, _MEANING[name]) for name in _COW)),
        ("ccode1", "ccode2", "year"),
        (1816, 2012),
        strays=78,
    ),
    "atop_alliances": Shape(
        "atop_alliances",
        "One row a directed pair and year with obligations of the first state to the second; the two directions can "
        "differ. No row in 1815–2018: no obligation. The file has pairs outside the state system (1815, colonies).",
        (*PAIR, year(), *PAIR_IDS, *(Column(name, pl.Boolean, _MEANING[name]) for name in _ATOP)),
        ("ccode1", "ccode2", "year"),
        (1815, 2018),
        strays=307,
    ),
}


def cow_alliances() -> pl.DataFrame:
    """Correlates of War formal alliances as peacesciencer lays them out: defence pacts are also counted as ententes."""
    return _pledges("data/cow_alliance.rda", "cow_alliance", _COW, "cow_alliances")


def atop_alliances() -> pl.DataFrame:
    """Alliance Treaty Obligations and Provisions: what each state promised the other."""
    return _pledges("data/atop_alliance.rda", "atop_alliance", _ATOP, "atop_alliances")


def _pledges(file: str, frame: str, columns: dict[str, str], name: str) -> pl.DataFrame:
    table = cow.frame(file, frame).select(
        pl.col("ccode1", "ccode2", "year").cast(pl.Int16),
        **{ours: pl.col(theirs) == 1 for ours, theirs in columns.items()},
    )
    return cow.with_pair(table).select(SHAPES[name].schema.names())
