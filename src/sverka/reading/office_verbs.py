"""Offices told by a verb: took the post of, was elected, headed, works as – and the presidency of somebody."""

from collections.abc import Iterator, Sequence

from sverka.claims.vocabulary import Modality
from sverka.reading.document import Name, Sentence, Token
from sverka.reading.morphology import plain_letters
from sverka.reading.offering import OFFERING, POSTS, goal, himself, leads, offered
from sverka.reading.office_leading import LEADING, governing, leading
from sverka.reading.office_raising import APPOINTING, appointed, raised
from sverka.reading.tenure import Tenure, modality_of, subject_of
from sverka.reading.title_words import ACTING, governs, of_a_state
from sverka.reading.titles import Title
from sverka.reading.wordlists import words

#: Verbs whose instrumental complement is the office.
_BECOMING = words(
    """стать становиться быть являться остаться оставаться избрать избрана назначить назначать работать служить
    трудиться утвердить переизбрать провозгласить побыть оказаться избираться признать признавать объявить объявлять
    избирать выбрать"""
)
_TERMS = {"президентство": "head_of_state", "премьерство": "head_of_government"}
#: What one does with powers that are one's own.
_POWERS = words(
    """принять принимать сложить складывать исполнять исполнить получить взять осуществлять приступить приступать
    передать лишить лишиться прекратить сдать"""
)
_POST_OF = {"президентский": "head_of_state", "премьерский": "head_of_government"}
#: What leads on to the next office of a list: «, а потом и главой».
_THEN = words("а и потом затем позже позднее впоследствии также после далее одновременно еще кроме")
#: What states join.
_JOINED = words("альянс союз блок организация содружество сообщество лига объединение пакт")


def tenures(sentence: Sentence, found: Sequence[Title], names: Sequence[Name], sole: Name | None) -> Iterator[Tenure]:
    """Every tenure a sentence tells of; `sole` is the only person the text speaks of, if there is just one."""
    persons = [n for n in names if n.kind == "person" and n.form == "noun"]
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        held = token.lemma in POSTS or (token.lemma == "полномочие" and _empowered(tokens, i))
        if held or (token.lemma == "обязанность" and _acting(tokens, i) is not None):
            yield from _post(sentence, i, found, persons, sole)
        elif token.lemma in _BECOMING and token.pos in ("VERB", "AUX", "ADJ"):
            yield from _becoming(sentence, i, found, persons, sole, names)
        elif token.lemma in LEADING and token.pos == "VERB" and not governs(token):
            yield from leading(sentence, i, persons, sole, names)
        elif token.lemma in ("правительство", "кабинет"):
            yield from governing(sentence, i, persons, names)
        elif token.lemma in _TERMS:
            yield from _term(sentence, i, persons)
        elif token.lemma in APPOINTING:
            yield from appointed(sentence, i, found, persons)
        elif token.lemma == "качество" and i and tokens[i - 1].lemma == "в":
            yield from _in_the_role(sentence, i, found, persons, sole)


def _post(
    sentence: Sentence, i: int, found: Sequence[Title], persons: Sequence[Name], sole: Name | None
) -> Iterator[Tenure]:
    """«занял пост секретаря», «уход с поста президента», «кандидат на пост»; also «президентский пост»."""
    owned = (t for t in found if i + 1 in (t.first, t.head) and "Gen" in t.cases)
    title = next((t for t in owned if sentence.tokens[t.head].feats.get("Case") != "Ins"), None)
    acting = _acting(sentence.tokens, i)
    who = subject_of(sentence, i if acting is None else acting, persons, sole)
    if who is None:
        return
    name, near = who
    proposed = offered(sentence.tokens, i)
    leading_on = leads(sentence.tokens, i)
    if proposed and (leading_on or not _after_offer(sentence, name, i)):
        return
    adjective = sentence.tokens[i - 1].lemma if i else ""
    if title is None and adjective in _POST_OF:
        start = name.start if near and 0 <= sentence.tokens[i].start - name.end < 60 else sentence.tokens[i - 1].start
        end = sentence.tokens[i].end
        yield Tenure(start, end, name, _POST_OF[adjective], None, modality_of(sentence.tokens, i), near)
    if title is None:
        return
    verb = _verb_before(sentence, i)
    start = sentence.tokens[verb].start if verb is not None else sentence.tokens[i].start
    if near and name.end <= start and start - name.end < 40:
        start = name.start
    words = {t.lemma for j, t in enumerate(sentence.tokens[:i]) if j >= i - 8 and not himself(sentence.tokens, j)}
    proposed = proposed or bool(goal(sentence.tokens, i) is None and words & OFFERING)
    modality: Modality = "planned" if proposed else "hypothetical" if "мочь" in words else "asserted"
    end = sentence.tokens[title.after - 1].end
    if _taken_from(sentence, i, title, persons, name):
        return  # read with the person it belongs to
    if (given := _at_the_post(sentence, i, title, persons)) is not None:
        name, near, start, end = given, True, sentence.tokens[i].start, given.end
    if leading_on and (given := _given_to(sentence, title, persons)) is not None:
        name, near, start, end = given, True, sentence.tokens[i].start, given.end
    elif leading_on and i > 2 and near and name.end <= sentence.tokens[i].start:
        return
    yield Tenure(start, end, name, title.office, _holder(title), modality, near)


def _taken_from(sentence: Sentence, i: int, title: Title, persons: Sequence[Name], subject: Name) -> bool:
    """Whether a post left is that of the person right after its title: «снял с поста премьера Икса»."""
    tokens = sentence.tokens
    at = title.after
    if at >= len(tokens) or not i or tokens[i - 1].text.lower() not in ("с", "со", "от"):
        return False
    follows = any(n is not subject and n.start == tokens[at].start for n in persons)
    return follows and tokens[at].feats.get("Case", "Nom") != "Nom"


def _at_the_post(sentence: Sentence, i: int, title: Title, persons: Sequence[Name]) -> Name | None:
    """«Вторая женщина на посту премьера Икс ушла»: whose name stands right after the title, as the subject."""
    tokens, at = sentence.tokens, title.after
    if not i or at >= len(tokens) or tokens[i - 1].text.lower() != "на" or tokens[at].feats.get("Case") != "Nom":
        return None
    return next((n for n in persons if n.start == tokens[at].start), None)


def _given_to(sentence: Sentence, title: Title, persons: Sequence[Name]) -> Name | None:
    """The person of «, а на пост спикера – Петрова»: right after the title, or after its dash."""
    beside = {t.start for t in sentence.tokens[title.after : title.after + 2] if t.pos in ("PROPN", "NOUN")}
    return next((n for n in persons if n.start in beside), None)


def _after_offer(sentence: Sentence, name: Name, i: int) -> bool:
    """Whether a person stands between the word of proposing and the post: who is proposed, not who proposes."""
    before = [t for t in sentence.tokens[max(0, i - 18) : i] if t.lemma in OFFERING]
    return bool(before) and before[0].end <= name.start and name.end <= sentence.tokens[i].start


def _acting(tokens: Sequence[Token], i: int) -> int | None:
    """The verb of «исполняет обязанности президента», before or after it."""
    if tokens[i].lemma != "обязанность":
        return None
    around = range(max(0, i - 3), min(len(tokens), i + 6))
    return next((j for j in around if tokens[j].lemma == "исполнять" and tokens[j].feats.get("Mood") == "Ind"), None)


def _empowered(tokens: Sequence[Token], i: int) -> bool:
    """«Принял полномочия президента», «сложил полномочия»: somebody's own, not what a president may do."""
    return any(t.lemma in _POWERS for t in tokens[max(0, i - 4) : i])


def _in_the_role(
    sentence: Sentence, i: int, found: Sequence[Title], persons: Sequence[Name], sole: Name | None
) -> Iterator[Tenure]:
    """«В первой речи в качестве премьера Икс обещал»: an office told by the way; of experts it is none."""
    tokens = sentence.tokens
    title = next((t for t in found if t.first == i + 1 and "Gen" in t.cases and not t.plural), None)
    if title is None or (title.office.startswith("other:") and not title.holders):
        return
    if any(t.lemma in OFFERING for t in tokens[max(0, i - 10) : i]):
        return
    at = title.after + (title.after < len(tokens) and tokens[title.after].text == ",")
    follows = next((n for n in persons if at < len(tokens) and n.start == tokens[at].start), None)
    told = any(t.feats.get("VerbForm") == "Fin" for t in tokens[:i])
    who = (follows, True) if follows is not None and not told else subject_of(sentence, i, persons, sole)
    if who is not None:
        end = max(tokens[title.after - 1].end, follows.end if follows is not None and not told else 0)
        yield Tenure(tokens[i - 1].start, end, who[0], title.office, _holder(title), "asserted", who[0] is follows)


def _verb_before(sentence: Sentence, i: int) -> int | None:
    for j in range(i - 1, max(-1, i - 7), -1):
        if sentence.tokens[j].pos in ("VERB", "NOUN") and sentence.tokens[j].lemma not in ("время",):
            return j
    return None


def _becoming(
    sentence: Sentence,
    i: int,
    found: Sequence[Title],
    persons: Sequence[Name],
    sole: Name | None,
    names: Sequence[Name],
) -> Iterator[Tenure]:
    """«был избран президентом», «стал послом», «работал врачом»."""
    tokens = sentence.tokens
    title = next(
        (t for t in found if i < t.first <= i + 4 and "Ins" in t.cases and _serving(tokens, t)),
        None,
    )
    if title is None:
        yield from _predicate_first(sentence, i, found, persons, names)
        return
    if any(t.pos in ("PUNCT", "CCONJ", "ADP") for t in tokens[i + 1 : title.first]) or title.plural:
        return
    if _of_states(tokens, title, names) or (i + 1 == title.first and tokens[i].feats.get("Case") == "Ins"):
        return  # what states become; «перед вновь избранным президентом»
    if title.after < len(tokens) and any(n.start == tokens[title.after].start for n in persons):
        yield from raised(sentence, i, title, title.after, persons)
        return  # the title belongs to the person after it
    second = next((t for t in found if t.first == title.after and not t.plural and "Acc" in t.cases), None)
    if second is not None and second.after < len(tokens):
        given = list(raised(sentence, i, title, second.after, persons))
        if given:  # «признали президентом спикера парламента Икса»
            yield from given
            return
    who = subject_of(sentence, i, persons, sole)
    if who is None:
        return
    name, near = who
    start = tokens[i].start
    if near and name.end <= start and start - name.end < 40:
        start = name.start
    modality = modality_of(tokens, i)
    both = [title, *_joined(tokens, title, found, persons)]
    shared = next((h for t in both if (h := _holder(t)) is not None), None)
    for one in both:
        begin = start if one is title else tokens[one.first].start
        yield Tenure(begin, tokens[one.after - 1].end, name, one.office, _holder(one) or shared, modality, near)


def _serving(tokens: Sequence[Token], title: Title) -> bool:
    """Whether a title is what somebody serves as; of «исполняющим обязанности президента» the participle shows it."""
    if tokens[title.first].lemma in ACTING and title.first < title.head:
        return tokens[title.first].feats.get("Case") == "Ins"
    return tokens[title.head].feats.get("Case") != "Gen"


def _joined(tokens: Sequence[Token], title: Title, found: Sequence[Title], persons: Sequence[Name]) -> Iterator[Title]:
    """Further offices of a list: «был премьером (одним из двух) и министром труда»."""
    at = title.after
    while at < len(tokens):
        if tokens[at].text == "(":
            at = next((j + 1 for j in range(at, min(len(tokens), at + 8)) if tokens[j].text == ")"), len(tokens))
            continue
        opens = at + 1
        while opens < len(tokens) and tokens[opens].lemma in _THEN and tokens[opens].pos != "NOUN":
            opens += 1
        following = next((t for t in found if t.first == opens and "Ins" in t.cases and not t.plural), None)
        if tokens[at].text not in ("и", ",") or following is None:
            return
        at = following.after
        if at < len(tokens) and any(n.start == tokens[at].start for n in persons):
            return  # the next is somebody else's
        yield following


def _of_states(tokens: Sequence[Token], title: Title, names: Sequence[Name]) -> bool:
    """«Стать членом альянса», «стать государством-наблюдателем при союзе»: what states become."""
    if tokens[title.head].lemma.rpartition("-")[2] not in ("член", "участник", "наблюдатель", "кандидат", "партнер"):
        return False
    start, end = tokens[title.head].start, tokens[title.after - 1].end
    bodies = any(
        start <= n.start < end and n.kind in ("organization", "group") and not of_a_state(plain_letters(n.id[4:]))
        for n in names
    )
    joined = {t.lemma for t in tokens[title.head : title.after]} & _JOINED
    return bool(joined) or bodies or any(":" not in h and len(h) != 3 for h in title.holders)


def _predicate_first(
    sentence: Sentence, i: int, found: Sequence[Title], persons: Sequence[Name], names: Sequence[Name]
) -> Iterator[Tenure]:
    """«Президентом ФРГ был Хорст Кёлер»."""
    tokens = sentence.tokens
    title = next(
        (t for t in found if t.after <= i <= t.after + 5 and "Ins" in t.cases and _since(tokens[t.after : i])), None
    )
    at = i + 1 + (i + 2 < len(tokens) and tokens[i + 1].pos == "ADV")
    described = next((t for t in found if t.first == at and "Nom" in t.cases and not t.plural), None)
    at = described.after if described is not None else at  # «главой МИД назначен посол в Риме Паоло …»
    name = next((n for n in persons if at < len(tokens) and n.start == tokens[at].start), None)
    if title is not None and name is not None and not (title.first and tokens[title.first - 1].pos == "ADP"):
        start = tokens[title.first].start
        holder = _holder(title) or _described(sentence, title, names)
        if holder is None and described is not None and len(described.holders) == 1:
            holder = described.holders[0] if ":" not in described.holders[0] else None
        yield Tenure(start, name.end, name, title.office, holder, modality_of(tokens, i), True)


def _described(sentence: Sentence, title: Title, names: Sequence[Name]) -> str | None:
    """«Африканский союз, председателем которого был …»: what the relative clause is about."""
    tokens = sentence.tokens
    if title.after >= len(tokens) or tokens[title.after].lemma != "который" or title.first < 2:
        return None
    end = tokens[title.first - 2].end
    return next((n.id for n in names if n.end == end and n.kind in ("organization", "state")), None)


def _since(words: Sequence[Token]) -> bool:
    """True for nothing, or a time only: «президентом с ноября служит …», «премьером ныне остаётся …»."""
    words = [t for t in words if t.lemma not in ("который", "еще")]
    return all(t.pos in ("ADV", "NUM", "AUX") for t in words) or (
        words[0].lemma in ("с", "до", "по", "в", "на") and not any(t.pos in ("VERB", "PUNCT", "PROPN") for t in words)
    )


def _term(sentence: Sentence, i: int, persons: Sequence[Name]) -> Iterator[Tenure]:
    """«президентство Дмитрия Медведева»."""
    tokens = sentence.tokens
    if i + 1 < len(tokens):
        name = next((n for n in persons if n.start == tokens[i + 1].start), None)
        if name is not None:
            yield Tenure(tokens[i].start, name.end, name, _TERMS[tokens[i].lemma], None, "asserted", True)


def _holder(title: Title) -> str | None:
    return title.holders[0] if title.holders else None
