"""What «обе страны», «стороны», «республика» and «страна» stand for: the last eligible states, or nothing.

Conservative: a reference that could be two different things within a sentence and the one before stays unresolved.
"""

from collections.abc import Sequence

from sverka.reading.bundle import inside
from sverka.reading.document import Document, Name, Sentence

_ONE = frozenset({"страна", "республика", "государство"})
_BOTH = frozenset({"оба", "два", "двое"})
_OTHERS = frozenset({"каждый", "любой", "другой", "какой", "иной", "некоторый", "никакой", "ни"})


def references(document: Document, names: Sequence[Name]) -> list[Name]:
    """Names of form `pronoun`, one for each state a reference stands for."""
    out: list[Name] = []
    before: list[Name] = []
    for sentence in document.sentences:
        here = [n for n in inside(names, sentence.start, sentence.end) if n.kind == "state"]
        for i in range(len(sentence.tokens)):
            out.extend(_resolve(sentence, i, [n for n in here if n.end <= sentence.tokens[i].start], before))
        before = here or before
    return out


def _resolve(sentence: Sentence, i: int, here: list[Name], before: list[Name]) -> list[Name]:
    token = sentence.tokens[i]
    if token.pos != "NOUN" or token.lemma not in _ONE | {"сторона"}:
        return []
    previous = sentence.tokens[i - 1] if i else None
    both = previous is not None and previous.lemma in _BOTH
    if both or token.feats.get("Number") == "Plur":
        described = previous is not None and previous.pos in ("ADJ", "DET", "NUM", "VERB")
        alone = token.lemma == "сторона" and token.rel == "nsubj" and not described
        states = _distinct(here) if here else _distinct(before)
        if not (both or alone) or len(states) != 2:
            return []
        start = previous.start if both and previous is not None else token.start
        return [Name(start, token.end, id_, "state", "pronoun") for id_ in states]
    return _single(sentence, i, here, before)


def _single(sentence: Sentence, i: int, here: list[Name], before: list[Name]) -> list[Name]:
    token = sentence.tokens[i]
    previous = sentence.tokens[i - 1] if i else None
    following = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    if token.lemma == "сторона" or (token.text[:1].isupper() and i and token.lemma != "республика"):
        return []
    if previous is not None and (previous.pos in ("ADJ", "NUM") or previous.lemma in _OTHERS):
        return []
    if following is not None and (following.pos == "PROPN" or following.lemma == "который"):
        return []
    states = _distinct(here) or _distinct(before)
    if len(states) > 1:
        # Several states: the one called by its own name, if only one is; the others came as adjectives.
        states = _distinct([n for n in here or before if n.form == "noun"])
    return [Name(token.start, token.end, states[0], "state", "pronoun")] if len(states) == 1 else []


def _distinct(names: Sequence[Name]) -> list[str]:
    return list(dict.fromkeys(n.id for n in names))
