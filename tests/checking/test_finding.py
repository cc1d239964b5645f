"""From answers to definitions to verdicts: the rules of the claims page, one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.checking.finding import Answer, Definition, Outcome, Verdict, decide, found, untested
from sverka.claims import parse

AGREES, CONTRADICTS = Outcome.AGREES, Outcome.CONTRADICTS
CLOSE, CONFLICT, OPEN = Outcome.TOO_CLOSE, Outcome.CONFLICT, Outcome.NOT_COVERED
CLAIM = parse("trade.turnover(RUS, KAZ) in 2019 = 20e9 USD")


def answer(outcome: Outcome, *, verified: bool = True) -> Answer:
    return Answer("kazakhstan", "reporter", outcome, 1.0, 1.0, "USD", verified=verified)


def definition(*outcomes: Outcome, beside: bool = False) -> Definition:
    return Definition("turnover", tuple(answer(o) for o in outcomes), beside=beside)


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ((AGREES, AGREES), AGREES),
        ((CONTRADICTS, CONTRADICTS), CONTRADICTS),
        ((AGREES, CONTRADICTS), CONFLICT),
        ((AGREES, OPEN), AGREES),
        ((CONTRADICTS, CLOSE), CLOSE),
        ((AGREES, CLOSE), AGREES),
        ((OPEN,), OPEN),
        ((), OPEN),
    ],
)
def test_sources_are_held_together(answers: tuple[Outcome, ...], outcome: Outcome) -> None:
    assert definition(*answers).outcome == outcome


def test_unverified_rows_have_no_vote() -> None:
    assert Definition("in_force", (answer(CONTRADICTS, verified=False),)).outcome == OPEN
    mixed = Definition("in_force", (answer(AGREES), answer(CONTRADICTS, verified=False)))
    assert mixed.outcome == AGREES


@pytest.mark.parametrize(
    ("default", "others", "verdict"),
    [
        (AGREES, [], Verdict.HOLDS),
        (AGREES, [AGREES, OPEN, CLOSE], Verdict.HOLDS),
        (AGREES, [CONTRADICTS], Verdict.DEPENDS),
        (CONTRADICTS, [], Verdict.FAILS),
        (CONTRADICTS, [CONTRADICTS, OPEN], Verdict.FAILS),
        (CONTRADICTS, [AGREES], Verdict.DEPENDS),
        (CLOSE, [AGREES], Verdict.TOO_CLOSE),
        (OPEN, [AGREES], Verdict.NOT_COVERED),
    ],
)
def test_the_verdict_follows_from_the_definitions(default: Outcome, others: list[Outcome], verdict: Verdict) -> None:
    assert decide([definition(default), *(definition(o) for o in others)]) == verdict


def test_sources_that_split_inside_the_default_make_a_dispute() -> None:
    assert decide([definition(AGREES, CONTRADICTS)]) == Verdict.DISPUTED


def test_what_stands_beside_has_no_vote() -> None:
    assert decide([definition(AGREES), definition(CONTRADICTS, beside=True)]) == Verdict.HOLDS


@given(st.lists(st.sampled_from(list(Outcome)), min_size=1, max_size=4))
def test_a_denial_swaps_holds_and_fails(outcomes: list[Outcome]) -> None:
    plain = found(CLAIM, [definition(o) for o in outcomes if o != CONFLICT] or [definition(OPEN)]).verdict
    denied = found(CLAIM.denial(), [definition(o) for o in outcomes if o != CONFLICT] or [definition(OPEN)]).verdict
    swapped = {Verdict.HOLDS: Verdict.FAILS, Verdict.FAILS: Verdict.HOLDS}
    assert denied == swapped.get(plain, plain)


def test_exactly_the_first_definition_is_the_default() -> None:
    finding = found(CLAIM, [definition(AGREES), definition(AGREES)])
    assert [d.default for d in finding.definitions] == [True, False]


def test_what_is_not_checkable_says_why() -> None:
    finding = untested(CLAIM, "planned")
    assert (finding.verdict, finding.reason) == (Verdict.NOT_CHECKABLE, "planned")
    assert finding.to_json()["definitions"] == []
