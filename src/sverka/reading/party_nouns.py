"""Parties by a common noun for those in them: «социалисты», «либеральные демократы» win votes as a party does."""

from collections.abc import Iterator

from sverka.reading.document import Name, Sentence
from sverka.reading.inflection import nominative
from sverka.reading.wordlists import words

_MEMBERS = words(
    """социалист коммунист демократ либерал консерватор республиканец лейборист радикал националист социал-демократ
    либерал-демократ христианский-демократ центрист аграрий реформист монархист исламист популист прогрессист юнионист
    единоросс справедливоросс эсер евроскептик национал-демократ народник трудовик маоист левоцентрист правоцентрист
    либертарианец перонист"""
)
#: What parties of one kind are told apart by.
_KINDS = words(
    "либеральный христианский свободный национальный прогрессивный народный гражданский социальный независимый"
)


def party_nouns(sentence: Sentence) -> Iterator[tuple[int, Name]]:
    """The parties a sentence names so, each at its noun; only the plural names a party."""
    if sentence.lemmas.isdisjoint(_MEMBERS):
        return
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.lemma not in _MEMBERS or token.feats.get("Number") == "Sing":
            continue
        first = i - 1 if i and tokens[i - 1].lemma in _KINDS else i
        id_ = "org:" + nominative(tokens[first : i + 1]).lower()
        yield i, Name(tokens[first].start, token.end, id_, "organization", "noun")
