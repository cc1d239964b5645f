"""Dates by the calendar in English: days, months, quarters, years, spans of years, seasons."""

import re

from sverka.claims.period import Period, Point
from sverka.reading.english.clock import (
    OF,
    ORDINAL,
    Clock,
    D,
    M,
    N,
    Y,
    carried,
    count_of,
    month_number,
    near,
    point,
    rule,
    year_of,
)


@rule(rf"(?P<d>{D}) (?:of )?(?P<m>{M})(?:,? (?P<y>{Y}))?")
@rule(rf"(?P<m>{M}) (?P<d>{D})(?!\d)(?:,? (?P<y>{Y}))?")
def _day(m: re.Match[str], clock: Clock) -> Period | None:
    month, day = month_number(m["m"]), int(re.sub(r"\D", "", m["d"]))
    return point(int(m["y"]) if m["y"] else near(month, day, clock), month, day)


@rule(rf"(?P<a>{M})(?: to |-| through | and )(?P<b>{M}){OF}")
def _months(m: re.Match[str], clock: Clock) -> Period | None:
    first, last = month_number(m["a"]), month_number(m["b"])
    year = year_of(m["y"], clock) or carried(last, clock)
    if year is None or first > last:
        return None
    return point(year) if (first, last) == (1, 12) else Period(Point(year, first), Point(year, last))


@rule(rf"(?P<m>{M}),? (?:of )?(?P<y>{Y}|last year|this year)")
@rule(rf"(?<=\bin )(?P<m>{M})(?P<y>)(?! \d)")
@rule(rf"(?<=\bsince )(?P<m>{M})(?P<y>)(?! \d)")
@rule(rf"(?<=\bof )(?P<m>{M})(?P<y>)(?! \d)")
@rule(rf"(?<=\blast )(?P<m>{M})(?P<y>)(?! \d)")
@rule(rf"(?<=\bthis )(?P<m>{M})(?P<y>)(?! \d)")
@rule(rf"(?<=\bearly )(?P<m>{M})(?P<y>)(?! \d)")
@rule(rf"(?<=\blate )(?P<m>{M})(?P<y>)(?! \d)")
def _in_month(m: re.Match[str], clock: Clock) -> Period | None:
    month = month_number(m["m"])
    return point(year_of(m["y"] or None, clock) if m["y"] else near(month, None, clock), month)


@rule(rf"(?:the )?first (?P<n>{N}) months{OF}")
def _first_months(m: re.Match[str], clock: Clock) -> Period | None:
    count = count_of(m["n"])
    year = year_of(m["y"], clock) or carried(count, clock)
    return None if year is None or not 1 <= count <= 12 else Period.first_months(year, count)


@rule(rf"(?:the )?(?P<n>{N}) months to (?P<m>{M})(?:,? (?P<y>{Y}))?")
def _months_to(m: re.Match[str], clock: Clock) -> Period | None:
    last = month_number(m["m"])
    year = int(m["y"]) if m["y"] else near(last, None, clock)
    return None if year is None else Period(Point(year, last).shift(months=1 - count_of(m["n"])), Point(year, last))


@rule(rf"(?:the )?(?P<q>first|second|third|fourth|final|1st|2nd|3rd|4th) quarter{OF}")
@rule(rf"q(?P<q>[1-4]){OF}")
def _quarter(m: re.Match[str], clock: Clock) -> Period | None:
    number = ORDINAL[m["q"]] if m["q"] in ORDINAL else int(m["q"])
    year = year_of(m["y"], clock) or carried(number * 3, clock)
    return None if year is None else Period(Point(year, number * 3 - 2), Point(year, number * 3))


@rule(rf"(?:the )?(?P<h>first|second|last|latter) half(?:{OF}| of the year)(?! of)")
@rule(rf"h(?P<h>[12]){OF}")
def _half(m: re.Match[str], clock: Clock) -> Period | None:
    first = m["h"] in ("first", "1")
    year = year_of(m["y"], clock) or carried(6 if first else 12, clock)
    return None if year is None else Period(Point(year, 1 if first else 7), Point(year, 6 if first else 12))


@rule(rf"(?:between |from )?(?P<a>{Y})(?:-| and | to | through | until )(?P<b>{Y}|\d\d)(?!\d|,\d)", "span")
def _years(m: re.Match[str], clock: Clock) -> Period | None:
    first = int(m["a"])
    last = int(m["b"]) if len(m["b"]) == 4 else first // 100 * 100 + int(m["b"])
    if "and" in m.group() and not m.group().startswith("between"):
        return None
    return Period(Point(first), Point(last)) if first < last else None


@rule(rf"(?P<y>{Y})(?:'s)?(?! ?(?:-|per ?cent|%|million|billion|troops|people|dollars|pages|km|tonnes))")
def _plain_year(m: re.Match[str], clock: Clock) -> Period | None:
    return point(int(m["y"]))


@rule(r"(?:the )?(?P<d>(?:19|20)\d)0s")
def _decade(m: re.Match[str], clock: Clock) -> Period | None:
    return Period.parse(f"{m['d']}X")


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


@rule(rf"(?:the )?(?:early |late )?(?P<s>spring|summer|autumn|fall|winter)(?: of)? (?P<y>{Y})")
@rule(r"(?:last|this past) (?P<s>spring|summer|autumn|winter)(?P<y>)")
def _season(m: re.Match[str], clock: Clock) -> Period | None:
    month = _SEASONS[m["s"]]
    if m["y"]:
        year = int(m["y"]) - (month == 12)
    elif clock.published is not None:
        year = clock.published.year - (month + 2 >= clock.published.month)
    else:
        return None
    start = Point(year, month)
    return Period(start, start.shift(months=2))
