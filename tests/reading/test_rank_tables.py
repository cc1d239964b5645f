"""Ratings told state by state, who stands at their ends, and with whom most is dealt."""

from datetime import date

import pytest

from sverka.reading.language import language_of
from sverka.reading.reader import read


def told(text: str) -> set[tuple[str, str | None, str, int | None, str]]:
    found = [m.proposition for m in read(text, date(2019, 5, 10)).mentions if m.proposition.kind == "rank"]
    return {(p.subject, p.of, p.metric, p.rank, p.direction) for p in found}


def rows(**places: int) -> set[tuple[str, str | None, str, int | None, str]]:
    return {(state, "WLD", "other", place, "max") for state, place in places.items()}


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("В рейтинге инноваций Чили заняла 40-е место, Перу – 60-е, Боливия – 70-е.", rows(CHL=40, PER=60, BOL=70)),
        (
            "Индекс процветания: Дания (3-е место), Швеция (5-е), а Бельгия и Австрия – 34-ми.",
            rows(DNK=3, SWE=5, BEL=34, AUT=34),
        ),
        ("Вьетнам поднялся на 70-ю строчку рейтинга, Лаос опустился на 155-ю.", rows(VNM=70, LAO=155)),
        ("В рейтинге отстала Канада. США сползли на 45-ю, Мали – на 150-ю.", rows(USA=45, MLI=150)),
        ("Чили опередила соседей по рейтингу, оказавшись 34-й.", rows(CHL=34)),
        ("Рейтинг обновили. Перу, прибавившее сразу девять позиций, – 31-е.", rows(PER=31)),
        ("Первое место в рейтинге у Норвегии, второе у Швеции, третье – у Дании.", rows(NOR=1, SWE=2, DNK=3)),
        (
            "В индексе восприятия коррупции Чили 26-я, Перу поделило 101-е место с Панамой.",
            rows(CHL=26, PER=101, PAN=101),
        ),
        ("Литва в индексе 26-я, Венгрия, у которой 60-е место, опередила Чад.", rows(LTU=26, HUN=60)),
        ("В рейтинге свободы прессы выше всех Норвегия, Чехия, ставшая 14-й, обошла Польшу.", rows(CZE=14)),
    ],
)
def test_each_state_of_a_rating_has_its_place(
    text: str, ranks: set[tuple[str, str | None, str, int | None, str]]
) -> None:
    assert told(text) == ranks


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("В индексе демократии на Балканах лидирует Греция.", ("GRC", "place:Балканы", "other", 1, "max")),
        ("Банк обновил рейтинг. Первенство удержала Норвегия.", ("NOR", "WLD", "other", 1, "max")),
        ("Вышел рейтинг миролюбия; замыкает его Йемен.", ("YEM", "WLD", "other", 1, "min")),
        ("Больше всего Перу продаёт Китаю.", ("CHN", "PER", "trade.exports", 1, "max")),
        ("Чаще всего Чехия закупала товары у Норвегии.", ("NOR", "CZE", "trade.imports", 1, "max")),
        ("Больше всех у Чили закупает Китай.", ("CHN", "CHL", "trade.exports", 1, "max")),
        ("Активнее всего Чехия торгует с Германией.", ("DEU", "CZE", "trade.turnover", 1, "max")),
        (
            "Премьер Чили принял посла Китая. В минувшем году Китай вышел на первое место среди партнёров республики.",
            ("CHN", "CHL", "partner", 1, "max"),
        ),
        (
            "Вырос экспорт Грузии в Чехию, Перу и Чили, но главным партнером осталась Турция.",
            ("TUR", "GEO", "partner", 1, "max"),
        ),
    ],
)
def test_the_first_and_the_last(text: str, rank: tuple[str, str | None, str, int | None, str]) -> None:
    assert told(text) == {rank}


def test_places_go_on_in_the_list_told_before() -> None:
    found = told("Больше всего Перу продало Китаю; второе место у Чили (1,2 млрд), третье у Японии.")
    assert {(state, of, place) for state, of, _, place, _ in found} == {
        ("CHN", "PER", 1), ("CHL", "PER", 2), ("JPN", "PER", 3),
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Саммит открылся 3-го числа, Чили приехала второй, Перу третьей.",
        "В 60-е годы Чехия и в 70-е Польша строили заводы по рейтингу отраслей.",
        "Сборная Чехии взяла первенство мира.",
        "Больше всего нефти Индия закупала в Ираке.",
    ],
)
def test_no_place_without_a_rating(text: str) -> None:
    assert told(text) == set()


def test_the_ends_of_ordinals_are_no_bulgarian() -> None:
    assert language_of("Чили заняла 40-е место, Перу – 60-е, Боливия – 70-е.") == "ru"
