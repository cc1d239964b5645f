"""What the equilibrium solvers accept: each thing that is wrong is refused in one line that names the place."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sverka.errors import InputError

Array = NDArray[np.float64]
Word = TypeVar("Word", bound=str)
ROUNDING = 1e-8


def wrong(what: str, where: str, todo: str) -> InputError:
    """The one kind of error of this module."""
    return InputError(what, where=where, todo=todo)


def number(value: float, name: str) -> float:
    """A finite number."""
    try:
        found = float(value)
    except (TypeError, ValueError):
        raise wrong(f"{name} is not a number", repr(value), f"give {name} as a number") from None
    if not np.isfinite(found):
        raise wrong(f"{name} is not a finite number", repr(value), f"give {name} as a finite number")
    return found


def positive_number(value: float, name: str, todo: str) -> float:
    """A finite number above zero."""
    found = number(value, name)
    if found <= 0.0:
        raise wrong(f"{name} must be positive", f"{name}={found:g}", todo)
    return found


def not_negative_number(value: float, name: str) -> float:
    """A finite number, zero or more."""
    found = number(value, name)
    if found < 0.0:
        raise wrong(f"{name} must not be negative", f"{name}={found:g}", "give zero or more")
    return found


def one_of(value: Word, allowed: tuple[Word, ...], name: str) -> Word:
    """One of the words allowed."""
    if value not in allowed:
        raise wrong(f"unknown {name}", repr(value), f"choose {name} from {', '.join(allowed)}")
    return value


def array(values: ArrayLike, shape: tuple[int, ...], name: str) -> Array:
    """A new array of floats of exactly this shape."""
    try:
        found = np.array(values, dtype=np.float64)
    except (TypeError, ValueError):
        raise wrong(f"{name} is not a table of numbers", "", f"give {name} of shape {shape}") from None
    if found.shape != shape:
        raise wrong(f"{name} has the wrong shape", f"{found.shape}, not {shape}", f"give {name} of shape {shape}")
    return found


def names(given: Sequence[str] | None, count: int) -> tuple[str, ...]:
    """Names to call countries by in messages; their positions where none are given."""
    if given is None:
        return tuple(f"country {place}" for place in range(count))
    if len(given) != count:
        raise wrong("names do not match the flows", f"{len(given)} names, {count} countries", "give one name a country")
    return tuple(str(name) for name in given)


def flows(values: ArrayLike, called: Sequence[str] | None) -> Array:
    """Square, finite, not negative, with domestic sales: every country sells something and buys something."""
    try:
        found = np.array(values, dtype=np.float64)
    except (TypeError, ValueError):
        raise wrong("flows are not a table of numbers", "", "give a square array, exporters in rows") from None
    if found.ndim != 2 or found.shape[0] != found.shape[1] or found.shape[0] < 2:
        raise wrong(
            "flows are not a square table of two or more countries",
            f"shape {found.shape}",
            "give exporters in rows, importers in columns, domestic sales on the diagonal",
        )
    known = names(called, len(found))
    own = found.diagonal()
    if not (own > 0.0).all():
        who = int(np.argmin(own > 0.0))
        raise wrong(
            "domestic sales are missing",
            f"{known[who]} to itself is {own[who]:g}",
            "put output minus exports on the diagonal",
        )
    if not np.isfinite(found).all():
        seller, buyer = np.argwhere(~np.isfinite(found))[0]
        raise wrong(
            "a flow is not a finite number",
            f"{known[seller]} to {known[buyer]} is {found[seller, buyer]}",
            "put 0 where there is no trade; leave out countries whose trade is not known",
        )
    if found.min() < 0.0:
        seller, buyer = np.unravel_index(int(found.argmin()), found.shape)
        raise wrong(
            "a flow is negative",
            f"{known[seller]} to {known[buyer]} is {found[seller, buyer]:g}",
            "flows are zero or more",
        )
    return found


def factors(values: ArrayLike | None, count: int, name: str) -> Array:
    """(N,) finite factors of change above zero; ones where none are given."""
    if values is None:
        return np.ones(count)
    found = array(values, (count,), name)
    usable = np.isfinite(found) & (found > 0.0)
    if not usable.all():
        place = int(np.argmin(usable))
        raise wrong(
            f"{name} must be factors of change, finite and positive",
            f"{name}[{place}] = {found[place]:g}",
            "1 is no change, 1.1 ten per cent more",
        )
    return found


def cost_factors(values: ArrayLike, count: int, theta: float) -> Array:
    """τ̂^−θ from factors of change of trade costs; zero where the cost becomes infinite."""
    found = array(values, (count, count), "cost_hat")
    if not (found > 0.0).all():
        seller, buyer = np.argwhere(~(found > 0.0))[0]
        raise wrong(
            "cost_hat must be factors of change above zero",
            f"cost_hat[{seller}, {buyer}] = {found[seller, buyer]:g}",
            "1 is no change, 1.1 ten per cent dearer, inf no trade",
        )
    changed = found != 1.0
    with np.errstate(over="ignore", under="ignore", divide="ignore"):
        if 2 * int(changed.sum()) > found.size:
            powers = inverse_power(found, theta)
        else:
            powers = np.ones_like(found)
            powers[changed] = inverse_power(found[changed], theta)
    if not np.isfinite(powers).all():
        raise wrong(
            "cost_hat falls too far to compute with", f"{np.min(values):g}", "give factors of change, 1 is none"
        )
    return powers


def inverse_power(values: Array, theta: float) -> Array:
    """values^−θ in place; whole exponents by multiplication, which is several times as fast."""
    if theta != int(theta) or theta > 16:
        np.log(values, out=values)
        values *= -theta
        return np.exp(values, out=values)
    np.reciprocal(values, out=values)
    left = int(theta)
    while left % 2 == 0:
        values *= values
        left //= 2
    found = values if left == 1 else values.copy()
    left //= 2
    while left:
        values *= values
        if left % 2:
            found *= values
        left //= 2
    return found


def imbalance(baseline: Array) -> float:
    """Largest deficit or surplus as a share of output."""
    output = baseline.sum(axis=1)
    return float(np.max(np.abs(baseline.sum(axis=0) - output) / output))


def deficits(values: ArrayLike | None, baseline: Array) -> Array:
    """(N,) finite deficits that sum to zero; by default those of the baseline."""
    if values is None:
        return np.asarray(baseline.sum(axis=0) - baseline.sum(axis=1))
    found = array(values, (len(baseline),), "deficits")
    if not np.isfinite(found).all():
        raise wrong("deficits are not all finite", "", "give the deficit of every country")
    if abs(found.sum()) > ROUNDING * baseline.sum():
        raise wrong(
            "deficits do not sum to zero",
            f"they sum to {found.sum():g}",
            "one country's deficit is another's surplus: subtract the difference from the rest of the world",
        )
    return np.asarray(found - found.mean())


def groups(weights: Array, baseline: Array, known: tuple[str, ...]) -> NDArray[np.int64]:
    """(N,) the number of the trading group each country is in; all zero when everybody is linked with everybody."""
    trades = weights > 0.0
    sells, buys = np.asarray(trades.any(axis=1)), np.asarray(trades.any(axis=0))
    linked_at_all = sells & buys
    if not linked_at_all.all():
        who = int(np.argmin(linked_at_all))
        raise wrong(
            f"{known[who]} could sell to nobody, not even at home"
            if not sells[who]
            else f"{known[who]} could buy nothing",
            "",
            "leave its domestic trade open (cost_hat on the diagonal finite)",
        )
    linked = trades | trades.T
    found = np.full(len(weights), -1, dtype=np.int64)
    number = 0
    while (found < 0).any():
        found[reached(linked, int(np.argmin(found)))] = number
        number += 1
    return found


def reached(links: NDArray[np.bool_], start: int) -> NDArray[np.bool_]:
    """Which countries can be reached from one along rows of links."""
    seen: NDArray[np.bool_] = links[start].copy()
    seen[start] = True
    edge = seen.copy()
    while edge.any():
        edge = links[edge].any(axis=0) & ~seen
        seen |= edge
    return seen


def can_balance(weights: Array, found: NDArray[np.int64], known: tuple[str, ...]) -> None:
    """Balanced trade needs a way back: nobody may sell to a group from which nothing ever returns."""
    trades = weights > 0.0
    for group in range(int(found.max()) + 1):
        members = found == group
        start = int(np.argmax(members))
        one_way = members & ~(reached(trades, start) & reached(trades.T, start))
        if one_way.any():
            who = int(np.argmax(one_way))
            raise wrong(
                f"trade could not balance: {known[start]} and {known[who]} are linked in one direction only",
                "closure='zero'",
                "close both directions, or use another closure",
            )


def balanced_trade_possible(baseline: Array, known: tuple[str, ...]) -> None:
    """The same of the baseline."""
    can_balance(baseline, groups(baseline, baseline, known), known)


def deficits_cancel(values: Array, output: Array, found: NDArray[np.int64], known: tuple[str, ...]) -> None:
    """Deficits can only be financed inside a trading group."""
    if not found.any():
        return
    left = np.bincount(found, values)
    unpaid = np.abs(left) > ROUNDING * np.bincount(found, output)
    if unpaid.any():
        group = int(np.argmin(np.where(unpaid, np.bincount(found), len(found))))
        who = known[int(np.argmax(found == group))]
        raise wrong(
            f"{who} is cut off and nobody could finance its deficit (or be financed by its surplus)",
            f"{left[group]:g}",
            "use closure='zero' or 'multiplicative'",
        )
