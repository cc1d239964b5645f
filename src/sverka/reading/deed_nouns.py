"""Deeds told by a noun: «вторжение России в Грузию», «российская оккупация», «высылка чешских дипломатов»."""

from collections.abc import Iterator

from sverka.claims import Mention
from sverka.claims.vocabulary import Modality
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.deed_agents import DOERS
from sverka.reading.deed_rules import CRAFT, NOMINAL, Nominal
from sverka.reading.deeds import HIT, stated
from sverka.reading.drafts import stretch
from sverka.reading.modality import of_clause, of_noun
from sverka.reading.others import inside, struck
from sverka.reading.phrases import FORCES
from sverka.reading.scenes import Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.visits import describing
from sverka.reading.wordlists import words

#: Verbs that date the noun beside them: «в январе коалиция начала бомбардировки».
_BEGUN = words(
    """начать начаться провести совершить осуществить предпринять произойти состояться пройти завершиться закончиться
    запланировать планировать намечать намечаться ожидаться случиться"""
)
_COMMITTED = words("нанести совершить предпринять осуществить провести устроить начать развязать организовать")
_SCHEDULED = words("запланировать планировать намечать намечаться ожидаться")
#: What else a state's strikes are made with, besides craft and forces.
_MACHINES = words("аппарат бпла ракета снаряд артиллерия")
_BY_NOUN = {noun: [r for r in NOMINAL if noun in r.nouns] for rule in NOMINAL for noun in rule.nouns}
_NOUNS = frozenset(_BY_NOUN)


def deeds_by_noun(scene: Scene) -> Iterator[Mention | None]:
    """Every deed a sentence tells by a noun."""
    for _, clause, k in scene.having(_NOUNS):
        if scene.sentence.tokens[k].pos == "NOUN" and not in_name(scene, k):
            for rule in _BY_NOUN[scene.lemma(k)]:
                yield from _nominal(scene, clause, k, rule)


def _nominal(scene: Scene, clause: Clause, k: int, rule: Nominal) -> Iterator[Mention | None]:
    tokens = scene.sentence.tokens
    end = k
    if rule.things:
        thing = next((j for j in range(k + 1, min(k + 4, len(tokens))) if tokens[j].lemma in rule.things), -1)
        if thing < 0:
            return
        end = thing
    after = [a for a in scene.actors if k < a.last and a.first <= end + 8 and not _broken(scene, k, a.first)]
    adjective = [a for a in scene.actors if a.form == "adjective" and a.head == k]
    adjective = adjective or [a for a in after if rule.type == "attack" and by_craft(scene, a, end)]
    parts = [a for a in inside(scene, clause, rule.target) if a in after]  # «с | территории Чада»
    genitive = [a for a in after if not a.prep and a.case == "Gen" and a.first <= end + 2 and a.form != "adjective"]
    genitive = [a for a in genitive if a not in parts]
    forces = [a for a in after if a.lemma in FORCES and a.first <= end]
    agents = [a for a in after if not a.prep and a.case == "Ins" and a.kind in DOERS and a.form != "adjective"]
    aimed = [
        a
        for a in after
        if a.kind in HIT and (a.prep in rule.target or (a.case in rule.target and not a.prep)) and a not in forces
    ]
    aimed += [a for a in parts if a not in aimed]
    if rule.type == "sanction" and not aimed:  # «действующих в отношении Ирана | американских санкций»
        aimed = [a for a in scene.actors if a.prep in rule.target and k - 6 <= a.first and a.last < k]
    lists = {a.chain for a in aimed if a.chain >= 0}
    aimed += [a for a in scene.actors if a.chain in lists and a not in aimed and a.kind in HIT]
    if rule.owner == "target":
        chains = {a.chain for a in genitive if a.chain >= 0}
        source, targets = (
            adjective or agents or (aimed if rule.type == "break" else []),
            [a for a in after if a.kind in HIT and (a in genitive or a.chain in chains)],
        )
    else:
        source, targets = adjective or forces or agents or genitive, aimed
    source = [a for a in source if a.kind in DOERS and a not in targets]
    near = k
    if rule.type == "attack" and not source:  # «предпринятых Чадом и Мали атак», «удара, нанесённого …»
        source, near = committed(scene, k)
    if rule.type == "attack" and rule.owner == "source":
        targets = struck(scene, k, rule.target, targets, [i for a in source for i in a.ids])
    unowned = not source and _told_alone(scene, k) and all(a.kind == "state" for a in targets)
    if unowned and of_noun(scene, k) == "hypothetical":
        return
    if (not source and not unowned) or (not targets and rule.type != "mediate"):
        return
    period, dated, date_span = when(scene, scene.clauses[max(scene.clause_of(near), 0)], near)
    last = max(a.last for a in (*source, *targets))
    if date_span is not None and not min(near, k - 4) <= scene.sentence.index_at(date_span[0]) <= last + 3:
        span, begun = date_span, clause.predicate >= 0 and scene.lemma(clause.predicate) in _BEGUN
        period, dated, date_span = (period, dated, span) if begun else (None, 1.0, None)
    involved: list[int | Actor] = [k, *source, *targets]
    sure = 0.75 * dated * (1.0 if period else 0.85)
    yield stated(
        scene,
        rule.type,
        source,
        targets,
        str(period) if period else None,
        stretch(scene, involved, date_span),
        _modality(scene, clause, k),
        sure,
    )


def committed(scene: Scene, k: int) -> tuple[list[Actor], int]:
    """Who does what a noun says, as a participle before or right after it tells, and where that stands."""
    tokens = scene.sentence.tokens
    described = range(k - 1, max(k - 14, -1), -1)
    after = describing(scene, k)
    at = [j for j in described if tokens[j].lemma in _COMMITTED and verb_form(tokens[j]) == "part"][:1]
    at = [j for j in at if tokens[j].feats.get("Case") == tokens[k].feats.get("Case")]
    at += [after.predicate] if after is not None and scene.lemma(after.predicate) in _COMMITTED else []
    for j in at:
        low, high = (j, k) if j < k else (j, j + 10)
        agents = [a for a in scene.actors if low < a.first < high and a.case == "Ins" and not a.prep]
        agents = [a for a in agents if a.kind in DOERS]
        if agents:
            chain = agents[0].chain
            return [a for a in agents if a is agents[0] or (chain >= 0 and a.chain == chain)], j
    return [], k


def _modality(scene: Scene, clause: Clause, k: int) -> Modality:
    """That of the noun; where it only says what a verb tells of («вывод войск состоится в мае»), that of the verb."""
    found = of_noun(scene, k)
    verb = scene.lemma(clause.predicate) if clause.predicate >= 0 else ""
    if found != "asserted" or verb not in _BEGUN:
        return found
    return "planned" if verb in _SCHEDULED else of_clause(scene, clause)


def in_name(scene: Scene, k: int) -> bool:
    """Whether a noun is what a paper is about: «соглашение о | размещении войск»."""
    return any(a.kind == "treaty" and a.head < k <= a.last for a in scene.actors)


def by_craft(scene: Scene, actor: Actor, after: int) -> bool:
    """«Атака | американского беспилотника»: craft that strike do so for the state whose they are."""
    here = actor.form == "adjective" and actor.case == "Gen" and actor.first <= after + 2
    return here and scene.lemma(actor.head) in CRAFT | _MACHINES


def _told_alone(scene: Scene, k: int) -> bool:
    """«аннексия Крыма», «вторжение в Кувейт»: attacks told without the attacker."""
    return scene.lemma(k) in ("вторжение", "нападение", "аннексия", "оккупация", "бомбардировка")


def _broken(scene: Scene, first: int, last: int) -> bool:
    return any(scene.sentence.tokens[j].text in ",;:–—()." for j in range(first, last))
