"""Contiguity columns: who borders whom by land, or across how much water (Correlates of War direct contiguity 3.2)."""

import polars as pl

from sverka.panel.frame import Panel
from sverka.panel.matching import coded, notes, pairs, singles
from sverka.sources.store import table
from sverka.sources.tables import tidy

LAND = 1


def with_contiguity(panel: Panel) -> Panel:
    """Dyads: `contiguity`: 1 by land or river; 2, 3, 4, 5 across at most 12, 24, 150, 400 miles of water; 0 not
    contiguous. States: `land_borders` and `sea_borders`, numbers of neighbours.

    The closest relation on any day of the year. Zero is a recorded absence within 1816–2016; null is not covered: other
    years, or a state without a Correlates of War code.
    """
    years = tidy("contiguity").shape().years or (0, 0)
    told = notes(panel, "COW", "contiguity", "Correlates of War contiguity 3.2", years)
    spells = table("contiguity").filter(pl.col("ccode1") < pl.col("ccode2"))
    span = pl.int_ranges(pl.col("start").dt.year(), pl.col("end").dt.year() + 1, dtype=pl.Int16)
    closest = (
        spells.select("type", code1="ccode1", code2="ccode2", year=span)
        .explode("year")
        .group_by("code1", "code2", "year")
        .agg(contiguity=pl.col("type").min())
    )
    inside = coded(panel, "COW") & panel.table["year"].is_between(*years)
    columns = pairs(panel, closest, "COW") if panel.unit == "dyads" else _borders(panel, closest)
    return panel.having(columns.select(pl.when(inside).then(pl.all().fill_null(0))), *told)


def _borders(panel: Panel, closest: pl.DataFrame) -> pl.DataFrame:
    ways = [closest.select("year", "contiguity", code=f"code{side}") for side in "12"]
    counts = pl.concat(ways).group_by("code", "year")
    borders = counts.agg(
        land_borders=(pl.col("contiguity") == LAND).sum().cast(pl.Int16),
        sea_borders=(pl.col("contiguity") > LAND).sum().cast(pl.Int16),
    )
    return singles(panel, borders, "COW")
