"""Small made-up panels of trade for the estimators."""

from collections.abc import Callable

import numpy as np
import polars as pl
import pytest


def make(countries: int = 8, years: int = 5, seed: int = 0, zeros: float = 0.0) -> pl.DataFrame:
    """Flows of every country to every other, every year; a share of them zero; an agreement and two other variables."""
    random = np.random.default_rng(seed)
    one, two, year = (
        axis.ravel() for axis in np.meshgrid(*map(np.arange, (countries, countries, years)), indexing="ij")
    )
    start = random.integers(0, 2 * years, (countries, countries))
    agreement = (year >= start[one, two]).astype(float)
    distance = random.uniform(100, 10_000, (countries, countries))
    distance = (distance + distance.T)[one, two]
    cost = random.normal(0, 1, len(one)) + 0.3 * agreement
    eta = 0.4 * agreement - 0.2 * cost - 0.8 * np.log(distance)
    eta += random.normal(8, 1, (countries, years))[one, year] + random.normal(0, 1, (countries, years))[two, year]
    trade = np.exp(eta) * random.gamma(2, 0.5, len(one))
    trade[random.random(len(one)) < zeros] = 0
    names = np.array([f"C{i:02}" for i in range(countries)])
    frame = pl.DataFrame(
        {
            "exporter": names[one],
            "importer": names[two],
            "year": year + 2000,
            "trade": trade,
            "rta": agreement,
            "cost": cost,
            "dist": distance,
        }
    )
    return frame.filter(pl.col("exporter") != pl.col("importer"))


@pytest.fixture(scope="session")
def made() -> Callable[..., pl.DataFrame]:
    return make


@pytest.fixture(scope="session")
def panel() -> pl.DataFrame:
    return make(zeros=0.1)
