"""From estimates to intervals: draws of the coefficients, each through the equilibrium, in parallel and repeatable."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sverka.errors import InputError, SverkaError
from sverka.gravity.exact_hat import OneSector
from sverka.gravity.refusal import NotConverged

Array = NDArray[np.float64]
Progress = Callable[[int, int], None]
Outcome = Callable[[Array], ArrayLike]

CHUNK = 25
MEASURES = ("real_income", "real_output", "wages", "prices", "producer_prices", "output", "expenditure", "flows")


class Failure(NamedTuple):
    """A draw that came to nothing: its number and what it said."""

    draw: int
    message: str


@dataclass(frozen=True)
class Intervals:
    """Quantiles over the draws that came through; those that did not are told, with their number.

    levels : (L,); quantiles : (L, …) for each cell of the outcome; mean, deviation : (…) over draws; count : draws
    asked for; failed : the draws without an answer; draws : (count − len(failed), …) outcomes in order, if kept.
    """

    levels: tuple[float, ...]
    quantiles: Array
    mean: Array
    deviation: Array
    count: int
    failed: tuple[Failure, ...]
    draws: Array | None

    def __str__(self) -> str:
        came = f"{self.count - len(self.failed)} of {self.count} draws"
        return came if not self.failed else f"{came}; draw {self.failed[0].draw} failed: {self.failed[0].message}"


@dataclass(frozen=True)
class CostShock:
    """The outcome of coefficients in one world: what a change of the regressors of trade does at each.

    Trade moves by exp(Σ_k β_k Δx_k) at given incomes and prices, so the trade-cost factor moves by
    τ̂ = exp(−Σ_k β_k Δx_k / θ) (Anderson and van Wincoop 2003; Baier, Yotov and Zylkin 2019).

    world : the baseline; change : (k, N, N) Δx of each regressor, exporters in rows (NaN where trade ends: τ̂ = ∞);
    measure : the attribute of `Equilibrium` wanted, such as "real_income".
    """

    world: OneSector
    change: Array
    measure: str = "real_income"

    def __post_init__(self) -> None:
        count = len(self.world.baseline)
        shape = np.shape(self.change)
        if len(shape) != 3 or shape[1:] != (count, count):
            raise InputError("change has the wrong shape", where=f"{shape}", todo=f"give (k, {count}, {count})")
        if self.measure not in MEASURES:
            raise InputError(f"unknown measure {self.measure!r}", todo=f"choose from {', '.join(MEASURES)}")

    def __call__(self, coefficients: Array) -> Array:
        """The measure at these coefficients (k,)."""
        exponent = np.tensordot(coefficients, self.change, axes=1) / -self.world.theta
        cost_hat = np.where(np.isnan(exponent), np.inf, np.exp(exponent))
        return np.asarray(getattr(self.world.shock(cost_hat), self.measure), dtype=np.float64)


def draw_coefficients(coefficients: ArrayLike, covariance: ArrayLike, draws: int, seed: int) -> Array:
    """(draws, k) from the normal distribution of the estimates; the same seed gives the same draws.

    InputError where the covariance is not a covariance: not finite, not symmetric, or with a negative variance.
    """
    centre, spread = np.asarray(coefficients, dtype=np.float64), np.asarray(covariance, dtype=np.float64)
    if centre.ndim != 1 or spread.shape != (centre.size, centre.size):
        raise InputError(
            "coefficients and covariance do not match",
            where=f"{centre.shape}, {spread.shape}",
            todo="give (k,), (k, k)",
        )
    if not (np.isfinite(centre).all() and np.isfinite(spread).all()):
        raise InputError("coefficients or covariance are not finite", todo="leave out regressors without an estimate")
    _whole_number(draws, "draws")
    scale = float(np.abs(spread).max(initial=0.0))
    values, vectors = np.linalg.eigh(0.5 * (spread + spread.T))
    if np.abs(spread - spread.T).max(initial=0.0) > 1e-8 * scale or values.min(initial=0.0) < -1e-8 * scale:
        raise InputError("the covariance is not symmetric with variances of zero or more", todo="check its rows")
    # signs of eigenvectors differ between machines; fixing them keeps the draws the same
    vectors = vectors * np.where(vectors[np.argmax(np.abs(vectors), axis=0), np.arange(centre.size)] < 0.0, -1.0, 1.0)
    normal = np.random.default_rng(seed).standard_normal((draws, centre.size))
    return np.asarray(centre + normal * np.sqrt(np.maximum(values, 0.0)) @ vectors.T)


def resample_pairs(
    pairs: ArrayLike,
    refit: Callable[[NDArray[np.int64]], ArrayLike],
    draws: int,
    seed: int,
    *,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> tuple[Array, tuple[Failure, ...]]:
    """Pair bootstrap: (draws − failed, k) coefficients re-estimated on pairs drawn with replacement, and the failures.

    Parameters
    ----------
    pairs : (n,) the pair of each row of the estimation frame.
    refit : called with row positions (with repeats) of one resample; returns k coefficients. A pair drawn twice keeps
        one identity: with pair effects that weighs it twice, which is what the estimator needs.
    seed : every draw has its own stream of it, so that neither order nor the number of workers matters.
    """
    labels, codes = np.unique(np.asarray(pairs), return_inverse=True)
    if len(labels) < 2:
        raise InputError("nothing to resample", where=f"{len(labels)} pairs", todo="give the pair of every row")
    _whole_number(draws, "draws")
    order = np.argsort(codes, kind="stable")
    starts = np.searchsorted(codes[order], np.arange(len(labels) + 1))
    sample = _Resample(order.astype(np.int64), starts.astype(np.int64), seed, refit)
    found, failed = _through(sample, list(np.arange(draws, dtype=np.float64)), executor, progress)
    if not found:
        raise NotConverged("no resample gave an estimate", where=failed[0].message, todo="check refit on all the rows")
    return np.stack([found[draw] for draw in sorted(found)]), failed


@dataclass(frozen=True)
class _Resample:
    """The estimate of the resample with a number."""

    order: NDArray[np.int64]
    starts: NDArray[np.int64]
    seed: int
    refit: Callable[[NDArray[np.int64]], ArrayLike]

    def __call__(self, number: Array) -> ArrayLike:
        stream = np.random.default_rng(np.random.SeedSequence(self.seed, spawn_key=(int(number),)))
        count = len(self.starts) - 1
        chosen = stream.integers(0, count, count)
        rows = np.concatenate([self.order[self.starts[pair] : self.starts[pair + 1]] for pair in chosen])
        return self.refit(rows)


def intervals(
    coefficients: ArrayLike,
    outcome: Outcome,
    *,
    levels: Sequence[float] = (0.05, 0.5, 0.95),
    keep: bool = False,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Intervals:
    """Every draw of the coefficients through a model, and the quantiles of what comes out.

    Parameters
    ----------
    coefficients : (draws, k), of `draw_coefficients` or `resample_pairs`.
    outcome : a draw (k,) to an array of any one shape, such as a `CostShock`; must not change what it reads.
    levels : quantiles wanted, between 0 and 1, of Hyndman and Fan's type 7.
    keep : whether to return the outcomes too.
    executor : any pool of threads or processes (then `outcome` must be picklable); a pool of threads of its own, one
        a core, by default. The answer does not depend on it: every draw starts from the same point.
    progress : called with (done, all) as chunks of draws are done.

    Raises
    ------
    NotConverged if no draw came through. Draws that failed are in the result.
    """
    drawn = np.asarray(coefficients, dtype=np.float64)
    if drawn.ndim != 2 or not len(drawn):
        raise InputError("draws are not a table", where=f"shape {drawn.shape}", todo="give (draws, k)")
    wanted = tuple(float(level) for level in levels)
    if not wanted or not all(0.0 <= level <= 1.0 for level in wanted):
        raise InputError("levels are not quantiles", where=f"{levels}", todo="choose numbers from 0 to 1, such as 0.95")
    found, failed = _through(outcome, list(drawn), executor, progress)
    if not found:
        raise NotConverged("no draw came through the model", where=failed[0].message, todo="check it at the estimate")
    outcomes = np.stack([found[draw] for draw in sorted(found)])
    return Intervals(
        levels=wanted,
        quantiles=np.quantile(outcomes, wanted, axis=0),
        mean=outcomes.mean(axis=0),
        deviation=outcomes.std(axis=0, ddof=1) if len(outcomes) > 1 else np.zeros(outcomes.shape[1:]),
        count=len(drawn),
        failed=failed,
        draws=outcomes if keep else None,
    )


def _through(
    model: Outcome, inputs: list[Array], executor: Executor | None, progress: Progress | None
) -> tuple[dict[int, Array], tuple[Failure, ...]]:
    """Answers by number, and failures, whatever the order in which chunks come back."""
    if executor is None:
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            return _through(model, inputs, pool, progress)
    found: dict[int, Array] = {}
    failed: list[Failure] = []
    waiting: list[Future[list[Array | str]]] = []
    first: dict[Future[list[Array | str]], int] = {}
    for start in range(0, len(inputs), CHUNK):
        task = executor.submit(_chunk, model, inputs[start : start + CHUNK])
        waiting.append(task)
        first[task] = start
    done = 0
    try:
        for task in as_completed(waiting):
            for offset, answer in enumerate(task.result()):
                number = first[task] + offset
                if isinstance(answer, str):
                    failed.append(Failure(number, answer))
                else:
                    found[number] = answer
                done += 1
            if progress is not None:
                progress(done, len(inputs))
    finally:
        for task in waiting:
            task.cancel()
    return found, tuple(sorted(failed))


def _chunk(model: Outcome, inputs: list[Array]) -> list[Array | str]:
    """The answers of a few draws; a refusal becomes its message, any other error is one of the program."""
    return list(_answers(model, inputs))


def _answers(model: Outcome, inputs: list[Array]) -> Iterator[Array | str]:
    for one in inputs:
        try:
            answer = np.asarray(model(one), dtype=np.float64)
        except SverkaError as refusal:
            yield str(refusal)
        else:
            yield answer if np.isfinite(answer).all() else "the outcome is not finite"


def _whole_number(draws: int, name: str) -> None:
    if isinstance(draws, bool) or not isinstance(draws, int) or draws < 1:
        raise InputError(f"{name}={draws!r}", todo=f"give {name} as a whole number, 1 or more")
