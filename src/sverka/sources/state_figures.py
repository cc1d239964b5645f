"""Figures of single states by year: gross domestic product, population, soldiers, military spending."""

from dataclasses import dataclass

import polars as pl

from sverka.errors import SourceError
from sverka.sources import gdp, population
from sverka.sources.trade import table

METRICS = {
    "gdp": ("gdp", "value_usd", "USD", "world-bank-gdp"),
    "population": ("population", "population", "persons", "cow-nmc"),
    "military.personnel": ("population", "soldiers", "persons", "cow-nmc"),
    "military.spending": ("population", "military_usd", "USD", "cow-nmc"),
}
"""Metric of the claim language → table, column, unit, source."""


@dataclass(frozen=True, slots=True)
class StateFigure:
    """One published number about a state in a year, in base units, with where it stands."""

    value: float
    state: str
    metric: str
    year: int
    unit: str
    source: str
    file: str
    cell: str


def series(state: str, metric: str) -> list[StateFigure]:
    """All years of a metric for a state (`gdp` also for `WLD`, `EU` and the World Bank's other groups), oldest first.

    Raises SourceError for a metric that no source here has.
    """
    if metric not in METRICS:
        raise SourceError(f"no source has {metric} of single states", todo=f"choose one of {', '.join(METRICS)}")
    name, column, unit, source = METRICS[metric]
    rows = table(name).filter((pl.col("id") == state) & pl.col(column).is_not_null()).rows(named=True)
    file = gdp.FILE if name == "gdp" else population.FILE
    names = {"population": "tpop", "soldiers": "milper", "military_usd": "milex"}
    return [
        StateFigure(
            row[column],
            state,
            metric,
            row["year"],
            unit,
            source,
            file,
            row["cell"] if name == "gdp" else f"row {row['row']}, {names[column]}",
        )
        for row in rows
    ]


def in_year(state: str, metric: str, year: int) -> StateFigure | None:
    """The figure of one year, or None where the source has none."""
    return next((figure for figure in series(state, metric) if figure.year == year), None)


def states(metric: str, year: int) -> list[StateFigure]:
    """All states that have the metric in a year, largest first; groups of states are left out.

    Raises SourceError for a metric that no source here has.
    """
    if metric not in METRICS:
        raise SourceError(f"no source has {metric} of single states", todo=f"choose one of {', '.join(METRICS)}")
    name, column, *_ = METRICS[metric]
    rows = table(name).filter((pl.col("year") == year) & pl.col(column).is_not_null())
    if name == "gdp":
        rows = rows.filter(pl.col("kind") == "state")
    found = [in_year(state, metric, year) for state in rows["id"]]
    return sorted((figure for figure in found if figure), key=lambda figure: -figure.value)
