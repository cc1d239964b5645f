"""What states do to one another: sanctions, deployments, attacks, aid, mediation, ruptures and withdrawals.

Each deed is a rule: its verbs, the things they need as object, and how the other side is said. This engine reads
clauses; the one for nouns («вторжение России в Грузию», «российская оккупация») is `deed_nouns`.
"""

from collections.abc import Iterator
from dataclasses import replace

from sverka.claims import Mention
from sverka.claims.vocabulary import EventType, Modality
from sverka.reading.anaphora import place_before
from sverka.reading.armed_groups import fighters
from sverka.reading.clauseroles import doer, subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import starting, when
from sverka.reading.coordination import Actor
from sverka.reading.deed_agents import DOERS, agents_of, owners_of, with_list
from sverka.reading.deed_rules import ANSWERING, BACKED, CLOSED, CRAFT, ENVOYS, JOINING, PAYING, THREATS, VERBAL, Verbal
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.modality import of_clause
from sverka.reading.others import (
    goods_of,
    hosts,
    inside,
    intending,
    opposite,
    purpose,
    remaining,
    shared,
    struck_at,
    struck_in,
)
from sverka.reading.scenes import Role, Scene
from sverka.reading.signatories import both_sides
from sverka.reading.verbforms import verb_form, verb_lemma

#: Below what any verdict asks for: the other side is only the state left over.
_GUESSED = 0.38
#: Nouns whose genitive is who is helped.
_FOR_WHOM = frozenset({"финансирование", "кредитование", "поддержка", "спасение"})
#: What a measure is called besides, if it is said to be one.
_MEASURES = frozenset({"пакет", "мера"})
_MARKS = frozenset({"санкционный", "ограничительный", "антироссийский"})
_PEOPLE = frozenset(
    {"гражданин", "чиновник", "депутат", "политик", "представитель", "житель", "компания", "министр", "парламентарий"}
)
HIT = frozenset({"state", "place", "organization"})
_BY_VERB = {verb: [r for r in VERBAL if verb in r.verbs] for rule in VERBAL for verb in rule.verbs}
_VERBS = frozenset(_BY_VERB)


def deeds(scene: Scene) -> Iterator[Mention | None]:
    """Every deed a sentence tells by a verb."""
    tokens = scene.sentence.tokens
    adjectives = [t for t in tokens if t.pos == "ADJ"]
    if _VERBS.isdisjoint(scene.sentence.lemmas) and not any(verb_lemma(t) in _VERBS for t in adjectives):
        return
    for at, clause in enumerate(scene.clauses):
        for k in clause.tokens:
            rules = _BY_VERB.get(verb_lemma(tokens[k]))
            if rules is not None and verb_form(tokens[k]):
                yield from _first(m for r in rules for m in verbal(scene, at, clause, k, r))


def _first(found: Iterator[Mention | None]) -> Iterator[Mention]:
    """One reading for a verb: the first rule that gives one."""
    chosen = next((m for m in found if m is not None), None)
    if chosen is not None:
        yield chosen


def _is_passive(scene: Scene, k: int) -> bool:
    return verb_form(scene.sentence.tokens[k]) in ("short", "part") and "вш" not in scene.sentence.tokens[k].text


def verbal(scene: Scene, at: int, clause: Clause, k: int, rule: Verbal) -> Iterator[Mention | None]:
    """The deed a rule reads in the verb at token `k`, if its thing and those who must be named are there."""
    thing = _thing(scene, clause, k, rule)
    shut = rule.things is CLOSED and verb_form(scene.sentence.tokens[k]) == "part"  # «закрытый рынок»
    given = rule.type == "aid" and thing >= 0 and thing < k and verb_form(scene.sentence.tokens[k]) == "part"
    stock = (
        given and scene.sentence.tokens[thing].feats.get("Number") == "Plur"
    )  # «долг по кредитам, предоставленным А»
    if shut or stock or (rule.things and thing < 0):
        return
    inside = [a for a in scene.within(clause) if a.head != k]
    if _is_passive(scene, k):
        source = agents_of(scene, inside, k, _thing(scene, clause, k, rule))
    else:
        source = intending(scene, clause, k) or doer(scene, at, k, DOERS)
        if rule.type == "attack" and not source.actors:
            source = Role(tuple(fighters(scene, clause)), 0.7)
    pool = scene.actors if rule.things is CRAFT else source.actors
    moves = rule.type in ("deploy", "withdraw") and _is_passive(scene, k)  # «контингент Х | выведен»: its own forces
    struck = [
        a for a in pool if thing >= 0 and a.head == thing and not moves
    ]  # «сбил малайзийский самолёт», «самолёт, | сбитый …»
    source = Role(tuple(a for a in source.actors if a not in struck), source.certainty) if struck else source
    targets = struck or _targets(scene, clause, k, thing, rule, [*source.actors])
    if (
        rule.type == "attack"
        and not targets
        and verb_form(scene.sentence.tokens[k]) == "short"
        and "Acc" in rule.target
    ):
        targets = [a for a in subject(scene, at, HIT).actors if a not in source.actors]
    if rule.type == "attack" and scene.lemma(k) in ("сбить", "подбить") and targets and not source.actors:
        placed = [a for a in scene.actors if a.prep in ("в", "на", "над", "у", "близ")]
        other = remaining(scene, [i for a in (*targets, *placed) for i in a.states])  # «был сбит Су-24»
        source = Role((replace(targets[0], ids=(other,), guessed=True),), 0.5) if other else source
    if rule.type == "deploy" and not targets:
        targets = purpose(scene, clause, k)
        source = Role(source.actors, source.certainty * 0.6)
    if (
        rule.type == "sanction" and thing >= 0 and scene.lemma(k) in BACKED | JOINING
    ):  # «поддержала | санкции ООН»: both did
        source = Role((*source.actors, *owners_of(scene, thing)), source.certainty)
    if rule.type == "deploy" and scene.home is not None and scene.home not in source.ids:
        camps = [a for a in targets if a.kind == "organization" and a.prep in ("в", "на") and a.case == "Loc"]
        if camps and camps == targets:  # «в аэропорту „Лос“»: in the state the text is about
            targets = [replace(camps[0], ids=(scene.home,), kind="state", guessed=True)]
    if rule.type == "sanction":
        if thing >= 0 and not source.actors:  # «снимут | санкции ООН»
            source = Role(tuple(with_list(scene, owners_of(scene, thing))), 0.7)
        targets = targets or _described(scene, thing, rule.target, source.ids)
        targets = targets or [a for a in goods_of(scene, clause) if not set(a.ids) & set(source.ids)]
        targets = targets or shared(scene, at, clause)
        if scene.lemma(k) in ANSWERING and any(scene.lemma(j) == "на" for j in range(k + 1, thing)):
            source, targets = Role(tuple(owners_of(scene, thing)), 0.8), [*source.actors]  # «ответила на | санкции ЕС»
        if thing >= 0 and scene.lemma(thing) == "въезд" and not source.actors:  # «въезд в Чили закрыт для …»
            source = Role(tuple(a for a in inside if a.prep == "в" and a.kind == "state" and a.first == thing + 2), 0.8)
            targets = [a for a in targets if a not in source.actors]
    if rule.type in ("deploy", "attack") and not targets and _thither(scene, clause):
        targets = [replace(a, guessed=True) for a in place_before(scene, clause, {"state", "place"}).actors]
    if rule.type == "attack" and not targets and {"по", "на"} & set(rule.target):
        targets = struck_at(scene, max(k, thing), rule.target, source.ids)
    if rule.type == "attack" and not targets and {"Loc", "Acc"} & set(rule.target):
        targets = [a for a in inside if a.case == "Loc" and a.prep in ("в", "на") and a.kind in ("state", "place")]
    if rule.type == "break" and not source.actors and scene.sentence.tokens[k].feats.get("Number") == "Plur":
        source = Role(tuple(a for a in inside if a.prep == "из" and a.kind == "state"), 0.8)  # «из Чили высылают …»
    if rule.type == "break" and not targets and scene.sentence.tokens[k].feats.get("Number") == "Plur":
        pair = both_sides(scene, clause, k)  # «отношения страны разорвали»: with one another
        if len(pair.actors) == 2:
            source, targets = Role(pair.actors[:1], pair.certainty * 0.8), [*pair.actors[1:]]
    if ("source" in rule.needs and not source.actors) or ("target" in rule.needs and not targets):
        return
    yield deed(scene, clause, k, rule.type, source, targets, thing)


def _described(scene: Scene, thing: int, preps: tuple[str, ...], known: tuple[str, ...]) -> list[Actor]:
    """«Продлил санкции, | введённые против Мали»: what a participle right after the thing says."""
    after = next((c for c in scene.clauses if c.kind == "participle" and min(c.tokens) == thing + 2), None)
    beside = scene.within(after) if after is not None and thing >= 0 else []
    return [a for a in beside if a.prep in preps and a.kind in HIT and not set(a.ids) & set(known)]


def _thither(scene: Scene, clause: Clause) -> bool:
    """«Послал туда солдат», «куда её послал»."""
    return clause.opener == "куда" or any(scene.sentence.tokens[j].text.lower() == "туда" for j in clause.tokens)


def _thing(scene: Scene, clause: Clause, k: int, rule: Verbal) -> int:
    """The object a verb needs: in its clause, or what a participle or relative clause describes."""
    tokens = scene.sentence.tokens
    if not rule.things:
        return -1
    here = [
        j for j in clause.tokens if tokens[j].lemma in rule.things and tokens[j].pos in ("NOUN", "PROPN") and j != k
    ]
    if rule.type == "sanction" and not here:  # «санкционный пакет», «ограничительные меры»
        here = [j for j in clause.tokens if tokens[j].lemma in _MEASURES and scene.lemma(j - 1) in _MARKS]
    joins = scene.lemma(k) in JOINING
    near = [j for j in here if tokens[j - 1].pos != "ADP" or j == 0 or joins]
    if near:
        return min(near, key=lambda j: abs(j - k))
    if k > 1 and tokens[k - 1].text == "," and tokens[k - 2].lemma in rule.things and verb_form(tokens[k]) == "part":
        return k - 2  # «от санкций, | навязанных …»
    if clause.kind in ("participle", "relative"):
        first = min(clause.tokens)
        described = [j for j in range(max(0, first - 6), first) if tokens[j].lemma in rule.things]
        return described[-1] if described else -1
    return -1


def _targets(scene: Scene, clause: Clause, k: int, thing: int, rule: Verbal, source: list[Actor]) -> list[Actor]:
    doers = {i for a in source for i in a.ids}
    passively = _is_passive(scene, k) and "Acc" in rule.target
    out: list[Actor] = []
    for actor in scene.within(clause):
        envoy = rule.type == "break" and actor.kind == "person" and actor.lemma in ENVOYS and not actor.persons
        barring = rule.type == "sanction" and actor.kind == "group"  # «в страны союза»
        led = rule.type == "sanction" and actor.prep in rule.target  # «для | белорусских грузовиков»
        if (
            (actor.kind not in HIT and not envoy and not barring)
            or set(actor.ids) & doers
            or (actor.form == "adjective" and actor.head != thing and not led)
        ):
            continue
        cased = not actor.prep and actor.case in rule.target and not actor.after_noun
        looks = "Acc" in rule.target and actor.case == "Nom" and actor.head > k and actor.form == "noun"
        cased = cased or (looks and bool(source) and not actor.prep and not passively)  # «атаковал | Идлиб»
        opposed = actor.prep in rule.target and not (rule.type == "sanction" and actor.case == "Loc")  # «на Мальте»
        if actor.case == "Loc" and rule.type in ("attack", "withdraw"):
            continue
        cased = cased or (rule.type == "break" and actor.head == thing and actor.case in rule.target)
        struck = passively and actor.head > k and _agree(scene, k, actor.head)
        if cased or opposed or struck:
            out.append(actor)
    if rule.type == "aid" and scene.lemma(k) in PAYING and out and all(a.kind == "organization" for a in out):
        return []  # «перечислила | МВФ полтора миллиарда»: a debt, no help
    if not out and rule.type == "attack" and "Acc" in rule.target:
        out = [a for a in struck_in(scene, clause) if not set(a.ids) & doers]
    if not out and rule.things:
        out = [a for a in inside(scene, clause, rule.target) if not set(a.ids) & doers]
    if rule.type == "aid" and not out:  # «программа финансирования | Кении»
        owned = [a for a in scene.within(clause) if a.after_noun and scene.lemma(a.first - 1) in _FOR_WHOM]
        out = [a for a in owned if a.kind == "state" and not set(a.ids) & doers]
        helped = [a for a in scene.within(clause) if a.after_noun and scene.lemma(a.first - 1) == "помощь"]
        helped = [a for a in helped if scene.lemma(a.first - 2) in ("пакет", "программа", "транш")]
        told = [a for a in scene.within(clause) if a.first == k + 1 and a.kind == "organization" and not a.prep]
        out = out or [a for a in (*helped, *told) if not set(a.ids) & doers][:1]  # «выделили | ООН два миллиарда»
    if rule.type == "sanction" and not out and "Dat" in rule.target:  # «запретил въезд | чиновникам ЕС»
        owned = [a for a in scene.within(clause) if a.after_noun and scene.lemma(a.first - 1) in _PEOPLE]
        out = [a for a in owned if a.kind in HIT and not set(a.ids) & doers][:1]
    if rule.type == "aid" and thing >= 0 and not out:
        out = [a for a in scene.within(clause) if a.form == "adjective" and thing < a.first <= thing + 2]
        out = [a for a in out if a.case in rule.target]
    if rule.type == "attack" and not out:
        owned = [a for a in scene.within(clause) if a.form == "adjective" and a.head != k and not set(a.ids) & doers]
        out = [a for a in owned if scene.sentence.tokens[a.head].feats.get("Case") in ("Acc", "Nom")]
    return out


def _agree(scene: Scene, one: int, other: int) -> bool:
    """«сбитый … бомбардировщик»: what a participle before its noun describes."""
    a, b = scene.sentence.tokens[one].feats, scene.sentence.tokens[other].feats
    direct = {a.get("Case"), b.get("Case")} == {"Nom", "Acc"}  # one form, told apart by guess
    return "Case" in a and a.get("Number") == b.get("Number") and (direct or a["Case"] == b.get("Case"))


def deed(
    scene: Scene, clause: Clause, k: int, kind: EventType, source: Role, targets: list[Actor], thing: int
) -> Mention | None:
    """A mention of a deed by a verb at token `k`, with its thing (-1 for none)."""
    period, dated, date_span = when(scene, clause, k)
    parts: list[int | Actor] = [k, *targets]
    if thing >= 0:
        parts.append(thing)
    period = starting(period)
    sure = certainty(scene, clause, [*source.actors, *targets], source.certainty, dated, 0.95 if period else 0.8, 0.9)
    return stated(
        scene,
        kind,
        list(source.actors),
        targets,
        str(period) if period else None,
        stretch(scene, parts, date_span),
        "hypothetical" if scene.lemma(k) in THREATS else _modality(scene, clause, k),
        sure,
    )


def _modality(scene: Scene, clause: Clause, k: int) -> Modality:
    """That of the clause; a participle in it tells what was, whatever the clause supposes."""
    if verb_form(scene.sentence.tokens[k]) == "part" and k != clause.predicate:
        return "denied" if k and scene.sentence.tokens[k - 1].text.lower() == "не" else "asserted"
    return of_clause(scene, clause, k)


def stated(
    scene: Scene,
    kind: EventType,
    source: list[Actor],
    targets: list[Actor],
    period: str | None,
    span: tuple[int, int],
    modality: Modality,
    sure: float,
) -> Mention | None:
    """A mention of a deed by whoever did it to whom; with one side missing it is never sure."""
    whose = list(dict.fromkeys(i for a in source for i in a.ids if not i.startswith(("place:", "treaty:"))))
    whom = hosts(scene, targets, whose)
    if kind == "sanction" and not whom:  # «против | компании „Нафта“»
        whom = [i for a in targets if a.kind == "organization" for i in a.ids if i not in whose]
    if bool(whose) != bool(whom) and (other := opposite(scene, whose or whom, kind, acting=bool(whose))):
        whose, whom, sure = whose or [other], whom or [other], min(sure, _GUESSED)
    if not whose and not whom:
        return None
    fields = {"kind": "event", "type": kind, "source": whose, "target": whom, "period": period}
    return mention(scene.bundle, fields, span, modality, sure if whose and whom else min(sure, 0.5))
