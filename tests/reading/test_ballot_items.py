"""What stands right before a number of votes has them, in whatever case; the same told again is theirs too."""

from datetime import date

import pytest

from sverka.claims import Figure
from sverka.reading.reader import read

DAY = date(2016, 5, 10)


def votes(text: str) -> list[tuple[set[str], float, float]]:
    said = [m.proposition for m in read(text, DAY).mentions]
    return [(set(p.parties), p.low, p.high) for p in said if isinstance(p, Figure) and p.metric == "vote"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "На выборах в Чили коммунисты получили 20%. Лучше результат у либерал-демократов (31,5%), а решать будут "
            "аграрии (12,5%).",
            [{"CHL", "org:коммунисты"}, {"CHL", "org:либерал-демократы"}, {"CHL", "org:аграрии"}],
        ),
        (
            "На выборах в Перу победил Кучинский. Набрал он 50,1%, его соперница Кейко Фухимори – 49,9%.",
            [{"PER", "person:Кучинский"}, {"PER", "person:Фухимори"}],
        ),
        (
            "Подсчёт бюллетеней во Франции завершён: за Франсуа Олланда 28,6%.",
            [{"FRA", "person:Олланд"}],
        ),
        (
            "На выборах в Бразилии за Русеф подано 54 млн голосов, или 51,6%.",
            [{"BRA", "person:Русеф"}, {"BRA", "person:Русеф"}],
        ),
        (
            "На выборах в Чили победила Мишель Бачелет, за которую проголосовали 62% избирателей.",
            [{"CHL", "person:Бачелет"}],
        ),
    ],
)
def test_the_item_before_a_number_has_the_votes(text: str, expected: list[set[str]]) -> None:
    assert [parties for parties, _, _ in votes(text)] == expected


def test_one_of_two_neighbours_is_a_range() -> None:
    assert ({"CHL", "org:социалисты"}, 48, 49) in votes("На выборах в Чили социалисты получат 48 или 49 мест.")


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("На выборах в Чили на участки пришли 6,7 млн человек.", 6.7e6),
        ("На выборах в Чили проголосовали 49% граждан – 6,7 млн человек.", 6.7e6),
    ],
)
def test_those_who_came_are_counted(text: str, heads: float) -> None:
    assert ({"CHL"}, heads, heads) in votes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Евросоюз вернул санкции против Ирана по резолюции 2231.",
        "На выборах в Чили победил Пиньера с 54% голосов. На уличных акциях задержали 500 человек.",
    ],
)
def test_neither_resolutions_nor_the_arrested_are_votes(text: str) -> None:
    assert not {2231.0, 500.0} & {low for _, low, _ in votes(text)}
