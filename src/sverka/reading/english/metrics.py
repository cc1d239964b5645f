"""What else an English amount may measure: output, people, forces, prices – and whose it is."""

import re
from dataclasses import dataclass

from sverka.reading.english.coded import Coded
from sverka.reading.english.story import Story, subject
from sverka.reading.english.text import lowered
from sverka.reading.quantities import Amount

_MONEY = ("money",)
_RELATIVE = ("percent", "fraction", "times", "points")
_COUNTED = ("number", "persons", "count")
_TABLE: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "income",
        r"(?:gdp|output|income|product) (?:per (?:capita|head|person))|per[- ]capita (?:gdp|"
        r"income|output)|wages?|salar(?:y|ies)|pensions?",
        _MONEY + _RELATIVE,
    ),
    (
        "gdp",
        r"gdp|gross domestic product|(?:national|economic) output|(?:the|<J\d+>|<S\d+>'s|its|an) "
        r"economy|national product",
        _MONEY + _RELATIVE,
    ),
    (
        "military.spending",
        r"(?:defen[cs]e|military|arms) (?:budgets?|spending|expenditures?|outlays)|spend(?:s|"
        r"ing)? on (?:defen[cs]e|the military|its armed forces)",
        _MONEY + _RELATIVE,
    ),
    ("budget", r"budgets?|state spending|treasury|fiscal", _MONEY + _RELATIVE),
    ("migration", r"remittances|migrants?|refugees|migration|guest workers", _MONEY + _RELATIVE + _COUNTED),
    ("investment", r"investments?|invested|fdi", _MONEY + _RELATIVE),
    ("debt", r"debts?|loans?|credits?|lent|borrowed|bonds?|eurobonds?", _MONEY + _RELATIVE),
    ("aid", r"aid|assistance|grants?", _MONEY + _RELATIVE),
    ("inflation", r"inflation|consumer prices", ("percent", "points")),
    ("price", r"a barrel|per barrel|a tonne|per tonne|prices?|per thousand cubic met(?:re|er)s", _MONEY + _RELATIVE),
    (
        "population",
        r"population|inhabitants|mankind|humanity|humankind|the world's people|home to",
        ("number", "persons", "fraction", "percent"),
    ),
    (
        "military.personnel",
        r"troops|soldiers|peacekeepers|servicemen|armed forces|(?:an|its) army|men under arms|personnel",
        ("number", "persons"),
    ),
    ("casualties", r"killed|dead|deaths|wounded|casualties", ("number", "persons")),
    ("tourism", r"tourists?|visitors|holidaymakers|arrivals", ("number", "persons", "percent", "fraction", "times")),
    ("transit", r"transit|freight|cargo", ("volume", "percent", "fraction", "times", "money")),
    ("energy.volume", r"oil|gas|electricity|coal", ("volume", "percent", "fraction", "times")),
)
_CUES = tuple((metric, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])"), kinds) for metric, words, kinds in _TABLE)
_LINK = re.compile(r"[;:—]")
_OWNER = re.compile(r"(?:(?P<s><S\d+>)(?:'s|')|(?P<j><J\d+>)|(?P<it>\bits|\bthe country's)) (?:[\w-]+ ){0,2}$")
_OF = re.compile(r" (?:of|in) (?:the )?(?P<x><[SO]\d+>)")


@dataclass(frozen=True, slots=True)
class Measure:
    """A metric, whose, how sure, and where its cue stands."""

    metric: str
    parties: tuple[str, ...]
    sure: float
    start: int


def measured(line: Coded, mark: str, at: int, story: Story) -> Measure | None:
    """The metric of an amount by the nearest cue of a fitting kind, before it or just after."""
    amount: Amount = line.amounts[mark]
    end = at + len(mark) + 2
    if amount.kind == "persons":
        noun = lowered(line.source[amount.core[0] : amount.end])
        if re.search(r"troops|soldiers|peacekeepers|servicemen", noun):
            ids = line.ids(line.text)
            return Measure("military.personnel", tuple(ids[:2]), -0.25, at) if ids else None
    best: tuple[float, str, int, int] | None = None
    for metric, pattern, kinds in _CUES:
        if amount.kind not in kinds:
            continue
        for m in pattern.finditer(line.text):
            before = m.end() <= at
            between = line.text[m.end() : at] if before else line.text[end : m.start()]
            if _LINK.search(between) or len(between) > (90 if before else 14) or (not before and "," in between):
                continue
            distance = len(between) + (25 if not before else 0) + 30 * between.count(",")
            if best is None or distance < best[0]:
                best = distance, metric, m.start(), m.end()
    if best is None:
        return None
    _, metric, start, stop = best
    parties, sure = _whose(line, start, stop, at, story)
    return Measure(metric, parties, sure, start) if parties else None


def _whose(line: Coded, start: int, stop: int, at: int, story: Story) -> tuple[tuple[str, ...], float]:
    cue = line.text[start:stop]
    inside = line.ids(cue)
    if inside:
        return (inside[0],), 0.0
    of = _OF.match(line.text, stop)
    if of is not None:
        return (line.names[of["x"][1:-1]].id,), 0.0
    owner = _OWNER.search(line.text[max(0, start - 50) : start])
    if owner is not None and (owner["s"] or owner["j"]):
        return (line.names[(owner["s"] or owner["j"])[1:-1]].id,), 0.0
    who, clean = subject(line, max(start, 0), story)
    if len(who) == 1 and (clean or who[0] == story.home):
        return (who[0],), 0.0 if who[0] == story.home or clean else -0.2
    if story.home is not None:
        others = [i for i in line.ids(line.text[:at]) if len(i) == 3 and i != story.home]
        return (story.home,), -0.2 if others else -0.05
    return (), 0.0
