"""The reader: a text and its date to mentions and quotations, every stage in its order."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sverka.claims import AUTHOR, Mention, Office, Quotation
from sverka.claims.mention import Span
from sverka.reading import scenes, voices
from sverka.reading.analysis import analyse
from sverka.reading.bundle import Analysis, inside
from sverka.reading.comparisons import comparisons
from sverka.reading.confidence import confident
from sverka.reading.dates import When, dates
from sverka.reading.document import Document, Name
from sverka.reading.events import events
from sverka.reading.extremes import extremes
from sverka.reading.figures import figures
from sverka.reading.foundings import foundings
from sverka.reading.home import home
from sverka.reading.language import language_of
from sverka.reading.memberships import memberships
from sverka.reading.names import names
from sverka.reading.narrowed import narrowed
from sverka.reading.offices import offices
from sverka.reading.orders import orders
from sverka.reading.quantities import Amount, amounts
from sverka.reading.quotations import quotations
from sverka.reading.ranks import ranks
from sverka.reading.respectively import respectively
from sverka.reading.spelled import spelled
from sverka.reading.standins import standins
from sverka.reading.theses import theses
from sverka.reading.titles import titles
from sverka.reading.uncollected import uncollected
from sverka.reading.voices import voice_at

Frame = Callable[[Analysis], list[Mention]]
#: Readers of one kind of claim each.
FRAMES: tuple[Frame, ...] = (
    figures,
    extremes,
    ranks,
    comparisons,
    memberships,
    foundings,
    orders,
    events,
    offices,
    theses,
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


@uncollected()
def read(text: str, published: date | None = None, language: str | None = None, above: str = "") -> Reading:
    """Read a text. Deterministic; time is linear in its length.

    Parameters
    ----------
    text : any string; nothing in it can make reading fail.
    published : the date from which «в прошлом году» is counted and at which offices are looked up.
    language : `ru`, `en` or `other`; found from the text when not given.
    above : what stands above a text that is a part of a longer one: headline, the sentences before. It is read to
        understand the text; nothing it says itself is reported.
    """
    if above and text.strip():
        whole = read(f"{above}\n{text}", published, language or language_of(text))
        return _below(whole, len(above) + 1)
    document = analyse(text, published, language)
    if not document.sentences:
        reason = "the text is empty" if not text.strip() else UNREAD
        return Reading(text, published, document.language, (), (), reason)
    mentions, spoken, found = graded(document)
    sure = confident(document, found, mentions)
    if document.language == "ru":
        sure, spoken = spelled(document.text, found, sure, spoken)
    return Reading(text, published, document.language, tuple(sure), tuple(spoken))


def _below(whole: Reading, start: int) -> Reading:
    """What was read from `start` on, as a reading of that part alone."""
    return replace(
        whole,
        text=whole.text[start:],
        mentions=tuple(m.model_copy(update=_moved(m.span, start)) for m in whole.mentions if m.span[0] >= start),
        quotations=tuple(q.model_copy(update=_moved(q.span, start)) for q in whole.quotations if q.span[0] >= start),
    )


def _moved(span: Span, back: int) -> dict[str, Span]:
    return {"span": (span[0] - back, span[1] - back)}


def graded(document: Document) -> tuple[list[Mention], list[Quotation], Sequence[Name]]:
    """Mentions with the grades their readers give themselves, quotations, and the names they rest on."""
    if document.language == "en":
        from sverka.reading.english import names_in, read_english  # its rules are not needed for a Russian text

        named: Sequence[Name] = names_in(document)
        mentions, spoken = read_english(document, named)
    else:
        analysis = analysed(document)
        mentions = [_voiced(analysis, mention) for frame in FRAMES for mention in frame(analysis)]
        mentions = [narrowed(analysis, mention) for mention in respectively(analysis, mentions)]
        spoken, named = quotations(analysis), analysis.names
        scenes.forget()  # nobody asks for them any more: what is kept is walked over in search of cycles
        voices.forget()
    return tidied(document.text, mentions), _sound(document.text, spoken), named


def analysed(document: Document) -> Analysis:
    """The document with its names, amounts, dates and titles, as frame readers get it."""
    found = names(document)
    said = [titles(sentence, inside(found, sentence.start, sentence.end)) for sentence in document.sentences]
    found = sorted([*found, *standins(document, found, said)], key=lambda n: (n.start, -n.end, n.id))
    counted = amounts(document.text)
    dated = [d for d in dates(document.text, document.published) if not _counts(counted, d)]
    return Analysis(document, found, counted, dated, said, home(document, found))


_COUNTED = frozenset({"money", "percent", "persons", "volume"})


def _counts(counted: Sequence[Amount], when: When) -> bool:
    """True for a year that is the number of an amount: «1960 миротворцев»."""
    at = bisect_right(counted, when.start, key=lambda a: a.core[0]) - 1
    amount = counted[at] if at >= 0 else None
    return amount is not None and amount.kind in _COUNTED and not amount.inherited and when.end < amount.core[1]


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
    flat = [(m.span, m.proposition.kind, said, m) for said, same in kept.items() for m in same]
    return [m for *_, m in sorted(flat, key=lambda item: item[:3])]


def _voiced(analysis: Analysis, mention: Mention) -> Mention:
    """The mention in the voice of whoever says it, unless its reader gave it one."""
    if mention.voice != AUTHOR:
        return mention
    voice = voice_at(analysis, mention.span)
    if isinstance(mention.proposition, Office) and mention.proposition.person == voice:
        return mention  # «по словам президента Х»: who speaks is told by the author
    return mention if voice == AUTHOR else mention.model_copy(update={"voice": voice})


def _sound(text: str, found: Sequence[Quotation]) -> list[Quotation]:
    """Quotations in order of position, each stretch once, without broken spans."""
    good = {q.span: q for q in found if text[q.span[0] : q.span[1]] == q.anchor and q.anchor.strip()}
    return [good[span] for span in sorted(good)]
