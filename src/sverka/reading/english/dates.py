"""Dates and periods in English text, resolved against the day of publication and the period named before."""

import re

from sverka.claims.period import Period
from sverka.errors import ClaimError
from sverka.reading.date_rules import Relation
from sverka.reading.dates import When
from sverka.reading.english import calendar_dates, relative_dates
from sverka.reading.english.asides import told_aside
from sverka.reading.english.clock import RULES, Clock, Handler

__all__ = ["Clock", "dates"]

#: Each module adds its rules when it is read.
_KINDS = (calendar_dates, relative_dates)
_RELATION: tuple[tuple[re.Pattern[str], Relation], ...] = (
    (
        re.compile(r"\bsince (?:early |late |mid-|(?:the |its |their |that )(?:[\w\x00'-]+ ){1,4}(?:of |in ))?$"),
        "since",
    ),
    (re.compile(r"\b(?:until|till|up to) $"), "until"),
    (
        re.compile(
            r"\b(?:than (?:it was |they were )?(?:in )?|compared (?:with|to) (?:that of |the figure "
            r"(?:of|for) )?|against (?:that of )?|(?:figures?|levels?|total|value|volume|sum|amount|"
            r"those|that|peak|low|mark) (?:of|in|for|seen in) |relative to |versus |vs\.? |what it "
            r"was in |as (?:much|many|high|large) as in |(?<=up )on |(?<=down )on |(?:double|twice|"
            r"triple|half) )$"
        ),
        "base",
    ),
    (re.compile(r"\b(?:after|before|following|prior to) (?:the end of )?$"), "from"),
    (re.compile(r"\b(?:by) (?:the end of |early |late )?$"), "by"),
    (re.compile(r"\bfrom $"), "from"),
)


def dates(text: str, clock: Clock, base: int = 0) -> list[When]:
    """Dates of a lowered sentence in order; `clock.last` moves on to the last period named that is no base."""
    spans: list[tuple[int, int, re.Match[str], Handler, Relation | None]] = []
    for pattern, rule, kind in RULES:
        spans.extend((m.start(), m.end(), m, rule, kind) for m in pattern.finditer(text))
    out: list[When] = []
    at = 0
    for start, end, m, handler, fixed in sorted(spans, key=lambda s: (s[0], -s[1])):
        if start < at:
            continue
        try:
            period = handler(m, clock)
        except (ClaimError, ValueError):
            period = None
        relation: Relation = fixed or "in"
        left = text[max(0, start - 44) : start]
        if fixed in (None, "base"):
            relation = next((r for p, r in _RELATION if p.search(left)), relation)
            if (
                fixed == "base"
                and re.search(r"\b(?:of|in|during) (?:the )?$", left)
                and relation == "base"
                and not re.search(r"figure|than|level", left)
            ):
                relation = "in"
        out.append(When(base + start, base + end, period, relation, fixed == "base"))
        at = end
        if period is None or told_aside(text, start, end):
            continue
        clock.said = period
        if relation in ("in", "ago", "by", "span") and fixed != "base":
            clock.last = Period(period.last, period.last) if relation == "span" and period.last is not None else period
    return out
