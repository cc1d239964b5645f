"""Whose a figure is and what it counts, as papers write it: who only reports, whom «мы» means, what goes on."""

from datetime import date

import pytest

from sverka.reading.reader import read

Told = tuple[str, set[str], float, str | None]


def told(text: str, published: str = "2019-06-01", above: str = "") -> list[Told]:
    """Metric, parties, upper value and period of the figures and changes of a text."""
    found = [m.to_json() for m in read(text, date.fromisoformat(published), above=above).mentions]
    return [
        (j["metric"], set(j["parties"]), j["high"], j["period"]) for j in found if j["kind"] in ("figure", "change")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Еврокомиссия и ООН сообщили в мае, что Сомали покинули более 900 тысяч беженцев.",
            [("migration", {"SOM"}, 9e5, None)],
        ),
        ("МЧС Ирана сообщило, что при наводнении погибли 70 человек.", [("casualties", {"IRN"}, 70.0, None)]),
        (
            "Более 30 тысяч граждан Эритреи бежали в Судан, когда начались военные действия.",
            [("migration", {"ERI", "SDN"}, 3e4, None)],
        ),
        ("В Ливане при взрыве погибли четыре миротворца ООН.", [("casualties", {"LBN", "UN"}, 4.0, None)]),
    ],
)
def test_who_reports_is_no_party(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


def test_the_country_is_the_one_spoken_of() -> None:
    text = "ВВП Перу вырос за 2018 год на 4 процента. В стране живут 32 миллиона человек."
    found = told(text, above="Что ждёт Чили\nЧили меняет экономику, и Чили не одна.")
    assert ("population", {"PER"}, 32e6, None) in found


def test_mutual_trade_goes_on_inside_its_union() -> None:
    text = "Взаимная торговля внутри МЕРКОСУР выросла на 9%. "
    text += "Объём взаимной торговли в 2018 году составил 44 млрд долларов."
    found = told(text, above="Аргентина и Бразилия спорят о пошлинах.")
    assert found[-1][:3] == ("trade.turnover", {"org:МЕРКОСУР"}, 44e9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Армия Франции потеряла 1 тыс. 310 человек.", ("casualties", {"FRA"}, 1310.0, None)),
        ("НАТО разместило в Эстонии около 1200 войск.", ("military.personnel", {"NATO", "EST"}, 1200.0, None)),
        (
            "Товарооборот Перу с Чили составил в 2017 году 3 млрд 450,5 млн долларов.",
            ("trade.turnover", {"PER", "CHL"}, 3450.5e6, "2017"),
        ),
        ("На референдуме «за» проголосовали бы 43 процента чехов.", ("poll", {"CZE"}, 43.0, None)),
        ("Падение ВВП Италии в 2013 году составит 1,8 процента.", ("gdp", {"ITA"}, 1.8, "2012/2013")),
    ],
)
def test_numbers_and_what_they_count(text: str, expected: Told) -> None:
    assert told(text) == [expected]


def test_each_end_of_a_rise_has_its_own_month() -> None:
    text = "Инфляция в Венгрии по итогам мая ускорилась до 9,5% с 8,1% в апреле."
    assert [(v, p) for _, _, v, p in told(text, "2022-06-10")] == [(9.5, "2022-05"), (8.1, "2022-04")]


def test_those_asked_stay_those_asked() -> None:
    text = "34% опрошенных поляков считают, что Венгрия – друг. Врагом Венгрию назвали 12% респондентов."
    assert [(m, p) for m, p, *_ in told(text)] == [("poll", {"POL", "HUN"})] * 2


def test_whose_share_a_list_tells_stands_before_it() -> None:
    text = "Наибольшая доля торговли Перу приходится на Китай – 32% и на Чили – 5%."
    assert [(m, p) for m, p, *_ in told(text)] == [("trade.share", {"PER", "CHN"}), ("trade.share", {"PER", "CHL"})]


def test_we_are_the_state_of_the_paper() -> None:
    above = "Чужие товары\n\nThe Nation, Кения\n\nмай 12-го, 2019\n\nО Китае спорят все. Китай строит и в Найроби."
    text = "Импортируем мы оттуда товаров на 5 миллиардов долларов. В Сомали погибли 40 наших солдат."
    found = [m.to_json() for m in read(text, date(2019, 5, 14), above=above).mentions]
    flow = next(j for j in found if j["metric"] == "trade.imports")
    assert flow["parties"] == ["KEN", "CHN"]
    lost = next(j for j in found if j["metric"] == "casualties")
    assert set(lost["parties"]) == {"KEN", "SOM"}


def test_the_day_a_paper_came_out_dates_no_figure() -> None:
    found = told("Безработица в Дании достигла 5,3%.", "2018-03-05", "Aftenposten\n\nмарт 3-го, 2018")
    assert found == [("jobs", {"DNK"}, 5.3, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Чили и Перу подвели итоги. По данным таможни Чили, товарооборот двух стран достиг 4 млрд долларов.",
            ("trade.turnover", {"CHL", "PER"}, 4e9, None),
        ),
        ("Италия уходит из Нигера. Вывод 300 военных займёт месяц.", ("military.personnel", {"ITA", "NER"}, 300, None)),
        ("Норвегия вошла в НАТО. Граница альянса с Россией удлинилась на 196 км.", ("distance", {"NATO", "RUS"}, 196)),
        ("Турция ввела в Африку 2 тысячи солдат.", ("military.personnel", {"TUR", "place:Африка"}, 2000, None)),
        (
            "В иракском городе Фаллуджа погибли пять солдат.",
            ("casualties", {"IRQ"}, 5, None),
        ),
        (
            "Швеция обсуждает НАТО. За вступление высказались 48 процентов опрошенных.",
            ("poll", {"SWE", "NATO"}, 48, None),
        ),
        ("Ставка пошлины на сталь из Бразилии составляла 10%. Она повышена до 25%.", ("tariff", {"BRA"}, 25)),
        (
            "На выборах в Австрии народники получили 31% голосов. На втором месте – социалисты с 27%.",
            ("vote", {"AUT", "org:социалисты"}, 27, None),
        ),
        (
            "Военные расходы Дании превысили 5% расходов бюджета, или 1,4% ВВП.",
            ("military.spending", {"DNK"}, 1.4, None),
        ),
        ("Расходы на оборону в Чили составляют 2% ВВП. И только в Эквадоре – 3%.", ("military.spending", {"ECU"}, 3)),
    ],
)
def test_what_is_told_goes_on(text: str, expected: tuple[object, ...]) -> None:
    last = told(text)[-1]
    assert last[: len(expected)] == expected


def test_a_date_behind_a_dash_is_of_its_amount() -> None:
    text = "Банк ждёт инфляции в Венгрии на текущий год на уровне 14% и 6% – в 2024 году."
    assert [(v, p) for _, _, v, p in told(text, "2023-04-02")] == [(14, "2023"), (6, "2024")]


def test_what_is_named_is_surer_than_what_is_gone_on_with() -> None:
    text = "Безработица в Дании достигла 5,3%. Доходы упали на 4%, а врачи говорят о 12%."
    sure, *rest = [m.confidence or 0.0 for m in read(text, date(2018, 3, 5)).mentions]
    assert rest and sure > max(rest) + 0.1
