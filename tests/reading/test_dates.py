"""Dates and periods, resolved against publication and against what the text named before."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.reading.dates import dates

DAY = date(2019, 5, 16)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("в прошлом году", "2018"), ("за минувший год", "2018"), ("в позапрошлом году", "2017"),
        ("за первые восемь месяцев 2018 года", "2018-01/2018-08"), ("по итогам 2017 года", "2017"),
        ("в январе–июне 2018 года", "2018-01/2018-06"), ("с января по март 2019 года", "2019-01/2019-03"),
        ("в третьем квартале прошлого года", "2018-07/2018-09"), ("в первом полугодии", "2018-01/2018-06"),
        ("по итогам полугодия", "2018-07/2018-12"), ("с 2009 по 2014 год", "2009/2014"),
        ("в 2014–2015 годах", "2014/2015"), ("в 1990-е годы", "199X"), ("в девяностых", "199X"),
        ("в XIX веке", "18XX"), ("летом прошлого года", "2018-06/2018-08"), ("в январе прошлого года", "2018-01"),
        ("пять лет назад", "2014"), ("с начала года", "2019-01/2019-05"), ("вчера", "2019-05-15"),
        ("17 декабря", "2018-12-17"), ("31.12.2018", "2018-12-31"), ("за последние три года", "2016/2018"),
        ("в понедельник", "2019-05-13"), ("в прошлом месяце", "2019-04"), ("к двадцатилетию договора", "1999"),
        ("прошлым летом", "2018-06/2018-08"), ("прошлой весной", "2018-03/2018-05"), ("прошлым апрелем", "2019-04"),
        ("прошлым июнем", "2018-06"), ("итоги полугодия", "2018-07/2018-12"),
        ("к середине десятилетия", "2015"), ("в 2014 году, 27 июня", "2014-06-27"),
    ],
)  # fmt: skip
def test_an_expression_means_a_period(text: str, period: str) -> None:
    assert str(dates(text, DAY)[0].period) == period


@pytest.mark.parametrize("text", ["в прошлом году", "вчера", "17 декабря", "за последние три года", "пять лет назад"])
def test_nothing_is_guessed_without_a_publication_date(text: str) -> None:
    assert all(when.period is None for when in dates(text))


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("больше, чем в 2014 году", "base"), ("против 2014-го", "base"), ("впервые с 2014-го", "since"),
        ("к 2025 году", "by"), ("до 2042 года", "until"), ("в 2014 году", "in"),
    ],
)  # fmt: skip
def test_prepositions_say_how_a_date_is_meant(text: str, relation: str) -> None:
    assert dates(text, DAY)[0].relation == relation


def test_a_year_earlier_is_counted_from_the_period_before() -> None:
    first, second = dates("за десять месяцев 2017 года вырос, годом ранее упал", DAY)
    assert str(first.period) == "2017-01/2017-10"
    assert (str(second.period), second.relation) == ("2016-01/2016-10", "base")


def test_a_span_ends_with_the_year_of_its_sentence() -> None:
    assert str(dates("В 2006 году было мало; за два следующих года прибавило", DAY)[1].period) == "2006/2008"


@given(st.text(alphabet="0123456789 .-–воктябряиюгодмесцлетназпрошлй", max_size=120))
def test_any_text_is_read_without_failing(text: str) -> None:
    found = dates(text, DAY)
    assert all(text[w.start : w.end] for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
