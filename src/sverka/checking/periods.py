"""Which periods a statement may mean when it names none, and how a period is cut into stretches of one year."""

from datetime import date

from sverka.claims import Period

Stretch = tuple[int, int, int]


def stretches(period: Period) -> list[Stretch] | None:
    """The period as (year, first month, last month) for every year it touches; None if open or not of whole months.

    >>> stretches(Period.parse("2012-11/2013"))
    [(2012, 11, 12), (2013, 1, 12)]
    """
    if period.start is None or period.end is None or period.grain == "day":
        return None
    out = []
    for year in period.years:
        first = period.start.month if year == period.start.year else 1
        last = period.end.month if year == period.end.year else 12
        out.append((year, first, last))
    return out if len(out) <= 60 else None


def candidates(period: Period | None, published: date | None) -> list[Period]:
    """The periods that a figure may be about, the plainest first.

    A stated period that ended before publication is itself. One that was still running means the part of it that was
    over: "in 2023" in September 2023 is January to August, or to July where statistics lag. Unstated: the last full
    year, the year before that while its figures were new, the year so far, the twelve months before.
    """
    if period is not None:
        period = period.widened() if period.imprecise else period
        if published is None or (period.end is not None and period.end < published):
            return [period]
        if period.start is None or period.begins_after(published):
            return []
        if str(period) == str(published.year) or period.end is None:
            return _so_far(published) or [period]
        return [period] if period.grain != "year" else []
    if published is None:
        return []
    full = [Period.of(published.year - 1)]
    if published.month <= 3:
        full.append(Period.of(published.year - 2))
    last = Period.of(f"{published:%Y-%m}").shift(months=-1)
    twelve = Period(last.shift(months=-11).first, last.last)
    return [*full, *_so_far(published), *([twelve] if published.month > 1 else [])]


def _so_far(published: date) -> list[Period]:
    """January to the last month that was over, then to the ones before it, three lags at most."""
    return [Period.first_months(published.year, m) for m in range(published.month - 1, max(0, published.month - 4), -1)]


def before(period: Period) -> Period:
    """The same stretch a year earlier: what a growth rate compares with when it names nothing else."""
    return period.shift(years=-1) if period.months is None or period.months <= 12 else _previous(period)


def _previous(period: Period) -> Period:
    years = len(period.years)
    return period.shift(years=-years)
