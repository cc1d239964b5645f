"""How the time of every regular expression grows with a text made to hurt it: `python -m benchmarks regexes`.

Every pattern of the package is collected (`sverka` imported module by module, and literals passed to `re` found in the
source), taken apart, and for each of its unbounded repeats texts are made: what comes before it, the repeated piece
again and again, and an end that breaks the match. The time at quadrupled lengths gives the exponent of growth: 1 is
linear, and every pattern has to be. Patterns that are only matched (never searched) are tried at the beginning of the
text alone, as they are used.
"""

import ast
import importlib
import math
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

# The parser of the standard library: the only one that agrees with its matcher.
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import sverka

#: A repeat that may run so often counts as unbounded.
MANY = 40
#: Characters of the attacks; each is four times the one before.
LENGTHS = (256, 1_024, 4_096, 16_384)
#: Attacks on one pattern; those on long lists of alternatives are much alike.
_ATTACKS = 16
#: Seconds after which longer texts are not tried, below which growth is noise, and after which a match is ended.
_ENOUGH, _NOISE, _LAST = 0.05, 0.0005, 1.0
#: Exponents from here on are no longer linear; between lies what caches and allocation add.
FASTER = 1.5
#: A suspicion is looked at so often, and the least times count; what stays one is tried for so many seconds of the
#: processor at each length: a busy machine makes no growth.
_AGAIN, _LONG = 3, 0.1
_SEARCHED = {"search", "finditer", "findall", "sub", "subn", "split"}
_MATCHED = {"match", "fullmatch"}
_SAMPLES = "aбZЯ0 \n\t.,-–«»\"'()$%€:;/_²\u00a0\x00"


@dataclass(slots=True)
class Found:
    """A pattern, the modules that hold it, and how it is used: `search` where at least one use searches."""

    pattern: re.Pattern[str]
    places: list[str] = field(default_factory=list)
    uses: set[str] = field(default_factory=set)

    @property
    def use(self) -> str:
        """The method whose worst case counts."""
        return "search" if not self.uses or self.uses & _SEARCHED else "match" if "match" in self.uses else "fullmatch"


@dataclass(frozen=True, slots=True)
class Growth:
    """The worst of one pattern: exponent, seconds of the longest attack tried, its length, how the attack begins."""

    found: Found
    exponent: float
    seconds: float
    length: int
    attack: str


def collect() -> list[Found]:
    """Every pattern of the package, each once."""
    found: dict[tuple[str, int], Found] = {}
    for name in sorted(module.name for module in pkgutil.walk_packages(sverka.__path__, "sverka.")):
        if name.endswith("__main__"):
            continue
        module = importlib.import_module(name)
        uses, literals = _uses(Path(module.__file__ or ""))
        for key, value in vars(module).items():
            for pattern in _patterns(value, set()):
                entry = found.setdefault((str(pattern.pattern), pattern.flags), Found(pattern))
                if name not in entry.places:
                    entry.places.append(name)
                if isinstance(value, re.Pattern):
                    entry.uses |= uses.get(key, set())
                else:
                    entry.uses.add("search")
        for text, method in literals:
            pattern = re.compile(text)
            entry = found.setdefault((text, pattern.flags), Found(pattern))
            entry.places.append(name)
            entry.uses.add(method)
    return [f for f in found.values() if isinstance(f.pattern.pattern, str)]


def _patterns(value: Any, seen: set[int]) -> Iterator[re.Pattern[str]]:
    """Patterns in a value of a module: itself, in containers, in instances of the package's classes."""
    if isinstance(value, re.Pattern):
        yield value
        return
    if id(value) in seen or isinstance(value, str | bytes | int | float | type):
        return
    seen.add(id(value))
    inside: Iterable[Any] = ()
    if isinstance(value, dict):
        inside = [*value.keys(), *value.values()]
    elif isinstance(value, list | tuple | set | frozenset):
        inside = value
    elif type(value).__module__.startswith("sverka"):
        names = getattr(type(value), "__slots__", None) or getattr(value, "__dict__", {})
        inside = [getattr(value, name, None) for name in names]
    for each in inside:
        yield from _patterns(each, seen)


def _uses(path: Path) -> tuple[dict[str, set[str]], list[tuple[str, str]]]:
    """What is called on which name of a module, and literal patterns passed to functions of `re`."""
    uses: dict[str, set[str]] = {}
    literals = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)):
            continue
        if node.value.id != "re" and node.attr in _SEARCHED | _MATCHED:
            uses.setdefault(node.value.id, set()).add(node.attr)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            owner, first = node.func.value, node.args[0]
            known = isinstance(owner, ast.Name) and owner.id == "re" and node.func.attr in _SEARCHED | _MATCHED
            if known and isinstance(first, ast.Constant) and isinstance(first.value, str):
                literals.append((first.value, node.func.attr))
    return uses, literals


def attacks(pattern: re.Pattern[str]) -> set[tuple[str, str]]:
    """(beginning, pump) for every unbounded repeat: what leads to it, and what it repeats."""
    found: set[tuple[str, str]] = set()
    _walk(parser.parse(pattern.pattern, pattern.flags), "", found, pattern.flags)
    return found


def _walk(items: Iterable[Any], before: str, found: set[tuple[str, str]], flags: int) -> str:
    """Collect attacks of a sequence; returns a shortest text it matches, after `before`."""
    items = list(items)
    for number, (kind, value) in enumerate(items):
        if kind in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
            least, most, body = value
            if most is c.MAXREPEAT or most >= MANY:
                following = sample(items[number + 1 : number + 2], flags)
                pumps = {sample(body, flags), *(_each(body, flags))}
                for pump in filter(None, pumps):
                    found.add((before, pump))
                    if following and following != pump:
                        found.add((before, pump + following))
                    found.add(("", before + pump))
            _walk(body, before, found, flags)
            before += sample(body, flags) * least
        elif kind is c.SUBPATTERN:
            before = _walk(value[3], before, found, flags)
        elif kind is c.ATOMIC_GROUP:
            before = _walk(value, before, found, flags)
        elif kind is c.BRANCH:
            ends = [_walk(branch, before, found, flags) for branch in value[1]]
            before = min(ends, key=len)
        elif kind in (c.ASSERT, c.ASSERT_NOT):
            _walk(value[1], before if value[0] == 1 else "", found, flags)
        else:
            before += sample([(kind, value)], flags)
    return before


def _each(body: Iterable[Any], flags: int) -> Iterator[str]:
    """Samples of every branch and of several members of a class."""
    for kind, value in body:
        if kind is c.BRANCH:
            for branch in value[1]:
                yield sample(branch, flags)
        elif kind is c.SUBPATTERN:
            yield from _each(value[3], flags)
        elif kind in (c.IN, c.ANY, c.NOT_LITERAL):
            yield from members([(kind, value)], flags)[:4]


def members(item: list[Any], flags: int) -> list[str]:
    """Characters that one item of a pattern matches, of a handful."""
    (kind, value) = item[0]
    ranges = [chr(v if k is c.LITERAL else v[0]) for k, v in value if k in (c.LITERAL, c.RANGE)] if kind is c.IN else []
    return [char for char in dict.fromkeys((*ranges, *_SAMPLES)) if _one(kind, value, char, flags)]


def _one(kind: Any, value: Any, char: str, flags: int) -> bool:
    if kind is c.ANY:
        return bool(flags & re.S) or char != "\n"
    if kind is c.NOT_LITERAL:
        return ord(char) != value
    negated, hit = False, False
    for what, inside in value:
        if what is c.NEGATE:
            negated = True
        elif what is c.LITERAL:
            hit |= ord(char) == inside
        elif what is c.RANGE:
            hit |= inside[0] <= ord(char) <= inside[1]
        elif what is c.CATEGORY:
            hit |= _CATEGORIES[inside](char)
    return hit != negated


_CATEGORIES = {
    c.CATEGORY_DIGIT: str.isdecimal,
    c.CATEGORY_NOT_DIGIT: lambda char: not char.isdecimal(),
    c.CATEGORY_SPACE: str.isspace,
    c.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
    c.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
    c.CATEGORY_NOT_WORD: lambda char: not (char.isalnum() or char == "_"),
}


def sample(items: Iterable[Any], flags: int) -> str:
    """A short text that a sequence matches, assertions aside."""
    told = ""
    for kind, value in items:
        if kind is c.LITERAL:
            told += chr(value)
        elif kind in (c.IN, c.ANY, c.NOT_LITERAL):
            told += next(iter(members([(kind, value)], flags)), "")
        elif kind in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
            told += sample(value[2], flags) * value[0]
        elif kind is c.SUBPATTERN:
            told += sample(value[3], flags)
        elif kind is c.ATOMIC_GROUP:
            told += sample(value, flags)
        elif kind is c.BRANCH:
            told += min((sample(branch, flags) for branch in value[1]), key=len)
    return told


def growth(found: Found) -> Growth:
    """The attack under which a pattern's time grows most."""
    worst = Growth(found, 0.0, 0.0, 0, "")
    every = sorted(attacks(found.pattern), key=lambda a: (len(a[0]) + len(a[1]), a))
    for attack in every[:: max(1, -(-len(every) // _ATTACKS))]:
        exponent, seconds, length = _grown(found, attack)
        if (exponent > FASTER, seconds) > (worst.exponent > FASTER, worst.seconds):
            worst = Growth(found, exponent, seconds, length, "".join(attack)[:40])
    return worst


def linear(found: Found) -> bool:
    """Whether no attack makes a pattern's time grow faster than a text."""
    return growth(found).exponent <= FASTER


def _grown(found: Found, attack: tuple[str, str]) -> tuple[float, float, int]:
    """Exponent, seconds and length of the longest attack that is not too slow to wait for."""
    spent: list[float] = []
    for length in LENGTHS:
        spent.append(_time(found, _text(attack, length)))
        if spent[-1] > _ENOUGH:
            break
    longest = LENGTHS[len(spent) - 1]
    if len(spent) < 2:
        return 9.0, spent[-1], longest  # fifty milliseconds for so short a text
    tries = 0
    while (exponent := _exponent(spent[-2], spent[-1])) > FASTER and _NOISE < spent[-1] < _LAST and tries < _AGAIN:
        spent[-2] = min(spent[-2], _time(found, _text(attack, longest // 4)))
        spent[-1] = min(spent[-1], _time(found, _text(attack, longest)))
        tries += 1
    if exponent > FASTER and tries == _AGAIN:
        spent[-2:] = [_processor(found, _text(attack, length)) for length in (longest // 4, longest)]
        exponent = _exponent(spent[-2], spent[-1])
    return exponent if spent[-1] > _NOISE else 0.0, spent[-1], longest


def _exponent(shorter: float, longer: float) -> float:
    return math.log(max(longer, 1e-9) / max(shorter, 1e-9), 4)


def _text(attack: tuple[str, str], length: int) -> str:
    before, pump = attack
    return (before + pump * (length // len(pump) + 1))[:length] + "\x00"


def _time(found: Found, text: str) -> float:
    """Seconds of one use; a search goes on through the text, as finditer does. By a clock finer than the processor's.

    A match that lasts too long is ended where there is a handler for it (`watched`).
    """
    pattern, use = found.pattern, found.use
    started = time.perf_counter()
    signal.setitimer(signal.ITIMER_REAL, _LAST)
    try:
        if use == "search":
            for _ in pattern.finditer(text):
                pass
        else:
            getattr(pattern, use)(text)
    except TimeoutError:
        return _LAST
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return time.perf_counter() - started


def _processor(found: Found, text: str) -> float:
    """Seconds of the processor for one use, of as many as its coarse clock needs."""
    began, uses = time.process_time(), 0
    while time.process_time() - began < _LONG:
        _time(found, text)
        uses += 1
    return (time.process_time() - began) / uses


@contextmanager
def watched() -> Iterator[None]:
    """End what lasts too long, within."""
    before = signal.signal(signal.SIGALRM, _ended)
    try:
        yield
    finally:
        signal.signal(signal.SIGALRM, before)


def _ended(number: int, frame: object) -> None:
    raise TimeoutError


def main() -> None:
    """Print how many there are and the twenty that grow most."""
    every = collect()
    with watched():
        grown = sorted(map(growth, every), key=lambda g: (g.exponent > FASTER, g.seconds), reverse=True)
    unbounded = sum(bool(attacks(found.pattern)) for found in every)
    above = [g for g in grown if g.exponent > FASTER]
    print(f"{len(every)} patterns, {unbounded} with an unbounded repeat; {len(above)} grow faster than linear\n")
    print("| exponent | ms | characters | use | pattern | attack | where |")
    print("|---|---|---|---|---|---|---|")
    most = int(sys.argv[2]) if len(sys.argv) > 2 and sys.argv[2].isdecimal() else 20
    for g in grown[:most]:
        told = g.found.pattern.pattern if len(g.found.pattern.pattern) < 90 else g.found.pattern.pattern[:87] + "…"
        told = told.replace("|", "\\|").replace("\n", " ")
        where = ", ".join(place.removeprefix("sverka.") for place in g.found.places[:2])
        cost = f"{g.exponent:.1f} | {g.seconds * 1000:.1f} | {g.length:,}"
        print(f"| {cost} | {g.found.use} | `{told}` | {g.attack!r} | {where} |")


if __name__ == "__main__":
    main()
