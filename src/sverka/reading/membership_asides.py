"""Memberships told aside: «вступившая в Х А», «А остаётся вне Х», «страны Х, например А и Б», «после выхода из Х А …».

The words say what somebody is to an organization on the way to saying something else. What they presuppose is graded
below what a clause states of its subject.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from sverka.claims import Mention
from sverka.claims.period import Period
from sverka.reading.clauseroles import subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import settled, starting
from sverka.reading.coordination import Actor
from sverka.reading.drafts import mention, stretch
from sverka.reading.joinable import fields, joinable
from sverka.reading.membership_undone import befallen
from sverka.reading.modality import denied
from sverka.reading.regions import members_of
from sverka.reading.scenes import STATES, Role, Scene
from sverka.reading.verbforms import verb_form, verb_lemma
from sverka.reading.wordlists import words
from sverka.record import organizations

#: Status and preposition of a verb by token and lemma; ("", "") for other words.
Entering = Callable[[Scene, int, str], tuple[str, str]]
_ACTIVE = re.compile(r"([вдрс]ш|[юуая]щ)(ий|ая|ее|ие|его|ей|их|ему|им|ими|ую|ем)(ся)?$")
_STAY = words("остаться оставаться находиться быть держаться оказаться")
_COUNTRIES = words("страна государство республика держава член участник участница")
_EXIST = words("быть найтись иметься существовать")
_AMONG = words("среди в внутри")
_EXAMPLE = words("например частность число включая глава особенно всего вроде скажем")
_OPENING = _EXAMPLE | words("такой как в том тот во с прежде то есть , – — (")
_ENTRY = words("вступление присоединение вхождение прием принятие возвращение")
_EXIT = words("выход исключение уход")
_BELONGING = words("членство участие")
#: Prepositions that take what the noun says for granted.
_GRANTED = words("после с со благодаря вследствие из-за до")
_SEEK = words(
    """претендовать добиваться стремиться рассчитывать мечтать просить попросить надеяться подать подавать направить
    рваться проситься ждать ожидать"""
)
_WANTS = words("переговоры стремление надежда путь курс просьба")
_STOPS = frozenset(",;:()")
_SURE, _LISTED, _GRADED, _SOUGHT = 0.75, 0.65, 0.6, 0.45
_NEAR, _FAR = 5, 8


def asides(scene: Scene, entering: Entering) -> Iterator[Mention | None]:
    """Every membership a sentence tells aside."""
    bodies = [a for a in scene.actors if joinable(a) or (a.kind == "group" and organizations.exists(a.ids[0]))]
    if not bodies:
        return
    for body in bodies:
        at = scene.clause_of(body.head)
        if at < 0:
            continue
        yield from _examples(scene, body)
        yield from _which_are(scene, body)
        if joinable(body) and body.kind != "group":
            yield from _described(scene, body, entering)
            yield from _outside(scene, at, body)
            yield from _part_of(scene, at, body)
            yield from _noun(scene, at, body)
        yield from _among(scene, scene.clauses[at], body)


def _listed(scene: Scene, first: Actor) -> list[Actor]:
    """The list a state or region opens; itself where it stands alone."""
    alike = [a for a in scene.actors if a is first or (a.chain == first.chain >= 0 and a.first > first.first)]
    return [a for a in alike if members_of(a)]


def _told(
    scene: Scene,
    body: Actor,
    members: Sequence[Actor],
    status: str,
    parts: Sequence[int],
    sure: float,
    dated: tuple[Period, tuple[int, int]] | None = None,
) -> Iterator[Mention | None]:
    period, date_span = dated if dated is not None else (None, None)
    span = stretch(scene, [*parts, body, *members], date_span)
    for actor in members:
        certain = sure * (0.8 if actor.kind != "state" else 1.0) * (0.75 if actor.guessed else 1.0)
        for state in (s for s in members_of(actor) if s != body.ids[0]):
            yield mention(scene.bundle, fields(state, body, status, period), span, "asserted", certain)


def _described(scene: Scene, body: Actor, entering: Entering) -> Iterator[Mention | None]:
    """«Вступившая в 1999 году в Х А», «не входящая в Х А», «оставшаяся вне Х А»: a participle before its noun."""
    tokens = scene.sentence.tokens
    holder = next((a for a in scene.actors if body.last < a.first <= body.last + _FAR and a.kind == "state"), None)
    if holder is None or holder.form != "noun" or holder.prep or _parted(scene, body.last + 1, holder.first):
        return
    if not _small(scene, body.last + 1, holder.first):
        return
    for k in range(body.first - 1, max(-1, body.first - _NEAR - 2), -1):
        if tokens[k].text in _STOPS:
            return
        if not _ACTIVE.search(tokens[k].text.lower()) and verb_form(tokens[k]) != "part":
            continue
        lemma = verb_lemma(tokens[k])
        status, prep = entering(scene, k, lemma)
        if _apart(scene, body) and lemma in _STAY:
            status, prep = "none", body.prep
        unchanging = tokens[holder.head].text[-1] in "иеоуюэ" or tokens[holder.head].text.isupper()
        agree = set() if unchanging else {tokens[k].feats.get("Case"), tokens[holder.head].feats.get("Case")}
        if not status or body.prep != prep or len(agree - {"Acc", None}) > 1:
            return
        if k and tokens[k - 1].text.lower() == "не":
            if status == "left":
                return
            status = "none"
        several = _listed(scene, holder) if tokens[k].feats.get("Number") == "Plur" else [holder]
        yield from _told(scene, body, several, status, [k], _SURE, _date(scene, k, holder.first))
        return


def _small(scene: Scene, first: int, last: int) -> bool:
    """Whether only dates, particles and adjectives stand between."""
    tokens = scene.sentence.tokens
    spans = [(d.start, d.end) for d in scene.dates]
    return all(
        tokens[j].pos in ("ADV", "PART", "ADJ", "DET") or any(s <= tokens[j].start < e for s, e in spans)
        or (tokens[j].pos == "ADP" and any(s <= tokens[j + 1].start < e for s, e in spans))
        for j in range(first, last)
    )  # fmt: skip


def _date(scene: Scene, first: int, last: int) -> tuple[Period, tuple[int, int]] | None:
    """The one date between two tokens."""
    tokens = scene.sentence.tokens
    inside = [d for d in scene.dates if tokens[first].start <= d.start and d.end <= tokens[last].start]
    period = starting(settled(inside[0])) if len(inside) == 1 and inside[0].relation in ("in", "since") else None
    return (period, (inside[0].start, inside[0].end)) if period is not None else None


def _parted(scene: Scene, first: int, last: int) -> bool:
    return any(scene.sentence.tokens[j].text in _STOPS for j in range(first, last))


def _apart(scene: Scene, body: Actor) -> bool:
    """«Вне Х», «за пределами Х»."""
    beyond = scene.lemma(body.first - 1) in ("предел", "рамка") and scene.lemma(body.first - 2) == "за"
    return body.prep == "вне" or beyond


def _outside(scene: Scene, at: int, body: Actor) -> Iterator[Mention | None]:
    """«А остаётся вне Х»."""
    clause = scene.clauses[at]
    verb = clause.predicate
    if not _apart(scene, body) or (verb >= 0 and (scene.lemma(verb) not in _STAY or denied(scene, clause, verb))):
        return
    if verb < 0 and clause.kind != "nominal":
        return
    who = subject(scene, at, STATES)
    parts = [verb if verb >= 0 else max(0, body.first - 1)]
    yield from _told(scene, body, _listed_in(who), "none", parts, _GRADED * who.certainty)


def _listed_in(who: Role) -> list[Actor]:
    return [a for a in who.actors if a.kind == "state"]


def _part_of(scene: Scene, at: int, body: Actor) -> Iterator[Mention | None]:
    """«А – единственная страна в составе Х»: said without a verb."""
    clause = scene.clauses[at]
    within = scene.lemma(body.first - 1) in ("состав", "ряд") and scene.lemma(body.first - 2) == "в"
    countries = any(scene.lemma(j) in _COUNTRIES for j in clause.tokens if j < body.first)
    if within and countries and clause.predicate < 0:
        who = subject(scene, at, STATES)
        yield from _told(scene, body, _listed_in(who), "member", [body.first - 2], _GRADED * who.certainty)


def _examples(scene: Scene, body: Actor) -> Iterator[Mention | None]:
    """«Страны Х, в том числе А и Б», «такие члены Х, как А», «страны Х во главе с А»."""
    tokens = scene.sentence.tokens
    first = tokens[body.first].lemma.rpartition("-")[2]
    if not body.plural or (body.kind != "group" and first not in _COUNTRIES):
        return
    k, said = body.last + 1, {scene.lemma(body.first), scene.lemma(body.first - 1)} & {"такой"}
    while k < len(tokens) and (tokens[k].lemma in _OPENING or tokens[k].text.lower() in _OPENING):
        said |= {tokens[k].lemma, tokens[k].text.lower()}
        k += 1
    if not said & _EXAMPLE and not {"такой", "как"} <= said:
        return
    state = next((a for a in scene.actors if a.first == k and members_of(a) and a.form == "noun"), None)
    if state is not None:
        yield from _told(scene, body, _listed(scene, state), "member", [], _LISTED)


def _which_are(scene: Scene, body: Actor) -> Iterator[Mention | None]:
    """«Члены Х, коими являются А и Б», «члены Х, к которым относится А»."""
    tokens, k = scene.sentence.tokens, body.last + 1
    if body.kind != "group" or k + 3 >= len(tokens) or tokens[k].text != ",":
        return
    k += 1 + (tokens[k + 1].pos == "ADP")
    which = tokens[k].text.lower() in ("коими", "которыми", "каковыми", "кем", "которым", "числу")
    verb = k + 1 + (scene.lemma(k + 1) == "который")
    if not which or scene.lemma(verb) not in ("являться", "быть", "стать", "относиться", "принадлежать"):
        return
    state = next((a for a in scene.actors if a.first == verb + 1 and members_of(a) and not a.prep), None)
    if state is not None and tokens[verb - 1].text.lower() != "не":
        yield from _told(scene, body, _listed(scene, state), "member", [], _SURE)


def _among(scene: Scene, clause: Clause, body: Actor) -> Iterator[Mention | None]:
    """«Среди членов Х – А и Б», «в Х есть и такие страны, как А и Б»."""
    verb, tokens = clause.predicate, scene.sentence.tokens
    if body.prep not in _AMONG or (verb >= 0 and (scene.lemma(verb) not in _EXIST or denied(scene, clause, verb))):
        return
    group = body.last if body.prep == "среди" and (body.kind == "group" or body.plural) else -1
    if verb >= 0 and body.last < verb and group < 0:
        plain = (j for j in clause.tokens if verb < j <= verb + 4 and tokens[j].lemma in _COUNTRIES)
        group = next((j for j in plain if tokens[j].feats.get("Case") in ("Nom", "Gen")), -1)
    if group < 0:
        return
    after = [a for a in scene.within(clause) if a.first > group and members_of(a) and a.form == "noun"]
    named = [a for a in after if scene.lemma(a.first - 1) == "включая" or (not a.prep and a.case in ("Nom", ""))]
    first = named[0] if named else None
    if first is not None and (verb >= 0 or scene.lemma(first.first - 1) in ("–", "—", "-")):
        yield from _told(scene, body, _listed(scene, first), "member", [], _GRADED)


def _noun(scene: Scene, at: int, body: Actor) -> Iterator[Mention | None]:
    """«После выхода из Х А …», «своим членством в Х», «А претендует на членство в Х»: whose clause it is."""
    tokens = scene.sentence.tokens
    k = body.first - 2
    if k < 1 or tokens[k].pos != "NOUN" or body.prep not in ("в", "к", "из"):
        return
    lemma = tokens[k].lemma
    status = "joined" if lemma in _ENTRY else "left" if lemma in _EXIT else "member" if lemma in _BELONGING else ""
    if not status or (status == "left") != (body.prep == "из"):
        return
    before = k - 1
    own = False
    while before >= 0 and tokens[before].pos in ("ADJ", "DET"):
        own |= tokens[before].lemma == "свой"
        before -= 1
    led = tokens[before].text.lower() if before >= 0 else ""
    if any(a.head == k for a in scene.actors):
        return
    clause = scene.clauses[at]
    who = subject(scene, at, STATES)
    members = [a for a in _listed_in(who) if not set(a.ids) & set(body.ids)]
    if len(members) != 1 or (clause.predicate >= 0 and denied(scene, clause, clause.predicate)):
        return
    if lemma in _BELONGING and befallen(scene, clause, k):
        return  # «приостановила своё участие в Х»
    sought = scene.lemma(before - 1) in _WANTS or (clause.predicate >= 0 and scene.lemma(clause.predicate) in _SEEK)
    if sought and status != "left" and led:
        yield from _told(scene, body, members, "candidate", [max(0, before - 1)], _SOUGHT * who.certainty)
    elif (led in _GRANTED and lemma != "участие") or (own and status == "member"):
        dated = _date(scene, max(0, before), min(body.last + _NEAR, len(tokens) - 1))
        yield from _told(scene, body, members, status, [max(0, before)], _GRADED * who.certainty, dated)
