"""Numbers with hardly a word of their own: in a bracket behind a name, by the barrel, in a list spoken of before."""

from datetime import date
from typing import Any

import pytest

from sverka.reading.reader import read

PUBLISHED = date(2022, 4, 25)


def told(text: str, above: str = "") -> list[dict[str, Any]]:
    found = (mention.to_json() for mention in read(text, PUBLISHED, above=above).mentions)
    return [claim for claim in found if claim["kind"] in ("figure", "change")]


def test_military_spending_of_states_is_no_count_of_soldiers() -> None:
    (claim,) = told("Объём военных расходов стран АСЕАН составил в 2021 году 43 млрд долларов.")
    assert (claim["metric"], claim["parties"], claim["period"]) == ("military.spending", ["ASEAN"], "2021")


def test_what_a_state_spends_on_its_own_defence_is_no_aid() -> None:
    (claim,) = told("В прошлом году Швеция выделила на свою оборону 7,9 млрд долларов.")
    assert (claim["metric"], claim["parties"], claim["period"]) == ("military.spending", ["SWE"], "2021")


def test_a_bracket_behind_a_name_tells_its_number() -> None:
    claims = told(
        "На второй позиции Индия (76,6 млрд долларов), на третьей – Япония (54,1 млрд долларов).",
        above="В 2021 году военные бюджеты азиатских стран продолжали расти.",
    )
    assert [(c["metric"], c["parties"]) for c in claims] == [
        ("military.spending", ["IND"]), ("military.spending", ["JPN"]),
    ]  # fmt: skip


def test_so_much_for_a_barrel_is_a_price() -> None:
    claims = told("В Алжире считают справедливыми 90 долларов за баррель.")
    assert [c["metric"] for c in claims] == ["price"]


def test_a_quota_is_of_whoever_exports() -> None:
    claims = told(
        "Квота на экспорт нефти Нигерии сократится на 300 тыс. баррелей в сутки. "
        "Квота экспорта Алжира снижается на 100 тыс. баррелей в сутки."
    )
    assert [c["parties"] for c in claims] == [["NGA"], ["DZA"]]


def test_this_country_is_the_one_named_last() -> None:
    claims = told(
        "Чили закупает газ. Половина поставок приходится на Боливию. Ежегодно эта страна добывает 15 млн тонн."
    )
    assert claims[-1]["parties"][0] == "BOL"


def test_an_ordinary_word_that_opens_a_sentence_is_nobody() -> None:
    claims = told('Доля "дружественных стран" во внешней торговле Ирана выросла до 82%.')
    assert not [p for c in claims for p in c["parties"] if p.startswith("org:")]


def test_those_among_whom_it_befell_are_of_the_same() -> None:
    claims = told("В Сомали погибли 15 человек, в том числе шестеро мирных жителей.")
    assert [c["metric"] for c in claims] == ["casualties", "casualties"]


def test_exit_polls_ask_and_do_not_count() -> None:
    claims = told("Экзитполы показали, что в Чили Габриэль Борич набирает 55% голосов.")
    assert [c["metric"] for c in claims] == ["poll"]


def test_money_sent_home_is_no_migration() -> None:
    claims = told("В 2021 году из Италии в Молдавию перевели 400 млн долларов.")
    assert [(c["metric"], set(c["parties"])) for c in claims] == [("other", {"ITA", "MDA"})]


def test_investments_and_loans_are_investments() -> None:
    claims = told("Сумма инвестиций и кредитов Китая в Узбекистан составила 3 млрд долларов.")
    assert [c["metric"] for c in claims] == ["investment"]


def test_seats_won_are_votes() -> None:
    claims = told("На выборах в Японии партия получила 296 мест из 480 в нижней палате парламента.")
    assert ("vote", ["JPN"], 296) in [(c["metric"], c["parties"], c["low"]) for c in claims]


def test_a_bare_share_goes_on_with_what_was_spoken_of() -> None:
    claims = told("Инфляция в Турции ускоряется. Её резкий рост (с 48% до 61%) застал всех врасплох.")
    assert {c["metric"] for c in claims} == {"inflation"}


@pytest.mark.parametrize(
    ("text", "low", "party"),
    [
        ("Число жертв теракта в Ираке возросло до 45.", 45, "IRQ"),
        ("Число погибших при наводнении на Филиппинах достигло как минимум 114.", 114, "PHL"),
        ("Погибли более тысячи человек в Чаде.", 1000, "TCD"),
        ("Солдаты Нигерии уничтожили 12 боевиков.", 12, "NGA"),
        ("Потери украинской армии составили 10 тысяч человек.", 10000, "UKR"),
    ],
)
def test_a_toll_is_of_people(text: str, low: float, party: str) -> None:
    found = [m.to_json() for m in read(text, date(2019, 2, 10)).mentions]
    tolls = [(m["low"], m["unit"], m["parties"]) for m in found if m.get("metric") == "casualties"]
    assert tolls == [(low, "persons", [party])]
