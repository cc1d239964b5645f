"""Offices of bodies, and whom they belong to: organs of a union, bodies with a short name, titles that follow each
other."""

from datetime import date

import pytest

from sverka.claims import Office
from sverka.reading.analysis import analyse
from sverka.reading.offices import offices
from sverka.reading.reader import analysed

DAY = date(2015, 6, 1)


def read(text: str, published: date | None = DAY) -> list[tuple[str, str, str]]:
    found = [m.proposition for m in offices(analysed(analyse(text, published, "ru")))]
    return [(p.person.removeprefix("person:"), p.office, p.state) for p in found if isinstance(p, Office)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Генсек ОБСЕ Ламберто Заньер уехал.", ("Заньер", "other:генеральный секретарь", "OSCE")),
        ("Гендиректор ВТО Роберту Азеведу молчит.", ("Азеведу", "other:генеральный директор", "WTO")),
        (
            "Глава Еврокомиссии Жан-Клод Юнкер прибыл в Ригу.",
            ("Юнкер", "other:глава Еврокомиссии", "EU"),
        ),
        (
            "С ним говорил глава военной миссии ЕС Герхард Мюллер.",
            ("Мюллер", "other:глава военной миссии", "EU"),
        ),
        (
            "Президент Азиатского банка развития (АБР) Такэхико Накао.",
            ("Накао", "other:президент", "ADB"),
        ),
        (
            "Саммит АСЕАН закрылся. Генеральный секретарь организации Ле Лыонг Минь доволен.",
            ("Ле Лыонг Минь", "other:генеральный секретарь", "ASEAN"),
        ),
        ("Кристин Лагард возглавляет МВФ.", ("Лагард", "other:глава", "IMF")),
        (
            "Первый секретарь обкома КПРФ Иван Седых ушёл.",
            ("Седых", "other:первый секретарь обкома", "org:КПРФ"),
        ),
        (
            "Выступил вице-премьер, министр финансов Болгарии Владислав Горанов.",
            ("Горанов", "other:вице-премьер", "BGR"),
        ),
        (
            "Приехал министр экономики, труда и социальной защиты Молдавии Степан Кристя.",
            ("Кристя", "other:министр экономики, труда и социальной защиты", "MDA"),
        ),
        ("Заведующий отделом печати МИД Чехии Ян Пиша.", ("Пиша", "other:заведующий отделом печати МИД", "CZE")),
        ("Восьмым президентом Ирландии была Мэри Макэлис.", ("Макэлис", "head_of_state", "IRL")),
        ("Седьмой генеральный секретарь ООН Кофи Аннан умер.", ("Аннан", "other:генеральный секретарь", "UN")),
        ("Мэр Марселя Жан-Клод Годен открыл выставку.", ("Годен", "other:мэр Марселя", "FRA")),
        (
            "Министром обороны назначен губернатор Подмосковья Сергей Шойгу.",
            ("Шойгу", "defence_minister", "RUS"),
        ),
        ("Оттуда родом и министр Гвинеи Мамаду Туре.", ("Туре", "other:министр", "GIN")),
    ],
)
def test_titles_of_bodies_and_their_wording(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Албания и Черногория должны стать членами ЕС, сказал Хан.",
        "Хан сообщил о решении стать государством-наблюдателем при союзе.",
        "Решение было принято министрами обороны Италии и Греции. Маттео Ренци доволен.",
    ],
)
def test_what_states_become_and_what_ministers_decide_is_nobodys_office(text: str) -> None:
    assert read(text) == []


def test_offices_of_a_list_are_all_those_of_the_subject() -> None:
    found = read("Луиджи Ди Майо был вице-премьером (одним из двух) и министром труда Италии.")
    assert found == [("Ди Майо", "other:вице-премьер", "ITA"), ("Ди Майо", "other:министр труда", "ITA")]


def test_a_sentence_without_a_subject_is_about_the_person_before() -> None:
    found = read(
        "В Лиме умер Хорхе Барранко, с ним был Педро Кахас. Барранко любили. С 1995 года был послом Перу в Чили."
    )
    assert ("Барранко", "other:посол в Чили", "PER") in found


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        ("Арестовали министра экономики Мали Абдулайе Даффе.", "Даффе"),
        ("Свергли президента Мали Кейту.", "Кейта"),
        ("Сослались на министра Турции Мехмета Пазарбашиоглу.", "Пазарбашиоглу"),
    ],
)
def test_a_name_stands_in_the_case_of_its_title(text: str, surname: str) -> None:
    assert [name for name, _, _ in read(text)] == [surname]


def test_an_office_that_is_sought_is_nobodys() -> None:
    text = "Борис Тадич молчал. На пост президента Сербии выдвинут Томислав Николич."
    assert all(name != "Тадич" for name, _, _ in read(text))
