"""Meetings: with whom, however they are told."""

from datetime import date

import pytest

from sverka.claims import Event
from sverka.reading.city_adjectives import state_of_adjective
from sverka.reading.reader import read

DAY = date(2016, 5, 10)

MODI, OBAMA = ("person:Моди", "IND"), ("person:Обама", "USA")
TOLD = [
    ("Премьер Индии Нарендра Моди, принимая Барака Обаму, вспомнил Ганди.", MODI, OBAMA),
    ("Премьер Индии Нарендра Моди, принимавший Барака Обаму, вспомнил Ганди.", MODI, OBAMA),
    ("О рупии говорили в Дели Нарендра Моди, премьер Индии, и президент США Барак Обама.", MODI, OBAMA),
    ("Переговоры вдвоём – премьер Индии Нарендра Моди и президент США Барак Обама – прошли в Дели.", MODI, OBAMA),
    ("Как рассказал после разговора с Бараком Обамой премьер Индии Нарендра Моди, всё решено.", MODI, OBAMA),
    ("Главы МИД Ирана и Ирака встретились вчера в Осло.", ("IRN",), ("IRQ",)),
    ("Завтра встреча пройдёт между главами МИД Ирана и Ирака.", ("IRN",), ("IRQ",)),
    ("Министры транспорта Перу и Чили обсудили дорогу.", ("PER",), ("CHL",)),
    ("В Вене прошла встреча китайских и индийских инженеров.", ("CHN",), ("IND",)),
    ("У премьера Перу намечены переговоры с лидером Китая.", ("PER",), ("CHN",)),
    ("Брюссельский саммит НАТО прошёл без споров.", ("NATO",), ("BEL",)),
    ("Лидеры ОДКБ заседали вчера в Бишкеке.", ("CSTO",), ("KGZ",)),
    ("Лига арабских государств 6 апреля провела саммит в Аммане.", ("org:Лига арабских государств",), ("JOR",)),
]


def meetings(text: str, above: str = "") -> list[Event]:
    """The meetings read in a text."""
    found = [m.proposition for m in read(text, DAY, above=above).mentions]
    return [p for p in found if isinstance(p, Event) and p.type == "meet"]


@pytest.mark.parametrize(("text", "one", "other"), TOLD)
def test_who_met_whom(text: str, one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert [(p.source, p.target) for p in meetings(text)] == [(one, other)]


@pytest.mark.parametrize(
    ("text", "above"),
    [
        ("У него будет встреча с Бараком Обамой.", "Премьер Индии Нарендра Моди прилетит в Вашингтон."),
        ("Запланированы встречи с Бараком Обамой.", "Премьер Индии Нарендра Моди прилетит в Вашингтон."),
        ("Переговоры двух лидеров прошли в июле.", "Премьер Индии Нарендра Моди и Барак Обама сблизились."),
        ("«У меня была встреча с Бараком Обамой», – сказал Нарендра Моди.", "Премьер Индии Нарендра Моди в отъезде."),
    ],
)
def test_whoever_is_left_out_is_who_the_text_is_about(text: str, above: str) -> None:
    assert [(p.source, p.target) for p in meetings(text, above)] == [(MODI, OBAMA)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Мартовский саммит БРИКС принял план.", "2016-03"),
        ("Сентябрьский саммит БРИКС принял план.", "2015-09"),
        ("Пятничный саммит БРИКС принял план.", "2016-05-06"),
    ],
)
def test_an_adjective_dates_a_gathering(text: str, period: str) -> None:
    assert [str(p.period) for p in meetings(text)] == [period]


def test_towns_are_found_by_their_adjectives() -> None:
    assert [state_of_adjective(w) for w in ("минский", "женевский", "стамбульский", "большой", "кубинский")] == [
        "BLR", "CHE", "TUR", None, None,
    ]  # fmt: skip
