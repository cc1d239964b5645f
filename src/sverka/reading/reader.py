"""The reader: a text and its date to mentions and quotations, every stage in its order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from sverka.claims import Mention, Quotation
from sverka.reading.analysis import analyse
from sverka.reading.bundle import Analysis, inside
from sverka.reading.dates import dates
from sverka.reading.document import Document
from sverka.reading.names import names
from sverka.reading.offices import offices
from sverka.reading.quantities import amounts
from sverka.reading.standins import standins
from sverka.reading.titles import titles

Frame = Callable[[Analysis], list[Mention]]
FRAMES: tuple[Frame, ...] = (offices,)


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
    """Read a text. Deterministic; time is linear in its length."""
    document = analyse(text, published, language)
    if not document.sentences:
        why = (
            ""
            if document.language in ("ru", "en")
            else "the text is in no language that is read here (Russian, English)"
        )
        return Reading(text, published, document.language, (), (), why or "the text is empty")
    analysis = analysed(document)
    found = [mention for frame in FRAMES for mention in frame(analysis)]
    return Reading(text, published, document.language, tuple(_tidy(document, found)), ())


def analysed(document: Document) -> Analysis:
    """The document with its names, amounts, dates and titles, as frame readers get it."""
    found = names(document)
    said = [titles(sentence, inside(found, sentence.start, sentence.end)) for sentence in document.sentences]
    found = sorted([*found, *standins(document, found, said)], key=lambda n: (n.start, -n.end, n.id))
    return Analysis(document, found, amounts(document.text), dates(document.text, document.published), said)


def _tidy(document: Document, found: Sequence[Mention]) -> list[Mention]:
    """Without duplicates and broken spans, in order of position."""
    out: dict[tuple[str, str], Mention] = {}
    for mention in sorted(found, key=lambda m: (-(m.confidence or 0.0), m.span)):
        start, end = mention.span
        if document.text[start:end] != mention.anchor or not mention.anchor.strip():
            continue
        proposition = mention.proposition
        key = (str(proposition), str(mention.span if proposition.kind != "office" else start // 10_000))
        out.setdefault(key, mention)
    return sorted(out.values(), key=lambda m: (m.span, m.proposition.kind, str(m.proposition)))
