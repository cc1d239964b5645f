"""Foundings of a body that grammar hides or that is not named again; places that only count."""

from datetime import date

import pytest

from sverka.claims import Founding, Rank
from sverka.reading.reader import read

DAY = date(2020, 6, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ГУАМ основана в 1997 году в Страсбурге.", [("org:ГУАМ", "1997")]),
        ("Организация МЕРКОСУР создана в 1991 году.", [("org:МЕРКОСУР", "1991")]),
        ("АСЕАН собралась в Джакарте. Организация была создана в 1967 году.", [("ASEAN", "1967")]),
        (
            "АСЕАН собралась в Джакарте. Декларация стала основой для создания этого блока в 1967 году.",
            [("ASEAN", "1967")],
        ),
        ("Подписано Соглашение о создании СНГ, 19 апреля 1994 года принят устав.", []),
    ],
)
def test_the_body_founded_is_the_one_meant(text: str, expected: list[tuple[str, str]]) -> None:
    found = [m.proposition for m in read(text, DAY).mentions]
    assert [(p.what, str(p.period)) for p in found if isinstance(p, Founding)] == expected


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("Кения стала 27-й страной, подписавшей договор.", 0),
        ("Кения – 27-я страна мира по площади.", 1),
    ],
)
def test_a_number_that_counts_states_is_no_place(text: str, ranks: int) -> None:
    assert sum(isinstance(m.proposition, Rank) for m in read(text, DAY).mentions) == ranks


def test_an_organ_founded_is_not_its_body() -> None:
    text = "В 2006 году решением совета была учреждена постоянная миссия ОБСЕ, а в 2008 году – администрация ООН."
    found = read(text, date(2010, 1, 1)).mentions
    assert not [m for m in found if isinstance(m.proposition, Founding) and m.proposition.what in ("OSCE", "UN")]
