"""Meetings told by a noun: «переговоры между А и Б», «встреча А с Б», «контакт чешских и польских дипломатов»."""

from collections.abc import Iterator
from dataclasses import replace

from sverka.claims import Mention
from sverka.reading.anaphora import referred
from sverka.reading.clauseroles import obliques, subject
from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.drafts import stretch
from sverka.reading.meetings import meeting, several
from sverka.reading.modality import of_clause
from sverka.reading.occasions import of_occasion
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.visits import broken, describing, near_date
from sverka.reading.wordlists import words

_TRAVELLERS = frozenset({"person", "state"})
_HIM = {"него": "Masc", "неё": "Fem", "нее": "Fem", "них": "Plur"}
#: Who «двух лидеров», «президентов» alone may be.
_SUCH = words("лидер президент министр премьер премьер-министр глава руководитель дипломат политик")
_DURING = words("время ход итог на исход после перед накануне результат рамка кулуар начало окончание завершение")
_HELD = frozenset({"провести", "проводить", "начать", "начинать", "иметь", "завершить", "вести"})
_TAKING = frozenset({"принять", "принимать"})
#: Who speaks for somebody else: their meetings are not meant.
_VOICES = words("пресс-секретарь представитель спикер секретарь посол помощник советник источник замминистра замглавы")
_TALKS = words(
    """переговоры встреча беседа рандеву саммит контакт консультация аудиенция разговор свидание общение совещание
    ужин обед заседание"""
)
#: Where two who are told together sit with one another.
_SITTING = words("переговоры встреча беседа")
#: Of these a meeting only what is said to have taken place.
_LOOSE = words("контакт консультация разговор общение совещание ужин обед заседание")
_HAPPENED = words("пройти проходить состояться провести проводить начаться начать завершиться идти") | {"вести"}


def talks(scene: Scene) -> Iterator[Mention | None]:
    """Meetings of a sentence told by a noun."""
    for at, clause, k in scene.having(_TALKS):
        if scene.sentence.tokens[k].pos == "NOUN":
            yield from _talks(scene, at, clause, k)


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
    driven = (t for t in between if verb_form(t) in ("fin", "short") and t.lemma not in _HAPPENED)
    return any(True for _ in driven) or any(t.text in '»"”;:–—().' for t in between)


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


def _during(scene: Scene, k: int) -> bool:
    """«Во время встречи», «по итогам недавних переговоров», «накануне встречи»: whoever acts takes part."""
    at = k - 1
    while at >= 0 and scene.sentence.tokens[at].pos in ("ADJ", "DET"):
        at -= 1
    return scene.lemma(at) in _DURING


def _sitting(scene: Scene, k: int) -> bool:
    """«На переговорах лидеры А и Б …», «перед своей встречей»: the subject's own."""
    if scene.lemma(k) not in _SITTING:
        return False
    own = scene.lemma(k - 1) == "свой" and scene.lemma(k - 2) in _DURING | {"на", "перед"}
    return own or scene.lemma(k - 1) in ("на", "ход")


def _meant(scene: Scene, k: int) -> bool:
    """«Их встреча», «переговоры двух лидеров», «беседа президентов»: of the two a text has just told of."""
    tokens = scene.sentence.tokens
    if k and tokens[k - 1].text.lower() in ("их", "обоюдный"):
        return True
    at = k + 1
    while at < min(k + 3, len(tokens)) and (tokens[at].pos in ("NUM", "DET") or tokens[at].lemma in ("два", "оба")):
        at += 1
    led = at < len(tokens) and tokens[at].lemma in _SUCH and tokens[at].feats.get("Case") == "Gen"
    return led and tokens[at].feats.get("Number") == "Plur" and not any(a.first <= at <= a.last for a in scene.actors)


def _described(scene: Scene, k: int) -> list[Actor]:
    """«Контакт китайских и индийских дипломатов»: two sides as adjectives of one noun."""
    tokens = scene.sentence.tokens
    noun = next((j for j in range(k + 1, min(k + 7, len(tokens))) if tokens[j].pos == "NOUN"), -1)
    if noun < 0 or tokens[noun].feats.get("Case") != "Gen":
        return []
    named = scene.bundle.names_in(tokens[k + 1].start, tokens[noun].end)
    sides = list(dict.fromkeys(n.id for n in named if n.kind == "state" and n.form == "adjective"))
    model = next((a for a in scene.actors if k < a.first <= noun), None)
    return [replace(model, ids=(i,), kind="state", last=noun) for i in sides] if model and len(sides) == 2 else []


def _listed(scene: Scene, k: int) -> tuple[list[Actor], list[Actor]]:
    """«Переговоры втроём – А, Б и В – прошли»: a list set after the noun."""
    tokens = scene.sentence.tokens
    dash = next((j for j in range(k + 1, min(k + 4, len(tokens))) if tokens[j].text in ("–", "—", "(", ":")), -1)
    first = next((a for a in scene.actors if dash >= 0 and a.first == dash + 1 and a.kind in _TRAVELLERS), None)
    if first is None or first.chain < 0:
        return [], []
    chain = [a for a in scene.actors if a.chain == first.chain and a.kind in _TRAVELLERS]
    return (chain[:1], chain[1:]) if len({a.states for a in chain}) == len(chain) else ([], [])


def _at_whose(scene: Scene, clause: Clause, k: int) -> Actor | None:
    """«У президента А запланирована встреча», «у него будет встреча»: whose it is, told by «у»."""
    holder = next((a for a in scene.within(clause) if a.prep == "у" and a.last < k and a.kind in _TRAVELLERS), None)
    if holder is not None:
        return holder
    tokens = scene.sentence.tokens
    at = next((j for j in clause.tokens if tokens[j].text.lower() in _HIM and scene.lemma(j - 1) == "у"), -1)
    if at < 0:
        return None
    found = referred(scene, clause, _HIM[tokens[at].text.lower()], {"person"}).actors
    return replace(found[0], first=-1, last=-1, guessed=True) if len(found) == 1 and found[0].persons else None


def _speaker(scene: Scene, clause: Clause, k: int) -> Role | None:
    """«А заявил, | что встреча с Б состоится»: of whose own meeting somebody speaks, if it is told with one side."""
    if clause.kind != "that" or clause.outer < 0 or scene.sentence.tokens[k].feats.get("Case") != "Nom":
        return None
    role = subject(scene, clause.outer, {"person"})
    alone = len(role.actors) == 1 and bool(role.actors[0].persons) and bool(role.actors[0].states)
    heads = alone and role.actors[0].lemma not in _VOICES
    return Role(role.actors, role.certainty * 0.8) if heads else None


def _habitual(scene: Scene, clause: Clause, k: int) -> bool:
    """«Встречи А и Б проводятся с 2014 года»: no one meeting."""
    verb = scene.sentence.tokens[clause.predicate] if clause.predicate >= 0 else None
    plural = scene.sentence.tokens[k].feats.get("Number") == "Plur" and scene.lemma(k) != "переговоры"
    held = verb is not None and verb.lemma in ("проводиться", "проходить", "бывать", "случаться")
    return plural and held and verb is not None and verb.feats.get("Tense") == "Pres"


def _told_of(scene: Scene, k: int) -> tuple[list[Actor], list[Actor], float] | None:
    """«Переговоры, | которые А провёл с Б»: who held them, as the clause about them tells."""
    after = describing(scene, k)
    if after is None or after.kind != "relative" or scene.lemma(after.predicate) not in _HELD:
        return None
    role = subject(scene, scene.clauses.index(after), _TRAVELLERS)
    beside = obliques(scene, after, ("с",), _TRAVELLERS)
    return (list(role.actors), beside, role.certainty) if role.actors and beside else None


def _talks(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«переговоры между А и Б», «встреча А с Б», «провёл переговоры с …», «его переговоры с …»."""
    if _habitual(scene, clause, k):
        return
    loose = scene.lemma(k) in _LOOSE and scene.lemma(k - 1) not in ("после", "время")
    if loose and (clause.predicate < 0 or scene.lemma(clause.predicate) not in _HAPPENED):
        return
    if loose and of_clause(scene, clause) not in ("asserted", "planned"):
        return
    after = [a for a in scene.actors if k < a.first <= k + 16 and a.kind in _TRAVELLERS and a.form != "adjective"]
    between = [a for a in after if a.prep == "между" and not _told_anew(scene, k, a.first)]
    beside = [a for a in after if (a.prep == "с" and not broken(scene, k, a.first)) or (a.chain >= 0 and a.prep == "с")]
    own = [a for a in after if a.case == "Gen" and not a.prep and a.first <= k + 3 and _beside(scene, k, a.first)]
    factor = 0.9
    told = _told_of(scene, k) if not between and not own else None  # «переговоров, которые А провёл с Б»
    if told is not None:
        own, beside, factor = *told[:2], 0.9 * told[2]
    if not between and not beside and (both := _described(scene, k)):
        own, beside = both[:1], both[1:]
    if not between and not beside and not own:
        own, beside = _listed(scene, k)
    if not between and not beside and not own and _meant(scene, k):
        pair = _those_two(scene, k)  # «Берг принял Лунда; | их встреча …»
        own, beside, factor = pair[:1], pair[1:], 0.7
    if len(between) == 1 and len(between[0].states) < 2:
        later = [
            a for a in scene.actors if a.first > between[0].last and a.case == between[0].case and a.kind in _TRAVELLERS
        ]
        between = [between[0], *later[:1]]
    if len(between) == 1 and len(between[0].states) > 1:  # «между главами МИД А и Б»
        own, beside = several(scene, clause, between[0])
    elif len(between) > 1:
        own, beside = between[:1], between[1:]
    elif beside and not own and (holder := _at_whose(scene, clause, k)) is not None:
        own = [holder]  # «у президента А запланирована встреча с Б»
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
        during = _during(scene, k)
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
            own, beside = several(scene, clause, role.actors[0])
            own, beside = (own, beside) if own else _abroad(scene, clause, role.actors[0])
    elif not beside and not own and _sitting(scene, k):
        role = subject(scene, at, _TRAVELLERS)  # «на переговорах лидеры А и Б договорились»
        own, beside, factor = list(role.actors[:1]), list(role.actors[1:]), 0.8 * role.certainty
        if len(role.actors) == 1:
            own, beside = several(scene, clause, role.actors[0])
    factor *= 0.6 if any(a.guessed for a in (*own, *beside)) else 1.0
    factor *= 0.85 if any(a.kind == "person" and not a.persons for a in (*own, *beside)) else 1.0
    named = [*own, *beside]
    if own and not beside:  # «переговоры президентов А и Б», «встреча А и Б»
        chain = [a for a in scene.actors if a.chain >= 0 and a.chain == own[0].chain and a.kind in _TRAVELLERS]
        split = (chain[:1], chain[1:]) if len(chain) > 1 else several(scene, clause, own[0])
        own, beside = list(split[0]), list(split[1])
    if not own or not beside:
        return
    last = max(a.last for a in beside)
    period, dated, date_span = near_date(scene, clause, k, last if told is None else k)
    parts = [a for a in (*named, *own, *beside) if a.first > k]
    span = stretch(scene, [k, *parts], date_span)
    yield meeting(scene, own, beside, period, span, of_occasion(scene, clause, k, period), factor * dated)
