"""Votes of chambers: what a parliament or an assembly of states passes or rejects, whom it confirms or brings down."""

from collections.abc import Iterator
from dataclasses import replace

from sverka.claims import Mention
from sverka.reading.anaphora import referred
from sverka.reading.chambers import ASSEMBLIES, CHAMBERS, MEMBERS, is_chamber
from sverka.reading.clauseroles import objects, obliques, passive, subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.modality import of_clause
from sverka.reading.papers import can_tell, known_paper
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.votes import about
from sverka.reading.wordlists import words

_PASS = words(
    """одобрить одобрять утвердить утверждать принять отклонить отклонять отвергнуть отвергать поддержать
    проголосовать голосовать провалить"""
)
#: Of these a vote whatever the object is; others take what only a chamber passes.
_DECIDE = words("одобрить утвердить отклонить отвергнуть поддержать провалить")
_PASSED = words(
    """закон законопроект бюджет поправка проект резолюция постановление инициатива программа реформа пакет смета
    отставка назначение кандидатура декларация мандат законодательство конституция"""
)
#: What a chamber does that is no vote: «принял участие», «принял делегацию», «поддержал усилия».
_NO_VOTE = words(
    """участие решение делегация гость мера усилие мнение позиция присяга посол вызов эстафета заявка идея курс
    призыв сторона политика отношение"""
)
#: What people are confirmed as: «утвердил Берга на посту министра».
_SEATS = words("пост должность место кресло")
_EXPRESS = frozenset({"вынести", "выразить", "объявить"})
_CAST = frozenset({"проголосовать", "голосовать"})
#: «За вступление в …»: what is voted on besides papers.
_STEPS = words("вступление присоединение членство выход")
_CITIZENS = words("житель избиратель гражданин население народ")
#: What a chamber does with a paper, named as what it votes on: «поддержал ратификацию договора».
_DONE_WITH = words("ратификация принятие денонсация подписание проект законопроект")
_VOTERS = frozenset({"state", "organization"})
_VOTING = _PASS | _EXPRESS


def chamber_votes(scene: Scene) -> Iterator[Mention | None]:
    """Votes of chambers, in a sentence."""
    for at, clause, k in scene.having(_VOTING):
        form = verb_form(scene.sentence.tokens[k])
        if scene.lemma(k) in _EXPRESS and form in ("fin", "short"):
            yield _distrust(scene, at, clause, k)
        elif scene.lemma(k) in _PASS and form in ("fin", "short"):
            yield from _passed(scene, at, clause, k)


def _passed(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«Сенат одобрил договор», «за вступление в блок проголосовали 184 депутата»: the chamber's state votes."""
    if passive(scene, clause):
        inside = [a for a in scene.within(clause) if a.case == "Ins" and not a.prep and a.kind in _VOTERS]
        who = Role(tuple(a for a in inside if _votes(a)), 0.9)
    else:
        subjects = subject(scene, at, _VOTERS)
        who = Role(tuple(a for a in subjects.actors if _votes(a)), subjects.certainty)
    who = who if who.actors else _members(scene, at, clause, k)
    who = who if who.actors else _chamber(scene, clause) if not _by_votes(scene, clause) else _at_home(scene, clause, k)
    if not who.actors:
        return
    targets = _matter(scene, clause, {s for a in who.actors for s in a.states})
    targets = targets or _resolved(scene, clause, who.actors[0]) or _confirmed(scene, clause, k)
    counted = any(scene.sentence.tokens[j].pos == "NUM" for j in clause.tokens if abs(j - k) < 6)
    decided = _decides(scene, clause, k, who.actors[0])
    if not targets and not decided and (scene.lemma(k) not in _CAST or counted):
        return  # «за проголосовал 61 депутат»: a count, not what was decided
    period, dated, date_span = when(scene, clause, k)
    for actor in who.actors:
        fields = {
            "kind": "event", "type": "vote", "source": ["UN" if i == "UNGA" else i for i in actor.ids[:1]],
            "target": list(dict.fromkeys(i for t in targets for i in t.ids[:1])),
            "period": str(period) if period else None,
        }  # fmt: skip
        sure = certainty(scene, clause, [actor, *targets], who.certainty, dated, 0.9 if targets else 0.5)
        span = stretch(scene, [k, actor, *targets], date_span)
        yield mention(scene.bundle, fields, span, of_clause(scene, clause, k), sure)


def _decides(scene: Scene, clause: Clause, k: int, who: Actor) -> bool:
    """«Парламент Х одобрил инициативу», «утверждён 150 голосами»: a chamber named as such and what it passed."""
    tokens = scene.sentence.tokens
    case = "Nom" if verb_form(tokens[k]) == "short" else "Acc"
    if who.guessed and not _by_votes(scene, clause):
        return False
    things = [j for j in clause.tokens if tokens[j].pos == "NOUN" and tokens[j].feats.get("Case") == case]
    things = [j for j in things if tokens[j - 1].pos != "ADP" and tokens[j].lemma not in _NO_VOTE]
    if any(tokens[j].lemma in _PASSED for j in things):
        return True
    return bool(things) and scene.lemma(k) in _DECIDE and not any(a.head in things and a.persons for a in scene.actors)


def _by_votes(scene: Scene, clause: Clause) -> bool:
    """«Утверждён 150 голосами против 120»."""
    tokens = scene.sentence.tokens
    return any(tokens[j].lemma == "голос" and tokens[j].feats.get("Case") == "Ins" for j in clause.tokens)


def _at_home(scene: Scene, clause: Clause, k: int) -> Role:
    """What passes by so many votes without a chamber's being named is passed by that of the state written of."""
    told = _chamber(scene, clause)
    if told.actors or scene.home is None:
        return told
    return Role((Actor(k, k, k, "Nom", "", (scene.home,), "парламент", "guess", "state", guessed=True),), 0.6)


def _resolved(scene: Scene, clause: Clause, who: Actor) -> list[Actor]:
    """The state that an assembly's resolution is about: «Генассамблея приняла резолюцию о правах в Чаде»."""
    if not ASSEMBLIES & set(who.ids):
        return []
    at = next((j for j in clause.tokens if scene.lemma(j) == "резолюция"), -1)
    state = about(scene, at) if at >= 0 else ""
    return [replace(who, first=at, last=at, head=at, ids=(state,), kind="state", prep="")] if state else []


def _confirmed(scene: Scene, clause: Clause, k: int) -> list[Actor]:
    """«Утвердил Берга премьером», «поддержали Лунда на посту министра»: the person a chamber votes for."""
    tokens = scene.sentence.tokens
    named = [a for a in objects(scene, clause, {"person"}) if a.persons]
    seat = any(tokens[j].lemma in _SEATS for j in clause.tokens if j > k)
    seat = seat or any(
        a.case == "Ins" and not a.prep and not a.persons for a in scene.within(clause) if a.kind == "person"
    )
    office = any(tokens[j].feats.get("Case") == "Ins" and tokens[j].pos == "NOUN" for j in clause.tokens if j > k)
    return [replace(a, ids=a.persons[:1]) for a in named[:1]] if seat or office else []


def _votes(actor: Actor) -> bool:
    """Whether an actor is a chamber: of a state, or an assembly of many."""
    return is_chamber(actor.lemma) if actor.kind == "state" else bool(ASSEMBLIES & set(actor.ids))


def _distrust(scene: Scene, at: int, clause: Clause, k: int) -> Mention | None:
    """«Парламент Х вынес вотум недоверия правительству Y»: a vote against whoever leads it."""
    tokens = scene.sentence.tokens
    noun = next((j for j in clause.tokens if tokens[j].lemma in ("недоверие", "вотум") and j > k), -1)
    subjects = subject(scene, at, _VOTERS)
    who = Role(tuple(a for a in subjects.actors if _votes(a)), subjects.certainty)
    who = who if who.actors else _chamber(scene, clause)
    if noun < 0 or not who.actors:
        return None
    named = [a for a in scene.actors if noun < a.first <= noun + 6 and a.case in ("Gen", "Dat") and not a.prep]
    target = list(dict.fromkeys(p for a in named for p in (*a.persons, *_led_by(scene, a))))[:1]
    period, dated, date_span = when(scene, clause, k)
    fields = {
        "kind": "event", "type": "vote", "source": list(who.actors[0].states[:1]), "target": target,
        "period": str(period) if period else None,
    }  # fmt: skip
    sure = certainty(scene, clause, list(who.actors), who.certainty, dated, 0.8 if target else 0.5)
    return mention(scene.bundle, fields, stretch(scene, [k, noun, *who.actors, *named[:1]], date_span),
                   of_clause(scene, clause, k), sure)  # fmt: skip


def _led_by(scene: Scene, cabinet: Actor) -> list[str]:
    """Whose cabinet it is: «правительству | Анны Берг»."""
    start, end = scene.span(cabinet.first, cabinet.last)
    return [n.id for n in scene.bundle.names_in(start, end) if n.kind == "person" and n.id.startswith("person:")]


def _members(scene: Scene, at: int, clause: Clause, k: int) -> Role:
    """Members or citizens who vote, with their state: «депутаты Кнессета», «жители Чили», «британцы … за выход»."""
    tokens = scene.sentence.tokens
    people = subject(scene, at, {"person", "state"})
    told = [a for a in people.actors if (a.lemma in MEMBERS or a.form == "demonym") and a.plural and not a.persons]
    if scene.lemma(k) not in _CAST:
        told = [a for a in told if a.lemma in MEMBERS]
    if not told and scene.lemma(k) in _CAST:
        heads = [j for j in clause.tokens if tokens[j].lemma in _CITIZENS and tokens[j].feats.get("Case") != "Ins"]
        told = [
            a
            for a in scene.within(clause)
            if a.kind in ("state", "place") and (a.first - 1 in heads or a.head in heads)
        ]
    return Role(tuple(replace(a, ids=a.states) for a in told[:1] if a.states), 0.8)


def _chamber(scene: Scene, clause: Clause) -> Role:
    """A chamber told without its state, or its members: that of the state told beside it or written from."""
    tokens = scene.sentence.tokens
    said = [k for k in clause.tokens if is_chamber(tokens[k].lemma) or tokens[k].lemma in MEMBERS]
    at = next((k for k in said if tokens[k].pos != "ADJ"), -1)
    single = at >= 0 and tokens[at].lemma in MEMBERS and tokens[clause.predicate].feats.get("Number") == "Sing"
    if at < 0 or single or (tokens[at].lemma in CHAMBERS and tokens[at].feats.get("Case") not in ("Nom", "Loc")):
        return Role()
    near = [a for a in scene.within(clause) if a.kind == "state" and (is_chamber(a.lemma) or a.head == at)]
    near += [a for a in scene.within(clause) if a.kind == "state" and a.first == at + 1 and a.case == "Gen"]
    if near:
        return Role((near[0],), 0.85)
    if scene.home is None:
        return Role()
    case = tokens[at].feats.get("Case", "")
    return Role((Actor(at, at, at, case, "", (scene.home,), "парламент", "guess", "state", guessed=True),), 0.6)


def _matter(scene: Scene, clause: Clause, own: set[str]) -> list[Actor]:
    """What is voted on: a paper, a step («за вступление в …»), or against whom."""
    held = [a for a in scene.within(clause) if a.kind == "treaty"]
    ratified = [a for a in held if a.after_noun and scene.lemma(a.first - 1) in _DONE_WITH]
    papers = [a for a in held if not a.after_noun]
    papers = ratified + [a for a in papers if a.case in ("Acc", "Nom") or a.prep in ("за", "против")]
    papers = [p for a in papers for p in known_paper(scene, a) if can_tell(p)]
    if papers:
        return papers[:1]
    if proposed := _candidate(scene, clause):
        return proposed
    tokens = scene.sentence.tokens
    step = next((j for j in clause.tokens if tokens[j].lemma in _STEPS and tokens[j].pos == "NOUN"), -1)
    if step >= 0:
        bodies = [a for a in scene.actors if step < a.first <= step + 5 and a.kind in ("organization", "group")]
        return bodies[:1] or _told_before(scene)
    against = [a for a in obliques(scene, clause, ("против",), {"state"}) if not set(a.states) & own]
    cast = any(tokens[j].lemma in _CAST for j in clause.tokens) and any(tokens[j].text == "за" for j in clause.tokens)
    for_whom = [a for a in scene.within(clause) if cast and a.kind == "state" and a.case == "Dat" and not a.prep]
    return (against or [a for a in for_whom if not set(a.states) & own])[:1]


def _candidate(scene: Scene, clause: Clause) -> list[Actor]:
    """Whose candidature is voted on: «кандидатуру | Х», «его кандидатуру»."""
    tokens = scene.sentence.tokens
    at = next((j for j in clause.tokens if tokens[j].lemma == "кандидатура"), -1)
    if at < 0:
        return []
    named = [a for a in scene.actors if a.persons and at < a.first <= at + 3 and a.case in ("Gen", "")]
    if not named and at and tokens[at - 1].text.lower() in ("его", "ее", "её"):
        gender = "Fem" if tokens[at - 1].text.lower() != "его" else "Masc"
        named = [a for a in referred(scene, clause, gender, {"person"}).actors if a.persons]
    return [replace(a, ids=a.persons[:1]) for a in named[:1]]


def _told_before(scene: Scene) -> list[Actor]:
    """The one body the sentence before is about: «за вступление» alone."""
    bodies = [a for a in scene.before.actors if a.kind == "organization" and len(a.ids) == 1] if scene.before else []
    bodies = [a for a in bodies if not a.ids[0].startswith("org:")]
    return [replace(bodies[0], guessed=True)] if len({a.ids for a in bodies}) == 1 else []
