"""Votes: how each state voted on a resolution the text speaks of; the state the resolution is about is the target."""

from collections.abc import Iterator

from sverka.claims import Mention, Period
from sverka.reading.clauseroles import subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.modality import of_clause
from sverka.reading.scenes import Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_VOTE = words(
    """проголосовать голосовать поддержать поддерживать воздержаться воздерживаться отвергнуть отвергать отклонить
    отмолчаться высказаться заблокировать"""
)
_TEXTS = frozenset({"резолюция", "документ", "текст", "проект", "решение"})
_FAR = 8


def votes(scene: Scene) -> Iterator[Mention | None]:
    """One vote for each state, in a text that has named a resolution not long before."""
    topic = None if scene.sentence.lemmas.isdisjoint(_VOTE) else _resolution(scene)
    if topic is None:
        return
    about, period = topic
    for at, clause in enumerate(scene.clauses):
        k = next((j for j in clause.tokens if scene.lemma(j) in _VOTE and verb_form(scene.sentence.tokens[j])), -1)
        if k < 0 or not _on_it(scene, clause, k):
            continue
        who = subject(scene, at, {"state"})
        own, dated, _ = when(scene, clause, k)
        for actor in who.actors:
            if actor.states[0] == about:
                continue
            said = own or period
            fields = {
                "kind": "event", "type": "vote", "source": list(actor.states[:1]), "target": [about] if about else [],
                "period": str(said) if said else None,
            }  # fmt: skip
            sure = certainty(scene, clause, [actor], who.certainty, dated, 0.9 if about else 0.6)
            yield mention(scene.bundle, fields, _anchor(scene, k, actor.first), of_clause(scene, clause, k), sure)


def _anchor(scene: Scene, k: int, first: int) -> tuple[int, int]:
    return stretch(scene, [k, first])


def _on_it(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether the verb is about the resolution: it says so, points back, or can be about nothing else."""
    words = {scene.lemma(j) for j in clause.tokens}
    if scene.lemma(k) in ("воздержаться", "воздерживаться", "отмолчаться", "проголосовать", "голосовать"):
        return True
    return bool(words & _TEXTS) or any(
        scene.sentence.tokens[j].text.lower() in ("его", "ее", "её") for j in clause.tokens
    )


def _resolution(scene: Scene) -> tuple[str, Period | None] | None:
    """The state the last resolution named is about ("" if none is) and when it was adopted."""
    here: Scene | None = scene
    for _ in range(_FAR):
        if here is None:
            return None
        for at in range(len(here.sentence.tokens) - 1, -1, -1):
            if here.lemma(at) == "резолюция":
                return _about(here, at), _adopted(here, at)
        here = here.before
    return None


def _about(scene: Scene, at: int) -> str:
    after = [a for a in scene.actors if at < a.first <= at + 10 and a.kind == "state" and a.form != "adjective"]
    return after[0].states[0] if after and after[0].states else ""


def _adopted(scene: Scene, at: int) -> Period | None:
    clause = scene.clause_of(at)
    return when(scene, scene.clauses[clause], at)[0] if clause >= 0 else None
