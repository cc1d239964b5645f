"""Trade columns: Correlates of War dyadic trade 4.0, imports of each side from the other, with known artefacts
marked."""

from dataclasses import replace
from datetime import date

import polars as pl

from sverka.panel.frame import Note, Panel
from sverka.panel.lives import spans
from sverka.panel.matching import notes, pairs, singles
from sverka.sources.store import table
from sverka.sources.tables import tidy

_UNRECORDED = (1992, 1993)


def with_trade(panel: Panel) -> Panel:
    """Dyads: `imports1_usd` (state 1 from state 2), `imports2_usd`, `smoothed_imports1_usd`, `smoothed_imports2_usd`
    (gaps filled by the compilers), `artefact1`, `artefact2` (known to be wrong). States: `imports_usd`, `exports_usd`.

    Current US dollars. Null is not covered; zero is what the file prints for less than half a million dollars or
    nothing, except for a state born in 1990 or later, whose zeros of 1992 and 1993 stand for trade that nobody
    recorded: null.
    """
    name = "cow_trade" if panel.unit == "dyads" else "cow_trade_totals"
    years = tidy(name).shape().years or (0, 0)
    told = notes(panel, "COW", "trade", "Correlates of War trade 4.0", years)
    if panel.unit == "states":
        data = table(name).select("year", "imports_usd", "exports_usd", code="ccode")
        return panel.having(singles(panel, data, "COW"), *told)
    data = table(name).select(
        "year",
        code1="ccode1",
        code2="ccode2",
        imports1_usd="flow1_usd",
        imports2_usd="flow2_usd",
        smoothed_imports1_usd="smooth1_usd",
        smoothed_imports2_usd="smooth2_usd",
        artefact1="artefact1",
        artefact2="artefact2",
    )
    young = spans("COW").group_by("unit").agg(pl.col("start").min()).filter(pl.col("start") >= date(1990, 1, 1))
    new_units = young["unit"].to_list()
    new = pl.col("code1").is_in(new_units) | pl.col("code2").is_in(new_units)
    blank = pl.col("year").is_in(_UNRECORDED) & new
    flows = ("imports1_usd", "imports2_usd", "smoothed_imports1_usd", "smoothed_imports2_usd")
    data = data.with_columns(pl.when(~(blank & (pl.col(flow) == 0))).then(flow).alias(flow) for flow in flows)
    swap = {"imports1_usd": "imports2_usd", "smoothed_imports1_usd": "smoothed_imports2_usd", "artefact1": "artefact2"}
    zeros = Note("trade", "horizon", "zeros of 1992 and 1993 of states born in 1990 or later were not recorded: null")
    if set(_UNRECORDED) & set(panel.years):
        told = (*told, zeros)
    return panel.having(pairs(panel, data, "COW", swap), *told)


def flow_table(panel: Panel) -> pl.DataFrame:
    """A dyad panel with trade as the flow table that the measures read: `reporter`, `partner`, `year`, `exports`,
    `imports`, both ways; what a state exports to a partner is what the partner reports to import from it."""
    both = replace(panel, directed=True).table
    one = both.select(reporter="state1", partner="state2", year="year", exports="imports2_usd", imports="imports1_usd")
    if panel.directed:
        return one
    two = both.select(reporter="state2", partner="state1", year="year", exports="imports1_usd", imports="imports2_usd")
    return pl.concat([one, two])
