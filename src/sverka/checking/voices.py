"""Whose figures a text uses: "by Kazakh data" makes that office the default source and sets the others beside it."""

import re
from functools import cache

from sverka.checking.finding import Answer, Definition
from sverka.claims.ids import name_of, prefix_of
from sverka.record import rows, states
from sverka.sources import catalogue

#: Names this long are known by their beginnings, of five letters («Китай») only where they are capitalized.
_LEAST = 5
_CAPITALS = re.compile(r"(?<!\w)[^\W\d_a-zа-яё]{2,5}(?!\w)")
_WORD = re.compile(r"[^\W\d_]{4,}")


@cache
def _stems() -> tuple[tuple[str, str, bool], ...]:
    """(stem, state, whether short) for names and adjectives: what is left when the ending is cut off."""
    stems: dict[str, set[str]] = {}
    for row in rows("state_names"):
        if row["form"] in ("name", "alias", "adjective") and " " not in row["text"] and len(row["text"]) >= _LEAST:
            cut = 2 if row["form"] == "adjective" and row["language"] == "ru" else 1
            stem = (
                row["text"].casefold().replace("ё", "е")[:-cut] if row["language"] == "ru" else row["text"].casefold()
            )
            stems.setdefault(stem, set()).add(row["state"])
    return tuple((stem, next(iter(ids)), len(stem) < _LEAST) for stem, ids in stems.items() if len(ids) == 1)


@cache
def _abbreviations() -> dict[str, str]:
    """«КНР», «США», "UAE": written as they are, each of one state."""
    found: dict[str, set[str]] = {}
    for row in rows("state_names"):
        if row["form"] == "abbreviation":
            found.setdefault(row["text"], set()).add(row["state"])
    return {text: next(iter(ids)) for text, ids in found.items() if len(ids) == 1}


def state_of(voice: str) -> str | None:
    """The state that a voice speaks for: the state itself, or the one an office is named after.

    >>> state_of("org:Статистический комитет Армении"), state_of("org:МВФ"), state_of("org:ГТУ КНР"), state_of("KAZ")
    ('ARM', None, 'CHN', 'KAZ')
    """
    if not prefix_of(voice):
        return voice if states.exists(voice) else None
    if prefix_of(voice) != "org":
        return None
    found = {state for word in _CAPITALS.findall(name_of(voice)) if (state := _abbreviations().get(word)) is not None}
    for said in _WORD.findall(name_of(voice)):
        word = said.casefold().replace("ё", "е")
        found |= {
            state
            for stem, state, short in _stems()
            if word.startswith(stem) and len(word) <= len(stem) + 3 and not (short and said.islower())
        }
    return found.pop() if len(found) == 1 else None


def _speaks(answer: Answer, state: str) -> bool:
    return catalogue.source(answer.source).reporters == (state,)


def heard(definition: Definition, voice: str) -> list[Definition]:
    """Split a definition in two where the text names its source and that source answers; else it stays whole."""
    state = state_of(voice)
    own = tuple(a for a in definition.answers if state and _speaks(a, state))
    if not own:
        return [definition]
    others = tuple(a for a in definition.answers if a not in own)
    aside = [Definition(f"{definition.id}.others", others, beside=True)] if others else []
    return [Definition(definition.id, own), *aside]
