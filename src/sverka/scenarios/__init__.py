"""Scenarios: a bloc dissolves, a member leaves, a partner is replaced, sanctions; what a model says of each.

    from sverka.scenarios import parse, simulate, world

    system = world(2016)                                        # trade, home sales, agreements of a year
    outcome = simulate(parse('kind = "dissolve"\\nbloc = "EAEU"'), system)
    outcome.of("KAZ", "real_income")                            # per cent, with its interval

Stored results are in `sverka.scenarios.stored`, which needs no solver. Names are imported when first asked for.
"""

from typing import TYPE_CHECKING

from sverka.lazily import lazily

if TYPE_CHECKING:
    from sverka.scenarios.kinds import parse, scenario
    from sverka.scenarios.outcome import Outcome
    from sverka.scenarios.shock import Shock
    from sverka.scenarios.simulation import simulate
    from sverka.scenarios.worlds import System, world

__all__ = ["Outcome", "Shock", "System", "parse", "scenario", "simulate", "world"]
_HOMES = {
    "Outcome": "outcome",
    "Shock": "shock",
    "System": "worlds",
    "parse": "kinds",
    "scenario": "kinds",
    "simulate": "simulation",
    "world": "worlds",
}

__getattr__ = lazily(__name__, _HOMES)
