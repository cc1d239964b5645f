"""Who signs where nobody is named, and lists set behind «президенты трёх стран»."""

from datetime import date

import pytest

from sverka.claims import Event
from sverka.reading.reader import read

DAY = date(2016, 5, 10)

SIGNED = [
    ("Президенты трёх стран – Чили, Кении и Перу – подписали договор о дружбе.", ("CHL", "KEN", "PER")),
    ("На саммите АСЕАН спорили. Лидеры подписали также конвенцию по борьбе с пиратством.", ("ASEAN",)),
    ("НАТО собрала саммит. Протоколы о приёме Чили члены альянса подписали 5 мая.", ("NATO",)),
    ("Чили и Перу спорят. В июне президенты подпишут программу таможенной интеграции.", ("CHL", "PER")),
    ("На саммите лидеры АСЕАН приняли Бангкокскую декларацию.", ("ASEAN",)),
    ("Чили и Перу приняли совместное заявление о границе.", ("CHL", "PER")),
    ("Министр Чили Анна Берг и министр Перу Карл Лунд завизировали протокол о границе.",
     ("person:Берг", "CHL", "person:Лунд", "PER")),
]  # fmt: skip


def events(text: str, kind: str) -> list[Event]:
    """The events of a type read in a text."""
    found = [m.proposition for m in read(text, DAY).mentions]
    return [p for p in found if isinstance(p, Event) and p.type == kind]


@pytest.mark.parametrize(("text", "who"), SIGNED)
def test_who_signed(text: str, who: tuple[str, ...]) -> None:
    assert [p.source for p in events(text, "sign")] == [who]


def test_what_a_parliament_adopts_alone_is_no_pact() -> None:
    assert not events("Парламент Чили принял заявление о Перу.", "sign")


def test_ministers_told_one_by_one_in_brackets_meet() -> None:
    (p,) = events("Министры трёх государств (Чили, Перу и Кении) встретились в Осло.", "meet")
    assert (p.source, p.target) == (("CHL",), ("PER", "KEN"))


def test_a_leave_of_absence() -> None:
    (p,) = events("Кения приостановила участие в АСЕАН.", "withdraw")
    assert (p.source, p.target) == (("KEN",), ("ASEAN",))
    assert not events("Кения прекратила участие в торгах.", "withdraw")


def test_meetings_held_regularly_are_no_one_meeting() -> None:
    assert not events("Встречи лидеров Чили, Перу и Кении проводятся с 2004 года.", "meet")


def test_a_paper_told_by_its_date_was_signed_then() -> None:
    (p,) = events("Чили и Перу спорят. Для Лимы вопрос закрыт договором 1965 года.", "sign")
    assert (set(p.source), p.target, str(p.period)) == ({"CHL", "PER"}, ("treaty:договор 1965 года",), "1965")
    (p,) = events("Чили и Перу соблюдают соглашение от 9 ноября.", "sign")
    assert str(p.period) == "2015-11-09"
    assert not events("Заявление президента Чили от 3 мая удивило Перу.", "sign")


def test_the_date_of_a_paper_is_not_that_of_its_end() -> None:
    (p,) = events("Чили денонсирует межправительственное соглашение 1993 года.", "withdraw")
    assert p.period is None
