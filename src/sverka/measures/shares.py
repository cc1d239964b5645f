"""Shares: what part of a state's exports, imports or turnover goes to each partner."""

from typing import Literal

import polars as pl

from sverka.measures.flows import WORLD, need
from sverka.measures.turnover import turnover

Flow = Literal["exports", "imports", "turnover"]


def shares(flows: pl.DataFrame, of: Flow) -> pl.DataFrame:
    """One row a partner: `share` = x_ij / X_i (0 to 1), `total` = X_i, and `total_is`.

    X_i is the published world total (`partner` = `WLD`) where the table has one (`total_is` = `published`), else the
    sum over the partners that are covered (`sum`), which overstates shares by whatever is not covered.

    Edge cases: null flow, null share; a total of zero gives null. A share above 1 can come from a published total that
    leaves something out, and is kept.

    Reference: Barbieri, K. 1996. Economic Interdependence: A Path to Peace or a Source of Interstate Conflict?
    Journal of Peace Research 33(1): 29–49 (trade share).
    """
    need(flows, "reporter", "partner", "year", "exports", "imports")
    table = turnover(flows)
    published = table.filter(pl.col("partner") == WORLD).select("reporter", "year", pl.col(of).alias("published"))
    partners = table.filter(pl.col("partner") != WORLD).join(
        published, on=["reporter", "year"], how="left", maintain_order="left"
    )
    covered = pl.when(pl.col(of).count() > 0).then(pl.col(of).sum()).over("reporter", "year")
    return partners.with_columns(
        pl.coalesce("published", covered).alias("total"),
        pl.when(pl.col("published").is_not_null()).then(pl.lit("published")).otherwise(pl.lit("sum")).alias("total_is"),
    ).select(
        "reporter",
        "partner",
        "year",
        of,
        pl.when(pl.col("total") > 0).then(pl.col(of) / pl.col("total")).alias("share"),
        "total",
        "total_is",
    )
