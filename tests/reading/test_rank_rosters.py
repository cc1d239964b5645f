"""Several ranked at once, who follows whom, and places told by comparing with everybody."""

from datetime import date

import pytest

from sverka.reading.reader import read


def told(text: str) -> set[tuple[str, str | None, str, int | None]]:
    found = [m.proposition for m in read(text, date(2019, 5, 10)).mentions if m.proposition.kind == "rank"]
    return {(p.subject, p.of, p.metric, p.rank) for p in found}


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        (
            "Крупнейшими торговыми партнёрами Эстонии являются Финляндия – 4 млрд евро, Швеция – 3 млрд и Латвия.",
            {("FIN", "EST", "partner", None), ("SWE", "EST", "partner", None), ("LVA", "EST", "partner", None)},
        ),
        (
            "В тройку основных инвесторов Сербии также входят Китай (2 млрд долларов) и Австрия (1,1 млрд).",
            {("CHN", "SRB", "investment", None), ("AUT", "SRB", "investment", None)},
        ),
        (
            "В первую пятёрку стран по военным расходам вошли Индия и Франция.",
            {("IND", "WLD", "military.spending", None), ("FRA", "WLD", "military.spending", None)},
        ),
        (
            "Лидерами по росту ВВП станут Вьетнам и Индонезия.",
            {("VNM", "WLD", "gdp.growth", None), ("IDN", "WLD", "gdp.growth", None)},
        ),
        (
            "Больше всех беженцев в Африке приняли Уганда, Кения и Чад.",
            {(s, "place:Африка", "migration", None) for s in ("UGA", "KEN", "TCD")},
        ),
        (
            "Крупнейшим должником Китая остаётся Ангола. Следом за ней идут Эфиопия с 6 млрд и Замбия с 5 млрд.",
            {("AGO", "CHN", "debt", 1), ("ETH", "CHN", "debt", 2), ("ZMB", "CHN", "debt", 3)},
        ),
        (
            "Чехия возглавляет список по доле военных расходов в ВВП, за нею Литва (3,4%), Дания (3,3%).",
            {(s, "WLD", "military.spending", n) for s, n in (("CZE", 1), ("LTU", 2), ("DNK", 3))},
        ),
    ],
)
def test_everybody_of_a_list_is_ranked(text: str, ranks: set[tuple[str, str, str, int | None]]) -> None:
    assert told(text) == ranks


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("Никто в НАТО не тратит на оборону столько, сколько Греция.", ("GRC", "NATO", "military.spending", 1)),
        ("Охотнее прочих в Тунис едут французы, туристов из Чехии меньше.", ("FRA", "TUN", "tourism", 1)),
        ("Пекин считает своим главным противником США.", ("USA", "CHN", "rival", 1)),
        ("Договор осудил главный региональный соперник Ирана – Саудовская Аравия.", ("SAU", "IRN", "rival", 1)),
        ("Турция является лидером по объёму инвестиций в Азербайджан.", ("TUR", "AZE", "investment", 1)),
        ("Египет – крупнейший получатель американской помощи после Израиля.", ("EGY", "USA", "aid", 2)),
        ("Россияне – в числе лидеров по вложениям в Казахстан.", ("RUS", "KAZ", "investment", None)),
        ("В третьей по населению стране Африки – Египте – прошли выборы.", ("EGY", "place:Африка", "population", 3)),
        ("Польша съехала с третьей строчки рейтинга по экспорту на пятую.", ("POL", "WLD", "trade.exports", 5)),
    ],
)
def test_a_place_told_in_other_words(text: str, rank: tuple[str, str, str, int | None]) -> None:
    assert told(text) == {rank}


def test_who_is_called_great_in_passing_is_not_the_subject() -> None:
    assert ("MMR", "WLD", "economy", 1) not in told("Мьянма продаёт рис крупнейшей экономике мира.")


def test_nobody_follows_where_no_place_was_told() -> None:
    assert told("Президент прибыл в Баку, за ним Франция направила министра.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Словакия стала шестнадцатым государством еврозоны.",
        "Китай потеснил Францию с первого места среди партнёров Чада.",
        "Иран – один из главных соперников региона.",
    ],
)
def test_what_ranks_nobody(text: str) -> None:
    assert told(text) == set()
