"""A tenure: somebody holding an office, as a verb tells it – its subject and its modality."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sverka.claims.period import Period
from sverka.claims.vocabulary import Modality
from sverka.reading.document import Name, Sentence, Token
from sverka.reading.holders import agreeing
from sverka.reading.offering import OFFERING
from sverka.reading.wordlists import words

_NOMINATIVE = frozenset({"Nom"})
#: Nouns that mean the person spoken of: «Политик стал премьером».
_SOMEBODY = words(
    """политик дипломат чиновник экономист юрист генерал адмирал полковник военный кандидат депутат парламентарий
    сенатор министр ученый историк журналист бизнесмен предприниматель банкир мужчина женщина лидер
    правитель монарх принц"""
)
#: Words for a time that is over.
_ONCE = frozenset({"ранее", "прежде", "раньше", "некогда", "когда-то"})
#: Verbs that say an office is held, and not how one came by it.
_HELD = words(
    """быть являться занимать возглавлять руководить управлять работать служить трудиться побыть побывать исполнять
    числиться состоять пребывать"""
)


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody holding an office, as a verb tells it; `near`: the person stands in the same sentence."""

    start: int
    end: int
    name: Name
    office: str
    holder: str | None
    modality: Modality
    near: bool


def formerly(sentence: Sentence, start: int, end: int) -> bool:
    """«Ранее был премьером», «некогда возглавлял кабинет»: whether a stretch says that an office was held and is over.

    An act has been done before, too («ранее был избран»), but what it began may last.
    """
    tokens = sentence.tokens
    first = next((i for i, t in enumerate(tokens) if t.start >= start), len(tokens))
    for _ in range(4):
        if first and tokens[first - 1].pos != "PUNCT":
            first -= 1
    held = called = False
    for i in range(first, len(tokens)):
        token = tokens[i]
        if token.start >= end:
            break
        if token.feats.get("Variant") == "Short" and token.feats.get("VerbForm") == "Part":
            return False
        held = held or (token.lemma in _HELD and token.feats.get("Tense") == "Past")
        called = called or once(tokens, i)
    return held and called


def once(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word puts what it goes with into the past: «прежде», «когда-то», «в прошлом», but no «не ранее»."""
    if tokens[i].text.lower() == "прошлом":
        after = tokens[i + 1].lemma if i + 1 < len(tokens) else ""
        return i > 0 and tokens[i - 1].lemma == "в" and after not in ("год", "месяц", "век", "столетие", "созыв")
    compared = (i > 0 and tokens[i - 1].lemma == "не") or (i + 1 < len(tokens) and tokens[i + 1].lemma == "чем")
    return tokens[i].text.lower() in _ONCE and not compared


def ended(published: date | None) -> Period | None:
    """When whatever is called former was: up to the month before publication."""
    if published is None or published.year < 2:
        return None
    month = published.year * 12 + published.month - 2
    return Period.parse(f"../{month // 12:04d}-{month % 12 + 1:02d}")


def modality_of(tokens: Sequence[Token], i: int) -> Modality:
    around = {t.lemma for t in tokens[max(0, i - 4) : i]}
    if _denied(tokens, i):
        return "denied"
    infinitive = tokens[i].feats.get("VerbForm") == "Inf"
    if infinitive and any(t.lemma == "мочь" for t in tokens[i : i + 8]):
        return "hypothetical"
    if around & {"мочь", "бы", "если", "хотеть"} or tokens[i].feats.get("Mood") == "Cnd":
        return "hypothetical"
    if tokens[i].feats.get("Tense") == "Fut" or around & OFFERING:
        return "planned"
    return "asserted"


def _denied(tokens: Sequence[Token], i: int) -> bool:
    """«Не является президентом», «не будет более являться»: only adverbs and «быть» stand between."""
    at = i - 1
    while at > 0 and i - at < 4 and (tokens[at].pos in ("ADV", "AUX") or tokens[at].lemma in ("быть", "более")):
        at -= 1
    return at >= 0 and tokens[at].text.lower() == "не"


def subject_of(sentence: Sentence, i: int, persons: Sequence[Name], sole: Name | None) -> tuple[Name, bool] | None:
    """Who the word at `i` is about: its subject, the nearest person before it, or the one person spoken of so far."""
    tokens = sentence.tokens
    by_start = {t.start: j for j, t in enumerate(tokens)}
    for name in persons:
        at = by_start.get(name.start, -1)
        inside = [j for j in range(len(tokens)) if name.start <= tokens[j].start < name.end]
        if at >= 0 and any(tokens[j].head == i and tokens[j].rel.startswith("nsubj") for j in inside):
            return name, True
    if _something(sentence, i):
        return None
    before = [n for n in persons if n.end <= tokens[i].start]
    if before:
        return _going_on(tokens, i, before) or before[-1], True
    after = next((n for n in persons if n.start > tokens[i].start), None)
    last = next((t for t in reversed(tokens) if after and t.start < after.end), None)
    if after and last and agreeing(last, _NOMINATIVE) and last.feats.get("Case", "Nom") == "Nom":
        return after, True  # no «победив … Маттеи»
    if any(t.head == i and t.rel.startswith("nsubj") and t.pos != "PRON" and t.lemma not in _SOMEBODY for t in tokens):
        return None
    return (sole, False) if sole is not None else None


def _going_on(tokens: Sequence[Token], i: int, before: Sequence[Name]) -> Name | None:
    """«Икс обошёл Игрека и остался премьером»: the second verb has the subject of the first, not its object."""
    at = i - 1
    while at > 0 and tokens[at].pos in ("ADV", "PART", "PRON"):
        at -= 1
    if at < 2 or tokens[at].text != "и" or len(before) < 2:
        return None
    one, other = before[-2], before[-1]
    verb = [t for t in tokens[:at] if one.end < t.start < other.start and t.feats.get("VerbForm") == "Fin"]
    told = {t.feats.get("Gender") for t in (*verb, tokens[i])} if len(verb) == 1 else set()
    parted = any(t.text in ",;:" for t in tokens[:at] if verb and verb[0].end <= t.start)
    return one if len(told) == 1 and tokens[at - 1].end == other.end and not parted else None


def _something(sentence: Sentence, i: int) -> bool:
    """True where the subject is a thing: «решение было принято министрами»."""
    tokens = sentence.tokens
    verb = tokens[i].head if tokens[i].rel in ("aux", "aux:pass", "cop") and tokens[i].head >= 0 else i
    return any(
        t.head == verb and t.rel.startswith("nsubj") and t.pos == "NOUN" and t.feats.get("Animacy") == "Inan"
        and t.lemma not in ("человек", "лицо", "личность", "фигура")
        for t in tokens
    )  # fmt: skip


def spoken_of(sentence: Sentence, persons: Sequence[Name]) -> Name | None:
    """The one person a sentence is about: whose name, or whose title before it, is its subject."""
    subjects = []
    for name in persons:
        inside = [j for j, t in enumerate(sentence.tokens) if name.start <= t.start < name.end]
        own = [j for j in inside if sentence.tokens[j].rel.startswith("nsubj")]
        titled = [sentence.tokens[j].head for j in inside if sentence.tokens[j].rel in ("appos", "nmod", "flat:name")]
        if own or any(k >= 0 and sentence.tokens[k].rel.startswith("nsubj") for k in titled):
            subjects.append(name)
    subjects = subjects or list(persons)
    return subjects[0] if len({n.id for n in subjects}) == 1 else None


def two_of(sentence: Sentence, name: Name) -> bool:
    """Whether «и» and another name with a capital come after a name."""
    at = next((i for i, t in enumerate(sentence.tokens) if t.start >= name.end), len(sentence.tokens))
    return [t.text[:1].isupper() or t.text for t in sentence.tokens[at : at + 2]] == ["и", True]
