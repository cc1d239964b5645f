"""Memberships told by a status given, sought or counted: «дали статус кандидата», «стала двадцатой страной еврозоны».

Here the noun is not what a state is called («А – член Х») but what it gets, holds, asks for or gives up; the body may
stand by the noun, by the verb, or be the one that gives.
"""

import re
from collections.abc import Iterator, Sequence

from sverka.claims import Mention
from sverka.claims.vocabulary import Modality
from sverka.reading.anaphora import place_before
from sverka.reading.clauseroles import subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.joinable import fields, joinable
from sverka.reading.modality import denied, of_clause
from sverka.reading.regions import members_of
from sverka.reading.scenes import STATES, Scene
from sverka.reading.spoken_bodies import COMMON, body_from, spoken_of
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_STATUS = {"наблюдатель": "observer", "кандидат": "candidate", "член": "member", "участник": "member",
           "партнер": "associate", "претендент": "candidate"}  # fmt: skip
_STANDING = words("статус положение роль место кресло мандат право ранг звание качество")
_GIVE = words(
    """дать давать предоставить предоставлять присвоить присваивать пожаловать вручить одобрить утвердить наделить
    подарить гарантировать подтвердить вернуть"""
)
_GET = words(
    """получить получать иметь обрести приобрести сохранять сохранить довольствоваться пользоваться обладать занять
    занимать удостоиться ограничиться дождаться добиться"""
)
_WANT = words("добиваться требовать просить хотеть желать домогаться претендовать мечтать надеяться рассчитывать ждать")
_ATTEND = words("участвовать присутствовать состоять выступать находиться принимать работать числиться")
_END = words("прекратить прекращать утратить потерять лишиться завершить разорвать денонсировать")
_GAIN = words("восстановить восстанавливать возобновить возобновлять получить обрести вернуть приобрести")
_BECOME, _BE = words("стать становиться сделаться оказаться"), words("быть являться остаться оставаться считаться")
TELL = words(
    """объявить объявлять заявить заявлять сообщить сообщать уведомить решить проголосовать договориться известить
    предупредить"""
)
_ENTRY = words("вступление присоединение вхождение возвращение прием")
_EXIT = words("выход уход отказ")
#: The lemmas that any of it is told by.
TERMS = frozenset({*_STATUS, "членство"}) | _ENTRY | _EXIT | _BECOME | _BE
_COUNTED = words("страна государство республика член участник участница держава")
_MEMBERS = words("член участник участница государство страна вступить вступать вступление присоединиться прием принять")
_ENTER = words("вступить вступать войти присоединиться присоединяться принять принятый вступивший присоединившийся")
#: What one may join as: «в качестве страны-наблюдателя».
_AS = {"наблюдател": "observer", "кандидат": "candidate", "ассоциированн": "associate", "партнер": "associate"}


def standing(scene: Scene, clause: Clause) -> str:
    """«Примкнула к Х в качестве страны-наблюдателя»: the status it joins with; "" for none told."""
    for k in clause.tokens:
        if scene.lemma(k) == "качество" and scene.lemma(k - 1) == "в":
            after = " ".join(scene.lemma(j) for j in range(k + 1, k + 4))
            return next((status for noun, status in _AS.items() if noun in after), "")
    return ""


def of_terms(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    """Memberships of a clause that a status, its end or its number tells."""
    tokens = scene.sentence.tokens
    for k in clause.tokens:
        lemma = tokens[k].lemma
        if lemma in _STATUS and k and (tokens[k].feats.get("Case") in ("Gen", "Ins", "Acc", None)):
            yield from _standing(scene, at, clause, k)
        elif lemma == "членство":
            yield from _ended(scene, at, clause, k)
        elif lemma in _ENTRY or lemma in _EXIT:
            yield from _announced(scene, at, clause, k)
        elif lemma in _BECOME or lemma in _BE:
            yield from _numbered(scene, at, clause, k)


def _standing(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«ЕС дал Молдавии статус кандидата», «Китай имеет в Х место наблюдателя», «участвует в качестве наблюдателя»."""
    tokens, verb = scene.sentence.tokens, clause.predicate
    noun = k - 1
    while noun > k - 4 and noun >= 0 and tokens[noun].pos in ("ADJ", "DET"):
        noun -= 1
    if tokens[k].lemma == "партнер" and scene.lemma(k + 2) != "диалог":
        return  # «занял место партнёра»: no standing in a body
    if verb < 0 or noun < 0 or tokens[noun].lemma not in _STANDING:
        return
    did, sure = tokens[verb].lemma, 0.8
    status = _STATUS[tokens[k].lemma]
    if scene.lemma(noun) == "качество" and did in _ATTEND | _GET | _BE:
        who = subject(scene, at, STATES).actors
    elif did in _GIVE:
        who = tuple(a for a in scene.within(clause) if a.case == "Dat" and not a.prep and a.kind == "state")
    elif did in _GET | _WANT:
        who = subject(scene, at, STATES).actors
        status = "candidate" if did in _WANT and status == "member" else status
    else:
        return
    who = tuple(a for a in who if a.kind == "state") or _included(scene, clause)
    body, known = _body(scene, clause, k, who)
    if body is not None and who and not (did in _WANT and status == "observer"):
        yield from _claims(scene, clause, verb, body, who, status, sure * known, [noun, k])


def _included(scene: Scene, clause: Clause) -> tuple[Actor, ...]:
    """«Тринадцать стран, включая Китай, имеют …»: those of a counted subject who are named."""
    tokens = scene.sentence.tokens
    for actor in scene.actors:
        if actor.kind == "state" and actor.first >= 2 and tokens[actor.first - 1].lemma in ("включая", "включать"):
            return (actor,) if min(clause.tokens) < actor.first + 8 else ()
    return ()


def _body(scene: Scene, clause: Clause, k: int, who: Sequence[Actor]) -> tuple[Actor | None, float]:
    """The body of a status: beside it, in its clause, or the one spoken of just before."""
    near = [a for a in scene.within(clause) if joinable(a) and a not in who and a.prep in ("", "в", "при")]
    if near:
        return min(near, key=lambda a: abs(a.first - k)), 1.0 if len(near) == 1 else 0.8
    role = place_before(scene, clause, {"organization"})
    found = [a for a in role.actors if joinable(a)]
    return (found[0], role.certainty) if found else (None, 0.0)


def _ended(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«Прекратила членство в Х», «восстановил членство в Х», «получила членство в Х»."""
    verb = clause.predicate
    if verb < 0 or scene.lemma(verb) not in _END | _GAIN:
        return
    status = "left" if scene.lemma(verb) in _END else "joined"
    body = next((a for a in scene.actors if joinable(a) and k < a.first <= k + 4 and a.prep == "в"), None)
    who = tuple(a for a in subject(scene, at, STATES).actors if a.kind == "state")
    if body is not None:
        yield from _claims(scene, clause, verb, body, who, status, 0.8, [k])


def _announced(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«Объявили о выходе из Х», «заявила о намерении вступить …»: whoever tells of an entry or exit, of his own."""
    tokens, verb = scene.sentence.tokens, clause.predicate
    status = "left" if tokens[k].lemma in _EXIT else "joined"
    if verb < 0 or scene.lemma(verb) not in TELL or not k or k > verb + 4:
        return
    led = tokens[k - 1].text.lower() if tokens[k - 1].pos == "ADP" else scene.lemma(k - 2)
    preps = ("из",) if status == "left" else ("в", "к")
    body = next((a for a in scene.actors if joinable(a) and k < a.first <= k + 3 and a.prep in preps), None)
    owned = any(a.first in (k + 1, k - 1) and a.kind == "state" for a in scene.actors)
    who = tuple(a for a in subject(scene, at, STATES).actors if a.kind == "state")
    if body is not None and led in ("о", "об") and not owned:
        yield from _claims(scene, clause, verb, body, who, status, 0.75, [k], "planned")


def _numbered(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«Стала девятнадцатой страной еврозоны», «станет двадцатой в Х»: joining told by the number it makes."""
    tokens = scene.sentence.tokens
    number = next((j for j in clause.tokens if _ordinal(scene, j) and j > 0), -1)
    if number < 0 or not verb_form(tokens[k]) or (tokens[k].lemma in _BE and tokens[k].lemma != "быть"):
        return
    noun = number + 1
    named = scene.lemma(noun) in _COUNTED
    after = noun + 1 if named else number + 1
    body = next((a for a in scene.actors if joinable(a) and after <= a.last and a.first <= after + 1), None)
    sure = 0.75
    if body is None:  # «станет пятым государством объединения», «девятым, как ожидается, станет А»
        meant = body_from(scene, after) if scene.lemma(after) in COMMON else None
        bare = _elliptic(scene, k, number) if meant is None and not named else None
        body, sure = (meant.body, 0.7 * meant.sure) if meant is not None else bare or (None, 0.0)
        named = True
    if body is not None and _first_to(scene, body.last if body in scene.actors else after):
        return  # «стала первой страной Х, купившей …»
    if body is None or (scene.lemma(noun) in ("член", "участник") and joinable(body) and not body.prep):
        return  # «193-м членом ООН» is read with the other members
    if not named and body.prep != "в":
        return
    who = tuple(a for a in subject(scene, at, STATES).actors if a.kind == "state" and a is not body)
    status = "joined" if tokens[k].lemma in _BECOME else "member"
    yield from _claims(scene, clause, k, body, who, status, sure, [number])


def _elliptic(scene: Scene, verb: int, number: int) -> tuple[Actor, float] | None:
    """«В Х восемь государств; девятым станет А»: the body spoken of where its members are counted."""
    tokens = scene.sentence.tokens
    following = tokens[number + 1] if number + 1 < len(tokens) else None
    bare = following is None or following.pos in ("PUNCT", "VERB") or number + 1 == verb
    near = scene.sentence.lemmas | (scene.before.sentence.lemmas if scene.before is not None else frozenset())
    if (
        not bare
        or tokens[verb].lemma not in _BECOME
        or tokens[number].feats.get("Case") != "Ins"
        or not near & _MEMBERS
    ):
        return None
    found = spoken_of(scene, number)
    return (found[0], 0.6 * found[1]) if found is not None else None


def _first_to(scene: Scene, last: int) -> bool:
    """Whether what follows says what it was first in, and that is no joining: «… страной Х, | купившей танки»."""
    tokens = scene.sentence.tokens
    if last + 2 >= len(tokens) or tokens[last + 1].text != ",":
        return False
    said = tokens[last + 2]
    told = verb_form(said) == "part" or said.lemma in ("который", "где", "чей")
    return told and said.lemma not in _ENTER


def _ordinal(scene: Scene, j: int) -> bool:
    token = scene.sentence.tokens[j]
    return token.feats.get("Case") in ("Ins", "Nom", None) and (
        token.feats.get("NumType") == "Ord" or _DIGITS.match(token.text) is not None or _counts(token.lemma)
    )


def _counts(lemma: str) -> bool:
    return lemma.endswith(("надцатый", "дцатый", "десятый", "сотый")) or lemma in _FEW


_DIGITS = re.compile(r"\d{1,3}-(?:й|м|ой|ым|я|ей)$")
_FEW = words("первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый сороковой")


def _claims(
    scene: Scene,
    clause: Clause,
    verb: int,
    body: Actor,
    who: Sequence[Actor],
    status: str,
    sure: float,
    parts: Sequence[int],
    said: Modality | None = None,
) -> Iterator[Mention | None]:
    period, dated, date_span = when(scene, clause, verb)
    negated = denied(scene, clause, verb)
    modality: Modality = "asserted" if negated else said or of_clause(scene, clause)
    status = "none" if negated else status
    span = stretch(scene, [verb, *parts, body], date_span)
    for actor in who:
        for state in (i for i in members_of(actor) if i != body.ids[0]):
            data = fields(state, body, status, None if negated else period)
            known = certainty(scene, clause, [actor], sure, dated)
            yield mention(scene.bundle, data, span, modality, known)
