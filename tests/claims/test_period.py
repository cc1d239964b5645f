"""Periods: ISO 8601 and EDTF, containment, overlap, calendar arithmetic."""

import doctest
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.claims import Period, period
from sverka.errors import ClaimError

sys.path.insert(0, str(Path(__file__).parent))
from strategies import PERIODS


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("2014-02", date(2014, 2, 1), date(2014, 2, 28)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2014-03-18", date(2014, 3, 18), date(2014, 3, 18)),
        ("2011/2014", date(2011, 1, 1), date(2014, 12, 31)),
        ("2023-01/2023-08", date(2023, 1, 1), date(2023, 8, 31)),
        ("2014/..", date(2014, 1, 1), None),
        ("../2014", None, date(2014, 12, 31)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2014~", date(2014, 1, 1), date(2014, 12, 31)),
    ],
)
def test_reads_iso_and_edtf(text: str, start: date | None, end: date | None) -> None:
    read = Period.parse(text)
    assert (read.start, read.end) == (start, end)
    assert str(read) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "14",
        "2014-13",
        "2014-02-30",
        "2015/2014",
        "../..",
        "2014/",
        "0000",
        "199X-03",
        "2014-3",
        "۲۰۱۴",
        "2014 ",
        "x" * 99,
    ],
)
def test_refuses_what_is_no_period(text: str) -> None:
    with pytest.raises(ClaimError, match=r";"):
        Period.parse(text)


@given(PERIODS)
@settings(max_examples=100, deadline=None)
def test_text_reads_back_to_itself(value: Period) -> None:
    assert Period.parse(str(value)) == value


@given(PERIODS, PERIODS)
@settings(max_examples=100, deadline=None)
def test_containing_is_overlapping_wholly(a: Period, b: Period) -> None:
    assert a.contains(a)
    assert a.overlaps(b) == b.overlaps(a)
    if a.contains(b):
        assert a.overlaps(b)
        common = a.intersection(b)
        assert common is not None
        assert (common.start, common.end) == (b.start, b.end)
    assert (a.intersection(b) is None) == (not a.overlaps(b))


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.integers(-400, 400))
def test_shifting_by_days_is_calendar_arithmetic(day: date, days: int) -> None:
    moved = Period.of(day).shift(days=days)
    assert moved.start is not None
    assert (moved.start - day).days == days


def test_shifting_by_months_keeps_to_the_month() -> None:
    assert str(Period.parse("2023-01-31").shift(months=1)) == "2023-02-28"
    assert str(Period.parse("2023-01/2023-08").shift(years=-1)) == "2022-01/2022-08"
    assert str(Period.parse("2023-11").shift(months=3)) == "2024-02"
    with pytest.raises(ClaimError, match="grain"):
        Period.parse("2023").shift(months=1)


def test_before_is_none_when_they_interleave() -> None:
    assert Period.of(2001).before(Period.of(2002)) is True
    assert Period.of(2002).before(Period.of(2001)) is False
    assert Period.of(2001).before(Period.parse("2001-06")) is None


def test_an_open_period_has_no_list_of_years() -> None:
    with pytest.raises(ClaimError, match="open period"):
        _ = Period.parse("2014/..").years


def test_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(period).failed == 0
