"""Who effectively led each state, from when to when, and how they came and went: Archigos 4.1, to the end of 2015."""

import polars as pl

from sverka.sources import cow
from sverka.sources.shape import Column, Shape, state

SHAPES = {
    "archigos": Shape(
        "archigos",
        "One row a leader's stretch in power. No row for a state of the Gleditsch–Ward list in 1875–2015: not known.",
        (
            Column("obsid", pl.String, "Archigos' name of the stretch"),
            Column("gwcode", pl.Int16, "Gleditsch–Ward code, as published"),
            state(null="the code is no state's on any day of the stretch"),
            Column("leader_id", pl.String, "Archigos' id of the leader"),
            Column("leader", pl.String, "name, usually the surname; without diacritics"),
            Column("start", pl.Date, "first day in power"),
            Column("end", pl.Date, "last day in power; 2015-12-31 for those still there"),
            Column(
                "entry",
                pl.String,
                "how the leader came to power",
                allowed=("Regular", "Irregular", "Foreign Imposition", "Unknown"),
            ),
            Column("exit", pl.String, "how the leader lost it"),
            Column("exit_detail", pl.String, "more on the exit"),
            Column("born", pl.Int16, "year of birth", null="unknown"),
            Column("gender", pl.String, "M or F", allowed=("M", "F")),
            Column("open", pl.Boolean, "whether still in office when the data end"),
        ),
        ("obsid",),
        (1840, 2015),
        strays=8,
    )
}


def leaders() -> pl.DataFrame:
    """Stretches in power; the state is the one that held the code for most of the stretch."""
    table = cow.frame("data/archigos.rda", "archigos").select(
        pl.col("obsid", "leader", "entry", "exit", "gender"),
        pl.col("gwcode").cast(pl.Int16),
        leader_id="leadid",
        start="startdate",
        end="enddate",
        exit_detail="exitcode",
        born=pl.col("yrborn").cast(pl.Int16),
        open=pl.col("exit") == "Still in Office",
    )
    ids = cow.ids_over("GW", table, "gwcode", "start", "end")
    return table.with_columns(id=ids).select(SHAPES["archigos"].schema.names())
