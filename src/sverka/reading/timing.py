"""Timing: which period an amount belongs to – the date beside it, in its sentence, or the one spoken of before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sverka.claims.period import Period, Point
from sverka.reading.context import SAYS, Clauses
from sverka.reading.dates import When
from sverka.reading.document import Sentence
from sverka.reading.levels import grown_from, of_other_end, turned

#: A date beyond this boundary after an amount belongs to the next clause.
_NEXT_CLAUSE = 2.6
#: Beyond this and another predicate a date after an amount is told of something else.
_SAME_CLAUSE = 1.5
#: The date of a plan does not reach so far into what is said beside it.
_PLANNED = 3.9


@dataclass(frozen=True, slots=True)
class Timing:
    """`period` of a figure, `base` it is compared with, `span` of a change; not `said` if carried over.

    `day` is the day told of beside it: when people died or voted, but of trade only when the news came out.
    """

    period: Period | None
    base: Period | None = None
    span: Period | None = None
    said: bool = True
    by: bool = False
    day: Period | None = None
    later: bool = False  # the second of two levels, whose only date stands with the first

    @property
    def over_years(self) -> bool:
        """True where «за тридцать лет» says when: what is told next need not be of the last of them."""
        first, last = (self.span.first, self.span.last) if self.span is not None else (None, None)
        return first is not None and last is not None and last.year - first.year > 1


def _told_of(sentence: Sentence, here: int, at: int) -> bool:
    """«сократится к 2025 году – плохая новость для тех, которые получают треть»: told of those who are, not planned."""
    between = [t.lemma for t in sentence.tokens[here:at]]
    return "который" in between and bool({"–", "—"} & set(between))


def timing(
    sentence: Sentence,
    core: tuple[int, int],
    dates: Sequence[When],
    lines: Clauses,
    carried: Period | None,
    published: date | None,
) -> Timing:
    """The period of what stands at `core` among the dates of its sentence; `carried` is the period spoken of before."""
    at = sentence.index_at(core[0])
    valued = _value_of(sentence, at, dates) or _when_so(sentence, at, dates)
    if valued is not None:
        return Timing(valued)
    period: Period | None = None
    base: Period | None = None
    span: Period | None = None
    best = 1e9
    best_base = 1e9
    by = False
    day: Period | None = None
    begun: Period | None = None
    grown = False
    nearest = _NEXT_CLAUSE + 2
    for when in dates:
        if when.period is None or when.relation in ("anniversary",):
            continue
        here = sentence.index_at(when.start)
        if _is_day_of_speech(when, published):
            far = lines.between(here, at) + abs(here - at) * 0.05
            off = lines.aside(here, at) or _of_speech(sentence, here, at) or when.relation not in ("in", "ago")
            if not off and far < nearest:
                day, nearest = when.period, far
            continue
        if lines.aside(here, at) or _of_speech(sentence, here, at):
            continue
        distance = lines.between(here, at) + abs(here - at) * 0.12
        after = when.start >= core[1]
        if when.relation == "base" or (when.relation == "by" and _set_against(sentence, core[1], when, published)):
            clause = lines.between(here, at)
            standing = _standing(sentence, here)
            if after and here - at < 7 and any(t.text.lower() == "чем" for t in sentence.tokens[at:here]):
                clause = distance = 0.0  # «вдвое меньше, чем в 2014-м»
            if after and distance < best_base and clause < 3.9:
                base, best_base = when.period, distance
            elif not after and standing and clause < 3 and distance < best:
                period, best = when.period, distance
            elif not after and not standing and clause < 2.6 and distance < best_base:
                base, best_base = when.period, distance
            continue
        if when.relation == "span":
            if lines.between(here, at) < 3.5 and (not after or lines.between(here, at) < 1):
                span = when.period
            continue
        if when.relation == "since":
            if lines.between(here, at) < 3 and not _first_since(sentence, here):
                base, best_base = when.period, distance
                begun = when.period if published is not None else None
            continue
        if when.relation == "until" and not after:
            continue
        if when.relation == "by" and not after and lines.between(here, at) > _PLANNED and _told_of(sentence, here, at):
            continue
        told = any(t.lemma == "который" for t in sentence.tokens[at:here])
        if after and lines.between(here, at) > _NEXT_CLAUSE + 2 * told:
            continue
        if after and not told and lines.between(here, at) > _SAME_CLAUSE and _predicate(sentence, at, here):
            continue
        if after and any(t.text.lower() == "против" for t in sentence.tokens[at:here]) and when.relation == "in":
            continue
        if not after and grown_from(sentence, here, at):
            grown = True
            continue
        if not after and turned(sentence, here, at):
            continue
        if after and of_other_end(sentence, at, here):
            continue
        if after:
            gap = here - at
            touching = lines.between(here, at) < 1 and gap <= 6
            distance = distance - 1.0 if touching else distance + 3.0
            distance = -1.0 if _after_dash(sentence, core[1], here) else distance
        if distance < best:
            period, best, by = when.period, distance, when.relation == "by"
    if span is not None and period is None and len(dates) == 1 and _lasts_a_year(span) and _lasts_a_year(carried, 0):
        span, period = None, carried  # «за год» after «в 2017 году»: in that year
    if span is not None and period is None and span.last is not None and span.first is not None:
        period = Period(span.last, span.last)
    said = period is not None
    span = _named_ends(span, dates) if span is not None else None
    if span is None and period is None and base is begun:
        span = _until_now(begun, published)
    if period is None:
        period = None if grown or turned(sentence, _opening(sentence, at), at) else carried
    return Timing(period, base, span, said, by, day, grown and not said)


def _set_against(sentence: Sentence, end: int, when: When, published: date | None) -> bool:
    """«снижение на 5 % к 2015 году»: past and right behind the number, the year it is compared with, not a plan's."""
    period = when.period
    if published is None or period is None or period.end is None or period.end >= published or when.start < end:
        return False
    between = sentence.tokens[sentence.index_at(end - 1) + 1 : sentence.index_at(when.start)]
    return len(between) == 1 and between[0].text.lower() in ("к", "ко")


def _lasts_a_year(period: Period | None, apart: int = 1) -> bool:
    """True for the stretch from one year to the next, or for one whole year if these are not `apart`."""
    if period is None or period.first is None or period.last is None or period.grain != "year":
        return False
    return period.last.year - period.first.year == apart and period.first.span == 1


def _value_of(sentence: Sentence, at: int, dates: Sequence[When]) -> Period | None:
    """«по сравнению с 2020 годом (11,8 млрд)»: a number alone in brackets behind a date is of that date."""
    tokens = sentence.tokens
    opening = next((k for k in range(at - 1, max(0, at - 4), -1) if tokens[k].text == "("), 0)
    if not opening or tokens[opening + 1].text.lower() in ("на", "с", "до", "рост", "снижение", "падение"):
        return None
    end = tokens[opening - 1].end
    return next((w.period for w in dates if w.end == end and w.relation == "base"), None)


def _when_so(sentence: Sentence, at: int, dates: Sequence[When]) -> Period | None:
    """«самый низкий с 2009 года, когда рост составил 6 %»: what «когда» brings in is of the date before it."""
    tokens = sentence.tokens
    opening = _opening(sentence, at)
    if opening < 1 or tokens[opening].text.lower() != "когда" or tokens[opening - 1].text != ",":
        return None
    end, start = tokens[opening - 1].start, tokens[opening].start
    if any(start < w.start < tokens[at].start for w in dates if w.period is not None):
        return None  # the clause has a date of its own
    return next((w.period for w in dates if w.end == end and w.relation in ("in", "since", "base", "until")), None)


def _after_dash(sentence: Sentence, end: int, here: int) -> bool:
    """«22 % и 8 % – в 2024 году»: a date right after the dash behind an amount is that amount's."""
    tokens = sentence.tokens
    first = next((k for k in range(max(0, here - 4), here) if tokens[k].start >= end), here)
    dashed = first < here and tokens[first].text in "–—-"
    return dashed and all(t.pos in ("ADP", "ADV") for t in tokens[first + 1 : here])


def _predicate(sentence: Sentence, at: int, here: int) -> bool:
    """True where «и обещает дойти … к 2024 году» or «и за пять месяцев … выросли» follows an amount with its date."""
    tokens = sentence.tokens
    comma = next((k for k in range(at, here) if tokens[k].text == ","), here)
    if any(t.pos == "VERB" and t.feats.get("VerbForm") in ("Fin", "Inf") for t in tokens[comma:here]):
        return True
    opens = all(t.pos in ("ADP", "CCONJ", "PUNCT", "PART") for t in tokens[comma:here])
    stop = next((k for k in range(here, len(tokens)) if tokens[k].text in ",;:–—()"), len(tokens))
    return opens and any(t.pos == "VERB" and t.feats.get("VerbForm") == "Fin" for t in tokens[here:stop])


def _opening(sentence: Sentence, at: int) -> int:
    """Where the clause of a token begins."""
    while at > 0 and sentence.tokens[at - 1].text not in ",;:()":
        at -= 1
    return at


def _until_now(begun: Period | None, published: date | None) -> Period | None:
    """«с 2014 года выросли»: from then until the year of publication."""
    first = begun.first if begun is not None else None
    if first is None or published is None or first.span != 1 or first.year >= published.year:
        return None
    return Period(Point(first.year), Point(published.year))


def _named_ends(span: Period, dates: Sequence[When]) -> Period:
    """«за два года: с 5 млрд в 2014 году до 2 млрд в 2016-м»: the span between two years named so far apart."""
    length = span.last.year - span.first.year if span.first is not None and span.last is not None else 0
    told = sorted({w.period.first.year for w in dates if w.relation != "span" and w.period and w.period.first})
    ends = [year for year in told if length > 1 and year - length in told]
    return Period(Point(ends[-1] - length), Point(ends[-1])) if ends else span


def _is_day_of_speech(when: When, published: date | None) -> bool:
    """«вчера», «сегодня», «14 февраля»: days of the news itself, not of the figures."""
    return when.period is not None and published is not None and when.period.grain == "day"


def _of_speech(sentence: Sentence, here: int, at: int) -> bool:
    """«заявил в мае, что ущерб составит …», «…, сообщил вчера министр, …»: when it was said, not when it was so."""
    tokens = sentence.tokens
    low, high = here, here
    while low > 0 and tokens[low - 1].text not in ",;:–—()":
        low -= 1
    while high < len(tokens) - 1 and tokens[high].text not in ",;:–—()":
        high += 1
    if low <= at <= high or not any(t.lemma in SAYS for t in tokens[low:high]):
        return False
    brings = tokens[high].text == "," and high + 1 < len(tokens) and tokens[high + 1].lemma in ("что", "будто")
    return (brings and at > high) or tokens[low].lemma in SAYS


def _standing(sentence: Sentence, here: int) -> bool:
    """True for «годом ранее было …» – a base that opens its clause – and not for «чем годом ранее»."""
    for k in range(here - 1, max(-1, here - 5), -1):
        low = sentence.tokens[k].text.lower()
        if low in {"чем", "против", "сравнению", "отношению", "относительно", "уровню", "уровня", "уровень"}:
            return False
        if low in {",", ";", "–", "—", ":"}:
            return True
    return True


def _first_since(sentence: Sentence, here: int) -> bool:
    """«впервые с 2014-го», «рекорд с 2008 года»: a bound of a record, not the base of a change."""
    left = " ".join(t.text.lower() for t in sentence.tokens[max(0, here - 6) : here])
    return any(word in left for word in ("впервые", "рекорд", "максимум", "минимум", "самый", "самое", "самая"))


def unlike_parts(timing: Timing) -> bool:
    """True for a part of a year set against another than that of the year before: what the change is of, no span says.

    «на 27 % больше, чем в предыдущем месяце», «за пять месяцев вырос вдвое по сравнению с 2010 годом».
    """
    here, base = timing.period, timing.base
    if here is None or base is None or here.grain != "month" or here.last is None or base.last is None:
        return False
    if base == here:
        return False  # «в сравнении с тем же периодом»: of the year before
    if base.grain == "month" and here.last.month != base.last.month:
        return True
    return base.grain in ("month", "year") and base.last.year != here.last.year - 1


def change_period(timing: Timing, *, planned: bool = False) -> Period | None:
    """The stretch whose two ends a change compares: base and period, a span, or the year before and the year."""
    period = timing.period
    if timing.span is not None and (timing.base is None or timing.base.first == timing.span.first):
        part = period is not None and period.grain == "month" and timing.said and timing.span.contains(period)
        return period if part else timing.span
    if timing.by and planned:
        return period
    if period is None or period.first is None or period.last is None:
        return None
    whole_year = period.first.month is None and period.first == period.last and period.first.span == 1
    if timing.base is not None and timing.base.first is not None:
        base = timing.base.first
        if base.month is None and period.last.month is None and base.year != period.last.year:
            low, high = sorted((base.year, period.last.year))
            return Period(Point(low), Point(high))
        return period if not whole_year else Period(Point(period.first.year - 1), Point(period.first.year))
    if whole_year:
        return Period(Point(period.first.year - 1), Point(period.first.year))
    return period
