"""The neural models: slovnet's morphology, syntax and names, with weights that ship inside natasha's wheel.

natasha itself is never imported (its own imports fail on newer Pythons); its files are found through package metadata.
The three models read the same word vectors through convolutions of the same shape. So the first convolution, two
thirds of the work, is done once for each different word and kept (`wordfeatures`); the others run over sentences laid
end to end with a zero between them, without padding; what the models conclude from the features is in `taggers`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from sverka.errors import InputError
from sverka.reading import taggers
from sverka.reading.onethread import one_thread
from sverka.reading.wordfeatures import WordFeatures

_NAVEC = "navec_news_v1_1B_250K_300d_100q.tar"
_MORPH = "slovnet_morph_news_v1.tar"
_SYNTAX = "slovnet_syntax_news_v1.tar"
_NER = "slovnet_ner_news_v1.tar"
Array: TypeAlias = NDArray[np.float32]
#: Tokens per batch: small enough for the cache of one core, large enough to fill it.
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


@dataclass(frozen=True, slots=True)
class _Layer:
    """A convolution over three neighbours in each of the three models, and the affine map (batch norm) after its ReLU.

    `taps` holds one matrix for each model, features in × (3 · features out); the vectors are the models' end to end.
    """

    taps: tuple[Array, ...]
    bias: Array
    scale: Array
    shift: Array


@dataclass(frozen=True, slots=True)
class _Models:
    words: WordFeatures
    layers: tuple[_Layer, ...]  # the first without taps: the words bring their part of it
    morph: taggers.Morph
    syntax: taggers.Syntax
    names: taggers.Names


def _opened(name: str, kind: Any, tags: str) -> tuple[Any, Any, list[str]]:
    """A model with its weights, its shapes' vocabulary and its tags; its own copy of the words is left unread."""
    from slovnet.exec.pack import Pack

    with Pack(_path(name)) as pack:
        pack.load_meta().check_protocol()
        model = pack.load_model(kind)
        model = model.inject_arrays(dict(pack.load_arrays(model.weights)))
        return model, pack.load_vocab("shape"), pack.load_vocab(tags).items


def _layer(convolutions: Sequence[Any], taps: tuple[Array, ...] = ()) -> _Layer:
    norms = [c.norm for c in convolutions]
    scales = [n.weight.array / n.std.array for n in norms]
    shifts = [n.bias.array - n.mean.array * s for n, s in zip(norms, scales, strict=True)]
    bias = np.concatenate([c.conv.bias.array for c in convolutions])
    return _Layer(taps, bias, np.concatenate(scales), np.concatenate(shifts))


def _taps(convolution: Any) -> Array:
    """The weights (out, in, 3) as one matrix: in × (3 · out)."""
    weight = convolution.conv.weight.array
    return np.ascontiguousarray(np.concatenate([weight[:, :, k].T for k in range(weight.shape[2])], axis=1))


@cache
def _models() -> _Models:
    from navec import Navec
    from slovnet.exec.model import NER, Morph, Syntax

    navec = Navec.load(_path(_NAVEC))
    morph, shapes, grammar = _opened(_MORPH, Morph, "tag")
    syntax, _, relations = _opened(_SYNTAX, Syntax, "rel")
    names, _, spans = _opened(_NER, NER, "tag")
    columns = list(zip(*(model.encoder.layers for model in (morph, syntax, names)), strict=True))
    weights = [layer.conv.weight.array for layer in columns[0]]
    # (in, tap, model, out): a word's part of the first layer, for the token before, at and after it
    first = np.stack([np.stack([w[:, :, k].T for w in weights], axis=1) for k in range(3)], axis=1)
    embeddings = [model.emb.shape.weight.array for model in (morph, syntax, names)]
    return _Models(
        WordFeatures(navec, shapes, embeddings, first),
        (_layer(columns[0]), *(_layer(column, tuple(_taps(c) for c in column)) for column in columns[1:])),
        taggers.morph(morph, grammar),
        taggers.syntax(syntax, relations),
        taggers.names(names, spans),
    )


def load() -> None:
    """Load everything now rather than at the first sentence."""
    _models()


def tag(sentences: Sequence[Sequence[str]]) -> list[Tags]:
    """Tag sentences (lists of words). Sentences of similar length go together: names are decoded word by word."""
    with one_thread():
        return _tag(sentences)


def _tag(sentences: Sequence[Sequence[str]]) -> list[Tags]:
    out = [Tags([], [], [], [])] * len(sentences)
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
    features = _encode(models, ids)
    kept = np.flatnonzero(ids[1:-1])
    width = features.shape[1] // 3
    grammar = models.morph.decode(features[kept, :width])
    trees = models.syntax.decode(features[kept, width : 2 * width], sizes)
    spans = models.names.decode(features[kept, 2 * width :], sizes)
    at = 0
    for i, size, (heads, relations), names in zip(chosen, sizes, trees, spans, strict=True):
        out[i] = Tags(grammar[at : at + size], heads, relations, names)
        at += size


def _encode(models: _Models, ids: NDArray[np.intp]) -> Array:
    """Features of every place between the first and the last, the models' side by side; zero between sentences."""
    gaps = np.flatnonzero(ids[1:-1] == 0)
    x = models.words.around(ids)
    for layer in models.layers:
        if layer.taps:
            x = _convolved(x, layer.taps)
        x += layer.bias
        np.maximum(x, 0, out=x)
        x *= layer.scale
        x += layer.shift
        x[gaps] = 0
    return x


def _convolved(x: Array, taps: tuple[Array, ...]) -> Array:
    """Each model's convolution over each place and its neighbours (zero beyond the ends)."""
    width = x.shape[1] // len(taps)
    step = taps[0].shape[1] // 3
    out = np.empty((len(x), len(taps) * step), np.float32)
    for model, weight in enumerate(taps):
        products = x[:, model * width : (model + 1) * width] @ weight
        mine = out[:, model * step : (model + 1) * step]
        mine[:] = products[:, step : 2 * step]
        mine[1:] += products[:-1, :step]
        mine[:-1] += products[1:, 2 * step :]
    return out
