"""The ready correction of a failing claim: one sentence to copy, with source, table, cell and data date."""

from sverka.checking.finding import Answer, Definition, Finding, Outcome
from sverka.claims import Change, Compare, Extreme, Figure, Founding, Period, Proposition, Quantity, Rank
from sverka.reports import phrasing
from sverka.reports.amounts import amount, stated, telling
from sverka.reports.answers import as_of, fact, ranked, ranking, source_name, value, whose
from sverka.reports.dates import of_data, when
from sverka.reports.phrasing import gender, subject, tidy
from sverka.reports.places import places
from sverka.reports.safe import clean, one_line
from sverka.reports.words import Language, name, say
from sverka.sources import catalogue


def correction(finding: Finding, anchor: str, language: Language) -> str:
    """What should stand there instead, and where that is written; empty where nothing contradicts."""
    default = finding.default
    answers = [a for a in default.answers if a.outcome == Outcome.CONTRADICTS and a.verified] if default else []
    if not answers or default is None:
        return ""
    first, claim = answers[0], finding.proposition
    clause = tidy(_clause(claim, first, anchor, language)).rstrip(".")
    where = _where(first, language)
    if first.role == "record":
        text = say("correction", "by_record", language, place=where, clause=clause)
    else:
        text = say("correction", "by_source", language, who=whose(first.source, language), place=where, clause=clause)
    return one_line(text + _also(claim, first, default, language))


def _where(answer: Answer, language: Language) -> str:
    """Office, file, sheet, cells and data date, as one reads them out."""
    found = "; ".join(map(str, places(answer, language)[:2]))
    if answer.role == "record":
        return found or answer.source.removeprefix("record:") + ".csv"
    national = language == "ru" and catalogue.source(answer.source).reporters
    office = source_name(answer.source, language) if national else ""
    return "; ".join(filter(None, (office, found, of_data(as_of(answer.source), language))))


def _also(claim: Proposition, first: Answer, default: Definition, language: Language) -> str:
    """The other side's number, where it has one: reporter beside mirror."""
    if not isinstance(claim, Figure | Change):
        return ""
    reporter = first.source.split("-")[0]
    others = [a for a in default.answers if a.source.split("-")[0] != reporter and a.verified and a.low is not None]
    if not others:
        return ""
    other = others[0]
    fields = {"who": whose(other.source, language), "place": _where(other, language)}
    told = value(claim, other, language).rstrip(".")
    return say("correction", "also", language, value=told, **fields)


def _clause(claim: Proposition, answer: Answer, anchor: str, language: Language) -> str:
    quoted = one_line(anchor, 120)
    if not claim.denied:
        match claim:
            case Figure() if answer.low is not None and answer.high is not None:
                return _figure(claim, answer, language)
            case Change() if answer.low is not None and answer.high is not None:
                return _change(claim, answer, language)
            case Rank() if claim.rank is not None and ranked(answer)[1]:
                return _rank(claim, answer, language)
            case Extreme():
                here = say("correction", "in_text", language, anchor=quoted)
                what = subject(claim.metric, claim.parties, language)
                told = f"{what}: {value(claim, answer, language)}"
                return say("correction", "extreme_text", language, fact=told, here=here)
            case Founding():
                what = name(claim.what, language)
                told = fact(claim, answer, language)
                return say("correction", "founding", language, what=what, date=told, anchor=quoted)
            case Compare():
                what = phrasing.understood(claim, language)
                told = say("correction", "compare", language, fact=value(claim, answer, language))
                return f"{told} ({what[:1].lower()}{what[1:]})"
    told = clean(value(claim, answer, language) or fact(claim, answer, language))
    return say("correction", "fact", language, fact=told, anchor=quoted)


def _figure(claim: Figure, answer: Answer, language: Language) -> str:
    assert answer.low is not None and answer.high is not None
    middle = (answer.low + answer.high) / 2
    return say(
        "correction", "figure", language,
        subject=subject(claim.metric, claim.parties, language),
        when=when(answer.period or claim.period, language),
        was=say("was", gender(claim.metric, language), language),
        value=telling(middle, answer.unit, language, claim.low if middle < claim.low else claim.high),
        stated=stated(claim.quantity, language),
    )  # fmt: skip


def _change(claim: Change, answer: Answer, language: Language) -> str:
    assert answer.low is not None and answer.high is not None
    middle = (answer.low + answer.high) / 2
    moved = middle
    if claim.unit == "x":
        grown = (middle >= 1) == (claim.direction == "+")
        moved = middle if middle >= 1 or not middle else 1 / middle
    else:
        grown, moved = middle >= 0, abs(middle)
    if not moved:
        return say(
            "correction", "change_flat", language, subject=subject(claim.metric, claim.parties, language), span=""
        )
    size = Quantity(float(f"{moved:.3g}"), float(f"{moved:.3g}"), claim.unit)
    by = phrasing.by_amount(size, language)
    if by == phrasing.by_amount(claim.quantity, language):
        by = say("claim", "by", language, amount=amount(moved, claim.unit, language, 5))
    agree = gender(claim.metric, language)
    said = phrasing.by_amount(claim.quantity, language)
    if grown != (claim.direction == "+"):
        said = f"{say('rose' if claim.direction == '+' else 'fell', agree, language)} {said}"
    return say(
        "correction", "change", language,
        subject=subject(claim.metric, claim.parties, language),
        verb=say("rose" if grown else "fell", agree, language),
        by=by,
        span=phrasing.span(answer.period if _two_years(answer.period) else claim.period, language),
        stated=said,
    )  # fmt: skip


def _two_years(period: Period | None) -> bool:
    return period is not None and period.grain == "year" and (period.months or 0) > 12


def _rank(claim: Rank, answer: Answer, language: Language) -> str:
    place, _ = ranked(answer)
    return say(
        "correction", "rank", language,
        who=name(claim.subject, language),
        when=when(answer.period or claim.period, language),
        place=place,
        where=phrasing.where_ranked(claim, language),
        said=claim.rank,
        list=ranking(claim, answer, language),
    )  # fmt: skip
