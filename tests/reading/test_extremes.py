"""Records told without «рекорд»: nothing of the kind was before, or a superlative says over what time it is one."""

from datetime import date

import pytest

from sverka.reading.reader import read


def told(text: str) -> list[tuple[str, tuple[str, ...], str, str]]:
    found = [m.proposition for m in read(text, date(2019, 5, 10)).mentions if m.proposition.kind == "extreme"]
    return [(p.metric, p.parties, p.direction, str(p.period)) for p in found]


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (
            "Инфляция в Чили в 2018 году составила 14%, столько она не показывала с 1992 года.",
            ("inflation", ("CHL",), "max", "2018"),
        ),
        (
            "В 2015 году экспорт Перу составил 33 млрд долларов – худший результат за шесть лет.",
            ("trade.exports", ("PER",), "min", "2015"),
        ),
        (
            "Экспорт Ганы вырос в 2011 году на 40 процентов, чего прежде не бывало.",
            ("trade.exports", ("GHA",), "max", "2011"),
        ),
        ("Чехия переживает самую сильную рецессию с 1930-х годов.", ("gdp.growth", ("CZE",), "min", "None")),
        ("Это самый слабый рост ВВП Перу с 2009 года.", ("gdp.growth", ("PER",), "min", "None")),
    ],
)
def test_a_record_is_read(text: str, record: tuple[str, tuple[str, ...], str, str]) -> None:
    assert told(text) == [record]


@pytest.mark.parametrize(
    "text",
    [
        "Он станет самым молодым президентом в истории Чили.",
        "Такого договора между Чили и Перу не было.",
        "Инфляция в Чили составила 4%, столько же было и в Перу.",
    ],
)
def test_what_is_no_series_has_no_record(text: str) -> None:
    assert told(text) == []
