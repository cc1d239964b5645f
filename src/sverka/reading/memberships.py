"""Memberships: who joined, left, belongs to, observes or stands outside an organization."""

from collections.abc import Iterator

from sverka.claims import Mention, Period
from sverka.claims.ids import prefix_of
from sverka.reading.anaphora import place_before, referred
from sverka.reading.bundle import Analysis
from sverka.reading.clauseroles import objects, subject
from sverka.reading.clauses import Clause, verb_form
from sverka.reading.clausetime import starting, when
from sverka.reading.coordination import Actor
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.modality import denied, of_clause, of_noun
from sverka.reading.scenes import BODIES, STATES, Role, Scene, scenes
from sverka.reading.wordlists import words
from sverka.record import organizations, states

_JOIN = words(
    """вступить вступать войти присоединиться присоединяться примкнуть попасть прийти вернуться влиться пробиться
    приняться ворваться возвратиться вливаться"""
)
_BELONG = words("входить состоять значиться числиться пребывать оставаться остаться находиться быть")
_LEAVE = words("выйти выходить уйти уходить выбыть хлопнуть хлопать ретироваться")
_ADMIT, _EXPEL = (
    frozenset({"принять", "принимать", "допустить"}),
    frozenset({"исключить", "исключать", "изгнать", "выгнать", "вывести"}),
)
_QUIT = frozenset({"покинуть", "покидать", "бросить"})
_SEEK = words("стремиться рваться проситься попроситься нацелиться")
_RANKS = frozenset({"состав", "ряд", "число", "член", "структура", "семья", "клуб", "лоно"})
_STATUS_NOUNS = {
    "член": "member",
    "участник": "member",
    "участница": "member",
    "наблюдатель": "observer",
    "кандидат": "candidate",
}
_ENTRY = words("вступление присоединение вхождение прием принятие возвращение")
_EXIT = frozenset({"выход", "исключение", "уход", "расставание"})
_BODY_NOUNS = words(
    """союз организац сообществ содружеств альянс блок совет лиг клуб банк фонд пакт ассоциац групп форум конференц
    объединен"""
)
_BECOME, _BE, _GET = (
    frozenset({"стать", "становиться", "сделаться"}),
    frozenset({"являться", "быть", "оставаться", "остаться"}),
    frozenset({"получить", "обрести", "приобрести", "иметь"}),
)
#: Common nouns for the organization spoken of.
_COMMON = words("альянс организация объединение блок союз сообщество содружество клуб")
_PRONOUN_CASES = {"него": "Masc", "нем": "Masc", "нее": "Fem", "ней": "Fem"}


def memberships(analysis: Analysis) -> list[Mention]:
    """Every membership a text states: one for each state and organization."""
    out: list[Mention] = []
    for scene in scenes(analysis):
        for at, clause in enumerate(scene.clauses):
            found = [
                *_verbal(scene, at, clause),
                *_titular(scene, at, clause),
                *_nominal(scene, clause),
                *_bare(scene, at, clause),
            ]
            out.extend(m for m in found if m is not None)
    return _distinct(out)


def _distinct(found: list[Mention]) -> list[Mention]:
    """One mention for a state and organization at one place: the surest."""
    best: list[Mention] = []
    for m in sorted(found, key=lambda m: -(m.confidence or 0)):
        p = m.proposition
        assert p.kind == "membership"
        same = [o for o in best if (o.proposition.parties, o.modality) == (p.parties, m.modality)]
        if not any(o.span[0] < m.span[1] and m.span[0] < o.span[1] and _status(o) == p.status for o in same):
            best.append(m)
    return sorted(best, key=lambda m: m.span)


def _status(found: Mention) -> str:
    assert found.proposition.kind == "membership"
    return found.proposition.status


def _joinable(actor: Actor) -> bool:
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


def _organizations(scene: Scene, clause: Clause, prep: str) -> tuple[list[Actor], float]:
    """The organizations after a preposition: named, «в состав …», «туда», «в неё»."""
    tokens = scene.sentence.tokens
    inside = [a for a in scene.within(clause) if _joinable(a)]
    direct = [a for a in inside if a.prep == prep]
    within = [a for a in inside if a.after_noun and _rank_before(scene, a, prep)]
    if direct or within:
        return [*direct, *within], 1.0
    words = {tokens[k].text.lower().replace("ё", "е") for k in clause.tokens}
    place = {"в": {"туда", "куда", "там", "где"}, "к": {"туда"}, "из": {"оттуда", "откуда"}}.get(prep, set())
    if words & place:
        role = place_before(scene, clause, BODIES)
        return [a for a in role.actors if _joinable(a)], role.certainty
    for k in clause.tokens:
        if tokens[k].lemma in _COMMON and k and tokens[k - 1].text.lower() in (prep, prep + "о"):
            role = place_before(scene, clause, {"organization"})
            return [a for a in role.actors if _joinable(a)], role.certainty * 0.95
        word = tokens[k].text.lower().replace("ё", "е")
        if word in _PRONOUN_CASES and k and tokens[k - 1].text.lower() == prep:
            role = referred(scene, clause, _PRONOUN_CASES[word], BODIES)
            if not role.actors and _PRONOUN_CASES[word] == "Masc":
                role = referred(scene, clause, "Neut", BODIES)
            return [a for a in role.actors if _joinable(a)], role.certainty
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


def _verbal(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    tokens = scene.sentence.tokens
    for k in clause.tokens:
        lemma, form = tokens[k].lemma, verb_form(tokens[k])
        if not form or (form == "part" and clause.kind != "participle" and k != clause.predicate):
            continue
        status, prep = _verb(scene, clause, k, lemma)
        if not status:
            continue
        if lemma in _QUIT:
            bodies = [
                a
                for a in scene.within(clause)
                if _joinable(a) and not a.prep and a.case in ("Acc", "Gen", "Nom") and not a.after_noun
            ]
            sure = 0.95
            subject_ids = {i for a in subject(scene, at, STATES).actors for i in a.ids}
            bodies = [b for b in bodies if not set(b.ids) & subject_ids]
        else:
            bodies, sure = _organizations(scene, clause, prep)
            if not bodies and prep == "в" and lemma in _JOIN:
                bodies, sure = _organizations(scene, clause, "к")
        if not bodies or (lemma in _BELONG and lemma not in ("входить", "состоять") and not _locative(bodies)):
            continue
        who = _who(scene, at, clause, k)
        yield from _claims(scene, clause, k, status, who, bodies, sure)


def _locative(bodies: list[Actor]) -> bool:
    return all(b.case in ("Loc", "", "Gen") or b.lemma.isupper() for b in bodies)


def _verb(scene: Scene, clause: Clause, k: int, lemma: str) -> tuple[str, str]:
    """Status and preposition a verb calls for; ("", "") for other verbs."""
    if lemma in _JOIN:
        return "joined", "к" if lemma in ("присоединиться", "присоединяться", "примкнуть") else "в"
    if lemma in ("входить", "состоять"):
        return "member", "в"
    if lemma in _BELONG and lemma not in _BE | {"находиться"}:
        return "member", "в"
    if lemma in ("хлопнуть", "хлопать") and not any(scene.lemma(j) == "дверь" for j in clause.tokens):
        return "", ""
    if lemma in _LEAVE or lemma in _EXPEL:
        return "left", "из"
    if lemma in _ADMIT:
        return "joined", "в"
    if lemma in _QUIT:
        return "left", ""
    if lemma in _SEEK:
        return "candidate", "в"
    return "", ""


def _who(scene: Scene, at: int, clause: Clause, k: int) -> Role:
    """The states: subject, or object of «приняли», «исключили»; with «вместе с …»."""
    tokens = scene.sentence.tokens
    if tokens[k].lemma in _ADMIT | _EXPEL and verb_form(tokens[k]) in ("fin", "inf"):
        objects_ = objects(scene, clause, STATES)
        if objects_:
            return Role(tuple(objects_), 0.9)
        return Role()
    role = subject(scene, at, STATES)
    members = [a for a in role.actors if a.kind == "state"]
    if not members:
        return Role()
    for actor in scene.within(clause):
        beside = (
            actor.prep == "с"
            and actor.kind == "state"
            and any(scene.lemma(j) in ("вместе", "наряду") for j in range(max(0, actor.first - 3), actor.first))
        )
        if beside:
            members.append(actor)
    return Role(tuple(members), role.certainty)


def _claims(
    scene: Scene, clause: Clause, k: int, status: str, who: Role, bodies: list[Actor], sure: float
) -> Iterator[Mention | None]:
    period, dated, date_span = when(scene, clause, k)
    modality = of_clause(scene, clause, k)
    if modality == "denied" and status == "member":
        status, modality = "none", "asserted"
    if period is not None and period.is_open and period.last is None and status in ("member", "joined", "left"):
        status = "joined" if status == "member" else status
        period = starting(period)
    for actor in who.actors:
        for state in (i for i in actor.states if states.exists(i)):
            for body in bodies:
                at = k - 1 if k and scene.sentence.tokens[k - 1].text.lower() == "не" else k
                parts: list[int | Actor] = (
                    [at] if clause.kind == "relative" and body.head not in clause.tokens else [at, body]
                )
                yield mention(
                    scene.bundle,
                    _fields(state, body, status, period),
                    stretch(scene, parts, date_span),
                    modality,
                    certainty(scene, clause, [actor, body], who.certainty, sure, dated),
                )  # fmt: skip


def _fields(state: str, body: Actor, status: str, period: Period | None) -> dict[str, str | None]:
    said = None if period is None else str(period)
    return {"kind": "membership", "state": state, "organization": body.ids[0], "status": status, "period": said}


def _said(period: Period | None) -> str | None:
    return None if period is None else str(period)


def _titular(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    """«X – член Y», «стал наблюдателем при Y», «получил статус кандидата», «одним из учредителей Y был X»."""
    tokens = scene.sentence.tokens
    lemmas = {tokens[k].lemma for k in clause.tokens}
    for k in clause.tokens:
        noun = tokens[k].lemma.rpartition("-")[2] if "-" in tokens[k].lemma else tokens[k].lemma
        founders = noun in ("учредитель", "основатель", "сооснователь", "исток")
        if noun not in _STATUS_NOUNS and not founders:
            continue
        body = next((a for a in scene.actors if _joinable(a) and k < a.first <= k + 4 and _reaches(scene, k, a)), None)
        sure = 1.0
        if body is None and founders and k and tokens[k - 1].text.lower() in ("его", "ее", "её", "их"):
            gender = {"его": "Neut", "ее": "Fem", "её": "Fem"}.get(tokens[k - 1].text.lower(), "Plur")
            role = referred(scene, clause, gender, BODIES)
            if not role.actors and gender == "Neut":
                role = referred(scene, clause, "Masc", BODIES)
            body, sure = (role.actors[0] if role.actors and _joinable(role.actors[0]) else None), role.certainty
        if body is None or (tokens[k].text[:1].isupper() and k):
            continue
        status = "member" if founders else _STATUS_NOUNS[noun]
        if tokens[k - 1].lemma == "ассоциированный" if k else False:
            status = "associate"
        yield from _held(scene, at, clause, k, status, body, lemmas, sure)


def _reaches(scene: Scene, k: int, body: Actor) -> bool:
    """Only prepositions, adjectives and the like between a status and its organization."""
    return all(
        scene.sentence.tokens[j].pos in ("ADJ", "ADP", "DET")
        or scene.lemma(j) in ("вступление", "член", "группа", "организация", "прием")
        for j in range(k + 1, body.first)
    )


def _held(
    scene: Scene, at: int, clause: Clause, k: int, status: str, body: Actor, lemmas: set[str], sure: float
) -> Iterator[Mention | None]:
    tokens = scene.sentence.tokens
    own = _apposed(scene, k)
    if own is not None:
        fields = {
            "kind": "membership",
            "state": own.states[0],
            "organization": body.ids[0],
            "status": status,
            "period": None,
        }
        yield mention(
            scene.bundle, fields, stretch(scene, [own, k, body]), "asserted", certainty(scene, clause, [], 0.85, sure)
        )
        return
    role = subject(scene, at, STATES)
    linked = clause.predicate < 0 or lemmas & (
        _BECOME | _BE | _GET | {"стоять", "выступить", "выступать", "коий", "признать", "назвать"}
    )
    members = [a for a in role.actors if a.kind == "state"]
    if not members or not linked:
        return
    if status == "member" and lemmas & _BECOME:
        status = "joined"
    period, dated, date_span = when(scene, clause, k)
    negated = denied(scene, clause, clause.predicate) or (k and tokens[k - 1].text.lower() == "не")
    modality = of_clause(scene, clause) if clause.predicate >= 0 else "asserted"
    if negated and status in ("member", "joined"):
        modality = "asserted"
        status = "left" if period is not None and period.is_open else "none"
    if period is not None and period.is_open and status in ("left", "joined", "member"):
        status, period = "joined" if status == "member" else status, starting(period)
    for actor in members:
        for state in actor.states:
            fields = {
                "kind": "membership",
                "state": state,
                "organization": body.ids[0],
                "status": status,
                "period": _said(period),
            }
            span = stretch(scene, [k, body], date_span)
            yield mention(
                scene.bundle, fields, span, modality, certainty(scene, clause, [actor], role.certainty, dated, sure)
            )


def _apposed(scene: Scene, k: int) -> Actor | None:
    """The state right before «(член БРИКС)», «, член НАТО,» in the same case."""
    tokens = scene.sentence.tokens
    first = k
    while first and tokens[first - 1].pos == "ADJ":
        first -= 1
    if first < 2 or tokens[first - 1].text not in ("(", ",") or tokens[k].feats.get("Number") == "Plur":
        return None
    actor = next((a for a in scene.actors if a.last == first - 2 and a.kind == "state" and a.form == "noun"), None)
    if actor is None or (actor.chain >= 0 and tokens[first - 1].text == ","):
        return None
    return actor if tokens[actor.head].feats.get("Case") == tokens[k].feats.get("Case") else None


def _nominal(scene: Scene, clause: Clause) -> Iterator[Mention | None]:
    """«вступление Казахстана в ВТО», «британский выход из ЕС», «членство Турции в НАТО»."""
    tokens = scene.sentence.tokens
    for k in clause.tokens:
        lemma = tokens[k].lemma
        if tokens[k].pos != "NOUN":
            continue
        status = "joined" if lemma in _ENTRY else "left" if lemma in _EXIT else "member" if lemma == "членство" else ""
        if not status:
            continue
        preps = ("из", "с") if status == "left" else ("в", "к")
        body = next((a for a in scene.actors if _joinable(a) and k < a.first <= k + 6 and a.prep in preps), None)
        owner = next(
            (a for a in scene.actors if a.first == k + 1 and a.case == "Gen" and a.kind == "state" and not a.prep), None
        )
        if owner is None:
            owner = next((a for a in scene.actors if a.head == k and a.form == "adjective"), None)
        if body is None or owner is None or not owner.states:
            continue
        between = [tokens[j].text for j in range(owner.last + 1, body.first)]
        if any(sign in between for sign in ",;:–—()"):
            continue
        period, dated, date_span = when(scene, clause, k)
        if date_span is not None and not 0 <= date_span[0] - tokens[body.last].end <= 12:
            period, date_span, dated = None, None, 1.0
        modality = of_noun(scene, k)
        fields = {
            "kind": "membership",
            "state": owner.states[0],
            "organization": body.ids[0],
            "status": status,
            "period": _said(period),
        }
        span = stretch(scene, [owner, k, body], date_span)
        yield mention(scene.bundle, fields, span, modality, 0.9 * dated * (0.75 if owner.guessed else 1.0))


def _bare(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    """Without a verb: «В Совете Европы Грузия с 1996-го»."""
    if clause.predicate >= 0 and not _elliptic(scene, clause):
        return
    bodies = [a for a in scene.within(clause) if _joinable(a) and a.prep == "в" and a.case == "Loc"]
    inside = [
        a for a in scene.within(clause) if a.kind == "state" and a.case == "Nom" and not a.prep and a.form == "noun"
    ]
    if len(bodies) != 1 or len(inside) != 1:
        return
    period, dated, date_span = when(scene, clause, inside[0].head)
    if period is None or date_span is None or not period.is_open:
        return
    fields = {
        "kind": "membership",
        "state": inside[0].ids[0],
        "organization": bodies[0].ids[0],
        "status": "joined",
        "period": _said(starting(period)),
    }
    span = stretch(scene, [bodies[0], inside[0]], date_span)
    yield mention(scene.bundle, fields, span, "asserted", 0.85 * dated)


def _elliptic(scene: Scene, clause: Clause) -> bool:
    """A clause whose only verb belongs to something else set in («… с 1996-го, так что …»)."""
    return any(scene.lemma(k) in ("так", "поэтому", "оттого") for k in clause.tokens if k < clause.predicate)
