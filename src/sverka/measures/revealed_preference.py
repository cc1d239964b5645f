"""Revealed trade preference: whether two states trade with each other more than others trade with either."""

import polars as pl

from sverka.measures.flows import WORLD, need


def revealed_preference(flows: pl.DataFrame) -> pl.DataFrame:
    """One row a reporter and partner: `preference`, from −1 (no trade) through 0 (neutral) to 1 (only with each other).

    With T_ij = exports of i to j and of j to i, T_i = Σ_j T_ij, W = Σ_i T_i: S = T_ij / T_i, V = (T_j − T_ij) /
    (W − T_i − T_j): the partner's weight in the trade of all states but the two; HI = S / V, HE = (1 − S) / (1 − V),
    preference = (HI − HE) / (HI + HE). Not symmetric: i may prefer j more than j prefers i. No unit.

    Edge cases: only `exports` is used; a pair in which neither direction is covered is null, one direction covered
    counts as the whole (as the sums do); null where the others have no recorded trade at all.

    Reference: Iapadre, L., and L. Tajoli. 2014. Emerging Countries and Trade Regionalization: A Network Analysis.
    Journal of Policy Modeling 36(S1): S89–S110.
    """
    need(flows, "reporter", "partner", "year", "exports")
    out = flows.filter(pl.col("partner") != WORLD).select("reporter", "partner", "year", "exports")
    back = out.rename({"reporter": "partner", "partner": "reporter"}).select(out.columns)
    pairs = (
        pl.concat([out, back])
        .group_by("reporter", "partner", "year")
        .agg(pl.when(pl.col("exports").count() > 0).then(pl.col("exports").sum()).alias("trade"))
    )
    totals = pairs.group_by("reporter", "year").agg(pl.col("trade").sum().alias("total"))
    theirs = totals.rename({"reporter": "partner", "total": "their_total"})
    table = (
        pairs.with_columns(pl.col("trade").sum().over("year").alias("world"))
        .join(totals, on=["reporter", "year"])
        .join(theirs, on=["partner", "year"])
    )
    own = pl.col("trade") / pl.col("total")
    others = (pl.col("their_total") - pl.col("trade")) / (pl.col("world") - pl.col("total") - pl.col("their_total"))
    table = table.with_columns(own.alias("s"), others.clip(0, 1).alias("v"))
    toward, away = pl.col("s") * (1 - pl.col("v")), (1 - pl.col("s")) * pl.col("v")
    preference = (toward - away) / (toward + away)
    return table.select(
        "reporter",
        "partner",
        "year",
        pl.when(preference.is_finite()).then(preference.clip(-1, 1)).alias("preference"),
    ).sort("reporter", "partner", "year")
