"""When something dated happened: the date of a clause, for accessions, visits and treaties."""

import re

from sverka.claims.period import Period, Point
from sverka.reading.dates import When
from sverka.reading.english.coded import Coded

_BREAK = re.compile(
    r"[;—:]|, (?:and|but|while|although|though|whereas|when|which|who|where|after|before|"
    r"leaving|making|ahead)\b|\b(?:and|but|while|whereas) (?=(?:<[SOP]|it |has |have |had |"
    r"was |were |joined|left|remain|became|signed))"
)


#: «joined in 1999 and four years later withdrew»: the date opens what is told next.
_NEXT = re.compile(r",? (?:and|but|then)(?: then)? ")


def dated(line: Coded, start: int, end: int) -> When | None:
    """The date of what stands at [start, end): in it, after it, before it, or at the head of the sentence."""
    best: tuple[float, When] | None = None
    cuts = [m.start() for m in _BREAK.finditer(line.text)]
    for mark, a, b in line.marks("D"):
        when = line.dates[mark]
        if when.period is None or when.relation in ("base", "span", "from"):
            continue
        if start <= a < end:
            return when
        between = line.text[b:start] if b <= start else line.text[end:a]
        low, high = (b, start) if b <= start else (end, a)
        breaks = sum(low <= cut < high for cut in cuts)
        opening = (
            b <= start
            and not line.text[:a].strip(' "').replace("in", "").replace("on", "").strip()
            and ";" not in between
        )
        if opening:
            breaks = min(breaks, 0)
        if breaks or (a >= end and (between.count(",") > 1 or _NEXT.fullmatch(between))):
            continue
        distance = len(between) + (15 if b <= start else 0)
        if best is None or distance < best[0]:
            best = distance, when
    return best[1] if best else None


def period_of(when: When | None) -> Period | None:
    """The period of a date; open for «since»."""
    if when is None or when.period is None:
        return None
    if when.relation == "since" and when.period.first is not None:
        return Period(when.period.first, None)
    if when.relation == "until" and when.period.last is not None:
        return Period(None, when.period.last)
    return when.period


def closed(when: When | None) -> Period | None:
    """The period of a date, «since» or not."""
    return when.period if when is not None else None


def year(point: Point | None) -> int | None:
    """The year of a point."""
    return point.year if point is not None else None
