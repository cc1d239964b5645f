"""Memberships of many: «членами Х являются А, Б и В», «страны Х (А, Б)», «в Х входят пять государств: А, Б …»."""

from collections.abc import Iterator, Sequence

from sverka.claims import Mention
from sverka.reading.clauseroles import doer, subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.drafts import mention, stretch
from sverka.reading.joinable import fields, joinable
from sverka.reading.membership_cells import DASHES
from sverka.reading.modality import denied, of_clause
from sverka.reading.scenes import STATES, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words
from sverka.record import organizations, states

_STATUS = {"член": "member", "участник": "member", "участница": "member", "наблюдатель": "observer",
           "кандидат": "candidate", "основатель": "member", "учредитель": "member"}  # fmt: skip
_COUNTRIES = frozenset({"страна", "государство", "республика", "держава"})
_IS = words("быть являться оставаться остаться стать становиться значиться числиться состоять")
_BECOME = frozenset({"стать", "становиться"})
_HOLDS = words("входить войти объединять объединить включать включить насчитывать состоять")

_INTO = frozenset({"входить", "войти", "состоять"})
_OPENERS = DASHES | {"(", ":"}


def of_many(scene: Scene) -> Iterator[Mention | None]:
    """Memberships told by a list, or by a name set beside «страна Х», «член Х»."""
    for actor in scene.actors:
        if actor.kind == "group" and organizations.exists(actor.ids[0]):
            yield from _called(scene, actor)
        if joinable(actor) or (actor.kind == "group" and organizations.exists(actor.ids[0])):
            yield from _set_beside(scene, actor)
        if joinable(actor):
            yield from _among(scene, actor)
    asked = "заявка" in scene.sentence.lemmas or not _HOLDS.isdisjoint(scene.sentence.lemmas)
    for at, clause in enumerate(scene.clauses) if asked else ():
        yield from _held(scene, at, clause)
        yield from _applying(scene, clause)


def _chain(scene: Scene, first: Actor) -> list[Actor]:
    """The list an actor opens, states only; itself where it stands alone."""
    if first.chain < 0:
        return [first]
    return [a for a in scene.actors if a.chain == first.chain and a.kind == "state" and a.first >= first.first]


def _whole(scene: Scene, one: Actor) -> list[Actor]:
    """The whole list an actor stands in."""
    return [a for a in scene.actors if a is one or (a.chain == one.chain >= 0 and a.kind == "state")]


def _status(lemma: str) -> str:
    return _STATUS.get(lemma.rpartition("-")[2], "")


def _called(scene: Scene, group: Actor) -> Iterator[Mention | None]:
    """«Членами Х являются А и Б», «А и Б стали членами Х», «А, Б – члены Х»."""
    status, at = _status(group.lemma), scene.clause_of(group.head)
    if not status or at < 0 or group.prep:
        return
    clause, tokens = scene.clauses[at], scene.sentence.tokens
    verb = clause.predicate
    dashed = verb < 0 and group.first and tokens[group.first - 1].text in DASHES
    if not dashed and (verb < 0 or tokens[verb].lemma not in _IS):  # «могут стать членами Х»
        verb = next((j for j in clause.tokens if tokens[j].lemma in _IS and verb_form(tokens[j]) == "inf"), verb)
    if not dashed and (verb < 0 or tokens[verb].lemma not in _IS):
        return
    inside = [a for a in scene.within(clause) if a.kind == "state" and not a.prep and not a.after_noun]
    named = [a for a in inside if a.case in ("Nom", "") and a.form not in ("adjective", "pronoun")]
    members = [m for a in named[:1] for m in _chain(scene, a)]
    if not members and verb >= 0 and verb_form(tokens[verb]) == "inf":  # «пригласили А и Б стать членами Х»
        members = [m for a in doer(scene, at, verb, STATES).actors[:1] for m in _whole(scene, a)]
    if dashed and members and members[-1].last != group.first - 2:
        return
    if verb >= 0 and tokens[verb].lemma in _BECOME and status == "member":
        status = "joined"
    yield from _claims(scene, clause, group, members, status, verb if verb >= 0 else group.head, 0.85)


def _set_beside(scene: Scene, body: Actor) -> Iterator[Mention | None]:
    """«Страны Х (А, Б, В)», «страны Х – А и Б –», «в Х входят …: А, Б», «страна Х А», «А, страна Х,»."""
    tokens, at = scene.sentence.tokens, scene.clause_of(body.head)
    if at < 0:
        return
    clause = scene.clauses[at]
    countries = body.kind == "group" or (body.first and tokens[body.first].lemma in _COUNTRIES | set(_STATUS))
    after = body.last + 1
    opener = tokens[after].text if after < len(tokens) else ""
    if countries and body.plural and opener in _OPENERS:
        start = after + 1 + (after + 1 < len(tokens) and tokens[after + 1].text.lower() == "это")
        first = next((a for a in scene.actors if a.first == start and a.kind == "state"), None)
        listed = _chain(scene, first) if first is not None and first.form == "noun" and not first.prep else []
        if len(listed) > 1 and _closed(scene, listed[-1], opener):
            yield from _claims(scene, clause, body, listed, "member", body.head, 0.8)
    if countries and opener not in _OPENERS:
        yield from _beside_one(scene, clause, body)


def _closed(scene: Scene, last: Actor, opener: str) -> bool:
    """Whether a list ends as it began: at its bracket, at a dash, at a sign or with the sentence."""
    tokens = scene.sentence.tokens
    sign = tokens[last.last + 1].text if last.last + 1 < len(tokens) else "."
    return sign == ")" if opener == "(" else not sign[:1].isalnum() or sign in ("и", "а")


def _beside_one(scene: Scene, clause: Clause, body: Actor) -> Iterator[Mention | None]:
    """«страна НАТО Турция», «Турция, страна НАТО, …»."""
    tokens = scene.sentence.tokens
    case = tokens[body.first].feats.get("Case")
    for actor in scene.actors:
        if actor.kind != "state" or actor.form != "noun" or actor.prep or actor.case != case:
            continue
        follows = actor.first == body.last + 1 and body.first and tokens[body.first - 1].text != ","
        closes = body.last + 1 < len(tokens) and tokens[body.last + 1].text in (",", ")")
        precedes = actor.last == body.first - 2 and tokens[body.first - 1].text in (",", "(") and closes
        dash = tokens[body.first - 1].text in DASHES and clause.predicate < 0 and not body.plural
        precedes = precedes or (actor.last == body.first - 2 and dash)
        like = actor.last == body.first - 2 and tokens[body.first - 1].lemma == "как"
        if follows or precedes or like:
            members = _chain(scene, actor) if follows else [actor]
            if (like or precedes) and body.plural and actor.chain >= 0:  # «А и Б как члены Х»
                members = [a for a in scene.actors if a.chain == actor.chain and a.kind == "state"]
            yield from _claims(scene, clause, body, members, _status(body.lemma) or "member", body.first, 0.75)


def _among(scene: Scene, body: Actor) -> Iterator[Mention | None]:
    """«Союзник по НАТО Турция», «участники Х А и Б», «А и Б как члены Х», «союз А, Б и В»."""
    tokens, at = scene.sentence.tokens, scene.clause_of(body.head)
    if at < 0:
        return
    clause = scene.clauses[at]
    after = next((a for a in scene.actors if a.first == body.last + 1 and a.kind == "state" and not a.prep), None)
    by = body.prep == "по" and any(tokens[j].lemma in _FELLOWS for j in range(max(0, body.first - 5), body.first))
    if after is not None and by and after.form == "noun":
        yield from _claims(scene, clause, body, _chain(scene, after), "member", body.first, 0.75)
    union = tokens[body.first].lemma in _UNIONS or tokens[body.last].lemma in _UNIONS
    if after is not None and union and after.case == "Gen" and after.chain >= 0 and after.form == "noun":
        yield from _claims(scene, clause, body, _chain(scene, after), "member", body.head, 0.75)


_FELLOWS = frozenset({"партнер", "союзник", "коллега", "сосед"})
_UNIONS = frozenset({"союз", "объединение", "сообщество", "блок", "альянс"})


def _held(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    """«В Х входят десять государств: А, Б …», «Х объединяет А, Б и В»."""
    tokens, verb = scene.sentence.tokens, clause.predicate
    if verb < 0 or tokens[verb].lemma not in _HOLDS or not verb_form(tokens[verb]):
        return
    bodies = [a for a in scene.within(clause) if joinable(a) or (a.kind == "group" and a.prep == "в")]
    described = verb_form(tokens[verb]) == "part" and tokens[verb].lemma not in _INTO
    if described:  # «Х – организация, объединяющая А и Б»
        bodies = [a for a in scene.actors if joinable(a) and not a.prep and a.last < verb]
    if len({b.ids[0] for b in bodies}) != 1 or denied(scene, clause, verb):
        return
    end = max(clause.tokens)
    counted = any(tokens[k].lemma in _COUNTRIES | {"член", "участник"} for k in clause.tokens if k > verb - 3)
    listed: list[Actor] = []
    if counted and end + 1 < len(tokens) and tokens[end + 1].text in _OPENERS:
        first = next((a for a in scene.actors if a.first == end + 2 and a.kind == "state" and not a.prep), None)
        listed = _chain(scene, first) if first is not None else []
    elif described or (tokens[verb].lemma not in _INTO and set(bodies) & set(subject(scene, at, _BODY).actors)):
        found = [a for a in scene.within(clause) if a.kind == "state" and a.first > verb and not a.prep]
        direct = [a for a in found if a.case in ("Acc", "Gen", "") and not a.after_noun and a.form == "noun"]
        listed = _chain(scene, direct[0]) if direct and direct[0].first <= verb + 3 else []
    if len(listed) > 1:
        yield from _claims(scene, clause, bodies[0], listed, "member", verb, 0.85)


_BODY = frozenset({"organization"})


def _applying(scene: Scene, clause: Clause) -> Iterator[Mention | None]:
    """«подала заявку на вступление в Х»."""
    tokens = scene.sentence.tokens
    for k in clause.tokens:
        if tokens[k].lemma == "заявка" and tokens[k].pos == "NOUN":
            body = next((a for a in scene.actors if joinable(a) and a.prep == "в" and k < a.first <= k + 5), None)
            who = subject(scene, scene.clauses.index(clause), STATES)
            applied = clause.predicate >= 0 and scene.lemma(clause.predicate) in ("подать", "подавать", "направить")
            members = [a for a in who.actors if a.kind == "state"]
            if body is not None and applied and members:
                yield from _claims(scene, clause, body, members, "candidate", clause.predicate, 0.6)


def _claims(
    scene: Scene,
    clause: Clause,
    body: Actor,
    members: Sequence[Actor],
    status: str,
    at: int,
    sure: float,
) -> Iterator[Mention | None]:
    """One mention for each member. A list beside a name («страны Х (А, Б)») takes no date of the clause's verb."""
    undated = at != clause.predicate
    period, dated, date_span = (None, 1.0, None) if undated else when(scene, clause, at)
    under = at if at != clause.predicate and verb_form(scene.sentence.tokens[at]) == "inf" else -1
    modality = "asserted" if undated and under < 0 else of_clause(scene, clause, under)
    if modality == "denied":
        status, modality = "none", "asserted"
    span = stretch(scene, [at, body, *members], date_span)
    for actor in members:
        for state in (i for i in actor.states if states.exists(i) and i != body.ids[0]):
            yield mention(scene.bundle, fields(state, body, status, period), span, modality, sure * dated)
