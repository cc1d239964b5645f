"""Dates and periods in English text, resolved against the day of publication and the period named before."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sverka.claims.period import Period, Point
from sverka.errors import ClaimError
from sverka.reading.date_rules import Relation
from sverka.reading.dates import When

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SHORT = {m[:3]: i for i, m in enumerate(_MONTHS, 1)} | {"sept": 9}
_COUNT = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
_ORDINAL = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "last": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
M = rf"(?:{'|'.join(_MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?)"
Y = r"(?:19|20)\d\d"
D = r"\d{1,2}(?:st|nd|rd|th)?"
N = rf"(?:\d{{1,3}}|{'|'.join(_COUNT)})"
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(slots=True)
class Clock:
    """What is known while reading on: publication, and the last period named."""

    published: date | None
    last: Period | None = None


_Handler = Callable[[re.Match[str], Clock], "Period | None"]
_RULES: list[tuple[re.Pattern[str], _Handler, Relation | None]] = []


def _rule(pattern: str, relation: Relation | None = None) -> Callable[[_Handler], _Handler]:
    def add(handler: _Handler) -> _Handler:
        _RULES.append((re.compile(rf"(?<![\w$€£.,/-]){pattern}(?![\w])"), handler, relation))
        return handler

    return add


def _month(text: str) -> int:
    return _SHORT.get(text.rstrip(".")[:4], 0) or _SHORT[text[:3]]


def _count(text: str) -> int:
    return _COUNT[text] if text in _COUNT else int(text)


def _near(month: int, day: int | None, clock: Clock) -> int | None:
    """The year in which a month without a year lies nearest to publication; news looks back rather than on."""
    here = clock.published
    if here is None:
        return None
    best = []
    for year in (here.year - 1, here.year, here.year + 1):
        days = (date(year, month, min(day or 15, monthrange(year, month)[1])) - here).days
        best.append((days * (1.5 if day else 3.0) if days > 0 else -days, year))
    return min(best)[1]


def _point(year: int | None, month: int | None = None, day: int | None = None) -> Period | None:
    return None if year is None else Period(Point(year, month, day), Point(year, month, day))


def _year_of(text: str | None, clock: Clock) -> int | None:
    """Digits, «last year», «this year», or the year named last."""
    if text is None:
        return None
    if text[:1].isdigit():
        return int(text[:4])
    if text.startswith("last year"):
        return clock.published.year - 1 if clock.published else None
    if text.startswith("this year"):
        return clock.published.year if clock.published else None
    return None


def _carried(last_month: int, clock: Clock) -> int | None:
    """The year of a part of the year that names none: the last year spoken of, else the latest whose part is over."""
    if (
        clock.last is not None
        and clock.last.last is not None
        and clock.last.first == clock.last.last
        and clock.last.grain == "year"
    ):
        return clock.last.last.year
    if clock.published is None:
        return None
    return clock.published.year - (clock.published.month <= last_month)


_OF = rf"(?:,? (?:of )?(?P<y>{Y}|last year|this year))?"


@_rule(rf"(?P<d>{D}) (?:of )?(?P<m>{M})(?:,? (?P<y>{Y}))?")
@_rule(rf"(?P<m>{M}) (?P<d>{D})(?!\d)(?:, (?P<y>{Y}))?")
def _day(m: re.Match[str], clock: Clock) -> Period | None:
    month, day = _month(m["m"]), int(re.sub(r"\D", "", m["d"]))
    return _point(int(m["y"]) if m["y"] else _near(month, day, clock), month, day)


@_rule(rf"(?P<a>{M})(?: to |-| through | and )(?P<b>{M}){_OF}")
def _months(m: re.Match[str], clock: Clock) -> Period | None:
    first, last = _month(m["a"]), _month(m["b"])
    year = _year_of(m["y"], clock) or _carried(last, clock)
    if year is None or first > last:
        return None
    return _point(year) if (first, last) == (1, 12) else Period(Point(year, first), Point(year, last))


@_rule(rf"(?P<m>{M}),? (?:of )?(?P<y>{Y}|last year|this year)")
@_rule(rf"(?<=\bin )(?P<m>{M})(?P<y>)(?! \d)")
@_rule(rf"(?<=\bsince )(?P<m>{M})(?P<y>)(?! \d)")
@_rule(rf"(?<=\bof )(?P<m>{M})(?P<y>)(?! \d)")
@_rule(rf"(?<=\blast )(?P<m>{M})(?P<y>)(?! \d)")
@_rule(rf"(?<=\bthis )(?P<m>{M})(?P<y>)(?! \d)")
@_rule(rf"(?<=\bearly )(?P<m>{M})(?P<y>)(?! \d)")
@_rule(rf"(?<=\blate )(?P<m>{M})(?P<y>)(?! \d)")
def _in_month(m: re.Match[str], clock: Clock) -> Period | None:
    month = _month(m["m"])
    return _point(_year_of(m["y"] or None, clock) if m["y"] else _near(month, None, clock), month)


@_rule(rf"(?:the )?first (?P<n>{N}) months{_OF}")
def _first_months(m: re.Match[str], clock: Clock) -> Period | None:
    count = _count(m["n"])
    year = _year_of(m["y"], clock) or _carried(count, clock)
    return None if year is None or not 1 <= count <= 12 else Period.first_months(year, count)


@_rule(rf"(?:the )?(?P<n>{N}) months to (?P<m>{M})(?:,? (?P<y>{Y}))?")
def _months_to(m: re.Match[str], clock: Clock) -> Period | None:
    last = _month(m["m"])
    year = int(m["y"]) if m["y"] else _near(last, None, clock)
    return None if year is None else Period(Point(year, last).shift(months=1 - _count(m["n"])), Point(year, last))


@_rule(rf"(?:the )?(?P<q>first|second|third|fourth|final|1st|2nd|3rd|4th) quarter{_OF}")
@_rule(rf"q(?P<q>[1-4]){_OF}")
def _quarter(m: re.Match[str], clock: Clock) -> Period | None:
    number = _ORDINAL[m["q"]] if m["q"] in _ORDINAL else int(m["q"])
    year = _year_of(m["y"], clock) or _carried(number * 3, clock)
    return None if year is None else Period(Point(year, number * 3 - 2), Point(year, number * 3))


@_rule(rf"(?:the )?(?P<h>first|second|last|latter) half(?:{_OF}| of the year)(?! of)")
@_rule(rf"h(?P<h>[12]){_OF}")
def _half(m: re.Match[str], clock: Clock) -> Period | None:
    first = m["h"] in ("first", "1")
    year = _year_of(m["y"], clock) or _carried(6 if first else 12, clock)
    return None if year is None else Period(Point(year, 1 if first else 7), Point(year, 6 if first else 12))


@_rule(rf"(?:between |from )?(?P<a>{Y})(?:-| and | to | through | until )(?P<b>{Y}|\d\d)(?![\d,])", "span")
def _years(m: re.Match[str], clock: Clock) -> Period | None:
    first = int(m["a"])
    last = int(m["b"]) if len(m["b"]) == 4 else first // 100 * 100 + int(m["b"])
    if "and" in m.group() and not m.group().startswith("between"):
        return None
    return Period(Point(first), Point(last)) if first < last else None


@_rule(rf"(?P<y>{Y})(?:'s)?(?! ?(?:-|per ?cent|%|million|billion|troops|people|dollars|pages|km|tonnes))")
def _plain_year(m: re.Match[str], clock: Clock) -> Period | None:
    return _point(int(m["y"]))


@_rule(r"(?P<w>last|this|next|the current) year(?:'s)?")
def _relative_year(m: re.Match[str], clock: Clock) -> Period | None:
    step = {"last": -1, "next": 1}.get(m["w"], 0)
    return _point(clock.published.year + step) if clock.published else None


@_rule(r"(?:the )?(?:year before last)")
def _before_last(m: re.Match[str], clock: Clock) -> Period | None:
    return _point(clock.published.year - 2) if clock.published else None


@_rule(
    r"(?:a|one) year (?:earlier|before|previously)(?:'s)?|(?:the )?(?:year before|previous "
    r"year|prior year|preceding year)(?:'s)?",
    "base",
)
def _year_earlier(m: re.Match[str], clock: Clock) -> Period | None:
    return (
        clock.last.shift(years=-1)
        if clock.last is not None and not clock.last.is_open and clock.last.grain != "day"
        else None
    )


@_rule(r"(?:a|one) year (?:later|after|on)|(?:the )?(?:following|next) year(?= [a-z])")
def _year_later(m: re.Match[str], clock: Clock) -> Period | None:
    return (
        clock.last.shift(years=1)
        if clock.last is not None and not clock.last.is_open and clock.last.grain != "day"
        else None
    )


@_rule(r"(?:a|one) year (?:ago )?to the day (?:after|since)", "ago")
def _to_the_day(m: re.Match[str], clock: Clock) -> Period | None:
    return Period.of(clock.published).shift(years=-1) if clock.published else None


@_rule(rf"(?P<n>{N}) (?P<u>year|month|week|day)s? ago", "ago")
def _ago(m: re.Match[str], clock: Clock) -> Period | None:
    return _back(m["u"], _count(m["n"]), clock)


@_rule(r"(?P<w>last|this) (?P<u>month|week)|(?P<y>yesterday|today)")
def _recent(m: re.Match[str], clock: Clock) -> Period | None:
    if clock.published is None:
        return None
    if m["y"]:
        return Period.of(clock.published - timedelta(days=m["y"] == "yesterday"))
    steps = int(m["w"] == "last")
    if m["u"] == "month":
        return _back("month", steps, clock)
    monday = clock.published - timedelta(days=clock.published.weekday() + 7 * steps)
    return Period.between(monday, monday + timedelta(days=6))


@_rule(rf"on (?P<d>{'|'.join(_DAYS)})")
def _weekday(m: re.Match[str], clock: Clock) -> Period | None:
    if clock.published is None:
        return None
    back = (clock.published.weekday() - _DAYS.index(m["d"])) % 7
    return Period.of(clock.published - timedelta(days=back))


@_rule(r"(?:the )?(?P<d>(?:19|20)\d)0s")
def _decade(m: re.Match[str], clock: Clock) -> Period | None:
    return Period.parse(f"{m['d']}X")


@_rule(rf"(?:over|in|during|within) (?:the )?(?:last|past|previous) (?P<n>{N}) years", "span")
def _last_years(m: re.Match[str], clock: Clock) -> Period | None:
    n = _count(m["n"])
    return Period(Point(clock.published.year - 1 - n), Point(clock.published.year - 1)) if clock.published else None


@_rule(rf"(?:over|in|within|for|during) (?:just |only |the )?(?P<n>{N}) years", "span")
@_rule(r"(?:over|in|within|during) (?:just |only )?(?:a|the|one|the past|the last) (?P<n>decade)", "span")
def _in_years(m: re.Match[str], clock: Clock) -> Period | None:
    count = 10 if m["n"] == "decade" else _count(m["n"])
    last = clock.last.last if clock.last is not None else None
    if last is None and clock.published is not None:
        last = Point(clock.published.year - 1)
    if last is None or last.month is not None or count < 2:
        return None
    return Period(Point(last.year - count), Point(last.year))


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


@_rule(rf"(?:the )?(?:early |late )?(?P<s>spring|summer|autumn|fall|winter)(?: of)? (?P<y>{Y})")
@_rule(r"(?:last|this past) (?P<s>spring|summer|autumn|winter)(?P<y>)")
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


@_rule(rf"(?:over|in|during|within) the (?:next|following) (?P<n>{N}) years", "span")
def _next_years(m: re.Match[str], clock: Clock) -> Period | None:
    last = clock.last.last if clock.last is not None else None
    if last is None or last.month is not None:
        return None
    return Period(Point(last.year), Point(last.year + _count(m["n"])))


@_rule(rf"(?P<n>weeks|days|{N} weeks|{N} days) later", "ago")
def _weeks_later(m: re.Match[str], clock: Clock) -> Period | None:
    said = re.match(rf"({N}) (week|day)", m["n"])
    if said is None or clock.last is None or clock.last.grain != "day" or clock.last.end is None:
        return None
    moved = clock.last.end + timedelta(days=_count(said[1]) * (7 if said[2] == "week" else 1))
    return Period.parse(f"{moved:%Y-%m}") if said[2] == "week" else Period.of(moved)


def _back(unit: str, count: int, clock: Clock) -> Period | None:
    here = clock.published
    if here is None:
        return None
    if unit == "year":
        return _point(here.year - count)
    if unit == "month":
        point = Point(here.year, here.month).shift(months=-count)
        return Period(point, point)
    return Period.of(here - timedelta(days=count * (7 if unit == "week" else 1)))


_RELATION: tuple[tuple[re.Pattern[str], Relation], ...] = (
    (re.compile(r"\b(?:since|ever since) (?:early |late |mid-)?$"), "since"),
    (re.compile(r"\b(?:until|till|up to) $"), "until"),
    (
        re.compile(
            r"\b(?:than (?:it was |they were )?(?:in )?|compared (?:with|to) (?:that of |the figure "
            r"(?:of|for) )?|against (?:that of )?|(?:figures?|levels?|total|value|volume|sum|amount|"
            r"those|that|peak|low|mark) (?:of|in|for|seen in) |relative to |versus |vs\.? |what it "
            r"was in |as (?:much|many|high|large) as in |(?<=up )on |(?<=down )on |(?:double|twice|"
            r"triple|half) )$"
        ),
        "base",
    ),
    (re.compile(r"\b(?:after|before|following|prior to) (?:the end of )?$"), "from"),
    (re.compile(r"\b(?:by) (?:the end of |early |late )?$"), "by"),
    (re.compile(r"\bfrom $"), "from"),
)


def dates(text: str, clock: Clock, base: int = 0) -> list[When]:
    """Dates of a lowered sentence in order; `clock.last` moves on to the last period named that is no base."""
    spans: list[tuple[int, int, re.Match[str], _Handler, Relation | None]] = []
    for pattern, rule, kind in _RULES:
        spans.extend((m.start(), m.end(), m, rule, kind) for m in pattern.finditer(text))
    out: list[When] = []
    at = 0
    for start, end, m, handler, fixed in sorted(spans, key=lambda s: (s[0], -s[1])):
        if start < at:
            continue
        try:
            period = handler(m, clock)
        except (ClaimError, ValueError):
            period = None
        relation: Relation = fixed or "in"
        left = text[max(0, start - 44) : start]
        if fixed in (None, "base"):
            relation = next((r for p, r in _RELATION if p.search(left)), relation)
            if (
                fixed == "base"
                and re.search(r"\b(?:of|in|during) (?:the )?$", left)
                and relation == "base"
                and not re.search(r"figure|than|level", left)
            ):
                relation = "in"
        out.append(When(base + start, base + end, period, relation, fixed == "base"))
        at = end
        if period is not None and relation in ("in", "ago", "by", "span") and fixed != "base":
            clock.last = Period(period.last, period.last) if relation == "span" and period.last is not None else period
    return out
