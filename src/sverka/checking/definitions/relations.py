"""Relations: «ближайший союзник», «ближе к A, чем к B», «зависит от A сильнее, чем от B».

No score is made of them. Every way to measure a relation is a definition, and they stand side by side:

    ally                defence (default), votes, portfolio, shared_organizations, turnover
    friend              votes (default), defence, portfolio, shared_organizations, turnover
    closeness           the same without turnover; a partner in politics too
    dependence          share.turnover (default), share.exports, share.imports, per_gdp

An obligation to defend is there or is not: all who have it share the first place, so that a text that calls one of them
the closest is right under some definitions and wrong under others. `of` is the state whose ally, or whose dependence.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sverka.checking import metrics, pulled, ties, trade
from sverka.checking.definitions import ranks
from sverka.checking.finding import Answer, Definition, Finding, Outcome, Question, Verdict, found, untested
from sverka.checking.periods import candidates
from sverka.checking.ties import Entry, Lists
from sverka.checking.voices import heard
from sverka.claims import Compare, Period, Rank
from sverka.record import organizations, states


@dataclass(frozen=True, slots=True)
class Sense:
    """One way to measure a relation: its definition's id, unit, lists, and the tables that must have been pulled."""

    id: str
    unit: str
    lists: Lists
    tables: tuple[str, ...] = ()


def rank(question: Question) -> Finding:
    """Hold a place in a relation against every list."""
    claim = question.proposition
    assert isinstance(claim, Rank)
    claim = claim.model_copy(update={"metric": metrics.relation(claim.metric, question.anchor)})
    periods = candidates(claim.period, question.published)
    if not periods:
        return untested(claim, "no_date" if claim.period is None else "future")
    of = organizations.resolve(claim.of) if claim.of else ""
    able = claim.direction == "max" and states.exists(of) and states.exists(claim.subject)
    senses = _senses(claim.metric, of, claim) if able else []
    definitions = [
        Definition(s.id, tuple(ranks.answers_of(claim, _sorted(s.lists, claim), periods, s.unit))) for s in senses
    ]
    definitions = _heard(claim.metric, definitions, question.voice) or [Definition("stated", ())]
    return _split(found(claim, definitions, ask=_ask(senses, claim.metric)))


def compare(question: Question) -> Finding:
    """Hold a comparison of two relations against every source that has both: whose tie to whom is closer."""
    claim = question.proposition
    assert isinstance(claim, Compare)
    claim = claim.model_copy(update={"metric": metrics.relation(claim.metric, question.anchor)})
    left = candidates(claim.left.period or claim.period, question.published)
    right = candidates(claim.right.period or claim.period, question.published)
    if not left or not right:
        return untested(claim, "no_date" if claim.period is None else "future")
    sides = [tuple(organizations.resolve(p) for p in side.parties) for side in (claim.left, claim.right)]
    able = claim.by is None and all(len(s) == 2 and all(states.exists(p) for p in s) for s in sides)
    pairs = zip(*(_senses(claim.metric, s[0], None) for s in sides), strict=True) if able else ()
    definitions, senses = [], []
    for mine, theirs in pairs:
        here, there = ties.in_year(mine.lists, sides[0][1], left[0]), ties.in_year(theirs.lists, sides[1][1], right[0])
        answers = [_compared(claim, key, here[key], there[key], mine.unit, left[0]) for key in here if key in there]
        definitions.append(Definition(mine.id, tuple(answers)))
        senses.append(mine)
    definitions = _heard(claim.metric, definitions, question.voice) or [Definition("stated", ())]
    return _split(found(claim, definitions, ask=_ask(senses, claim.metric)))


def _heard(metric: str, definitions: list[Definition], voice: str) -> list[Definition]:
    """Only dependence is measured by figures that an office may be named for."""
    if metric != "dependence" or not definitions:
        return definitions
    return [*heard(definitions[0], voice), *definitions[1:]]


def _senses(metric: str, of: str, claim: Rank | None) -> list[Sense]:
    """The definitions of a relation of a state, the plainest first."""
    if metric == "dependence":
        shares = [Sense(f"share.{flow}", "%", _shares(of, flow, claim)) for flow in trade.FLOWS]
        return [*shares, Sense("per_gdp", "%", _per_gdp(of, claim))]
    defence = Sense("defence", ranks.OBLIGATIONS, ties.obligations(of), tuple(ties.ALLIANCES))
    votes = Sense("votes", "%", ties.agreement(of), ("un_votes",))
    rest = [
        Sense("portfolio", "S", ties.portfolios(of), tuple(ties.ALLIANCES)),
        Sense("shared_organizations", "organizations", ties.organizations_shared(of), ("cow_igo_dyads",)),
    ]
    if metric != "closeness":
        rest.append(Sense("turnover", "USD", _flows(of, "turnover", claim)))
    return [defence, votes, *rest] if metric == "ally" else [votes, defence, *rest]


def _flows(of: str, flow: str, claim: Rank | None) -> Lists:
    return ranks.partners(of, flow, claim or Rank(metric="partner", subject=of, of=of))


def _shares(of: str, flow: str, claim: Rank | None) -> Lists:
    """Each partner's share of a flow, in per cent, where the source has the whole too."""

    def lists(year: int) -> dict[str, list[Entry]]:
        out = {}
        for key, entries in _flows(of, flow, claim)(year).items():
            source, _, basis = key.partition("/")
            whole = trade.world(of, flow, year, source, basis)
            if whole is not None and whole.low > 0:
                out[key] = [(i, 100 * v / whole.middle, cells) for i, v, cells in entries]
        return out

    return lists


def _per_gdp(of: str, claim: Rank | None) -> Lists:
    """Trade with each partner in per cent of the state's output."""

    def lists(year: int) -> dict[str, list[Entry]]:
        output = metrics.values("gdp", (of,), Period.of(year))
        if not output or output[0].low <= 0:
            return {}
        size = output[0]
        flows = _flows(of, "turnover", claim)(year)
        return {
            k: [(i, 100 * v / size.middle, (*c, *size.cells)) for i, v, c in entries] for k, entries in flows.items()
        }

    return lists


def _sorted(lists: Lists, claim: Rank) -> Lists:
    """Largest first, among those the claim speaks of."""
    return lambda year: {key: ranks.in_order(entries, claim, year) for key, entries in lists(year).items()}


def _compared(claim: Compare, key: str, mine: Entry, theirs: Entry, unit: str, period: Period) -> Answer:
    source, gap = key.partition("/")[0], mine[1] - theirs[1]
    if claim.relation == "=":
        outcome = Outcome.AGREES if abs(gap) <= 0.05 * max(abs(mine[1]), abs(theirs[1])) else Outcome.CONTRADICTS
    elif gap == 0:
        outcome = Outcome.TOO_CLOSE
    else:
        outcome = Outcome.AGREES if (gap > 0) == (claim.relation == ">") else Outcome.CONTRADICTS
    return Answer(
        source, ranks.role_of(source), outcome, gap, gap, unit, text=f"{mine[1]:.4g} / {theirs[1]:.4g}", period=period,
        margin=gap, cells=(*mine[2], *theirs[2]), note=key.partition("/")[2],
    )  # fmt: skip


def _split(finding: Finding) -> Finding:
    """A place that several share leaves a sense open: then the senses together say on what it depends."""
    outcomes = [d.outcome for d in finding.definitions if not d.beside]
    others = set(outcomes[1:])
    tied = finding.verdict == Verdict.TOO_CLOSE and others & {Outcome.AGREES, Outcome.CONTRADICTS}
    if tied or (finding.verdict == Verdict.FAILS and Outcome.TOO_CLOSE in others):
        return replace(finding, verdict=Verdict.DEPENDS)
    return finding


def _ask(senses: Sequence[Sense], metric: str) -> str:
    """What to pull for the plainest sense, else the relation."""
    return (pulled.ask(*senses[0].tables) if senses else "") or metric
