"""Quantities: every amount in a text – money, percent, counts, volumes, ranges, multiples, fractions in words.

`amounts` reads text alone, without grammar. What an amount is of, and whose, is for `figures` to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sverka.claims.quantity import Bound, Quantity
from sverka.reading import fractions
from sverka.reading.hedges import hedge
from sverka.reading.numerals import Numeral, Piece, numeral, pieces
from sverka.reading.units import unit_after, unit_before

_RANGE_SIGNS = {"-", "–", "—", "‒"}
_MONTHS = ("январ", "феврал", "март", "апрел", "мая", "май", "мае", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")  # fmt: skip
_TIME = (
    "год", "лет", "месяц", "недел", "день", "дня", "дней", "дню", "сутк", "час", "минут", "секунд", "век", "десятилети",
    "столети", "квартал", "полугод", "кварт", "раунд",
)  # fmt: skip
_FLOWS = (
    "ввоз",
    "вывоз",
    "экспорт",
    "импорт",
    "оборот",
    "товарооборот",
    "торговл",
    "было",
    "был",
    "составл",
    "пришл",
    "приход",
    "дал",
    "ушл",
    "достал",
)
_STOPS = {
    ",", ".", ";", ":", "!", "?", ")", "(", "–", "—", "и", "а", "но", "или", "против", "в", "на", "за", "с", "до", "из",
    "от", "к", "у", "при", "по", "что", "чем", "годом", "»", "хотя", "то", "соответственно", "тогда", "если",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in a text.

    Attributes
    ----------
    start, end : its span, with its hedge: «почти 40 процентов».
    quantity : number or range, unit, bound, tolerance; the unit is "units" when only something is counted and "" when
        the number stands alone.
    hedged : True if a hedge or bound was said.
    kind : money, percent, points, times, persons, volume, count, fraction, share, number.
    core : the span without hedge and preposition.
    preposition : the preposition before it: «на», «до», «с» …
    compared : "+" for «вдвое больше», «на треть выше», "-" for «меньше».
    verb : "+" or "-" when the amount is itself a verb: «удвоился».
    inherited : True when the unit (or the scale) was left out and taken from the amount before.
    scale : the scale word's factor: 1e9 for «млрд».
    """

    start: int
    end: int
    quantity: Quantity
    hedged: bool
    kind: str
    core: tuple[int, int]
    preposition: str = ""
    compared: str = ""
    verb: str = ""
    inherited: bool = False
    scale: float = 1.0

    @property
    def unit(self) -> str:
        """The quantity's unit."""
        return self.quantity.unit


@dataclass(slots=True)
class _Reader:
    """A walk over the pieces of a text; `unit`, `scale` and `end` are those of the last amount with a unit."""

    line: Sequence[Piece]
    lowered: str
    unit: str = ""
    kind: str = ""
    scale: float = 1.0
    end: int = -1000
    currency: str = ""
    percent_end: int = -1
    currencies: set[str] = field(default_factory=set)

    def near(self, start: int) -> bool:
        """True if the last amount with a unit is at most two sentences away."""
        gap = self.lowered[max(self.end, 0) : start] if self.end >= 0 and start - self.end < 400 else None
        return gap is not None and gap.count(". ") <= 1


def amounts(text: str) -> list[Amount]:
    """Every amount in a text, in order of position. Dates, ages and clock times are left out. Linear in the text.

    >>> [(a.quantity.low, a.unit, a.quantity.bound) for a in amounts("выросла почти на треть, до 5,6 млрд долларов")]
    [(33.3, '%', '~'), (5600000000.0, 'USD', '=')]
    """
    line = pieces(text)
    reader = _Reader(line, text.lower().replace("ё", "е"))
    if len(reader.lowered) != len(text):
        reader.lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text).replace("ё", "е")
    out: list[Amount] = []
    i = 0
    while i < len(line):
        found = _word_amount(reader, i) or _number_amount(reader, i)
        if found is None:
            i += 1
            continue
        amount, i = found
        out.append(amount)
    if len(reader.currencies) == 1:
        currency = next(iter(reader.currencies))
        out = [_as_money(a, currency) if a.kind == "number" and a.scale >= 1e6 and a.unit == "" else a for a in out]
    return out


def _as_money(amount: Amount, currency: str) -> Amount:
    """A bare «семь миллиардов» in a text that knows one currency."""
    return replace(amount, kind="money", inherited=True, quantity=replace(amount.quantity, unit=currency))


def _word_amount(reader: _Reader, i: int) -> tuple[Amount, int] | None:
    said = fractions.said(reader.line, i)
    if said is None:
        return None
    start, end = reader.line[said.first].start, reader.line[said.stop - 1].end
    around = hedge(reader.lowered, start, end)
    unit = said.unit or reader.currency
    quantity = Quantity(said.value, said.value, unit, around.bound, said.tolerance)
    amount = Amount(
        around.start, around.end, quantity, around.bound != "=", said.kind, (start, end),
        _own_preposition(reader.line[i].text) or around.preposition or ("в" if said.kind == "times" and not said.verb else ""), around.compared, said.verb,
    )  # fmt: skip
    return amount, said.stop


def _own_preposition(word: str) -> str:
    """«наполовину» holds its preposition inside."""
    return "на" if word in {"наполовину", "вполовину"} else ""


def _number_amount(reader: _Reader, i: int) -> tuple[Amount, int] | None:
    line = reader.line
    first = numeral(line, i)
    if first is None or (i and line[i].is_number and _glued(line, i)):
        return None
    low, high, stop = first, first, first.stop
    prefix = unit_before(line, i)
    second = _range(line, first, reader.lowered)
    if second is not None:
        high, stop = second, second.stop
        if first.scale == 1 and high.scale > 1 and first.value < high.value:
            low = replace(first, value=first.value * high.scale, tolerance=first.tolerance * high.scale)
        if low.value > high.value:
            return None
    unit = unit_after(line, stop)
    if unit is None and second is not None:
        unit = unit_after(line, first.stop)  # «от 10 долларов до 20»
        unit = replace(unit, stop=stop) if unit is not None else None
    if unit is not None and unit.code == "x" and unit.kind == "times":
        if not _times(line, i):
            return None
    code, kind, factor = (unit.code, unit.kind, unit.factor) if unit else ("", "number", 1.0)
    if unit is not None:
        stop = unit.stop
    start = line[i].start
    if prefix is not None and kind in ("number", "money", "volume", "persons", "count"):
        if kind == "money" and code != prefix[0]:
            return None
        if kind in ("number", "money"):
            code, kind = prefix[0], "money"
            start = line[prefix[1]].start
    inherited = False
    if code == "":
        settled = _unnamed(reader, low, stop)
        if settled is None:
            return None
        code, kind, multiplier, inherited = settled
        factor = multiplier
    cents = _cents(line, stop) if kind == "money" else None
    extra = 0.0
    if cents is not None:
        extra, stop = cents
    sign = -1.0 if _minus(line, i) else 1.0
    end = line[stop - 1].end
    if line[stop - 1].text == "." and line[stop - 1].end == len(reader.lowered.rstrip()):
        end = line[stop - 1].end
    around = hedge(reader.lowered, start, end)
    bound: Bound = ">" if low.more or high.more else around.bound
    tolerance = max(low.tolerance, high.tolerance) * factor
    values = sorted((sign * low.value * factor + extra, sign * high.value * factor + extra))
    if max(abs(v) for v in values) > 1e18:
        return None
    if kind != "number" and not inherited:
        reader.unit, reader.kind = code, kind
        reader.scale = high.scale
        reader.end = end
        reader.percent_end = end if kind == "percent" else -1
        if kind == "money":
            reader.currency = code
            reader.currencies.add(code)
    elif inherited:
        reader.end = end
    begin = around.start if sign > 0 else min(around.start, line[i - 1].start)
    quantity = Quantity(values[0], values[1], code or "", bound, 0.005 if extra else tolerance)
    amount = Amount(
        begin, around.end, quantity, bound != "=", kind, (start, end), around.preposition, around.compared,
        inherited=inherited, scale=high.scale,
    )  # fmt: skip
    return amount, stop


def _glued(line: Sequence[Piece], i: int) -> bool:
    """True for a number that is part of a name or a date: Су-24, G7, 15:30, 12.5.2020, 2014-м."""
    before, here = line[i - 1], line[i]
    touching = before.end == here.start
    if (
        touching
        and (before.text[0].isalpha() or before.text in {":", "/", "№", "#"})
        and before.text not in {"rs", "usd", "eur", "us"}
    ):
        return before.text not in {"usd", "eur", "rub", "rs"}
    return (
        touching
        and before.text == "-"
        and i >= 2
        and line[i - 2].end == before.start
        and line[i - 2].text[0].isalpha()
        and numeral(line, i - 2) is None
    )  # noqa: E501


def _range(line: Sequence[Piece], first: Numeral, lowered: str) -> Numeral | None:
    """The second end of «3–5 млрд», «пять-семь процентов», «от 10 до 20», «между 10 и 20»."""
    at = first.stop
    if at >= len(line):
        return None
    if line[at].text in _RANGE_SIGNS:
        spaced = line[at].start > line[at - 1].end
        second = numeral(line, at + 1)
        if (
            second is not None
            and (not spaced or line[at + 1].start > line[at].end)
            and second.value > first.value / 1e12
        ):
            plausible = not spaced or (second.words == first.words and second.scale >= first.scale > 0)
            return second if plausible and _ordered(first, second) else None
        return None
    opener = line[first.first - 1].text if first.first else ""
    if opener == "$" and first.first > 1:
        opener = line[first.first - 2].text
    unit = unit_after(line, at)
    after = unit.stop if unit is not None and unit.code != "x" else at
    if after >= len(line):
        return None
    if opener == "от" and line[after].text == "до":
        return _second(line, after + 1, first)
    if opener == "между" and line[after].text == "и":
        return _second(line, after + 1, first)
    if (
        unit is not None
        and unit.kind == "money"
        and line[after].text in _RANGE_SIGNS
        and line[after].end == line[after - 1].end + 1
    ):  # noqa: E501
        return _second(line, after + 1, first)
    return None


def _second(line: Sequence[Piece], i: int, first: Numeral) -> Numeral | None:
    if i < len(line) and line[i].text == "$":
        i += 1
    second = numeral(line, i)
    return second if second is not None and _ordered(first, second) else None


def _ordered(first: Numeral, second: Numeral) -> bool:
    scaled = first.value * second.scale if first.scale == 1 else first.value
    return scaled < second.value or first.value < second.value


def _paired(line: Sequence[Piece], number: Numeral, stop: int) -> tuple[str, str, float, bool] | None:
    """«с 10 до 15 млрд долларов»: the first number takes unit and scale of the second."""
    before = line[number.first - 1].text if number.first else ""
    if before != "с" or stop >= len(line) or line[stop].text != "до":
        return None
    second = numeral(line, stop + 1)
    unit = unit_after(line, second.stop) if second is not None else None
    if second is None or (unit is None and second.scale == 1):
        return None
    factor = second.scale if number.scale == 1 else 1.0
    if unit is None or unit.code == "x":
        return None
    return unit.code, unit.kind, factor * unit.factor, True


def _times(line: Sequence[Piece], i: int) -> bool:
    """«в два раза» multiplies; «два раза» counts."""
    for back in range(1, 5):
        if i - back < 0:
            return False
        if line[i - back].text == "в":
            return True
        if line[i - back].text in {",", "."}:
            return False
    return False


def _minus(line: Sequence[Piece], i: int) -> bool:
    if i < 1 or line[i - 1].text not in {"минус", "-", "−"}:
        return False
    if line[i - 1].text == "минус":
        return True
    return line[i - 1].end == line[i].start and (i == 1 or line[i - 2].end < line[i - 1].start)


def _cents(line: Sequence[Piece], i: int) -> tuple[float, int] | None:
    """«и 42 цента» after money."""
    if i < len(line) and line[i].text == "и":
        small = numeral(line, i + 1)
        if small is not None and small.stop < len(line) and line[small.stop].text.startswith(("цент", "копе")):
            return small.value / 100, small.stop + 1
    return None


def _unnamed(reader: _Reader, number: Numeral, stop: int) -> tuple[str, str, float, bool] | None:
    """Unit of a number without one: (code, kind, factor, inherited); None if it is a date, an age or an ordinal."""
    line = reader.line
    following = line[stop].text if stop < len(line) else ""
    glued = stop < len(line) and line[stop].start == line[stop - 1].end
    if glued and following[:1].isalpha():
        return None
    if glued and following in {"-", "/", ":"}:
        following_next = line[stop + 1] if stop + 1 < len(line) else None
        if following_next is not None and following_next.start == line[stop].end:
            return None
    if following.startswith(_MONTHS) or (
        following.startswith(_TIME) and following not in {"годом", "часть", "частью", "частей"}
    ):
        return None
    start = line[number.first].start
    before = line[number.first - 1].text if number.first else ""
    if (
        before.startswith(("следующ", "последн", "ближайш", "прошедш", "предыдущ"))
        and number.scale == 1
        and following in _STOPS
    ):
        return None
    paired = _paired(line, number, stop)
    if paired is not None:
        return paired
    year = not number.words and number.scale == 1 and number.value == int(number.value) and 1000 <= number.value <= 2100
    if year and len(line[number.first].text) == 4:
        before = line[number.first - 1].text if number.first else ""
        if not following.isalpha() or following in _STOPS or before in _STOPS or len(following) < 4:
            return None
    ends = following == "" or following in _STOPS or following[:1].isdigit() or following.startswith(_FLOWS)
    if number.scale == 1000 and ends and "." in reader.lowered[max(reader.end, 0) : start]:
        return "", "number", 1.0, False
    if number.scale > 1 and ends:
        if reader.unit and reader.near(start) and reader.kind in ("money", "volume", "persons"):
            return reader.unit, reader.kind, 1.0, True
        if reader.currency:
            return reader.currency, "money", 1.0, True
        return "", "number", 1.0, False
    if number.scale > 1 or not ends:
        return "units", "count", 1.0, False
    same = reader.percent_end >= 0 and not set(".!?") & set(reader.lowered[reader.percent_end : start])
    if same and before in {"на", "до"} and number.value < 1000:
        return "%", "percent", 1.0, True
    if (
        reader.unit
        and reader.near(start)
        and reader.kind in ("money", "volume")
        and reader.scale >= 1e6
        and number.value < 1000
    ):
        if number.words and number.value == 1:
            return None
        return reader.unit, reader.kind, reader.scale, True
    return "", "number", 1.0, False
