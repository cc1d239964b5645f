"""Chronologies: what began before what, by the plainest date of each."""

from sverka.checking.definitions.foundings import first_date
from sverka.checking.facts import cell
from sverka.checking.finding import Answer, Definition, Finding, Outcome, Question, found
from sverka.claims import Order
from sverka.record import is_verified


def check(question: Question) -> Finding:
    """Hold an order against the dates in the record; one undated link leaves it open unless another link fails."""
    claim = question.proposition
    assert isinstance(claim, Order)
    first = first_date(claim.first)
    answers = []
    for other in claim.then:
        second = first_date(other)
        if first is None or second is None:
            answers.append(
                Answer("record:organizations", "record", Outcome.NOT_COVERED, text=f"{claim.first} < {other}")
            )
            continue
        earlier = first[1].before(second[1])
        outcome = Outcome.TOO_CLOSE if earlier is None else Outcome.AGREES if earlier else Outcome.CONTRADICTS
        verified = is_verified(first[0]) and is_verified(second[0])
        text = f"{claim.first} {first[1]}, {other} {second[1]}"
        cells = (cell(first[0]), cell(second[0]))
        answers.append(
            Answer(cells[0].source, "record", outcome, text=text, cells=cells, verified=verified,
                   note="" if verified else "unverified")
        )  # fmt: skip
    wrong = [a for a in answers if a.outcome == Outcome.CONTRADICTS and a.verified]
    open_ = any(a.outcome == Outcome.NOT_COVERED or not a.verified for a in answers)
    held = wrong or ([] if open_ else answers)
    return found(claim, [Definition("founded", tuple(held))], ask="founding")
