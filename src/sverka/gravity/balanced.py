"""Rows of trade laid out by directed pair and period, as second steps after an estimate need them."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sverka.errors import InputError

Array = NDArray[np.float64]
Codes = NDArray[np.int64]


class Panel(NamedTuple):
    """P directed pairs over T periods, k regressors; a period a pair is not seen in counts with mean and score 0.

    mean (P, T) fitted λ; score (P, T) y − λ; within (P, T, k) regressors without the effects; exporter, importer (P,)
    codes of the two ends from 0; exporters, importers how many there are.
    """

    mean: Array
    score: Array
    within: Array
    exporter: Codes
    importer: Codes
    exporters: int
    importers: int

    @property
    def pairs(self) -> int:
        """P."""
        return len(self.mean)

    @property
    def periods(self) -> int:
        """T."""
        return int(self.mean.shape[1])


def panel(
    y: ArrayLike, mu: ArrayLike, within: ArrayLike, exporter: ArrayLike, importer: ArrayLike, time: ArrayLike
) -> Panel:
    """Lay out n rows: y and mu (n,), within (n, k), ids of exporter, importer and period (n,) of any integer kind.

    Rows with mean zero (separated ones) are left out. InputError for a pair that stands twice in a period, or arrays
    that do not match.
    """
    trade, mean = np.asarray(y, dtype=np.float64), np.asarray(mu, dtype=np.float64)
    columns = np.asarray(within, dtype=np.float64)
    ids = [np.asarray(codes) for codes in (exporter, importer, time)]
    if columns.ndim != 2 or any(array.shape != trade.shape for array in (mean, *ids)) or len(columns) != trade.size:
        shapes = ", ".join(str(array.shape) for array in (trade, mean, columns, *ids))
        raise InputError("arrays of rows do not match", where=shapes, todo="give (n,), (n,), (n, k), (n,), (n,), (n,)")
    if not all(np.isfinite(array).all() for array in (trade, mean, columns)) or (mean < 0.0).any():
        raise InputError("y, mu or within is not finite, or a mean is negative", todo="pass the arrays of an estimate")
    seen = mean > 0.0
    trade, mean, columns = trade[seen], mean[seen], columns[seen]
    ends, periods = [np.unique(codes[seen], return_inverse=True)[1] for codes in ids[:2]], ids[2][seen]
    _, when = np.unique(periods, return_inverse=True)
    importers = int(ends[1].max(initial=0)) + 1
    pairs, pair = np.unique(ends[0] * importers + ends[1], return_inverse=True)
    length = int(when.max(initial=0)) + 1
    cell = pair * length + when
    if len(np.unique(cell)) != len(cell):
        raise InputError("a pair stands twice in a period", todo="sum its rows, or name the column of the periods")
    if len(pairs) < 2:
        raise InputError("one pair is no panel", where=f"{len(pairs)} pairs", todo="give more rows")
    table = np.zeros((len(pairs) * length, 2 + columns.shape[1]))
    table[cell] = np.column_stack([mean, trade - mean, columns])
    cube = table.reshape(len(pairs), length, -1)
    return Panel(
        mean=cube[:, :, 0],
        score=cube[:, :, 1],
        within=cube[:, :, 2:],
        exporter=(pairs // importers).astype(np.int64),
        importer=(pairs % importers).astype(np.int64),
        exporters=int(ends[0].max()) + 1,
        importers=importers,
    )
