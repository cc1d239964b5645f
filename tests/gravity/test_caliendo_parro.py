"""Many sectors in equilibrium: what must hold whatever the world, the one-sector cases, and what is refused."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.errors import InputError
from sverka.gravity.caliendo_parro import ManySectors
from sverka.gravity.exact_hat import one_sector

COUNTRIES, SECTORS = 4, 3


def some_world(seed: int) -> dict[str, np.ndarray]:
    """A world that hangs together: flows of unequal countries, tariffs, input–output links."""
    draw = np.random.default_rng(seed)
    flows = np.exp(draw.normal(0.0, 1.0, (SECTORS, COUNTRIES, COUNTRIES)))
    tariffs = draw.uniform(0.0, 0.3, flows.shape)
    for sector in range(SECTORS):
        np.fill_diagonal(flows[sector], 3.0 * flows[sector].sum(axis=1))
        np.fill_diagonal(tariffs[sector], 0.0)
    value_added = draw.uniform(0.4, 0.8, (SECTORS, COUNTRIES))
    mix = draw.dirichlet(np.ones(SECTORS), (COUNTRIES, SECTORS)).transpose(0, 2, 1)
    return {
        "flows": flows,
        "tariffs": tariffs,
        "value_added": value_added,
        "inputs": mix * (1.0 - value_added.T)[:, None, :],
        "theta": draw.uniform(1.0, 12.0, SECTORS),
    }


def free_trade(world: dict[str, np.ndarray]) -> np.ndarray:
    return np.zeros_like(world["tariffs"])


worlds = st.integers(0, 10_000)
closures = st.sampled_from(["zero", "additive"])


@settings(max_examples=25, deadline=None)
@given(worlds, closures)
def test_markets_clear_and_every_country_pays_for_what_it_buys(seed, closure):
    world = some_world(seed)
    found = ManySectors(**world, closure=closure).shock(free_trade(world))
    assert found.certificate.holds(1e-9)
    deficits = found.flows.sum(axis=(0, 1)) - found.flows.sum(axis=(0, 2))
    assert deficits == pytest.approx(found.deficits, abs=1e-8 * found.flows.sum())
    assert found.shares.sum(axis=1) == pytest.approx(np.ones((SECTORS, COUNTRIES)))
    assert found.tariff_revenue == pytest.approx(np.zeros(COUNTRIES))
    assert found.income == pytest.approx((found.flows.sum(axis=2) * world["value_added"]).sum(axis=0) + found.deficits)


@settings(max_examples=15, deadline=None)
@given(worlds, closures)
def test_no_shock_changes_nothing(seed, closure):
    found = ManySectors(**some_world(seed), closure=closure).shock()
    assert found.real_income == pytest.approx(np.ones(COUNTRIES), abs=1e-9)
    assert found.first_order_welfare == pytest.approx(np.zeros(COUNTRIES), abs=1e-9)


@settings(max_examples=15, deadline=None)
@given(worlds, st.floats(1e-3, 1e9), st.permutations(range(COUNTRIES)))
def test_neither_the_unit_of_account_nor_the_order_of_countries_matters(seed, unit, order):
    world = some_world(seed)
    one = ManySectors(**world).shock(free_trade(world)).real_income
    order = list(order)
    turned = {
        "flows": unit * world["flows"][:, order][:, :, order],
        "tariffs": world["tariffs"][:, order][:, :, order],
        "value_added": world["value_added"][:, order],
        "inputs": world["inputs"][order],
        "theta": world["theta"],
    }
    assert ManySectors(**turned).shock(free_trade(world)).real_income == pytest.approx(one[order], rel=1e-8)


def test_a_symmetric_world_answers_symmetrically():
    flows = np.full((2, 3, 3), 1.0)
    flows[:, range(3), range(3)] = 5.0
    tariffs = np.full((2, 3, 3), 0.2)
    tariffs[:, range(3), range(3)] = 0.0
    found = ManySectors(flows, tariffs, np.full((2, 3), 0.5), np.full((3, 2, 2), 0.25), [4.0, 6.0]).shock(0.0 * tariffs)
    assert found.wages == pytest.approx(np.ones(3))
    assert found.real_income == pytest.approx(np.full(3, found.real_income[0]))
    assert found.real_income[0] > 1.0


@pytest.mark.parametrize("share", [1.0, 0.4])
def test_one_sector_without_tariffs_is_the_one_sector_model(share):
    # goods made of goods: universal gravity with supply elasticity (1 − β)/β
    flows = some_world(3)["flows"][:1]
    costs = np.exp(np.random.default_rng(1).normal(0.0, 0.2, (COUNTRIES, COUNTRIES)))
    np.fill_diagonal(costs, 1.0)
    found = ManySectors(
        flows, 0.0 * flows, np.full((1, COUNTRIES), share), np.full((COUNTRIES, 1, 1), 1.0 - share), [4.0]
    ).shock(cost_hat=costs)
    same = one_sector(flows[0], 4.0, costs, supply_elasticity=(1.0 - share) / share)
    assert found.real_income == pytest.approx(same.real_income, rel=1e-9)
    assert found.flows[0].sum(axis=1) / flows[0].sum() == pytest.approx(same.output / same.output.sum(), rel=1e-8)


def test_small_changes_agree_with_the_first_order_formula_at_free_trade():
    # Hulten: with no tariffs a small change of costs is worth what it saves, terms of trade aside
    world = some_world(5)
    world["tariffs"] = free_trade(world)
    costs = np.ones((COUNTRIES, COUNTRIES))
    costs[0, 1] = 1.0 - 1e-5
    found = ManySectors(**world).shock(cost_hat=costs)
    assert found.real_income - 1.0 == pytest.approx(found.first_order_welfare, abs=2e-9)
    assert found.trade_costs[1] > 0.0 == found.trade_costs[0]


def test_everybody_more_productive_in_everything_is_richer_by_more_than_that():
    world = some_world(6)
    found = ManySectors(**world).shock(productivity_hat=np.full((SECTORS, COUNTRIES), 1.1))
    assert (found.real_income > 1.1).all()  # inputs become cheaper too
    assert found.wages == pytest.approx(found.wages[0] * np.ones(COUNTRIES), rel=0.1)


def test_a_country_cut_off_loses_and_the_rest_go_on():
    costs = np.ones((COUNTRIES, COUNTRIES))
    costs[0, 1:] = costs[1:, 0] = np.inf
    found = ManySectors(**some_world(7)).shock(cost_hat=costs)
    assert found.flows[:, 0, 1:].sum() == found.flows[:, 1:, 0].sum() == 0.0
    assert found.real_income[0] < 1.0
    assert found.certificate.holds(1e-9)


def test_tables_that_do_not_agree_with_themselves_get_a_baseline_that_does():
    world = some_world(8)
    world["flows"][0, 0, 0] *= 1e-3
    baseline = ManySectors(**world).baseline
    assert baseline.certificate.holds(1e-9)


def change(name: str, place: tuple, value: float) -> dict[str, np.ndarray]:
    world = some_world(0)
    world[name][place] = value
    return world


@pytest.mark.parametrize(
    ("world", "message"),
    [
        (change("flows", (0, 0, 1), -1.0), "a flow is negative (flows[0, 0, 1])"),
        (change("flows", (0, 0, 1), np.nan), "a flow is not a finite number (flows[0, 0, 1])"),
        (change("flows", (slice(None), 2, 2), 0.0), "domestic sales are missing (country 2)"),
        (some_world(0) | {"flows": np.ones((3, 4))}, "flows has the wrong number of dimensions"),
        (some_world(0) | {"flows": np.ones((3, 4, 5))}, "flows are not square tables"),
        (some_world(0) | {"flows": "no"}, "flows is not a table of numbers"),
        (some_world(0) | {"tariffs": np.zeros((3, 4, 5))}, "tariffs has the wrong shape"),
        (change("tariffs", (1, 0, 1), -2.0), "a tariff is not a rate above -1 (tariffs[1, 0, 1] = -2)"),
        (change("tariffs", (1, 0, 1), np.inf), "a tariff is not a rate above -1"),
        (change("tariffs", (1, 2, 2), 0.1), "a tariff on domestic sales"),
        (change("value_added", (1, 2), 0.0), "a share of value added is not in (0, 1] (value_added[1, 2] = 0)"),
        (change("value_added", (1, 2), 0.9999), "shares of inputs and value added do not sum to one"),
        (change("inputs", (1, 2, 0), -0.5), "a share of inputs is negative or not finite (inputs[1, 2, 0])"),
        (change("theta", (1,), 0.0), "theta must be positive (theta[1] = 0)"),
        (some_world(0) | {"theta": [4.0]}, "theta has the wrong shape"),
        (some_world(0) | {"final": np.full((3, 4), 0.5)}, "shares of final spending do not sum to one"),
        (some_world(0) | {"final": np.full((3, 4), -1.0)}, "a share of final spending is negative"),
        (some_world(0) | {"closure": "none"}, "unknown closure"),
        (some_world(0) | {"names": ["a"]}, "names do not match the flows"),
        (change("flows", (0, slice(None), 1), 0.0), "country 1 needs goods of sector 0 but buys none"),
    ],
)
def test_bad_input_is_refused_in_one_line(world, message):
    with pytest.raises(InputError) as refused:
        ManySectors(**world)
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("shock", "message"),
    [
        ({"tariffs": [1]}, "tariffs has the wrong shape"),
        ({"cost_hat": np.zeros((4, 4))}, "cost_hat must be factors of change above zero"),
        ({"cost_hat": np.ones((3, 3))}, "cost_hat has the wrong shape"),
        ({"productivity_hat": np.zeros((3, 4))}, "productivity_hat must be factors of change"),
        ({"cost_hat": np.full((4, 4), np.inf)}, "country 0 could buy goods of sector 0 from nobody"),
    ],
)
def test_a_bad_shock_is_refused_in_one_line(shock, message):
    with pytest.raises(InputError) as refused:
        ManySectors(**some_world(0)).shock(**shock)
    assert message in str(refused.value)
