"""Which state an office without a state belongs to: asked of the record first, then of the passage."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache

from sverka.claims import Period
from sverka.reading.document import Name, Token
from sverka.reading.morphology import analyses, plain_letters
from sverka.record.offices import Term, holders, terms_of

#: Given names at least this alike are two spellings of one.
_ALIKE = 0.6
#: Whose office a Russian surname in a Russian text holds, where several states are named equally often.
_UNSAID = "RUS"
#: States whose names of persons are used whole, family name first.
_WHOLE = frozenset({"CHN", "PRK", "KOR", "VNM", "TWN"})
#: How surnames in Russia end, for the most part.
_RUSSIAN = re.compile(r"(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|ский|цкий|ская|цкая|ой|ых|их|енко|ук|юк|ич|ец)$")
_MINISTERS = frozenset({"foreign_minister", "defence_minister"})
#: Offices that one person holds at a time.
UNIQUE = frozenset({"head_of_state", "head_of_government", "foreign_minister", "defence_minister"})


def recorded_terms(person: str, given: Sequence[str], published: date | None) -> tuple[Term, ...]:
    """Terms of a person in the record; namesakes are told apart by given name where one is written."""
    return _recorded_terms(person, tuple(given), published)


@lru_cache(maxsize=4096)
def _recorded_terms(person: str, given: tuple[str, ...], published: date | None) -> tuple[Term, ...]:
    """Kept for a while, as several readers ask for the same persons."""
    found = terms_of(person)
    names = {plain_letters(a.lemma) for word in given for a in analyses(word)} | {plain_letters(word) for word in given}
    full = {name for name in names if len(name) > 1}
    if full:
        same = tuple(t for t in found if full & set(plain_letters(t.given_ru).replace("|", " ").split()))
        found = same or tuple(t for t in found if any(variant(name, plain_letters(t.given_ru)) for name in full))
    if published is None:
        return found
    return tuple(t for t in found if t.period.start is None or t.period.start <= published)


def variant(name: str, recorded: str) -> bool:
    """True for another spelling of a given name («Юрие» for «Юрий», «Григол» for «Григорий»)."""
    return bool(recorded) and SequenceMatcher(None, name, recorded.split("|")[0]).ratio() >= _ALIKE


def state_of(person: str, given: Sequence[str], office: str, published: date | None) -> str | None:
    """The one state whose record has this person in this office, or in any office; None when it is not one."""
    terms = recorded_terms(person, given, published)
    for chosen in ([t for t in terms if t.office == office], [t for t in terms if t.acting is False], terms):
        if (state := one_state(chosen, published)) is not None:
            return state
    return None


def one_state(terms: Sequence[Term], published: date | None) -> str | None:
    """The one state of the terms, or of those that run at publication; None when it is not one."""
    states = {t.state for t in terms}
    if len(states) > 1 and published is not None:
        now = Period.parse(published.isoformat())
        states = {t.state for t in terms if t.period.overlaps(now)}
    return states.pop() if len(states) == 1 else None


def recorded_office(person: str, given: Sequence[str], word: str, published: date | None) -> str | None:
    """The one office that a bare word («председатель», «лидер», «канцлер», «министр») means for this person."""
    terms = recorded_terms(person, given, published)
    if word in ("министр", "министерша"):
        now = Period.parse(published.isoformat()) if published is not None else None
        ministers = [t for t in terms if t.office in _MINISTERS]
        current = {t.office for t in ministers if now is not None and t.period.overlaps(now)}
        held = current or {t.office for t in ministers}
        return held.pop() if len(held) == 1 else None
    for office in ("head_of_state", "head_of_government"):
        if any(
            t.office == office and word in plain_letters(t.row["title_ru"]).replace("|", " ").split() for t in terms
        ):
            return office
    return None


def person_of(state: str, office: str, published: date | None) -> str | None:
    """What the one verified holder of an office on a day is called; None when there is none, or more than one."""
    if published is None:
        return None
    terms = holders(state, office, Period.parse(published.isoformat()))
    names = {f"{t.surname_ru} {t.given_ru}" if state in _WHOLE else t.surname_ru for t in terms if not t.acting}
    return names.pop() if len(names) == 1 and all(t.row["verified"] == "yes" for t in terms) else None


def state_named(person: str, given: Sequence[str], office: str, published: date | None) -> str | None:
    """`state_of`, and for a full name also the one state whose record has the person at any time."""
    known = state_of(person, given, office, published)
    if known is not None or not any(len(word) > 1 for word in given):
        return known
    states = {t.state for t in recorded_terms(person, given, None)}
    return states.pop() if len(states) == 1 else None


def russian(surname: str) -> bool:
    """True for a surname as Russia's officers bear them."""
    return _RUSSIAN.search(plain_letters(surname)) is not None


def nearest_state(names: Sequence[Name], start: int, surname: str = "") -> str | None:
    """The state a passage speaks of before an offset: the commonest.

    Among equals Russia comes first – the Russian press leaves its own officials' state unsaid – if the surname allows
    it, then the last one.
    """
    before = [n for n in names if n.kind == "state" and n.end <= start and n.form != "pronoun" and not n.literal]
    states = before or [n for n in names if n.kind == "state" and not n.literal]
    if not states:
        return None
    counts = Counter(n.id for n in states)
    top = max(counts.values())
    if counts[_UNSAID] == top and (not surname or russian(surname)):
        return _UNSAID
    return next(n.id for n in reversed(states) if counts[n.id] == top)


def agreeing(token: Token, cases: frozenset[str]) -> bool:
    """True if a token can stand in one of these cases."""
    return (
        not cases or any(a.feats.get("Case") in cases for a in analyses(token.text)) or token.feats.get("Case") in cases
    )


def dealt(persons: Sequence[str], office: str, states: Sequence[str], day: date | None) -> dict[str, str]:
    """Whose officer each person is where several are told without an order («лидеры двух стран»), by the record.

    Who is of one of the states alone is its officer; where one person and one state are left, they belong together.
    """
    ruling = frozenset({"head_of_state", "head_of_government"})
    offices = ruling if office in ruling else {office}
    out: dict[str, str] = {}
    for person in persons:
        terms = [t for t in recorded_terms(person, (), day) if t.state in states and t.office in offices]
        state = one_state(terms, day)
        if state is not None:
            out[person] = state
    if len(set(out.values())) < len(out):
        return {}
    lone = [p for p in persons if p not in out]
    left = [s for s in states if s not in out.values()]
    return out | ({lone[0]: left[0]} if out and len(lone) == len(left) == 1 else {})
