"""Arithmetic beside the model."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sverka.scenarios.arithmetic import SPARE, reallocate, removed
from sverka.scenarios.kinds import Replace
from sverka.scenarios.replacing import watched
from sverka.scenarios.worlds import System

amounts = st.lists(st.floats(0, 1e9), min_size=3, max_size=3).map(np.array)


@given(gap=st.floats(1e-3, 1e9), weights=amounts, caps=amounts)
def test_nobody_takes_more_than_it_can_nor_all_more_than_the_gap(
    gap: float, weights: np.ndarray, caps: np.ndarray
) -> None:
    taken = reallocate(gap, weights, caps)
    assert (taken >= 0).all() and (taken <= caps * (1 + 1e-9) + 1e-9).all()
    assert taken.sum() <= gap * (1 + 1e-9)
    assert (taken[weights == 0] == 0).all()


@given(gap=st.floats(1, 1e6), weights=st.lists(st.floats(1, 1e6), min_size=4, max_size=4).map(np.array))
def test_where_nobody_is_full_each_takes_its_share(gap: float, weights: np.ndarray) -> None:
    taken = reallocate(gap, weights, np.full(4, 1e12))
    assert np.allclose(taken, gap * weights / weights.sum(), rtol=1e-9)


def test_the_trade_at_stake_is_told_as_shares(system: System) -> None:
    shock = Replace(states=("KAZ",), partner="RUS").apply(system)
    rows = removed(system, watched(shock, shock.cut > 0))
    i, j = system.at("RUS"), system.at("KAZ")
    supply = next(row for row in rows if (row["state"], row["side"]) == ("KAZ", "supply"))
    imports = system.flows[:, j].sum() - system.flows[j, j]
    assert np.isclose(supply["usd"], system.flows[i, j], rtol=1e-3)
    assert np.isclose(supply["share"], 100 * system.flows[i, j] / imports, rtol=1e-3)
    assert supply["spare"] == SPARE and 0 <= supply["never"] <= 100
