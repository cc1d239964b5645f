"""Numerals: words and digits to numbers – «полтора миллиарда», «два с половиной», «сорок четыре тысячи», «10 000».

A text is cut into small pieces (words, numbers, signs); `numeral` reads the number that begins at a piece.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_PIECE = re.compile(
    r"\d+(?:[  \u202f]\d{3}(?!\d))*(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|_",
)
#: What is longer than this is no word and no number; what is kept of words is kept under no more of it.
_LONGEST = 300
_THOUSANDS = re.compile(r"[  \u202f](?=\d{3})")


@dataclass(slots=True)  # not frozen: a text has thousands, and a frozen one takes three times as long to make
class Piece:
    """A word, number or sign; `text` is in lower case with «е» for «ё»."""

    start: int
    end: int
    text: str
    capital: bool = False

    @property
    def is_number(self) -> bool:
        return self.text[0].isdecimal()


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as read: its value, the scale word it ended in, pieces [first, stop).

    `tolerance` is given only where the writing says more than the digits of the value do: «20,0 млрд», «полмиллиарда».
    `more` is set by «с лишним», «с небольшим»; `words` when it was written without digits.
    """

    value: float
    tolerance: float | None
    scale: float
    first: int
    stop: int
    more: bool = False
    words: bool = False


def pieces(text: str) -> list[Piece]:
    """Cut a text into pieces.

    >>> [p.text for p in pieces("свыше 10 000,5 т.")]
    ['свыше', '10 000,5', 'т', '.']
    """
    out = []
    for m in _PIECE.finditer(text):
        (start, end), word = m.span(), m.group()[:_LONGEST]
        out.append(Piece(start, end, word.lower().replace("ё", "е"), word[0].isupper()))
    return out


def _table(rows: str) -> dict[str, int]:
    out = {}
    for row in rows.strip().splitlines():
        value, *forms = row.split()
        out.update(dict.fromkeys(forms, int(value)))
    return out


_UNITS = _table("""
0 ноль нуль нуля нулю нулем
1 один одна одно одну одного одной одному одним одном
2 два две двух двум двумя двое двоих двоим двоими
3 три трех трем тремя трое троих троим троими
4 четыре четырех четырем четырьмя четверо четверых четверым четверыми
5 пять пяти пятью пятеро пятерых пятерым пятерыми
6 шесть шести шестью шестеро шестерых шестерым шестерыми
7 семь семи семью семеро семерых семерым семерыми
8 восемь восьми восемью восьмью восьмеро восьмерых восьмерым
9 девять девяти девятью девятеро девятерых девятерым
""")
_TEENS = _table("""
10 десять десяти десятью десятеро десятерых десятерым
11 одиннадцать одиннадцати одиннадцатью
12 двенадцать двенадцати двенадцатью
13 тринадцать тринадцати тринадцатью
14 четырнадцать четырнадцати четырнадцатью
15 пятнадцать пятнадцати пятнадцатью
16 шестнадцать шестнадцати шестнадцатью
17 семнадцать семнадцати семнадцатью
18 восемнадцать восемнадцати восемнадцатью
19 девятнадцать девятнадцати девятнадцатью
""")
_TENS = _table("""
20 двадцать двадцати двадцатью
30 тридцать тридцати тридцатью
40 сорок сорока
50 пятьдесят пятидесяти пятьюдесятью
60 шестьдесят шестидесяти шестьюдесятью
70 семьдесят семидесяти семьюдесятью
80 восемьдесят восьмидесяти восемьюдесятью
90 девяносто девяноста
""")
_HUNDREDS = _table("""
100 сто ста
200 двести двухсот двумстам двумястами двухстах
300 триста трехсот тремстам тремястами трехстах
400 четыреста четырехсот четыремстам четырьмястами четырехстах
500 пятьсот пятисот пятистам пятьюстами пятистах
600 шестьсот шестисот шестистам шестьюстами шестистах
700 семьсот семисот семистам семьюстами семистах
800 восемьсот восьмисот восьмистам восемьюстами восьмистах
900 девятьсот девятисот девятистам девятьюстами девятистах
""")
_CARDINALS = _UNITS | _TEENS | _TENS | _HUNDREDS
_ONE_AND_HALF = {"полтора", "полторы", "полутора"}
_SCALE_STEMS = {"тысяч": 1e3, "миллион": 1e6, "миллиард": 1e9, "триллион": 1e12}
_SCALE_ENDINGS = {"", "а", "у", "ом", "е", "и", "ы", "ов", "ам", "ами", "ах", "ей", "ью", "ею"}
_SINGULAR = {"а", "у", "ом", "е", "ей", "ью", ""}
_SCALE_SHORT = {
    "тыс": 1e3, "т": 1e3, "млн": 1e6, "мн": 1e6, "млрд": 1e9, "млд": 1e9, "трлн": 1e12,
    "к": 1e3, "k": 1e3, "м": 1e6, "m": 1e6, "bn": 1e9, "г": 1e9,
}  # fmt: skip
_LETTERS = {"к", "k", "м", "m", "г", "т"}
_COLLECTIVE = {
    "десяток": 10, "десятка": 10, "десятку": 10, "десятком": 10, "десятков": 10, "десятки": 10,
    "сотня": 100, "сотни": 100, "сотню": 100, "сотен": 100, "сотней": 100,
    "дюжина": 12, "дюжины": 12, "дюжину": 12, "дюжин": 12,
}  # fmt: skip
_HALF_OF = {"полмиллиона": 5e5, "полмиллиарда": 5e8, "полтриллиона": 5e11, "полтысячи": 500, "полсотни": 50}
#: «четверть миллиарда»
_PART_OF = {"треть": 1 / 3, "трети": 1 / 3, "четверть": 0.25, "четверти": 0.25, "четвертью": 0.25}
_WHOLE = {"тысячи", "миллиона", "миллиарда", "триллиона"}
_THOUSAND = 1e3
#: How many digits a year has.
_YEAR = 4
#: How many digits follow «тыс.» where a number goes on.
_PLACES = 3
_MORE = {"лишним", "лишком", "небольшим", "хвостиком", "гаком", "чем-то"}


@lru_cache(maxsize=50_000)
def scale_word(text: str) -> float | None:
    """What a scale word multiplies by; None if it is not one. Single letters are left to `numeral`.

    >>> scale_word("миллиардами"), scale_word("млн"), scale_word("миллионер")
    (1000000000.0, 1000000.0, None)
    """
    if text in _SCALE_SHORT and text not in _LETTERS:
        return _SCALE_SHORT[text]
    for stem, factor in _SCALE_STEMS.items():
        if text.startswith(stem) and text[len(stem) :] in _SCALE_ENDINGS:
            return factor
    return None


def _digits(text: str, scaled: bool) -> tuple[Decimal, int] | None:
    """Value and number of decimals; a comma before exactly three digits separates thousands unless a scale follows."""
    text = _THOUSANDS.sub("", text)
    marks = [c for c in text if c in ".,"]
    if len(marks) > 1:
        if len(set(marks)) == 1 and all(len(part) == 3 for part in re.split(r"[.,]", text)[1:]):
            text = re.sub(r"[.,]", "", text)
        elif marks[-1] != marks[0] and len(set(marks[:-1])) == 1:
            text = text.replace(marks[0], "").replace(marks[-1], ".")
        else:
            return None
    elif marks:
        head, tail = re.split(r"[.,]", text)
        if marks[0] == "," and len(tail) == 3 and head != "0" and len(head) < 4 and not scaled:
            text = head + tail
        else:
            text = f"{head}.{tail}"
    if len(text) > 40:
        return None
    return Decimal(text), len(text.partition(".")[2])


COLLECTIVE = frozenset(_COLLECTIVE)
_OPENERS = frozenset({*_CARDINALS, *_HALF_OF, *_PART_OF, *_ONE_AND_HALF, *_COLLECTIVE, "полтораста"})


def opens_numeral(word: str) -> bool:
    """False for a word no numeral begins with, as most are."""
    return word in _OPENERS or word[0].isdecimal() or scale_word(word) is not None


def numeral(line: Sequence[Piece], i: int) -> Numeral | None:
    """The numeral that begins at piece `i`, with its scale words, or None.

    >>> numeral(pieces("два с половиной миллиарда"), 0).value
    2500000000.0
    >>> numeral(pieces("четыреста сорок четыре"), 0).value
    444.0
    """
    if i >= len(line) or not opens_numeral(line[i].text):
        return None
    piece = line[i]
    if piece.is_number or (piece.text in _CARDINALS and i + 1 < len(line) and line[i + 1].text == "точка"):
        return _pointed(line, i) or (_written(line, i) if piece.is_number else _spoken(line, i))
    if piece.text in _HALF_OF:
        value = _HALF_OF[piece.text]
        return Numeral(value, value * 0.05, 10 ** (len(str(int(value))) - 1), i, i + 1, words=True)
    if part_of_scale(line, i):
        factor = scale_word(line[i + 1].text) or 1.0
        value = factor * _PART_OF[piece.text]
        return Numeral(value, value * 0.1, factor, i, i + 2, words=True)
    return _spoken(line, i)


def part_of_scale(line: Sequence[Piece], i: int) -> bool:
    """True at «четверть миллиарда», which is a number and no share."""
    return line[i].text in _PART_OF and i + 1 < len(line) and line[i + 1].text in _WHOLE


def _pointed(line: Sequence[Piece], i: int) -> Numeral | None:
    """«один точка один»: a decimal read aloud."""
    if i + 2 >= len(line) or line[i + 1].text != "точка":
        return None
    parts = [str(_CARDINALS.get(line[k].text, line[k].text)) for k in (i, i + 2)]
    if not all(part.isascii() and part.isdigit() and len(part) < 10 for part in parts):
        return None
    return Numeral(float(".".join(parts)), None, 1.0, i, i + 3)


def _written(line: Sequence[Piece], i: int) -> Numeral | None:
    scale, stop = _scale(line, i + 1, digits=True)
    read = _digits(line[i].text, scale > 1)
    if read is None:
        return None
    value, decimals = read
    more, stop = _more(line, stop)
    if more and scale == 1:
        scale, stop = _scale(line, stop, digits=False)
    if scale > 1 and not more and not decimals:
        smaller = _rest(line, stop, scale)
        if smaller is not None:
            return Numeral(float(value * Decimal(scale)) + smaller.value, None, smaller.scale, i, smaller.stop)
    zero = decimals > 0 and line[i].text.endswith("0")
    tolerance = float(Decimal(5).scaleb(-decimals - 1) * Decimal(scale)) if zero else None
    return Numeral(float(value * Decimal(scale)), tolerance, scale, i, stop, more)


def _rest(line: Sequence[Piece], i: int, scale: float) -> Numeral | None:
    """«352 тыс.» after «124 млн», «125,8 млн» after «2 млрд», «605» after «1 тыс.»: the lower places of one number."""
    if i >= len(line) or not line[i].is_number:
        return None
    last = scale == _THOUSAND and len(line[i].text) == _PLACES and line[i].text.isdecimal()
    rest = _written(line, i)
    if rest is None or not rest.value < scale:
        return None
    return rest if 1 < rest.scale < scale or (last and rest.scale == 1) else None


def _scale(line: Sequence[Piece], i: int, *, digits: bool) -> tuple[float, int]:
    """Product of the scale words from piece `i` on («тысяч миллиардов» is rare but said), and where they stop."""
    total, start = 1.0, i
    while i < len(line) and i < start + 4:
        word = line[i].text
        factor = scale_word(word)
        glued = line[i].start == line[i - 1].end if i else False
        if factor is None and digits and glued and word in _LETTERS and i == start and not _is_year(line, i):
            factor = _SCALE_SHORT[word]
        if factor is None and word in _COLLECTIVE and i == start:
            factor = float(_COLLECTIVE[word])
        if factor is None:
            break
        total *= factor
        i += 1
        dotted = word in _SCALE_SHORT and i + 1 < len(line) and line[i].text == "." and line[i].start == line[i - 1].end
        # the dot of an abbreviation belongs to it, unless it ends the sentence
        if dotted and not line[i + 1].capital and line[i + 1].text not in {"»", '"', ")"}:
            i += 1
    return total, i


def _is_year(line: Sequence[Piece], i: int) -> bool:
    """«В сентябре 2008г.»: a year and not billions."""
    digits = line[i - 1].text
    return line[i].text == "г" and len(digits) == _YEAR and digits.startswith(("18", "19", "20"))


def _more(line: Sequence[Piece], i: int) -> tuple[bool, int]:
    if i + 1 < len(line) and line[i].text == "с" and line[i + 1].text in _MORE:
        return True, i + 2
    return False, i


def _half(line: Sequence[Piece], i: int) -> bool:
    return i + 1 < len(line) and line[i].text == "с" and line[i + 1].text == "половиной"


def _spoken(line: Sequence[Piece], i: int) -> Numeral | None:
    total, group, at, scale = 0.0, None, i, 1.0
    more = False
    ceiling = 1e15
    while at < len(line) and at < i + 14:
        word = line[at].text
        if word in _CARDINALS and not (word == "семью" and at == i and at + 1 < len(line) and line[at + 1].text == "и"):
            value = _CARDINALS[word]
            if group is not None and not _fits(group, value):
                break
            group = (group or 0.0) + value
        elif word in _ONE_AND_HALF and group is None:
            group = 1.5
        elif word == "полтораста" and group is None:
            group = 150.0
        elif group is not None and _half(line, at):
            group, at = group + 0.5, at + 1
        elif group is not None and not more and _more(line, at)[0]:
            more, at = True, at + 1
        else:
            factor = scale_word(word) or (float(_COLLECTIVE[word]) if word in _COLLECTIVE else None)
            if factor is None or factor >= ceiling:
                break
            if group is None and not _alone(word) and not _bounded(line, at, i):
                break
            total += (1.0 if group is None else group) * factor
            group, scale, ceiling = None, factor, factor
        at += 1
    if at == i:
        return None
    if group is not None and total and group == int(group):
        scale = 1.0
    return Numeral(total + (group or 0.0), None, scale, i, at, more, words=True)


#: «более тысячи», «около сотни»: one of them in the genitive.
_BOUNDS = frozenset({"более", "свыше", "около", "больше", "менее", "меньше", "порядка", "до"})
_ONE_OF = frozenset({"тысячи", "сотни", "десятка", "дюжины"})


def _bounded(line: Sequence[Piece], at: int, first: int) -> bool:
    return at == first and at > 0 and line[at].text in _ONE_OF and line[at - 1].text in _BOUNDS


def _alone(word: str) -> bool:
    """A scale word without a number before it means one only in the singular: «за миллиард», not «миллионы»."""
    if word in {"тысяча", "тысячу", "тысячей", "сотня", "сотню", "десяток", "дюжина", "дюжину"}:
        return True
    return any(
        word.startswith(stem) and word[len(stem) :] in _SINGULAR - {"ей", "ью"}
        for stem in ("миллион", "миллиард", "триллион")
    )


def _fits(group: float, value: int) -> bool:
    """True if `value` can follow `group` inside one numeral: «двадцать» «пять», not «пять» «семь»."""
    if group % 10 or group != int(group):
        return False
    if value < 10:
        return group % 100 >= 20 or group % 100 == 0
    return value < 100 and group % 100 == 0 and group > 0
