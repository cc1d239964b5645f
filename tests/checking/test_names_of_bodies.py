"""A body is the same by its short id and by its name."""

import pytest

from sverka.checking.check import check
from sverka.claims import parse


@pytest.mark.parametrize(
    ("short", "named"),
    [
        ("deploy EU -> MDA in 2005", 'deploy "org:Европейский союз" -> MDA in 2005'),
        ("withdraw GEO -> CIS in 2009", 'withdraw GEO -> "org:Содружество Независимых Государств" in 2009'),
        ("member FRA EU in 2010", 'member FRA "org:Европейский союз" in 2010'),
    ],
)
def test_a_name_gets_the_verdict_of_the_id(short: str, named: str) -> None:
    by_id, by_name = check(parse(short)), check(parse(named))
    assert by_id.verdict == by_name.verdict
    assert [d.answers for d in by_id.definitions] == [d.answers for d in by_name.definitions]
