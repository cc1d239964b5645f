"""A debt lies between two: told once, they are the sides of what is said of it afterwards."""

from datetime import date

import pytest

from sverka.claims import Figure
from sverka.reading.reader import read

DAY = date(2016, 5, 10)


def debts(text: str) -> list[tuple[frozenset[str], float]]:
    said = [m.proposition for m in read(text, DAY).mentions]
    return [(frozenset(p.parties), p.low) for p in said if isinstance(p, Figure) and p.metric == "debt"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Долг Кубы перед Россией – 35 млрд долларов. Остальные 3,5 млрд долларов Гавана вернёт за десять лет.",
            [("CUB RUS", 35e9), ("CUB RUS", 3.5e9)],
        ),
        (
            "Эквадор взял у Китая кредит. Первые 2 млрд долларов уже получены, вернуть их надо к 2020 году.",
            [("ECU CHN", 2e9)],
        ),
        (
            "Греция должна МВФ 1,6 млрд евро. До конца июля предстоит заплатить ещё 456 млн евро.",
            [("GRC IMF", 1.6e9), ("GRC IMF", 456e6)],
        ),
        ("С Сербии причитается 100 млн евро.", [("SRB", 100e6)]),
    ],
)
def test_later_sums_are_of_the_same_two(text: str, expected: list[tuple[str, float]]) -> None:
    assert debts(text) == [(frozenset(sides.split()), low) for sides, low in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Греция должна МВФ 1,6 млрд евро. Весь внешний долг страны превышает 300 млрд евро.",
        "Польша задолжала Чехии 200 млн евро. Внешний долг Польши – 300 млрд евро.",
    ],
)
def test_what_is_owed_to_all_has_one_side(text: str) -> None:
    assert [len(sides) for sides, low in debts(text) if low > 1e11] == [1]


def test_what_something_is_built_for_is_not_owed() -> None:
    text = "Чад должен кредиторам 2 млрд долларов. Дорогу в Камерун построят за 700 млн долларов."
    assert 700e6 not in [low for _, low in debts(text)]
