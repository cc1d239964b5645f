"""Memberships: a state's dated spells in an organization held against the status and time stated.

`joined` and `left` are about the day a full membership began or ended; the other statuses about the state of things on
the day of publication, or during the period stated. «Observer in June» may mean that the status was held then or that
it was granted then: a period of months or days, and any period of a status short of membership, is tested both ways.
«Member since 2015» is the spell that began then. Where the record is complete for the organization, no spell means no
tie. The years of Correlates of War stand beside the record where they were pulled.
"""

from collections.abc import Sequence
from datetime import date

from sverka.checking import igo
from sverka.checking.facts import absent, answer, when
from sverka.checking.finding import Alternative, Answer, Definition, Finding, Outcome, Question, found, untested
from sverka.claims import Membership, Period
from sverka.record import organizations, split
from sverka.record.coverage import is_complete
from sverka.record.organizations import FULL, Spell

#: Statuses of the record that a claimed status may mean.
MEANS = {
    "member": FULL,
    "joined": FULL,
    "left": FULL,
    "candidate": frozenset({"candidate"}),
    "observer": frozenset({"observer"}),
    "associate": frozenset({"associate", "partner"}),
    "none": FULL,
}


def check(question: Question) -> Finding:
    """Hold a membership against the record."""
    claim = question.proposition
    assert isinstance(claim, Membership)
    period = claim.period
    if period is None:
        if question.published is None:
            return untested(claim, "no_date")
        period = Period.of(question.published)
    elif period.begins_after(question.published):
        return untested(claim, "future")
    organization = organizations.resolve(claim.organization)
    spells = organizations.spells(claim.state, organization)
    partly = _taking_part(spells, period) if claim.status == "member" else []
    definitions = []
    for way in _ways(claim):
        recorded = _answers(claim, organization, spells, period, question.published, way)
        years = igo.beside(recorded, claim, organization, period) if way != "granted" and not partly else []
        definitions.append(Definition(way, (*recorded, *years)))
    if _counted_from_founding(claim, organization, spells) and definitions[0].outcome == Outcome.CONTRADICTS:
        first = min(spells, key=lambda s: s.period.start or date.max)
        told = answer(organizations.organization(organization), Outcome.AGREES, _said(first), first.period)
        definitions.append(Definition("founded", (told,)))
    if partly and not any(d.outcome == Outcome.AGREES for d in definitions):
        definitions.append(Definition("takes_part", tuple(partly)))
    return found(
        claim,
        definitions,
        alternatives=_nearest(claim, spells),
        ask="membership",
    )


def _ways(claim: Membership) -> list[str]:
    """The definitions: `in_force`, and where the words leave it open `granted` first, then `held`."""
    if claim.period is None or claim.period.is_open or claim.status in ("joined", "left", "none"):
        return ["in_force"]
    short_of = claim.status in ("candidate", "observer", "associate")
    return ["granted", "held"] if short_of or claim.period.grain in ("month", "day") else ["in_force"]


def _counted_from_founding(claim: Membership, organization: str, spells: Sequence[Spell]) -> bool:
    """Whether the day told is that on which the body, or what it grew out of, was founded with the state in it.

    A treaty is signed before it is in force, and who was in the OAU of 1963 is said to be in the African Union since.
    """
    period = claim.period
    if claim.denied or claim.status not in ("joined", "member") or period is None or period.first is None:
        return False
    if not organizations.exists(organization):
        return False
    told = Period(period.first, period.first)
    row = organizations.organization(organization)
    founded = Period.parse(row["founded"]) if row["founded"] else None
    if claim.status == "member" and not period.is_open and (founded is None or not told.before(founded)):
        return False
    starts = [s.period.start for s in organizations.memberships(organization) if s.status in FULL and s.period.start]
    own = [s.period.start for s in spells if s.status in FULL and s.period.start]
    if not own:
        return False
    if founded is not None and founded.overlaps(told) and min(own) == min(starts):
        return True
    before = [id_ for id_ in split(row["predecessors"]) if organizations.exists(id_)]
    earlier = (s for id_ in before for s in organizations.spells(claim.state, id_) if s.status in FULL)
    began_then = (Period(s.period.first, s.period.first) for s in earlier if s.period.first is not None)
    return any(when(told, day) == Outcome.AGREES for day in began_then)


def _answers(
    claim: Membership, organization: str, spells: Sequence[Spell], period: Period, published: date | None, way: str
) -> list[Answer]:
    wanted = MEANS[claim.status]
    fitting = _runs([s for s in spells if s.status in wanted])
    if claim.status == "none":
        return _outside(organization, fitting, spells, period)
    dated = period if claim.period is not None else None
    if claim.status == "left":
        fitting = [s for s in fitting if not _went_on(s, spells)] or fitting
    status = "joined" if way == "granted" else claim.status
    tested = [(s, _test(status, s, dated, period, published)) for s in fitting]
    if claim.status == "left":
        tested = [(s, Outcome.CONTRADICTS if _went_on(s, spells) else o) for s, o in tested]
    for outcome in (Outcome.AGREES, Outcome.TOO_CLOSE):
        best = [answer(s.row, o, _said(s), s.period) for s, o in tested if o == outcome]
        if best:
            return best[:1]
    if tested:
        return [answer(s.row, o, _said(s), s.period) for s, o in tested]
    if not is_complete("memberships", (organization, f"{claim.state} {organization}"), period):
        return []
    if not any(s.status in wanted for s in organizations.memberships(organization)):
        return []  # who has applied to a body, or only looks on there, is recorded for some bodies alone
    others = "; ".join(_said(s) for s in spells if s.period.overlaps(period))
    return [absent("memberships", others or f"{claim.state}: – {organization}")]


def _taking_part(spells: Sequence[Spell], period: Period) -> list[Answer]:
    """A member that only takes part since, and never left, is often counted in still: Turkmenistan in the CIS."""
    if not any(s.status in FULL and _went_on(s, spells) for s in spells):
        return []
    now = [s for s in spells if s.status in MEANS["associate"] and s.period.overlaps(period)]
    return [answer(s.row, Outcome.AGREES, _said(s), s.period) for s in now]


def _went_on(spell: Spell, spells: Sequence[Spell]) -> bool:
    """Whether another status followed at once: a member that became an associate did not leave."""
    end = spell.period.end
    return end is not None and any(
        other.period.start is not None and 0 <= (other.period.start - end).days <= 1 and other.status not in FULL
        for other in spells
    )


def _runs(spells: Sequence[Spell]) -> list[Spell]:
    """Spells that follow one another without a gap become one: a suspension does not end a membership."""
    out: list[Spell] = []
    for spell in spells:
        last = out[-1] if out else None
        if last and last.period.end and spell.period.start and (spell.period.start - last.period.end).days <= 1:
            joined = Period(last.period.first, spell.period.last)
            out[-1] = Spell(last.state, last.organization, last.status, joined, last.row)
        else:
            out.append(spell)
    return out


def _test(status: str, spell: Spell, dated: Period | None, period: Period, published: date | None) -> Outcome:
    began, ended = spell.period.first, spell.period.last
    if status == "joined":
        if began is not None and published is not None and began.first > published:
            return Outcome.CONTRADICTS
        return when(dated, Period(began, began) if began else None)
    if status == "left":
        if ended is None or (published is not None and ended.first > published):
            return Outcome.CONTRADICTS
        # the record's last day is the last of the membership or the first without it, as its source counts
        days = [Period(ended, ended)] + ([Period(ended.shift(days=1), ended.shift(days=1))] if ended.day else [])
        outcomes = [when(dated, day) for day in days]
        return next((o for o in outcomes if o == Outcome.AGREES), outcomes[0])
    if dated is not None and dated.last is None and dated.first is not None:
        since = when(Period(dated.first, dated.first), Period(began, began) if began else None)
        still = published is None or ended is None or ended.last >= published
        return since if still else Outcome.CONTRADICTS
    return _during(spell.period, period)


def _during(spell: Period, period: Period) -> Outcome:
    """A status is held during a period if some day of the period certainly belongs to the spell."""
    first, last = spell.first, spell.last
    certain_from, certain_to = (first.last if first else None), (last.first if last else None)
    possible = spell.overlaps(period)
    certain = possible and (
        (certain_from is None or period.end is None or certain_from <= period.end)
        and (certain_to is None or period.start is None or certain_to >= period.start)
    )
    return Outcome.AGREES if certain else Outcome.TOO_CLOSE if possible else Outcome.CONTRADICTS


def _outside(organization: str, full: Sequence[Spell], spells: Sequence[Spell], period: Period) -> list[Answer]:
    """«Not a member»: no full spell on any day of the period (on its last day where a membership ended in it)."""
    last = Period.of(period.end) if period.end else period
    inside = [s for s in full if _during(s.period, last) != Outcome.CONTRADICTS]
    if inside:
        return [answer(s.row, Outcome.CONTRADICTS, _said(s), s.period) for s in inside]
    if full:
        ended = full[-1]
        return [answer(ended.row, Outcome.AGREES, _said(ended), ended.period)]
    if is_complete("memberships", (organization, f"{spells[0].state if spells else ''} {organization}"), last):
        note = absent("memberships", f"– {organization}")
        return [Answer(note.source, note.role, Outcome.AGREES, text=note.text, note=note.note)]
    return []


def _said(spell: Spell) -> str:
    return f"{spell.state} {spell.organization} {spell.status} {spell.period}"


def _nearest(claim: Membership, spells: Sequence[Spell]) -> list[Alternative]:
    """The dates, or the status, that the record has."""
    runs = _runs([s for s in spells if s.status in MEANS[claim.status]])
    for spell in runs[:1]:
        end = spell.period.first if claim.status != "left" else spell.period.last
        if end is not None and claim.status != "none":
            return [Alternative(claim.model_copy(update={"period": Period(end, end)}), "date")]
    for spell in spells[-1:]:
        status = "associate" if spell.status == "partner" else "member" if spell.status in FULL else spell.status
        if status in MEANS:
            update = {"status": status, "period": Period(spell.period.first, spell.period.last)}
            return [Alternative(claim.model_copy(update=update), "status")]
    return []
