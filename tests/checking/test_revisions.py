"""A number that later corrections explain refutes nothing; one that they do not explain still fails."""

from datetime import date

import pytest

from sverka.checking.check import check
from sverka.checking.finding import Verdict
from sverka.claims import parse

#: Uzbekistan's table is of 2024; what it printed first of 2022 was a little less.
SOON, LATER = date(2023, 2, 10), date(2026, 1, 1)


@pytest.mark.parametrize(
    "claim",
    [
        "trade.exports(UZB, KGZ) in 2022 = 979.3e6 USD",
        "trade.turnover(UZB, TKM) in 2022 = 926.3e6 USD",
        "change trade.turnover(UZB, KAZ) over 2021/2022 = 17.9 %",
    ],
)
def test_what_was_printed_first_is_too_close_to_what_is_printed_now(claim: str) -> None:
    soon = check(parse(claim), published=SOON)
    assert soon.verdict == Verdict.TOO_CLOSE
    assert soon.alternatives == ()
    assert soon.definitions[0].answers[0].note == "revised"
    assert check(parse(claim), published=LATER).verdict == Verdict.FAILS  # the table was there to be read
    assert check(parse(claim)).verdict == Verdict.FAILS  # nothing is known of the day


def test_what_no_correction_explains_fails() -> None:
    for claim in (
        "trade.exports(UZB, KGZ) in 2022 = 900e6 USD",
        "change trade.turnover(UZB, KAZ) over 2021/2022 = 60 %",
    ):
        assert check(parse(claim), published=SOON).verdict == Verdict.FAILS


def test_two_tables_of_today_may_both_have_been_corrected() -> None:
    finding = check(parse("trade.exports(KAZ, RUS) in 2020 < 5e9 USD"), published=date(2021, 2, 1))
    assert finding.verdict == Verdict.TOO_CLOSE
    assert len(finding.definitions[0].answers) > 1
    assert (
        check(parse("trade.exports(KAZ, RUS) in 2020 < 4e9 USD"), published=date(2021, 2, 1)).verdict == Verdict.FAILS
    )


def test_the_number_of_the_other_flow_is_a_mistake_and_no_early_print() -> None:
    claim = parse("trade.exports(POL, UKR) in 2004 = 1.04e9 USD")
    finding = check(claim, published=date(2005, 3, 1))
    assert finding.verdict == Verdict.FAILS
    assert [a.differs for a in finding.alternatives if a.differs == "flow"] == ["flow"]


def test_a_fall_said_to_be_a_small_rise_fails() -> None:
    claim = parse("change trade.exports(KAZ, RUS) over 2019/2020 = 3 %")
    assert check(claim, published=date(2021, 3, 1)).verdict == Verdict.FAILS


def test_populations_are_estimates_whatever_the_day() -> None:
    verdicts = [
        check(parse(f"population(KAZ) in 2015 = {n} persons"), published=LATER).verdict for n in ("17.9e6", "20e6")
    ]
    assert verdicts == [Verdict.TOO_CLOSE, Verdict.FAILS]
