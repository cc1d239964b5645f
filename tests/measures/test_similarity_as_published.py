"""Similarity measures give the values their authors print."""

import polars as pl
import pytest

from sverka.measures import COMMITMENTS, cohen_kappa, scott_pi, signorino_ritter

# Signorino and Ritter 1999, Table 6: European states in 1914, their share of European capabilities, and the commitments
# of Germany and Russia to each, as reprinted in the R package fpsim (gmyrus14) with the values below.
TABLE_6 = """
GMY .25 3 0,RUS .21 0 3,UKG .20 0 1,FRN .08 0 3,AUH .08 3 0,ITA .05 3 1,BEL .03 0 0,SPN .03 0 0,TUR .02 0 0,NTH .01 0 0,
SWD .01 0 0,RUM .01 3 0,POR .01 0 0,SWZ .01 0 0,GRC 0 0 0,DEN 0 0 0,YUG 0 0 0,BUL 0 0 0,NOR 0 0 0,ALB 0 0 0
"""
CELLS = [entry.split() for entry in TABLE_6.replace("\n", "").split(",")]
GERMANY_AND_RUSSIA = pl.DataFrame(
    [
        (who, 1914, target, int(cell))
        for target, _, *cells in CELLS
        for who, cell in zip(("GMY", "RUS"), cells, strict=True)
    ],
    schema=["state", "year", "on", "position"],
    orient="row",
)
CAPABILITIES = pl.DataFrame(
    [(1914, target, float(share)) for target, share, *_ in CELLS], schema=["year", "on", "weight"], orient="row"
)


def test_unweighted_s_of_germany_and_russia_in_1914() -> None:
    row = signorino_ritter(GERMANY_AND_RUSSIA, COMMITMENTS).row(0, named=True)
    assert (row["state1"], row["state2"], row["year"], row["compared"]) == ("GMY", "RUS", 1914, 20)
    assert row["s"] == pytest.approx(0.4)


def test_s_weighted_by_capabilities_of_germany_and_russia_in_1914() -> None:
    assert signorino_ritter(GERMANY_AND_RUSSIA, COMMITMENTS, CAPABILITIES)["s"].item() == pytest.approx(-0.46)


def test_squared_kappa_and_nominal_pi_of_germany_and_russia_in_1914_as_fpsim_prints_them() -> None:
    assert cohen_kappa(GERMANY_AND_RUSSIA, COMMITMENTS)["kappa"].item() == pytest.approx(-0.07758621, abs=1e-8)
    assert scott_pi(GERMANY_AND_RUSSIA, COMMITMENTS)["pi"].item() == pytest.approx(-0.04477612, abs=1e-8)


def test_nominal_kappa_of_cohens_own_table() -> None:
    # Cohen 1960, Table 1: 200 cases in three categories; 70 % agreement against 41 % by chance.
    table = [(88, 10, 2), (14, 40, 6), (18, 10, 12)]
    judged = [(a, b) for a, row in enumerate(table) for b, number in enumerate(row) for _ in range(number)]
    positions = pl.DataFrame(
        [("judge " + "AB"[side], 1960, case, pair[side]) for case, pair in enumerate(judged) for side in (0, 1)],
        schema=["state", "year", "on", "position"],
        orient="row",
    )
    assert cohen_kappa(positions, (0, 1, 2), power=0)["kappa"].item() == pytest.approx((0.70 - 0.41) / (1 - 0.41))
