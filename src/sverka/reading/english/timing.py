"""Which period an English amount belongs to, and what it is compared with."""

import re
from dataclasses import dataclass

from sverka.claims.period import Period, Point
from sverka.reading.english.asides import aside_of
from sverka.reading.english.coded import Coded
from sverka.reading.english.story import Story, clause


@dataclass(frozen=True, slots=True)
class Timing:
    """`period` of an amount, `base` it is compared with, `span` whose ends are compared; `said` if it stands near."""

    period: Period | None
    base: Period | None = None
    span: Period | None = None
    said: bool = True


_HARD = re.compile(r"[;—]")
_BREAK = re.compile(r", (?:and|but|while|although|though|whereas|so)\b|[;:—]")
_RECORD = re.compile(
    r"\b(?:lowest|highest|first|best|worst|most|least|biggest|largest|smallest|record|time|"
    r"weakest|strongest) (?:\w+ ){0,3}(?:since|in) $"
)


_SUPERLATIVE = re.compile(
    r"\b(?:lowest|highest|best|worst|weakest|strongest|biggest|largest|smallest|first|record)(?: [a-z-]+){0,3} $"
)
_AT_EVENT = re.compile(
    r"\W*(?:when|by the time|as soon as|at the time|before|until) [^,;<]*(?:<(?!D)\w+>[^,;<]*)*<D\d+>,"
)


#: «in 2019», «to $5 billion in 2019» right after an amount.
_BESIDE = re.compile(r"(?: to <A\d+>)? (?:in|for|during|over|throughout) <(D\d+)>")


def timing(line: Coded, start: int, end: int, story: Story) -> Timing:
    """The period of what stands at [start, end): the date beside it, of its sentence, or spoken of before."""
    best: tuple[float, Period] | None = None
    base: tuple[float, Period] | None = None
    span: Period | None = None
    open_ended = False
    beside = _BESIDE.match(line.text, end)
    here = aside_of(line.text, start)
    for mark, a, b in line.marks("D"):
        when = line.dates[mark]
        if aside_of(line.text, a) not in (here, None):
            continue
        if (
            beside is not None
            and mark == beside[1]
            and when.relation == "in"
            and when.period is not None
            and when.period.grain in ("year", "month")
        ):
            best = -1.0, when.period
            continue
        if when.period is None or when.period.grain in ("day", "decade", "century"):
            continue
        between = line.text[b:start] if b <= start else line.text[end:a]
        if _HARD.search(between) and not _opens(line.text[:a]):
            continue
        distance = (
            abs(a - start) / 40
            + 3.0 * len(_BREAK.findall(between))
            + 0.4 * between.count(",")
            + (0.5 if a > end else 0.0)
            + (2.0 if here is not None and not here[0] <= a < here[1] else 0.0)
        )
        if (
            when.relation == "base"
            and when.anaphoric
            and b <= start
            and _stands(line.text[:a])
            and not _BREAK.search(between)
        ):
            if best is None or best[0] > 0.1:
                best = 0.1, when.period
            continue
        if when.relation == "base":
            if (
                a >= end
                and len(_BREAK.findall(between)) == 0
                and between.count("<A") == 0
                and (base is None or distance < base[0])
            ):
                base = distance, when.period
            continue
        if when.relation == "span":
            if len(_BREAK.findall(between)) == 0 and _SUPERLATIVE.search(line.text[:a]) is None:
                span = when.period
            continue
        told = line.text[b : b + 7].startswith((", when", " when")) and "," not in line.text[b + 2 : max(start, b + 2)]
        if when.relation == "since" and not told:
            if _RECORD.search(line.text[:a]) is None and len(_BREAK.findall(between)) == 0 and base is None:
                base, open_ended = (distance + 5, when.period), True
            continue
        if when.relation in ("until", "from"):
            continue
        if best is None or distance < best[0]:
            best = distance, when.period
    if best is not None and _AT_EVENT.match(line.text) and best[1].grain == "month" and best[1].months == 1:
        # «When ties were restored in July 1995, trade came to …»: a month of the event, a year of trade
        first = best[1].first
        best = None if first is None else (best[0], Period(Point(first.year), Point(first.year)))
    if best is not None:
        return Timing(best[1], base[1] if base else None, span)
    if span is not None and span.last is not None:
        return Timing(Period(span.last, span.last), base[1] if base else None, span)
    known = story.period
    if base is not None and open_ended and story.published is not None and base[1].last is not None:
        # «has doubled since 2001»: up to the last full year known
        latest = Point(story.published.year - 1)
        if (known is None or known.last is None or known.last.year <= base[1].last.year) and base[
            1
        ].last.year < latest.year:
            known = Period(latest, latest)
    return Timing(known, base[1] if base else None, span, said=False)


def _stands(before: str) -> bool:
    """«…, though a year earlier it had been …»: a date of its own, not one that something is compared with."""
    return (
        re.search(
            r"(?:^\W*|, |— |; )(?:(?:though|although|while|whereas|and|but|as|when|already) )?(?:only "
            r"|just |still |even |already )?$",
            before,
        )
        is not None
    )


def _opens(before: str) -> bool:
    """«In 2016 exports …; imports …»: a date at the head of the sentence governs all of it."""
    return (
        re.fullmatch(r"\W*(?:in|over|during|for|by|throughout)?\s*(?:the whole of |all of )?", before.strip(' "') + " ")
        is not None
    )


_HAD = re.compile(r"\b(?:had|was|were)\b")
_MEAN = re.compile(r"\b(?:averag(?:e[ds]?|ing)|mean)\b")


def change_period(when: Timing) -> Period | None:
    """The stretch whose ends a change compares: base and period, a span, or the year before and the year."""
    if when.span is not None and when.base is None:
        return when.span
    period = when.period
    if period is None or period.first is None or period.last is None:
        return None
    year = period.first.month is None and period.first == period.last and period.first.span == 1
    if when.base is not None and when.base.first is not None and year:
        low, high = sorted((when.base.first.year, period.first.year))
        if low < high and when.base.first.month is None:
            return Period(Point(low), Point(high))
    if year:
        return Period(Point(period.first.year - 1), Point(period.first.year))
    return period


def averaged(line: Coded, start: int) -> bool:
    """«On average, for 2002-2016 …»: of many years together, of which no table has a mean."""
    several = any(w.relation == "span" and w.period is not None for w in line.dates.values())
    return several and _MEAN.search(line.text[clause(line, start, start)[0] : start]) is not None


def carry(line: Coded, story: Story) -> None:
    """After a sentence: the period that the next ones go on with, and whether it is in doubt."""
    found: list[Period] = []
    for mark, _, b in line.marks("D"):
        when = line.dates[mark]
        period = when.period
        if period is None or when.relation not in ("in", "ago", "by") or period.grain not in ("year", "month"):
            continue
        if aside_of(line.text, b - 1) is not None:
            continue
        ahead = period.begins_after(story.published)
        if ahead or period.last is None or (period.grain == "month" and period.months == 1) or _event_date(line, b):
            continue
        old = story.published is not None and period.last.year < story.published.year - 2
        if when.anaphoric or (old and not line.amounts):
            continue
        found.append(period)
    if not found:
        return
    latest = max(found, key=lambda p: (_year(p), p.grain == "year"))
    known = story.period
    if known is not None and known.grain == "year" and _year(latest) <= _year(known):
        # «in 2019 …» after «in 2023 …»: what the next sentence speaks of is no longer certain
        story.doubtful = _year(latest) < _year(known) and bool(line.amounts)
        return
    if known is not None and known.grain == "month" and latest.grain == "year" and _year(latest) < _year(known):
        story.doubtful = True  # «In 2017 it had come to …» after «In January-May 2018 …»: told for comparison
        if _HAD.search(line.text) is not None:
            return
    story.period = latest
    story.doubtful = bool(line.amounts) and len({_year(p) for p in found}) > 1


def _year(period: Period) -> int:
    return period.last.year if period.last is not None else 9999


def _event_date(line: Coded, at: int) -> bool:
    """Whether the date is that of a treaty, an accession or a founding rather than of the figures round it."""
    left = line.text[max(0, at - 60) : at]
    if re.search(r"<[OT]\d+>\"? of <D\d+>$", left):
        return True
    return (
        re.search(
            r"\b(?:signed|joined|founded|set up|established|created|admitted|entered|born|acceded|independence)\b",
            left,
        )
        is not None
    )
