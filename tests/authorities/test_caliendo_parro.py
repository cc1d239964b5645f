"""Welfare effects of NAFTA's tariff reductions: Caliendo and Parro (2015), table 2."""

from pathlib import Path

import numpy as np
import pytest

from sverka.gravity.caliendo_parro import ManySectors
from sverka.gravity.sector_equilibrium import SectorEquilibrium

COUNTRIES, TRADED, SECTORS = 31, 20, 40
CANADA, MEXICO, USA = 4, 19, 29


def cube(table: np.ndarray) -> np.ndarray:
    """(sector × importer, exporter) of the 20 traded sectors to (sector, exporter, importer) of all 40."""
    traded = table.reshape(TRADED, COUNTRIES, COUNTRIES).transpose(0, 2, 1)
    return np.concatenate([traded, np.zeros((SECTORS - TRADED, COUNTRIES, COUNTRIES))])


@pytest.fixture(scope="module")
def nafta(replication: Path) -> SectorEquilibrium:
    """Aggregate deficits are removed first; then tariffs between the three fall from those of 1993 to those of 2005."""
    read = {name: np.loadtxt(replication / "caliendo_parro" / f"{name}.txt") for name in ("B", "GO", "IO", "T")}
    read |= {name: np.loadtxt(replication / "caliendo_parro" / f"{name}.txt") for name in ("xbilat1993",)}
    flows, home = cube(1000.0 * read["xbilat1993"]), np.arange(COUNTRIES)
    exports = flows.sum(axis=2)
    flows[:, home, home] = np.maximum(read["GO"], exports) - exports
    before, later = (
        cube(np.loadtxt(replication / "caliendo_parro" / f"tariffs{year}.txt") / 100.0) for year in (1993, 2005)
    )
    after = before.copy()
    for importer in (CANADA, MEXICO, USA):
        for exporter in (CANADA, MEXICO, USA):
            after[:, exporter, importer] = later[:, exporter, importer]
    inputs = read["IO"].reshape(COUNTRIES, SECTORS, SECTORS) * (1.0 - read["B"].T)[:, None, :]
    theta = np.concatenate([read["T"], np.full(SECTORS - TRADED, 8.22)])
    return ManySectors(flows, before, read["B"], inputs, theta).shock(after)


def test_first_order_welfare_is_that_of_the_paper(nafta):
    percent = 100.0 * nafta.first_order_welfare
    assert percent[MEXICO] == pytest.approx(1.31, abs=0.005)
    assert percent[CANADA] == pytest.approx(-0.06, abs=0.005)
    assert percent[USA] == pytest.approx(0.08, abs=0.0051)


def test_terms_and_volume_of_trade_and_real_wages_are_those_of_the_paper(nafta):
    for figure, published in (
        (nafta.terms_of_trade, -0.41),
        (nafta.volume_of_trade, 1.72),
        (nafta.real_wages - 1.0, 1.72),
    ):
        assert 100.0 * figure[MEXICO] == pytest.approx(published, abs=0.0055)


def test_the_exact_change_of_real_income_in_the_same_equilibrium_is_another_figure(nafta):
    percent = 100.0 * (nafta.real_income - 1.0)
    assert percent[[MEXICO, CANADA, USA]] == pytest.approx([0.007, -0.110, 0.074], abs=0.0005)


def test_both_equilibria_are_certified_and_balanced(nafta):
    for state in (nafta, nafta.baseline):
        assert state.certificate.holds(1e-9)
        balance = state.flows.sum(axis=(0, 1)) - state.flows.sum(axis=(0, 2))
        assert np.abs(balance / state.flows.sum(axis=(0, 1))).max() < 1e-9
