"""Every regular expression of the package, taken apart and timed: none explodes, and each takes linear time.

Inside a repeat without a bound there may be no second such repeat that could take over its characters, and no two
alternatives that match the same words; outside the reading room no two such repeats may follow each other and share
characters either. Reading is excepted from the last: its repeats in a row are told apart by the words between them,
which this cannot see. The time of every pattern, reading's too, is measured on texts made to hurt it
(`python -m benchmarks regexes` shows them): it must not grow faster than the text.
"""

import re
from collections.abc import Iterable, Iterator
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from benchmarks.regexes import FASTER, Found, collect, growth, linear, members, sample, watched

#: A bound beyond which a repeat counts as unbounded.
MANY = 100
REPEATS = (c.MAX_REPEAT, c.MIN_REPEAT)
SINGLE = (c.LITERAL, c.IN, c.ANY, c.NOT_LITERAL)


def unbounded(value: Any) -> bool:
    return value[1] is c.MAXREPEAT or value[1] >= MANY


def inside(kind: Any, value: Any) -> list[list[Any]]:
    """The sequences an item of a pattern holds."""
    if kind in REPEATS or kind is c.POSSESSIVE_REPEAT:
        return [list(value[2])]
    if kind is c.SUBPATTERN:
        return [list(value[3])]
    if kind is c.ATOMIC_GROUP:
        return [list(value)]
    if kind is c.BRANCH:
        return [list(branch) for branch in value[1]]
    return []


def characters(items: Iterable[Any], flags: int, *, needed: bool = False) -> list[frozenset[str]]:
    """Character sets of the single items of a sequence; with `needed` only of those that no match can do without."""
    found = []
    for kind, value in items:
        if kind in SINGLE:
            found.append(frozenset(chr(value) if kind is c.LITERAL else members([(kind, value)], flags)))
        elif not needed or (kind in REPEATS and value[0]) or kind in (c.SUBPATTERN, c.ATOMIC_GROUP):
            for sequence in inside(kind, value):
                found += characters(sequence, flags, needed=needed)
    return found


def nullable(kind: Any, value: Any) -> bool:
    if kind in SINGLE:
        return False
    if kind in REPEATS or kind is c.POSSESSIVE_REPEAT:
        return value[0] == 0
    if kind is c.BRANCH:
        return any(all(nullable(*item) for item in branch) for branch in value[1])
    return all(nullable(*item) for sequence in inside(kind, value) for item in sequence)


def repeats(items: Iterable[Any], fences: list[frozenset[str]], flags: int) -> Iterator[tuple[Any, Any]]:
    """Unbounded repeats in a sequence, each with the sets of characters that must stand between two of its turns."""
    items = list(items)
    around = fences + characters(items, flags, needed=True)
    for kind, value in items:
        if kind in REPEATS and unbounded(value):
            yield value[2], around
        for sequence in inside(kind, value):
            yield from repeats(sequence, around, flags)


def faults(items: Iterable[Any], flags: int, adjacent: bool) -> Iterator[str]:
    items = list(items)
    last: frozenset[str] = frozenset()
    for kind, value in items:
        if kind in REPEATS and unbounded(value):
            taken = frozenset().union(*characters(value[2], flags))
            opening = list(value[2])[:1]
            fixed = bool(opening) and not nullable(*opening[0])
            if adjacent and last & frozenset().union(*characters(opening if fixed else value[2], flags)):
                yield "two repeats in a row share characters"
            last = taken
            for body, fences in repeats(value[2], [], flags):
                shared = frozenset().union(*characters(body, flags))
                if all(fence & shared for fence in fences):
                    yield "a repeat within a repeat"
            yield from alike(value[2], flags)
        elif not nullable(kind, value):
            last = frozenset()
        for sequence in inside(kind, value):
            yield from faults(sequence, flags, adjacent)


def alike(items: Iterable[Any], flags: int) -> Iterator[str]:
    """Alternatives within an unbounded repeat of which one matches what another is made for."""
    for kind, value in items:
        if kind is c.BRANCH:
            for one in value[1]:
                for other in value[1]:
                    told = sample(one, flags)
                    if one is not other and told and compiler.compile(other).fullmatch(told):
                        yield f"two alternatives match {told!r}"
        if kind in (c.BRANCH, c.SUBPATTERN):
            for sequence in inside(kind, value):
                yield from alike(sequence, flags)


def found_in(text: str, flags: int = 0, adjacent: bool = True) -> set[str]:
    return set(faults(parser.parse(text, flags), flags, adjacent))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (r"(\w+)*x", "a repeat within a repeat"),
        (r"(?:\w+\s?)*x", "a repeat within a repeat"),
        (r"(?:full |\w+ )*members", "two alternatives match 'full '"),
        (r"\s*\s*x", "two repeats in a row share characters"),
        (r"\w+ ?\w+x", "two repeats in a row share characters"),
    ],
)
def test_a_pattern_that_explodes_is_recognized(text: str, fault: str) -> None:
    assert fault in found_in(text)


@pytest.mark.parametrize("text", [r"(?:\w+ )*x", r"(?:[^\"\\]|\\.)*x", r"\d+(?: \d{3})*", r"\w++\w*x", r"(?:a |b )*c"])
def test_a_pattern_that_does_not_is_left_alone(text: str) -> None:
    assert found_in(text) == set()


def test_no_pattern_of_the_package_explodes() -> None:
    every = collect()
    assert len(every) > 500
    wrong = [f"{found.pattern.pattern[:120]}: {fault}" for found in every for fault in _faults(found)]
    assert wrong == []


@pytest.mark.parametrize(
    "text", [r"(\w+) $", r"рост\w* на", r"\s*\(.*?\)", r"(?:new |old )*king", r"[\w.]+@", r"«[^»]*»", r"(a|aa)+$"]
)
def test_a_pattern_that_grows_with_the_square_of_a_text_is_recognized(text: str) -> None:
    with watched():
        assert not linear(Found(re.compile(text)))


@pytest.mark.parametrize(
    "text", [r"(?<!\w)(\w+) $", r"рост\w{0,9} на", r"(?<!\w)(?:new |old ){0,4}king", r"«[^«»]*»", r"[а-я]+"]
)
def test_a_pattern_whose_repeats_are_bounded_or_anchored_is_linear(text: str) -> None:
    with watched():
        assert linear(Found(re.compile(text)))


@pytest.mark.slow
def test_every_pattern_of_the_package_is_linear() -> None:
    with watched():
        grown = [g for found in collect() if (g := growth(found)).exponent > FASTER]
    assert [f"{g.found.pattern.pattern[:120]}: {g.exponent:.1f} on {g.attack!r}" for g in grown] == []


def _faults(found: Found) -> set[str]:
    reading = all(".reading." in place and not place.endswith(".texts") for place in found.places)
    text = str(found.pattern.pattern)
    return found_in(text, found.pattern.flags, adjacent=not reading)
