"""Foundings: when organizations, states and treaties came to be; an anniversary gives the year it implies."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sverka.claims import Mention, Period
from sverka.claims.ids import name_of, prefix_of
from sverka.claims.vocabulary import Modality
from sverka.reading.anaphora import antecedent, referred
from sverka.reading.beginnings import begun
from sverka.reading.bundle import Analysis
from sverka.reading.clauseroles import subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import moved, starting, when
from sverka.reading.coordination import Actor
from sverka.reading.dates import When
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.founding_bodies import celebrated_after, founded_before, in_title, spoken_body
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
_BODY_NOUNS = words("комиссия комитет совет союз лига фонд институт клуб группа форум банк академия")
#: What a body may be called beside its own name.
_KINDS = _BODY_NOUNS | words("организация альянс блок содружество объединение сообщество пространство зона ассоциация")
_AHEAD = words("запланировать планировать планироваться наметить намечать намечаться готовить готовиться предстоять")
_KEPT = words("""отметить отмечать праздновать отпраздновать справить встретить исполниться стукнуть миновать""")
_YEARS = re.compile(r"[0-9]{1,4}")


def foundings(analysis: Analysis) -> list[Mention]:
    """Every founding a text states."""
    out: list[Mention] = []
    for scene in scenes(analysis):
        for at, clause in enumerate(scene.clauses):
            found = [
                *_verbal(scene, at, clause),
                *_anniversaries(scene, at, clause),
                *_completed(scene, at, clause),
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
        if not _nameable(actor):
            continue
        modality = of_clause(scene, clause)
        factor = 1.0 if period is not None else 0.6
        sure = certainty(scene, clause, [actor], role.certainty, dated, factor)
        yield _mention(scene, actor, period, stretch(scene, [k, actor], date_span), modality, sure)


def _compared(scene: Scene, clause: Clause) -> bool:
    """«созданный на два года позже, чем …»: an order, no date."""
    tokens, end = scene.sentence.tokens, max(clause.tokens)
    then = [tokens[j].text.lower() for j in range(end + 1, min(end + 3, len(tokens)))]
    return then == [",", "чем"] and tokens[end].text.lower() in ("позже", "раньше", "позднее", "ранее")


def _taken_for_a_place(scene: Scene, clause: Clause) -> Role:
    """«Трёхсторонняя комиссия, основанная в …»: a body by its noun, whatever the tagger took the name for."""
    found = antecedent(scene, clause, {"place"})
    if found is None or found.lemma not in _BODY_NOUNS:
        return Role()
    name = f"org:{name_of(found.ids[0])}"
    return Role((replace(found, ids=(name,), kind="organization"),), 0.7)


def _mention(
    scene: Scene, actor: Actor, period: Period | None, span: tuple[int, int], modality: Modality, sure: float
) -> Mention | None:
    if _of_another(scene, actor):
        return None
    said = starting(period)
    fields = {"kind": "founding", "what": actor.ids[0], "period": None if said is None else str(said)}
    return mention(scene.bundle, fields, span, modality, sure)


def _nameable(actor: Actor) -> bool:
    """Not «договор» alone, and no ministry or newspaper found by the tagger only in part."""
    return actor.kind != "treaty" or len(actor.ids[0].split()) > 1 or not actor.ids[0].startswith("treaty:")


def _of_another(scene: Scene, actor: Actor) -> bool:
    """«Учреждена администрация | ООН», «Турецкая республика | Северного Кипра»: a part of a body, a part of a name."""
    tokens, head = scene.sentence.tokens, scene.sentence.tokens[actor.head]
    named = [n for n in scene.bundle.names_in(head.start, tokens[actor.last].end) if n.id == actor.ids[0]]
    after = tokens[actor.last + 1] if actor.last + 1 < len(tokens) else None
    goes_on = after is not None and after.text[:1].isupper() and after.feats.get("Case") == "Gen"
    bracketed = bool(named) and scene.text[named[0].start - 1] == "("  # «партнёрство (РВЭП)» is one
    part = bool(named) and named[0].start > head.end and not bracketed and actor.lemma not in _KINDS
    if actor.kind == "organization":
        return part and not prefix_of(actor.ids[0])
    return actor.kind == "state" and goes_on


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
    if clause.kind == "participle" or len(papers) != 1 or not _nameable(papers[0]):
        return
    if any(a.kind in ("state", "person") and a.case == "Ins" for a in scene.within(clause)):
        return
    sure = certainty(scene, clause, papers, 0.9, dated)
    yield _mention(
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


def _anniversaries(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    """«договору исполнилось десять лет», «отмечает тридцатилетие», «к двадцатилетию договора»."""
    tokens = scene.sentence.tokens
    held = set(clause.tokens)
    for found in scene.dates:
        index = scene.sentence.index_at(found.end - 1)
        if found.relation != "anniversary" or index not in held or found.period is None:
            continue
        what, sure = _celebrated(scene, at, clause, index)
        if what is None or not _nameable(what):
            continue
        period, dated = _counted(scene, clause, found)
        verb = clause.predicate if clause.predicate >= 0 and tokens[clause.predicate].lemma in _KEPT else index
        span = stretch(scene, [verb, index, what], (found.start, found.end))
        yield _mention(scene, what, period, span, "asserted", certainty(scene, clause, [what], sure, dated))


def _completed(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    """«исполняется 30 лет договору», «ЕС исполнилось полвека» without a date of its own."""
    tokens, k = scene.sentence.tokens, clause.predicate
    if k < 0 or tokens[k].lemma not in ("исполняться", "исполниться") or scene.published is None:
        return
    if any(d.relation == "anniversary" for d in scene.dates):
        return
    counted = (j for j in clause.tokens if j and tokens[j].lemma in ("год", "лет"))
    years = next((j for j in counted if _YEARS.fullmatch(tokens[j - 1].text)), -1)
    shown = [a for a in scene.within(clause) if a.kind in BODIES and not a.prep and _nameable(a)]
    given = [a for a in shown if a.case == "Dat" or tokens[a.head].text.isupper()]
    if years < 0 or len(given) != 1:
        return
    said = when(scene, clause, k)[0]
    feast = said if said is not None and said.first is not None and not said.is_open else Period.of(scene.published)
    exact = feast if feast.grain != "day" or said else Period.of(scene.published.year)
    begun = moved(exact, -int(tokens[years - 1].text))
    if begun is None:
        return
    span = stretch(scene, [k, years, given[0]])
    yield _mention(scene, given[0], begun, span, "asserted", certainty(scene, clause, given, 0.85))


def _counted(scene: Scene, clause: Clause, found: When) -> tuple[Period | None, float]:
    """The year implied, counted from the date the sentence gives for the feast, else from publication."""
    assert found.period is not None
    published = scene.published
    held = set(clause.tokens) | {
        k for c in scene.clauses if scene.clauses.index(c) < scene.clauses.index(clause) for k in c.tokens
    }
    feasts = [
        d
        for d in scene.dates
        if d.relation == "in" and d.period is not None and d.period.first is not None and d.period.last is not None
        and scene.sentence.index_at(d.end - 1) in held and published is not None
        and abs(d.period.first.year - published.year) <= 1
    ]  # fmt: skip
    if published is None or found.period.first is None or len(feasts) != 1 or feasts[0].period is None:
        return found.period, 0.85
    years = published.year - found.period.first.year
    feast = feasts[0].period
    return moved(feast, -years), 0.95 if feast.grain == "day" else 0.9


def _celebrated(scene: Scene, at: int, clause: Clause, index: int) -> tuple[Actor | None, float]:
    after = next((a for a in scene.actors if a.first == index + 1 and a.kind in BODIES and a.case == "Gen"), None)
    if after is not None:
        return after, 0.95
    given = [a for a in scene.within(clause) if a.kind in BODIES and a.case == "Dat" and not a.prep]
    if len(given) == 1:
        return given[0], 0.95
    later, sure = celebrated_after(scene, index)
    if later is not None:
        return later, sure
    verb = clause.predicate
    if verb >= 0 and scene.lemma(verb) in _KEPT:
        role = subject(scene, at, BODIES)
        return (role.actors[0], role.certainty) if role.actors else (None, 0.0)
    return None, 0.0


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
        if ahead and what is not None and what.first <= k + 2 and _nameable(what):
            parts: list[int | Actor] = [clause.predicate, k, what]
            yield _mention(scene, what, period, stretch(scene, parts), "planned", 0.7 * dated)
            continue
        if what is None or period is None or date_span is None or not _nameable(what):
            continue
        last = what.last if what in scene.actors else k + 2
        dated_at = scene.sentence.index_at(date_span[0])
        if not -3 <= dated_at - k <= (last - k) + 3 or any(tokens[j].text in ",;:" for j in range(last + 1, dated_at)):
            continue
        if any(tokens[j].pos == "VERB" or tokens[j].text in ",;:" for j in range(k, last)):
            continue
        yield _mention(scene, what, period, stretch(scene, [k, what], date_span), of_noun(scene, k), 0.8 * dated)
