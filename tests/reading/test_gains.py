"""Changes told by nouns, by what they pass, by comparatives, and the stretch each of them is of, in our own words."""

from datetime import date

import pytest

from sverka.claims.proposition import Change, Figure
from sverka.reading.reader import read

DAY = date(2020, 2, 5)


def last(text: str, published: date = DAY) -> tuple[str, str, float, str]:
    said = [m.proposition for m in read(text, published).mentions]
    found = [p for p in said if isinstance(p, Figure | Change)][-1]
    sign = found.direction if isinstance(found, Change) else "="
    return type(found).__name__, sign, found.low, str(found.period)


@pytest.mark.parametrize(
    ("text", "sign", "low"),
    [
        ("В 2019 году экспорт Перу составил 45 млрд долларов, на 6% хуже прошлогоднего.", "-", 6),
        ("Товарооборот Кореи с Вьетнамом в 2019 году дорос до 70 млрд долларов, на 8% больше прежнего.", "+", 8),
        ("В 2019 году экспорт Перу составил 45 млрд долларов, что на 7% больше результата годичной давности.", "+", 7),
        ("В 2019 году экспорт Перу составил 45 млрд долларов, что на 7% превышает показатель 2018 года.", "+", 7),
        ("Экспорт Перу за 2019 год на 4% уступает результату предыдущего года.", "-", 4),
        ("Экспорт Перу за 2019 год – 45 млрд долларов, прибавка к предыдущему году – 7 процентов.", "+", 7),
        ("Торговля Перу и Чили достигла за 2019 год 4 млрд долларов; прирост к 2018-му – 17,7 процента.", "+", 17.7),
        ("2019 год Перу завершило минусом ВВП в 2,8%.", "-", 2.8),
        ("В 2019 году инфляция в Перу ускорилась на 0,5 процентного пункта.", "+", 0.5),
        ("Импорт Перу в 2019 году понизился на 4%.", "-", 4),
    ],
)
def test_what_is_above_or_below_what_it_was_changed(text: str, sign: str, low: float) -> None:
    assert last(text) == ("Change", sign, low, "2018/2019")


def test_a_level_a_rate_came_to_is_no_change() -> None:
    assert last("Рост экономики Перу в 2019 году замедлился до 2,2%.") == ("Figure", "=", 2.2, "2019")


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Зарплаты в Венгрии за год выросли на 11%.", date(2018, 9, 14), "2017/2018"),
        ("Экспорт Венгрии за последние два года упал наполовину.", date(2019, 2, 8), "2017/2019"),
        ("Валовой продукт Молдавии, в 1990 году составлявший 10 млрд долларов, к 1999-му сжался вчетверо.", DAY,
         "1990/1999"),
        ("Экспорт Перу вырастет на 40% к 2025 году по сравнению с 2019-м.", DAY, "2019/2025"),
        ("Экспорт Перу во втором квартале вырос на 4% к первому.", date(2020, 8, 5), "2020-01/2020-06"),
    ],
)  # fmt: skip
def test_the_stretch_of_a_change_runs_from_what_it_is_compared_with(text: str, published: date, expected: str) -> None:
    assert last(text, published)[3] == expected


def test_what_was_sold_over_years_is_of_all_of_them() -> None:
    text = "За последние пять лет Испания продала Марокко оружия на 3 млрд долларов."
    assert last(text, date(2018, 10, 22)) == ("Figure", "=", 3e9, "2013/2018")


def test_a_sum_of_minus_is_a_balance_and_no_change() -> None:
    text = "Прошлый год закончился для торговли Ливии с Мальтой рекордным минусом в 596 млн долларов."
    assert [m.proposition for m in read(text, date(2018, 10, 22)).mentions] == []
    assert last("Экспорт Ирана закончил год минусом в 5 %.", date(2018, 10, 22))[0] == "Change"
