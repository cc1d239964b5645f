"""Two levels with one date, «немногим более», and shares told by «занимать» or «в структуре»: sentences of our own."""

from datetime import date

import pytest

from sverka.claims.proposition import Figure
from sverka.reading.reader import read

PUBLISHED = date(2018, 3, 1)


def figures(text: str) -> list[Figure]:
    return [m.proposition for m in read(text, PUBLISHED).mentions if isinstance(m.proposition, Figure)]


@pytest.mark.parametrize(
    "text",
    [
        "Экспорт Чили в Перу вырос с 2 млрд долларов в 1996 году до 5 млрд долларов на сегодняшний день.",
        "Экспорт Чили в Перу вырос с 2 млрд долларов в 1996 году до 5 млрд долларов.",
        "Население Непала увеличилось с 20 млн человек в 1996 году до нынешних 29 млн.",
    ],
)
def test_the_date_of_the_first_level_is_not_that_of_the_second(text: str) -> None:
    first, second = figures(text)
    assert str(first.period) == "1996"
    assert second.period is None


def test_each_of_two_levels_has_its_own_date() -> None:
    told = figures("Экспорт Чили в Перу вырос с 2 млрд долларов в 1996 году до 5 млрд долларов в 2014 году.")
    assert [str(f.period) for f in told] == ["1996", "2014"]


@pytest.mark.parametrize(
    ("hedge", "bound"),
    [("немногим более", ">"), ("слегка больше", ">"), ("немногим менее", "<"), ("ненамного меньше", "<"),
     ("немногим превысило", ">")],
)  # fmt: skip
def test_a_degree_belongs_to_the_hedge(hedge: str, bound: str) -> None:
    said = f"Население Чада {hedge if 'превы' in hedge else 'составило ' + hedge} 14 млн человек."
    (mention,) = read(said, PUBLISHED).mentions
    assert isinstance(mention.proposition, Figure)
    assert mention.proposition.bound == bound
    assert hedge in mention.anchor


@pytest.mark.parametrize(
    "text",
    [
        "В структуре внешней торговли Анголы Бразилия в 2015 году занимала 4,8 %.",
        "Во внешней торговле Анголы Бразилия в 2015 году занимала 4,8 %.",
        "Бразилия в 2015 году занимала 4,8 % в структуре товарооборота Анголы.",
    ],
)
def test_what_a_partner_takes_up_of_a_trade_is_his_share(text: str) -> None:
    (share,) = figures(text)
    assert (share.metric, share.parties, share.low) == ("trade.share", ("AGO", "BRA"), 4.8)


@pytest.mark.parametrize(
    ("text", "metric", "party", "values"),
    [
        ("Расходы Польши на армию выросли до 84 млрд долларов, или 4,5% ВВП.", "military.spending", "POL", [84e9, 4.5]),
        ("Военные траты Алжира достигли 10 млрд долларов. Это 6% ВВП.", "military.spending", "DZA", [10e9, 6]),
        ("Дефицит бюджета Испании сократят до 3,6% ВВП с 5,1% ВВП годом ранее.", "budget", "ESP", [3.6, 5.1]),
        ("Денежные переводы мигрантов составляют 42% ВВП Таджикистана.", "gdp.share", "TJK", [42]),
        ("На нужды обороны Эстония направляет 2% ВВП.", "military.spending", "EST", [2]),
    ],
)
def test_what_is_told_in_per_cent_of_output_stays_what_it_is(
    text: str, metric: str, party: str, values: list[float]
) -> None:
    found = [m.to_json() for m in read(text, date(2016, 5, 10)).mentions]
    assert [(m["metric"], m["parties"], m["low"]) for m in found] == [(metric, [party], v) for v in values]
