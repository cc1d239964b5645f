"""Votes at home: elections by their winners, chambers by what they pass."""

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
        ("В мае 2022 года на выборах в Кении победил Уильям Руто.", "vote KEN -> person:Руто in 2022-05"),
        ("Во втором туре чилийских выборов победил Габриэль Борич.", "vote CHL -> person:Борич"),
        ("Депутаты избрали президентом Индии Драупади Мурму.", "vote IND -> person:Мурму"),
        ("Стортинг одобрил договор об обороне.", 'vote NOR -> "treaty:договор об обороне"'),
        (
            "Палата представителей США отвергла соглашение о торговле с Перу.",
            'vote USA -> "treaty:соглашение о торговле с Перу"',
        ),
        ("Национальное собрание Франции ратифицировало договор о границе.", 'vote FRA -> "treaty:договор о границе"'),
        ("За вступление в НАТО в риксдаге проголосовали 300 депутатов.", "vote SWE -> NATO"),
        (
            "Соглашение о свободной торговле предстоит ратифицировать кнессету.",
            'vote ISR -> "treaty:соглашение о свободной торговле"',
        ),
        ("Европарламент отклонил договор о рыболовстве.", 'vote EuropeanParliament -> "treaty:договор о рыболовстве"'),
    ],
)
def test_who_votes_for_what(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Избранного президента Чили поздравил Эмманюэль Макрон.",
        "Сенат США принял участие в споре.",
        "За поправку высказались 40 сенаторов.",
        "В споре победил Габриэль Борич.",
        "Министр принял посла.",
    ],
)
def test_no_vote_without_an_election_or_a_paper(text: str) -> None:
    assert told(text) == []
