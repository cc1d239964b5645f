"""What branches of an economy did is theirs, whatever was told of output before."""

from datetime import date

import pytest

from sverka.reading.reader import read


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Строительство в Чили за 2019 год прибавило 4,7 %.", [4.7]),
        ("Жилищное строительство в Чили сократилось за год на 6,9 %.", [6.9]),
        ("ВВП Чили вырос на 3 %. Промышленность прибавила 8,9 %, услуги – 8,6 %.", [8.9, 8.6]),
        ("Сельское хозяйство Чили прибавило в 2019 году 3,7 %.", [3.7]),
        ("Обрабатывающие отрасли Чили в 2019 году выросли на 2 %.", [2.0]),
    ],
)
def test_growth_of_a_branch(text: str, values: list[float]) -> None:
    found = [m.proposition for m in read(text, date(2020, 2, 9)).mentions if m.proposition.kind == "change"]
    assert [p.quantity.low for p in found if p.metric == "other"] == values


def test_services_sold_abroad_are_exports() -> None:
    found = read("Экспорт Чили вырос на 5 %, в том числе услуг – на 8 %.", date(2020, 2, 9)).mentions
    assert {getattr(m.proposition, "metric", "") for m in found} == {"trade.exports"}
