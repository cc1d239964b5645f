"""A text cut into sentences and tokens, with what grammar says about each token.

Offsets are always into the original text. `Token.text` is cleaned of stress marks, soft hyphens and invisible signs, so
it may be shorter than its span; lemmas are in lower case and written with «е» for «ё».
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(slots=True)  # not frozen: a text has thousands, and a frozen one takes three times as long to make
class Token:
    """A word, number or sign.

    `pos`, `feats` and `rel` are those of Universal Dependencies; `head` is the index of the governing token inside the
    sentence, -1 for the root (and for every token of a language that is read without syntax).
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    feats: Mapping[str, str]
    head: int = -1
    rel: str = ""
    #: The form of verb it is, once `verbforms` has been asked.
    form: str | None = field(default=None, init=False, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Entity:
    """A proper name as the neural tagger sees it: `kind` is PER, LOC or ORG."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading or list item; `children` of a token are computed on demand.

    `starts`, `words` and `lemmas` say of its tokens where each begins, its text in lower case, and which lemmas there
    are: readers that go by a few words see at once that a sentence has none of them.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    words: tuple[str, ...] = field(init=False, repr=False, compare=False)
    lemmas: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", tuple([token.start for token in self.tokens]))
        object.__setattr__(self, "words", tuple([token.text.lower() for token in self.tokens]))
        object.__setattr__(self, "lemmas", frozenset([token.lemma for token in self.tokens]))

    def children(self, index: int) -> Iterator[int]:
        """Indices of the tokens that depend on token `index` directly."""
        return (i for i, token in enumerate(self.tokens) if token.head == index)

    def index_at(self, offset: int) -> int:
        """Index of the token at or just before a text offset; -1 before the first."""
        return bisect_right(self.starts, offset) - 1


@dataclass(frozen=True, slots=True)
class Document:
    """The text, when it was published, its language (`ru`, `en`, `other`) and its sentences in order."""

    text: str
    published: date | None
    language: str
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...] = field(default=())

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a text offset, or None between sentences."""
        at = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens of a stretch of text inside one sentence."""
        sentence = self.sentence_at(start)
        if sentence is None:
            return ()
        out: list[Token] = []
        for token in sentence.tokens[bisect_left(sentence.starts, start) :]:
            if token.end > end:
                break
            out.append(token)
        return tuple(out)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text and what it stands for.

    `kind`: state, organization, person, treaty, place or group (the members of an organization: «страны СНГ», with its
    id). `form`: noun, adjective, demonym, prefix («российско-»), capital, government, office («президент Франции» for
    whoever held it) or pronoun («обе страны»; one Name for each state it stands for, with the same span).
    `candidates`: other ids it could be. `literal`: a capital meant as a place («в Москве»).
    """

    start: int
    end: int
    id: str
    kind: str
    form: str
    candidates: tuple[str, ...] = ()
    literal: bool = False
