"""Beginnings and sequences told without a word of founding, and how far the name of an unknown body reaches."""

from datetime import date

import pytest

from sverka.checking.check import SURE_ENOUGH
from sverka.reading.reader import read


def told(text: str, kind: str) -> set[str]:
    return {str(m.proposition) for m in read(text, date(2021, 3, 1)).mentions if m.proposition.kind == kind}


@pytest.mark.parametrize(
    ("text", "founding"),
    [
        ("АСЕАН существует с 1967 года.", "founded ASEAN in 1967"),
        ("ЕАЭС заработал 1 января 2015 года.", "founded EAEU in 2015-01-01"),
        ("С 1995 года действует ВТО.", "founded WTO in 1995"),
        ("ОПЕК начала работу в 1960 году.", "founded OPEC in 1960"),
        ("Намибия обрела независимость 21 марта 1990 года.", "founded NAM in 1990-03-21"),
        ("Эритрея, провозгласившая независимость в 1993 году, воюет.", "founded ERI in 1993"),
        ("Независимость Анголы провозглашена в 1975 году.", "founded AGO in 1975"),
        ("Израиль был провозглашён 14 мая 1948 года.", "founded ISR in 1948-05-14"),
        ("Три страны 15 сентября 2020 года объявили о создании АУКУС.", "founded org:АУКУС in 2020-09-15"),
        ("В семьдесят вторую годовщину НАТО министры собрались снова.", "founded NATO in 1949"),
        ("ОПЕК создали в 1960 году в Багдаде.", "founded OPEC in 1960"),
        ("В 2020 году три страны учредили Альянс государств Сахеля.",
         'founded "org:Альянс государств Сахеля" in 2020'),
        ("В 1969 году возникло Андское сообщество.",
         'founded "org:Андское сообщество" in 1969'),
    ],
)  # fmt: skip
def test_a_beginning_is_a_founding(text: str, founding: str) -> None:
    assert told(text, "founding") == {founding}


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Сначала возник ЕврАзЭС, затем Таможенный союз и, наконец, ЕАЭС.", "order EurAsEC < CustomsUnion, EAEU"),
        ("Первым договор ратифицировал парламент Канады, за ним – Норвегия, последней – Турция.",
         "order CAN < NOR, TUR"),
    ],
)  # fmt: skip
def test_steps_are_an_order(text: str, order: str) -> None:
    assert told(text, "order") == {order}


@pytest.mark.parametrize(
    "text",
    [
        "Завод в Польше заработал 1 января 2015 года.",
        "Соглашение с ЕС действует с 2010 года.",
        "Каталония провозгласит независимость в 2030 году.",
        "Сначала президент вылетел в Париж, затем в Брюссель, в НАТО.",
        "Первым президентом Чехии был Гавел, за ним – Клаус.",
        "Грузия ратифицировала соглашение о создании СНГ 3 декабря 1993 года.",
        "Первой страной станет Непал, затем министр посетит Индию и Пакистан.",
    ],
)
def test_other_beginnings_are_left_alone(text: str) -> None:
    assert told(text, "founding") | told(text, "order") == set()


def test_who_did_the_same_first_is_no_older() -> None:
    """Only beginnings are looked up: an order of deeds is too unsure for a verdict."""
    deeds = "Первым новое государство признал Египет, затем Иран и Ливан."
    beginnings = "Первой независимость провозгласила Литва, затем Эстония и Латвия."
    one, other = (next(m for m in read(t).mentions if m.proposition.kind == "order") for t in (deeds, beginnings))
    assert (one.confidence or 0) < SURE_ENOUGH < (other.confidence or 0)
