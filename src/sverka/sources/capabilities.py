"""Correlates of War national capabilities: population, soldiers, spending, steel, energy of each state, to 2022."""

import polars as pl

from sverka.sources import cow
from sverka.sources.shape import Column, Shape, ccode, state, year

FILE = "data/cow_nmc.rda"
FRAME = "cow_nmc"
THOUSAND = 1e3

_UNKNOWN = "unknown"
SHAPES = {
    "capabilities": Shape(
        "capabilities",
        "One row a state and year in the Correlates of War system.",
        (
            ccode(),
            year(),
            state(),
            Column(
                "military_spending",
                pl.Float64,
                "military expenditure",
                "pounds sterling to 1913, current US dollars from 1914",
                _UNKNOWN,
            ),
            Column("military_personnel", pl.Float64, "soldiers", "persons", _UNKNOWN),
            Column("iron_steel", pl.Float64, "iron and steel production", "tons", _UNKNOWN),
            Column("energy", pl.Float64, "primary energy consumption", "tons of coal equivalent", _UNKNOWN),
            Column("population", pl.Float64, "population", "persons"),
            Column("urban_population", pl.Float64, "inhabitants of cities of 100,000 and more", "persons", _UNKNOWN),
            Column(
                "cinc",
                pl.Float64,
                "Composite Index of National Capability: mean share of the six",
                "share of the world",
            ),
        ),
        ("ccode", "year"),
        (1816, 2022),
    )
}


def indicators() -> pl.DataFrame:
    """All six indicators and their composite, by Correlates of War code; published in thousands, given in units."""
    table = cow.frame(FILE, FRAME).with_columns(pl.col("ccode", "year").cast(pl.Int16))
    columns = {
        "military_spending": "milex",
        "military_personnel": "milper",
        "iron_steel": "irst",
        "energy": "pec",
        "population": "tpop",
        "urban_population": "upop",
    }
    given = {ours: pl.when(pl.col(theirs) >= 0).then(pl.col(theirs) * THOUSAND) for ours, theirs in columns.items()}
    table = table.select("ccode", "year", "cinc", **given)
    return cow.with_ids(table, "ccode", "id").select(SHAPES["capabilities"].schema.names())


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
