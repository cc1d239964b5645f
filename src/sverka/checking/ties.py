"""Ties: a state's list of all others in a year by one relation – who is bound to defend it, who votes as it does.

Each list is read from a pulled table; a year or state outside a table's coverage gives no list. Equal values are equal:
the lists do not break ties.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

import polars as pl

from sverka.checking import pulled
from sverka.checking.finding import Cell
from sverka.claims import Period
from sverka.measures import COMMITMENTS, alliance_commitment, portfolio, signorino_ritter, vote_agreement
from sverka.panel.lives import unit_years
from sverka.record import is_verified, organizations
from sverka.record.organizations import FULL
from sverka.sources import catalogue, store, tables

Entry = tuple[str, float, tuple[Cell, ...]]
Lists = Callable[[int], dict[str, list[Entry]]]

#: Alliance tables with their sources, and what both call the promises.
ALLIANCES = {"atop_alliances": "atop", "cow_alliances": "cow-alliances"}
#: Organizations whose treaties oblige every member to defend every other.
PACTS = ("NATO", "CSTO")
#: A partner that voted on fewer than this part of the roll calls is not ranked.
ENOUGH = 0.5


def obligations(of: str) -> Lists:
    """1 for states that promised to defend `of`, or that it promised to defend; 0 for all others of the system."""

    def lists(year: int) -> dict[str, list[Entry]]:
        out: dict[str, list[Entry]] = {}
        for name, source in ALLIANCES.items():
            rows, others = _alliances(name, year), _system(year) - {of}
            if rows is None or of not in _system(year):
                continue
            bound = _partners(rows.filter("defense"), of)
            out[source] = [(o, float(o in bound), (_cell(source, name, of, o, year, int(o in bound)),)) for o in others]
        record = _bound_by_record(of, year)
        return {**out, "record:memberships": record} if record else out

    return lists


def agreement(of: str) -> Lists:
    """Agreement of votes in the General Assembly in per cent, an abstention half-way between yes and no."""

    def lists(year: int) -> dict[str, list[Entry]]:
        scores = _agreement(year)
        mine = _of_pair(scores, of) if scores is not None else None
        if mine is None or mine.is_empty():
            return {}
        kept = mine.filter(pl.col("compared") >= ENOUGH * pl.col("compared").max()).drop_nulls("agreement_half")
        return {"un-votes": _entries(kept, "agreement_half", "un-votes", "un_votes", of, year, 100.0)}

    return lists


def portfolios(of: str) -> Lists:
    """Signorino and Ritter's S of the two states' alliances with all states, unweighted."""

    def lists(year: int) -> dict[str, list[Entry]]:
        out = {}
        for name, source in ALLIANCES.items():
            scores = _portfolios(name, year)
            mine = _of_pair(scores, of) if scores is not None else None
            if mine is not None and not mine.is_empty():
                out[source] = _entries(mine.drop_nulls("s"), "s", source, name, of, year)
        return out

    return lists


def organizations_shared(of: str) -> Lists:
    """Number of intergovernmental organizations in which both are members."""

    def lists(year: int) -> dict[str, list[Entry]]:
        rows = _year("cow_igo_dyads", year)
        if rows is None:
            return {}
        mine = _of_pair(rows.rename({"id1": "state1", "id2": "state2"}), of)
        found = _entries(mine, "shared", "cow-igo-counts", "cow_igo_dyads", of, year)
        return {"cow-igo-counts": found} if found else {}

    return lists


def _year(name: str, year: int) -> pl.DataFrame | None:
    """A table's rows of a year; None if it was not pulled or does not cover the year."""
    years = tables.tidy(name).shape().years
    whole = pulled.table(name) if years and years[0] <= year <= years[1] else None
    return None if whole is None else whole.filter(pl.col("year") == year)


def _alliances(name: str, year: int) -> pl.DataFrame | None:
    rows = _year(name, year)
    return None if rows is None else rows.drop_nulls(["id1", "id2"])


@lru_cache(maxsize=64)
def _system(year: int) -> frozenset[str]:
    """The states of the Correlates of War system in a year."""
    return frozenset(unit_years("COW", [year])["id"])


def _partners(rows: pl.DataFrame, of: str) -> set[str]:
    return {*rows.filter(pl.col("id1") == of)["id2"], *rows.filter(pl.col("id2") == of)["id1"]}


def _bound_by_record(of: str, year: int) -> list[Entry]:
    """Fellow members, at the end of the year, of an organization of collective defence: the record has no others."""
    day = date(year, 12, 31)
    found: dict[str, Entry] = {}
    for pact in PACTS:
        spells = [s for s in organizations.memberships(pact, on=day) if s.status in FULL and is_verified(s.row)]
        mine = next((s for s in spells if s.state == of), None)
        for spell in spells if mine else ():
            if spell.state != of:
                row = spell.row
                cell = Cell("record:memberships", row["file"], row["source"], f"line {row['line']}", row["checked"])
                found[spell.state] = (spell.state, 1.0, (cell,))
    return list(found.values())


def _agreement(year: int) -> pl.DataFrame | None:
    """Agreement of all pairs in a year that the votes cover to its end."""
    votes = pulled.table("un_votes")
    return None if votes is None or year >= last_year_of_votes(votes) else _agreed(year)


@lru_cache(maxsize=16)
def _agreed(year: int) -> pl.DataFrame:
    votes = store.table("un_votes")
    cast = votes.filter((pl.col("date").dt.year() == year) & (pl.col("vote") != "absent"))
    return vote_agreement(cast.select("rcid", "vote", state="id", year=pl.lit(year, pl.Int32)))


def last_year_of_votes(votes: pl.DataFrame) -> int:
    """The year in which the votes break off."""
    last = votes["date"].max()
    assert isinstance(last, date)
    return last.year


def _portfolios(name: str, year: int) -> pl.DataFrame | None:
    rows = _alliances(name, year)
    return None if rows is None else _alike(name, year)


@lru_cache(maxsize=16)
def _alike(name: str, year: int) -> pl.DataFrame:
    rows = store.table(name).filter(pl.col("year") == year).drop_nulls(["id1", "id2"])
    consult = "entente" if name == "cow_alliances" else "consultation"
    promised = rows.select(
        "year", "neutrality", "nonaggression", state1="id1", state2="id2", defence="defense", entente=consult
    )
    states = pl.DataFrame({"state": sorted(_system(year))}).with_columns(year=pl.lit(year, rows.schema["year"]))
    return signorino_ritter(portfolio(alliance_commitment(promised), states), COMMITMENTS)


def _of_pair(rows: pl.DataFrame, of: str) -> pl.DataFrame:
    """The rows of a table of unordered pairs that one state is in, with the `other`."""
    one = rows.filter(pl.col("state1") == of).with_columns(other="state2")
    two = rows.filter(pl.col("state2") == of).with_columns(other="state1")
    return pl.concat([one, two]).drop_nulls("other")


def _entries(
    rows: pl.DataFrame, column: str, source: str, name: str, of: str, year: int, times: float = 1.0
) -> list[Entry]:
    pairs: Iterable[tuple[str, float]] = rows.select("other", pl.col(column).cast(pl.Float64) * times).iter_rows()
    return [(other, value, (_cell(source, name, of, other, year, value),)) for other, value in pairs]


def _cell(source: str, name: str, of: str, other: str, year: int, value: float) -> Cell:
    return Cell(source, catalogue.source(source).files[0], name, f"{of} {other} {year}", f"{value:.6g}")


def in_year(lists: Lists, other: str, period: Period) -> dict[str, Entry]:
    """What each source's list of a whole year says of one state."""
    if period.start is None or period.months != 12 or period.start.month != 1:
        return {}
    return {key: e for key, entries in lists(period.start.year).items() for e in entries if e[0] == other}
