"""Who stands over against a party: givers, those a strike befell, peoples asked, candidates, those who left."""

from datetime import date
from typing import Any

import pytest

from sverka.reading.reader import read

PUBLISHED = date(2021, 6, 20)


def told(text: str) -> list[dict[str, Any]]:
    found = (mention.to_json() for mention in read(text, PUBLISHED).mentions)
    return [claim for claim in found if claim["kind"] in ("figure", "change")]


def test_who_gives_stays_while_who_gets_changes() -> None:
    claims = told(
        "Сенат США обсудил помощь Египту на сумму 2 миллиарда долларов. "
        "Предлагается выделить 300 миллионов долларов для Туниса."
    )
    assert [set(c["parties"]) for c in claims] == [{"USA", "EGY"}, {"USA", "TUN"}]


def test_whoever_else_gives_is_not_who_gave_before() -> None:
    claims = told(
        "Япония выделила Непалу помощь в размере 50 млн долларов. Фонд перечислил Непалу 7 млн долларов помощи."
    )
    assert claims[-1]["parties"] == ["NPL"]


def test_whom_a_strike_befell_is_not_whose_it_was() -> None:
    (claim,) = told("Число погибших от турецкого ракетного обстрела в Ираке выросло до 9 человек.")
    assert claim["parties"] == ["IRQ"]


def test_soldiers_who_died_abroad_are_of_two_states() -> None:
    (claim,) = told("В Мали погибли пять французских солдат.")
    assert set(claim["parties"]) == {"FRA", "MLI"}


def test_a_poll_in_a_text_about_two_states_is_of_both() -> None:
    claims = told("Опрос показал, что Япония остаётся важным партнёром Вьетнама. Такое мнение высказали 61% граждан.")
    assert [set(c["parties"]) for c in claims] == [{"VNM", "JPN"}]


def test_a_people_asked_about_its_own_state() -> None:
    claims = told("Россия влияет на Эстонию слабо. 90% эстонцев заявили, что привязаны к Эстонии.")
    assert [c["parties"] for c in claims] == [["EST"]]


def test_votes_that_a_candidate_gained_are_of_them_too() -> None:
    (claim,) = told("В Перу на выборах Педро Кастильо набрал 8 836 380 голосов.")
    assert set(claim["parties"]) == {"PER", "person:Кастильо"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Из-за войны Йемен покинули более 300 тысяч человек.", 300_000),
        ("Турция обеспечит возвращение домой одного миллиона сирийцев.", 1_000_000),
    ],
)
def test_those_who_left_and_came_back_are_migrants(text: str, value: float) -> None:
    claims = [c for c in told(text) if c["low"] == value]
    assert [c["metric"] for c in claims] == ["migration"]


def test_aid_may_be_told_in_tonnes() -> None:
    claims = told("Индия отправила в Непал 20 тонн гуманитарной помощи.")
    assert [(c["metric"], c["unit"], set(c["parties"])) for c in claims] == [("aid", "t", {"IND", "NPL"})]


def test_at_least_may_have_a_comma() -> None:
    (claim,) = told("При наводнении в Гане погибли, по меньшей мере, 14 человек.")
    assert (claim["low"], claim["bound"]) == (14, ">")


def test_help_is_of_whom_the_text_names_besides() -> None:
    claims = told("Катар помогает Ливану. МЧС Катара доставит 70 тонн помощи.")
    assert [set(c["parties"]) for c in claims] == [{"QAT", "LBN"}]


def test_an_army_at_home_is_of_one_state() -> None:
    claims = told("Армия Индии больше пакистанской. В индийской армии служат 1,4 миллиона человек.")
    assert [c["parties"] for c in claims] == [["IND"]]


def test_a_sum_before_for_whom_goes_on_in_the_same_money() -> None:
    claims = told("США выделят 9 миллиардов долларов для Египта, 4,5 миллиарда для Иордании.")
    assert [(c["low"], c["unit"]) for c in claims] == [(9e9, "USD"), (4.5e9, "USD")]


def test_the_price_of_oil_is_everybodys() -> None:
    claims = told("На торгах в Лондоне нефть подешевела на 5%. Цена на нефть опустилась до 60 долларов за баррель.")
    assert [(c["metric"], c["parties"]) for c in claims] == [("price", ["WLD"]), ("price", ["WLD"])]


def test_what_a_state_owes_to_all_is_not_of_its_last_lender() -> None:
    claims = told(
        "Замбия получила от Китая кредит в размере 800 млн долларов. "
        "Общая задолженность страны достигнет 11 млрд долларов."
    )
    assert claims[-1]["parties"] == ["ZMB"]


def test_a_region_lies_in_the_state_the_text_is_about() -> None:
    claims = told("Не менее 12 человек погибли в провинции Хама. Сирийские власти сообщили, что в Сирии траур.")
    assert [c["parties"] for c in claims] == [["SYR"]]


def test_investments_lie_between_two() -> None:
    claims = told(
        "Турция торгует с Грузией. Объём накопленных турецких капиталовложений составляет 2 миллиарда долларов."
    )
    assert [set(c["parties"]) for c in claims] == [{"TUR", "GEO"}]


def test_spending_told_in_per_cent_of_output_is_spending() -> None:
    (claim,) = told("Затраты на сферу обороны Чада составили 2,9% ВВП.")
    assert (claim["metric"], claim["parties"]) == ("military.spending", ["TCD"])
