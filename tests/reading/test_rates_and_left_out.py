"""Rates of growth, what befell how many, who is left out and who only estimates: figures as news words them."""

from datetime import date
from typing import Any

import pytest

from sverka.reading.reader import read

PUBLISHED = date(2019, 11, 20)


def told(text: str, published: date = PUBLISHED) -> list[dict[str, Any]]:
    found = (mention.to_json() for mention in read(text, published).mentions)
    return [claim for claim in found if claim["kind"] in ("figure", "change")]


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("В 2017 году рост ВВП Вьетнама составил 6,7%.", 6.7, "2017"),
        ("Темпы роста экономики Ганы в 2018 году были на уровне 6,2%.", 6.2, "2018"),
        ("ВВП Чили в 2018 году вырос на 4%. На 2020 год банк прогнозирует рост в 2,5%.", 2.5, "2020"),
    ],
)
def test_the_value_of_growth_is_a_rate(text: str, value: float, period: str) -> None:
    rate = next(claim for claim in told(text) if claim["low"] == value)
    assert (rate["kind"], rate["metric"], rate["period"]) == ("figure", "gdp.growth", period)


def test_what_an_economy_did_is_a_change() -> None:
    (claim,) = told("В 2017 году ВВП Вьетнама вырос на 6,7%.")
    assert (claim["kind"], claim["metric"], claim["direction"]) == ("change", "gdp", "+")


def test_a_list_of_rates_goes_on() -> None:
    claims = told(
        "Если в 2015 году рост ВВП Перу составлял 3,3%, то в 2016 году он ускорился до 4%, а в 2017-м - 2,5%."
    )
    assert [(c["metric"], c["period"], c["low"]) for c in claims] == [
        ("gdp.growth", "2015", 3.3), ("gdp.growth", "2016", 4.0), ("gdp.growth", "2017", 2.5),
    ]  # fmt: skip


def test_a_minus_is_a_fall() -> None:
    claims = told("В 2018 году экономика Аргентины сократилась. Фонд оценивает спад ВВП Аргентины в минус 2,6%.")
    assert [(c["direction"], c["low"], c["parties"]) for c in claims] == [("-", 2.6, ["ARG"])]


def test_whoever_it_befell_are_people() -> None:
    claims = told("В результате землетрясения в Непале погибли 12 сельчан, ещё 25 получили ранения, 1,2 тыс. умерли.")
    assert {c["unit"] for c in claims if c["metric"] == "casualties"} == {"persons"}


def test_a_year_glued_to_its_letter_is_no_billions() -> None:
    assert not [c for c in told("В мае 2008г. американцы проиграли Кубе.") if c["low"] > 1e6]


def test_what_when_brings_in_is_of_the_date_before_it() -> None:
    claims = told("Это самый низкий показатель с 2009 года, когда рост ВВП Турции составил 1%.")
    assert [c["period"] for c in claims] == ["2009"]


def test_months_may_be_told_from_end_to_end() -> None:
    (claim,) = told("За период с июля по конец сентября ВВП Индии вырос на 4,5%.")
    assert claim["period"] == "2019-07/2019-09"


def test_who_is_left_out_is_no_party() -> None:
    (claim,) = told("Военные расходы стран НАТО, исключая США, составили в 2018 году 300 млрд долларов.")
    assert claim["parties"] == ["NATO"]


def test_who_only_estimates_is_no_party() -> None:
    (claim,) = told("МВФ ожидает в Италии в 2019 году сокращения ВВП на 0,5%.")
    assert claim["parties"] == ["ITA"]


def test_the_same_change_in_another_unit() -> None:
    claims = told("В 2018 году внешний долг Замбии вырос на 1,3 млрд долларов, или 15%.")
    assert [(c["kind"], c["metric"], c["unit"]) for c in claims] == [("change", "debt", "USD"), ("change", "debt", "%")]


def test_the_price_of_oil_is_no_volume() -> None:
    (claim,) = told("Цены на нефть для Белоруссии выросли с начала 2018 года на 15%.")
    assert claim["metric"] == "price"
