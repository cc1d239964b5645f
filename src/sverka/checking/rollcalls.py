"""Roll calls of the General Assembly: which one a text speaks of, which way of voting it means, and who voted so.

A roll call is found by its day and by the name of the state its title or description is about, and only if it is the
one that fits. Where the catalogue notes that the file has a roll call wrong, it is looked for some weeks around its day
too, and what it says has no vote.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

import polars as pl

from sverka.checking import pulled
from sverka.claims import Period
from sverka.record import rows
from sverka.sources import catalogue

SOURCE = "un-votes"
TABLES = ("un_roll_calls", "un_votes")
#: How far from its day a roll call may stand whose date the catalogue calls wrong.
ASTRAY = timedelta(days=45)

YES, NO, ABSTAIN, ABSENT = "yes", "no", "abstain", "absent"
_TEXT = r"(?:не[её]|него|резолюц|документ|текст|проект|решени)"
_CUES: tuple[tuple[frozenset[str], re.Pattern[str]], ...] = tuple(
    (frozenset(votes), re.compile(pattern, re.IGNORECASE))
    for votes, pattern in (
        (
            {NO, ABSTAIN, ABSENT},
            r"\bне (?:поддерж|одобр|проголосова\w+ за\b|голосова\w+ за\b)|not (?:support|back|vote (?:for|in favou?r))",
        ),
        (
            {ABSENT},
            r"\bне (?:про)?голосова(?!\w* (?:за|против)\b)|\bне участвова"
            r"|did not (?:vote\b(?! for| against| in fa)|take part)",
        ),
        ({ABSTAIN, ABSENT}, r"отмолча|уклони"),
        ({ABSTAIN}, r"воздерж|abstain|abstention"),
        ({NO}, r"\bпротив\b|отверг|отклони|\bagainst\b|\bvoted no\b|\breject|\boppos"),
        (
            {YES},
            rf"(?:голосов|высказа|выступи)\w{{1,20}} за\b|\bза\b(?=\W*(?:$|\d|{_TEXT}|проголос|высказ|голос))"
            r"|\bподдерж|\bодобри|in favou?r|\bvoted (?:for|yes)\b|\bsupported\b|\bbacked\b",
        ),
    )
)
_ELSEWHERE = re.compile(
    r"Совет\w{0,4} Безопасности|Security Council|ПАСЕ|\bPACE\b|комитет|committee|парламент|parliament", re.IGNORECASE
)
_CLAUSE = re.compile(r"[,;()]|\s(?:а|while)\s")


@dataclass(frozen=True, slots=True)
class RollCall:
    """One vote of the Assembly; `flawed` if the catalogue says that the file has it wrong."""

    rcid: int
    day: date
    resolution: str
    flawed: bool


def meant(anchor: str, words: str) -> frozenset[str] | None:
    """The ways of voting that the words mean: those of the anchor, else of its clause, else of the sentence.

    None where they name no way or several.

    >>> sorted(meant("Киргизия предпочла воздержаться", "") or ()), meant("Баку голосовал", "Баку голосовал")
    (['abstain'], None)
    """
    if _ELSEWHERE.search(words or anchor):
        return None
    for text in (anchor, _clause(anchor, words), words):
        found = _ways(text)
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _ways(text: str) -> list[frozenset[str]]:
    """Each way once; what a longer cue says is not said again by a shorter one inside it."""
    found, left = [], text
    for votes, cue in _CUES:
        if cue.search(left):
            found.append(votes)
            left = cue.sub(" ", left)
    return found


def _clause(anchor: str, words: str) -> str:
    at = words.find(anchor)
    if not anchor or at < 0:
        return ""
    before = [m.end() for m in _CLAUSE.finditer(words, 0, at)]
    after = _CLAUSE.search(words, at + len(anchor))
    return words[before[-1] if before else 0 : after.start() if after else len(words)]


def about(state: str, period: Period) -> RollCall | None:
    """The one roll call of a period whose title or description names a state; None if there are none or several."""
    calls = pulled.table(TABLES[0])
    if calls is None or period.start is None or period.end is None:
        return None
    named = calls.filter(_names(state))
    here = named.filter(pl.col("date").is_between(period.start, period.end))
    found = [_call(row, state) for row in here.iter_rows(named=True)]
    if not found:
        near = named.filter(pl.col("date").is_between(period.start - ASTRAY, period.end + ASTRAY))
        found = [call for row in near.iter_rows(named=True) if (call := _call(row, state)).flawed]
    return found[0] if len(found) == 1 else None


def votes(call: RollCall) -> dict[str, str]:
    """How each state voted; `absent` for one that voted in the session but not here."""
    table = pulled.table(TABLES[1])
    if table is None:
        return {}
    return dict(table.filter(pl.col("rcid") == call.rcid).select("id", "vote").iter_rows())


def _call(row: dict[str, Any], state: str) -> RollCall:
    notes = catalogue.source(SOURCE).notes_on("UN", state, row["date"].year)
    flawed = any(note.pairs and row["resolution"].removeprefix("A/RES/") in note.text for note in notes)
    return RollCall(row["rcid"], row["date"], row["resolution"], flawed)


@cache
def _pattern(state: str) -> str:
    names = {
        row["text"]
        for row in rows("state_names")
        if row["state"] == state and row["language"] == "en" and row["form"] in ("name", "official", "alias")
    }
    return "|".join(rf"\b{re.escape(n)}\b" for n in sorted(names, key=len, reverse=True) if len(n) > 3)


def _names(state: str) -> pl.Expr:
    """Titles that name the state; a minute of the meeting («The President: …») is no title."""
    pattern = _pattern(state)
    if not pattern:
        return pl.lit(False)
    minute = pl.col("descr").str.contains(r"^The (Acting )?President\b")
    return pl.col("short").str.contains(f"(?i){pattern}") | (pl.col("descr").str.contains(f"(?i){pattern}") & ~minute)
