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
