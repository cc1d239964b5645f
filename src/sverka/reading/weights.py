"""The neural models: slovnet's morphology, syntax and names, with weights that ship inside natasha's wheel.

natasha itself is never imported (its own imports fail on newer Pythons); its files are found through package metadata.
The three models look up the same word vectors, so these are loaded and looked up once for all of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from sverka.errors import InputError

_NAVEC = "navec_news_v1_1B_250K_300d_100q.tar"
_MORPH = "slovnet_morph_news_v1.tar"
_SYNTAX = "slovnet_syntax_news_v1.tar"
_NER = "slovnet_ner_news_v1.tar"
Array: TypeAlias = NDArray[np.float32]
#: Tokens (padding included) per batch: small enough for the cache of one core, large enough to fill it.
_BATCH = 256


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


@dataclass(frozen=True, slots=True)
class _Layer:
    """A convolution over three neighbours, as three matrices, and the affine map (batch norm) after its ReLU."""

    taps: tuple[Array, ...]
    bias: Array
    scale: Array
    shift: Array


@dataclass(frozen=True, slots=True)
class _Network:
    """A slovnet model: its own encoder and head, with the convolutions laid out for plain matrix products."""

    infer: Any
    layers: tuple[_Layer, ...]


def _network(infer: Any) -> _Network:
    layers = []
    for layer in infer.model.encoder.layers:
        weight, norm = layer.conv.weight.array, layer.norm
        scale = norm.weight.array / norm.std.array
        shift = norm.bias.array - norm.mean.array * scale
        taps = tuple(np.ascontiguousarray(weight[:, :, k].T) for k in range(weight.shape[2]))
        layers.append(_Layer(taps, layer.conv.bias.array, scale, shift))
    return _Network(infer, tuple(layers))


@cache
def _models() -> tuple[Any, _Network, _Network, _Network]:
    from navec import Navec
    from slovnet import NER, Morph, Syntax

    navec = Navec.load(_path(_NAVEC))
    return (
        navec,
        _network(Morph.load(_path(_MORPH)).navec(navec).infer),
        _network(Syntax.load(_path(_SYNTAX)).navec(navec).infer),
        _network(NER.load(_path(_NER)).navec(navec).infer),
    )


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
    morph.infer.encoder.batch_size = len(batch)
    encoded = next(iter(morph.infer.encoder(batch)))
    mask: NDArray[np.bool_] = encoded.pad_mask
    vectors = morph.infer.model.emb.word(encoded.word_id)

    grammar = morph.infer.model.head.decode(morph.infer.model.head(_encode(morph, vectors, encoded)))
    tree, model = _encode(syntax, vectors, encoded), syntax.infer.model
    heads = model.head.decode(model.head(tree), ~mask)
    relations = model.rel.decode(model.rel(tree, heads), ~mask)
    head = names.infer.model.head
    spans = head.crf.decode(head(_encode(names, vectors, encoded)), ~mask)
    return [
        Tags(
            [morph.infer.decoder.tags_vocab.decode(t) for t in grammar[row, :n]],
            [int(h) - 1 if int(h) - 1 != i else -1 for i, h in enumerate(heads[row, :n])],
            [syntax.infer.decoder.rels_vocab.decode(t) for t in relations[row, :n]],
            [names.infer.decoder.tags_vocab.decode(t) for t in spans[row]],
        )
        for row, n in enumerate(sizes)
    ]


def _encode(network: _Network, vectors: Array, encoded: Any) -> Array:
    """The network's features of each token, batch × tokens × features; padding is kept at zero."""
    shapes = network.infer.model.emb.shape(encoded.shape_id)
    x: Array = np.concatenate((vectors, shapes), axis=-1)
    length, pads = x.shape[1], encoded.pad_mask
    for layer in network.layers:
        reach = len(layer.taps) // 2
        padded = np.pad(x, ((0, 0), (reach, reach), (0, 0)))
        x = padded[:, :length] @ layer.taps[0]
        for k in range(1, len(layer.taps)):
            x += padded[:, k : k + length] @ layer.taps[k]
        x += layer.bias
        np.maximum(x, 0, out=x)
        x *= layer.scale
        x += layer.shift
        x[pads] = 0
    return x
