"""What a number is set against: last year's is no date of the numbers after it."""

from datetime import date

import pytest

from sverka.reading.reader import read

PUBLISHED = date(2021, 12, 13)


@pytest.mark.parametrize(
    ("compared", "direction"),
    [
        ("что на треть превышает прошлогодний результат за тот же срок", "+"),
        ("что на треть (на 32%) превышает прошлогодний результат", "+"),
        ("на 5 % уступив прошлогоднему показателю", "-"),
        ("на 12 % превзойдя прошлогодний объём", "+"),
    ],
)
def test_last_years_result_dates_nothing_that_follows(compared: str, direction: str) -> None:
    text = f"За девять месяцев Чили и Перу наторговали на 3 млрд долларов, {compared}. Экспорт Чили составил 2,2 млрд."
    told = [m.to_json() for m in read(text, PUBLISHED).mentions]
    figures = [c for c in told if c["kind"] == "figure"]
    assert [c["low"] for c in figures] == [3e9, 2.2e9]
    assert {c["period"] for c in figures} == {"2021-01/2021-09"}
    assert {c["direction"] for c in told if c["kind"] == "change"} == {direction}


def test_more_than_last_years_by_so_much_is_a_change() -> None:
    text = "Экспорт Перу в Чили оказался ниже прошлогоднего уровня на 7 %."
    (change,) = [m.to_json() for m in read(text, PUBLISHED).mentions if m.to_json()["kind"] == "change"]
    assert (change["metric"], change["direction"], change["low"]) == ("trade.exports", "-", 7)


def test_what_passed_a_sum_in_a_year_is_of_that_year() -> None:
    (figure,) = [m.to_json() for m in read("Экспорт Перу в Чили превысил в 2013 году 5 млрд долларов.").mentions]
    assert figure["period"] == "2013"
