"""Plain text of a sentence: lower case, straight quotes and apostrophes, one kind of dash, every offset kept."""

import re
from collections.abc import Iterator

from sverka.reading.document import Document

_SIGNS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "‑": "-", "−": "-",
     "\xa0": " ", "\u202f": " ", "\u2009": " ", "\n": " ", "\r": " ", "\t": " ", "<": " ", ">": " "}
)  # fmt: skip
_CUT_SHORT = re.compile(
    r"(?:^|[\s(])(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|st|mr|mrs|ms|dr|gen|sen|gov|lt|col|no|vs|approx|"
    r"u\.s|u\.k|u\.n|e\.u|u\.s\.a|[a-z])\.$",
    re.IGNORECASE,
)


def lowered(text: str) -> str:
    """Lower case without a change of length."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def straight(text: str) -> str:
    """Straight quotes, plain blanks, no angle brackets; same length; the case stays."""
    return text.translate(_SIGNS)


def sentences(document: Document) -> Iterator[tuple[int, int]]:
    """Spans of sentences; what was cut after «Aug.», «St.» or «U.S.» is joined again."""
    pending: tuple[int, int] | None = None
    for sentence in document.sentences:
        start, end = sentence.start, sentence.end
        if pending is not None:
            gap = document.text[pending[1] : start]
            if "\n" not in gap and end - pending[0] < 1500 and _joins(document.text, pending, start):
                start = pending[0]
            else:
                yield pending
        pending = (start, end)
    if pending is not None:
        yield pending


def _joins(text: str, before: tuple[int, int], start: int) -> bool:
    if text[before[0] : before[1]].rstrip().endswith(";"):
        return True
    tail = text[max(before[0], before[1] - 12) : before[1]]
    if _CUT_SHORT.search(tail) is None:
        return False
    month_or_number = text[start : start + 1].isdigit()
    title = re.search(r"(?:^|\s)(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Gov|Lt|Col|[A-Z])\.$", tail) is not None
    return month_or_number or title or text[start : start + 1].islower()
