"""Memberships: who joined, left, belongs to, observes or stands outside an organization."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sverka.claims import Mention
from sverka.reading.anaphora import antecedent
from sverka.reading.bundle import Analysis
from sverka.reading.clauseroles import doer, objects, subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import UNSURE, starting, when
from sverka.reading.coordination import Actor, unchanging
from sverka.reading.document import Token
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.joinable import fields, joinable, locative, names_body
from sverka.reading.member_counts import counted
from sverka.reading.member_lists import of_many
from sverka.reading.membership_asides import asides
from sverka.reading.membership_bearing import bearing
from sverka.reading.membership_called import called
from sverka.reading.membership_cells import elided, gapped, in_cell, own_date
from sverka.reading.membership_company import bygone, company, distinct
from sverka.reading.membership_groups import of_groups
from sverka.reading.membership_intents import intents
from sverka.reading.membership_nouns import NOUNS, TITLES, nominal, titular
from sverka.reading.membership_places import organizations_after, ranks_left
from sverka.reading.membership_terms import TERMS, of_terms, standing
from sverka.reading.membership_undone import resolved, under_way
from sverka.reading.modality import of_clause
from sverka.reading.morphology import analyses
from sverka.reading.regions import members_of
from sverka.reading.scenes import STATES, Role, Scene, scenes
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words
from sverka.record import states

_JOIN = words(
    """вступить вступать войти присоединиться присоединяться примкнуть попасть прийти вернуться влиться пробиться
    приняться ворваться возвратиться вливаться записаться записываться подключиться примыкать втянуться"""
)
_BELONG = words("входить состоять значиться числиться пребывать оставаться остаться находиться быть участвовать")
#: Verbs that may say less than membership.
_WEAK, _WEAK_SURE = frozenset({"участвовать", "принадлежать"}), 0.6
_BE = frozenset({"быть", "оставаться", "остаться", "находиться"})
_ARRIVE = words("оказаться очутиться")  # an entry where a date is given
_LEAVE = words("выйти выходить уйти уходить выбыть хлопнуть хлопать ретироваться выписаться")
_ADMIT = words("принять принимать допустить пустить впустить взять зачислить вернуть возвращать включить")
_EXPEL = words("исключить исключать изгнать выгнать вывести вышвырнуть выставить удалить")
_QUIT = frozenset({"покинуть", "покидать", "бросить"})
_PART = words("расстаться расставаться распрощаться попрощаться порвать")  # with what is left after «с»
_COUNTRIES = frozenset({"страна", "государство", "республика", "держава"})
_BODIES = frozenset({"organization", "group", "treaty"})
_TOGETHER = frozenset({"вместе", "наряду", "следом", "вслед", "заодно"})
_SEEK = words("стремиться рваться проситься попроситься нацелиться")
_VERBS = _JOIN | _ARRIVE | _BELONG | _LEAVE | _EXPEL | _ADMIT | _QUIT | _PART | _SEEK | {"принадлежать"}


def memberships(analysis: Analysis) -> list[Mention]:
    """Every membership a text states: one for each state and organization."""
    out: list[Mention] = []
    for scene in scenes(analysis):
        told = distinct([m for m in _told(scene) if m is not None and not bygone(m)])
        out += [*told, *company(scene, told)]
    return out


def _told(scene: Scene) -> Iterator[Mention | None]:
    lemmas = scene.sentence.lemmas
    verbs, nouns, terms = (not lemmas.isdisjoint(asked) for asked in (_VERBS, NOUNS, TERMS))
    titles = True in [lemma.endswith(TITLES) for lemma in lemmas]
    for at, clause in enumerate(scene.clauses) if verbs or nouns or terms or titles else ():
        yield from _verbal(scene, at, clause) if verbs else ()
        yield from titular(scene, at, clause) if titles else ()
        yield from nominal(scene, clause) if nouns else ()
        yield from of_terms(scene, at, clause) if terms else ()
    if names_body(scene):
        yield from gapped(scene, _entering)
        yield from elided(scene, _entering)
        yield from of_many(scene)
        yield from asides(scene, _described)
        for actor in scene.actors:
            yield from of_groups(scene, actor) if actor.kind in _BODIES else ()
    yield from counted(scene)
    yield from called(scene)
    yield from intents(scene)
    yield from bearing(scene)


def _entering(scene: Scene, k: int) -> tuple[str, str]:
    """Status and preposition of a verb that says somebody joins, belongs or leaves; ("", "") for other words."""
    if not verb_form(scene.sentence.tokens[k]):
        return "", ""
    at = scene.clause_of(k)
    return _verb(scene, scene.clauses[at], k, scene.lemma(k)) if at >= 0 else ("", "")


def _described(scene: Scene, k: int, lemma: str) -> tuple[str, str]:
    """Status and preposition of a participle, whatever the tagger takes it for."""
    at = scene.clause_of(k)
    return _verb(scene, scene.clauses[at], k, lemma) if at >= 0 else ("", "")


def _verbal(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    tokens = scene.sentence.tokens
    for k in clause.tokens:
        lemma = tokens[k].lemma
        form = verb_form(tokens[k]) if lemma in _VERBS else ""
        if form == "inf" and k and tokens[k - 1].lemma in ("приглашение", "предложение"):
            continue  # told by the noun
        if not form or (form == "part" and clause.kind != "participle" and k != clause.predicate):
            continue
        status, prep = _verb(scene, clause, k, lemma)
        if not status or (lemma in _BELONG and any(tokens[j].lemma == "качество" for j in clause.tokens)):
            continue  # «участвует в качестве наблюдателя» is told by its noun
        status = standing(scene, clause) or status if lemma in _JOIN | _ADMIT else status
        if lemma in _QUIT:
            bodies = [
                a
                for a in scene.within(clause)
                if joinable(a) and not a.prep and a.case in ("Acc", "Gen", "Nom") and not a.after_noun
            ]
            subject_ids = {i for a in subject(scene, at, STATES).actors for i in a.ids}
            bodies = [b for b in bodies if not set(b.ids) & subject_ids]
            after = [a for a in scene.within(clause) if a.kind == "state" and not a.prep and a.first > k]
            away = any(a.case == "Acc" for a in after)  # «контингент ОДКБ покидает Казахстан»
            bodies = [b for b in bodies if b.first > k or not away]
            bodies, sure = (bodies, 0.95) if bodies else ranks_left(scene, k)
        else:
            bodies, sure = organizations_after(scene, clause, prep)
            if not bodies and prep == "в" and lemma in _JOIN:
                bodies, sure = organizations_after(scene, clause, "к")
        if not bodies and prep and lemma in _JOIN | _LEAVE:
            bodies, sure = _carried(scene, at, clause, prep)
        bodies = _nearest(scene, k, bodies)
        if not bodies or (lemma in _BELONG and lemma not in ("входить", "состоять") and not locative(bodies)):
            continue
        who = _who(scene, at, clause, k)
        if lemma in _SEEK and any(a.form == "demonym" for a in who.actors):
            continue  # «афганцы рвутся в Евросоюз»: people, no state
        yield from _claims(scene, clause, k, status, who, bodies, sure * (_WEAK_SURE if lemma in _WEAK else 1.0))


def _carried(scene: Scene, at: int, clause: Clause, prep: str) -> tuple[list[Actor], float]:
    """What the verb before was told of, where this one names nothing: «вступила Армения, а за ней вошла и Киргизия»."""
    tokens, dated = scene.sentence.tokens, [(d.start, d.end) for d in scene.dates]
    ruled = [k for k in clause.tokens if tokens[k].text.lower() in (prep, prep + "о") and k + 1 < len(tokens)]
    if any(not any(s <= tokens[k + 1].start < e or s <= tokens[k].start < e for s, e in dated) for k in ruled):
        return [], 0.0
    for earlier in reversed(scene.clauses[:at]):
        for k in reversed(earlier.tokens):
            status, said = _entering(scene, k)
            if status:
                bodies, sure = organizations_after(scene, earlier, said)
                return bodies, sure * 0.8
    return [], 0.0


def _nearest(scene: Scene, k: int, bodies: list[Actor]) -> list[Actor]:
    """Of several organizations those the verb stands with, between the same signs; right after it first."""
    if any(b not in scene.actors for b in bodies):
        return bodies
    beside = [b for b in bodies if in_cell(scene, b, k)]
    alike = [b for b in bodies if any(b.chain >= 0 and b.chain == o.chain for o in beside)]
    with_it = [b for b in bodies if b in beside or b in alike] or bodies
    after = [b for b in with_it if k < b.first <= k + 3]
    groups = {b.chain if b.chain >= 0 else -2 - b.first for b in with_it}
    if len(groups) < 2 or not after:
        return with_it
    return [b for b in with_it if b is after[0] or (b.chain >= 0 and b.chain == after[0].chain)]


def _verb(scene: Scene, clause: Clause, k: int, lemma: str) -> tuple[str, str]:
    """Status and preposition a verb calls for; ("", "") for other verbs."""
    if lemma in _JOIN:
        return "joined", "к" if lemma in ("присоединиться", "присоединяться", "примкнуть", "примыкать") else "в"
    if lemma == "принадлежать":
        return "member", "к"
    if lemma in _BELONG and lemma not in _BE:
        return "member", "в"
    if lemma in ("хлопнуть", "хлопать") and not any(scene.lemma(j) == "дверь" for j in clause.tokens):
        return "", ""
    if lemma in _LEAVE or lemma in _EXPEL:
        return "left", "из"
    if lemma in _ADMIT | _ARRIVE:
        return "joined", "в"
    if lemma in _QUIT:
        return "left", ""
    if lemma in _PART:
        return "left", "с"
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
        which = next((j for j in clause.tokens if scene.lemma(j) == "который" and tokens[j - 1].pos != "ADP"), -1)
        if clause.kind == "relative" and which >= 0 and tokens[which].feats.get("Case") in ("Acc", "Gen"):
            described = antecedent(scene, clause, STATES)  # «Черногория, которую приняли в …»
            return Role((described,), 0.85) if described is not None else Role()
        bare = [a for a in scene.within(clause) if a.kind == "state" and not a.prep and not a.after_noun]
        if len(bare) == 1 and bare[0].form == "noun" and unchanging(tokens, bare[0]):
            return Role((bare[0],), 0.8)
        impersonal = tokens[k].feats.get("Number") == "Plur" and not any(a.plural for a in bare)
        alike = {a.chain if a.chain >= 0 else -2 - a.first for a in bare}
        fits = all(_accusative(tokens, a) for a in bare) and verb_form(tokens[k]) == "fin"
        if impersonal and len(alike) == 1 and fits:
            return Role(tuple(bare), 0.8)  # «в Х примут Иран и Ирак»: nobody else is said to do it
        people = [a for a in bare if a.form == "demonym"]
        if len(people) == 1 and people[0].plural and people[0].case in ("Acc", "Gen"):
            return Role((people[0],), 0.85)
        return Role()
    role = doer(scene, at, k, STATES)
    members = [a for a in role.actors if a.kind == "state"]
    if role.actors and members and verb_form(tokens[k]) == "inf" and members[0].case == "Dat":
        members = [a for a in scene.actors if a in members or (a.chain == members[0].chain >= 0 and a.kind == "state")]
    if not members and clause.kind == "participle" and at:  # «стал 27-й страной, вступившей в Х»
        before, outer = min(clause.tokens) - 2, scene.clauses[at - 1]
        if scene.lemma(before) in _COUNTRIES and tokens[before].feats.get("Case") == "Ins" and before in outer.tokens:
            role = subject(scene, at - 1, STATES)
            members = [a for a in role.actors if a.kind == "state"]
    if not members:
        regions = [a for a in subject(scene, at, {"place"}).actors if members_of(a)]
        return Role(tuple(replace(a, ids=members_of(a)) for a in regions), 0.8 if regions else 0.0)
    both = tokens[k].feats.get("Number") == "Plur" and len(members) == 1 and not members[0].plural
    for actor in scene.within(clause):
        joint = both and actor.first == members[0].last + 2  # «Болгария с Румынией вошли»
        beside = (
            actor.prep in ("с", "со")
            and actor.kind == "state"
            and (joint or any(scene.lemma(j) in _TOGETHER for j in range(max(0, actor.first - 3), actor.first)))
        )
        if beside:
            members += [a for a in scene.actors if a is actor or (a.chain == actor.chain >= 0 and a not in members)]
    return Role(tuple(dict.fromkeys(members)), role.certainty)


def _accusative(tokens: Sequence[Token], actor: Actor) -> bool:
    """True for a form that can be accusative, whatever the tagger chose."""
    return any(a.feats.get("Case") == "Acc" for a in analyses(tokens[actor.head].text))


def _claims(
    scene: Scene, clause: Clause, k: int, status: str, who: Role, bodies: list[Actor], sure: float
) -> Iterator[Mention | None]:
    period, dated, date_span = when(scene, clause, k)
    if len({b.chain if b.chain >= 0 else -2 - b.first for b in bodies}) > 1 and all(b in scene.actors for b in bodies):
        first = bodies[0]
        bodies = [b for b in bodies if b is first or (b.chain >= 0 and b.chain == first.chain)]
        others = [a.first for a in scene.actors if joinable(a) and a.first > bodies[-1].last]
        stop = scene.sentence.tokens[min(others)].start if others else scene.sentence.end
        if date_span is not None and date_span[0] >= stop:
            own = own_date(scene, bodies[-1])
            period, date_span, dated = (
                (own.period, (own.start, own.end), 0.9) if own is not None else (None, None, UNSURE)
            )
    if date_span is not None and bodies[0] in scene.actors and not in_cell(scene, bodies[0], k):
        told = scene.sentence.index_at(date_span[0])
        dated = UNSURE if k < told < bodies[0].first else dated  # «вышла из переговоров в 2005-м, из СНГ – нет»
    if scene.lemma(k) in _ARRIVE and period is None:
        return
    modality = resolved(scene, k) or of_clause(scene, clause, k)
    joining = status == "joined" and period is None and verb_form(scene.sentence.tokens[k]) == "fin"
    if modality == "denied" and (status == "member" or joining):  # «так и не вступила»: it is not in
        ahead = scene.sentence.tokens[k].feats.get("Tense") == "Fut"  # «не вступит»: whether it is in is not said
        status, modality = "none", "planned" if ahead else "asserted"
    if modality == "asserted" and period is None and status in ("joined", "left") and under_way(scene, k):
        modality = "planned"
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
                    fields(state, body, status, period),
                    stretch(scene, parts, date_span),
                    modality,
                    certainty(scene, clause, [actor, body], who.certainty, sure, dated),
                )
