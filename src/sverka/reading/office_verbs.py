"""Offices told by a verb: took the post of, was elected, headed, works as – and the presidency of somebody."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sverka.claims.vocabulary import Modality
from sverka.reading.document import Name, Sentence, Token
from sverka.reading.holders import agreeing
from sverka.reading.inflection import genitive, nominative
from sverka.reading.morphology import plain_letters
from sverka.reading.title_words import BODY
from sverka.reading.titles import Title, cases_of
from sverka.reading.wordlists import words

#: Verbs whose instrumental complement is the office.
_BECOMING = words(
    """стать становиться быть являться остаться оставаться избрать избрана назначить назначать работать служить
    трудиться утвердить переизбрать провозгласить побыть оказаться избираться"""
)
_POSTS = frozenset({"пост", "должность", "кресло"})
_LEADING = words("возглавить возглавлять руководить управлять")
_NOMINATIVE = frozenset({"Nom"})
_TERMS = {"президентство": "head_of_state", "премьерство": "head_of_government"}
_POST_OF = {"президентский": "head_of_state", "премьерский": "head_of_government"}
_HOPES = frozenset({"кандидатура", "кандидат", "претендент", "выдвинуть", "предложить", "претендовать"})
_GOVERNMENT = frozenset({"правительство", "кабинет", "кабмин", "совмин"})
#: Common nouns for bodies that can be headed; others («борьба», «процесс») are led in another sense.
_LED = _GOVERNMENT | words(
    """государство страна республика мид минобороны министерство ведомство партия движение фракция делегация
    комитет комиссия совет служба агентство палата парламент сенат дума администрация департамент управление
    фонд банк организация союз секретариат штаб генштаб миссия посольство представительство прокуратура суд
    компания корпорация концерн университет институт центр ассоциация область край регион город район блок
    альянс"""
)
_DIPLOMACY, _STATE = words("дипломатия дипведомство"), words("государство страна республика")


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


def tenures(sentence: Sentence, found: Sequence[Title], names: Sequence[Name], sole: Name | None) -> Iterator[Tenure]:
    """Every tenure a sentence tells of; `sole` is the only person the text speaks of, if there is just one."""
    persons = [n for n in names if n.kind == "person" and n.form == "noun"]
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.lemma in _POSTS or (token.lemma == "обязанность" and _acting(tokens, i) is not None):
            yield from _post(sentence, i, found, persons, sole)
        elif token.lemma in _BECOMING and token.pos in ("VERB", "AUX", "ADJ"):
            yield from _becoming(sentence, i, found, persons, sole)
        elif token.lemma in _LEADING and token.pos == "VERB":
            yield from _leading(sentence, i, persons, sole, names)
        elif token.lemma in _TERMS:
            yield from _term(sentence, i, persons)


def _post(
    sentence: Sentence, i: int, found: Sequence[Title], persons: Sequence[Name], sole: Name | None
) -> Iterator[Tenure]:
    """«занял пост секретаря», «уход с поста президента», «кандидат на пост»; also «президентский пост»."""
    title = next((t for t in found if i + 1 in (t.first, t.head) and "Gen" in t.cases), None)
    acting = _acting(sentence.tokens, i)
    who = _subject(sentence, i if acting is None else acting, persons, sole)
    if who is None:
        return
    name, near = who
    adjective = sentence.tokens[i - 1].lemma if i else ""
    if title is None and adjective in _POST_OF:
        start = name.start if near and 0 <= sentence.tokens[i].start - name.end < 60 else sentence.tokens[i - 1].start
        end = sentence.tokens[i].end
        yield Tenure(start, end, name, _POST_OF[adjective], None, _modality(sentence.tokens, i), near)
    if title is None:
        return
    verb = _verb_before(sentence, i)
    start = sentence.tokens[verb].start if verb is not None else sentence.tokens[i].start
    if near and name.end <= start and start - name.end < 40:
        start = name.start
    words = {t.lemma for t in sentence.tokens[max(0, i - 8) : i]}
    modality: Modality = "planned" if words & _HOPES else "hypothetical" if "мочь" in words else "asserted"
    end = sentence.tokens[title.after - 1].end
    yield Tenure(start, end, name, title.office, _holder(title), modality, near)


def _acting(tokens: Sequence[Token], i: int) -> int | None:
    """The verb of «исполняет обязанности президента», before or after it."""
    if tokens[i].lemma != "обязанность":
        return None
    around = range(max(0, i - 3), min(len(tokens), i + 6))
    return next((j for j in around if tokens[j].lemma == "исполнять" and tokens[j].feats.get("Mood") == "Ind"), None)


def _verb_before(sentence: Sentence, i: int) -> int | None:
    for j in range(i - 1, max(-1, i - 7), -1):
        if sentence.tokens[j].pos in ("VERB", "NOUN") and sentence.tokens[j].lemma not in ("время",):
            return j
    return None


def _becoming(
    sentence: Sentence, i: int, found: Sequence[Title], persons: Sequence[Name], sole: Name | None
) -> Iterator[Tenure]:
    """«был избран президентом», «стал послом», «работал врачом»."""
    tokens = sentence.tokens
    title = next(
        (t for t in found if i < t.first <= i + 4 and "Ins" in t.cases and tokens[t.head].feats.get("Case") != "Gen"),
        None,
    )
    if title is None:
        yield from _predicate_first(sentence, i, found, persons)
        return
    if any(t.pos in ("PUNCT", "CCONJ", "ADP") for t in tokens[i + 1 : title.first]):
        return
    if title.after < len(tokens) and any(n.start == tokens[title.after].start for n in persons):
        return  # the title belongs to the person after it
    who = _subject(sentence, i, persons, sole)
    if who is None:
        return
    name, near = who
    start = tokens[i].start
    if near and name.end <= start and start - name.end < 40:
        start = name.start
    modality = _modality(tokens, i)
    yield Tenure(start, tokens[title.after - 1].end, name, title.office, _holder(title), modality, near)


def _predicate_first(sentence: Sentence, i: int, found: Sequence[Title], persons: Sequence[Name]) -> Iterator[Tenure]:
    """«Президентом ФРГ был Хорст Кёлер»."""
    tokens = sentence.tokens
    title = next(
        (t for t in found if t.after <= i <= t.after + 4 and "Ins" in t.cases and _since(tokens[t.after : i])), None
    )
    name = next((n for n in persons if i + 1 < len(tokens) and n.start == tokens[i + 1].start), None)
    if title is not None and name is not None and not (title.first and tokens[title.first - 1].pos == "ADP"):
        start = tokens[title.first].start
        yield Tenure(start, name.end, name, title.office, _holder(title), _modality(tokens, i), True)


def _since(words: Sequence[Token]) -> bool:
    """True for nothing, or a time only: «президентом с ноября служит …», «премьером ныне остаётся …»."""
    return all(t.pos in ("ADV", "NUM") for t in words) or (
        words[0].lemma in ("с", "до", "по", "в") and not any(t.pos in ("VERB", "PUNCT", "PROPN") for t in words)
    )


def _modality(tokens: Sequence[Token], i: int) -> Modality:
    around = {t.lemma for t in tokens[max(0, i - 4) : i]}
    infinitive = tokens[i].feats.get("VerbForm") == "Inf"
    if infinitive and any(t.lemma == "мочь" for t in tokens[i : i + 8]):
        return "hypothetical"
    if around & {"мочь", "бы", "если", "хотеть"} or tokens[i].feats.get("Mood") == "Cnd":
        return "hypothetical"
    if tokens[i].feats.get("Tense") == "Fut" or around & _HOPES:
        return "planned"
    return "asserted"


def _leading(
    sentence: Sentence, i: int, persons: Sequence[Name], sole: Name | None, names: Sequence[Name]
) -> Iterator[Tenure]:
    """«возглавляет правительство», «руководил Роспотребнадзором», «кабинет, который возглавляет Павел Филип»."""
    tokens = sentence.tokens
    wanted = "Ins" if tokens[i].lemma in ("руководить", "управлять") else "Acc"
    which = next((j for j in range(i - 1, max(-1, i - 4), -1) if tokens[j].lemma == "который"), None)
    who = _subject(sentence, i, persons, sole)
    if who is None:
        return
    name, near = who
    states = [n for n in names if n.kind == "state" and n.form != "pronoun"]
    organizations = [n for n in names if n.kind == "organization"]
    if which is not None and tokens[which].feats.get("Case") == wanted and which >= 2:
        first = next((j for j in range(which - 2, max(-1, which - 7), -1) if tokens[j].pos in ("NOUN", "PROPN")), None)
        if first is None:
            return
        after, start, end = which - 1, tokens[first].start, max(name.end, tokens[i].end)
    else:
        first = i + 1
        while first < len(tokens) and tokens[first].lemma in ("также", "тогда", "сейчас", "ныне", "временно"):
            first += 1
        after = _object(tokens, first, wanted, persons)
        start, end = tokens[i].start, tokens[after - 1].end
        if after == first and near and name.start > tokens[i].start:
            first, after = _fronted(tokens, i), i  # «Правительство возглавил Павел Филип»
            start, end = tokens[first].start, name.end
        if after == first:
            return
        if near and name.end <= start and start - name.end < 40:
            start = name.start
    owner = next((n.id for n in states if n.form == "adjective" and n.start == tokens[first].start), None)
    if owner is not None and first + 1 < after:
        first += 1  # «перуанскую делегацию»: whose it is, said by an adjective
    phrase = tokens[first:after]
    head = next((t for t in phrase if t.pos in ("NOUN", "PROPN")), None)
    owned = next((n.id for n in states if n.start == phrase[0].start and n.form in ("noun", "capital")), None)
    if head is None or (head.pos == "NOUN" and head.lemma not in _LED | _DIPLOMACY and owned is None):
        return
    word = "руководитель" if tokens[i].lemma == "руководить" else "глава"
    office = _led(head, phrase, word) if owned is None else "head_of_state"
    owner = owner or owned
    if owner is None and office.startswith("other:"):
        owner = _body_led(phrase, states, organizations)
    elif owner is None:
        owner = next((n.id for n in states if phrase[0].start <= n.start < phrase[-1].end), None)
    yield Tenure(start, end, name, office, owner, _modality(tokens, i), near)


def _body_led(phrase: Sequence[Token], states: Sequence[Name], organizations: Sequence[Name]) -> str | None:
    """The state a body belongs to, or the organization itself."""
    start, end = phrase[0].start, phrase[-1].end
    recorded = next((n for n in organizations if start <= n.start < end and not n.id.startswith("org:")), None)
    if recorded is not None:
        return recorded.id
    title = nominative(phrase)
    if BODY.match(plain_letters(title)):
        return next((n.id for n in states if start <= n.start < end), None)
    return f"org:{title.strip()}"


def _object(tokens: Sequence[Token], first: int, case: str, persons: Sequence[Name]) -> int:
    """The index after the noun phrase that begins at `first`."""
    starts = {n.start for n in persons}
    at, wanted = first, case
    while at < len(tokens) and at - first < 8:
        token = tokens[at]
        if token.start in starts or token.pos not in ("NOUN", "PROPN", "ADJ", "DET") or wanted not in cases_of(token):
            break
        if token.pos in ("NOUN", "PROPN"):
            wanted = "Gen"
        at += 1
    if at > first and at + 1 < len(tokens) and tokens[at].lemma in ("в", "при") and tokens[at + 1].text.isupper():
        at += 2  # «делегацию в ООН»
    return at


def _fronted(tokens: Sequence[Token], i: int) -> int:
    """Where the noun phrase before a verb begins; `i` itself where there is none."""
    at = i
    while at > 0 and tokens[at - 1].pos in ("NOUN", "PROPN", "ADJ", "DET"):
        at -= 1
    return at


def _led(head: Token, phrase: Sequence[Token], word: str) -> str:
    lemmas = {t.lemma for t in phrase}
    if head.lemma in _GOVERNMENT:
        return "head_of_government"
    if head.lemma in _STATE:
        return "head_of_state"
    if head.lemma in _DIPLOMACY or "внешнеполитический" in lemmas:
        return "foreign_minister"
    if head.lemma == "ведомство" and lemmas & {"военный", "оборонный"}:
        return "defence_minister"
    if head.lemma == "мид" or {"министерство", "иностранный"} <= lemmas:
        return "foreign_minister"
    if head.lemma == "минобороны" or {"министерство", "оборона"} <= lemmas:
        return "defence_minister"
    if head.lemma == "партия" or {"партия"} & lemmas:
        return "other:лидер партии"
    return f"other:{word} {genitive(phrase)}"


def _term(sentence: Sentence, i: int, persons: Sequence[Name]) -> Iterator[Tenure]:
    """«президентство Дмитрия Медведева»."""
    tokens = sentence.tokens
    if i + 1 < len(tokens):
        name = next((n for n in persons if n.start == tokens[i + 1].start), None)
        if name is not None:
            yield Tenure(tokens[i].start, name.end, name, _TERMS[tokens[i].lemma], None, "asserted", True)


def _holder(title: Title) -> str | None:
    return title.holders[0] if title.holders else None


def _subject(sentence: Sentence, i: int, persons: Sequence[Name], sole: Name | None) -> tuple[Name, bool] | None:
    """Who the word at `i` is about: its subject, the nearest person before it, or the one person spoken of so far."""
    tokens = sentence.tokens
    by_start = {t.start: j for j, t in enumerate(tokens)}
    for name in persons:
        at = by_start.get(name.start, -1)
        inside = [j for j in range(len(tokens)) if name.start <= tokens[j].start < name.end]
        if at >= 0 and any(tokens[j].head == i and tokens[j].rel.startswith("nsubj") for j in inside):
            return name, True
    before = [n for n in persons if n.end <= tokens[i].start]
    if before:
        return before[-1], True
    after = next((n for n in persons if n.start > tokens[i].start), None)
    if after and agreeing(next(t for t in reversed(tokens) if t.start < after.end), _NOMINATIVE):
        return after, True  # no «победив … Маттеи»
    if any(t.head == i and t.rel.startswith("nsubj") and t.pos != "PRON" for t in tokens):
        return None
    return (sole, False) if sole is not None else None
