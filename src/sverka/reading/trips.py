"""Visits told by a noun: «визит Х в Чад», «в ходе своей поездки», «его визит», «визит, который нанёс в Чад Х»."""

from collections.abc import Iterator
from dataclasses import replace

from sverka.claims import Mention
from sverka.reading.anaphora import antecedent, referred
from sverka.reading.clauseroles import objects, subject
from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.drafts import stretch
from sverka.reading.occasions import of_occasion
from sverka.reading.scenes import Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.visits import COURSE, JOURNEYING, TRIPS, broken, describing, is_traveller, near_date, visit
from sverka.reading.whither import to_us
from sverka.reading.wordlists import words

_TRAVELLERS = frozenset({"person", "state"})
_PLACES = frozenset({"state", "place"})
_AWAITING = words("ждать ожидать")
_RECEIVING = words("принять принимать встретить встречать")
_MADE = words("совершить нанести совершать наносить начать завершить завершать начинать продолжить продолжать")
_WHOSE = {"его": "Masc", "ее": "Fem", "её": "Fem", "их": "Plur"}
#: How many sentences back a journey is still the one meant.
_FAR = 3


def trips(scene: Scene) -> Iterator[Mention | None]:
    """Visits of a sentence told by a noun."""
    for at, clause, k in scene.having(TRIPS):
        if scene.sentence.tokens[k].pos == "NOUN":
            yield from _trip(scene, at, clause, k)


def _trip(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«визит Ильхама Алиева в Тегеран», «визит в ИРИ президента Кореи», «во время своего визита в Москву»."""
    after = [a for a in scene.actors if k < a.first <= k + 12 and not broken(scene, k, a.first)]
    host = next(
        (a for a in after if a.prep in ("в", "на") and a.kind in ("state", "place") and a.form != "adjective"), None
    )
    host = host or next(iter(to_us(scene, clause, k)), None)
    verbs = [j for j in range(k + 1, min(k + 13, len(scene.sentence.tokens))) if _finite(scene, j)]
    own_words = [a for a in after if not verbs or a.last < verbs[0]]  # not «в ходе визита … | встретил глав стран»
    who = next((a for a in own_words if a.case == "Gen" and not a.prep and is_traveller(a)), None)
    factor = 0.9
    who = who or _guest(scene, clause, k) or _owner(scene, clause, k)
    if (told := _told_of_it(scene, k)) is not None:
        host, who = host or told[0], who or told[1]
    tokens = scene.sentence.tokens
    abroad = scene.lemma(k + 1) == "за" or tokens[k].feats.get("Number") == "Plur"  # «поездка за рубеж»: some other
    if host is None and who is not None and not abroad and (host := _journey_before(scene, who)) is not None:
        factor = 0.55
    awaited = who is not None and who.first < k and scene.lemma(clause.predicate) in _AWAITING
    if who is None:
        own = scene.lemma(k - 1) if k else ""
        made = clause.predicate >= 0 and scene.lemma(clause.predicate) in _MADE
        his = own == "свой" or made or any(scene.lemma(j) == "свой" for j in range(max(0, k - 3), k))
        meanwhile = not his and any(scene.lemma(j) in COURSE for j in range(max(0, k - 4), k))
        if his or meanwhile:  # «в ходе визита в Чили президент встретился …»: whoever acts is there
            role = subject(scene, at, _TRAVELLERS)
            who = next((a for a in role.actors if is_traveller(a) and (his or a.persons)), None)
            factor = role.certainty * (0.9 if his else 0.75)
    if host is None or who is None:
        return
    last = max(k, host.last, who.last)
    period, dated, date_span = near_date(scene, clause, k, last)
    inside = [p for p in (who, host) if p.first >= k]
    span = stretch(
        scene,
        [k, *inside],
        date_span if date_span and abs(date_span[0] - scene.sentence.tokens[k].start) < 160 else None,
    )
    yield visit(
        scene,
        who,
        host,
        period,
        span,
        "planned" if awaited else of_occasion(scene, clause, k, period),
        factor * dated * (0.95 if period else 0.85),
    )


def _owner(scene: Scene, clause: Clause, k: int) -> Actor | None:
    """«Его визит», «Умала, чей визит …»: whose it is as the word before it says."""
    tokens = scene.sentence.tokens
    for j in range(k - 1, max(k - 5, -1), -1):
        word = tokens[j].text.lower()
        if word in _WHOSE:
            found = referred(scene, clause, _WHOSE[word], {"person"}).actors
            people = [a for a in found if a.persons and is_traveller(a)]
            return replace(people[0], first=-1, last=-1, guessed=True) if len(people) == 1 else None
        if tokens[j].lemma == "чей" and clause.kind == "relative":
            found_by = antecedent(scene, clause, {"person"})
            return replace(found_by, first=-1, last=-1) if found_by is not None and is_traveller(found_by) else None
        if tokens[j].pos not in ("ADJ", "DET", "VERB"):
            return None
    return None


def _told_of_it(scene: Scene, k: int) -> tuple[Actor | None, Actor | None] | None:
    """«Визит, | который нанёс в Чад Х»: where and whose as the clause about it tells."""
    after = describing(scene, k)
    if after is None or scene.lemma(after.predicate) not in _MADE:
        return None
    at = scene.clauses.index(after)
    hosts = [a for a in scene.within(after) if a.kind in _PLACES and a.prep in ("в", "на") and a.form != "adjective"]
    agents = [a for a in scene.within(after) if a.case in ("Nom", "Ins") and not a.prep and is_traveller(a)]
    agents = agents or [a for a in subject(scene, at, {"person"}).actors if is_traveller(a)]
    return hosts[0] if hosts else None, agents[0] if agents else None


def _journey_before(scene: Scene, who: Actor) -> Actor | None:
    """Where a visit told without its host leads: to where the same person was said to travel just before."""
    here = scene.before
    for _ in range(_FAR):
        if here is None:
            return None
        same = any(set(a.persons or a.states) & set(who.ids) for a in here.actors)
        if same and not here.sentence.lemmas.isdisjoint(JOURNEYING):
            led = [a for a in here.actors if a.kind == "state" and a.form in ("noun", "capital")]
            led = [a for a in led if a.prep in ("в", "на") or (a.case == "Acc" and not a.prep)]
            led = [a for a in led if not set(a.ids) & set(who.ids)]
            one = len({a.ids for a in led}) == 1
            return replace(led[0], first=-1, last=-1, guessed=True) if one else None
        here = here.before
    return None


def _finite(scene: Scene, k: int) -> bool:
    return verb_form(scene.sentence.tokens[k]) == "fin"


def _guest(scene: Scene, clause: Clause, k: int) -> Actor | None:
    """«Ждёт премьера с визитом в Осло», «принял гостя с визитом»: whoever is received is the traveller."""
    led = any(scene.lemma(j) == "с" for j in range(max(0, k - 3), k))
    if not led or clause.predicate < 0 or scene.lemma(clause.predicate) not in _AWAITING | _RECEIVING:
        return None
    guests = [a for a in objects(scene, clause, {"person"}) if a.persons and a.last < k]
    return guests[0] if len(guests) == 1 else None
