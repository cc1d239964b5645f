"""Capitals and when they moved, with coordinates: peacesciencer's lists for the two systems of states."""

import polars as pl

from sverka.sources import cow
from sverka.sources.shape import Column, Shape

SHAPES = {
    "capitals": Shape(
        "capitals",
        "One row a capital of a code and the stretch in which it was the capital. Stretches reach before and after the "
        "state's life: ask the state list whether the state existed.",
        (
            Column("system", pl.String, "whose codes", allowed=("COW", "GW")),
            Column("code", pl.Int16, "state code in that system"),
            Column("start", pl.Date, "first day as capital"),
            Column("end", pl.Date, "last day as capital; 2024-12-31 for today's"),
            Column("capital", pl.String, "name of the city, as a geocoder knows it today"),
            Column("latitude", pl.Float64, "latitude", "degrees"),
            Column("longitude", pl.Float64, "longitude", "degrees"),
            Column("name", pl.String, "name of the state, as published"),
            Column("open", pl.Boolean, "whether it was still the capital when the list ends"),
        ),
        ("system", "code", "start"),
        (1816, 2024),
    )
}


def both() -> pl.DataFrame:
    """The lists of the Correlates of War and the Gleditsch–Ward systems."""
    lists = [
        cow.frame(f"data/{name}_capitals.rda", f"{name}_capitals").select(
            pl.lit(name.upper()).alias("system"),
            pl.col(code).cast(pl.Int16).alias("code"),
            start="stdate",
            end="enddate",
            capital="capital",
            latitude="lat",
            longitude="lng",
            name="statenme",
            open=pl.col("enddate") == pl.col("enddate").max(),
        )
        for name, code in (("cow", "ccode"), ("gw", "gwcode"))
    ]
    return pl.concat(lists)
