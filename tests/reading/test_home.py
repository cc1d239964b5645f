"""The state a text is written from, and what refers to it."""

from datetime import date

import pytest

from sverka.reading.analysis import analyse
from sverka.reading.reader import analysed, read

DAY = date(2019, 5, 1)


@pytest.mark.parametrize(
    ("text", "state", "evidence"),
    [
        ("ТАЛЛИН, 3 мая. Торговля Эстонии и Финляндии выросла.", "EST", "dateline"),
        ("Уругвай: обзор рынка. Экспорт в Бразилию упал.", "URY", "heading"),
        ("Пресс-служба Министерства экономики Грузии сообщает о росте экспорта в Турцию.", "GEO", "authority"),
    ],
)
def test_home_of_a_text(text: str, state: str, evidence: str) -> None:
    home = analysed(analyse(text, DAY, "ru")).home
    assert home is not None
    assert (home.state, home.evidence) == (state, evidence)


def test_who_says_our_country_is_not_the_only_country_named() -> None:
    text = "Наша страна вступила в ООН в 1955 году. Испания остаётся нашим соседом, Испания – покупатель."
    said = [m.proposition.to_json() for m in read(text, DAY, "ru").mentions if m.proposition.kind == "membership"]
    assert [claim["state"] for claim in said] == []


def test_a_text_without_states_has_no_home() -> None:
    assert analysed(analyse("Экспорт вырос на треть, импорт упал.", DAY, "ru")).home is None


def test_units_of_money_name_no_state() -> None:
    found = analysed(analyse("Оборот составил 2 млрд долларов США, или 4 млрд белорусских рублей.", DAY, "ru")).names
    assert not [n for n in found if n.kind in ("state", "place")]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Эмомали Рахмон руководит Таджикистаном с 1992 года.", ("person:Рахмон", "head_of_state", "TJK")),
        ("Президент – Ильхам Алиев (с 2003 года).", ("person:Алиев", "head_of_state", "AZE")),
        ("Премьер Госсовета КНР Ли Кэцян молчал.", ("person:Ли Кэцян", "head_of_government", "CHN")),
    ],
)
def test_offices_without_the_usual_title(text: str, office: tuple[str, str, str]) -> None:
    said = [m.proposition for m in read(text, DAY, "ru").mentions if m.proposition.kind == "office"]
    assert [(p.person, p.office, p.state) for p in said] == [office]
