"""Many patterns over one text: each is tried only where a word begins as the pattern can begin.

Rules for dates, metrics and judgements are long lists of patterns, most of which match nothing in most sentences. The
first letters a pattern can begin with are read off the pattern itself, so the result is that of `finditer`.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

#: A word's beginning is looked up by this many letters.
_DEEP = 4
#: More beginnings than this are cut down to fewer letters.
_MANY = 600
#: Beginnings whose patterns are kept at hand.
_KEPT = 20_000
#: The longest sentence whose beginnings are kept.
_LONG = 1000
_START = re.compile(r"(?<!\w)\S")
_DECIMAL = re.compile(r"\d")
_WIDE = 64
Begins = frozenset[str]


class Sieve:
    """Patterns, in order, made ready to be found in one pass.

    >>> [(n, m.group()) for n, m in Sieve([re.compile(r"(?<!\\w)год\\w*"), re.compile(r"(?<!\\w)в г")]).found("в году")]
    [(0, 'году'), (1, 'в г')]
    """

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        self._patterns = tuple(patterns)
        self._everywhere: list[int] = []
        self._table: dict[str, list[int]] = {}
        self._begun: dict[str, tuple[int, ...]] = {}
        for number, pattern in enumerate(patterns):
            leads = beginnings(pattern)
            if not leads:
                self._everywhere.append(number)
            for lead in leads:
                self._table.setdefault(lead, []).append(number)
        self._depths = sorted({len(lead) for lead in self._table})

    def found(self, text: str) -> list[tuple[int, re.Match[str]]]:
        """The matches of each pattern (its number, the match), pattern by pattern, as `finditer` gives them."""
        out = [(number, m) for number in self._everywhere for m in self._patterns[number].finditer(text)]
        ends: dict[int, int] = {}
        begun, patterns = self._begun, self._patterns
        for at, key in _kept_begins(text) if len(text) <= _LONG else _begins(text):
            numbers = begun.get(key)
            for number in self._beginning(key) if numbers is None else numbers:
                if ends.get(number, 0) <= at and (m := patterns[number].match(text, at)) is not None:
                    ends[number] = m.end()
                    out.append((number, m))
        out.sort(key=lambda pair: pair[0])
        return out

    def _beginning(self, key: str) -> tuple[int, ...]:
        """The patterns that can begin with these letters, kept for the next time they come."""
        plain = key if key.isalpha() else _DECIMAL.sub("0", key)
        numbers = tuple([n for deep in self._depths if deep <= len(plain) for n in self._table.get(plain[:deep], ())])
        if len(self._begun) < _KEPT:
            self._begun[key] = numbers
        return numbers


def _begins(text: str) -> list[tuple[int, str]]:
    """Where words begin, and with which letters."""
    return [(at, text[at : at + _DEEP]) for at in [m.start() for m in _START.finditer(text)]]


#: Kept for a while, as several lists of patterns go over the same sentences.
_kept_begins = lru_cache(maxsize=512)(_begins)


def beginnings(pattern: re.Pattern[str]) -> Begins:
    """The first letters (one to four, "0" for any digit) a match can begin with; empty where that cannot be said.

    >>> sorted(beginnings(re.compile(r"(?<!\\w)(?:в )?(?:году|год|эт[уо]м)\\b")))
    ['в го', 'в эт', 'год', 'этом', 'этум']
    """
    parsed = list(_parser.parse(pattern.pattern))
    if pattern.flags != re.UNICODE or not _at_a_word(parsed):
        return frozenset()
    leads = _leads(parsed)
    deep = _DEEP
    cut = frozenset(lead[:deep] for lead, _ in leads)
    while len(cut) > _MANY and deep > 1:
        deep -= 1
        cut = frozenset(lead[:deep] for lead in cut)
    if any(not lead or lead[0].isspace() for lead in cut):
        return frozenset()
    return frozenset(c for c in cut if not any(c[:k] in cut for k in range(1, len(c))))


def _at_a_word(parts: Sequence[Any]) -> bool:
    """True where each alternative opens with a lookbehind that lets no letter or digit stand before the match."""
    if not parts:
        return False
    kind, value = parts[0]
    if kind == op.BRANCH:
        return all(_at_a_word(list(branch)) for branch in value[1])
    inside = list(value[1]) if kind == op.ASSERT_NOT and value[0] < 0 else []
    return len(inside) == 1 and inside[0][0] == op.IN and (op.CATEGORY, op.CATEGORY_WORD) in inside[0][1]


def _leads(items: Iterable[Any]) -> set[tuple[str, bool]]:
    """(first letters, whether more may be put after them) of a sequence of parsed parts."""
    found: set[tuple[str, bool]] = {("", True)}
    for part in items:
        open_ = {lead for lead, more in found if more and len(lead) < _DEEP}
        if not open_:
            break
        tails = _of(part)
        found = {(lead, more) for lead, more in found if lead not in open_ or not more}
        found |= {(lead + tail, more) for lead in open_ for tail, more in tails}
        if len(found) > 50 * _MANY:
            return {(lead[:1], False) for lead, _ in found}
    return found


def _of(part: Any) -> set[tuple[str, bool]]:
    """The first letters of one parsed part."""
    kind, value = part
    if kind == op.LITERAL:
        return {(_sign(value), True)}
    if kind in (op.ASSERT, op.ASSERT_NOT, op.AT):
        return {("", True)}
    if kind == op.SUBPATTERN:
        return _leads(value[3]) if not value[1] and not value[2] else {("", False)}
    if kind == op.BRANCH:
        return {lead for branch in value[1] for lead in _leads(branch)}
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, most, inner = value
        once = _leads(inner)
        if most > 1:
            once = {(lead, False) for lead, _ in once}
        return once | ({("", True)} if least == 0 else set())
    if kind == op.IN:
        return _of_set(value)
    return {("", False)}


def _of_set(members: Sequence[Any]) -> set[tuple[str, bool]]:
    """The letters of a set; nothing certain for one that excludes or holds whole classes."""
    out: set[tuple[str, bool]] = set()
    for kind, value in members:
        if kind == op.LITERAL:
            out.add((_sign(value), True))
        elif kind == op.RANGE and value[1] - value[0] < _WIDE:
            out |= {(_sign(c), True) for c in range(value[0], value[1] + 1)}
        elif (kind, value) == (op.CATEGORY, op.CATEGORY_DIGIT):
            out.add(("0", True))
        else:
            return {("", False)}
    return out


def _sign(code: int) -> str:
    return "0" if chr(code).isdecimal() else chr(code)
