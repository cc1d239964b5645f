"""Cards: everything a reader is told of one claim, in words, ready to be set on a screen or a page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sverka.checking.check import Checked
from sverka.checking.finding import Definition, Finding, Outcome, Verdict
from sverka.claims import AUTHOR, Compare, Proposition
from sverka.claims.proposition import parties_of
from sverka.record import organizations
from sverka.reports import phrasing
from sverka.reports.answers import Line, line
from sverka.reports.corrections import correction
from sverka.reports.dates import label
from sverka.reports.safe import clean, one_line
from sverka.reports.words import Language, name, say

if TYPE_CHECKING:
    from sverka.reports.whatif.box import Box

#: A sign for each verdict, so that colour is never the only one to tell them apart.
SYMBOLS = {
    Verdict.HOLDS: "✓",
    Verdict.FAILS: "✗",
    Verdict.DEPENDS: "◐",
    Verdict.DISPUTED: "⇄",
    Verdict.TOO_CLOSE: "≈",
    Verdict.NOT_COVERED: "?",
    Verdict.NOT_CHECKABLE: "–",
}
OUTCOMES = {
    Outcome.AGREES: "✓",
    Outcome.CONTRADICTS: "✗",
    Outcome.TOO_CLOSE: "≈",
    Outcome.CONFLICT: "⇄",
    Outcome.NOT_COVERED: "?",
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """One definition in words, with a line for each source that answers."""

    id: str
    name: str
    default: bool
    beside: bool
    outcome: Outcome
    outcome_name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One claim and its finding, in words.

    Attributes
    ----------
    number : its place among the mentions of the text, from 1; 0 for a claim that stands alone.
    summary : on what the verdict depends, or why there is none; empty where the lines say enough.
    nearest : statements that would hold, nearest first.
    correction, correction_language : a sentence to send to the author, in the language of the text.
    boxes : stored results of scenarios beside a thesis.
    """

    number: int
    kind: str
    verdict: Verdict
    symbol: str
    verdict_name: str
    anchor: str
    span: tuple[int, int]
    voice: str
    understood: str
    short: str
    tolerance: str
    summary: str
    meanings: tuple[Meaning, ...]
    nearest: tuple[str, ...]
    correction: str
    correction_language: Language
    ask: str
    boxes: tuple["Box", ...] = ()

    @property
    def decisive(self) -> tuple[Line, ...]:
        """The lines that decided: of the default definition, the ones that contradict or agree first."""
        if not self.meanings or not self.meanings[0].default:
            return ()
        wanted = Outcome.CONTRADICTS if self.verdict == Verdict.FAILS else Outcome.AGREES
        return tuple(sorted(self.meanings[0].lines, key=lambda found: found.outcome != wanted))

    @property
    def aside(self) -> tuple[Meaning, ...]:
        """Definitions that only stand beside: shown, and without a vote."""
        return tuple(meaning for meaning in self.meanings if meaning.beside)


def card(checked: Checked, number: int, language: Language, article: str = "") -> Card:
    """A checked mention in words; its correction in the language of the `article`, to be sent to who wrote it."""
    mention = checked.mention
    voice = "" if mention.voice == AUTHOR else clean(name(mention.voice, language))
    sent: Language = "ru" if article == "ru" else "en" if article == "en" else language
    return _card(checked.finding, number, mention.anchor, mention.span, voice, language, sent)


def lone_card(finding: Finding, language: Language) -> Card:
    """A claim that stands in no text, as `sverka claim` takes it."""
    return _card(finding, 0, str(finding.proposition), (0, 0), "", language, language)


def _card(
    finding: Finding, number: int, anchor: str, span: tuple[int, int], voice: str, language: Language, sent: Language
) -> Card:
    claim = finding.proposition
    return Card(
        number=number,
        kind=claim.kind,
        verdict=finding.verdict,
        symbol=SYMBOLS[finding.verdict],
        verdict_name=say("verdict", finding.verdict, language),
        anchor=one_line(anchor),
        span=span,
        voice=voice,
        understood=phrasing.understood(claim, language),
        short=clean(str(claim)),
        tolerance=phrasing.tolerated(claim, finding.allowed, language),
        summary=summary(finding, language),
        meanings=tuple(_meaning(claim, d, language) for d in finding.definitions if d.answers),
        nearest=tuple(_nearest(finding, language)),
        correction=correction(finding, anchor, sent) if finding.verdict == Verdict.FAILS else "",
        correction_language=sent,
        ask=whom_to_ask(finding, language) if finding.verdict == Verdict.NOT_COVERED else "",
        boxes=_boxes(finding, language) if finding.scenarios else (),
    )


def _boxes(finding: Finding, language: Language) -> tuple["Box", ...]:
    from sverka.reports.whatif.box import boxes  # late: most texts have no thesis with a scenario beside it

    return boxes(finding.scenarios, language)


def _meaning(claim: Proposition, definition: Definition, language: Language) -> Meaning:
    lines = tuple(line(claim, answer, language) for answer in definition.answers)
    outcome_name = say("outcome", definition.outcome, language)
    named = definition_name(definition.id, language)
    return Meaning(definition.id, named, definition.default, definition.beside, definition.outcome, outcome_name, lines)


def definition_name(id_: str, language: Language) -> str:
    """The words for a definition's id; "share.exports.origin" and "stated.others" are said part by part."""
    whole = say("definition", id_, language, default="")
    if whole:
        return whole
    head, _, last = id_.rpartition(".")
    tail = say("definition", last, language)
    return f"{definition_name(head, language)}, {tail}" if head else tail


def summary(finding: Finding, language: Language) -> str:
    """Why there is no plain answer, or which period was taken."""
    if finding.reason:
        return say("reason", finding.reason, language)
    if finding.verdict == Verdict.DEPENDS:
        return _depends(finding, language)
    default = finding.default
    if _undated(finding.proposition) and default is not None:
        periods = [a.period for a in default.answers if a.period is not None]
        if periods:
            return say("ui", "met_period", language, period=label(periods[0], language))
    return ""


def _undated(claim: Proposition) -> bool:
    """Whether a number or place is stated without its time."""
    if isinstance(claim, Compare):
        return claim.period is None and claim.left.period is None
    return claim.period is None and claim.kind in ("figure", "change", "extreme", "rank")


def _depends(finding: Finding, language: Language) -> str:
    """«Верно при 2 из 4 пониманий: да – …; нет – …»."""
    voting = [d for d in finding.definitions if not d.beside and d.outcome != Outcome.NOT_COVERED]
    groups: dict[str, list[str]] = {"yes_under": [], "no_under": [], "unknown_under": []}
    code = {Outcome.AGREES: "yes_under", Outcome.CONTRADICTS: "no_under"}
    for definition in voting:
        groups[code.get(definition.outcome, "unknown_under")].append(definition_name(definition.id, language))
    head = say("ui", "depends_on", language, k=len(groups["yes_under"]), n=len(voting))
    parts = [say("ui", key, language, list=", ".join(names)) for key, names in groups.items() if names]
    return f"{head}: {'; '.join(parts)}"


def _nearest(finding: Finding, language: Language) -> list[str]:
    if finding.proposition.denied:
        return []
    return [
        f"{phrasing.understood(near.proposition, language)} ({say('differs', near.differs, language)})"
        for near in finding.alternatives
    ]


def whom_to_ask(finding: Finding, language: Language) -> str:
    """The office or data set that would know, for these states and this kind of thing."""
    claim, code = finding.proposition, finding.ask or getattr(finding.proposition, "metric", finding.proposition.kind)
    parties = [p for p in parties_of(claim) if not p.startswith(("person:", "treaty:")) and p != "WLD"]
    who = ", ".join(clean(name(organizations.resolve(p), language)) for p in parties) or "–"
    if code.startswith("pull:"):
        return say("ask", "pull", language, table=code.removeprefix("pull:"))
    words = say("ask", code, language, default="") or say("ask", code.split(".")[0], language, default="")
    return (words or say("ask", "any", language)).format(who=who)
