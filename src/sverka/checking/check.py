"""Check: a proposition, or everything that was found in a text, to findings."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib import import_module
from typing import Any

from sverka.checking.doubts import doubt
from sverka.checking.finding import Alternative, Finding, Outcome, Question, Verdict, untested
from sverka.checking.rivals import is_near, named_near, rivals
from sverka.claims import Mention, Proposition, Thesis

#: The module of `definitions` that answers each kind; imported when first asked, so that a membership loads no tables.
_KINDS = {
    "figure": "figures",
    "change": "changes",
    "extreme": "extremes",
    "rank": "ranks",
    "compare": "comparisons",
    "membership": "memberships",
    "founding": "foundings",
    "order": "orders",
    "event": "events",
    "office": "offices",
}
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
#: How likely every field of a frame must be right before its verdict is said: the least at which a step more costs
#: answers and mends no verdict, over all annotated articles. A misread frame seldom agrees with a source by chance, and
#: other readings are tried before a failure is said; so this is far below what is said to be right.
SURE_ENOUGH = 0.42
#: A misread frame fails where it would seldom hold: before a failure is said, more is asked.
SURE_TO_FAIL = 0.50
#: From here on the parties stand in the clause itself, and no other state named nearby may take their place.
CERTAIN = 0.82


def check(
    proposition: Proposition,
    *,
    published: date | None = None,
    voice: str = "author",
    anchor: str = "",
    words: str = "",
    years: frozenset[int] = frozenset(),
) -> Finding:
    """Answer one proposition from the record and the sources.

    `published` is the day as of which the words are read; the other parameters are as in `Question`.
    """
    if isinstance(proposition, Thesis):
        from sverka.checking.theses import beside  # late: a text without judgements looks for no stored results

        return replace(untested(proposition, "thesis"), scenarios=beside(proposition))
    module = import_module(f"sverka.checking.definitions.{_KINDS[proposition.kind]}")
    answer: Callable[[Question], Finding] = module.check
    finding = answer(Question(proposition, published, voice, anchor, words, years))
    if any(not a.source.startswith("record:") for d in finding.definitions for a in d.answers):
        from sverka.checking.caveats import flagged  # late: a membership loads no catalogue
        from sverka.checking.revisions import eased

        finding = eased(flagged(finding), published)
    return replace(finding, data_date=_data_date(finding))


def _data_date(finding: Finding) -> str:
    used = {a.source for d in finding.definitions for a in d.answers if not a.source.startswith("record:")}
    if not used:
        return ""
    from sverka.sources import catalogue  # late: the record alone needs no catalogue

    return max(catalogue.source(s).as_of for s in used)


@dataclass(frozen=True, slots=True)
class Checked:
    """A mention and what was found of it."""

    mention: Mention
    finding: Finding

    def to_json(self) -> dict[str, Any]:
        """The mention's flat object with `verdict` and the whole `finding` beside it."""
        return {**self.mention.to_json(), "verdict": str(self.finding.verdict), "finding": self.finding.to_json()}


@lru_cache(maxsize=4)
def years_in(text: str) -> frozenset[int]:
    """The years that a text names in digits."""
    return frozenset(int(year) for year in _YEAR.findall(text))


def check_mention(mention: Mention, text: str, published: date | None) -> Checked:
    """Check what a text says in one place: plans and hypotheses are not checkable, unsure readings get no verdict."""
    proposition = mention.proposition
    if proposition.kind != "thesis" and mention.modality in ("planned", "hypothetical"):
        return Checked(mention, untested(proposition, mention.modality))
    words, told = _sentence(text, mention.span), years_in(text)
    finding = check(
        proposition, published=published, voice=mention.voice, anchor=mention.anchor, words=words, years=told
    )
    sure = 1.0 if mention.confidence is None else mention.confidence
    certain = sure >= CERTAIN
    least = {Verdict.HOLDS: SURE_ENOUGH, Verdict.FAILS: SURE_TO_FAIL}.get(finding.verdict, 0.0)
    if sure < least:
        finding = replace(finding, verdict=Verdict.NOT_CHECKABLE, reason="unsure", alternatives=())
    elif finding.verdict == Verdict.FAILS and not certain:
        rival = _rival(mention, text, published)
        if rival is not None:
            other = (Alternative(rival, "parties"),)
            finding = replace(finding, verdict=Verdict.NOT_CHECKABLE, reason="rival", alternatives=other)
    if reason := doubt(mention, finding, text, published, certain):
        finding = replace(finding, verdict=Verdict.NOT_CHECKABLE, reason=reason)
    return Checked(mention, finding)


def _rival(mention: Mention, text: str, published: date | None) -> Proposition | None:
    """The statement with another state named nearby that some source confirms, if there is one."""
    for rival in rivals(mention.proposition, named_near(text, mention.span)):
        found = check(rival, published=published, anchor=mention.anchor)
        default = found.default
        if found.verdict in (Verdict.HOLDS, Verdict.DISPUTED, Verdict.DEPENDS) and default is not None:
            agreeing = [a for a in default.answers if a.outcome == Outcome.AGREES]
            if any(is_near(rival, a.low, a.high) for a in agreeing):
                return rival
    return None


def check_all(mentions: Sequence[Mention], text: str, published: date | None) -> list[Checked]:
    """Check every mention of a text, in its order."""
    return [check_mention(m, text, published) for m in mentions]


def _sentence(text: str, span: tuple[int, int], reach: int = 400) -> str:
    """The sentence around a span, as far as its punctuation tells, at most `reach` characters either way."""
    start, end = span
    left = max(text.rfind(mark, max(0, start - reach), start) for mark in (". ", "! ", "? ", "\n"))
    rights = [at for mark in (". ", "! ", "? ", "\n") if (at := text.find(mark, end, end + reach)) >= 0]
    return text[max(0, left + 1) : min(rights, default=min(len(text), end + reach))]
