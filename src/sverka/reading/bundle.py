"""What every frame reader gets: the document with its names, amounts and dates, found once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sverka.reading.document import Document, Name, Sentence

if TYPE_CHECKING:
    from sverka.reading.dates import When
    from sverka.reading.quantities import Amount
    from sverka.reading.titles import Title


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

    def names_in(self, start: int, end: int) -> list[Name]:
        """Names wholly inside a stretch of text."""
        return [name for name in self.names if start <= name.start and name.end <= end]

    def dates_in(self, sentence: Sentence) -> list[When]:
        """Dates inside a sentence."""
        return [when for when in self.dates if sentence.start <= when.start and when.end <= sentence.end]

    def amounts_in(self, sentence: Sentence) -> list[Amount]:
        """Amounts inside a sentence."""
        return [amount for amount in self.amounts if sentence.start <= amount.start and amount.end <= sentence.end]
