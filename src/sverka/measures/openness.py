"""Openness: a state's trade with everybody, against its GDP."""

import polars as pl

from sverka.measures.flows import WORLD, need
from sverka.measures.turnover import turnover


def openness(flows: pl.DataFrame, gdp: pl.DataFrame) -> pl.DataFrame:
    """One row a reporter and year: `openness` = (X_i + M_i) / GDP_i; 0 upwards, no unit, and `total_is`.

    X_i and M_i are the published totals (`partner` = `WLD`), else sums over partners whose two flows are covered.

    Parameters
    ----------
    flows : flow table.
    gdp : columns `state`, `year`, `gdp`, in the same money and prices as the flows.

    Edge cases: null where no turnover or no positive GDP is covered; a sum understates openness by what is not covered.

    Reference: Penn World Table (Summers, R., and A. Heston. 1991. Quarterly Journal of Economics 106(2): 327–368).
    """
    need(flows, "reporter", "partner", "year", "exports", "imports")
    need(gdp, "state", "year", "gdp")
    table = turnover(flows)
    whole = pl.col("partner") == WORLD
    partners = pl.col("turnover").filter(~whole)
    totals = table.group_by("reporter", "year").agg(
        pl.col("turnover").filter(whole).first().alias("published"),
        pl.when(partners.count() > 0).then(partners.sum()).alias("summed"),
    )
    sizes = gdp.select(pl.col("state").alias("reporter"), "year", "gdp")
    return (
        totals.join(sizes, on=["reporter", "year"], how="left")
        .select(
            "reporter",
            "year",
            pl.when(pl.col("gdp") > 0).then(pl.coalesce("published", "summed") / pl.col("gdp")).alias("openness"),
            pl.when(pl.col("published").is_not_null())
            .then(pl.lit("published"))
            .otherwise(pl.lit("sum"))
            .alias("total_is"),
        )
        .sort("reporter", "year")
    )
