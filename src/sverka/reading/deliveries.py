"""Aid told by its delivery: «доставил в Чад тонны помощи», «вылетел самолёт с гуманитарным грузом»."""

from collections.abc import Iterator, Sequence

from sverka.claims import Mention
from sverka.reading.clauseroles import is_passive, subject
from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.deeds import deed
from sverka.reading.others import inside
from sverka.reading.phrases import led_by
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_AID = words("помощь гумпомощь гуманитарка")
#: What aid is carried as, if it is called so: «гуманитарный груз».
_LOADS = words("груз конвой партия поставка рейс борт колонна миссия")
_MARK = "гуманитарный"
_CARRY = words(
    """доставить доставлять направить направлять отправить отправлять послать посылать привезти привозить переправить
    перебросить завезти передать передавать сбросить отгрузить выслать"""
)
_COME = words(
    """прибыть прибывать прилететь вылететь приземлиться поступить поступать прийти отправиться приплыть выйти выехать
    прийти"""
)
_CARRIERS = words("самолет борт рейс корабль судно колонна конвой грузовик вертолет поезд")
_GIVERS = frozenset({"state", "organization"})
_WHITHER = ("в", "на", "для")
_HELP_TOLD = _AID | {_MARK}
_DELIVERING = _CARRY | _COME


def deliveries(scene: Scene) -> Iterator[Mention | None]:
    """Deliveries of aid in a sentence."""
    if scene.sentence.lemmas.isdisjoint(_HELP_TOLD):
        return
    for at, clause, k in scene.having(_DELIVERING):
        if verb_form(scene.sentence.tokens[k]) in ("fin", "short", "inf"):
            yield _delivered(scene, at, clause, k)


def _delivered(scene: Scene, at: int, clause: Clause, k: int) -> Mention | None:
    load = _load(scene, clause)
    if load < 0:
        return None
    whom = [a for a in scene.within(clause) if a.kind in ("state", "place") and a.form != "adjective"]
    targets = [a for a in whom if a.prep in _WHITHER or (a.case == "Dat" and not a.prep)][:1]
    targets = targets or inside(scene, clause, _WHITHER)[:1]
    if not targets:
        return None
    source = _givers(scene, at, clause, k, targets)
    return deed(scene, clause, k, "aid", source, targets, load)


def _load(scene: Scene, clause: Clause) -> int:
    """Where the aid is told; «с помощью», «при помощи», «пришли на помощь» are none."""
    tokens = scene.sentence.tokens
    for j in clause.tokens:
        lemma, before = scene.lemma(j), scene.lemma(j - 1)
        if lemma in _AID and tokens[j].pos == "NOUN" and before != "с" and led_by(tokens, j) in ("", "с"):
            return j
        if lemma in _LOADS and _MARK in (before, scene.lemma(j + 1)):
            return j
    return -1


def _givers(scene: Scene, at: int, clause: Clause, k: int, targets: Sequence[Actor]) -> Role:
    """Who sends it: the subject, whose the carrier is, or the state it comes from."""
    barred = {i for a in targets for i in a.ids}
    tokens = scene.sentence.tokens
    beside = [a for a in scene.within(clause) if a.kind in _GIVERS and not set(a.ids) & barred]
    if not (verb_form(tokens[k]) == "short" and is_passive(tokens[k].text)):
        role = subject(scene, at, frozenset({"person", *_GIVERS}))
        if role.actors and not set(role.ids) & barred:
            return role
    else:
        agents = [a for a in beside if a.case == "Ins" and not a.prep and a.form != "adjective"]
        if agents:
            return Role(tuple(agents[:1]), 0.9)
    carried = [a for a in beside if a.form == "adjective" and scene.lemma(a.head) in _CARRIERS | _AID]
    sent = [a for a in beside if a.prep == "из" and tokens[a.first - 2].lemma in _CARRIERS | _AID]
    owned = [a for a in beside if a.case == "Gen" and (a.after_noun or a.lemma in _CARRIERS) and a.first <= k + 5]
    owned = [a for a in owned if not a.prep and _of_carrier(scene, a)]
    return Role(tuple((carried or sent or owned)[:1]), 0.8)


def _of_carrier(scene: Scene, actor: Actor) -> bool:
    """«Борт | МЧС России», «самолёты | Чили»: the genitive of what carries, with a body between."""
    tokens = scene.sentence.tokens
    near = range(max(0, actor.first - 4), actor.first)
    return any(tokens[j].lemma in _CARRIERS or tokens[j].text.isupper() for j in near)
