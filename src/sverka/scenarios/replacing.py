"""Who replaces whom: quantities that lost partners no longer sell or buy, and who takes them up.

Quantities are in dollars at the prices of the world's year: X'_ij / (p̂_i τ̂_ij) is what arrives in j of the goods of i,
valued at what they cost before. So what is lost to dearer transport and higher prices counts as never filled.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sverka.scenarios.outcome import Estimate, Filled, Replaced
from sverka.scenarios.shock import Shock
from sverka.scenarios.worlds import Array

#: States shown in the tables, and partners shown for each.
MOST_STATES, MOST_OTHERS = 12, 6
SIDES = ("supply", "market")


@dataclass(frozen=True)
class Watched:
    """One state and side, and which of its partners it loses: `lost` is a mask over the states."""

    state: int
    side: str
    lost: npt.NDArray[np.bool_]
    before: float
    total: float


def watched(shock: Shock, dearer: npt.NDArray[np.bool_]) -> list[Watched]:
    """The states and sides that lose trade, `dearer` being the pairs whose trade costs rise; largest losses first."""
    system = shock.system
    found = []
    for at in system.places(shock.focus):
        for side in SIDES:
            lost = dearer[:, at] if side == "supply" else dearer[at]
            flows = system.flows[:, at] if side == "supply" else system.flows[at]
            before = float(flows[lost].sum())
            if before > 0.0:
                found.append(Watched(at, side, lost.copy(), before, float(flows.sum() - flows[at])))
    places = {at: n for n, at in enumerate(dict.fromkeys(w.state for w in found))}
    chosen = {at for at, n in places.items() if n < MOST_STATES}
    return [w for w in found if w.state in chosen]


def quantities(flows: Array, baseline: Array, factory: Array, cost_hat: Array) -> Array:
    """(N, N) change of what arrives, at the prices before."""
    with np.errstate(divide="ignore"):
        arrived = flows / (factory[:, None] * cost_hat)
    return np.asarray(arrived - baseline)


def column(change: Array, row: Watched) -> Array:
    """(N,) changes by partner for the watched state and side; its own entry is home."""
    return np.asarray(change[:, row.state] if row.side == "supply" else change[row.state])


def told(states: tuple[str, ...], rows: list[Watched], found: dict[str, list[Array]], level: float) -> list[Replaced]:
    """The table: `found[horizon][k]` is (1 + draws, N), the central solution first, for the k-th watched row."""
    out = []
    for k, row in enumerate(rows):
        horizons = tuple((name, _filled(states, row, columns[k], level)) for name, columns in found.items())
        if all(filled.gap.value <= 0 for _, filled in horizons):
            continue
        partners = tuple(states[at] for at in np.flatnonzero(row.lost) if at != row.state)
        share = 100 * row.before / row.total
        out.append(Replaced(states[row.state], row.side, partners, digits(row.before), digits(share), horizons))
    return out


def _filled(states: tuple[str, ...], row: Watched, change: Array, level: float) -> Filled:
    gap = -change[:, row.lost].sum(axis=1)
    home = change[:, row.state]
    free = ~row.lost
    free[row.state] = False
    order = [at for at in np.argsort(-change[0]) if free[at] and change[0, at] > 0][:MOST_OTHERS]
    others = tuple((states[at], estimate(change[:, at], level)) for at in order)
    taken = change[:, free].sum(axis=1)
    rest = taken - change[:, order].sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        never = np.where(gap > 0, 100 * (gap - taken - home) / gap, 0.0)
    return Filled(estimate(gap, level), others, estimate(rest, level), estimate(home, level), estimate(never, level))


def estimate(values: Array, level: float) -> Estimate:
    """The first value, with the interval of all others (of itself where there are none)."""
    drawn = values[1:] if len(values) > 1 else values
    low, high = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2])
    centre = digits(values[0])
    return Estimate(centre, min(digits(low), centre), max(digits(high), centre))


def digits(number: float) -> float:
    """Four significant digits, so that platforms agree; what is nothing but rounding is nothing."""
    return 0.0 if abs(number) < 1e-7 else float(f"{number:.4g}")
