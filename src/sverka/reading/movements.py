"""Forces that move themselves: who landed where, who left what."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sverka.claims import Mention
from sverka.claims.vocabulary import EventType
from sverka.reading.anaphora import place_before
from sverka.reading.clauseroles import objects, subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.deed_agents import DOERS
from sverka.reading.deeds import deed
from sverka.reading.drafts import mention, stretch
from sverka.reading.modality import of_clause
from sverka.reading.phrases import FORCES
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words
from sverka.record import organizations

_ARRIVING = words(
    """высадиться высаживаться дислоцироваться обживать войти прибыть размещаться прибывать отправиться отправляться
    направиться направляться прилететь вылететь въехать вступить вступать"""
)
#: Verbs of being somewhere: of forces they tell a deployment.
_STANDING = words("стоять находиться базироваться оставаться остаться служить появиться нести")
_LEAVING = words(
    """покинуть покидать уйти уходить выйти вернуться возвращаться убраться убираться уехать уезжать эвакуироваться
    отбыть выбраться отступить бежать"""
)
_ENVOYS = words("дипломат посол посольство")
_MOVING = _ARRIVING | _STANDING | _LEAVING
#: Of a state itself these say that its forces leave.
_PULLING_OUT = words("уйти уходить")
_QUITTING = words("выйти выходить вывести выводить")
_SUSPENDING = words("приостановить приостанавливать заморозить замораживать прекратить прекращать")
_BODIES = words("организация союз блок альянс содружество объединение договор")
_TAKING_OUT = words("вывести выводить")
_SHARED = words("предприятие проект консорциум сделка соглашение договор альянс")
#: Below what any verdict asks for.
_UNSURE = 0.3
_MOVES = _MOVING | _QUITTING | _SUSPENDING


def movements(scene: Scene) -> Iterator[Mention | None]:
    """Forces that come and go, in a sentence."""
    for at, clause, k in scene.having(_MOVES):
        if not verb_form(scene.sentence.tokens[k]):
            continue
        if scene.lemma(k) in _MOVING:
            yield from _moving(scene, at, clause, k)
        if scene.lemma(k) in _QUITTING:
            yield _quitting(scene, at, clause, k)
        elif scene.lemma(k) in _SUSPENDING:
            yield _suspending(scene, at, clause, k)


def _moving(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """Forces that move themselves: «миротворцы высадились в Казахстане», «американцы покинули базу»."""
    arriving = scene.lemma(k) in _ARRIVING | _STANDING
    leaving = not arriving
    who = subject(scene, at, DOERS)
    people = scene.lemma(k) not in _STANDING or scene.lemma(k) == "стоять"
    forces = [a for a in who.actors if a.lemma in FORCES or (people and a.form == "demonym" and a.plural)]
    if leaving and not forces:  # «чилийские дипломаты покинут страну»
        forces = [a for a in who.actors if a.lemma in _ENVOYS and a.kind == "state"]
    if scene.lemma(k) in _PULLING_OUT and not forces:
        forces = [a for a in who.actors if a.kind == "state" and a.form in ("noun", "capital")]
    if not forces:
        forces = _counted(scene, clause)
        who = Role((), 0.8) if forces else who
    if not forces:
        forces, who = _owned_forces(scene, clause), Role((), 0.8)
    base = next((j for j in clause.tokens if scene.lemma(j) in ("база", "аэродром", "территория")), -1)
    preps = ("из", "с") if leaving else ("в", "на")
    at_base = {base + 1} if base >= 0 else set()
    where = [a for a in scene.within(clause) if a.kind in ("state", "place") and a not in forces]
    where = [a for a in where if (a.prep in preps or {a.first, a.last} & at_base) and a.lemma not in FORCES]
    if not where and scene.lemma(k) in ("покинуть", "покидать"):
        where = [a for a in objects(scene, clause, {"state", "place"}) if a not in forces]
    there = arriving and any(scene.sentence.tokens[j].text.lower() in ("там", "туда") for j in clause.tokens)
    if not where and (there or clause.opener in ("где", "куда", "откуда")):  # «в Мали, | где стоят французы»
        where = [a for a in place_before(scene, clause, {"state", "place"}).actors if a not in forces]
    where = where or _home_base(scene, clause, base, preps, forces)
    if not forces or not where:
        return
    if scene.lemma(k) in ("остаться", "оставаться") and any(d.relation == "until" for d in scene.dates):
        return  # «база останется до 2042 года»: until when it stays is told elsewhere
    kind: EventType = "deploy" if arriving else "withdraw"
    yield deed(scene, clause, k, kind, Role(tuple(forces), who.certainty or 0.8), where, base)


def _counted(scene: Scene, clause: Clause) -> list[Actor]:
    """«Сто военных Конго», «2500 американских солдат», «инструкторы из Чили»: forces as a number counts them."""
    tokens = scene.sentence.tokens
    out = []
    for actor in scene.within(clause):
        head = actor.first - 2 if actor.first > 1 and tokens[actor.first - 1].text in "«“" else actor.first - 1
        owned = head >= 0 and tokens[head].lemma in FORCES and tokens[head].feats.get("Case") == "Gen"
        first = head if owned else actor.first
        sent = actor.prep == "из" and actor.first > 1 and tokens[actor.first - 2].lemma in FORCES
        if sent and tokens[actor.first - 2].feats.get("Case") == "Nom" and actor.kind == "state":
            out.append(replace(actor, prep=""))
        if actor.prep or actor.case != "Gen" or not (owned or actor.lemma in FORCES) or not first:
            continue
        if tokens[first - 1].pos == "NUM" or tokens[first - 1].lemma in ("тысяча", "сотня", "десяток"):
            out.append(actor)
    return out[:1]


def _quitting(scene: Scene, at: int, clause: Clause, k: int) -> Mention | None:
    """«А вышла из договора о …», «компания выходит из проекта с Б»: graded below what a verdict asks for."""
    who = tuple(subject(scene, at, DOERS).actors) or _obliged(scene, clause)
    papers = [a for a in scene.within(clause) if a.kind == "treaty" and a.prep == "из" and len(a.ids[0].split()) > 1]
    papers = [a for a in papers if not organizations.exists(organizations.resolve(a.ids[0]))]
    if scene.lemma(k) in _TAKING_OUT:
        moved = [a for a in objects(scene, clause, {"state"}) if a.form != "adjective"]
        if not moved:
            return None
        who = (*who, *(a for a in moved if not a.guessed))
    thing = next((j for j in clause.tokens if j > k and scene.lemma(j) in _SHARED), -1)
    beside = [a for a in scene.within(clause) if thing >= 0 and thing < a.first <= thing + 3 and a.prep == "с"]
    target = papers[:1] or beside[:1]
    if not who or not target or (scene.lemma(k) in _LEAVING and not any(scene.lemma(j) == "из" for j in clause.tokens)):
        return None
    period, dated, date_span = when(scene, clause, k)
    fields = {
        "kind": "event", "type": "withdraw", "source": _acting(who), "target": _acting(target),
        "period": str(period) if period else None,
    }  # fmt: skip
    span = stretch(scene, [k, *target], date_span)
    return mention(scene.bundle, fields, span, of_clause(scene, clause, k), _UNSURE * dated)


def _suspending(scene: Scene, at: int, clause: Clause, k: int) -> Mention | None:
    """«А приостановила участие в Х», «заморозила своё членство в организации»: a leave of absence."""
    taken = next((j for j in clause.tokens if scene.lemma(j) in ("участие", "членство")), -1)
    who = tuple(a for a in subject(scene, at, {"state"}).actors)
    if taken < 0 or not who:
        return None
    bodies = [a for a in scene.actors if a.kind in ("organization", "group")]
    named = [a for a in bodies if taken < a.first <= taken + 4 and a.prep == "в"]
    if not named and scene.lemma(taken + 1) == "в" and scene.lemma(taken + 2) in _BODIES:
        told = {a.ids: a for a in bodies if a.last < taken}
        named = [*told.values()] if len(told) == 1 else []
    if not named:
        return None
    period, dated, date_span = when(scene, clause, k)
    fields = {
        "kind": "event", "type": "withdraw", "source": _acting(who), "target": _acting(named[:1]),
        "period": str(period) if period else None,
    }  # fmt: skip
    span = stretch(scene, [k, taken, *named[:1]], date_span)
    return mention(scene.bundle, fields, span, of_clause(scene, clause, k), _UNSURE * dated)


def _acting(found: Sequence[Actor]) -> list[str]:
    return list(dict.fromkeys(i for a in found for i in a.ids if not i.startswith("place:")))


def _obliged(scene: Scene, clause: Clause) -> tuple[Actor, ...]:
    """«А пришлось выйти»: who had to stands in the dative."""
    told = any(scene.lemma(j) in ("прийтись", "приходиться", "нужно", "надо") for j in clause.tokens)
    return tuple(a for a in scene.within(clause) if told and not a.prep and a.kind in DOERS and a.case in ("Dat", ""))


def _home_base(scene: Scene, clause: Clause, base: int, preps: tuple[str, ...], forces: list[Actor]) -> list[Actor]:
    """A base or airfield by its name alone lies in the state the text is about."""
    named = [a for a in scene.within(clause) if a.ids[0].startswith("org:") and a.prep in preps]
    home = scene.home
    if (base < 0 and not named) or home is None or any(home in f.ids for f in forces) or not forces:
        return []
    model = named[0] if named else forces[0]
    return [replace(model, ids=(home,), kind="state", guessed=True)]


def _owned_forces(scene: Scene, clause: Clause) -> list[Actor]:
    """«его миротворцы»: those of the body the sentence or the one before it is about."""
    tokens = scene.sentence.tokens
    for j in clause.tokens:
        if (
            tokens[j].lemma in FORCES
            and j
            and tokens[j - 1].text.lower() in ("его", "ее", "её", "их")
            and tokens[j].feats.get("Case") == "Nom"
        ):
            earlier = [
                a
                for s in (scene, scene.before)
                if s
                for a in s.actors
                if a.kind == "organization" and (s is not scene or a.last < j)
            ]
            ids = {a.ids for a in earlier}
            return earlier[-1:] if len(ids) == 1 else []
    return []
