"""Numbers, dates and plural forms as each language writes them."""

import pytest

from sverka.claims import Period, Quantity
from sverka.reports.amounts import amount, between, ordinal, plain, size, stated, telling
from sverka.reports.dates import day, label, of_data, when
from sverka.reports.words import plural


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("value", "unit", "ru", "en"),
    [
        (12.5e9, "USD", "12,5 млрд долл.", "$12.5 billion"),
        (1234, "persons", "1 234 чел.", "1,234 people"),
        (999.6e6, "USD", "999,6 млн долл.", "$999.6 million"),
        (999.96e6, "USD", "1 млрд долл.", "$1 billion"),
        (33.63, "%", "33,63 %", "33.63%"),
        (-4.85, "pp", "−4,85 п. п.", "−4.85 percentage points"),
        (2.0, "x", "в 2 раза", "2 times"),
        (5.0, "x", "в 5 раз", "5 times"),
        (2.1, "x", "в 2,1 раза", "2.1 times"),
        (-2e9, "USD", "−2 млрд долл.", "−$2 billion"),
        (0.0, "%", "0 %", "0%"),
        (7.0, "parsecs", "7 parsecs", "7 parsecs"),
    ],
)
def test_an_amount_is_written_as_the_language_writes_it(value: float, unit: str, ru: str, en: str) -> None:
    assert (spaced(amount(value, unit, "ru")), spaced(amount(value, unit, "en"))) == (ru, en)


def test_whole_parts_are_never_cut() -> None:
    assert spaced(plain(1234567.8, "ru")) == "1 234 568"
    assert plain(0.00012345, "en") == "0.0001235"


def test_an_interval_narrower_than_its_digits_is_one_number() -> None:
    assert spaced(between(24624229965.6, 24624329965.6, "USD", "ru")) == "24,62 млрд долл."
    assert spaced(between(20e9, 30e9, "USD", "en")) == "$20 billion – $30 billion"


def test_bounds_are_said() -> None:
    assert spaced(stated(Quantity(18e9, 18e9, "USD", ">"), "ru")) == "более 18 млрд долл."
    assert spaced(stated(Quantity(2, 2, "x", ">"), "ru")) == "более чем в 2 раза"
    assert spaced(stated(Quantity(40, 40, "%", "~"), "en")) == "about 40%"
    assert spaced(stated(Quantity(3e12, 5e12, "USD"), "ru")) == "3 трлн долл. – 5 трлн долл."


def test_a_correction_has_digits_enough_to_differ_from_the_claim() -> None:
    assert spaced(telling(24.96e9, "USD", "ru", 25e9)) == "24,96 млрд долл."
    assert spaced(telling(24.62e9, "USD", "ru", 30e9)) == "24,6 млрд долл."


def test_limits_in_times_are_written_with_a_sign() -> None:
    assert size(2.5, "x", "ru") == "2,5×"


@pytest.mark.parametrize(("number", "english"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (21, "21st")])
def test_places_are_numbered(number: int, english: str) -> None:
    assert (ordinal(number, "en"), ordinal(number, "ru")) == (english, f"{number}-е")


@pytest.mark.parametrize(
    ("number", "form"), [(1, "год"), (2, "года"), (5, "лет"), (11, "лет"), (21, "год"), (112, "лет")]
)
def test_russian_plurals_follow_the_number(number: int, form: str) -> None:
    assert plural(number, "год|года|лет", "ru") == form


@pytest.mark.parametrize(
    ("period", "ru", "en"),
    [
        ("2021", "в 2021 году", "in 2021"),
        ("2022-02", "в феврале 2022 года", "in February 2022"),
        ("2022-02-14", "14 февраля 2022 года", "on 14 February 2022"),
        ("2023-01/2023-08", "в январе–августе 2023 года", "in January–August 2023"),
        ("2017/2019", "с 2017 года по 2019 год", "from 2017 to 2019"),
        ("2015/..", "с 2015 года", "since 2015"),
        ("../2015-03-01", "до 1 марта 2015 года", "until 1 March 2015"),
        ("2014~", "около 2014 года", "around 2014"),
        ("2014?", "предположительно 2014 года", "probably 2014"),
        ("199X", "в 1990-е годы", "in the 1990s"),
    ],
)
def test_a_period_answers_when(period: str, ru: str, en: str) -> None:
    assert (when(Period.parse(period), "ru"), when(Period.parse(period), "en")) == (ru, en)


def test_a_period_stands_by_itself() -> None:
    assert label(Period.parse("2020/2021"), "ru") == "2020–2021 годы"
    assert label(Period.parse("1993/2009-08-18"), "en") == "1993 – 18 August 2009"
    assert label(Period.parse("2021-01/2021-06"), "ru") == "январь–июнь 2021 года"


def test_how_old_the_data_are_is_said_by_publication_or_by_reach() -> None:
    assert of_data("2024-07-25", "ru") == "данные на 25 июля 2024 года"
    assert of_data("2021-12", "en") == "data to December 2021"
    assert of_data("", "ru") == ""
    assert day("не дата", "ru") == "не дата"
