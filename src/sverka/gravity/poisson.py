"""Poisson pseudo-maximum likelihood by Newton steps on the likelihood from which the sorted effect is concentrated out.

At every step the eliminated effect is exactly the one that makes each of its levels' means sum to its data, so the
function left to maximise, in the slopes β and the other effects α, is concave and nearly quadratic where it matters.
Its Hessian is the Schur complement that `absorb` solves with. A step is the best combination (Galerkin) of the
regressors from which effects have been taken and the effects' own Newton direction: exact when the inner solves are,
an ascent direction always, so inner tolerances start loose and tighten as steps shrink.
"""

from dataclasses import dataclass

import numpy as np

from sverka.gravity import absorb
from sverka.gravity.kernels import Floats
from sverka.gravity.layout import Layout
from sverka.gravity.refusal import NotConverged

HALVINGS = 30
WARMING = 2


@dataclass(frozen=True)
class Fit:
    """A converged fit, in the order of the layout's rows.

    Attributes
    ----------
    slopes : (k,); alpha : (L,) effects solved for; level : (P,) effects eliminated.
    eta, mu : (n,) linear predictor with effects and offset; mean times weight.
    within : (k, n) regressors with all effects taken out under the weights mu.
    gram : (k, k) within' diag(mu) within.
    deviance : 2 Σ w (y log(y/μ) − (y − μ)).
    step : (n,) size of the last change of eta; large where a mean runs to zero.
    """

    slopes: Floats
    alpha: Floats
    level: Floats
    eta: Floats
    mu: Floats
    within: Floats
    gram: Floats
    deviance: float
    iterations: int
    passes: int
    decrement: float
    step: Floats
    converged: bool


def fit(layout: Layout, y: Floats, base: Floats, x: Floats, offset: Floats | None, tolerance: float, limit: int) -> Fit:
    """Maximise Σ (y η − base e^η) over slopes and all effects.

    Parameters
    ----------
    y : (n,) response times weight; base : (n,) weight, 0 in empty cells; x : (k, n) regressors; offset : (n,) or None.
    tolerance : stop when the Newton decrement is below tolerance² × dispersion: a slope is then within about
        `tolerance` standard errors of the maximum (and closer, for the last step is still taken).
    limit : most Newton steps.

    `converged` is False when steps ran out or could not raise the likelihood.
    """
    columns = len(x)
    total = layout.group_sums(y)
    with np.errstate(divide="ignore", invalid="ignore"):
        saturated = float(np.sum(np.where(y > 0, y * np.log(y / base), 0.0)))
    degrees = max(int(np.count_nonzero(base)) - columns - layout.levels - layout.groups, 1)
    eta = np.zeros(layout.rows) if offset is None else offset.copy()
    alpha = _balance(layout, y, base, eta)
    mu, level = np.empty(layout.rows), np.empty(layout.groups)

    def deviance_at(predictor: Floats) -> float:
        layout.concentrate(total, base, predictor, mu, level)
        return 2.0 * (saturated - float(y @ predictor) - float(total @ level))

    deviance = deviance_at(eta)
    slopes, taken = np.zeros(columns), np.zeros((columns, layout.levels))
    passes, decrement, reached, tight = 0, np.inf, False, 0.1
    work, step = np.empty((columns + 1, layout.rows)), np.zeros(layout.rows)
    iteration = 0
    for iteration in range(1, limit + 1):
        more, own = _directions(layout, y, mu, total, x, taken, work, tight, tight)
        passes += more
        gram, gradient = _moments(work, mu, y - mu)
        combination = np.linalg.pinv(gram, rcond=1e-14, hermitian=True) @ gradient
        previous, decrement = decrement, float(gradient @ combination)
        dispersion = max(deviance, 0.0) / degrees
        step = combination @ work
        size = 1.0
        for _ in range(HALVINGS):
            tried = eta + size * step
            value = deviance_at(tried)
            if value <= deviance + 1e-11 * (abs(deviance) + abs(saturated)):
                break
            size /= 2
        else:
            break
        eta, deviance = tried, value
        slopes = slopes + size * combination[:-1]
        alpha = alpha + size * (combination[-1] * own - combination[:-1] @ taken)
        if size == 1.0 and decrement <= max(tolerance**2 * dispersion, 1e-15 * float(total.sum())):
            reached = True
            break
        tight = min(0.1, max(1e-6, 0.3 * (decrement / max(previous, decrement)) ** 0.5)) if iteration > 1 else 0.1
    within = work[:-1]
    passes += _directions(layout, y, mu, total, x, taken, work, 1e-8, None)[0]
    gram = _moments(within, mu, y)[0]
    shifted = eta + np.repeat(level, np.diff(layout.start))
    # Steps were centred, so levels had taken up what slopes and other effects explain at the level's mean.
    explained = (slopes @ x if offset is None else slopes @ x + offset)[None]
    layout.subtract(-alpha[None], explained)
    level = (shifted - explained[0])[layout.start[:-1]]
    return Fit(
        slopes, alpha, level, shifted, mu, within, gram, max(deviance, 0.0), iteration, passes, decrement, step, reached
    )


def refuse(result: Fit, limit: int) -> None:
    """Raise unless converged, saying what to try."""
    if not result.converged:
        raise NotConverged(
            f"no maximum of the likelihood was reached in {result.iterations} Newton steps",
            where=f"Newton decrement {result.decrement:.1e}, deviance {result.deviance:.6g}",
            todo=f"try limit={2 * limit}, rescale regressors to comparable sizes, or leave out effects with few rows",
        )


def _balance(layout: Layout, y: Floats, base: Floats, eta: Floats) -> Floats:
    """Start the other effects by proportional fitting: scale means to each effect's totals in turn; adds to eta."""
    alpha = np.zeros(layout.levels)
    if not layout.levels:
        return alpha
    ones = np.ones((1, layout.rows))
    target = layout.sums(np.ones(layout.rows), y[None])[0]
    mean = base * np.exp(eta - eta.max())
    for _ in range(WARMING):
        for a, b in zip(layout.offsets[:-1], layout.offsets[1:], strict=True):
            current = layout.sums(mean, ones)[0]
            change = np.zeros(layout.levels)
            fine = (current > 0) & (target > 0)
            fine[:a] = fine[b:] = False
            change[fine] = np.log(target[fine] / current[fine])
            alpha += change
            moved = np.zeros((1, layout.rows))
            layout.subtract(change[None], moved)
            eta -= moved[0]
            mean *= np.exp(-moved[0])
    return alpha


def _directions(
    layout: Layout,
    y: Floats,
    mu: Floats,
    total: Floats,
    x: Floats,
    taken: Floats,
    work: Floats,
    tight: float,
    own: float | None,
) -> tuple[int, Floats]:
    """Fill work with the regressors and (last) the effects' Newton direction, effects taken out; update `taken`.

    `tight` is the inner tolerance of the regressors, relative to each one's own size; `own` that of the effects'
    direction, relative to its load; None leaves it out.
    """
    work[:-1] = x
    work[-1] = 0.0
    inverse, preconditioner = absorb.prepared(layout, mu, total)
    passes, direction = 0, np.zeros(layout.levels)
    if layout.levels:
        layout.subtract(taken, work[:-1])
    layout.center(mu, inverse, work)
    if layout.levels:
        load = layout.sums(mu, work)
        if own is not None:
            load[-1] = layout.sums(np.ones(layout.rows), (y - mu)[None])[0]
        sizes = np.einsum("cn,n,cn->c", work, mu, work)
        energy = np.einsum("cl,l,cl->c", load, preconditioner, load)
        goal = tight**2 * sizes
        goal[-1] = 0.0 if own is None else own**2 * energy[-1]
        change, passes = absorb.solve(layout, mu, inverse, preconditioner, load, goal)
        taken += change[:-1]
        direction = change[-1].copy()
        change[-1] *= -1
        layout.subtract(change, work)
        layout.center(mu, inverse, work)
    return passes, direction


def _moments(columns: Floats, weight: Floats, residual: Floats) -> tuple[Floats, Floats]:
    """columns' diag(weight) columns and columns' residual, in slices that stay in the cache."""
    gram = np.zeros((len(columns), len(columns)))
    gradient = np.zeros(len(columns))
    for a in range(0, columns.shape[1], 16384):
        part = np.ascontiguousarray(columns[:, a : a + 16384])
        gram += (part * weight[a : a + 16384]) @ part.T
        gradient += part @ residual[a : a + 16384]
    return gram, gradient
