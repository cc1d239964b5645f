"""Armed groups, explosions and whoever owns up to them; forces that leave."""

from datetime import date

import pytest

from sverka.claims import Event
from sverka.reading.reader import read

DAY = date(2016, 5, 10)

TOLD = [
    ("Боевики «Боко Харам» напали на две деревни в штате Борно.", "attack org:Боко Харам -> NGA"),
    ("Талибы обстреляли посольство Индии в Кабуле.", "attack org:Талибан -> IND"),
    ("В афганском Хосте взорвался смертник.", "attack  -> AFG"),
    ("В пригородах Багдада рванули десять начинённых взрывчаткой машин.", "attack  -> IRQ"),
    ("В Сирии на мине подорвался автобус с солдатами.", "attack  -> SYR"),
    ("Взрыв прогремел в Кабуле. Ответственность взял на себя «Талибан».", "attack org:Талибан -> AFG"),
    ("Венесуэльские военные открыли огонь по колумбийскому конвою.", "attack VEN -> COL"),
    ("До предпринятых Францией и США ракетных атак в Сирии было тихо.", "attack FRA, USA -> SYR"),
    ("Последний французский отряд покинул территорию Мали.", "withdraw FRA -> MLI"),
    ("Выезд французских военных из Нигера проходит по плану.", "withdraw FRA -> NER"),
    ("Колумбийские дипломаты покинут Венесуэлу.", "withdraw COL -> VEN"),
    ("Из Афганистана убрались американцы.", "withdraw USA -> AFG"),
]


def told(text: str, above: str = "") -> list[str]:
    """The events read in a text."""
    found = [m.proposition for m in read(text, DAY, above=above).mentions]
    return [f"{p.type} {', '.join(p.source)} -> {', '.join(p.target)}" for p in found if isinstance(p, Event)]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_who_did_it_to_whom(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_fighters_alone_are_of_the_group_told_of_last() -> None:
    above = "«Боко Харам» действует в Нигерии."
    assert told("Террористы совершили налёт на деревню в штате Борно.", above) == ["attack org:Боко Харам -> NGA"]


@pytest.mark.parametrize("text", ["Цены в Чаде взлетели.", "В Осло взорвался котёл.", "Студенты уехали из Мали."])
def test_what_is_no_attack_and_no_force_is_left_alone(text: str) -> None:
    assert told(text) == []
