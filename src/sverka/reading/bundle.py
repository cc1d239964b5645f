"""What every frame reader gets: the document with its names, amounts and dates, found once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from sverka.reading.document import Document, Name, Sentence

if TYPE_CHECKING:
    from sverka.reading.dates import When
    from sverka.reading.home import Home
    from sverka.reading.quantities import Amount
    from sverka.reading.titles import Title


class Spanned(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=Spanned)


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document and its named, counted and dated parts, each in order of position.

    A frame reader is a function `f(analysis) -> list[Mention]`; its mentions are asserted by the author until the
    reader gives them a voice and a modality.
    """

    document: Document
    names: Sequence[Name] = ()
    amounts: Sequence[Amount] = ()
    dates: Sequence[When] = ()
    titles: Sequence[Sequence[Title]] = ()  # of each sentence
    home: Home | None = None  # the state the text is written from
    #: What several frame readers need and only the first works out.
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def names_in(self, start: int, end: int) -> list[Name]:
        """Names wholly inside a stretch of text."""
        return self._inside("names", self.names, start, end)

    def dates_in(self, sentence: Sentence) -> list[When]:
        """Dates inside a sentence."""
        return self._inside("dates", self.dates, sentence.start, sentence.end)

    def amounts_in(self, sentence: Sentence) -> list[Amount]:
        """Amounts inside a sentence."""
        return self._inside("amounts", self.amounts, sentence.start, sentence.end)

    def _inside(self, kind: str, items: Sequence[T], start: int, end: int) -> list[T]:
        if kind not in self.memo:
            self.memo[kind] = [item.start for item in items]
        starts: list[int] = self.memo[kind]
        at = bisect_left(starts, start)
        stop = bisect_left(starts, end, at)
        return [item for item in items[at:stop] if item.end <= end] if at < stop else []


def inside(items: Sequence[T], start: int, end: int) -> list[T]:
    """Items (in order of position) wholly inside a stretch, found fast, so that walks over sentences stay linear."""
    at = bisect_left(items, start, key=lambda item: item.start)
    stop = bisect_left(items, end, at, key=lambda item: item.start)
    return [item for item in items[at:stop] if item.end <= end]
