"""Labels of speakers in transcripts and interviews: «Анна Сумина: …», «МИНИСТР СУМИНА: …», «Ответ: …»."""

import re
from dataclasses import dataclass

from sverka.reading.bundle import Analysis
from sverka.reading.morphology import analyses
from sverka.reading.title_words import HEADS, HONORIFICS
from sverka.reading.wordlists import words

_LABEL = re.compile(r"([А-ЯЁA-Z][\w.-]{0,30}(?: [\w.«»-]{1,30}){0,6}): (?=[^\W\d_]|[—–-] |\d)")
_ANSWERS = words("ответ")
#: Whoever is unnamed, or asks.
_NOBODY = words("вопрос журналист корреспондент ведущий ведущая реплика голос модератор")


@dataclass(frozen=True, slots=True)
class Label:
    """Who speaks in a line – nobody named for «Ответ» – and where what is said begins."""

    speaker: str | None
    end: int


def label_of(analysis: Analysis, start: int, end: int) -> Label | None:
    """The label a line opens with: a full name, a title with a name, or a name in capitals, and a colon."""
    text = analysis.document.text
    found = _LABEL.match(text, start, end)
    if found is None:
        return None
    said = found.group(1)
    if said.lower() in _ANSWERS | HEADS:
        return Label(None, found.end())
    person = next((n for n in analysis.names_in(start, found.end(1)) if n.kind == "person" and n.form == "noun"), None)
    if person is not None and person.end == found.end(1):
        titled = text[start : person.start].lower().split()
        if not titled or all(_titular(word) for word in titled):
            return Label(person.id, found.end())
    parts = said.split()
    capitals = said.isupper() and len(parts) in (1, 2, 3) and len(parts[-1]) > 2
    if capitals and _titled(parts) and parts[-1].lower() not in _NOBODY | HEADS:
        return Label(f"person:{parts[-1].title()}", found.end())
    return None


def _titular(word: str) -> bool:
    return word.strip(".") in HONORIFICS | HEADS or any(a.pos in ("NOUN", "ADJ") for a in analyses(word))


def _titled(parts: list[str]) -> bool:
    """True for a title before the name («СОВЕТНИК САЛЛИВАН»), or for a name alone that is no common word."""
    if len(parts) > 1:
        return all(_titular(word.lower()) for word in parts[:-1])
    readings = analyses(parts[0].lower())
    return not any(a.source == "dictionary" and a.pos not in ("PROPN", "ADJ") for a in readings)
