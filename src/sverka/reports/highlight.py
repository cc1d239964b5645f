"""The text cut at the edges of claims, so that claims which nest or overlap can all be marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, Protocol, TypeVar

from sverka.checking.finding import Verdict
from sverka.reports.safe import clean

#: In the order in which an editor must see them; where claims overlap, the mark is of the first.
ORDER = (
    Verdict.FAILS,
    Verdict.DEPENDS,
    Verdict.DISPUTED,
    Verdict.TOO_CLOSE,
    Verdict.HOLDS,
    Verdict.NOT_COVERED,
    Verdict.NOT_CHECKABLE,
)


class Marked(Protocol):
    """A claim as the text needs to know it: a card, or one that is still being checked."""

    @property
    def number(self) -> int: ...
    @property
    def span(self) -> tuple[int, int]: ...
    @property
    def verdict(self) -> Verdict: ...


Claim = TypeVar("Claim", bound=Marked)


@dataclass(frozen=True, slots=True)
class Piece(Generic[Claim]):
    """A stretch of text under the same claims.

    Attributes
    ----------
    mark : the strongest of the claims here, None outside all claims.
    starts, ends : claims whose first or last character lies in this piece, in order of number.
    """

    text: str
    mark: Claim | None
    starts: tuple[Claim, ...]
    ends: tuple[Claim, ...]


def pieces(text: str, cards: Sequence[Claim]) -> list[Piece[Claim]]:
    """The whole text in pieces; joined together they are the text, made harmless."""
    edges = sorted({0, len(text), *(edge for c in cards for edge in c.span)})
    starting: dict[int, list[Claim]] = {}
    ending: dict[int, list[Claim]] = {}
    for card in cards:
        starting.setdefault(card.span[0], []).append(card)
        ending.setdefault(card.span[1], []).append(card)
    here: list[Claim] = []
    out = []
    for start, end in pairwise(edges):
        closed = ending.get(start, ())
        here = [c for c in here if c not in closed] + starting.get(start, [])
        mark = min(here, key=lambda c: (ORDER.index(c.verdict), c.span[1] - c.span[0]), default=None)
        out.append(Piece(clean(text[start:end]), mark, tuple(starting.get(start, ())), tuple(ending.get(end, ()))))
    return out
