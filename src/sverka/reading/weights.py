"""The neural models: slovnet's morphology, syntax and names, with weights that ship inside natasha's wheel.

natasha itself is never imported (its own imports fail on newer Pythons); its files are found through package metadata.
The three models look up the same word vectors, so these are loaded and looked up once for all of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sverka.errors import InputError

_NAVEC = "navec_news_v1_1B_250K_300d_100q.tar"
_MORPH = "slovnet_morph_news_v1.tar"
_SYNTAX = "slovnet_syntax_news_v1.tar"
_NER = "slovnet_ner_news_v1.tar"
#: Tokens (padding included) per batch: small enough for the cache of one core, large enough to fill it.
_BATCH = 512


@dataclass(frozen=True, slots=True)
class Tags:
    """What the models say about one sentence: parallel to its tokens."""

    grammar: list[str]  # e.g. NOUN|Animacy=Anim|Case=Nom
    heads: list[int]  # index in the sentence, -1 for the root
    relations: list[str]
    names: list[str]  # BIO tags: B-PER, I-PER, O


def _path(name: str) -> str:
    try:
        found = [f for f in files("natasha") or () if f.name == name]
    except PackageNotFoundError:
        found = []
    if not found:
        raise InputError(
            "the language models are missing",
            where=name,
            todo="type: pip install 'natasha==1.6.0' (only its data are used)",
        )
    return str(found[0].locate())


@cache
def _models() -> tuple[Any, Any, Any, Any]:
    from navec import Navec
    from slovnet import NER, Morph, Syntax

    navec = Navec.load(_path(_NAVEC))
    morph = Morph.load(_path(_MORPH)).navec(navec)
    syntax = Syntax.load(_path(_SYNTAX)).navec(navec)
    names = NER.load(_path(_NER)).navec(navec)
    return navec, morph.infer, syntax.infer, names.infer


def load() -> None:
    """Load everything now rather than at the first sentence."""
    _models()


def tag(sentences: Sequence[Sequence[str]]) -> list[Tags]:
    """Tag sentences (lists of words). Sentences of similar length go together, so that little is padded."""
    out: list[Tags | None] = [None] * len(sentences)
    order = sorted((i for i in range(len(sentences)) if sentences[i]), key=lambda i: (len(sentences[i]), i))
    at = 0
    while at < len(order):
        size = 1
        while at + size < len(order) and (size + 1) * len(sentences[order[at + size]]) <= _BATCH:
            size += 1
        chosen = order[at : at + size]
        for i, tags in zip(chosen, _tag_batch([sentences[i] for i in chosen]), strict=True):
            out[i] = tags
        at += size
    return [tags or Tags([], [], [], []) for tags in out]


def _tag_batch(batch: list[Sequence[str]]) -> list[Tags]:
    _, morph, syntax, names = _models()
    sizes = [len(words) for words in batch]
    encoded = next(iter(_encode(morph, batch)))
    mask: NDArray[np.bool_] = encoded.pad_mask
    vectors = morph.model.emb.word(encoded.word_id)

    grammar = morph.model.head.decode(_features(morph, vectors, encoded))
    tree = _body(syntax, vectors, encoded)
    scores = syntax.model.head(tree)
    heads = syntax.model.head.decode(scores, ~mask)
    relations = syntax.model.rel.decode(syntax.model.rel(tree, heads), ~mask)
    spans = names.model.head.crf.decode(_features(names, vectors, encoded), ~mask)
    return [
        Tags(
            [morph.decoder.tags_vocab.decode(t) for t in grammar[row, :n]],
            [int(h) - 1 if int(h) - 1 != i else -1 for i, h in enumerate(heads[row, :n])],
            [syntax.decoder.rels_vocab.decode(t) for t in relations[row, :n]],
            [names.decoder.tags_vocab.decode(t) for t in spans[row]],
        )
        for row, n in enumerate(sizes)
    ]


def _encode(infer: Any, batch: list[Sequence[str]]) -> Any:
    infer.encoder.batch_size = len(batch)
    return infer.encoder(batch)


def _body(infer: Any, vectors: Any, encoded: Any) -> Any:
    shapes = infer.model.emb.shape(encoded.shape_id)
    return infer.model.encoder(np.concatenate((vectors, shapes), axis=-1), encoded.pad_mask)


def _features(infer: Any, vectors: Any, encoded: Any) -> Any:
    return infer.model.head(_body(infer, vectors, encoded))
