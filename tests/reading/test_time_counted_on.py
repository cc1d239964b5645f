"""Dates counted on from one told before, ends of a stretch of time, and seasons to come."""

from datetime import date

import pytest

from sverka.reading.dates import dates
from sverka.reading.reader import read


def periods(text: str, published: date = date(2023, 5, 10)) -> list[str]:
    return [str(d.period) for d in dates(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В 1992 году Чили вошла в союз, двумя годами позже – в банк.", ["1992", "1994"]),
        (
            "В 1992 году Чили вошла в союз, спустя три года – в банк, семь лет спустя – в фонд.",
            ["1992", "1995", "2002"],
        ),
        ("В апреле 2020 года он ушёл, двумя месяцами позже вернулся.", ["2020-04", "2020-06"]),
        ("В 2010 году было 5 %, двумя годами ранее – 3 %.", ["2010", "2008"]),
        ("К концу десятилетия оборот вырастет.", ["2030"]),
        ("К концу месяца долг вырастет, к исходу квартала – вдвое.", ["2023-05", "2023-04/2023-06"]),
        ("В 2021 году рост составил 3 %, в последнем квартале – 5 %.", ["2021", "2021-10/2021-12"]),
        ("Следующей осенью выборы, будущей весной – саммит.", ["2023-09/2023-11", "2024-03/2024-05"]),
        ("За восемь месяцев 2022 года вырос экспорт, за истекший период – импорт.", ["2022-01/2022-08"] * 2),
    ],
)
def test_counted_on(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_a_winter_is_of_the_year_it_began() -> None:
    assert periods("Этой зимой подорожал газ.", date(2016, 1, 30)) == ["2015-12/2016-02"]


@pytest.mark.parametrize("text", ["Спустя два года после войны.", "Месяцем позже всё кончилось."])
def test_nothing_is_counted_on_from_nothing(text: str) -> None:
    assert [p for p in periods(text) if p != "None"] == []


def told(text: str) -> list[tuple[float, str]]:
    found = [m.proposition for m in read(text, date(2011, 6, 23)).mentions if m.proposition.kind == "figure"]
    return [(p.quantity.low, str(p.period)) for p in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Долг Перу достиг 400 млн долларов и к концу месяца может вырасти до 500 млн.",
            [(400e6, "None"), (500e6, "2011-06")],
        ),
        (
            "До конца года из Мали домой вернутся 10 тыс. чилийских военных, к следующему лету – все 33 тыс.",
            [(10e3, "2011"), (33e3, "2012-06/2012-08")],
        ),
        (
            "Инфляция в Перу в мае составила 11,9 % против 1,8 % в Чили.",
            [(11.9, "2011-05"), (1.8, "2011-05")],
        ),
        (
            "По экспорту Перу в 2010 году Китай уступил Чили: 14,7 млрд долларов против 14,8 млрд.",
            [(14.7e9, "2010"), (14.8e9, "2010")],
        ),
        ("Экспорт Перу в 2010 году составил 5 млрд против 4 млрд.", [(5e9, "2010"), (4e9, "2009")]),
    ],
)
def test_whose_number_a_date_is(text: str, expected: list[tuple[float, str]]) -> None:
    assert told(text) == expected
