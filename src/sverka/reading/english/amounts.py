"""Amounts in English text: money, percent, fractions and multiples in words, counts; hedges and bounds with them.

Dates are found first and left out. Spans include the hedge; `core` does not.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sverka.claims.quantity import Bound, Quantity
from sverka.reading.english.amount_words import (
    AS_MUCH,
    COMPARED,
    CURRENCIES,
    FOLD,
    FRACTION,
    FRACTIONS,
    LEFT,
    NO_FRACTION_AFTER,
    NO_HALF_AFTER,
    NUMBER,
    OF_A_WHOLE,
    PREPOSITION,
    RIGHT,
    SCALES,
    TIMES,
    UNITS,
    VERB,
    VERBS,
)
from sverka.reading.quantities import Amount

_POINT = re.compile(r"\d+,\d{1,2}")


def _number(text: str) -> float:
    point = "." if _POINT.fullmatch(text) else ""
    return float(UNITS[text]) if text in UNITS else float(text.replace(",", point))


def _times(number: float, scale: float) -> float:
    """The product without the dust of binary fractions: 1.07 billion is 1070000000."""
    return float(Decimal(repr(number)) * Decimal(repr(scale)))


def _step(text: str, scale: float) -> float | None:
    """Half a unit of the last digit as written, where a zero after the point is meant."""
    if "." in text and text.endswith("0"):
        return 0.5 * scale * 10.0 ** -len(text.partition(".")[2])
    return None


def amounts(text: str, base: int = 0, taken: Sequence[tuple[int, int]] = ()) -> list[Amount]:
    """Every amount of a lowered sentence; `taken` are spans (in the sentence) of dates and names.

    >>> [(a.quantity.low, a.unit, a.quantity.bound) for a in amounts("fell by almost half to $15.6 billion")]
    [(50.0, '%', '~'), (15600000000.0, 'USD', '=')]
    """
    found: list[Amount] = []
    for m in NUMBER.finditer(text):
        amount = _numeric(text, m, base)
        if amount is not None:
            found.append(amount)
    for m in FRACTION.finditer(text):
        amount = _fraction(text, m, base)
        if amount is not None:
            found.append(amount)
    for m in VERB.finditer(text):
        times, unit, tolerance, sign = VERBS[m.group()]
        value = float(times)
        found.append(_made(text, m.start(), m.end(), base, (value, value), unit, tolerance, "times", verb=sign))
    for m in TIMES.finditer(text):
        value = float(FOLD[m["twice"]] if m["twice"] else UNITS[m["fold"]])
        after = text[m.end() :]
        compared = (
            "+" if m["twice"] and (re.match(AS_MUCH, after) or re.match(r" (?:the|its|their|that) ", after)) else ""
        )
        if m["twice"] and not compared:
            continue
        found.append(
            _made(text, m.start(), m.end(), base, (value, value), "x", 0.075 * value, "times", compared=compared)
        )
    out: list[Amount] = []
    for amount in sorted(found, key=lambda a: (a.core[0], -a.core[1])):
        a, b = amount.core[0] - base, amount.core[1] - base
        if any(s < b and a < e for s, e in taken) or (out and amount.core[0] < out[-1].core[1]):
            continue
        if out and _ranges(text, out[-1], amount, base):
            amount = _range(out.pop(), amount)
        elif out and _compound(text, out[-1], amount, base):
            amount = _added(out.pop(), amount)
        out.append(amount)
    return out


def _compound(text: str, high: Amount, low: Amount, base: int) -> bool:
    """«1 billion and 750 million dollars»: one number in two units, where the first has no currency of its own."""
    units = high.kind == "number" and low.kind in ("number", "money") and high.scale == 1e3 * low.scale >= 1e6
    if not units or low.quantity.high >= high.scale or high.quantity.low != high.quantity.high:
        return False
    between = text[high.core[1] - base : low.core[0] - base]
    return between in (" ", " and ") and not text.startswith(" respectively", low.core[1] - base)


def _added(high: Amount, low: Amount) -> Amount:
    value = high.quantity.low + low.quantity.low
    quantity = Quantity(value, value, low.quantity.unit, high.quantity.bound)
    return replace(
        low, start=high.start, quantity=quantity, core=(high.core[0], low.core[1]), preposition=high.preposition
    )


def _ranges(text: str, low: Amount, high: Amount, base: int) -> bool:
    """«between $11 billion and $12 billion»."""
    same = low.kind == high.kind and low.unit == high.unit and low.quantity.low < high.quantity.high
    between = text[max(0, low.core[0] - base - 8) : low.core[0] - base] == "between "
    return same and between and text[low.core[1] - base : high.core[0] - base] == " and "


def _range(low: Amount, high: Amount) -> Amount:
    quantity = Quantity(low.quantity.low, high.quantity.high, low.unit, "=", None)
    return replace(low, end=high.end, quantity=quantity, core=(low.core[0], high.core[1]))


def _numeric(text: str, m: re.Match[str], base: int) -> Amount | None:
    currency = next((c for i, (_, _, c) in enumerate(CURRENCIES) if m[f"b{i}"] or m[f"a{i}"]), "")
    raw, raw2 = m["n"], m["n2"]
    end = m.end()
    unit = (m["u"] or "").strip("- ")
    noun = (m["noun"] or "").strip()
    if m["and"] and not re.search(r"\bbetween (?:us\$|\$|€|£|¥)?$", text[: m.start()] + "") and raw2:
        before = text[max(0, m.start() - 10) : m.start()]
        if "between" not in before:
            raw2 = None
            end = m.end("n")
            return None if not currency and not unit else _made_simple(text, m, base, end, currency)
    scale = SCALES.get(m["s"] or "", 1.0)
    if m["s"] in ("m", "b", "k") and not currency:
        return None
    low = _times(_number(raw), scale)
    high = _times(_number(raw2), scale) if raw2 else low
    if raw2 and high < low:
        high = low
        end = m.end("n")
    tolerance = _step(raw2 or raw, scale)
    if unit in ("%", "percent", "per cent"):
        kind, name = "percent", "%"
    elif unit.startswith(("percentage", "point", "pp")):
        if unit.startswith("point") and "percent" not in text[max(0, m.start() - 40) : m.end() + 10]:
            return None
        kind, name = "points", "pp"
    elif unit in ("times", "fold", "-fold"):
        kind, name = "times", "x"
    elif currency:
        kind, name = "money", currency
    elif noun:
        if noun in ("tonnes", "tons"):
            kind, name = "volume", "t"
        elif noun.startswith(("barrel", "cubic", "kilo", "km")):
            kind, name = "volume", {"b": "barrels", "c": "m3", "k": "km"}[noun[0]]
        else:
            kind, name = "persons", "persons"
    elif m["s"]:
        kind, name = "number", "units"
    else:
        return None
    compared = _compared(text, end) if kind in ("percent", "times", "money") else ""
    return _made(text, m.start(), end, base, (low, high), name, tolerance, kind, compared=compared, scale=scale)


def _made_simple(text: str, m: re.Match[str], base: int, end: int, currency: str) -> Amount | None:
    if currency and any(m[f"b{i}"] for i in range(len(CURRENCIES))):
        value = _number(m["n"])
        return _made(text, m.start(), end, base, (value, value), currency, None, "money")
    return None


def _fraction(text: str, m: re.Match[str], base: int) -> Amount | None:
    part, count = FRACTIONS[m["part"]], m["count"]
    after = text[m.end() : m.end() + 24]
    halves = part == 2 and re.match(r" of (?:the |this |that )", after) is not None
    if NO_FRACTION_AFTER.match(after) and not halves and not OF_A_WHOLE.match(after):
        return None
    if part == 2 and NO_HALF_AFTER.match(after):
        return None
    if count is None and part != 2:
        return None
    if count == "the" or (part == 2 and count == "one"):
        return None
    if part == 2 and re.search(r"\b(?:first|second|other|latter) $", text[: m.start()]):
        return None
    if part == 2 and re.search(r"\b(?:and|\d) an?$", text[: m.start()] + "") and count:
        return None
    top = UNITS.get(count or "a", 1)
    if top >= part:
        return None
    value = round(100 * top / part, 1)
    tolerance = 3.0 if part <= 4 else 2.0 if part <= 6 else 1.5
    return _made(
        text, m.start(), m.end(), base, (value, value), "%", tolerance, "fraction", compared=_compared(text, m.end())
    )


def _compared(text: str, end: int) -> str:
    m = COMPARED.match(text, end)
    if m is None:
        return ""
    return "+" if m["w"] in ("more", "higher", "larger", "greater", "bigger", "above", "up", "better") else "-"


def _made(
    text: str, start: int, end: int, base: int, value: tuple[float, float], unit: str, tolerance: float | None,
    kind: str,
    *, verb: str = "", compared: str = "", scale: float = 1.0,
) -> Amount:  # fmt: skip
    bound: Bound = "="
    first, last = start, end
    for pattern, said in LEFT:
        m = pattern.search(text[max(0, start - 40) : start])
        if m is not None:
            bound, first = said, max(0, start - 40) + m.start(1)
            break
    if bound == "=":
        for pattern, said in RIGHT:
            m = pattern.match(text, end)
            if m is not None:
                bound, last = said, m.end()
                break
    preposition = PREPOSITION.search(text[max(0, first - 8) : first])
    return Amount(
        base + first, base + last, Quantity(value[0], value[1], unit, bound, tolerance), bound != "=", kind,
        (base + start, base + end), preposition[1] if preposition else "", compared, verb, False, scale,
    )  # fmt: skip
