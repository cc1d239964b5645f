"""Votes of chambers and assemblies: what they pass, whom they confirm or bring down."""

from datetime import date

import pytest

from sverka.claims import Event
from sverka.reading.reader import read

DAY = date(2016, 5, 10)

VOTES = [
    ("Генеральная Ассамблея ООН 3 мая приняла резолюцию о правах человека в Иране.", "UN", "IRN"),
    ("Парламент Испании вчера утвердил снижение пенсий.", "ESP", None),
    ("Верхняя палата парламента Чили одобрила реформу школ.", "CHL", None),
    ("Завтра парламент Японии утвердит Таро Асо премьером.", "JPN", "person:Асо"),
    ("Сенат США утвердил Джона Керри на посту госсекретаря.", "USA", "person:Керри"),
    ("Сейм Литвы выразил недоверие правительству Альгирдаса Буткявичюса.", "LTU", "person:Буткявичюс"),
    ("Сейм Литвы проголосовал за выделение помощи Непалу.", "LTU", "NPL"),
    ("Голосование в верхней палате парламента Чили состоится в июне.", "CHL", None),
    ("В Сербии завершился первый этап выборов мэров.", "SRB", None),
    ("В Замбии снова переизбран Эдгар Лунгу.", "ZMB", "person:Лунгу"),
    ("После победы СДП на выборах в Хорватии цены выросли.", "HRV", "org:СДП"),
    ("В Перу прошли выборы, на которых победил Педро Кучински.", "PER", "person:Кучински"),
]


def cast(text: str, above: str = "") -> list[Event]:
    """The votes read in a text."""
    found = [m.proposition for m in read(text, DAY, above=above).mentions]
    return [p for p in found if isinstance(p, Event) and p.type == "vote"]


@pytest.mark.parametrize(("text", "whose", "on"), VOTES)
def test_whose_vote_it_is_and_on_what(text: str, whose: str, on: str | None) -> None:
    assert [(p.source, p.target) for p in cast(text)] == [((whose,), (on,) if on else ())]


def test_what_passes_by_so_many_votes_is_passed_by_the_parliament_written_of() -> None:
    (p,) = cast("Закон о лесах был принят 150 голосами.", above="Парламент Греции собрался.")
    assert p.source == ("GRC",)


def test_those_who_voted_alike_are_one_vote_on_what_the_resolution_is_about() -> None:
    above = "Генассамблея ООН приняла 3 мая резолюцию о Грузии."
    found = cast("За резолюцию проголосовали Польша, Чехия и Румыния, воздержались Китай и Индия.", above=above)
    assert [(p.source, p.target) for p in found] == [(("POL", "CZE", "ROU"), ("GEO",)), (("CHN", "IND"), ("GEO",))]
