"""Records: a value held against the history of its own series, by every source that has one.

A single year must be the highest (lowest) of all years known at publication (`ever`); where it lies well before that,
it may also have been the record of its own day (`until_then`). A span («lowest since 2009») asks whether its last year
is beyond every year after its first. A stretch of months is compared with the same months of other years. A source has
a say only where it covers at least five other years; for a record in a span, all of its years.
"""

from collections.abc import Callable

from sverka.checking import metrics
from sverka.checking.finding import (
    Alternative,
    Answer,
    Definition,
    Finding,
    Outcome,
    Question,
    Series,
    found,
    untested,
)
from sverka.checking.periods import candidates
from sverka.checking.values import Value, by_source
from sverka.checking.voices import heard
from sverka.claims import Extreme, Period

#: The earliest year that a history of one state's trade or output is asked for.
FIRST_YEAR = 1991
#: Fewer earlier years than this make no history.
ENOUGH = 5

History = dict[int, Value]


def check(question: Question) -> Finding:
    """Hold a record against the history of its series."""
    claim = question.proposition
    assert isinstance(claim, Extreme)
    span = _span(claim.period)
    last = candidates(span[1] if span else claim.period, question.published)
    if not last:
        return untested(claim, "no_date" if claim.period is None else "future")
    period = last[0]
    if period.start is None or period.months is None or period.months > 12:
        return found(claim, [Definition("stated", ())], ask=claim.metric)
    year, since = period.start.year, span[0] + 1 if span else FIRST_YEAR
    until = year if span or question.published is None else max(year, question.published.year - 1)
    histories = _histories(claim, period, since, until)
    definitions = [Definition("ever", _answers(claim, histories, year, since if span else 0))]
    if until > year:
        then = {key: {y: v for y, v in history.items() if y <= year} for key, history in histories.items()}
        definitions.append(Definition("until_then", _answers(claim, then, year, 0)))
    return found(
        claim,
        [*heard(definitions[0], question.voice), *definitions[1:]],
        alternatives=_nearest(claim, definitions[0], histories),
        ask=claim.metric,
        series=[_drawn(claim, key[0], history) for key, history in histories.items()],
    )


def _span(period: Period | None) -> tuple[int, Period] | None:
    """(the year it is counted from, the last year) of a span of several years."""
    if period is None or period.months is None or period.months <= 12 or period.grain != "year":
        return None
    assert period.start is not None
    return period.start.year, Period(period.last, period.last)


def _histories(claim: Extreme, period: Period, since: int, until: int) -> dict[tuple[str, str, str], History]:
    assert period.start is not None
    out: dict[tuple[str, str, str], History] = {}
    for year in range(since, until + 1):
        same = period.shift(years=year - period.start.year)
        for key, value in by_source(metrics.values(claim.metric, claim.parties, same, every_file=True)).items():
            if value.status != "artefact":
                out.setdefault(key, {})[year] = value
    return out


def _beyond(claim: Extreme) -> Callable[[Value, Value], bool]:
    """Whether one value certainly outdoes another."""
    if claim.direction == "max":
        return lambda a, b: a.low > b.high
    return lambda a, b: a.high < b.low


def _answers(
    claim: Extreme, histories: dict[tuple[str, str, str], History], year: int, since: int
) -> tuple[Answer, ...]:
    answers = (_answer(claim, history, year, since) for history in histories.values())
    return tuple(a for a in answers if a is not None)


def _answer(claim: Extreme, history: History, year: int, since: int) -> Answer | None:
    """What one source's history says; None where it does not cover the year or has no history to speak of.

    `since` is the first year of a stated span, which must be covered whole for a record to stand in it; 0 for none.
    """
    here, others = history.get(year), {y: v for y, v in history.items() if y != year}
    if here is None or (not since and len(others) < ENOUGH) or not others:
        return None
    beyond = _beyond(claim)
    better = {y: v for y, v in others.items() if beyond(v, here)}
    best = _best(better or others, claim)
    cells = (*here.cells, *others[best].cells)
    if better:
        outcome = Outcome.CONTRADICTS
    else:
        outcome = Outcome.AGREES if all(beyond(here, v) for v in others.values()) else Outcome.TOO_CLOSE
    missing = len(others) < max(history) - (since if since else min(history))
    if missing and since and not better:
        return None
    gaps = "gaps" if missing else ""
    text = f"{best}: {others[best].middle:.6g}"
    margin = here.middle - others[best].middle
    relative = margin / here.middle if here.middle else None
    return Answer(
        here.source, here.role, outcome, here.low, here.high, here.unit,
        text=text, period=here.period, margin=margin, relative=relative, cells=cells, note=gaps,
    )  # fmt: skip


def _best(years: History, claim: Extreme) -> int:
    pick = max if claim.direction == "max" else min
    return pick(years, key=lambda y: years[y].middle)


def _nearest(
    claim: Extreme, definition: Definition, histories: dict[tuple[str, str, str], History]
) -> list[Alternative]:
    """The year that does hold the record, where every source that has a history names the same one."""
    if definition.outcome != Outcome.CONTRADICTS:
        return []
    holders = {_best(h, claim) for h in histories.values() if len(h) > ENOUGH}
    if len(holders) != 1:
        return []
    return [Alternative(claim.model_copy(update={"period": Period.of(holders.pop())}), "year")]


def _drawn(claim: Extreme, source: str, history: History) -> Series:
    points = tuple((str(v.period), v.middle) for _, v in sorted(history.items()))
    return Series(source, str(claim.metric), next(iter(history.values())).unit, points)
