"""Where troops are stays told while those who send them change; what only carries somebody is no arms."""

from datetime import date
from typing import Any

from sverka.reading.reader import read


def told(text: str) -> list[tuple[Any, ...]]:
    found = [mention.to_json() for mention in read(text, date(2016, 5, 10)).mentions]
    return [(c["low"], c["metric"], set(c["parties"])) for c in found if c["kind"] == "figure"]


def test_the_host_of_the_sentence_before() -> None:
    claims = told(
        "Накануне в Мали прибыли миротворцы. Основу контингента составили французы; Чад прислал батальон в двести "
        "человек, Нигер – сто бойцов спецназа."
    )
    assert claims == [
        (200, "military.personnel", {"TCD", "MLI"}),
        (100, "military.personnel", {"NER", "MLI"}),
    ]


def test_a_base_has_two_sides() -> None:
    claims = told(
        "Договор оставляет французскую базу в Джибути до 2040 года. Гарнизоны стоят в столице Джибути, общая "
        "численность – около полутора тысяч военнослужащих."
    )
    assert claims == [(1500, "military.personnel", {"FRA", "DJI"})]


def test_there_is_where_the_text_is_about() -> None:
    claims = told(
        "Американская база в Кении закрывается. США разместили военных в Кении, когда началась война в Сомали; "
        "сейчас там служат более тысячи американцев."
    )
    assert claims == [(1000, "military.personnel", {"USA", "KEN"})]


def test_planes_that_carry_are_not_counted() -> None:
    assert told("Домой на десяти самолётах вылетели военные Ганы. Того хватило одного самолёта.") == []


def test_war_is_told_of_both() -> None:
    claims = told("Чад и Судан снова воюют. Чад отверг перемирие, Судан тоже. Бои унесли пять тысяч жизней.")
    assert claims == [(5000, "casualties", {"TCD", "SDN"})]
