"""Offices that stand for persons: «президент Франции» in a text of 2016 is whoever held the office then.

The person is the record's one verified holder on the day of publication – or, in a text without a date, the one person
named in the text whom the record gives that office. Titles that stand beside a name are left alone.
"""

from collections.abc import Sequence
from datetime import date

from sverka.claims import Period
from sverka.reading.document import Document, Name
from sverka.reading.holders import UNIQUE, person_of
from sverka.reading.titles import Title
from sverka.record.offices import terms_of

_OURS = frozenset({"наш", "новый", "следующий", "будущий"})


def standins(document: Document, names: Sequence[Name], titles: Sequence[Sequence[Title]]) -> list[Name]:
    """Names of kind person and form office, in order of position."""
    persons = [n for n in names if n.kind == "person"]
    starts, ends = {n.start for n in persons}, {n.end for n in persons}
    out: list[Name] = []
    for sentence, found in zip(document.sentences, titles, strict=True):
        tokens = sentence.tokens
        for title in found:
            if title.plural or title.former or title.office not in UNIQUE or len(title.holders) > 1:
                continue
            state = title.holders[0] if title.holders else None
            if any(t.first < title.head < t.after and t.head != title.head for t in found):
                continue
            ours = not title.holders and any(t.lemma in _OURS for t in tokens[title.first : title.head])
            if ours:
                continue  # «с нашим президентом»: the writer's, whoever else is named
            following = [t.start for t in tokens[title.after : title.after + 2]]
            apposed = title.first >= 2 and tokens[title.first - 1].text in ",–—" and tokens[title.first - 2].end in ends
            before = tokens[title.first - 1] if title.first else None
            predicate = tokens[title.head].feats.get("Case") == "Ins" and (before is None or before.pos != "ADP")
            if predicate or apposed or starts & set(following):
                continue
            who = person_of(state, title.office, document.published) if state else None
            who = who or _named(persons, title.office, state, document.published)
            if who is not None:
                start, end = tokens[title.first].start, tokens[title.after - 1].end
                out.append(Name(start, end, f"person:{who}", "person", "office"))
    return out


def _named(persons: Sequence[Name], office: str, state: str | None, day: date | None) -> str | None:
    """The one person named in the text whom the record gives this office (on the day, if there is one)."""
    when = Period.parse(day.isoformat()) if day is not None else None
    found = {
        name.id.removeprefix("person:")
        for name in {n.id: n for n in persons}.values()
        if any(
            t.office == office and state in (None, t.state) and (when is None or t.period.overlaps(when))
            for t in terms_of(name.id)
        )
    }
    return found.pop() if len(found) == 1 else None
