"""Durations: «полтора года», «3,5 месяца», «полмесяца» as a number of a unit of time.

What is exact stays exact; a fraction of a calendar unit is turned into the unit below (half a month is 15 days).
"""

import re
from dataclasses import dataclass

from sverka.reading.numerals import numeral, pieces

_UNITS = {
    "год": "year", "лет": "year", "месяц": "month", "недел": "week", "недель": "week", "дн": "day", "ден": "day",
    "сут": "day", "час": "hour", "ч": "hour", "минут": "minute", "мин": "minute", "секунд": "second", "сек": "second",
    "квартал": "quarter", "десятилет": "decade", "век": "century", "столет": "century",
}  # fmt: skip
_BELOW = {
    "year": ("month", 12),
    "month": ("day", 30),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
_HALF = re.compile(r"пол ?(года|месяца|часа|минуты|века|недели|дня|столетия|десятилетия)")
_WORD = re.compile(
    r"(год|лет|месяц|недел|дн|ден|суток|сутки|час|ч|минут|мин|секунд|сек|квартал|десятилети|век|столети)"
    r"(?:|а|у|ом|е|ы|ов|ам|ами|ах|я|ю|ей|и|ь|ей|ям|ями|ях|иков|очков|ев|ем|й)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time at [start, end): `value` times `unit` (year, month, week, day, hour, …)."""

    start: int
    end: int
    value: float
    unit: str


def durations(text: str) -> list[Duration]:
    """Every length of time in a text, in order of position.

    >>> [(d.value, d.unit) for d in durations("за полтора года и 3.5 месяца")]
    [(18.0, 'month'), (105.0, 'day')]
    """
    line = pieces(text)
    out: list[Duration] = []
    i = 0
    while i < len(line):
        here = line[i]
        pair = f"{here.text} {line[i + 1].text}" if here.text == "пол" and i + 1 < len(line) else here.text
        half = _HALF.fullmatch(pair)
        if half is not None:
            stop = i + 2 if " " in pair else i + 1
            out.append(_made(here.start, line[stop - 1].end, 0.5, _unit(half[1])))
            i = stop
            continue
        read = numeral(line, i)
        at = read.stop if read is not None else i
        word = line[at].text if at < len(line) else ""
        if word and _WORD.fullmatch(word) and (read is not None or _bare(word)):
            out.append(_made(here.start, line[at].end, read.value if read is not None else 1.0, _unit(word)))
            i = at + 1
        elif read is not None and word == '"':
            out.append(_made(here.start, line[at].end, read.value, "second"))
            i = at + 1
        else:
            i = max(at, i + 1)
    return out


def _bare(word: str) -> bool:
    return word in {"месяц", "неделя", "неделю", "секунда", "секунду", "минуту", "час", "сутки"}


def _unit(word: str) -> str:
    return _UNITS[max((stem for stem in _UNITS if word.startswith(stem)), key=len)]


def _made(start: int, end: int, value: float, unit: str) -> Duration:
    if value != int(value) and unit in _BELOW:
        below, times = _BELOW[unit]
        return Duration(start, end, round(value * times, 6), below)
    return Duration(start, end, value, unit)
