"""Worlds from the real files: complete, connected, balanced, with what they were made from."""

from pathlib import Path

import numpy as np
import pytest

from sverka.errors import InputError
from sverka.scenarios.worlds import FLOOR, System, TradeSource, world

POST_SOVIET = ("ARM", "AZE", "BLR", "EST", "GEO", "KAZ", "KGZ", "LTU", "LVA", "MDA", "RUS", "TJK", "TKM", "UKR", "UZB")


@pytest.mark.parametrize(("year", "source"), [(2016, "penppml"), (2014, "cow"), (1996, "penppml"), (2004, "cow")])
def test_every_world_has_the_post_soviet_states_and_home_sales(tables: Path, year: int, source: TradeSource) -> None:
    made = world(year, source)
    flows = made.flows
    assert set(POST_SOVIET) <= set(made.states) and len(made.states) > 170
    assert list(made.states) == sorted(made.states)
    assert np.isfinite(flows).all() and (flows >= 0).all()
    assert (flows.diagonal() >= FLOOR * made.output_ratio * made.gdp * (1 - 1e-12)).all()
    trade = flows - np.diag(flows.diagonal())
    assert (trade.sum(axis=0) > 0).all() and (trade.sum(axis=1) > 0).all()
    assert 0.8 < np.trace(flows) / flows.sum() < 0.96


def test_every_pair_of_states_is_linked_through_others(real: System) -> None:
    linked = (real.flows + real.flows.T) > 0
    reach = linked[0]
    for _ in range(len(real.states)):
        reach = linked[reach].any(axis=0)
    assert reach.all()


def test_output_is_home_sales_and_exports(real: System) -> None:
    output = real.flows.sum(axis=1)
    floored = {state for remark in real.remarks if remark["code"] == "floor" for state in remark["states"]}
    kept = np.array([state not in floored for state in real.states])
    assert np.allclose(output[kept], 2.0 * real.gdp[kept], rtol=1e-12)


def test_a_world_says_what_it_was_made_from_and_what_was_decided(real: System) -> None:
    assert {given.source for given in real.inputs} == {
        *("penppml", "cow-trade", "world-bank-gdp", "desta", "agreements")
    }
    assert all(len(digest) == 64 for given in real.inputs for digest in given.sha256)
    told = {remark["code"]: remark for remark in real.remarks}
    assert {"TJK", "TKM", "UZB"} <= set(told["filled"]["states"])  # penppml has no exports of theirs
    assert "TWN" in told["left_out"]["states"]  # the World Bank has no GDP of it
    assert 0 < told["imbalance"]["share"] < 0.05


def test_a_world_cannot_be_changed(real: System) -> None:
    with pytest.raises(ValueError, match="read-only"):
        real.flows[0, 0] = 0.0


@pytest.mark.parametrize(
    ("year", "source", "told"),
    [
        (2015, "penppml", "penppml has no world of 2015 .*choose 1992, 1996"),
        (2016, "cow", "cow has no world of 2016 .*1992–2014, or source penppml"),
        (2014, "comtrade", "no such source of trade .*choose penppml or cow"),
    ],
)
def test_other_years_and_sources_are_refused(year: int, source: TradeSource, told: str) -> None:
    with pytest.raises(InputError, match=told):
        world(year, source)


def test_home_sales_that_make_no_sense_are_refused() -> None:
    with pytest.raises(InputError, match="between 1 and 4"):
        world(2016, "penppml", output_ratio=0.5)


def test_a_state_that_is_not_there_is_named(system: System) -> None:
    with pytest.raises(InputError, match="TWN is not in the trade data of 2016"):
        system.at("TWN")
