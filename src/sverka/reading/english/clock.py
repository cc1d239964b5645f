"""What English dates are resolved against, and the register of their rules."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sverka.claims.period import Period, Point
from sverka.reading.date_rules import Relation

MONTHS = (
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
SHORT = {m[:3]: i for i, m in enumerate(MONTHS, 1)} | {"sept": 9}
COUNT = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
ORDINAL = {
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
M = rf"(?:{'|'.join(MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?)"
Y = r"(?:19|20)\d\d"
D = r"\d{1,2}(?:st|nd|rd|th)?"
N = rf"(?:\d{{1,3}}|{'|'.join(COUNT)})"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(slots=True)
class Clock:
    """What is known while reading on: publication, and the last period named."""

    published: date | None
    last: Period | None = None
    said: Period | None = None  # the last of any kind, «since 2004» too


Handler = Callable[[re.Match[str], Clock], "Period | None"]
RULES: list[tuple[re.Pattern[str], Handler, Relation | None]] = []


def rule(pattern: str, relation: Relation | None = None) -> Callable[[Handler], Handler]:
    """Register a handler for a pattern; `relation` is fixed where the words settle it."""

    def add(handler: Handler) -> Handler:
        RULES.append((re.compile(rf"(?<![\w$€£.,/-]){pattern}(?![\w])"), handler, relation))
        return handler

    return add


def month_number(text: str) -> int:
    """The number of a month by its name, whole or short."""
    return SHORT.get(text.rstrip(".")[:4], 0) or SHORT[text[:3]]


def count_of(text: str) -> int:
    """A count in digits or in words."""
    return COUNT[text] if text in COUNT else int(text)


def near(month: int, day: int | None, clock: Clock) -> int | None:
    """The year in which a month without a year lies nearest to publication; news looks back rather than on."""
    here = clock.published
    if here is None:
        return None
    best = []
    for year in (here.year - 1, here.year, here.year + 1):
        days = (date(year, month, min(day or 15, monthrange(year, month)[1])) - here).days
        best.append((days * (1.5 if day else 3.0) if days > 0 else -days, year))
    return min(best)[1]


def point(year: int | None, month: int | None = None, day: int | None = None) -> Period | None:
    """A period of one point; None without a year."""
    return None if year is None else Period(Point(year, month, day), Point(year, month, day))


def year_of(text: str | None, clock: Clock) -> int | None:
    """Digits, «last year», «this year», or the year named last."""
    if text is None:
        return None
    if text[:1].isdecimal():
        return int(text[:4])
    if text.startswith("last year"):
        return clock.published.year - 1 if clock.published else None
    if text.startswith("this year"):
        return clock.published.year if clock.published else None
    return None


def carried(last_month: int, clock: Clock) -> int | None:
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


OF = rf"(?:,? (?:of )?(?P<y>{Y}|last year|this year))?"


def back(unit: str, count: int, clock: Clock) -> Period | None:
    """A point so many units before publication."""
    here = clock.published
    if here is None:
        return None
    if unit == "year":
        return point(here.year - count)
    if unit == "month":
        month = Point(here.year, here.month).shift(months=-count)
        return Period(month, month)
    return Period.of(here - timedelta(days=count * (7 if unit == "week" else 1)))
