"""Items of a ballot: the party or person a number is bound to – «у Х 48», «Х (12 %)», «соперник Х – 16 %», «за Х 28 %».

The item stands right before the number, so neither the case that a tagger gave nor a verb is asked for. Where the same
is told again in another unit («подано 6 млн голосов, или 81 %») the number has the winner of the one before.
"""

import re
from collections.abc import Sequence

from sverka.reading.document import Name
from sverka.reading.nearby import CLOSING
from sverka.reading.quantities import Amount
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Scene
from sverka.reading.wordlists import words

#: What may stand between an item and its number.
_SIGNS = frozenset({"(", "–", "—", "-", ":"})
_HEDGES = words(
    """лишь только всего почти около свыше более примерно уже теперь сейчас по-прежнему будет было осталось остается
    отдать отдано подано подать проголосовать голосовать оказаться быть оказалось сразу целый даже ровно"""
)
#: Who stands behind one of these does not have the votes told of next.
_ASIDE = frozenset({"от", "на", "в", "во", "по", "о", "об", "из", "к", "ко", "при", "до", "против", "перед", "над"})
_CAST = words("поддержать поддерживать проголосовать голосовать избрать выбрать предпочесть")
#: How many words may stand between.
_MOST = 4
_AGAIN = re.compile(
    r"(?:голос\w{0,2}|человек\w?|избирател\w{1,3}|бюллетен\w{1,3}|граждан\w?|процент\w{0,2}|%|мандат\w{0,2}|мест\w?)"
    r",? (?:или|то есть|что составляет|это)(?: (?:почти|около|более|примерно|лишь))? $"
)


def bound(scene: Scene, runners: Sequence[tuple[int, Name]], token: int) -> tuple[int, Name] | None:
    """The party or person that stands right before the number at `token`."""
    tokens = scene.sentence.tokens
    at, signs = token - 1, 0
    while at >= 0 and token - at <= _MOST and (tokens[at].text in _SIGNS or tokens[at].lemma in _HEDGES):
        signs += tokens[at].text in _SIGNS
        at -= 1
    at, whom = _behind_which(scene, at), at
    signs += whom != at
    if at >= 0 and tokens[at].text in CLOSING:
        at -= 1
    for i, name in runners:
        if not i <= at or scene.sentence.index_at(name.end - 1) != at:
            continue
        preposition = preposition_of(scene.sentence, i)
        if preposition in ("у", "за") or (signs and preposition not in _ASIDE):
            return i, name
    return None


def _behind_which(scene: Scene, at: int) -> int:
    """«Х, которую поддержали 2 %», «Y, за которого проголосовали 30»: where the one stands whom «который» means."""
    tokens = scene.sentence.tokens
    which = at - 1 if tokens[at].lemma in _CAST else at
    if which < _MOST or tokens[which].lemma != "который":
        return at
    comma = which - 2 if tokens[which - 1].text.lower() == "за" else which - 1
    return comma - 1 if tokens[comma].text == "," else at


def told_again(scene: Scene, amount: Amount) -> bool:
    """True for a number that tells the one right before it in another unit: «6 млн голосов, или 81 %»."""
    end = amount.start - scene.sentence.start
    return _AGAIN.search(scene.text[max(0, end - 60) : end]) is not None
