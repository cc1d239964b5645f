"""The correction for many effects: what it does to simulated estimates, and the models it refuses."""

import numpy as np
import polars as pl
import pytest

pytest.importorskip("numba")

from sverka.errors import InputError
from sverka.gravity import ols, ppml
from sverka.gravity.balanced import panel
from sverka.gravity.bias import weidner_zylkin

THREE = ["exporter^year", "importer^year", "exporter^importer"]


def some_trade(seed: int, count: int = 12, years: int = 3) -> pl.DataFrame:
    """The fourth design of Weidner and Zylkin: slope 1, variance (0.5 + 0.5 e^2x) λ², errors correlated over time."""
    draw = np.random.default_rng(seed)
    i, j, t = (axis.ravel() for axis in np.meshgrid(*map(np.arange, (count, count, years)), indexing="ij"))
    abroad = i != j
    i, j, t = i[abroad], j[abroad], t[abroad]
    out, into = draw.normal(0.0, 0.25, (2, count, years))
    pair, shocks = draw.normal(0.0, 0.25, (count, count)), draw.normal(0.0, 0.5, (count, count, years))
    noise = draw.normal(size=(count, count, years))
    x = np.empty_like(shocks)
    x[:, :, 0] = pair + shocks[:, :, 0]
    for year in range(1, years):
        x[:, :, year] = 0.5 * x[:, :, year - 1] + shocks[:, :, year]
        noise[:, :, year] = 0.3 * noise[:, :, year - 1] + np.sqrt(0.91) * noise[:, :, year]
    x = x[i, j, t] + out[i, t] + into[j, t]
    spread = np.log(1.5 + 0.5 * np.exp(2.0 * x))
    mean = np.exp(x + out[i, t] + into[j, t] + pair[i, j])
    trade = mean * np.exp(np.sqrt(spread) * noise[i, j, t] - 0.5 * spread)
    return pl.DataFrame({"exporter": i, "importer": j, "year": t, "x": x, "trade": trade})


def test_simulated_estimates_come_nearer_to_the_truth_and_their_errors_to_their_spread():
    found = [weidner_zylkin(ppml(some_trade(seed), "trade ~ x", THREE)) for seed in range(40)]
    original = np.array([one.original[0] for one in found])
    corrected = np.array([one.coefficients[0] for one in found])
    errors = np.array([one.standard_errors[0] for one in found])
    plain = np.array([one.original_standard_errors[0] for one in found])
    assert abs(corrected.mean() - 1.0) < abs(original.mean() - 1.0)
    assert plain.mean() < errors.mean() < 1.2 * corrected.std()
    assert (np.abs(corrected - 1.0) / errors).mean() < (np.abs(original - 1.0) / plain).mean()


def test_the_unit_of_trade_does_not_matter():
    trade = some_trade(1)
    one = weidner_zylkin(ppml(trade, "trade ~ x", THREE))
    other = weidner_zylkin(ppml(trade.with_columns(pl.col("trade") * 1e6), "trade ~ x", THREE))
    assert other.bias == pytest.approx(one.bias, rel=1e-6)
    assert other.standard_errors == pytest.approx(one.standard_errors, rel=1e-6)


def test_the_order_of_rows_and_the_names_of_columns_do_not_matter():
    trade = some_trade(2)
    one = weidner_zylkin(ppml(trade, "trade ~ x", THREE))
    turned = trade.sample(fraction=1.0, shuffle=True, seed=1).rename({"exporter": "a", "importer": "b", "year": "c"})
    other = weidner_zylkin(ppml(turned, "trade ~ x", ["a^c", "b^c", "a^b"]), "a", "b", "c")
    assert other.bias == pytest.approx(one.bias, rel=1e-6)
    assert other.standard_errors == pytest.approx(one.standard_errors, rel=1e-6)


def test_pairs_not_seen_in_every_year_are_no_obstacle():
    trade = some_trade(3).sample(fraction=0.8, seed=1)
    found = weidner_zylkin(ppml(trade, "trade ~ x", THREE))
    assert np.isfinite(found.bias).all()
    assert (found.standard_errors > 0.0).all()


def test_one_period_with_exporter_and_importer_effects():
    trade = some_trade(4, count=20, years=1)
    found = weidner_zylkin(ppml(trade, "trade ~ x", ["exporter", "importer"]), time=None)
    assert found.bias.tolist() == [0.0]
    assert found.standard_errors[0] > found.original_standard_errors[0]


@pytest.mark.parametrize(
    ("effects", "columns"),
    [
        (["exporter", "importer"], {}),
        (["exporter^year"], {}),
        (["exporter^year", "importer^year", "symmetric(exporter, importer)"], {}),
        (["exporter^year", "importer^year"], {"time": None}),
    ],
)
def test_another_model_is_refused(effects, columns):
    estimate = ppml(some_trade(5), "trade ~ x", effects)
    with pytest.raises(InputError, match="the effects are not those of a two- or three-way gravity model"):
        weidner_zylkin(estimate, **columns)


def test_least_squares_is_refused():
    with pytest.raises(InputError, match="the correction is for PPML"):
        weidner_zylkin(ols(some_trade(5), "trade ~ x", THREE))


ROWS = {"y": [1.0, 2.0], "mu": [1.0, 2.0], "within": [[0.0], [1.0]], "exporter": [0, 1], "importer": [1, 0]}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"y": [1.0]}, "arrays of rows do not match"),
        ({"within": [0.0, 1.0]}, "arrays of rows do not match"),
        ({"mu": [-1.0, 1.0]}, "a mean is negative"),
        ({"mu": [np.nan, 1.0]}, "is not finite"),
        ({"exporter": [0, 0], "importer": [1, 1]}, "a pair stands twice in a period"),
        ({"mu": [0.0, 1.0]}, "one pair is no panel"),
    ],
)
def test_arrays_that_are_no_panel_are_refused(change, message):
    with pytest.raises(InputError, match=message):
        panel(**(ROWS | change), time=[0, 0])
