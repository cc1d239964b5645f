"""Measures against states and help to them, in whatever construction."""

from datetime import date

import pytest

from sverka.claims import Event
from sverka.reading.reader import read

DAY = date(2016, 5, 10)

TOLD = [
    ("Въезд в Чили закрыт для 77 боливийцев.", "sanction CHL -> BOL"),
    ("В условиях действующих в отношении Ирана американских санкций торговля растёт.", "sanction USA -> IRN"),
    ("Перу решило запретить экспорт меди в страны Европейского Союза.", "sanction PER -> EU"),
    ("Санкциям, которые Северной Корее назначила ООН, Китай подчинился.", "sanction UN -> PRK"),
    ("Пекин поднял пошлины на австралийский ячмень.", "sanction CHN -> AUS"),
    ("Великобритания заморозила активы пяти белорусских чиновников.", "sanction GBR -> BLR"),
    ("Польша закрыла границу для белорусских грузовиков.", "sanction POL -> BLR"),
    ("Россия ответила на девятый пакет санкций Евросоюза.", "sanction EU -> RUS"),
    ("Саудовцы пообещали Египту финансовую помощь.", "aid SAU -> EGY"),
    ("Помощь Йемену оказывается по поручению правительства Чехии.", "aid CZE -> YEM"),
    ("Колумбия помогла Венесуэле с доставкой помощи.", "aid COL -> VEN"),
    ("Буэнос-Айрес впервые занял у МВФ в 1958 году.", "aid IMF -> ARG"),
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
        ("Под санкции попали 18 банков Ирана.", "США ввели санкции против Ирана.", "sanction USA -> IRN"),
        ("Чили расширяет список лиц, которым запрещён въезд.", "ЕС ввёл санкции.", "sanction CHL -> EU"),
        ("Тогда Россия списала 240 млн долларов.", "Госдолг Киргизии вырос.", "aid RUS -> KGZ"),
    ],
)
def test_the_other_side_may_be_told_before(text: str, above: str, expected: str) -> None:
    assert told(text, above) == [expected]


@pytest.mark.parametrize("text", ["Цены на чилийские яблоки подняли налог.", "Министр обещал помощь."])
def test_what_is_no_measure_and_no_help(text: str) -> None:
    assert told(text) == []
