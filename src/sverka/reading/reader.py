"""The reader: a text and its date to mentions and quotations, every stage in its order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from importlib.util import find_spec

from sverka.claims import AUTHOR, Mention, Quotation
from sverka.reading.analysis import analyse
from sverka.reading.bundle import Analysis, inside
from sverka.reading.dates import dates
from sverka.reading.document import Document
from sverka.reading.names import names
from sverka.reading.quantities import amounts
from sverka.reading.standins import standins
from sverka.reading.titles import titles

Frame = Callable[[Analysis], list[Mention]]
#: Readers of one kind of claim each: the function bears the name of its module.
FRAMES = (
    "figures",
    "extremes",
    "ranks",
    "comparisons",
    "memberships",
    "foundings",
    "orders",
    "events",
    "offices",
    "theses",
)
UNREAD = "the text is in no language that is read here (Russian, English)"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. `reason` says why nothing was, when the language is not one we read."""

    text: str
    published: date | None
    language: str
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    reason: str = ""


def read(text: str, published: date | None = None, language: str | None = None) -> Reading:
    """Read a text. Deterministic; time is linear in its length.

    Parameters
    ----------
    text : any string; nothing in it can make reading fail.
    published : the date from which «в прошлом году» is counted and at which offices are looked up.
    language : `ru`, `en` or `other`; found from the text when not given.
    """
    document = analyse(text, published, language)
    if not document.sentences:
        reason = "the text is empty" if not text.strip() else UNREAD
        return Reading(text, published, document.language, (), (), reason)
    if document.language == "en":
        from sverka.reading.english import read_english  # its rules are not needed for a Russian text

        found, quotations = read_english(document)
    else:
        analysis = analysed(document)
        quotations = _quotations(analysis)
        found = [mention for frame in _frames() for mention in frame(analysis)]
    mentions = _voiced(tidied(text, found), quotations)
    return Reading(text, published, document.language, tuple(mentions), tuple(quotations))


def analysed(document: Document) -> Analysis:
    """The document with its names, amounts, dates and titles, as frame readers get it."""
    found = names(document)
    said = [titles(sentence, inside(found, sentence.start, sentence.end)) for sentence in document.sentences]
    found = sorted([*found, *standins(document, found, said)], key=lambda n: (n.start, -n.end, n.id))
    return Analysis(document, found, amounts(document.text), dates(document.text, document.published), said)


def _frames() -> Iterable[Frame]:
    for name in FRAMES:
        module = f"sverka.reading.{name}"
        if find_spec(module) is not None:
            yield getattr(import_module(module), name)


def _quotations(analysis: Analysis) -> list[Quotation]:
    if find_spec("sverka.reading.quotations") is None:
        return []
    found: list[Quotation] = import_module("sverka.reading.quotations").quotations(analysis)
    text = analysis.document.text
    good = {q.span: q for q in found if text[q.span[0] : q.span[1]] == q.anchor and q.anchor.strip()}
    return [good[span] for span in sorted(good)]


def tidied(text: str, found: Sequence[Mention]) -> list[Mention]:
    """Mentions in order of position, without broken spans and without a proposition told twice by the same words."""
    sound = [m for m in found if text[m.span[0] : m.span[1]] == m.anchor and m.anchor.strip()]
    kept: dict[str, list[Mention]] = {}
    for mention in sorted(sound, key=lambda m: (m.span[0], -(m.confidence or 0.0), m.span[1])):
        same = kept.setdefault(str(mention.proposition), [])
        if not same or same[-1].span[1] <= mention.span[0]:
            same.append(mention)
        elif (mention.confidence or 0.0) > (same[-1].confidence or 0.0):
            same[-1] = mention
    flat = (mention for same in kept.values() for mention in same)
    return sorted(flat, key=lambda m: (m.span, m.proposition.kind, str(m.proposition)))


def _voiced(mentions: Sequence[Mention], quotations: Sequence[Quotation]) -> list[Mention]:
    """Mentions inside somebody's quoted or reported words get that voice, unless their reader gave them one."""
    spoken = sorted((q for q in quotations if q.speaker is not None), key=lambda q: q.span)
    out: list[Mention] = []
    open_: list[Quotation] = []
    at = 0
    for mention in mentions:
        while at < len(spoken) and spoken[at].span[0] <= mention.span[0]:
            open_.append(spoken[at])
            at += 1
        open_ = [q for q in open_ if q.span[1] > mention.span[0]]
        around = [q for q in open_ if mention.span[1] <= q.span[1]]
        if around and mention.voice == AUTHOR:
            innermost = min(around, key=lambda q: q.span[1] - q.span[0])
            mention = mention.model_copy(update={"voice": innermost.speaker})
        out.append(mention)
    return out
