"""Comparisons: one value against another, by every source that has both.

Relations («зависит от России сильнее, чем от Китая») are in `relations`; by how much one depends more is a comparison
of shares of trade. Sides without a period take the claim's own.
"""

from dataclasses import replace

from sverka.checking import metrics, trade
from sverka.checking.finding import Answer, Definition, Finding, Outcome, Question, found, outcome_of, untested
from sverka.checking.periods import candidates
from sverka.checking.values import Value, bases, by_source, difference, ratio
from sverka.checking.voices import heard
from sverka.claims import Compare, Period

#: Relations that are compared by a metric.
MEASURED_BY = {"partner": "trade.turnover", "economy": "gdp", "dependence": "trade.share"}


def check(question: Question) -> Finding:
    """Hold a comparison against every source that has both sides."""
    claim = question.proposition
    assert isinstance(claim, Compare)
    if metrics.is_relation(claim.metric, question.anchor) and claim.by is None:
        from sverka.checking.definitions import relations  # late: plain comparisons need none of its tables

        return relations.compare(question)
    metric = MEASURED_BY.get(claim.metric, claim.metric)
    left = candidates(claim.left.period or claim.period, question.published)
    right = candidates(claim.right.period or claim.period, question.published)
    if not left or not right:
        return untested(claim, "no_date" if claim.period is None else "future")
    definitions: list[Definition] = []
    flows = trade.FLOWS if metric == "trade.share" else ("stated",)
    for flow in flows:
        for basis, answers in _answers(claim, metric, flow, left[0], right[0]):
            definition = Definition(basis or flow, tuple(answers))
            definitions += heard(definition, question.voice) if not definitions else [definition]
    return found(claim, definitions or [Definition("stated", ())], ask=metric)


def _answers(claim: Compare, metric: str, flow: str, left: Period, right: Period) -> list[tuple[str, list[Answer]]]:
    mine = _values(metric, flow, claim.left.parties, left)
    theirs = by_source(_values(metric, flow, claim.right.parties, right))
    return [
        (basis, [a for v in same if (a := _answer(claim, v, theirs.get((v.source, v.role, v.basis)))) is not None])
        for basis, same in bases(mine)
    ]


def _values(metric: str, flow: str, parties: tuple[str, ...], period: Period) -> list[Value]:
    if metric == "trade.share":
        return trade.shares(flow, parties, period)
    return metrics.values(metric, parties, period)


def _answer(claim: Compare, mine: Value, theirs: Value | None) -> Answer | None:
    if theirs is None or mine.unit != theirs.unit:
        return None
    gap = difference(mine, theirs, mine.unit)
    if claim.by is not None:
        return _by_how_much(claim, mine, theirs)
    if claim.relation == "=":
        near = abs(gap.middle) <= 0.05 * max(abs(mine.middle), abs(theirs.middle))
        outcome = Outcome.AGREES if near else Outcome.CONTRADICTS
    else:
        above, below = gap.low > 0, gap.high < 0
        right, wrong = (above, below) if claim.relation == ">" else (below, above)
        outcome = Outcome.AGREES if right else Outcome.CONTRADICTS if wrong else Outcome.TOO_CLOSE
    return replace(gap.shown(outcome), text=f"{mine.middle:.4g} / {theirs.middle:.4g}", margin=gap.middle)


def _by_how_much(claim: Compare, mine: Value, theirs: Value) -> Answer | None:
    by = claim.by
    assert by is not None
    more, less = (mine, theirs) if claim.relation != "<" else (theirs, mine)
    moved = ratio(more, less, by.unit) if by.unit in ("%", "x") else difference(more, less, by.unit)
    if moved is None or (by.unit not in ("%", "x", "pp") and by.unit != mine.unit):
        return None
    comparison = by.compare(moved.low, moved.high)
    text = f"{mine.middle:.4g} / {theirs.middle:.4g}"
    return replace(
        moved.shown(outcome_of(comparison)), text=text, margin=comparison.margin, relative=comparison.relative
    )
