"""Alliance commitment: the strongest thing two allied states promise each other, as one ordered level."""

import polars as pl

from sverka.measures.flows import need

DEFENCE, NEUTRALITY, ENTENTE, NONE = 3, 2, 1, 0
COMMITMENTS = (NONE, ENTENTE, NEUTRALITY, DEFENCE)
"""Levels: to fight; to stay out or not to attack; to consult; nothing."""


def alliance_commitment(alliances: pl.DataFrame) -> pl.DataFrame:
    """Add `commitment`: 3 defence, 2 neutrality or non-aggression, 1 entente (consultation), 0 none.

    Parameters
    ----------
    alliances : columns `defence`, `neutrality`, `nonaggression`, `entente`, boolean, null where not covered.

    Edge cases: the strongest promise wins, even where a weaker one is not covered; null where no promise is recorded
    and one is not covered. Whether the levels are an order at all is disputed.

    Reference: Singer, J. D., and M. Small. 1966. Formal Alliances, 1815–1939. Journal of Peace Research 3(1): 1–31; the
    levels as in Signorino and Ritter 1999.
    """
    need(alliances, "defence", "neutrality", "nonaggression", "entente")
    middle = pl.col("neutrality") | pl.col("nonaggression")
    anything = pl.col("defence") | middle | pl.col("entente")
    return alliances.with_columns(
        pl.when("defence")
        .then(DEFENCE)
        .when(middle)
        .then(NEUTRALITY)
        .when("entente")
        .then(ENTENTE)
        .when(~anything)
        .then(NONE)
        .cast(pl.Int8)
        .alias("commitment")
    )


def portfolio(commitments: pl.DataFrame, states: pl.DataFrame) -> pl.DataFrame:
    """Every state's commitment to every state of the year as a table of positions, for measures of similarity.

    Parameters
    ----------
    commitments : columns `state1`, `state2`, `year`, `commitment`, one row a pair with any (either order).
    states : columns `state`, `year`: all states covered; pairs without a row are at 0, and a state to itself at 3.
    """
    key = ["state", "on", "year"]
    there = commitments.select(pl.col("state1").alias("state"), pl.col("state2").alias("on"), "year", "commitment")
    back = there.rename({"state": "on", "on": "state"}).select(there.columns)
    given = pl.concat([there, back]).group_by(key).agg(pl.col("commitment").max())
    whole = states.join(states.rename({"state": "on"}), on="year").join(given, on=key, how="left")
    return whole.select(
        *key,
        pl.when(pl.col("state") == pl.col("on"))
        .then(DEFENCE)
        .otherwise(pl.col("commitment").fill_null(NONE))
        .cast(pl.Int8)
        .alias("position"),
    )
