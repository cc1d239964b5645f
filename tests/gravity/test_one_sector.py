"""One sector in equilibrium: what must hold whatever the world, and what is refused."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sverka.errors import InputError
from sverka.gravity.checks import cost_factors
from sverka.gravity.exact_hat import OneSector, one_sector
from sverka.gravity.refusal import NotConverged

CLOSURES = ("zero", "additive", "multiplicative")


def some_world(seed: int, count: int = 6, zeros: float = 0.0) -> np.ndarray:
    """Flows of countries of unequal size, domestic sales above all else."""
    draw = np.random.default_rng(seed)
    size = np.exp(draw.normal(0.0, 1.5, count))
    flows = np.outer(size, size) * np.exp(draw.normal(0.0, 1.0, (count, count)))
    flows[draw.random((count, count)) < zeros] = 0.0
    np.fill_diagonal(flows, 0.0)
    np.fill_diagonal(flows, 2.0 * np.maximum(flows.sum(axis=0), flows.sum(axis=1)) + size)
    return flows


def some_costs(seed: int, count: int = 6) -> np.ndarray:
    costs = np.exp(np.random.default_rng(seed + 1).normal(0.0, 0.2, (count, count)))
    np.fill_diagonal(costs, 1.0)
    return costs


worlds = st.integers(0, 10_000)
thetas = st.floats(0.5, 12.0)
supplies = st.sampled_from([0.0, 1.24, 3.0])
closures = st.sampled_from(CLOSURES)


@settings(max_examples=60, deadline=None)
@given(worlds, thetas, supplies, closures)
def test_markets_clear_shares_sum_to_one_and_the_world_spends_what_it_earns(seed, theta, supply, closure):
    found = one_sector(some_world(seed), theta, some_costs(seed), supply_elasticity=supply, closure=closure)
    assert found.certificate.holds(1e-10)
    assert found.shares.sum(axis=0) == pytest.approx(np.ones(6))
    assert found.flows.sum(axis=1) == pytest.approx(found.output, rel=1e-10)
    assert found.output.sum() == pytest.approx(found.baseline.sum())
    assert found.expenditure.sum() == pytest.approx(found.output.sum())


@settings(max_examples=40, deadline=None)
@given(worlds, thetas, supplies, closures)
def test_no_shock_changes_nothing(seed, theta, supply, closure):
    found = one_sector(some_world(seed), theta, supply_elasticity=supply, closure=closure)
    for hats in (found.wages, found.prices, found.producer_prices, found.real_income):
        assert hats == pytest.approx(np.ones(6), abs=1e-9)
    assert found.flows == pytest.approx(found.baseline, rel=1e-9)


@settings(max_examples=40, deadline=None)
@given(worlds, closures, st.floats(1e-6, 1e12))
def test_the_unit_of_account_does_not_matter(seed, closure, unit):
    one = one_sector(some_world(seed), 4.0, some_costs(seed), closure=closure)
    other = one_sector(some_world(seed) * unit, 4.0, some_costs(seed), closure=closure)
    assert other.real_income == pytest.approx(one.real_income, rel=1e-9)
    assert other.flows == pytest.approx(one.flows * unit, rel=1e-8)


@settings(max_examples=40, deadline=None)
@given(worlds, closures, st.permutations(range(6)))
def test_the_order_of_countries_does_not_matter(seed, closure, order):
    one = one_sector(some_world(seed), 4.0, some_costs(seed), closure=closure)
    turned = np.ix_(order, order)
    other = one_sector(some_world(seed)[turned], 4.0, some_costs(seed)[turned], closure=closure)
    assert other.real_income == pytest.approx(one.real_income[order], rel=1e-9)


@given(st.integers(2, 8), st.floats(0.05, 0.9), st.floats(0.5, 3.0), supplies, closures)
@settings(max_examples=40, deadline=None)
def test_a_symmetric_world_answers_symmetrically(count, openness, cost, supply, closure):
    flows = np.full((count, count), openness)
    np.fill_diagonal(flows, 1.0)
    costs = np.full((count, count), cost)
    np.fill_diagonal(costs, 1.0)
    found = one_sector(flows, 4.0, costs, supply_elasticity=supply, closure=closure)
    assert found.wages == pytest.approx(np.ones(count))
    assert found.real_income == pytest.approx(np.full(count, found.real_income[0]))


@settings(max_examples=40, deadline=None)
@given(worlds, thetas)
def test_with_balanced_trade_welfare_is_the_domestic_share_to_the_power_of_minus_one_over_theta(seed, theta):
    # Arkolakis, Costinot and Rodríguez-Clare (2012), equation 1
    found = one_sector(some_world(seed), theta, some_costs(seed), closure="zero")
    before = found.baseline.diagonal() / found.baseline.sum(axis=0)
    assert found.real_income == pytest.approx((found.shares.diagonal() / before) ** (-1.0 / theta), rel=1e-9)


def test_a_supply_elasticity_magnifies_the_gains_as_roundabout_production_does():
    # with balanced trade: real income changes by (domestic share)^(−(1 + ψ)/θ)
    world, costs = some_world(3), some_costs(3)
    found = one_sector(world, 4.0, costs, supply_elasticity=1.24)
    before = found.baseline.diagonal() / found.baseline.sum(axis=0)
    assert found.real_income == pytest.approx((found.shares.diagonal() / before) ** (-2.24 / 4.0), rel=1e-9)


@pytest.mark.parametrize("closure", CLOSURES)
def test_everybody_twice_as_productive_is_twice_as_rich(closure):
    found = one_sector(some_world(5), 4.0, productivity_hat=np.full(6, 2.0), closure=closure)
    assert found.real_income == pytest.approx(np.full(6, 2.0))
    assert found.prices == pytest.approx(np.full(6, 0.5))


def test_productivity_of_one_country_makes_its_goods_cheaper_and_others_richer():
    found = one_sector(some_world(5), 4.0, productivity_hat=[1.1, 1, 1, 1, 1, 1])
    assert found.producer_prices[0] == found.producer_prices.min()
    assert found.real_income[0] > 1.0
    assert found.real_income[1:].mean() > 1.0


@pytest.mark.parametrize("closure", ["zero", "multiplicative"])
def test_a_country_cut_off_lives_on_what_it_makes_itself(closure):
    world, costs = some_world(1), np.ones((6, 6))
    costs[0, 1:] = costs[1:, 0] = np.inf
    found = one_sector(world, 4.0, costs, closure=closure)
    assert found.flows[0, 1:].sum() == found.flows[1:, 0].sum() == 0.0
    assert found.deficits[0] == pytest.approx(0.0, abs=1e-9)
    assert found.output[0] == pytest.approx(found.baseline.sum(axis=1)[0])
    own = found.baseline[0, 0] / found.baseline[:, 0].sum()
    assert found.real_output[0] == pytest.approx(own**0.25)
    assert found.certificate.holds()


def test_two_blocs_that_stop_trading_are_two_worlds():
    world, costs = some_world(2), np.ones((6, 6))
    costs[:3, 3:] = costs[3:, :3] = np.inf
    found = one_sector(world, 4.0, costs)
    apart = one_sector(found.baseline, 4.0, costs)
    assert found.real_income == pytest.approx(apart.real_income)
    assert found.output[:3].sum() == pytest.approx(found.baseline[:3].sum())
    assert (found.real_income < 1.0).all()


def test_an_embargo_in_one_direction_leaves_the_other_direction_open():
    costs = np.ones((6, 6))
    costs[0, 1] = np.inf
    found = one_sector(some_world(4), 4.0, costs)
    assert found.flows[0, 1] == 0.0 < found.flows[1, 0]
    assert found.real_income[1] < 1.0


@settings(max_examples=40, deadline=None)
@given(worlds, closures)
def test_zero_flows_stay_zero(seed, closure):
    world = some_world(seed, zeros=0.3)
    assume(closure != "zero" or np.linalg.matrix_power(world > 0, 6).all())  # balance needs a way back from everywhere
    found = one_sector(world, 4.0, some_costs(seed), closure=closure)
    assert (found.flows[world == 0.0] == 0.0).all()
    assert found.certificate.holds()


def test_deficits_behave_as_the_closure_says():
    world, costs = some_world(7), some_costs(7)
    before = world.sum(axis=0) - world.sum(axis=1)
    assert one_sector(world, 4.0, costs, closure="zero").deficits == pytest.approx(np.zeros(6), abs=1e-9)
    assert one_sector(world, 4.0, costs, closure="additive").deficits == pytest.approx(before)
    found = one_sector(world, 4.0, costs, closure="multiplicative")
    ratio = (found.expenditure / found.output) / (world.sum(axis=0) / world.sum(axis=1))
    assert ratio == pytest.approx(np.full(6, ratio[0]))


def test_deficits_can_be_given():
    world = some_world(7)
    gone = one_sector(world, 4.0, closure="additive", deficits=np.zeros(6))
    assert gone.expenditure == pytest.approx(gone.output)
    rebalanced = one_sector(world, 4.0)
    assert gone.flows == pytest.approx(rebalanced.baseline, rel=1e-8)


def test_a_world_is_not_changed_by_a_shock():
    flows = some_world(8)
    world = OneSector(flows, 4.0, closure="additive")
    kept = flows.copy()
    first = world.shock(some_costs(8)).real_income
    world.shock(np.full((6, 6), 2.0))
    assert (world.shock(some_costs(8)).real_income == first).all()
    assert (flows == kept).all()


def test_two_hundred_countries_and_extreme_elasticities_converge():
    world, costs = some_world(9, 200), some_costs(9, 200)
    for theta in (0.3, 4.0, 20.0):
        assert one_sector(world, theta, costs).certificate.residual <= 1e-10


def test_a_surplus_kept_fixed_that_eats_up_all_spending_is_refused():
    with pytest.raises(InputError, match="do not sum to zero"):
        one_sector(some_world(1), 4.0, closure="additive", deficits=[1, 0, 0, 0, 0, 0])
    flows = np.array([[1.0, 9.0], [1.0, 20.0]])
    costs = np.array([[1.0, 4.0], [4.0, 1.0]])
    with pytest.raises(NotConverged, match=r"Ruritania would have to spend less than nothing .*closure="):
        one_sector(flows, 4.0, costs, closure="additive", names=["Ruritania", "Freedonia"])


GOOD = some_world(0, 3)


def spoiled(place: tuple[int, int], value: float) -> np.ndarray:
    flows = GOOD.copy()
    flows[place] = value
    return flows


@pytest.mark.parametrize(
    ("flows", "options", "message"),
    [
        (spoiled((0, 1), -1.0), {}, "a flow is negative (country 0 to country 1 is -1)"),
        (spoiled((1, 1), 0.0), {}, "domestic sales are missing (country 1 to itself is 0)"),
        (spoiled((1, 1), np.nan), {}, "domestic sales are missing"),
        (spoiled((2, 0), np.nan), {}, "a flow is not a finite number (country 2 to country 0 is nan)"),
        (spoiled((2, 0), np.inf), {}, "a flow is not a finite number"),
        (GOOD[:2], {}, "flows are not a square table"),
        (GOOD[0], {}, "flows are not a square table"),
        ([["a", "b"], ["c", "d"]], {}, "flows are not a table of numbers"),
        (np.zeros((3, 3)), {}, "domestic sales are missing"),
        (GOOD, {"theta": 0.0}, "theta must be positive"),
        (GOOD, {"theta": -4}, "theta must be positive"),
        (GOOD, {"theta": np.nan}, "theta is not a finite number"),
        (GOOD, {"theta": "four"}, "theta is not a number"),
        (GOOD, {"supply_elasticity": -1.0}, "supply_elasticity must not be negative"),
        (GOOD, {"closure": "none"}, "unknown closure ('none'); choose closure from zero, additive, multiplicative"),
        (GOOD, {"deficits": [0, 0, 0]}, "deficits given (closure=zero)"),
        (GOOD, {"names": ["a"]}, "names do not match the flows"),
        (GOOD, {"cost_hat": np.ones((2, 2))}, "cost_hat has the wrong shape ((2, 2), not (3, 3))"),
        (GOOD, {"cost_hat": np.zeros((3, 3))}, "cost_hat must be factors of change above zero"),
        (GOOD, {"cost_hat": np.full((3, 3), np.nan)}, "cost_hat must be factors of change above zero"),
        (GOOD, {"cost_hat": np.full((3, 3), 1e-200)}, "cost_hat falls too far"),
        (GOOD, {"cost_hat": np.full((3, 3), np.inf)}, "country 0 could sell to nobody, not even at home"),
        (GOOD, {"productivity_hat": [1.0, 1.0]}, "productivity_hat has the wrong shape"),
        (GOOD, {"productivity_hat": [1.0, 0.0, 1.0]}, "productivity_hat must be factors of change"),
        (GOOD, {"productivity_hat": [1.0, np.inf, 1.0]}, "productivity_hat must be factors of change"),
    ],
)
def test_bad_input_is_refused_in_one_line(flows, options, message):
    with pytest.raises(InputError) as refused:
        one_sector(flows, **options)
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_trade_in_one_direction_only_cannot_balance():
    flows = np.array([[5.0, 1.0, 0.0], [1.0, 5.0, 0.0], [0.0, 2.0, 5.0]])
    with pytest.raises(InputError, match="trade could not balance: Here and Far are linked in one direction only"):
        one_sector(flows, 4.0, names=["Here", "There", "Far"])
    assert one_sector(flows, 4.0, closure="additive").certificate.holds()


def test_a_deficit_cannot_be_kept_by_a_country_that_is_cut_off():
    costs = np.ones((3, 3))
    costs[0, 1:] = costs[1:, 0] = np.inf
    with pytest.raises(InputError, match="country 0 is cut off and nobody could finance its deficit"):
        one_sector(spoiled((0, 1), 50.0), 4.0, costs, closure="additive")


@pytest.mark.parametrize("theta", [0.3, 1.0, 2.0, 3.0, 4.0, 6.0, 7.0, 12.0, 15.0, 16.0, 17.0, 4.5])
def test_costs_are_raised_to_minus_theta(theta):
    costs = np.random.default_rng(0).uniform(0.5, 2.0, (20, 20))
    assert cost_factors(costs, 20, theta) == pytest.approx(costs**-theta, rel=1e-12)
