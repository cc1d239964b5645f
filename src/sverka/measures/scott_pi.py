"""Scott's pi: agreement of two states beyond what their common habits would give by chance."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from sverka.measures.positions import Counts, distances, over_pairs, spread


def scott_pi(
    positions: pl.DataFrame, levels: Sequence[int], weights: pl.DataFrame | None = None, power: int = 0
) -> pl.DataFrame:
    """A row for every pair and year: `pi`, at most 1; 0 is what chance would give.

    π = 1 − Σ_ab d_ab o_ab / Σ_ab d_ab m_a m_b, with o the joint shares, m the mean of both states' shares of the
    levels, and d_ab = |a − b|^power, scaled to at most 1; `power` 0 is Scott's own (agree or not), 2 Häge's for ordered
    positions. No unit. π never exceeds Cohen's κ of the same pair, power and weights.

    Parameters: as in `signorino_ritter`.

    Edge cases: as in `cohen_kappa`.

    Reference: Scott, W. A. 1955. Reliability of Content Analysis: The Case of Nominal Scale Coding. Public Opinion
    Quarterly 19(3): 321–325; Häge, F. M. 2011. Political Analysis 19(3): 287–305.
    """
    apart = distances(levels, power)

    def expected(c: Counts) -> Counts:
        habit = (c.sum(axis=0) + c.sum(axis=1)) / 2
        return np.asarray(habit[:, None] * habit[None, :] / c.sum(axis=(0, 1)), dtype=np.float64)

    return over_pairs(positions, levels, lambda c: {"pi": 1 - spread(apart, c) / spread(apart, expected(c))}, weights)
