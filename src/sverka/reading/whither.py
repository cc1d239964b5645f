"""Where a journey goes that names no host: «туда», «оттуда», «к нам», or where the rest was just said to be held."""

from collections.abc import Collection
from dataclasses import replace

from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.places import host_of
from sverka.reading.scenes import Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_OCCASIONS = words(
    """саммит форум встреча переговоры заседание конференция сессия церемония инаугурация празднование торжество
    парад похороны юбилей съезд"""
)
_ELSEWHERE = frozenset({"домой", "обратно", "назад", "оттуда", "никуда"})


def thence(scene: Scene, host: Actor, k: int) -> list[Actor]:
    """«Улетел в Осло, а оттуда в Рейкьявик»: a journey that goes on without a verb of its own."""
    tokens = scene.sentence.tokens
    at = next((j for j in range(k + 1, min(k + 16, len(tokens))) if tokens[j].text.lower() == "оттуда"), -1)
    onward = [a for a in scene.actors if 0 <= at < a.first <= at + 6 and a.prep in ("в", "на") and a.case != "Loc"]
    onward = [a for a in onward if a.kind in ("state", "place") and a.ids != host.ids][:1]
    driven = onward and any(verb_form(tokens[j]) in ("fin", "short") for j in range(at, onward[0].first))
    return [] if driven else onward


def to_us(scene: Scene, clause: Clause, k: int) -> list[Actor]:
    """«К нам»: to the state the text is written from."""
    tokens = scene.sentence.tokens
    at = next((j for j in clause.tokens if tokens[j].text.lower() == "нам" and scene.lemma(j - 1) in ("к", "ко")), -1)
    if at < 0 or scene.home is None or abs(at - k) > 8:
        return []
    return [Actor(at, at, at, "Dat", "к", (scene.home,), "мы", "pronoun", "state", guessed=True)]


def hither(scene: Scene, k: int) -> list[Actor]:
    """«Сюда»: the town named last, in this sentence or the one before."""
    told = [a for a in scene.actors if a.last < k] + (list(scene.before.actors) if scene.before else [])
    towns = [a for a in told if (a.kind == "place" or a.form == "capital") and a.case == "Loc"]
    return [replace(towns[0], guessed=True)] if len({a.ids for a in towns}) == 1 else []


def thither(scene: Scene, clause: Clause, k: int, journeys: Collection[str]) -> list[Actor]:
    """«В Осло открывается саммит; главы А и Б | уже прилетели»: to the one place told of just before."""
    words_ = {scene.sentence.tokens[j].text.lower() for j in clause.tokens}
    if words_ & _ELSEWHERE or any(a.prep in ("в", "на", "к", "из", "с") for a in scene.within(clause)):
        return []
    here: Scene | None = scene
    for _ in range(3):
        if here is None:
            return []
        told = [a for a in here.actors if a.kind in ("state", "place") and a.form in ("noun", "capital")]
        told = [a for a in told if a.prep in ("в", "на") and (here is not scene or a.last < k)]
        if told and here is not scene and here.sentence.lemmas.isdisjoint(_OCCASIONS.union(journeys)):
            return []
        if told:
            one = len({host_of(here, a) for a in told}) == 1
            return [replace(told[0], ids=host_of(here, told[0]), first=-1, last=-1, guessed=True)] if one else []
        here = here.before
    return []
