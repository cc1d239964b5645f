"""Carrying dates: which period later sentences go on with, and which dates in a text say nothing of its numbers."""

import re
from collections.abc import Sequence
from datetime import date

from sverka.claims.period import Period
from sverka.reading.bundle import Analysis
from sverka.reading.dates import When
from sverka.reading.document import Sentence
from sverka.reading.scene import Scene, Topic
from sverka.reading.timing import Timing

#: «25 июня 2016», «июнь 25-го, 2016»: the day in a line that says where a text is from.
_STAMPED = re.compile(r"\d{1,2} [а-я]{3,8} \d{4}|[а-я]{3,8} \d{1,2}-го, \d{4}")
_ISSUED = re.compile(r"(?<!\w)(?:опубликованн|изданн|вышедш|обнародованн|подготовленн|напечатанн)\w+ (?:\w+ ){0,2}$")


def heads(sentence: Sentence, text: str) -> bool:
    """True for a heading: «Таджикистан, 2010 год.», but not for the day a paper came out."""
    finite = any(t.feats.get("VerbForm") == "Fin" for t in sentence.tokens)
    return len(sentence.tokens) < 14 and not finite and not _STAMPED.search(text)


def of_paper(scene: Scene, when: When) -> bool:
    """True for the year a report came out: «согласно докладу, опубликованному в 2014 г., …»."""
    at = when.start - scene.sentence.start
    return _ISSUED.search(scene.text[max(0, at - 40) : at]) is not None


def published_day(analysis: Analysis) -> Period | None:
    """The day of publication as a period."""
    day = analysis.document.published
    return Period.of(day) if day is not None else None


def take_date(topic: Topic, dates: Sequence[When], published: date | None) -> None:
    """The first year or month that a heading or a sentence about trade names is that of what follows.

    Nobody has figures of the month a text comes out in: it tells when the news was made.
    """
    for when in dates:
        period, relation = when.period, when.relation
        if period is not None and period.months == 1 and published is not None and period.contains(published):
            continue
        if period is not None and relation in ("in", "by", "ago") and period.grain in ("year", "month"):
            topic.period = period if relation != "by" or topic.period is None else topic.period
            return


#: «тогда он был равен 5 млрд», «против 5 млрд в прошлом году»: told for comparison.
_WAS = re.compile(
    r"(?<!\w)(?:был[аио]?|равнял\w*|составлял\w*|насчитывал\w*|этот показатель|"
    r"против|прошлогодн\w+|превы[шс]\w+|чем)(?!\w)"
)


def carried(when: Timing, topic: Topic, scene: Scene, published: date | None) -> Period | None:
    """Later sentences go on with the latest period; a year mentioned for comparison does not take over.

    Nor does the year that is not over yet from the part of it that was told of.
    """
    period, known = when.period, topic.period
    topic.torn = False
    if period is not None and period.first != period.last and period.grain == "year":
        return known
    if period is not None and period.grain == "day" and published is not None:
        return known  # the day a stock was counted on
    if known is None or period is None or known.end is None or period.end is None:
        return period
    if known.grain == "month" and period.grain == "year":
        if period.contains(known) and published is not None and published <= period.end:
            return known
        if known.start is not None and period.end < known.start:
            compared = _WAS.search(scene.text) is not None
            topic.torn = not compared
            return known if compared else period
    return known if period.end < known.end and period.grain == known.grain else period
