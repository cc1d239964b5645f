"""The stretch of a change: from what it is compared with to what it came to."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from sverka.claims.mention import Mention
from sverka.claims.period import Period, Point
from sverka.claims.proposition import Change, Figure
from sverka.reading.dates import When
from sverka.reading.document import Sentence
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
    base = timing.base.first if timing.base is not None else None
    if timing.by and planned and (base is None or base.span > 1):
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


def until_now(timing: Timing, metric: str, carried: Period | None, published: date | None) -> Timing:
    """«за год» where no year was told of before: up to now; offices report their trade a year late."""
    span = timing.span
    if span is None or span.first is None or span.last is None or published is None or metric in _LATE:
        return timing
    year = span.last.year == published.year - 1 and span.last.year - span.first.year == 1 and span.grain == "year"
    if not year or timing.base is not None or (carried is not None and carried.last == span.last):
        return timing
    return replace(timing, span=span.shift(years=1), period=Period(Point(published.year), Point(published.year)))


#: What is told a year late.
_LATE = frozenset({"trade.turnover", "trade.exports", "trade.imports", "trade.share", "trade.other", "gdp"})


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


def from_level(mentions: list[Mention], sentence: Sentence, dates: Sequence[When]) -> list[Mention]:
    """«торговля, достигавшая в 2013 году 35 млрд, к 2016-му упала вдвое»: from the year of the level to the other."""
    if len(dates) != _BOTH or not any(_WAS.search(word) for word in sentence.words):
        return mentions
    years = [d.period.first.year for d in dates if d.period is not None and d.period.months == _YEAR and d.period.first]
    if len(set(years)) != _BOTH:
        return mentions
    span = Period(Point(min(years)), Point(max(years)))
    out = list(mentions)
    for level in mentions:
        told = level.proposition
        if not isinstance(told, Figure) or told.period is None or str(told.period) != str(span.first):
            continue
        for i, mention in enumerate(out):
            change = mention.proposition
            if isinstance(change, Change) and change.metric == told.metric and change.period is not None:
                out[i] = mention.model_copy(update={"proposition": change.model_copy(update={"period": span})})
    return out


#: «составлявший», «достигший», «равнявшаяся».
_WAS = re.compile(
    r"^(?:составл|достиг|равн|насчит|превыш|превыс|приближ|доход|бы)\w*вш(?:ий|ая|ее|ие|его|ей|ую|их|им)(?:ся)?$|^достигш"
)
#: Each level has its date; how many months a year has.
_BOTH, _YEAR = 2, 12
