"""Alliance columns: Correlates of War formal alliances 4.1 and ATOP 5.1 obligations."""

import polars as pl

from sverka.panel.frame import Panel
from sverka.panel.matching import Codes, coded, directed, notes, pairs, singles
from sverka.sources.store import table
from sverka.sources.tables import tidy

_COW: Codes = "COW"
_FORMAL = {
    "cow_defence": "defense",
    "cow_neutrality": "neutrality",
    "cow_nonaggression": "nonaggression",
    "cow_entente": "entente",
}
_ATOP = {
    "atop_defence": "defense",
    "atop_offence": "offense",
    "atop_neutrality": "neutrality",
    "atop_nonaggression": "nonaggression",
    "atop_consultation": "consultation",
}


def with_alliances(panel: Panel) -> Panel:
    """Dyads: `cow_defence`, `cow_neutrality`, `cow_nonaggression`, `cow_entente`, and `atop_defence`, `atop_offence`,
    `atop_neutrality`, `atop_nonaggression`, `atop_consultation`. In a directed panel the ATOP columns are what state
    1 owes state 2; in an undirected one, what either owes the other. States: numbers of allies, `cow_defence_pacts`,
    `atop_defends`, `atop_defended_by`.

    False (zero) is a recorded absence within coverage; null is not covered: other years, or a state without a
    Correlates of War code.
    """
    formal, owed = _spans("cow_alliances"), _spans("atop_alliances")
    told = (
        *notes(panel, _COW, "alliances", "Correlates of War alliances 4.1", formal),
        *notes(panel, _COW, "alliances", "ATOP 5.1", owed),
    )
    columns = _allies(panel) if panel.unit == "states" else _pledges(panel)
    columns = columns.with_columns(
        _within(panel, formal, pl.selectors.starts_with("cow_")),
        _within(panel, owed, pl.selectors.starts_with("atop_")),
    )
    return panel.having(columns, *told)


def _pledges(panel: Panel) -> pl.DataFrame:
    pair = {"code1": "ccode1", "code2": "ccode2"}
    formal = table("cow_alliances").filter(pl.col("ccode1") < pl.col("ccode2")).select("year", **pair, **_FORMAL)
    owed = table("atop_alliances").select("year", **pair, **_ATOP)
    there = directed(panel, owed, _COW)
    if not panel.directed:
        back = directed(panel, owed, _COW, back=True)
        there = there.select(pl.col(name).fill_null(False) | back[name].fill_null(False) for name in there.columns)
    return pl.concat([pairs(panel, formal, _COW), there], how="horizontal")


def _allies(panel: Panel) -> pl.DataFrame:
    formal = table("cow_alliances").filter("defense").group_by(code="ccode1", year="year")
    owed = table("atop_alliances").filter("defense")
    counts = [
        formal.agg(cow_defence_pacts=pl.len()),
        owed.group_by(code="ccode1", year="year").agg(atop_defends=pl.len()),
        owed.group_by(code="ccode2", year="year").agg(atop_defended_by=pl.len()),
    ]
    return pl.concat([singles(panel, count, _COW) for count in counts], how="horizontal")


def _within(panel: Panel, years: tuple[int, int], columns: pl.Expr) -> pl.Expr:
    """Absent within coverage is False or zero; outside it, null."""
    inside = coded(panel, _COW) & panel.table["year"].is_between(*years)
    empty = 0 if panel.unit == "states" else False
    return pl.when(inside).then(columns.fill_null(empty))


def _spans(name: str) -> tuple[int, int]:
    return tidy(name).shape().years or (0, 0)
