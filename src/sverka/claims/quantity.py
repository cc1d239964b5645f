"""Quantities: what a number in prose says, how exactly it says it, and whether a computed value meets it.

«12 млрд» means 11.5 to 12.5; «около 12 млрд» a twentieth either way, «около 12,43 млрд» ten times its last half digit;
«более 12 млрд» anything above; «3–5 трлн» from three to five. The tolerance of a plain number is half a unit of its
last digit as written, unless the words are coarser than their digits («треть», «вдвое»), and then it is said.
"""

import math
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Literal

from sverka.errors import ClaimError

Bound = Literal["=", "~", ">", "<"]

#: «около», «почти», «примерно»: a twentieth of the number either way, but no more than so many times the tolerance of
#: its digits («около 255,8 млн» was looked up); up to a tenth it may still have been meant.
HEDGE, LOOSE, DIGITS = 0.05, 0.10, 10
#: «почти», «приближается к»: the truth is hardly above the number by more than this.
NEAR = 0.02
#: The share of the tolerance by which an edge is blurred.
EDGE = 0.10


class Answer(StrEnum):
    """What a comparison can say."""

    YES = "yes"
    NO = "no"
    CANNOT_SAY = "cannot say"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome of holding a computed interval against a quantity.

    Attributes
    ----------
    answer : yes / no / cannot say (the computed interval straddles an edge of what the words allow).
    margin : distance to the nearest edge of what the words allow, in the quantity's unit; negative when outside.
    relative : `margin` as a share of the stated number, None when that is zero.
    allowed : the closed interval the words allow (may be infinite at one end).
    """

    answer: Answer
    margin: float
    relative: float | None
    allowed: tuple[float, float]


def implied_tolerance(value: float, unit: str = "") -> float:
    """How far from the truth a number in prose may be, going by its digits: half a unit of the last of them.

    Prose counts in thousands, millions, billions or trillions: 20e9 is written «20 млрд», its last digit a billion;
    11.5e9 is «11,5 млрд». Zeros at the end of a longer number («700 млн», «1500») are round: they allow a fortieth of
    the number, never more than half a unit of the last digit that is no zero. Multiples («в два с половиной раза») are
    said coarsely whatever their digits: at least four hundredths, at most three fortieths.

    >>> implied_tolerance(20e9), implied_tolerance(11.5e9), implied_tolerance(412), implied_tolerance(700e6)
    (500000000.0, 50000000.0, 0.5, 17500000.0)
    >>> implied_tolerance(2, "x"), implied_tolerance(1.8, "x")
    (0.15, 0.072)
    """
    if value == 0:
        return 0.5
    number = abs(Decimal(repr(value)).normalize())
    last = number.as_tuple().exponent
    if not isinstance(last, int):
        raise ClaimError("not a number", where=str(value), todo="give a finite number")
    cap = 3 * min(4, max(0, number.adjusted()) // 3)
    half = Decimal(5).scaleb(min(last, cap) - 1)
    half = min(Decimal(5).scaleb(last - 1), max(half, number / 40))
    if unit == "x":
        half = min(max(half, number / 25), 3 * number / 40)
    return float(half)


@dataclass(frozen=True)
class Quantity:
    """A number or range with unit, bound and tolerance.

    Attributes
    ----------
    low, high : the stated number, twice, or the two ends of a stated range; base units.
    unit : "USD", "%", "pp", "x" (times), "persons", …
    bound : "=" as said, "~" about, ">" more than, "<" less than.
    tolerance : half-width that the words allow at either end, in `unit`; from the digits unless given.
    """

    low: float
    high: float
    unit: str
    bound: Bound = "="
    tolerance: float | None = None

    def __post_init__(self) -> None:
        if not (math.isfinite(self.low) and math.isfinite(self.high)):
            raise ClaimError("a quantity must be finite", where=f"{self.low}..{self.high}", todo="give plain numbers")
        if self.low > self.high:
            raise ClaimError(
                "the range is upside down", where=f"{self.low}..{self.high}", todo="put the smaller end first"
            )
        if self.bound not in ("=", "~", ">", "<"):
            raise ClaimError("no such bound", where=repr(self.bound), todo="use =, ~, > or <")
        if self.tolerance is None:
            object.__setattr__(self, "tolerance", max(implied_tolerance(e, self.unit) for e in {self.low, self.high}))
        elif not (math.isfinite(self.tolerance) and self.tolerance >= 0):
            raise ClaimError(
                "a tolerance must be zero or more", where=str(self.tolerance), todo="leave it out to use the digits"
            )

    @property
    def half_width(self) -> float:
        """The tolerance as a plain float."""
        assert self.tolerance is not None
        return self.tolerance

    @property
    def allowed(self) -> tuple[float, float]:
        """The closed interval of values that the words allow."""
        if self.bound == ">":
            return self.low, math.inf
        if self.bound == "<":
            return -math.inf, self.high
        if self.bound == "~":
            return self.low - self._hedged(self.low), self.high + self._hedged(self.high)
        return self.low - self.half_width, self.high + self.half_width

    def _hedged(self, end: float) -> float:
        """How far a hedged number may be from the truth."""
        return min(LOOSE * abs(end), max(self.half_width, min(HEDGE * abs(end), DIGITS * self.half_width)))

    def compare(self, low: float, high: float | None = None) -> Comparison:
        """Hold a computed value, or a computed interval [low, high], against what the words allow.

        Yes when the whole interval is allowed, no when none of it is, cannot say when it straddles an edge. The edges
        of = and ~ are a convention, so that a miss by less than a tenth of the tolerance, of a hedged number by less
        than a tenth of the number, is neither yes nor no; the bounds > and < are strict, and at the edge itself exactly
        thirty is not more than thirty.

        >>> Quantity(12e9, 12e9, "USD").compare(12.4e9).answer.value
        'yes'
        >>> Quantity(30, 30, "%", ">").compare(29.4).answer.value
        'no'
        """
        high = low if high is None else high
        if math.isnan(low) or math.isnan(high) or low > high:
            raise ClaimError("the computed interval is empty", where=f"{low}..{high}", todo="put the smaller end first")
        floor, ceiling = self.allowed
        grey = EDGE * min(self.low - floor, ceiling - self.high)
        if self.bound == "~":  # a hedged number is wrong by more than a tenth, whatever its digits
            grey = (1 + EDGE) * LOOSE * min(abs(self.low), abs(self.high)) - min(self.low - floor, ceiling - self.high)
        inside = floor <= low and high <= ceiling
        outside = high < floor - grey or low > ceiling + grey
        if self.bound == ">":
            inside, outside = low > floor, high <= floor
        elif self.bound == "<":
            inside, outside = high < ceiling, low >= ceiling
        answer = Answer.YES if inside else Answer.NO if outside else Answer.CANNOT_SAY
        margin = -max(floor - high, low - ceiling) if outside else min(low - floor, ceiling - high)
        scale = max(abs(self.low), abs(self.high))
        return Comparison(answer, margin, margin / scale if scale else None, (floor, ceiling))


def parse_number(text: str, unit: str = "") -> tuple[float, float]:
    """Read a number as typed in the short form: its value and tolerance.

    A zero typed after the point is meant: 20.0e9 is exact to the tenth of a billion. Else as `implied_tolerance`.

    >>> parse_number("20e9"), parse_number("20.0e9"), parse_number("40", "%")
    ((20000000000.0, 500000000.0), (20000000000.0, 50000000.0), (40.0, 1.0))
    """
    try:
        number = Decimal(text)
        value = float(number)
    except (InvalidOperation, ValueError):
        raise ClaimError("not a number", where=repr(text[:40]), todo="write it as 20e9, 1.5e9 or 40") from None
    if not math.isfinite(value):
        raise ClaimError("a number must be finite", where=repr(text[:40]), todo="write it as 20e9, 1.5e9 or 40")
    mantissa, _, _ = text.lower().partition("e")
    exponent = number.as_tuple().exponent
    if "." in mantissa and mantissa.endswith("0") and isinstance(exponent, int) and abs(exponent) < 300:
        return value, float(Decimal(5).scaleb(exponent - 1))
    return value, implied_tolerance(value, unit)


def print_number(value: float) -> str:
    """Write a number in thousands, millions, billions as the short form does; it reads back to the same float.

    >>> print_number(20e9), print_number(1.5e9), print_number(40.0), print_number(0.1)
    ('20e9', '1.5e9', '40', '0.1')
    """
    number = Decimal(repr(value))
    if number == 0 or not -7 < number.adjusted() < 18:
        return "0" if number == 0 else repr(value)
    power = 3 * min(4, number.adjusted() // 3) if number.adjusted() >= 6 else 0
    mantissa = f"{number.scaleb(-power):f}"
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return f"{mantissa}e{power}" if power else mantissa
