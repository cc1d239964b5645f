"""Dates of the record held against dates of the text."""

import pytest

from sverka.checking.facts import when
from sverka.checking.finding import Outcome
from sverka.claims import Period

AGREES, CONTRADICTS, CLOSE = Outcome.AGREES, Outcome.CONTRADICTS, Outcome.TOO_CLOSE


@pytest.mark.parametrize(
    ("claimed", "actual", "outcome"),
    [
        ("2015", "2015-01-02", AGREES),
        ("2014", "2015-01-02", CONTRADICTS),
        ("2015-01", "2015", CLOSE),
        ("1992", "1991", CLOSE),
        ("1993", "1991", CONTRADICTS),
        ("1992~", "1991-12-08", AGREES),
        ("1999-12-08", "1999-12-08", AGREES),
        ("1999-12-09", "1999-12-08", CONTRADICTS),
    ],
)
def test_a_date_is_held_against_a_date(claimed: str, actual: str, outcome: Outcome) -> None:
    assert when(Period.parse(claimed), Period.parse(actual)) == outcome


def test_nothing_said_of_the_time_agrees() -> None:
    assert when(None, Period.parse("1999")) == AGREES


def test_an_undated_fact_is_not_covered() -> None:
    assert when(Period.parse("1999"), None) == Outcome.NOT_COVERED
