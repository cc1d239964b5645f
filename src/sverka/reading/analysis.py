"""Text to Document: sentences, tokens, lemmas, grammar, syntax and the tagger's names.

Measured on an idle core: about 60,000 characters a second. For models this small a second BLAS thread gains a tenth
when alone and loses most of the speed when cores are shared, so the command line sets OMP_NUM_THREADS=1 before numpy
loads.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from sys import intern
from types import MappingProxyType

from sverka.reading import morphology, weights
from sverka.reading.document import Document, Entity, Sentence, Token
from sverka.reading.language import language_of
from sverka.reading.segmentation import segments

#: Sentences tagged in one go: bounds memory on long texts.
_PORTION = 256
_NOTHING: Mapping[str, str] = MappingProxyType({})
_NUMBER = re.compile(r"\d")
_WORD = re.compile(r"\w")
Piece = list[tuple[int, int, str]]


def analyse(text: str, published: date | None = None, language: str | None = None) -> Document:
    """Segment and tag a text. A language other than Russian and English gives a document without sentences.

    Parameters
    ----------
    text : any string; time is linear in its length.
    published : the date relative expressions are counted from.
    language : `ru`, `en` or `other`; found from the text when not given.
    """
    language = language or language_of(text)
    if language == "ru":
        sentences, entities = _russian(text)
    elif language == "en":
        sentences, entities = tuple(_english(piece) for piece in segments(text) if piece), ()
    else:
        sentences, entities = (), ()
    return Document(text, published, language, sentences, entities)


def _portions(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    portion: list[Piece] = []
    for piece in pieces:
        portion.append(piece)
        if len(portion) == _PORTION:
            yield portion
            portion = []
    if portion:
        yield portion


def _russian(text: str) -> tuple[tuple[Sentence, ...], tuple[Entity, ...]]:
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    for portion in _portions(segments(text)):
        for piece, tags in zip(
            portion, weights.tag([[word for _, _, word in piece] for piece in portion]), strict=True
        ):
            if not piece:
                continue
            tokens = []
            for i, (start, end, word) in enumerate(piece):
                said, lemma, pos, feats = _word(word, tags.grammar[i])
                tokens.append(Token(start, end, said, lemma, pos, feats, tags.heads[i], tags.relations[i]))
            sentences.append(Sentence(tokens[0].start, tokens[-1].end, tuple(tokens)))
            entities.extend(_entities(piece, tags.names))
    return tuple(sentences), tuple(entities)


@lru_cache(maxsize=100_000)
def _word(word: str, tag: str) -> tuple[str, str, str, Mapping[str, str]]:
    """A word under a tag: its text, lemma, part of speech and features.

    Common words are interned, as the rules compare them with their own; a text's inventions must not outlive it.
    """
    pos, feats = _grammar(tag)
    return intern(word) if weights.common(word) else word, morphology.lemma(word, pos, feats), pos, feats


@lru_cache(maxsize=10_000)
def _grammar(tag: str) -> tuple[str, Mapping[str, str]]:
    pos, _, rest = tag.partition("|")
    return pos, MappingProxyType(dict(pair.split("=", 1) for pair in rest.split("|") if "=" in pair))


def _entities(piece: Piece, names: list[str]) -> Iterator[Entity]:
    start = end = -1
    kind = ""
    for (a, b, _), tag in zip(piece, names, strict=True):
        if tag == "O" and not kind:
            continue
        if tag.startswith("I-") and tag[2:] == kind:
            end = b
            continue
        if kind:
            yield Entity(start, end, kind)
        kind = tag[2:] if tag != "O" else ""
        start, end = a, b
    if kind:
        yield Entity(start, end, kind)


def _english(piece: Piece) -> Sentence:
    from sverka.reading.english import lemma  # the English rules are not needed for a Russian text

    tokens = []
    for i, (start, end, word) in enumerate(piece):
        if _NUMBER.match(word):
            pos = "NUM"
        elif not _WORD.search(word):
            pos = "PUNCT"
        else:
            pos = "PROPN" if word[0].isupper() and i else "X"
        tokens.append(Token(start, end, word, lemma(word), pos, _NOTHING))
    return Sentence(piece[0][0], piece[-1][1], tuple(tokens))
