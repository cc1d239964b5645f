"""Root finding for market clearing: Anderson acceleration of a scaled tâtonnement, in logs, with a Newton fallback."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
# x -> (x normalised, excess demand f in logs, diagonal of −∂f/∂x)
Excess = Callable[[Array], tuple[Array, Array, Array]]

MEMORY = 6
LONGEST_STEP = 1.0


def clear(excess: Excess, start: Array, tolerance: float, max_iterations: int) -> tuple[Array, int, float]:
    """Move log prices until log excess demand vanishes; returns (x, iterations, largest |f|), converged or not.

    Each step is x ← x + f / d: a tâtonnement whose speed is set country by country by the own-price slope d of excess
    demand (Jacobi's iteration for Newton's method). Anderson's acceleration [1] combines the last six steps; a step
    longer than e in any price is shortened, and the memory is dropped when the residual grows tenfold.

    References
    ----------
    [1] H. F. Walker, P. Ni (2011), "Anderson acceleration for fixed-point iterations", SIAM J. Numer. Anal. 49(4).
    """
    x, f, slope = excess(start)
    moves, changes = np.empty((MEMORY, x.size)), np.empty((MEMORY, x.size))
    kept, best, best_residual = 0, x, np.inf
    before: tuple[Array, Array] | None = None
    for iteration in range(1, max_iterations + 1):
        residual = float(np.abs(f).max())
        if not residual <= 10.0 * best_residual:  # also when it is not a number
            if not np.isfinite(best_residual):
                break
            x, f, slope = excess(best)
            f = 0.5 * f
            residual, kept, before = best_residual, 0, None
        if residual < best_residual:
            best, best_residual = x, residual
        if residual <= tolerance:
            return x, iteration, residual
        step = f / slope
        advance = step
        if before is not None:
            row = kept % MEMORY
            np.subtract(x, before[0], out=moves[row])
            np.subtract(step, before[1], out=changes[row])
            kept += 1
            used = min(kept, MEMORY)
            advance = step - mixing(changes[:used], step) @ (moves[:used] + changes[:used])
        longest = float(np.abs(advance).max())
        if longest > LONGEST_STEP:
            advance = advance * (LONGEST_STEP / longest)
        before = (x, step)
        x, f, slope = excess(x + advance)
    return best, max_iterations, best_residual


def mixing(changes: Array, step: Array) -> Array:
    """Weights γ that minimise |step − γ·changes|, by normal equations small enough to solve outright."""
    gram = changes @ changes.T
    gram[np.diag_indices_from(gram)] *= 1.0 + 1e-13
    try:
        return np.asarray(np.linalg.solve(gram, changes @ step), dtype=np.float64)
    except np.linalg.LinAlgError:
        return np.zeros(len(changes))
