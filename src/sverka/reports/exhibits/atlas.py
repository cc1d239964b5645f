"""What the world map can show by years: members of an organization, trade with a state, who voted alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import polars as pl

from sverka.claims import Period
from sverka.measures.vote_agreement import vote_agreement
from sverka.record import organizations
from sverka.reports import maps
from sverka.reports.exhibits.ballots import ENOUGH
from sverka.reports.exhibits.exhibit import Cell, Column, Exhibit, pulled
from sverka.reports.exhibits.memberships import STATUSES
from sverka.reports.words import Language, name, say
from sverka.sources import store, trade
from sverka.sources.tables import tidy

#: What can be shown, and whether it needs a state whose partners are shown.
KINDS = {
    "members": False,
    "gdp": False,
    "population": False,
    "imports": True,
    "exports": True,
    "votes": True,
}
#: Before this year the record's list of legal states is not complete.
EARLIEST = 1946


@dataclass(frozen=True, slots=True)
class Layer:
    """A map's content for every year.

    Attributes
    ----------
    values : by state and year a number; of classes, the place of the class in `classes`.
    classes : statuses of membership, in the legend's order; empty where the values are numbers.
    edges : between the shades of numbers, the same for all years so that years compare.
    """

    title: str
    first: int
    last: int
    values: Mapping[str, Mapping[int, float]]
    sources: tuple[str, ...]
    unit: str = ""
    classes: tuple[str, ...] = ()
    edges: tuple[float, ...] = ()
    lack: tuple[str, ...] = ()

    def in_year(self, year: int) -> dict[str, float]:
        """The values of one year."""
        return {state: known[year] for state, known in self.values.items() if year in known}


def layer(kind: str, of: str, language: Language) -> Layer:
    """What is shown: `kind` of KINDS, `of` the organization or the state whose partners are shown (or empty)."""
    stamp = str(store.kept(tidy("un_votes"))) if kind == "votes" else ""
    return _layer(kind, of, language, stamp)


@lru_cache(maxsize=24)
def _layer(kind: str, of: str, language: Language, stamp: str) -> Layer:
    if kind == "members":
        return _members(of, language)
    if kind in ("gdp", "population"):
        table = trade.table(kind)
        shown = table.filter(pl.col("kind") == "state") if kind == "gdp" else table
        value = "value_usd" if kind == "gdp" else "population"
        source = "world-bank-gdp" if kind == "gdp" else "cow-nmc"
        rows = shown.select("id", "year", value)
        return _numbers(kind, of, rows, source, "USD" if kind == "gdp" else "persons", language)
    if kind == "votes":
        return _votes(of, language)
    mine, other = ("reporter", "partner") if kind == "imports" else ("partner", "reporter")
    flows = trade.table("cow_trade").filter((pl.col(mine) == of) & (pl.col("status") != "artefact"))
    return _numbers(kind, of, flows.select(other, "year", "value_usd"), trade.COMPILED, "USD", language)


def _numbers(kind: str, of: str, rows: pl.DataFrame, source: str, unit: str, language: Language) -> Layer:
    values: dict[str, dict[int, float]] = {}
    for state, year, value in rows.drop_nulls().rows():
        if year >= EARLIEST:
            values.setdefault(str(state), {})[int(year)] = float(value)
    years = [year for known in values.values() for year in known]
    edges = maps.edges_of([v for known in values.values() for v in known.values()])
    title = say("exhibit", f"map.{kind}", language, of=name(of, language) if of else "")
    span = (min(years), max(years)) if years else (EARLIEST, EARLIEST)
    return Layer(title, *span, values, (source,), unit, edges=tuple(edges))


def _members(organization: str, language: Language) -> Layer:
    spells = organizations.memberships(organization=organization)
    present = [s for s in STATUSES if any(_kind(spell.status) == s for spell in spells)]
    last = date.today().year
    values: dict[str, dict[int, float]] = {}
    for spell in sorted(spells, key=lambda s: present.index(_kind(s.status)), reverse=True):
        for year in _years(spell.period, last):
            if spell.period.contains(date(year, 12, 31)):
                values.setdefault(spell.state, {})[year] = present.index(_kind(spell.status))
    known = [year for years in values.values() for year in years]
    title = say("exhibit", "map.members", language, of=name(organization, language))
    first = max(EARLIEST, min(known) - 1) if known else EARLIEST
    return Layer(title, first, last, values, ("record:memberships",), classes=tuple(present))


def _kind(status: str) -> str:
    return "member" if status in organizations.FULL else status


def _years(period: Period, last: int) -> range:
    start = period.start.year if period.start else EARLIEST
    return range(max(start, EARLIEST), min(period.end.year if period.end else last, last) + 1)


def _votes(of: str, language: Language) -> Layer:
    everybody = _agreement(str(store.kept(tidy("un_votes"))))
    if everybody is None:
        title = say("exhibit", "map.votes", language, of=name(of, language))
        return Layer(title, EARLIEST, EARLIEST, {}, ("un-votes",), lack=("un_votes",))
    mine = everybody.filter(((pl.col("state1") == of) | (pl.col("state2") == of)) & (pl.col("compared") >= ENOUGH))
    other = pl.when(pl.col("state1") == of).then(pl.col("state2")).otherwise(pl.col("state1"))
    return _numbers("votes", of, mine.select(other.alias("state"), "year", "agreement_half"), "un-votes", "", language)


@lru_cache(maxsize=1)
def _agreement(stamp: str) -> pl.DataFrame | None:
    """Agreement of all pairs in all years: some seconds, once."""
    votes = pulled("un_votes")
    if votes is None:
        return None
    year = pl.col("date").dt.year().cast(pl.Int16).alias("year")
    cast = votes.select("rcid", "vote", year, pl.col("id").alias("state")).drop_nulls()
    return vote_agreement(cast).select("state1", "state2", "year", "compared", "agreement_half")


def drawn(shown: Layer, year: int, language: Language) -> str:
    """The layer's map in one year."""
    day, title = date(year, 12, 31), f"{shown.title}, {year}"
    values = shown.in_year(year)
    if shown.classes:
        words = named(shown, language)
        kinds = {state: words[int(v)] for state, v in values.items()}
        return maps.classes(kinds, words, title, language, on=day, blank=say("exhibit", "outside", language))
    return maps.choropleth(values, title, language, shown.unit, edges=shown.edges, on=day)


def named(shown: Layer, language: Language) -> list[str]:
    """The words of the classes."""
    return [say("exhibit", f"status.{status}", language) for status in shown.classes]


def exhibit(shown: Layer, kind: str, year: int, language: Language) -> Exhibit:
    """The layer's rows in one year, largest first; of classes, in the order of the legend."""
    values = shown.in_year(year)
    ordered = sorted(values.items(), key=lambda item: (item[1] if shown.classes else -item[1], name(item[0], language)))
    rows: list[tuple[Cell, ...]] = [
        (year, state, shown.classes[int(value)] if shown.classes else value) for state, value in ordered
    ]
    cell = Column("status", "status") if shown.classes else Column("value", "USD" if shown.unit == "USD" else "number")
    title = f"{shown.title}, {year}"
    columns = (Column("year"), Column("state", "name"), cell)
    return Exhibit(f"map-{kind}", title, columns, tuple(rows), shown.sources, lack=shown.lack)
