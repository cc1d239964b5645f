"""An estimate: coefficients with their covariance, what was left out and why, effects, residuals and predictions."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from sverka.errors import InputError
from sverka.gravity import formula as language
from sverka.gravity import recovery, tables
from sverka.gravity import sample as samples
from sverka.gravity.effects import Coder, read
from sverka.gravity.kernels import Floats, Ids
from sverka.gravity.sample import Sample


class Arrays(NamedTuple):
    """What bias corrections and other second steps need; n rows in the frame's order, k regressors.

    y, mu : (n,) response and fitted mean; x : (k, n) regressors; within : (k, n) regressors from which all effects are
    taken out by least squares weighted with weights × mu (for `ols`: weights); weights : (n,), ones if none were given;
    codes : integer level of each row (n,), from 0 without gaps, for every effect by its name and every column that
    effects or clusters read by its own ("exporter", "importer", "year"); rows : (n,) positions in the frame estimated.
    """

    y: Floats
    mu: Floats
    x: Floats
    within: Floats
    weights: Floats
    codes: dict[str, Ids]
    rows: NDArray[np.int64]


@dataclass(frozen=True, repr=False)
class Estimate:
    """The result of `ppml` or `ols`. There is none of what did not converge.

    Attributes
    ----------
    method : "ppml" or "ols"; text : the formula; names : the k regressors kept ("constant" if there are no effects).
    coefficients : (k,); covariance : (k, k), robust or clustered, small-sample factor `small_sample` included.
    parameters : K, as small-sample factors count it.
    deviance : 2 Σ w (y log(y/μ) − (y − μ)); for OLS the weighted sum of squared residuals.
    iterations : Newton steps; passes : conjugate-gradient passes inside them.
    eta, mu : (n,) linear predictor (effects and offset included) and mean of the rows used; OLS: both the fit.
    """

    method: str
    text: str
    sample: Sample
    names: tuple[str, ...]
    coefficients: Floats
    covariance: Floats
    parameters: int
    small_sample: str
    deviance: float
    iterations: int
    passes: int
    eta: Floats
    mu: Floats
    within: Floats
    effect_values: tuple[Floats, ...] = field(default=())

    def __repr__(self) -> str:
        return self.table()

    def _repr_html_(self) -> str:
        return self.table("html")

    @property
    def observations(self) -> int:
        """n, the rows used."""
        return self.sample.count

    @property
    def clusters(self) -> dict[str, int]:
        """How many clusters each way has; empty for robust errors."""
        return {way.name: size for way, size in zip(self.sample.clusters, self.sample.cluster_sizes, strict=True)}

    @property
    def standard_errors(self) -> Floats:
        """(k,) square roots of the covariance's diagonal."""
        return np.asarray(np.sqrt(np.diag(self.covariance)), float)

    @property
    def z(self) -> Floats:
        """(k,) coefficients over standard errors."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray(self.coefficients / self.standard_errors, float)

    @property
    def degrees(self) -> int | None:
        """Degrees of freedom of Student's t for OLS; None for PPML, which uses the normal distribution."""
        if self.method == "ppml":
            return None
        return min(self.sample.cluster_sizes) - 1 if self.sample.clusters else self.observations - self.parameters

    @property
    def p_values(self) -> Floats:
        """(k,) two-sided probabilities of a coefficient at least as large if the true one is zero."""
        from scipy import special

        z = np.abs(self.z)
        tail = special.ndtr(-z) if self.degrees is None else special.stdtr(self.degrees, -z)
        return np.asarray(2 * tail, float)

    def intervals(self, level: float = 0.95) -> Floats:
        """(k, 2) confidence intervals at this level."""
        from scipy import special

        if not 0 < level < 1:
            raise InputError(f"level={level!r}", todo="choose a number between 0 and 1, such as 0.95")
        upper = (1 + level) / 2
        width = special.ndtri(upper) if self.degrees is None else special.stdtrit(self.degrees, upper)
        reach = float(width) * self.standard_errors
        return np.stack([self.coefficients - reach, self.coefficients + reach], axis=1)

    def tidy(self, level: float = 0.95) -> pl.DataFrame:
        """One row a coefficient: name, estimate, standard_error, z, p_value, low, high."""
        bounds = self.intervals(level)
        return pl.DataFrame(
            {
                "name": list(self.names),
                "estimate": self.coefficients,
                "standard_error": self.standard_errors,
                "z": self.z,
                "p_value": self.p_values,
                "low": bounds[:, 0],
                "high": bounds[:, 1],
            }
        )

    def table(self, format: str = "text", level: float = 0.95) -> str:
        """The estimate as a table: "text", "html" or "latex"."""
        return tables.table(self, format, level)

    @cached_property
    def dropped(self) -> pl.DataFrame:
        """What was left out: reason, what (a regressor's name, or rows), rows."""
        return samples.account(self.sample)

    @property
    def separated(self) -> pl.Series:
        """For each row of the frame given, whether it was left out as separated (its mean would run to zero)."""
        fate = self.sample.fate
        return pl.Series("separated", (fate == samples.SEPARATED) | (fate == samples.ALL_ZERO))

    @property
    def fate(self) -> pl.Series:
        """For each row of the frame given: used, missing, zero weight, separated, singleton."""
        return pl.Series("fate", [samples.FATES[i] for i in self.sample.fate.tolist()])

    @cached_property
    def log_likelihood(self) -> float:
        """Σ w (y log μ − μ − log Γ(y + 1)) for PPML; of normal errors with their own variance for OLS."""
        if self.method == "ols":
            return -self.observations / 2 * float(np.log(2 * np.pi * self.deviance / self.observations) + 1)
        return self._poisson(self.eta)

    @cached_property
    def pseudo_r2(self) -> float:
        """McFadden's 1 − ℓ/ℓ₀ with a constant-only model for PPML; R² for OLS."""
        weights, y = self._weights, self.sample.y
        mean = float(np.average(y, weights=weights))
        if self.method == "ols":
            return 1 - self.deviance / float(weights @ (y - mean) ** 2)
        return 1 - self.log_likelihood / self._poisson(np.full(self.observations, np.log(mean)))

    def _poisson(self, eta: Floats) -> float:
        from scipy import special

        y = self.sample.y
        return float(self._weights @ (y * eta - np.exp(eta) - special.gammaln(y + 1)))

    @property
    def _weights(self) -> Floats:
        given = self.sample.weights
        return np.ones(self.observations) if given is None else given

    def residuals(self, kind: str = "response") -> Floats:
        """(n,) residuals of the rows used: "response" y − μ, "pearson" over √μ, "deviance" signed roots of deviance."""
        y, mu = self.sample.y, self.mu
        if kind not in ("response", "pearson", "deviance"):
            raise InputError(f"residuals of kind {kind!r}", todo="choose from response, pearson, deviance")
        if kind == "response" or self.method == "ols":
            return y - mu
        if kind == "pearson":
            return np.asarray((y - mu) / np.sqrt(mu), float)
        with np.errstate(divide="ignore", invalid="ignore"):
            each = 2 * (np.where(y > 0, y * (np.log(y) - self.eta), 0.0) - (y - mu))
        return np.asarray(np.sign(y - mu) * np.sqrt(np.maximum(each, 0.0)), float)

    @property
    def fitted(self) -> Floats:
        """(n,) fitted means of the rows used."""
        return self.mu

    def arrays(self) -> Arrays:
        """The arrays of the rows used, for second steps such as bias corrections."""
        taken = self.sample
        by_name = {effect.name: code for effect, code in zip(taken.effects, taken.codes, strict=True)}
        columns = [column for effect in (*taken.effects, *taken.clusters) for column in effect.columns]
        by_name |= {column: self.codes(column) for column in dict.fromkeys(columns) if column not in by_name}
        within = self.within[: len(taken.names)]
        return Arrays(taken.y, self.mu, taken.x, within, self._weights, by_name, taken.rows)

    def codes(self, name: str) -> Ids:
        """(n,) integer level of each row used, from 0 without gaps, of any column or effect ("exporter^year")."""
        frame = self.sample.frame
        (effect,) = read([name], frame, "codes")
        return Coder(frame.select(list(dict.fromkeys(effect.columns)))[self.sample.rows]).effect(effect)[0]

    def effects(self, reference: dict[str, Any] | None = None) -> dict[str, pl.DataFrame]:
        """Fixed effects by name, each a frame of its levels' columns and `value`; see `recovery` for the normalisation.

        `reference` names a level, such as {"importer": "DEU"}, at which the effects that read this column are zero.
        """
        return recovery.recover(self.sample, self.effect_values, reference)

    def predict(self, frame: pl.DataFrame | None = None, *, kind: str = "mean", unseen: str = "error") -> Floats:
        """Means (kind="mean") or linear predictors ("link") for new rows; for the rows used if no frame is given.

        A level of an effect that was not estimated raises InputError; with unseen="nan" its rows are NaN.
        """
        if kind not in ("mean", "link"):
            raise InputError(f"predictions of kind {kind!r}", todo='choose "mean" or "link"')
        if unseen not in ("error", "nan"):
            raise InputError(f"unseen={unseen!r}", todo='choose "error" or "nan"')
        if frame is None:
            eta = self.eta
        else:
            formula = self.sample.formula
            needed = tuple(part.column for term in formula.terms for part in term)
            language.known(frame, needed, "prediction")
            names, arrays = language.design(frame, formula, dict(self.sample.levels))
            of = dict(zip(self.names, self.coefficients, strict=True))
            eta = np.full(frame.height, of.get("constant", 0.0) if not self.sample.effects else 0.0)
            for name, array in zip(names, arrays, strict=True):
                if name in self.sample.names:
                    eta = eta + of[name] * array
            for effect, codes, values in zip(self.sample.effects, self.sample.codes, self.effect_values, strict=True):
                eta = eta + recovery.look_up(self.sample, effect, codes, values, frame, unseen)
            if self.sample.shift is not None:
                language.known(frame, (self.sample.shift,), "offset")
                eta = eta + language.values(frame, language.Variable(self.sample.shift))
        return np.asarray(np.exp(eta) if kind == "mean" and self.method == "ppml" else eta, float)
