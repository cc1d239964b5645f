"""Trade told by participles, aims that are set and no goods, and what a number is compared with."""

from datetime import date

import pytest

from sverka.claims.proposition import Figure
from sverka.reading.reader import read

DAY = date(2023, 11, 24)


def told(text: str) -> list[tuple[str, tuple[str, ...], float, str]]:
    return [
        (p.metric, p.parties, p.low, str(p.period))
        for m in read(text, DAY).mentions
        if isinstance(p := m.proposition, Figure)
    ]


def test_goods_sold_by_participle_and_back() -> None:
    text = "В 2022 году перуанские товары были проданы в Чили на 2 млрд долларов, чилийские в Перу – на 3 млрд."
    assert told(text) == [
        ("trade.exports", ("PER", "CHL"), 2e9, "2022"),
        ("trade.exports", ("CHL", "PER"), 3e9, "2022"),
    ]


@pytest.mark.parametrize(
    "aim",
    [
        "До цели, поставленной президентами (8 млрд), рукой подать.",
        "Отметка в 8 миллиардов, которую поставили перед нами лидеры, уже близка.",
    ],
)
def test_an_aim_is_set_not_delivered(aim: str) -> None:
    found = told(f"Товарооборот Перу и Чили в 2022 году достиг 5 млрд долларов. {aim}")
    assert [(m, p, v) for m, p, v, _ in found][-1] == ("trade.turnover", ("PER", "CHL"), 8e9)


def test_the_year_passed_is_not_carried_on() -> None:
    text = (
        "Экспорт Перу за восемь месяцев 2023 года составил 23 млрд долларов и превысил прошлогодний уровень на 31,3%. "
        "Больше всего республика продала Чили – на 2,9 млрд."
    )
    assert ("trade.exports", ("PER", "CHL"), 2.9e9, "2023-01/2023-08") in told(text)


def test_against_last_year_is_of_the_same_months() -> None:
    text = (
        "За девять месяцев 2023 года поставки Грузии в Чехию выросли: 43,4 тыс. тонн против 53,7 тыс. в прошлом году. "
        "Всего туда продано товаров на 120,2 млн долларов."
    )
    assert [period for *_, period in told(text)] == ["2023-01/2023-09", "2022-01/2022-09", "2023-01/2023-09"]


def test_an_aim_is_of_no_time_told_of_and_a_mark_that_was_passed_is() -> None:
    before = "В 2022 году оборот Чили и Перу вырос до 24 млрд долларов. "
    assert told(before + "Отметка в 40 миллиардов, которую поставили лидеры, уже близка.")[-1][3] == "None"
    assert told(before + "Он превысил отметку в 20 миллиардов долларов.")[-1][3] == "2022"


def test_a_plan_is_for_the_year_it_begins_in() -> None:
    found = told("Норвегия обязалась с 2027 года ежегодно поставлять Чехии 3 млрд кубометров газа.")
    assert found == [("energy.volume", ("NOR", "CZE"), 3e9, "2027")]


def test_whom_a_buyer_passed_buys_as_well() -> None:
    text = (
        "Экспорт Узбекистана за восемь месяцев 2023 года составил 23 млрд долларов. Больше всего республика продала "
        "Перу – на 2,9 млрд. Второе место занял Чад, который закупил узбекских товаров на 881,6 млн долларов и обошёл "
        "Чили с её 736,4 млн."
    )
    assert [(parties, value) for _, parties, value, _ in told(text)][-2:] == [
        (("UZB", "TCD"), 881.6e6),
        (("UZB", "CHL"), 736.4e6),
    ]


def test_within_a_year_is_to_the_same_months() -> None:
    text = (
        "За январь – апрель 2023 года товарооборот Перу достиг 12,5 млрд долларов. "
        "Закупки за рубежом увеличились за год на треть, до 7,3 млрд долларов."
    )
    assert {period for *_, period in told(text)} == {"2023-01/2023-04"}
