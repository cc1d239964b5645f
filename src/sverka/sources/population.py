"""Correlates of War national capabilities: population, soldiers and military spending of each state, yearly to 2022."""

import polars as pl

from sverka.sources import cow

FILE = "data/cow_nmc.rda"
FRAME = "cow_nmc"
THOUSAND = 1e3


def annual() -> pl.DataFrame:
    """Columns `id`, `year`, `population` (persons), `soldiers` (persons), `military_usd`, `row` of the data frame.

    Published in thousands. Spending is in pounds sterling before 1914, so it starts here in 1914; then in current
    dollars. What the file marks missing is null. Code 365 is counted as the Soviet Union to 1990 and as Russia in
    1991, because the file halves its population in that year; Germany in 1990 is the united one.
    """
    table = cow.frame(FILE, FRAME).with_columns(pl.col("ccode", "year").cast(pl.Int32))
    table = cow.with_id(table, "ccode", "id").with_columns(
        pl.when((pl.col("ccode") == 365) & (pl.col("year") == 1991)).then(pl.lit("RUS")).otherwise("id").alias("id")
    )

    def thousands(name: str) -> pl.Expr:
        return pl.when(pl.col(name) >= 0).then(pl.col(name) * THOUSAND)

    return (
        table.select(
            "id",
            pl.col("year").cast(pl.Int16),
            thousands("tpop").alias("population"),
            thousands("milper").alias("soldiers"),
            pl.when(pl.col("year") >= 1914).then(thousands("milex")).alias("military_usd"),
            pl.col("row").cast(pl.Int32),
        )
        .unique(["id", "year"], keep="first", maintain_order=True)
        .sort("id", "year")
    )
