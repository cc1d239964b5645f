"""The other side of a deed, where the clause does not say it in so many words.

«Направил войска для поддержки сирийской армии», «на побережье Сирии» say it by a noun more; «Турция решится на
санкции» in a sentence about Turkey and one other state leaves only that one.
"""

from collections.abc import Collection, Sequence

from sverka.claims.ids import prefix_of
from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.deed_rules import GOODS
from sverka.reading.phrases import FORCES, led_by
from sverka.reading.places import host_of
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

#: Parts of a country: what happens there happens in it.
PARTS = words(
    """территория побережье граница восток запад север юг северо-восток северо-запад юго-восток юго-запад база земля
    порт город регион провинция район часть окрестность берег акватория вода небо центр столица рубеж аэродром
    аэропорт область пустыня остров"""
)
#: Parts of a state that are called by their kind: «в провинции Х».
_UNITS = words("провинция округ район область штат деревня село город порт лагерь уезд департамент вилайет")
#: What of a state is struck as the state: «посольство Мексики».
_STRUCK = words("посольство консульство судно миссия деревня село")
_INTENT = words("отказ решение обещание попытка намерение готовность план предложение угроза желание")
_REACH = 10
_BESIDE = frozenset({"под", "близ", "возле", "около", "у", "вблизи"})
_TWO_SIDED = frozenset({"sanction", "aid", "attack", "deploy", "break", "withdraw"})
_FORCED = frozenset({"deploy", "withdraw"})
_HITTABLE = frozenset({"state", "place", "organization", "group"})
_PURPOSE = ("для", "ради")
_HELP = words("поддержка помощь защита спасение захват освобождение борьба оказание укрепление обучение охрана оборона")


def inside(scene: Scene, clause: Clause, preps: Collection[str]) -> list[Actor]:
    """States and places told as the owners of a part of them: «на | побережье Сирии», «в порты Ливии»."""
    tokens = scene.sentence.tokens
    out = []
    for actor in scene.within(clause):
        at = actor.first - 1
        beside = actor.prep in _BESIDE and at > 0
        at -= beside  # «на базу | под Дохой»
        if actor.kind not in ("state", "place") or not (actor.after_noun or beside) or tokens[at].lemma not in PARTS:
            continue
        at -= 1
        while at >= 0 and tokens[at].pos in ("ADJ", "DET", "NUM"):
            at -= 1
        if at >= 0 and tokens[at].text.lower() in preps:
            out.append(actor)
    return out


def struck_in(scene: Scene, clause: Clause) -> list[Actor]:
    """States and places told as the owners of a part of them that a verb takes as object: «бомбила | север Ирака»."""
    tokens = scene.sentence.tokens
    owned = [a for a in scene.within(clause) if a.kind in ("state", "place") and a.after_noun and a.first]
    parts = [a for a in owned if tokens[a.first - 1].lemma in PARTS | FORCES | _STRUCK]
    return [a for a in parts if tokens[a.first - 1].feats.get("Case") == "Acc" and not led_by(tokens, a.first - 1)]


def struck_at(scene: Scene, k: int, preps: Collection[str], barred: Collection[str] = ()) -> list[Actor]:
    """Whose the thing is that a strike goes at: «по | позициям ХАМАС», «по сирийским аэродромам», «по целям в …»."""
    tokens = scene.sentence.tokens
    stop = next((j for j in range(k + 1, len(tokens)) if tokens[j].text in ",;:–—()."), len(tokens))
    for at in range(k + 1, min(stop, k + _REACH)):
        if tokens[at].pos != "ADP" or tokens[at].text.lower() not in preps:
            continue
        hit = next((j for j in range(at + 1, min(stop, at + 5)) if tokens[j].pos == "NOUN"), -1)
        if hit < 0 or any(tokens[j].pos not in ("ADJ", "DET", "NUM", "VERB") for j in range(at + 1, hit)):
            continue
        hit_by = [a for a in scene.actors if a.kind in _HITTABLE and at < a.last and a.first < stop]
        hit_by = [a for a in hit_by if not set(a.ids) & set(barred)]
        described = [a for a in hit_by if a.form == "adjective" and a.head == hit]
        owners = [a for a in hit_by if a.first > hit and a.form != "adjective" and not a.prep and a.case in ("Gen", "")]
        within = [a for a in hit_by if a.first > hit and a.prep in ("в", "на") and a.case in ("Loc", "")]
        near = [a for a in (*described, *owners[:1], *within[:1]) if a.first <= hit + _REACH]
        if near:  # «по судам | США и Израиля»
            return [a for a in hit_by if a is near[0] or (a.chain >= 0 and a.chain == near[0].chain)]
    return []


def goods_of(scene: Scene, clause: Clause) -> list[Actor]:
    """Whose goods a measure is about: «пошлины на | китайскую сталь», «обложил | товары из Чили»."""
    adjectives = [a for a in scene.within(clause) if a.form == "adjective" and scene.lemma(a.head) in GOODS]
    made = [
        a for a in scene.within(clause) if a.prep == "из" and a.kind == "state" and scene.lemma(a.first - 2) in GOODS
    ]
    return adjectives + made


def shared(scene: Scene, at: int, clause: Clause) -> list[Actor]:
    """«Разорвали с Дохой отношения | и объявили блокаду»: the other side of the verb before it is that of both."""
    if clause.sign != "и" or not at or scene.clauses[at - 1].kind != "main":
        return []
    before = [a for a in scene.within(scene.clauses[at - 1]) if a.kind == "state" and a.form != "adjective"]
    aimed = [a for a in before if a.prep in ("с", "против")]
    return aimed if len(aimed) == 1 else []


def struck(
    scene: Scene, k: int, preps: Collection[str], found: Sequence[Actor], barred: Collection[str]
) -> list[Actor]:
    """Of those struck whoever owns what is struck, not the place it stands in: «на посольство Чада | в Каире»."""
    at = struck_at(scene, k, preps, barred)
    owner = at if at and (at[0].form == "adjective" or not at[0].prep) else []
    hit = [a for a in found if a.case != "Loc"]
    return hit if hit and (not owner or hit[0].first < owner[0].first) else owner or list(found) or at


def purpose(scene: Scene, clause: Clause, k: int) -> list[Actor]:
    """Whom a deed is for or aimed at by its purpose: «для захвата полуострова», «в поддержку …», «на помощь …»."""
    tokens = scene.sentence.tokens
    for j in clause.tokens:
        noun = j > k and tokens[j].pos == "NOUN" and tokens[j].lemma in _HELP
        led = noun and (tokens[j - 1].text.lower() in (*_PURPOSE, "в", "на") or tokens[j - 2].text.lower() in _PURPOSE)
        if led:
            near = [a for a in scene.within(clause) if j < a.last and a.first <= j + 3 and a.case in ("Gen", "Dat", "")]
            return [a for a in near if a.kind in ("state", "place") and not a.prep][:1]
    return []


def intending(scene: Scene, clause: Clause, k: int) -> Role | None:
    """Whose refusal, decision or attempt an infinitive tells: «отказ администрации | предоставить кредит»."""
    tokens = scene.sentence.tokens
    if verb_form(tokens[k]) != "inf":
        return None
    for j in range(k - 1, max(k - _REACH, -1), -1):
        if tokens[j].pos == "NOUN" and tokens[j].lemma in _INTENT:
            owner = [a for a in scene.actors if a.first == j + 1 and a.case == "Gen" and not a.prep]
            owner += [a for a in scene.actors if a.form == "adjective" and a.head == j]
            return Role(tuple(owner[:1]), 0.7) if owner else None
    return None


def remaining(scene: Scene, known: Collection[str]) -> str | None:
    """The one state a sentence names besides those known; None where there are none or several."""
    left = {
        s
        for a in scene.actors
        if a.kind in ("state", "person") and a.form != "pronoun" and not a.guessed
        for s in a.states
        if not prefix_of(s) and s not in known
    }
    return left.pop() if len(left) == 1 else None


def opposite(scene: Scene, known: Collection[str], kind: str, *, acting: bool) -> str | None:
    """The other side where nothing says it: the one other state of the sentence, of the two before, or the home.

    `acting`: who does it is known. Who is told only as a place («в Мали») acts nowhere; forces go there first.
    """
    if kind not in _TWO_SIDED:
        return None
    if kind == "attack" and not acting and not all(i.startswith("place:") for i in known):
        return None  # «захват Крыма» is of whoever it is about; a state may be attacked by anybody
    here: Scene | None = scene
    for _ in range(3):
        if here is None:
            break
        located = {a.ids for a in here.actors if a.kind == "state" and a.case == "Loc" and a.prep in ("в", "на")}
        states = {i for ids in located for i in ids if i not in known}
        if acting and kind in _FORCED and len(states) == 1:
            return states.pop()
        towns = {i for a in here.actors if a.form == "capital" and a.case == "Loc" and kind == "aid" for i in a.ids}
        if (other := remaining(here, {*known, *towns} if acting else {*known, *states})) is not None:
            return other
        here = here.before
    return scene.home if acting and scene.home is not None and scene.home not in known else None


def _told_in(scene: Scene, actor: Actor, barred: Collection[str]) -> tuple[str, ...]:
    """Where something struck lies; «деревни в провинции Х» lie in the state the text has just told of."""
    host = host_of(scene, actor)
    if actor.kind != "place" or actor.lemma not in _UNITS or not host or not host[0].startswith("place:"):
        return host
    here: Scene | None = scene
    for _ in range(3):
        if here is None:
            break
        located = [a for a in here.actors if a.kind == "state" and a.case == "Loc" and a.prep in ("в", "на")]
        states = {i for a in located for i in a.states if i not in barred and not prefix_of(i)}
        if states:
            return (states.pop(),) if len(states) == 1 else host
        here = here.before
    return host


def hosts(scene: Scene, targets: Sequence[Actor], barred: Collection[str] = ()) -> list[str]:
    """The ids of a deed's targets, each once; places beside the states they lie in are left out."""
    found = [i for i in dict.fromkeys(i for a in targets for i in _told_in(scene, a, barred)) if i not in barred]
    found = found or [i for a in targets if a.kind == "place" for i in a.ids]  # «режим атаковал Идлиб»: at home
    states = [i for i in found if prefix_of(i) != "place"]
    return states or found
