"""What the solver with many sectors accepts: each thing that is wrong is refused in one line that names the place."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sverka.gravity.checks import array, wrong

Array = NDArray[np.float64]
# shares rounded to three digits in a published table are still shares
ROUNDING = 5e-3


def shaped(values: ArrayLike, dimensions: int, name: str, todo: str) -> Array:
    """A new array of floats with so many dimensions."""
    try:
        found = np.array(values, dtype=np.float64)
    except (TypeError, ValueError):
        raise wrong(f"{name} is not a table of numbers", "", todo) from None
    if found.ndim != dimensions:
        raise wrong(f"{name} has the wrong number of dimensions", f"shape {found.shape}", todo)
    return found


def place_of(bad: NDArray[np.bool_], name: str) -> str:
    """The first cell that is wrong."""
    return f"{name}[{', '.join(str(int(index)) for index in np.argwhere(bad)[0])}]"


def flows(values: ArrayLike, names: Sequence[str] | None) -> Array:
    """(J, N, N) finite, zero or more; every country sells something in all, and buys nothing of what nobody makes."""
    found = shaped(values, 3, "flows", "give flows by sector, exporter and importer")
    if found.shape[1] != found.shape[2] or found.shape[1] < 2 or found.shape[0] < 1:
        raise wrong("flows are not square tables", f"shape {found.shape}", "give (sectors, countries, countries)")
    bad = ~np.isfinite(found)
    if bad.any():
        raise wrong("a flow is not a finite number", place_of(bad, "flows"), "put 0 where there is no trade")
    if (found < 0.0).any():
        raise wrong("a flow is negative", place_of(found < 0.0, "flows"), "flows are zero or more")
    own = np.einsum("jnn->n", found)
    if not (own > 0.0).all():
        who = int(np.argmin(own > 0.0))
        called = names[who] if names is not None and len(names) == found.shape[1] else f"country {who}"
        raise wrong("domestic sales are missing", called, "put output minus exports on the diagonals")
    return found


def tariffs(values: ArrayLike, shape: tuple[int, ...]) -> Array:
    """Rates above −1, zero at home."""
    found = array(values, shape, "tariffs")
    bad = ~(np.isfinite(found) & (found > -1.0))
    if bad.any():
        raise wrong(
            "a tariff is not a rate above -1",
            f"{place_of(bad, 'tariffs')} = {found[bad][0]:g}",
            "give rates: 0.05 is five per cent; for no trade at all use cost_hat=inf",
        )
    home = np.einsum("jnn->jn", found)
    if (home != 0.0).any():
        raise wrong("a tariff on domestic sales", place_of(home != 0.0, "sector, country"), "put 0 on the diagonals")
    return found


def cost_shares(value_added: ArrayLike, inputs: ArrayLike, sectors: int, count: int) -> tuple[Array, Array]:
    """Shares in cost that sum to one; rounding is spread over the inputs.

    A share below zero by no more than rounding stays as published: the tables of Caliendo and Parro have one.
    """
    labour = array(value_added, (sectors, count), "value_added")
    bad = ~((labour > 0.0) & (labour <= 1.0))
    if bad.any():
        raise wrong(
            "a share of value added is not in (0, 1]",
            f"{place_of(bad, 'value_added')} = {labour[bad][0]:g}",
            "give value added over output",
        )
    goods = array(inputs, (count, sectors, sectors), "inputs")
    bad = ~(np.isfinite(goods) & (goods >= -ROUNDING))
    if bad.any():
        raise wrong("a share of inputs is negative or not finite", place_of(bad, "inputs"), "give shares of output")
    total = goods.sum(axis=1)
    rest = (1.0 - labour).T
    bad = np.abs(total - rest) > ROUNDING
    if bad.any():
        raise wrong(
            "shares of inputs and value added do not sum to one",
            f"country, sector {place_of(bad, '')}: {float((total - rest + 1.0)[bad][0]):.4f}",
            "inputs[n, :, j] sums to 1 - value_added[j, n]",
        )
    scaled = goods * np.divide(rest, total, out=np.ones_like(total), where=total > 0.0)[:, None, :]
    return np.where(total.T > 0.0, labour, 1.0), scaled


def elasticities(values: ArrayLike, sectors: int) -> Array:
    """(J,) positive and finite."""
    found = array(values, (sectors,), "theta")
    bad = ~(np.isfinite(found) & (found > 0.0))
    if bad.any():
        raise wrong("theta must be positive", f"{place_of(bad, 'theta')} = {found[bad][0]:g}", "give one a sector")
    return found


def final_shares(values: ArrayLike, sectors: int, count: int) -> Array:
    """(J, N) shares that sum to one over the sectors."""
    found = array(values, (sectors, count), "final")
    bad = ~(np.isfinite(found) & (found >= 0.0))
    if bad.any():
        raise wrong("a share of final spending is negative or not finite", place_of(bad, "final"), "give shares")
    total = found.sum(axis=0)
    if (np.abs(total - 1.0) > ROUNDING).any():
        who = place_of(np.abs(total - 1.0) > ROUNDING, "country")
        raise wrong("shares of final spending do not sum to one", who, "let each country's shares sum to one")
    return np.asarray(found / total)


def factors(values: ArrayLike, shape: tuple[int, ...], name: str) -> Array:
    """Finite factors of change above zero."""
    found = array(values, shape, name)
    bad = ~(np.isfinite(found) & (found > 0.0))
    if bad.any():
        raise wrong(
            f"{name} must be factors of change, finite and positive",
            f"{place_of(bad, name)} = {found[bad][0]:g}",
            "1 is no change",
        )
    return found


def costs(values: ArrayLike, shape: tuple[int, ...]) -> Array:
    """Factors of change of trade costs, the same for all sectors or by sector; ∞ allowed."""
    flat = np.ndim(values) == 2
    found = array(values, shape[1:] if flat else shape, "cost_hat")
    if not (found > 0.0).all():
        raise wrong(
            "cost_hat must be factors of change above zero",
            place_of(~(found > 0.0), "cost_hat"),
            "1 is no change, 1.1 ten per cent dearer, inf no trade",
        )
    return np.broadcast_to(found, shape).copy()


def supplied(spending: Array, final: Array, inputs: Array, output: Array, names: tuple[str, ...]) -> None:
    """Whoever needs a sector's goods, as an input or at last, must be seen to buy some."""
    needed = (np.einsum("nkj,jn->kn", inputs, output) > 0.0) | (final > 0.0)
    bad = needed & (spending <= 0.0)
    if bad.any():
        sector, who = np.argwhere(bad)[0]
        raise wrong(
            f"{names[who]} needs goods of sector {sector} but buys none, not even at home",
            "",
            "add its purchases, merge the sector with another, or set the input and final shares to 0",
        )


def still_supplied(weights: Array, used: NDArray[np.bool_], names: tuple[str, ...]) -> None:
    """A shock may not leave a buyer without any seller: its price index would be infinite."""
    bad = used & ~(weights > 0.0).any(axis=1)
    if bad.any():
        sector, who = np.argwhere(bad)[0]
        raise wrong(
            f"{names[who]} could buy goods of sector {sector} from nobody, and cannot do without them",
            "",
            "leave one source open (cost_hat finite)",
        )
