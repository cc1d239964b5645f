"""The text of a check under way: its claims are marked and numbered before any of them has a verdict."""

from collections.abc import Sequence
from dataclasses import dataclass

from sverka.checking.finding import Verdict
from sverka.claims import Mention
from sverka.reports.highlight import Piece, pieces


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim that has no verdict yet."""

    number: int
    span: tuple[int, int]
    verdict: Verdict = Verdict.NOT_CHECKABLE


def waiting_pieces(text: str, mentions: Sequence[Mention]) -> list[Piece[Waiting]]:
    """The text cut at the edges of what was found in it."""
    return pieces(text, [Waiting(number, mention.span) for number, mention in enumerate(mentions, 1)])
