"""Grades of figures: what was read in plain words and what was left to guess, weighed as steps of log-odds.

The steps were fitted to annotated texts and rounded; the grade says which of two frames is the surer, and how likely
either is right is for `confidence` to say.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from sverka.reading.metrics import TRADE, Cue
from sverka.reading.owners import BETWEEN
from sverka.reading.quantities import Amount
from sverka.reading.scene import Scene
from sverka.reading.timing import Timing

#: Metrics whose words mean nothing else, and those that are seldom told of the wrong thing.
_PLAIN = frozenset(
    {"gdp", "gdp.growth", "gdp.share", "jobs", "tourism", "territory", "transit", "military.spending", "energy.share",
     "population", "tariff", "debt"}
)  # fmt: skip
_FAIR = frozenset({"poll", "vote", "inflation", "aid", "budget", "military.personnel"})
_FLOWS = TRADE | {"trade.share"}
_BASE = 1.1
EDGE = 0.05
#: How long the id of a state is.
_STATE = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a figure was read from; `how` says how its parties were found (see `Topic`)."""

    scene: Scene
    amount: Amount
    metric: str
    parties: tuple[str, ...]
    cue: Cue | None
    when: Timing
    how: str
    sure: bool
    doubts: int
    change: bool
    dated: bool
    #: The syntactic tree finds another metric.
    disputed: bool = False
    #: «5 против 3 %» without a word for what is compared.
    against: bool = False
    #: The period was told of before, not with this number.
    carried: bool = False


def grade(evidence: Evidence) -> float:
    """How surely a figure was read, 0–1."""
    total = _BASE + sum(step for step, holds in _steps(evidence) if holds)
    return max(EDGE, min(1 - EDGE, 1 / (1 + math.exp(-total))))


def _steps(e: Evidence) -> Iterator[tuple[float, bool]]:
    here = {n.id for names in e.scene.at.values() for n in names}
    flows = e.metric in _FLOWS
    yield 0.7, flows
    yield 1.1, e.metric in _PLAIN
    yield 0.5, e.metric in _FAIR
    own = e.cue is not None and e.cue.metric == "other" and e.cue.way != ""  # a rate, a stock, what is made
    yield (
        -1.0,
        e.metric == "other" and not own and not (e.sure and (e.amount.kind == "count" or len(e.parties) > 1)),
    )  # members are counted, money is sent home
    yield -0.9, e.parties == ("WLD",) and e.amount.kind in ("percent", "fraction")  # a part of the world's, of whom?
    # a second side is left out; a chamber may vote on what is none
    yield -0.7, e.metric in BETWEEN and len(e.parties) == 1 and not (e.metric == "vote" and e.sure)
    yield -0.8, not flows and e.how != "named"
    yield 0.3, e.how == "home"
    yield 0.4, e.how == "joined"
    yield -0.4, e.how == "ours" and len(e.parties) == 1
    won = e.metric == "vote" and e.sure  # a party by a common noun, a person told of before
    yield -0.5, not won and not all(p in here or p == "WLD" for p in e.parties)
    yield -0.6, any(":" in p for p in e.parties)  # written of the text's own words
    yield -0.1, any(len(id_) == _STATE and id_ not in e.parties for id_ in here)
    yield -1.0, flows and not e.sure
    yield -0.6 * e.doubts, e.doubts > 0
    yield -0.4, e.cue is None
    yield -0.6, e.dated and not e.when.said and e.when.day is None  # a date that was not taken for its own
    yield -0.4, e.carried
    yield -0.3, e.carried and e.when.lasting
    yield -0.3, e.when.apart  # a date of another clause
    yield -0.2, e.change and not flows
    yield -1.0, e.amount.kind == "times"
    yield -0.3, e.disputed
    yield -1.5, e.scene.text.rstrip().endswith("?")
    yield -1.2, e.against
