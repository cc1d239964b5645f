"""Introversion: whether members of a bloc trade with each other more than outsiders trade with the bloc."""

import polars as pl

from sverka.measures.flows import WORLD, need


def introversion(flows: pl.DataFrame, members: pl.DataFrame) -> pl.DataFrame:
    """One row a bloc and year: `inside_share`, `intensity`, `introversion`, `members`.

    With T_bb the bloc's trade with itself (exports and imports, so each flow counts twice), T_b all its trade, T_ob the
    outsiders' trade with the bloc and T_o all trade of the outsiders:
    S = T_bb / T_b (`inside_share`, 0 to 1), V = T_ob / T_o, HI = S / V (`intensity`, 0 upwards),
    HE = (1 − S) / (1 − V), introversion = (HI − HE) / (HI + HE), from −1 (all trade goes outside) through 0 (neutral)
    to 1 (none does).

    Parameters
    ----------
    flows : flow table of all reporters; only `exports` is used.
    members : columns `bloc`, `state`, `year`. A state may be in several blocs.

    Edge cases: null exports are left out, so the table should cover (nearly) the world; null where the bloc, or the
    rest of the world, has no recorded trade; the symmetric index stays within −1 and 1 however small the bloc.

    Reference: Iapadre, L. 2006. Regional Integration Agreements and the Geography of World Trade: Statistical
    Indicators. In De Lombaerde (ed.), Assessment and Measurement of Regional Integration. Routledge; the symmetric
    trade introversion index of UNU-CRIS RIKS.
    """
    need(flows, "reporter", "partner", "year", "exports")
    need(members, "bloc", "state", "year")
    pairs = flows.filter((pl.col("partner") != WORLD) & (pl.col("exports") > 0))
    world = pairs.group_by("year").agg(pl.col("exports").sum().alias("world"))
    blocs = members.unique().group_by("bloc", "year").agg(pl.len().alias("members"))
    inside = [pl.lit(True).alias(f"{side}_in") for side in ("seller", "buyer")]
    seller, buyer = (
        members.unique().select("bloc", "year", pl.col("state").alias(side), flag)
        for side, flag in zip(("reporter", "partner"), inside, strict=True)
    )
    sold = pairs.join(seller, on=["reporter", "year"]).join(buyer, on=["bloc", "partner", "year"], how="left")
    exports = sold.group_by("bloc", "year").agg(
        pl.col("exports").sum().alias("sold"), pl.col("exports").filter(pl.col("buyer_in")).sum().alias("inner")
    )
    bought = pairs.join(buyer, on=["partner", "year"]).group_by("bloc", "year")
    imports = bought.agg(pl.col("exports").sum().alias("bought"))
    key = ["bloc", "year"]
    table = (
        blocs.join(exports, on=key, how="left")
        .join(imports, on=key, how="left")
        .join(world, on="year", how="left")
        .with_columns(pl.col("sold", "inner", "bought").fill_null(0.0))
    )
    trade = pl.col("sold") + pl.col("bought")
    crossing = trade - 2 * pl.col("inner")
    outsiders = 2 * pl.col("world") - trade
    table = table.with_columns(
        _ratio(2 * pl.col("inner"), trade).clip(0, 1).alias("inside_share"),
        _ratio(crossing, outsiders).clip(0, 1).alias("v"),
    )
    own, theirs = pl.col("inside_share"), pl.col("v")
    # (HI − HE) / (HI + HE) with both numerator and denominator multiplied by V (1 − V)
    mixed = own * (1 - theirs), (1 - own) * theirs
    return table.select(
        *key,
        "inside_share",
        _ratio(own, theirs).alias("intensity"),
        _ratio(mixed[0] - mixed[1], mixed[0] + mixed[1]).alias("introversion"),
        "members",
    ).sort(key)


def _ratio(above: pl.Expr, below: pl.Expr) -> pl.Expr:
    return pl.when(below > 0).then(above / below)
