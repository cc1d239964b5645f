"""Events: signatures, visits, meetings, deployments and the rest, held against the record's dated rows.

A row that fits who, whom and when agrees. One that fits but for the date contradicts only where it is the one thing the
words can mean (a treaty by its name and parties) or the table is complete for the visitor; elsewhere absence proves
nothing, for there may have been another visit.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from sverka.checking.facts import absent, answer, when
from sverka.checking.finding import Alternative, Answer, Definition, Finding, Outcome, Question, found, untested
from sverka.claims import Event, Period
from sverka.claims.ids import name_of, prefix_of
from sverka.record import Row, organizations, rows, split, treaties
from sverka.record.coverage import is_complete
from sverka.record.offices import fold, surname_of, terms_of
from sverka.record.tables import span


def check(question: Question) -> Finding:
    """Hold an event against the record."""
    claim = question.proposition
    assert isinstance(claim, Event)
    if claim.period is not None and claim.period.begins_after(question.published):
        return untested(claim, "future")
    if claim.type == "vote":
        from sverka.checking.definitions import votes  # late: other events need no tables

        if votes.is_roll_call(claim):
            called = votes.event(question)
            if called.definitions[0].answers or called.ask.startswith("pull:"):
                return called
    answers, near = _HOW.get(claim.type, _event)(_as_told(claim, question.published), question.published)
    if claim.type == "sign":
        answers = [_placed(a, question.anchor) for a in answers]
    return found(claim, [Definition("recorded", tuple(answers))], alternatives=near, ask=f"event.{claim.type}")


def _as_told(claim: Event, published: date | None) -> Event:
    """«Since» ends on the day of the text, and whoever «has not been there since 2019» was there in 2019."""
    period = claim.period
    if period is None or period.first is None or period.last is not None or published is None:
        return claim
    after = period.first.last + timedelta(days=1) if claim.denied else period.first.first
    until = Period(Period.of(min(after, published)).first, Period.of(published).first)
    return claim.model_copy(update={"period": until})


#: How far from its recorded days a visit may begin or end.
_AROUND = timedelta(days=2)
Found = tuple[list[Answer], list[Alternative]]


def _ids(claim: Event) -> tuple[set[str], set[str]]:
    """(surnames folded, states and organizations) of both sides."""
    people = {surname_of(p) for p in (*claim.source, *claim.target) if prefix_of(p) == "person"}
    return people, _known((*claim.source, *claim.target))


def _known(ids: Sequence[str]) -> set[str]:
    """The states among them, and the organizations that the record knows by this id or name."""
    return {id_ for id_ in map(organizations.resolve, ids) if not prefix_of(id_)}


def _best(tested: Sequence[tuple[Row, Outcome, Period | None]], published: date | None) -> list[Answer]:
    """The row that agrees, else what is too close; contradictions are the caller's affair.

    Verified rows come first; of these the last before the text appeared, which news without a date is about.
    """

    def order(item: tuple[Row, Outcome, Period | None]) -> tuple[bool, bool, int]:
        start = item[2].start if item[2] is not None else None
        day = start.toordinal() if start is not None else 0
        return item[0]["verified"] != "yes", published is not None and day > published.toordinal(), -day

    ranked = sorted(tested, key=order)
    for outcome in (Outcome.AGREES, Outcome.TOO_CLOSE):
        for row, got, period in ranked:
            if got == outcome:
                return [answer(row, got, _label(row), period)]
    return []


def _label(row: Row) -> str:
    for column in ("name_ru", "id", "occasion_ru", "name_en", "visitor"):
        if row.get(column):
            return row[column]
    return row.get("type", "")


def _sign(claim: Event, published: date | None) -> Found:
    """A treaty by its name and signatories."""
    documents = [t for t in claim.target if prefix_of(t) == "treaty"]
    signatories = tuple(organizations.resolve(s) for s in claim.source if prefix_of(s) != "person")
    if len(documents) != 1 or not signatories:
        return [], []
    alike = treaties.alike(documents[0], signatories)
    nearest = [t for rest, t in alike if rest == alike[0][0]]
    for known in (nearest, [t for _, t in alike]):  # «договор по СНВ» of 2010 is not the one nearest by its words
        best = _best([(t.row, when(claim.period, t.signed), t.signed) for t in known], published)
        if best:
            return best, []
    named = treaties.words(name_of(documents[0]))
    whole = bool(alike) and (alike[0][0] == 0 or len(alike) == 1)  # a part of several names tells none of them
    if len(nearest) == 1 and named and whole and nearest[0].signed is not None:
        row, signed = nearest[0].row, nearest[0].signed
        outcome = when(claim.period, signed)
        near = [Alternative(claim.model_copy(update={"period": signed}), "date")]
        return [answer(row, outcome, _label(row), signed)], near
    return [], []


_IN = re.compile(r"\b(?:в|во|in|at)\s+([А-ЯЁA-Z][а-яёa-z]+(?:[- ][А-ЯЁA-Z][а-яёa-z]+)?)")


@cache
def _place_stems() -> tuple[str, ...]:
    """Stems of capitals and places of signature, in both languages."""
    names = {row[c] for row in rows("capitals") for c in ("name_ru", "name_en")}
    names |= {row[c] for row in rows("treaties") for c in ("place_ru", "place_en")}
    return tuple({_stem(name) for name in names if len(name) > 3 and "," not in name})


def _stem(name: str) -> str:
    folded = fold(name)
    return folded[: max(4, len(folded) - 2)]


def _placed(found: Answer, anchor: str) -> Answer:
    """A treaty that was signed, but not where the words say, contradicts them."""
    named = [fold(place) for place in _IN.findall(anchor)]
    places = [place for place in named if any(place.startswith(stem) for stem in _place_stems())]
    row = next((r for r in rows("treaties") if found.cells and f"line {r['line']}" == found.cells[0].cell), None)
    if found.outcome != Outcome.AGREES or not places or row is None or not (row["place_ru"] or row["place_en"]):
        return found
    known = [_stem(part) for c in ("place_ru", "place_en") for part in re.split(r"[,;/|]", row[c]) if part.strip()]
    if any(place.startswith(stem) or stem.startswith(place[:4]) for place in places for stem in known):
        return found
    return replace(found, outcome=Outcome.CONTRADICTS, text=f"{found.text}, {row['place_ru']}")


def _visit(claim: Event, published: date | None) -> Found:
    """A visit by visitor and host; the summits a leader attended abroad are visits too."""
    travellers = {surname_of(p) for p in claim.source if prefix_of(p) == "person"}
    senders = _known(claim.source)
    hosts = _known(claim.target)
    if not hosts or not (travellers or senders):
        return [], []

    def fits(row: Row) -> bool:
        who = {fold(row["visitor"]), *(fold(n) for n in split(row["visitor_en"]))}
        return row["host"] in hosts and (bool(who & travellers) if travellers else row["visitor_state"] in senders)

    return _dated(claim, published, fits, _attended(claim, travellers, hosts), sorted(travellers))


def _attended(claim: Event, travellers: set[str], hosts: set[str]) -> list[Row]:
    return [
        row
        for row in rows("summits")
        if row["host"] in hosts and travellers and travellers <= {fold(p) for p in split(row["participants"])}
    ]


def _meet(claim: Event, published: date | None) -> Found:
    """A meeting of everyone named: at a summit, or on a visit of one to the other."""
    people, states = _ids(claim)

    def fits(row: Row) -> bool:
        sides = {row["visitor_state"], row["host"], *split(row["others"])}
        return states <= sides and len(states) > 1 and (not people or fold(row["visitor"]) in people)

    summits = [
        row
        for row in rows("summits")
        if people and len(people) > 1 and people <= {fold(p) for p in split(row["participants"])}
    ]
    return _dated(claim, published, fits, summits, [])


def _dated(
    claim: Event,
    published: date | None,
    fits: Callable[[Row], bool],
    more: Sequence[Row],
    travellers: Sequence[str],
) -> Found:
    fitting = [*(r for r in rows("visits") if fits(r)), *more]
    tested = [(row, _overlap(claim.period, span(row)), span(row)) for row in fitting]
    best = _best(tested, published)
    if best or claim.period is None:
        return best, []
    if any(_day_off(claim.period, period) for _, _, period in tested):
        return [], []
    if len(travellers) == 1 and _all_listed(travellers[0], claim):
        listed = [row["start"] for row, _, _ in tested]
        return [absent("visits", ", ".join(listed[:5]))], []
    return [], []


def _day_off(claimed: Period, actual: Period | None) -> bool:
    """Whether a day told is next to a visit: who is at a summit from the 15th may have come on the 14th."""
    if actual is None or claimed.grain != "day" or None in (claimed.start, claimed.end, actual.start, actual.end):
        return False
    assert claimed.start and claimed.end and actual.start and actual.end
    return claimed.start <= actual.end + _AROUND and actual.start - _AROUND <= claimed.end


def _all_listed(traveller: str, claim: Event) -> bool:
    """Whether the table has every visit of this traveller in the period: as head of a state, or to this host."""
    assert claim.period is not None
    hosts = _known(claim.target)
    headed = {t.state for t in terms_of(traveller) if t.office == "head_of_state" and t.period.contains(claim.period)}
    if len(headed) != 1 or len(hosts) != 1:
        return False
    state = headed.pop()
    return is_complete("visits", (f"{state} head_of_state", f"{state} {hosts.pop()}"), claim.period)


def _overlap(claimed: Period | None, actual: Period | None) -> Outcome:
    """A visit of several days agrees with any of them, and with a month it touches."""
    outcome = when(claimed, actual)
    fine = claimed is not None and actual is not None and actual.grain == "day"
    return Outcome.AGREES if outcome == Outcome.TOO_CLOSE and fine else outcome


def _event(claim: Event, published: date | None) -> Found:
    """Missions (by their first and last day) and other dated events."""
    sources = _known(claim.source)
    targets = _known(claim.target)
    tested: list[tuple[Row, Outcome, Period | None]] = []
    for row in rows("events"):
        theirs = {*split(row["actors"])}, {*split(row["targets"])}
        same = row["type"] == claim.type and bool(sources or targets)
        if same and sources <= theirs[0] and targets <= theirs[1]:
            tested.append((row, _overlap(claim.period, span(row)), span(row)))
    if claim.type in ("deploy", "withdraw"):
        end = "start" if claim.type == "deploy" else "end"
        for row in rows("missions"):
            theirs_ = {row["organization"], *split(row["contributors"])}
            if row[end] and targets and row["host"] in targets and sources and sources <= theirs_:
                day = Period.parse(row[end])
                tested.append((row, when(claim.period, day), day))
    if claim.period is None:
        return [], []
    return _best(tested, published), []


_HOW: dict[str, Callable[[Event, date | None], Found]] = {"sign": _sign, "visit": _visit, "meet": _meet}
