"""A number told after its measure is meant roughly: «тысяч двадцать», «процентов на пять»."""

import pytest

from sverka.reading.quantities import amounts


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("тысяч двадцать жителей", 2e4, 2e4, "persons"),
        ("миллиардов на 14–15 долларов", 14e9, 15e9, "USD"),
        ("сократился процентов на двенадцать", 12, 12, "%"),
        ("процента на четыре", 4, 4, "%"),
        ("останется человек двести", 200, 200, "persons"),
        ("километров за триста", 300, 300, "km"),
    ],
)
def test_a_number_after_its_measure(text: str, low: float, high: float, unit: str) -> None:
    (found,) = amounts(text)
    assert (found.quantity.low, found.quantity.high, found.unit, found.quantity.bound) == (low, high, unit, "~")


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("пять тысяч двадцать человек", [5020]),
        ("из 20 процентов 5 процентов ушло", [20, 5]),
        ("5 миллионов на 20 процентов", [5e6, 20]),
        ("двадцать с лишним процентов на пять лет", [20]),
        ("несколько тысяч. Двадцать человек погибли", [20]),
    ],
)
def test_a_measure_with_a_number_of_its_own(text: str, lows: list[float]) -> None:
    assert [found.quantity.low for found in amounts(text)] == lows
