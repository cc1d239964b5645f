"""What must hold of every period and every quantity: sets of days, and intervals that words allow."""

import math
import sys
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sverka.claims import Answer, Period, Quantity
from sverka.claims.quantity import implied_tolerance, parse_number, print_number
from sverka.errors import ClaimError

sys.path.insert(0, str(Path(__file__).parent))
from strategies import NUMBERS, PERIODS, UNITS

calm = settings(max_examples=80, deadline=None, derandomize=True)
positive = st.floats(1e-3, 1e15)
kept = st.floats(0.0, 1e6)


@calm
@given(PERIODS, PERIODS, PERIODS)
def test_containing_is_an_order(a: Period, b: Period, c: Period) -> None:
    if a.contains(b) and b.contains(c):
        assert a.contains(c)
    if a.contains(b) and b.contains(a):
        assert (a.start, a.end) == (b.start, b.end)


@calm
@given(PERIODS, PERIODS, PERIODS)
def test_what_is_common_does_not_depend_on_the_order(a: Period, b: Period, c: Period) -> None:
    def days(period: Period | None) -> object:
        return None if period is None else (period.start, period.end)

    one, two = a.intersection(b), b.intersection(a)
    assert days(one) == days(two)
    if one is not None:
        assert a.contains(one) and b.contains(one)
        left, right = one.intersection(c), b.intersection(c)
        assert days(left) == days(None if right is None else a.intersection(right))


@calm
@given(PERIODS, PERIODS)
def test_before_is_one_sided_and_means_no_common_day(a: Period, b: Period) -> None:
    if a.before(b) is True:
        assert b.before(a) is False and not a.overlaps(b)
    assert (a.before(b) is None) == a.overlaps(b)


@calm
@given(PERIODS, st.integers(-300, 300))
def test_shifting_by_years_and_back_is_the_same_but_for_leap_days(period: Period, years: int) -> None:
    try:
        there = period.shift(years=years)
        back = there.shift(years=-years)
    except ClaimError:
        assume(False)
    assert (back.first, back.last) == (period.first, period.last)
    assert (there.start is None, there.end is None) == (period.start is None, period.end is None)


@calm
@given(PERIODS)
def test_widening_only_adds_days(period: Period) -> None:
    try:
        wide = period.widened()
    except ClaimError:
        assume(False)
    assert wide.contains(period)
    assert wide.widened() == wide


@calm
@given(PERIODS)
def test_a_closed_period_touches_its_years_and_months(period: Period) -> None:
    if not period.is_open:
        assert period.months is not None and period.start is not None and period.end is not None
        assert 12 * (len(period.years) - 2) < period.months <= 12 * len(period.years)
        assert Period.between(period.start, period.end).contains(period)


@calm
@given(positive, kept, kept, st.floats(-1e16, 1e16))
def test_a_wider_tolerance_never_takes_back_a_yes(value: float, one: float, two: float, true: float) -> None:
    narrow, wide = (Quantity(value, value, "USD", "=", tolerance) for tolerance in sorted((one, two)))
    assert wide.allowed[0] <= narrow.allowed[0] and narrow.allowed[1] <= wide.allowed[1]
    if narrow.compare(true).answer == Answer.YES:
        assert wide.compare(true).answer == Answer.YES
    if wide.compare(true).answer == Answer.NO:
        assert narrow.compare(true).answer == Answer.NO


@calm
@given(positive, st.sampled_from("=~><"), st.floats(-1e15, 1e15), st.floats(0, 1e15), st.floats(0, 1e15))
def test_a_wider_computed_interval_is_never_surer(
    value: float, bound: str, low: float, span: float, more: float
) -> None:
    said = Quantity(value, value, "USD", bound)
    narrow, wide = said.compare(low, low + span).answer, said.compare(low - more, low + span + more).answer
    assert wide in (narrow, Answer.CANNOT_SAY)


@calm
@given(st.floats(1e-3, 1e14), st.floats(1.0, 10.0), st.floats(0, 1e15))
def test_more_than_and_less_than_are_monotonic(value: float, factor: float, true: float) -> None:
    larger = value * factor
    if Quantity(larger, larger, "USD", ">").compare(true).answer == Answer.YES:
        assert Quantity(value, value, "USD", ">").compare(true).answer == Answer.YES
    if Quantity(value, value, "USD", "<").compare(true).answer == Answer.YES:
        assert Quantity(larger, larger, "USD", "<").compare(true).answer == Answer.YES


@calm
@given(positive, positive, positive)
def test_a_range_allows_what_its_ends_allow(one: float, two: float, tolerance: float) -> None:
    low, high = sorted((one, two))
    said = Quantity(low, high, "USD", "=", tolerance)
    for end in (low, high, (low + high) / 2):
        assert said.compare(end).answer == Answer.YES


@calm
@given(NUMBERS, UNITS)
def test_a_number_typed_as_printed_carries_the_tolerance_of_its_digits(value: float, unit: str) -> None:
    assume(math.isfinite(value))
    assert parse_number(print_number(value), unit) == (value, implied_tolerance(value, unit)) or value == 0


@calm
@given(st.integers(1, 10**6), st.integers(0, 4))
def test_thousands_millions_billions_scale_the_tolerance(digits: int, power: int) -> None:
    assume(digits % 10)
    small, large = implied_tolerance(float(digits)), implied_tolerance(float(digits) * 1000.0**power)
    assert small == 0.5
    assert large <= 0.5 * 1000.0**power * (1 + 1e-12)
