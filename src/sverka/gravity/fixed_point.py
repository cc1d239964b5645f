"""Root finding for market clearing in logs: an accelerated tâtonnement, and the plain cautious one where that fails."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
# x -> (x normalised, excess demand f in logs)
Excess = Callable[[Array], tuple[Array, Array]]
# the diagonal of −∂f/∂x where f was last worked out
Slope = Callable[[], Array]

MEMORY = 8
SLOPES = 4
LONGEST_STEP = 1.0
BURST = 150
CAUTIOUS_STEPS = 1000


def clear(
    excess: Excess, slope: Slope, steepest: float, start: Array, tolerance: float, max_iterations: int
) -> tuple[Array, int, float]:
    """Move log prices until log excess demand vanishes; returns (x, iterations, largest |f|), converged or not.

    Bursts of `accelerated` steps; between them, if they did not do, cautious steps ½ f / steepest, slow and safe,
    until the residual is a tenth. `steepest` bounds −∂f/∂x from above: 1 + θ + ψ in gravity.
    """
    x, spent = start, 0
    while True:
        x, used, residual = accelerated(excess, slope, x, tolerance, min(BURST, max_iterations - spent))
        spent += used
        if residual <= tolerance or spent >= max_iterations:
            return x, spent, residual
        goal = 0.1 * residual
        for _ in range(min(CAUTIOUS_STEPS, max_iterations - spent)):
            moved, f = excess(x)
            spent += 1
            residual = float(np.abs(f).max())
            if not np.isfinite(residual):
                return x, spent, np.inf
            x = moved
            if residual <= goal:
                break
            x = x + np.clip(0.5 / steepest * f, -0.5, 0.5)
        if spent >= max_iterations:
            return moved, spent, residual


def accelerated(
    excess: Excess, slope: Slope, start: Array, tolerance: float, max_iterations: int
) -> tuple[Array, int, float]:
    """Steps x ← x + f / d, whose speed is set country by country by the own-price slope d of excess demand.

    That is Jacobi's iteration for Newton's method, with the slopes of the first few points. Anderson's acceleration [1]
    combines the last eight steps; a step longer than e in any price is shortened, and the memory is dropped when the
    residual grows tenfold. Returns the best point met if it does not converge.

    References
    ----------
    [1] H. F. Walker, P. Ni (2011), "Anderson acceleration for fixed-point iterations", SIAM J. Numer. Anal. 49(4).
    """
    x, f = excess(start)
    speed = 1.0 / slope()
    moves, changes, gram = np.empty((MEMORY, x.size)), np.empty((MEMORY, x.size)), np.empty((MEMORY, MEMORY))
    kept, best, best_residual = 0, x, np.inf
    before: tuple[Array, Array] | None = None
    for iteration in range(1, max_iterations + 1):
        residual = float(np.abs(f).max())
        if not residual <= 10.0 * best_residual:  # also when it is not a number
            if not np.isfinite(best_residual):
                break
            x, f = excess(best)
            f, speed = 0.5 * f, 1.0 / slope()
            residual, kept, before = best_residual, 0, None
        if residual < best_residual:
            best, best_residual = x, residual
        if residual <= tolerance:
            return x, iteration, residual
        if iteration <= SLOPES:
            speed = 1.0 / slope()
        step = f * speed
        advance = step
        if before is not None:
            row = kept % MEMORY
            np.subtract(x, before[0], out=moves[row])
            np.subtract(step, before[1], out=changes[row])
            kept += 1
            used = min(kept, MEMORY)
            gram[row, :used] = gram[:used, row] = changes[:used] @ changes[row]
            mixed = mixing(gram[:used, :used], changes[:used] @ step)
            advance = step - mixed @ moves[:used] - mixed @ changes[:used]
        longest = float(np.abs(advance).max())
        if longest > LONGEST_STEP:
            advance = advance * (LONGEST_STEP / longest)
        before = (x, step)
        x, f = excess(x + advance)
    return best, max_iterations, best_residual


def mixing(gram: Array, projection: Array) -> Array:
    """Weights γ that minimise |step − γ·changes|, by normal equations small enough to solve outright."""
    firm = gram.copy()
    firm.flat[:: len(gram) + 1] *= 1.0 + 1e-13
    try:
        weights = np.asarray(np.linalg.solve(firm, projection), dtype=np.float64)
    except np.linalg.LinAlgError:
        return np.zeros(len(gram))
    return weights
