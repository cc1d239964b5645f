"""The loops over rows: every pass the estimators make over a panel, compiled.

Rows lie sorted by the eliminated effect (in gravity: the pair); `start[p]:start[p + 1]` are the rows of its level p.
The levels of all other effects share one axis of length L. Two forms of each pass that meets these effects: `*_rows`
reads an index a row; `*_cells` a dense panel of blocks (exporter, importer) × times, where a whole block reads
consecutive numbers, and absent rows have weight zero. Arrays with a leading axis c hold c columns at once. The last
two arguments are the levels (or blocks) from and to which a thread works.
"""

import numpy as np
from numpy.typing import NDArray

from sverka.gravity.jit import jit

Floats = NDArray[np.float64]
Ids = NDArray[np.int32]
Bounds = NDArray[np.int64]


@jit
def concentrate(
    start: Bounds, total: Floats, base: Floats, eta: Floats, mu: Floats, level: Floats, first: int, last: int
) -> None:
    """Poisson means with every level's sum equal to `total`, and the level's effect that makes it so."""
    for p in range(first, last):
        a, b = start[p], start[p + 1]
        top = -np.inf
        for r in range(a, b):
            if base[r] > 0.0 and eta[r] > top:
                top = eta[r]
        s = 0.0
        for r in range(a, b):
            e = 0.0
            if base[r] > 0.0:
                e = base[r] * np.exp(eta[r] - top)
            mu[r] = e
            s += e
        scale = total[p] / s
        level[p] = np.log(scale) - top
        for r in range(a, b):
            mu[r] *= scale


@jit
def center(start: Bounds, weight: Floats, inverse: Floats, x: Floats, first: int, last: int) -> None:
    """Take from each column, in place, its weighted mean within every level."""
    for p in range(first, last):
        a, b = start[p], start[p + 1]
        for c in range(x.shape[0]):
            s = 0.0
            for r in range(a, b):
                s += weight[r] * x[c, r]
            s *= inverse[p]
            for r in range(a, b):
                x[c, r] -= s


@jit
def leverage(start: Bounds, weight: Floats, inverse: Floats, out: Floats, first: int, last: int) -> None:
    """w − w²/W: what each row adds to the diagonal of the Schur complement."""
    for p in range(first, last):
        for r in range(start[p], start[p + 1]):
            out[0, r] = weight[r] - weight[r] * weight[r] * inverse[p]


@jit
def schur_rows(
    start: Bounds, ids: Ids, weight: Floats, inverse: Floats, v: Floats, out: Floats, first: int, last: int
) -> None:
    """Add D'M D v: the weighted normal equations of the other effects once the sorted one is eliminated."""
    longest = 0
    for p in range(first, last):
        longest = max(longest, start[p + 1] - start[p])
    held = np.empty(longest)
    for p in range(first, last):
        a, b = start[p], start[p + 1]
        for c in range(v.shape[0]):
            s = 0.0
            for r in range(a, b):
                t = 0.0
                for j in range(ids.shape[0]):
                    t += v[c, ids[j, r]]
                held[r - a] = t
                s += weight[r] * t
            s *= inverse[p]
            for r in range(a, b):
                t = weight[r] * (held[r - a] - s)
                for j in range(ids.shape[0]):
                    out[c, ids[j, r]] += t


@jit
def schur_cells(
    block: Bounds, ends: Ids, weight: Floats, inverse: Floats, v: Floats, out: Floats, first: int, last: int
) -> None:
    """The same on a dense panel: weight (blocks, times), v and out (c, lines, times), `ends[:, q]` block q's lines."""
    times = weight.shape[1]
    for p in range(first, last):
        for c in range(v.shape[0]):
            s = 0.0
            for q in range(block[p], block[p + 1]):
                one, two = ends[0, q], ends[1, q]
                for t in range(times):
                    s += weight[q, t] * (v[c, one, t] + v[c, two, t])
            s *= inverse[p]
            for q in range(block[p], block[p + 1]):
                one, two = ends[0, q], ends[1, q]
                for t in range(times):
                    flow = weight[q, t] * (v[c, one, t] + v[c, two, t] - s)
                    out[c, one, t] += flow
                    out[c, two, t] += flow


@jit
def gather_rows(ids: Ids, v: Floats, x: Floats, sign: float, first: int, last: int) -> None:
    """Add sign × D v to x, in place."""
    for c in range(v.shape[0]):
        for j in range(ids.shape[0]):
            for r in range(first, last):
                x[c, r] += sign * v[c, ids[j, r]]


@jit
def gather_cells(ends: Ids, v: Floats, x: Floats, sign: float, first: int, last: int) -> None:
    """The same on a dense panel, x (c, blocks, times), for the blocks from first to last."""
    for c in range(v.shape[0]):
        for q in range(first, last):
            one, two = ends[0, q], ends[1, q]
            for t in range(x.shape[2]):
                x[c, q, t] += sign * (v[c, one, t] + v[c, two, t])


@jit
def scatter_rows(ids: Ids, weight: Floats, x: Floats, out: Floats, first: int, last: int) -> None:
    """Add D'(w x): weighted sums by level of every other effect."""
    for c in range(x.shape[0]):
        for j in range(ids.shape[0]):
            for r in range(first, last):
                out[c, ids[j, r]] += weight[r] * x[c, r]


@jit
def scatter_cells(ends: Ids, weight: Floats, x: Floats, out: Floats, first: int, last: int) -> None:
    """The same on a dense panel, for the blocks from first to last."""
    for c in range(x.shape[0]):
        for q in range(first, last):
            one, two = ends[0, q], ends[1, q]
            for t in range(x.shape[2]):
                flow = weight[q, t] * x[c, q, t]
                out[c, one, t] += flow
                out[c, two, t] += flow
