"""Preconditioned conjugate gradients for the effects that are not eliminated, all columns at once."""

import numpy as np
from numpy.typing import NDArray

from sverka.gravity.kernels import Floats
from sverka.gravity.layout import Layout

MOST = 3000


def solve(
    layout: Layout, weight: Floats, inverse: Floats, preconditioner: Floats, load: Floats, goal: NDArray[np.float64]
) -> tuple[Floats, int]:
    """v (c, L) with D'M D v = load (c, L), each column until its residual's preconditioned norm² is at most goal (c,).

    The system is singular but consistent; conjugate gradients stay in the range, so v is one of its solutions.
    Returns v and the number of passes. Stops without complaint where rounding allows no more: who needs an exact
    answer checks the residual.
    """
    v = np.zeros_like(load)
    active = np.arange(len(load))
    residual = load.copy()
    z = preconditioner * residual
    energy = np.einsum("cl,cl->c", residual, z)
    keep = energy > goal
    active, residual, z, energy = active[keep], residual[keep], z[keep], energy[keep]
    best, stale = np.inf, 0
    direction = z
    passes = 0
    while len(active) and passes < MOST:
        image = layout.schur(weight, inverse, np.ascontiguousarray(direction))
        passes += 1
        curvature = np.einsum("cl,cl->c", direction, image)
        step = np.where(curvature > 0, energy / np.where(curvature > 0, curvature, 1.0), 0.0)[:, None]
        v[active] += step * direction
        residual -= step * image
        z = preconditioner * residual
        fresh = np.einsum("cl,cl->c", residual, z)
        worst = float(np.max(fresh / np.maximum(goal[active], 1e-300)))
        best, stale = (worst, 0) if worst < best else (best, stale + 1)
        keep = (fresh > goal[active]) & (curvature > 0) & (stale < 200)
        direction = z + (fresh / energy)[:, None] * direction
        energy = fresh
        if not keep.all():
            active, residual, direction, energy = active[keep], residual[keep], direction[keep], energy[keep]
    return v, passes


def prepared(layout: Layout, weight: Floats, group: Floats) -> tuple[Floats, Floats]:
    """1/W by level of the eliminated effect (P,), and the inverse diagonal (L,) that preconditions; 0 for no weight."""
    inverse = np.divide(1.0, group, out=np.zeros_like(group), where=group > 0)
    if not layout.levels:
        return inverse, np.zeros(0)
    diagonal = layout.diagonal(weight, inverse)
    whole = layout.sums(weight, np.ones((1, layout.rows)))[0]
    return inverse, np.divide(1.0, diagonal, out=np.zeros_like(diagonal), where=diagonal > 1e-12 * whole)


def take_out(layout: Layout, weight: Floats, x: Floats, tolerance: float) -> tuple[Floats, int]:
    """Take all effects out of x (c, n), in place, under these weights; returns their coefficients (c, L) and passes.

    A column's error is at most about `tolerance` of its own size (of what is left once the eliminated effect is out).
    """
    inverse, preconditioner = prepared(layout, weight, layout.group_sums(weight))
    layout.center(weight, inverse, x)
    if not layout.levels:
        return np.zeros((len(x), 0)), 0
    sizes = np.einsum("cn,n,cn->c", x, weight, x)
    v, passes = solve(layout, weight, inverse, preconditioner, layout.sums(weight, x), tolerance**2 * sizes)
    layout.subtract(v, x)
    layout.center(weight, inverse, x)
    return v, passes


def left(layout: Layout, weight: Floats, x: Floats, sizes: Floats) -> Floats:
    """How much of the effects is still in x (c, n) after `take_out`, in units of `sizes` (c,), its norms before."""
    if not layout.levels:
        return np.zeros(len(x))
    _, preconditioner = prepared(layout, weight, layout.group_sums(weight))
    sums = layout.sums(weight, x)
    norms: Floats = np.sqrt(np.einsum("cl,l,cl->c", sums, preconditioner, sums))
    return np.divide(norms, sizes, out=np.zeros_like(norms), where=sizes > 0)
