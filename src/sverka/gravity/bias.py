"""Bias correction and corrected standard errors of gravity PPML with two or three effects (Weidner and Zylkin 2021)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from numpy.typing import NDArray

from sverka.errors import InputError
from sverka.gravity.balanced import Panel, panel

if TYPE_CHECKING:
    from sverka.gravity.estimate import Estimate

Array = NDArray[np.float64]
Codes = NDArray[np.int64]

EXACT_UP_TO = 4000


@dataclass(frozen=True)
class Correction:
    """Corrected coefficients and their covariance; k regressors.

    names : the regressors; coefficients : (k,) corrected; original : (k,) as estimated; bias : (k,) what was
    subtracted, zero with two-way effects; covariance : (k, k) corrected, clustered by pair; original_covariance : the
    same without the correction; exact : whether the noise of the effects was worked out in full or to leading order.
    """

    names: tuple[str, ...]
    coefficients: Array
    original: Array
    bias: Array
    covariance: Array
    original_covariance: Array
    exact: bool

    @property
    def standard_errors(self) -> Array:
        """(k,) corrected standard errors."""
        return np.asarray(np.sqrt(np.diag(self.covariance)), dtype=np.float64)

    @property
    def original_standard_errors(self) -> Array:
        """(k,) clustered standard errors without the correction, factor P/(P − 1) for P pairs."""
        return np.asarray(np.sqrt(np.diag(self.original_covariance)), dtype=np.float64)

    def tidy(self) -> pl.DataFrame:
        """One row a coefficient: name, original, original_standard_error, bias, estimate, standard_error."""
        return pl.DataFrame(
            {
                "name": list(self.names),
                "original": self.original,
                "original_standard_error": self.original_standard_errors,
                "bias": self.bias,
                "estimate": self.coefficients,
                "standard_error": self.standard_errors,
            }
        )


def weidner_zylkin(
    estimate: "Estimate",
    exporter: str = "exporter",
    importer: str = "importer",
    time: str | None = "year",
    *,
    exact: bool | None = None,
) -> Correction:
    """Correct an estimate of `ppml` with exporter-time and importer-time effects, with or without pair effects.

    Parameters
    ----------
    estimate : of `ppml`; its effects are `exporter^time`, `importer^time` and, for the three-way model, the directed
        pair `exporter^importer`, under any names.
    exporter, importer, time : columns of its frame; `time=None` for one period with effects `exporter` and `importer`.
    exact : see `three_way`.

    Raises
    ------
    InputError if the model is another one: nothing is known then about its bias.
    """
    if estimate.method != "ppml":
        raise InputError("the correction is for PPML", where=f"method={estimate.method}", todo="estimate with ppml(…)")
    arrays = estimate.arrays()
    sides = [estimate.codes(name).astype(np.int64) for name in (exporter, importer)]
    times = estimate.codes(time).astype(np.int64) if time is not None else np.zeros(len(arrays.y), dtype=np.int64)
    wanted = [_crossed(sides[0], times), _crossed(sides[1], times), _crossed(sides[0], sides[1])]
    effects = [np.asarray(code, dtype=np.int64) for code in estimate.sample.codes]
    matched = [any(_same(effect, other) for effect in effects) for other in wanted[: max(len(effects), 2)]]
    if len(effects) not in (2, 3) or not all(matched):
        raise InputError(
            "the effects are not those of a two- or three-way gravity model",
            where=", ".join(effect.name for effect in estimate.sample.effects) or "none",
            todo='estimate with effects=["exporter^year", "importer^year", "exporter^importer"], '
            "or name the columns: weidner_zylkin(estimate, exporter=…, importer=…, time=…)",
        )
    data = panel(
        arrays.y * arrays.weights,
        arrays.mu * arrays.weights,
        arrays.within.T,
        sides[0],
        sides[1],
        times,
    )
    correct = three_way if len(effects) == 3 else two_way
    return correct(data, estimate.coefficients, estimate.names, exact=exact)


def three_way(data: Panel, coefficients: Array, names: tuple[str, ...], *, exact: bool | None = None) -> Correction:
    """Exporter-time, importer-time and pair effects: coefficients have a bias of the order of their standard errors.

    With λ the mean, S_ij = y_ij − λ_ij the score of a pair over its T periods, H_ij = diag λ_ij − λ_ij λ_ij'/Σ_t λ_ijt
    its Hessian with the pair effect profiled out, x̃ the regressors within all effects, W = Σ x̃'diag(λ)x̃ / P over P
    pairs, and for every exporter i, H_i = Σ_j H_ij, and + the pseudo-inverse, the bias [1, eq. 12–13] is

        W⁻¹ [ N_i/(N_i − 1) · B / n_j + N_j/(N_j − 1) · D / n_i ],
        B_k = −(1/N_i) Σ_i tr H_i⁺ Σ_j H_ij x̃_ijk S_ij' + (1/2N_i) Σ_i tr G_ik H_i⁺ (Σ_j S_ij S_ij') H_i⁺,
        G_ik = −Σ_j (diag(x̃_ijk) H_ij + H_ij diag(x̃_ijk)),

    with n_j partners an exporter has on average; D is the same over importers. The sandwich uses, for S_ij S_ij',
    (I − H_ij (x̃_ij V_x x̃_ij' + d_ij V_d d_ij'))⁻¹ S_ij S_ij', the leverage that estimated slopes and effects have on
    their own score [1, section 3.4], and the factor P/(P − 1).

    Parameters
    ----------
    data : see `panel`; `within` without all three effects.
    exact : whether V_d inverts the whole Hessian of the effects; else only its blocks by exporter and by importer,
        which is right to leading order. By default where there are at most 4,000 effects.

    References
    ----------
    [1] M. Weidner, T. Zylkin (2021), "Bias and consistency in three-way gravity models", J. Int. Econ. 132.
    """
    hessian = data.mean[:, :, None] * np.eye(data.periods)
    total = data.mean.sum(axis=1)
    hessian -= data.mean[:, :, None] * data.mean[:, None, :] / total[:, None, None]
    bread = _bread(data)
    shift = np.zeros(len(coefficients))
    for side, count in ((data.exporter, data.exporters), (data.importer, data.importers)):
        partners = data.pairs / count
        shift += count / (count - 1) / partners * _side(data, hessian, side, count)
    bias = data.pairs * bread @ shift
    full = _whole(data, exact)
    covariance = _sandwich(data, bread, _leverage(data, hessian, bread, True, full))
    return Correction(names, coefficients - bias, coefficients, bias, covariance, _sandwich(data, bread, None), full)


def two_way(data: Panel, coefficients: Array, names: tuple[str, ...], *, exact: bool | None = None) -> Correction:
    """Exporter-time and importer-time effects: no bias of that order, but standard errors that are too small.

    As `three_way`, with H_ij = diag λ_ij and bias zero; V_d is inverted period by period. Reference: [1] there.
    """
    hessian = data.mean[:, :, None] * np.eye(data.periods)
    bread = _bread(data)
    full = _whole(data, exact)
    covariance = _sandwich(data, bread, _leverage(data, hessian, bread, False, full))
    none = np.zeros(len(coefficients))
    return Correction(names, coefficients, coefficients, none, covariance, _sandwich(data, bread, None), full)


def _bread(data: Panel) -> Array:
    """(Σ x̃'diag(λ)x̃)⁻¹."""
    return np.asarray(np.linalg.inv(np.einsum("pt,ptk,ptl->kl", data.mean, data.within, data.within)))


def _whole(data: Panel, exact: bool | None) -> bool:
    """Whether to invert the Hessian of the effects as a whole."""
    if exact is not None:
        return exact
    return bool((data.exporters + data.importers) * data.periods <= EXACT_UP_TO)


def _grouped(values: Array, codes: Codes, count: int) -> Array:
    """Σ over the pairs of each group."""
    flat = values.reshape(len(values), -1)
    columns = [np.bincount(codes, flat[:, column], count) for column in range(flat.shape[1])]
    return np.asarray(np.stack(columns, axis=1).reshape(count, *values.shape[1:]), dtype=np.float64)


def _side(data: Panel, hessian: Array, codes: Codes, count: int) -> Array:
    """B (k,) for exporters, or D for importers."""
    inverse = np.linalg.pinv(_grouped(hessian, codes, count), rcond=1e-10, hermitian=True)
    score = _grouped(data.score[:, :, None] * data.score[:, None, :], codes, count)
    spread = inverse @ score @ inverse
    found = np.empty(data.within.shape[2])
    for k in range(len(found)):
        x = data.within[:, :, k]
        pulled = np.einsum("pst,pt->ps", hessian, x)
        first = np.einsum("nst,nts->", inverse, _grouped(pulled[:, :, None] * data.score[:, None, :], codes, count))
        bent = hessian * (x[:, :, None] + x[:, None, :])
        second = np.einsum("nst,nts->", -_grouped(bent, codes, count), spread)
        found[k] = (-first + 0.5 * second) / count
    return found


def _leverage(data: Panel, hessian: Array, bread: Array, pairs_too: bool, whole: bool) -> Array:
    """(I − leverage)⁻¹ (P, T, T) of every pair's score on itself, through slopes and effects.

    To leading order the effects' part is a product over the two sides, as if each were known without the other.
    """
    unit = np.eye(data.periods)
    slopes = hessian @ np.einsum("psk,kl,ptl->pst", data.within, bread, data.within)
    if whole:
        return _pseudo(unit - slopes - hessian @ _noise(data, hessian, pairs_too))
    sides = [
        hessian @ np.linalg.pinv(_grouped(hessian, codes, size), rcond=1e-10, hermitian=True)[codes]
        for codes, size in ((data.exporter, data.exporters), (data.importer, data.importers))
    ]
    return _pseudo((unit - sides[0] - slopes) @ (unit - sides[1]))


def _pseudo(matrices: Array) -> Array:
    """Inverses; a pair that is all the trade of a country in a period is fitted exactly and has nothing to correct."""
    return np.asarray(np.linalg.pinv(matrices, rcond=1e-9))


def _noise(data: Panel, hessian: Array, pairs_too: bool) -> Array:
    """d_ij V_d d_ij' (P, T, T): how noisily each pair's exporter and importer effects are known together."""
    count, periods = data.exporters + data.importers, data.periods
    ends = (data.exporter, data.exporters + data.importer)
    information = np.zeros((count, count, periods, periods))
    for one in ends:
        for other in ends:
            flat = _grouped(hessian, one * count + other, count * count)
            information += flat.reshape(information.shape)
    # What effects cannot tell apart is made definite in directions that leave the leverage as it is: a constant between
    # the two sides in each period, a constant of each country where pair effects take it up, effects never seen.
    weight = float(np.einsum("nntt->", information)) / (count * periods)
    side = np.concatenate([np.ones(data.exporters), -np.ones(data.importers)])
    information += weight / count * np.outer(side, side)[:, :, None, None] * np.eye(periods)
    own = np.arange(count)
    if pairs_too:
        information[own, own] += weight / periods
    unseen = np.einsum("nntt->nt", information) <= 0.0
    information[own, own] += weight * unseen[:, :, None] * np.eye(periods)
    noise = np.zeros_like(hessian)
    blocks = [slice(None)] if pairs_too else [slice(t, t + 1) for t in range(periods)]
    for block in blocks:
        part = information[:, :, block, block]
        length = part.shape[2]
        inverse = _inverse(part.transpose(0, 2, 1, 3).reshape(count * length, count * length))
        variance = inverse.reshape(count, length, count, length)
        for one in ends:
            for other in ends:
                noise[:, block, block] += variance[one, :, other, :]
    return noise


def _inverse(information: Array) -> Array:
    """Of a symmetric matrix; the pseudo-inverse where groups of countries do not trade and it stays singular."""
    from scipy import linalg

    try:
        factor = linalg.cho_factor(information)
        if np.diag(factor[0]).min() > 1e-7 * np.diag(factor[0]).max():
            return np.asarray(linalg.cho_solve(factor, np.eye(len(information))))
    except linalg.LinAlgError:
        pass
    return np.asarray(np.linalg.pinv(information, rcond=1e-12, hermitian=True))


def _sandwich(data: Panel, bread: Array, inflation: Array | None) -> Array:
    """Covariance clustered by pair; with leverage taken out of the scores where its `inflation` is given."""
    raised = data.score if inflation is None else np.einsum("pst,pt->ps", inflation, data.score)
    left = np.einsum("ptk,pt->pk", data.within, raised)
    right = np.einsum("ptk,pt->pk", data.within, data.score)
    covariance = data.pairs / (data.pairs - 1) * bread @ (left.T @ right) @ bread
    return np.asarray(0.5 * (covariance + covariance.T))


def _crossed(one: Codes, other: Codes) -> Codes:
    """One code for every combination."""
    return np.asarray(one * (int(other.max(initial=0)) + 1) + other)


def _same(one: Codes, other: Codes) -> bool:
    """Whether two codings part the rows in the same way."""
    sizes = [len(np.unique(codes)) for codes in (one, other)]
    both = np.unique(np.stack([one, other]), axis=1).shape[1]
    return bool(sizes[0] == sizes[1] == both)
