"""PPML and least squares: against dummies, against themselves rearranged, and on input that is bad."""

from collections.abc import Callable

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.errors import InputError
from sverka.gravity import NotConverged, absorb, layout, ols, ppml, symmetric

THREE = ["exporter^year", "importer^year", "pair"]
FORMULA = "trade ~ rta + cost"
Made = Callable[..., pl.DataFrame]


def with_dummies(frame: pl.DataFrame, columns: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Regressors of FORMULA and a dummy for every combination named."""
    x = frame.select("rta", "cost").to_numpy()
    for name in columns:
        key = pl.concat_str([pl.col(column).cast(pl.String) for column in name.split("^")], separator="^")
        x = np.hstack([x, frame.select(key=key).to_dummies().to_numpy().astype(float)])
    return x, frame["trade"].to_numpy()


def slopes_with_dummies(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Poisson by textbook reweighted least squares."""
    mu = (y + y.mean()) / 2
    eta = np.log(mu)
    for _ in range(100):
        root = np.sqrt(mu)
        b = np.linalg.lstsq(x * root[:, None], root * (eta + (y - mu) / mu), rcond=None)[0]
        eta = x @ b
        mu = np.exp(eta)
    return np.asarray(b[:2])


@pytest.mark.parametrize("effects", [["exporter"], ["exporter", "importer"], ["exporter^year", "importer^year"]])
def test_effects_are_dummies(panel: pl.DataFrame, effects: list[str]) -> None:
    estimate = ppml(panel, FORMULA, effects, tolerance=1e-9)
    assert estimate.coefficients == pytest.approx(slopes_with_dummies(*with_dummies(panel, effects)), abs=1e-8)


def test_three_effects_are_dummies(made: Made) -> None:
    frame = made(countries=6, years=4)
    estimate = ppml(frame, FORMULA, THREE, tolerance=1e-9)
    dummies = with_dummies(frame, ["exporter^year", "importer^year", "exporter^importer"])
    assert estimate.coefficients == pytest.approx(slopes_with_dummies(*dummies), abs=1e-8)


def test_without_effects_there_is_a_constant(panel: pl.DataFrame) -> None:
    estimate = ppml(panel, FORMULA, small_sample="none", tolerance=1e-9)
    x, y = with_dummies(panel, [])
    x = np.hstack([x, np.ones((len(x), 1))])
    assert estimate.names == ("rta", "cost", "constant")
    mu = np.exp(x @ estimate.coefficients)
    assert x.T @ (y - mu) == pytest.approx(np.zeros(3), abs=1e-6 * y.sum())
    bread = np.linalg.inv((x.T * mu) @ x)
    robust = bread @ ((x.T * (y - mu) ** 2) @ x) @ bread
    assert estimate.covariance == pytest.approx(robust, rel=1e-6)


def test_least_squares_with_effects_is_least_squares_with_dummies(panel: pl.DataFrame) -> None:
    frame = panel.filter(pl.col("trade") > 0)
    estimate = ols(frame, "log(trade) ~ rta + cost", THREE, cluster="pair")
    x, y = with_dummies(frame, ["exporter^year", "importer^year", "exporter^importer"])
    full = np.linalg.lstsq(x, np.log(y), rcond=None)[0]
    assert estimate.coefficients == pytest.approx(full[:2], abs=1e-8)
    assert estimate.fitted == pytest.approx(x @ full, abs=1e-7)


def test_least_squares_refuses_where_effects_could_not_be_taken_out(
    panel: pl.DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(absorb, "MOST", 2)
    with pytest.raises(NotConverged, match="could not be taken out"):
        ols(panel.filter(pl.col("trade") > 0), "log(trade) ~ rta + cost", THREE)


def test_the_dense_and_the_indexed_path_agree(panel: pl.DataFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    dense = ppml(panel, FORMULA, THREE, cluster="pair", tolerance=1e-9)
    monkeypatch.setattr(layout, "FULL", 2.0)
    indexed = ppml(panel, FORMULA, THREE, cluster="pair", tolerance=1e-9)
    assert indexed.coefficients == pytest.approx(dense.coefficients, abs=1e-10)
    assert indexed.covariance == pytest.approx(dense.covariance, rel=1e-7)
    assert indexed.mu == pytest.approx(dense.mu, rel=1e-7)
    for name, frame in dense.effects().items():
        assert indexed.effects()[name]["value"].to_numpy() == pytest.approx(frame["value"].to_numpy(), abs=1e-6)


def test_many_threads_give_what_one_gives(panel: pl.DataFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    one = ppml(panel, FORMULA, THREE, cluster="pair", tolerance=1e-9)
    monkeypatch.setattr(layout, "SMALL", 1)
    monkeypatch.setattr(layout, "_threads", lambda: 2)
    two = ppml(panel, FORMULA, THREE, cluster="pair", tolerance=1e-9)
    assert two.coefficients == pytest.approx(one.coefficients, abs=1e-10)


@settings(max_examples=15, deadline=None)
@given(scale=st.floats(1e-6, 1e9), seed=st.integers(0, 50))
def test_the_unit_of_trade_does_not_matter(made: Made, scale: float, seed: int) -> None:
    frame = made(countries=5, years=3, seed=seed, zeros=0.1)
    one = ppml(frame, FORMULA, THREE, cluster="pair", tolerance=1e-8)
    other = ppml(frame.with_columns(pl.col("trade") * scale), FORMULA, THREE, cluster="pair", tolerance=1e-8)
    assert other.coefficients == pytest.approx(one.coefficients, abs=1e-6)
    assert other.covariance == pytest.approx(one.covariance, rel=1e-4, abs=1e-9)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 1000))
def test_the_order_of_rows_does_not_matter(made: Made, seed: int) -> None:
    frame = made(countries=5, years=3, seed=seed % 7, zeros=0.1)
    mixed = frame.sample(fraction=1.0, shuffle=True, seed=seed)
    one, other = (ppml(f, FORMULA, THREE, cluster=["exporter", "importer"], tolerance=1e-8) for f in (frame, mixed))
    assert other.coefficients == pytest.approx(one.coefficients, abs=1e-7)
    assert other.covariance == pytest.approx(one.covariance, rel=1e-4, abs=1e-9)
    assert sorted(other.mu) == pytest.approx(sorted(one.mu), rel=1e-5)


def test_a_weight_of_two_is_a_row_twice(panel: pl.DataFrame) -> None:
    frame = panel.with_columns(weight=1.0 + (pl.int_range(pl.len()) % 2))
    twice = pl.concat([frame, frame.filter(pl.col("weight") == 2)])
    weighted = ppml(frame, FORMULA, THREE, weights="weight", tolerance=1e-9)
    repeated = ppml(twice, FORMULA, THREE, tolerance=1e-9)
    assert weighted.coefficients == pytest.approx(repeated.coefficients, abs=1e-8)
    assert weighted.deviance == pytest.approx(repeated.deviance, rel=1e-8)


def test_an_offset_is_a_regressor_with_coefficient_one(panel: pl.DataFrame) -> None:
    free = ppml(panel, FORMULA, THREE, tolerance=1e-9)
    frame = panel.with_columns(known=free.coefficients[1] * pl.col("cost"))
    fixed = ppml(frame, "trade ~ rta", THREE, offset="known", tolerance=1e-9)
    assert fixed.coefficients[0] == pytest.approx(free.coefficients[0], abs=1e-7)
    assert fixed.predict(frame) == pytest.approx(fixed.predict(), rel=1e-6)


def test_symmetric_pairs_share_an_effect(panel: pl.DataFrame) -> None:
    both = pl.concat_str(pl.min_horizontal("exporter", "importer"), pl.max_horizontal("exporter", "importer"))
    by_hand = ppml(panel.with_columns(both=both), FORMULA, [*THREE[:2], "both"])
    by_name = ppml(panel, FORMULA, [*THREE[:2], symmetric("exporter", "importer")])
    assert by_name.coefficients == pytest.approx(by_hand.coefficients, abs=1e-10)
    assert by_name.predict(panel) == pytest.approx(by_hand.mu, rel=1e-6)


def test_what_is_missing_is_counted_and_left_out(panel: pl.DataFrame) -> None:
    holes = panel.with_columns(rta=pl.when(pl.int_range(pl.len()) < 3).then(None).otherwise(pl.col("rta")))
    estimate = ppml(holes, FORMULA, THREE)
    assert ("missing", "rows", 3) in estimate.dropped.rows()
    assert estimate.coefficients == pytest.approx(ppml(panel[3:], FORMULA, THREE).coefficients, abs=1e-8)


def test_collinear_regressors_are_dropped_by_name(panel: pl.DataFrame) -> None:
    frame = panel.with_columns(twice=2 * pl.col("rta") - pl.col("cost"), one=1.0, far=pl.col("dist").log())
    estimate = ppml(frame, "trade ~ rta + cost + twice + one + far", THREE)
    assert estimate.names == ("rta", "cost")
    assert estimate.dropped.rows() == [("collinear", name, 0) for name in ("twice", "one", "far")]
    assert ppml(frame, "trade ~ rta + one").names == ("rta", "constant")


def test_a_pair_with_one_row_is_a_singleton(panel: pl.DataFrame) -> None:
    alone = (pl.col("exporter") == "C01") & (pl.col("importer") == "C02") & (pl.col("trade") > 0)
    first = panel.with_row_index().filter(alone)["index"][0]
    rest = (pl.col("exporter") != "C01") | (pl.col("importer") != "C02") | (pl.col("index") == first)
    frame = panel.with_row_index().filter(rest)
    dropped = ppml(frame, FORMULA, THREE)
    assert ("singleton", "rows", 1) in dropped.dropped.rows()
    kept = ppml(frame, FORMULA, THREE, singletons="keep")
    assert kept.coefficients == pytest.approx(dropped.coefficients, abs=1e-7)
    assert kept.observations == dropped.observations + 1


def test_a_pair_without_trade_is_left_out_as_separated(panel: pl.DataFrame) -> None:
    nothing = (pl.col("exporter") == "C01") & (pl.col("importer") == "C02")
    frame = panel.with_columns(trade=pl.when(nothing).then(0.0).otherwise(pl.col("trade")))
    estimate = ppml(frame, FORMULA, THREE)
    assert frame.filter(estimate.separated).select(nothing.all()).item()
    assert int(estimate.separated.sum()) >= 5


def uneven(made: Made, seed: int) -> pl.DataFrame:
    """A panel with holes, some flows smaller by up to nine orders, and a regressor that is 1 in three rows only."""
    random = np.random.default_rng(seed)
    frame = made(countries=int(random.integers(5, 9)), years=int(random.integers(3, 6)), seed=seed)
    frame = frame.filter(pl.Series(random.random(frame.height) > random.uniform(0, 0.3)))
    small = np.where(random.random(frame.height) < 0.1, 10.0 ** random.uniform(-9, 0), 1.0)
    rare = np.zeros(frame.height)
    rare[random.choice(frame.height, 3, replace=False)] = 1
    return frame.with_columns(pl.col("trade") * small, rare=pl.Series(rare))


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_uneven_panels_reach_the_maximum_on_either_path(made: Made, seed: int) -> None:
    frame = uneven(made, seed)
    dense = ppml(frame, f"{FORMULA} + rare", THREE, small_sample="none", tolerance=1e-8)
    full = layout.FULL
    try:
        layout.FULL = 2.0
        indexed = ppml(frame, f"{FORMULA} + rare", THREE, small_sample="none", tolerance=1e-8)
    finally:
        layout.FULL = full
    assert indexed.names == dense.names
    assert indexed.coefficients == pytest.approx(dense.coefficients, rel=1e-5, abs=1e-5)
    arrays = dense.arrays()
    residual = arrays.y - arrays.mu
    for name in THREE:
        sums, size = (np.bincount(arrays.codes[name], values) for values in (residual, arrays.y))
        assert np.abs(sums).max() <= 1e-6 * size.max()
    assert np.abs(arrays.within @ residual).max() <= 1e-6 * arrays.y.sum()


@pytest.mark.parametrize("seed", [0, 3, 4, 5, 6, 10, 12, 13])
def test_a_few_huge_flows_do_not_make_steps_overshoot(made: Made, seed: int) -> None:
    """Newton alone overshoots in the effects of few rows, down by 40 in logs, then up by 10^14, and finds no way."""
    random = np.random.default_rng(seed)
    frame = made(countries=10, years=5, seed=3).filter(pl.Series(random.random(450) > 0.3))
    huge = np.where(random.random(frame.height) < 0.03, 10.0 ** random.uniform(3, 6), 1.0)
    estimate = ppml(frame.with_columns(pl.col("trade") * huge), FORMULA, THREE, tolerance=1e-9)
    assert estimate.iterations < 40
    used = frame[estimate.sample.rows]
    dummies, _ = with_dummies(used, ["exporter^year", "importer^year", "exporter^importer"])
    residual = estimate.sample.y - estimate.mu
    assert dummies.T @ residual == pytest.approx(0, abs=1e-6 * estimate.sample.y.sum())


def test_the_unit_of_a_regressor_does_not_matter(panel: pl.DataFrame) -> None:
    one = ppml(panel, FORMULA, THREE, tolerance=1e-9)
    other = ppml(panel.with_columns(cost=pl.col("cost") * 1e12), FORMULA, THREE, tolerance=1e-9)
    assert other.coefficients * [1, 1e12] == pytest.approx(one.coefficients, rel=1e-6)


def test_without_regressors_there_are_still_effects(panel: pl.DataFrame) -> None:
    estimate = ppml(panel.with_columns(one=1.0), "trade ~ one", THREE)
    assert estimate.names == ()
    assert estimate.fitted.sum() == pytest.approx(estimate.sample.y.sum())


@pytest.mark.parametrize("effects", [[], ["exporter", "importer"]])
def test_large_samples_find_separation_by_means_that_vanish(
    panel: pl.DataFrame, effects: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from sverka.gravity import estimators

    embargo = (pl.col("year") == 2003) & (pl.col("exporter") == "C03") & (pl.col("importer") < "C03")
    frame = panel.with_columns(
        trade=pl.when(embargo).then(0.0).otherwise(pl.col("trade")), embargo=embargo.cast(pl.Float64)
    )
    thorough = ppml(frame, "trade ~ rta + cost + embargo", effects)
    monkeypatch.setattr(estimators, "SMALL", 0)
    quick = ppml(frame, "trade ~ rta + cost + embargo", effects)
    assert quick.separated.to_list() == thorough.separated.to_list()
    assert frame.filter(quick.separated)["embargo"].to_list() == [1.0] * 3
    assert ("collinear", "embargo", 0) in quick.dropped.rows()
    assert quick.coefficients == pytest.approx(thorough.coefficients, abs=1e-7)


def test_not_converged_is_an_error_with_advice(panel: pl.DataFrame) -> None:
    with pytest.raises(NotConverged, match=r"no maximum .* in 1 Newton steps .*; try limit=2"):
        ppml(panel, FORMULA, THREE, limit=1)


def test_prediction_of_the_rows_used_is_the_fit(panel: pl.DataFrame) -> None:
    estimate = ppml(panel, "trade ~ rta + log(dist) + cost:factor(year)", ["exporter^year", "importer^year"])
    assert estimate.predict(panel) == pytest.approx(estimate.fitted, rel=1e-8)
    assert estimate.predict(panel, kind="link") == pytest.approx(estimate.eta, abs=1e-8)


def test_prediction_without_effects_uses_the_constant(panel: pl.DataFrame) -> None:
    estimate = ppml(panel, "trade ~ rta + factor(year)")
    assert estimate.predict(panel.head(5)) == pytest.approx(estimate.fitted[:5], rel=1e-8)


def test_prediction_refuses_unseen_levels(panel: pl.DataFrame) -> None:
    estimate = ppml(panel, FORMULA, ["exporter", "importer"])
    new = panel.head(2).with_columns(exporter=pl.lit("XXX"))
    with pytest.raises(InputError, match="2 rows have levels of 'exporter' that were not estimated, such as XXX"):
        estimate.predict(new)
    assert np.isnan(estimate.predict(new, unseen="nan")).all()


def test_effects_have_the_documented_normalisation(panel: pl.DataFrame) -> None:
    estimate = ppml(panel, FORMULA, THREE)
    effects = estimate.effects()
    used = panel[estimate.sample.rows].with_columns(eta=estimate.eta)
    for name, keys in (("importer^year", ["importer", "year"]), ("pair", ["exporter", "importer"])):
        used = used.join(effects[name].rename({"value": name}), on=keys)
    for name, by in (("importer^year", "year"), ("pair", "exporter"), ("pair", "importer")):
        assert used.group_by(by).agg(pl.col(name).mean())[name].abs().max() < 1e-8
    first = effects["exporter^year"].rename({"value": "first"})
    total = used.join(first, on=["exporter", "year"]).with_columns(
        rest=pl.col("eta") - pl.col("first") - pl.col("importer^year") - pl.col("pair")
    )
    assert total["rest"].to_numpy() == pytest.approx(
        estimate.coefficients @ total.select("rta", "cost").to_numpy().T, abs=1e-7
    )


def test_effects_at_a_reference_are_zero(panel: pl.DataFrame) -> None:
    effects = ppml(panel, FORMULA, ["exporter^year", "importer^year"]).effects(reference={"importer": "C02"})
    at = effects["importer^year"].filter(pl.col("importer") == "C02")
    assert at.height == 5
    assert at["value"].abs().max() < 1e-12


def test_residuals_of_each_kind(panel: pl.DataFrame) -> None:
    estimate = ppml(panel, FORMULA, ["exporter", "importer"])
    assert estimate.residuals() == pytest.approx(estimate.sample.y - estimate.mu)
    assert estimate.residuals("pearson") == pytest.approx(estimate.residuals() / np.sqrt(estimate.mu))
    assert float(np.sum(estimate.residuals("deviance") ** 2)) == pytest.approx(estimate.deviance, rel=1e-9)
    with pytest.raises(InputError, match="choose from response, pearson, deviance"):
        estimate.residuals("working")


def test_arrays_for_second_steps(panel: pl.DataFrame) -> None:
    estimate = ppml(panel, FORMULA, THREE, cluster="pair", tolerance=1e-9)
    arrays = estimate.arrays()
    assert arrays.x.shape == arrays.within.shape == (2, estimate.observations)
    for name in (*THREE, "exporter", "importer", "year"):
        sums = np.stack([np.bincount(arrays.codes[name], arrays.mu * row) for row in arrays.within])
        assert np.abs(sums).max() < 1e-6 * arrays.y.sum()
        residuals = np.bincount(arrays.codes[name], arrays.y - arrays.mu)
        assert np.abs(residuals).max() < 1e-6 * arrays.y.sum()
    assert estimate.codes("exporter").tolist() == arrays.codes["exporter"].tolist()


@pytest.mark.parametrize(
    ("change", "formula", "options", "message"),
    [
        ({"trade": -1.0}, FORMULA, {}, "trade is negative in 280 rows"),
        ({"trade": float("inf")}, FORMULA, {}, "trade is infinite in 280 rows"),
        ({"trade": 0.0}, FORMULA, {}, "no row is left"),
        ({"trade": 0.0}, FORMULA, {"effects": []}, "trade is zero in every row"),
        ({"cost": float("-inf")}, FORMULA, {}, "cost is infinite in 280 rows"),
        ({"cost": None}, FORMULA, {}, "not a number|no row has all its columns"),
        ({"cost": float("nan")}, FORMULA, {}, "no row has all its columns"),
        ({"dist": 0.0}, "trade ~ log(dist)", {}, r"log\(dist\) does not exist in 280 rows"),
        ({}, "trade ~ rta + gdp", {}, "no column 'gdp' for the formula; the frame has exporter"),
        ({}, "trade ~ exporter", {}, r"column 'exporter' is String, not a number; use factor\(exporter\)"),
        ({}, "trade rta", {}, "`~` is missing before `rta`"),
        ({}, "trade ~ rta +", {}, "a variable is missing before `the end`"),
        ({}, "trade ~ rta * cost", {}, r"`\*` is not understood"),
        ({}, "trade ~ lag(rta)", {}, r"no function lag\(\); there are log, sqrt, exp, factor, i"),
        ({}, "trade ~ rta + rta", {}, "rta stands twice"),
        ({}, FORMULA, {"effects": ["exporter^month"]}, "no column 'month' for the effect 'exporter\\^month'"),
        ({}, FORMULA, {"effects": "exporter"}, "is text; give a list"),
        ({}, FORMULA, {"effects": ["exporter", "exporter"]}, "effect 'exporter' stands twice"),
        ({}, FORMULA, {"effects": ["both(exporter, importer)"]}, "is not understood"),
        ({}, FORMULA, {"cluster": "nobody"}, "no column 'nobody' for the cluster"),
        ({"same": 1}, FORMULA, {"cluster": "same"}, "a cluster with one level cannot give standard errors"),
        ({}, FORMULA, {"cluster": ["exporter", "importer", "year", "pair"]}, "4 ways of clustering"),
        ({"w": -1.0}, FORMULA, {"weights": "w"}, "weights 'w' are negative in 280 rows"),
        ({}, FORMULA, {"small_sample": "stata"}, "small_sample='stata'; choose from fixest, ppmlhdfe, none"),
        ({}, FORMULA, {"separated": "keep"}, "separated='keep'; choose from drop, effects"),
        ({}, FORMULA, {"tolerance": 2.0}, "tolerance=2.0; choose a number"),
    ],
)
def test_bad_input_is_refused_in_one_line(
    panel: pl.DataFrame, change: dict[str, object], formula: str, options: dict[str, object], message: str
) -> None:
    frame = panel.with_columns(**{name: pl.lit(value) for name, value in change.items()})
    with pytest.raises(InputError, match=message) as caught:
        ppml(frame, formula, **{"effects": ["exporter", "importer"], **options})
    assert "\n" not in str(caught.value)


def test_an_empty_frame_and_a_wrong_type_are_refused(panel: pl.DataFrame) -> None:
    with pytest.raises(InputError, match="the frame has no rows"):
        ppml(panel.clear(), FORMULA)
    with pytest.raises(InputError, match="the data are dict, not a polars frame"):
        ppml({"trade": [1]}, FORMULA)  # type: ignore[arg-type]
