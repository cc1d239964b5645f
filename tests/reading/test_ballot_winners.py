"""For whom votes were cast: candidates, parties, those a chamber decides on, and resolutions of the United Nations."""

from datetime import date
from typing import Any

import pytest

from sverka.reading.reader import read


def votes(text: str) -> list[tuple[float, str, list[str]]]:
    """Value, unit and parties of every number of votes in a text."""
    found: list[dict[str, Any]] = [m.to_json() for m in read(text, date(2016, 5, 10)).mentions]
    return [(m["low"], m["unit"], m["parties"]) for m in found if m["kind"] == "figure" and m["metric"] == "vote"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "На выборах в Гане Нана Акуфо-Аддо получил 53,8% голосов, а действующий президент Джон Махама – 44,4%.",
            [(53.8, "%", ["GHA", "person:Акуфо-Аддо"]), (44.4, "%", ["GHA", "person:Махама"])],
        ),
        (
            "Президентом Перу избран Педро Кучински. Он набрал 50,1 процента голосов. "
            "Его соперница Кейко Фухимори получила 49,9%.",
            [(50.1, "%", ["PER", "person:Кучински"]), (49.9, "%", ["PER", "person:Фухимори"])],
        ),
        (
            "За Эмиля Спасова проголосовали 31,2% избирателей Болгарии, за Румена Радева – 45%.",
            [(31.2, "%", ["BGR", "person:Спасов"]), (45, "%", ["BGR", "person:Радев"])],
        ),
        (
            "Сенат США утвердил Рекса Тиллерсона на посту госсекретаря. "
            "За его кандидатуру высказались 56 сенаторов, против — 43.",
            [(56, "persons", ["USA", "person:Тиллерсон"]), (43, "persons", ["USA", "person:Тиллерсон"])],
        ),
        (
            "Кандидатуру Яценюка на пост премьера Украины поддержал 341 депутат, 20 воздержались.",
            [(341, "persons", ["UKR", "person:Яценюк"]), (20, "persons", ["UKR", "person:Яценюк"])],
        ),
    ],
)
def test_votes_are_those_of_who_won_them(text: str, expected: list[Any]) -> None:
    assert votes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "По итогам выборов в Польше партия «Право и справедливость» получила 235 мест в сейме, "
            "«Гражданская платформа» – 138.",
            [
                (235, "units", ["POL", "org:Право и справедливость"]),
                (138, "units", ["POL", "org:Гражданская платформа"]),
            ],
        ),
        (
            "Лейбористская партия Великобритании завоевала 232 мандата, консерваторы – 331.",
            [(232, "units", ["GBR", "org:Лейбористская партия"]), (331, "units", ["GBR", "org:консерваторы"])],
        ),
        (
            "Социал-демократы получили 113 из 349 мест в риксдаге Швеции.",
            [(113, "units", ["SWE", "org:социал-демократы"])],
        ),
    ],
)
def test_seats_are_those_of_a_party(text: str, expected: list[Any]) -> None:
    assert votes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "За резолюцию по Судану проголосовали 10 членов Совета Безопасности ООН, пятеро воздержались.",
            [(10, "units", ["UN", "SDN"]), (5, "units", ["UN", "SDN"])],
        ),
        (
            "Генассамблея ООН приняла резолюцию с осуждением обстрелов, которые Армения ведёт на границе. "
            "За документ проголосовали 79 стран, против выступили 15.",
            [(79, "units", ["UN"]), (15, "units", ["UN"])],
        ),
        (
            "Парламент Чехии принял резолюцию о событиях 1915 года в Турции. За документ голосовали 104 депутата.",
            [(104, "persons", ["CZE"])],
        ),
    ],
)
def test_resolutions_are_of_the_united_nations_or_of_a_parliament(text: str, expected: list[Any]) -> None:
    assert votes(text) == expected


def test_a_turnout_is_of_no_candidate() -> None:
    text = "Президентом Молдавии избрана Майя Санду. Явка составила 53,5%."
    assert all(not p.startswith("person:") for _, _, parties in votes(text) for p in parties)


def test_shares_of_a_firm_are_no_votes() -> None:
    assert votes("Компания получила 30% акций порта в Греции.") == []


@pytest.mark.parametrize(
    ("text", "metric", "parties"),
    [
        ("За вступление в НАТО, по данным опроса, высказались 74% грузин.", "poll", [["GEO", "NATO"]]),
        (
            "По результатам опроса, за Зеленского готовы проголосовать 19% украинцев, за Порошенко – 13%.",
            "poll",
            [["UKR", "person:Зеленский"], ["UKR", "person:Порошенко"]],
        ),
        (
            "Рейтинг на Украине возглавляет Юлия Тимошенко – 20,7%, за ней Владимир Зеленский с 13,6%.",
            "poll",
            [["UKR", "person:Тимошенко"], ["UKR", "person:Зеленский"]],
        ),
        (
            "Первый тур выборов во Франции: Эммануэль Макрон – 24%, Марин Ле Пен – 21,3%.",
            "vote",
            [["FRA", "person:Макрон"], ["FRA", "person:Ле Пен"]],
        ),
    ],
)
def test_what_people_are_asked_is_a_poll(text: str, metric: str, parties: list[list[str]]) -> None:
    found = [m.to_json() for m in read(text, date(2019, 2, 10)).mentions]
    assert [m["parties"] for m in found if m.get("metric") == metric] == parties


def test_states_vote_in_the_united_nations() -> None:
    text = (
        "Итоги голосования: из 193 членов ООН текст поддержали 120, ещё 35 воздержались, включая Китай. "
        "Десять стран не голосовали. Против высказались пятеро – Сирия, Иран, Куба, Мали и Судан."
    )
    assert votes(text) == [(n, "units", ["UN"]) for n in (120, 35, 10, 5)]


def test_two_states_are_no_people() -> None:
    found = read("Китай и Индия – два государства с огромным населением.", date(2016, 5, 10)).mentions
    assert not [m for m in found if m.to_json()["kind"] == "figure"]
