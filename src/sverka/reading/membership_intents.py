"""Memberships sought, resolved on or ended: «заявка А на вступление в Х», «решение покинуть Х», «прекратил участие».

The noun says whose it is (in the genitive) or its clause's subject does; the body may be a common noun for the one
spoken of before.
"""

from collections.abc import Iterator, Sequence

from sverka.claims import Mention
from sverka.claims.vocabulary import Modality
from sverka.reading.clauseroles import subject
from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.joinable import fields
from sverka.reading.membership_nouns import DEBATED, debated
from sverka.reading.membership_undone import befallen, by_noun, of_paper, sought, will_be, yet_to_be
from sverka.reading.modality import denied, of_clause, of_noun
from sverka.reading.regions import members_of
from sverka.reading.scenes import STATES, Scene
from sverka.reading.spoken_bodies import COMMON, Meant, body_from, spoken_of
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_APPLICATION = words("заявка заявление прошение запрос ходатайство просьба обращение письмо")
_APPLY = words("подать подавать направить направлять внести отправить вручить передать оформить рассмотреть одобрить")
_GOT = words("получить получать принять дождаться ждать добиться")
_INTENT = words("решение намерение желание план готовность стремление обещание попытка право курс возможность")
_JOIN = words("вступить вступать войти присоединиться присоединяться примкнуть вернуться попасть")
_LEAVE, _QUIT = words("выйти выходить уйти"), words("покинуть покидать")
_BECOME = words("стать становиться")
_ENTRY = words("вступление присоединение вхождение возвращение прием принятие приём включение")
_EXIT = words("выход уход исключение")
_BELONGING = words("членство участие деятельность")
_STATUS = {"член": "joined", "участник": "joined", "наблюдатель": "observer", "кандидат": "candidate"}
_TRIGGERS = frozenset({"приглашение", "предложение"}) | _APPLICATION | _INTENT | _ENTRY | _EXIT | _BELONGING
_SOUGHT, _RESOLVED, _ENDED, _TOLD = 0.85, 0.8, 0.6, 0.8
_REACH = 9
_SIGNS = frozenset(",;:()–—")


def intents(scene: Scene) -> Iterator[Mention | None]:
    """Every membership a noun of asking, resolving, entering or ending tells."""
    for at, clause, k in scene.having(_TRIGGERS):
        lemma = scene.lemma(k)
        if scene.sentence.tokens[k].pos not in ("NOUN", "PROPN"):  # a noun with a capital is often taken for a name
            continue
        if lemma == "приглашение" or (lemma == "предложение" and scene.lemma(k + 1) in _JOIN):
            yield from _invited(scene, at, clause, k)
        elif lemma in _APPLICATION:
            yield from _applied(scene, at, clause, k)
        elif lemma in _INTENT:
            yield from _resolved(scene, at, clause, k)
        elif lemma == "предложение":
            continue
        elif lemma in _BELONGING:
            yield from _ended(scene, at, clause, k)
        elif not of_paper(scene, k):
            yield from _entering(scene, at, clause, k)


def _owners(scene: Scene, first: int) -> list[Actor]:
    """The states in the genitive that stand at a token: «заявка | Украины и Молдавии»."""
    start = next((a for a in scene.actors if a.first == first and a.kind == "state" and not a.prep), None)
    if start is None or start.form == "adjective" or start.case not in ("Gen", ""):
        return []
    alike = [a for a in scene.actors if a is start or (a.chain == start.chain >= 0 and a.first > first)]
    return [a for a in alike if a.kind == "state"]


def _whose(scene: Scene, k: int) -> list[Actor]:
    """Whose a noun is: the genitive after it or the adjective before it."""
    owners = _owners(scene, k + 1)
    adjective = [a for a in scene.actors if a.head == k and a.form == "adjective" and a.kind == "state"]
    return owners or adjective


def _subjects(scene: Scene, at: int) -> tuple[list[Actor], float]:
    role = subject(scene, at, STATES)
    return [a for a in role.actors if a.kind == "state"], role.certainty


def _applied(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«Подали заявку на вступление в Х», «заявка А на членство в Х», «заявление о приеме в организацию»."""
    tokens = scene.sentence.tokens
    owners = _whose(scene, k)
    start = max((a.last for a in owners), default=k) + 1
    meant = _sought(scene, start)
    if meant is None or (tokens[start].text.lower() not in ("на", "о", "об")):
        return
    who, sure, parts = owners, 0.9, [k]
    if not who:
        verb = next((j for j in clause.tokens if tokens[j].lemma in _APPLY and verb_form(tokens[j])), -1)
        if verb < 0:
            return
        who, sure = _subjects(scene, at)
        parts = [verb, k]
        if denied(scene, clause, verb):
            return
    modality = of_clause(scene, clause) if clause.predicate >= 0 else "asserted"
    said: Modality = "asserted" if modality == "denied" else modality
    yield from _told(scene, clause, parts, who, meant, "candidate", _SOUGHT * sure, said)


def _invited(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«Получила приглашение в Х», «приняла приглашение вступить в Х»: a candidate, not yet in."""
    verb, after = clause.predicate, k
    if verb < 0 or scene.lemma(verb) not in _GOT or denied(scene, clause, verb):
        return
    after += scene.lemma(k + 1) in _JOIN
    meant = _after_prep(scene, after, "joined")
    if meant is None or not meant.named:
        return
    who, sure = _subjects(scene, at)
    yield from _told(scene, clause, [verb, k, meant.last], who, meant, "candidate", _SOUGHT * sure, "asserted")


def _sought(scene: Scene, start: int) -> Meant | None:
    """What is applied for: «на вступление в Х», «на получение статуса члена организации», «о приеме в Х»."""
    tokens = scene.sentence.tokens
    told = False
    for j in range(start + 1, min(len(tokens), start + _REACH)):
        if tokens[j].text in _SIGNS or verb_form(tokens[j]) == "fin":
            return None
        lemma = scene.lemma(j)
        if lemma in _ENTRY or lemma == "членство" or lemma in _STATUS:
            told = True
            if lemma in _STATUS and (meant := body_from(scene, j + 1)) is not None:
                return meant
        group = next((a for a in scene.actors if a.first == j and a.kind == "group"), None)
        if group is not None and tokens[j].lemma in _STATUS:
            return Meant(group, 1.0, group.last, True)
        if told and tokens[j].text.lower() in ("в", "во", "к", "при"):
            return body_from(scene, j + 1)
    return None


def _resolved(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«Решение Великобритании покинуть Х», «намерение А стать наблюдателем при Х», «принял решение о выходе из Х»."""
    tokens = scene.sentence.tokens
    owners = _whose(scene, k)
    at_verb = max((a.last for a in owners), default=k) + 1
    while at_verb < len(tokens) and tokens[at_verb].pos == "ADV":
        at_verb += 1
    if at_verb + 1 >= len(tokens):
        return
    told = _infinitive(scene, at_verb)
    if told is None:
        return
    status, meant, last = told
    who, sure = (owners, 0.9) if owners else _subjects(scene, at)
    if scene.lemma(k) in ("право", "возможность", "попытка", "курс") and not owners:
        return
    yield from _told(scene, clause, [k, last], who, meant, status, _RESOLVED * sure, "planned")


def _infinitive(scene: Scene, j: int) -> tuple[str, Meant, int] | None:
    """Status, body and last token of «покинуть Х», «вступить в Х», «стать членом Х», «о выходе из Х»."""
    tokens, lemma = scene.sentence.tokens, scene.lemma(j)
    if tokens[j].text.lower() in ("о", "об"):
        noun = j + 1
        status = "joined" if scene.lemma(noun) in _ENTRY else "left" if scene.lemma(noun) in _EXIT else ""
        found = _after_prep(scene, noun, status) if status and not _owners(scene, noun + 1) else None
        return (status, found, found.last) if found is not None else None
    if verb_form(tokens[j]) != "inf":
        return None
    if lemma in _QUIT:
        meant = body_from(scene, j + 1)
        return ("left", meant, meant.last) if meant is not None else None
    if lemma in _JOIN | _LEAVE:
        status = "joined" if lemma in _JOIN else "left"
        found = _after_prep(scene, j, status)
        return (status, found, found.last) if found is not None else None
    for noun in range(j + 1, min(len(tokens), j + 5)) if lemma in _BECOME | {"получить", "обрести"} else ():
        word = scene.lemma(noun).rpartition("-")[2]
        if word in _STATUS:
            group = next((a for a in scene.actors if a.first == noun and a.kind == "group"), None)
            after = noun + 1 + (scene.lemma(noun + 1) in ("при", "в"))
            found = Meant(group, 1.0, group.last, True) if group is not None else body_from(scene, after)
            return (_STATUS[word], found, max(noun, found.last)) if found is not None else None
    return None


def _after_prep(scene: Scene, k: int, status: str) -> Meant | None:
    """The body after «в», «к» or «из» that follows a word at once."""
    tokens = scene.sentence.tokens
    preps = ("из",) if status == "left" else ("в", "во", "к")
    if k + 2 < len(tokens) and tokens[k + 1].text.lower() in preps:
        return body_from(scene, k + 2)
    return None


def _entering(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«Выход А из организации», «исключение А из состава Х», «вступление в Х А и Б», «присоединения А и Б»."""
    tokens = scene.sentence.tokens
    status = "joined" if scene.lemma(k) in _ENTRY else "left"
    owners = _whose(scene, k)
    after = max((a.last for a in owners if a.first > k), default=k)
    meant = _after_prep(scene, after, status)
    if meant is None and not owners:
        return
    if not owners and meant is not None:  # the owner follows the body
        owners = _owners(scene, meant.last + 1)
        if not owners:
            return
    elif meant is not None and meant.named and scene.lemma(after + 2) != "состав":
        return  # read with the entries whose body is named
    sure = _TOLD
    if meant is None:
        if scene.lemma(k) not in ("присоединение", "вступление") or tokens[after + 1 : after + 2] == ():
            return
        found = spoken_of(scene, k)
        spoken = found is not None and (found[0] in scene.actors or any(scene.lemma(j) in COMMON for j in range(k)))
        if found is None or not spoken or tokens[after + 1].pos == "ADP":
            return
        meant, sure = Meant(found[0], found[1], after, False), 0.6
    modality = of_noun(scene, k)
    if modality == "hypothetical" or debated(scene, k):
        sure *= DEBATED
    if modality == "asserted" and (yet_to_be(scene, k) or will_be(scene, clause, k)):
        modality = "planned"
    if status == "joined" and modality != "denied" and sought(scene, clause, k):
        status, modality = "candidate", "asserted"
    yield from _told(scene, clause, [k, meant.last], owners, meant, status, sure, modality)


def _ended(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«Х прекратил членство А», «прекращение участия А в Х»; to resolve on it is not yet the end."""
    lemma, verb = scene.lemma(k), clause.predicate
    if befallen(scene, clause, k) != "ended" or (lemma == "деятельность" and not _owners(scene, k + 1)):
        return
    noun = by_noun(scene, k)
    verb = -1 if noun else verb
    owners = _owners(scene, k + 1)
    after = max((a.last for a in owners), default=k)
    meant = _after_prep(scene, after, "joined")
    chief = subject(scene, at, {"organization"})
    if owners and meant is None:
        bodies = [a for a in chief.actors if a.kind == "organization"]
        found = (bodies[0], 0.9) if bodies and verb >= 0 else spoken_of(scene, k)
        meant = Meant(found[0], found[1], after, False) if found is not None else None
    sure = 0.9
    if not owners and verb >= 0:
        owners, sure = _subjects(scene, at)
    if meant is None or not owners or (verb >= 0 and denied(scene, clause, verb)):
        return
    modality = of_clause(scene, clause) if verb >= 0 else of_noun(scene, k)
    if modality == "denied":
        return
    if noun and modality == "asserted" and yet_to_be(scene, k):
        modality = "planned"
    parts = [verb if verb >= 0 else k, k, after]
    yield from _told(scene, clause, parts, owners, meant, "left", _ENDED * sure, modality)


def _told(
    scene: Scene,
    clause: Clause,
    parts: Sequence[int],
    who: Sequence[Actor],
    meant: Meant,
    status: str,
    sure: float,
    modality: Modality,
) -> Iterator[Mention | None]:
    body = meant.body
    inside: list[int | Actor] = [*parts, *who]
    span = stretch(scene, [*inside, body] if body in scene.actors and meant.named else inside)
    for actor in who:
        for state in (s for s in members_of(actor) if s != body.ids[0]):
            known = certainty(scene, clause, [], sure, meant.sure) * (0.75 if actor.guessed else 1.0)
            yield mention(scene.bundle, fields(state, body, status, None), span, modality, known)
