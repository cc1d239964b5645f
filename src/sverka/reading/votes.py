"""Votes: how states voted on a resolution the text speaks of; the state the resolution is about is the target."""

from collections.abc import Iterator, Sequence

from sverka.claims import Mention, Period
from sverka.reading.clauseroles import subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
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
    """The votes of states that voted alike, in a text that has named a resolution not long before."""
    topic = None if scene.sentence.lemmas.isdisjoint(_VOTE) else _resolution(scene)
    if topic is None:
        return
    aim, period = topic
    for at, clause in enumerate(scene.clauses):
        k = next((j for j in clause.tokens if scene.lemma(j) in _VOTE and verb_form(scene.sentence.tokens[j])), -1)
        if k < 0 or not _on_it(scene, clause, k):
            continue
        who = subject(scene, at, {"state"})
        own, dated, _ = when(scene, clause, k)
        voters = _listed(scene, [a for a in who.actors if a.states[0] != aim])
        if not voters:
            continue
        said = own or period
        fields = {
            "kind": "event", "type": "vote", "source": list(dict.fromkeys(a.states[0] for a in voters)),
            "target": [aim] if aim else [], "period": str(said) if said else None,
        }  # fmt: skip
        sure = certainty(scene, clause, voters, who.certainty, dated, 0.9 if aim else 0.6)
        span = stretch(scene, [k, voters[0].first, voters[-1].last])
        yield mention(scene.bundle, fields, span, of_clause(scene, clause, k), sure)


def _listed(scene: Scene, voters: Sequence[Actor]) -> list[Actor]:
    """Those who voted alike are one vote; a number may stand for their list: «три страны (А, Б и В)»."""
    if not voters:
        return []
    chains = {a.chain for a in voters if a.chain >= 0}
    rest = [a for a in scene.actors if a.chain in chains and a.states and a not in voters and a.kind == "state"]
    return sorted([*voters, *rest], key=lambda a: a.first)


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
    bare: tuple[Period | None] | None = None
    for _ in range(_FAR):
        if here is None:
            break
        told = [at for at, token in enumerate(here.sentence.tokens) if token.lemma == "резолюция"]
        for at in reversed(told):
            bare = bare or (_adopted(here, at),)
            if state := about(here, at):
                return state, _adopted(here, at) or bare[0]
        here = here.before
    return ("", bare[0]) if bare is not None else None


def about(scene: Scene, at: int) -> str:
    """The state its own name tells: «резолюция о правах в | Чаде», «антииранская резолюция»."""
    tokens = scene.sentence.tokens
    own = next((a for a in scene.actors if a.form == "adjective" and a.head == at and a.kind == "state"), None)
    if own is not None:
        return own.states[0]
    after = [a for a in scene.actors if at < a.first <= at + 10 and a.kind == "state" and a.form != "adjective"]
    if not after or not after[0].states:
        return ""
    between = tokens[at + 1 : after[0].first]
    parted = any(t.text in ",;:–—()." or verb_form(t) in ("fin", "short") for t in between)
    return "" if parted else after[0].states[0]


def _adopted(scene: Scene, at: int) -> Period | None:
    clause = scene.clause_of(at)
    return when(scene, scene.clauses[clause], at)[0] if clause >= 0 else None
