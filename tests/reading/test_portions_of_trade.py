"""Shares of trade whose whole or part is told aside: in the sentence before, behind a dash, in a list that goes on."""

from datetime import date

import pytest

from sverka.claims.proposition import Figure
from sverka.reading.reader import read


def told(text: str, published: str = "2019-12-20") -> list[tuple[str, float | None, tuple[str, ...]]]:
    found = [m.proposition for m in read(text, date.fromisoformat(published)).mentions]
    return [(p.metric, p.low, tuple(sorted(p.parties))) for p in found if isinstance(p, Figure)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Перу стало главным торговым партнёром Боливии. Его доля в обороте составила 14%.", [(14, "BOL", "PER")]),
        ("Лучший покупатель чилийских товаров – Китай. На него приходится 38 процентов экспорта.",
         [(38, "CHL", "CHN")]),
        ("Торговля с Аргентиной в общем объёме экспорта Бразилии составила 6,2 процента, импорта – 5,9 процента.",
         [(6.2, "ARG", "BRA"), (5.9, "ARG", "BRA")]),
        ("На Турцию приходится 20 процентов экспорта Ирака и 29 процентов импорта.",
         [(20, "IRQ", "TUR"), (29, "IRQ", "TUR")]),
        ("Германия остаётся главным торговым партнёром Чехии – около 30 процентов.", [(30, "CZE", "DEU")]),
        ("Сегодня 60 процентов нашей торговли приходится на Европейский союз, – сказал министр экономики Сербии.",
         [(60, "EU", "SRB")]),
        ("Ливан продаёт в Сирию 13 процентов всех своих товаров.", [(13, "LBN", "SYR")]),
        ("Основные торговые партнёры Непала – Индия (64,1%), Китай (13,3%), США (8,2%).",
         [(64.1, "IND", "NPL"), (13.3, "CHN", "NPL"), (8.2, "NPL", "USA")]),
        ("Доля десяти крупнейших партнёров во внешнеторговом обороте Кении составила 74%.", [(74, "KEN")]),
    ],
)  # fmt: skip
def test_a_share_is_of_the_trade_spoken_of(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text) == [("trade.share", value, tuple(parties)) for value, *parties in expected]


def test_what_is_paid_in_own_money_is_no_share_of_trade() -> None:
    text = "Доля национальных валют в расчётах между Индией и Ираном превысила 90%."
    assert told(text) == [("trade.other", 90, ("IND", "IRN"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Доля алжирского газа в импорте Испании составляет 52%.", [(52, "DZA", "ESP")]),
        ("Румыния импортирует из Азербайджана 27 процентов газа.", [(27, "AZE", "ROU")]),
        ("На Ирак приходится 20 процентов нефтяного импорта Индии.", [(20, "IND", "IRQ")]),
    ],
)
def test_a_share_of_fuel_is_no_share_of_trade(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text) == [("energy.share", value, tuple(parties)) for value, *parties in expected]


@pytest.mark.parametrize(
    ("text", "unit", "parties"),
    [
        ("Ангола сократила экспорт нефти на 10%, до 1,5 млн баррелей в сутки.", "%", ("AGO",)),
        ("Экспорт катарского газа в Индию вырос на 8%, до 11 млн тонн.", "t", ("IND", "QAT")),
    ],
)
def test_fuel_that_is_counted_is_energy(text: str, unit: str, parties: tuple[str, ...]) -> None:
    found = [m.proposition for m in read(text, date(2019, 12, 20)).mentions]
    assert {p.metric for p in found if hasattr(p, "metric")} == {"energy.volume"}
    assert {tuple(sorted(p.parties)) for p in found if getattr(p, "unit", "") == unit} == {parties}
