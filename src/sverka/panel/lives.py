"""Which states there are in a year, by a code system: Correlates of War, Gleditsch–Ward, or the legal states of ISO
3166.

A unit is what one row stands for: a code in COW and GW, a state's id in ISO. Units are numbered so that they fit a key.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from typing import Literal, TypeAlias, get_args

import polars as pl

from sverka.errors import InputError
from sverka.record import rows, span

System: TypeAlias = Literal["COW", "GW", "ISO"]
SYSTEMS: tuple[System, ...] = get_args(System)

FIRST_YEAR, LAST_YEAR = 1816, 2199
_OPEN = date(LAST_YEAR, 12, 31)


def system_named(name: str) -> System:
    """The code system of that name. Raises InputError for a system that is none."""
    for system in SYSTEMS:
        if system == name:
            return system
    raise InputError("there is no such code system", where=name, todo=f"choose one of {', '.join(SYSTEMS)}")


@cache
def ids(system: System) -> tuple[str, ...]:
    """The ids of a system in the order of their units; for COW and GW the unit is the code, and this is not needed."""
    return tuple(sorted({row["id"] for row in rows("state_spans") if row["system"] == system}))


@cache
def spans(system: System) -> pl.DataFrame:
    """Columns `unit`, `id`, `start`, `end`: the life-spans of the record, an open end running to the last year there
    is.

    A start known only to the year counts from its first day, an end so known to its last.
    """
    system_named(system)
    number = {id_: unit for unit, id_ in enumerate(ids(system), start=1)} if system == "ISO" else {}
    return pl.DataFrame(
        [
            (
                number.get(row["id"]) or int(row["code"]),
                row["id"],
                life.start,
                life.end or _OPEN,
            )
            for row in rows("state_spans")
            if row["system"] == system and (life := span(row)) is not None
        ],
        schema={"unit": pl.Int16, "id": pl.String, "start": pl.Date, "end": pl.Date},
        orient="row",
    ).sort("unit", "start")


def parts(system: System, years: Iterable[int]) -> pl.DataFrame:
    """Columns `unit`, `year`, `id`, `first`, `last`: every spell of life, cut into calendar years."""
    wanted = pl.DataFrame({"year": sorted(set(years))}, schema={"year": pl.Int16}).lazy()
    alive = (pl.col("start").dt.year() <= pl.col("year")) & (pl.col("end").dt.year() >= pl.col("year"))
    return (
        spans(system)
        .lazy()
        .join(wanted, how="cross")
        .filter(alive)
        .select(
            "unit",
            "year",
            "id",
            pl.max_horizontal("start", pl.date("year", 1, 1)).alias("first"),
            pl.min_horizontal("end", pl.date("year", 12, 31)).alias("last"),
        )
        .collect()
    )


def unit_years(system: System, years: Iterable[int]) -> pl.DataFrame:
    """One row a unit and year it lived in: `unit`, `year`, `id`, `midyear` (alive on 1 July), `days`, and `ids` –
    all states it stood for in that year, in order of date.

    A year in which a code changed hands belongs to the state of 1 July; where none held it then, to the first.
    """
    return _unit_years(system, tuple(sorted(set(years))))


@lru_cache(maxsize=8)
def _unit_years(system: System, years: tuple[int, ...]) -> pl.DataFrame:
    midyear = pl.date("year", 7, 1).is_between("first", "last")
    return (
        parts(system, years)
        .sort("unit", "year", "first")
        .with_columns(midyear.alias("midyear"))
        .group_by("unit", "year", maintain_order=True)
        .agg(
            pl.col("id").sort_by(pl.col("midyear").not_(), maintain_order=True).first(),
            pl.col("midyear").any(),
            (pl.col("last") - pl.col("first")).dt.total_days().sum().alias("days") + pl.len(),
            pl.col("id").unique(maintain_order=True).alias("ids"),
        )
    )
