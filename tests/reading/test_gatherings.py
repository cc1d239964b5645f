"""Gatherings of bodies: whose, where, and who takes part."""

from datetime import date

import pytest

from sverka.claims import Event
from sverka.reading.reader import read

DAY = date(2016, 5, 10)

HELD = [
    ("В столице Перу завершилось заседание Совета министров (торговли) экономик – участниц АТЭС.", "APEC", "PER"),
    ("После весеннего саммита в Варшаве с приездом министров стран НАТО спорили.", "NATO", "POL"),
    ("В Риге, где проходит сессия министров стран НАТО, ждут снега.", "NATO", "LVA"),
    ("По итогам саммита G20 в Анталье лидеры приняли коммюнике.", "G20", "TUR"),
    ("Участники саммита БРИКС в Бразилии спорили о банке.", "BRICS", "BRA"),
]
BETWEEN = [
    ("В Найроби 3 июня откроется второй саммит Индия – Африка.", "IND", "place:Африка"),
    ("В Ереване состоится саммит Россия – АСЕАН.", "RUS", "ASEAN"),
    ("На саммите ЕС – Китай в Брюсселе 2 мая договорились о стали.", "EU", "CHN"),
    ("Форум «Китай – Африка» прошёл в Пекине 4 апреля.", "CHN", "place:Африка"),
]


def meetings(text: str, above: str = "") -> list[Event]:
    """The meetings read in a text."""
    found = [m.proposition for m in read(text, DAY, above=above).mentions]
    return [p for p in found if isinstance(p, Event) and p.type == "meet"]


@pytest.mark.parametrize(("text", "body", "host"), HELD)
def test_a_gathering_is_of_its_body_where_it_is_held(text: str, body: str, host: str) -> None:
    assert [(p.source, p.target) for p in meetings(text)] == [((body,), (host,))]


@pytest.mark.parametrize(("text", "one", "other"), BETWEEN)
def test_a_summit_may_be_called_by_its_two_sides(text: str, one: str, other: str) -> None:
    assert [(p.source, p.target) for p in meetings(text)] == [((one,), (other,))]


def test_whoever_takes_part_meets_with_the_body() -> None:
    (p,) = meetings("Президент Чили Мишель Бачелет примет участие в саммите АТЭС в Маниле.")
    assert p.source == ("person:Бачелет", "CHL")
    assert p.target == ("APEC",)


def test_the_body_may_be_told_by_its_kind() -> None:
    (p,) = meetings("На конференции этой организации в Аккре в марте договорятся о рыбе.", above="ВТО обсудила квоты.")
    assert (p.source, p.target) == (("WTO",), ("GHA",))


@pytest.mark.parametrize("text", ["Саммит АСЕАН в Джакарте отменили.", "На саммите ОПЕК говорили о ценах."])
def test_what_was_not_held_or_nowhere_is_left_alone(text: str) -> None:
    assert not meetings(text)
