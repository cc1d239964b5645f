"""Arithmetic beside the model: what share of a state's trade a partner is, and who could take it up by capacity alone.

No prices, no elasticities. If all trade with the lost partners ends, every supplier that the state has already may send
more in proportion to what it sends, up to a spare share of all its exports; what is left over then is never filled.
"""

import numpy as np

from sverka.scenarios.outcome import Json
from sverka.scenarios.replacing import MOST_OTHERS, Watched, digits
from sverka.scenarios.worlds import Array, System

#: Share of all its exports that a supplier can add within a year or so: an assumption, not an estimate.
SPARE = 0.1


def removed(system: System, rows: list[Watched], spare: float = SPARE) -> list[Json]:
    """For each watched state and side: the trade at stake in dollars, as a share of the side's total and of gross
    domestic product in per cent, and who could take it up."""
    flows = system.flows - np.diag(system.flows.diagonal())
    return [_row(system, flows, row, spare) for row in rows]


def _row(system: System, flows: Array, row: Watched, spare: float) -> Json:
    now = flows[:, row.state] if row.side == "supply" else flows[row.state]
    totals = flows.sum(axis=1) if row.side == "supply" else flows.sum(axis=0)
    weights = np.where(row.lost, 0.0, now)
    weights[row.state] = 0.0
    taken = reallocate(row.before, weights, spare * totals)
    order = [at for at in np.argsort(-taken) if taken[at] > 0][:MOST_OTHERS]
    return {
        "state": system.states[row.state],
        "side": row.side,
        "usd": digits(row.before),
        "share": digits(100 * row.before / row.total),
        "of_gdp": digits(100 * row.before / float(system.gdp[row.state])),
        "spare": spare,
        "others": [[system.states[at], digits(float(taken[at]))] for at in order],
        "never": digits(100 * (1 - float(taken.sum()) / row.before)),
    }


def reallocate(gap: float, weights: Array, caps: Array) -> Array:
    """Share a gap out in proportion to weights, nobody above its cap; what no cap allows stays unshared.

    Returns (N,) amounts: Σ ≤ gap, each ≤ cap, zero where the weight is zero.

    >>> reallocate(10.0, np.array([3.0, 1.0, 0.0]), np.array([4.0, 9.0, 9.0])).tolist()
    [4.0, 6.0, 0.0]
    """
    taken = np.zeros_like(weights)
    open_ = weights > 0
    left = gap
    while open_.any() and left > 1e-12 * gap:
        pull = np.where(open_, weights, 0.0)
        room = np.minimum(left * (pull / pull.sum()), caps - taken)
        taken += room
        left -= float(room.sum())
        full = open_ & (taken >= caps * (1 - 1e-12))
        if not full.any():
            break
        open_ &= ~full
    return taken
