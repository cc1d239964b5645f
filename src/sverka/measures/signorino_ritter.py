"""Signorino and Ritter's S: how close two states' positions lie, question by question."""

from collections.abc import Sequence

import polars as pl

from sverka.measures.positions import distances, over_pairs, spread


def signorino_ritter(
    positions: pl.DataFrame, levels: Sequence[int], weights: pl.DataFrame | None = None, power: int = 1
) -> pl.DataFrame:
    """A row for every pair and year: `s`, from −1 (opposite on everything) to 1 (the same on everything).

    S_ij = 1 − 2 Σ_k w_k |p_ik − p_jk|^power / (Σ_k w_k · Δ^power), with Δ the distance between the lowest and
    highest of `levels`. `power` 1 is the measure as published; 2 the squared distances of later work. No unit.

    Parameters
    ----------
    positions : columns `state`, `year`, `on`, `position` (see `positions`): votes, or commitments to every state.
    levels : all levels a state could have chosen, whether or not anybody did.
    weights : columns `year`, `on`, `weight`, such as capabilities of the state one is committed to; need not add up
        to 1.

    Edge cases: only questions on which both have a position count; null where there is none, or their weights are zero.
    S grows with every question on which neither has a tie: see `cohen_kappa` and `scott_pi`.

    Reference: Signorino, C. S., and J. M. Ritter. 1999. Tau-b or Not Tau-b: Measuring the Similarity of Foreign Policy
    Positions. International Studies Quarterly 43(1): 115–144 (their Table 6 is a test).
    """
    apart = distances(levels, power)
    return over_pairs(positions, levels, lambda c: {"s": 1 - 2 * spread(apart, c) / c.sum(axis=(0, 1))}, weights)
