"""Published gravity regressions, reproduced to the digits printed (data and figures in `../shared/replication`)."""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import polars as pl
import pyreadr
import pytest

from sverka.gravity import Estimate, ols, ppml

THREE = ("exporter^year", "importer^year")
NAMED = os.environ.get("SVERKA_MIRROR")
BESIDE = Path(__file__).parents[3] / "shared" / "replication"
ROOT = Path(NAMED).parent / "replication" if NAMED and (Path(NAMED).parent / "replication").is_dir() else BESIDE

pytestmark = pytest.mark.skipif(
    not ROOT.is_dir(),
    reason="no replication data: put them at ../shared/replication, or beside the folder SVERKA_MIRROR names",
)


def stata(path: str) -> pl.DataFrame:
    pyreadstat = pytest.importorskip("pyreadstat")
    frame: pl.DataFrame = pyreadstat.read_dta(str(ROOT / path), output_format="polars")[0]
    return frame


@cache
def applications() -> pl.DataFrame:
    """The panel of Yotov, Piermartini, Monteiro, Larch (2016), chapter 1: 69 countries, every fourth year."""
    frame: pl.DataFrame = pyreadr.read_r(str(ROOT / "agtpa/agtpa_applications.rda"), output_format="polars")[
        "agtpa_applications"
    ]
    return frame.with_columns(
        pl.col("year").cast(pl.Int64), border=(pl.col("exporter") != pl.col("importer")).cast(pl.Float64)
    ).filter(pl.col("year").is_in([1986, 1990, 1994, 1998, 2002, 2006]))


def abroad() -> pl.DataFrame:
    return applications().filter(pl.col("border") == 1)


def agreements(formula: str) -> Estimate:
    """Table 3 of chapter 1: domestic trade included, pairs without direction, zero pairs left out."""
    return ppml(applications(), formula, [*THREE, "pair_id"], cluster="pair_id", small_sample="ppmlhdfe")


def assert_prints(estimate: Estimate, rows: Sequence[tuple[str, str, str]]) -> None:
    """Coefficients and errors round to the digits published."""
    found = {name: (b, se) for name, b, se, *_ in estimate.tidy().iter_rows()}
    for name, coefficient, error in rows:
        for value, printed in zip(found[name], (coefficient, error), strict=True):
            digits = len(printed.partition(".")[2])
            assert value == pytest.approx(float(printed), abs=0.5001 * 10**-digits), (name, printed)


def test_agtpa_table_1_column_3_least_squares() -> None:
    frame = abroad().filter(pl.col("trade") > 0)
    estimate = ols(frame, "log(trade) ~ log(dist) + cntg + lang + clny", THREE, cluster="pair_id")
    assert estimate.observations == 25_689
    assert_prints(estimate, [("log(dist)", "-1.216", "0.038")])


def test_agtpa_table_1_column_4_ppml() -> None:
    formula = "trade ~ log(dist) + cntg + lang + clny"
    estimate = ppml(abroad(), formula, THREE, cluster="pair_id", small_sample="ppmlhdfe")
    assert estimate.observations == 28_152
    rows = [("log(dist)", "-0.841", "0.032"), ("cntg", "0.437", "0.083"), ("lang", "0.247", "0.077")]
    assert_prints(estimate, [*rows, ("clny", "-0.222", "0.116")])


def test_agtpa_table_3_column_4_agreements() -> None:
    estimate = agreements("trade ~ rta")
    assert estimate.observations == 28_482
    assert_prints(estimate, [("rta", "0.557", "0.102")])


def test_agtpa_table_3_column_5_lead() -> None:
    assert_prints(agreements("trade ~ rta + rta_lead4"), [("rta", "0.520", "0.086"), ("rta_lead4", "0.077", "0.092")])


def test_agtpa_table_3_column_6_lags() -> None:
    rows = [("rta", "0.291", "0.089"), ("rta_lag4", "0.414", "0.067")]
    rows += [("rta_lag8", "0.169", "0.043"), ("rta_lag12", "0.119", "0.030")]
    assert_prints(agreements("trade ~ rta + rta_lag4 + rta_lag8 + rta_lag12"), rows)


def test_agtpa_table_3_column_7_globalisation() -> None:
    estimate = agreements("trade ~ rta + rta_lag4 + rta_lag8 + rta_lag12 + border:factor(year)")
    rows = [("rta", "0.116", "0.087"), ("rta_lag4", "0.288", "0.062")]
    rows += [("border:factor(year)[1986]", "-0.706", "0.048"), ("border:factor(year)[2002]", "-0.141", "0.017")]
    assert_prints(estimate, rows)
    assert ("collinear", "border:factor(year)[2006]", 0) in estimate.dropped.rows()


def test_symmetric_pairs_are_the_book_s_pair_id() -> None:
    by_number = agreements("trade ~ rta")
    by_name = ppml(applications(), "trade ~ rta", [*THREE, "symmetric(exporter, importer)"], cluster="pair_id")
    assert by_name.coefficients == pytest.approx(by_number.coefficients, abs=1e-8)


def test_agtpa_chapter_2_trade_without_borders() -> None:
    frame = stata("agtpa/1_TradeWithoutBorder.dta")
    formula = "trade ~ ln_DIST + CNTG + INTL_BRDR"
    estimate = ppml(frame, formula, ["exporter", "importer"], small_sample="ppmlhdfe", tolerance=1e-9)
    assert estimate.observations == 4_761
    rows = [("ln_DIST", "-0.7912879", "0.0501494"), ("CNTG", "0.6736456", "0.1073719")]
    assert_prints(estimate, [*rows, ("INTL_BRDR", "-2.47445", "0.1193816")])


def test_santos_silva_tenreyro_table_3() -> None:
    frame = stata("log_of_gravity/Log_of_Gravity.dta")
    formula = (
        "trade ~ lypex + lypim + lyex + lyim + ldist + border + comlang + colony + landl_ex + landl_im"
        " + lremot_ex + lremot_im + comfrt_wto + open_wto"
    )
    estimate = ppml(frame, formula, small_sample="ppmlhdfe")
    assert estimate.observations == 18_360
    assert estimate.names[-1] == "constant"
    assert_prints(estimate, [("ldist", "-0.784", "0.055"), ("lypex", "0.732", "0.027")])


def test_weidner_zylkin_example_before_correction() -> None:
    frame = stata("fe_bias/PPMLFEBIAS_EXAMPLE_DATA.dta").filter(pl.col("category") == "MANUF")
    pair = "isoexp^isoimp"
    estimate = ppml(
        frame,
        "trade ~ fta",
        ["isoexp^year", "isoimp^year", pair],
        cluster=pair,
        small_sample="ppmlhdfe",
        tolerance=1e-9,
    )
    assert_prints(estimate, [("fta", "0.1780290", "0.0350079")])


def test_ge_gravity_eu_enlargement() -> None:
    frame = pl.read_csv(ROOT / "ge_gravity/TradeData0014.csv").filter(pl.col("exporter") != pl.col("importer"))
    formula = "trade ~ eu_enlargement + other_fta"
    estimate = ppml(frame, formula, [*THREE, "pair"], cluster="pair", small_sample="ppmlhdfe", tolerance=1e-9)
    assert estimate.observations == 7_568
    assert estimate.coefficients[0] == pytest.approx(0.22424901, abs=5e-9)
    # ppml_panel_sg multiplies by (n - 1) / (n - k) besides
    assert estimate.standard_errors[0] * (7567 / 7566) ** 0.5 == pytest.approx(0.071313, abs=5.1e-7)


def test_ppmlhdfe_help_file_example() -> None:
    frame = stata("ppmlhdfe/EXAMPLE_TRADE_FTA_DATA.dta").filter(pl.col("category") == "TOTAL")
    effects = ["isoimp^year", "isoexp^year", "isoexp^isoimp"]
    estimate = ppml(frame, "trade ~ fta", effects, cluster="isoexp^isoimp", small_sample="ppmlhdfe")
    assert_prints(estimate, [("fta", "0.192445", "0.041953")])


@pytest.mark.parametrize("number", range(1, 19))
def test_ppmlhdfe_separation_suite(number: int) -> None:
    frame = pl.read_csv(ROOT / f"ppmlhdfe/separation/{number:02}.csv")
    regressors = [column for column in frame.columns if column.startswith("x")]
    effects = [column for column in frame.columns if column.startswith("id")]
    estimate = ppml(frame, f"y ~ {' + '.join(regressors) or '1'}", effects, singletons="keep")
    assert estimate.separated.cast(pl.Int64).to_list() == frame["separated"].to_list()
