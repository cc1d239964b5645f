"""Alliances by two data sets, treaties by the record: of a pair, and of a state."""

import polars as pl

from sverka.claims import Period
from sverka.record import is_verified
from sverka.record.treaties import Treaty, treaties
from sverka.reports.exhibits.exhibit import Bar, Bars, Column, Exhibit, pulled, within
from sverka.reports.words import Language, name, say

_SETS = {"cow_alliances": "cow-alliances", "atop_alliances": "atop"}
_KINDS = ("defense", "offense", "neutrality", "nonaggression", "consultation", "entente")
_TREATY = (
    Column("treaty"),
    Column("parties", "name"),
    Column("signed", "date"),
    Column("in_force", "date"),
    Column("ended", "date"),
    Column("verified", "word"),
    Column("rests_on"),
)


def alliances(one: str, two: str, first: int, last: int, language: Language) -> Exhibit:
    """Years of each obligation between two states, by each data set."""
    lack = tuple(table for table in _SETS if pulled(table) is None)
    rows, bars = [], []
    for number, (table, source) in enumerate(_SETS.items()):
        frame = pulled(table)
        if frame is None:
            continue
        mine = frame.filter((pl.col("id1") == one) & (pl.col("id2") == two))
        for kind in (k for k in _KINDS if k in frame.columns):
            for start, end in runs(mine.filter(pl.col(kind))["year"].to_list()):
                period = Period.parse(f"{start}/{end}")
                if within(period, first, last):
                    lane = say("exhibit", f"word.{kind}", language)
                    rows.append((kind, start, end, source))
                    bars.append((_KINDS.index(kind), number, Bar(lane, number, period, f"{lane}: {start}–{end}")))
    ordered = tuple(bar for *_, bar in sorted(bars, key=lambda b: (b[0], b[1], b[2].period.start)))
    return Exhibit(
        "alliances",
        say("exhibit", "alliances", language, one=name(one, language), two=name(two, language)),
        (Column("obligation", "word"), Column("start"), Column("end"), Column("source", "source")),
        tuple(rows),
        tuple(source for table, source in _SETS.items() if table not in lack),
        Bars(_apart(ordered, language), tuple(say("exhibit", f"word.{table}", language) for table in _SETS)),
        (say("exhibit", "alliances_note", language),),
        lack,
    )


def _apart(bars: tuple[Bar, ...], language: Language) -> tuple[Bar, ...]:
    """A lane for each data set, so that one does not cover the other."""
    sets = [say("exhibit", f"word.{table}", language) for table in _SETS]
    return tuple(Bar(f"{b.lane} ({sets[b.kind]})", b.kind, b.period, b.told, b.sure) for b in bars)


def allies(state: str, last: int, language: Language) -> Exhibit:
    """With whom a state was allied in the latest year of each data set."""
    lack = tuple(table for table in _SETS if pulled(table) is None)
    rows = []
    for table, source in _SETS.items():
        frame = pulled(table)
        mine = None if frame is None else frame.filter((pl.col("id1") == state) & (pl.col("year") <= last))
        if frame is None or mine is None or mine.is_empty():
            continue
        latest = mine.filter(pl.col("year") == mine["year"].max()).sort("id2")
        for row in latest.iter_rows(named=True):
            kinds = [say("exhibit", f"word.{k}", language) for k in _KINDS if row.get(k)]
            if kinds and row["id2"]:
                rows.append((row["year"], row["id2"], ", ".join(kinds), source))
    return Exhibit(
        "allies",
        say("exhibit", "allies", language, state=name(state, language)),
        (Column("year"), Column("state", "name"), Column("obligation"), Column("source", "source")),
        tuple(rows),
        tuple(source for table, source in _SETS.items() if table not in lack),
        notes=(say("exhibit", "allies_note", language),),
        lack=lack,
    )


def signed(parties: tuple[str, ...], first: int, last: int, language: Language) -> Exhibit:
    """Treaties and documents of the record to which all of these were parties, by date of signature."""
    found = [t for t in treaties() if set(parties) <= set(t.parties) and t.signed and within(t.signed, first, last)]
    found.sort(key=lambda t: str(t.signed))
    return Exhibit(
        "treaties",
        say("exhibit", "treaties", language, parties=", ".join(name(p, language) for p in parties)),
        _TREATY,
        tuple(_row(t, language) for t in found),
        ("record:treaties",),
        notes=(say("exhibit", "some_note", language),),
    )


def _row(treaty: Treaty, language: Language) -> tuple[str, ...]:
    row = treaty.row
    called = treaty.name_ru if language == "ru" else treaty.name_en
    parties = "|".join(treaty.parties[:12])
    return called, parties, row["signed"], row["in_force"], row["ended"], _verified(treaty), row["source"]


def _verified(treaty: Treaty) -> str:
    return "yes" if is_verified(treaty.row) else "no"


def runs(years: list[int]) -> list[tuple[int, int]]:
    """Years that follow one another, as (first, last)."""
    found: list[tuple[int, int]] = []
    for year in sorted(set(years)):
        found[-1:] = [(found[-1][0], year)] if found and found[-1][1] == year - 1 else [*found[-1:], (year, year)]
    return found
