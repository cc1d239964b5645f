"""Numbers as each language writes them: «24,6 млрд долл.», "$24.6 billion", «в 2,1 раза», "4.5 percentage points"."""

from decimal import ROUND_HALF_UP, Decimal

from sverka.claims import Quantity
from sverka.reports.words import Language, plural, say

NBSP = "\u00a0"
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
#: Units written before the number in English.
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_THOUSANDS = {"ru": NBSP, "en": ","}


def plain(value: float, language: Language, digits: int = 4) -> str:
    """`value` to so many significant digits, whole part never cut.

    >>> plain(1234.56, "ru"), plain(1234.56, "en"), plain(0.52, "ru")
    ('1\\xa0235', '1,235', '0,52')
    """
    number = Decimal(repr(value))
    if number:
        places = max(0, digits - 1 - number.adjusted())
        number = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    text = f"{abs(number):f}"
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    whole = f"{int(whole):,}".replace(",", _THOUSANDS[language])
    sign = "−" if number < 0 and number != 0 else ""
    return sign + whole + (("," if language == "ru" else ".") + fraction if fraction else "")


def _scaled(value: float, language: Language, digits: int) -> str:
    """Millions and up as «24,6 млрд», the rest in full."""
    for power, name in _SCALES:
        if abs(value) >= 10**power * (1 - 0.5 * 10**-digits):
            return plain(value / 10**power, language, digits) + NBSP + say("scale", name, language)
    return plain(value, language, digits)


def amount(value: float, unit: str, language: Language, digits: int = 4) -> str:
    """A number with its unit.

    >>> amount(24.624e9, "USD", "ru", 3), amount(24.624e9, "USD", "en", 3), amount(2.0, "x", "ru")
    ('24,6\\xa0млрд\\xa0долл.', '$24.6\\xa0billion', 'в\\xa02\\xa0раза')
    """
    if unit == "%":
        return plain(value, language, digits) + (NBSP + "%" if language == "ru" else "%")
    if unit == "pp":
        return plain(value, language, digits) + NBSP + say("unit", "pp", language)
    if unit == "x":
        times = plain(value, language, digits)
        if language == "en":
            return f"{times}{NBSP}times"
        whole = float(value).is_integer()
        return f"в{NBSP}{times}{NBSP}" + (plural(int(value), "раз|раза|раз", "ru") if whole else "раза")
    number = _scaled(value, language, digits)
    if language == "en" and unit in _SIGNS:
        return ("−" if number.startswith("−") else "") + _SIGNS[unit] + number.removeprefix("−")
    word = say("unit", unit, language, default=unit) if unit else ""
    return number + (NBSP + word if word else "")


def size(value: float, unit: str, language: Language, digits: int = 4) -> str:
    """A number that stands for itself, as a limit or a distance: times as «2×», differences of shares in points."""
    if unit == "x":
        return plain(value, language, digits) + "×"
    return amount(value, unit, language, digits)


def between(low: float, high: float, unit: str, language: Language, digits: int = 4) -> str:
    """An interval; one number where both ends are written alike."""
    first, last = amount(low, unit, language, digits), amount(high, unit, language, digits)
    if first == last:
        return first
    middle = (low + high) / 2
    if middle and abs(high - low) < 0.002 * abs(middle):
        return amount(middle, unit, language, digits)
    return f"{first} – {last}"


def stated(quantity: Quantity, language: Language) -> str:
    """A stated quantity with its bound: «около 25 млрд долл.», «более 40 %», «3–5 трлн долл.»."""
    bound = say("bound", quantity.bound, language, default="")
    ends = [amount(edge, quantity.unit, language, 6) for edge in (quantity.low, quantity.high)]
    text = ends[0] if ends[0] == ends[1] else f"{ends[0]} – {ends[1]}"
    if quantity.unit == "x" and bound and language == "ru":
        return f"{say('bound_times', quantity.bound, language)} {text}"
    return f"{bound} {text}".strip()


def telling(value: float, unit: str, language: Language, other: float) -> str:
    """`value` with as few digits, three at least, as tell it from `other`."""
    for digits in range(3, 8):
        text = amount(value, unit, language, digits)
        if text != amount(other, unit, language, digits):
            return text
    return amount(value, unit, language, 8)


def ordinal(number: int, language: Language) -> str:
    """«3-е», "3rd"."""
    if language == "ru":
        return f"{number}-е"
    tail = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{tail}"
