"""Concentration: whether a state trades with many partners or hangs on a few (Herfindahl–Hirschman)."""

import polars as pl

from sverka.measures.shares import Flow, shares


def concentration(flows: pl.DataFrame, of: Flow) -> pl.DataFrame:
    """One row a reporter and year: `concentration`, `concentration_normalized`, `partners`.

    H_i = Σ_j s_ij², with s_ij the shares among the covered partners, between 1/n (all equal) and 1 (one partner); no
    unit. Normalized: (H − 1/n) / (1 − 1/n), between 0 and 1, null for a single partner. n counts partners with a
    positive flow.

    Edge cases: partners that are not covered are left out, and shares are then taken of the covered sum, not of the
    published total, so that they add up to one; no positive flow, no row.

    Reference: Hirschman, A. O. 1964. The Paternity of an Index. American Economic Review 54(5): 761–762; normalized as
    in UNCTAD Handbook of Statistics.
    """
    share = pl.col(of) / pl.col(of).sum()
    table = (
        shares(flows, of)
        .filter(pl.col(of) > 0)
        .group_by("reporter", "year")
        .agg((share**2).sum().alias("concentration"), pl.len().alias("partners"))
    )
    floor = 1 / pl.col("partners")
    return table.select(
        "reporter",
        "year",
        "concentration",
        pl.when(pl.col("partners") > 1)
        .then(((pl.col("concentration") - floor) / (1 - floor)).clip(0, 1))
        .alias("concentration_normalized"),
        "partners",
    ).sort("reporter", "year")
