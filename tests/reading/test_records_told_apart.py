"""Records told apart from their number: after who reported it, or in a sentence that begins with over what."""

from datetime import date

import pytest

from sverka.reading.reader import read


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (
            "Экономика Перу выросла в 2018 году на 2,3 %, сообщил банк, – это лучший результат за шесть лет.",
            ("gdp.growth", "max"),
        ),
        ("ВВП Чили увеличился в 2018 году на 8 %. За последние три года это максимум.", ("gdp.growth", "max")),
        ("Экспорт Чили упал в 2018 году на 5 % – это худший показатель за десять лет.", ("trade.exports", "min")),
    ],
)
def test_a_record_of_what_was_told(text: str, record: tuple[str, str]) -> None:
    found = [m.proposition for m in read(text, date(2019, 2, 4)).mentions if m.proposition.kind == "extreme"]
    assert [(p.metric, p.direction) for p in found] == [record]
