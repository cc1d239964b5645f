"""Titles in two words, of the republic, of spokesmen; whose they are where several persons are named."""

from datetime import date

import pytest

from sverka.reading.reader import read


def told(text: str) -> list[tuple[str, str, str]]:
    found = [m.proposition for m in read(text, date(2019, 5, 10)).mentions if m.proposition.kind == "office"]
    return [(p.person.removeprefix("person:"), p.office, p.state) for p in found]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Премьер министр Греции Алексис Ципрас прилетел.", ("Ципрас", "head_of_government", "GRC")),
        ("Он принял премьер министра Индии Нарендру Моди.", ("Моди", "head_of_government", "IND")),
        ("Экс-премьер министр Италии Романо Проди выступил.", ("Проди", "head_of_government", "ITA")),
        ("Спикер парламента страны Шалва Папуашвили осудил Тбилиси.", ("Папуашвили", "other:спикер парламента", "GEO")),
        ("Представитель Пентагона Джон Кирби подтвердил удар.", ("Кирби", "spokesperson", "USA")),
        ("Представитель министерства обороны Чехии Ян Новак ответил.", ("Новак", "spokesperson", "CZE")),
        ("Постпред Чехии при ООН Ян Новак ответил.", ("Новак", "other:постпред при ООН", "CZE")),
        ("Посол КНР Цзян Янь выступила.", ("Цзян Янь", "other:посол", "CHN")),
        (
            "Чавуш Икселов обошёл Ивана Игреева и остался премьером Болгарии.",
            ("Икселов", "head_of_government", "BGR"),
        ),
    ],
)
def test_an_office_is_read(text: str, office: tuple[str, str, str]) -> None:
    assert told(text) == [office]


def test_two_names_after_a_comma_share_a_title() -> None:
    text = "Министры иностранных дел, Сергей Лавров и Ретно Марсуди, провели переговоры."
    assert told(text) == [("Лавров", "foreign_minister", "RUS"), ("Марсуди", "foreign_minister", "IDN")]


def test_the_second_verb_has_the_subject_of_the_first() -> None:
    text = "Чавуш Икселов, уроженец Софии, обошёл вождя оппозиции Ивана Игреева и остался премьером Болгарии."
    assert ("Икселов", "head_of_government", "BGR") in told(text)


def test_an_expert_of_a_country_holds_no_office() -> None:
    assert told("Сергей Икселов, российский эксперт, похвалил Астану.") == []
