"""Balances of trade lie between two; losses are no exports; what a price is for is no amount."""

from datetime import date
from typing import Any

import pytest

from sverka.reading.reader import read


def told(text: str, published: str = "2018-08-14") -> list[tuple[Any, ...]]:
    found = [m.proposition.to_json() for m in read(text, date.fromisoformat(published)).mentions]
    return [(c["metric"], c["low"], *sorted(c["parties"])) for c in found if c["kind"] in ("figure", "change")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Профицит торговли Чили с Перу вырос до 6 млрд долларов.", ("trade.other", 6e9, "CHL", "PER")),
        ("В торговле с Кенией Уганда имеет дефицит в 3 млрд долларов.", ("trade.other", 3e9, "KEN", "UGA")),
        ("Дефицит торгового баланса Непала составил 9 млрд долларов.", ("trade.other", 9e9, "NPL")),
        ("Импорт Непала превысил экспорт на 3 млрд долларов.", ("trade.other", 3e9, "NPL")),
    ],
)
def test_a_balance_lies_between_those_who_trade(text: str, expected: tuple[Any, ...]) -> None:
    assert told(text) == [expected]


def test_the_other_side_of_a_balance_may_be_told_before() -> None:
    found = told("Товарооборот Ганы и Того составил 3 млрд долларов. Сальдо в пользу Ганы достигло 1 млрд долларов.")
    assert found[1] == ("trade.other", 1e9, "GHA", "TGO")


def test_what_is_lost_or_saved_is_no_export() -> None:
    lost = told("Экспорт Чили в Перу упал на 30 процентов. Закрытие рынка обошлось Чили в 5 млрд долларов.")
    assert lost[1] == ("trade.other", 5e9, "CHL", "PER")
    saved = told("Экспорт Чили в Перу упал на 30 процентов. Перуанцы сэкономили 40 млрд долларов.")
    assert [metric for metric, *_ in saved] == ["trade.exports"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Румыния будет платить за азербайджанский газ 128 долларов за тысячу кубометров.",
         [("price", 128.0, "AZE", "ROU")]),
        ("Пошлина на ввоз автомобилей в Турцию снижена до 15 процентов.", [("tariff", 15.0, "TUR")]),
        ("Через территорию Болгарии прокачано 38 млрд кубометров азербайджанского газа.",
         [("transit", 38e9, "AZE", "BGR")]),
        ("Узбекистан ввёз из Китая товаров на 5 млрд долларов, из Турции – на 4 млрд.",
         [("trade.imports", 5e9, "CHN", "UZB"), ("trade.imports", 4e9, "TUR", "UZB")]),
    ],
)  # fmt: skip
def test_the_first_word_says_what_is_measured(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert told(text) == expected


def test_shops_sell_at_home() -> None:
    found = told("ВВП Индии вырос на 6,3%. Розничные продажи увеличились на 9,1%, промышленное производство – на 4,3%.")
    assert [metric for metric, *_ in found] == ["gdp", "other", "other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Оборот Перу и Чили – 4 млрд долларов: 2,5 млрд – перуанский экспорт, 1,5 млрд – импорт.",
         [("trade.turnover", 4e9, "CHL", "PER"), ("trade.exports", 2.5e9, "CHL", "PER"),
          ("trade.imports", 1.5e9, "CHL", "PER")]),
        ("Бразилия вывозит в Китай товаров на 60 млрд долларов, ввозит – на 35 млрд.",
         [("trade.exports", 6e10, "BRA", "CHN"), ("trade.imports", 3.5e10, "BRA", "CHN")]),
        ("Эстония отправляет в Финляндию товаров на 2,7 млрд евро, получает на 2,4.",
         [("trade.exports", 2.7e9, "EST", "FIN"), ("trade.imports", 2.4e9, "EST", "FIN")]),
        ("Торговый разрыв между Германией и Польшей достиг 10 млрд евро.", [("trade.other", 1e10, "DEU", "POL")]),
        ("США обложили турецкую сталь 25 процентами.", [("tariff", 25.0, "TUR", "USA")]),
        ("Китай вкладывает в экономику Лаоса 2 млрд долларов в год.", [("investment", 2e9, "CHN", "LAO")]),
        ("Поставки из Ирака в Иорданию составили 270 млн долларов, обратные – 90 млн.",
         [("trade.exports", 2.7e8, "IRQ", "JOR"), ("trade.exports", 9e7, "IRQ", "JOR")]),
        ("По итогам года доля ЕС во внешней торговле Сербии – 63 процента, России – 9, Китая – 8.",
         [("trade.share", 63.0, "EU", "SRB"), ("trade.share", 9.0, "RUS", "SRB"), ("trade.share", 8.0, "CHN", "SRB")]),
    ],
)  # fmt: skip
def test_what_is_sold_bought_or_put_in_now(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert told(text) == expected


def test_whoever_says_ours_of_a_trade_with_the_other_state_is_its_partner() -> None:
    text = (
        "Сотрудничество России и Перу растёт. «Наш внешнеторговый оборот – более 120 млрд долларов, "
        "а с Россией только 600 млн», – сказал посол."
    )
    assert told(text) == [("trade.turnover", 1.2e11, "PER"), ("trade.turnover", 6e8, "PER", "RUS")]


def test_a_number_of_nothing_and_nobody_is_left_alone() -> None:
    assert told("В Эквадоре выборы. На это ушло 12 процентов.") == []
