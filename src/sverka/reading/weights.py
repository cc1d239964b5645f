"""The neural models: slovnet's morphology, syntax and names, with weights that ship inside natasha's wheel.

natasha itself is never imported (its own imports fail on newer Pythons); its files are found through package metadata.
The three models read the same word vectors through convolutions of the same shape. So the first convolution, two
thirds of the work, is done once for each different word and kept (`wordfeatures`); the others run over sentences laid
end to end with a zero between them, without padding; what the models conclude from the features is in `taggers`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, files
from threading import Lock
from typing import Any, Generic, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from sverka.errors import InputError
from sverka.reading import taggers
from sverka.reading.onethread import one_thread, side_by_side
from sverka.reading.wordfeatures import WordFeatures

_NAVEC = "navec_news_v1_1B_250K_300d_100q.tar"
_MORPH = "slovnet_morph_news_v1.tar"
_SYNTAX = "slovnet_syntax_news_v1.tar"
_NER = "slovnet_ner_news_v1.tar"
Array: TypeAlias = NDArray[np.float32]
#: Tokens per batch: most articles are one, so that little is done by the batch; more would not fit the cache of a core.
_BATCH = 1024
_turn = Lock()


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
    """A convolution over three neighbours and the affine map (batch norm) after its ReLU.

    `taps` is one matrix, features in × (3 · features out); None in the first layer: the words bring their part of it.
    """

    taps: Array | None
    bias: Array
    scale: Array
    shift: Array


Decoded = TypeVar("Decoded")


@dataclass(frozen=True, slots=True)
class _Model(Generic[Decoded]):
    """One of the three: the layers that make features of words, and what is concluded from these."""

    layers: tuple[_Layer, ...]
    decode: Callable[[Array, Sequence[int]], Decoded]

    def __call__(self, x: Array, kept: NDArray[np.intp], gaps: NDArray[np.intp], sizes: Sequence[int]) -> Decoded:
        """From the first convolution at every place of a batch: words at `kept`, nothing at `gaps` between them."""
        for layer in self.layers:
            x = (x if layer.taps is None else _convolved(x, layer.taps)) + layer.bias
            np.maximum(x, 0, out=x)
            x *= layer.scale
            x += layer.shift
            x[gaps] = 0
        return self.decode(x[kept], sizes)


@dataclass(frozen=True, slots=True)
class _Models:
    words: WordFeatures
    morph: _Model[list[str]]
    syntax: _Model[list[tuple[list[int], list[str]]]]
    names: _Model[list[list[str]]]


def _opened(name: str, kind: Any, tags: str) -> tuple[Any, Any, list[str]]:
    """A model with its weights, its shapes' vocabulary and its tags; its own copy of the words is left unread."""
    from slovnet.exec.pack import Pack

    with Pack(_path(name)) as pack:
        pack.load_meta().check_protocol()
        model = pack.load_model(kind)
        model = model.inject_arrays(dict(pack.load_arrays(model.weights)))
        return model, pack.load_vocab("shape"), pack.load_vocab(tags).items


def _layer(convolution: Any, first: bool) -> _Layer:
    norm = convolution.norm
    scale = norm.weight.array / norm.std.array
    shift = norm.bias.array - norm.mean.array * scale
    weight = convolution.conv.weight.array  # out, in, 3
    taps = None if first else np.ascontiguousarray(np.concatenate([weight[:, :, k].T for k in range(3)], axis=1))
    return _Layer(taps, convolution.conv.bias.array, scale, shift)


def _layers(model: Any) -> tuple[_Layer, ...]:
    return tuple(_layer(convolution, i == 0) for i, convolution in enumerate(model.encoder.layers))


@cache
def _models() -> _Models:
    from navec import Navec
    from slovnet.exec.model import NER, Morph, Syntax

    navec = Navec.load(_path(_NAVEC))
    morph, shapes, grammar = _opened(_MORPH, Morph, "tag")
    syntax, _, relations = _opened(_SYNTAX, Syntax, "rel")
    names, _, spans = _opened(_NER, NER, "tag")
    weights = [model.encoder.layers[0].conv.weight.array for model in (morph, syntax, names)]
    # (in, tap, model, out): a word's part of the first layer, for the token before, at and after it
    first = np.stack([np.stack([w[:, :, k].T for w in weights], axis=1) for k in range(3)], axis=1)
    embeddings = [model.emb.shape.weight.array for model in (morph, syntax, names)]
    return _Models(
        WordFeatures(navec, shapes, embeddings, first),
        _Model(_layers(morph), taggers.morph(morph, grammar).decode),
        _Model(_layers(syntax), taggers.syntax(syntax, relations).decode),
        _Model(_layers(names), taggers.names(names, spans).decode),
    )


def load() -> None:
    """Load everything now rather than at the first sentence."""
    _models()


def common(word: str) -> bool:
    """Whether the word vectors have the word, in whatever case."""
    return word in _models().words


def tag(sentences: Sequence[Sequence[str]]) -> list[Tags]:
    """Tag sentences (lists of words). Sentences of similar length go together: names are decoded word by word.

    One text at a time: the table of words' features is filled as they come.
    """
    with _turn, one_thread():
        return _tag(sentences)


def _tag(sentences: Sequence[Sequence[str]]) -> list[Tags]:
    out = [Tags([], [], [], [])] * len(sentences)
    _models().words.meet([word for sentence in sentences for word in sentence])
    chosen: list[int] = []
    tokens = 0
    for i in sorted((i for i in range(len(sentences)) if sentences[i]), key=lambda i: (len(sentences[i]), i)):
        if chosen and tokens + len(sentences[i]) > _BATCH:
            _tag_batch(sentences, chosen, out)
            chosen, tokens = [], 0
        chosen.append(i)
        tokens += len(sentences[i])
    if chosen:
        _tag_batch(sentences, chosen, out)
    return out


def _tag_batch(sentences: Sequence[Sequence[str]], chosen: list[int], out: list[Tags]) -> None:
    """Tag the chosen sentences together; `out` takes the result of each at its place."""
    models = _models()
    batch = [sentences[i] for i in chosen]
    sizes = [len(words) for words in batch]
    ids = models.words.ids(batch)
    kept, gaps = np.flatnonzero(ids[1:-1]), np.flatnonzero(ids[1:-1] == 0)
    own = np.split(models.words.around(ids), 3, axis=1)
    grammar, trees, spans = side_by_side(
        partial(models.morph, own[0], kept, gaps, sizes),
        partial(models.syntax, own[1], kept, gaps, sizes),
        partial(models.names, own[2], kept, gaps, sizes),
    )
    at = 0
    for i, size, (heads, relations), names in zip(chosen, sizes, trees, spans, strict=True):
        out[i] = Tags(grammar[at : at + size], heads, relations, names)
        at += size


def _convolved(x: Array, taps: Array) -> Array:
    """The convolution over each place and its neighbours (zero beyond the ends)."""
    step = taps.shape[1] // 3
    products = x @ taps
    out = products[:, step : 2 * step].copy()
    out[1:] += products[:-1, :step]
    out[:-1] += products[1:, 2 * step :]
    return out
