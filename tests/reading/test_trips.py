"""Visits: whose and where, however little is said."""

from datetime import date

import pytest

from sverka.claims import Event
from sverka.reading.reader import read

DAY = date(2016, 5, 10)

TOLD = [
    ("В Каир едет президент Кипра Никос Анастасиадис.", "person:Анастасиадис", "CYP", "EGY"),
    ("Министр иностранных дел Чили Эральдо Муньос собирается в Лиму.", "person:Муньос", "CHL", "PER"),
    ("Завтра Обаму ждут в Хельсинки.", "person:Обама", "USA", "FIN"),
    ("Барак Обама сейчас в Осло.", "person:Обама", "USA", "NOR"),
    ("В Израиле Франсуа Олланд впервые.", "person:Олланд", "FRA", "ISR"),
    ("Президент Чехии Милош Земан появился в Пекине 3 мая.", "person:Земан", "CZE", "CHN"),
    ("Двое суток провёл в Иране с визитом президент Чехии Милош Земан.", "person:Земан", "CZE", "IRN"),
    ("Госсекретарь США Джон Керри с рабочим визитом находится в Ханое.", "person:Керри", "USA", "VNM"),
    ("Визит, который нанёс в Перу премьер Японии Синдзо Абэ, помог.", "person:Абэ", "JPN", "PER"),
    ("На прошлой неделе Ереван посетил министр обороны Ирана Хосейн Деган.", "person:Деган", "IRN", "ARM"),
]


def visits(text: str, above: str = "") -> list[Event]:
    """The visits read in a text."""
    found = [m.proposition for m in read(text, DAY, above=above).mentions]
    return [p for p in found if isinstance(p, Event) and p.type == "visit"]


@pytest.mark.parametrize(("text", "who", "of", "host"), TOLD)
def test_who_was_where(text: str, who: str, of: str, host: str) -> None:
    assert [(p.source, p.target) for p in visits(text)] == [((who, of), (host,))]


def test_whose_it_is_may_be_told_by_a_pronoun_and_where_by_the_sentence_before() -> None:
    (p,) = visits("После его визита в Россию всё изменилось.", above="В Токио говорили о премьере Японии Синдзо Абэ.")
    assert p.source == ("person:Абэ", "JPN")
    (p,) = visits("Визит Абэ состоится 14 мая.", above="Премьер Японии Синдзо Абэ прилетит в Марокко.")
    assert p.target == ("MAR",)


def test_the_present_of_a_day_to_come_tells_a_plan() -> None:
    found = read("Президент Финляндии Саули Ниинистё завтра едет в Осло.", DAY).mentions
    assert [m.modality for m in found if isinstance(m.proposition, Event)] == ["planned"]


@pytest.mark.parametrize("text", ["Посольство Чили находится в Осло.", "Нефть пошла в Китай.", "Дождя ждут в Осло."])
def test_what_does_not_travel_visits_nobody(text: str) -> None:
    assert not visits(text)
