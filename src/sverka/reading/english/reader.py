"""The English reader: sentence by sentence, every frame in its order, what was said before at hand."""

import re
from collections.abc import Callable, Sequence

from sverka.claims import Mention, Quotation
from sverka.reading.document import Document, Name
from sverka.reading.english.coded import Coded, coded
from sverka.reading.english.events import events
from sverka.reading.english.extremes import extremes
from sverka.reading.english.figures import figures
from sverka.reading.english.foundings import foundings, orders
from sverka.reading.english.memberships import memberships
from sverka.reading.english.names import names
from sverka.reading.english.offices import offices
from sverka.reading.english.pairs import pair_of, referred
from sverka.reading.english.quotations import quotations
from sverka.reading.english.ranks import ranks
from sverka.reading.english.ratios import ratios
from sverka.reading.english.story import Story, body_of, head, home_of, listen
from sverka.reading.english.text import sentences
from sverka.reading.english.theses import thesis
from sverka.reading.english.timing import carry
from sverka.reading.english.voices import Voice, voice

Frame = Callable[[Coded, Story], list[Mention]]
#: In this order: what a rank says of its list rests on the figures read before it.
FRAMES: tuple[Frame, ...] = (memberships, figures, ratios, extremes, ranks, foundings, orders, events, offices)
_QUESTION = re.compile(r"\?\W*$")


def names_in(document: Document) -> list[Name]:
    """The names of an English document in order of position."""
    return names(document, list(sentences(document)))


def read_english(document: Document, named: Sequence[Name] | None = None) -> tuple[list[Mention], list[Quotation]]:
    """Mentions and quotations of an English document, in order of position. Linear in its length.

    `named` are its names where they have been found before.
    """
    spans = list(sentences(document))
    lines = coded(document, spans, names(document, spans) if named is None else named)
    story = Story(document, home_of(document, lines), body=body_of(lines), pair=pair_of(lines))
    story.subject = story.home
    mentions: list[Mention] = []
    for coded_line in lines:
        line = referred(coded_line, story)
        head(line, story)
        if not _QUESTION.search(line.text):
            carry(line, story)
            mentions.extend(_sentence(line, story))
        listen(line, story)
        story.quiet += 1
    found = quotations(lines, story)
    return sorted(mentions, key=lambda m: (m.span, m.proposition.kind)), found


def _sentence(line: Coded, story: Story) -> list[Mention]:
    found = [mention for frame in FRAMES for mention in frame(line, story)]
    said = voice(line, story)
    if said is not None:
        found = [_voiced(line, mention, said) for mention in found]
    if not found:
        judged = thesis(line, story)
        return [judged] if judged is not None else []
    return found


def _voiced(line: Coded, mention: Mention, said: Voice) -> Mention:
    first, last = line.offsets[said.start], line.offsets[min(said.end, len(line.offsets) - 1)]
    inside = first <= mention.span[0] and mention.span[1] <= last
    if not inside or mention.proposition.kind == "office":
        return mention
    return mention.model_copy(update={"voice": said.id})
