"""Numbers told in lists and brackets: each item's own name, the same sum again, members of a body, shares of output."""

from datetime import date
from typing import Any

import pytest

from sverka.reading.reader import read

PUBLISHED = date(2023, 10, 5)


def told(text: str) -> list[dict[str, Any]]:
    found = (mention.to_json() for mention in read(text, PUBLISHED).mentions)
    return [claim for claim in found if claim["kind"] in ("figure", "change")]


def test_a_dash_gives_a_number_to_the_name_behind_it() -> None:
    claims = told("Инвестиции в Африку: 30 млрд долларов – Китай, 8 млрд – Индия и 5 млрд – Турция.")
    assert [set(c["parties"]) for c in claims] == [
        {"place:Африка", "CHN"}, {"place:Африка", "IND"}, {"place:Африка", "TUR"},
    ]  # fmt: skip
    assert {c["metric"] for c in claims} == {"investment"}


def test_a_bracket_goes_on_with_what_the_sentence_measures() -> None:
    claims = told(
        "Литва лидирует по доле военных расходов в ВВП с показателем 3%, за ней идут Дания (2%) и Чехия (1,6%)."
    )
    assert [(c["metric"], c["parties"], c["low"]) for c in claims] == [
        ("military.spending", ["LTU"], 3.0), ("military.spending", ["DNK"], 2.0), ("military.spending", ["CZE"], 1.6),
    ]  # fmt: skip


def test_a_sum_told_again_in_another_currency_is_of_the_same() -> None:
    claims = told("Внешний долг Монголии составил 105 трлн тугриков (30,5 млрд долларов).")
    assert [(c["metric"], c["parties"], c["unit"]) for c in claims] == [
        ("debt", ["MNG"], "MNT"), ("debt", ["MNG"], "USD"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "bodies", "count"),
    [
        ("Африканский союз объединяет 55 государств континента.", ["org:Африканский союз"], 55),
        ("В ОПЕК входят 13 стран.", ["OPEC"], 13),
        ("Независимость края признали 22 члена Евросоюза.", ["EU"], 22),
        ("АСЕАН растёт. Экономики десяти государств, входящих в объединение, дополняют ЕАЭС.", ["ASEAN"], 10),
    ],
)
def test_members_of_a_body_are_counted(text: str, bodies: list[str], count: int) -> None:
    claims = told(text)
    assert [(c["metric"], c["parties"], c["low"], c["unit"]) for c in claims] == [("other", bodies, count, "units")]


@pytest.mark.parametrize("text", ["Финляндия – тридцать первый член НАТО.", "Товарооборот двух стран вырос."])
def test_which_member_and_both_of_them_are_no_counts(text: str) -> None:
    assert [c for c in told(text) if c["kind"] == "figure"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Центральный банк Ганы повысил ключевую ставку до 30%.",
        "С начала года чилийский песо потерял 20% стоимости.",
        "Фондовый рынок Чили рухнул на 6%.",
    ],
)
def test_interest_currencies_and_exchanges_are_no_prices_of_goods(text: str) -> None:
    assert [c["metric"] for c in told(text)] == ["other"]


def test_a_forecast_of_growth_is_a_rate() -> None:
    claims = told("Министерство понизило прогноз по росту ВВП Перу на 2023 год до 1,1% с 2,5%.")
    assert {(c["kind"], c["metric"]) for c in claims} == {("figure", "gdp.growth")}


def test_soldiers_under_contract_are_counted_as_others() -> None:
    (claim,) = told("Казахстан увеличит число военнослужащих по контракту на 5 тысяч человек.")
    assert (claim["kind"], claim["direction"]) == ("change", "+")


@pytest.mark.parametrize(
    ("text", "kind", "direction", "value"),
    [
        ("Расходы на оборону наращивают Швеция (на 2 млрд долларов больше) и другие.", "change", "+", 2e9),
        ("Военные расходы Норвегии: прирост в 3 млрд долларов за год.", "change", "+", 3e9),
        ("Добыча газа в Алжире составила 90 млрд кубометров (на 2% меньше).", "change", "-", 2),
        ("За год Чад лишился 30% поступлений в бюджет.", "change", "-", 30),
    ],
)
def test_by_how_much_is_a_change(text: str, kind: str, direction: str, value: float) -> None:
    claims = [(c["kind"], c["direction"]) for c in told(text) if c["low"] == value]
    assert claims == [(kind, direction)]


def test_months_of_a_year_named_are_of_that_year() -> None:
    (claim,) = told("Экспорт Кении по итогам пяти месяцев 2022 года составил 3 млрд долларов.")
    assert claim["period"] == "2022-01/2022-05"
