"""Doubts about numbers: why sources that contradict a figure or a change do not refute it.

Whose books they are, who is summed up, how a hedge is meant, how far off the number is (`doubts` says what for).
"""

import re
from collections.abc import Sequence, Set
from datetime import date
from functools import lru_cache

from sverka.checking.finding import Answer, Finding, Outcome
from sverka.checking.voices import state_of
from sverka.claims import AUTHOR, Change, Figure, Mention, Period
from sverka.claims.ids import prefix_of
from sverka.record import organizations, states
from sverka.record.offices import terms_of

#: A figure this many times over or under every source was more likely misread than misprinted.
FAR = 3.0
#: Sums over a group differ by this much with who is counted: one office's CIS has twelve states, another's nine.
GROUP = 1.3
#: The books of two sides differ by up to this much as a rule.
BOOKS = 1.3
#: What an army costs is put together by each compiler in its own way: Russia's 2008 is 40 billion dollars and 59.
COMPILED = {"military.spending": 2.0}
#: How far from «чуть более 6» or «почти 9» the truth may lie, and how far on the wrong side.
NEAR, PAST = 0.10, 0.02
#: Hedges that say on which side of the number the truth lies, and that it is near.
_JUST_OVER = re.compile(
    r"(?<!\w)(?:(?:чуть|немногим|немного|едва) (?:больше|более|выше|свыше|превы)|"
    r"(?:just|slightly|a little|little) (?:over|above|more|higher))",
    re.IGNORECASE,
)
_SHORT_OF = re.compile(
    r"(?<!\w)(?:почти|без малого|(?:подош|подобра|подступ|прибли(?:ж|зи(?!тельно)))\w+|"
    r"(?:чуть|немногим|немного) (?:меньше|менее|ниже)|"
    r"almost|nearly|approach\w*|(?:just|slightly|a little) (?:under|below|short|less))(?!\w)",
    re.IGNORECASE,
)
_FLOWS = ("trade.exports", "trade.imports", "trade.turnover")
#: A share that only compilers give differs from the books of the state by up to this much.
SHARED = 1.15
#: Envoys give the figures of the state they are in as often as those of their own.
_ENVOY = re.compile(
    r"(?<!\w)(?:посол(?!ени)|посл[аеу]\b|послом|посольств|дипломат|торгпред|ambassador|embassy|diplomat|envoy)"
)
_NEARBY = 300
#: A sum that leaves somebody out is of another group.
_EXCEPT = re.compile(
    r"(?<!\w)(?:исключая|за исключением|за вычетом|не считая|(?:кроме|помимо)(?! того| этого)|except|excluding)(?!\w)"
)
_OFFICE = re.compile(
    r"(?<!\w)(?:таможен|таможн|статистич|статкомитет|госкомстат|customs|statistic)\w{0,12}", re.IGNORECASE
)
#: How far from the word the state of an office is named, in characters.
_BEFORE, _AFTER = 25, 45
_LISTED = re.compile(r"[,:;(] (?:(?:а|и) )?(?:[а-яё-]+ ){1,3}[–—-] (?:почти |примерно |около )?(?:на |в |до )?$")
_FLOW_WORD = re.compile(r"экспорт|импорт|ввоз|вывоз|оборот|торговл|поставк|закупк|продаж|год|квартал|месяц|итого|всего")
_ASIDE = 90


def of_number(
    mention: Mention, claim: Figure | Change, finding: Finding, text: str, published: date | None, certain: bool
) -> str:
    """The code of the reason why the sources that contradict a number do not refute it; empty where they do."""
    first, last = mention.span
    if _EXCEPT.search(text[max(0, first - _ASIDE) : last + _ASIDE].lower()):
        return "group"
    if not certain and claim.metric in _FLOWS and _of_goods(text[max(0, first - _ASIDE) : first]):
        return "unsure"
    said = mention.voice != AUTHOR and claim.metric in _FLOWS
    if said and _ENVOY.search(text[max(0, first - _NEARBY) : last + _NEARBY].lower()):
        return "other_books"
    speakers = {_speaker(mention.voice, published), *offices_of(text)}
    return _by_books(claim, finding, {s for s in speakers if s is not None}, certain)


def _by_books(claim: Figure | Change, finding: Finding, speakers: Set[str], certain: bool) -> str:
    """Why the sources that contradict a number do not refute it; `speakers` are the states whose offices are heard."""
    against = [a for a in finding.definitions[0].answers if a.outcome == Outcome.CONTRADICTS and a.low is not None]
    if not certain and isinstance(claim, Figure) and _far(claim, finding, against):
        return "far"
    if any(not states.exists(p) and organizations.exists(organizations.resolve(p)) for p in claim.parties):
        return "group" if against and _within(claim, against, GROUP) else ""
    times = COMPILED.get(claim.metric)
    if against and times and (isinstance(claim, Change) or _within(claim, against, times)):  # in prices of which year?
        return "other_books"
    if claim.metric == "trade.share" and against and not any(map(_office, against)) and _within(claim, against, SHARED):
        return "other_books"
    if claim.metric not in _FLOWS or not against or len(claim.parties) != 2 or _named(finding):
        return ""
    refuting, sides = {_office(a) for a in against}, set(claim.parties)
    if speakers & sides:
        return "" if refuting & speakers & sides else "other_books"
    if _between(claim, against):
        return "other_books"
    # of «more than» another year proves nothing: any larger one fits
    if claim.bound in "=~" and any(a.differs in ("flow", "year") for a in finding.alternatives):
        return ""
    if claim.parties[0] not in refuting:
        return "other_books"
    return "" if refuting >= sides or not _within(claim, against, BOOKS) else "other_books"


def _of_goods(before: str) -> bool:
    """Whether the words before a number name goods, each with a number of its own: «мяса – вдвое, фруктов – на 34 %».

    >>> _of_goods("ввоз упал: мяса – вдвое, фруктов – на "), _of_goods("оборот вырос, экспорт – на ")
    (True, False)
    """
    listed = _LISTED.search(before)
    return listed is not None and _FLOW_WORD.search(listed[0]) is None


@lru_cache(maxsize=4)
def offices_of(text: str) -> frozenset[str]:
    """The states whose customs or statistics a text names; news goes on with the figures of one office.

    >>> sorted(offices_of("Об этом сообщила таможенная служба Китая."))
    ['CHN']
    """
    beside = (text[max(0, m.start() - _BEFORE) : m.end() + _AFTER] for m in _OFFICE.finditer(text))
    return frozenset(state for words in beside if (state := state_of(f"org:{words}")) is not None)


def as_worded(anchor: str, claim: Figure | Change, finding: Finding) -> bool:
    """Whether a value lies where the hedge puts it: «чуть более 6» is no 9, «почти 9» and «приближается к 9» no 9.4."""
    edge = (abs(claim.low) + abs(claim.high)) / 2
    over, under = _JUST_OVER.search(anchor), _SHORT_OF.search(anchor)
    agree = [a for a in finding.definitions[0].answers if a.outcome == Outcome.AGREES] if finding.definitions else []
    values = [abs((a.low or 0) + (a.high or 0)) / 2 for a in agree if a.low is not None]
    if not values or not (over or under):
        return True
    low, high = (1.0, 1 + NEAR) if over else (1 - NEAR, 1 + PAST)
    return any(low * edge <= value <= high * edge for value in values)


def _far(claim: Figure, finding: Finding, against: Sequence[Answer]) -> bool:
    """Whether every source is far from the number, and it is not just the other flow's or another year's."""
    known = any(a.differs in ("flow", "year", "partner") for a in finding.alternatives)
    return not known and bool(against) and not _within(claim, against, FAR)


def _within(claim: Figure | Change, against: Sequence[Answer], times: float) -> bool:
    """Whether any source is within so many times of the number; of a change, of what it makes of a hundred."""
    said = (claim.low + claim.high) / 2
    percent = claim.kind == "change" and claim.unit == "%"
    if claim.kind == "change" and percent:
        said = 100 + (said if claim.direction == "+" else -said)
    for answer in against:
        found = ((answer.low or 0) + (answer.high or 0)) / 2
        found = 100 + found if percent else abs(found)
        if said > 0 and found > 0 and max(said / found, found / said) < times:
            return True
    return False


def _between(claim: Figure | Change, against: Sequence[Answer]) -> bool:
    """Whether it lies between what two sources say, who then contradict one another as well."""
    said = -claim.low if claim.kind == "change" and claim.direction == "-" else claim.low
    found = [((a.low or 0) + (a.high or 0)) / 2 for a in against]
    return claim.bound in "=~" and min(found) < said < max(found)


def _named(finding: Finding) -> bool:
    """Whether the text names one of our sources, whose figures then stand alone."""
    return any(d.id.endswith(".others") for d in finding.definitions)


def _speaker(voice: str, published: date | None) -> str | None:
    """The state that speaks: itself, one of its offices, or somebody who holds one."""
    if prefix_of(voice) != "person" or published is None:
        return state_of(voice)
    held = {t.state for t in terms_of(voice) if t.period.overlaps(Period.of(published))}
    return held.pop() if len(held) == 1 else None


def _office(answer: Answer) -> str:
    """The state whose office printed the numbers; empty for compilers and the record."""
    if prefix_of(answer.source) == "record":
        return ""
    from sverka.sources import catalogue  # late: most verdicts need no catalogue here

    reporters = catalogue.source(answer.source).reporters
    return reporters[0] if len(reporters) == 1 else ""
