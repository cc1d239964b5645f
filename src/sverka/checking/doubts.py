"""Doubts: why a verdict that follows from the sources is not said of what a text says.

What newspapers print is nearly always true to its source. So where a statement fails by evidence that cannot bear a
failure – another office's books, a sum that offices draw up in more ways than one, a period nobody told, a number so
far off that it was more likely misread – and where an undated event holds by whatever happened once, no verdict is
given. Each of these was the rule among wrong verdicts on news that nobody had tuned for (docs/verdicts.md has the
figures). A claim that somebody types has no such doubts: it means what it says.
"""

import re
from datetime import date, timedelta

from sverka.checking.finding import Finding, Outcome, Verdict
from sverka.checking.number_doubts import as_worded, of_number
from sverka.checking.rivals import named_in
from sverka.claims import Change, Compare, Event, Extreme, Figure, Membership, Mention, Office, Period, Rank
from sverka.record import organizations, states
from sverka.record.offices import terms_of

#: An event told without a date is news: what bears it out happened at most this long before.
NEWS = timedelta(days=7)
#: Whoever is elected or appointed takes the office within this time.
CHOSEN = timedelta(days=200)
#: So long before or after an office a man is still known by it.
LIFE = timedelta(days=15 * 365)
#: What is decided or applied for comes about within this time, if it does.
SOON = timedelta(days=1461)
#: What has just become so is about this year, not the one before.
_BECOME = re.compile(r"(?<!\w)(?:впервые|стал[аио]?(?!\w)|for the first time|became|has become)", re.IGNORECASE)
#: «Состояла в СНГ» is true of whoever once was in it.
_PAST = re.compile(
    r"(?<!\w)(?:состоял|входил|был[аио]?(?!\w)|являл|числил|участвова|насчитыва|was|were|used to|had been|belonged)",
    re.IGNORECASE,
)
#: Titles given with a wink: who rules in fact, who in name.
_LOOSE = re.compile(r"(?:формальн|номинальн|фактическ|реальн|негласн|теневой|де-факто|de facto|nominal|titular|formal)")
_OUTPUT = re.compile(r"(?<!\w)(?:ВВП|GDP|валов\w+ (?:внутренн\w+ )?продукт\w*)(?!\w)")
_ASIDE = 90


def doubt(mention: Mention, finding: Finding, text: str, published: date | None, certain: bool) -> str:
    """The code of the reason why the verdict is not said; empty where it can be. A `certain` reading is not doubted."""
    claim = mention.proposition
    if finding.verdict == Verdict.HOLDS and isinstance(claim, Event):
        told = claim.period is not None or claim.type == "sign"  # a treaty is signed once
        return "" if told or _recent(finding, published) else "undated"
    if finding.verdict == Verdict.HOLDS and isinstance(claim, Figure | Change):
        return "" if as_worded(mention.anchor, claim, finding) else "hedge"
    if finding.verdict == Verdict.FAILS and isinstance(claim, Event) and claim.denied and claim.period is None:
        return "undated"  # «не поедут»: what happened at some other time refutes nothing
    if finding.verdict == Verdict.FAILS and isinstance(claim, Membership):
        if claim.period is None and _ended(claim.organization, published):
            return "no_period"  # of a body that is no more
        if claim.status == "left" and (_before(claim) or not _ever(claim)):
            return "unsure"  # whoever left a body not yet founded, or never was in it, left another
        if claim.status != "none" and not certain and not _ever(claim):
            return "unsure"  # who or what was meant is told elsewhere
        if claim.period is None and _PAST.search(mention.anchor) and _ever(claim):
            return "no_period"  # it was a member once; when is told elsewhere
        return "not_yet" if not claim.denied and _comes_true(claim, published) else ""
    if finding.verdict == Verdict.FAILS and isinstance(claim, Office):
        # titles carry no dates, and whom nobody records may be written otherwise
        unsure = claim.period is not None or not _of_the_time(claim, published) or _elsewhere(claim)
        unsure = unsure or _LOOSE.search(mention.anchor) is not None or not _is_named(claim.state, text)
        return "unsure" if unsure else "not_yet" if _takes_office(claim, published) else ""
    if finding.verdict != Verdict.FAILS or not finding.definitions:
        return ""
    if isinstance(claim, Rank) and claim.period is None and _BECOME.search(mention.anchor):
        return "no_period"
    if _of_output(mention, text):
        return "unsure"
    if isinstance(claim, Figure | Change | Extreme) and claim.period is not None and _running(claim.period, published):
        return "running"
    if not certain and isinstance(claim, Figure | Change | Extreme | Compare) and _undated(claim):
        return "no_period"
    return of_number(mention, claim, finding, text, published, certain) if isinstance(claim, Figure | Change) else ""


def _of_output(mention: Mention, text: str) -> bool:
    """Whether a number is likely a share of output or a rate of its growth, though read as output or sums spent."""
    claim, (first, last) = mention.proposition, mention.span
    if isinstance(claim, Figure) and claim.unit == "%" and claim.metric in ("gdp", "population"):
        return len(claim.parties) == 1  # a share of the world would be said to be one
    spent = isinstance(claim, Rank | Extreme) and claim.metric == "military.spending"
    return spent and _OUTPUT.search(text[max(0, first - _ASIDE) : last + _ASIDE]) is not None


def _ever(claim: Membership) -> bool:
    """Whether the record has the state in the body at any time, in any standing."""
    return bool(organizations.spells(claim.state, organizations.resolve(claim.organization)))


def _is_named(state: str, text: str) -> bool:
    """Whether a text names a state in any way: else it was guessed from a surname."""
    body = organizations.resolve(state)
    return not states.exists(body) or body in named_in(text)


def _running(period: Period, published: date | None) -> bool:
    return published is not None and period.end is not None and period.end >= published


def _undated(claim: Figure | Change | Extreme | Compare) -> bool:
    if isinstance(claim, Compare):
        return claim.left.period is None and claim.right.period is None
    return claim.period is None


def _recent(finding: Finding, published: date | None) -> bool:
    """Whether something that bears the event out lies in the time before the text; unknown days say nothing."""
    periods = (a.period for a in finding.definitions[0].answers if a.outcome == Outcome.AGREES)
    if published is None:
        return False
    return any(
        p is not None and p.start is not None and p.end is not None and p.start <= published <= p.end + NEWS
        for p in periods
    )


def _comes_true(claim: Membership, published: date | None) -> bool:
    """Whether it came about soon after the text: then a decision or an intention was more likely told."""
    spells = organizations.spells(claim.state, organizations.resolve(claim.organization))
    if published is None:
        return False
    ends = claim.status in ("left", "none")
    days = ((s.period.end if ends else s.period.start) for s in spells if ends or s.status in organizations.FULL)
    return any(day is not None and published < day <= published + SOON for day in days)


def _of_the_time(claim: Office, published: date | None) -> bool:
    """Whether the record has somebody of that name in any office of these years: else somebody else was meant."""
    held = terms_of(claim.person)
    if published is None:
        return bool(held)
    around = Period.between(max(published, date.min + LIFE) - LIFE, min(published, date.max - LIFE) + LIFE)
    return any(t.period.overlaps(around) for t in held)


def _elsewhere(claim: Office) -> bool:
    """Whether somebody of that name held the office of another state, whenever: then whose it is was misread."""
    return any(t.office == claim.office and t.state != claim.state for t in terms_of(claim.person))


def _takes_office(claim: Office, published: date | None) -> bool:
    """Whether the person takes that very office soon after the text: then he was chosen for it."""
    if published is None or claim.denied:
        return False
    starts = (t.period.start for t in terms_of(claim.person) if (t.state, t.office) == (claim.state, claim.office))
    return any(day is not None and published < day <= published + CHOSEN for day in starts)


def _before(claim: Membership) -> bool:
    """Whether the time told is over before the organization was founded."""
    founded = _day(claim.organization, "founded")
    begun, told = founded.start if founded else None, claim.period.end if claim.period else None
    return begun is not None and told is not None and told < begun


def _ended(body: str, published: date | None) -> bool:
    """Whether an organization was no more when the text appeared."""
    ended = _day(body, "ended")
    over = ended.end if ended else None
    return over is not None and published is not None and over < published


def _day(body: str, column: str) -> Period | None:
    """When the record has an organization founded or ended; None where it says nothing."""
    known = organizations.resolve(body)
    cell = organizations.organization(known)[column] if organizations.exists(known) else ""
    return Period.parse(cell) if cell else None
