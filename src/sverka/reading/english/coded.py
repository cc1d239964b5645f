"""A sentence in code: names, amounts and dates replaced by marks, so that frames are patterns over short text.

    trade with <S1> slumped by <A0> to <A1>, its lowest since <D0>

S a state (noun, capital, government), J a state's adjective or its people, O an organization, T a treaty, P a person,
A an amount, D a date. Words are in lower case; every place in the code leads back to the text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sverka.reading.dates import When
from sverka.reading.document import Document, Name
from sverka.reading.english.amounts import amounts
from sverka.reading.english.dates import Clock, dates
from sverka.reading.english.text import lowered, straight
from sverka.reading.quantities import Amount

_LETTER = {"organization": "O", "treaty": "T", "person": "P", "group": "O"}
MARK = re.compile(r"<([SJOTPAD])(\d+)>")
#: One state or more: «<S0>, <S1> and <S2>».
STATES = r"<S\d+>(?:(?:,? (?:and|nor|along with|together with|as well as) |, )<S\d+>){0,30}"


@dataclass(frozen=True, slots=True)
class Coded:
    """One sentence: `text` in code, where in `source` (the whole document) each character stands, and its marks."""

    text: str
    offsets: tuple[int, ...]
    source: str
    start: int
    end: int
    names: Mapping[str, Name]
    amounts: Mapping[str, Amount]
    dates: Mapping[str, When]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The document's offsets of a stretch of code, blanks and signs at its edges left off."""
        while start < end and self.text[start] in ' ,;:.-"':
            start += 1
        while start < end and self.text[end - 1] in ' ,;:.-"':
            end -= 1
        return self.offsets[start], self.offsets[end]

    def name(self, mark: str) -> Name:
        """The name behind «S0»."""
        return self.names[mark]

    def marks(self, letters: str, start: int = 0, end: int | None = None) -> Iterator[tuple[str, int, int]]:
        """Marks of some letters in a stretch of code: («S0», start, end)."""
        for m in MARK.finditer(self.text, start, len(self.text) if end is None else end):
            if m[1] in letters:
                yield m[1] + m[2], m.start(), m.end()

    def ids(self, piece: str) -> list[str]:
        """Ids of the names in a piece of code, in order, each once."""
        found = [self.names[m[1] + m[2]].id for m in MARK.finditer(piece) if m[1] in "SJOTP"]
        return list(dict.fromkeys(found))

    def at(self, mark: str) -> int:
        """Where a mark stands in the code."""
        return self.text.index(f"<{mark}>")


def coded(document: Document, spans: Sequence[tuple[int, int]], names: Sequence[Name]) -> list[Coded]:
    """Every sentence in code."""
    clock = Clock(document.published)
    out: list[Coded] = []
    at = 0
    for start, end in spans:
        while at < len(names) and names[at].start < start:
            at += 1
        here: list[Name] = []
        while at < len(names) and names[at].start < end:
            if not here or names[at].start >= here[-1].end:
                here.append(names[at])
            at += 1
        out.append(_sentence(document.text, start, end, here, clock, not out))
    return out


_DATELINE = re.compile(
    r"^[A-ZÀ-Ý][A-ZÀ-Ý' -]{2,30}(?:, [A-Za-z .]+?)?(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} "
    r"[A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?(?: \([A-Za-z ]+\))? ?[-—–:] "
)


def dateline(text: str) -> int:
    """Where the text proper begins after «BISHKEK, Aug 12 — »; 0 where there is no dateline."""
    found = _DATELINE.match(text)
    return found.end() if found else 0


def _sentence(text: str, start: int, end: int, names: Sequence[Name], clock: Clock, first: bool) -> Coded:
    plain = straight(text[start:end])
    skip = dateline(plain) if first else 0
    low = " " * skip + lowered(plain)[skip:]
    taken = [(n.start - start, n.end - start) for n in names]
    masked = _masked(low, taken)
    when = dates(masked, clock, start)
    taken += [(w.start - start, w.end - start) for w in when]
    how_much = amounts(_masked(low, taken), start)
    marks: list[tuple[int, int, str]] = []
    named: dict[str, Name] = {}
    for i, name in enumerate(names):
        letter = _LETTER.get(
            name.kind, "J" if name.form in ("adjective", "demonym", "prefix") and not _people(name, text) else "S"
        )
        named[f"{letter}{i}"] = name
        marks.append((name.start, name.end, f"{letter}{i}"))
    marks += [(w.start, w.end, f"D{i}") for i, w in enumerate(when)]
    marks += [(a.start, a.end, f"A{i}") for i, a in enumerate(how_much)]
    pieces: list[str] = []
    offsets: list[int] = []
    at = start
    for a, b, mark in sorted(marks):
        if a < max(at, start + skip):
            continue
        pieces.append(low[at - start : a - start])
        offsets.extend(range(at, a))
        code = f"<{mark}>"
        pieces.append(code)
        offsets.extend([a] * len(code))
        at = b
    pieces.append(low[at - start :])
    offsets.extend(range(at, end))
    offsets.append(end)
    code_text = "".join(pieces)
    return Coded(
        code_text, tuple(offsets), text, start, end, named,
        {f"A{i}": a for i, a in enumerate(how_much)}, {f"D{i}": w for i, w in enumerate(when)},
    )  # fmt: skip


def _people(name: Name, text: str) -> bool:
    """«The Poles», «Turks», «the French»: a people that acts is its state."""
    written = text[name.start : name.end]
    if name.form != "demonym" or re.match(r"(?:'s)?[- ][A-Z]", text[name.end :]):
        return False
    return (
        written.endswith(("s", "men"))
        and re.match(r" (?:of|in|at|living|abroad|who|among|,)\b", text[name.end :]) is None
    )


def _masked(text: str, taken: Sequence[tuple[int, int]]) -> str:
    """The text with what is taken blotted out, so that no pattern runs across it."""
    for a, b in taken:
        text = text[:a] + "\x00" * (b - a) + text[b:]
    return text
