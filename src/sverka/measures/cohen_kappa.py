"""Cohen's kappa: agreement of two states beyond what their own habits would give by chance."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from sverka.measures.positions import Counts, distances, over_pairs, spread


def cohen_kappa(
    positions: pl.DataFrame, levels: Sequence[int], weights: pl.DataFrame | None = None, power: int = 2
) -> pl.DataFrame:
    """A row for every pair and year: `kappa`, at most 1; 0 is what chance would give.

    κ = 1 − Σ_ab d_ab o_ab / Σ_ab d_ab r_a c_b, with o the joint shares, r and c each state's own shares of the levels,
    and d_ab = |a − b|^power, scaled to at most 1. `power` 2 as Häge recommends for ordered positions, 1 linear, 0 for
    unordered ones (Cohen 1960). No unit.

    Parameters: as in `signorino_ritter`.

    Edge cases: null where no question is shared, and where both states always take one and the same level: chance then
    explains everything.

    Reference: Cohen, J. 1960. A Coefficient of Agreement for Nominal Scales. Educational and Psychological Measurement
    20(1): 37–46; Cohen, J. 1968. Weighted Kappa. Psychological Bulletin 70(4): 213–220; Häge, F. M. 2011. Choice or
    Circumstance? Adjusting Measures of Foreign Policy Similarity for Chance Agreement. Political Analysis 19(3):
    287–305.
    """
    apart = distances(levels, power)

    def expected(c: Counts) -> Counts:
        return np.asarray(c.sum(axis=1)[:, None] * c.sum(axis=0)[None, :] / c.sum(axis=(0, 1)), dtype=np.float64)

    return over_pairs(
        positions, levels, lambda c: {"kappa": 1 - spread(apart, c) / spread(apart, expected(c))}, weights
    )
