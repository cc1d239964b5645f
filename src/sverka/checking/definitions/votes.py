"""Votes: how a state voted in the General Assembly, and how many voted so, held against the roll call.

The claim says who voted, on whom and when; how they voted stands in the words around it.
"""

from dataclasses import replace

from sverka.checking import pulled
from sverka.checking.finding import Alternative, Answer, Cell, Definition, Finding, Outcome, Question, found, outcome_of
from sverka.checking.rollcalls import ABSENT, SOURCE, TABLES, RollCall, about, meant, votes
from sverka.claims import Event, Figure, Period
from sverka.claims.ids import prefix_of
from sverka.record import organizations, states
from sverka.record.coverage import is_complete
from sverka.sources import catalogue


def is_roll_call(event: Event) -> bool:
    """Whether states are said to have voted on something about one state."""
    return (
        event.type == "vote"
        and len(event.target) == 1
        and all(not prefix_of(p) and states.exists(p) for p in (*event.source, *event.target))
    )


def is_count(figure: Figure) -> bool:
    """Whether the figure counts votes of the United Nations on something about one state."""
    others = [p for p in figure.parties if p != "UN"]
    return figure.metric == "vote" and "UN" in figure.parties and len(others) == 1 and states.exists(others[0])


def event(question: Question) -> Finding:
    """Hold the way a state is said to have voted against the roll call."""
    claim = question.proposition
    assert isinstance(claim, Event)
    # «не поддержал» says how it voted: read as a denial, it would be denied twice
    ways = None if claim.denied else meant(question.anchor, question.words)
    call = about(claim.target[0], claim.period) if claim.period is not None and ways else None
    answers: list[Answer] = []
    if call is not None and ways:
        cast = votes(call)
        if claim.source and all(state in cast for state in claim.source):
            wrong = [state for state in claim.source if cast[state] not in ways]
            outcome = Outcome.CONTRADICTS if wrong else Outcome.AGREES
            state = (wrong or list(claim.source))[0]
            text = f"{state} {cast[state]} {call.resolution}"
            answers.append(_answer(call, outcome, text, _cell(call, state, cast[state])))
    return found(claim, [Definition("roll_call", tuple(answers))], ask=pulled.ask(*TABLES) or "event.vote")


def count(question: Question) -> Finding:
    """Hold a number of votes against the roll call; who did not vote is counted from the members of that day."""
    claim = question.proposition
    assert isinstance(claim, Figure)
    ways = meant(question.anchor, question.words)
    target = next(p for p in claim.parties if p != "UN")
    call = about(target, claim.period) if claim.period is not None and ways and claim.unit == "units" else None
    number = None if call is None or not ways else _number(call, ways)
    answers: list[Answer] = []
    near: list[Alternative] = []
    if call is not None and number is not None:
        comparison = claim.quantity.compare(number)
        plain = _answer(call, outcome_of(comparison), "", _cell(call, "/".join(sorted(ways or ())), str(number)))
        margin, relative = comparison.margin, comparison.relative
        answers.append(replace(plain, low=number, high=number, unit="units", margin=margin, relative=relative))
        update = {"low": number, "high": number, "bound": "=", "tolerance": None}
        near.append(Alternative(Figure.model_validate({**claim.model_dump(), **update}), "value"))
    return found(
        claim,
        [Definition("roll_call", tuple(answers))],
        alternatives=near,
        ask=pulled.ask(*TABLES) or "event.vote",
        allowed=claim.quantity.allowed,
    )


def _number(call: RollCall, ways: frozenset[str]) -> float | None:
    cast = list(votes(call).values())
    if not cast:
        return None
    if ABSENT not in ways:
        return float(sum(vote in ways for vote in cast))
    if ways != {ABSENT} or not is_complete("memberships", ("UN",), Period.of(call.day)):
        return None
    members = {s.state for s in organizations.memberships("UN", on=call.day) if s.status in organizations.FULL}
    return float(len(members) - sum(vote != ABSENT for vote in cast))


def _cell(call: RollCall, who: str, value: str) -> Cell:
    return Cell(SOURCE, catalogue.source(SOURCE).files[0], "un_votes", f"rcid {call.rcid}, {who}", value)


def _answer(call: RollCall, outcome: Outcome, text: str, cell: Cell) -> Answer:
    """What a roll call says; one that the catalogue calls wrong has no vote."""
    return Answer(
        SOURCE, "compiled", outcome, text=text, period=Period.of(call.day), cells=(cell,), verified=not call.flawed,
        note="artefact" if call.flawed else "",
    )  # fmt: skip
