"""Which date of a sentence is an amount's: days of a stock, parts of a year, forecasts, records, in our own words."""

from datetime import date

import pytest

from sverka.claims.proposition import Change, Figure
from sverka.reading.reader import read

PUBLISHED = date(2012, 11, 2)


def periods(text: str, published: date = PUBLISHED) -> list[str]:
    said = [m.proposition for m in read(text, published).mentions]
    return [str(p.period) for p in said if isinstance(p, Figure | Change)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Внешний долг Перу на 1 октября 2012 года составил 29 млрд долларов.", ["2012-10-01"]),
        ("На 1 января население Перу составляло 30 млн человек.", ["2012-01-01"]),
        ("К 1 октября внешний долг Перу достиг 29 млрд долларов.", ["2012-10-01"]),
        (
            "Внешний долг Перу вырос в 2011 году на 12 % и на 1 января 2012 года составлял 30 млрд долларов.",
            ["2010/2011", "2012-01-01"],
        ),
    ],
)
def test_a_stock_is_of_the_day_it_is_counted_on(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("За девять месяцев экспорт Перу вырос на 12 %.", date(2012, 11, 2), "2012-01/2012-09"),
        ("По итогам одиннадцати месяцев экспорт Перу вырос на 12 %.", date(2013, 1, 15), "2012-01/2012-11"),
        ("За полгода экспорт Перу вырос на 12 %.", date(2012, 7, 15), "2012-01/2012-06"),
        ("За четыре месяца экспорт Перу вырос на 12 %.", date(2012, 11, 2), "None"),
        ("За девять месяцев войны экспорт Перу упал на 12 %.", date(2012, 11, 2), "None"),
        ("По итогам года экспорт Перу превысил 40 млрд долларов.", date(2013, 1, 20), "2012"),
        ("По итогам года экспорт Перу превысит 40 млрд долларов.", date(2012, 11, 2), "2012"),
        ("К концу года инфляция в Перу снизится до 3 %.", date(2012, 7, 15), "2012"),
    ],
)
def test_a_part_of_the_year_without_a_year_is_the_last_one_over(text: str, published: date, expected: str) -> None:
    assert periods(text, published) == [expected]


def test_another_quarter_is_of_the_same_year() -> None:
    told = periods("В третьем квартале инфляция в Перу составила 3 %, во втором – 2 %.")
    assert told == ["2012-07/2012-09", "2012-04/2012-06"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В августе экспорт Перу сократился на 5 % к июлю.", ["2012-07/2012-08"]),
        (
            "В августе экспорт Перу сократился на 5 % к июлю и на 7 % к августу прошлого года.",
            ["2012-07/2012-08", "2012-08"],
        ),
        ("В третьем квартале экспорт Перу вырос на 5 % по сравнению с предыдущим кварталом.", ["2012-04/2012-09"]),
    ],
)
def test_a_change_from_one_month_to_another_spans_both(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Весной МВФ оценивал спад ВВП Перу в 5 %.",
        "В апреле 2012 года Всемирный банк ожидал, что ВВП Перу вырастет на 5 %.",
        "ВВП Перу в ценах 2000 года составил 55 млрд долларов.",
        "Не менее 12 человек погибли в Перу при взрыве, похожем на случившийся в 2010 году.",
        "Рост экспорта Перу составил 12 % и стал максимальным с 2008 года.",
        "Рост экспорта Перу составил 12 % – это лучший показатель с 2008 года.",
    ],
)
def test_a_date_of_something_else_is_not_the_amounts(text: str) -> None:
    assert periods(text) == ["None"]


def test_what_a_forecast_is_for_is_the_date_of_the_value() -> None:
    assert periods("В 2011 году Всемирный банк прогнозировал падение ВВП Перу в 2012 году на 2 %.") == ["2011/2012"]
    assert periods("На 2011 год Всемирный банк прогнозировал падение ВВП Перу на 2 %.") == ["2010/2011"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("За пять лет экспорт Перу вырос с 20 до 29 млрд долларов.", ["2007", "2012"]),
        ("С 2008 по 2011 год экспорт Перу вырос с 20 до 29 млрд долларов.", ["2008", "2011"]),
        ("В 2008, 2009 и 2011 году Перу получила 120 млн долларов помощи.", ["None"]),
        ("В 2011 году экспорт Перу составил 46 млрд долларов. Ежегодно он растёт на 5 %.", ["2011", "None"]),
        ("Экономику Перу в 1990 году поразил кризис. Тогда ВВП сократился на 5 %.", ["1989/1990"]),
        ("Внешний долг Перу на 1 октября составил 29 млрд долларов. С начала года он вырос на 8 %.",
         ["2012-10-01", "2012-01/2012-09"]),
        ("В 2011 году экспорт Перу составил 46 млрд долларов. За десять лет он вырос впятеро.", ["2011", "2001/2011"]),
    ],
)  # fmt: skip
def test_what_a_stretch_or_a_list_of_years_says_of_each_amount(text: str, expected: list[str]) -> None:
    assert periods(text) == expected
