"""Which states bordered each other, by land or across how much water: Correlates of War direct contiguity 3.2."""

import polars as pl

from sverka.sources import cow
from sverka.sources.shape import PAIR, Column, Shape

FILE = "data/cow_contdir.rda"

SHAPES = {
    "contiguity": Shape(
        "contiguity",
        "One row a directed pair of codes and a stretch of months of contiguity; both directions are here. "
        "No row between states of the system in 1816–2016: no border, and more than 400 miles of water. "
        "The file's explicit “not contiguous” spells (type 0) are left out.",
        (
            *PAIR,
            Column(
                "type",
                pl.Int8,
                "1 land or river border; 2, 3, 4, 5: at most 12, 24, 150, 400 miles of water",
                "statute miles",
            ),
            Column("start", pl.Date, "first month, as its first day: the file has no days"),
            Column("end", pl.Date, "last month, as its first day"),
        ),
        ("ccode1", "ccode2", "start", "type"),
        (1816, 2016),
    )
}


def spells() -> pl.DataFrame:
    """Spells of contiguity. A spell can end in the month in which the next begins."""
    return (
        cow.frame(FILE, "cow_contdir")
        .filter(pl.col("conttype") > 0)
        .select(
            pl.col("ccode1", "ccode2").cast(pl.Int16),
            pl.col("conttype").cast(pl.Int8).alias("type"),
            start="stdate",
            end="enddate",
        )
    )
