"""Memberships by the years of Correlates of War, beside the record: it knows years, not days, and only to 2014.

Before 1965 every fifth year was coded. Differences from the record that are known and explained
(membership_differences.csv) are shown and have no vote; nor has a contradiction of what the record says, for the record
has days, and the file lacks whole memberships (Angola's of OPEC, Mongolia's of the OSCE).
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from sverka.checking import pulled
from sverka.checking.finding import Answer, Cell, Outcome
from sverka.claims import Membership, Period
from sverka.record import organizations, rows
from sverka.sources import catalogue

SOURCE, TABLE = "cow-igo", "cow_igo"
FIRST, LAST = 1816, 2014
#: Years from which every year was coded.
EVERY_YEAR = 1965
_OPPOSITE = {Outcome.AGREES: Outcome.CONTRADICTS, Outcome.CONTRADICTS: Outcome.AGREES}

Run = tuple[int, int]


def beside(recorded: Sequence[Answer], claim: Membership, organization: str, period: Period) -> list[Answer]:
    """What the years say beside the record's answers."""
    held = any(a.outcome == Outcome.AGREES for a in recorded)
    return [
        replace(a, verified=False, note="known_difference") if held and a.outcome == Outcome.CONTRADICTS else a
        for a in answers(claim, organization, period)
    ]


def answers(claim: Membership, organization: str, period: Period) -> list[Answer]:
    """What the years say of a full membership; empty for other statuses and years, for states outside the state system,
    and where nothing was pulled."""
    known = organizations.exists(organization) and organizations.organization(organization)["cow_igo"]
    dated = period if claim.period is not None else None
    if not known or claim.status not in ("member", "joined", "left", "none"):
        return []
    if period.is_open or period.start is None or not FIRST < period.start.year <= period.years[-1] < LAST:
        return []
    if pulled.table(TABLE) is None:
        return []
    years, unknown, all_years = _years(claim.state, known.lower())
    asked = set(period.years)
    if not all(_in_system(claim.state, year) for year in asked):
        return []
    if not asked <= all_years or {y + d for y in asked for d in (-1, 0, 1)} & unknown:
        return []
    runs = _runs(years)
    match claim.status:
        case "joined" if dated is not None:
            outcome = _near([first for first, _ in runs], asked)
        case "left" if dated is not None:
            ended = [year for _, last in runs if last < max(all_years) for year in (last, last + 1)]
            outcome = _near(ended, asked)
        case "left":
            return []
        case _:
            outcome = _held(years, asked, whole=period.grain == "year")
    if claim.status == "none":
        outcome = _OPPOSITE.get(outcome, outcome)
    return [_answer(claim, organization, runs, asked, outcome)]


def _held(years: frozenset[int], asked: set[int], *, whole: bool) -> Outcome:
    """Whether a membership held in all years asked about; days of a year in which it changed cannot be told."""
    around = asked if whole else {y + d for y in asked for d in (-1, 0, 1)}
    if around <= years:
        return Outcome.AGREES
    if around & years or min(asked) < EVERY_YEAR:
        return Outcome.TOO_CLOSE
    return Outcome.CONTRADICTS


def _near(found: list[int], asked: set[int]) -> Outcome:
    """A year asked about agrees; one beside it is too close, for signature and entry into force fall apart."""
    if asked & set(found):
        return Outcome.AGREES
    reach = 1 if min(asked) >= EVERY_YEAR else 5
    close = any(abs(a - f) <= reach for a in asked for f in found)
    return Outcome.TOO_CLOSE if close else Outcome.CONTRADICTS


@lru_cache(maxsize=256)
def _years(state: str, organization: str) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
    """Years of full membership, years in which it is unknown, and years in which the organization existed."""
    import polars as pl

    from sverka.sources import store

    members = store.table(TABLE).filter(pl.col("organization") == organization)
    mine = members.filter(pl.col("id") == state)
    full = frozenset(mine.filter(pl.col("status") == "full")["year"].to_list())
    unknown = frozenset(mine.filter(pl.col("status") == "unknown")["year"].to_list())
    return full, unknown, frozenset(members["year"].unique().to_list())


@lru_cache(maxsize=1024)
def _in_system(state: str, year: int) -> bool:
    """Whether the state was a member of the state system through the year and the one before."""
    first, last = Period.of(year - 1).start, Period.of(year).end
    assert first is not None and last is not None
    return any(
        row["start"] <= first.isoformat() and (row["end"] or "9999") >= last.isoformat()
        for row in rows("state_spans")
        if row["system"] == "COW" and row["id"] == state
    )


def _runs(years: frozenset[int]) -> list[Run]:
    """Years that follow one another, as (first, last)."""
    runs: list[Run] = []
    for year in sorted(years):
        runs[-1:] = [(runs[-1][0], year)] if runs and runs[-1][1] == year - 1 else [*runs[-1:], (year, year)]
    return runs


def _answer(claim: Membership, organization: str, runs: list[Run], asked: set[int], outcome: Outcome) -> Answer:
    nearest = min(runs, key=lambda run: min(abs(y - edge) for y in asked for edge in run), default=None)
    period = Period.parse(f"{nearest[0]}/{nearest[1]}") if nearest else None
    known = _explained(organization, claim.state, asked)
    cell = Cell(SOURCE, catalogue.source(SOURCE).files[0], TABLE, f"{claim.state} {organization}", str(period or "–"))
    text = (
        f"{claim.state} {organization} member {period}" if period else f"{claim.state} {organization} none {min(asked)}"
    )
    return Answer(
        SOURCE, "compiled", outcome, text=text, period=Period.parse(f"{min(asked)}/{max(asked)}"), cells=(cell,),
        verified=not known, note="known_difference" if known else "by_year",
    )  # fmt: skip


def _explained(organization: str, state: str, asked: set[int]) -> bool:
    return any(
        row["organization"] == organization
        and row["state"] == state
        and any(int(row["from_year"]) - 1 <= year <= int(row["to_year"]) + 1 for year in asked)
        for row in rows("membership_differences")
    )
