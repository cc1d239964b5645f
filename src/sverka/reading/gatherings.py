"""Gatherings of bodies and elections held: «заседание совета глав ШОС прошло в Х», «в Y состоялись выборы»."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sverka.claims import Mention
from sverka.reading.anaphora import place_before
from sverka.reading.city_adjectives import state_of_adjective
from sverka.reading.clauseroles import subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.dating_adjectives import dated_by
from sverka.reading.drafts import mention, stretch
from sverka.reading.modality import of_clause
from sverka.reading.occasions import of_occasion
from sverka.reading.places import host_of
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.visits import describing, near_date, said
from sverka.reading.wordlists import words
from sverka.record import organizations

_GATHERINGS = words("саммит заседание встреча сессия конференция")
_POLLS = words("выборы тур референдум плебисцит голосование")
_WON = words("победить выиграть одержать побеждать выигрывать")
#: A part of a poll: «последний | этап выборов».
_STAGES = words("этап тур раунд день")
_HELD = words(
    """состояться пройти проходить провести проводить открыться открываться начаться начинаться стартовать завершиться
    завершаться закончиться закончить завершить запланировать намечать наметить планироваться созвать собрать созывать
    принять принимать назначить назначать"""
)
_HOLDING = words("провести проводить собрать созвать")
#: Of what is named only by its kind, a body: «саммит | организации», «сессия | этого блока».
_KINDS = words("организация блок альянс объединение союз содружество ассоциация группировка")
_HEADS = words("глава лидер президент премьер министр руководитель")
#: Who or what of a gathering is told: «участники | саммита», «по итогам | заседания», «после | встречи».
_OF_IT = words("участник итог результат исход ход открытие закрытие завершение начало проведение")
_BODIES = frozenset({"organization", "group", "person"})
_WHERE = frozenset({"state", "place"})
#: How far after the noun its body is named: «заседание совета глав правительств государств – членов | Х».
_REACH = 12
#: «Государств – | членов Х»: a dash inside one name.
_MEMBERS = words("член участник участница")
_SURE, _HOSTLESS = 0.7, 0.4


def gatherings(scene: Scene) -> Iterator[Mention | None]:
    """Gatherings and elections a sentence says were or will be held."""
    for at, clause, k in scene.having(_GATHERINGS | _POLLS):
        if scene.sentence.tokens[k].pos in ("NOUN", "PROPN"):
            yield _poll(scene, clause, k) if scene.lemma(k) in _POLLS else _gathering(scene, at, clause, k)


def _gathering(scene: Scene, at: int, clause: Clause, k: int) -> Mention | None:
    body = _body(scene, k) or _body_by_kind(scene, k) or _holding(scene, at, clause, k)
    if body is None:
        return None
    joined = _joined(scene, clause, k)
    if joined and (mention := _participants(scene, at, clause, k, body)) is not None:
        return mention
    known = bool(_host_by_adjective(scene, k)) or dated_by(scene, k) is not None
    if not (joined or known or _held(scene, clause, k, body.last) or _occasion(scene, k)):
        return None
    hosts = _hosts(scene, clause, k, body.last)
    target = [i for a in hosts[:1] for i in host_of(scene, a) if i not in body.states][:1]
    target = target or _host_by_adjective(scene, k)
    fields = {"type": "meet", "source": list(body.states), "target": target}
    if not target and near_date(scene, clause, k, body.last)[0] is None:
        return None  # «на саммите Х» with neither place nor day is any of them
    sure = (_SURE if target else _HOSTLESS) * (0.6 if body.guessed else 1.0)
    sure *= 1.0 if joined or _held(scene, clause, k, body.last) else 0.7  # «участники саммита», whenever it was
    return _mention(scene, clause, k, body, hosts, fields, sure)


def _poll(scene: Scene, clause: Clause, k: int) -> Mention | None:
    """«В Чили прошли выборы», «проведённые в Чаде выборы»: a vote of the state, whoever won it."""
    hosts = [a for a in _hosts(scene, clause, k, k) if a.kind == "state" and a.form != "capital"]
    own = [a for a in scene.actors if (a.form == "adjective" and k - 3 <= a.head <= k) or _of(scene, a, k)]
    whose = (own or hosts)[:1]
    told = describing(scene, k)
    if whose and told is not None and whose[0].head in told.tokens:  # «выборы, | которые в мае пройдут в Чили»
        whose = [replace(whose[0], first=k, last=k)]
    if not whose and scene.lemma(clause.predicate) in _HELD and scene.home is not None:
        if scene.lemma(k) == "голосование":
            return None
        if near_date(scene, clause, k, k)[0] is None:
            return None
        guessed = Actor(k, k, k, "Nom", "", (scene.home,), "страна", "guess", "state", guessed=True)
        return _mention(scene, clause, k, guessed, [], {"type": "vote", "source": [scene.home], "target": []}, 0.3)
    if not whose or not _held(scene, clause, k, max(k, whose[0].last if whose[0].first > k else k)):
        return None
    fields = {"type": "vote", "source": list(whose[0].states[:1]), "target": _winner(scene, clause)}
    return _mention(scene, clause, k, whose[0], [], fields, _HOSTLESS)


def _winner(scene: Scene, clause: Clause) -> list[str]:
    """«…, на котором победил Х»: who won, as a clause set on the poll's own tells."""
    for at, other in enumerate(scene.clauses):
        if other.kind == "relative" and scene.lemma(other.predicate) in _WON and min(other.tokens) > min(clause.tokens):
            won = [a for a in subject(scene, at, {"person", "organization"}).actors if not a.plural]
            return list(won[0].persons or won[0].ids)[:1] if len(won) == 1 else []
    return []


def _of(scene: Scene, actor: Actor, k: int) -> bool:
    """«Выборы | президента Чили», «выборы в парламент | Чили»."""
    near = k < actor.first <= k + 4 and actor.case == "Gen" and not actor.persons
    return near and actor.kind in ("state", "person") and len(actor.states) == 1


def _mention(
    scene: Scene, clause: Clause, k: int, whose: Actor, hosts: list[Actor], fields: Mapping[str, object], sure: float
) -> Mention | None:
    last = max(k, whose.last)
    period, dated, span = near_date(scene, clause, k, last)
    due = _due(scene, clause)
    if span is None and (due >= 0 or _joined(scene, clause, k)):  # «сегодня принял участие в заседании»
        period, dated, span = when(scene, clause, due if due >= 0 else k)
    told = "planned" if due >= 0 else of_occasion(scene, clause, k, period)
    if told == "asserted" and scene.lemma(clause.predicate) in _HELD:
        told = of_clause(scene, clause)
    near = [a for a in hosts[:1] if abs(a.first - k) < _REACH + 4]
    where = stretch(
        scene, [k, whose, *near], span if span and abs(span[0] - scene.sentence.tokens[k].start) < 160 else None
    )
    return mention(scene.bundle, {"kind": "event", **fields, "period": said(period)}, where, told, sure * dated)


def _due(scene: Scene, clause: Clause) -> int:
    """«Должны | пройти выборы»: the infinitive that says what is to be held; -1 for none."""
    tokens = scene.sentence.tokens
    owing = any(tokens[j].text.lower() in ("должен", "должна", "должно", "должны") for j in clause.tokens)
    found = (j for j in clause.tokens if tokens[j].lemma in _HELD and verb_form(tokens[j]) == "inf")
    return next(found, -1) if owing else -1


def _body(scene: Scene, k: int) -> Actor | None:
    """The body whose gathering it is: the record's, in the genitive after the noun, with no verb between."""
    tokens = scene.sentence.tokens
    for actor in scene.actors:
        if not k < actor.first <= k + _REACH or actor.kind not in _BODIES or actor.persons or actor.prep:
            continue
        between = _outside(scene, k, actor.first)
        if any(verb_form(tokens[j]) == "fin" or tokens[j].text in ",;:" for j in between):
            return None
        if any(a.first in between and _is_other(a) for a in scene.actors):
            return None  # «встреча министров А и представителей Х»: of two sides
        dashed = scene.lemma(actor.last + 1) in ("–", "—") and scene.lemma(actor.last + 2) not in _MEMBERS
        if dashed and any(a.first == actor.last + 2 for a in scene.actors):
            return None  # «саммит ЕС – Китай» has two sides
        short = [i for i in actor.ids if organizations.exists(i) and not i.startswith("org:")]
        known = len(actor.ids) == 1 and organizations.exists(actor.ids[0])
        if known and (short or actor.after_noun) and actor.case in ("Gen", ""):
            return actor
    return None


def _outside(scene: Scene, k: int, end: int) -> list[int]:
    """The tokens between without what stands in brackets: «Совета глав правительств (премьер-министров) Х»."""
    out, depth = [], 0
    for j in range(k, end):
        text = scene.sentence.tokens[j].text
        depth += text == "("
        if not depth:
            out.append(j)
        depth -= text == ")" and depth > 0
    return out


def _is_other(actor: Actor) -> bool:
    """Whether an actor is a side of its own: a state, or a body the record keeps, but not where it is held."""
    known = any(not i.startswith(("org:", "place:")) or organizations.exists(i) for i in actor.states)
    return known and actor.form != "capital" and actor.prep != "в"


def _body_by_kind(scene: Scene, k: int) -> Actor | None:
    """«Саммит организации», «конференция этого союза»: the one body the text has told of last."""
    tokens = scene.sentence.tokens
    at = next((j for j in range(k + 1, min(k + 4, len(tokens))) if tokens[j].lemma in _KINDS), -1)
    at = at if at >= 0 else _of_heads(scene, k)
    named = at >= 0 and at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper()
    if at < 0 or named or tokens[at].feats.get("Case") != "Gen":
        return None
    here: Scene | None = scene
    for _ in range(3):
        if here is None:
            return None
        told = [a for a in here.actors if a.kind in ("organization", "group") and organizations.exists(a.ids[0])]
        told = [a for a in told if here is not scene or a.last < k]
        if told:
            one = len({a.ids for a in told}) == 1
            return replace(told[0], first=at, last=at, head=at, case="Gen", prep="", guessed=True) if one else None
        here = here.before
    return None


def _of_heads(scene: Scene, k: int) -> int:
    """«Следующая встреча | глав государств», «саммит лидеров»: of heads nobody says whose; -1 for none."""
    tokens = scene.sentence.tokens
    at = k + 1
    if at >= len(tokens) or tokens[at].lemma not in _HEADS or tokens[at].feats.get("Number") != "Plur":
        return -1
    at += at + 1 < len(tokens) and tokens[at + 1].lemma in ("государство", "правительство", "страна")
    return -1 if any(a.first <= at + 1 and k < a.last for a in scene.actors) else at


def _holding(scene: Scene, at: int, clause: Clause, k: int) -> Actor | None:
    """«Союз провёл | саммит»: a body that holds a gathering of its own."""
    if scene.lemma(clause.predicate) not in _HOLDING or scene.sentence.tokens[k].feats.get("Case") != "Acc":
        return None
    held = [a for a in subject(scene, at, {"organization", "group"}).actors if organizations.exists(a.ids[0])]
    return replace(held[0], first=k, last=k, head=k, case="Gen") if len(held) == 1 else None


def _participants(scene: Scene, at: int, clause: Clause, k: int, body: Actor) -> Mention | None:
    """«А и Б приняли участие в саммите Х», «участие А в саммите Х»: people who meet with the body's others."""
    tokens = scene.sentence.tokens
    parts = [j for j in clause.tokens if tokens[j].lemma == "участие" and (k - 7 <= j < k or clause.predicate < j)]
    part = parts[-1] if parts else -1
    own = [a for a in scene.actors if a.first == part + 1 and a.case == "Gen" and a.persons and a.states]
    taken = part >= 0 and clause.predicate >= 0 and tokens[clause.predicate].lemma in ("принять", "принимать")
    taking = taken or (clause.predicate >= 0 and tokens[clause.predicate].lemma in ("участвовать", "поучаствовать"))
    who = Role(tuple(own), 0.9) if own else subject(scene, at, {"person"}) if taking else Role()
    people = [a for a in who.actors if a.persons and a.states and not set(a.states) & set(body.ids)]
    if not people:
        return None
    period, dated, span = near_date(scene, clause, k, body.last)
    if span is None and taking:
        period, dated, span = when(scene, clause, k)
    source = sorted(dict.fromkeys(i for a in people for i in a.ids), key=lambda i: not i.startswith("person:"))
    fields = {"kind": "event", "type": "meet", "source": source, "target": list(body.states), "period": said(period)}
    told = of_clause(scene, clause) if taking else of_occasion(scene, clause, k, period)
    sure = _SURE * who.certainty * dated * (0.7 if body.guessed else 1.0)
    return mention(scene.bundle, fields, stretch(scene, [k, body, *own], span), told, sure)


def _held(scene: Scene, clause: Clause, k: int, last: int) -> bool:
    """Whether it is said to take place: by its verb, or a participle before or after it."""
    tokens = scene.sentence.tokens
    verb = clause.predicate
    staged = any(tokens[j].lemma in _STAGES and tokens[j].feats.get("Case") == "Nom" for j in range(max(0, k - 3), k))
    told = staged or tokens[k].feats.get("Case") in ("Nom", "Acc")
    if verb >= 0 and (_due(scene, clause) >= 0 or tokens[verb].lemma in _HELD) and told:
        return True
    if any(tokens[j].lemma in _HELD and verb_form(tokens[j]) in ("part", "inf") for j in range(max(0, k - 6), k)):
        return True
    after = describing(scene, last)
    return after is not None and after.predicate >= 0 and scene.lemma(after.predicate) in _HELD


def _occasion(scene: Scene, k: int) -> bool:
    """«На саммите Х в Y решили», «на встрече глав Х 3 мая»: somebody acts at it."""
    tokens = scene.sentence.tokens
    at = k - 1
    while at >= 0 and tokens[at].pos in ("ADJ", "DET", "NUM"):
        at -= 1
    return at >= 0 and (tokens[at].text.lower() in ("на", "после") or tokens[at].lemma in _OF_IT)


def _joined(scene: Scene, clause: Clause, k: int) -> bool:
    """«Принял участие в | заседании …»: somebody was there."""
    told = any(scene.lemma(j) == "участие" for j in clause.tokens if k - 7 <= j < k or clause.predicate < j)
    return told or scene.lemma(clause.predicate) in ("участвовать", "поучаствовать")


def _hosts(scene: Scene, clause: Clause, k: int, last: int) -> list[Actor]:
    """Where it is held: in its clause or in the participle's."""
    after = describing(scene, last)
    inside = [*scene.within(clause), *(scene.within(after) if after is not None else ())]
    if clause.kind == "relative" and clause.opener == "где":  # «в Осло, | где проходит заседание»
        inside += [replace(a, case="Loc", prep="в") for a in place_before(scene, clause, _WHERE).actors]
    places = [
        a for a in inside if a.kind in _WHERE and a.form != "adjective" and (a.prep in ("в", "на") or _town(scene, a))
    ]
    return sorted((a for a in places if a.case in ("Loc", "")), key=lambda a: (a.first < k, abs(a.first - k)))


def _host_by_adjective(scene: Scene, k: int) -> list[str]:
    """«Брюссельский | саммит»."""
    tokens = scene.sentence.tokens
    before = (tokens[j] for j in range(max(0, k - 3), k) if tokens[j].pos == "ADJ")
    return [state for t in before if (state := state_of_adjective(t.lemma)) is not None][-1:]


def _town(scene: Scene, actor: Actor) -> bool:
    """«В городе | Ташкенте»: the noun of the town bears the preposition."""
    return actor.first > 1 and scene.lemma(actor.first - 1) in ("город", "столица", "штаб-квартира")
