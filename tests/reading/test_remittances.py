"""Money that people abroad send home: neither trade nor aid, of two sides, one of which a later number may change."""

from datetime import date

import pytest

from sverka.claims import Change, Figure
from sverka.reading.reader import read

DAY = date(2016, 5, 10)


def numbers(text: str) -> list[tuple[str, frozenset[str], float]]:
    said = [m.proposition for m in read(text, DAY).mentions]
    return [(p.metric, frozenset(p.parties), p.low) for p in said if isinstance(p, Figure | Change)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "В 2015 году узбекские мигранты перевели из России домой 2,4 млрд долларов. Доля Казахстана составила 12%.",
            [("UZB RUS", 2.4e9), ("UZB KAZ", 12)],
        ),
        (
            "За полугодие жители Армении получили из-за границы 700 млн долларов. На Россию пришлось 80% переводов, "
            "на США – 7%.",
            [("ARM", 700e6), ("ARM RUS", 80), ("ARM USA", 7)],
        ),
        (
            "Денежные переводы из России в Киргизию сократились на 30 процентов. Киргизия получила 1,4 млрд долларов, "
            "Таджикистан – 1,3 млрд.",
            [("KGZ RUS", 30), ("KGZ RUS", 1.4e9), ("TJK RUS", 1.3e9)],
        ),
        ("Из России в Грузию за год перечислили 430 млн долларов.", [("GEO RUS", 430e6)]),
        ("Доля США в переводах в Мексику – 95%, Канады – 2%.", [("MEX USA", 95), ("MEX CAN", 2)]),
        ("Переводы таджиков из России выросли на 20%.", [("TJK RUS", 20)]),
        (
            "Чистый отток переводов из России велик. Больше всего получил Узбекистан – 4 млрд долларов.",
            [("UZB RUS", 4e9)],
        ),
    ],
)
def test_money_sent_home_has_two_sides(text: str, expected: list[tuple[str, float]]) -> None:
    told = [(parties, low) for metric, parties, low in numbers(text) if metric == "other"]
    assert told == [(frozenset(parties.split()), low) for parties, low in expected]


def test_what_workers_send_to_nobody_named_is_income() -> None:
    assert ("income", frozenset({"PHL"}), 25e9) in numbers("Филиппинские рабочие перевели домой 25 млрд долларов.")


@pytest.mark.parametrize(
    "text",
    [
        "Россия перевела Белоруссии кредит в 2 млрд долларов.",
        "США отправили в Ирак 300 млн долларов помощи.",
        "Чили отправила в Китай товаров на 20 млрд долларов.",
    ],
)
def test_loans_help_and_goods_are_something_else(text: str) -> None:
    assert not {m for m, _, _ in numbers(text)} & {"other", "income"}
