"""What each word brings to the first convolution of the three models, worked out once and kept.

A convolution is linear: its value at a place is the sum of what the word there and its two neighbours bring, and that
depends on nothing but the word. Text repeats words, so most of them are at hand when they come.
"""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from sverka.reading.onethread import side_by_side

Array: TypeAlias = NDArray[np.float32]
Ids: TypeAlias = NDArray[np.intp]
#: Words kept (about 9 kB each); when they are full, keeping starts anew. No batch may have more different words.
_KEPT = 8192
#: Words are worked out this many at a time, never fewer, so that a word's numbers do not depend on its company.
_BLOCK = 64


class WordFeatures:
    """Rows of numbers for words; row 0, all zeros, stands between sentences.

    Parameters
    ----------
    navec : the word vectors, with their vocabulary.
    shapes : the vocabulary of word shapes (capitals, digits, signs).
    embeddings : each model's vectors of the shapes.
    weight : (features in, 3 taps, models, features out), the features in being a word's vector, then its shape's.
    """

    def __init__(self, navec: Any, shapes: Any, embeddings: Sequence[Array], weight: Array) -> None:
        self._words, self._shapes = navec.vocab, shapes
        pq = navec.pq  # a word's vector is put together from one piece of each book
        self._pieces = pq.codes.reshape(-1, pq.codes.shape[2])
        self._places = pq.indexes
        self._books = np.arange(pq.qdim) * pq.codes.shape[1]
        size = weight.shape[0] - embeddings[0].shape[1]
        self._width = weight.shape[2] * weight.shape[3]
        self._of_word = np.ascontiguousarray(weight[:size].reshape(size, -1))
        parts = [np.tensordot(table, weight[size:, :, m], 1) for m, table in enumerate(embeddings)]
        self._of_shape = np.ascontiguousarray(np.stack(parts, axis=2).reshape(len(parts[0]), -1))
        self._rows = np.empty((_KEPT + 1, self._of_word.shape[1]), np.float32)
        self._rows[0] = 0
        self._known: dict[str, int] = {}

    def __contains__(self, word: str) -> bool:
        return word.lower() in self._words.word_ids

    def meet(self, words: Iterable[str]) -> None:
        """Work out the words that are not at hand, all together, as blocks of few cost as much as full ones.

        More different words than are kept are left to their batches.
        """
        different = set(words)
        if len(different) <= _KEPT:
            self._have(different)

    def _have(self, words: set[str]) -> None:
        new = sorted([word for word in words if word not in self._known])
        if len(self._known) + len(new) > _KEPT:
            self._known.clear()
            new = sorted(words)
        for at in range(0, len(new), 3 * _BLOCK):
            row = len(self._known) + 1
            one, two, three = (slice(at + k * _BLOCK, at + (k + 1) * _BLOCK) for k in range(3))
            side_by_side(
                partial(self._learn, new[one], row),
                partial(self._learn, new[two], row + _BLOCK),
                partial(self._learn, new[three], row + 2 * _BLOCK),
            )
            self._known.update({word: row + i for i, word in enumerate(new[at : at + 3 * _BLOCK])})

    def ids(self, batch: Sequence[Sequence[str]]) -> Ids:
        """Rows of the words of sentences laid end to end, with row 0 before, between and after them."""
        self._have({word for sentence in batch for word in sentence})
        known = self._known
        out = [0]
        for sentence in batch:
            out.extend([known[word] for word in sentence])
            out.append(0)
        return np.array(out, np.intp)

    def around(self, ids: Ids) -> Array:
        """The first convolution (without its bias) at every place but the first and the last."""
        out = self._rows[ids[:-2], : self._width]
        out += self._rows[ids[1:-1], self._width : 2 * self._width]
        out += self._rows[ids[2:], 2 * self._width :]
        return out

    def _learn(self, words: Sequence[str], row: int) -> None:
        """Work out what words bring, into the rows from `row` on."""
        from slovnet.shape import word_shape

        if not words:
            return
        known, unknown = self._words.word_ids, self._words.unk_id
        places = self._places[[known.get(word.lower(), unknown) for word in words]] + self._books
        vectors = np.zeros((_BLOCK, len(self._of_word)), np.float32)
        vectors[: len(words)] = np.take(self._pieces, places, axis=0).reshape(len(words), -1)
        shapes = [self._shapes.encode(word_shape(word)) for word in words]
        rows = self._rows[row : row + len(words)]
        np.add((vectors @ self._of_word)[: len(words)], self._of_shape[shapes], out=rows)
