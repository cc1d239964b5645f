"""Measures against states and help to them, in whatever construction."""

from datetime import date

import pytest

from sverka.claims import Event
from sverka.reading.reader import read

DAY = date(2016, 5, 10)

TOLD = [
    ("Отныне въезд в Чили закрыт для семи боливийцев.", "sanction CHL -> BOL"),
    ("Из-за принятых в отношении Кубы американских санкций сахар дешевеет.", "sanction USA -> CUB"),
    ("Перу решило запретить экспорт меди в страны АСЕАН.", "sanction PER -> ASEAN"),
    ("Санкции, которые Эритрее назначила ООН, сняты.", "sanction UN -> ERI"),
    ("Пекин поднял пошлины на австралийский ячмень.", "sanction CHN -> AUS"),
    ("Великобритания заморозила активы пяти белорусских чиновников.", "sanction GBR -> BLR"),
    ("Польша закрыла границу для белорусских грузовиков.", "sanction POL -> BLR"),
    ("Беларусь ответила на очередной пакет санкций Канады.", "sanction CAN -> BLR"),
    ("Норвежцы пообещали Непалу денежную помощь.", "aid NOR -> NPL"),
    ("Помощь Непалу оказывается при участии Чехии.", "aid CZE -> NPL"),
    ("Кения помогла Сомали с доставкой зерна.", "aid KEN -> SOM"),
    ("Дакка снова заняла у МВФ в 2012 году.", "aid IMF -> BGD"),
]


def told(text: str, above: str = "") -> list[str]:
    """The events read in a text."""
    found = [m.proposition for m in read(text, DAY, above=above).mentions]
    return [f"{p.type} {', '.join(p.source)} -> {', '.join(p.target)}" for p in found if isinstance(p, Event)]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_who_does_it_to_whom(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "above", "expected"),
    [
        ("Под санкции попали верфи Судана.", "США ввели санкции против Судана.", "sanction USA -> SDN"),
        ("Чили дополнит список тех, кому закрыт въезд.", "ЕС ввёл санкции.", "sanction CHL -> EU"),
        ("Позже Япония списала 90 млн долларов.", "Госдолг Мьянмы вырос.", "aid JPN -> MMR"),
    ],
)
def test_the_other_side_may_be_told_before(text: str, above: str, expected: str) -> None:
    assert told(text, above) == [expected]


@pytest.mark.parametrize("text", ["Цены на чилийские яблоки подняли налог.", "Министр обещал помощь."])
def test_what_is_no_measure_and_no_help(text: str) -> None:
    assert told(text) == []
