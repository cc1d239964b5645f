"""The welfare effects of the EU's enlargement as Stata's ge_gravity gives them (Baier, Yotov, Zylkin 2019)."""

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from sverka.gravity.exact_hat import one_sector


@pytest.fixture(scope="module")
def enlargement(replication: Path) -> dict[str, np.ndarray]:
    """44 countries in the year 2000, (44, 44) by column, exporters in rows."""
    path = replication / "ge_gravity" / "TradeData0014_Results.csv"
    table = pl.read_csv(path, null_values="NA", infer_schema_length=None).filter(pl.col("year") == 2000)
    table = table.sort("exporter", "importer")
    count = table["exporter"].n_unique()
    columns = ("trade", "eu_effect", "w_eu", "X_eu", "w_mult", "X_mult")
    return {name: table[name].cast(pl.Float64).to_numpy().reshape(count, count) for name in columns}


def test_additive_deficits_give_the_published_welfare_and_flows(enlargement):
    cost = np.exp(-enlargement["eu_effect"] / 4.0)
    found = one_sector(enlargement["trade"], 4.0, cost, closure="additive")
    assert found.real_income == pytest.approx(enlargement["w_eu"][:, 0], abs=1e-7)
    assert found.flows == pytest.approx(enlargement["X_eu"], rel=2e-7)
    assert found.certificate.holds(1e-10)


def test_multiplicative_deficits_give_the_published_real_wages(enlargement):
    # ge_gravity reports the real wage under this option and leaves out the scalar that keeps Walras' law:
    # its flows sum to 1.6e-6 less than its incomes.
    cost = np.exp(-enlargement["eu_effect"] / 4.0)
    found = one_sector(enlargement["trade"], 4.0, cost, closure="multiplicative")
    scalar = found.expenditure.sum() / (found.baseline.sum(axis=0) * found.wages).sum()
    assert found.real_output == pytest.approx(enlargement["w_mult"][:, 0], abs=1e-7)
    assert found.flows / scalar == pytest.approx(enlargement["X_mult"], rel=2e-7)
    assert scalar - 1.0 == pytest.approx(1.55e-6, abs=1e-8)
