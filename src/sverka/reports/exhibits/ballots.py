"""Votes in the United Nations General Assembly: how often two states voted alike, and who votes like a state."""

from functools import lru_cache

import polars as pl

from sverka.measures.vote_agreement import vote_agreement
from sverka.reports.exhibits.exhibit import Column, Exhibit, Line, Lines, pulled
from sverka.reports.words import Language, name, say

_CODINGS = ("agreement_half", "agreement_own", "agreement_as_no", "agreement_dropped")
_SHARES = tuple(Column(code, "number") for code in _CODINGS)
_SOURCE = ("un-votes",)
#: A year with fewer roll calls (2020, of which the data have one) says nothing of agreement; the table still has it.
ENOUGH = 10


def _votes(states: list[str] | None, years: tuple[int, int]) -> pl.DataFrame | None:
    votes = pulled("un_votes")
    if votes is None:
        return None
    year = pl.col("date").dt.year().cast(pl.Int16)
    mine = votes.filter(year.is_between(*years))
    if states is not None:
        mine = mine.filter(pl.col("id").is_in(states))
    return mine.select("rcid", "vote", year.alias("year"), pl.col("id").alias("state"))


def of_pair(one: str, two: str, first: int, last: int, language: Language) -> Exhibit:
    """Agreement by year under every coding of abstention; drawn is Lijphart's, where abstaining is half-way."""
    votes = _votes([one, two], (first, last))
    found = [] if votes is None or votes.is_empty() else vote_agreement(votes).sort("year").rows(named=True)
    rows = tuple((r["year"], r["compared"], *(r[code] for code in _CODINGS)) for r in found if r["compared"])
    both = f"{name(one, language)} – {name(two, language)}"
    points = tuple((int(r[0]), float(r[2])) for r in rows if r[2] is not None and int(r[1]) >= ENOUGH)
    return Exhibit(
        "votes",
        say("exhibit", "votes", language, one=name(one, language), two=name(two, language)),
        (Column("year"), Column("compared"), *_SHARES),
        rows,
        _SOURCE,
        Lines((Line(both, points),)),
        (say("exhibit", "votes_note", language),),
        () if votes is not None else ("un_votes",),
    )


@lru_cache(maxsize=8)
def _everybody(year: int, kept: str) -> pl.DataFrame:
    votes = _votes(None, (year, year))
    assert votes is not None, kept
    return vote_agreement(votes)


def neighbours(state: str, last: int, language: Language, most: int = 10) -> Exhibit:
    """Who voted most like a state in the latest year it voted, and who least."""
    mine = _votes([state], (1946, last))
    columns = (Column("year"), Column("state", "name"), Column("compared"), *_SHARES)
    rows: tuple[tuple[str | int | float | None, ...], ...] = ()
    year = ""
    cast = {} if mine is None else dict(mine.filter(pl.col("vote") != "absent").group_by("year").len().rows())
    if any(count >= ENOUGH for count in cast.values()):
        latest = max(year for year, count in cast.items() if count >= ENOUGH)
        year = str(latest)
        pairs = _everybody(latest, "un_votes")
        other = pl.when(pl.col("state1") == state).then(pl.col("state2")).otherwise(pl.col("state1"))
        told = (
            pairs.filter((pl.col("state1") == state) | (pl.col("state2") == state))
            .select("year", other.alias("state"), "compared", *_CODINGS)
            .drop_nulls("agreement_half")
            .sort("agreement_half", "state", descending=[True, False])
        )
        rows = tuple(told.rows() if told.height <= 2 * most else [*told.head(most).rows(), *told.tail(most).rows()])
    return Exhibit(
        "neighbours",
        say("exhibit", "neighbours", language, state=name(state, language), year=year),
        columns,
        rows,
        _SOURCE,
        notes=(say("exhibit", "votes_note", language),),
        lack=() if mine is not None else ("un_votes",),
    )
