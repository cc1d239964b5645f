"""Envoys sent home, told without «выслал»: «объявил персоной нон грата», «решение о высылке приняли»."""

from collections.abc import Iterator

from sverka.claims import Mention
from sverka.reading.clauseroles import doer, subject
from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.deed_rules import ENVOYS
from sverka.reading.deeds import deed
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_DECLARE = words("объявить объявлять признать признавать")
_RESOLVE = words("принять принимать объявить объявлять сообщить заявить уведомить поддержать отреагировать ответить")
_GRATA = frozenset({"грата", "grata", "нон-грата", "non-grata"})
_UNWELCOME = "нежелательный"
_LEAVING = words("высылка выдворение")
_WHO = ENVOYS | words(
    "сотрудник советник консул секретарь поверенный дипсотрудник дипработник постпред представитель помощник работник"
)
_DOERS = frozenset({"state", "organization"})
_TOLD = _LEAVING | {_UNWELCOME}
_DECIDED = _DECLARE | _RESOLVE


def expulsions(scene: Scene) -> Iterator[Mention | None]:
    """Expulsions of envoys in a sentence."""
    lemmas = scene.sentence.lemmas
    if lemmas.isdisjoint(_TOLD) and _GRATA.isdisjoint(scene.sentence.words):
        return
    for at, clause, k in scene.having(_DECIDED):
        if verb_form(scene.sentence.tokens[k]) in ("fin", "short", "inf"):
            thing = _unwelcome(scene, clause) if scene.lemma(k) in _DECLARE else -1
            thing = thing if thing >= 0 else _leaving(scene, clause, k)
            if thing >= 0:
                yield _sent_home(scene, at, clause, k, thing)


def _unwelcome(scene: Scene, clause: Clause) -> int:
    """«Персоной нон грата», «persona non grata», «нежелательным лицом»."""
    tokens = scene.sentence.tokens
    for j, token in enumerate(tokens):
        if token.text.lower() in _GRATA or (token.lemma == _UNWELCOME and scene.lemma(j + 1) in ("лицо", "персона")):
            return j if min(clause.tokens) <= j <= max(clause.tokens) + 6 else -1
    return -1


def _leaving(scene: Scene, clause: Clause, k: int) -> int:
    """«Объявил | о высылке», «решение | о высылке приняли»."""
    for j in clause.tokens:
        if scene.lemma(j) in _LEAVING and scene.lemma(j - 1) == "о" and abs(j - k) < 12:
            return j
    return -1


def _sent_home(scene: Scene, at: int, clause: Clause, k: int, thing: int) -> Mention | None:
    who = doer(scene, at, k, _DOERS)
    who = who if who.actors else subject(scene, at, frozenset({"person", *_DOERS}))
    chain = {a.chain for a in who.actors if a.chain >= 0}
    listed = [a for a in scene.actors if a.chain in chain and a.kind in _DOERS]
    source = Role(tuple(listed) or who.actors, who.certainty)
    whose = _whose(scene, clause, k, {i for a in source.actors for i in a.ids})
    return deed(scene, clause, k, "break", source, whose, thing) if source.actors and whose else None


def _whose(scene: Scene, clause: Clause, k: int, barred: set[str]) -> list[Actor]:
    """The state of those who must go: «российского дипломата», «сотрудников посольства Чили», «послу Греции»."""
    states = [a for a in scene.within(clause) if a.kind in ("state", "person") and not set(a.ids) & barred]
    near = min((a for a in states if _is_sent(scene, a)), key=lambda a: abs(a.first - k), default=None)
    if near is None:
        return []
    return [a for a in scene.actors if a is near or (a.chain >= 0 and a.chain == near.chain)]


def _is_sent(scene: Scene, actor: Actor) -> bool:
    """Whether an actor says whose envoys are meant: an adjective of theirs, or the genitive after them."""
    if actor.kind == "person" or actor.lemma in _WHO:
        return actor.lemma in _WHO and bool(actor.states)
    if actor.form == "adjective":
        return scene.lemma(actor.head) in _WHO
    return actor.after_noun and scene.lemma(actor.first - 1) in _WHO
