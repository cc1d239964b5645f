"""Carrying dates: which period later sentences go on with, and which dates in a text say nothing of its numbers."""

import re
from collections.abc import Sequence

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


def take_date(topic: Topic, dates: Sequence[When]) -> None:
    """The first year or month that a heading or a sentence about trade names is that of what follows."""
    for when in dates:
        period, relation = when.period, when.relation
        if period is not None and relation in ("in", "by", "ago") and period.grain in ("year", "month"):
            topic.period = period if relation != "by" or topic.period is None else topic.period
            return


def carried(when: Timing, topic: Topic) -> Period | None:
    """Later sentences go on with the latest period; a year mentioned for comparison does not take over."""
    period = when.period
    if period is not None and period.first != period.last and period.grain == "year":
        return topic.period
    if topic.period is None or period is None or topic.period.end is None or period.end is None:
        return period
    return topic.period if period.end < topic.period.end and period.grain == topic.period.grain else period
