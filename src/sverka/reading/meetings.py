"""Meetings: who met whom, spoke with whom, received whom."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from sverka.claims import Mention, Period
from sverka.claims.vocabulary import Modality
from sverka.reading.anaphora import referred
from sverka.reading.clauseroles import is_passive, objects, obliques, subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.holders import person_of
from sverka.reading.modality import of_clause
from sverka.reading.occasions import standing
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.visits import said
from sverka.reading.wordlists import words
from sverka.record import organizations

_TRAVELLERS = frozenset({"person", "state"})
#: «Лидеры Х», told as a body.
_GATHERED = frozenset({"group", "organization"})
_MEETING = words(
    """встретиться встречаться увидеться повидаться побеседовать беседовать переговорить пообщаться созвониться
    собраться собираться съехаться видеться свидеться повидать повстречаться пересечься сойтись заседать слететься
    переговариваться побыть"""
)
#: What anybody may do with anybody: a meeting only of people of two states.
_SPEAKING = words(
    """говорить поговорить разговаривать общаться совещаться посовещаться консультироваться проконсультироваться
    торговаться обедать пообедать ужинать поужинать завтракать позавтракать обсудить обсуждать созваниваться
    договориться договариваться условиться проговорить потолковать толковать уговаривать спорить поспорить"""
)
#: Of these «А и Б говорили» is one with another.
_TOGETHER = words(
    """говорить поговорить разговаривать общаться совещаться посовещаться консультироваться обсудить обсуждать
    обедать пообедать ужинать поужинать созваниваться беседовать"""
)
#: Whom «делегация во главе с Х» is led by.
_LED = ("во", "главе", "с")
_RECEIVING = words("принять принимать встретить встречать")
MEDIA = words("телеканал газета издание агентство журнал радиостанция телекомпания телерадиокомпания канал портал")
#: Of these an office alone, without the name, is a guest.
_GUESTS = words(
    """делегация президент премьер премьер-министр министр король канцлер глава председатель коллега визави
    вице-президент вице-премьер госсекретарь спецпосланник эмир султан"""
)
#: Pronouns as objects, by the gender of whom they mean.
_WHOM = {"его": "Masc", "ее": "Fem", "её": "Fem", "их": "Plur"}
_WITH = {"ним": "Masc", "ней": "Fem", "нею": "Fem"}
_TOLD_BY = _MEETING | _SPEAKING | _RECEIVING


def meetings(scene: Scene) -> Iterator[Mention | None]:
    """Meetings of a sentence told by a verb."""
    for at, clause, k in scene.having(_TOLD_BY):
        token = scene.sentence.tokens[k]
        if token.lemma in _MEETING and verb_form(token):
            yield from _encounter(scene, at, clause, k)
        elif token.lemma in _SPEAKING and verb_form(token) in ("fin", "ger"):
            yield from _spoke(scene, at, clause, k)
        elif token.lemma in _RECEIVING and verb_form(token) in ("fin", "short", "ger", "part"):
            yield from _received(scene, at, clause, k)


def _spoke(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«А обсудил с Б», «А говорил по телефону с Б»: people of different states, each of whom is named."""
    who = subject(scene, at, {"person"})
    others = [a for a in obliques(scene, clause, ("с",), {"person"}) if a.case in ("Ins", "")]
    others = others or _colleagues(scene, clause) or _him(scene, clause, k, _WITH)
    if not others and scene.lemma(k) in _TOGETHER and verb_form(scene.sentence.tokens[k]) == "fin":
        one, two = _sides(scene, clause, who.actors)
        yield _between(scene, clause, k, Role(tuple(one), who.certainty * 0.85), two)
    else:
        yield _between(scene, clause, k, who, others)


def _sides(scene: Scene, clause: Clause, told: Sequence[Actor]) -> tuple[list[Actor], list[Actor]]:
    """«А и Б обсудили», «министры А и Б обсудили»: two sides told as one subject."""
    named = [a for a in told if a.states]
    if len(named) == 1 and len(named[0].states) > 1:
        one, two = several(scene, clause, named[0])
        return one, two
    return named[:1], named[1:]


def _received(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«А принял Б», «Б был принят А»: host and guest, people of different states."""
    if verb_form(scene.sentence.tokens[k]) == "short":
        guests = [a for a in subject(scene, at, {"person"}).actors if a.persons]
        hosts = [a for a in scene.within(clause) if a.kind == "person" and a.case == "Ins" and not a.prep]
        yield _between(scene, clause, k, Role(tuple(hosts), 0.9), guests)
        return
    if verb_form(scene.sentence.tokens[k]) == "part" and is_passive(scene.sentence.tokens[k].text):
        return  # «принятый министром»: told by the clause it stands in
    guests = [a for a in objects(scene, clause, {"person", "state"}) if a.persons or a.lemma in _GUESTS]
    guests = guests or [a for a in scene.within(clause) if a.first > k and _is_guest(scene, a)]
    guests = guests or [a for a in scene.within(clause) if a.persons and a.first > k and _leads(scene, a)]
    guests = guests or _him(scene, clause, k, _WHOM)
    yield _between(scene, clause, k, subject(scene, at, {"person"}), guests)


def _colleagues(scene: Scene, clause: Clause) -> list[Actor]:
    """«С перуанским коллегой»: an office of the other state without a name."""
    return [
        a for a in scene.within(clause)
        if a.kind == "state" and a.prep == "с" and a.lemma in _GUESTS and a.case in ("Ins", "")
    ]  # fmt: skip


def _him(scene: Scene, clause: Clause, k: int, forms: Mapping[str, str]) -> list[Actor]:
    """«Его принял», «встретил её», «с ним беседовал»: the person spoken of, by a pronoun beside the verb."""
    tokens = scene.sentence.tokens
    for j in clause.tokens:
        gender = forms.get(tokens[j].text.lower())
        if gender is None or (forms is _WITH and scene.lemma(j - 1) != "с"):
            continue
        owning = j + 1 < len(tokens) and tokens[j + 1].pos in ("NOUN", "ADJ", "DET", "PROPN")  # «его отставку»
        if forms is _WHOM and (j not in (k - 1, k + 1) or (owning and j > k)):
            continue
        found = referred(scene, clause, gender, {"person"}).actors
        return [replace(a, first=-1, last=-1, guessed=True) for a in found if a.persons][:1]
    return []


def _is_guest(scene: Scene, actor: Actor) -> bool:
    """«Принял | президента Чили»: an office in the accusative, which the tagger may call a genitive."""
    if scene.sentence.tokens[actor.first - 1].pos == "NOUN":
        return False  # «принял отставку | премьера Чили»
    alone = actor.case in ("Acc", "Gen") and not actor.prep and actor.kind == "person"
    return alone and bool(actor.states) and actor.lemma in _GUESTS


def _leads(scene: Scene, actor: Actor) -> bool:
    """«Приняла депутатов во главе с | Х»."""
    before = scene.sentence.tokens[max(0, actor.first - 3) : actor.first]
    return tuple(t.text.lower() for t in before) == _LED


def _between(scene: Scene, clause: Clause, k: int, who: Role, others: Sequence[Actor]) -> Mention | None:
    one, two = [a for a in who.actors if a.states], [a for a in others if a.states and a not in who.actors]
    states = {s for a in one for s in a.states}
    if not one or not two or any(states & set(a.states) for a in two):
        return None
    period, dated, date_span = when(scene, clause, k)
    outer = scene.clauses[clause.outer] if clause.kind == "participle" and clause.outer >= 0 else None
    if period is None and outer is not None and scene.sentence.tokens[k].feats.get("Aspect") == "Imp":
        period, dated, _ = when(scene, outer, outer.predicate)  # «принимавший гостя 3 мая назвал»: at the same time
    sure = certainty(scene, clause, [*one, *two], who.certainty, dated, 0.9 if period else 0.8)
    return meeting(scene, one, two, period, stretch(scene, [k, *two], date_span), of_clause(scene, clause, k), sure)


def _encounter(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«встретился с …», «А и Б встретились»."""
    who = subject(scene, at, {"person"})
    who = who if who.actors else subject(scene, at, _TRAVELLERS)
    who = who if who.actors else subject(scene, at, _GATHERED)
    others = [a for a in obliques(scene, clause, ("с",), _TRAVELLERS) if a.case in ("Ins", "")]
    others = others or _him(scene, clause, k, _WITH)
    period, dated, date_span = when(scene, clause, k)
    sides = [list(who.actors), others]
    if not others and len(who.actors) > 1:
        sides = [list(who.actors[:1]), list(who.actors[1:])]
    if not others and len(who.actors) == 1:
        sides = several(scene, clause, who.actors[0])
    if not all(sides):
        return
    sure = certainty(scene, clause, [*sides[0], *sides[1]], who.certainty, dated, 0.95 if period else 0.85)
    span = stretch(scene, [k, *others], date_span)
    yield meeting(scene, sides[0], sides[1], period, span, of_clause(scene, clause, k), sure)


def several(scene: Scene, clause: Clause, actor: Actor) -> list[list[Actor]]:
    """«Министры А и Б встретились»: one phrase for two sides; «лидеры Х собрались в Б»: a body and its host."""
    if not actor.plural or actor.kind not in ("person", "organization", "group"):
        return [[], []]
    if len(actor.states) > 1:
        persons = actor.persons if len(actor.persons) == len(actor.states) else ()
        parts = [replace(actor, ids=(*persons[n : n + 1], state), plural=False) for n, state in enumerate(actor.states)]
        return [parts[:1], parts[1:]]
    where = [a for a in obliques(scene, clause, ("в", "на"), {"state", "place"}) if a.case in ("Loc", "")]
    body = [i for i in actor.ids if organizations.exists(i)]
    return [[replace(actor, guessed=True)], where[:1]] if body else [[], []]


def meeting(
    scene: Scene,
    one: Sequence[Actor],
    other: Sequence[Actor],
    period: Period | None,
    span: tuple[int, int],
    modality: Modality,
    sure: float,
) -> Mention | None:
    if any(a.lemma in MEDIA for a in (*one, *other)):
        return None  # «в беседе с телеканалом»: an interview
    source, target = _ids(one), _ids([*_colleague(scene, one, other), *other])
    if not source or not target or set(source) & set(target):
        return None
    fields = {"kind": "event", "type": "meet", "source": source, "target": target, "period": said(period)}
    return mention(scene.bundle, fields, span, modality, sure * standing(scene, [*one, *other]))


def _colleague(scene: Scene, one: Sequence[Actor], other: Sequence[Actor]) -> list[Actor]:
    """The person meant by «с российским коллегой»: whoever held the same office, if the record knows one."""
    offices_ = {"президент": "head_of_state", "премьер": "head_of_government", "премьер-министр": "head_of_government"}
    if len(one) != 1 or len(other) != 1 or other[0].lemma not in ("коллега", "визави") or one[0].lemma not in offices_:
        return []
    who = person_of(other[0].states[0], offices_[one[0].lemma], scene.published) if other[0].states else None
    return [replace(other[0], ids=(f"person:{who}",))] if who else []


def _ids(actors: Sequence[Actor]) -> list[str]:
    """Persons first, then the states, each once."""
    everyone = [i for a in actors for i in a.ids]
    ordered = sorted(dict.fromkeys(everyone), key=lambda i: not i.startswith("person:"))
    return [key for key, _ in groupby(ordered)]
