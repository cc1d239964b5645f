"""Figure, change or share? «fell by a third» changes, «to $5 billion» is a level, «a third of exports» is a share."""

import re
from dataclasses import dataclass
from typing import Literal

from sverka.claims.quantity import Bound
from sverka.claims.vocabulary import Direction
from sverka.reading.english.coded import Coded
from sverka.reading.quantities import Amount

UP = (
    r"rose|rises?|risen|rising|grew|grows?|grown|growing|growth|increas(?:e[sd]?|ing)|"
    r"climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|soar(?:ed|s|ing)?|surg(?:e[sd]?|ing)|up|"
    r"expand(?:ed|s|ing)|expansion|gain(?:ed|s|ing)?|leap(?:t|ed)?|swell(?:ed)?|swollen|"
    r"advanced|higher|rocketed|picked up|went up|gone up|shot up|"
    r"rebound(?:ed)?|recovered|strengthened|added|accelerated|ballooned"
)
DOWN = (
    r"fell|falls?|fallen|falling|drop(?:ped|s|ping)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|"
    r"ing)|shrank|shrunk|shrinks?|shrinking|slump(?:ed|s|ing)?|plung(?:e[sd]?|ing)|down|"
    r"lost|los(?:es|ing|s)|contract(?:ed|s|ing|ion)|slipped|tumbled|collapsed?|collapsing|"
    r"plummet(?:ed)?|slid|dipped|sank|sunk|cut|reduc(?:ed|tion)|lower|eased|narrowed|"
    r"dwindled|crashed|nosedived|went down|gone down|shed|weakened|halved"
)
_MOVE = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b")
_BY = re.compile(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))(?P<gap>(?: (?:further|again|sharply|steeply|"
    rf"slightly|modestly|well|strongly|there|overall|abroad|as well|too|only|just|some|on "
    rf"average|in value|in all|<D\d+>|in <D\d+>|last year|alone))*,?)(?P<by> by| of|, by)? "
    rf"(?:a |an |the |another |a further |as much as |nearly )?$"
)
_TRADE_WORD = (
    r"(?:trade|exchange|commerce|turnover|exports|imports|sales|shipments|purchases|business|output|economy|gdp)"
)
_MADE_MOVE = re.compile(
    rf"\b(?:(?P<up>lift(?:ed|ing)|boost(?:ed|ing)|rais(?:ed|ing)|push(?:ed|ing) up|increas(?:ed|ing)|expand(?:ed|ing)|"
    rf"swell(?:ed|ing)|drove up|driving up)|(?P<down>cut(?:ting)?|reduc(?:ed|ing)|slash(?:ed|ing)|trimm(?:ed|ing)|"
    rf"shrank|shrinking|depress(?:ed|ing)|dragged down|pushed down|knocked)) (?:(?:the|its|their|two-way|"
    rf"bilateral|mutual|"
    rf"that|<[SJ]\d+>(?:'s)?|<J\d+>-<J\d+>) )*{_TRADE_WORD}(?: (?:with|to|from|between) (?:the )?<[SO]\d+>"
    rf"(?: and <S\d+>)?| between the two| between them)?(?: (?:down|up))? by (?:a |an |the |as much as |some )?$"
)
_MOVE_WAS = re.compile(
    r"\b(?:(?P<up>growth|increase|rise|gain|expansion)|(?P<down>decline|drop|fall|decrease|contraction|slump))"
    r"(?: (?:in|over|for|during) <D\d+>| <D\d+>| alone| of trade| in trade)*,? (?:was|came to|reached|amounted to|"
    r"totall?ed|stood at|hit|of) (?:only |just |a |some )*$"
)
_NOUN_AFTER = re.compile(
    r"(?: |-)(?:year-on-year |annual |yearly |sharp |steep )?(?:(?P<up>rise|increase|growth|"
    r"jump|surge|gain|leap|expansion)|(?P<down>fall|drop|decline|decrease|slump|plunge|"
    r"contraction|reduction|loss|cut|collapse))\b"
)
_PASSED = re.compile(
    r"\b(?:passed|passes|topped|tops|exceeded|exceeds|exceeding|surpassed|surpasses|"
    r"surpassing|crossed|crosses|overtook|broke through|above|beyond|past) (?:the )?$"
)
_EXCEEDED = re.compile(
    r"\b(?:exports|imports|sales|purchases)\b[^,;]{0,40} (?:exceed|outweigh|surpass|outstrip|outpac|lag)\w*[^,;]{0,40}"
    r"\b(?:exports|imports|sales|purchases)\b[^,;]{0,30} by $"
)
#: «rose by 9%, or by $400 million»
_OR_BY = re.compile(r"<A\d+>,? or (?:by )?$")
_GREW = re.compile(rf"\b(?:{UP})\b(?:[^;<]|<[AD]\d+>){{0,80}}$")
_SHORT_OF = re.compile(
    r"\b(?:fell short of|short of|failed to reach|stayed (?:below|under)|"
    r"(?:did|does|do|has|have|had) ?(?:not|n't) (?:even |quite |yet )?(?:reach|reached|make|"
    r"made|hit|top|topped|exceed|exceeded|pass|passed|come to)) (?:the |even )?$"
)
_THAN_TIME = re.compile(
    r" (?:more |less |fewer |higher |lower |larger |smaller |bigger |greater |better |worse |"
    r"up |down |above |below )*(?:(?:than|on|from|over|as much as|as many as|as high as|"
    r"against) )?(?:it was |they were |it had been |(?:that|those|the (?:figure|level|total|"
    r"value|volume|sum|amount))s? (?:of|in|for) |(?:what it was )?in |its |the |their "
    r")*(?:<D\d+>|(?:level|figure|total|value|volume|sum)s? (?:of |in |for )?<D\d+>)"
)
#: What follows a movement and names where it ended: «fell below 10 %» (but «rose over 10 %» is by how much).
_LEVEL = ("below ", "under ", "above ", "beyond ", "past ")
_AS_IN = re.compile(r" as (?:much|many|high|large|big)(?: \w+)? as (?:in )?<D\d+>")


@dataclass(frozen=True, slots=True)
class Said:
    """How an amount is meant, and the code from which its words start."""

    kind: Literal["figure", "change"]
    direction: Direction
    bound: Bound
    start: int
    settled: bool = False  # «did not reach» is part of the amount, not a denial


def said(line: Coded, mark: str, at: int, previous: Said | None) -> Said | None:
    """Figure or change, or nothing where the words compare something else."""
    amount = line.amounts[mark]
    text = line.text
    end = at + len(mark) + 2
    left, right = text[max(0, at - 80) : at], text[end : end + 90]
    bound: Bound = amount.quantity.bound
    if amount.verb:
        return Said("change", "+" if amount.verb == "+" else "-", bound, at)
    if amount.kind in ("percent", "fraction", "times", "points"):
        words = line.source[amount.start : amount.core[0]].lower()
        return _relative(amount, words, left, right, bound, at, previous)
    if amount.kind == "money" or amount.kind == "number":
        if _EXCEEDED.search(left):
            return None  # by how much one flow is more than the other: a balance
        if previous is not None and previous.kind == "change" and _OR_BY.search(left):
            return Said("change", previous.direction, bound, at)
        moved = _BY.search(left)
        if moved is not None and (moved["by"] or "").strip(", ") == "by":
            return Said("change", "+" if moved["up"] else "-", bound, at - len(moved.group()))
        if moved is not None and not moved["by"] and not moved["gap"] and re.match(r" to <A\d+>", right):
            return Said("change", "+" if moved["up"] else "-", bound, at - len(moved.group()))
        if amount.compared and _THAN_TIME.match(right):
            return Said("change", "+" if amount.compared == "+" else "-", bound, at)
        hedge = line.source[amount.start : amount.core[0]].lower()
        if bound == "<" and hedge.startswith("up to") and _GREW.search(left):
            bound = "="  # where growth led, not a limit
        if bound == "=" and _PASSED.search(left):
            return Said("figure", "+", ">", at - len(_found(_PASSED, left)))
        if bound == "=" and _SHORT_OF.search(left):
            return Said("figure", "+", "<", at - len(_found(_SHORT_OF, left)), settled=True)
    return Said("figure", "+", bound, at)


def _found(pattern: re.Pattern[str], left: str) -> str:
    m = pattern.search(left)
    return m.group() if m is not None else ""


def _relative(
    amount: Amount, words: str, left: str, right: str, bound: Bound, at: int, previous: Said | None
) -> Said | None:
    if amount.compared or _AS_IN.match(right):
        if (
            _THAN_TIME.match(right)
            or _AS_IN.match(right)
            or re.match(r" (?:more|less|higher|lower|up|down)(?:,|\.|$| year on year)", right)
        ):
            return Said("change", "-" if amount.compared == "-" else "+", bound, at)
        return None
    noun = _NOUN_AFTER.match(right)
    if noun is not None:
        return Said("change", "+" if noun["up"] else "-", bound, at)
    moved = _MADE_MOVE.search(left) or _MOVE_WAS.search(left)
    if moved is not None:
        return Said("change", "+" if moved["up"] else "-", bound, at - len(moved.group()))
    moved = None if words.startswith(_LEVEL) else _BY.search(left)
    if moved is not None:
        if (
            amount.kind == "fraction"
            and not moved["by"]
            and re.match(r" of (?!its value|their value|a per ?cent|their|its)", right)
        ):
            return None
        return Said("change", "+" if moved["up"] else "-", bound, at - len(moved.group()))
    if (
        previous is not None
        and previous.kind == "change"
        and re.search(r"<[SO]\d+>(?: side)?,? (?:by )?$|\bby $", left)
    ):
        return Said("change", previous.direction, bound, at)
    if re.search(r", by $", left) or re.search(r"\b(?:up|down)(?: by)? $", left):
        nearest = _nearest(left)
        if nearest is not None:
            return Said("change", nearest, bound, at)
    if amount.kind == "times":
        return None
    return Said("figure", "+", bound, at)


def _nearest(left: str) -> Direction | None:
    found = list(_MOVE.finditer(left))
    return None if not found else "+" if found[-1]["up"] else "-"
