"""Correlates of War dyadic trade 4.0: imports of each state from each other, 1870–2014, whole $ million.

`flow1` is what `ccode1` imported from `ccode2`, `flow2` the reverse: one published row is two directed rows here.
Zeros are no rows: the file prints 0 for less than half a million dollars, for nothing, and for 1992 and 1993, when the
new states' trade was not recorded.
"""

import polars as pl

from sverka.sources import cow

FILE = "data/cow_trade_ndy.rda"
FRAME = "cow_trade_ndy"
MILLION = 1e6

ARTEFACTS = (
    # pair as importer, exporter; years; against the Russian customs service's own annual figures
    ("KAZ", "RUS", (2010, 2011)),
    ("RUS", "KAZ", (2010, 2011)),
    ("RUS", "BLR", (2006, 2011)),
)
"""Values off by a third or more from both partners' statistics: the customs union removed the declarations that the
compilers relied on (July 2010 to 2011); Russian imports from Belarus in 2006 stand at 1,927 against 6,845."""


def directed() -> pl.DataFrame:
    """Columns `reporter` (importer), `partner` (exporter), `year`, `value_usd`, `row` and `column` (1 or 2) of the
    published data frame, and `status`, which is `artefact` for the values known to be wrong."""
    published = cow.frame(FILE, FRAME).with_columns(pl.col("ccode1", "ccode2", "year").cast(pl.Int32))
    halves = [
        published.select(
            "year", "row", importer=buyer, exporter=seller, flow=f"flow{column}", column=pl.lit(column, pl.Int8)
        )
        for column, buyer, seller in ((1, "ccode1", "ccode2"), (2, "ccode2", "ccode1"))
    ]
    table = pl.concat(halves).filter(pl.col("flow") > 0)
    table = cow.with_id(cow.with_id(table, "importer", "reporter"), "exporter", "partner")
    wrong = pl.any_horizontal(
        (pl.col("reporter") == buyer) & (pl.col("partner") == seller) & pl.col("year").is_in(years)
        for buyer, seller, years in ARTEFACTS
    )
    return table.select(
        "reporter",
        "partner",
        pl.col("year").cast(pl.Int16),
        (pl.col("flow") * MILLION).alias("value_usd"),
        pl.col("row").cast(pl.Int32),
        "column",
        pl.when(wrong).then(pl.lit("artefact")).otherwise(pl.lit("")).alias("status"),
    ).sort("reporter", "partner", "year", "row")
