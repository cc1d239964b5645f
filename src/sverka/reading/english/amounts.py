"""Amounts in English text: money, percent, fractions and multiples in words, counts; hedges and bounds with them.

Dates are found first and left out. Spans include the hedge; `core` does not.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sverka.claims.quantity import Bound, Quantity
from sverka.reading.quantities import Amount

_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6, "b": 1e9,
    "bn": 1e9, "bln": 1e9,
    "billion": 1e9, "tn": 1e12, "trn": 1e12, "trillion": 1e12,
}  # fmt: skip
_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80,
    "ninety": 90, "a": 1, "an": 1,
}  # fmt: skip
_CURRENCIES = (
    (r"us\$|u\.s\. ?\$|\$|usd", r"(?:us |u\.s\. |american )?dollars?|usd|bucks", "USD"),
    (r"€|eur", r"euros?|eur", "EUR"),
    (r"£|gbp", r"pounds?(?: sterling)?|gbp", "GBP"),
    (r"rmb|cny", r"yuan|renminbi|rmb|cny", "CNY"),
    (r"¥|jpy", r"yen|jpy", "JPY"),
    (r"₽|rub", r"rou?bles?|rub", "RUB"),
    (r"₸|kzt", r"tenge|kzt", "KZT"),
    (r"₹|inr", r"(?:indian )?rupees?|inr", "INR"),
    (r"uah", r"hryvnias?|hryvnyas?|uah", "UAH"),
    (r"chf", r"swiss francs?|chf", "CHF"),
)
_BEFORE = "|".join(rf"(?P<b{i}>{b})" for i, (b, _, _) in enumerate(_CURRENCIES))
_AFTER = "|".join(rf"(?P<a{i}>{a})" for i, (_, a, _) in enumerate(_CURRENCIES))
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_SPELT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety)"
)
_SCALE = r"hundred|thousand|million|mln|mn|billion|bln|bn|trillion|trn|tn"
_NUMBER = re.compile(
    rf"(?<![\w.,/-])(?:(?:{_BEFORE}) ?)?(?P<n>{_DIGITS}|{_SPELT}(?=[ -](?:{_SCALE}|per ?cent|"
    rf"times|percentage|dollars|euros)\b)|an?(?= (?:{_SCALE})\b))"
    rf"(?:(?: ?(?:-|to) ?|(?P<and> and ))(?:us\$|\$|€|£|¥)?(?P<n2>{_DIGITS})(?![\d,]*(?:\.\d+)?(?:st|nd|rd|th)\b))?"
    rf"(?:[ -]?(?P<s>{_SCALE}|[mbk])(?![\w]))?"
    rf"(?: ?-? ?(?P<u>%|per ?cent\b|percentage points?\b|points?\b|pp\b|times\b|-?fold\b)|-? ?(?:{_AFTER})\b)?"
    rf"(?P<noun>(?: (?:of (?:them|people)|people|persons|inhabitants|citizens|troops|soldiers|"
    rf"peacekeepers|servicemen|residents|migrants|tourists|tonnes|tons|barrels|cubic met(?:re|"
    rf"er)s|kilomet(?:re|er)s|km)\b))?"
)
_FRACTIONS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
              "twelfth": 12, "twentieth": 20}  # fmt: skip
_FRACTION = re.compile(
    rf"(?<![\w-])(?:(?P<count>an?|the|one|two|three|four|five|six|seven|eight|nine)[ "
    rf"-])?(?P<part>{'|'.join(_FRACTIONS)})s?(?![\w-])"
)
_NO_FRACTION_AFTER = re.compile(
    r" (?:place|spot|country|countries|party|time|term|state|states|world war|round|year|"
    r"quarter|month|largest|biggest|part of a century|century|decade|"
    r"man|woman|president|position|rank|hour|day|season|generation|summit|package|of (?:the |"
    r"this |that |last |next |\d{4}))|-(?:largest|biggest|hour|year)"
)
_VERBS = {
    "doubled": (2, "x", 0.15, "+"), "doubling": (2, "x", 0.15, "+"), "doubles": (2, "x", 0.15, "+"),
    "tripled": (3, "x", 0.25, "+"), "trebled": (3, "x", 0.25, "+"), "tripling": (3, "x", 0.25, "+"),
    "quadrupled": (4, "x", 0.3, "+"), "quintupled": (5, "x", 0.4, "+"), "halved": (50, "%", 3.0, "-"),
    "halving": (50, "%", 3.0, "-"),
}  # fmt: skip
_VERB = re.compile(rf"(?<![\w-])(?:{'|'.join(_VERBS)})(?![\w-])")
_TIMES = re.compile(
    r"(?<![\w-])(?:(?P<fold>two|three|four|five|six|seven|eight|nine|ten)-?fold|"
    r"(?P<twice>twice|double|triple|thrice|treble))(?![\w-])"
)
_FOLD = {"twice": 2, "double": 2, "thrice": 3, "triple": 3, "treble": 3}
_HEDGES: tuple[tuple[str, Bound], ...] = (
    (
        r"(?:barely|hardly|scarcely|only just) (?:more than|over|above)|just over|slightly "
        r"(?:more than|over|above)|a (?:little|bit|shade) (?:more than|over|above)|little more "
        r"than",
        ">",
    ),
    (
        r"just (?:under|below|short of)|slightly (?:less than|under|below)|a (?:little|bit|shade) "
        r"(?:less than|under|below)",
        "<",
    ),
    (
        r"no more than|not more than|at most|up to|as many as|less than|fewer than|under|below|a "
        r"maximum of|well under",
        "<",
    ),
    (
        r"no less than|not less than|no fewer than|at least|more than|well over|well above|over|"
        r"above|in excess of|upwards of|exceeding|a minimum of",
        ">",
    ),
    (
        r"almost|nearly|about|around|some|roughly|approximately|circa|an estimated|estimated|"
        r"close to|nigh on|virtually|practically|something like|in the region of|just about|"
        r"approaching",
        "~",
    ),
)
_LEFT = tuple(
    (re.compile(rf"(?:^|[^\w-])((?:{words})(?: (?:a|an|the|just|by))?) $"), bound) for words, bound in _HEDGES
)
_RIGHT: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile(r" or more\b| or so more\b|-plus\b"), ">"),
    (re.compile(r" or so\b| or thereabouts\b"), "~"),
    (re.compile(r" or less\b"), "<"),
)
_COMPARED = re.compile(
    r"(?: times)? (?P<w>more|higher|larger|greater|bigger|above|up|better|less|lower|smaller|"
    r"fewer|below|down|worse)(?= (?:than|on|from)| in | \w+ than|,|\.|$)"
)
_AS_MUCH = re.compile(r"(?: as (?:much|many|high|large|big))(?: \w+)? as| (?:the|its|their|that|what) ")
_PREPOSITION = re.compile(r"(?:^|\W)(by|to|at|of|with|from|for|up|down|in|worth) $")


def _number(text: str) -> float:
    return float(_UNITS[text]) if text in _UNITS else float(text.replace(",", ""))


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
    for m in _NUMBER.finditer(text):
        amount = _numeric(text, m, base)
        if amount is not None:
            found.append(amount)
    for m in _FRACTION.finditer(text):
        amount = _fraction(text, m, base)
        if amount is not None:
            found.append(amount)
    for m in _VERB.finditer(text):
        times, unit, tolerance, sign = _VERBS[m.group()]
        value = float(times)
        found.append(_made(text, m.start(), m.end(), base, (value, value), unit, tolerance, "times", verb=sign))
    for m in _TIMES.finditer(text):
        value = float(_FOLD[m["twice"]] if m["twice"] else _UNITS[m["fold"]])
        after = text[m.end() :]
        compared = (
            "+" if m["twice"] and (re.match(_AS_MUCH, after) or re.match(r" (?:the|its|their|that) ", after)) else ""
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
        out.append(amount)
    return out


def _ranges(text: str, low: Amount, high: Amount, base: int) -> bool:
    """«between $11 billion and $12 billion»."""
    same = low.kind == high.kind and low.unit == high.unit and low.quantity.low < high.quantity.high
    between = text[max(0, low.core[0] - base - 8) : low.core[0] - base] == "between "
    return same and between and text[low.core[1] - base : high.core[0] - base] == " and "


def _range(low: Amount, high: Amount) -> Amount:
    quantity = Quantity(low.quantity.low, high.quantity.high, low.unit, "=", None)
    return replace(low, end=high.end, quantity=quantity, core=(low.core[0], high.core[1]))


def _numeric(text: str, m: re.Match[str], base: int) -> Amount | None:
    currency = next((c for i, (_, _, c) in enumerate(_CURRENCIES) if m[f"b{i}"] or m[f"a{i}"]), "")
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
    scale = _SCALES.get(m["s"] or "", 1.0)
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
    if currency and any(m[f"b{i}"] for i in range(len(_CURRENCIES))):
        value = _number(m["n"])
        return _made(text, m.start(), end, base, (value, value), currency, None, "money")
    return None


_OF_A_WHOLE = re.compile(
    r" of (?:the|its|their|this|that) (?:country|state|nation|world|total|bloc|union|trade|export|import|sale|region)"
)
_NO_HALF_AFTER = re.compile(
    r"[ -](?:an?|century|decade|year|hour|dozen|million|billion|brother|way)\b|"
    r" (?:of|the) (?:the )?(?:year|19\d\d|20\d\d|way|battle)"
)


def _fraction(text: str, m: re.Match[str], base: int) -> Amount | None:
    part, count = _FRACTIONS[m["part"]], m["count"]
    after = text[m.end() : m.end() + 24]
    halves = part == 2 and re.match(r" of (?:the |this |that )", after) is not None
    if _NO_FRACTION_AFTER.match(after) and not halves and not _OF_A_WHOLE.match(after):
        return None
    if part == 2 and _NO_HALF_AFTER.match(after):
        return None
    if count is None and part != 2:
        return None
    if count == "the" or (part == 2 and count == "one"):
        return None
    if part == 2 and re.search(r"\b(?:first|second|other|latter) $", text[: m.start()]):
        return None
    if part == 2 and re.search(r"\b(?:and|\d) an?$", text[: m.start()] + "") and count:
        return None
    top = _UNITS.get(count or "a", 1)
    if top >= part:
        return None
    value = round(100 * top / part, 1)
    tolerance = 3.0 if part <= 4 else 2.0 if part <= 6 else 1.5
    return _made(
        text, m.start(), m.end(), base, (value, value), "%", tolerance, "fraction", compared=_compared(text, m.end())
    )


def _compared(text: str, end: int) -> str:
    m = _COMPARED.match(text, end)
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
    for pattern, said in _LEFT:
        m = pattern.search(text[max(0, start - 40) : start])
        if m is not None:
            bound, first = said, max(0, start - 40) + m.start(1)
            break
    if bound == "=":
        for pattern, said in _RIGHT:
            m = pattern.match(text, end)
            if m is not None:
                bound, last = said, m.end()
                break
    preposition = _PREPOSITION.search(text[max(0, first - 8) : first])
    return Amount(
        base + first, base + last, Quantity(value[0], value[1], unit, bound, tolerance), bound != "=", kind,
        (base + start, base + end), preposition[1] if preposition else "", compared, verb, False, scale,
    )  # fmt: skip
