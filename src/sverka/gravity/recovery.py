"""Fixed effects given their values: a normalisation that makes them unique, and their look-up for new rows.

Only sums of effects are identified: what two effects share (exporter-year and importer-year share every year's level;
exporter-year and pair every exporter's) may sit in either. Here, for every two effects and every set of their levels
that rows connect, the later effect has mean zero over the rows used, so that the first effect carries the level. For
exporter-year, importer-year, pair: importer-year effects have mean zero in each year, pair effects for each exporter
and each importer. With a reference, effects of the later kind are instead zero at the reference in each such set.
"""

from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from sverka.errors import InputError
from sverka.gravity.effects import Effect
from sverka.gravity.kernels import Floats, Ids
from sverka.gravity.sample import Sample

SWEEPS = 500
SETTLED = 1e-12


def recover(sample: Sample, values: tuple[Floats, ...], reference: dict[str, Any] | None) -> dict[str, pl.DataFrame]:
    """Normalised effects by name: a frame of the columns that name a level, and `value`."""
    if not sample.effects:
        raise InputError("the model has no fixed effects", todo="give effects=[…] to the estimator")
    settled = _normalised(sample.codes, sample.sizes, values)
    frames = [_levels(sample, effect, codes, size) for effect, codes, size in _each(sample)]
    if reference:
        _refer(sample, settled, frames, reference)
    return {
        effect.name: frame.with_columns(value=pl.Series(value))
        for effect, frame, value in zip(sample.effects, frames, settled, strict=True)
    }


def look_up(sample: Sample, effect: Effect, codes: Ids, values: Floats, frame: pl.DataFrame, unseen: str) -> Floats:
    """(rows,) the effect's value in each row of a new frame; NaN, or an error, where its level was not estimated."""
    for column in effect.columns:
        if column not in frame.columns:
            raise InputError(
                f"no column {column!r} for the effect {effect.name!r}", todo="add it to the rows to predict"
            )
    known = _levels(sample, effect, codes, len(values))
    wanted = effect.keys(frame)
    for column in known.columns:
        if known[column].dtype != wanted[column].dtype:
            if known[column].dtype.is_numeric() and wanted[column].dtype.is_numeric():
                known = known.with_columns(pl.col(column).cast(pl.Float64))
                wanted = wanted.with_columns(pl.col(column).cast(pl.Float64))
            else:
                raise InputError(
                    f"column {column!r} is {wanted[column].dtype}, in the estimation {known[column].dtype}",
                    todo="cast it alike",
                )
    joined = wanted.join(
        known.with_columns(value=pl.Series(values)), on=known.columns, how="left", maintain_order="left"
    )
    gone = joined.filter(pl.col("value").is_null())
    if gone.height and unseen == "error":
        level = ", ".join(str(value) for value in gone.row(0)[:-1])
        raise InputError(
            f"{gone.height:,} rows have levels of {effect.name!r} that were not estimated, such as {level}",
            todo='leave them out, or use unseen="nan"',
        )
    result: Floats = joined["value"].fill_null(float("nan")).to_numpy()
    return result


def _each(sample: Sample) -> list[tuple[Effect, Ids, int]]:
    return list(zip(sample.effects, sample.codes, sample.sizes, strict=True))


def _levels(sample: Sample, effect: Effect, codes: Ids, size: int) -> pl.DataFrame:
    """The columns that name each level, in the order of its codes."""
    first = np.zeros(size, np.int64)
    first[codes[::-1]] = sample.rows[::-1]
    return effect.keys(sample.frame[first])


def _normalised(codes: tuple[Ids, ...], sizes: tuple[int, ...], values: tuple[Floats, ...]) -> list[Floats]:
    """Sweep over pairs of effects, moving the later one's means to the earlier one, until nothing moves."""
    settled = [value.copy() for value in values]
    shared = [(a, b, *_connected(codes[a], sizes[a], codes[b], sizes[b])) for b in range(len(codes)) for a in range(b)]
    counts = [np.bincount(code, minlength=size) for code, size in zip(codes, sizes, strict=True)]
    scale = max((float(np.abs(value).max(initial=0.0)) for value in settled), default=0.0)
    for _ in range(SWEEPS):
        moved = 0.0
        for a, b, of_a, of_b, many in shared:
            weight = np.bincount(of_b, weights=counts[b], minlength=many)
            mean = np.bincount(of_b, weights=counts[b] * settled[b], minlength=many) / weight
            settled[a] += mean[of_a]
            settled[b] -= mean[of_b]
            moved = max(moved, float(np.abs(mean).max()))
        if moved <= SETTLED * max(scale, 1.0):
            break
    return settled


def _connected(one: Ids, many_one: int, two: Ids, many_two: int) -> tuple[NDArray[Any], NDArray[Any], int]:
    """For the levels of two effects, the set of levels that rows connect them into."""
    from scipy import sparse

    links = sparse.coo_matrix((np.ones(len(one), np.int8), (one, two + many_one)), shape=(many_one + many_two,) * 2)
    many, label = sparse.csgraph.connected_components(links, directed=False)
    return label[:many_one], label[many_one:], int(many)


def _refer(sample: Sample, settled: list[Floats], frames: list[pl.DataFrame], reference: dict[str, Any]) -> None:
    """Move, set by set, the value at the reference from the last effect that reads its column to an earlier one."""
    for column, wanted in reference.items():
        reading = [i for i, effect in enumerate(sample.effects) if column in effect.columns]
        if not reading:
            raise InputError(
                f"no effect reads {column!r}", todo="name a column of the effects, as in {'importer': 'DEU'}"
            )
        chosen = min(reading, key=lambda i: len(sample.effects[i].columns) if i else 99)
        at = frames[chosen].get_column(column).cast(pl.String) == str(wanted)
        if not at.any():
            raise InputError(
                f"no level {wanted!r} of {column!r} was estimated", todo="choose one of those in effects()"
            )
        other = next((i for i in range(len(sample.effects)) if i != chosen), None)
        if other is None:
            raise InputError("one effect alone carries the level", todo="leave out the reference")
        of_one, of_two, many = _connected(
            sample.codes[other], sample.sizes[other], sample.codes[chosen], sample.sizes[chosen]
        )
        mask = at.to_numpy()
        hits = np.bincount(of_two[mask], minlength=many)
        means = np.bincount(of_two[mask], weights=settled[chosen][mask], minlength=many) / np.maximum(hits, 1)
        settled[other] += means[of_one]
        settled[chosen] -= means[of_two]
