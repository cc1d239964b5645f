"""Dependence on trade with one partner, measured against the size of the economy."""

import polars as pl

from sverka.measures.flows import WORLD, need
from sverka.measures.turnover import turnover


def gdp_dependence(flows: pl.DataFrame, gdp: pl.DataFrame) -> pl.DataFrame:
    """One row a reporter and partner: `dependence` = (exports_ij + imports_ij) / GDP_i; 0 upwards, no unit.

    Parameters
    ----------
    flows : flow table.
    gdp : columns `state`, `year`, `gdp`, in the same money as the flows and in the same prices (nominal with nominal).

    Edge cases: null where a flow or the GDP is not covered, or the GDP is not positive. Above 1 is possible: trade is
    gross, GDP is value added.

    Reference: Oneal, J. R., and B. M. Russett. 1997. The Classical Liberals Were Right: Democracy, Interdependence, and
    Conflict, 1950–1985. International Studies Quarterly 41(2): 267–293.
    """
    need(gdp, "state", "year", "gdp")
    table = turnover(flows).filter(pl.col("partner") != WORLD)
    sizes = gdp.select(pl.col("state").alias("reporter"), "year", "gdp")
    return table.join(sizes, on=["reporter", "year"], how="left", maintain_order="left").select(
        "reporter",
        "partner",
        "year",
        pl.when(pl.col("gdp") > 0).then(pl.col("turnover") / pl.col("gdp")).alias("dependence"),
    )
