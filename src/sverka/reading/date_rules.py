"""What rules for dates share: their register, what is known while reading, and how a year is settled."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sverka.claims.period import Period, Point
from sverka.reading import datewords as w

Relation = Literal["in", "since", "until", "by", "span", "base", "from", "anniversary", "ago"]


@dataclass(slots=True)
class State:
    """What is known while reading on: publication, the last period named, and the last one that was not a base."""

    published: date | None
    last: Period | None = None
    last_end: int = -1
    stock: Period | None = None  # the last day something was counted on: «на 1 октября»


Handler = Callable[[re.Match[str], State], "Period | None"]


RULES: list[tuple[re.Pattern[str], Relation, Handler]] = []


_LEFT = r"(?<![\w.])"


def rule(pattern: str, relation: Relation = "in") -> Callable[[Handler], Handler]:
    def add(handler: Handler) -> Handler:
        RULES.append((re.compile(f"{_LEFT}(?:{pattern})"), relation, handler))
        return handler

    return add


def settled_year(text: str | None, state: State) -> int | None:
    """The year an expression means: digits, relative to publication, or the year named last."""
    if text is None:
        return None
    digits = w.year_of(text)
    if digits is not None:
        return digits
    offset = w.relative_year(text)
    if offset is None:
        if state.last is None or state.last.end is None:
            return None
        shift = -1 if text.startswith(("предыдущ", "предшествующ")) else 0
        return state.last.end.year + shift
    return None if state.published is None else state.published.year + offset


def nearest_year(month: int, day: int | None, state: State) -> int | None:
    """The year in which a month (and day) without a year lies nearest to publication; news rather looks back."""
    if state.published is None:
        return None
    here = state.published
    candidates = []
    for year in (here.year - 1, here.year, here.year + 1):
        try:
            days = (date(year, month, day or 15) - here).days
            candidates.append((days * (1.0 if day else 2.5) if days > 0 else -days, -year, year))
        except ValueError:
            continue
    return min(candidates)[2] if candidates else None


def dated(year: int | None, month: int | None = None, day: int | None = None) -> Period | None:
    if year is None:
        return None
    point = Point(year, month, day)
    return Period(point, point)


def latest_year(state: State, last_month: int) -> int | None:
    """The latest year in which the month `last_month` was over at publication."""
    if state.published is None:
        return None
    return state.published.year - (state.published.month <= last_month)


def months_only(period: Period) -> Period:
    """The period without days, so that moving it by a year moves whole months."""
    return (
        period
        if period.first is None or period.first.span == 1
        else Period(Point(period.first.year), Point(period.first.year))
    )
