"""What later numbers are told of the same time, and which dates say nothing of a number, in our own words."""

from datetime import date

import pytest

from sverka.claims.proposition import Change, Figure
from sverka.reading.reader import read


def periods(text: str, published: date) -> list[str]:
    said = [m.proposition for m in read(text, published).mentions]
    return [str(p.period) for p in said if isinstance(p, Figure | Change)]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "Накануне мощный взрыв прогремел у посольства в Кабуле. В результате погибли 12 человек, более 30 ранены.",
            date(2018, 6, 20), ["2018-06-19", "2018-06-19"],
        ),
        (
            "7 июня авиация Саудовской Аравии разбомбила рынок в Йемене. Жертвами удара стали 25 человек.",
            date(2018, 6, 20), ["2018-06-07"],
        ),
        (
            "Жертвами взрыва, прогремевшего утром в понедельник в городе Кветта в Пакистане, стали 15 человек.",
            date(2018, 6, 20), ["2018-06-18"],
        ),
        (  # of another day
            "7 июня авиация Саудовской Аравии разбомбила рынок в Йемене. Всего с начала войны там погибли "
            "9 тысяч человек.", date(2018, 6, 20), ["None"],
        ),
    ],
)  # fmt: skip
def test_the_dead_are_of_the_day_of_what_killed_them(text: str, published: date, expected: list[str]) -> None:
    assert periods(text, published) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "Общий долг иностранных государств перед Китаем к концу 2021 года составлял 180 млрд долларов. Пакистан "
            "является крупнейшим должником Китая с суммой задолженности в размере 27 млрд долларов.",
            date(2023, 1, 18), ["2021", "2021"],
        ),
        (
            "Товарооборот Турции и Ирана по итогам 2019 года может достигнуть 12 млрд долларов. «Наш товарооборот "
            "достигнет $12 млрд», - сказал посол.", date(2019, 6, 18), ["2019", "2019"],
        ),
        (
            "В 2021 году Испания выделила Перу 90 млн евро. Из этой суммы 30 млн евро составили кредиты Перу.",
            date(2023, 1, 18), ["2021", "2021"],
        ),
    ],
)  # fmt: skip
def test_a_list_a_repeated_number_and_a_sum_taken_up_are_of_one_time(
    text: str, published: date, expected: list[str]
) -> None:
    assert periods(text, published) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("С 2011 года США выделили Иордании 5 млрд долларов.", date(2016, 5, 20), "2011/2016"),
        ("С марта 2014 года в Сирии погибли 30 тыс. человек.", date(2016, 5, 20), "2014-03/2016-05"),
        ("С начала 2015 года в Нигерии погибли более 4 тыс. человек.", date(2016, 5, 20), "2015/2016"),
    ],
)
def test_what_adds_up_from_a_year_on_lasts_until_publication(text: str, published: date, expected: str) -> None:
    assert periods(text, published) == [expected]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "Инфляция в Колумбии составила в 2023 году 13,3%, что на 5 процентных пунктов выше 8,5%, зафиксированных "
            "в 2022 году.", date(2024, 5, 16), "2022",
        ),
        ("Экспорт Кении достиг 7,4 млрд долларов, отмеченных таможней в 2022 году.", date(2024, 5, 16), "2022"),
        (
            "Австралия, истратив на оборону 20 млрд долларов, поднялась в 2016 году на двенадцатое место.",
            date(2017, 5, 2), "2016",
        ),
        (
            "До 2025 года Турция и Грузия планируют довести товарооборот до 3 млрд долларов.",
            date(2019, 2, 18), "2025",
        ),
        (
            "В июле текущего года экспорт Вьетнама вырос в сравнении с аналогичным периодом 2020 года, достигнув "
            "27 млрд долларов.", date(2021, 9, 16), "2021-07",
        ),
        (
            "По контракту Россия гарантирует транзит через Украину 40 млрд кубометров газа в следующие четыре года.",
            date(2020, 1, 6), "2021/2024",
        ),
        ("Инфляция в Турции в январе составила 48%.", date(2022, 11, 6), "2022-01"),
        ("2 января транзит газа через Словакию сократился до 38 млн кубометров.", date(2021, 1, 6), "2021-01-02"),
    ],
)  # fmt: skip
def test_words_beside_a_number_date_it(text: str, published: date, expected: str) -> None:
    assert periods(text, published)[-1] == expected


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("В январе экспорт Турции в Ирак упал, а есть ещё стройки, которые приносили 15 млрд долларов в год.",
         date(2016, 2, 18)),
        ("Двадцать лет назад вся торговля Молдавии шла через Россию. Сегодня 65% экспорта Молдавии идёт в Румынию.",
         date(2022, 2, 18)),
        ("Экспорт приносит Гвинее за год 3 млрд долларов.", date(2017, 8, 14)),
    ],
)  # fmt: skip
def test_a_yearly_rate_and_what_is_so_now_have_no_period(text: str, published: date) -> None:
    assert periods(text, published)[-1] == "None"


def test_both_levels_of_a_forecast_revised_are_of_its_year() -> None:
    found = periods("МВФ понизил прогноз роста ВВП Польши на 2013 г. - с 2,9% до 2,1%.", date(2012, 10, 10))
    assert found == ["2013", "2013"]


def test_the_answers_of_one_poll_are_of_one_time() -> None:
    text = "Апрельский опрос в Грузии удивил. За вступление в НАТО высказались 61% опрошенных жителей Грузии."
    assert periods(text, date(2010, 5, 6)) == ["2010-04"]


@pytest.mark.parametrize(
    "text",
    [
        "Рост ВВП Чехии составил 4,6% во втором квартале 2017 года; безработица в Чехии упала до 3,6%.",
        "В апреле Замбия перестала платить по внешнему долгу, составляющему 51 млрд долларов.",
        "Кроне в 2015 году было трудно; внешний долг Исландии приближается к 30 млрд долларов.",
    ],
)
def test_a_clause_of_its_own_has_not_the_date_of_the_one_before(text: str) -> None:
    assert periods(text, date(2018, 9, 13))[-1] == "None"


def test_the_date_of_a_participial_clause_dates_nothing_outside_it() -> None:
    text = "Население Латвии, в 2013 году превышавшее 2 млн человек, сократилось до 1,9 млн человек."
    assert periods(text, date(2016, 9, 13)) == ["2013", "None"]


def test_a_period_told_before_is_less_sure_than_one_told_with_its_number() -> None:
    text = "В 2015 году экспорт Перу в Чили составил 3 млрд долларов. Импорт Перу из Чили составил 2 млрд долларов."
    own, carried = read(text, date(2016, 9, 13)).mentions[:2]
    assert carried.confidence < own.confidence
