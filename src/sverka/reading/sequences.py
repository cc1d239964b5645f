"""Sequences: «сначала А, затем Б и, наконец, В», «первым признал А, за ним – Б»: who or what came in which order."""

from collections.abc import Iterator

from sverka.claims import Mention
from sverka.reading.coordination import Actor
from sverka.reading.drafts import mention, stretch
from sverka.reading.modality import of_clause
from sverka.reading.scenes import BODIES, STATES, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.visits import JOURNEYING
from sverka.reading.wordlists import words

_AT_FIRST = words("сначала вначале сперва поначалу")
_THEN = words("затем потом далее после позже позднее следом наконец")
_FIRST = frozenset({"первым", "первой", "первыми"})
_AFTER_IT = words("ним ней ними нею")
_SURE = 0.6
#: Who did the same first: an order, but none of beginnings, which alone can be looked up.
_OF_DEEDS = 0.02
_BEGINNING = words(
    """независимость возникнуть появиться создать основать учредить образовать образоваться родиться провозгласить
    отделиться"""
)


def sequences(scene: Scene) -> Iterator[Mention | None]:
    """The orders a sentence tells by its adverbs."""
    spoken = scene.sentence.words
    if not scene.sentence.lemmas.isdisjoint(JOURNEYING):
        return  # «первой страной станет А, затем министр посетит Б»: an itinerary
    for k, word in enumerate(spoken):
        if word in _AT_FIRST and not _THEN.isdisjoint(spoken[k + 1 :]):
            yield _steps(scene, k)
            return
        if word in _FIRST and (not k or scene.sentence.tokens[k - 1].pos in ("PUNCT", "CCONJ")):
            yield _after_first(scene, k)
            return


def _steps(scene: Scene, k: int) -> Mention | None:
    """Bodies and papers told step by step: one for each step."""
    marks = [k, *(j for j in range(k + 1, len(scene.sentence.tokens)) if scene.sentence.words[j] in _THEN)]
    told: list[Actor] = []
    for at, mark in enumerate(marks):
        stop = marks[at + 1] if at + 1 < len(marks) else len(scene.sentence.tokens)
        named = [a for a in scene.actors if mark < a.first < stop and a.kind in BODIES and not a.after_noun]
        first = [a for a in named if not a.prep or a.prep == "в"]
        if not first:
            return None
        told.append(first[0])
    ids = [a.ids[0] for a in told]
    if len(ids) < 2 or len(set(ids)) < len(ids):
        return None
    return _told(scene, k, ids[0], ids[1:], stretch(scene, [k, *told]), _SURE)


def _after_first(scene: Scene, k: int) -> Mention | None:
    """States that did the same one after another, the first of them said to be the first."""
    tokens, spoken = scene.sentence.tokens, scene.sentence.words
    after = next((j for j in range(k + 2, len(tokens)) if spoken[j] in _THEN or spoken[j] in _AFTER_IT), -1)
    verb = next((j for j in range(k + 1, after) if verb_form(tokens[j]) == "fin"), -1)
    if after < 0 or verb < 0 or (spoken[after] in _AFTER_IT and tokens[after - 1].text.lower() != "за"):
        return None
    leading = [a for a in _doers(scene) if k < a.first < after]
    following = [a for a in _doers(scene) if a.first > after]
    if len({a.ids for a in leading}) != 1 or not following:
        return None
    ids = list(dict.fromkeys(s for a in following for s in a.states))
    first = leading[0].states[0]
    if first in ids:
        return None
    begun = not scene.sentence.lemmas.isdisjoint(_BEGINNING)
    span = stretch(scene, [k, leading[0], *following])
    return _told(scene, verb, first, ids, span, _SURE if begun else _OF_DEEDS)


def _doers(scene: Scene) -> list[Actor]:
    """States in the nominative (or in a form it shares), by name or as the owners of a parliament, a government."""
    bare = (a for a in scene.actors if a.kind in STATES and not a.prep and not a.after_noun)
    return [a for a in bare if a.case in ("Nom", "Acc")]


def _told(scene: Scene, k: int, first: str, then: list[str], span: tuple[int, int], sure: float) -> Mention | None:
    data = {"kind": "order", "first": first, "then": then, "period": None}
    at = scene.clause_of(k)
    modality = of_clause(scene, scene.clauses[at]) if at >= 0 else "asserted"
    return mention(scene.bundle, data, span, "asserted" if modality == "denied" else modality, sure)
