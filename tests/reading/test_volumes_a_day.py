"""Cubic metres told by the day are not those of a year."""

from datetime import date

import pytest

from sverka.claims import Figure
from sverka.reading.reader import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Алжир поставляет Тунису два миллиона кубометров газа в сутки.", [(2e6, "m3/day")]),
        ("Ежесуточно Болгария получает из России 8 млн кубометров газа.", [(8e6, "m3/day")]),
        ("Болгария получает из России 3 млрд кубометров газа в год.", [(3e9, "m3")]),
    ],
)
def test_the_day_is_in_the_unit(text: str, expected: list[tuple[float, str]]) -> None:
    said = [m.proposition for m in read(text, date(2016, 5, 10)).mentions]
    assert [(p.low, p.unit) for p in said if isinstance(p, Figure)] == expected
