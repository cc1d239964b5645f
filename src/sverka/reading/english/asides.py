"""Asides in English: a bracket, «compared with 8% in 2017», «a target of $5bn by 2030» tell of a time of their own."""

import re
from functools import lru_cache

_AGAINST = r"(?:compared (?:to|with)|in comparison (?:to|with)|as against|against|versus|vs\.?|(?:up |down )?from)"
_TARGET = r"(?:target|goal|aim|ambition|forecast|projection|objective|benchmark)s? (?:of|to reach|for)"
_BRACKET = re.compile(r"\([^()]{0,300}\)")
#: A number set against another, or aimed at, with its date.
_WITH_DATE = re.compile(
    rf"\b(?:{_AGAINST}|{_TARGET})(?: [a-z-]{{1,12}}){{0,3}} <A\d+>(?:,? [a-z-]{{1,14}}){{0,4}} <D\d+>"
)
#: The same before names, amounts and dates are marked: what stands left of a date.
_LEFT = re.compile(rf"(?:\([^()]{{0,80}}|\b(?:{_AGAINST}|{_TARGET}) [^(),;]{{0,20}})\d[^(),;]{{0,40}}$")
_OPENS = re.compile(r"\([^()\d]{0,12}$")
_REACH = 110


@lru_cache(maxsize=64)
def asides(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of coded text that hold a number and the time it is of."""
    found = [m.span() for m in _BRACKET.finditer(text) if "<A" in m.group() and "<D" in m.group()]
    found += [m.span() for m in _WITH_DATE.finditer(text) if not _within(found, m.start())]
    return tuple(found)


def _within(found: list[tuple[int, int]], at: int) -> bool:
    return any(a <= at < b for a, b in found)


def aside_of(text: str, at: int) -> tuple[int, int] | None:
    """The aside a place of coded text lies in."""
    return next(((a, b) for a, b in asides(text) if a <= at < b), None)


def told_aside(text: str, start: int, end: int) -> bool:
    """True for a date of an aside in a lowered sentence: what is told later is not counted from it."""
    left = text[max(0, start - _REACH) : start]
    if _LEFT.search(left):
        return True
    right = text[end : end + _REACH].partition(")")
    return _OPENS.search(left) is not None and bool(right[1]) and any(c.isdecimal() for c in right[0])
