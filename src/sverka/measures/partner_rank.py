"""Partner rank: who is a state's first, second, third partner, and by how much."""

import polars as pl

from sverka.measures.flows import WORLD, need


def partner_rank(table: pl.DataFrame, by: str) -> pl.DataFrame:
    """Add `rank` (1 = largest), `ranked` (how many partners have a value) and `margin` within reporter and year.

    rank_ij = 1 + number of partners k with x_ik > x_ij. `margin` = x_ij / x_ik − 1 with k the next smaller value: by
    what part the partner is ahead of the one behind it.

    Edge cases: equal values share a rank and have the margin over the next smaller value; null values have no rank and
    are not counted in `ranked`, so a rank says nothing about partners that are not covered; the smallest value, and one
    followed by zero, have no margin. `WLD` is not a partner.

    Reference: standard competition ranking; the margin is ours.
    """
    need(table, "reporter", "partner", "year", by)
    over = ["reporter", "year"]
    partners = table.filter(pl.col("partner") != WORLD).with_columns(
        pl.col(by).rank("min", descending=True).over(over).cast(pl.UInt32).alias("rank"),
        pl.col(by).count().over(over).alias("ranked"),
    )
    steps = (
        partners.filter(pl.col(by).is_not_null())
        .select(*over, by)
        .unique()
        .sort(*over, by)
        .with_columns(pl.col(by).shift(1).over(over).alias("behind"))
        .with_columns(pl.when(pl.col("behind") > 0).then(pl.col(by) / pl.col("behind") - 1).alias("margin"))
        .drop("behind")
    )
    return partners.join(steps, on=[*over, by], how="left", maintain_order="left")
