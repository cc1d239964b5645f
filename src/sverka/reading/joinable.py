"""Which actors are organizations that states can belong to, and a membership as a flat object."""

from collections.abc import Sequence

from sverka.claims.ids import prefix_of
from sverka.claims.period import Period
from sverka.reading.coordination import Actor
from sverka.reading.documents import PAPERS
from sverka.reading.scenes import BODIES, Scene
from sverka.reading.wordlists import words
from sverka.record import organizations

_BODY_NOUNS = words(
    """союз организац сообществ содружеств альянс блок совет лиг клуб банк фонд пакт ассоциац групп форум конференц
    объединен"""
)
_COMMON = words(
    """союз альянс блок организация сообщество содружество совет лига клуб банк фонд пакт ассоциация группа форум
    конференция объединение"""
)
_NAMED = BODIES | {"group"}


def joinable(actor: Actor) -> bool:
    """An organization states can belong to: one in the record, or named as a union, bloc, council …"""
    id_ = actor.ids[0]
    if actor.kind == "group" and actor.prep and actor.lemma in ("член", "участник"):
        return organizations.exists(id_)
    if actor.kind not in BODIES:
        return False
    if not prefix_of(id_):
        return organizations.exists(id_)
    if prefix_of(id_) == "treaty":
        return organizations.resolve(id_) != id_
    if id_[4:].lower() in _COMMON:
        return False  # «в Альянс»: the one spoken of before
    return prefix_of(id_) == "org" and any(stem in id_.lower() for stem in _BODY_NOUNS) and not id_[4:5].islower()


def names_body(scene: Scene) -> bool:
    """False where nobody a sentence tells of can be a body: no name and no paper is one."""
    sentence = scene.sentence
    named = scene.bundle.names_in(sentence.start, sentence.end)
    return any(n.kind in _NAMED for n in named) or not PAPERS.isdisjoint(sentence.lemmas)


def locative(bodies: Sequence[Actor]) -> bool:
    """Whether somebody can be in all of them as their case is."""
    return all(b.case in ("Loc", "", "Gen") or b.lemma.isupper() for b in bodies)


def fields(state: str, body: Actor, status: str, period: Period | None) -> dict[str, str | None]:
    """A membership as a flat object."""
    said = None if period is None else str(period)
    id_ = body.ids[0]
    known = organizations.resolve(id_) if prefix_of(id_) == "treaty" else id_
    return {"kind": "membership", "state": state, "organization": known, "status": status, "period": said}
