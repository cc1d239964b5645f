"""Aid told from the side of who gets it: «получил от МВФ кредит», «взял заём у Китая», «получила ракеты Чили»."""

from collections.abc import Iterator

from sverka.claims import Mention
from sverka.reading.clauseroles import obliques, subject
from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.deed_rules import ARMS, HELP
from sverka.reading.deeds import deed
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_GET = words("получить получать взять брать занять занимать привлечь одолжить")
_THINGS = HELP | ARMS | words("деньги средство")
_BORROW = words("занять занимать одолжить")
_GIVERS = frozenset({"state", "organization", "person"})
_RECEIVED = _THINGS | _BORROW


def receipts(scene: Scene) -> Iterator[Mention | None]:
    """Aid of a sentence told by a verb of getting."""
    if scene.sentence.lemmas.isdisjoint(_RECEIVED):
        return
    for at, clause, k in scene.having(_GET):
        if verb_form(scene.sentence.tokens[k]):
            yield _received(scene, at, clause, k)


def _received(scene: Scene, at: int, clause: Clause, k: int) -> Mention | None:
    things = [j for j in clause.tokens if j > k and scene.lemma(j) in _THINGS]
    takers = subject(scene, at, {"state", "organization"})
    lent = scene.lemma(k) in _BORROW and any(scene.lemma(j) == "у" for j in clause.tokens)  # «занял у фонда»
    if not (things or lent) or not takers.actors:
        return None
    givers = [a for a in obliques(scene, clause, ("от", "у"), _GIVERS) if not set(a.ids) & set(takers.ids)]
    givers = givers or [a for a in scene.within(clause) if _of(a, things) and not set(a.ids) & set(takers.ids)]
    if not givers:
        return None
    givers = [a for a in scene.within(clause) if a is givers[0] or (a.chain >= 0 and a.chain == givers[0].chain)]
    return deed(
        scene, clause, k, "aid", Role(tuple(givers), takers.certainty), list(takers.actors), things[0] if things else -1
    )


def _of(actor: Actor, things: list[int]) -> bool:
    """Whose the thing is: «кредит МВФ», «американские ракеты»."""
    owned = actor.form == "adjective" and actor.head in things
    return owned or (actor.after_noun and actor.first - 1 in things and actor.case in ("Gen", ""))
