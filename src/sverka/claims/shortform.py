"""The short form: every proposition as one typeable line that parses back to itself.

    trade.turnover(RUS, KAZ) in 2019 = 20e9 USD          a figure;  ~ about, > more than, < less than
    trade.exports(UZB, CHN) in 2018-01/2018-06 ~ 1.5e9..1.7e9 USD
    change trade.turnover(CHN, KGZ) over 2017/2019 > 15 %         `fall` instead of `change` for a decrease
    max trade.turnover(TUR, AZE) in 2021-01/2021-06               a record (min: a low)
    rank 1 of RUS by trade.turnover: CHN in 2015                  `rank ?` one of; `rank 1 min` from below; `among CIS`
    compare trade.share(KGZ, RUS) in 2010 > trade.share(KGZ, CHN) in 2010 by 5 pp
    member ARM EAEU since 2015                joined, left, candidate, observer, associate, none
    founded EAEU in 2015-01-01
    order CIS < GUAM, SCO
    visit person:Мирзиёев, UZB -> CHN in 2024-01
    office person:Орбан head_of_government HUN in 2015
    thesis irreplaceable about EAEU

`not` before any of them denies it. `since 2015` is 2015/.., `until 2015` is ../2015. A tolerance that the digits do not
say follows the unit: `= 33.3 % ±3`. Ids with spaces stand in double quotes: "treaty:Договор о ЕАЭС".
"""

import re
from collections.abc import Iterable

from sverka.claims.period import Period
from sverka.claims.proposition import (
    Change,
    Compare,
    Event,
    Extreme,
    Figure,
    Founding,
    Membership,
    Office,
    Order,
    Proposition,
    Rank,
    Thesis,
    from_json,
)
from sverka.claims.quantity import Quantity, parse_number, print_number
from sverka.claims.vocabulary import EVENT_TYPES, STATUSES
from sverka.errors import ClaimError

_TOKEN = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*)"|(->|\.\.(?=[-+.\d])|[(),{}<>=~±]|:(?=\s|$))|([^\s"(),{}<>=~±]+))')
_BARE = re.compile(r"[^\s\"(),{}<>=~±\\]*[^\s\"(),{}<>=~±\\:;]")
_LIMIT = 20_000
#: Other ways to type a unit.
_SPELLINGS = {"people": "persons", "times": "x", "percent": "%", "usd": "USD", "dollars": "USD"}


def _quote(word: str) -> str:
    if _BARE.fullmatch(word) and "->" not in word and ".." not in word:
        return word
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _join(ids: Iterable[str]) -> str:
    return ", ".join(map(_quote, ids))


def _when(period: Period | None, word: str = "in") -> str:
    if period is None:
        return ""
    text = str(period)
    if text.endswith("/.."):
        return f" since {text[:-3]}"
    return f" until {text[3:]}" if text.startswith("../") else f" {word} {text}"


def _amount(quantity: Quantity) -> str:
    ends = [quantity.low] if quantity.low == quantity.high else [quantity.low, quantity.high]
    implied = Quantity(quantity.low, quantity.high, quantity.unit).half_width
    suffix = "" if quantity.half_width == implied else f" ±{quantity.half_width!r}"
    return f"{quantity.bound} {'..'.join(map(print_number, ends))} {_quote(quantity.unit)}{suffix}"


def to_short(p: Proposition) -> str:
    """Print a proposition as one line; `parse(to_short(p)) == p` for every proposition."""
    return ("not " if p.denied else "") + _print(p)


def _print(p: Proposition) -> str:
    match p:
        case Figure():
            return f"{p.metric}({_join(p.parties)}){_when(p.period)} {_amount(p.quantity)}"
        case Change():
            verb = "change" if p.direction == "+" else "fall"
            return f"{verb} {p.metric}({_join(p.parties)}){_when(p.period, 'over')} {_amount(p.quantity)}"
        case Extreme():
            return f"{p.direction} {p.metric}({_join(p.parties)}){_when(p.period)}"
        case Rank():
            place = "?" if p.rank is None else str(p.rank)
            below = " min" if p.direction == "min" else ""
            of = f" of {_quote(p.of)}" if p.of else ""
            among = f" among {{{_join(p.among)}}}" if p.among is not None else ""
            return f"rank {place}{below}{of} by {p.metric}{among}: {_quote(p.subject)}{_when(p.period)}"
        case Compare():
            left, right = (f"{p.metric}({_join(s.parties)}){_when(s.period)}" for s in (p.left, p.right))
            by = f" by {_amount(p.by).removeprefix('= ')}" if p.by else ""
            return f"compare {left} {p.relation} {right}{by}" + (f"; {_when(p.period).strip()}" if p.period else "")
        case Membership():
            return f"{p.status} {_quote(p.state)} {_quote(p.organization)}{_when(p.period)}"
        case Founding():
            return f"founded {_quote(p.what)}{_when(p.period)}"
        case Order():
            return f"order {_quote(p.first)} < {_join(p.then)}{_when(p.period)}"
        case Event():
            source = f" {_join(p.source)}" if p.source else ""
            target = f" -> {_join(p.target)}" if p.target else ""
            return f"{p.type}{source}{target}{_when(p.period)}"
        case Office():
            return f"office {_quote(p.person)} {_quote(p.office)} {_quote(p.state)}{_when(p.period)}"
        case Thesis():
            about = f" about {_join(p.about)}" if p.about else ""
            return f"thesis {p.form}{about}{_when(p.period)}"


class _Line:
    """A line of the short form as tokens with their columns."""

    def __init__(self, text: str) -> None:
        if len(text) > _LIMIT:
            raise ClaimError("the line is too long", where=f"{len(text)} characters", todo="a claim is one line")
        self.text = text.rstrip()
        self.tokens: list[tuple[str, str, int]] = []
        at = 0
        while at < len(self.text):
            found = _TOKEN.match(self.text, at)
            if found is None:
                raise self.error("cannot read this", at)
            quoted, sign, word = found.groups()
            if quoted is not None:
                self.tokens.append(("id", re.sub(r"\\(.)", r"\1", quoted), found.start(1)))
            elif sign is not None:
                self.tokens.append(("sign", sign, found.start(2)))
            else:
                self._word(word, found.start(3))
            at = found.end()
        self.at = 0

    def _word(self, word: str, column: int) -> None:
        """A bare word; a colon or semicolon at its end is a sign, a number may hold a range."""
        tail = ""
        while word and word[-1] in ":;":
            tail, word = word[-1] + tail, word[:-1]
        if word:
            self.tokens.append(("word", word, column))
        for offset, sign in enumerate(tail):
            self.tokens.append(("sign", sign, column + len(word) + offset))

    def error(self, what: str, at: int | None = None) -> ClaimError:
        if at is None:
            at = self.tokens[self.at][2] if self.at < len(self.tokens) else len(self.text)
        rest = self.text[at : at + 30].strip() or "the end of the line"
        return ClaimError(what, where=f"column {at + 1}: {rest}", todo="see `sverka claim --help` for the short form")

    def peek(self) -> str:
        return self.tokens[self.at][1] if self.at < len(self.tokens) and self.tokens[self.at][0] != "id" else ""

    def follows(self, sign: str) -> bool:
        """Whether the token after the next is this sign."""
        after = self.at + 1
        return after < len(self.tokens) and self.tokens[after][:2] == ("sign", sign)

    def take(self, *wanted: str) -> bool:
        if self.peek() in wanted and self.peek():
            self.at += 1
            return True
        return False

    def need(self, wanted: str) -> None:
        if not self.take(wanted):
            raise self.error(f"expected {wanted!r}")

    def word(self, what: str) -> str:
        if self.at >= len(self.tokens) or self.tokens[self.at][0] == "sign":
            raise self.error(f"expected {what}")
        self.at += 1
        return self.tokens[self.at - 1][1]

    def ids(self) -> list[str]:
        out = [self.word("an id")]
        while self.take(","):
            out.append(self.word("an id"))
        return out

    def group(self, closing: str) -> list[str]:
        if self.take(closing):
            return []
        out = self.ids()
        self.need(closing)
        return out

    def when(self) -> str | None:
        if self.take("in", "over"):
            # the tilde of 2014~ and the range sign are tokens of their own
            return self._date()
        if self.take("since"):
            return f"{self._date()}/.."
        return f"../{self._date()}" if self.take("until") else None

    def _date(self) -> str:
        start = self.tokens[self.at][2] if self.at < len(self.tokens) else len(self.text)
        end = start
        while end < len(self.text) and (self.text[end] in "-/~?%.X" or self.text[end].isdigit()):
            end += 1
        while self.at < len(self.tokens) and self.tokens[self.at][2] < end:
            self.at += 1
        if end == start:
            raise self.error("expected a period such as 2014 or 2014-03/2014-08")
        return self.text[start:end]

    def _float(self, what: str) -> float:
        try:
            return float(self.word(what))
        except ValueError:
            raise self.error(f"expected {what}", self.tokens[self.at - 1][2]) from None

    def term(self) -> tuple[str, list[str], str | None]:
        metric = self.word("a metric")
        self.need("(")
        return metric, self.group(")"), self.when()

    def amount(self, bound: str = "") -> dict[str, object]:
        """A bound and what follows it; the bound may be left out where a default is given."""
        if self.peek() in ("=", "~", ">", "<"):
            bound = self.peek()
            self.at += 1
        elif not bound:
            raise self.error("expected =, ~, > or < and a number")
        numbers = self.word("a number")
        if self.take(".."):
            numbers += ".." + self.word("a number")
        parts = numbers.split("..")
        if len(parts) > 2:
            raise self.error("a range has two ends", self.tokens[self.at - 1][2])
        unit = self.word("a unit such as USD or %")
        unit = _SPELLINGS.get(unit.lower(), unit)
        ends = [parse_number(part, unit) for part in parts]
        tolerance = self._float("a tolerance") if self.take("±") else max(half for _, half in ends)
        return {"bound": bound, "low": ends[0][0], "high": ends[-1][0], "unit": unit, "tolerance": tolerance}


def parse(text: str) -> Proposition:
    """Read one line of the short form; ClaimError names the column and what was expected.

    >>> parse("trade.turnover(RUS, KAZ) in 2019 = 20e9 USD").quantity.allowed
    (19500000000.0, 20500000000.0)
    """
    line = _Line(text)
    if not line.tokens:
        raise ClaimError("the claim is empty", todo='type for example: sverka claim "member ARM EAEU since 2015"')
    denied = line.take("not")
    fields = _fields(line)
    if line.at < len(line.tokens):
        raise line.error("did not expect this")
    if denied:
        fields["denied"] = True
    return from_json(fields)


def _fields(line: _Line) -> dict[str, object]:
    head = line.peek()
    if line.follows("("):  # a metric whose name is also a verb: vote(…), aid(…)
        metric, parties, period = line.term()
        return {"kind": "figure", "metric": metric, "parties": parties, "period": period} | line.amount()
    if line.take("change", "rise", "fall"):
        metric, parties, period = line.term()
        direction = "-" if head == "fall" else "+"
        return {
            "kind": "change",
            "metric": metric,
            "parties": parties,
            "period": period,
            "direction": direction,
        } | line.amount()
    if line.take("max", "min"):
        metric, parties, period = line.term()
        return {"kind": "extreme", "metric": metric, "parties": parties, "period": period, "direction": head}
    if line.take("rank"):
        return _rank(line)
    if line.take("compare"):
        return _compare(line)
    if line.take(*STATUSES):
        state, organization = line.word("a state"), line.word("an organization")
        return {
            "kind": "membership",
            "status": head,
            "state": state,
            "organization": organization,
            "period": line.when(),
        }
    if line.take("founded"):
        return {"kind": "founding", "what": line.word("an id"), "period": line.when()}
    if line.take("order"):
        first = line.word("an id")
        line.need("<")
        return {"kind": "order", "first": first, "then": line.ids(), "period": line.when()}
    if line.take(*EVENT_TYPES):
        source = [] if line.peek() == "->" else line.ids()
        target = line.ids() if line.take("->") else []
        return {"kind": "event", "type": head, "source": source, "target": target, "period": line.when()}
    if line.take("office"):
        person, office, state = line.word("a person"), line.word("an office"), line.word("a state")
        return {"kind": "office", "person": person, "office": office, "state": state, "period": line.when()}
    if line.take("thesis"):
        form = line.word("a form of thesis")
        about = line.ids() if line.take("about") else []
        return {"kind": "thesis", "form": form, "about": about, "period": line.when()}
    raise line.error("no kind of claim begins like this", 0)


def _rank(line: _Line) -> dict[str, object]:
    place = line.word("a place, or ? for one of")
    if place != "?" and not (place.isascii() and place.isdigit() and len(place) < 6):
        raise line.error("a place is a number, or ?", line.tokens[line.at - 1][2])
    direction = "min" if line.take("min") else "max"
    of = line.word("an id") if line.take("of") else None
    line.need("by")
    metric = line.word("a metric or relation")
    among = None
    if line.take("among"):
        among = line.group("}") if line.take("{") else [line.word("a set")]
    line.need(":")
    subject = line.word("an id")
    rank = None if place == "?" else int(place)
    return {
        "kind": "rank", "rank": rank, "direction": direction, "of": of, "metric": metric,
        "among": among, "subject": subject, "period": line.when(),
    }  # fmt: skip


def _compare(line: _Line) -> dict[str, object]:
    metric, parties, period = line.term()
    relation = line.peek()
    if not line.take(">", "<", "="):
        raise line.error("expected >, < or =")
    other, right_parties, right_period = line.term()
    if other != metric:
        raise line.error(f"both sides must be about {metric}")
    fields: dict[str, object] = {
        "kind": "compare",
        "metric": metric,
        "relation": relation,
        "left": {"parties": parties, "period": period},
        "right": {"parties": right_parties, "period": right_period},
    }
    if line.take("by"):
        fields |= line.amount("=")
    if line.take(";"):
        fields["period"] = line.when()
    return fields
