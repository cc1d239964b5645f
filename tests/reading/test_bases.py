"""Bases abroad: opened, kept, given back, shut."""

from datetime import date

import pytest

from sverka.claims import Event
from sverka.reading.reader import read

DAY = date(2016, 5, 10)

TOLD = [
    ("США передали Чили свою последнюю базу в Андах.", "withdraw", "USA", "CHL"),
    ("Американские военные передали «Лос» властям Чили.", "withdraw", "USA", "CHL"),
    ("Американская авиабаза в Чили прекратит работу в мае.", "withdraw", "USA", "CHL"),
    ("Франция покинула базу в Чаде.", "withdraw", "FRA", "TCD"),
    ("Чили закрыла американскую базу.", "withdraw", "USA", "CHL"),
    ("Базу США в Катаре закроют.", "withdraw", "USA", "QAT"),
    ("Турция открыла базу в Катаре.", "deploy", "TUR", "QAT"),
    ("Договор оставляет российскую базу в Таджикистане до 2042 года.", "deploy", "RUS", "TJK"),
]


def events(text: str) -> list[Event]:
    """The events read in a text."""
    return [m.proposition for m in read(text, DAY).mentions if isinstance(m.proposition, Event)]


@pytest.mark.parametrize(("text", "kind", "whose", "where"), TOLD)
def test_whose_base_it_was_and_where(text: str, kind: str, whose: str, where: str) -> None:
    assert [(p.type, p.source, p.target) for p in events(text)] == [(kind, (whose,), (where,))]


def test_what_is_prolonged_lasts_from_the_year_of_the_text() -> None:
    (p,) = events("База США останется в Чили до 2042 года.")
    assert str(p.period) == "2016/2042"


def test_land_given_is_no_base() -> None:
    assert not events("Кения передала Чаду землю.")


def test_soldiers_at_an_airfield_are_in_the_state_the_text_is_about() -> None:
    text = "Киргизия ждёт. США разместили военных в аэропорту «Лос» в 2001 году, когда началась война в Чаде."
    assert [(p.type, p.source, p.target) for p in events(text)][:1] == [("deploy", ("USA",), ("KGZ",))]
