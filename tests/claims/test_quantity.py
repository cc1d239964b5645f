"""Quantities: what a number in prose allows, and whether a computed value meets it."""

import doctest
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.claims import Answer, Quantity, quantity
from sverka.claims.quantity import implied_tolerance, parse_number, print_number
from sverka.errors import ClaimError


@pytest.mark.parametrize(
    ("said", "true", "answer"),
    [
        (Quantity(12e9, 12e9, "USD"), 12.4e9, Answer.YES),
        (Quantity(12e9, 12e9, "USD"), 11.6e9, Answer.YES),
        (Quantity(12e9, 12e9, "USD"), 13e9, Answer.NO),
        (Quantity(30, 30, "%", ">"), 29.4, Answer.NO),
        (Quantity(30, 30, "%", ">"), 30.2, Answer.YES),
        (Quantity(30, 30, "%", ">"), 30.0, Answer.NO),
        (Quantity(5e9, 5e9, "USD", "<"), 5.007e9, Answer.NO),
        (Quantity(40, 40, "%", "~"), 33.6, Answer.NO),
        (Quantity(25e9, 25e9, "USD", "~"), 25.6e9, Answer.YES),
        (Quantity(1e9, 1e9, "USD", "~"), 0.936e9, Answer.YES),
        (Quantity(1e9, 1e9, "USD", "~"), 1.176e9, Answer.NO),
        (Quantity(30e9, 30e9, "USD", "~"), 27.05e9, Answer.CANNOT_SAY),
        (Quantity(255.8e6, 255.8e6, "USD", "~"), 270.5e6, Answer.CANNOT_SAY),
        (Quantity(49.7e9, 49.7e9, "USD", "~"), 50.1e9, Answer.YES),
        (Quantity(49.7e9, 49.7e9, "USD", "~"), 54.2e9, Answer.CANNOT_SAY),
        (Quantity(49.7e9, 49.7e9, "USD", "~"), 56e9, Answer.NO),
        (Quantity(3e12, 5e12, "USD"), 4.9e12, Answer.YES),
        (Quantity(3e12, 5e12, "USD"), 5.6e12, Answer.NO),
        (Quantity(33.3, 33.3, "%", tolerance=3), 31.1, Answer.YES),
        (Quantity(700e6, 700e6, "USD"), 694e6, Answer.YES),
        (Quantity(700e6, 700e6, "USD"), 968e6, Answer.NO),
        (Quantity(2, 2, "x"), 1.6, Answer.NO),
        (Quantity(2.5, 2.5, "x"), 2.56, Answer.YES),
        (Quantity(38e9, 38e9, "USD"), 37.498e9, Answer.CANNOT_SAY),
    ],
)
def test_words_allow_what_a_reader_would_allow(said: Quantity, true: float, answer: Answer) -> None:
    assert said.compare(true).answer == answer


def test_an_interval_that_straddles_an_edge_cannot_be_judged() -> None:
    assert Quantity(30, 30, "%", ">").compare(29.5, 30.5).answer == Answer.CANNOT_SAY


def test_the_margin_says_by_how_much() -> None:
    missed = Quantity(5e9, 5e9, "USD", "<").compare(5.1e9)
    assert missed.margin == pytest.approx(-0.1e9)
    assert missed.relative == pytest.approx(-0.02)
    assert missed.allowed == (-math.inf, 5e9)


@given(st.floats(1e-3, 1e15), st.sampled_from("=~><"), st.sampled_from(["USD", "%", "x"]))
def test_a_number_is_within_what_it_says_itself(value: float, bound: str, unit: str) -> None:
    said = Quantity(value, value, unit, bound)  # type: ignore[arg-type]
    expected = Answer.YES if bound in "=~" else Answer.NO
    assert said.compare(value).answer == expected


@given(st.floats(1e-3, 1e15), st.floats(1, 1.5))
def test_further_off_is_never_better(value: float, factor: float) -> None:
    said = Quantity(value, value, "USD")
    order = {Answer.YES: 2, Answer.CANNOT_SAY: 1, Answer.NO: 0}
    near, far = said.compare(value * factor), said.compare(value * factor * 1.2)
    assert order[near.answer] >= order[far.answer]
    assert near.margin >= far.margin


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_printed_numbers_read_back_to_the_same_float(value: float) -> None:
    assert parse_number(print_number(value))[0] == value


@given(st.floats(1e-6, 1e17))
def test_tolerance_is_never_more_than_half_the_number(value: float) -> None:
    assert 0 < implied_tolerance(value) <= value / 2 * (1 + 1e-9)


@pytest.mark.parametrize(
    "broken",
    [
        lambda: Quantity(2, 1, "USD"),
        lambda: Quantity(math.nan, 1, "USD"),
        lambda: Quantity(1, math.inf, "USD"),
        lambda: Quantity(1, 1, "USD", "≈"),  # type: ignore[arg-type]
        lambda: Quantity(1, 1, "USD", tolerance=-1),
        lambda: Quantity(1, 1, "USD").compare(2, 1),
        lambda: parse_number("много"),
        lambda: parse_number("1e999"),
    ],
)
def test_refuses_broken_numbers(broken: object) -> None:
    with pytest.raises(ClaimError, match=r";"):
        broken()  # type: ignore[operator]


def test_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(quantity).failed == 0
