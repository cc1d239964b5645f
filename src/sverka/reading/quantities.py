"""Quantities: every amount in a text – money, percent, counts, volumes, ranges, multiples, fractions in words.

`amounts` reads text alone, without grammar. What an amount is of, and whose, is for `figures` to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sverka.claims.quantity import Bound, Quantity, implied_tolerance
from sverka.reading import fractions
from sverka.reading.hedges import hedge
from sverka.reading.numerals import Piece, numeral, pieces, scale_word
from sverka.reading.ranges import range_end
from sverka.reading.turned import turned
from sverka.reading.units import unit_after, unit_before
from sverka.reading.unnamed import Reader, a_day, told_daily, unit_left_out


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


def amounts(text: str) -> list[Amount]:
    """Every amount in a text, in order of position. Dates, ages and clock times are left out. Linear in the text.

    >>> [(a.quantity.low, a.unit, a.quantity.bound) for a in amounts("выросла почти на треть, до 5,6 млрд долларов")]
    [(33.3, '%', '~'), (5600000000.0, 'USD', '=')]
    """
    line = pieces(text)
    reader = Reader(line, text.lower().replace("ё", "е"))
    if len(reader.lowered) != len(text):
        reader.lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text).replace("ё", "е")
    out: list[Amount] = []
    i = 0
    while i < len(line):
        found = (_word_amount(reader, i) or _number_amount(reader, i)) if fractions.opens(line[i].text) else None
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


def _word_amount(reader: Reader, i: int) -> tuple[Amount, int] | None:
    said = fractions.said(reader.line, i)
    if said is None:
        return None
    start, end = reader.line[said.first].start, reader.line[said.stop - 1].end
    around = hedge(reader.lowered, start, end)
    unit = said.unit or reader.currency
    quantity = Quantity(said.value, said.value, unit, around.bound, said.tolerance)
    preposition = _own_preposition(reader.line[i].text) or around.preposition
    if not preposition and said.kind == "times" and not said.verb:
        preposition = "в"
    amount = Amount(
        around.start, around.end, quantity, around.bound != "=", said.kind, (start, end), preposition, around.compared,
        said.verb,
    )  # fmt: skip
    return amount, said.stop


def _own_preposition(word: str) -> str:
    """«наполовину» holds its preposition inside."""
    return "на" if word in {"наполовину", "вполовину"} else ""


def _item(reader: Reader, i: int) -> bool:
    """True for the number of a point in a list: «2. Ввоз из Ирана …», «3) …»."""
    line = reader.line
    if not line[i].is_number or len(line[i].text) > 2 or i + 2 >= len(line) or line[i + 1].text not in {".", ")"}:
        return False
    before = reader.lowered[line[i - 1].end : line[i].start] if i else "\n"
    opens = "\n" in before or (i > 0 and line[i - 1].text in {".", ":", ";", "!", "?"})
    return opens and line[i + 1].start == line[i].end and line[i + 2].start > line[i + 1].end


#: How roughly a number told after its measure is meant.
_ROUGH = 0.05
_EACH = frozenset("каждый каждая каждое каждого каждой каждому каждую каждые каждых".split())  # noqa: SIM905


def _number_amount(reader: Reader, i: int) -> tuple[Amount, int] | None:
    line = reader.line
    first = numeral(line, i)
    if first is None or (i and line[i].is_number and _glued(line, i)):
        return None
    if (i and line[i - 1].text in _EACH) or _item(reader, i):
        return None  # «каждый миллиард долларов экспорта»: a measure, not an amount
    low, high, stop = first, first, first.stop
    prefix = unit_before(line, i)
    second = range_end(line, first, reader.lowered)
    if second is not None:
        high, stop = second, second.stop
        if first.scale == 1 and high.scale > 1 and first.value < high.value:
            low = replace(
                first,
                value=first.value * high.scale,
                scale=high.scale,
                tolerance=None if first.tolerance is None else first.tolerance * high.scale,
            )
        if low.value > high.value:
            return None
    unit = unit_after(line, stop)
    before = turned(line, i) if first.scale == 1 and not first.more else None
    if before is not None:  # «тысяч двадцать», «процентов на пять»
        by = scale_word(line[before].text) or 1.0
        low, high = (replace(n, value=n.value * by, scale=by, tolerance=n.value * by * _ROUGH) for n in (low, high))
        unit = unit_after(line, before) if by == 1 else unit
        unit = replace(unit, stop=stop) if unit is not None and by == 1 else unit
    if unit is None and second is not None:
        unit = unit_after(line, first.stop)  # «от 10 долларов до 20»
        unit = replace(unit, stop=stop) if unit is not None else None
    if unit is not None and unit.code == "x" and unit.kind == "times" and not _times(line, i):
        return None
    code, kind, factor = (unit.code, unit.kind, unit.factor) if unit else ("", "number", 1.0)
    if unit is not None:
        stop = unit.stop
    start = line[i].start if before is None else line[before].start
    if prefix is not None and kind in ("number", "money", "volume", "persons", "count"):
        if kind == "money" and code != prefix[0]:
            return None
        if kind in ("number", "money"):
            code, kind = prefix[0], "money"
            start = line[prefix[1]].start
    inherited = False
    if code == "":
        settled = unit_left_out(reader, low, stop)
        if settled is None:
            return None
        code, kind, multiplier, inherited = settled
        factor = multiplier
    cents = _cents(line, stop) if kind == "money" else None
    extra = 0.0
    if cents is not None:
        extra, stop = cents
    if code == "bbl" and a_day(reader, high.value, start, line[stop - 1].end):
        code = "bbl/day"
    elif code == "m3" and told_daily(reader, high.value, start, line[stop - 1].end):
        code = "m3/day"
    reader.daily_end = line[stop - 1].end if code == "bbl/day" else reader.daily_end
    sign = -1.0 if _minus(line, i) else 1.0
    end = line[stop - 1].end
    if line[stop - 1].text == "." and line[stop - 1].end == len(reader.lowered.rstrip()):
        end = line[stop - 1].end
    around = hedge(reader.lowered, start, end)
    bound: Bound = ">" if low.more or high.more else around.bound
    preposition = around.preposition
    if before is not None:
        bound = "~" if bound == "=" else bound
        preposition = preposition or (line[i - 1].text if before < i - 1 else "")
    tolerance = None
    if low.tolerance is not None or high.tolerance is not None:
        tolerance = factor * max(
            implied_tolerance(end.value) if end.tolerance is None else end.tolerance for end in (low, high)
        )
    values = sorted((sign * low.value * factor + extra, sign * high.value * factor + extra))
    if max(abs(v) for v in values) > 1e18:
        return None
    if kind != "number" and not inherited:
        reader.unit, reader.kind = code, kind
        reader.scale = high.scale
        reader.end = end
        reader.percent_end = end if kind == "percent" else reader.percent_end
        if kind == "money":
            reader.currency = code
            reader.currencies.add(code)
    elif inherited:
        reader.end = end
        if high.scale > 1 and kind == "money":
            reader.unit, reader.kind, reader.scale = code, kind, high.scale
        reader.percent_end = end if kind == "percent" else reader.percent_end
    begin = around.start if sign > 0 else min(around.start, line[i - 1].start)
    quantity = Quantity(values[0], values[1], code or "", bound, 0.005 if extra else tolerance)
    amount = Amount(
        begin, around.end, quantity, bound != "=", kind, (start, end), preposition, around.compared,
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
    )


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
