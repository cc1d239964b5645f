"""Spokesmen and officers of companies, a spokesman whose surname is a common word, governments called by their head."""

from datetime import date

import pytest

from sverka.claims import Office
from sverka.reading.analysis import analyse
from sverka.reading.offices import offices
from sverka.reading.reader import analysed, read

DAY = date(2019, 6, 1)


def held(text: str) -> set[tuple[str, str, str]]:
    found = offices(analysed(analyse(text, DAY, "ru")))
    return {(p.person, p.office, p.state) for m in found if isinstance(p := m.proposition, Office)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Официальный представитель «Роснефти» Михаил Леонтьев сообщил об этом.",
            ("person:Леонтьев", "spokesperson", "org:Роснефть"),
        ),
        ("Пресс-секретарь НАТО Оана Лунгеску молчит.", ("person:Лунгеску", "spokesperson", "NATO")),
        ("Слухи опроверг и пресс-секретарь Кремля Песков.", ("person:Песков", "spokesperson", "RUS")),
        (
            "Председатель правления «Сбербанка» Герман Греф доволен.",
            ("person:Греф", "other:председатель правления", "org:Сбербанк"),
        ),
    ],
)
def test_officers_of_bodies(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in held(text)


def test_a_government_called_by_its_head_is_no_sure_office() -> None:
    found = [m for m in read("Правительство Абэ подало в отставку.", DAY).mentions if m.proposition.kind == "office"]
    assert all((m.confidence or 0) < 0.8 for m in found)
