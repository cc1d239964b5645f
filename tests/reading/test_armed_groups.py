"""Armed groups, explosions and whoever owns up to them; forces that leave."""

from datetime import date

import pytest

from sverka.claims import Event
from sverka.reading.reader import read

DAY = date(2016, 5, 10)

TOLD = [
    ("Утром боевики «Боко Харам» напали на рынок в нигерийском Кано.", "attack org:Боко Харам -> NGA"),
    ("Ночью талибы обстреляли консульство Турции в Герате.", "attack org:Талибан -> TUR"),
    ("На базаре афганского Герата взорвался смертник.", "attack  -> AFG"),
    ("Смертники не унимаются: в Ливии рванул грузовик.", "attack  -> LBY"),
    ("В Чаде на мине подорвался грузовик с рисом.", "attack  -> TCD"),
    ("Взрыв прогремел в Кабуле. Ответственность взял на себя «Талибан».", "attack org:Талибан -> AFG"),
    ("Кенийские солдаты открыли огонь по сомалийскому катеру.", "attack KEN -> SOM"),
    ("После предпринятых Чадом и Нигером воздушных атак в Ливии всё стихло.", "attack TCD, NER -> LBY"),
    ("Бельгийский отряд в мае ушёл из Мали.", "withdraw BEL -> MLI"),
    ("Отъезда не видно, но эвакуация датских военных из Косово идёт.", "withdraw DNK -> XKX"),
    ("Перуанские дипломаты спешно покинули Эквадор.", "withdraw PER -> ECU"),
    ("Из Сомали наконец убрались итальянцы.", "withdraw ITA -> SOM"),
]


def told(text: str, above: str = "") -> list[str]:
    """The events read in a text."""
    found = [m.proposition for m in read(text, DAY, above=above).mentions]
    return [f"{p.type} {', '.join(p.source)} -> {', '.join(p.target)}" for p in found if isinstance(p, Event)]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_who_did_it_to_whom(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_fighters_alone_are_of_the_group_told_of_last() -> None:
    above = "«Боко Харам» окрепла в Нигерии."
    assert told("Ночью боевики совершили налёт на рынок в нигерийском Кано.", above) == ["attack org:Боко Харам -> NGA"]


@pytest.mark.parametrize("text", ["Цены в Чаде взлетели.", "В Осло взорвался котёл.", "Студенты уехали из Мали."])
def test_what_is_no_attack_and_no_force_is_left_alone(text: str) -> None:
    assert told(text) == []
