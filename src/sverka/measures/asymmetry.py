"""Asymmetry of dependence: which of two states needs the other more, and by how much."""

import polars as pl

from sverka.errors import InputError
from sverka.measures.flows import need


def asymmetry(dependence: pl.DataFrame) -> pl.DataFrame:
    """One row an unordered pair and year (`state1` before `state2` by id), from a table of `dependence`.

    d1 = dependence of state1 on state2, d2 the reverse (`dependence1`, `dependence2`):
    `asymmetry` = d1 − d2 (positive: state1 depends more), `salience` = √(d1 · d2), `symmetry` = 1 − |d1 − d2|,
    `interdependence` = salience · symmetry. With shares as dependence all but the first lie between 0 and 1.

    Edge cases: a side that is not covered is null, and so is everything computed from it. Works with `dependence` and
    `gdp_dependence` alike; symmetry of the latter can be negative.

    Reference: Barbieri, K. 2002. The Liberal Illusion: Does Trade Promote Peace? University of Michigan Press
    (salience, symmetry, interdependence); the signed difference after Keohane, R. O., and J. S. Nye. 1977. Power and
    Interdependence.
    """
    need(dependence, "reporter", "partner", "year", "dependence")
    if dependence.select(pl.struct("reporter", "partner", "year").is_duplicated().any()).item():
        raise InputError("a pair is given twice", where="dependence table", todo="keep one definition of dependence")
    key = ["state1", "state2", "year"]
    one = dependence.filter(pl.col("reporter") < pl.col("partner")).select(
        pl.col("reporter").alias("state1"), pl.col("partner").alias("state2"), "year", dependence1="dependence"
    )
    two = dependence.filter(pl.col("reporter") > pl.col("partner")).select(
        pl.col("partner").alias("state1"), pl.col("reporter").alias("state2"), "year", dependence2="dependence"
    )
    difference = pl.col("dependence1") - pl.col("dependence2")
    return (
        one.join(two, on=key, how="full", coalesce=True)
        .with_columns(
            difference.alias("asymmetry"),
            (pl.col("dependence1") * pl.col("dependence2")).sqrt().alias("salience"),
            (1 - difference.abs()).alias("symmetry"),
        )
        .with_columns((pl.col("salience") * pl.col("symmetry")).alias("interdependence"))
        .sort(key)
    )
