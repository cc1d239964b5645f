"""A part behind its sum and a sum behind its part; goods told by the piece, and those who ask for shelter."""

from datetime import date

import pytest

from sverka.claims.proposition import Change, Figure
from sverka.reading.reader import read

DAY = date(2017, 2, 28)


def told(text: str) -> list[tuple[str, tuple[str, ...], float, str]]:
    return [
        (p.metric, p.parties, p.low, p.unit)
        for m in read(text, DAY).mentions
        if isinstance(p := m.proposition, Figure)
    ]  # fmt: skip


def test_the_part_a_sum_makes_up() -> None:
    assert told("В 2016 году Перу продало Чили товаров на 14,7 млрд долларов (18,7%), Китаю – на 3 млрд (4%).") == [
        ("trade.exports", ("PER", "CHL"), 14.7e9, "USD"),
        ("trade.share", ("PER", "CHL"), 18.7, "%"),
        ("trade.exports", ("PER", "CHN"), 3e9, "USD"),
        ("trade.share", ("PER", "CHN"), 4.0, "%"),
    ]


@pytest.mark.parametrize("behind", ["рост на 18,7%", "+18,7%"])
def test_a_change_in_brackets_is_no_part(behind: str) -> None:
    found = read(f"Экспорт Перу в Чили составил 14,7 млрд долларов ({behind}).", DAY).mentions
    assert [m.proposition.metric for m in found if isinstance(m.proposition, Change)] == ["trade.exports"]


def test_the_sum_of_a_part() -> None:
    assert told("На Китай приходится треть экспорта Перу (12 млрд долларов).")[-1] == (
        "trade.exports", ("PER", "CHN"), 12e9, "USD",
    )  # fmt: skip


def test_goods_by_the_piece() -> None:
    assert told("Чили в 2016 году продала Перу 12 тысяч автомобилей.") == [
        ("trade.exports", ("CHL", "PER"), 12e3, "units")
    ]


def test_requests_for_shelter() -> None:
    assert told("В 2016 году Германия приняла 321 370 заявлений об убежище.") == [
        ("migration", ("DEU",), 321370.0, "units")
    ]
    assert told("В декабре 2016 года убежища в Германии попросили 16 441 человек.") == [
        ("migration", ("DEU",), 16441.0, "persons")
    ]


def test_what_plants_in_common_cost_is_invested() -> None:
    text = (
        "Правительство Чили принимает посла Перу. Строятся 45 совместных предприятий общей стоимостью 15 млрд долларов."
    )
    assert [(m, set(p), v) for m, p, v, _ in told(text)] == [("investment", {"CHL", "PER"}, 15e9)]
