"""A panel: a table of dyad-years or state-years, what its rows stand for, and what had to be decided on the way."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import polars as pl

from sverka.panel.lives import System, ids, parts, unit_years
from sverka.panel.lookup import FIRST, UNITS, YEARS, at, by_unit, numbered


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reader of a panel must know.

    Attributes
    ----------
    group : the columns it is about, as `add` names them; `rows` for the rows themselves, `COW codes` (`GW codes`,
        `ids`) for all columns whose source names states so.
    kind : `ambiguous` (a code could stand for more than one state, and one was taken), `unmatched` (states for which
        the source has no code, whose cells are null), or `horizon` (years past the end of a list).
    text : one sentence.
    """

    group: str
    kind: Literal["ambiguous", "unmatched", "horizon"]
    text: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Rows and their meaning.

    Attributes
    ----------
    table : `code1`, `code2`, `state1`, `state2`, `year` of dyads (`code`, `state`, `year` of states), then the
        columns added. Codes are absent in the system ISO, whose codes are the ids.
    unit : `dyads` or `states`.
    system : whose list of states the rows follow.
    directed : whether a pair has a row each way.
    notes : what was decided, one sentence each.
    """

    table: pl.DataFrame
    unit: Literal["dyads", "states"]
    system: System
    directed: bool
    notes: tuple[Note, ...] = ()

    def add(self, *groups: str) -> "Panel":
        """The panel with groups of columns added by name, such as `trade` or `alliances`; InputError for an unknown
        one."""
        from sverka.panel.groups import added  # late: the groups are built on this class

        return added(self, groups)

    def having(self, columns: pl.DataFrame, *notes: Note) -> "Panel":
        """The panel with columns (in the order of its rows) and notes added; a column of the same name is replaced."""
        return replace(self, table=self.table.with_columns(columns), notes=tuple(dict.fromkeys((*self.notes, *notes))))

    @property
    def years(self) -> list[int]:
        """The years it has rows of, in order."""
        return [int(year) for year in np.flatnonzero(np.bincount(self.table["year"].to_numpy()))]

    def units(self, side: str) -> pl.Series:
        """The units (see `lives`) on side `1` or `2` of dyads, or of states (side empty)."""
        if self.system != "ISO":
            return self.table[f"code{side}"]
        places = numbered(self.table[f"state{side}"], ids("ISO")) + 1
        return pl.Series(places, dtype=pl.Int16)


def states(years: Iterable[int], system: System = "COW") -> Panel:
    """A state-year panel: every state of the system in every year in which it lived on some day.

    Parameters
    ----------
    years : calendar years, such as `range(1816, 2021)`.
    system : `COW` (Correlates of War state system), `GW` (Gleditsch and Ward) or `ISO` (legal states, from 1945 on
        complete).
    """
    alive = unit_years(system, years)
    table = alive.select(_codes(system, ""), pl.col("id").alias("state"), "year")
    return Panel(table.drop("code") if system == "ISO" else table, "states", system, False, _notes(system, alive))


def dyads(years: Iterable[int], directed: bool = False, system: System = "COW") -> Panel:
    """A dyad-year panel: every pair of states of the system that both lived on some day of the year.

    Two that lived in the same year but not at the same time (the Republic of Vietnam and Suriname in 1975) are no pair.
    Legal states (ISO) can end on the day on which the next begins: the Soviet Union and Russia, which share only
    26 December 1991, are no pair either.

    Parameters
    ----------
    years : calendar years, such as `range(1816, 2021)`.
    directed : whether a pair has two rows (from 1 to 2 and from 2 to 1) or one, with the lower code (ISO: id) first.
    system : as for `states`.
    """
    wanted = sorted(set(years))
    alive = unit_years(system, wanted)
    spells = parts(system, wanted).select("unit", "year", "first", "last")
    last, first = pl.min_horizontal("last", "last_right"), pl.max_horizontal("first", "first_right")
    together = last > first if system == "ISO" else last >= first
    order = pl.col("unit") != pl.col("unit_right") if directed else pl.col("unit") < pl.col("unit_right")
    pairs = (
        spells.lazy()
        .join(spells.lazy(), on="year")
        .filter(order, together)
        .select(key=_key())
        .unique()
        .sort("key")
        .select(
            unit1=(pl.col("key") // (UNITS * YEARS)).cast(pl.Int16),
            unit2=(pl.col("key") // YEARS % UNITS).cast(pl.Int16),
            year=(pl.col("key") % YEARS + FIRST).cast(pl.Int16),
        )
        .collect()
    )
    names = [
        at(
            alive.select(pl.col("id").alias(f"state{side}")),
            by_unit(pairs[f"unit{side}"], pairs["year"], alive["unit"], alive["year"]),
        )
        for side in "12"
    ]
    pairs = pl.concat([pairs, *names], how="horizontal")
    table = pairs.select(pl.col("unit1").alias("code1"), pl.col("unit2").alias("code2"), "state1", "state2", "year")
    table = table.drop("code1", "code2") if system == "ISO" else table
    return Panel(table, "dyads", system, directed, _notes(system, alive))


def _key() -> pl.Expr:
    """A pair of units and a year in one number, in the order of the panel's rows (as `lookup.pair_keys`)."""
    wide = pl.col("unit").cast(pl.Int32) * UNITS + pl.col("unit_right").cast(pl.Int32)
    return wide * YEARS + (pl.col("year").cast(pl.Int32) - FIRST)


def _codes(system: System, side: str) -> pl.Expr:
    return pl.col("unit").alias(f"code{side}")


COMPLETE_FROM = 1945
"""From when the record has every legal state."""

HORIZON = {"COW": 2016, "GW": 2017}
"""The last year of the published lists; the record lets the states that were there then live on."""


def _notes(system: System, alive: pl.DataFrame) -> tuple[Note, ...]:
    notes = [
        Note(
            "rows",
            "ambiguous",
            f"{system} {row['unit']} stood for {' and then '.join(row['ids'])} in {row['year']}: the year is "
            f"{row['id']}'s, which held the code on 1 July or was the first to hold it",
        )
        for row in alive.filter(pl.col("ids").list.len() > 1).iter_rows(named=True)
    ]
    if system == "ISO" and alive.height and int(str(alive["year"].min())) < COMPLETE_FROM:
        text = f"legal life-spans are complete from {COMPLETE_FROM}: before, states are missing"
        notes.append(Note("rows", "horizon", text))
    last = HORIZON.get(system)
    if last and alive["year"].max() is not None and int(str(alive["year"].max())) > last:
        text = f"the {system} list ends in {last}: later years take the states in it then to be there still"
        notes.append(Note("rows", "horizon", text))
    return tuple(notes)
