"""Typed claims with known truth get no wrong verdict, and a true claim does not stay true when it is changed."""

import pytest
from benchmarks.verdicts import SAID, Known, known, mutants

from sverka.checking.check import check
from sverka.checking.finding import Verdict
from sverka.claims import parse

CLAIMS = known()


def test_there_are_enough_and_half_are_false() -> None:
    assert len(CLAIMS) >= 60
    assert 0.4 < sum(c.holds for c in CLAIMS) / len(CLAIMS) < 0.6


@pytest.mark.parametrize("item", CLAIMS, ids=lambda item: item.claim)
def test_no_verdict_is_wrong(item: Known) -> None:
    verdict = check(parse(item.claim), published=SAID).verdict
    assert verdict != (Verdict.FAILS if item.holds else Verdict.HOLDS), item.because


def test_most_claims_are_answered() -> None:
    verdicts = [check(parse(item.claim), published=SAID).verdict for item in CLAIMS]
    assert sum(v in (Verdict.HOLDS, Verdict.FAILS) for v in verdicts) >= 0.9 * len(CLAIMS)


def test_a_true_figure_with_another_number_or_partner_does_not_stay_true() -> None:
    stayed = []
    for item in CLAIMS:
        if not item.holds:
            continue
        for name, mutant in mutants(parse(item.claim)):
            # a slow series may read the same a year later
            if name != "another year" and check(mutant, published=SAID).verdict == Verdict.HOLDS:
                stayed.append(f"{name}: {mutant}")
    assert stayed == []
