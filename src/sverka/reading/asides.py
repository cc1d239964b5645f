"""Asides: what a bracket or «против 5 % в 2015 году» tells is of a time of its own, which dates no number outside."""

import re
from collections.abc import Iterator

from sverka.reading.document import Sentence

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
