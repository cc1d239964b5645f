"""Colleagues: «Макрон и его алжирский коллега Теббун», the same office of another state."""

from collections.abc import Iterator, Sequence

from sverka.claims.period import Period
from sverka.reading.document import Document, Name, Sentence
from sverka.reading.holders import UNIQUE, recorded_terms
from sverka.reading.office_pairs import Pair
from sverka.reading.persons import Person
from sverka.reading.titles import Title


def colleagues(
    document: Document,
    sentence: Sentence,
    found: Sequence[Title],
    here: Sequence[Name],
    people: dict[int, Person],
    names: Sequence[Name],
    earlier: Sequence[Title] = (),
) -> Iterator[Pair]:
    """«глава МИД Армении … и его российский коллега Сергей Лавров»: the same office of another state.

    `earlier` are the titles of the sentence before: «Её эквадорская коллега возразила».
    """
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.lemma not in ("коллега", "визави") or i + 1 >= len(tokens) or tokens[i + 1].start not in people:
            continue
        state = next((n for n in names if n.kind == "state" and n.start == tokens[i - 1].start), None) if i else None
        title = next((t for t in reversed(found) if t.head < i and t.office in UNIQUE), None)
        if title is None and len({t.office for t in earlier if t.office in UNIQUE}) == 1:
            title = next(t for t in earlier if t.office in UNIQUE)
        office = _office_before(document, here, people, token.start) if title is None else None
        if title is None and office is not None:
            title = Title(i, i, i + 1, office, (), False, frozenset(), False)
        if state is not None and title is not None:
            who = people[tokens[i + 1].start]
            end = next(n.end for n in here if n.start == tokens[i + 1].start)
            yield Pair(tokens[i - 1].start, end, who.surname, who.given, title, state.id, 0.8)


def _office_before(document: Document, here: Sequence[Name], people: dict[int, Person], at: int) -> str | None:
    """The one office the record has the person before a colleague in: «Макрон и его алжирский коллега»."""
    before = [people[n.start] for n in here if n.end < at and n.start in people]
    if not before or document.published is None:
        return None
    day = Period.parse(document.published.isoformat())
    terms = recorded_terms(before[-1].surname, before[-1].given, document.published)
    held = {t.office for t in terms if t.office in UNIQUE and t.period.overlaps(day)}
    return held.pop() if len(held) == 1 else None
