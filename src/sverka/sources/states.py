"""Which states there were: the Correlates of War and the Gleditsch–Ward systems, with the days they begin and end."""

import polars as pl

from sverka.sources import cow as files
from sverka.sources.shape import Column, Shape, ccode, state

_COMMON = (
    Column("start", pl.Date, "first day in the system"),
    Column("end", pl.Date, "last day in the system; the list's last day for states still in it"),
    Column("abbreviation", pl.String, "abbreviation, as published"),
    Column("name", pl.String, "name, as published"),
    state(null="the record gives the code no state on the first day"),
    Column("open", pl.Boolean, "whether the state was still in the system when the list ends"),
)
SHAPES = {
    shape.name: shape
    for shape in (
        Shape(
            "cow_states",
            "One row a spell of membership of the Correlates of War state system (version 2016).",
            (ccode(), *_COMMON),
            ("ccode", "start"),
            (1816, 2016),
        ),
        Shape(
            "gw_states",
            "One row a spell of independence in Gleditsch and Ward's list.",
            (Column("gwcode", pl.Int16, "Gleditsch–Ward code, as published"), *_COMMON),
            ("gwcode", "start"),
            (1816, 2017),
        ),
    )
}


def cow() -> pl.DataFrame:
    """The Correlates of War state system: 243 spells of 217 states."""
    table = files.frame("data/cow_states.rda", "cow_states").select(
        pl.col("ccode").cast(pl.Int16),
        start=pl.date(pl.col("styear"), pl.col("stmonth"), pl.col("stday")),
        end=pl.date(pl.col("endyear"), pl.col("endmonth"), pl.col("endday")),
        abbreviation="stateabb",
        name="statenme",
    )
    return _with_ids(table, "COW", "ccode", "cow_states")


def gw() -> pl.DataFrame:
    """Gleditsch and Ward's list of independent states: 216 spells; microstates are not in it."""
    table = files.frame("data/gw_states.rda", "gw_states").select(
        pl.col("gwcode").cast(pl.Int16),
        start="startdate",
        end="enddate",
        abbreviation="stateabb",
        name="statename",
    )
    return _with_ids(table, "GW", "gwcode", "gw_states")


def _with_ids(table: pl.DataFrame, system: str, code: str, name: str) -> pl.DataFrame:
    ids = files.ids_on(system, table, code, "start")
    horizon = table["end"].max()
    return table.with_columns(id=ids, open=pl.col("end") == horizon).select(SHAPES[name].schema.names())
