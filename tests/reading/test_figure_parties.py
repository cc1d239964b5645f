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
