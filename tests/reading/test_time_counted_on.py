"""Dates counted on from one told before, ends of a stretch of time, and seasons to come."""

from datetime import date

import pytest

from sverka.reading.dates import dates


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
