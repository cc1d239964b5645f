"""Places not told in full: «лидером остаются США», «на пятом месте Индия», «наибольшее число приходится на А»."""

from collections.abc import Sequence

from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.document import Token
from sverka.reading.scenes import Scene
from sverka.reading.superlative_words import LISTS, RATING, measure
from sverka.reading.wordlists import words

_COPULAS = words("быть являться стать становиться остаться оставаться считаться оказаться")
_STILL = words("по-прежнему теперь снова вновь опять традиционно здесь тут")
#: What most of something may be of, and whose share of it is told after «на».
_AMOUNTS = words("число количество доля часть объем большинство")
_PEOPLES = words("житель гражданин выходец уроженец доля рынок территория страна")
#: How many sentences may stand between the list and a place in it.
_BACK = 7


def predicative(tokens: Sequence[Token], k: int) -> bool:
    """«Лидером остаются США», «лидером рейтинга стала Индия»: the first of those spoken of, nobody's officer."""
    if tokens[k].lemma != "лидер" or tokens[k].feats.get("Case") != "Ins" or tokens[k].feats.get("Number") == "Plur":
        return False
    at = k + 1
    while at < len(tokens) and (tokens[at].lemma in LISTS or tokens[at].pos in ("ADV", "PART") or at == k):
        at += 1
    while at < len(tokens) and at < k + 6 and tokens[at].text.lower() in _STILL:
        at += 1
    return at < len(tokens) and tokens[at].lemma in _COPULAS


def of_several(scene: Scene, k: int) -> bool:
    """«Десять государств, лидирующих по расходам»: told of them all, of none alone."""
    tokens = scene.sentence.tokens
    if tokens[k].feats.get("VerbForm") != "Part":
        return False
    before = tokens[k - 2] if k > 1 and tokens[k - 1].text == "," else tokens[k - 1]
    return not any(a.kind == "state" and tokens[a.last].start == before.start for a in scene.actors)


def spoken_measure(scene: Scene) -> str:
    """What a place is a place in where its words do not say: as told in its sentence, or in those before that rank."""
    here: Scene | None = scene
    ranks = True  # and so does whatever stands right before a sentence that ranks
    for _ in range(_BACK):
        said = scene.text[here.sentence.start : here.sentence.end].lower() if here is not None else ""
        rated = RATING.search(said) is not None
        found = measure(said, "") if ranks or rated else ""
        if found == "budget" and here is not None and here.before is not None:  # «урезал расходы»: which they were
            above = here.before.sentence
            told = measure(scene.text[above.start : above.end].lower(), "")
            return told if told == "military.spending" else found
        if found or here is None:
            return found or "other"
        here, ranks = here.before, rated
    return "other"


def fallen_on(scene: Scene, clause: Clause, head: int) -> list[Actor]:
    """«Наибольшее число беженцев приходится на Сирию», «… на жителей Сирии»: whose most of something is."""
    tokens = scene.sentence.tokens
    if tokens[head].lemma not in _AMOUNTS or clause.predicate < 0:
        return []
    if scene.lemma(clause.predicate) not in ("приходиться", "прийтись"):
        return []
    out = []
    for actor in scene.within(clause):
        lent = actor.first >= 2 and tokens[actor.first - 1].lemma in _PEOPLES and tokens[actor.first - 2].lemma == "на"
        born = actor.prep == "из" and actor.first >= 3 and tokens[actor.first - 2].lemma in _PEOPLES
        if actor.kind == "state" and (actor.prep == "на" or born or (lent and actor.case == "Gen")):
            out.append(actor)
    return out if len(out) == 1 or all(a.chain == out[0].chain >= 0 for a in out) else []
