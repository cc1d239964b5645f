"""Dates relative to publication or to the date named before, in English: «last year», «a year earlier»."""

import re
from datetime import timedelta

from sverka.claims.period import Period, Point
from sverka.reading.english.clock import DAYS, Clock, N, Y, back, count_of, point, rule


@rule(r"(?P<w>last|this|next|the current) year(?:'s)?")
def _relative_year(m: re.Match[str], clock: Clock) -> Period | None:
    step = {"last": -1, "next": 1}.get(m["w"], 0)
    return point(clock.published.year + step) if clock.published else None


@rule(r"(?:the )?(?:year before last)")
def _before_last(m: re.Match[str], clock: Clock) -> Period | None:
    return point(clock.published.year - 2) if clock.published else None


@rule(
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


@rule(r"(?:a|one) year (?:later|after|on)|(?:the )?(?:following|next) year(?= [a-z])")
def _year_later(m: re.Match[str], clock: Clock) -> Period | None:
    return (
        clock.last.shift(years=1)
        if clock.last is not None and not clock.last.is_open and clock.last.grain != "day"
        else None
    )


@rule(r"(?:a|one) year (?:ago )?to the day (?:after|since)", "ago")
def _to_the_day(m: re.Match[str], clock: Clock) -> Period | None:
    return Period.of(clock.published).shift(years=-1) if clock.published else None


@rule(rf"(?P<n>{N}) (?P<u>year|month|week|day)s? ago", "ago")
def _ago(m: re.Match[str], clock: Clock) -> Period | None:
    return back(m["u"], count_of(m["n"]), clock)


@rule(r"(?P<w>last|this) (?P<u>month|week)|(?P<y>yesterday|today)")
def _recent(m: re.Match[str], clock: Clock) -> Period | None:
    if clock.published is None:
        return None
    if m["y"]:
        return Period.of(clock.published - timedelta(days=m["y"] == "yesterday"))
    steps = int(m["w"] == "last")
    if m["u"] == "month":
        return back("month", steps, clock)
    monday = clock.published - timedelta(days=clock.published.weekday() + 7 * steps)
    return Period.between(monday, monday + timedelta(days=6))


@rule(rf"(?<!next )(?:on |last |this )?(?P<d>{'|'.join(DAYS)})(?: night| morning| evening| afternoon)?")
def _weekday(m: re.Match[str], clock: Clock) -> Period | None:
    if clock.published is None:
        return None
    back = (clock.published.weekday() - DAYS.index(m["d"])) % 7
    return Period.of(clock.published - timedelta(days=back))


@rule(rf"(?:over|in|during|within) (?:the )?(?:last|past|previous) (?P<n>{N}) years", "span")
def _last_years(m: re.Match[str], clock: Clock) -> Period | None:
    n = count_of(m["n"])
    return Period(Point(clock.published.year - 1 - n), Point(clock.published.year - 1)) if clock.published else None


@rule(rf"(?:over|in|within|for|during) (?:just |only |the )?(?P<n>{N}) years", "span")
@rule(r"(?:over|in|within|during) (?:just |only )?(?:a|the|one|the past|the last) (?P<n>decade)", "span")
def _in_years(m: re.Match[str], clock: Clock) -> Period | None:
    count = 10 if m["n"] == "decade" else count_of(m["n"])
    last = clock.last.last if clock.last is not None else None
    if last is None and clock.published is not None:
        last = Point(clock.published.year - 1)
    if last is None or last.month is not None or count < 2:
        return None
    return Period(Point(last.year - count), Point(last.year))


@rule(rf"(?:over|in|during|within) the (?:next|following) (?P<n>{N}) years", "span")
def _next_years(m: re.Match[str], clock: Clock) -> Period | None:
    last = clock.last.last if clock.last is not None else None
    if last is None or last.month is not None:
        return None
    return Period(Point(last.year), Point(last.year + count_of(m["n"])))


@rule(rf"(?P<n>weeks|days|{N} weeks|{N} days) later", "ago")
def _weeks_later(m: re.Match[str], clock: Clock) -> Period | None:
    said = re.match(rf"({N}) (week|day)", m["n"])
    if said is None or clock.last is None or clock.last.grain != "day" or clock.last.end is None:
        return None
    moved = clock.last.end + timedelta(days=count_of(said[1]) * (7 if said[2] == "week" else 1))
    return Period.parse(f"{moved:%Y-%m}") if said[2] == "week" else Period.of(moved)


@rule(r"(?:that same|that|the same|the very same) (?P<u>year|month)(?! (?:of|in) )")
@rule(r"(?:over |in |during |for )?(?:that|the same) (?P<u>period)(?! (?:of|in|a|last) )")
def _same(m: re.Match[str], clock: Clock) -> Period | None:
    last = clock.said if m["u"] == "year" and clock.said is not None else clock.last
    if last is None or last.last is None:
        return None
    return point(last.last.year) if m["u"] == "year" and last.grain != "decade" else last


@rule(
    rf"the (?:same|corresponding) (?:period|months|quarter|time) (?:of |in |a |the )?"
    rf"(?P<y>{Y}|last year|year (?:earlier|before)|previous year)",
    "base",
)
def _same_period(m: re.Match[str], clock: Clock) -> Period | None:
    last = clock.last
    if last is None or last.last is None or last.grain == "day" or last.is_open:
        return None
    if m["y"][0].isdigit():
        return last.shift(years=int(m["y"]) - last.last.year)
    if m["y"] == "last year":
        return last.shift(years=clock.published.year - 1 - last.last.year) if clock.published else None
    return last.shift(years=-1)


@rule(
    rf"(?P<n>{N}) (?P<u>year|month)s? (?P<w>later|earlier|before|previously|on)(?= (?:it|he|she|they|the|by|"
    rf"[a-z]{{2,20}}ed|came|withdrew|left|quit|became|began|took|won|lost|broke|went|fell|rose|was|were|had)\b|"
    rf"[,.;)]| \x00|$)"
)
def _steps(m: re.Match[str], clock: Clock) -> Period | None:
    last = clock.last.last if clock.last is not None else None
    if last is None:
        return None
    steps = count_of(m["n"]) * (1 if m["w"] in ("later", "on") else -1)
    if m["u"] == "year":
        return point(last.year + steps)
    if last.month is None:
        return None
    moved = Point(last.year, last.month).shift(months=steps)
    return Period(moved, moved)


@rule(
    rf"(?:over |in |during |within )(?:the |just |only )*(?P<n>decade|{N} years) (?:to|up to|ending in|until) "
    rf"(?P<y>{Y})",
    "span",
)
def _years_to(m: re.Match[str], clock: Clock) -> Period | None:
    count = 10 if m["n"] == "decade" else count_of(m["n"].split(" ")[0])
    last = int(m["y"])
    return Period(Point(last - count), Point(last)) if count > 1 else None
