"""Periods: ISO 8601 dates and intervals, and EDTF for the imprecise.

    2014   2014-03   2014-03-18      a year, a month, a day
    2014~  2014?  2014%              about, doubtful, both
    199X   20XX                      a decade, a century
    2011/2014   2023-01/2023-08      from the start of the first to the end of the last
    2014/..   ../2014                open ends

A period is a set of days. Its text is kept as written (in canonical form); `start` and `end` give its first and last
day, or None where it is open. Whether one period contains or overlaps another is decided on days.
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from sverka.errors import ClaimError

_POINT = re.compile(r"(\d{2}XX|\d{3}X|\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)", re.ASCII)
_HELP = "write it as 2014, 2014-03, 2014-03-18, 2011/2014, 2014/.. or 2014~"


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a period: a day, month, year, decade or century, and how sure it is.

    `year` is the first year of the decade or century; `span` is the number of years meant: 1, 10 or 100.
    """

    year: int
    month: int | None = None
    day: int | None = None
    qualifier: str = ""
    span: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999 or self.span not in (1, 10, 100) or self.year % self.span:
            raise ClaimError("no such year", where=str(self.year), todo=_HELP)
        if self.month is not None and (self.span != 1 or not 1 <= self.month <= 12):
            raise ClaimError("no such month", where=str(self.month), todo="months run from 01 to 12")
        if self.day is not None and (
            self.month is None or not 1 <= self.day <= calendar.monthrange(self.year, self.month)[1]
        ):
            raise ClaimError("no such day", where=str(self), todo="check the length of the month")

    @classmethod
    def parse(cls, text: str) -> "Point":
        """Parse one date, e.g. `2014-03~` or `199X`."""
        found = _POINT.fullmatch(text)
        if found is None:
            raise ClaimError("not a date", where=repr(text[:40]), todo=_HELP)
        year, month, day, qualifier = found.groups()
        span = {0: 1, 1: 10, 2: 100}[year.count("X")]
        return cls(
            int(year.replace("X", "0")), int(month) if month else None, int(day) if day else None, qualifier, span
        )

    def __str__(self) -> str:
        year = f"{self.year:04d}"
        if self.span > 1:
            year = year[: 4 - len(str(self.span)) + 1] + "X" * (len(str(self.span)) - 1)
        month = "" if self.month is None else f"-{self.month:02d}"
        day = "" if self.day is None else f"-{self.day:02d}"
        return f"{year}{month}{day}{self.qualifier}"

    @property
    def grain(self) -> str:
        """How finely it is said: century, decade, year, month or day."""
        if self.span > 1:
            return "decade" if self.span == 10 else "century"
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def first(self) -> date:
        """The first day meant."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day meant."""
        if self.day is not None and self.month is not None:
            return date(self.year, self.month, self.day)
        if self.month is not None:
            return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])
        return date(min(self.year + self.span - 1, 9999), 12, 31)

    def shift(self, *, years: int = 0, months: int = 0, days: int = 0) -> "Point":
        """Move by calendar units; a day past the end of its month becomes the month's last (31 January + 1 month)."""
        if (months and self.month is None) or (days and self.day is None):
            raise ClaimError(f"{self} is not known to that grain", todo="shift a year by years and a month by months")
        year, month = self.year + years, self.month
        if month is not None:
            year, index = divmod(year * 12 + month - 1 + months, 12)
            month = index + 1
        if not 1 <= year <= 9999:
            raise ClaimError("the date runs out of the calendar", where=f"{self} shifted", todo=_HELP)
        if self.day is None or month is None:
            return replace(self, year=year, month=month)
        day = min(self.day, calendar.monthrange(year, month)[1])
        moved = date(year, month, day) + timedelta(days=days)
        return replace(self, year=moved.year, month=moved.month, day=moved.day)


@dataclass(frozen=True)
class Period:
    """A stretch of days, closed at both ends unless an end is open (None).

    Attributes
    ----------
    first, last : its two ends as said; equal for a single date; None for an open end.
    """

    first: Point | None
    last: Point | None

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise ClaimError("a period needs at least one end", todo=_HELP)
        if self.first is not None and self.last is not None and self.first.first > self.last.last:
            raise ClaimError("the period ends before it starts", where=f"{self.first}/{self.last}", todo=_HELP)

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Parse ISO 8601 or EDTF.

        >>> Period.parse("2023-01/2023-08").months
        8
        >>> str(Period.parse("199X").end)
        '1999-12-31'
        """
        if len(text) > 40:
            raise ClaimError("not a period", where=repr(text[:40]), todo=_HELP)
        left, slash, right = text.partition("/")
        if not slash:
            point = Point.parse(left)
            return cls(point, point)
        return cls(
            None if left == ".." else Point.parse(left),
            None if right == ".." else Point.parse(right),
        )

    @classmethod
    def of(cls, value: "Period | str | int | date") -> "Period":
        """Make a period of whatever names one: its text, a year, or a day.

        >>> str(Period.of(2014)), str(Period.of(date(2014, 3, 18)))
        ('2014', '2014-03-18')
        """
        if isinstance(value, Period):
            return value
        if isinstance(value, date):
            return cls.parse(value.isoformat())
        return cls.parse(f"{value:04d}" if isinstance(value, int) else value)

    @classmethod
    def between(cls, start: date, end: date) -> "Period":
        """The period from one day to another, said as coarsely as is exact (2014, not 2014-01-01/2014-12-31)."""
        if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
            if start.month == 1 and end.month == 12:
                first, last = Point(start.year), Point(end.year)
            else:
                first, last = Point(start.year, start.month), Point(end.year, end.month)
        else:
            first, last = Point(start.year, start.month, start.day), Point(end.year, end.month, end.day)
        return cls(first, last)

    @classmethod
    def first_months(cls, year: int, months: int) -> "Period":
        """January to the given month of a year: "the first eight months of 2023".

        >>> str(Period.first_months(2023, 8)), str(Period.first_months(2023, 12))
        ('2023-01/2023-08', '2023')
        """
        if not 1 <= months <= 12:
            raise ClaimError("a year has twelve months", where=str(months), todo="give 1 to 12")
        return cls(Point(year), Point(year)) if months == 12 else cls(Point(year, 1), Point(year, months))

    def __str__(self) -> str:
        if self.first == self.last:
            return str(self.first)
        return f"{self.first or '..'}/{self.last or '..'}"

    @property
    def start(self) -> date | None:
        """The first day, None if open."""
        return None if self.first is None else self.first.first

    @property
    def end(self) -> date | None:
        """The last day, None if open."""
        return None if self.last is None else self.last.last

    @property
    def is_open(self) -> bool:
        """True if either end is open."""
        return self.first is None or self.last is None

    @property
    def imprecise(self) -> bool:
        """True if an end is qualified (about, doubtful) or coarser than a year."""
        return any(p is not None and (p.qualifier != "" or p.span > 1) for p in (self.first, self.last))

    @property
    def grain(self) -> str:
        """The coarser of its ends' grains."""
        order = ("day", "month", "year", "decade", "century")
        return max((p.grain for p in (self.first, self.last) if p is not None), key=order.index)

    @cached_property
    def _days(self) -> tuple[int, int]:
        low = 0 if self.start is None else self.start.toordinal()
        high = date.max.toordinal() + 1 if self.end is None else self.end.toordinal()
        return low, high

    def contains(self, other: "Period | date") -> bool:
        """True if every day of `other` is a day of this period.

        >>> Period.parse("2014").contains(Period.parse("2014-03"))
        True
        """
        inner = Period.of(other)._days
        return self._days[0] <= inner[0] and inner[1] <= self._days[1]

    def overlaps(self, other: "Period | date") -> bool:
        """True if some day belongs to both."""
        inner = Period.of(other)._days
        return self._days[0] <= inner[1] and inner[0] <= self._days[1]

    def intersection(self, other: "Period") -> "Period | None":
        """The days in both, None if there are none."""
        if not self.overlaps(other):
            return None
        starts = [p for p in (self.start, other.start) if p is not None]
        ends = [p for p in (self.end, other.end) if p is not None]
        if starts and ends:
            return Period.between(max(starts), min(ends))
        if starts:
            return Period(Point.parse(max(starts).isoformat()), None)
        return Period(None, Point.parse(min(ends).isoformat())) if ends else None

    def before(self, other: "Period") -> bool | None:
        """True if it lies wholly before `other`, False if wholly after or the same days, None if they interleave."""
        if self._days[1] < other._days[0]:
            return True
        if other._days[1] < self._days[0]:
            return False
        return None

    def begins_after(self, day: date | None) -> bool:
        """True if its first day is later than `day`; False where either is unknown.

        >>> Period.parse("2014-05").begins_after(date(2014, 4, 30)), Period.parse("2014").begins_after(None)
        (True, False)
        """
        return day is not None and self.start is not None and self.start > day

    def shift(self, *, years: int = 0, months: int = 0, days: int = 0) -> "Period":
        """The same stretch moved by calendar units: `shift(years=-1)` of 2023-01/2023-08 is 2022-01/2022-08."""
        return Period(
            None if self.first is None else self.first.shift(years=years, months=months, days=days),
            None if self.last is None else self.last.shift(years=years, months=months, days=days),
        )

    def widened(self) -> "Period":
        """The days a qualified date may mean: one unit of its grain more on each side that is qualified with ~ ? or %.

        >>> str(Period.parse("2014~").widened()), str(Period.parse("2014").widened())
        ('2013/2015', '2014')
        """

        def move(point: Point | None, sign: int) -> Point | None:
            if point is None or not point.qualifier:
                return point
            bare = replace(point, qualifier="")
            if point.grain == "day":
                return bare.shift(days=sign)
            if point.grain == "month":
                return bare.shift(months=sign)
            return replace(bare, year=bare.year + sign * bare.span)

        return Period(move(self.first, -1), move(self.last, 1))

    @property
    def months(self) -> int | None:
        """The number of calendar months it touches, None if open."""
        if self.start is None or self.end is None:
            return None
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    @property
    def years(self) -> range:
        """The calendar years it touches, for closed periods; ClaimError if an end is open."""
        if self.start is None or self.end is None:
            raise ClaimError("an open period has no list of years", where=str(self), todo="give both ends")
        return range(self.start.year, self.end.year + 1)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.of,
            serialization=core_schema.plain_serializer_function_ser_schema(str, return_schema=core_schema.str_schema()),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        point = r"(\d{2}XX|\d{3}X|\d{4})(-\d{2}(-\d{2})?)?[~?%]?"
        return {
            "type": "string",
            "pattern": rf"^({point}|({point}|\.\.)/({point}|\.\.))$",
            "description": "ISO 8601 or EDTF: 2014, 2014-03, 2011/2014, 2014/.., 2014~, 199X",
        }
