"""Ranks: a place among all others, read off each source's own list.

«Крупнейший торговый партнёр» may mean turnover (the plainest), exports or imports, single states or the European Union
as one partner: each is a definition. Words that name a flow («поставщик», «по обороту») or say that they count single
states leave only what they name. A place that must hold over several years must hold in each. A place that several
share is too close to say. Relations that are no plain metric («ближайший союзник») are in `relations`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from sverka.checking import metrics, trade
from sverka.checking.finding import Alternative, Answer, Cell, Definition, Finding, Outcome, Question, found, untested
from sverka.checking.periods import candidates
from sverka.checking.voices import heard
from sverka.claims import Period, Rank
from sverka.record import organizations, states
from sverka.sources import catalogue, state_figures
from sverka.sources.trade import COMPILED

#: Relations that mean the place in a list of trade partners.
PARTNER = frozenset({"partner"})
#: Relations that mean a metric of single states.
ALIASES = {"economy": "gdp", "exporter": "trade.exports", "importer": "trade.imports"}
UNION = "EU"
_TURNOVER = re.compile(r"\bпо (внешнеторговому |торговому )?(товаро)?оборот|\b(by|in) (trade )?turnover", re.IGNORECASE)
_SINGLE = re.compile(r"(среди|из) (отдельных )?(стран|государств)|single|individual", re.IGNORECASE)
#: A place past which nobody would say "one of the largest", and one within which everybody would.
ONE_OF, HARDLY = 5, 15
#: Unit of lists that say who is bound to defend the state, 1 or 0.
OBLIGATIONS = "obligations"

#: Entries of a list: id, value, cells; best first.
Entry = tuple[str, float, tuple[Cell, ...]]
Lists = Callable[[int], dict[str, list[Entry]]]


def check(question: Question) -> Finding:
    """Hold a place against every list."""
    claim = question.proposition
    assert isinstance(claim, Rank)
    if metrics.is_relation(claim.metric, question.anchor):
        from sverka.checking.definitions import relations  # late: most places need none of its tables

        return relations.rank(question)
    periods = candidates(claim.period, question.published)
    if not periods:
        return untested(claim, "no_date" if claim.period is None else "future")
    definitions: list[Definition] = []
    for name, lists in _ways(claim, question.anchor):
        answers = answers_of(claim, lists, periods, "USD" if "trade" in claim.metric or claim.metric in PARTNER else "")
        definition = Definition(name, tuple(answers))
        definitions += heard(definition, question.voice) if not definitions else [definition]
    return found(
        claim,
        definitions or [Definition("stated", ())],
        alternatives=_nearest(claim, definitions),
        ask="trade.turnover" if claim.metric in PARTNER else claim.metric,
    )


def _ways(claim: Rank, words: str) -> list[tuple[str, Lists]]:
    """The definitions that the words allow, with the lists each takes."""
    of = organizations.resolve(claim.of) if claim.of else None
    metric = ALIASES.get(claim.metric, claim.metric)
    if claim.metric in PARTNER and of and states.exists(of):
        if _TURNOVER.search(words):
            return [("turnover", partners(of, "turnover", claim))]
        ways = [(flow, partners(of, flow, claim)) for flow in trade.FLOWS]
        if not _SINGLE.search(words) and claim.among is None:
            ways.append(("eu_as_one", partners(of, "turnover", claim, union=True)))
        if claim.subject == UNION:
            ways = [ways[-1]] if ways[-1][0] == "eu_as_one" else []
        return ways
    flow = trade.flow_of(metric)
    if flow and of and states.exists(of):
        return [(flow, partners(of, flow, claim))]
    if metric in metrics.STATE_METRICS:
        return [("stated", _states(metric, of, claim))]
    return []


def partners(of: str, flow: str, claim: Rank, union: bool = False) -> Lists:
    """Every source's list of partners of a state in a year, the Union as one where asked."""

    def lists(year: int) -> dict[str, list[Entry]]:
        out = {}
        for source in catalogue.sources().values():
            depth = source.partners
            if depth not in ("all", "main") or not (source.id == COMPILED or source.reporters == (of,)):
                continue
            if depth == "main" and (
                claim.rank is None or claim.rank > trade.MAIN_PARTNERS_DEPTH or claim.direction == "min"
            ):
                continue
            for basis in ("consignment", "origin"):
                totals = trade.partner_totals(of, flow, year, source.id, basis)
                entries = [(t.partner, t.value, trade.cells(t)) for t in totals]
                key = (
                    source.id if basis == "consignment" or not any(t.basis for t in totals) else f"{source.id}/{basis}"
                )
                if entries and key not in out:
                    out[key] = in_order(_as_one(entries, of, year) if union else entries, claim, year)
        return out

    return lists


def _as_one(entries: list[Entry], of: str, year: int) -> list[Entry]:
    """The members of the European Union at the end of the year as one partner."""
    members = set(organizations.members(UNION, date(year, 12, 31)))
    if of in members:
        return []
    inside = [e for e in entries if e[0] in members]
    whole: Entry = (UNION, sum(e[1] for e in inside), tuple(c for e in inside for c in e[2]))
    return [whole, *(e for e in entries if e[0] not in members)]


def _states(metric: str, of: str | None, claim: Rank) -> Lists:
    """The list of states (of the world, or of an organization) by a metric of their own."""

    def lists(year: int) -> dict[str, list[Entry]]:
        members = set(organizations.members(of, date(year, 12, 31))) if of and not states.exists(of) else None
        if of and states.exists(of):
            return {}
        figures = [f for f in state_figures.states(metric, year) if members is None or f.state in members]
        if not figures or (members and len(figures) < len(members)):
            return {}
        entries: list[Entry] = [
            (f.state, f.value, (Cell(f.source, f.file, f.state, f.cell, f"{f.value:.0f}"),)) for f in figures
        ]
        return {figures[0].source: in_order(entries, claim, year)}

    return lists


def in_order(entries: Sequence[Entry], claim: Rank, year: int) -> list[Entry]:
    """The entries the claim speaks of, the first place first; none if nobody can list its set or it is not in it."""
    if claim.among is not None:
        allowed = _listed(claim.among, date(year, 12, 31))
        entries = [e for e in entries if e[0] in allowed] if claim.subject in allowed else []
    return sorted(entries, key=lambda e: (-e[1] if claim.direction == "max" else e[1], e[0]))


def _listed(among: Sequence[str], day: date) -> set[str]:
    """The states of a set on a day, whatever their standing in an organization; empty if a name is unknown."""
    found: set[str] = set()
    for id_ in among:
        inside = (
            {id_}
            if states.exists(id_)
            else {s.state for s in organizations.memberships(organizations.resolve(id_), on=day)}
        )
        if not inside:
            return set()
        found |= inside
    return found


def answers_of(claim: Rank, lists: Lists, periods: Sequence[Period], unit: str) -> list[Answer]:
    """One answer a source: over every year of a stated span, or in any of the candidate years of an unstated one.

    `unit` is that of the lists; in the unit `OBLIGATIONS` zero is no place at all.
    """
    if claim.period is None:
        tried = [_year_answers(claim, lists, p.start.year, unit) for p in periods if p.start and p.months == 12]
        best: dict[str, Answer] = {}
        for number, answers in enumerate(tried):
            for source, answer in answers.items():
                if (source not in best and number == 0) or (
                    source in best and best[source].outcome != Outcome.AGREES and answer.outcome == Outcome.AGREES
                ):
                    best[source] = answer
        return list(best.values())
    period = periods[0]
    if period.grain == "day" or period.is_open or (period.months or 0) % 12:
        years = list(period.years) if not period.is_open and (period.months or 0) > 12 else []
    else:
        years = list(period.years)
    if len(years) > 60:
        return []
    per_source: dict[str, list[Answer]] = {}
    for year in years:
        for source, answer in _year_answers(claim, lists, year, unit).items():
            per_source.setdefault(source, []).append(answer)
    return [_joined(answers, period) for answers in per_source.values() if 2 * len(answers) >= len(years)]


def _joined(answers: list[Answer], period: Period) -> Answer:
    """The year that breaks the run, else the first year that is too close, else the run as a whole."""
    for outcome in (Outcome.CONTRADICTS, Outcome.TOO_CLOSE):
        for answer in reversed(answers):
            if answer.outcome == outcome:
                return answer
    if len(answers) == 1:
        return answers[0]
    return replace(answers[-1], period=period, note="gaps" if len(answers) < len(period.years) else "")


def _year_answers(claim: Rank, lists: Lists, year: int, unit: str) -> dict[str, Answer]:
    out = {}
    found = lists(year)
    own = any(role_of(key.split("/")[0]) != "compiled" for key in found)
    for key, entries in found.items():
        source = key.split("/")[0]
        at = next((n for n, e in enumerate(entries) if e[0] == claim.subject), None)
        if at is None or len(entries) < 2:
            continue
        _, value, cells = entries[at]
        places = _places(entries)
        place, last = places[at], max(n for n, p in enumerate(places, 1) if p == places[at])
        outcome = _outcome(claim, place, last)
        if unit == OBLIGATIONS and value == 0:
            outcome = Outcome.CONTRADICTS
        ranked = claim.rank is not None and unit != OBLIGATIONS
        rival = _rival(entries, claim.rank or 1, place, last) if ranked else None
        note = key.partition("/")[2]
        if outcome == Outcome.CONTRADICTS and rival and not own and _near(claim, value, rival[1]):
            outcome, note = Outcome.TOO_CLOSE, "stand_in"
        margin = value - rival[1] if rival else None
        known = (n for n, e in enumerate(entries) if unit != OBLIGATIONS or e[1])
        shown = sorted({0, 1, 2, (claim.rank or 1) - 1} & set(known) | {at})
        text = f"{place}: " + ", ".join(f"{places[n]}. {entries[n][0]} {entries[n][1]:.4g}" for n in shown)
        out[key] = Answer(
            source, role_of(source), outcome, value, value, unit, text=text, period=Period.of(year), margin=margin,
            relative=margin / value if margin is not None and value else None,
            cells=(*cells, *(rival[2] if rival else ())), note=note,
        )  # fmt: skip
    return out


def _near(claim: Rank, value: float, rival: float) -> bool:
    """Whether a state's own list of a flow may have the two the other way round, where only a compiler's is at hand."""
    flow = trade.flow_of(ALIASES.get(claim.metric, claim.metric))
    low, high = sorted((value, rival))
    return flow is not None and claim.of is not None and high <= low * trade.SLACK[flow]


def _places(entries: Sequence[Entry]) -> list[int]:
    """The place of each entry; equal values share the first of theirs."""
    out: list[int] = []
    for number, entry in enumerate(entries, 1):
        out.append(out[-1] if out and entries[number - 2][1] == entry[1] else number)
    return out


def _outcome(claim: Rank, place: int, last: int) -> Outcome:
    """`place` is the subject's, `last` the last of those who share it."""
    if claim.rank is None:
        return Outcome.AGREES if place <= ONE_OF else Outcome.CONTRADICTS if place > HARDLY else Outcome.TOO_CLOSE
    if not place <= claim.rank <= last:
        return Outcome.CONTRADICTS
    return Outcome.AGREES if place == last else Outcome.TOO_CLOSE


def _rival(entries: Sequence[Entry], wanted: int, place: int, last: int) -> Entry | None:
    """Whoever stands where the subject was said to stand, or next below it where it does stand there."""
    index = last if place <= wanted <= last else wanted - 1
    return entries[index] if index < len(entries) else None


def role_of(source: str) -> str:
    """Whose figures a source has: a state's own, a compiler's, the record's."""
    if source.startswith("record:"):
        return "record"
    return "reporter" if catalogue.source(source).reporters else "compiled"


def _nearest(claim: Rank, definitions: Sequence[Definition]) -> list[Alternative]:
    """The place that the subject does hold."""
    if claim.rank is None or not definitions:
        return []
    for answer in definitions[0].answers:
        if answer.outcome == Outcome.CONTRADICTS:
            place = int(answer.text.partition(":")[0])
            update = {"rank": place, "period": answer.period or claim.period}
            return [Alternative(claim.model_copy(update=update), "rank")]
    return []
