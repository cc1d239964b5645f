"""Figures of single states by year: gross domestic product, population, soldiers, military spending."""

from dataclasses import dataclass

import polars as pl

from sverka.errors import SourceError
from sverka.sources import capabilities, gdp
from sverka.sources.trade import table

METRICS = {
    "gdp": ("gdp", "value_usd", "Value", "USD", "world-bank-gdp"),
    "population": ("population", "population", "tpop", "persons", "cow-nmc"),
    "military.personnel": ("population", "soldiers", "milper", "persons", "cow-nmc"),
    "military.spending": ("population", "military_usd", "milex", "USD", "cow-nmc"),
}
"""Metric of the claim language → table, column, column as published, unit, source."""


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
    return _figures(metric, pl.col("id") == state)


def in_year(state: str, metric: str, year: int) -> StateFigure | None:
    """The figure of one year, or None where the source has none."""
    return next(iter(_figures(metric, (pl.col("id") == state) & (pl.col("year") == year))), None)


def states(metric: str, year: int) -> list[StateFigure]:
    """All states that have the metric in a year, largest first; groups of states are left out.

    Raises SourceError for a metric that no source here has.
    """
    wanted = pl.col("year") == year
    found = _figures(metric, wanted & (pl.col("kind") == "state") if metric == "gdp" else wanted)
    return sorted(found, key=lambda figure: -figure.value)


def _figures(metric: str, wanted: pl.Expr) -> list[StateFigure]:
    if metric not in METRICS:
        raise SourceError(f"no source has {metric} of single states", todo=f"choose one of {', '.join(METRICS)}")
    name, column, published, unit, source = METRICS[metric]
    file = gdp.FILE if name == "gdp" else capabilities.FILE
    return [
        StateFigure(
            row[column],
            row["id"],
            metric,
            row["year"],
            unit,
            source,
            file,
            row["cell"] if name == "gdp" else f"row {row['row']}, {published}",
        )
        for row in table(name).filter(wanted & pl.col(column).is_not_null()).rows(named=True)
    ]
