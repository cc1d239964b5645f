"""Amounts: every way Russian news writes money, percent, counts, volumes, multiples and fractions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.reading.durations import durations
from sverka.reading.quantities import amounts


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "bound"),
    [
        ("около 12 млрд долларов", 12e9, 12e9, "USD", "~"),
        ("свыше 1,5 трлн руб.", 1.5e12, 1.5e12, "RUB", ">"),
        ("полтора миллиарда евро", 1.5e9, 1.5e9, "EUR", "="),
        ("два с половиной миллиона тонн", 2.5e6, 2.5e6, "t", "="),
        ("от 10 до 20 млн тенге", 10e6, 20e6, "KZT", "="),
        ("пять-семь процентов", 5, 7, "%", "="),
        ("3–5 трлн долларов", 3e12, 5e12, "USD", "="),
        ("US$ 400 млн", 400e6, 400e6, "USD", "="),
        ("не дотягивал и до 300 млн сумов", 300e6, 300e6, "UZS", "<"),
        ("вплотную подошёл к 40 млрд юаней", 40e9, 40e9, "CNY", "~"),
        ("перевалил за 7 млрд лари", 7e9, 7e9, "GEL", ">"),
        ("едва дотянул до 2 млрд долл.", 2e9, 2e9, "USD", "~"),
        ("не менее 8 млн человек", 8e6, 8e6, "persons", ">"),
        ("от силы 20 процентов", 20, 20, "%", "<"),
        ("почти на треть", 33.3, 33.3, "%", "~"),
        ("более двух третей", 66.7, 66.7, "%", ">"),
        ("шестая часть", 16.7, 16.7, "%", "="),
        ("каждый пятый доллар", 20, 20, "%", "="),
        ("выросли в 1,8 раза", 1.8, 1.8, "x", "="),
        ("утроился", 3, 3, "x", "="),
        ("10,5 млн баррелей в день", 10.5e6, 10.5e6, "bbl/day", "="),
        ("на 1,3 процентного пункта", 1.3, 1.3, "pp", "="),
        ("12 345 678 рублей", 12345678, 12345678, "RUB", "="),
        ("двухмиллиардный кредит, 3 млрд долларов", 2e9, 2e9, "", "="),
        ("200 канадских долларов", 200, 200, "CAD", "="),
        ("700 тысяч поляков", 7e5, 7e5, "persons", "="),
        ("64 российских военнослужащих", 64, 64, "persons", "="),
    ],
)
def test_an_amount_is_read(text: str, low: float, high: float, unit: str, bound: str) -> None:
    first = amounts(text)[0]
    assert (first.quantity.low, first.quantity.high, first.unit, first.quantity.bound) == (low, high, unit, bound)


@pytest.mark.parametrize(
    "text",
    [
        "в 2014 году", "15 мая 2012 года", "ему 34 года", "в 15:30", "самолёт Су-24", "G20", "во второй половине года",
        "за последние три года", "третьей стала Польша", "миллионы китайцев", "в начале 1990-х",
    ],
)  # fmt: skip
def test_dates_ages_and_names_are_no_amounts(text: str) -> None:
    assert amounts(text) == []


def test_a_word_coarser_than_its_digits_says_so() -> None:
    third, twice = amounts("на треть и вдвое больше")
    assert third.quantity.tolerance == 3.0
    assert twice.quantity.tolerance == pytest.approx(0.15)


def test_digits_keep_the_precision_they_were_written_with() -> None:
    assert amounts("20,0 млрд долларов")[0].quantity.tolerance == pytest.approx(0.05e9)
    assert amounts("20 млрд долларов")[0].quantity.tolerance == pytest.approx(0.5e9)


def test_a_unit_left_out_is_taken_from_before() -> None:
    first, second, third = amounts("18 млрд долларов, а встречный поток – семь миллиардов, годом раньше и до пяти")
    assert (first.unit, second.unit, third.unit) == ("USD", "USD", "USD")
    assert third.quantity.low == 5e9
    assert third.inherited


def test_a_span_holds_its_hedge() -> None:
    text = "оборот превысил почти что рекордные, не менее чем 5 млрд долларов"
    amount = amounts(text)[0]
    assert text[amount.start : amount.end] == "не менее чем 5 млрд долларов"


def test_both_ends_of_a_paired_change_have_the_unit() -> None:
    first, second = amounts("выросла с 10 до 15 млрд долларов")
    assert (first.quantity.low, first.unit) == (10e9, "USD")
    assert (second.quantity.low, second.unit) == (15e9, "USD")


@given(st.text(alphabet="0123456789 ,.–-%$миллиардотысячнчетвертьв€\n", max_size=200))
def test_any_text_is_read_without_failing_and_in_order(text: str) -> None:
    found = amounts(text)
    assert all(0 <= a.start < a.end <= len(text) for a in found)
    assert [a.core[0] for a in found] == sorted(a.core[0] for a in found)


def test_reading_is_linear() -> None:
    assert len(amounts("более 5 млрд долларов и почти треть " * 3000)) == 6000


def test_durations_are_exact_where_calendar_allows() -> None:
    assert [(d.value, d.unit) for d in durations("полмесяца, полтора часа, семь недель")] == [
        (15, "day"),
        (90, "minute"),
        (7, "week"),
    ]


@pytest.mark.parametrize(
    "text", ["Каждый миллиард долларов экспорта кормит город.", "Выводы. 2. Ввоз вырос.", "Итог:\n3) Вывоз упал."]
)
def test_a_measure_and_the_number_of_a_point_are_no_amounts(text: str) -> None:
    assert amounts(text) == []


def test_a_list_goes_on_in_per_cent() -> None:
    found = amounts("В Испании – 14 процентов, во Франции – 8,5, в Чехии – менее 3, а вывоз – 5 млн тонн.")
    assert [(a.quantity.low, a.unit) for a in found] == [(14, "%"), (8.5, "%"), (3, "%"), (5e6, "t")]


def test_both_ends_of_a_range_take_the_scale_and_the_unit_of_the_list() -> None:
    found = amounts("Украинцев там 3 млн человек, поляков – 2–3 миллиона.")
    assert [(a.quantity.low, a.quantity.high, a.unit) for a in found] == [(3e6, 3e6, "persons"), (2e6, 3e6, "persons")]
