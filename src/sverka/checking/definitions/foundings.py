"""Foundings: when an organization, a treaty or a state came to be.

A treaty is counted from its signature, or from its entry into force where that is what fits; an organization from the
day the record gives, from those on which its charter was signed and in force or its first members were in, or from that
on which it took its present name; a state from the day the record gives.
"""

from collections.abc import Sequence
from datetime import date

from sverka.checking.facts import answer, when
from sverka.checking.finding import Alternative, Definition, Finding, Outcome, Question, found
from sverka.claims import Founding, Period
from sverka.claims.ids import prefix_of
from sverka.record import Row, organizations, states, treaties

#: Years between the first talks of a grouping and its first summit: BRIC met in 2006 as ministers, in 2009 as leaders.
_CUSTOM = 4


def check(question: Question) -> Finding:
    """Hold a founding date against the record."""
    claim = question.proposition
    assert isinstance(claim, Founding)
    dates = began(claim.what)
    definitions = [
        Definition(name, tuple(answer(row, _when(claim, row, day), f"{day}", day) for row, day in dated))
        for name, dated in dates
    ]
    definitions = [_any(d) for d in definitions]
    # entry into force is another way to count, not another claim: it can rescue a date, not spoil one
    definitions = definitions[:1] + [d for d in definitions[1:] if d.outcome == Outcome.AGREES and not claim.denied]
    if len(definitions) > 1 and definitions[0].outcome == Outcome.AGREES:
        definitions = definitions[:1]
    near = [
        Alternative(claim.model_copy(update={"period": day}), "date") for _, dated in dates[:1] for _, day in dated[:1]
    ]
    return found(claim, definitions or [Definition("founded", ())], alternatives=near, ask="founding")


def _when(claim: Founding, row: Row, day: Period) -> Outcome:
    """As any date; but a grouping has no act of foundation, and its first years are counted in more ways than one."""
    outcome = when(claim.period, day)
    told = claim.period.start if claim.period is not None else None
    near = told is not None and day.start is not None and abs(told.year - day.start.year) <= _CUSTOM
    loose = row.get("kind") == "grouping" and near and outcome == Outcome.CONTRADICTS
    return Outcome.TOO_CLOSE if loose else outcome


def began(id_: str) -> list[tuple[str, list[tuple[Row, Period]]]]:
    """(definition, [(row, date), …]) for whatever has a beginning; empty where the record knows none."""
    known = organizations.resolve(id_)
    if organizations.exists(known):
        row = organizations.organization(known)
        if not row["founded"]:
            return []
        full = [s for s in organizations.memberships(known) if s.status in organizations.FULL and s.period.start]
        begun = min(full, key=lambda s: s.period.start or date.max, default=None)
        in_force = [(begun.row, Period(begun.period.first, begun.period.first))] if begun is not None else []
        renamed = [(row, Period.parse(row["renamed"]))] if row["renamed"] else []
        in_force += [(t.row, day) for t in _charters(known) for day in _made(t, row["founded"])]
        told = (("founded", [(row, Period.parse(row["founded"]))]), ("in_force", in_force), ("renamed", renamed))
        return [(name, days) for name, days in told if days]
    if prefix_of(known) == "treaty":
        candidates = treaties.find(known)
        signed = [(t.row, t.signed) for t in candidates if t.signed is not None]
        in_force = [(t.row, t.in_force) for t in candidates if t.in_force is not None]
        return [(n, d) for n, d in (("signed", signed), ("in_force", in_force)) if d]
    if states.exists(known):
        rows = [r for r in states.span_rows(known) if r["system"] == "ISO" and r["start"]]
        return [("founded", [(r, Period.parse(r["start"])) for r in rows])] if rows else []
    return []


def _charters(body: str) -> list[treaties.Treaty]:
    """The treaties that made a body what it is; in the record they have its name for theirs."""
    own = {f"treaty:{body}-{paper}" for paper in ("Charter", "Treaty", "Declaration")}
    return [t for t in treaties.treaties() if t.row["id"] in own]


def _made(charter: treaties.Treaty, founded: str) -> list[Period]:
    """The days of a charter that a founding is counted from: in force, or signed in the year of the foundation."""
    signed = charter.signed if charter.signed and str(charter.signed)[:4] == founded[:4] else None
    return [day for day in (signed, charter.in_force) if day is not None]


def _any(definition: Definition) -> Definition:
    """Several treaties of one name: the text means the one whose date fits, if one does; else it may mean any."""
    agreeing = tuple(a for a in definition.answers if a.outcome == Outcome.AGREES)
    return Definition(definition.id, agreeing[:1] or definition.answers)


def first_date(id_: str) -> tuple[Row, Period] | None:
    """The one beginning of an id under its plainest definition; None where there is none, or several."""
    found_: Sequence[tuple[str, list[tuple[Row, Period]]]] = began(id_)
    return found_[0][1][0] if found_ and len(found_[0][1]) == 1 else None
