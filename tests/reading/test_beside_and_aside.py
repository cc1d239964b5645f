"""What a number measures and when it was so, where other flows, years and causes are named beside it."""

from datetime import date

import pytest

from sverka.claims import Mention, to_short
from sverka.reading.reader import read


def figures(text: str, published: date = date(2022, 9, 30)) -> list[Mention]:
    return [m for m in read(text, published).mentions if m.proposition.kind in ("figure", "change")]


def claims(text: str, published: date = date(2022, 9, 30)) -> list[str]:
    return [to_short(m.proposition) for m in figures(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a number alone in brackets behind a year is of that year
            "По итогам 2021 года оборот Чили с Перу вырос на 5 % по сравнению с 2020 годом (1,8 млрд долларов) – "
            "до 1,9 млрд долларов.",
            ["change trade.turnover(CHL, PER) over 2020/2021 = 5 %", "trade.turnover(CHL, PER) in 2020 = 1.8e9 USD",
             "trade.turnover(CHL, PER) in 2021 = 1.9e9 USD"],
        ),
        (  # months compared with months
            "В августе экспорт Чили в Перу составил 94 млн долларов. Это вдвое больше, чем в аналогичный месяц "
            "прошлого года (45 млн долларов), и больше, чем в предыдущем месяце (72 млн долларов).",
            ["trade.exports(CHL, PER) in 2022-08 = 94e6 USD", "change trade.exports(CHL, PER) over 2022-08 = 2 x",
             "trade.exports(CHL, PER) in 2021-08 = 45e6 USD", "trade.exports(CHL, PER) in 2022-07 = 72e6 USD"],
        ),
        (  # «с начала года» goes as far as the months told of
            "За январь – май 2022 года оборот Чили с Перу составил 3 млрд долларов. С начала года экспорт вырос до 2,2 "
            "млрд долларов.",
            ["trade.turnover(CHL, PER) in 2022-01/2022-05 = 3e9 USD",
             "trade.exports(CHL, PER) in 2022-01/2022-05 = 2.2e9 USD"],
        ),
        (  # «за год» after a year is in that year
            "В 2020 году торговля Чили с Перу шла бойко. За один год торговля Чили с Перу выросла вдвое – с $1 млрд до "
            "$2 млрд.",
            ["change trade.turnover(CHL, PER) over 2019/2020 = 2 x", "trade.turnover(CHL, PER) = 1e9 USD",
             "trade.turnover(CHL, PER) in 2020 = 2e9 USD"],
        ),
        (  # the flow behind the number
            "Оборот Грузии с Ираном в 2020 году составил 320 млн долларов. Из них 70 млн пришлись на экспорт, а "
            "остальные 250 млн – на импорт иранских товаров.",
            ["trade.turnover(GEO, IRN) in 2020 = 320e6 USD", "trade.exports(GEO, IRN) in 2020 = 70e6 USD",
             "trade.imports(GEO, IRN) in 2020 = 250e6 USD"],
        ),
        (  # a cause is not what is measured
            "Оборот Чили с Перу в 2021 году из-за заметного падения импорта уменьшился на 12 %.",
            ["fall trade.turnover(CHL, PER) over 2020/2021 = 12 %"],
        ),
        (
            "Оборот Чили с Перу в 2021 году благодаря росту экспорта на 7 % достиг 5 млрд долларов.",
            ["change trade.exports(CHL, PER) over 2020/2021 = 7 %", "trade.turnover(CHL, PER) in 2021 = 5e9 USD"],
        ),
        (  # the same change told in another unit
            "В 2021 году экспорт Чили в Перу вырос на 12 % в сравнении с 2020 годом, или на 90 млн долларов.",
            ["change trade.exports(CHL, PER) over 2020/2021 = 12 %",
             "change trade.exports(CHL, PER) over 2020/2021 = 90e6 USD"],
        ),
        (  # whoever sells and buys is the one told of, and a flow named behind a number has its own partner
            "Именно Латвии Эстония продавала четверть экспорта, и именно у Латвии покупала бензин. В 2021 году экспорт "
            "в Латвию сократился на 60 %. На 30 % обвалился экспорт в Польшу, на 20 % снизился импорт из Швеции. "
            "Эстония терпит.",
            ["trade.share(EST, LVA) = 25 % ±3.0", "fall trade.exports(EST, LVA) over 2020/2021 = 60 %",
             "fall trade.exports(EST, POL) over 2020/2021 = 30 %",
             "fall trade.imports(EST, SWE) over 2020/2021 = 20 %"],
        ),
        (  # the trade of one state with all the world
            "Несмотря на общее сокращение международного товарооборота Латвии в 2021 году на 1 %, объёмы торговли с "
            "Эстонией достигли 3 млрд долларов.",
            ["fall trade.turnover(LVA) over 2020/2021 = 1 %", "trade.turnover(LVA, EST) in 2021 = 3e9 USD"],
        ),
        (
            "Латвии в 2021 году удалось увеличить общий экспорт в Эстонию на рекордную величину в 59,4 %.",
            ["change trade.exports(LVA, EST) over 2020/2021 = 59.4 %"],
        ),
        (  # the date of a bracket is that of its own number
            "В 2021 году экспорт Латвии в Эстонию (рост в 2,1 раза) составил 2 млрд долларов, импорт (снижение на 5 % "
            "к 2019 году) – 3 млрд.",
            ["change trade.exports(LVA, EST) over 2020/2021 = 2.1 x", "trade.exports(LVA, EST) in 2021 = 2e9 USD",
             "fall trade.imports(LVA, EST) over 2019/2021 = 5 %", "trade.imports(LVA, EST) in 2021 = 3e9 USD"],
        ),
        (
            "Экспорт Латвии в Эстонию в 2021 году вырос до 2 млрд долларов (против 1,8 млрд в 2020 году), импорт – до "
            "3 млрд.",
            ["trade.exports(LVA, EST) in 2021 = 2e9 USD", "trade.exports(LVA, EST) in 2020 = 1.8e9 USD",
             "trade.imports(LVA, EST) in 2021 = 3e9 USD"],
        ),
        (  # an earlier year told for comparison does not take over from the months told of
            "За первое полугодие 2022 года оборот Латвии с Эстонией достиг 900 млн долларов. По итогам 2021 года он "
            "был равен 1,5 млрд долларов. Импорт из Эстонии составил 500 млн долларов.",
            ["trade.turnover(LVA, EST) in 2022-01/2022-06 = 900e6 USD", "trade.turnover(LVA, EST) in 2021 = 1.5e9 USD",
             "trade.imports(LVA, EST) in 2022-01/2022-06 = 500e6 USD"],
        ),
        (  # what is told of «2022 год» before it is over is of the months told of
            "За 5 месяцев 2022 года оборот Латвии с Эстонией вырос на 5 %. Экспорт Латвии в Литву в 2022 году составил "
            "2 млрд долларов. Импорт составил 3 млрд.",
            ["change trade.turnover(LVA, EST) over 2022-01/2022-05 = 5 %", "trade.exports(LVA, LTU) in 2022 = 2e9 USD",
             "trade.imports(LVA, LTU) in 2022-01/2022-05 = 3e9 USD"],
        ),
        (
            "Отрицательный торговый баланс Латвии в 2021 году составил 1,9 млрд долларов, или 39 % внешней торговли.",
            ["trade.other(LVA) in 2021 = 1.9e9 USD", "other(LVA) in 2021 = 39 %"],
        ),
        (  # balances
            "Отрицательное сальдо торговли Латвии с Эстонией за 2021 год составило 1,4 млрд долларов.",
            ["trade.other(LVA, EST) in 2021 = 1.4e9 USD"],
        ),
        (
            "В 2021 году импорт Латвии из Эстонии составил 3 млрд долларов. Сальдо сложилось отрицательным. Этот "
            "показатель составил 1,5 млрд долларов.",
            ["trade.imports(LVA, EST) in 2021 = 3e9 USD", "trade.other(LVA, EST) in 2021 = 1.5e9 USD"],
        ),
        (
            "В 2021 году сумма импорта Латвии из Эстонии превысила сумму экспорта на 596 млн долларов.",
            ["trade.other(LVA, EST) in 2021 = 596e6 USD"],
        ),
        (  # the other way
            "Экспорт Латвии в Эстонию в 2021 году вырос до 5 млрд долларов, а поставки в обратном направлении – до 7 "
            "млрд.",
            ["trade.exports(LVA, EST) in 2021 = 5e9 USD", "trade.exports(EST, LVA) in 2021 = 7e9 USD"],
        ),
        (
            "Объёмы торговли Латвии с Эстонией в 2021 году превысили установленный премьерами показатель в 3 млрд "
            "долларов.",
            ["trade.turnover(LVA, EST) in 2021 > 3e9 USD"],
        ),
        (  # by how much, against what
            "Экспорт Латвии в Эстонию в 2021 году вырос на 5 % к уровню 2019 года – до 2 млрд долларов.",
            ["change trade.exports(LVA, EST) over 2019/2021 = 5 %", "trade.exports(LVA, EST) in 2021 = 2e9 USD"],
        ),
        (
            "Экспорт Латвии в Эстонию в 2021 году составил 2 млрд долларов против 1,8 млрд в 2020 году, импорт – 3 "
            "млрд (+5 % к 2020 году).",
            ["trade.exports(LVA, EST) in 2021 = 2e9 USD", "trade.exports(LVA, EST) in 2020 = 1.8e9 USD",
             "trade.imports(LVA, EST) in 2021 = 3e9 USD", "change trade.imports(LVA, EST) over 2020/2021 = 5 %"],
        ),
        (
            "В результате экспорт Латвии в Эстонию в 2021 году упал на 5 %.",
            ["fall trade.exports(LVA, EST) over 2020/2021 = 5 %"],
        ),
        (  # «на уровне» is a level
            "Товарооборот Чили с Перу в 2021 году возрос и сложился на уровне 2 млрд долларов.",
            ["trade.turnover(CHL, PER) in 2021 = 2e9 USD"],
        ),
    ],
)  # fmt: skip
def test_what_is_measured_and_when(text: str, expected: list[str]) -> None:
    assert claims(text) == expected


def test_a_change_from_month_to_month_is_too_unsure_for_a_verdict() -> None:
    text = "В августе экспорт Чили в Перу составил 94 млн долларов – на 27 процентов больше, чем в предыдущем месяце."
    level, change = figures(text)
    assert (level.confidence or 0) > 0.53 > (change.confidence or 0)


@pytest.mark.parametrize(
    "text",
    [
        "Оборот Молдовы с Румынией в 2021 году составил 2 млрд долларов. Доля вин снизилась на 3,5 %.",
        "Оборот Молдовы с Румынией в 2021 году составил 2 млрд долларов. В среднем за 2002–2021 годы на Румынию "
        "приходилось 24 % экспорта Молдовы.",
        "За семь месяцев 2022 года оборот Молдовы с Румынией вырос на 12 %. В 2021 году он составил 2 млрд долларов. "
        "Экспорт вырос на 20 %.",
        "Оборот Молдовы с Румынией в 2021 году составил 2 млрд долларов. За январь–май 2022 года он вырос в 2,1 раза "
        "по сравнению с тем же периодом 2010 года.",
    ],
)
def test_changes_that_no_table_has_are_too_unsure_for_a_verdict(text: str) -> None:
    first, *_, last = figures(text)
    assert (first.confidence or 0) > 0.53 > (last.confidence or 0)


def test_growth_told_beside_roubles_is_in_roubles() -> None:
    rate, sum_ = figures("Оборот Молдовы с Россией в 2021 году вырос на 96 % и составил 140 млрд рублей.")
    assert (sum_.confidence or 0) > 0.53 > (rate.confidence or 0)


@pytest.mark.parametrize(
    "text",
    [
        "Экспорт Молдовы в Румынию в 2021 году вырос на 2 %, а в остальные государства – снизился на 24 %.",
        "Оборот Молдовы с Румынией в 2021 году составил 2 млрд долларов. С другими странами оборот вырос на 7 %.",
        "Доля Румынии в экспорте Молдовы в 2021 году выросла до 27 %, а доля прочих стран снизилась до 40 %.",
    ],
)
def test_the_rest_of_the_world_is_nobody_s_partner(text: str) -> None:
    first, *_, last = figures(text)
    assert (first.confidence or 0) > 0.53 > (last.confidence or 0)
