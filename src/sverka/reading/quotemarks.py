"""Quoted stretches of a text: «…», “…”, „…“ and "…", nested or left open, in one pass."""

import re
from dataclasses import dataclass

_MARKS = re.compile('[«»“”„"‹›‘’]')
_OPEN = {"«": "»", "„": "“", "‹": "›"}
_CLOSE = frozenset("»›")
_BEFORE_OPEN = frozenset(' \n\t([—–-«„“"\u00a0:;,.!?')
_MOST = 5_000


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted stretch without its marks; `depth` 0 for outermost; `closed` False where the mark is missing."""

    start: int
    end: int
    depth: int
    closed: bool = True


def quoted(text: str) -> list[Quoted]:
    """Every quoted stretch in order of position.

    A straight mark opens after a blank or bracket and closes otherwise. Marks left open reach to the paragraph's
    end.
    """
    out: list[Quoted] = []
    stack: list[tuple[str, int]] = []

    def close_all(end: int) -> None:
        while stack:
            mark, at = stack.pop()
            if mark in '«"„“' and not stack:
                out.append(Quoted(at + 1, end, 0, closed=False))

    last = 0
    for found in _MARKS.finditer(text):
        mark, at = found.group(), found.start()
        if "\n" in text[last:at] and stack and text.count("\n", stack[0][1], at) > 1:
            close_all(text.index("\n", stack[0][1]))
        last = at
        before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
        opens = mark in _OPEN or (
            mark in '"“”' and before in _BEFORE_OPEN and not after.isspace() and after not in ",.;:!?)»"
        )
        if mark == "‘" or (mark == "’" and not any(m == "‘" for m, _ in stack)):
            continue
        if mark == "“" and stack and stack[-1][0] == "„":
            opens = False
        if opens and mark not in _CLOSE:
            stack.append((mark, at))
            continue
        if not stack:
            continue
        _, begin = stack.pop()
        if at - begin - 1 <= _MOST and text[begin + 1 : at].strip():
            out.append(Quoted(begin + 1, at, len(stack)))
    if stack:
        newline = text.find("\n\n", stack[0][1])
        close_all(len(text.rstrip()) if newline < 0 else newline)
    return sorted(out, key=lambda q: (q.start, -q.end))
