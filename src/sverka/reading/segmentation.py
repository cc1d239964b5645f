"""Cutting a text into sentences and tokens, in time linear in its length, with offsets into the original.

The text is first made plain: soft hyphens, invisible signs and stress marks vanish, decomposed letters are composed,
odd spaces and hyphens become ordinary ones. A table of offsets leads back. Headings and list items end with their line;
lines broken by hand inside a paragraph do not end a sentence.
"""

import re
from collections.abc import Iterator

from razdel import sentenize

from sverka.reading.tokens import tokens as tokenized

#: No sentence is longer than this: attachment inside one costs its square.
MOST_TOKENS = 300
#: No piece given to the sentence splitter is longer than this without a space.
_LONGEST_RUN = 300
_DROPPED = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u0300\u0301]")
_COMPOSED = {"и\u0306": "й", "И\u0306": "Й", "е\u0308": "ё", "Е\u0308": "Ё"}
_SPECIAL = re.compile("[иИ]\u0306|[еЕ]\u0308|" + _DROPPED.pattern)
_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u202f\u2009\u2007\u2002\u2003\u2005\u2006\u2008\u200a\u3000\t\v\f", " "),
        **dict.fromkeys("\u2028\u2029\u0085", "\n"),
        **dict.fromkeys("\u2010\u2011", "-"),
    }
)
_BULLET = re.compile(r"[ ]*(?:[•▪●◦‣*·–—-]|\(?\d{1,2}[.)])[ ]")
Span = tuple[int, int]


def plain(text: str) -> tuple[str, list[int] | None]:
    """The text made plain, and for each of its characters the offset in the original (None when they are the same)."""
    text = text.replace("\r\n", " \n").replace("\r", "\n").translate(_SAME_LENGTH)
    if not _SPECIAL.search(text):
        return text, None
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for found in _SPECIAL.finditer(text):
        pieces.append(text[at : found.start()])
        offsets.extend(range(at, found.start()))
        if found.group() in _COMPOSED:
            pieces.append(_COMPOSED[found.group()])
            offsets.append(found.start())
        at = found.end()
    pieces.append(text[at:])
    offsets.extend(range(at, len(text) + 1))
    return "".join(pieces), offsets


def _wrapped(lines: list[str]) -> bool:
    """True for a paragraph whose lines were broken at a fixed width."""
    body = [len(line.rstrip()) for line in lines[:-1]]
    return len(body) >= 2 and min(body) >= 45 and max(body) <= 120 and max(body) - min(body) <= 25


def _blocks(text: str) -> Iterator[Span]:
    """Stretches no sentence crosses."""
    for paragraph in re.finditer(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", text):
        lines = paragraph.group().split("\n")
        joined = _wrapped(lines) and not any(_BULLET.match(line) for line in lines)
        start = at = paragraph.start()
        for number, line in enumerate(lines):
            end = at + len(line)
            following = lines[number + 1].lstrip() if number + 1 < len(lines) else ""
            broken_by_hand = len(line.strip()) >= 40 and following[:1].islower() and line.rstrip()[-1:] not in ".!?:;…"
            if not following or not (joined or broken_by_hand):
                yield from _short_runs(text, start, end)
                start = end + 1
            at = end + 1


def _short_runs(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch itself, cut where it runs too long without a space (data, not prose)."""
    at = start
    for run in re.finditer(rf"\S{{{_LONGEST_RUN}}}", text[start:end]):
        yield at, start + run.end()
        at = start + run.end()
    if at < end:
        yield at, end


def _bounded(tokens: list[tuple[int, int, str]]) -> Iterator[list[tuple[int, int, str]]]:
    """The tokens of a sentence in pieces of bearable length, cut after punctuation where there is some."""
    while len(tokens) > MOST_TOKENS:
        cut = MOST_TOKENS
        for signs in (";", ",–—:"):
            places = [i for i in range(MOST_TOKENS // 2, MOST_TOKENS) if tokens[i][2] in signs]
            if places:
                cut = places[-1] + 1
                break
        yield tokens[:cut]
        tokens = tokens[cut:]
    if tokens:
        yield tokens


def _whole(block: str) -> Iterator[tuple[int, str]]:
    """Sentences of a block with their offsets; «долл. США» does not end one."""
    begin = -1
    for sentence in sentenize(block):
        begin = sentence.start if begin < 0 else begin
        if sentence.text.endswith("долл.") and block[sentence.stop :].lstrip().startswith("США"):
            continue
        yield begin, block[begin : sentence.stop]
        begin = -1


def segments(text: str) -> Iterator[list[tuple[int, int, str]]]:
    """Each sentence as a list of (start, end, plain text of the token)."""
    clean, offsets = plain(text)
    for start, end in _blocks(clean):
        block = clean[start:end].replace("\n", " ")
        bullet = _BULLET.match(block)
        lead = bullet.end() if bullet else 0
        for first, text in _whole(block[lead:]):
            base = start + lead + first
            tokens = [(base + a, base + b, word) for a, b, word in tokenized(text)]
            for piece in _bounded(tokens):
                if offsets is None:
                    yield piece
                else:
                    yield [(offsets[a], offsets[b - 1] + 1, word) for a, b, word in piece]
