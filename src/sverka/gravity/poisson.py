"""Poisson pseudo-maximum likelihood by Newton steps on the likelihood from which the sorted effect is concentrated out.

At every step the eliminated effect is exactly the one that makes each of its levels' means sum to its data, so the
function left to maximise, in the slopes β and the other effects α, is concave and nearly quadratic where it matters.
Its Hessian is the Schur complement that `absorb` solves with. A step is the best combination (Galerkin) of the
regressors from which effects have been taken and the effects' own Newton direction: exact when the inner solves are,
an ascent direction always, so inner tolerances start loose and tighten as steps shrink.

Where a mean μ is far below its y, Newton's working response (y − μ)/μ has no bound, and where one row takes nearly all
of its level's mean the curvature is near nothing: steps in the effects of few rows then overshoot, down and up, ever
further. There the weights of the step are max(μ, y), under which the working response lies between −1 and 1.
"""

from dataclasses import dataclass

import numpy as np

from sverka.gravity import absorb
from sverka.gravity.kernels import Floats
from sverka.gravity.layout import Layout
from sverka.gravity.refusal import NotConverged

HALVINGS = 30
#: Fewer before the directions themselves are found anew, from a cold start and tightly.
HALVINGS_FAST = 4
WARMING = 2
#: An effect that Newton alone would move further (in logs) has a curvature that says nothing about so long a way.
REACH = 3.0
#: Most bounded steps in a row: they are sure, but slow where means are far from data even at the maximum.
BOUNDED = 4
FIRST, TIGHTEST, EASE = 0.1, 1e-6, 0.05


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
    passes, decrement, reached, tight, careful = 0, np.inf, False, FIRST, False
    bounded_steps = 0
    rounding = np.append(1e-26 * np.abs(x).max(axis=1, initial=0.0) ** 2, 0.0)
    work, step = np.empty((columns + 1, layout.rows)), np.zeros(layout.rows)
    iteration = 0
    for iteration in range(1, limit + 1):
        push = layout.sums(np.ones(layout.rows), (y - mu)[None])[0]
        system = _system(layout, mu, total)
        newton = not (careful or (bounded_steps < BOUNDED and _overshoots(layout, system, push)))
        bounded_steps = 0 if newton else bounded_steps + 1
        if not newton:
            bounded = np.maximum(mu, y)
            system = _system(layout, bounded, layout.group_sums(bounded))
        if careful:
            taken[:], tight = 0.0, TIGHTEST
        more, own = _directions(layout, system, push, x, taken, work, tight, rounding)
        passes += more
        gram, gradient = _moments(work, system.weight, y - mu)
        combination = _combined(gram, gradient, 100 * rounding * float(system.weight.sum()))
        previous, decrement = decrement, float(gradient @ combination)
        dispersion = max(deviance, 0.0) / degrees
        step = combination @ work
        size = 1.0
        for _ in range(HALVINGS if careful else HALVINGS_FAST):
            tried = eta + size * step
            value = deviance_at(tried)
            if value <= deviance + 1e-11 * (abs(deviance) + abs(saturated)):
                break
            size /= 2
        else:
            deviance_at(eta)
            if careful:
                break
            careful = True
            continue
        eta, deviance = tried, value
        slopes = slopes + size * combination[:-1]
        alpha = alpha + size * (combination[-1] * own - combination[:-1] @ taken)
        if newton and size == 1.0 and decrement <= max(tolerance**2 * dispersion, 1e-15 * float(total.sum())):
            reached = True
            break
        settling = newton and iteration > 1
        tight = min(FIRST, max(TIGHTEST, EASE * (decrement / max(previous, decrement)) ** 0.5)) if settling else FIRST
        careful = False
    within = work[:-1]
    passes += _directions(layout, _system(layout, mu, total), None, x, taken, work, 1e-8, rounding)[0]
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


@dataclass(frozen=True)
class _System:
    """Weights of the rows (n,), one over their sums by level of the eliminated effect (P,), and what preconditions
    the equations of the other effects (L,)."""

    weight: Floats
    inverse: Floats
    preconditioner: Floats


def _system(layout: Layout, weight: Floats, group: Floats) -> _System:
    return _System(weight, *absorb.prepared(layout, weight, group))


def _overshoots(layout: Layout, system: _System, push: Floats) -> bool:
    """Whether Newton would move some effect, taken alone, by more than REACH, or cannot move one that is pushed."""
    if not layout.levels:
        return False
    whole = layout.sums(system.weight, np.ones((1, layout.rows)))[0]
    force = np.abs(push)
    stuck = (system.preconditioner == 0.0) & (force > 1e-9 * whole)
    return bool(stuck.any() or (force * system.preconditioner > REACH).any())


def _combined(gram: Floats, gradient: Floats, noise: Floats) -> Floats:
    """gram⁺ gradient; columns are first brought to one size, for a small one is no lesser direction, and those of
    which no more than rounding (c,) is left are not moved along."""
    square = np.diag(gram)
    scale = np.divide(1.0, np.sqrt(square), out=np.zeros_like(square), where=square > noise)
    inverse = np.linalg.pinv(gram * np.outer(scale, scale), rcond=1e-13, hermitian=True)
    solved: Floats = scale * (inverse @ (scale * gradient))
    return solved


def _directions(
    layout: Layout,
    system: _System,
    push: Floats | None,
    x: Floats,
    taken: Floats,
    work: Floats,
    tight: float,
    noise: Floats,
) -> tuple[int, Floats]:
    """Fill work with the regressors and (last) the effects' Newton direction, effects taken out; update `taken`.

    `push` (L,) is the gradient in the effects; None leaves their direction out. `tight` is the inner tolerance, of
    regressors relative to each one's own size, of the effects' direction relative to its load. Below `noise` (c,) of
    the whole weight a column is rounding, and solving for it would only make it grow.
    """
    weight, inverse, preconditioner = system.weight, system.inverse, system.preconditioner
    work[:-1] = x
    work[-1] = 0.0
    passes, direction = 0, np.zeros(layout.levels)
    if layout.levels:
        layout.subtract(taken, work[:-1])
    layout.center(weight, inverse, work)
    if layout.levels:
        load = layout.sums(weight, work)
        if push is not None:
            load[-1] = push
        sizes = np.einsum("cn,n,cn->c", work, weight, work)
        energy = np.einsum("cl,l,cl->c", load, preconditioner, load)
        goal = np.maximum(tight**2 * sizes, noise * float(weight.sum()))
        goal[-1] = 0.0 if push is None else tight**2 * energy[-1]
        change, passes = absorb.solve(layout, weight, inverse, preconditioner, load, goal)
        taken += change[:-1]
        direction = change[-1].copy()
        change[-1] *= -1
        layout.subtract(change, work)
        layout.center(weight, inverse, work)
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
