"""Which organizations a membership is about: named after a preposition, «в состав …», «туда», «в неё»."""

from sverka.claims.ids import prefix_of
from sverka.claims.period import Period
from sverka.reading.anaphora import antecedent, place_before, referred
from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.scenes import BODIES, Scene
from sverka.reading.wordlists import words
from sverka.record import organizations

_RANKS = frozenset({"состав", "ряд", "число", "член", "структура", "семья", "клуб", "лоно"})
_BODY_NOUNS = words(
    """союз организац сообществ содружеств альянс блок совет лиг клуб банк фонд пакт ассоциац групп форум конференц
    объединен"""
)
#: Common nouns for the organization spoken of.
_COMMON = words("альянс организация объединение блок союз сообщество содружество клуб")
_PRONOUN_CASES = {"него": "Masc", "нем": "Masc", "нему": "Masc", "ним": "Masc", "нее": "Fem", "ней": "Fem"}


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
    return prefix_of(id_) == "org" and any(stem in id_.lower() for stem in _BODY_NOUNS) and not id_[4:5].islower()


def organizations_after(scene: Scene, clause: Clause, prep: str) -> tuple[list[Actor], float]:
    """The organizations after a preposition: named, «в состав …», «туда», «в неё»."""
    tokens = scene.sentence.tokens
    inside = [a for a in scene.within(clause) if joinable(a)]
    direct = [a for a in inside if a.prep == prep]
    within = [a for a in inside if a.after_noun and _rank_before(scene, a, prep)]
    if direct or within:
        return [*direct, *within], 1.0
    words = {tokens[k].text.lower().replace("ё", "е") for k in clause.tokens}
    place = {"в": {"туда", "куда", "там", "где"}, "к": {"туда"}, "из": {"оттуда", "откуда"}}.get(prep, set())
    if words & place:
        role = place_before(scene, clause, BODIES)
        return [a for a in role.actors if joinable(a)], role.certainty
    for k in clause.tokens:
        if tokens[k].lemma == "который" and k and tokens[k - 1].text.lower() == prep:
            found = antecedent(scene, clause, BODIES)
            named = [a for a in scene.actors if joinable(a) and a.last < k]  # «ОДКБ – союз, в который входят …»
            found = found if found is not None or len(named) != 1 else named[0]
            return [found] if found is not None and joinable(found) else [], 0.9
        if tokens[k].lemma in _COMMON and k and tokens[k - 1].text.lower() in (prep, prep + "о"):
            role = place_before(scene, clause, {"organization"})
            return [a for a in role.actors if joinable(a)], role.certainty * 0.95
        word = tokens[k].text.lower().replace("ё", "е")
        if word in _PRONOUN_CASES and k and tokens[k - 1].text.lower() == prep:
            role = referred(scene, clause, _PRONOUN_CASES[word], BODIES)
            if not role.actors and _PRONOUN_CASES[word] == "Masc":
                role = referred(scene, clause, "Neut", BODIES)
            return [a for a in role.actors if joinable(a)], role.certainty
    return [], 0.0


def _rank_before(scene: Scene, actor: Actor, prep: str) -> bool:
    """«в состав ОДКБ», «в ряды НАТО», «из числа членов СНГ»."""
    tokens = scene.sentence.tokens
    for k in range(actor.first - 1, max(actor.first - 4, 0), -1):
        if tokens[k].lemma in _RANKS and tokens[k - 1].text.lower() in (prep, prep + "о"):
            return True
        if tokens[k].pos not in ("NOUN", "ADJ"):
            return False
    return False


def fields(state: str, body: Actor, status: str, period: Period | None) -> dict[str, str | None]:
    """A membership as a flat object."""
    said = None if period is None else str(period)
    id_ = body.ids[0]
    known = organizations.resolve(id_) if prefix_of(id_) == "treaty" else id_
    return {"kind": "membership", "state": state, "organization": known, "status": status, "period": said}
