"""A sentence as a scene: its clauses, its actors and its dates, and the scene before it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sverka.reading.actors import actors
from sverka.reading.bundle import Analysis
from sverka.reading.clauses import Clause, clauses
from sverka.reading.context import home_of
from sverka.reading.coordination import Actor
from sverka.reading.dates import When
from sverka.reading.document import Sentence
from sverka.reading.home import SURE, home
from sverka.reading.introductions import Known, introduced
from sverka.reading.titles import Title

STATES = frozenset({"state"})
BODIES = frozenset({"organization", "treaty"})


@dataclass(frozen=True, eq=False)
class Scene:
    """One sentence; `before` is the scene of the sentence before it, `home` the state the text is about.

    Clauses and actors are worked out where somebody asks: most sentences tell nothing that could be looked up.
    """

    bundle: Analysis
    sentence: Sentence
    titles: Sequence[Title]
    known: Known
    before: "Scene | None"
    home: str | None = None

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses in order of their predicates."""
        return tuple(clauses(self.sentence))

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """Who takes part in it, in order of position."""
        return tuple(actors(self.bundle, self.sentence, self.titles, self.known, self.home))

    @cached_property
    def dates(self) -> tuple[When, ...]:
        """The dates in it."""
        return tuple(self.bundle.dates_in(self.sentence))

    @property
    def text(self) -> str:
        """The whole document's text, into which spans point."""
        return self.bundle.document.text

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return self.bundle.document.published

    def lemma(self, index: int) -> str:
        """Lemma of a token, "" outside the sentence."""
        tokens = self.sentence.tokens
        return tokens[index].lemma if 0 <= index < len(tokens) else ""

    def having(self, lemmas: frozenset[str]) -> Iterator[tuple[int, Clause, int]]:
        """The words with one of these lemmas, clause by clause: number of the clause, clause, token."""
        return iter(()) if self.sentence.lemmas.isdisjoint(lemmas) else self._having(lemmas)

    def _having(self, lemmas: frozenset[str]) -> Iterator[tuple[int, Clause, int]]:
        tokens = self.sentence.tokens
        for at, clause in enumerate(self.clauses):
            for k in clause.tokens:
                if tokens[k].lemma in lemmas:
                    yield at, clause, k

    def clause_of(self, index: int) -> int:
        """Index of the clause that holds a token; -1 for signs."""
        return next((c for c, clause in enumerate(self.clauses) if index in clause.tokens), -1)

    def within(self, clause: Clause) -> list[Actor]:
        """Actors whose head stands in a clause, in order of position."""
        held = set(clause.tokens)
        return [a for a in self.actors if a.head in held]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Text offsets of the tokens from `first` to `last`."""
        return self.sentence.tokens[first].start, self.sentence.tokens[last].end


@dataclass(frozen=True, slots=True)
class Role:
    """Who fills a role, and how sure that is (0–1)."""

    actors: tuple[Actor, ...] = ()
    certainty: float = 0.0

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids, each once."""
        return tuple(dict.fromkeys(i for a in self.actors for i in a.ids))

    @property
    def states(self) -> tuple[str, ...]:
        """Ids of states and bodies, each once."""
        return tuple(dict.fromkeys(i for a in self.actors for i in a.states))


def _home(bundle: Analysis) -> str | None:
    """The state the text is written from where that is clear, else the one it is about."""
    found = bundle.home or home(bundle.document, bundle.names)
    return found.state if found is not None and found.strength >= SURE else home_of(bundle)


_memo: tuple[Analysis, tuple[Scene, ...]] | None = None


def scenes(bundle: Analysis) -> tuple[Scene, ...]:
    """The scenes of a document in order; the last document's are kept, as every frame reader asks for them."""
    global _memo
    kept = _memo  # read once: another thread may be reading another text
    if kept is not None and kept[0] is bundle:
        return kept[1]
    out: list[Scene] = []
    if bundle.document.language == "ru":
        known, ours = introduced(bundle), _home(bundle)
        for sentence, titles in zip(bundle.document.sentences, bundle.titles, strict=True):
            out.append(Scene(bundle, sentence, titles, known, out[-1] if out else None, ours))
    told = tuple(out)
    _memo = (bundle, told)
    return told


def forget() -> None:
    """Let go of the last document's scenes."""
    global _memo
    _memo = None


def scene_at(found: Sequence[Scene], offset: int) -> Scene | None:
    """The scene that holds a text offset (the one before it, between sentences); None before the first."""
    at = bisect_right(found, offset, key=lambda s: s.sentence.start) - 1
    return found[at] if at >= 0 else None


def scenes_over(found: Sequence[Scene], start: int, end: int) -> Sequence[Scene]:
    """The scenes that touch a stretch of text."""
    first = max(0, bisect_right(found, start, key=lambda s: s.sentence.start) - 1)
    last = bisect_right(found, end - 1, key=lambda s: s.sentence.start)
    return [s for s in found[first:last] if s.sentence.end > start]
