"""Figures: a stated value held against every source's, in the period stated or in any the words may mean.

Definitions: `stated` (the metric as named), `consignment` and `origin` where a source counts imports in both ways; for
shares of trade `share.turnover`, `share.exports`, `share.imports`, of which the words may name one.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date

from sverka.checking import metrics, trade
from sverka.checking.facts import cell
from sverka.checking.finding import (
    Alternative,
    Answer,
    Definition,
    Finding,
    Outcome,
    Question,
    found,
    outcome_of,
    untested,
)
from sverka.checking.periods import candidates
from sverka.checking.values import Value, bases
from sverka.checking.voices import heard
from sverka.claims import Figure, Period, Proposition, Quantity
from sverka.record import is_verified, organizations
from sverka.record.coverage import is_complete
from sverka.sources import catalogue

_EXPORTS = re.compile(r"экспорт|вывоз|поставк|export|sales|buyer", re.IGNORECASE)
_IMPORTS = re.compile(r"импорт|ввоз|закуп|import|purchas|supplier", re.IGNORECASE)
_MEMBERS = re.compile(r"член|участни|\bmembers?\b", re.IGNORECASE)
_TURNOVER = re.compile(r"оборот|торгов|turnover|trade", re.IGNORECASE)


def check(question: Question) -> Finding:
    """Hold a figure against the sources."""
    figure = question.proposition
    assert isinstance(figure, Figure)
    periods = candidates(figure.period, question.published)
    if not periods:
        return untested(figure, "no_date" if figure.period is None else "future")
    if figure.metric == "vote":
        from sverka.checking.definitions import votes  # late: other figures need no roll calls

        if votes.is_count(figure):
            return votes.count(question)
    if counts_members(figure, question.anchor):
        return found(figure, [Definition("members", _members(figure, periods[-1], question))], ask="membership")
    # a group without a date is the group of the day the text appeared
    on = question.published if figure.period is None else None
    measured = [(name, [value_of(p) for p in periods]) for name, value_of in _ways(figure, question, on)]
    definitions = _definitions(figure, question, measured, Value.answer)
    alternatives = _nearest(figure, periods, definitions)
    if not _confused(figure, alternatives) and not _current(figure, question.published):
        definitions = _definitions(figure, question, measured, Value.lenient)
    return found(
        figure,
        definitions,
        alternatives=alternatives,
        ask=figure.metric,
        allowed=figure.quantity.allowed,
    )


Held = Callable[[Value, Quantity], Answer]


def _definitions(
    figure: Figure, question: Question, measured: list[tuple[str, list[list[Value]]]], held: Held
) -> list[Definition]:
    """Every way of measuring with what it found in the candidate periods; the first listens to the voice."""
    return [
        part
        for name, values in measured
        for definition in tested(name, figure.quantity, values, figure.unit, held)
        for part in (heard(definition, question.voice) if name == measured[0][0] else [definition])
    ]


def _confused(figure: Figure, alternatives: Sequence[Alternative]) -> bool:
    """Whether the number is just that of the other flow or of another year: then it is no other office's figure."""
    return figure.bound == "=" and any(a.differs in ("flow", "year") for a in alternatives)


def _current(figure: Figure, published: date | None) -> bool:
    """Whether today's figure of output was already known when the text appeared: then there is nothing to allow for."""
    if figure.metric != "gdp":
        return False
    return published is None or published.year >= catalogue.source("world-bank-gdp").last_year


def counts_members(figure: Figure, anchor: str) -> bool:
    """Whether the words count the members of one organization: «членов шесть», "its nine members"."""
    whole = figure.unit == "units" and len(figure.parties) == 1
    return (
        whole and _MEMBERS.search(anchor) is not None and organizations.exists(organizations.resolve(figure.parties[0]))
    )


def _members(figure: Figure, period: Period, question: Question) -> tuple[Answer, ...]:
    """The number of full members on the day of publication, or at the end of the stated period."""
    organization = organizations.resolve(figure.parties[0])
    day = question.published if figure.period is None else period.end
    if day is None or not is_complete("memberships", (organization,), Period.of(day)):
        return ()
    spells = [s for s in organizations.memberships(organization, on=day) if s.status in organizations.FULL]
    number = float(len({s.state for s in spells}))
    outcome = outcome_of(figure.quantity.compare(number))
    cells = tuple(cell(s.row) for s in spells)
    sure = all(is_verified(s.row) for s in spells)
    return (
        Answer(
            "record:memberships", "record", outcome, number, number, "units",
            text=", ".join(sorted(s.state for s in spells)), period=Period.of(day), cells=cells, verified=sure,
            note="" if sure else "unverified",
        ),
    )  # fmt: skip


Way = tuple[str, Callable[[Period], list[Value]]]


def _ways(figure: Figure, question: Question, on: date | None) -> list[Way]:
    """The definitions that the words allow, the plainest first, each with the values it takes."""
    if figure.metric != "trade.share":
        return [("stated", lambda p: metrics.values(figure.metric, figure.parties, p, figure.unit, on))]
    flows = named_flows(question.anchor, question.words)

    def way(flow: str) -> Way:
        return f"share.{flow}", lambda p: trade.shares(flow, figure.parties, p)

    return [way(flow) for flow in flows]


def named_flows(*texts: str) -> list[str]:
    """The flows that words about a share may mean: the one named in the first text that names just one, else all."""
    for text in texts:
        exports, imports = _EXPORTS.search(text) is not None, _IMPORTS.search(text) is not None
        if exports != imports and not _TURNOVER.search(text):
            return ["exports" if exports else "imports"]
    return list(trade.FLOWS)


def tested(name: str, quantity: Quantity, values: Sequence[list[Value]], unit: str, held: Held) -> list[Definition]:
    """Definitions of one way of measuring, from the values of every candidate period (the plainest period first).

    A source agrees if it agrees in any of the periods; else it contradicts, with the plainest period that it covers,
    provided it covers the plainest of all. `held` holds a value against the quantity.
    """
    by_basis: dict[str, dict[tuple[str, str], list[Answer]]] = {}
    for number, list_ in enumerate(values):
        for basis, same in bases([v for v in list_ if v.unit == unit]):
            for value in same:
                answers = by_basis.setdefault(basis, {}).setdefault((value.source, value.role), [])
                answer = held(value, quantity)
                if number == 0 or answer.outcome == Outcome.AGREES or answers:
                    answers.append(answer)
    definitions = [
        Definition(
            name if not basis else basis if name == "stated" else f"{name}.{basis}",
            tuple(_best(answers) for answers in sources.values() if answers),
        )
        for basis, sources in by_basis.items()
    ]
    return definitions or [Definition(name, ())]


def _best(answers: list[Answer]) -> Answer:
    return next((a for a in answers if a.outcome == Outcome.AGREES), answers[0])


def _nearest(figure: Figure, periods: list[Period], definitions: Sequence[Definition]) -> list[Alternative]:
    """What would hold: the value itself, the other flow, another year."""
    out = []
    covered = [a for a in definitions[0].answers if a.outcome == Outcome.CONTRADICTS and a.low is not None]
    if covered:
        best = covered[0]
        out.append(Alternative(_with_value(figure, best), "value"))
    if figure.metric in ("trade.exports", "trade.imports") and len(figure.parties) == 2:
        other = figure.model_copy(update={"parties": (figure.parties[1], figure.parties[0])})
        if _agrees(other, periods[:1]):
            out.append(Alternative(other, "flow"))
    if covered and periods[0].months == 12:
        for shift in (-1, 1, -2, 2):
            moved = figure.model_copy(update={"period": periods[0].shift(years=shift)})
            if _agrees(moved, [periods[0].shift(years=shift)]):
                out.append(Alternative(moved, "year"))
                break
    return out


def _agrees(figure: Figure, periods: list[Period]) -> bool:
    values = [v for p in periods for v in metrics.values(figure.metric, figure.parties, p, figure.unit)]
    outcomes = [v.answer(figure.quantity).outcome for v in values if v.unit == figure.unit and v.status != "artefact"]
    return bool(outcomes) and all(o == Outcome.AGREES for o in outcomes)


def _with_value(figure: Figure, answer: Answer) -> Proposition:
    """The same statement with the source's own number, to three significant digits."""
    assert answer.low is not None and answer.high is not None
    value = float(f"{(answer.low + answer.high) / 2:.3g}")
    update = {"low": value, "high": value, "bound": "=", "tolerance": None, "period": answer.period or figure.period}
    return Figure.model_validate({**figure.model_dump(), **update})
