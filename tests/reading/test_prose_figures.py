"""Figures as columnists and news desks write them: of states a text never names, on days, over spans of years."""

from datetime import date
from typing import Any

import pytest

from sverka.reading.quantities import amounts
from sverka.reading.reader import read


def told(text: str, published: date | None = date(2021, 9, 10)) -> list[dict[str, Any]]:
    return [m.to_json() for m in read(text, published).mentions if m.proposition.kind in ("figure", "change")]


@pytest.mark.parametrize(
    ("text", "low", "unit", "bound"),
    [
        ("В стране живёт 38 млн 120 тыс. человек.", 38_120_000, "persons", "="),
        ("Сталь обложили тридцатипятипроцентной пошлиной.", 35, "%", "="),
        ("Цены выросли на треть с гаком.", 33.3, "%", ">"),
        ("Вывезли товаров на 1875,3 млрд крон.", 1875.3e9, "SEK", "="),
    ],
)
def test_numbers_as_they_are_written(text: str, low: float, unit: str, bound: str) -> None:
    found = amounts(text)
    assert [(a.quantity.low, a.unit, a.quantity.bound) for a in found] == [(low, unit, bound)]


def test_a_number_of_people_is_no_year() -> None:
    found = told("Польша держит в Латвии 1980 солдат.")
    assert [(m["low"], m["period"]) for m in found] == [(1980, None)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Население Польши сократилось за восемь лет на 3%.", "2013/2021"),
        ("С 2015 года население Польши сократилось на 3%.", "2015/2021"),
        ("Экспорт Польши в Чехию за два года вырос вдвое: с 5 млрд евро в 2015 году до 10 млрд в 2017-м.", "2015/2017"),
    ],
)
def test_a_change_spans_the_years_that_are_told(text: str, period: str) -> None:
    assert told(text)[0]["period"] == period


def test_people_are_counted_on_a_day_but_trade_is_not() -> None:
    assert [m["period"] for m in told("На 1 июля 2021 года население Чехии составляло 10,7 млн человек.")] == [
        "2021-07-01"
    ]
    assert [m["period"] for m in told("Таможня 3 сентября раскрыла: экспорт Чехии достиг 12 млрд евро.")] == [None]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Бюджет, внесённый кабинетом Скотта Моррисона, вырос на 5 процентов.", "AUS"),
        ("Бюджет потерял за год двести миллиардов форинтов.", "HUN"),
    ],
)
def test_a_state_is_known_by_its_leaders_and_its_money(text: str, state: str) -> None:
    assert {p for m in told(text) for p in m["parties"]} == {state}
