"""Dependence: how much of a state's trade is with one partner."""

import polars as pl

from sverka.measures.shares import shares


def dependence(flows: pl.DataFrame) -> pl.DataFrame:
    """One row a reporter and partner: `dependence` = T_ij / T_i, the partner's share in i's turnover (0 to 1).

    Edge cases: as in `shares`: null where either flow is not covered; `total_is` says whether T_i is published or
    summed.

    Reference: Barbieri, K. 1996. Economic Interdependence: A Path to Peace or a Source of Interstate Conflict?
    Journal of Peace Research 33(1): 29–49.
    """
    return shares(flows, "turnover").rename({"share": "dependence"})
