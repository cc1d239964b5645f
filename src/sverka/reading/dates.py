"""Dates and periods in Russian text, resolved against the day of publication and the period named before.

Without a publication date a relative expression has no period: nothing is guessed. «Годом ранее» and «тот же период»
are counted from the period the text named last.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from sverka.claims.period import Period
from sverka.errors import ClaimError
from sverka.reading.calendar_dates import bare_season, day, days, days_of_two_months, months, spoken_decade, years
from sverka.reading.date_rules import RULES, Handler, Relation, State
from sverka.reading.parts_of_time import day_and_night, of_the_day
from sverka.reading.relative_dates import around, same, same_of, span, weekday, year_earlier, year_later
from sverka.reading.sieve import Sieve

_LIMIT = 20_000_000


@dataclass(frozen=True, slots=True)
class When:
    """A dated expression.

    Attributes
    ----------
    start, end : its span.
    period : what it means, None if it cannot be known.
    relation : in (at, during) · since («с 2014-го») · until · by («к 2025 году») · span («за пять лет», from the first
        to the last of `period`) · base («годом ранее», «чем в 2014-м», «против 2013 года») · from · anniversary · ago.
    anaphoric : counted from another period in the text.
    years : length of a span in years, 0 if it is none.
    """

    start: int
    end: int
    period: Period | None
    relation: Relation = "in"
    anaphoric: bool = False
    years: float = 0.0


_BASE = re.compile(
    r"(?:превы[шс]\w{1,20} (?:уровень|показател\w+)|чем(?: было)?|против|(?:по|в) (?:сравнению|сравнении|сопоставлению|"
    r"сопоставлении) с|сравнительно с|в отличие от|относительно|к уровню|от уровня|нежели|по отношению к|"
    r"(?:больше|меньше|выше|ниже|дороже|дешевле|лучше|хуже|скромнее) (?=$)|"
    r"(?:больше|меньше|выше|ниже|дороже|дешевле|лучше|хуже|скромнее|превы[шс]\w{1,20}|недотя\w{1,10} до|уступа\w{1,6}) "
    r"(?:уровн|показател|результат|значени|объем|итог|цифр|данны|сумм|величин|планк|отметк|рекорд|максимум)"
    r"\w{0,4})(?: \w+)?(?: в| за| уровн\w+| показател\w+ \w*)? ?$"
)


#: «превышает прошлогодний результат», «уступило прошлогоднему»: what it is set against.
_PASSED = re.compile(
    r"(?<!\w)(?:превы[шс]|превзо|превосх|опере[дж]|обогн|обгон|уступ|отста|недотя|дотя|перекры|побил|повтор)\w{0,14}"
    r"(?: до| от)?(?: (?:уровень|уровня|показател[ьяю]|результат\w?|объем\w?))? $"
)
#: «в ценах 2000 года», «по курсу 2014 года»: a measure, not when anything was.
_MEASURED = re.compile(
    r"(?<!\w)(?:цен(?:ах|ам)|курс[ау]|паритету|(?:доллар|рубл|юан)(?:ах|ях)|евро)(?: на)?(?: конец| начало)? $"
)


_SINCE = re.compile(r"(?:^|[^\w])(?:начиная )?(?:с|со)(?: конца| начала| середины| лета| осени| весны| зимы)? $")


_BEFORE = re.compile(r"(?:^|[^\w])(?:до|по)(?: конца| начала| середины)? $")


_BY = re.compile(r"(?:^|[^\w])(?:к|ко)(?: концу| началу| середине| лету| осени| весне)? $")


@cache
def _rules() -> Sieve:
    return Sieve([pattern for pattern, _, _ in RULES])


def dates(text: str, published: date | None = None) -> list[When]:
    """Every dated expression of day grain or coarser, in order of position; the longest reading wins where two overlap.

    >>> [str(x.period) for x in dates("за первые восемь месяцев прошлого года", date(2024, 5, 1))]
    ['2023-01/2023-08']
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    lowered = lowered.replace("ё", "е").replace(" ", " ")
    found = [(m.start(), m.end(), m, *RULES[rule][1:]) for rule, m in _rules().found(lowered[:_LIMIT])]
    state = State(published)
    out: list[When] = []
    for start, end, m, relation, handler in _longest(found):
        try:
            period = handler(m, state)
        except ClaimError:
            continue
        if period is None and handler in (bare_season, spoken_decade, span):
            continue
        if _MEASURED.search(lowered, max(0, start - 20), start):
            continue
        settled = _relation(lowered, start, relation, handler)
        when = When(start, end, period, settled, handler in _ANAPHORIC, _length(period) if relation == "span" else 0.0)
        out.append(when)
        if handler is day and lowered.endswith("на ", 0, start):
            state.stock = period
        if period is not None and settled in ("in", "span") and handler not in _OF_NEWS:
            state.last = Period(period.last, period.last) if settled == "span" else period
            state.last_end = end
    return out


#: Days of the news, which nothing is counted from.
_OF_NEWS = (around, weekday, day, of_the_day, day_and_night)
_ANAPHORIC = (year_earlier, year_later, same, same_of, span)


def _length(period: Period | None) -> float:
    if period is None or period.first is None or period.last is None:
        return 0.0
    return float(period.last.year - period.first.year)


def _relation(lowered: str, start: int, relation: Relation, handler: Handler) -> Relation:
    if relation != "in":
        return relation
    left = lowered[max(0, start - 40) : start]
    if _BASE.search(left) or (lowered.startswith("прошлогодн", start) and _PASSED.search(left)):
        return "base"
    if handler in (years, months, days, days_of_two_months):
        return "in"
    if _SINCE.search(left):
        return "since"
    if _BY.search(left):
        return "by"
    return "until" if _BEFORE.search(left) else "in"


def _longest(
    found: list[tuple[int, int, re.Match[str], Relation, Handler]],
) -> Iterator[tuple[int, int, re.Match[str], Relation, Handler]]:
    """Greedy choice of the longest, earliest matches that do not overlap, in order of position."""
    taken: list[tuple[int, int]] = []
    chosen = []
    for item in sorted(found, key=lambda item: (item[0] - item[1], item[0])):
        at = bisect_right(taken, (item[0], 1 << 60))
        if at and taken[at - 1][1] > item[0]:
            continue
        if at < len(taken) and taken[at][0] < item[1]:
            continue
        taken.insert(at, (item[0], item[1]))
        chosen.append(item)
    return iter(sorted(chosen, key=lambda item: item[0]))
