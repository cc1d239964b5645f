"""Which growth of output is meant: at constant prices, or in money."""

from datetime import date

import pytest

from sverka.checking.check import check
from sverka.checking.finding import Outcome
from sverka.claims import parse


@pytest.mark.parametrize(
    ("words", "voting"),
    [
        ("В 2017 году ВВП Польши составил 524 млрд долларов, а экономика Вьетнама выросла на 6,9 %.", False),
        ("В 2017 году ВВП Вьетнама вырос на 6,9 %, до 281 млрд долларов.", True),
        ("Vietnam's GDP grew by 6.9 %, whereas that of Poland reached 524 billion dollars.", False),
    ],
)
def test_growth_is_nominal_only_where_its_own_clause_names_money(words: str, voting: bool) -> None:
    anchor = "на 6,9 %" if "на 6,9 %" in words else "by 6.9 %"
    claim = parse("change gdp(VNM) over 2016/2017 = 6.9 %")
    finding = check(claim, published=date(2018, 3, 10), anchor=anchor, words=words)
    nominal = [d for d in finding.definitions if any(a.outcome != Outcome.NOT_COVERED for a in d.answers)]
    assert [not d.beside for d in nominal] == [voting]
