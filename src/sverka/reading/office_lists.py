"""Titles and persons a dash parts: «Президент – Ильхам Алиев (с 2003 года).», «умер экс-премьер страны — Сирил Икс»."""

from collections.abc import Iterator, Sequence

from sverka.reading.document import Name, Sentence
from sverka.reading.office_pairs import Pair
from sverka.reading.persons import Person
from sverka.reading.titles import Title


def listed(
    sentence: Sentence, found: Sequence[Title], here: Sequence[Name], people: dict[int, Person]
) -> Iterator[Pair]:
    """Persons told after the dash or colon behind their title, where it opens a line or follows its verb."""
    tokens = sentence.tokens
    for title in found:
        if title.plural or title.after + 1 >= len(tokens) or tokens[title.after].text not in "–—-:":
            continue
        opens = title.first == 0 or tokens[title.first - 1].text in (".", ";")
        who = people.get(tokens[title.after + 1].start)
        told = (
            title.first > 0
            and tokens[title.first - 1].feats.get("VerbForm") == "Fin"
            and tokens[title.after].text != "-"
        )
        if who is None or not (opens or told) or "Nom" not in title.cases or (who.cases and "Nom" not in who.cases):
            continue
        end = next(n.end for n in here if n.start == who.start)
        following = next((t.text for t in tokens if t.start >= end), ".")
        if following in (".", ";", "(", ","):
            yield Pair(tokens[title.first].start, end, who.surname, who.given, title, None, 0.85)
