"""Turnover: what two states trade both ways."""

import polars as pl

from sverka.measures.flows import need


def turnover(flows: pl.DataFrame) -> pl.DataFrame:
    """Add `turnover` = exports + imports, in the unit of the flows.

    Edge cases: null where either flow is null – half a turnover is not a turnover; zero only where both are recorded
    as zero.

    Reference: United Nations, International Merchandise Trade Statistics: Concepts and Definitions 2010 (total trade).
    """
    need(flows, "exports", "imports")
    return flows.with_columns((pl.col("exports") + pl.col("imports")).alias("turnover"))
