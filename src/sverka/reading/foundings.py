"""Foundings: when organizations, states and treaties came to be; an anniversary gives the year it implies."""

from collections.abc import Iterator
from dataclasses import replace

from sverka.claims import Mention
from sverka.claims.ids import name_of, prefix_of
from sverka.reading.ages import ENDED, anniversaries, completed
from sverka.reading.anaphora import antecedent, referred
from sverka.reading.beginnings import BEGUN, begun
from sverka.reading.bundle import Analysis
from sverka.reading.clauseroles import subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.drafts import certainty, stretch
from sverka.reading.founding_bodies import BODY_NOUNS, founded, founded_before, in_title, nameable, spoken_body
from sverka.reading.modality import of_clause, of_noun
from sverka.reading.scenes import BODIES, Role, Scene, scenes
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_MADE = words(
    """создать основать учредить образовать сформировать придумать провозгласить создавать основывать учреждать"""
)
_AROSE = words("""возникнуть появиться родиться образоваться возникать сложиться зародиться вырасти оформиться""")
_SIGNED = words("заключить подписать скрепить парафировать")
_NOUNS = words("создание основание образование учреждение рождение запуск возникновение появление")
_AHEAD = words("запланировать планировать планироваться наметить намечать намечаться готовить готовиться предстоять")

#: Without one of these (or an anniversary) a sentence tells of no beginning.
_TOLD_BY = _MADE | _AROSE | _SIGNED | _NOUNS | ENDED | BEGUN


def foundings(analysis: Analysis) -> list[Mention]:
    """Every founding a text states."""
    out: list[Mention] = []
    for scene in scenes(analysis):
        feast = any(d.relation == "anniversary" for d in scene.dates)
        if not feast and _TOLD_BY.isdisjoint(scene.sentence.lemmas):
            continue
        for at, clause in enumerate(scene.clauses):
            found = [
                *_verbal(scene, at, clause),
                *anniversaries(scene, at, clause),
                *completed(scene, at, clause),
                *_nominal(scene, clause),
                *begun(scene, at, clause),
            ]
            out.extend(m for m in found if m is not None)
    distinct: dict[tuple[object, ...], Mention] = {}
    for m in out:
        distinct.setdefault((m.proposition.parties, m.span[0] // 60), m)
    return list(distinct.values())


def _verbal(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    tokens, k = scene.sentence.tokens, clause.predicate
    if k < 0:
        return
    lemma, form = tokens[k].lemma, verb_form(tokens[k])
    if lemma in _SIGNED:
        yield from _unsigned(scene, at, clause)
        return
    if lemma not in _MADE | _AROSE:
        return
    if _compared(scene, clause):
        return
    role = _founded(scene, at, clause, active=lemma in _MADE and form in ("fin", "inf"))
    if not role.actors and clause.kind == "participle":
        role = _taken_for_a_place(scene, clause)
    if not role.actors and form == "short":
        role = founded_before(scene, clause)
    period, dated, date_span = when(scene, clause, k)
    undated = form == "short" and lemma in _MADE and any(not prefix_of(a.ids[0]) for a in role.actors[:1])
    if period is None and (lemma in _AROSE or form != "part") and not undated:
        return  # «ОДКБ была создана на основе договора»: of a known body, though nobody says when
    if lemma == "вырасти" and not any(a.prep == "из" for a in scene.within(clause)) and not _from_it(scene, clause):
        return
    for actor in role.actors[:1]:
        if not nameable(actor):
            continue
        modality = of_clause(scene, clause)
        factor = 1.0 if period is not None else 0.6
        sure = certainty(scene, clause, [actor], role.certainty, dated, factor)
        yield founded(scene, actor, period, stretch(scene, [k, actor], date_span), modality, sure)


def _compared(scene: Scene, clause: Clause) -> bool:
    """«созданный на два года позже, чем …»: an order, no date."""
    tokens, end = scene.sentence.tokens, max(clause.tokens)
    then = [tokens[j].text.lower() for j in range(end + 1, min(end + 3, len(tokens)))]
    return then == [",", "чем"] and tokens[end].text.lower() in ("позже", "раньше", "позднее", "ранее")


def _taken_for_a_place(scene: Scene, clause: Clause) -> Role:
    """«Трёхсторонняя комиссия, основанная в …»: a body by its noun, whatever the tagger took the name for."""
    found = antecedent(scene, clause, {"place"})
    if found is None or found.lemma not in BODY_NOUNS:
        return Role()
    name = f"org:{name_of(found.ids[0])}"
    return Role((replace(found, ids=(name,), kind="organization"),), 0.7)


def _from_it(scene: Scene, clause: Clause) -> bool:
    tokens = scene.sentence.tokens
    return any(
        tokens[k].text.lower() == "из" and tokens[k + 1].pos == "PRON" for k in clause.tokens if k + 1 < len(tokens)
    )


def _founded(scene: Scene, at: int, clause: Clause, active: bool) -> Role:
    """What was founded: object of an active verb, subject of others; «который» is what it describes."""
    if not active:
        return subject(scene, at, BODIES)
    things = [
        a
        for a in scene.within(clause)
        if a.kind in BODIES and not a.prep and not a.after_noun
        and (a.case in ("Acc", "Nom", "") or scene.sentence.tokens[a.head].text.isupper())
    ]  # fmt: skip
    things = [
        a for a in things if a.case in ("Acc", "") or a.head > clause.predicate or _made_by_others(scene, clause, a)
    ]
    if len(things) == 1:
        return Role((things[0],), 0.9)
    which = next((k for k in clause.tokens if scene.lemma(k) == "который"), -1)
    if clause.kind == "relative" and which >= 0 and scene.sentence.tokens[which - 1].pos != "ADP":
        found = antecedent(scene, clause, BODIES)
        return Role((found,), 0.8) if found else Role()
    it = next((k for k in clause.tokens if scene.sentence.tokens[k].text.lower() in ("его", "ее", "её")), -1)
    if it >= 0 and scene.sentence.tokens[it].pos == "PRON":
        return referred(scene, clause, "Fem" if scene.sentence.tokens[it].text.lower() != "его" else "Masc", BODIES)
    return Role()


def _made_by_others(scene: Scene, clause: Clause, actor: Actor) -> bool:
    """«ОПЕК создали», «Альянс учредили три страны»: a body whose number is not the verb's is no subject."""
    token = scene.sentence.tokens[actor.head]
    verb = scene.sentence.tokens[clause.predicate].feats.get("Number")
    return token.text.isupper() or (verb == "Plur" and token.feats.get("Number") == "Sing" and actor.chain < 0)


def _unsigned(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    """A treaty concluded, nobody named: «в Ташкенте подписали Договор о коллективной безопасности»."""
    period, dated, date_span = when(scene, clause, clause.predicate)
    number = scene.sentence.tokens[clause.predicate].feats.get("Number")
    nobody = number == "Plur" or verb_form(scene.sentence.tokens[clause.predicate]) == "short"
    if period is None or not nobody or subject(scene, at, {"state", "person", "organization"}).actors:
        return
    papers = [a for a in scene.within(clause) if a.kind == "treaty" and not a.prep and not a.after_noun]
    if verb_form(scene.sentence.tokens[clause.predicate]) == "fin" and _somebody(scene, clause, papers):
        return
    if clause.kind == "participle" or len(papers) != 1 or not nameable(papers[0]):
        return
    if any(a.kind in ("state", "person") and a.case == "Ins" for a in scene.within(clause)):
        return
    sure = certainty(scene, clause, papers, 0.9, dated)
    yield founded(
        scene,
        papers[0],
        period,
        stretch(scene, [clause.predicate, papers[0]], date_span),
        of_clause(scene, clause),
        sure,
    )


def _somebody(scene: Scene, clause: Clause, papers: list[Actor]) -> bool:
    """«стороны подписали», «столицы подписали»: a subject, though not by name."""
    tokens = scene.sentence.tokens
    inside = {j for p in papers for j in range(p.first, p.last + 1)}
    return any(
        tokens[j].pos in ("NOUN", "PROPN", "PRON") and tokens[j].feats.get("Case") == "Nom"
        for j in clause.tokens
        if j not in inside
    )


def _nominal(scene: Scene, clause: Clause) -> Iterator[Mention | None]:
    """«создание в 1963 году …», «с момента основания ШОС в 2001 году»: only with a date."""
    tokens = scene.sentence.tokens
    for k in clause.tokens:
        if tokens[k].lemma not in _NOUNS or tokens[k].pos != "NOUN" or in_title(scene, clause, k):
            continue
        what = next(
            (a for a in scene.actors if k < a.first <= k + 6 and a.kind in BODIES and a.case == "Gen" and not a.prep),
            None,
        )
        if what is None:
            what = next(iter(spoken_body(scene, k + 1).actors), None)
        period, dated, date_span = when(scene, clause, k)
        ahead = clause.predicate >= 0 and scene.lemma(clause.predicate) in _AHEAD and what is not None
        if ahead and what is not None and what.first <= k + 2 and nameable(what):
            parts: list[int | Actor] = [clause.predicate, k, what]
            yield founded(scene, what, period, stretch(scene, parts), "planned", 0.7 * dated)
            continue
        if what is None or period is None or date_span is None or not nameable(what):
            continue
        last = what.last if what in scene.actors else k + 2
        dated_at = scene.sentence.index_at(date_span[0])
        if not -3 <= dated_at - k <= (last - k) + 3 or any(tokens[j].text in ",;:" for j in range(last + 1, dated_at)):
            continue
        if any(tokens[j].pos == "VERB" or tokens[j].text in ",;:" for j in range(k, last)):
            continue
        yield founded(scene, what, period, stretch(scene, [k, what], date_span), of_noun(scene, k), 0.8 * dated)
