"""Offices given: «избрали президентом Икса», «признали главой государства Игрека», «назначение Икса министром»."""

from collections.abc import Iterator, Sequence

from sverka.reading.document import Name, Sentence
from sverka.reading.tenure import Tenure, modality_of
from sverka.reading.titles import Title
from sverka.reading.wordlists import words

_RAISING = words(
    """признать признавать провозгласить провозглашать объявить объявлять избрать избирать назначить назначать утвердить
    переизбрать выбрать выбирать"""
)
#: The nouns of these verbs.
APPOINTING = words("назначение избрание переизбрание утверждение")


def raised(sentence: Sentence, i: int, title: Title, at: int, persons: Sequence[Name]) -> Iterator[Tenure]:
    """«Избрали президентом Икса», «признали главой государства Игрека»: the object of the verb, after its title."""
    tokens = sentence.tokens
    name = next((n for n in persons if n.start == tokens[at].start), None)
    active = tokens[i].lemma in _RAISING and tokens[i].feats.get("Variant") != "Short"
    if name is not None and active and tokens[at].feats.get("Case") in ("Acc", "Gen"):
        holder = title.holders[0] if title.holders else None
        yield Tenure(tokens[i].start, name.end, name, title.office, holder, modality_of(tokens, i), True)


def appointed(sentence: Sentence, i: int, found: Sequence[Title], persons: Sequence[Name]) -> Iterator[Tenure]:
    """«Назначение Петрова министром», «избрание Абэ премьером»."""
    tokens = sentence.tokens
    name = next((n for n in persons if i + 1 < len(tokens) and n.start == tokens[i + 1].start), None)
    at = next((k for k in range(i + 1, len(tokens)) if name is not None and tokens[k].start >= name.end), -1)
    title = next((t for t in found if t.first == at and "Ins" in t.cases and not t.plural), None)
    if name is not None and title is not None:
        end = tokens[title.after - 1].end
        holder = title.holders[0] if title.holders else None
        yield Tenure(tokens[i].start, end, name, title.office, holder, modality_of(tokens, i), True)
