"""Votes in the United Nations General Assembly, 1946–2020: who voted how on which resolution.

The file lists recorded votes only. A state that voted on some roll call of a session and not on another of the same
session is counted as absent from the latter; whether it was a member before its first vote, the file cannot say.
"""

from datetime import date

import polars as pl

from sverka.sources import cow
from sverka.sources.shape import Column, Shape
from sverka.sources.tidy import partner

VOTES = "data/un_votes.rda"
ROLL_CALLS = "data/un_roll_calls.rda"

ISSUES = "data/un_roll_call_issues.rda"

_ROLL_CALL = Column("rcid", pl.Int32, "number of the roll call in the data")
SHAPES = {
    "un_roll_calls": Shape(
        "un_roll_calls",
        "One row a roll call of the General Assembly; resolutions adopted without a vote are not here.",
        (
            _ROLL_CALL,
            Column("session", pl.Int16, "session of the Assembly"),
            Column("date", pl.Date, "day of the vote; early ones may be the month's first days"),
            Column("resolution", pl.String, "number of the resolution, `A/RES/68/262`; empty where none"),
            Column("short", pl.String, "short title; may be empty"),
            Column("descr", pl.String, "description; may be empty"),
            Column("important", pl.Boolean, "called important by the United States' State Department"),
        ),
        ("rcid",),
    ),
    "un_votes": Shape(
        "un_votes",
        "One row a state and roll call, absences included: a state that voted in the session but not on this one. "
        "No row: not a member, or never voted in that session.",
        (
            Column("id", pl.String, "id of the state at the date: `SUN` before 24 December 1991"),
            _ROLL_CALL,
            Column("session", pl.Int16, "session of the Assembly"),
            Column("date", pl.Date, "day of the vote"),
            Column("vote", pl.String, "the vote", allowed=("yes", "no", "abstain", "absent")),
        ),
        ("id", "rcid"),
    ),
    "un_issues": Shape(
        "un_issues",
        "One row a roll call and issue; many roll calls have none.",
        (
            _ROLL_CALL,
            Column("code", pl.String, "two letters of the issue"),
            Column("issue", pl.String, "name of the issue"),
        ),
        ("rcid", "code"),
    ),
}

_LAST_SOVIET_DAY = date(1991, 12, 23)


def roll_calls() -> pl.DataFrame:
    """Columns `rcid`, `session`, `date`, `resolution` (`A/RES/68/262`, or empty), `short`, `descr`, `important`."""
    return (
        cow.frame(ROLL_CALLS, "un_roll_calls")
        .select(
            pl.col("rcid").cast(pl.Int32),
            pl.col("session").cast(pl.Int16),
            "date",
            pl.col("unres").fill_null("").str.replace(r"^(A/RES|R)/", "A/RES/").alias("resolution"),
            pl.col("short").fill_null(""),
            pl.col("descr").fill_null(""),
            (pl.col("importantvote").fill_null(0) == 1).alias("important"),
        )
        .sort("rcid")
    )


def votes(state: str | None = None) -> pl.DataFrame:
    """Columns `state`, `rcid`, `session`, `date`, `resolution`, `vote` (`yes`, `no`, `abstain`, `absent`).

    All states, or one. A Soviet vote is `SUN` here (the file says Russia), a Yugoslav one `YUG` to 2002, then `SCG` and
    from June 2006 `SRB`.
    """
    calls = roll_calls().select("rcid", "session", "date", "resolution")
    cast = cow.frame(VOTES, "un_votes").select(pl.col("rcid").cast(pl.Int32), "country", pl.col("vote").cast(pl.String))
    ids = {name: partner("un-votes", name) for name in cast["country"].unique()}
    cast = cast.with_columns(pl.col("country").replace_strict(ids).alias("state")).join(calls, on="rcid")
    cast = cast.with_columns(_at_its_date()).select("state", "rcid", "session", "date", "resolution", "vote")
    if state is not None:
        cast = cast.filter(pl.col("state") == state)
    present = cast.select("state", "session").unique()
    absent = (
        present.join(calls, on="session")
        .join(cast.select("state", "rcid"), on=["state", "rcid"], how="anti")
        .join(_lifetimes(cast), on="state")
        .filter(pl.col("date").is_between("first", "last"))
        .select("state", "rcid", "session", "date", "resolution", pl.lit("absent").alias("vote"))
    )
    return pl.concat([cast, absent]).sort("state", "rcid")


def cast_votes() -> pl.DataFrame:
    """`votes` of all states without what un_roll_calls repeats."""
    return votes().select(pl.col("state").alias("id"), "rcid", "session", "date", "vote")


def issues() -> pl.DataFrame:
    """Which roll calls were about colonialism, disarmament, development, human rights, Palestine, nuclear weapons."""
    return cow.frame(ISSUES, "un_roll_call_issues").select(
        pl.col("rcid").cast(pl.Int32), pl.col("short_name").alias("code"), pl.col("issue").cast(pl.String)
    )


def _lifetimes(cast: pl.DataFrame) -> pl.DataFrame:
    return cast.group_by("state").agg(pl.col("date").min().alias("first"), pl.col("date").max().alias("last"))


def _at_its_date() -> pl.Expr:
    who, when = pl.col("state"), pl.col("date")
    return (
        pl.when((who == "RUS") & (when <= _LAST_SOVIET_DAY))
        .then(pl.lit("SUN"))
        .when((who == "YUG") & (when >= date(2006, 6, 3)))
        .then(pl.lit("SRB"))
        .when((who == "YUG") & (when >= date(2003, 2, 4)))
        .then(pl.lit("SCG"))
        .otherwise(who)
        .alias("state")
    )
