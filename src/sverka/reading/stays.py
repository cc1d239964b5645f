"""Visits told without a verb of travel: «Обама сейчас в Осло», «Обаму ждут в Осло», «два дня провёл в …»."""

from collections.abc import Iterator

from sverka.claims import Mention
from sverka.reading.clauseroles import objects, obliques, subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.drafts import certainty, stretch
from sverka.reading.modality import of_clause
from sverka.reading.occasions import foreseen
from sverka.reading.scenes import Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.visits import TRIPS, is_traveller, visit
from sverka.reading.wordlists import words

_AWAITING = words("ждать ожидать")
_SPENDING = words("провести проводить пробыть")
_WHILES = words("день сутки неделя час месяц выходной ночь вечер полдня")
#: Of somebody who is no home there: «Обама | впервые в Осло».
_NOW = words("сейчас впервые сегодня вчера завтра снова опять уже теперь")
_PLACES = frozenset({"state", "place"})
_SURE, _VERBLESS = 0.8, 0.5
_STAYING = _AWAITING | _SPENDING


def stays(scene: Scene) -> Iterator[Mention | None]:
    """Stays and awaited visits of a sentence."""
    if not scene.sentence.lemmas.isdisjoint(_STAYING):
        for at, clause, k in scene.having(_STAYING):
            if verb_form(scene.sentence.tokens[k]) == "fin":
                yield from _awaited(scene, clause, k) if scene.lemma(k) in _AWAITING else _spent(scene, at, clause, k)
    if not scene.sentence.lemmas.isdisjoint(_NOW):
        for clause in scene.clauses:
            if clause.predicate < 0:
                yield from _there(scene, clause)


def _hosts(scene: Scene, clause: Clause) -> list[Actor]:
    found = obliques(scene, clause, ("в", "на"), _PLACES)
    return [a for a in found if a.case in ("Loc", "") and a.form not in ("adjective", "demonym")][:1]


def _awaited(scene: Scene, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«В Пекине ждут президента», «Обаму ждут в Осло»: nobody in particular waits for somebody there."""
    if scene.sentence.tokens[k].feats.get("Number") != "Plur":
        return
    people = [a for a in objects(scene, clause, {"person"}) if a.persons and is_traveller(a)]
    for host in _hosts(scene, clause) if len(people) == 1 else ():
        period, dated, date_span = when(scene, clause, k)
        sure = certainty(scene, clause, [people[0], host], dated, _SURE)
        span = stretch(scene, [k, host, people[0]], date_span)
        yield visit(scene, people[0], host, period, span, "planned", sure)


def _spent(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«Двое суток провёл в Иране президент»: time spent, or a visit made, somewhere."""
    tokens = scene.sentence.tokens
    stayed = any(tokens[j].lemma in _WHILES and tokens[j].pos == "NOUN" for j in clause.tokens)
    visiting = any(tokens[j].lemma in TRIPS and tokens[j].feats.get("Case") == "Ins" for j in clause.tokens)
    who = subject(scene, at, {"person"})
    people = [a for a in who.actors if a.persons and is_traveller(a)]
    stayed = stayed or _days(scene, clause, k)
    for host in _hosts(scene, clause) if (stayed or visiting) and len(people) == 1 else ():
        period, dated, date_span = when(scene, clause, k)
        sure = certainty(scene, clause, [people[0], host], who.certainty, dated, _SURE)
        told = foreseen(scene, k, period, of_clause(scene, clause, k))
        yield visit(scene, people[0], host, period, stretch(scene, [k, host], date_span), told, sure)


def _days(scene: Scene, clause: Clause, k: int) -> bool:
    """«27 и 28 мая проведёт в Осло»: days are spent, nothing is held."""
    dates = [d for d in scene.dates if d.period is not None and d.period.grain == "day"]
    tokens = [scene.sentence.tokens[j] for j in clause.tokens]
    dated = any(d.start <= t.start < d.end for d in dates for t in tokens)
    held = (t for t in tokens if t.pos == "NOUN" and t.feats.get("Case") == "Acc")
    return dated and all(any(d.start <= t.start < d.end for d in dates) for t in held)


def _there(scene: Scene, clause: Clause) -> Iterator[Mention | None]:
    """«Обама сейчас в Осло», «где Меркель сейчас с визитом»: a person, a place and a time with no verb between."""
    tokens = scene.sentence.tokens
    if not any(tokens[j].lemma in _NOW for j in clause.tokens) or len(clause.tokens) > 14:
        return
    inside = scene.within(clause)
    people = [a for a in inside if a.persons and a.case == "Nom" and not a.prep and is_traveller(a)]
    for host in _hosts(scene, clause) if len(people) == 1 else ():
        period, dated, date_span = when(scene, clause, people[0].head)
        sure = certainty(scene, clause, [people[0], host], dated, _VERBLESS)
        yield visit(scene, people[0], host, period, stretch(scene, [people[0], host], date_span), "asserted", sure)
