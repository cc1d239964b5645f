"""Gravity regressions: Poisson pseudo-maximum likelihood and least squares with any number of fixed effects.

estimate = ppml(frame, "trade ~ rta + log(dist)", effects=["exporter^year", "importer^year", "pair"], cluster="pair")
print(estimate.table())
"""

from collections.abc import Sequence

import numpy as np
import polars as pl

from sverka.errors import InputError
from sverka.gravity import absorb, poisson, sample, separation
from sverka.gravity.covariance import CONVENTIONS, parameters, sandwich
from sverka.gravity.estimate import Estimate
from sverka.gravity.formula import parse
from sverka.gravity.kernels import Floats, Ids
from sverka.gravity.layout import Crossing, Layout, lay
from sverka.gravity.refusal import NotConverged
from sverka.gravity.sample import Sample

COLLINEAR = 1e-9
SMALL = 20_000
ROUNDS = 20
#: What may be left of the effects in a column, in units of its size.
ABSORBED = 1e-7


def ppml(
    frame: pl.DataFrame,
    formula: str,
    effects: Sequence[str] = (),
    *,
    cluster: str | Sequence[str] | None = None,
    weights: str | None = None,
    offset: str | None = None,
    small_sample: str = "fixest",
    separated: str = "drop",
    singletons: str = "drop",
    tolerance: float = 1e-6,
    limit: int = 100,
) -> Estimate:
    """Estimate y = exp(x'β + effects + offset) + error by Poisson pseudo-maximum likelihood.

    Parameters
    ----------
    frame : one row an observation (a flow).
    formula : "trade ~ rta + log(dist) + border:factor(year)"; see `sverka.gravity.formula`.
    effects : fixed effects, e.g. ["exporter^year", "importer^year", "pair"]; "a^b" is one effect for each combination,
        "symmetric(a, b)" one for each unordered pair; "pair" means exporter^importer where there is no such column.
        Without effects the model has a constant.
    cluster : one to three ways of clustering errors, written like effects; None gives heteroskedasticity-robust errors.
    weights : column of weights, at least 0; rows of weight 0 are left out.
    offset : column added to the linear predictor with coefficient one (in logarithms).
    small_sample : "fixest", "ppmlhdfe" or "none"; formulas in `sverka.gravity.covariance`.
    separated : "drop" finds and leaves out all separated rows (iterative rectifier); "effects" only those of effects
        that are zero throughout. Rows of the latter kind are always left out: they hold no information.
    singletons : "drop" or "keep" rows that are alone in one of their effects.
    tolerance : how near the maximum, in standard errors of a slope (an upper bound; the last Newton step goes beyond).
    limit : most Newton steps.

    Returns
    -------
    Estimate : coefficients, covariance, what was left out and why, residuals, effects, predictions, tables.

    Raises
    ------
    InputError : unknown columns, negative or infinite trade, nothing left to estimate from.
    NotConverged : no maximum within `limit` steps; there is then no estimate.

    References
    ----------
    Santos Silva, Tenreyro (2006), "The log of gravity", Review of Economics and Statistics 88(4).
    Correia, Guimarães, Zylkin (2020), "Fast Poisson estimation with high-dimensional fixed effects", Stata J. 20(1).
    """
    _among("separated", separated, ("drop", "effects"))
    _common_checks(small_sample, singletons, tolerance, limit)
    drawn = sample.draw(frame, parse(formula), effects, _listed(cluster), weights, offset, counts=True)
    thorough = separated == "drop"
    current = _trimmed(drawn, singletons == "drop")
    if thorough and current.count <= SMALL:
        current = _unseparated(current, current.y == 0, singletons == "drop")
    for _ in range(ROUNDS):
        crossing = current.crossing()
        layout = lay(current.codes, current.sizes, current.count, crossing)
        base = layout.to_rows(np.ones(current.count) if current.weights is None else current.weights)
        y = layout.to_rows(current.y) * base
        x = layout.to_rows(current.x)
        shift = None if current.offset is None else layout.to_rows(current.offset)
        fit = poisson.fit(layout, y, base, x, shift, tolerance, limit)
        if thorough and current.count > SMALL:
            suspects = layout.to_observations(_running(fit, base, tolerance)) > 0
            suspects &= current.y == 0
            smaller = _unseparated(current, suspects, singletons == "drop")
            if smaller.count < current.count:
                current = smaller
                continue
        twins = _collinear(fit.gram, _variation(x, fit.mu))
        if twins:
            current = current.without(twins, "collinear")
            continue
        poisson.refuse(fit, limit)
        break
    else:
        raise InputError("rows and regressors kept being left out", todo="use fewer regressors or effects")
    within = fit.within if current.codes else _with_constant(x, base)
    gram = fit.gram if current.codes else (within * fit.mu) @ within.T
    del x
    seen = layout.to_observations(within)
    estimated = _inference(current, seen, layout.to_observations(y - fit.mu), gram, small_sample)
    slopes = fit.slopes if current.codes else np.append(fit.slopes, fit.level[0])
    eta = layout.to_observations(fit.eta)
    mu = layout.to_observations(fit.mu)
    if current.weights is not None:
        mu = mu / current.weights
    return Estimate(
        method="ppml",
        text=formula,
        sample=current,
        names=_names(current),
        coefficients=slopes,
        covariance=estimated[0],
        parameters=estimated[1],
        small_sample=small_sample,
        deviance=fit.deviance,
        iterations=fit.iterations,
        passes=fit.passes,
        eta=eta,
        mu=mu,
        within=seen,
        effect_values=_effect_values(layout, current, fit.alpha, fit.level, crossing),
    )


def ols(
    frame: pl.DataFrame,
    formula: str,
    effects: Sequence[str] = (),
    *,
    cluster: str | Sequence[str] | None = None,
    weights: str | None = None,
    small_sample: str = "fixest",
    singletons: str = "drop",
    tolerance: float = 1e-10,
) -> Estimate:
    """Least squares with the same formula, effects and clusters as `ppml`: "log(trade) ~ log(dist) + contiguity".

    Rows of zero trade have no logarithm: leave them out first, knowingly. Inference uses Student's t with the fewest
    clusters less one (or n − K) degrees of freedom. `tolerance` is that with which effects are taken out.
    Raises InputError as `ppml` does, NotConverged when effects could not be taken out.
    """
    _common_checks(small_sample, singletons, tolerance, 1)
    drawn = sample.draw(frame, parse(formula), effects, _listed(cluster), weights, None, counts=False)
    current = sample.trim(drawn, zeros=False, singletons=singletons == "drop")
    _some(current)
    for _ in range(ROUNDS):
        crossing = current.crossing()
        layout = lay(current.codes, current.sizes, current.count, crossing)
        base = layout.to_rows(np.ones(current.count) if current.weights is None else current.weights)
        x, y = layout.to_rows(current.x), layout.to_rows(current.y)
        columns = np.concatenate([x, y[None]])
        sizes = np.sqrt(np.einsum("cn,n,cn->c", columns, base, columns))
        taken, passes = absorb.take_out(layout, base, columns, tolerance)
        within = columns[:-1]
        gram = (within * base) @ within.T
        twins = _collinear(gram, _variation(x, base))
        if not twins:
            break
        current = current.without(twins, "collinear")
    worst = float(absorb.left(layout, base, columns, sizes).max())
    if worst > max(ABSORBED, 1e3 * tolerance):
        raise NotConverged(
            "the effects could not be taken out", where=f"{worst:.1e} of a column is left", todo="use fewer effects"
        )
    slopes = np.linalg.solve(gram, within @ (base * columns[-1]))
    residual = columns[-1] - slopes @ within
    alpha = taken[-1] - slopes @ taken[:-1]
    apart = (y - slopes @ x)[None]
    if layout.levels:
        layout.subtract(alpha[None], apart)
    level = layout.group_sums(base * apart[0]) / layout.group_sums(base)
    if not current.codes:
        within, slopes = _with_constant(x, base), np.append(slopes, level[0])
        gram = (within * base) @ within.T
    seen = layout.to_observations(within)
    estimated = _inference(current, seen, layout.to_observations(base * residual), gram, small_sample)
    eta = current.y - layout.to_observations(residual)
    return Estimate(
        method="ols",
        text=formula,
        sample=current,
        names=_names(current),
        coefficients=slopes,
        covariance=estimated[0],
        parameters=estimated[1],
        small_sample=small_sample,
        deviance=float(base @ residual**2),
        iterations=1,
        passes=passes,
        eta=eta,
        mu=eta,
        within=seen,
        effect_values=_effect_values(layout, current, alpha, level, crossing),
    )


def _common_checks(small_sample: str, singletons: str, tolerance: float, limit: int) -> None:
    _among("small_sample", small_sample, CONVENTIONS)
    _among("singletons", singletons, ("drop", "keep"))
    if not 1e-14 <= tolerance <= 0.1:
        raise InputError(f"tolerance={tolerance!r}", todo="choose a number from 1e-14 to 0.1")
    if not 1 <= limit <= 100_000:
        raise InputError(f"limit={limit!r}", todo="choose a whole number from 1 to 100,000")


def _among(option: str, value: str, choices: Sequence[str]) -> None:
    if value not in choices:
        raise InputError(f"{option}={value!r}", todo=f"choose from {', '.join(choices)}")


def _listed(cluster: str | Sequence[str] | None) -> list[str]:
    ways = [] if cluster is None else [cluster] if isinstance(cluster, str) else list(cluster)
    if len(ways) > 3:
        raise InputError(f"{len(ways)} ways of clustering", todo="give one, two or three")
    return ways


def _trimmed(current: Sample, singletons: bool) -> Sample:
    current = sample.trim(current, zeros=True, singletons=singletons)
    _some(current)
    if not (current.y > 0).any():
        raise InputError(f"{current.formula.response.name} is zero in every row used", todo="check the data")
    return current


def _some(current: Sample) -> None:
    if not current.count:
        raise InputError(
            "no row is left once effects with one row or only zeros are left out",
            where=", ".join(
                f"{n:,} {fate}" for n, fate in zip(np.bincount(current.fate), sample.FATES, strict=False) if n
            ),
            todo="use fewer or coarser effects",
        )


def _unseparated(current: Sample, suspects: "np.ndarray[tuple[int], np.dtype[np.bool_]]", singletons: bool) -> Sample:
    """Without rows the rectifier finds separated, and what then falls away with them."""
    found = separation.separated(current.y, current.x, current.codes, current.sizes, suspects)
    if not found.any():
        return current
    return _trimmed(current.keep(~found, sample.SEPARATED), singletons)


def _running(fit: poisson.Fit, base: Floats, tolerance: float) -> Floats:
    """(n,) 1 where a mean is on its way to zero: still moving by large steps, or too small to matter to the fit.

    At the last step the Newton decrement is below tolerance² × dispersion, and a separated row adds about its mean to
    the decrement: rows with larger means cannot be separated.
    """
    dispersion = max(fit.deviance, 1e-300) / max(int(np.count_nonzero(base)), 1)
    tiny = 100 * max(tolerance**2 * dispersion, fit.decrement, 1e-15 * float(fit.mu.sum()))
    return np.asarray(
        (base > 0) & ((np.abs(fit.step) > 0.1) | (fit.mu <= tiny * base) | ~np.bool_(fit.converged)), float
    )


def _variation(x: Floats, weight: Floats) -> Floats:
    """(k,) weighted squares about the mean, or about zero for what hardly varies: the scale of collinearity."""
    whole = float(weight.sum())
    squares = np.einsum("cn,n,cn->c", x, weight, x)
    about = squares - (x @ weight) ** 2 / whole
    scale: Floats = np.where(about > 1e-10 * squares, about, squares)
    return scale


def _collinear(gram: Floats, scale: Floats) -> list[int]:
    """Regressors that effects and earlier regressors explain but for 1e-9 of their variation."""
    left = gram.copy()
    twins = []
    for i in range(len(gram)):
        if left[i, i] <= COLLINEAR * scale[i] or scale[i] == 0.0:
            twins.append(i)
            continue
        left = left - np.outer(left[:, i], left[i]) / left[i, i]
    return twins


def _with_constant(x: Floats, base: Floats) -> Floats:
    return np.concatenate([x, (base > 0).astype(float)[None]])


def _names(current: Sample) -> tuple[str, ...]:
    return current.names if current.codes else (*current.names, "constant")


def _inference(
    current: Sample, within: Floats, residual: Floats, gram: Floats, small_sample: str
) -> tuple[Floats, int]:
    """The covariance and K."""
    count = parameters(len(current.names), current.codes, current.sizes, current.cluster_codes)
    if not len(within):
        return np.zeros((0, 0)), count
    ways, sizes = current.cluster_codes, current.cluster_sizes
    covariance = sandwich(within, residual, gram, ways, sizes, count, small_sample)
    return covariance, count


def _effect_values(
    layout: Layout, current: Sample, alpha: Floats, level: Floats, crossing: Crossing | None
) -> tuple[Floats, ...]:
    """Each effect's values in the order of its own codes."""
    if not current.codes:
        return ()
    found: dict[int, Floats] = {}
    for j, i in enumerate(layout.others):
        values = alpha[layout.offsets[j] : layout.offsets[j + 1]]
        if layout.ends is not None and crossing is not None:
            line: Ids = crossing.one if j == 0 else crossing.two
            by_code = np.empty(current.sizes[i])
            by_code[current.codes[i]] = values[line.astype(np.int64) * crossing.sizes[2] + crossing.time]
            values = by_code
        found[i] = values
    assert layout.eliminated is not None
    found[layout.eliminated] = level
    return tuple(found[i] for i in range(len(current.codes)))
