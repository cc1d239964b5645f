"""Who owes and who lent; who is given what: sentences of our own."""

from datetime import date

import pytest

from sverka.reading.reader import read


def told(text: str) -> list[tuple[str, set[str], float]]:
    """Metric, parties and value of every figure of a text."""
    found = [m.to_json() for m in read(text, date(2016, 5, 10)).mentions]
    return [(m["metric"], set(m["parties"]), m["low"]) for m in found if m["kind"] == "figure"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Внешний долг Молдавии перед Россией составляет 700 млн долларов.", [("debt", {"MDA", "RUS"}, 7e8)]),
        ("Внешний долг Украины вырос до 120 млрд долларов, сообщили в России.", [("debt", {"UKR"}, 1.2e11)]),
        (
            "Сумма задолженности Киргизии по государственным кредитам, предоставленным Россией, – 240 млн долларов.",
            [("debt", {"KGZ", "RUS"}, 2.4e8)],
        ),
        ("В этом году Минск должен выплатить 3,3 млрд долларов.", [("debt", {"BLR"}, 3.3e9)]),
        ("Ливия обязана вернуть Италии 2 млрд евро.", [("debt", {"LBY", "ITA"}, 2e9)]),
        (
            "Крупнейшим должником Китая является Ангола с 25 млрд долларов. "
            "Следом идут Эфиопия с 13 млрд и Кения с 9 млрд долларов.",
            [("debt", {"CHN", "AGO"}, 2.5e10), ("debt", {"CHN", "ETH"}, 1.3e10), ("debt", {"CHN", "KEN"}, 9e9)],
        ),
        (
            "Следом по долгам перед Парижем идут Чад (2 млрд евро), Нигер (1,5 млрд) и Мали (1 млрд).",
            [("debt", {"FRA", "TCD"}, 2e9), ("debt", {"FRA", "NER"}, 1.5e9), ("debt", {"FRA", "MLI"}, 1e9)],
        ),
        (
            "Всего США направили Украине, Грузии и Молдавии 2 млрд долларов.",
            [("aid", {"USA", "UKR", "GEO", "MDA"}, 2e9)],
        ),
    ],
)
def test_debts_and_gifts_have_two_sides(text: str, expected: list[tuple[str, set[str], float]]) -> None:
    assert told(text) == expected


def test_goods_sent_are_trade() -> None:
    text = "«Газпром» направил на экспорт в Китай товаров на 2 млрд долларов."
    assert [metric for metric, _, _ in told(text)] == ["trade.exports"]


def test_a_place_behind_a_dash_is_that_of_the_number_before_it() -> None:
    text = "Инфляция достигла 12% в Египте, 15% – в Нигерии, 20% – в Гане."
    assert told(text) == [
        ("inflation", {"EGY"}, 12), ("inflation", {"NGA"}, 15), ("inflation", {"GHA"}, 20),
    ]  # fmt: skip
