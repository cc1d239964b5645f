"""Positions of states on many questions, and the joint counts that all measures of similarity are made of.

A table of positions has columns `state`, `year`, `on` (what the position is about: a roll call, or a state one may
be allied with) and `position` (an integer level). For a year, c_ab(i, j) counts the questions on which i took level
a and j level b. All pairs of a year come from one matrix product.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import polars as pl

from sverka.errors import InputError
from sverka.measures.flows import need

Counts: TypeAlias = npt.NDArray[np.float64]
Formula: TypeAlias = Callable[[Counts], dict[str, npt.NDArray[np.float64]]]


def over_pairs(
    positions: pl.DataFrame, levels: Sequence[int], formula: Formula, weights: pl.DataFrame | None = None
) -> pl.DataFrame:
    """A row for every pair of states with positions in a year: `state1` < `state2`, `year`, `compared`, and the
    formula's columns, null where it is undefined.

    `formula` gets joint counts of shape (levels, levels, pairs). A question counts for a pair only where both have a
    position (`compared` says how many). With `weights` (columns `year`, `on`, `weight`) counts are sums of weights, and
    questions without a weight are left out.

    Raises InputError for a position outside `levels`, or two positions of a state on one question.
    """
    need(positions, "state", "year", "on", "position")
    names = positions["state"].drop_nulls().unique().sort()
    known = positions.drop_nulls(["state", "year", "on", "position"])
    if not known["position"].is_in(list(levels)).all():
        raise InputError("a position is none of the levels", where=", ".join(map(str, levels)), todo="recode it first")
    coded = known.select(
        "year",
        "on",
        pl.col("state").cast(pl.Enum(names)).to_physical() if names.dtype == pl.String else _ranked("state"),
        pl.col("position").replace_strict(list(levels), range(len(levels)), return_dtype=pl.UInt8),
    )
    if weights is not None:
        need(weights, "year", "on", "weight")
        coded = coded.join(weights.select("year", "on", "weight").drop_nulls(), on=["year", "on"])
    coded = coded.with_columns(_ranked("on"))
    years = [_nothing(len(levels), formula)] + [
        _year(part, len(levels), formula) for part in coded.sort("year").partition_by("year")
    ]
    return _stacked(years, names, positions.schema["year"])


_Columns: TypeAlias = dict[str, npt.NDArray[Any]]


def _ranked(name: str) -> pl.Expr:
    return pl.col(name).rank("dense") - 1


def _nothing(levels: int, formula: Formula) -> _Columns:
    counts = np.zeros((levels, levels, 0))
    keys = {name: np.zeros(0, dtype=np.int32) for name in ("state1", "state2", "year")}
    return {**keys, "compared": np.zeros(0), **formula(counts)}


def _year(part: pl.DataFrame, levels: int, formula: Formula) -> _Columns:
    present, rows = np.unique(part["state"].to_numpy(), return_inverse=True)
    asked, questions = np.unique(part["on"].to_numpy(), return_inverse=True)
    size = len(present), len(asked)
    held = np.zeros((levels, *size), dtype=np.float32)
    held[part["position"].to_numpy(), rows, questions] = 1
    taken = held.sum(axis=0)
    if taken.max() > 1 or taken.sum() != part.height:
        raise InputError(
            "a state has two positions on one question", where=str(part["year"][0]), todo="keep one position"
        )
    first, second = np.triu_indices(size[0], 1)
    joint = _joint(held, held, first, second)
    compared = joint.sum(axis=(0, 1))
    if "weight" in part.columns:
        weight = np.zeros(size[1])
        weight[questions] = part["weight"].to_numpy()
        joint = _joint(held * weight, held.astype(np.float64), first, second)
    with np.errstate(divide="ignore", invalid="ignore"):
        values = formula(joint)
    year = np.full(len(first), part["year"][0], dtype=np.int32)
    return {"state1": present[first], "state2": present[second], "year": year, "compared": compared, **values}


def _joint(
    ours: npt.NDArray[Any], theirs: npt.NDArray[Any], first: npt.NDArray[np.int64], second: npt.NDArray[np.int64]
) -> Counts:
    levels, states, questions = ours.shape
    product = (ours.reshape(-1, questions) @ theirs.reshape(-1, questions).T).reshape(-1)
    pairs = first * levels * states + second
    joint = np.empty((levels, levels, len(pairs)))
    for a in range(levels):
        for b in range(levels):
            joint[a, b] = product.take(pairs + (a * levels * states + b) * states)
    return joint


def _stacked(years: list[_Columns], names: pl.Series, year_type: pl.DataType) -> pl.DataFrame:
    columns = {name: np.concatenate([year[name] for year in years]) for name in years[0]}
    ends = {side: names.gather(columns.pop(side)) for side in ("state1", "state2")}
    return pl.DataFrame({**ends, **columns}).with_columns(
        pl.col("year").cast(year_type),
        pl.col("compared").cast(pl.UInt32),
        pl.selectors.float().exclude("compared").fill_nan(None),
    )


def distances(levels: Sequence[int], power: int) -> Counts:
    """|a − b|^power between all levels, scaled so that the farthest are 1 apart; power 0: equal or not."""
    scale = np.asarray(levels, dtype=np.float64)
    apart = np.abs(scale[:, None] - scale[None, :])
    result: Counts = (apart > 0).astype(np.float64) if power == 0 else (apart / apart.max()) ** power
    return result


def spread(weight: Counts, counts: Counts) -> npt.NDArray[np.float64]:
    """Σ_ab weight_ab · c_ab for every pair."""
    result: npt.NDArray[np.float64] = np.einsum("ab,abp->p", weight, counts, dtype=np.float64)
    return result
