"""Timing: which period an amount belongs to – the date beside it, in its sentence, or the one spoken of before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sverka.claims.period import Period, Point
from sverka.reading.context import Clauses
from sverka.reading.date_scope import (
    after_dash,
    behind_number,
    beside_base,
    counted_on,
    enumerated,
    first_since,
    from_then_on,
    going_on,
    is_day_of_speech,
    of_forecast,
    of_no_date,
    of_speech,
    opening_of,
    predicate_between,
    set_against,
    stands,
    told_apart,
    told_of,
    value_of,
    when_so,
)
from sverka.reading.dated_by import (
    brought_back,
    gained_on,
    lasting,
    noted_in,
    now_in_its_clause,
    of_next_number,
    own_verb_behind_semicolon,
    round_gerund,
    yearly,
)
from sverka.reading.dates import When
from sverka.reading.document import Sentence
from sverka.reading.levels import grown_from, of_other_end, turned

#: A date beyond this boundary after an amount belongs to the next clause.
_NEXT_CLAUSE = 2.6
#: Beyond this and another predicate a date after an amount is told of something else.
_SAME_CLAUSE = 1.5
#: From here on a date stands in another clause.
_CLAUSE = 1.9
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
    later: bool = False  # of another time than was told: of two levels the second, «в ближайшие годы»
    near: bool = False  # `day` stands in the same clause
    far: Period | None = None  # the only day the sentence tells of, in another clause
    until: Period | None = None  # «до 2025 года»: when a plan is for
    since: Period | None = None  # «с 2014 года»: the stretch from then to publication
    opens: Period | None = None  # «с 2030 года»: when a plan begins
    rate: bool = False  # so much in every year: «15 млрд в год»
    lasting: bool = False  # carried over to what is told in the present
    apart: bool = False  # the date that was taken stands in another clause
    parted: bool = False  # that clause ends in a semicolon, and this one has a verb of its own
    taken: bool = False  # of another number's time, by one of the classes of `same_time`

    @property
    def over_years(self) -> bool:
        """True where «за тридцать лет» says when: what is told next need not be of the last of them."""
        first, last = (self.span.first, self.span.last) if self.span is not None else (None, None)
        return first is not None and last is not None and last.year - first.year > 1


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
    valued = value_of(sentence, at, dates) or when_so(sentence, at, dates) or beside_base(sentence, core, dates)
    valued = valued or (noted_in(sentence, core, dates) if dates else None)
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
    until: Period | None = None
    days: list[Period] = []
    apart, parted = 0.0, False
    grown = False
    nearest = _NEXT_CLAUSE + 2
    for when in dates:
        if when.period is None or when.relation in ("anniversary",):
            continue
        here = sentence.index_at(when.start)
        stock = counted_on(sentence, when, here, published)
        stock = None if stock is not None and told_apart(sentence, here, at) else stock
        if stock is not None and when.start >= core[1] and going_on(sentence, at, here):
            continue
        if stock is None and is_day_of_speech(when, published):
            far = lines.between(here, at) + abs(here - at) * 0.05
            dated = when.relation in ("in", "ago") or from_then_on(sentence, when)
            off = lines.aside(here, at) or of_speech(sentence, here, at) or not dated
            if dated and lines.aside(here, at) and not of_speech(sentence, here, at):
                days.append(when.period)
            if not off and far < nearest:
                day, nearest = when.period, far
            continue
        if lines.aside(here, at) or of_speech(sentence, here, at):
            continue
        if of_forecast(sentence, here, at, when, published) or behind_number(sentence, here, at, when):
            continue
        distance = lines.between(here, at) + abs(here - at) * 0.12
        after = when.start >= core[1]
        if when.relation == "base" or (when.relation == "by" and set_against(sentence, core[1], when, published)):
            clause = lines.between(here, at)
            standing = stands(sentence, here)
            if (
                after
                and here - sentence.index_at(core[1] - 1) < 7
                and any(t.text.lower() == "чем" for t in sentence.tokens[at:here])
            ):
                clause = distance = 0.0  # «вдвое меньше, чем в 2014-м»
            if after and distance < best_base and clause < 3.9:
                base, best_base = when.period, distance
            elif not after and standing and clause < 3 and distance < best:
                period, best = when.period, distance
            elif not after and not standing and clause < 2.6 and distance < best_base:
                base, best_base = when.period, distance
            continue
        if when.relation == "span":
            if first_since(sentence, here):
                continue  # «максимум за шесть лет»
            another = after and any(t.pos == "CCONJ" for t in sentence.tokens[at:here])
            if lines.between(here, at) < 1 and not another and when.period.begins_after(published):
                return Timing(when.period)  # «по 40 млрд в следующие четыре года»
            if lines.between(here, at) < 3.5 and (not after or (lines.between(here, at) < 1 and not another)):
                span = _up_to_now(sentence, when, published)
            continue
        if when.relation == "since":
            if lines.between(here, at) < 3 and not first_since(sentence, here):
                base, best_base = when.period, distance
                begun = when.period if published is not None else None
            continue
        if when.relation == "by" and gained_on(sentence, here, when, published):
            base, best_base = when.period, distance
            continue
        if when.relation == "until" and not after:
            until = when.period
            continue
        if when.relation == "by" and not after and lines.between(here, at) > _PLANNED and told_of(sentence, here, at):
            continue
        told = any(t.lemma == "который" for t in sentence.tokens[at:here])
        if after and lines.between(here, at) > _NEXT_CLAUSE + 2 * told:
            continue
        if after and not told and lines.between(here, at) > _SAME_CLAUSE and predicate_between(sentence, at, here):
            continue
        if after and any(t.text.lower() == "против" for t in sentence.tokens[at:here]) and when.relation == "in":
            continue
        if not after and grown_from(sentence, here, at):
            grown = True
            continue
        over = when.period.end is not None and published is not None and when.period.end < published
        if not after and over and when.relation in ("in", "ago") and now_in_its_clause(sentence, at, here):
            grown = True
            continue
        if not after and turned(sentence, here, at):
            grown = True  # «в 2010 году было 4 млн, сейчас – 6»
            continue
        if after and (of_other_end(sentence, at, here) or of_next_number(sentence, at, here, when)):
            continue
        if after:
            gap = here - at
            touching = lines.between(here, at) < 1 and gap <= 6
            distance = distance - 1.0 if touching else distance + 3.0
            distance = -1.0 if after_dash(sentence, core[1], here) else distance
        if distance < best:
            period, best, by = stock or brought_back(sentence, when, published), distance, when.relation == "by"
            apart, parted = lines.between(here, at), not after and own_verb_behind_semicolon(sentence, at, here)
    rate = yearly(sentence, core, span)
    if rate and apart >= _CLAUSE:
        return Timing(None, rate=True)
    if period is None and dates:
        period = round_gerund(sentence, at, dates)
    if period is not None and len(dates) > 1 and enumerated(sentence, dates, period):
        return Timing(None)
    span = _as_told(span, carried) if span is not None and period is None else span
    if span is not None and period is None and len(dates) == 1 and _lasts_a_year(span) and _lasts_a_year(carried, 0):
        span, period = None, carried  # «за год» after «в 2017 году»: in that year
    if span is not None and period is None and len(dates) == 1 and _lasts_a_year(span) and _part_of_last(carried, span):
        span, period = None, carried  # «за год» after «в январе – апреле»: to the same months
    if span is not None and period is None and span.last is not None and span.first is not None:
        period = Period(span.last, span.last)
    said = period is not None
    span = _named_ends(span, dates) if span is not None else None
    if span is None and period is None and base is begun:
        span = _until_now(begun, published)
    vague = not said and span is None and of_no_date(sentence, at)
    if period is None:
        period = None if grown or vague or turned(sentence, opening_of(sentence, at), at) else carried
    return Timing(
        period, base, span, said, by, day, (grown or vague) and not said,
        near=nearest < 1, far=days[0] if len(set(days)) == 1 else None, until=until,
        since=_since(begun, published), opens=_opening(begun, published), rate=rate, apart=said and apart >= _CLAUSE,
        parted=said and parted,
        lasting=not said and period is not None and lasting(sentence, at),
    )  # fmt: skip


def _since(begun: Period | None, published: date | None) -> Period | None:
    """«с марта 2014 года погибли»: from then to publication, as finely as the beginning is told."""
    first = begun.first if begun is not None else None
    if first is None or published is None or first.span != 1 or first.first >= published:
        return None
    last = Point(published.year, published.month if first.month is not None else None)
    return Period(first if first.day is None else Point(first.year, first.month), last) if last != first else None


def _opening(begun: Period | None, published: date | None) -> Period | None:
    """«с 2030 года будут поставлять»: a year that has not ended is when a plan begins."""
    over = begun is None or begun.end is None or published is None or begun.end < published
    return None if over else begun


def _up_to_now(sentence: Sentence, when: When, published: date | None) -> Period | None:
    """«за последние пять лет»: a change over them comes to the year of publication."""
    span = when.period
    if span is None or span.first is None or span.last is None or published is None or span.grain != "year":
        return span
    last = any(t.lemma in _LAST for t in sentence.tokens if when.start <= t.start < when.end)
    return Period(span.first, Point(published.year)) if last and span.last.year == published.year - 1 else span


_LAST = frozenset({"последний", "минувший", "прошедший", "истекший"})


def _lasts_a_year(period: Period | None, apart: int = 1) -> bool:
    """True for the stretch from one year to the next, or for one whole year if these are not `apart`."""
    if period is None or period.first is None or period.last is None or period.grain != "year":
        return False
    return period.last.year - period.first.year == apart and period.first.span == 1


def _part_of_last(carried: Period | None, span: Period) -> bool:
    """True for months of the year that a span ends in."""
    if carried is None or carried.grain != "month" or carried.last is None or span.last is None:
        return False
    return carried.last.year - span.last.year in (0, 1)


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


def _as_told(span: Period, carried: Period | None) -> Period:
    """«за десять лет» in a report on the year before: the years that end in the one told of."""
    if carried is None or carried.last is None or span.first is None or span.last is None:
        return span
    late = span.grain == "year" and span.last.year - carried.last.year == 1 and span.first.year < carried.last.year
    return span.shift(years=-1) if late and _lasts_a_year(carried, 0) else span
