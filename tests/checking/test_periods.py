"""Which periods a statement may mean."""

import doctest
from datetime import date

import pytest

from sverka.checking import periods
from sverka.claims import Period


@pytest.mark.parametrize(
    ("stated", "published", "meant"),
    [
        ("2021", date(2022, 2, 14), ["2021"]),
        ("2023", date(2023, 9, 5), ["2023-01/2023-08", "2023-01/2023-07", "2023-01/2023-06"]),
        ("2024", date(2023, 9, 5), []),
        ("2021", None, ["2021"]),
        (None, None, []),
        (None, date(2022, 8, 1), ["2021", "2022-01/2022-07", "2022-01/2022-06", "2022-01/2022-05", "2021-08/2022-07"]),
    ],
)
def test_candidates(stated: str | None, published: date | None, meant: list[str]) -> None:
    period = Period.parse(stated) if stated else None
    assert [str(p) for p in periods.candidates(period, published)] == meant


def test_early_in_a_year_the_year_before_last_may_be_meant() -> None:
    assert [str(p) for p in periods.candidates(None, date(2022, 2, 14))][:2] == ["2021", "2020"]


def test_days_and_open_ends_are_no_stretches() -> None:
    assert periods.stretches(Period.parse("2014-03-18")) is None
    assert periods.stretches(Period.parse("2014/..")) is None


def test_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(periods).failed == 0
