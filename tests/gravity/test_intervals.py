"""Draws through the equilibrium: repeatable whatever the workers, failures told."""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import numpy as np
import pytest

from sverka.errors import InputError
from sverka.gravity.draws import CostShock, draw_coefficients, intervals, resample_pairs
from sverka.gravity.exact_hat import OneSector
from sverka.gravity.refusal import NotConverged


def some_shock(measure: str = "real_income") -> CostShock:
    """Five countries; the first two leave an agreement."""
    draw = np.random.default_rng(0)
    flows = np.exp(draw.normal(0.0, 1.0, (5, 5)))
    np.fill_diagonal(flows, 3.0 * flows.sum(axis=1))
    change = np.zeros((2, 5, 5))
    change[0, 0, 1] = change[0, 1, 0] = -1.0
    return CostShock(OneSector(flows, 4.0), change, measure)


DRAWS = draw_coefficients([0.5, 1.0], [[0.04, 0.01], [0.01, 0.09]], 120, seed=1)


def test_draws_have_the_mean_and_covariance_of_the_estimate():
    drawn = draw_coefficients([0.5, 1.0], [[0.04, 0.01], [0.01, 0.09]], 100_000, seed=2)
    assert drawn.mean(axis=0) == pytest.approx([0.5, 1.0], abs=0.005)
    assert np.cov(drawn.T) == pytest.approx(np.array([[0.04, 0.01], [0.01, 0.09]]), abs=0.002)


def test_the_same_seed_gives_the_same_draws_and_another_seed_others():
    again = draw_coefficients([0.5, 1.0], [[0.04, 0.01], [0.01, 0.09]], 120, seed=1)
    other = draw_coefficients([0.5, 1.0], [[0.04, 0.01], [0.01, 0.09]], 120, seed=2)
    assert (again == DRAWS).all()
    assert (other != DRAWS).any()


def test_the_answer_does_not_depend_on_the_workers():
    by_default = intervals(DRAWS, some_shock(), keep=True)
    with ThreadPoolExecutor(1) as one, ThreadPoolExecutor(4) as four, ProcessPoolExecutor(2) as processes:
        for pool in (one, four, processes):
            found = intervals(DRAWS, some_shock(), keep=True, executor=pool)
            assert (found.draws == by_default.draws).all()
            assert (found.quantiles == by_default.quantiles).all()


def test_quantiles_are_those_of_the_outcomes_one_by_one():
    shock = some_shock()
    found = intervals(DRAWS, shock, levels=[0.1, 0.9])
    singly = np.stack([shock(one) for one in DRAWS])
    assert found.quantiles == pytest.approx(np.quantile(singly, [0.1, 0.9], axis=0))
    assert found.mean == pytest.approx(singly.mean(axis=0))
    assert found.deviation == pytest.approx(singly.std(axis=0, ddof=1))
    assert found.draws is None
    assert str(found) == "120 of 120 draws"
    assert (found.quantiles[1, :2] < 1.0).all()  # who leaves an agreement that made trade loses


def test_a_change_of_regressors_becomes_a_change_of_costs():
    shock = some_shock("flows")
    costs = np.ones((5, 5))
    costs[0, 1] = costs[1, 0] = np.exp(0.7 / 4.0)
    assert shock(np.array([0.7, 9.0])) == pytest.approx(shock.world.shock(costs).flows)


def test_trade_that_ends_is_marked_by_nan():
    shock = some_shock("flows")
    shock.change[1, 0, 1] = np.nan
    assert shock(np.array([0.7, 9.0]))[0, 1] == 0.0


def refuses_some(one: np.ndarray) -> np.ndarray:
    if one[0] > 0.8:
        raise NotConverged("too much", where=f"{one[0]:.1f}")
    return np.full(3, np.inf) if one[0] < 0.1 else np.full(3, one[0])


def test_draws_that_fail_are_reported_with_their_number_and_reason():
    inputs = np.array([[0.5], [0.9], [0.6], [0.0]])
    found = intervals(inputs, refuses_some, keep=True)
    assert [failure.draw for failure in found.failed] == [1, 3]
    assert found.failed[0].message == "too much (0.9)"
    assert found.failed[1].message == "the outcome is not finite"
    assert found.draws[:, 0].tolist() == [0.5, 0.6]
    assert str(found) == "2 of 4 draws; draw 1 failed: too much (0.9)"


def test_no_draw_at_all_is_an_error():
    with pytest.raises(NotConverged, match=r"no draw came through the model \(too much \(1\.0\)\)"):
        intervals(np.ones((3, 1)), refuses_some)


def test_an_error_of_the_program_is_not_taken_for_a_draw_that_failed():
    with pytest.raises(ZeroDivisionError):
        intervals(np.ones((3, 1)), lambda one: 1 / 0)


def test_progress_is_told_up_to_the_last_draw():
    told: list[tuple[int, int]] = []
    intervals(DRAWS, some_shock(), progress=lambda done, of: told.append((done, of)))
    assert told[-1] == (120, 120)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_the_pair_bootstrap_resamples_whole_pairs_and_repeats_itself():
    pairs = np.repeat(np.arange(50), 4)
    values = np.repeat(np.random.default_rng(0).normal(size=50), 4)
    seen: list[np.ndarray] = []

    def refit(rows: np.ndarray) -> list[float]:
        seen.append(rows)
        return [float(values[rows].mean())]

    found, failed = resample_pairs(pairs, refit, 200, seed=3)
    with ThreadPoolExecutor(3) as pool:
        again, _ = resample_pairs(pairs, refit, 200, seed=3, executor=pool)
    assert (found == again).all()
    assert failed == ()
    assert all((np.bincount(pairs[rows], minlength=50) % 4 == 0).all() and len(rows) == 200 for rows in seen)
    assert found.std() == pytest.approx(values[::4].std() / np.sqrt(50), rel=0.2)


def test_resamples_that_cannot_be_estimated_are_told():
    def refit(rows: np.ndarray) -> list[float]:
        if rows[0] < 5:
            raise InputError("collinear")
        return [1.0]

    found, failed = resample_pairs(np.arange(10), refit, 30, seed=1)
    assert len(found) + len(failed) == 30
    assert {failure.message for failure in failed} == {"collinear"}
    with pytest.raises(NotConverged, match="no resample gave an estimate"):
        resample_pairs(np.arange(5), refit, 3, seed=1)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: draw_coefficients([1.0], [[1.0, 0.0]], 5, 1), "coefficients and covariance do not match"),
        (lambda: draw_coefficients([1.0], [[np.nan]], 5, 1), "not finite"),
        (lambda: draw_coefficients([1.0], [[-1.0]], 5, 1), "variances of zero or more"),
        (lambda: draw_coefficients([1.0, 1.0], [[1.0, 0.5], [0.2, 1.0]], 5, 1), "not symmetric"),
        (lambda: draw_coefficients([1.0], [[1.0]], 0, 1), "draws=0"),
        (lambda: draw_coefficients([1.0], [[1.0]], 2.5, 1), "draws=2.5"),
        (lambda: intervals([1.0], np.asarray), "draws are not a table"),
        (lambda: intervals([[1.0]], np.asarray, levels=[95]), "levels are not quantiles"),
        (lambda: CostShock(some_shock().world, np.zeros((5, 5))), "change has the wrong shape"),
        (lambda: CostShock(some_shock().world, np.zeros((1, 5, 5)), "happiness"), "unknown measure 'happiness'"),
        (lambda: resample_pairs([1, 1], lambda rows: [1.0], 3, 1), "nothing to resample"),
    ],
)
def test_bad_input_is_refused_in_one_line(call, message):
    with pytest.raises(InputError, match=message):
        call()


def test_names_of_the_package_are_functions_whatever_was_imported_before():
    import sverka.gravity

    for name in ("one_sector", "many_sectors", "intervals", "weidner_zylkin", "ppml"):
        assert callable(getattr(sverka.gravity, name)), name
