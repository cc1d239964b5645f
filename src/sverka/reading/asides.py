"""Asides: brackets, «против 5 % в 2015 году», participial clauses tell of a time of their own, of no number outside."""

import re
from collections.abc import Iterator, Sequence

from sverka.reading.document import Sentence, Token

_AGAINST = frozenset({"против", "сравнению", "вместо"})
_ENDS = frozenset({",", ";", "–", "—", "(", ")", "."})
_COUNTED = re.compile(r"[%$€].*|раза?|млн|млрд|тыс|трлн|(?:проц|миллион|миллиард|тысяч|триллион).*")


def numbers_aside(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Stretches, by first and last token, that hold a number: «(рост вдвое к 2015 году)», not «(в 2015 году)»."""
    opened = against = -1
    for i, low in enumerate(sentence.words):
        if low in _AGAINST:
            against = i
        elif against >= 0 and low in _ENDS:
            if any(_COUNTED.fullmatch(word) for word in sentence.words[against + 1 : i]):
                yield against, i
            against = -1
        if low == "(":
            opened = i
        elif low == ")" and opened >= 0:
            if any(_COUNTED.fullmatch(word) for word in sentence.words[opened + 1 : i]):
                yield opened, i
            opened = -1


#: A participle may have its date and a «не» before it.
_LEAD = 6


#: «превышавшая», «достигшего»: whatever a tagger takes it for.
_PAST_PARTICIPLE = re.compile(r"\w(?:[аеиоуыя]вш|гш|сш)(?:ий|ая|ее|ие|его|ей|ему|ую|им|их|ими)(?:ся)?$")


def opens_with_participle(inside: Sequence[Token]) -> bool:
    """«…, подписанный в 1992 году, …», «…, в 2017-м не превышавшая 19 %, …»; not «…, а в 2017-м …»."""
    for k, token in enumerate(inside[:_LEAD]):
        past = _PAST_PARTICIPLE.search(token.text.lower()) is not None
        if past or (token.feats.get("VerbForm") == "Part" and token.feats.get("Variant") != "Short"):
            if past and k:
                return True
            return not k or not any(t.feats.get("VerbForm") == "Fin" for t in inside)
        if token.pos in ("CCONJ", "SCONJ", "VERB", "PRON") or token.feats.get("Case") == "Nom":
            return False
    return False


def detached(first: Token, second: Token) -> bool:
    """«…, похожих на те, что …», «…, близких к границе»: an adjective with what it governs and no noun behind it."""
    full = first.pos == "ADJ" and first.feats.get("Variant") != "Short" and first.feats.get("Degree") != "Cmp"
    return full and second.pos == "ADP"
