"""Events told in passing: by a noun or participle with only part of those who took part; never sure enough to judge.

«Летел с визитом в Вашингтон», «после нападения на посольство», «сделка Газпрома с CNPC», «грозил санкциями»: the words
say that something happened, grammar does not say to whom. Whoever stands nearest fills the gap; where nobody does, it
stays open.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sverka.claims import Mention
from sverka.claims.vocabulary import EventType
from sverka.reading.clauseroles import subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.deed_nouns import by_craft, in_name
from sverka.reading.deed_rules import THREATS, UNSURE
from sverka.reading.deeds import verbal
from sverka.reading.drafts import mention, stretch
from sverka.reading.left_out import alone, going_on, myself, protagonist
from sverka.reading.meetings import MEDIA
from sverka.reading.modality import of_clause, of_noun
from sverka.reading.occasions import of_occasion
from sverka.reading.others import hosts, inside, opposite, remaining, struck
from sverka.reading.passing_hints import HINTS, STRIKES, Hint
from sverka.reading.phrases import FORCES
from sverka.reading.scenes import Scene
from sverka.reading.verbforms import verb_form, verb_lemma
from sverka.reading.visits import GOING, near_date
from sverka.reading.wordlists import words

#: Below what any verdict asks for.
_UNSURE, _GUESSED = 0.3, 0.2
_SIDES = frozenset({"state", "person", "organization", "group"})
_HIT = frozenset({"state", "place", "organization", "group"})
_NEAR, _FAR = 4, 10


_JOURNEY = HINTS[0]
_BY_NOUN = {noun: [h for h in HINTS if noun in h.nouns] for hint in HINTS for noun in hint.nouns}
_BY_VERB = {verb: [r for r in UNSURE if verb in r.verbs] for rule in UNSURE for verb in rule.verbs}
#: Words without which nothing here is read.
_NAMING = frozenset(_BY_NOUN) | frozenset(_BY_VERB) | frozenset(GOING)
_STEPS = words("выход вступление членство присоединение")
_ANY = frozenset({"другой", "иной", "любой", "какой-либо"})
#: What makes sanctions an event of somebody and not a state of things.
_ACTS = words(
    """грозить пригрозить угрожать ответить отвечать решиться решить ввести вводить поддержать объявить принять
    предложить обсуждать готовить"""
)
_OPERATIONS = frozenset({"операция", "спецоперация"})
_ANSWERING = words("ответный новый очередной первый дополнительный")
#: Verbs whose subject does what the noun beside them says.
_LIGHT = words(
    """начать начинать провести проводить совершить совершать осуществить осуществлять предпринять нанести наносить
    вести грозить пригрозить угрожать решиться планировать готовить готовиться отменить отложить броситься лететь
    отправиться прибыть приехать прилететь договориться согласовать поддержать обсудить поехать объявить объявлять
    пойти усилить усиливать продолжить продолжать возобновить возобновлять"""
)


def passing(scene: Scene, told: Sequence[Mention]) -> Iterator[Mention]:
    """Events of a sentence that its surer readers (`told`) have not read."""
    tokens, known = scene.sentence.tokens, list(told)
    if _NAMING.isdisjoint([verb_lemma(t) if t.pos == "ADJ" else t.lemma for t in tokens]):
        return
    for at, clause in enumerate(scene.clauses):
        for k in clause.tokens:
            found: Mention | None = None
            if verb_form(tokens[k]):
                found = _verbal(scene, known, at, clause, k)
            elif tokens[k].pos in ("NOUN", "PROPN") and tokens[k].lemma in _BY_NOUN and not in_name(scene, k):
                hints = [h for h in _BY_NOUN.get(tokens[k].lemma, ()) if not _read(scene, known, h.type, k)]
                found = next((m for h in hints if (m := _nominal(scene, at, clause, k, h)) is not None), None)
            if found is not None:
                known.append(found)
                yield found


def _verbal(scene: Scene, known: Sequence[Mention], at: int, clause: Clause, k: int) -> Mention | None:
    """One reading of a verb by the unsure rules, and the journeys of participles («первым поехавшим в Сирию»)."""
    lemma = verb_lemma(scene.sentence.tokens[k])
    rules = _BY_VERB.get(lemma, ())
    if not rules and lemma not in GOING:
        return None
    start, end = scene.span(k, k)
    if any(m.span[0] <= start and end <= m.span[1] for m in known):
        return None
    for rule in rules:
        if not _read(scene, known, rule.type, k):
            found = next((m for m in verbal(scene, at, clause, k, rule) if m is not None), None)
            if found is not None:
                return found.model_copy(update={"confidence": min(found.confidence or 0.0, _UNSURE)})
    if lemma in GOING and verb_form(scene.sentence.tokens[k]) in ("part", "ger"):
        where = [a for a in scene.within(clause) if a.prep in ("в", "на") and a.kind in ("state", "place")]
        who = alone(scene, where)
        if where and who:
            return _mention(scene, clause, k, k, _JOURNEY, who, where[:1], sure=False)
    return None


def _read(scene: Scene, told: Sequence[Mention], kind: EventType, k: int) -> bool:
    """Whether a surer reader has read an event of the type here."""
    start, end = scene.span(k, k)
    return any(
        m.proposition.kind == "event" and m.proposition.type == kind and m.span[0] - 40 < end and start < m.span[1] + 40
        for m in told
    )


def _nominal(scene: Scene, at: int, clause: Clause, k: int, hint: Hint) -> Mention | None:
    end = _thing(scene, k, hint.things) if hint.things else k
    if end < 0:
        return None
    after = [a for a in scene.actors if k < a.head and a.first <= end + _FAR and not _parted(scene, k, a)]
    own = [a for a in after if not a.prep and a.case == "Gen" and a.first <= end + _NEAR and a.form != "adjective"]
    own = [a for a in own if a is own[0] or (a.chain >= 0 and a.chain == own[0].chain)]
    own = own if own and _adjoins(scene, end, own[0]) else []
    own += [a for a in after if a.lemma in FORCES and a.first <= end and a not in own]
    described = [a for a in scene.actors if a.form == "adjective" and a.head in (k, end) and a not in own]
    if hint.type == "attack":
        described = described or [a for a in after if by_craft(scene, a, end)]
    parts = [a for a in inside(scene, clause, hint.preps) if a in after]
    own = [a for a in own if a not in parts]
    agents = [a for a in after if not a.prep and a.case == "Ins" and a.form != "adjective"]
    others = [a for a in scene.actors if _led(a, hint) and a.form != "adjective" and a not in own]
    others = [a for a in others if (a in after or a.first == k) and (a.kind in _HIT or a.kind == "person")]
    others += [a for a in parts if a not in others]
    if hint.type == "aid":
        lists = {a.chain for a in others if a.chain >= 0}
        others += [a for a in scene.actors if a.chain in lists and a not in others]
    others = [a for a in others if a.case == "Loc" or a.prep not in hint.places or hint.type in ("visit", "attack")]
    if hint.type == "vote":  # «референдум о выходе Британии из ЕС»
        steps = {j for j in range(k + 1, min(k + 5, len(scene.sentence.tokens))) if scene.lemma(j) in _STEPS}
        joined = [a for a in after if a.kind == "organization" and a.prep in ("в", "из", "к") and steps]
        own, others = own or [a for a in after if a.kind == "state" and a.first - 1 in steps], joined or others
    if hint.owner == "target":
        struck_at_all = scene.lemma(k) in STRIKES
        doers = [a for a in own[:1] if a.kind == "organization" and struck_at_all]  # «бомбардировки НАТО»
        own = [] if doers else own
        within = [a for a in others if a.first == k + 2 or (struck_at_all and _adjoins(scene, k, a, 1))]
        source, target = described or agents or doers, own or within[:1]
    elif hint.owner == "both":
        source, target = own[:1] or described, [*own[1:], *others]
    else:
        source, target = described or agents or own, others
    source = [a for a in source if a.kind in _SIDES]
    if hint.type == "attack" and hint.owner == "source":
        target = struck(scene, k, hint.preps, target, [i for a in source for i in a.ids])
    if scene.lemma(k) in _OPERATIONS and not target:
        return None
    doing = source or _doing(scene, at, clause, k, hint, target)
    if not _happened(scene, clause, k, hint, source, target, doing):
        return None
    if hint.type == "vote" and not doing and (other := remaining(scene, ())):
        doing = [replace(next(a for a in scene.actors if other in a.states), ids=(other,), guessed=True)]
    if hint.type != "aid" and bool(doing) != bool(target):
        target, doing = _filled(scene, hint.type, doing, target)
    return _mention(scene, clause, k, end, hint, doing, target, sure=bool(source))


def _led(actor: Actor, hint: Hint) -> bool:
    """Whether a preposition or a case of the hint leads an actor."""
    return actor.prep in hint.preps or (not actor.prep and actor.case in hint.preps)


def _adjoins(scene: Scene, end: int, owner: Actor, led: int = 0) -> bool:
    """Whether nothing but adjectives and other genitives stands between a noun and its owner (`led`: a preposition)."""
    between = scene.sentence.tokens[end + 1 : owner.first - led]
    return all(
        t.pos != "ADP" and (t.pos in ("ADJ", "DET", "NUM") or t.feats.get("Case") in ("Gen", None)) for t in between
    )


def _filled(scene: Scene, kind: str, source: list[Actor], target: list[Actor]) -> tuple[list[Actor], list[Actor]]:
    """The side not told is the one other state of the sentence or of those before, if there is one."""
    known = [i for a in (*source, *target) for i in a.states]
    other = opposite(scene, known, kind, acting=bool(source))
    if other is None:
        return target, source
    found = [replace((source or target)[0], ids=(other,), kind="state", form="noun", guessed=True, first=-1, last=-1)]
    return (target or found), (source or found)


def _thing(scene: Scene, k: int, things: Collection[str]) -> int:
    return next((j for j in range(k + 1, min(k + 7, len(scene.sentence.tokens))) if scene.lemma(j) in things), -1)


def _parted(scene: Scene, k: int, actor: Actor) -> bool:
    return any(scene.sentence.tokens[j].text in ",;:–—()." for j in range(k, actor.first))


def _doing(
    scene: Scene, at: int, clause: Clause, k: int, hint: Hint, target: Sequence[Actor]
) -> list[Actor]:  # fmt: skip
    """Who does it: the subject of a verb that only lends the noun its time, or the one person a sentence is about."""
    if clause.predicate >= 0 and scene.lemma(clause.predicate) in _LIGHT:
        found = [a for a in subject(scene, at, _SIDES).actors if a.first > k or a.last < k]
        if found:
            return found
    if hint.type not in ("meet", "visit"):
        return []
    return myself(scene, clause, k) or alone(scene, target) or going_on(scene, clause) or protagonist(scene, target)


def _happened(
    scene: Scene,
    clause: Clause,
    k: int,
    hint: Hint,
    source: Sequence[Actor],
    target: Sequence[Actor],
    doing: Sequence[Actor],
) -> bool:
    """Whether the words tell of one event and not of a policy, a habit or a subject of talk."""
    if hint.type != "vote" and "hypothetical" in (of_noun(scene, k), of_clause(scene, clause)):
        return hint.type == "sanction" and clause.predicate >= 0 and scene.lemma(clause.predicate) in THREATS
    barred = scene.lemma(k - 1) in ("для", "ради", "без") or scene.lemma(k - 1) == "право"
    if barred or any(a.first and scene.lemma(a.first - 1) in _ANY for a in source):
        return False
    plural = scene.sentence.tokens[k].feats.get("Number") == "Plur"
    if hint.type == "sanction":
        acted = clause.predicate >= 0 and scene.lemma(clause.predicate) in _ACTS
        fresh = any(scene.lemma(j) in _ANSWERING for j in range(max(0, k - 3), k))
        if hint.things:
            return bool(source or target or doing)
        return bool(source) and (acted or fresh)
    if hint.type == "sign":
        return bool(source) and bool(target)
    if hint.type == "meet":
        return (bool(target) or len(source) > 1) and not any(a.lemma in MEDIA for a in (*source, *target))
    if scene.lemma(k) == "участие" and (not k or scene.lemma(k - 1) != "при"):
        return False
    if hint.type == "attack" and not target and scene.lemma(k) == "вмешательство":
        return False  # «вмешательство государства во все»: of a state in its own affairs
    if hint.type == "attack" and hint.owner == "source" and not source:
        return any(a.first <= k + 3 for a in target)
    if hint.type in ("deploy", "withdraw", "aid"):
        return bool(target) or (bool(source) and not plural)
    if scene.lemma(k) == "голосование":  # «итоги голосования» are a ballot's, told elsewhere
        said = {scene.lemma(j) for j in range(k + 1, k + 3)}
        return bool(target) and not said.isdisjoint({"о", "по", "за", "референдум"})
    if hint.type == "vote":
        return bool(source or target or remaining(scene, ()))
    return bool(source or target)


def _mention(
    scene: Scene, clause: Clause, k: int, end: int, hint: Hint, source: list[Actor], target: list[Actor], *, sure: bool
) -> Mention | None:
    ids = dict.fromkeys(i for a in source for i in a.ids if not i.startswith(("place:", "treaty:")))
    both = hint.type in ("meet", "sign")
    whom = [i for a in target for i in a.ids if i not in ids] if both else hosts(scene, target, ids)
    if hint.type == "sign":
        ids, whom = dict.fromkeys((*ids, *whom)), [f"treaty:{scene.lemma(k)}"]
    if not ids and not whom:
        return None
    period, dated, date_span = when(scene, clause, k)
    last = max([end, *(a.last for a in (*source, *target) if a.first >= k)])
    light = clause.predicate >= 0 and scene.lemma(clause.predicate) in _LIGHT
    if scene.lemma(last + 1) == "и" and scene.lemma(last + 2) == scene.lemma(k):
        last += 3  # «оккупация А и оккупация Б в 2014 году»
    if date_span is not None and not light and not k - 4 <= scene.sentence.index_at(date_span[0]) <= last + 3:
        period, date_span = None, None
    if date_span is None and hint.type in ("meet", "visit"):  # «встречи с А, | состоявшейся на прошлой неделе»
        period, dated, date_span = near_date(scene, clause, k, last)
    fields = {
        "kind": "event", "type": hint.type, "source": list(ids), "target": list(dict.fromkeys(whom)),
        "period": str(period) if period else None,
    }  # fmt: skip
    near = [a for a in (*source, *target) if a.first >= k - 3 and a.last <= last]
    span = stretch(scene, [k, end, *near], date_span)
    noun = of_occasion(scene, clause, k, period) if hint.type in ("visit", "meet") else of_noun(scene, k)
    modality = "asserted" if hint.type == "vote" else noun
    if light and modality == "asserted":
        modality = "hypothetical" if scene.lemma(clause.predicate) in THREATS else of_clause(scene, clause)
    return mention(scene.bundle, fields, span, modality, (_UNSURE if sure else _GUESSED) * dated)
