"""Rows laid out for the passes over them: sorted by the effect that is eliminated, dense where a panel is nearly full.

Every effect but one is solved for; the one with most levels (in gravity: the pair) is eliminated exactly in each pass.
A panel whose other two effects share the time (exporter-year, importer-year) and whose cells are at least 40 % full is
laid out as blocks × times, absent cells with weight zero: its passes read memory in order and use vector instructions.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sverka.gravity import kernels
from sverka.gravity.kernels import Bounds, Floats, Ids

FULL = 0.4
SMALL = 20_000


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=_threads(), thread_name_prefix="gravity")


@cache
def _threads() -> int:
    """As many as numba is told to use (NUMBA_NUM_THREADS), else the cores this process may use; at most eight."""
    told = os.environ.get("NUMBA_NUM_THREADS", "")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(int(told) if told.isdecimal() else cores, 8))


@dataclass(frozen=True)
class Layout:
    """Rows in order, and the passes over them; n rows, P levels of the eliminated effect, L of all others together.

    Attributes
    ----------
    place : (observations,) the row of each observation.
    start : (P + 1,) first row of each level of the eliminated effect.
    eliminated : which effect is eliminated; None when there are no effects and all rows are one level.
    offsets : where each other effect's levels begin on their common axis, by effect; L at the end.
    ids : (others, n) level of each row on that axis; empty when laid out as cells.
    ends : (2, blocks) line of each block for the two effects, lines being runs of `times` levels; None without cells.
    block : (P + 1,) first block of each level; None without cells.
    """

    rows: int
    place: NDArray[np.int64]
    start: Bounds
    eliminated: int | None
    others: tuple[int, ...]
    offsets: tuple[int, ...]
    ids: Ids
    ends: Ids | None
    block: Bounds | None
    times: int

    @property
    def levels(self) -> int:
        """L, the levels of the effects that are solved for."""
        return self.offsets[-1]

    @property
    def groups(self) -> int:
        """P, the levels of the eliminated effect."""
        return len(self.start) - 1

    def to_rows(self, values: NDArray[Any]) -> Floats:
        """Observations' values in the order of rows; 0 in cells nobody observed. (n,) or (c, n)."""
        laid = np.zeros((*values.shape[:-1], self.rows))
        laid[..., self.place] = values
        return laid

    def to_observations(self, values: Floats) -> Floats:
        """Rows' values in the order of observations."""
        taken: Floats = values[..., self.place]
        return taken

    def concentrate(self, total: Floats, base: Floats, eta: Floats, mu: Floats, level: Floats) -> None:
        """Means and effects of the eliminated effect at which every level's mean sum is `total`; fills mu and level."""
        self._run(self._by_group(), lambda a, b, _: kernels.concentrate(self.start, total, base, eta, mu, level, a, b))

    def center(self, weight: Floats, inverse: Floats, x: Floats) -> None:
        """Take from x (c, n), in place, its weighted means by level of the eliminated effect."""
        self._run(self._by_group(), lambda a, b, _: kernels.center(self.start, weight, inverse, x, a, b))

    def group_sums(self, values: Floats) -> Floats:
        """(P,) sums of (n,) by level of the eliminated effect."""
        sums: Floats = np.add.reduceat(values, self.start[:-1])
        return sums

    def subtract(self, v: Floats, x: Floats) -> None:
        """Take D v from x (c, n), in place; v is (c, L)."""
        if self.ends is None:
            self._run(self._by_row(), lambda a, b, _: kernels.gather_rows(self.ids, v, x, -1.0, a, b))
            return
        ends, lines, cells = self.ends, self._lines(v), self._cells(x)
        self._run(self._by_block(), lambda a, b, _: kernels.gather_cells(ends, lines, cells, -1.0, a, b))

    def sums(self, weight: Floats, x: Floats) -> Floats:
        """D'(w x): (c, L) weighted sums of x (c, n) by level of the other effects."""
        outs = self._outs(len(x))
        if self.ends is None:
            self._run(self._by_row(), lambda a, b, i: kernels.scatter_rows(self.ids, weight, x, outs[i], a, b))
        else:
            ends, w, cells = self.ends, self._cells(weight), self._cells(x)
            self._run(
                self._by_block(), lambda a, b, i: kernels.scatter_cells(ends, w, cells, self._lines(outs[i]), a, b)
            )
        return _added(outs)

    def schur(self, weight: Floats, inverse: Floats, v: Floats) -> Floats:
        """D'M D v (c, L), where M takes weighted means by level of the eliminated effect and weighs."""
        outs = self._outs(len(v))
        groups = self._by_group()
        if self.ends is None:
            start, ids = self.start, self.ids
            self._run(groups, lambda a, b, i: kernels.schur_rows(start, ids, weight, inverse, v, outs[i], a, b))
        else:
            assert self.block is not None
            block, ends, w, lines = self.block, self.ends, self._cells(weight), self._lines(v)
            self._run(
                groups,
                lambda a, b, i: kernels.schur_cells(block, ends, w, inverse, lines, self._lines(outs[i]), a, b),
            )
        return _added(outs)

    def diagonal(self, weight: Floats, inverse: Floats) -> Floats:
        """(L,) the diagonal of the Schur complement (up to repeated levels within one level of the eliminated)."""
        row = np.empty((1, self.rows))
        self._run(self._by_group(), lambda a, b, _: kernels.leverage(self.start, weight, inverse, row, a, b))
        diagonal: Floats = self.sums(np.ones(self.rows), row)[0]
        return diagonal

    def _outs(self, columns: int) -> Floats:
        return np.zeros((len(self._by_group()), columns, self.levels))

    def _lines(self, v: Floats) -> Floats:
        return v.reshape(len(v), v.shape[1] // self.times, self.times)

    def _cells(self, x: Floats) -> Floats:
        return x.reshape(*x.shape[:-1], x.shape[-1] // self.times, self.times)

    def _run(self, parts: Sequence[tuple[int, int]], work: Callable[[int, int, int], None]) -> None:
        """The work on every part, a thread each."""
        if len(parts) == 1:
            work(*parts[0], 0)
            return
        waiting = [_pool().submit(work, a, b, i) for i, (a, b) in enumerate(parts[1:], start=1)]
        work(*parts[0], 0)
        for one in waiting:
            one.result()

    def _parts(self) -> int:
        return 1 if self.rows < SMALL else min(_threads(), self.groups)

    def _by_group(self) -> list[tuple[int, int]]:
        parts = self._parts()
        if parts == 1:
            return [(0, self.groups)]
        cuts = np.searchsorted(self.start, np.linspace(0, self.rows, parts + 1)[1:-1]).tolist()
        return list(zip([0, *cuts], [*cuts, self.groups], strict=True))

    def _by_row(self) -> list[tuple[int, int]]:
        return [(int(self.start[a]), int(self.start[b])) for a, b in self._by_group()]

    def _by_block(self) -> list[tuple[int, int]]:
        assert self.block is not None
        return [(int(self.block[a]), int(self.block[b])) for a, b in self._by_group()]


def _added(outs: Floats) -> Floats:
    """What the threads found, added up."""
    total: Floats = outs[0]
    for more in outs[1:]:
        total += more
    return total


@dataclass(frozen=True)
class Crossing:
    """How two effects share the time: `one` and `two` the remaining parts (exporter, importer), `time` the common one.

    Codes are (observations,) integers from 0; sizes count the levels of each.
    """

    effects: tuple[int, int]
    one: Ids
    two: Ids
    time: Ids
    sizes: tuple[int, int, int]


def lay(codes: Sequence[Ids], sizes: Sequence[int], observations: int, crossing: Crossing | None = None) -> Layout:
    """The layout of observations with these effects (a code an observation for each; any number of effects).

    `crossing` describes the two effects other than the largest, if they share a time; used when there are three.
    """
    if not codes:
        nothing = np.zeros((0, observations), np.int32)
        whole = np.array([0, observations])
        return Layout(observations, np.arange(observations), whole, None, (), (0,), nothing, None, None, 1)
    eliminated = int(np.argmax(sizes))
    others = tuple(i for i in range(len(codes)) if i != eliminated)
    if crossing is not None and len(codes) == 3 and set(crossing.effects) == set(others):
        dense = _cells(codes[eliminated], sizes[eliminated], eliminated, crossing)
        if dense is not None:
            return dense
    order = np.argsort(codes[eliminated], kind="stable")
    place = np.empty(observations, np.int64)
    place[order] = np.arange(observations)
    start = np.concatenate([[0], np.cumsum(np.bincount(codes[eliminated], minlength=sizes[eliminated]))])
    offsets = (0, *np.cumsum([sizes[i] for i in others]).tolist())
    ids = np.empty((len(others), observations), np.int32)
    for j, i in enumerate(others):
        ids[j] = codes[i][order] + offsets[j]
    return Layout(observations, place, start, eliminated, others, offsets, ids, None, None, 1)


def _cells(pair: Ids, pairs: int, eliminated: int, crossing: Crossing) -> Layout | None:
    """The dense layout, or None where blocks do not nest in pairs, cells repeat or too few are full."""
    many_one, many_two, times = crossing.sizes
    key = crossing.one.astype(np.int64) * many_two + crossing.two
    if many_one * many_two > 4 * len(key) + 1000:
        return None
    pair_of = np.full(many_one * many_two, -1, np.int64)
    pair_of[key] = pair
    if not np.array_equal(pair_of[key], pair):
        return None
    present = np.flatnonzero(pair_of >= 0)
    if len(key) < FULL * len(present) * times:
        return None
    order = np.argsort(pair_of[present], kind="stable")
    present = present[order]
    block_of = np.empty(many_one * many_two, np.int64)
    block_of[present] = np.arange(len(present))
    place = block_of[key] * times + crossing.time
    rows = len(present) * times
    if np.bincount(place, minlength=rows).max() > 1:
        return None
    block = np.concatenate([[0], np.cumsum(np.bincount(pair_of[present], minlength=pairs))])
    one, two = np.divmod(present, many_two)
    ends = np.stack([one, many_one + two]).astype(np.int32)
    offsets = (0, many_one * times, (many_one + many_two) * times)
    empty = np.zeros((0, rows), np.int32)
    return Layout(rows, place, block * times, eliminated, crossing.effects, offsets, empty, ends, block, times)
