"""The order an editor needs: what fails first, what is routine folded into a line, judgements last."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sverka.checking.finding import Verdict
from sverka.reports.cards import Card
from sverka.reports.words import Language, plural, say

_FIRST = (Verdict.FAILS, Verdict.DEPENDS, Verdict.DISPUTED, Verdict.TOO_CLOSE)
#: Kinds that say a number or a place: shown one by one also when they hold.
_TELLING = ("figure", "change", "extreme", "rank", "compare")


@dataclass(frozen=True, slots=True)
class Desk:
    """Cards laid out: `shown` one by one in order, `folded` by kind, `unchecked` with no verdict."""

    shown: tuple[Card, ...]
    folded: tuple[tuple[str, tuple[Card, ...]], ...]
    unchecked: tuple[Card, ...]


def lay_out(cards: Iterable[Card]) -> Desk:
    """Sort cards for an editor; inside each group the order of the text is kept."""
    ranked: list[tuple[int, Card]] = []
    folded: dict[str, list[Card]] = {}
    unchecked: list[Card] = []
    for card in cards:
        if card.verdict in _FIRST:
            ranked.append((_FIRST.index(card.verdict), card))
        elif card.verdict == Verdict.NOT_CHECKABLE:
            unchecked.append(card)
        elif card.verdict == Verdict.NOT_COVERED:
            ranked.append((len(_FIRST) + 1, card))
        elif card.kind in _TELLING:
            ranked.append((len(_FIRST), card))
        else:
            folded.setdefault(card.kind, []).append(card)
    ranked.sort(key=lambda pair: pair[0])
    unchecked.sort(key=lambda card: card.kind == "thesis")
    groups = tuple((kind, tuple(list_)) for kind, list_ in folded.items())
    return Desk(tuple(card for _, card in ranked), groups, tuple(unchecked))


def fold(kind: str, cards: Sequence[Card], language: Language) -> str:
    """«12 должностей: подтверждается: …», the same statement said once."""
    kinds = plural(len(cards), say("kinds", kind, language), language)
    told = "; ".join(dict.fromkeys(card.understood for card in cards))
    verdict = say("verdict", Verdict.HOLDS, language)
    return say("fold", "line", language, count=len(cards), kinds=kinds, verdict=verdict, list=told)
