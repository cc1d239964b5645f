"""Who acts where the words leave it out: the one a sentence is about, who is quoted, the subject of those before."""

from collections.abc import Sequence
from dataclasses import replace

from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.scenes import Scene
from sverka.reading.speech import speaks
from sverka.reading.voices import voice_at

_ME = frozenset({"я", "меня", "мне", "мной", "мой", "моя", "моей", "моего", "моем", "моём", "моим", "моих"})


def alone(scene: Scene, others: Sequence[Actor]) -> list[Actor]:
    """The one person a sentence is about, apart from the others and from whoever only reports it."""
    spoken = {k for k in range(len(scene.sentence.tokens)) if speaks(scene, k)}
    people = [
        a for a in scene.actors
        if a.persons and a.states and a.case == "Nom" and not a.prep and a not in others
        and not spoken & {a.first - 1, a.last + 1}
    ]  # fmt: skip
    return people if len(people) == 1 else []


def myself(scene: Scene, clause: Clause, k: int) -> list[Actor]:
    """«У меня была встреча», «моя поездка», «уезжаю на саммит»: whoever is quoted."""
    tokens = scene.sentence.tokens
    verb = tokens[clause.predicate] if clause.predicate >= 0 else None
    first = verb is not None and verb.feats.get("Person") == "1" and verb.feats.get("Number") == "Sing"
    if not first and not any(tokens[j].text.lower() in _ME for j in clause.tokens):
        return []
    speaker = voice_at(scene.bundle, scene.span(k, k))
    here: Scene | None = scene
    for _ in range(4):
        if here is None:
            break
        said = next((a for a in here.actors if speaker in a.persons and a.states), None)
        if said is not None:
            return [replace(said, first=-1, last=-1, guessed=True)]
        here = here.before
    return []


def protagonist(scene: Scene, target: Sequence[Actor]) -> list[Actor]:
    """The one person with a state whom the sentences before have as their subject: «Запланирован визит в Осло»."""
    if any(a.persons for a in scene.actors if a not in target and a.case == "Nom"):
        return []
    barred = {i for a in target for i in a.ids}
    here = scene.before
    for _ in range(2):
        if here is None:
            return []
        people = [a for a in here.actors if a.persons and a.states and a.case == "Nom" and not barred & set(a.ids)]
        if people:
            one = len({a.persons for a in people}) == 1
            return [replace(people[0], first=-1, last=-1, guessed=True)] if one else []
        here = here.before
    return []


def going_on(scene: Scene, clause: Clause) -> list[Actor]:
    """A verb without a subject goes on about the person the sentence before was about («В 2007 году провела …»)."""
    tokens = scene.sentence.tokens
    finite = clause.predicate >= 0 and tokens[clause.predicate].feats.get("Number") == "Sing"
    named = any(t.feats.get("Case") == "Nom" and t.pos in ("NOUN", "PROPN", "PRON") for t in tokens)
    if not finite or named or scene.before is None:
        return []
    people = [a for s in (scene.before, scene.before.before) if s for a in s.actors if a.persons and a.case == "Nom"]
    return people[:1] if len({a.persons for a in people}) == 1 else []
