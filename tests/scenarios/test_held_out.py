"""Blocs and partners that nobody looked at while the scenarios were built: the numbers must make sense."""

import pytest

from sverka.scenarios.kinds import AnyScenario, Dissolve, Replace
from sverka.scenarios.simulation import simulate
from sverka.scenarios.worlds import System

HELD_OUT: list[AnyScenario] = [
    Dissolve(bloc="MERCOSUR"),
    Dissolve(bloc="ASEAN"),
    Dissolve(bloc="EAC"),
    Dissolve(bloc="SACU"),
    Replace(states=("IRN",), partner="TUR"),
    Replace(states=("NPL",), partner="IND"),
]


@pytest.mark.parametrize("given", HELD_OUT, ids=lambda s: getattr(s, "bloc", "") or s.partner)
def test_everybody_it_is_about_loses_and_the_world_hardly_notices(given: AnyScenario, real: System) -> None:
    outcome = simulate(given, real, draws=0)
    for state in outcome.focus:
        lost = outcome.of(state, "real_income")
        inside = outcome.of(state, "within")
        assert lost is not None and -25 < lost.value < 0.001, state
        assert inside is not None and inside.value < 0, state
    gdp = dict(zip(outcome.states, outcome.world["gdp_usd"], strict=True))
    changes = zip(outcome.states, outcome.changes["long"]["real_income"], strict=True)
    world = sum(gdp[state] * change.value for state, change in changes if change is not None)
    assert -0.2 < world / sum(gdp.values()) < 0
