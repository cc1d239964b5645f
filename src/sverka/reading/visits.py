"""Visits and meetings: who travelled where, who met whom; several travellers of one sentence are as many visits."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from sverka.claims import Mention, Period
from sverka.claims.vocabulary import Modality
from sverka.reading.clauseroles import doer, objects, obliques, subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.holders import person_of
from sverka.reading.modality import of_clause, of_noun
from sverka.reading.places import host_of
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words
from sverka.record import organizations

_LEADERS = frozenset({"дипломат", "лидер", "президент", "коллега", "визави", "делегация", "министр"})
_TRAVELLERS = frozenset({"person", "state"})
#: «Лидеры Х», told as a body.
_GATHERED = frozenset({"group", "organization"})
GOING = words(
    """прилететь прилетать прибыть прибывать приехать приезжать съездить ездить поехать отправиться отправляться
    летать слетать наведаться вылететь вылетать заехать пожаловать полететь лететь выехать"""
)
_BEING, _TAKING = frozenset({"побывать", "гостить", "погостить"}), frozenset({"посетить", "посещать"})
_TRIPS = frozenset({"визит", "поездка", "приезд", "турне", "вояж"})
_MEETING = words(
    """встретиться встречаться увидеться повидаться побеседовать беседовать переговорить пообщаться созвониться
    собраться собираться съехаться"""
)
_HELD = frozenset({"провести", "проводить", "начать", "иметь", "завершить"})
_TALKS = frozenset({"переговоры", "встреча", "беседа", "рандеву", "саммит"})


def visits(scene: Scene) -> Iterator[Mention | None]:
    """Visits and meetings of a sentence."""
    for at, clause in enumerate(scene.clauses):
        for k in clause.tokens:
            lemma = scene.lemma(k)
            if (
                lemma == "быть" and scene.sentence.tokens[k].feats.get("Tense") == "Past" and k == clause.predicate
            ) or (lemma in GOING | _BEING | _TAKING and verb_form(scene.sentence.tokens[k])):
                yield from _journey(scene, at, clause, k)
            elif lemma in _TRIPS and scene.sentence.tokens[k].pos == "NOUN":
                yield from _trip(scene, at, clause, k)
            elif lemma in _MEETING and verb_form(scene.sentence.tokens[k]):
                yield from _encounter(scene, at, clause, k)
            elif lemma in _TALKS and scene.sentence.tokens[k].pos == "NOUN":
                yield from _talks(scene, at, clause, k)


def is_traveller(actor: Actor) -> bool:
    """A person, or an office standing for one; states themselves do not travel."""
    if actor.kind == "state":
        return actor.lemma in _LEADERS
    return actor.kind == "person" and bool(actor.persons or actor.states)


def _unchanging(scene: Scene, actor: Actor) -> bool:
    """«Тбилиси», «Баку»: the same word in every case."""
    return scene.sentence.tokens[actor.head].text.lower().endswith(("и", "у", "о", "э", "сша", "оаэ"))


def _journey(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    lemma = scene.lemma(k)
    who = doer(scene, at, k, {"person", "state"})
    kinds = {"state", "place"}
    if lemma in _TAKING:
        hosts = objects(scene, clause, kinds)
    elif lemma in _BEING or lemma == "быть":
        hosts = [a for a in obliques(scene, clause, ("в", "на"), kinds) if a.case in ("Loc", "")]
    else:
        hosts = [a for a in obliques(scene, clause, ("в", "на"), kinds) if a.case != "Loc" or _unchanging(scene, a)]
        hosts = hosts or [a for a in obliques(scene, clause, ("к",), {"person"}) if a.states]
    hosts = [h for h in hosts if h.form not in ("adjective", "demonym") and h not in who.actors]
    if not hosts and lemma in GOING and any(scene.sentence.tokens[j].text.lower() == "сюда" for j in clause.tokens):
        hosts = _here(scene, k)
    travellers = [a for a in who.actors if is_traveller(a)]
    if not hosts or not travellers:
        return
    period, dated, date_span = when(scene, clause, k)
    if lemma == "быть" and (period is None or period.is_open or who.actors[0].kind != "person"):
        return
    modality = of_clause(scene, clause, k)
    for traveller in travellers:
        for host in hosts:
            sure = certainty(scene, clause, [traveller, host], who.certainty, dated, 0.95 if period else 0.85)
            yield _visit(scene, traveller, host, period, stretch(scene, [k, host], date_span), modality, sure)


def _here(scene: Scene, k: int) -> list[Actor]:
    """«Сюда»: the town named last, in this sentence or the one before."""
    told = [a for a in scene.actors if a.last < k] + (list(scene.before.actors) if scene.before else [])
    towns = [a for a in told if (a.kind == "place" or a.form == "capital") and a.case == "Loc"]
    return [replace(towns[0], guessed=True)] if len({a.ids for a in towns}) == 1 else []


def _visit(
    scene: Scene, who: Actor, host: Actor, period: Period | None, span: tuple[int, int], modality: Modality, sure: float
) -> Mention | None:
    target = host_of(scene, host)
    if not target or set(target) & set(who.states):
        return None
    sure *= 1.0 if who.persons and who.states else 0.8
    fields = {
        "kind": "event",
        "type": "visit",
        "source": list(who.persons if who.persons and _former(scene, who) else who.ids),
        "target": list(target[:1]),
        "period": _said(period),
    }
    return mention(scene.bundle, fields, span, modality, sure)


def _former(scene: Scene, who: Actor) -> bool:
    """«Экс-президент», «бывший премьер»: travels for nobody but himself."""
    if who not in scene.actors:
        return False
    words_ = [scene.lemma(j) for j in range(max(0, who.first - 1), who.head + 1)]
    return any(word == "бывший" or word.startswith("экс-") for word in words_)


def _said(period: Period | None) -> str | None:
    return None if period is None else str(period)


def _near_date(scene: Scene, clause: Clause, k: int, last: int) -> tuple[Period | None, float, tuple[int, int] | None]:
    """The date of an event named by a noun: in its phrase, right after it, or in a clause that says it took place."""
    period, dated, span = when(scene, clause, k)
    if span is None:
        return None, 1.0, None
    index = scene.sentence.index_at(span[0])
    happens = clause.predicate >= 0 and scene.lemma(clause.predicate) in (
        "состояться",
        "пройти",
        "проходить",
        "нанести",
        "совершить",
        "провести",
        "начаться",
    )
    return (period, dated, span) if happens or k - 4 <= index <= last + 3 else (None, 1.0, None)


def _trip(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«визит Ильхама Алиева в Тегеран», «визит в ИРИ президента Кореи», «во время своего визита в Москву»."""
    after = [a for a in scene.actors if k < a.first <= k + 12 and not _broken(scene, k, a.first)]
    host = next(
        (a for a in after if a.prep in ("в", "на") and a.kind in ("state", "place") and a.form != "adjective"), None
    )
    who = next((a for a in after if a.case == "Gen" and not a.prep and is_traveller(a)), None)
    factor = 0.9
    if who is None:
        own = scene.lemma(k - 1) if k else ""
        made = clause.predicate >= 0 and scene.lemma(clause.predicate) in (
            "совершить",
            "нанести",
            "совершать",
            "наносить",
            "начать",
        )
        if own in ("свой",) or made or any(scene.lemma(j) == "свой" for j in range(max(0, k - 3), k)):
            role = subject(scene, at, _TRAVELLERS)
            who = next((a for a in role.actors if is_traveller(a)), None)
            factor = role.certainty * 0.9
    if host is None or who is None:
        return
    last = max(host.last, who.last)
    period, dated, date_span = _near_date(scene, clause, k, last)
    inside = [p for p in (who, host) if p.first >= k]
    span = stretch(
        scene,
        [k, *inside],
        date_span if date_span and abs(date_span[0] - scene.sentence.tokens[k].start) < 160 else None,
    )
    yield _visit(scene, who, host, period, span, of_noun(scene, k), factor * dated * (0.95 if period else 0.85))


def _broken(scene: Scene, first: int, last: int) -> bool:
    return any(scene.sentence.tokens[j].text in ",;:–—()." for j in range(first, last))


def _encounter(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«встретился с …», «А и Б встретились»."""
    who = subject(scene, at, _TRAVELLERS)
    who = who if who.actors else subject(scene, at, _GATHERED)
    others = [a for a in obliques(scene, clause, ("с",), _TRAVELLERS) if a.case in ("Ins", "")]
    period, dated, date_span = when(scene, clause, k)
    sides = [list(who.actors), others]
    if not others and len(who.actors) > 1:
        sides = [list(who.actors[:1]), list(who.actors[1:])]
    if not others and len(who.actors) == 1:
        sides = _several(scene, clause, who.actors[0])
    if not all(sides):
        return
    sure = certainty(scene, clause, [*sides[0], *sides[1]], who.certainty, dated, 0.95 if period else 0.85)
    span = stretch(scene, [k, *others], date_span)
    yield _meeting(scene, sides[0], sides[1], period, span, of_clause(scene, clause, k), sure)


def _several(scene: Scene, clause: Clause, actor: Actor) -> list[list[Actor]]:
    """«Министры А и Б встретились»: one phrase for two sides; «лидеры Х собрались в Б»: a body and its host."""
    if not actor.plural or actor.kind not in ("person", "organization", "group"):
        return [[], []]
    if len(actor.states) > 1:
        persons = actor.persons if len(actor.persons) == len(actor.states) else ()
        parts = [replace(actor, ids=(*persons[n : n + 1], state), plural=False) for n, state in enumerate(actor.states)]
        return [parts[:1], parts[1:]]
    where = [a for a in obliques(scene, clause, ("в", "на"), {"state", "place"}) if a.case in ("Loc", "")]
    body = [i for i in actor.ids if organizations.exists(i)]
    return [[replace(actor, guessed=True)], where[:1]] if body else [[], []]


def _meeting(
    scene: Scene,
    one: Sequence[Actor],
    other: Sequence[Actor],
    period: Period | None,
    span: tuple[int, int],
    modality: Modality,
    sure: float,
) -> Mention | None:
    source, target = _ids(one), _ids([*_colleague(scene, one, other), *other])
    if not source or not target or set(source) & set(target):
        return None
    fields = {"kind": "event", "type": "meet", "source": source, "target": target, "period": _said(period)}
    return mention(scene.bundle, fields, span, modality, sure)


def _colleague(scene: Scene, one: Sequence[Actor], other: Sequence[Actor]) -> list[Actor]:
    """The person meant by «с российским коллегой»: whoever held the same office, if the record knows one."""
    offices_ = {"президент": "head_of_state", "премьер": "head_of_government", "премьер-министр": "head_of_government"}
    if len(one) != 1 or len(other) != 1 or other[0].lemma not in ("коллега", "визави") or one[0].lemma not in offices_:
        return []
    who = person_of(other[0].states[0], offices_[one[0].lemma], scene.published) if other[0].states else None
    return [replace(other[0], ids=(f"person:{who}",))] if who else []


def _ids(actors: Sequence[Actor]) -> list[str]:
    """Persons first, then the states, each once."""
    everyone = [i for a in actors for i in a.ids]
    ordered = sorted(dict.fromkeys(everyone), key=lambda i: not i.startswith("person:"))
    return [key for key, _ in groupby(ordered)]


def _talks(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«переговоры между А и Б», «встреча А с Б», «провёл переговоры с …», «его переговоры с …»."""
    after = [a for a in scene.actors if k < a.first <= k + 16 and a.kind in _TRAVELLERS and a.form != "adjective"]
    between = [a for a in after if a.prep == "между"]
    beside = [
        a for a in after if (a.prep == "с" and not _broken(scene, k, a.first)) or (a.chain >= 0 and a.prep == "с")
    ]
    own = [a for a in after if a.case == "Gen" and not a.prep and a.first <= k + 3]
    factor = 0.9
    if len(between) == 1 or (between and len(between) < 2):
        later = [
            a for a in scene.actors if a.first > between[0].last and a.case == between[0].case and a.kind in _TRAVELLERS
        ]
        between = [between[0], *later[:1]]
    if len(between) > 1:
        own, beside = between[:1], between[1:]
    elif beside and not own:
        held = clause.predicate >= 0 and scene.lemma(clause.predicate) in (
            "провести",
            "проводить",
            "обсудить",
            "начать",
            "иметь",
        )
        his = scene.lemma(k - 1) in ("его", "ее", "он", "свой") or any(
            scene.lemma(j) == "свой" for j in range(max(0, k - 3), k)
        )
        during = scene.lemma(k - 1) in ("время", "ход", "итог", "на", "исход") or scene.lemma(k - 2) in ("время", "ход")
        if not held and not his and not during:
            return
        role = subject(scene, at, _TRAVELLERS)
        if his and not role.actors:
            role = Role(tuple(a for a in scene.actors if a.last < k and a.kind == "person")[-1:], 0.6)
        own, factor = list(role.actors), 0.9 * role.certainty
    elif not beside and not own and clause.predicate >= 0 and scene.lemma(clause.predicate) in _HELD:
        role = subject(scene, at, _TRAVELLERS)  # «А и Б провели встречу»
        own, beside, factor = list(role.actors[:1]), list(role.actors[1:]), 0.9 * role.certainty
        if len(role.actors) == 1:
            own, beside = _several(scene, clause, role.actors[0])
    if not own or not beside:
        return
    last = max(a.last for a in beside)
    period, dated, date_span = _near_date(scene, clause, k, last)
    span = stretch(scene, [k, *(a for a in (*own, *beside) if a.first > k)], date_span)
    yield _meeting(scene, own, beside, period, span, of_noun(scene, k), factor * dated)
