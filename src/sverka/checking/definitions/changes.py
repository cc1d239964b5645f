"""Changes: the values at the two ends of a span, compared.

A span of two years («2019/2021») compares its ends; a single year, or months of one year, compare with the same a year
before. Definitions as for figures. Growth of output means real growth unless the sentence speaks of sums of
money; else the nominal figures in dollars stand beside it and have no vote.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sverka.checking import metrics, trade
from sverka.checking.definitions.figures import named_flows
from sverka.checking.finding import Alternative, Answer, Definition, Finding, Outcome, Question, found, untested
from sverka.checking.periods import before, candidates
from sverka.checking.values import Value, bases, by_source, difference, ratio
from sverka.checking.voices import heard
from sverka.claims import Change, Period, Quantity

Ends = tuple[Period, Period]
#: Where a sentence goes on to something else.
_TURN = re.compile(r";|,\s(?:а|но|зато|тогда как|в то время как|while|whereas|but)\s")
_MONEY = re.compile(
    r"доллар|\$|номинал|текущих ценах|мл(рд|н)|миллиард|трлн|триллион"
    r"|dollar|nominal|worth|value|billion|trillion|\bbn\b",
    re.IGNORECASE,
)
#: Growth at constant prices, or of a sum in the state's own money: the dollars of today measure neither.
_NOT_DOLLARS = re.compile(
    r"реальн(?:ом|ый) (?:выражении|исчислении|рост)|(?:постоянных|сопоставимых) ценах|рубл|гривен|гривн|тенге|юан|"
    r"иен|евро\b|манат|in real terms|real growth|constant prices|rouble|ruble|hryvnia|tenge|yuan|\byen\b|\beuros?\b",
    re.IGNORECASE,
)


def check(question: Question) -> Finding:
    """Hold a change against the sources."""
    change = question.proposition
    assert isinstance(change, Change)
    spans = ends(change.period, question)
    if not spans:
        return untested(change, "no_date" if change.period is None else "future")
    signed = _signed(change)
    near = _near(question)
    nominal = change.metric == "gdp" and (not _MONEY.search(near) or _NOT_DOLLARS.search(near) is not None)
    definitions: list[Definition] = [Definition("real", ())] if nominal else []
    for name, flow in _ways(change, question):
        by_basis: dict[str, list[Answer]] = {}
        for then, now in spans:
            for basis, answers in _answers(change, flow, signed, then, now):
                by_basis.setdefault(basis, []).extend(answers)
        for basis, answers in by_basis.items():
            definition = Definition(basis or name, tuple(_by_source(answers)), beside=nominal)
            definitions += heard(definition, question.voice) if len(definitions) == 0 else [definition]
    return found(
        change,
        definitions or [Definition("stated", ())],
        alternatives=_nearest(change, definitions),
        ask=change.metric,
        allowed=signed.allowed,
    )


def _near(question: Question) -> str:
    """The part of the sentence that tells of the change: money named elsewhere says nothing of it."""
    at = max(0, question.words.find(question.anchor))
    first = max((turn.end() for turn in _TURN.finditer(question.words, 0, at)), default=0)
    last = _TURN.search(question.words, at + len(question.anchor))
    return question.words[first : last.start() if last else len(question.words)]


def ends(period: Period | None, question: Question) -> list[Ends]:
    """The (earlier, later) periods that are compared, the plainest pair first."""
    if period is not None and period.grain == "year" and period.months is not None and period.months > 12:
        assert period.first is not None and period.last is not None
        return [(Period(period.first, period.first), Period(period.last, period.last))]
    later = candidates(period, question.published)
    if period is None:
        later = [p for p in later if p.grain == "month" or p.months == 12]
    return [(before(p), p) for p in later]


def _ways(change: Change, question: Question) -> list[tuple[str, str | None]]:
    if change.metric == "gdp":
        return [("nominal", None)]
    if change.metric != "trade.share":
        return [("stated", None)]
    return [(f"share.{flow}", flow) for flow in named_flows(question.anchor, question.words)]


def _signed(change: Change) -> Quantity:
    """The stated change as a quantity of what is computed: falls are negative, "x" of a fall is before over after."""
    low, high, bound = change.low, change.high, change.bound
    if change.direction == "-" and change.unit != "x":
        low, high = -high, -low
        bound = {">": "<", "<": ">"}.get(bound, bound)  # type: ignore[assignment]
    return Quantity(low, high, change.unit, bound, change.tolerance)


def _answers(
    change: Change, flow: str | None, signed: Quantity, then: Period, now: Period
) -> list[tuple[str, list[Answer]]]:
    later, earlier = (_values(change, flow, p) for p in (now, then))
    base = by_source(earlier)
    moved = [
        replace(moved, period=Period(then.first, now.last))
        for key, value in by_source(later).items()
        if key in base and (moved := _compared(change, value, base[key])) is not None
    ]
    return [(basis, [_answer(change, v, signed) for v in same]) for basis, same in bases(moved)]


def _values(change: Change, flow: str | None, period: Period) -> list[Value]:
    if flow is not None:
        return trade.shares(flow, change.parties, period)
    return metrics.values(change.metric, change.parties, period)


def _compared(change: Change, after: Value, base: Value) -> Value | None:
    match change.unit:
        case "%":
            return ratio(after, base, "%")
        case "x":
            return ratio(after, base, "x") if change.direction == "+" else ratio(base, after, "x")
        case "pp":
            return difference(after, base, "pp") if after.unit == "%" else None
        case _:
            return difference(after, base, after.unit) if after.unit == change.unit else None


def _answer(change: Change, value: Value, signed: Quantity) -> Answer:
    """A change in the other direction contradicts whatever the bound: «выросла менее чем на 5 %» says that it rose."""
    answer = value.answer(signed)
    flat = 1.0 if change.unit == "x" else 0.0
    rising = change.direction == "+" or change.unit == "x"
    wrong_way = value.high < flat if rising else value.low > flat
    return replace(answer, outcome=Outcome.CONTRADICTS) if wrong_way else answer


def _by_source(answers: Sequence[Answer]) -> list[Answer]:
    """One answer a source: the period that agrees, else the plainest."""
    best: dict[tuple[str, str], Answer] = {}
    for answer in answers:
        key = (answer.source, answer.role)
        if key not in best or (best[key].outcome != Outcome.AGREES and answer.outcome == Outcome.AGREES):
            best[key] = answer
    return list(best.values())


def _nearest(change: Change, definitions: Sequence[Definition]) -> list[Alternative]:
    """The same statement with the change that the first contradicting source gives."""
    if not definitions:
        return []
    for answer in definitions[0].answers:
        if answer.outcome == Outcome.CONTRADICTS and answer.low is not None and answer.high is not None:
            value = (answer.low + answer.high) / 2
            rising = value > 1 if change.unit == "x" else value > 0
            direction = "+" if rising or (change.unit == "x" and change.direction == "+") else "-"
            if change.unit == "x" and change.direction == "-":
                direction = "-" if value > 1 else "+"
                value = value if value > 1 else 1 / value
            elif change.unit == "x" and value < 1:
                direction, value = "-", 1 / value
            size = float(f"{abs(value):.3g}")
            update = {
                "low": size, "high": size, "bound": "=", "tolerance": None,
                "direction": direction, "period": answer.period or change.period,
            }  # fmt: skip
            return [Alternative(Change.model_validate({**change.model_dump(), **update}), "value")]
    return []
