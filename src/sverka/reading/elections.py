"""Votes at home: whom a state elects, what its chamber passes or rejects."""

from collections.abc import Iterator, Sequence
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
from sverka.reading.others import remaining
from sverka.reading.papers import can_tell, known_paper
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_ELECT = words("избрать избирать избраться избираться переизбрать переизбраться выбрать выбирать")
_WIN = words("победить побеждать выиграть выигрывать одержать")
_POLL = words("выборы тур праймериз перевыборы")
_PASS = words(
    """одобрить одобрять утвердить утверждать принять отклонить отклонять отвергнуть отвергать поддержать
    проголосовать голосовать провалить"""
)
_EXPRESS = frozenset({"вынести", "выразить", "объявить"})
_CAST = frozenset({"проголосовать", "голосовать"})
#: «За вступление в …»: what is voted on besides papers.
_STEPS = words("вступление присоединение членство выход")
_CITIZENS = words("житель избиратель гражданин население народ")
#: What a chamber does with a paper, named as what it votes on: «поддержал ратификацию договора».
_DONE_WITH = words("ратификация принятие денонсация подписание проект законопроект")
_VOTERS = frozenset({"state", "organization"})


def elections(scene: Scene) -> Iterator[Mention | None]:
    """Elections and votes of chambers, in a sentence."""
    for at, clause in enumerate(scene.clauses):
        for k in clause.tokens:
            token = scene.sentence.tokens[k]
            if token.lemma in _ELECT and verb_form(token):
                yield _elected(scene, at, clause, k)
            elif token.lemma in _WIN and verb_form(token):
                yield _won(scene, at, clause, k)
            elif token.lemma in _PASS and verb_form(token) in ("fin", "short"):
                yield from _passed(scene, at, clause, k)
            elif token.lemma in _EXPRESS and verb_form(token) == "fin":
                yield _distrust(scene, at, clause, k)


def _elected(scene: Scene, at: int, clause: Clause, k: int) -> Mention | None:
    """«Был избран президентом Молдавии», «депутаты избрали президентом Х»: a vote of the state for the person."""
    form = verb_form(scene.sentence.tokens[k])
    if form == "part" and k != clause.predicate:
        return None  # «избранный лидер»
    chosen = objects(scene, clause, {"person"}) if form == "fin" else []
    if form == "fin":  # «избрали президентом Индии Драупади Мурму»: the office and its holder in one
        chosen += [a for a in scene.within(clause) if a.kind == "person" and a.case == "Ins" and not a.prep]
    who = Role(tuple(a for a in chosen if a.persons)[:1], 0.85)
    who = who if who.actors else subject(scene, at, {"person"})
    if not who.actors and clause.kind == "aside":  # «Медведева (избрался в 2008 году)»
        first = min(clause.tokens)
        who = Role(tuple(a for a in scene.actors if a.persons and a.last == first - 2), 0.8)
    office = next(
        (a for a in scene.within(clause) if a.kind == "person" and a.case == "Ins" and a.states and not a.persons),
        None,
    )
    if not who.actors or not who.actors[0].persons:
        return None
    return _vote(scene, clause, k, who, office.states if office else who.actors[0].states, [office] if office else [])


def _won(scene: Scene, at: int, clause: Clause, k: int) -> Mention | None:
    """«На выборах в Бразилии победил Х»: where the election was, or whose the winner is."""
    tokens = scene.sentence.tokens
    poll = next((j for j in clause.tokens if tokens[j].lemma in _POLL and tokens[j].pos == "NOUN"), -1)
    who = subject(scene, at, {"person", "organization"})
    winner = [a for a in who.actors if a.persons or a.ids[0].startswith("org:")]
    if poll < 0 or len(winner) != 1:
        return None
    near = range(poll + 1, poll + 5)
    held = [a for a in scene.actors if a.form == "adjective" and a.head in (poll, *near)]
    held += [
        a
        for a in scene.within(clause)
        if a.kind == "state" and ((a.prep == "в" and a.first in near) or (a.first == poll + 1 and a.case == "Gen"))
    ]
    state = held[0].states[:1] if held else winner[0].states if winner[0].persons else ()
    if not state and (only := remaining(scene, ())) is not None:
        state, who = (only,), Role(who.actors, 0.8 * who.certainty)
    if not state and scene.home is not None:
        state, who = (scene.home,), Role(who.actors, 0.5 * who.certainty)
    return _vote(scene, clause, k, Role((winner[0],), who.certainty), state, [*held[:1], poll])


def _vote(
    scene: Scene, clause: Clause, k: int, who: Role, source: tuple[str, ...], beside: Sequence[Actor | int]
) -> Mention | None:
    if len(source) != 1:
        return None
    winner = who.actors[0]
    period, dated, date_span = when(scene, clause, k)
    fields = {
        "kind": "event", "type": "vote", "source": list(source), "target": list(winner.persons[:1] or winner.ids[:1]),
        "period": str(period) if period else None,
    }  # fmt: skip
    sure = certainty(scene, clause, [winner], who.certainty, dated, 0.9 if beside else 0.7)
    return mention(scene.bundle, fields, stretch(scene, [k, *beside], date_span), of_clause(scene, clause, k), sure)


def _passed(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«Сенат одобрил договор», «за вступление в блок проголосовали 184 депутата»: the chamber's state votes."""
    if passive(scene, clause):
        inside = [a for a in scene.within(clause) if a.case == "Ins" and not a.prep and a.kind in _VOTERS]
        who = Role(tuple(a for a in inside if _votes(a)), 0.9)
    else:
        subjects = subject(scene, at, _VOTERS)
        who = Role(tuple(a for a in subjects.actors if _votes(a)), subjects.certainty)
    who = who if who.actors else _members(scene, at, clause, k)
    who = who if who.actors else _chamber(scene, clause)
    if not who.actors:
        return
    targets = _matter(scene, clause, {s for a in who.actors for s in a.states})
    counted = any(scene.sentence.tokens[j].pos == "NUM" for j in clause.tokens if abs(j - k) < 6)
    if not targets and (scene.lemma(k) not in _CAST or counted):
        return  # «за проголосовал 61 депутат»: a count, not what was decided
    period, dated, date_span = when(scene, clause, k)
    for actor in who.actors:
        fields = {
            "kind": "event", "type": "vote", "source": list(actor.ids[:1]),
            "target": list(dict.fromkeys(i for t in targets for i in t.ids[:1])),
            "period": str(period) if period else None,
        }  # fmt: skip
        sure = certainty(scene, clause, [actor, *targets], who.certainty, dated, 0.9 if targets else 0.5)
        span = stretch(scene, [k, actor, *targets], date_span)
        yield mention(scene.bundle, fields, span, of_clause(scene, clause, k), sure)


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
    target = list(dict.fromkeys(p for a in named for p in a.persons))[:1]
    period, dated, date_span = when(scene, clause, k)
    fields = {
        "kind": "event", "type": "vote", "source": list(who.actors[0].states[:1]), "target": target,
        "period": str(period) if period else None,
    }  # fmt: skip
    sure = certainty(scene, clause, list(who.actors), who.certainty, dated, 0.8 if target else 0.5)
    return mention(scene.bundle, fields, stretch(scene, [k, noun, *who.actors, *named[:1]], date_span),
                   of_clause(scene, clause, k), sure)  # fmt: skip


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
    return [a for a in obliques(scene, clause, ("против",), {"state"}) if not set(a.states) & own][:1]


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
