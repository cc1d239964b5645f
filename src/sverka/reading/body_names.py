"""Names of bodies the record does not know: how far they reach, and those that are an adjective and a kind of body.

A body is called by what it is – an alliance, a council, a community – and the genitives after it are part of its name
(«Альянс государств Сахеля»), up to the name of a state, which says whose it is («Совет министров Италии»).
"""

import re
from collections.abc import Iterator, Sequence

from sverka.claims.ids import is_id
from sverka.reading.document import Document, Entity, Name, Sentence, Token
from sverka.reading.inflection import nominative
from sverka.reading.wordlists import words

#: What bodies of states are.
_BODIES = words(
    """союз альянс организация партнерство блок группа форум пакт объединение сообщество содружество клуб лига совет
    конфедерация федерация ассамблея конференция инициатива коалиция ассоциация парламент банк фонд комиссия суд
    трибунал агентство движение"""
)
_GENERIC = _BODIES - words("совет комиссия суд трибунал агентство парламент банк фонд")
_LONGEST = 6
_ABBREVIATION = re.compile(r"[А-ЯЁA-Z][А-ЯЁA-Zа-яё-]{1,11}$")


def kind_before(document: Document, start: int, end: int, inside: Sequence[Name]) -> bool:
    """Whether words before a recorded body's name only say what it is: «организация НАТО», «военный блок АУКУС»."""
    return any(
        name.kind == "organization"
        and name.end == end
        and all(
            t.lemma in _GENERIC or t.pos == "ADJ" or t.text in '«„“"' for t in document.tokens_in(start, name.start)
        )
        for name in inside
    )


def lengthened(document: Document, entities: Sequence[Entity], found: Sequence[Name]) -> list[Entity]:
    """The entities, those of bodies together with the genitives that belong to their names."""
    stops = {n.start for n in found}
    out: list[Entity] = []
    end = -1
    for entity in sorted(entities, key=lambda e: (e.start, -e.end)):
        if entity.start < end:
            continue  # the place inside the name of a body
        sentence = document.sentence_at(entity.start) if entity.kind != "PER" else None
        if sentence is not None:
            first, last = sentence.index_at(entity.start), sentence.index_at(entity.end - 1)
            entity = _from_its_head(sentence, entity, first, last)
            first = sentence.index_at(entity.start)
            if sentence.tokens[first].text[:1].isupper() and any(
                sentence.tokens[k].lemma in _BODIES for k in range(first, last + 1)
            ):
                longer = _reach(sentence, last, stops)
                if longer > last:
                    entity = Entity(entity.start, sentence.tokens[longer].end, "ORG")
                    end = entity.end
        out.append(entity)
    return out


def _from_its_head(sentence: Sentence, entity: Entity, first: int, last: int) -> Entity:
    """The entity without another's name before its noun: «хартией Липтако-Гурмы | Альянс государств»."""
    for k in range(first, last + 1):
        token = sentence.tokens[k]
        if token.lemma in _BODIES and token.text[:1].isupper():
            before = {t.pos for t in sentence.tokens[first:k]}
            return Entity(token.start, entity.end, entity.kind) if before == {"PROPN"} else entity
    return entity


def _reach(sentence: Sentence, last: int, stops: set[int]) -> int:
    """The last of the genitives after a token; the token itself where there are none or no name is among them."""
    tokens, named, k = sentence.tokens, -1, last
    while k + 1 < len(tokens) and k < last + _LONGEST:
        after = tokens[k + 1]
        if after.start in stops or after.pos not in ("NOUN", "ADJ", "PROPN") or after.feats.get("Case") != "Gen":
            break
        k += 1
        named = k if after.text[:1].isupper() else named
    return named if named > last else last


def adjectival(document: Document, taken: Sequence[tuple[int, int]]) -> Iterator[Entity]:
    """«Андское сообщество», «Восточноафриканское сообщество»: a capital inside the sentence before the kind of body."""
    for sentence in document.sentences:
        for k in range(1, len(sentence.tokens) - 1):
            token, after = sentence.tokens[k], sentence.tokens[k + 1]
            if (
                after.lemma not in _GENERIC
                or token.pos != "ADJ"
                or not token.text[:1].isupper()
                or token.text.isupper()
            ):
                continue
            opens = sentence.tokens[k - 1].text in ("«", "„", "“", ".", "–", "—", ":")
            agree = token.feats.get("Case") == after.feats.get("Case")
            alone = (token.start, token.end)  # the tagger took the adjective for a place
            if not opens and agree and not any(a < after.end and token.start < b and (a, b) != alone for a, b in taken):
                yield Entity(token.start, after.end, "ORG")


def abbreviated(document: Document, end: int) -> str:
    """The abbreviation in brackets after a name, «» where there is none: «Партнёрство (РВЭП)»."""
    sentence = document.sentence_at(end - 1)
    if sentence is None:
        return ""
    k = sentence.index_at(end - 1) + 1
    following = [t.text for t in sentence.tokens[k : k + 3]]
    if len(following) < 3 or following[0] != "(" or following[2] != ")" or not _ABBREVIATION.match(following[1]):
        return ""
    return following[1] if sum(c.isupper() for c in following[1]) > 1 else ""


def proclaimed(tokens: Sequence[Token], i: int, size: int) -> Name | None:
    """«Турецкая республика | Северного Кипра»: the place whose name only begins like that of a state."""
    end = i + size + 1
    if tokens[i + size - 1].lemma != "республика" or end >= len(tokens):
        return None
    one, other = tokens[end - 1], tokens[end]
    part = one.pos == "ADJ" and one.feats.get("Case") == other.feats.get("Case") == "Gen"
    if not part or not (one.text[:1].isupper() and other.text[:1].isupper()):
        return None
    named = f"place:{nominative(tokens[i : i + size])} {one.text} {other.text}"
    return Name(tokens[i].start, other.end, named, "place", "noun") if is_id(named) else None
