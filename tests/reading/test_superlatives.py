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
        # leaders, places and most of something, by the measure of the list
        ("Лидером по числу туристов в мире остаётся Франция.", ("FRA", "WLD", "tourism", 1, "max")),
        (
            "Наибольшее число беженцев приходится на жителей Чада.",
            ("TCD", "WLD", "migration", 1, "max"),
        ),
        (
            "Алжир, крупнейший производитель газа в Африке, нарастил экспорт.",
            ("DZA", "place:Африка", "energy.volume", 1, "max"),
        ),
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


def test_places_of_a_list_are_by_the_measure_it_was_told_with() -> None:
    text = (
        "Опубликован доклад о военных расходах. Лидером рейтинга по-прежнему остаются США. На второй позиции Китай. "
        "На двадцатое место поднялся Алжир."
    )
    ranked = {(s, metric, n) for s, _, metric, n, _ in told(text)}
    assert ranked == {(s, "military.spending", n) for s, n in (("USA", 1), ("CHN", 2), ("DZA", 20))}


@pytest.mark.parametrize(
    "text",
    [
        "Иран вошёл в список государств, лидирующих по добыче нефти.",
        "Лидером партии стал Уильям Хейг.",
        "Лидером оппозиции в Кении остаётся Раила Одинга.",
    ],
)
def test_an_officer_or_many_that_lead_are_no_first(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "extreme"),
    [
        ("Экспорт Перу в Чили стал в 2014 году максимальным с 1995 года.", "max PER CHL trade.exports in 2014"),
        (
            "Инфляция в Турции в 2018 году достигла максимальных значений за пятнадцать лет.",
            "max TUR inflation in 2018",
        ),
        ("В 2009 году безработица в Испании достигла 18 %. Это абсолютный рекорд.", "max ESP jobs in 2009"),
        (
            "Экспорт Катара в Японию в 2012 году достиг исторически высокого уровня.",
            "max QAT JPN trade.exports in 2012",
        ),
        ("Добыча нефти в Ливии в 2011 году упала до минимального уровня за 30 лет.", "min LBY energy.volume in 2011"),
        ("Долг Киргизии в 2020 году достиг самого высокого значения за время независимости.", "max KGZ debt in 2020"),
        (
            "В 2015 году ВВП Китая вырос на 6,9 %. Показатель оказался на самом низком уровне с 1990 года.",
            "min CHN gdp.growth in 2015",
        ),
    ],
)
def test_a_record_is_read(text: str, extreme: str) -> None:
    found = [m.proposition for m in read(text, date(2021, 5, 5)).mentions if m.proposition.kind == "extreme"]
    assert [f"{p.direction} {' '.join(p.parties)} {p.metric} in {p.period}" for p in found] == [extreme]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("В 2020 году экономика Китая выросла, но это самый низкий темп её роста за многие десятилетия.", "min"),
        ("В 2020 году был отмечен рекордный спад ВВП Италии.", "min"),
        ("В 2021 году был отмечен рекордный рост ВВП Италии.", "max"),
    ],
)
def test_growth_of_output_is_a_series_of_its_own(text: str, direction: str) -> None:
    found = [m.proposition for m in read(text, date(2023, 5, 5)).mentions if m.proposition.kind == "extreme"]
    assert [(p.metric, p.direction) for p in found] == [("gdp.growth", direction)]


def test_a_record_of_growth_in_trade_is_none() -> None:
    found = read("В 2021 году отмечен рекордный рост экспорта Италии в Албанию.", date(2023, 5, 5)).mentions
    assert all(m.proposition.kind != "extreme" for m in found)


def test_an_unheard_of_case_is_no_record() -> None:
    assert all(m.proposition.kind != "extreme" for m in read("Это беспрецедентный случай в торговле Ирана.").mentions)
