"""Facts from the record: held against a stated date, with the row that says so."""

from sverka.checking.finding import Answer, Cell, Outcome
from sverka.claims import Period, Point
from sverka.record import Row, is_verified


def when(claimed: Period | None, actual: Period | None) -> Outcome:
    """Whether something dated `actual` happened when it is said to have.

    It agrees when nothing is said of the time, or the actual date lies within the stated one (or the stated one, given
    to the year, holds it). A record coarser than the statement cannot say; one that knows only the year, as compilers
    count it, cannot contradict the year before or after, for they count from signature or from entry into force.
    """
    if claimed is None:
        return Outcome.AGREES
    if actual is None:
        return Outcome.NOT_COVERED
    claimed = claimed.widened()
    if claimed.contains(actual):
        return Outcome.AGREES
    near = actual
    if actual.grain == "year" and not actual.is_open:
        near = Period(Point(actual.years[0] - 1), Point(actual.years[-1] + 1))
    return Outcome.TOO_CLOSE if claimed.overlaps(near) else Outcome.CONTRADICTS


def cell(row: Row) -> Cell:
    """Where a record row stands and what it rests on."""
    table = row["file"].removesuffix(".csv")
    return Cell(f"record:{table}", row["file"], row["source"], f"line {row['line']}", row.get("checked", ""))


def answer(row: Row, outcome: Outcome, text: str, period: Period | None = None) -> Answer:
    """What a record row says; unverified rows have no vote."""
    table = row["file"].removesuffix(".csv")
    return Answer(
        f"record:{table}",
        "record",
        outcome,
        text=text,
        period=period,
        cells=(cell(row),),
        verified=is_verified(row),
        note="" if is_verified(row) else "unverified",
    )


def absent(table: str, text: str) -> Answer:
    """A contradiction from a table that is complete and has no such row."""
    return Answer(f"record:{table}", "record", Outcome.CONTRADICTS, text=text, note="complete")
