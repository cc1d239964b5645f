"""Both sides of an event: who stands apart by a dash, a possessive or a stand-in is found all the same."""

from datetime import date

import pytest

from sverka.reading.analysis import analyse
from sverka.reading.events import events
from sverka.reading.reader import analysed


def told(text: str, published: date | None = date(2022, 6, 1)) -> list[str]:
    return [str(m.proposition) for m in events(analysed(analyse(text, published, "ru")))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "В Хельсинки прилетел — уже на другой день — президент Кении Уильям Руто.",
            "visit person:Руто, KEN -> FIN",
        ),
        (
            "Президент Чили Габриэль Борич и его перуанский коллега Педро Кастильо подписали договор о дружбе.",
            'sign person:Борич, CHL, person:Кастильо, PER -> "treaty:договор о дружбе"',
        ),
    ],
)
def test_apart_by_a_dash_or_a_possessive(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В марте делегации Кении и Уганды провели в Найроби переговоры.", "meet KEN -> UGA in 2022-03"),
        (
            "Премьер-министр Индии Нарендра Моди принял в Дели Эммануэля Макрона.",
            "meet person:Моди, IND -> person:Макрон, FRA",
        ),
        (
            "Канцлер Олаф Шольц говорил по телефону с президентом Чили Габриэлем Боричем.",
            "meet person:Шольц, DEU -> person:Борич, CHL",
        ),
        ("В мае прошли тайные контакты иранцев с саудовцами.", "meet IRN -> SAU in 2022-05"),
        (
            "Серб Александр Вучич обедал с канцлером Германии Олафом Шольцем.",
            "meet person:Вучич, SRB -> person:Шольц, DEU",
        ),
    ],
)
def test_whoever_speaks_or_receives_meets(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Президент Чили Габриэль Борич говорил с журналистами.",
        "Канцлер Олаф Шольц обсудил бюджет с министром финансов Германии Кристианом Линднером.",
        "Министр принял решение.",
        "Контакты Перу с Чили важны для обеих сторон.",
    ],
)
def test_no_meeting_at_home_or_in_general(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Президент Туниса Каис Сайед бежал в Джидду.", ["visit person:Сайед, TUN -> SAU"]),
        (
            "Министр обороны Норвегии Бьорн Арильд Грам улетел в Вильнюс, а оттуда в Ригу.",
            ["visit person:Грам, NOR -> LTU", "visit person:Грам, NOR -> LVA"],
        ),
        ("Делегация из Кито прибыла в Стамбул.", ["visit ECU -> TUR"]),
        ("Посол Волкер ездит в Белград чаще, чем в Загреб.", []),
    ],
)
def test_journeys_go_to_cities_and_on(text: str, expected: list[str]) -> None:
    assert told(text) == expected
