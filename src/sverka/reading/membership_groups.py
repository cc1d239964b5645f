"""Memberships told by the company kept: «Х – это А, Б и В», «союзники по Х А и Б», «как и другие члены Х», «не Y»."""

from collections.abc import Iterator, Sequence

from sverka.claims import Mention
from sverka.reading.clauseroles import subject
from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.drafts import mention, stretch
from sverka.reading.joinable import fields, joinable
from sverka.reading.membership_cells import DASHES
from sverka.reading.modality import denied
from sverka.reading.regions import members_of
from sverka.reading.scenes import STATES, Scene
from sverka.reading.wordlists import words
from sverka.record import organizations

_COUNTRIES = words("страна государство республика держава член участник")
_FELLOWS = words("союзник партнер сосед коллега соратник товарищ собрат")
_YET = words("кандидат претендент партнер наблюдатель")
_FELLOW = words("член участник страна государство")
_OTHERS = words("другой прочий остальной иной большинство все многие некоторый")
_FILL = words("пополнить пополнять пополниться пополняться прирасти расшириться увеличиться")
_INSIDE = words("состав рамка ряд")
_SURE, _LOOSE = 0.8, 0.65
_REACH = 6


def of_groups(scene: Scene, body: Actor) -> Iterator[Mention | None]:
    """What a sentence tells of members by the company they keep in a body."""
    at = scene.clause_of(body.head)
    if at < 0:
        return
    group = body.kind == "group" and organizations.exists(body.ids[0])
    if joinable(body) and not group:
        yield from _equated(scene, body)
        yield from _counted(scene, body)
        yield from _fellows(scene, at, body)
        yield from _but_not(scene, body)
        yield from _filled(scene, at, body)
    if group or joinable(body):
        yield from _like_others(scene, at, scene.clauses[at], body)


def _list_at(scene: Scene, first: int) -> list[Actor]:
    """The list of states that begins at a token; nothing where fewer than two are named."""
    start = next((a for a in scene.actors if a.first == first and a.kind == "state" and a.form == "noun"), None)
    if start is None or start.prep or start.chain < 0:
        return []
    return [a for a in scene.actors if a.chain == start.chain and a.kind == "state" and a.first >= first]


def _told(
    scene: Scene, body: Actor, members: Sequence[Actor], status: str, parts: Sequence[int], sure: float
) -> Iterator[Mention | None]:
    span = stretch(scene, [*parts, body, *members])
    for actor in members:
        for state in (s for s in members_of(actor) if s != body.ids[0]):
            certain = sure * (0.75 if actor.guessed else 1.0)
            yield mention(scene.bundle, fields(state, body, status, None), span, "asserted", certain)


def _equated(scene: Scene, body: Actor) -> Iterator[Mention | None]:
    """«Меркосур – это Аргентина, Бразилия, Парагвай и Уругвай»."""
    tokens, k = scene.sentence.tokens, body.last + 1
    if body.prep or body.after_noun or k + 2 >= len(tokens) or tokens[k].text not in DASHES:
        return
    if tokens[k + 1].text.lower() == "это":
        yield from _told(scene, body, _list_at(scene, k + 2), "member", [], _SURE)


def _counted(scene: Scene, body: Actor) -> Iterator[Mention | None]:
    """«В составе Х пять государств: А, Б и В», «в Х шесть стран – А, Б и В»."""
    tokens = scene.sentence.tokens
    inside = body.prep == "в" or (
        body.after_noun and scene.lemma(body.first - 1) in _INSIDE and scene.lemma(body.first - 2) == "в"
    )
    if not inside or any(scene.lemma(j) in _YET for j in range(max(0, body.first - 3), body.first)):
        return
    for k in range(body.last + 1, min(body.last + _REACH, len(tokens) - 2)):
        if tokens[k].text in ",;()":
            return
        if tokens[k].lemma in _COUNTRIES and tokens[k + 1].text in (*DASHES, ":"):
            yield from _told(scene, body, _list_at(scene, k + 2), "member", [], _SURE)
            return


def _fellows(scene: Scene, at: int, body: Actor) -> Iterator[Mention | None]:
    """«А и Б – союзники по Х», «партнёры по Х – А и Б», «его сосед по Х Венгрия»."""
    tokens = scene.sentence.tokens
    if body.prep != "по" or scene.lemma(body.first - 2) not in _FELLOWS:
        return
    noun, clause = body.first - 2, scene.clauses[at]
    if tokens[noun].feats.get("Number") == "Plur":
        after = body.last + 1
        opened = after < len(tokens) and tokens[after].text in (*DASHES, "(", ":")
        listed = _list_at(scene, after + 1) if opened else []
        if listed:
            yield from _told(scene, body, listed, "member", [noun], _SURE)
            return
        nominal = clause.predicate < 0 or scene.lemma(clause.predicate) in ("быть", "являться", "оставаться")
        who = [a for a in subject(scene, at, STATES).actors if a.kind == "state"]
        if nominal and len(who) > 1 and max(a.last for a in who) < noun:
            yield from _told(scene, body, who, "member", [noun], _LOOSE)


def _like_others(scene: Scene, at: int, clause: Clause, body: Actor) -> Iterator[Mention | None]:
    """«А, как и другие члены Х, …», «как член Х, А …»: who does or is something as a member among members."""
    tokens = scene.sentence.tokens
    k = next((j for j in range(body.first, max(-1, body.first - 5), -1) if scene.lemma(j) in _FELLOW), -1)
    if k < 1:
        return
    before = k - 1
    while before > 0 and (tokens[before].lemma in _OTHERS or tokens[before].pos in ("ADJ", "DET")):
        before -= 1
    others = any(tokens[j].lemma in _OTHERS for j in range(before, k))
    as_ = tokens[before].text.lower() == "как" or (
        others and [t.text.lower() for t in tokens[before - 1 : before + 1]] == ["как", "и"]
    )
    if not as_ or (not others and tokens[k].feats.get("Number") == "Plur"):
        return
    opens = tokens[before].text.lower() == "как" and not others
    role = [a for a in subject(scene, at, STATES).actors if a.kind == "state"]
    near = [a for a in scene.actors if a.kind == "state" and a.form == "noun" and not a.prep and a.case in ("Nom", "")]
    if opens:
        near = [a for a in near if body.last < a.first <= body.last + 2 or a.last == before - 2]
    else:
        near = [a for a in near if a.last in (before - 2, before - 3) or a.first == body.last + 2]
    who = [a for a in near if a in role] or near[:1]
    yield from _told(scene, body, who, "member", [k], _LOOSE)


def _filled(scene: Scene, at: int, body: Actor) -> Iterator[Mention | None]:
    """«Ряды Х пополнила А», «Х пополнился А и Б»."""
    clause = scene.clauses[at]
    verb = clause.predicate
    if verb < 0 or scene.lemma(verb) not in _FILL or denied(scene, clause, verb):
        return
    if body.after_noun and scene.lemma(body.first - 1) in ("ряд", "состав", "число", "список"):
        who = [a for a in subject(scene, at, STATES).actors if a.kind == "state"]
    else:
        within = [a for a in scene.within(clause) if a.kind == "state" and a.first > verb and not a.prep]
        who = [a for a in within if a.case == "Ins" and body.last < verb]
    yield from _told(scene, body, who, "joined", [verb], _SURE)


def _but_not(scene: Scene, body: Actor) -> Iterator[Mention | None]:
    """«А входит в Х, но не в Y», «А – член Х, но не Y»: what is denied of the second body."""
    tokens = scene.sentence.tokens
    first = body.first - (1 if body.prep else 0)
    if first < 3 or tokens[first - 1].text.lower() != "не" or tokens[first - 2].text.lower() not in ("но", "а"):
        return
    earlier = [a for a in scene.actors if joinable(a) and a.last == first - 4]
    if not earlier or tokens[first - 3].text != "," or (body.prep and body.prep != earlier[0].prep):
        return
    at = scene.clause_of(earlier[0].head)
    clause = scene.clauses[at]
    belongs = clause.predicate >= 0 and scene.lemma(clause.predicate) in ("входить", "состоять", "вступить", "войти")
    member = any(tokens[j].lemma in ("член", "участник") for j in clause.tokens)
    if belongs or member:
        who = [a for a in subject(scene, at, STATES).actors if a.kind == "state"]
        yield from _told(scene, body, who, "none", [], _SURE)
