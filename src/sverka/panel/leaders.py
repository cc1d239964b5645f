"""Leader columns: who effectively led each state, and whether that changed in the year (Archigos 4.1)."""

import polars as pl

from sverka.panel.frame import Panel
from sverka.panel.matching import notes, singles
from sverka.sources.store import table
from sverka.sources.tables import tidy


def with_leaders(panel: Panel) -> Panel:
    """`leader_january` (in power on 1 January), `leader_december` (on 31 December), `leaders` (how many in the year),
    `leader_changed` (the two are different stretches in power), `leader_irregular` (somebody came to power
    irregularly or by foreign imposition in the year); of dyads with 1 and 2 after each name.

    Null is not covered: other years, a state without a Gleditsch–Ward code, a gap; also who led on a day on which
    the state did not exist, and whether that changed.
    """
    years = tidy("archigos").shape().years or (0, 0)
    told = notes(panel, "GW", "leaders", "Archigos 4.1", years)
    span = pl.int_ranges(pl.col("start").dt.year(), pl.col("end").dt.year() + 1, dtype=pl.Int16)
    stretches = (
        table("archigos")
        .select("obsid", "leader", "entry", "start", "end", code="gwcode", year=span)
        .explode("year")
        .filter(pl.col("year").is_in(panel.years))
        .sort("code", "year", "start")
    )
    january = pl.col("start") <= pl.date("year", 1, 1)
    december = pl.col("end") >= pl.date("year", 12, 31)
    came = pl.col("start").dt.year() == pl.col("year")
    irregular = pl.col("entry").is_in(["Irregular", "Foreign Imposition"])
    leaders = stretches.group_by("code", "year", maintain_order=True).agg(
        leader_january=pl.col("leader").filter(january).first(),
        leader_december=pl.col("leader").filter(december).last(),
        leaders=pl.len().cast(pl.Int16),
        leader_changed=pl.col("obsid").filter(january).first() != pl.col("obsid").filter(december).last(),
        leader_irregular=(came & irregular).any(),
    )
    return panel.having(singles(panel, leaders, "GW"), *told)
