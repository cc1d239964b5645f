"""Territories and the rated: parties of a figure that are no states – «в Квебеке», «на Африку приходится», «рейтинг …».

Goods flow between states; people, votes, fuel and output may be those of a region or a part of the world. A poll is
also about the person whom a people is asked to rate.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from sverka.reading.cities import state_of_city
from sverka.reading.document import Name
from sverka.reading.morphology import analyses
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Scene

#: Metrics that are told of regions too.
_REGIONAL = frozenset(
    {"population", "migration", "poll", "jobs", "energy.share", "energy.volume", "gdp", "gdp.share", "gdp.growth",
     "casualties", "tourism", "inflation", "income", "transit", "investment", "aid", "military.personnel"}
)  # fmt: skip
#: What goes into a region: «вложил в Африку», «ввёл в Карабах».
_REACHED = frozenset({"investment", "aid", "military.personnel"})
#: Parts of the world, which lie in no state.
_WIDE = re.compile(
    r"евр(?:оп|ази)|ази[яи]|африк|америк|океани|(?:ближн|средн)\w{1,4} восток|атр$|кариб|залив|балкан|прибалт|балти|"
    r"скандинав|магриб|сахел|сахар|индокита|арктик|антаркти"
)
_RATED = re.compile(r"(?<!\w)(?:рейтинг|довер|недовер|одобр|поддерж|симпати|сторонник|голосова)\w*")
_FALLS_ON = re.compile(r"(?<!\w)(?:приход|приш[ло]|прид[её]тся)\w*")
_OBJECTS = frozenset({"Gen", "Dat", "Acc"})


def spots(scene: Scene, metric: str, names: Mapping[int, Sequence[Name]]) -> dict[int, list[Name]]:
    """The names that may be parties of a metric, by token: those given, and the regions and persons it is told of."""
    out = {i: list(ns) for i, ns in names.items()}
    for i, name in _besides(scene, metric):
        out.setdefault(i, []).append(name)
    return out


def _besides(scene: Scene, metric: str) -> Iterator[tuple[int, Name]]:
    if not scene.others or metric not in _REGIONAL:
        return
    rated = metric == "poll" and _RATED.search(scene.text) is not None
    for i, name in scene.others:
        case = scene.sentence.tokens[i].feats.get("Case")
        if name.kind == "person":
            if rated and case in _OBJECTS:
                yield i, name
        elif not _common(scene.sentence.tokens[i].text, i) and _is_told_of(scene, i, metric, case or ""):
            yield i, name


def _is_told_of(scene: Scene, i: int, metric: str, case: str) -> bool:
    """True for a region that a metric is told of; what goes into one is told of it, but not of a city."""
    if metric not in _REACHED:
        return not _entered(scene, i, case)
    return not _entered(scene, i, "") and state_of_city(scene.sentence.tokens[i].lemma) is None


def _common(word: str, i: int) -> bool:
    """True for an ordinary word that begins a sentence: «Союз Боливии и Парагвая»."""
    found = analyses(word) if i == 0 else ()
    return bool(found) and found[0].source == "dictionary" and found[0].pos not in ("PROPN", "ADJ")


def _entered(scene: Scene, i: int, case: str) -> bool:
    """True for a way («вторжение в Крым», «от Петербурга до …»), which is not where people are counted."""
    preposition = preposition_of(scene.sentence, i)
    if preposition in ("от", "до", "под", "близ", "около", "через"):
        return True
    return preposition in ("в", "во", "на") and case == "Acc" and _FALLS_ON.search(scene.text) is None


def beyond_states(parties: Sequence[str]) -> bool:
    """True if nobody of the parties is a state or an organization."""
    return bool(parties) and all(p.startswith(("place:", "person:")) for p in parties)


def lies_in_a_state(party: str) -> bool:
    """True for a region that is no part of the world of its own: «Квебек», but not «Африка»."""
    return party.startswith("place:") and _WIDE.search(party.removeprefix("place:").lower()) is None
