"""Bodies by their age, states set free or proclaimed, and names that only begin like a state's."""

from datetime import date

import pytest

from sverka.reading.reader import read


def told(text: str) -> list[tuple[str, str]]:
    found = [m.proposition for m in read(text, date(2021, 5, 10)).mentions if m.proposition.kind == "founding"]
    return [(p.what, str(p.period)) for p in found]


@pytest.mark.parametrize(
    ("text", "founding"),
    [
        ("БРИКС существует уже 15 лет.", ("BRICS", "2006")),
        ("За 54 года существования АСЕАН приняла пять новых членов.", ("ASEAN", "1967")),
        ("Двадцать лет Братскому договору исполнится в декабре.", ("treaty:Братский договор", "2001-12")),
        ("НАТО исполнилось 72 года.", ("NATO", "1949")),
        ("Намибия стала независимой в 1990 году.", ("NAM", "1990")),
        (
            "Совет проголосовал за отделение 17 февраля 2008 года, провозгласив Косово независимым государством.",
            ("XKX", "2008-02-17"),
        ),
        (
            "Его избрали в Организации тюркских государств, образованной в 2009 году.",
            ("org:Организация тюркских государств", "2009"),
        ),
    ],
)
def test_a_founding_is_read(text: str, founding: tuple[str, str]) -> None:
    assert told(text) == [founding]


def test_both_of_two_states_are_free() -> None:
    assert told("Гана и Малайзия стали независимыми в 1957 году.") == [("GHA", "1957"), ("MYS", "1957")]


@pytest.mark.parametrize(
    "text",
    [
        "В 1983 году была провозглашена Турецкая республика Северного Кипра.",
        "Анкара провозгласила там в 1983 году Турецкую республику Северного Кипра.",
    ],
)
def test_a_name_that_begins_like_a_state_is_not_that_state(text: str) -> None:
    assert told(text) == [("place:Турецкая республика Северного Кипра", "1983")]


@pytest.mark.parametrize(
    "text",
    [
        "Президент правит страной 24 года.",
        "Совет отметил, что президенту исполнилось 76 лет.",
        "Союз был создан в 1996 году.",
    ],
)
def test_what_has_no_founding(text: str) -> None:
    assert told(text) == []
