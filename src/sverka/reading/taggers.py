"""What slovnet's models conclude from the features of tokens: grammar by the likeliest tag, syntax by the likeliest
governor, names by the likeliest chain of tags.

Features come for all sentences of a batch end to end, tokens × features; `sizes` says how long each sentence is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Affine:
    """x @ weight + bias."""

    weight: Array
    bias: Array

    def __call__(self, x: Array) -> Array:
        out: Array = x @ self.weight
        out += self.bias
        return out


def _affine(linear: Any) -> _Affine:
    return _Affine(linear.weight.array, linear.bias.array)


@dataclass(frozen=True, slots=True)
class Morph:
    """Grammar of each token."""

    project: _Affine
    tags: list[str]

    def decode(self, x: Array, sizes: Sequence[int]) -> list[str]:
        """The likeliest tag of each token of all sentences."""
        return [self.tags[tag] for tag in self.project(x).argmax(-1).tolist()]


@dataclass(frozen=True, slots=True)
class Syntax:
    """Governors by a biaffine score between each token and each candidate (the root first), then their relations."""

    governor: _Affine
    dependent: _Affine
    kernel: Array
    root: Array
    relation_governor: _Affine
    relation_dependent: _Affine
    relation_kernel: Array
    relation_root: Array
    relations: list[str]

    def decode(self, x: Array, sizes: Sequence[int]) -> list[tuple[list[int], list[str]]]:
        """For each sentence the governors (-1 for the root) and relations of its tokens."""
        heads = self._heads(x, sizes)
        relations = self._relations(x, heads)
        out = []
        at = 0
        for size in sizes:
            own = [head - at if head >= 0 else -1 for head in heads[at : at + size].tolist()]
            # a token said to govern itself has no governor
            out.append(([h if h != i else -1 for i, h in enumerate(own)], relations[at : at + size]))
            at += size
        return out

    def _heads(self, x: Array, sizes: Sequence[int]) -> NDArray[np.intp]:
        """Places of the governors in the batch; -1 for the root."""
        left = _relu(self.governor(x)) @ self.kernel
        right = _relu(self.dependent(x))
        root = _relu(self.dependent(self.root[np.newaxis]))
        out = np.empty(len(x), np.intp)
        at = 0
        for size in sizes:
            candidates = np.concatenate((root, right[at : at + size]))
            best = (left[at : at + size] @ candidates.T).argmax(-1)
            out[at : at + size] = np.where(best, best + (at - 1), -1)
            at += size
        return out

    def _relations(self, x: Array, heads: NDArray[np.intp]) -> list[str]:
        governors = np.where((heads >= 0)[:, np.newaxis], x[heads], self.relation_root)
        left = _relu(self.relation_governor(governors)) @ self.relation_kernel
        right = _relu(self.relation_dependent(x))
        scores = left.reshape(len(x), -1, right.shape[1]) @ right[:, :, np.newaxis]
        return [self.relations[r] for r in scores[:, :, 0].argmax(-1).tolist()]


@dataclass(frozen=True, slots=True)
class Names:
    """BIO tags by a conditional random field."""

    project: _Affine
    transitions: Array
    tags: list[str]

    def decode(self, x: Array, sizes: Sequence[int]) -> list[list[str]]:
        """The likeliest tags of each sentence (Viterbi), all sentences a step at a time; `sizes` in ascending order."""
        emissions = self.project(x)
        starts = np.cumsum([0, *sizes[:-1]])
        lengths = np.asarray(sizes)
        score = emissions[starts]
        history: list[list[list[int]]] = []
        finished: list[NDArray[np.intp]] = []
        done = 0
        for step in range(1, max(sizes, default=0) + 1):
            ended = int(np.searchsorted(lengths, step, side="right"))
            finished.extend(score[: ended - done].argmax(-1))
            score, done = score[ended - done :], ended
            if not len(score):
                break
            paths = score[:, :, np.newaxis] + self.transitions
            paths += emissions[starts[ended:] + step][:, np.newaxis, :]
            history.append(paths.argmax(1).tolist())
            score = paths.max(1)
        out = []
        for sentence, size in enumerate(sizes):
            tag = int(finished[sentence])
            tags = [tag]
            for step in range(size - 1, 0, -1):
                came = history[step - 1]
                tag = came[sentence - (len(sizes) - len(came))][tag]
                tags.append(tag)
            out.append([self.tags[t] for t in reversed(tags)])
        return out


def _relu(x: Array) -> Array:
    return np.maximum(x, 0, out=x)


def morph(model: Any, tags: list[str]) -> Morph:
    """From slovnet's model of morphology."""
    return Morph(_affine(model.head.proj), tags)


def syntax(model: Any, relations: list[str]) -> Syntax:
    """From slovnet's model of syntax."""
    head, rel = model.head, model.rel
    return Syntax(
        _affine(head.head.proj),
        _affine(head.tail.proj),
        head.kernel.array,
        head.root.array,
        _affine(rel.head.proj),
        _affine(rel.tail.proj),
        rel.kernel.array,
        rel.root.array,
        relations,
    )


def names(model: Any, tags: list[str]) -> Names:
    """From slovnet's model of names."""
    return Names(_affine(model.head.proj), model.head.crf.transitions.array, tags)
