"""Propositions in plain words: what was understood, said back to the reader."""

from collections.abc import Sequence
from functools import partial

from sverka.claims import (
    Change,
    Compare,
    Event,
    Extreme,
    Figure,
    Founding,
    Membership,
    Office,
    Order,
    Period,
    Proposition,
    Quantity,
    Rank,
    Thesis,
)
from sverka.claims.ids import prefix_of
from sverka.record import organizations, states
from sverka.reports.amounts import ordinal, size, stated
from sverka.reports.dates import label, when
from sverka.reports.safe import clean
from sverka.reports.words import Language, case, name, say


def capital(text: str) -> str:
    """The text with its first letter made large."""
    return text[:1].upper() + text[1:]


def tidy(text: str) -> str:
    """No doubled blanks, none before a colon or comma, none at the ends."""
    return " ".join(text.split(" ")).replace("  ", " ").replace(" :", ":").replace(" ,", ",").strip(" ,:")


def names(ids: Sequence[str], language: Language) -> str:
    """Names one after another."""
    return ", ".join(clean(name(i, language)) for i in ids)


def subject(metric: str, parties: Sequence[str], language: Language) -> str:
    """What is measured: «экспорт России в Казахстан»."""
    count = min(len(parties), 2) if len(parties) < 3 else 3
    pattern = say("subject", f"{metric}.{count}", language, default="")
    pattern = pattern or say("subject", f"any.{min(count, 2)}", language)
    fields = {"metric": say("metric", metric, language), "list": names(parties, language)}
    for letter, id_ in zip("ab", parties, strict=False):
        fields[letter] = name(id_, language)
        fields |= {f"{letter}_{short}": case(id_, wanted, language) for short, wanted in _CASES}
    return clean(pattern.format_map(fields))


_CASES = (("gen", "genitive"), ("to", "to"), ("from", "from"), ("with", "with"))


def gender(metric: str, language: Language) -> str:
    """How a verb agrees with a metric: m, f, n or p; always m in English."""
    return say("gender", metric, language, default="m")


def by_amount(quantity: Quantity, language: Language) -> str:
    """By how much something changed: «примерно на 40 %», «более чем в 2 раза», "by about 40%"."""
    if quantity.unit == "x" and language == "ru":
        return stated(quantity, language)
    bare = stated(Quantity(quantity.low, quantity.high, quantity.unit, "=", quantity.tolerance), language)
    if quantity.bound == "~":
        return say("claim", "by_about", language, amount=bare)
    if quantity.bound == "=":
        return say("claim", "by", language, amount=bare)
    return say("claim", "by_bound", language, bound=say("bound", quantity.bound, language), amount=bare)


def span(period: Period | None, language: Language) -> str:
    """The two ends of a change, or the one period that is held against the same a year before."""
    if period is None:
        return ""
    if period.grain == "year" and period.months is not None and period.months > 12 and period.first and period.last:
        ends = {"first": str(period.first), "last": str(period.last)}
        return say("claim", "span_two", language, **ends)
    return when(period, language)


def where_ranked(claim: Rank, language: Language) -> str:
    """Whose list a place is in."""
    metric = say("metric", claim.metric, language)
    of = organizations.resolve(claim.of) if claim.of else ""
    fields = {"of": case(of, "genitive", language) if language == "ru" else name(of, language), "metric": metric}
    fields["by"] = say("by", claim.metric, language, default=f"by {metric}" if language == "en" else f"({metric})")
    if not of:
        code = "among_states"
    elif not states.exists(of):
        code = "among_group"
    elif claim.metric == "partner":
        code = "among_partners"
    elif claim.metric == "ally":
        code = "among_allies"
    else:
        code = "among_flow" if claim.metric.startswith("trade.") else "among_relation"
    text = say("claim", code, language, **fields)
    if claim.among:
        text += " " + say("claim", "among_set", language, list=names(claim.among, language))
    return clean(text)


def understood(claim: Proposition, language: Language) -> str:
    """The proposition as a sentence without its full stop.

    >>> from sverka.claims import parse
    >>> understood(parse("trade.exports(RUS, KAZ) in 2021 > 18e9 USD"), "ru")
    'Экспорт России в Казахстан в 2021 году: более 18\\xa0млрд\\xa0долл.'
    """
    text = tidy(_said(claim, language))
    if claim.denied:
        text = say("claim", "denied", language, claim=text)
    return clean(capital(text))


def _said(claim: Proposition, language: Language) -> str:
    tell = partial(say, "claim", language=language)
    at = when(claim.period, language)
    match claim:
        case Figure():
            what = subject(claim.metric, claim.parties, language)
            return tell("figure", subject=what, when=at, amount=stated(claim.quantity, language))
        case Change():
            what = subject(claim.metric, claim.parties, language)
            by, over = by_amount(claim.quantity, language), span(claim.period, language)
            return tell("rise" if claim.direction == "+" else "fall", subject=what, by=by, span=over)
        case Extreme():
            return _record(claim, language)
        case Rank():
            return _place(claim, language)
        case Compare():
            return _compared(claim, language)
        case Membership():
            return membership(claim.state, claim.organization, claim.status, at, language)
        case Founding():
            code = "founding_treaty" if prefix_of(claim.what) == "treaty" else "founding"
            return tell(code if at else "founding_undated", what=name(claim.what, language), when=at)
        case Order():
            return tell("order", first=name(claim.first, language), then=names(claim.then, language))
        case Event():
            sides = " → ".join(filter(None, (names(claim.source, language), names(claim.target, language))))
            return tell("event", type=say("event", claim.type, language), sides=sides, when=at)
        case Office():
            return office(name(claim.person, language), claim.office, claim.state, at, language)
        case Thesis():
            about = tell("thesis_about", list=names(claim.about, language)) if claim.about else ""
            return tell("thesis", form=say("form", claim.form, language), about=about)


def _record(claim: Extreme, language: Language) -> str:
    what, period = subject(claim.metric, claim.parties, language), claim.period
    if period is not None and period.grain == "year" and (period.months or 0) > 12 and period.first and period.last:
        last = when(Period(period.last, period.last), language)
        return say("claim", f"{claim.direction}_since", language, subject=what, when=last, since=str(period.first.year))
    return say("claim", claim.direction, language, subject=what, when=when(period, language))


def _place(claim: Rank, language: Language) -> str:
    code = ("rank_one_of" if claim.rank is None else "rank") + ("_min" if claim.direction == "min" else "")
    place = ordinal(claim.rank or 1, language)
    who, where = name(claim.subject, language), where_ranked(claim, language)
    return say("claim", code, language, who=who, when=when(claim.period, language), place=place, where=where)


def _compared(claim: Compare, language: Language) -> str:
    sides = [
        tidy(f"{subject(claim.metric, s.parties, language)} {when(s.period or claim.period, language)}")
        for s in (claim.left, claim.right)
    ]
    relation = say("claim", {">": "greater", "<": "less", "=": "equal"}[claim.relation], language)
    by = say("claim", "compare_by", language, amount=stated(claim.by, language)) if claim.by else ""
    return say("claim", "compare", language, left=sides[0], relation=relation, right=sides[1], by=by)


def membership(state: str, organization: str, status: str, at: str, language: Language) -> str:
    """«Армения – член ЕАЭС с 2015 года»."""
    known = organizations.resolve(organization)
    fields = {
        "state": name(state, language),
        "org": name(known, language),
        "status": say("status", status, language),
        "when": at,
        **{f"org_{short}": case(known, wanted, language) for short, wanted in _CASES},
    }
    code = status if status in ("joined", "left", "none") else "member"
    return tidy(say("claim", code, language, **fields))


def office(person: str, title: str, state: str, at: str, language: Language) -> str:
    """«Виктор Орбан – глава правительства Венгрии»."""
    known = organizations.resolve(state)
    words = say("office", title, language, default=title.removeprefix("other:"))
    of = case(known, "genitive", language)
    fields = {"person": person, "office": words, "state": name(known, language), "state_gen": of, "when": at}
    return tidy(say("claim", "office", language, **fields))


def tolerated(claim: Proposition, allowed: tuple[float, float] | None, language: Language) -> str:
    """What the words allow, for figures and changes; empty otherwise."""
    if allowed is None or not isinstance(claim, Figure | Change):
        return ""
    low, high = allowed
    unbounded = float("inf")
    if high == unbounded:
        return say("allowed", "above", language, low=size(low, claim.unit, language))
    if low == -unbounded:
        return say("allowed", "below", language, high=size(high, claim.unit, language))
    ends = {"low": size(low, claim.unit, language), "high": size(high, claim.unit, language)}
    return say("allowed", "between", language, **ends)


def short_period(period: Period | None, language: Language) -> str:
    """A period for the cell of a table; a dash for none."""
    return "–" if period is None else label(period, language)
