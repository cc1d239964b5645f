"""Ranks by superlatives and places: what is ranked, by which measure, in whose list, and who goes on in it."""

from datetime import date

import pytest

from sverka.reading.reader import read


def told(text: str) -> set[tuple[str, str | None, str, int | None, str]]:
    found = [m.proposition for m in read(text).mentions if m.proposition.kind == "rank"]
    return {(p.subject, p.of, p.metric, p.rank, p.direction) for p in found}


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("Нигерия – самая населённая страна Африки.", ("NGA", "place:Африка", "population", 1, "max")),
        ("Эфиопия – вторая по численности населения страна Африки.", ("ETH", "place:Африка", "population", 2, "max")),
        ("Люксембург – самая богатая страна ЕС.", ("LUX", "EU", "income", 1, "max")),
        ("Бурунди остаётся беднейшей страной мира.", ("BDI", "WLD", "income", 1, "min")),
        ("Крупнейшим должником МВФ остаётся Египет.", ("EGY", "IMF", "debt", 1, "max")),
        ("Португалия – старейший союзник Великобритании.", ("PRT", "GBR", "ally", 1, "max")),
        ("Ближайшим союзником Вашингтона в Азии остаётся Токио.", ("JPN", "USA", "ally", 1, "max")),
        ("У Турции вторая по численности армия в НАТО.", ("TUR", "NATO", "military.personnel", 2, "max")),
        ("Саудовская Аравия – второй поставщик нефти в Корею.", ("SAU", "KOR", "exporter", 2, "max")),
        ("США – крупнейший рынок для камбоджийских товаров.", ("USA", "KHM", "trade.exports", 1, "max")),
        (
            "Перу занимает одиннадцатое место в мире по военным расходам.",
            ("PER", "WLD", "military.spending", 11, "max"),
        ),
        ("Чили занимает двадцать первое место в мире по числу туристов.", ("CHL", "WLD", "tourism", 21, "max")),
        # a measure that is the highest or lowest somewhere
        ("Безработица в Испании – самая высокая в ЕС.", ("ESP", "EU", "jobs", 1, "max")),
        ("Самая низкая безработица в ЕС – в Чехии.", ("CZE", "EU", "jobs", 1, "min")),
        # more than all others
        ("США тратят на оборону больше всех в мире.", ("USA", "WLD", "military.spending", 1, "max")),
    ],
)
def test_a_rank_is_read(text: str, rank: tuple[str, str, str, int, str]) -> None:
    assert told(text) == {rank}


def test_ordinals_go_on_in_the_list_of_the_first() -> None:
    text = "Первую строчку по числу туристов в Тунисе заняла Франция, вторую – Алжир, третью, с отставанием, Ливия."
    assert {(s, of, n) for s, of, _, n, _ in told(text)} == {("FRA", "TUN", 1), ("DZA", "TUN", 2), ("LBY", "TUN", 3)}


@pytest.mark.parametrize(
    "text",
    [
        "Черногория стала двадцать девятым членом НАТО.",
        "Йемен – беднейшая страна арабского мира.",
        "Больше всех в Брюсселе говорили о погоде.",
        "Это лучший фильм года в Испании.",
    ],
)
def test_what_ranks_nobody_among_states_is_left_alone(text: str) -> None:
    assert told(text) == set()


def test_a_council_of_the_highest_level_is_no_record() -> None:
    kinds = {text: {m.proposition.kind for m in read(text, date(2024, 5, 5)).mentions} for text in (
        "Товарооборот Турции и Ирана вырос на 15 %. Завтра пройдёт Совет сотрудничества высшего уровня.",
        "Товарооборот Турции и Ирана в 2023 году вырос до высшего уровня за десять лет.",
    )}  # fmt: skip
    assert [("extreme" in found) for found in kinds.values()] == [False, True]
