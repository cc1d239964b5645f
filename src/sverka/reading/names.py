"""Names of states, organizations, treaties, persons and places in a document, linked to ids at its date."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from sverka.claims.ids import is_id
from sverka.reading.body_names import abbreviated, adjectival, kind_before, lengthened, proclaimed
from sverka.reading.document import Document, Entity, Name, Sentence, Token
from sverka.reading.gazetteer import Entry, index, key, prefixes
from sverka.reading.holders import russian
from sverka.reading.home import home
from sverka.reading.homonyms import settled
from sverka.reading.inflection import nominative
from sverka.reading.morphology import analyses, plain_letters
from sverka.reading.persons import cut_to_name, person
from sverka.reading.references import REFERRING, references
from sverka.reading.surnames import is_regnal, known_surnames
from sverka.reading.title_words import HONORIFICS, is_head
from sverka.reading.wordlists import words

__all__ = ["Name", "names"]

_DIRECTIONS = frozenset({"северный", "южный", "западный", "восточный", "центральный", "латинский", "новый"})
_MEMBERS = words("страна государство член участник участница республика держава лидер глава")
_MONEY = words("рубль доллар франк фунт крона марка тенге сум сом юань иена вона лира песо гривна драм манат лари лей")
_AT = frozenset({"в", "из", "под", "около", "близ", "до"})
_OPEN, _CLOSE = '«“„"', '»”“"'


def names(document: Document) -> list[Name]:
    """Every name in order of position; longer names win over the names inside them.

    Only states inside the name of an organization the record does not know are kept beside it.
    """
    found: list[Name] = []
    for sentence in document.sentences:
        found.extend(
            _of_record(sentence, document.language, document.published.isoformat() if document.published else "")
        )
    called = {e.start: e.end for e in document.entities if e.kind == "PER"}
    found = [
        n
        for n in settled(found)
        if not (n.form == "capital" and n.end < called.get(n.start, 0) and _given(document, n))
    ]
    found = [*found, *(name for name in _tagged(document, found) if is_id(name.id))]
    found = [n for n in found if n.kind != "state" or not _in_money(document, n)]
    found.sort(key=lambda n: n.start)
    found = [*found, *references(document, found, home(document, found))]
    return sorted(found, key=lambda n: (n.start, -n.end, n.id))


def _of_record(sentence: Sentence, language: str, day: str) -> Iterator[Name]:
    tokens, table = sentence.tokens, index(language)
    i = 0
    while i < len(tokens):
        token = tokens[i]
        compound = list(_compound(token)) if "-" in token.text and language == "ru" else []
        if compound:
            yield from compound
            i += 1
            continue
        begun = table.get(key(token.text), ())
        matched = [e for e in begun if _fits(e, tokens, i) and not e.lists_two(day)] if begun else []
        if not matched or not (matched := _admitted(matched, sentence, i)):
            i += 1
            continue
        size = len(matched[0].words)
        matched = sorted((e for e in matched if len(e.words) == size), key=lambda e: e.rank_at(day))
        first = matched[0]
        matched = [e for e in matched if e.rank_at(day) == first.rank_at(day)]
        ids = tuple(dict.fromkeys(e.id for e in matched))
        start, end, kind = token.start, tokens[i + size - 1].end, first.kind
        noun = i - 2 if i > 1 and tokens[i - 1].text in _OPEN else i - 1  # «страны „Большой семёрки“»
        if (
            kind == "organization"
            and noun >= 0
            and tokens[noun].lemma in _MEMBERS
            and tokens[noun].feats.get("Number") == "Plur"
        ):
            kind, start = "group", tokens[noun].start
        literal = first.form == "capital" and i > 0 and tokens[i - 1].lemma in _AT
        part = proclaimed(tokens, i, size) if kind == "state" and size > 1 else None
        if part is not None:
            yield part
            i += size + 2
            continue
        yield Name(start, end, first.id, kind, first.form, ids[1:], literal)
        i += size


def _in_money(document: Document, name: Name) -> bool:
    """True inside a unit of money: «долларов США», «белорусских рублей», but not where «турецкая лира» itself falls."""
    sentence = document.sentence_at(name.start)
    if sentence is None:
        return False
    at, tokens = sentence.index_at(name.start), sentence.tokens
    if name.form == "adjective":
        if at + 1 >= len(tokens) or tokens[at + 1].lemma not in _MONEY:
            return False
        counted = at > 0 and (tokens[at - 1].pos == "NUM" or tokens[at - 1].text[:1].isdigit())
        return counted or tokens[at + 1].feats.get("Number") != "Sing"
    return at > 0 and tokens[at - 1].lemma == "доллар"


def _given(document: Document, name: Name) -> bool:
    """Whether a capital is called as people are: «Виктория Вильяруэль», «София Ротару»."""
    word = document.text[name.start : name.end]
    return any(found.feats.get("NameType") == "Giv" for found in analyses(word))


def _fits(entry: Entry, tokens: Sequence[Token], i: int) -> bool:
    """Whether an entry whose first word stands at token `i` stands there as a whole."""
    text, size = tokens[i].text, len(entry.words)
    if i + size > len(tokens) or (entry.exact and not text.isupper()) or (entry.proper and not text[:1].isupper()):
        return False
    return size == 1 or all(key(tokens[i + k].text) in entry.words[k] for k in range(1, size))


def _admitted(matched: list[Entry], sentence: Sentence, i: int) -> list[Entry]:
    """Without the homonyms: «штат Вашингтон», «Латинская Америка», «куба» opening a sentence, «Россия» the hotel."""
    if not matched:
        return []
    tokens = sentence.tokens
    token, before = tokens[i], tokens[i - 1] if i else None
    size = len(matched[0].words)
    after = tokens[i + size] if i + size < len(tokens) else None
    if size > 1:
        return matched
    if before is not None and before.lemma == "штат":
        return [e for e in matched if e.id == "USA" and e.form != "capital"]
    if before is not None and before.lemma in _DIRECTIONS and before.text[:1].isupper():
        matched = [e for e in matched if e.rank == 0]
    if before is not None and after is not None and before.text in _OPEN and after.text in _CLOSE:
        matched = [e for e in matched if e.kind != "state"]
    if token.text[:1].isupper() and not token.text.isupper() and any(e.proper for e in matched):
        common = sum(a.prob for a in analyses(token.text) if a.pos not in ("PROPN", "ADJ"))
        if common > 0.5 and (i == 0 or token.pos not in ("PROPN", "NOUN")):
            matched = [e for e in matched if not e.proper]
    return matched


def _compound(token: Token) -> Iterator[Name]:
    """«российско-казахстанский»: a name for each part that is one."""
    table = index("ru")
    at = token.start
    parts = token.text.split("-")
    found: list[Name] = []
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        ids: tuple[str, ...] = prefixes().get(key(part), ())
        if last:
            entries = [e for e in table.get(key(part), ()) if len(e.words) == 1 and e.form == "adjective"]
            ids = tuple(dict.fromkeys(e.id for e in entries))
        if ids:
            form = "adjective" if last else "prefix"
            found.append(Name(at, at + len(part), ids[0], "state", form, ids[1:]))
        at += len(part) + 1
    if len(found) > 1:
        yield from found


def _tagged(document: Document, found: list[Name]) -> Iterator[Name]:
    """Persons, organizations and places the neural tagger sees and the record does not know."""
    known = dict(known_surnames())
    entities = [cut for e in document.entities if (cut := _trimmed(document, e, found)) is not None]
    entities = lengthened(document, [_reconsidered(document, e, known) for e in entities], found)
    entities.extend(adjectival(document, [*((n.start, n.end) for n in found), *((e.start, e.end) for e in entities)]))
    entities.extend(_unseen(document, found, entities))
    full = [(document.tokens_in(e.start, e.end), e) for e in entities if e.kind == "PER"]
    whole: dict[str, set[str]] = {}  # «Си» after «Си Цзиньпин»
    for tokens, _ in sorted(full, key=lambda pair: -len(pair[0])):
        tokens = _with_number(document, _without_title(tokens))
        who = person(tokens, known) if tokens and not _common(document, tokens) else None
        if who is not None and len(who.surname) > 1:
            known.setdefault(plain_letters(who.surname), who.surname)
            alone = whole.get(plain_letters(who.surname), set())
            if " " in who.surname and not who.given:
                whole.setdefault(plain_letters(who.surname.split()[0]), set()).add(who.surname)
            said = next(iter(alone)) if len(alone) == 1 else who.surname
            yield Name(who.start, who.end, f"person:{said}", "person", "noun")
    for entity in entities:
        tokens = document.tokens_in(entity.start, entity.end)
        if entity.kind == "PER" or not _headed(tokens):
            continue
        name = nominative(tokens)
        if not name.isprintable() or not any(c.isalpha() for c in name):
            continue
        if entity.kind == "ORG":
            short = abbreviated(document, entity.end)
            same = (n.id for n in found if short and n.start == entity.end + 2 and n.kind == "organization")
            yield Name(entity.start, entity.end, next(same, f"org:{short or name}"), "organization", "noun")
        else:
            yield Name(entity.start, entity.end, f"place:{name}", "place", "noun")


def _without_title(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A name without the title the tagger takes into it where it begins a sentence: «Экс-канцлер Герхард Шрёдер»."""
    while len(tokens) > 1 and (is_head(tokens[0]) or {tokens[0].lemma, tokens[0].text.lower()} & HONORIFICS):
        tokens = tokens[1:]
    return tokens


def _with_number(document: Document, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A name with the monarch's number after it, which the tagger leaves out."""
    sentence = document.sentence_at(tokens[0].start) if tokens else None
    if sentence is None:
        return tokens
    after = sentence.index_at(tokens[-1].start) + 1
    numbered = after < len(sentence.tokens) and is_regnal(sentence.tokens[after].text)
    return (*tokens, sentence.tokens[after]) if numbered else tokens


def _reconsidered(document: Document, entity: Entity, known: Mapping[str, str]) -> Entity:
    """A surname of the record that was taken for an organization or a place is a person."""
    tokens = document.tokens_in(entity.start, entity.end)
    if entity.kind != "PER" and len(tokens) == 1 and _surname(tokens[0], known):
        return Entity(entity.start, entity.end, "PER")
    return entity


def _unseen(document: Document, found: Sequence[Name], entities: Sequence[Entity]) -> Iterator[Entity]:
    """Surnames of the record the tagger passes over («Доктрина Обамы»): inside a sentence, with a capital."""
    known = known_surnames()
    taken = {e.start for e in entities} | {n.start for n in found}
    spans = sorted([(n.start, n.end) for n in found] + [(e.start, e.end) for e in entities])
    for sentence in document.sentences:
        for token in sentence.tokens[1:]:
            if token.start not in taken and token.pos == "PROPN" and _surname(token, known):
                at = bisect_left(spans, (token.start, token.end)) - 1
                if at < 0 or spans[at][1] <= token.start:
                    yield Entity(token.start, token.end, "PER")


def _surname(token: Token, known: Mapping[str, str]) -> bool:
    """True for a word with a capital whose likeliest reading is a known surname, not a first name or a place."""
    if len(token.text) < 4 or not token.text[0].isupper() or token.text.isupper():
        return False
    readings = analyses(token.text)
    if not readings or readings[0].feats.get("NameType") in ("Giv", "Geo", "Pat"):
        return False
    return readings[0].pos == "PROPN" and bool(
        {plain_letters(token.text), plain_letters(readings[0].lemma)} & known.keys()
    )


def _headed(tokens: Sequence[Token]) -> bool:
    """True for a name with a capital and a noun: «Центральный банк», no «Восточная», «Королевство», «Члены союза»."""
    if tokens[0].lemma in (REFERRING if len(tokens) == 1 else _MEMBERS):
        return False
    nouns = any(t.pos not in ("ADJ", "DET", "PUNCT", "ADP") for t in tokens)
    return nouns and any(not t.text.islower() for t in tokens)


def _common(document: Document, tokens: Sequence[Token]) -> bool:
    """True for a lone ordinary word that was taken for a person, but not for «пресс-секретарь Кремля Песков»."""
    sentence = document.sentence_at(tokens[0].start)
    if len(tokens) > 1 or (sentence is not None and tokens[0].start > sentence.start and russian(tokens[0].text)):
        return False
    found = analyses(tokens[0].text)
    return (
        bool(found) and found[0].source == "dictionary" and found[0].pos not in ("PROPN", "ADJ") and found[0].prob > 0.6
    )


def _trimmed(document: Document, entity: Entity, found: Sequence[Name]) -> Entity | None:
    """The entity without brackets, signs and recorded names at its edges; None where nothing of its own is left."""
    start, end = entity.start, entity.end
    at = bisect_left(found, start, key=lambda n: n.end)
    overlapping: list[Name] = []
    while at < len(found) and found[at].start < end:
        overlapping.extend(n for n in (found[at],) if start < n.end)
        at += 1
    if entity.kind == "ORG":
        if any(n.start <= start or (n.end > end and n.kind != "state") for n in overlapping if n.kind != "state"):
            return None
        if any(n.start <= start and end <= n.end for n in overlapping):
            return None
        if kind_before(document, start, end, overlapping):
            return None
    else:
        for name in overlapping:
            if name.start <= start < name.end:
                start = name.end
            elif start < name.start < end:
                end = name.start
    text = document.text[start:end].partition("(")[0]
    if entity.kind == "PER":
        text = cut_to_name(text, document.text[end : end + 40])
    stripped = text.strip(' ,!?;:–—«»"“”„()\n\r\t') if start < end else ""
    if len(stripped) < 2:
        return None
    start += text.index(stripped)
    return Entity(start, start + len(stripped), entity.kind)


def persons_known(names: Sequence[Name]) -> Mapping[str, str]:
    """Surnames of the persons named in a text, from plain letters to the spelling used in ids."""
    return {plain_letters(n.id[7:]): n.id[7:] for n in names if n.kind == "person"}
