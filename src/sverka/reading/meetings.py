"""Meetings: who met whom, spoke with whom, received whom – by verbs and by nouns like «переговоры»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from sverka.claims import Mention, Period
from sverka.claims.vocabulary import Modality
from sverka.reading.clauseroles import objects, obliques, subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.holders import person_of
from sverka.reading.modality import of_clause
from sverka.reading.occasions import of_occasion, standing
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.visits import broken, near_date, said
from sverka.reading.wordlists import words
from sverka.record import organizations

_TRAVELLERS = frozenset({"person", "state"})
#: «Лидеры Х», told as a body.
_GATHERED = frozenset({"group", "organization"})
_MEETING = words(
    """встретиться встречаться увидеться повидаться побеседовать беседовать переговорить пообщаться созвониться
    собраться собираться съехаться"""
)
#: What anybody may do with anybody: a meeting only of people of two states.
_SPEAKING = words(
    """говорить поговорить разговаривать общаться совещаться посовещаться консультироваться проконсультироваться
    торговаться обедать пообедать ужинать поужинать завтракать позавтракать обсудить обсуждать созваниваться
    договориться договариваться условиться"""
)
_RECEIVING = words("принять принимать встретить встречать")
_HELD = frozenset({"провести", "проводить", "начать", "начинать", "иметь", "завершить", "вести"})
_TAKING = frozenset({"принять", "принимать"})
#: Who speaks for somebody else: their meetings are not meant.
_VOICES = words("пресс-секретарь представитель спикер секретарь посол помощник советник источник замминистра замглавы")
_TALKS = words("переговоры встреча беседа рандеву саммит контакт консультация аудиенция разговор")
#: Where two who are told together sit with one another.
_SITTING = words("переговоры встреча беседа")
_TOLD_BY = _TALKS | _MEETING | _SPEAKING | _RECEIVING
#: Of these a meeting only what is said to have taken place.
_LOOSE = words("контакт консультация разговор")
_HAPPENED = words("пройти проходить состояться провести проводить начаться начать завершиться идти") | {"вести"}


def meetings(scene: Scene) -> Iterator[Mention | None]:
    """Meetings of a sentence."""
    for at, clause, k in scene.having(_TOLD_BY):
        token = scene.sentence.tokens[k]
        if token.lemma in _TALKS and token.pos == "NOUN":
            yield from _talks(scene, at, clause, k)
        elif token.lemma in _MEETING and verb_form(token):
            yield from _encounter(scene, at, clause, k)
        elif token.lemma in _SPEAKING and verb_form(token) in ("fin", "ger"):
            yield from _spoke(scene, at, clause, k)
        elif token.lemma in _RECEIVING and verb_form(token) in ("fin", "short"):
            yield from _received(scene, at, clause, k)


def _spoke(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«А обсудил с Б», «А говорил по телефону с Б»: people of different states, each of whom is named."""
    who = subject(scene, at, {"person"})
    others = [a for a in obliques(scene, clause, ("с",), {"person"}) if a.case in ("Ins", "")]
    yield _between(scene, clause, k, who, others)


def _received(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«А принял Б», «Б был принят А»: host and guest, people of different states."""
    if verb_form(scene.sentence.tokens[k]) == "short":
        guests = [a for a in subject(scene, at, {"person"}).actors if a.persons]
        hosts = [a for a in scene.within(clause) if a.kind == "person" and a.case == "Ins" and not a.prep]
        yield _between(scene, clause, k, Role(tuple(hosts), 0.9), guests)
        return
    guests = [a for a in objects(scene, clause, {"person", "state"}) if a.persons or a.lemma == "делегация"]
    yield _between(scene, clause, k, subject(scene, at, {"person"}), guests)


def _between(scene: Scene, clause: Clause, k: int, who: Role, others: Sequence[Actor]) -> Mention | None:
    one, two = [a for a in who.actors if a.states], [a for a in others if a.states and a not in who.actors]
    states = {s for a in one for s in a.states}
    if not one or not two or any(states & set(a.states) for a in two):
        return None
    period, dated, date_span = when(scene, clause, k)
    sure = certainty(scene, clause, [*one, *two], who.certainty, dated, 0.9 if period else 0.8)
    return _meeting(scene, one, two, period, stretch(scene, [k, *two], date_span), of_clause(scene, clause, k), sure)


def _encounter(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«встретился с …», «А и Б встретились»."""
    who = subject(scene, at, _TRAVELLERS)
    who = who if who.actors else subject(scene, at, _GATHERED)
    others = [a for a in obliques(scene, clause, ("с",), _TRAVELLERS) if a.case in ("Ins", "")]
    period, dated, date_span = when(scene, clause, k)
    sides = [list(who.actors), others]
    if not others and len(who.actors) > 1:
        sides = [list(who.actors[:1]), list(who.actors[1:])]
    if not others and len(who.actors) == 1:
        sides = _several(scene, clause, who.actors[0])
    if not all(sides):
        return
    sure = certainty(scene, clause, [*sides[0], *sides[1]], who.certainty, dated, 0.95 if period else 0.85)
    span = stretch(scene, [k, *others], date_span)
    yield _meeting(scene, sides[0], sides[1], period, span, of_clause(scene, clause, k), sure)


def _several(scene: Scene, clause: Clause, actor: Actor) -> list[list[Actor]]:
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


def _meeting(
    scene: Scene,
    one: Sequence[Actor],
    other: Sequence[Actor],
    period: Period | None,
    span: tuple[int, int],
    modality: Modality,
    sure: float,
) -> Mention | None:
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


def _abroad(scene: Scene, clause: Clause, who: Actor) -> tuple[list[Actor], list[Actor]]:
    """«Министр А провёл переговоры в Б»: with those of the state he was in."""
    where = [a for a in obliques(scene, clause, ("в",), {"state"}) if a.case in ("Loc", "") and a.ids != who.states]
    return ([who], [replace(a, guessed=True) for a in where]) if who.persons and who.states and where else ([], [])


def _those_two(scene: Scene, k: int) -> list[Actor]:
    """The two people of two states a text has just told of: whom «их» means."""
    here = [a for a in scene.actors if a.last < k]
    for told in (here, [*(scene.before.actors if scene.before else ()), *here]):
        people = {a.persons: a for a in told if a.kind == "person" and a.persons and len(a.states) == 1}
        if len(people) == 2 and len({a.states for a in people.values()}) == 2:
            return [replace(a, guessed=True) for a in people.values()]
        if len(people) > 2:
            return []
    return []


def _told_anew(scene: Scene, k: int, first: int) -> bool:
    """Whether a verb or a closing sign stands between: «переговоры», – пишут о ссоре | между А и Б."""
    between = scene.sentence.tokens[k + 1 : first]
    return any(verb_form(t) in ("fin", "short") or t.text in '»"”;:–—().' for t in between)


def _beside(scene: Scene, k: int, first: int) -> bool:
    """Whether no verb and no other noun stands between: «на саммите | запланировано выступление А»."""
    between = scene.sentence.tokens[k + 1 : first]
    return not any(
        verb_form(t) in ("fin", "short") or (t.pos == "NOUN" and t.feats.get("Case") != "Gen") for t in between
    )


def _is_held(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether the subject holds the talks: «А и Б провели встречу», «А и Б примут участие в переговорах»."""
    verb = scene.lemma(clause.predicate) if clause.predicate >= 0 else ""
    joined = verb in _TAKING and any(scene.lemma(j) == "участие" for j in range(clause.predicate + 1, k))
    return verb in _HELD or joined


def _speaker(scene: Scene, clause: Clause, k: int) -> Role | None:
    """«А заявил, | что встреча с Б состоится»: of whose own meeting somebody speaks, if it is told with one side."""
    if clause.kind != "that" or clause.outer < 0 or scene.sentence.tokens[k].feats.get("Case") != "Nom":
        return None
    role = subject(scene, clause.outer, {"person"})
    alone = len(role.actors) == 1 and bool(role.actors[0].persons) and bool(role.actors[0].states)
    heads = alone and role.actors[0].lemma not in _VOICES
    return Role(role.actors, role.certainty * 0.8) if heads else None


def _talks(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«переговоры между А и Б», «встреча А с Б», «провёл переговоры с …», «его переговоры с …»."""
    if scene.lemma(k) in _LOOSE and (clause.predicate < 0 or scene.lemma(clause.predicate) not in _HAPPENED):
        return
    if scene.lemma(k) in _LOOSE and of_clause(scene, clause) != "asserted":
        return
    after = [a for a in scene.actors if k < a.first <= k + 16 and a.kind in _TRAVELLERS and a.form != "adjective"]
    between = [a for a in after if a.prep == "между" and not _told_anew(scene, k, a.first)]
    beside = [a for a in after if (a.prep == "с" and not broken(scene, k, a.first)) or (a.chain >= 0 and a.prep == "с")]
    own = [a for a in after if a.case == "Gen" and not a.prep and a.first <= k + 3 and _beside(scene, k, a.first)]
    factor = 0.9
    if not between and not beside and not own and scene.sentence.tokens[k - 1].text.lower() == "их" and k:
        pair = _those_two(scene, k)  # «Берг принял Лунда; | их встреча …»
        own, beside, factor = pair[:1], pair[1:], 0.7
    if len(between) == 1 or (between and len(between) < 2):
        later = [
            a for a in scene.actors if a.first > between[0].last and a.case == between[0].case and a.kind in _TRAVELLERS
        ]
        between = [between[0], *later[:1]]
    if len(between) > 1:
        own, beside = between[:1], between[1:]
    elif beside and not own:
        held = clause.predicate >= 0 and scene.lemma(clause.predicate) in (
            "провести",
            "проводить",
            "обсудить",
            "начать",
            "иметь",
        )
        his = scene.lemma(k - 1) in ("его", "ее", "он", "свой") or any(
            scene.lemma(j) == "свой" for j in range(max(0, k - 3), k)
        )
        spoken = _speaker(scene, clause, k)
        during = scene.lemma(k - 1) in ("время", "ход", "итог", "на", "исход", "после", "перед") or scene.lemma(
            k - 2
        ) in ("время", "ход")
        if not held and not his and not during and spoken is None:
            return
        role = spoken or subject(scene, at, _TRAVELLERS)
        if his and not role.actors:
            role = Role(tuple(a for a in scene.actors if a.last < k and a.kind == "person")[-1:], 0.6)
        own, factor = list(role.actors), 0.9 * role.certainty
    elif not beside and not own and _is_held(scene, clause, k):
        role = subject(scene, at, _TRAVELLERS)  # «А и Б провели встречу»
        own, beside, factor = list(role.actors[:1]), list(role.actors[1:]), 0.9 * role.certainty
        if len(role.actors) == 1:
            own, beside = _several(scene, clause, role.actors[0])
            own, beside = (own, beside) if own else _abroad(scene, clause, role.actors[0])
    elif not beside and not own and scene.lemma(k - 1) in ("на", "ход") and scene.lemma(k) in _SITTING:
        role = subject(scene, at, _TRAVELLERS)  # «на переговорах лидеры А и Б договорились»
        own, beside, factor = list(role.actors[:1]), list(role.actors[1:]), 0.8 * role.certainty
        if len(role.actors) == 1:
            own, beside = _several(scene, clause, role.actors[0])
    factor *= 0.6 if any(a.guessed for a in (*own, *beside)) else 1.0
    factor *= 0.85 if any(a.kind == "person" and not a.persons for a in (*own, *beside)) else 1.0
    named = [*own, *beside]
    if own and not beside:  # «переговоры президентов А и Б», «встреча А и Б»
        chain = [a for a in scene.actors if a.chain >= 0 and a.chain == own[0].chain and a.kind in _TRAVELLERS]
        split = (chain[:1], chain[1:]) if len(chain) > 1 else _several(scene, clause, own[0])
        own, beside = list(split[0]), list(split[1])
    if not own or not beside:
        return
    last = max(a.last for a in beside)
    period, dated, date_span = near_date(scene, clause, k, last)
    parts = [a for a in (*named, *own, *beside) if a.first > k]
    span = stretch(scene, [k, *parts], date_span)
    yield _meeting(scene, own, beside, period, span, of_occasion(scene, clause, k, period), factor * dated)
