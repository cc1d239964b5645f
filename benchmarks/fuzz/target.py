"""What a target is: seeds, a way to change them, an attempt that says whether the input was refused, and its bounds."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.fuzz import mutations


def as_text(data: bytes) -> str:
    """Any bytes as a string; what is no UTF-8 becomes halves of pairs, which readers must bear too."""
    return data.decode("utf-8", "surrogateescape")


def changed_text(rng: random.Random, given: bytes, seeds: list[bytes], most: int) -> bytes:
    """`mutations.text` on bytes."""
    others = [as_text(rng.choice(seeds)) for _ in range(2)]
    return mutations.text(rng, as_text(given), others, most).encode("utf-8", "surrogatepass")[:most]


def nothing() -> None:
    """No preparation."""


@dataclass(frozen=True, slots=True)
class Target:
    """One open door.

    Attributes
    ----------
    attempt : tries one input; True where it is refused as documented, False where it is taken; raises where a promise
        is broken.
    seeds : real inputs; called in the worker.
    prepare : imports, so that the watch stays small and coverage is instrumented.
    slowest : processor seconds allowed, and a thousand bytes more each (`grain`).
    most : bytes of an input.
    guided : whether coverage is worth its price.
    """

    name: str
    attempt: Callable[[bytes], bool]
    seeds: Callable[[], list[bytes]]
    prepare: Callable[[], object] = nothing
    change: Callable[[random.Random, bytes, list[bytes], int], bytes] = changed_text
    slowest: float = 2.0
    grain: float = 0.001
    most: int = 4_000
    guided: bool = True

    def bound(self, size: int) -> float:
        """Processor seconds that an input of this size may take."""
        return self.slowest + self.grain * size / 1000

    def mutated(self, rng: random.Random, given: bytes, seeds: list[bytes]) -> bytes:
        """The input after some changes."""
        return self.change(rng, given, seeds, self.most)


class Broken(AssertionError):
    """A promise that a result breaks."""


def holds(promise: bool, what: str) -> None:
    """Raise Broken where it does not; unlike assert, also under -O."""
    if not promise:
        raise Broken(what)
