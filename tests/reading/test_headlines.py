"""A headline is of the time its lead tells of; a first sentence of a text is no headline."""

from datetime import date

import pytest

from sverka.reading.reader import read

LEAD = "По итогам первого квартала 2020 года главным партнёром Перу стала Чили."


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            f"Чили обогнала Бразилию по товарообороту с Перу\n{LEAD}",
            "compare trade.turnover(PER, CHL) > trade.turnover(PER, BRA); in 2020-01/2020-03",
        ),
        (f"Главным торговым партнёром Перу стала Чили\n{LEAD}", "rank 1 of PER by partner: CHL in 2020-01/2020-03"),
        (
            "Товарооборот Перу и Чили стал рекордным\nВ 2019 году товарооборот Перу и Чили достиг 5 млрд долларов.",
            "max trade.turnover(PER, CHL) in 2019",
        ),
        ("Главным торговым партнёром Перу стала Чили\nОб этом сообщил министр.", "rank 1 of PER by partner: CHL"),
        ("Главным торговым партнёром Перу стала Чили\nЭто стало ясно 5 мая.", "rank 1 of PER by partner: CHL"),
        (
            "Главным торговым партнёром Перу стала Чили. В 2019 году оборот Перу с Чили вырос на треть.",
            "rank 1 of PER by partner: CHL",
        ),
        (
            f"В 2018 году главным торговым партнёром Перу стала Чили\n{LEAD}",
            "rank 1 of PER by partner: CHL in 2018",
        ),
    ],
)
def test_a_headline_is_dated_by_its_lead(text: str, claim: str) -> None:
    assert str(read(text, date(2021, 1, 25)).mentions[0].proposition) == claim
