"""Sums of funds and banks are debts, and a loan that is sought has two sides."""

import pytest

from sverka.reading.reader import read


def _owed(text: str) -> list[set[str]]:
    told = [m.to_json() for m in read(text).mentions]
    return [set(c["parties"]) for c in told if c.get("metric") == "debt"]


@pytest.mark.parametrize(
    "text",
    [
        "Боливия не перечислила Международному валютному фонду 1,5 млрд евро.",
        "Боливия не вернула МВФ 1,5 млрд евро.",
        "МВФ не даст Боливии обещанных 12 млрд долларов.",
        "Боливия не вернула МВФ 3 млрд долларов и стала первой страной ОПЕК, допустившей просрочку.",
    ],
)
def test_what_a_fund_gives_or_gets_is_a_debt(text: str) -> None:
    assert _owed(text) == [{"BOL", "IMF"}]


def test_a_bank_is_paid_back() -> None:
    text = "Боливия должна выплатить Европейскому центральному банку 3,7 млрд евро."
    assert _owed(text) == [{"BOL", "org:Европейский центральный банк"}]


def test_who_counts_lends_nothing() -> None:
    assert _owed("По данным Всемирного банка, ВВП Боливии достиг 40 млрд долларов.") == []


def test_a_loan_that_is_sought_has_two_sides_and_is_less_sure() -> None:
    text = "Кредит в полтора миллиарда долларов, о котором Ла-Пас просит Москву, пока не выдан."
    owed = "Долг Боливии перед Россией составляет полтора миллиарда долларов."
    assert _owed(text) == _owed(owed) == [{"BOL", "RUS"}]
    assert read(text).mentions[0].confidence < read(owed).mentions[0].confidence
