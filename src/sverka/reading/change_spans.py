"""The stretch of a change: from what it is compared with to what it came to."""

from itertools import pairwise

from sverka.claims.mention import Mention
from sverka.claims.period import Period, Point
from sverka.claims.proposition import Change, Figure
from sverka.reading.timing import Timing


def unlike_parts(timing: Timing) -> bool:
    """True for a part of a year set against another than that of the year before: what the change is of, no span says.

    «на 27 % больше, чем в предыдущем месяце», «за пять месяцев вырос вдвое по сравнению с 2010 годом».
    """
    here, base = timing.period, timing.base
    if here is None or base is None or here.grain != "month" or here.last is None or base.last is None:
        return False
    if base == here:
        return False  # «в сравнении с тем же периодом»: of the year before
    if base.grain == "month" and here.last.month != base.last.month:
        return True
    return base.grain in ("month", "year") and base.last.year != here.last.year - 1


def change_period(timing: Timing, *, planned: bool = False) -> Period | None:
    """The stretch whose two ends a change compares: base and period, a span, or the year before and the year."""
    period = timing.period
    if timing.span is not None and (timing.base is None or timing.base.first == timing.span.first):
        part = period is not None and period.grain == "month" and timing.said and timing.span.contains(period)
        return period if part else timing.span
    if timing.by and planned:
        return period
    if period is None or period.first is None or period.last is None:
        return None
    whole_year = period.first.month is None and period.first == period.last and period.first.span == 1
    if timing.base is not None and timing.base.first is not None:
        base = timing.base.first
        if base.month is None and period.last.month is None and base.year != period.last.year:
            low, high = sorted((base.year, period.last.year))
            return Period(Point(low), Point(high))
        if unlike_parts(timing) and timing.base.months == period.months and timing.base.end and period.start:
            # «в августе к июлю», «чем в предыдущем квартале»: from the one to the other
            return Period(base, period.last) if timing.base.end < period.start else period
        return period if not whole_year else Period(Point(period.first.year - 1), Point(period.first.year))
    if whole_year:
        return Period(Point(period.first.year - 1), Point(period.first.year))
    return period


def end_of(timing: Timing, *, first: bool) -> Period | None:
    """«за пять лет вырос с 20 до 29 млрд»: the first level is of the first year, the second of the last."""
    stretch = timing.span or timing.period
    if stretch is None or stretch.first is None or stretch.last is None:
        return None if first else timing.period
    if stretch.grain != "year" or stretch.first == stretch.last:
        return None if first else timing.period
    end = stretch.first if first else stretch.last
    return Period(end, end)


def between_levels(mentions: list[Mention], years: int) -> list[Mention]:
    """«с 1,2 млрд в 2010 году до 2 млрд в 2015-м, то есть на 67 %»: a change told with its two levels has their span.

    `years` is how many dates the sentence has: with a third one the change may have a date of its own.
    """
    out = list(mentions)
    for first, second in pairwise(mentions):
        low, high = first.proposition, second.proposition
        if years != _BOTH or not isinstance(low, Figure) or not isinstance(high, Figure):
            continue
        ends = first.anchor.lower().startswith(("с ", "со ")) and second.anchor.lower().startswith("до ")
        begun, ended = low.period, high.period
        if not ends or low.metric != high.metric or begun is None or ended is None or begun == ended:
            continue
        if begun.first is None or ended.last is None or begun.months != _YEAR or ended.months != _YEAR:
            continue
        for i, mention in enumerate(out):
            change = mention.proposition
            if isinstance(change, Change) and change.metric == low.metric and begun.first.year < ended.last.year:
                span = Period(begun.first, ended.last)
                out[i] = mention.model_copy(update={"proposition": change.model_copy(update={"period": span})})
    return out


#: Each level has its date; how many months a year has.
_BOTH, _YEAR = 2, 12
