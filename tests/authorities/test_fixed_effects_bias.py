"""The example of Stata's ppml_fe_bias (Weidner and Zylkin 2021): manufactures, 65 countries, five years."""

from pathlib import Path

import polars as pl
import pyreadstat
import pytest

pytest.importorskip("numba")

from sverka.gravity import ppml
from sverka.gravity.bias import weidner_zylkin


@pytest.fixture(scope="module")
def manufactures(replication: Path) -> pl.DataFrame:
    path = replication / "fe_bias" / "PPMLFEBIAS_EXAMPLE_DATA.dta"
    table, _ = pyreadstat.read_dta(str(path), output_format="polars")
    return table.filter(pl.col("category") == "MANUF").rename({"isoexp": "exporter", "isoimp": "importer"})


def test_three_way_bias_and_standard_errors_to_the_digits_published(manufactures):
    estimate = ppml(manufactures, "trade ~ fta", ["exporter^year", "importer^year", "pair"], cluster="pair")
    found = weidner_zylkin(estimate)
    assert found.original[0] == pytest.approx(0.1780290, abs=5e-8)
    assert found.original_standard_errors[0] == pytest.approx(0.0350079, abs=5e-8)
    assert found.bias[0] == pytest.approx(0.0076567524, abs=5e-9)
    assert found.standard_errors[0] == pytest.approx(0.0419558558, abs=5e-9)
    assert found.coefficients[0] == found.original[0] - found.bias[0]
    assert found.exact


def test_to_leading_order_the_standard_error_is_within_two_per_cent(manufactures):
    estimate = ppml(manufactures, "trade ~ fta", ["exporter^year", "importer^year", "pair"], cluster="pair")
    found = weidner_zylkin(estimate, exact=False)
    assert found.standard_errors[0] == pytest.approx(0.0419558558, rel=0.02)
    assert not found.exact


def test_two_way_standard_errors_grow_and_coefficients_stay(manufactures):
    formula = "trade ~ ln_distw + contig + colony + comlang_off + comleg + fta"
    found = weidner_zylkin(ppml(manufactures, formula, ["exporter^year", "importer^year"], cluster="pair"))
    assert (found.bias == 0.0).all()
    assert (found.standard_errors > found.original_standard_errors).all()
    assert found.tidy().columns == ["name", "original", "original_standard_error", "bias", "estimate", "standard_error"]
