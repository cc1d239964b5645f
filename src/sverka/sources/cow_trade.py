"""Correlates of War dyadic trade 4.0: imports of each state from each other, 1870–2014, whole $ million.

`flow1` is what `ccode1` imported from `ccode2`, `flow2` the reverse: one published row is two directed rows here.
Zeros are no rows: the file prints 0 for less than half a million dollars, for nothing, and for 1992 and 1993, when the
new states' trade was not recorded.
"""

import polars as pl

from sverka.sources import cow
from sverka.sources.shape import PAIR, PAIR_IDS, Column, Shape, ccode, state, year

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

_DOLLARS = "current US dollars"
_NULL = "not recorded (-9 in the published file)"

SHAPES = {
    "cow_trade": Shape(
        "cow_trade",
        "One row a pair of states (`ccode1` < `ccode2`) and year in which both were in the system. A flow of zero is "
        "under half a million dollars, nothing, or not recorded: the file cannot say which.",
        (
            *PAIR,
            year(),
            *PAIR_IDS,
            Column("flow1_usd", pl.Float64, "what the first state imported from the second", _DOLLARS, _NULL),
            Column("flow2_usd", pl.Float64, "what the second imported from the first", _DOLLARS, _NULL),
            Column("smooth1_usd", pl.Float64, "flow1 with gaps filled by the compilers", _DOLLARS, _NULL),
            Column("smooth2_usd", pl.Float64, "flow2 with gaps filled by the compilers", _DOLLARS, _NULL),
            Column("artefact1", pl.Boolean, "whether flow1 is known to be wrong (the catalogue says why)"),
            Column("artefact2", pl.Boolean, "whether flow2 is known to be wrong"),
        ),
        ("ccode1", "ccode2", "year"),
        (1870, 2014),
    ),
    "cow_trade_totals": Shape(
        "cow_trade_totals",
        "One row a state and year. The file begins in 1960 for many countries that were not yet states.",
        (
            ccode(),
            year(),
            state(),
            Column("imports_usd", pl.Float64, "imports from all", _DOLLARS, _NULL),
            Column("exports_usd", pl.Float64, "exports to all", _DOLLARS, _NULL),
        ),
        ("ccode", "year"),
        (1870, 2014),
        strays=765,
    ),
}


def pairs() -> pl.DataFrame:
    """Every published pair and year as it stands, zeros and gaps included."""
    flows = {
        "flow1_usd": "flow1",
        "flow2_usd": "flow2",
        "smooth1_usd": "smoothflow1",
        "smooth2_usd": "smoothflow2",
    }
    table = cow.with_pair(
        cow.frame(FILE, FRAME).select(
            pl.col("ccode1", "ccode2", "year").cast(pl.Int16),
            **{ours: pl.col(theirs) * MILLION for ours, theirs in flows.items()},
        )
    )
    wrong = {"artefact1": ("id1", "id2"), "artefact2": ("id2", "id1")}
    return table.with_columns(**{name: _wrong(*ends) for name, ends in wrong.items()}).select(
        SHAPES["cow_trade"].schema.names()
    )


def totals() -> pl.DataFrame:
    """Each state's imports from and exports to all, from the national file of the same version."""
    table = cow.frame("data/cow_trade_sy.rda", "cow_trade_sy").select(
        pl.col("ccode", "year").cast(pl.Int16),
        imports_usd=pl.col("imports") * MILLION,
        exports_usd=pl.col("exports") * MILLION,
    )
    return cow.with_ids(table, "ccode", "id").select(SHAPES["cow_trade_totals"].schema.names())


def _wrong(buyer: str, seller: str) -> pl.Expr:
    return pl.any_horizontal(
        (pl.col(buyer) == a).fill_null(False) & (pl.col(seller) == b).fill_null(False) & pl.col("year").is_in(years)
        for a, b, years in ARTEFACTS
    )


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
    return table.select(
        "reporter",
        "partner",
        pl.col("year").cast(pl.Int16),
        (pl.col("flow") * MILLION).alias("value_usd"),
        pl.col("row").cast(pl.Int32),
        "column",
        pl.when(_wrong("reporter", "partner")).then(pl.lit("artefact")).otherwise(pl.lit("")).alias("status"),
    ).sort("reporter", "partner", "year", "row")
