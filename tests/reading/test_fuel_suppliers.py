"""Deliveries of fuel have two ends, what a state digs or burns has one, and what only passes through is transit."""

from datetime import date

import pytest

from sverka.claims.proposition import Figure
from sverka.reading.reader import read

DAY = date(2015, 7, 9)


def told(text: str) -> list[tuple[str, set[str], float]]:
    return [
        (p.metric, set(p.parties), p.low)
        for m in read(text, DAY).mentions
        if isinstance(p := m.proposition, Figure)
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Правительство Чехии одобрило газовое соглашение с Норвегией. Прага сможет покупать до 11 млрд кубометров.",
        "Норвегия и Чехия договорились о газе. В прошлом году Прага получила 11 млрд кубометров.",
        "Строить газопровод из Норвегии Чехия отказалась. По нему чехи собирались закупать 11 млрд кубометров в год.",
    ],
)
def test_the_other_end_of_a_delivery_is_told_before(text: str) -> None:
    assert ("energy.volume", {"CZE", "NOR"}, 11e9) in told(text)


def test_what_a_state_burns_is_its_own() -> None:
    text = (
        "Чехия заключила газовое соглашение с Норвегией. Прага сможет покупать до 11 млрд кубометров; "
        "вся страна потребляет около 13 млрд."
    )
    assert ("energy.volume", {"CZE"}, 13e9) in told(text)


def test_a_pipe_goes_through_states_that_buy_nothing() -> None:
    text = (
        "За двадцать лет Туркмения продала Китаю 450 млрд кубометров газа. Топливо идёт по трубам через Узбекистан и "
        "Казахстан; ежегодно по ним прокачивается 40 млрд кубометров."
    )
    assert ("energy.volume", {"TKM", "CHN"}, 40e9) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Через Чехию идёт около 85% китайских товаров, отправляемых по суше.",
        "Через территорию Чехии проходит порядка 85% китайского грузопотока.",
    ],
)
def test_goods_that_go_through_a_state_are_transit(text: str) -> None:
    assert told(text) == [("transit", {"CZE", "CHN"}, 85.0)]


def test_tonnes_of_fuel_are_energy() -> None:
    assert told("Катар продаёт 77 млн тонн газа в год.") == [("energy.volume", {"QAT"}, 77e6)]
