"""A place in a set: its states on the day; a set that nobody can list gets no answer."""

from sverka.checking.check import check
from sverka.checking.finding import Verdict
from sverka.claims import parse


def test_only_the_states_of_the_set_are_ranked() -> None:
    finding = check(parse("rank 3 of BLR by trade.turnover among {CIS}: KAZ in 2008"))
    assert finding.verdict == Verdict.HOLDS
    assert check(parse("rank 3 of BLR by trade.turnover: KAZ in 2008")).verdict == Verdict.FAILS


def test_members_are_those_of_the_day() -> None:
    """Slovakia, the second partner of Czechia, joined the Union in 2004."""
    claim = "rank 2 of CZE by trade.turnover among {{EU}}: SVK in {}"
    assert check(parse(claim.format(2000))).verdict == Verdict.NOT_COVERED
    assert check(parse(claim.format(2010))).verdict == Verdict.HOLDS


def test_an_unknown_set_is_not_covered() -> None:
    assert (
        check(parse('rank 1 of EGY by partner among {"place:арабские страны"}: SAU in 2010')).verdict
        == Verdict.NOT_COVERED
    )
