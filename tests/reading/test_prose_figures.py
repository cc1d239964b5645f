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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Бундестаг 390 голосами против 204 одобрил поставки; 61 депутат воздержался.",
            [(390, "units", ["DEU"]), (204, "units", ["DEU"]), (61, "persons", ["DEU"])],
        ),
        (
            "В Финляндии второй тур выиграл Александр Стубб, набравший 51,6% голосов.",
            [(51.6, "%", ["FIN", "person:Стубб"])],
        ),
        (
            "Партия взяла 17 мандатов из 101, а явка в Эстонии достигла 63 процентов.",
            [(17, "units", ["EST"]), (63, "%", ["EST"])],
        ),
    ],
)
def test_votes_are_those_of_a_chamber_a_people_or_a_candidate(text: str, expected: list[Any]) -> None:
    found = told(text)
    assert [(m["low"], m["unit"], m["parties"]) for m in found if m["metric"] == "vote"] == expected


@pytest.mark.parametrize(
    ("text", "metric", "low", "parties"),
    [
        ("Латвия тратит на армию 900 млн евро в год.", "military.spending", 9e8, ["LVA"]),
        ("Землетрясение в Непале унесло почти 9 тысяч жизней.", "casualties", 9000, ["NPL"]),
        ("Ливан принял полтора миллиона приезжих.", "migration", 1.5e6, ["LBN"]),
        ("В Норвегии завод стоимостью 300 млн евро построят за год.", "investment", 3e8, ["NOR"]),
        ("Грузия удержала 40 боевых кораблей.", "military.equipment", 40, ["GEO"]),
    ],
)
def test_metrics_have_many_words(text: str, metric: str, low: float, parties: list[str]) -> None:
    assert [(m["metric"], m["low"], m["parties"]) for m in told(text)] == [(metric, low, parties)]


def test_a_part_of_those_just_counted_is_counted_in_the_same() -> None:
    found = told("В Турции погибли 64 человека, из них 12 – дети, ранены 310.")
    assert [(m["metric"], m["low"], m["unit"]) for m in found] == [
        ("casualties", 64, "persons"), ("casualties", 12, "persons"), ("casualties", 310, "persons"),
    ]  # fmt: skip


def test_troops_are_of_somebody_and_somewhere() -> None:
    found = told("Ирак просил о помощи ещё летом. Там стоят 5 тысяч американских солдат.")
    assert [set(m["parties"]) for m in found] == [{"USA", "IRQ"}]


def test_what_follows_now_is_not_of_the_year_before() -> None:
    found = told("Экспорт Польши в Чехию в 1995 году составил 2 млрд долларов, теперь он перевалил за 30 млрд.")
    assert [(m["low"], m["period"]) for m in found] == [(2e9, "1995"), (30e9, None)]


def test_all_of_a_trade_is_with_everybody_only_where_that_is_said() -> None:
    assert [m["parties"] for m in told("Экспорт Чили в 2020 году составил 73 млрд долларов.")] == [["CHL"]]
    assert [m["parties"] for m in told("Внешняя торговля Чили выросла в 2020 году на 3%.")] == [["CHL"]]
    world = told("Экспорт Чили во все страны мира в 2020 году составил 73 млрд долларов.")
    assert [m["parties"] for m in world] == [["CHL", "WLD"]]


@pytest.mark.parametrize(
    ("text", "metric", "direction", "period"),
    [
        ("Инфляция в Польше достигла в 2022 году 14,4% – максимум за четверть века.", "inflation", "max", "2022"),
        ("Безработица в Чехии в 2019 году упала до 2%, ниже она не падала никогда.", "jobs", "min", "2019"),
        ("Экспорт Чили в Китай в 2020 году достиг 28 млрд долларов, наибольшей суммы со времён войны.",
         "trade.exports", "max", "2020"),
    ],
)  # fmt: skip
def test_a_record_takes_all_from_the_number_that_is_one(text: str, metric: str, direction: str, period: str) -> None:
    found = [m.to_json() for m in read(text, date(2023, 5, 5)).mentions if m.proposition.kind == "extreme"]
    assert [(m["metric"], m["direction"], m["period"]) for m in found] == [(metric, direction, period)]


def test_a_pronoun_of_a_partner_is_whoever_was_named_last() -> None:
    text = "Польша торгует с Литвой давно. Впрочем, Чехия важнее для Польши: оборот с ней достиг 25 млрд евро."
    assert [set(m["parties"]) for m in told(text)] == [{"POL", "CZE"}]


def test_whoever_counted_has_no_part_in_it() -> None:
    found = told("По данным миссии ООН, в Ливии за год погибли 3 тысячи человек.")
    assert [m["parties"] for m in found] == [["LBY"]]


def test_a_date_after_another_predicate_is_not_of_the_number_before_it() -> None:
    found = told("Дания тратит на оборону 1,4% ВВП, но обещает дойти до двух процентов к 2033 году.", date(2022, 3, 8))
    assert [(m["metric"], m["low"], m["period"]) for m in found] == [
        ("military.spending", 1.4, None), ("military.spending", 2, "2033"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Безработица в Перу превысила в марте 8 процентов.", [("jobs", 8, ">", ["PER"])]),
        ("Доля туризма в ВВП Хорватии достигла 11 процентов.", [("gdp.share", 11, "=", ["HRV"])]),
        (
            "На Норвегию приходится треть немецкого импорта природного газа.",
            [("energy.share", 33.3, "=", ["DEU", "NOR"])],
        ),
        ("Иордания приютила около 600 тысяч приезжих.", [("migration", 600_000, "~", ["JOR"])]),
        ("В половине десятого Перу проснулось.", []),
        ("Над Чехией кружили истребители, пресса писала о пяти министрах.", []),
    ],
)
def test_what_is_measured_stands_in_the_words_beside(text: str, expected: list[Any]) -> None:
    found = told(text)
    assert [(m["metric"], m["low"], m["bound"], sorted(m["parties"])) for m in found] == [
        (metric, low, bound, sorted(parties)) for metric, low, bound, parties in expected
    ]


def test_whoever_says_our_is_not_the_state_opposite() -> None:
    found = told("Мы, латыши, торгуем со всеми. Доля России в нашем экспорте упала ниже девяти процентов.")
    assert [m["parties"] for m in found] == [["LVA", "RUS"]]


def test_a_share_of_oneself_is_nobodys() -> None:
    assert told("Доля Китая в нашем экспорте – около четверти, пишут из Китая.") == []


def test_what_is_left_after_years_has_not_the_last_of_them() -> None:
    found = told("За тридцать лет Болгария потеряла четверть населения; осталось 6,9 миллиона.")
    assert [(m["kind"], m["low"], m["period"]) for m in found] == [
        ("change", 25, "1991/2021"), ("figure", 6.9e6, None),
    ]  # fmt: skip


def test_a_number_told_by_a_pronoun_is_of_what_was_spoken_of_before() -> None:
    """Whatever flow is told after it has a number of its own."""
    text = "Товарооборот Греции с Кипром вырос. В 2019 году он достиг 3 млрд евро, экспорт Греции составил 2 млрд."
    told = [str(m.proposition) for m in read(text, date(2020, 5, 4)).mentions if m.proposition.kind == "figure"]
    assert told == ["trade.turnover(GRC, CYP) in 2019 = 3e9 EUR", "trade.exports(GRC, CYP) in 2019 = 2e9 EUR"]
