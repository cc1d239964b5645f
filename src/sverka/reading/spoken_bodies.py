"""Bodies a membership means without naming them: «организации», «в состав объединения», «в этот клуб», or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from sverka.reading.coordination import Actor
from sverka.reading.joinable import joinable
from sverka.reading.scenes import Scene
from sverka.reading.wordlists import words
from sverka.record import organizations

#: What an organization named before is called afterwards.
COMMON = words(
    """организация альянс союз блок объединение сообщество содружество клуб группа коалиция структура лига пакт
    группировка ассоциация"""
)
_RANKS = words("состав ряд число структура")
#: Parts of bodies, which states do not join, and whose they are where one word for it follows («вступила в союз»).
_WHOSE = {"UNGA": "UN", "EuropeanCommission": "EU", "EuropeanParliament": "EU", "EuropeanCouncil": "EU",
          "EurasianCommission": "EAEU", "IPACIS": "CIS", "PACE": "CoE", "CRRF": "CSTO"}  # fmt: skip
_ORGANS = frozenset({*_WHOSE, "ECHR", "ICJ", "UNHCR"})
#: How far back a body is spoken of: sentences, and what each of them costs.
_BACK, _FADES = 4, 0.85
_ONE, _SEVERAL = 0.9, 0.65


@dataclass(frozen=True, slots=True)
class Meant:
    """A body, how sure that it is meant, and the last token of the words that mean it."""

    body: Actor
    sure: float
    last: int
    named: bool


def body_from(scene: Scene, k: int) -> Meant | None:
    """The body whose words begin at a token: named, «состав» of one, or a common noun for the one spoken of."""
    tokens = scene.sentence.tokens
    if scene.lemma(k) in _RANKS:
        k += 1
    actor = next((a for a in scene.actors if a.first == k and _body(a)), None)
    if actor is not None and not _bare(scene, actor):
        return Meant(actor, 1.0, actor.last, True)
    at, world = k, scene.lemma(k) == "всемирный"
    while at < len(tokens) and at < k + 3 and tokens[at].pos in ("ADJ", "DET"):
        at += 1
    if scene.lemma(at) not in COMMON or _named_further(scene, at):
        return None
    if world and scene.lemma(at) == "организация":
        return Meant(Actor(k, at, at, "", "", ("UN",), "организация", "noun", "organization"), 0.85, at, False)
    found = spoken_of(scene, k)
    return Meant(found[0], found[1], at, False) if found is not None else None


def spoken_of(scene: Scene, before: int) -> tuple[Actor, float] | None:
    """The body named last before a token, in its sentence or the few before it."""
    here: Scene | None = scene
    until = scene.sentence.tokens[before].start if before < len(scene.sentence.tokens) else scene.sentence.end
    fade = 1.0
    for _ in range(_BACK):
        if here is None:
            return None
        pool = list(_bodies_named(here, until))
        if pool:
            alone = len({a.ids[0] for a in pool}) == 1
            return pool[-1], fade * (_ONE if alone else _SEVERAL)
        here = here.before
        until = here.sentence.end if here is not None else 0
        fade *= _FADES
    return None


def _bodies_named(scene: Scene, until: int) -> Iterator[Actor]:
    """The bodies a sentence names up to an offset, also inside the titles of persons."""
    for name in scene.bundle.names_in(scene.sentence.start, until):
        if name.kind not in ("organization", "group") or name.form == "pronoun":
            continue
        if name.id in _ORGANS and name.id not in _WHOSE:
            continue
        first, last = scene.sentence.index_at(name.start), scene.sentence.index_at(name.end - 1)
        id_ = _WHOSE.get(name.id, name.id)
        actor = next((a for a in scene.actors if (a.first, a.last) == (first, last) and id_ in a.ids), None)
        actor = actor or Actor(first, last, last, "", "", (id_,), scene.lemma(last), name.form, "organization")
        if _body(actor) and not _bare(scene, actor):
            yield actor


def _body(actor: Actor) -> bool:
    return joinable(actor) or (actor.kind == "group" and organizations.exists(actor.ids[0]))


def _bare(scene: Scene, actor: Actor) -> bool:
    """«Альянс» with a capital, taken for a name."""
    return actor.first == actor.last and actor.ids[0].startswith("org:") and scene.lemma(actor.head) in COMMON


def _named_further(scene: Scene, at: int) -> bool:
    """Whether a common noun goes on to name a body of its own: «союз Африки», «организации „Мир“»."""
    following = scene.sentence.tokens[at + 1 : at + 2]
    if not following or following[0].pos == "PUNCT":
        return bool(following) and following[0].text in '«"„“'
    states = any(a.first == at + 1 and a.kind == "state" for a in scene.actors)
    return not states and following[0].text[:1].isupper() and following[0].pos in ("PROPN", "NOUN", "ADJ")
