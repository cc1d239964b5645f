"""Trade without borders: Advanced Guide to Trade Policy Analysis (Yotov et al. 2016), chapter 2, application 1."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import polars as pl
import pyreadstat
import pytest

from sverka.gravity.exact_hat import one_sector
from sverka.gravity.fixed_point import clear

SIGMA = 7.0
# stage 1, as published in TradeWithoutBorder.log
COEFFICIENTS = {"ln_DIST": -0.7912879, "CNTG": 0.6736456, "INTL_BRDR": -2.47445}


class World(NamedTuple):
    fitted: np.ndarray
    cost_hat: np.ndarray
    published: np.ndarray  # real GDP, per cent
    prices: np.ndarray  # factory-gate prices, per cent
    germany: int


@pytest.fixture(scope="module")
def world(replication: Path) -> World:
    columns = ["exporter", "importer", "trade", *COEFFICIENTS]
    table, _ = pyreadstat.read_dta(
        str(replication / "agtpa" / "1_TradeWithoutBorder.dta"), output_format="polars", usecols=columns
    )
    table = table.sort("exporter", "importer")
    names = table["exporter"].unique().sort().to_list()
    square = (len(names), len(names))
    trade = table["trade"].to_numpy().reshape(square)
    systematic = sum(value * table[name].to_numpy() for name, value in COEFFICIENTS.items())
    expected = pl.read_csv(replication / "agtpa" / "expected_trade_without_border_full_ge.csv")
    rows = {("ZZZ" if row["country"] == "DEU" else row["country"]): row for row in expected.iter_rows(named=True)}
    return World(
        fitted=fit_margins(np.exp(systematic).reshape(square), trade.sum(axis=1), trade.sum(axis=0)),
        cost_hat=np.exp(COEFFICIENTS["INTL_BRDR"] * table["INTL_BRDR"].to_numpy().reshape(square) / (SIGMA - 1.0)),
        published=np.array([rows[name]["change_rGDP_FULL"] for name in names]),
        prices=np.array([rows[name]["change_price_FULL"] for name in names]),
        germany=names.index("ZZZ"),
    )


def fit_margins(flows: np.ndarray, output: np.ndarray, spending: np.ndarray) -> np.ndarray:
    """PPML's fitted values at given slopes: its exporter and importer effects make every sum agree."""
    for _ in range(1000):
        flows = flows * (output / flows.sum(axis=1))[:, None]
        flows = flows * (spending / flows.sum(axis=0))
    return flows


def test_real_gdp_of_69_countries_without_borders(world):
    found = one_sector(world.fitted, SIGMA - 1.0, world.cost_hat, closure="multiplicative")
    differences = np.abs(100.0 * (found.real_output - 1.0) - world.published)
    assert len(differences) == 69
    assert differences.mean() < 0.095
    assert differences.max() < 0.60


def test_with_the_market_of_germany_left_out_as_in_the_book_the_figures_agree_closer(world):
    theta, germany = SIGMA - 1.0, world.germany
    output, spending = world.fitted.sum(axis=1), world.fitted.sum(axis=0)
    weights = world.fitted / spending * world.cost_hat**-theta

    def excess(x):
        power = weights.T @ np.exp(-theta * x)
        sales = np.exp(-theta * x) * (weights @ (spending * np.exp(x) / power))
        f = np.log(sales / (output * np.exp(x)))
        f[germany] = 0.0
        return x, f

    slope = np.full(len(output), 1.0 + theta)
    x, _, residual = clear(excess, lambda: slope, 1.0 + theta, np.zeros(len(output)), 1e-11, 5000)
    price_index = (weights.T @ np.exp(-theta * x)) ** (-1.0 / theta)
    differences = np.delete(np.abs(100.0 * (np.exp(x) / price_index - 1.0) - world.published), germany)
    assert residual <= 1e-11
    assert differences.mean() <= 0.041
    assert differences.max() <= 0.56


def test_the_published_prices_do_not_clear_the_markets_they_were_solved_for(world):
    theta = SIGMA - 1.0
    prices = 1.0 + world.prices / 100.0
    weights = world.fitted / world.fitted.sum(axis=0) * world.cost_hat**-theta
    power = weights.T @ prices**-theta
    sales = prices**-theta * (weights @ (world.fitted.sum(axis=0) * prices / power))
    residual = np.abs(sales / (world.fitted.sum(axis=1) * prices) - 1.0)
    assert 0.02 < residual.max() < 0.03
