"""Units that go on or are told by what is counted, bounds past a comma, and numbers below nought: our own sentences."""

from datetime import date

import pytest

from sverka.claims.proposition import Change, Figure
from sverka.reading.quantities import amounts
from sverka.reading.reader import read

PUBLISHED = date(2012, 7, 11)


def said(text: str) -> list[Figure | Change]:
    told = [m.proposition for m in read(text, PUBLISHED).mentions]
    return [p for p in told if isinstance(p, Figure | Change)]


@pytest.mark.parametrize(
    "text",
    [
        "По меньшей мере, 13 человек погибли в Перу.",
        "В Перу погибли, как минимум, 13 человек.",
        "В Перу погибли как минимум 13 человек.",
        "В Перу погибло не менее чем 13 человек.",
    ],
)
def test_a_comma_does_not_part_a_hedge_from_its_number(text: str) -> None:
    (figure,) = said(text)
    assert (figure.low, figure.bound) == (13, ">")


def test_whose_count_it_is_may_stand_inside_a_bound() -> None:
    (figure,) = said("Военный бюджет Перу не превышает, по оценкам, 1 млрд долларов.")
    assert (figure.low, figure.bound) == (1e9, "<")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("добывает 2,8 млн баррелей в сутки, сосед – 0,8 млн баррелей", ["bbl/day", "bbl/day"]),
        ("сократил добычу на 100 тыс. баррелей нефти в сутки, до 2,7 млн баррелей", ["bbl/day", "bbl/day"]),
        ("добыча составила 2,7 млн б/с", ["bbl/day"]),
        ("добыча составила 2,7 млн барр./сутки", ["bbl/day"]),
        ("экспорт вырос до 2,1 млн баррелей ежедневно", ["bbl/day"]),
        ("добывает 2,8 млн баррелей в сутки, запасы – 90 млн баррелей", ["bbl/day", "bbl"]),
        ("среднесуточная добыча составила 10,2 млн баррелей", ["bbl/day"]),
        ("снизил добычу на 53 тыс. баррелей – до 2,1 млн баррелей в сутки", ["bbl/day", "bbl/day"]),
        ("построено 5 баррикад", ["units"]),
    ],
)
def test_barrels_a_day_go_on_but_not_over_a_stock(text: str, units: list[str]) -> None:
    assert [a.unit for a in amounts(text)] == units


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Темпы роста ВВП Перу составили минус 6 %.", "gdp"),
        ("Экспорт Перу в Чили: −6 %.", "trade.exports"),
    ],
)
def test_below_nought_is_a_fall(text: str, metric: str) -> None:
    (change,) = said(text)
    assert isinstance(change, Change)
    assert (change.metric, change.low, change.high, change.direction) == (metric, 6, 6, "-")


def test_a_balance_may_stand_below_nought() -> None:
    (balance,) = said("Сальдо торговли Перу и Чили составило минус 2 млрд долларов.")
    assert isinstance(balance, Figure)
    assert balance.low == -2e9


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("В Перу погибли пять журналистов.", "persons"),
        ("В Перу убиты 12 исламистов.", "persons"),
        ("За законопроект проголосовали 150 депутатов парламента Перу.", "persons"),
    ],
)
def test_people_are_counted_in_persons_and_votes_in_votes(text: str, unit: str) -> None:
    (figure,) = said(text)
    assert figure.unit == unit
