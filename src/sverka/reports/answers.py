"""What one source says, in words: its value or fact, how far that is from the claim, and whose word it is."""

import re
from dataclasses import dataclass

from sverka.checking.caveats import touching
from sverka.checking.finding import Answer, Outcome
from sverka.checking.metrics import RELATIONS
from sverka.claims import Change, Compare, Event, Extreme, Figure, Membership, Office, Order, Period, Proposition, Rank
from sverka.errors import ClaimError, SourceError
from sverka.reports import phrasing
from sverka.reports.amounts import amount, between, ordinal, size
from sverka.reports.dates import label, of_data, when
from sverka.reports.places import Place, places
from sverka.reports.safe import clean
from sverka.reports.words import Language, case, name, say
from sverka.sources import catalogue

_YEAR_VALUE = re.compile(r"(\d{4}): (\S+)")
_RANKED = re.compile(r"(?<!\d)(\d+)\. (\S+) ([-+.e\d]+)")
_SPELL = re.compile(r"(\S+) (\S+) (\w+) (\S+)")
_TERM = re.compile(r"(.+?) – (\S.*?) (\S+) (\S+)")
_VOTED = re.compile(r"(\w+) (yes|no|abstain|absent) (\S*)")


@dataclass(frozen=True, slots=True)
class Line:
    """One answer in words, ready to be set in a table."""

    outcome: Outcome
    source: str
    title: str
    role: str
    value: str
    margin: str
    period: str
    places: tuple[Place, ...]
    data: str
    note: str
    verified: bool


def line(claim: Proposition, answer: Answer, language: Language) -> Line:
    """An answer put into words."""
    return Line(
        answer.outcome,
        source_name(answer.source, language),
        title(answer.source, language),
        say("role", answer.role, language),
        value(claim, answer, language),
        margin(claim, answer, language),
        phrasing.short_period(None if answer.role == "record" else answer.period, language),
        tuple(places(answer, language)),
        of_data(as_of(answer.source), language),
        _note(claim, answer, language),
        answer.verified,
    )


def _note(claim: Proposition, answer: Answer, language: Language) -> str:
    """The caveat in words, and what the catalogue says of these states and years."""
    notes = touching(claim, answer)
    told = (note.text_ru if language == "ru" else note.text for note in notes)
    return clean(" ".join(filter(None, (_sentence(say("note", answer.note, language), bool(notes)), *told))))


def _sentence(text: str, ended: bool) -> str:
    return f"{text[:1].upper()}{text[1:]}." if ended and text else text


def source_name(source: str, language: Language) -> str:
    """Producer and title of a source; for the record, its table."""
    table = source.removeprefix("record:")
    if table != source:
        return f"{say('role', 'record', language)}: {table}.csv"
    try:
        entry = catalogue.source(source)
    except SourceError:
        return clean(source)
    return clean(entry.producer_ru if language == "ru" else entry.producer)


def title(source: str, language: Language) -> str:
    """What the source calls itself; empty for the record."""
    if source.startswith("record:"):
        return ""
    entry = catalogue.source(source)
    return clean(entry.title_ru if language == "ru" else entry.title)


def whose(source: str, language: Language) -> str:
    """Whose figures they are, to follow «по данным» or "according to": the state's, else the producer's."""
    reporters = catalogue.source(source).reporters
    if len(reporters) == 1 and language == "ru":
        return case(reporters[0], "genitive", language)
    known = say("producer", source, language, default="")
    return known or say("producer", "other", language, name=source_name(source, language))


def as_of(source: str) -> str:
    """Data date of a source; empty for the record."""
    return "" if source.startswith("record:") else catalogue.source(source).as_of


def unit_of(metric: str) -> str:
    """The unit in which the sources print a metric."""
    if metric.endswith(".share") or metric == "dependence":
        return "%"
    return "persons" if metric in ("population", "military.personnel") else "USD"


def value(claim: Proposition, answer: Answer, language: Language) -> str:
    """The value or fact by itself."""
    match claim:
        case Change() if answer.unit == "x" and answer.low is not None and answer.high is not None:
            return clean(_times(claim, (answer.low + answer.high) / 2, language))
        case Figure() if answer.role == "record" and answer.low is not None and answer.text:
            counted = ", ".join(name(i, language) for i in answer.text.split(", "))
            return clean(f"{amount(answer.low, answer.unit, language)}: {counted}")
        case Figure() | Change() if answer.low is not None and answer.high is not None:
            return clean(between(answer.low, answer.high, answer.unit, language))
        case Extreme() if answer.low is not None and answer.high is not None:
            return clean(_history(claim, answer, language))
        case Rank() if answer.text:
            return clean(_place(claim, answer, language))
        case Compare() if " / " in answer.text:
            left, right = (float(n) for n in answer.text.split(" / "))
            unit = answer.unit if claim.metric in RELATIONS and claim.by is None else unit_of(claim.metric)
            sides = {"left": amount(left, unit, language), "right": amount(right, unit, language)}
            return clean(say("fact", "sides", language, **sides))
    return clean(fact(claim, answer, language))


def _times(claim: Change, times: float, language: Language) -> str:
    """«рост в 1,24 раза»: which way, whatever way the claim says."""
    rising = (times >= 1) == (claim.direction == "+")
    grown = times if times >= 1 or not times else 1 / times
    return say("fact", "rise" if rising else "fall", language, amount=amount(grown, "x", language, 3))


def _history(claim: Extreme, answer: Answer, language: Language) -> str:
    assert answer.low is not None and answer.high is not None
    here = between(answer.low, answer.high, answer.unit, language)
    found = _YEAR_VALUE.fullmatch(answer.text)
    if found is None:
        return here
    other = amount(float(found[2]), answer.unit, language)
    code = "best" if answer.outcome == Outcome.CONTRADICTS else "record"
    past = say("fact", f"{code}_{claim.direction}", language, year=found[1], value=other)
    return f"{here} {when(answer.period, language)}; {past}"


def ranked(answer: Answer) -> tuple[int, list[tuple[int, str, float]]]:
    """The place an answer gives, and the list it shows: (place, id, value)."""
    place, _, rest = answer.text.partition(":")
    entries = [(int(n), id_, float(v)) for n, id_, v in _RANKED.findall(rest)]
    return (int(place) if place.isdecimal() else 0), entries


def ranking(claim: Rank, answer: Answer, language: Language) -> str:
    """The head of a list: «1. Китай (9,773 млрд долл.), 2. Италия (…)»."""
    unit = answer.unit or unit_of("gdp" if claim.metric == "economy" else claim.metric)
    _, entries = ranked(answer)
    return ", ".join(f"{n}. {name(i, language)} ({amount(v, unit, language, 3)})" for n, i, v in entries)


def _place(claim: Rank, answer: Answer, language: Language) -> str:
    place, entries = ranked(answer)
    if not entries:
        return answer.text
    return say("fact", "rank", language, place=ordinal(place, language), list=ranking(claim, answer, language))


def fact(claim: Proposition, answer: Answer, language: Language) -> str:
    """A row of the record, or its absence from a complete table."""
    if answer.note == "complete":
        return _absence(claim, answer, language)
    match claim:
        case Membership() if found := _SPELL.fullmatch(answer.text):
            state, organization, status, period = found.groups()
            return phrasing.membership(state, organization, status, _when(period, language), language)
        case Office() if said := _term(answer.text, language):
            return said
        case Order():
            pairs = _dated(answer.text)
            if pairs:
                return ", ".join(f"{name(i, language)} – {_label(d, language)}" for i, d in pairs)
        case Event() if voted := _VOTED.fullmatch(answer.text):
            fields = {"state": name(voted[1], language), "resolution": voted[3]}
            return say("fact", f"voted_{voted[2]}", language, **fields)
    text = _label(answer.text, language)
    if answer.period is not None and text == answer.text:
        return f"{text} ({label(answer.period, language)})"
    return text


def _dated(text: str) -> list[tuple[str, str]]:
    """«EAEU 2014-05-29, org:Совет, которого нет 1949»: whatever has a day of its own, with it."""
    pairs, begun = [], ""
    for piece in text.split(", "):
        begun += piece
        named, _, day = begun.rpartition(" ")
        if named and day[:4].isdecimal() and len(day) >= 4:
            pairs.append((named, day))
            begun = ""
        else:
            begun += ", "
    return pairs


def _absence(claim: Proposition, answer: Answer, language: Language) -> str:
    if isinstance(claim, Membership):
        at = when(claim.period, language)
        return phrasing.membership(claim.state, claim.organization, "none", at, language)
    if isinstance(claim, Office):
        held = [_term(text, language) or text for text in answer.text.split("; ")]
        return say("fact", "others", language, names="; ".join(held))
    if answer.text:
        days = ", ".join(_label(d, language) for d in answer.text.split(", "))
        return say("fact", "visits", language, list=days)
    return say("fact", "no_visits", language)


def _term(text: str, language: Language) -> str:
    found = _TERM.fullmatch(text)
    if found is None:
        return ""
    person, title, state, period = found.groups()
    return phrasing.office(name(f"person:{person}", language), title, state, _when(period, language), language)


def _when(text: str, language: Language) -> str:
    try:
        return when(Period.parse(text), language)
    except ClaimError:
        return text


def _label(text: str, language: Language) -> str:
    try:
        return label(Period.parse(text), language)
    except ClaimError:
        return text


def margin(claim: Proposition, answer: Answer, language: Language) -> str:
    """How far the value is from what the words allow, in words; empty for facts."""
    if answer.margin is None:
        return ""
    unit = answer.unit or (unit_of(claim.metric) if isinstance(claim, Rank | Compare) else "")
    distance = size(abs(answer.margin), "pp" if unit == "%" else unit, language, 3)
    if isinstance(claim, Figure | Change) or (isinstance(claim, Compare) and claim.by is not None):
        code = {Outcome.AGREES: "inside", Outcome.CONTRADICTS: "outside"}.get(answer.outcome, "close")
        if claim.denied and code != "close":
            code = "outside" if answer.margin < 0 else "inside"
    elif isinstance(claim, Rank):
        code = "ahead" if answer.margin >= 0 else "behind"
    else:
        code = "gap"
    text = say("margin", code, language, amount=distance)
    if answer.relative is not None and unit not in ("%", "pp"):
        text += f" ({amount(abs(100 * answer.relative), '%', language, 2)})"
    return clean(text)
