"""Gains and losses told by a noun or by what they pass: «прибавка к прошлому году – 7 %», «на 3 % выше прежнего»."""

import re

from sverka.claims.vocabulary import Direction
from sverka.reading.quantities import Amount

#: «прибавка к прошлому году – 7 %», «прирост относительно 2018-го составил 7 %».
_GAINED = re.compile(
    r"(?<!\w)(прирост|прибавк|рост|увеличени|подъем|скач[ок]{1,2}|падени|снижени|спад|сокращени|потер|убыл|просадк)\w{0,3}"
    r" (?:к|ко|относительно|против|по (?:сравнению|отношению) (?:с|со|к)) (?:[^\W\d_]+ |\d{4}(?:-\w{1,3})? ){1,4}"
    r"(?:[–—-]|состав\w+|достиг\w+|рав[ен]\w*|оцени\w+) ?(?:в )?$"
)
#: «Год закончился минусом в 5 %».
BY_MINUS = re.compile(r"(?<!\w)(минус|плюс)(?:ом|а|у)(?: [^\W\d_]+){0,3} в $")
_SPEED = re.compile(r"(?<!\w)(ускор|замедл)\w+[^,;]{0,40}$")
#: «превысил прошлогодний показатель на 7 %», «на 3 % уступает результату 2018 года».
_PASSES = re.compile(
    r"(?<!\w)(превы[шс]|превзо|обогна|опереди|опережа|уступ|отста[ле]|недотя|не дотя|"
    r"больше|меньше|выше|ниже|скромнее|дороже|дешевле)\w*"
)
_WHAT_WAS = re.compile(
    r"(?<!\w)(?:показател|уров[не]|результат|итог|значени|объем|период|год|величин|сумм)\w*|прошлогодн|предыдущ|прежн"
)
_EARLIER = re.compile(r"(?<!\w)(?:прошл|предыдущ|прежн|аналогичн|годом (?:ранее|раньше)|год назад|(?:19|20)\d\d)")
_BRACKET = re.compile(r"^ ?(?:\([^()]{1,30}\)|\))")
_LOSS = (
    "паден",
    "сниж",
    "спад",
    "сокр",
    "потер",
    "убыл",
    "просад",
    "уступ",
    "отста",
    "недотя",
    "не дотя",
    "меньше",
    "ниже",
    "скромнее",
    "дешевле",
)
_KINDS = frozenset({"percent", "fraction", "points", "times", "money", "volume", "persons"})
#: How many characters from a number the verb and what it passes stand.
_REACH, _BEHIND = 70, 60


def against_before(left: str, right: str, amount: Amount) -> Direction | None:
    """By which sign what is told is away from what it was before; None where nothing says so."""
    if amount.kind not in _KINDS:
        return None
    gained = _GAINED.search(left)
    if gained is not None and amount.preposition in ("", "в"):
        return _sign(gained[1])
    if (minus := BY_MINUS.search(left)) is not None:
        return "-" if minus[1] == "минус" else "+"
    if amount.kind == "points" and amount.preposition == "на" and (speed := _SPEED.search(left)) is not None:
        return "+" if speed[1] == "ускор" else "-"
    if amount.preposition != "на" and not (amount.preposition in ("в", "") and amount.kind == "times"):
        return None
    right = _BRACKET.sub("", right).lstrip()  # «почти на треть (на 32 %) превышает»
    ahead = _PASSES.match(right)
    if ahead is not None:
        return _sign(ahead[1]) if _told_of_before(right[ahead.end() :][:_REACH]) else None
    before = left[-_REACH:]
    behind = next(iter(list(_PASSES.finditer(before))[-1:]), None)
    if behind is None or any(c in before[behind.end() :] for c in ",;:–—("):
        return None
    return _sign(behind[1]) if _told_of_before(before[behind.end() :] + right[:_BEHIND]) else None


def _told_of_before(text: str) -> bool:
    return _WHAT_WAS.search(text) is not None and _EARLIER.search(text) is not None


def _sign(word: str) -> Direction:
    return "-" if word.startswith(_LOSS) else "+"
