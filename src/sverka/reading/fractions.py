"""Fractions and multiples in words: «треть», «шестая часть», «две трети», «вдвое», «удвоился», «каждый пятый».

A word coarser than its digits carries its own tolerance: a third is 33.3 give or take three.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sverka.reading.numerals import Piece, numeral, opens_numeral, part_of_scale
from sverka.reading.units import unit_after

_ORDINALS = {
    "втор": 2, "трет": 3, "четверт": 4, "пят": 5, "шест": 6, "седьм": 7, "восьм": 8, "девят": 9, "десят": 10,
    "двенадцат": 12, "пятнадцат": 15, "двадцат": 20, "тридцат": 30, "пятидесят": 50, "сот": 100,
}  # fmt: skip
_FEMININE = {"ая", "ой", "ую", "ья", "ьей", "ью", "ых", "ые"}
_PARTS = ("част", "дол")
_HALF = {"половина", "половину", "половине", "половины", "половиной"}
_THIRD = {"треть", "трети", "третью", "третей", "третям", "третями"}
_QUARTER = {"четверть", "четверти", "четвертью", "четвертей", "четвертям", "четвертями"}
_EVERY = {"каждый", "каждая", "каждое", "каждого", "каждую"}
_MONEY_STEMS = (("миллиардн", 1e9), ("миллионн", 1e6), ("триллионн", 1e12), ("процентн", 1.0))
_COLLECTIVE_TIMES = {
    "вдвое": 2, "втрое": 3, "вчетверо": 4, "впятеро": 5, "вшестеро": 6, "всемеро": 7, "ввосьмеро": 8, "вдевятеро": 9,
    "вдесятеро": 10, "двукратно": 2, "трехкратно": 3, "многократно": 0, "двое": 0,
}  # fmt: skip
_VERBS = {"удвои": 2, "удваива": 2, "утрои": 3, "утраива": 3, "учетвер": 4, "упятер": 5, "удесятер": 10, "ополови": 0}
_NOUNS = {"удвоени": 2, "утроени": 3, "учетверени": 4}
_ADJECTIVES = {
    "двукратн": 2, "двухкратн": 2, "трехкратн": 3, "четырехкратн": 4, "пятикратн": 5, "шестикратн": 6, "семикратн": 7,
    "восьмикратн": 8, "девятикратн": 9, "десятикратн": 10, "полуторакратн": 1.5, "полуторн": 1.5,
}  # fmt: skip
_COMPOUND = {
    "полутора": 1.5, "двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "девяти": 9,
    "десяти": 10, "одиннадцати": 11, "двенадцати": 12, "тринадцати": 13, "четырнадцати": 14, "пятнадцати": 15,
    "шестнадцати": 16, "семнадцати": 17, "восемнадцати": 18, "девятнадцати": 19, "двадцати": 20, "тридцати": 30,
    "сорока": 40, "пятидесяти": 50, "шестидесяти": 60, "семидесяти": 70, "восьмидесяти": 80, "девяносто": 90,
    "сто": 100, "двухсот": 200, "трехсот": 300, "пятисот": 500,
}  # fmt: skip
_TENS = {head: value for head, value in _COMPOUND.items() if 20 <= value < 100}
_TIME = (
    "год",
    "лет",
    "месяц",
    "век",
    "столети",
    "час",
    "десятилети",
    "дня",
    "май",
    "мая",
    "июн",
    "июл",
    "август",
    "финал",
    "сезон",
    "хх",
    "xx",
    "xix",
)
_HALVES = ("перв", "втор", "друг", "эт", "хорош")
_PLACE = (
    "строк",
    "строч",
    "позици",
    "стран",
    "ступен",
    "место",
    "мест",
    "мировую",
    "очеред",
    "сторон",
    "сил",
    "держав",
    "республик",
    "волн",
    "попытк",
    "неделю",
    "экономик",
)


@dataclass(frozen=True, slots=True)
class Said:
    """A fraction or multiple: value, unit (% or x), tolerance, kind, pieces [first, stop), a verb's direction."""

    value: float
    unit: str
    tolerance: float | None
    kind: str
    first: int
    stop: int
    verb: str = ""


@lru_cache(maxsize=50_000)
def _ordinal(text: str) -> int | None:
    for stem, value in _ORDINALS.items():
        if text.startswith(stem) and text[len(stem) :] in _FEMININE:
            return value
    return None


def percent(part: float, whole: float) -> float:
    """A fraction as prose would print it in percent.

    >>> percent(1, 3), percent(3, 4), percent(1, 6)
    (33.3, 75.0, 16.7)
    """
    return round(100 * part / whole, 1)


_PARTS_OF_ONE = _THIRD | _QUARTER
_WHOLE_WORDS = _HALF | _PARTS_OF_ONE | _EVERY | _COLLECTIVE_TIMES.keys()
_BEGINNINGS = ("напол", "вполов", *_VERBS, *_NOUNS, *_ADJECTIVES, *_ORDINALS)
_OF_SCALE = re.compile("|".join(stem for stem, _ in _MONEY_STEMS))
_TIMES_IN_VERBS = {stem: times for stem, times in (_VERBS | _NOUNS).items() if times}


@lru_cache(maxsize=50_000)
def opens(word: str) -> bool:
    """False for a word that no fraction, multiple or numeral begins with, as most are."""
    return (
        word in _WHOLE_WORDS
        or word.startswith(_BEGINNINGS)
        or opens_numeral(word)
        or _OF_SCALE.search(word) is not None
    )


def said(line: Sequence[Piece], i: int) -> Said | None:
    """The fraction or multiple that begins at piece `i`, or None."""
    word = line[i].text
    if not opens(word):
        return None
    if (line[i].is_number and not _parts_follow(line, i)) or part_of_scale(line, i):
        return None
    return _fraction(line, i, word) or _multiple(line, i, word) or _money_adjective(line, i, word)


def _parts_follow(line: Sequence[Piece], i: int) -> bool:
    return i + 1 < len(line) and line[i + 1].text in _PARTS_OF_ONE


def _share(part: float, whole: float, first: int, stop: int) -> Said:
    value = percent(part, whole)
    tolerance = 3.0 if whole <= 4 else 2.0 if whole <= 6 else 1.5 if whole <= 12 else 0.5
    return Said(value, "%", tolerance, "fraction", first, stop)


def _fraction(line: Sequence[Piece], i: int, word: str) -> Said | None:
    after = line[i + 1].text if i + 1 < len(line) else ""
    before = line[i - 1].text if i else ""
    if word in {"наполовину", "вполовину"}:
        return _share(1, 2, i, i + 1)
    if word in _HALF and after.endswith("ого") and _ordinal(after[:-3] + "ой") is not None:
        return None  # «в половине десятого»: the clock
    if word in _HALF and not before.startswith(_HALVES) and not after.startswith(_TIME) and before != "с":
        return _share(1, 2, i, i + 1)
    if word in _HALF and before == "с" and numeral(line, max(0, i - 2)) is None and not after.startswith(_TIME):
        return _share(1, 2, i, i + 1)
    if word in {"треть", "трети"} or (
        word == "третью" and not after.startswith(_PLACE) and before in {"почти", "на", "примерно"}
    ):
        return None if after.startswith(_TIME) else _share(1, 3, i, i + 1)
    if word in {"четверть", "четверти", "четвертью"} and not after.startswith(_TIME):
        return _share(1, 4, i, i + 1)
    whole = _ordinal(word)
    if whole is not None and after.startswith(_PARTS) and len(after) <= 7:
        return _share(1, whole, i, i + 2)
    if word in _EVERY:
        whole = _every(after)
        return None if whole is None else _share(1, whole, i, i + 2)
    number = numeral(line, i)
    if number is not None and number.scale == 1 and number.stop < len(line) and number.value < 100:
        next_word = line[number.stop].text
        if next_word in _PARTS_OF_ONE:
            return _share(number.value, 3 if next_word in _THIRD else 4, i, number.stop + 1)
        whole = _ordinal(next_word)
        if whole is not None and next_word.endswith("ых") and number.value < whole:
            stop = number.stop + 1
            stop += stop < len(line) and line[stop].text.startswith(_PARTS)
            return _share(number.value, whole, i, stop)
    return None


def _every(text: str) -> int | None:
    for stem, value in _ORDINALS.items():
        if text.startswith(stem) and text[len(stem) :] in {
            "ый",
            "ий",
            "ой",
            "ая",
            "ья",
            "ое",
            "ье",
            "ого",
            "ьего",
            "ую",
            "ью",
        }:
            return value
    return None


def _multiple(line: Sequence[Piece], i: int, word: str) -> Said | None:
    value: float = _COLLECTIVE_TIMES.get(word, 0)
    if value:
        return Said(value, "x", None, "times", i, i + 1)
    verbal, times = _stems(word)
    if verbal:
        return Said(verbal, "x", None, "times", i, i + 1, "+")
    if times:
        after = line[i + 1].text if i + 1 < len(line) else ""
        direction = "-" if after.startswith(("сокращ", "паден", "сниж", "уменьш", "спад")) else "+"
        return Said(times, "x", None, "times", i, i + 1, direction)
    return None


@lru_cache(maxsize=50_000)
def _stems(word: str) -> tuple[float, float]:
    """How many times a verb or noun («удвоился») and an adjective («двукратный») says; 0 for none."""
    verbal = next((v for stem, v in _TIMES_IN_VERBS.items() if word.startswith(stem)), 0)
    return verbal, next((t for stem, t in _ADJECTIVES.items() if word.startswith(stem)), 0)


def _compound(head: str) -> float | None:
    """The number an adjective begins with: «двадцатипяти|процентный» is 25."""
    if head in _COMPOUND:
        return _COMPOUND[head]
    for tens, value in _TENS.items():
        if head.startswith(tens) and head != tens:
            ones = _COMPOUND.get(head[len(tens) :], 0)
            return value + ones if 2 <= ones < 10 and ones == int(ones) else None
    return None


def _money_adjective(line: Sequence[Piece], i: int, word: str) -> Said | None:
    """«двухмиллиардный рубеж»: the number is the first part of an adjective."""
    for stem, factor in _MONEY_STEMS:
        head, found, _ = word.partition(stem)
        times = _compound(head) if found else None
        if times is None:
            continue
        value = times * factor
        if factor == 1.0:
            return Said(value, "%", None, "percent", i, i + 1)
        unit = unit_after(line, i + 2) if i + 2 < len(line) else None
        code = unit.code if unit is not None and unit.kind == "money" else ""
        return Said(value, code, None, "money", i, i + 1)
    return None
