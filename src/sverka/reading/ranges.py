"""Ranges: the second end of «3–5 млрд», «пять-семь процентов», «от 10 до 20», «между 10 и 20»."""

from collections.abc import Sequence

from sverka.reading.numerals import Numeral, Piece, numeral
from sverka.reading.units import unit_after

#: Whole numbers from here on may be years.
_YEARS = 1000
_RANGE_SIGNS = {"-", "–", "—", "‒", "−", "‑"}


def range_end(line: Sequence[Piece], first: Numeral, lowered: str) -> Numeral | None:
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
    if line[at].text == "или":
        second = numeral(line, at + 1)
        return second if second is not None and _neighbours(first, second) else None
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
    ):
        return _second(line, after + 1, first)
    return None


def _neighbours(first: Numeral, second: Numeral) -> bool:
    """«48 или 49 мест», «два или три»: one after the other; of years a date tells."""
    same = first.scale == second.scale and first.value < _YEARS
    return same and 0 < second.value - first.value <= max(first.scale, 1)


def _second(line: Sequence[Piece], i: int, first: Numeral) -> Numeral | None:
    if i < len(line) and line[i].text == "$":
        i += 1
    second = numeral(line, i)
    return second if second is not None and _ordered(first, second) else None


def _ordered(first: Numeral, second: Numeral) -> bool:
    scaled = first.value * second.scale if first.scale == 1 else first.value
    return scaled < second.value or first.value < second.value
