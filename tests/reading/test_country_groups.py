"""Groups of countries as partners: «страны дальнего зарубежья», «дружественные страны», «страны Залива», «Запад»."""

from datetime import date

import pytest

from sverka.claims.proposition import Change, Figure
from sverka.reading.reader import read


def told(text: str, published: str = "2023-09-05") -> list[tuple[str, tuple[str, ...]]]:
    found = read(text, date.fromisoformat(published)).mentions
    return [(m.proposition.metric, m.proposition.parties) for m in found if isinstance(m.proposition, (Figure, Change))]


@pytest.mark.parametrize(
    ("text", "metric", "parties"),
    [
        ("Импорт Армении из стран дальнего зарубежья вырос до 3 млрд долларов.", "trade.imports",
         ("ARM", "place:дальнее зарубежье")),
        ("Экспорт Белоруссии в страны ближнего зарубежья достиг 18 млрд долларов.", "trade.exports",
         ("BLR", "place:ближнее зарубежье")),
        ("Товарооборот Китая с «недружественными» государствами упал на 4%.", "trade.turnover",
         ("CHN", "place:недружественные государства")),
        ("На дружественные страны приходится 70 процентов иранского экспорта.", "trade.share",
         ("IRN", "place:дружественные страны")),
        ("Поставки Таиланда в страны Персидского залива составили 5 млрд долларов.", "trade.exports",
         ("THA", "place:Персидский залив")),
        ("Экспорт Вьетнама в африканские страны увеличился на 12%.", "trade.exports", ("VNM", "place:Африка")),
        ("Торговля Индии с Западом выросла до 300 млрд долларов.", "trade.turnover", ("IND", "place:Запад")),
        ("Вывоз из Чили в третьи страны сократился на 7%.", "trade.exports", ("CHL", "place:третьи страны")),
    ],
)  # fmt: skip
def test_a_group_of_countries_is_a_partner(text: str, metric: str, parties: tuple[str, ...]) -> None:
    (found,) = told(text)
    assert found[0] == metric
    assert set(found[1]) == set(parties)
    assert metric == "trade.share" or found[1] == parties or metric == "trade.turnover"


@pytest.mark.parametrize(
    "text",
    [
        "Среди африканских стран больше всего ввозит Египет: импорт составил 80 млрд долларов.",
        "Одна из соседних стран сократила закупки на 8%, сообщили в Перу.",
    ],
)
def test_whom_one_is_told_of_among_is_no_partner(text: str) -> None:
    assert not any("place:" in party for _, parties in told(text) for party in parties)
