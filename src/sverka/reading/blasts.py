"""Attacks told by what went off: «взрыв прогремел в Х», «смертник подорвал себя», «серия терактов в Y»."""

from collections.abc import Iterator
from dataclasses import replace

from sverka.claims import Mention
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.deeds import stated
from sverka.reading.drafts import stretch
from sverka.reading.modality import of_noun
from sverka.reading.scenes import Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

#: What is an attack whatever else is said, and what is one only beside a word of violence.
_TERROR = words("теракт самоподрыв подрыв")
_BLASTS = words("взрыв")
#: What goes off, and by which words.
_DEVICES = words(
    """машина автомобиль бомба мина устройство заряд грузовик фугас мотоцикл смертник террорист-смертник автобус
    начиненный заминированный самокат микроавтобус бронемашина"""
)
_GOING_OFF = words("взорваться рвануть сдетонировать подорваться взлететь врезаться грянуть протаранить")
_BOMBERS = words("смертник террорист-смертник")
_VIOLENT = words(
    """смертник террорист террорист-смертник боевик теракт бомба мина фугас заминированный самодельный террористический
    взрывчатка терроризм талиб исламист подорвать"""
)
_BOMBING = words(
    """взорвать подорвать подорваться взорваться атаковать привести врезаться въехать
    убить протаранить напасть устроить"""
)
#: What went off where, as verbs and participles tell it.
_STRUCK = words("прогреметь произойти раздаться совершить устроить прозвучать потрясти случиться осуществить")
_PLACES = frozenset({"state", "place"})
_REACH = 14
#: Nobody is named who did it: never enough for a verdict.
_SURE = 0.45
_BLOWS = _TERROR | _BLASTS | _BOMBERS


def blasts(scene: Scene) -> Iterator[Mention | None]:
    """Explosions set off and suicide attacks of a sentence, once each."""
    told = False
    for _, clause, k in scene.having(_GOING_OFF):
        if not told and verb_form(scene.sentence.tokens[k]) == "fin":
            found = _going_off(scene, clause, k)
            told = found is not None
            yield found
    for _, clause, k in scene.having(_BLOWS):
        if told or scene.sentence.tokens[k].pos != "NOUN":
            continue
        found = _bomber(scene, clause, k) if scene.lemma(k) in _BOMBERS else _blast(scene, clause, k)
        if found is not None:
            told = True
            yield found


def _going_off(scene: Scene, clause: Clause, k: int) -> Mention | None:
    """«Рванули десять машин», «автомобиль взлетел на воздух», «на мине подорвался автобус»."""
    tokens = scene.sentence.tokens
    things = [j for j in clause.tokens if tokens[j].lemma in _DEVICES and abs(j - k) < 8]
    lifted = scene.lemma(k) != "взлететь" or any(tokens[j].lemma == "воздух" for j in clause.tokens)
    driven = scene.lemma(k) not in ("врезаться", "протаранить") or any(tokens[j].lemma in _BOMBERS for j in things)
    if not things or not lifted or not driven or not _violent(scene):
        return None
    where = _where(scene, clause, k) or _set_in(scene)
    return _mention(scene, clause, k, k, where) if where else None


def _set_in(scene: Scene) -> list[Actor]:
    """The one state the sentences before are set in."""
    here = scene.before
    for _ in range(2):
        if here is None:
            break
        located = [a for a in here.actors if a.kind == "state" and (a.case == "Loc" or a.form == "adjective")]
        if located:
            return [replace(located[0], guessed=True)] if len({a.ids for a in located}) == 1 else []
        here = here.before
    return []


def _blast(scene: Scene, clause: Clause, k: int) -> Mention | None:
    if scene.lemma(k) in _BLASTS and not _violent(scene):
        return None
    where = _where(scene, clause, k)
    if not where or not _told_of(scene, clause, k):
        return None
    return _mention(scene, clause, k, k, where)


def _bomber(scene: Scene, clause: Clause, k: int) -> Mention | None:
    """«Смертник взорвал автомобиль у поста»: where, if the sentence or the one before says so."""
    verb = clause.predicate
    if verb < 0 or scene.lemma(verb) not in _BOMBING or scene.sentence.tokens[k].feats.get("Case") != "Nom":
        return None
    where = _where(scene, clause, k)
    return _mention(scene, clause, k, verb, where) if where else None


def _told_of(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether the sentence says that it happened: «прогремел», «в результате взрыва», «взрыва, совершённого …»."""
    tokens = scene.sentence.tokens
    verb = clause.predicate
    counted = k > 0 and tokens[k - 1].pos == "NUM"
    if verb >= 0 and tokens[verb].lemma in _STRUCK and (counted or tokens[k].feats.get("Case") in ("Nom", "Acc")):
        return True
    after = (j for j in range(k + 1, min(k + 5, len(tokens))) if verb_form(tokens[j]) == "part")
    if any(tokens[j].lemma in _STRUCK for j in after):
        return True
    before = {tokens[j].lemma for j in range(max(0, k - 4), k)}
    return not before.isdisjoint({"результат", "жертва", "после", "при", "серия", "из-за"})


def _violent(scene: Scene) -> bool:
    """Whether this sentence or one beside it tells of violence, not of an accident."""
    here: Scene | None = scene
    for _ in range(3):
        if here is None:
            break
        if not here.sentence.lemmas.isdisjoint(_VIOLENT):
            return True
        here = here.before
    following = scene.bundle.document.text[scene.sentence.end : scene.sentence.end + 400].lower()
    return any(
        word in following
        for word in ("смертник", "теракт", "террорист", "боевик", "бомб", "взрывное устройство", "ответственность")
    )


def _where(scene: Scene, clause: Clause, k: int) -> list[Actor]:
    """The state it happened in: named after it, else in the sentence, else the one the sentences before are set in."""
    named = [a for a in scene.actors if a.kind in _PLACES and a.form != "demonym" and abs(a.first - k) <= _REACH]
    held = [a for a in named if a.prep in ("в", "на", "у", "близ", "возле") or a.after_noun or a.form == "adjective"]
    states = [a for a in held if a.kind == "state"]
    if states or held:
        return (states or held)[:1]
    if scene.lemma(k) not in _TERROR and scene.lemma(k) not in _BOMBERS:
        return []  # «в результате взрыва погибли»: the one told of before
    return _set_in(scene)


def _mention(scene: Scene, clause: Clause, k: int, verb: int, where: list[Actor]) -> Mention | None:
    after = next((c for c in scene.clauses if c.kind == "participle" and min(c.tokens) in (k + 2, k + 3)), None)
    own = when(scene, after, after.predicate) if after is not None else (None, 1.0, None)
    period, dated, date_span = own if own[0] is not None else when(scene, clause, verb)
    here = [a for a in where if a in scene.actors and abs(a.first - k) <= _REACH]
    span = stretch(scene, [k, verb, *here], date_span if date_span and own[0] is not None else None)
    told = str(period) if period else None
    modality = of_noun(scene, k) if verb == k else "asserted"
    return stated(scene, "attack", [], where, told, span, modality, _SURE * dated)
