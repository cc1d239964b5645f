"""What is still to come is dated ahead; what once was to come stays behind."""

from datetime import date

import pytest

from sverka.claims import Event
from sverka.reading.reader import read

DAY = date(2016, 5, 12)

AHEAD = [
    ("Завтра Меркель увидится с Обамой.", "meet", "2016-05-13"),
    ("Саммит АСЕАН намечен на ноябрь.", "meet", "2016-11"),
    ("Визит президента Ирана в Рим намечен на июнь.", "visit", "2016-06"),
    ("Визит президента Ирана в Рим отложен на сентябрь.", "visit", "2016-09"),
    ("В ноябре должны пройти переговоры Индии и Пакистана.", "meet", "2016-11"),
    ("Премьер Индии намерен в августе посетить Тегеран.", "visit", "2016-08"),
    ("Референдум в Венгрии назначен на 2 октября.", "vote", "2016-10-02"),
    ("Референдум в Италии пройдёт в декабре.", "vote", "2016-12"),
    ("Парламентские выборы, которые пройдут в Грузии в октябре, изменят многое.", "vote", "2016-10"),
    ("Президент Ганы в июне будет в Токио.", "visit", "2016-06"),
]
BEHIND = [
    ("Саммит Евросоюза прошёл в Братиславе 16 сентября.", "meet", "2015-09-16"),
    ("На выборах, прошедших в Чили в марте, победили левые.", "vote", "2016-03"),
    ("Эрдоган был в Казани в прошлом году.", "visit", "2015"),
]
RECEIVED = [
    ("В среду Порошенко принял в Киеве президента Польши.", ["UKR", "POL"]),
    ("Обама принимает сегодня премьера Индии.", ["USA", "IND"]),
]


def only(text: str) -> tuple[Event, str]:
    """The one event of a sentence and its modality."""
    found = [(m.proposition, m.modality) for m in read(text, DAY).mentions if isinstance(m.proposition, Event)]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(("text", "kind", "period"), AHEAD)
def test_plans_look_ahead(text: str, kind: str, period: str) -> None:
    event, modality = only(text)
    assert (event.type, str(event.period)) == (kind, period)
    assert modality in ("planned", "hypothetical")


@pytest.mark.parametrize(("text", "kind", "period"), BEHIND)
def test_what_was_held_lies_behind(text: str, kind: str, period: str) -> None:
    event, modality = only(text)
    assert (event.type, str(event.period), modality) == (kind, period, "asserted")


@pytest.mark.parametrize(("text", "states"), RECEIVED)
def test_a_guest_may_be_told_by_office_alone(text: str, states: list[str]) -> None:
    event, _ = only(text)
    assert event.type == "meet"
    assert [i for i in (*event.source, *event.target) if not i.startswith("person:")] == states


@pytest.mark.parametrize("text", ["Меркель приняла закон президента Чили.", "Меркель приняла отставку министра Чили."])
def test_a_paper_received_is_no_guest(text: str) -> None:
    assert not [m for m in read(text, DAY).mentions if m.proposition.kind == "event"]


@pytest.mark.parametrize("text", ["Поездка президента Чили затянулась.", "Договор о дружбе был заключён в 1971 году."])
def test_a_visit_to_nowhere_and_a_paper_of_nobody_are_left_alone(text: str) -> None:
    assert not [m for m in read(text, DAY).mentions if m.proposition.kind == "event"]
