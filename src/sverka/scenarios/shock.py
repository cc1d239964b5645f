"""What a scenario does to a world, before any model is solved: agreements changed, tariffs added, trade cut."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sverka.errors import InputError
from sverka.scenarios.agreements import KINDS
from sverka.scenarios.worlds import Array, System


@dataclass(frozen=True)
class Shock:
    """A world and what happens to it. Tables are (N, N), exporters in rows, importers in columns.

    Attributes
    ----------
    depths : depth of the deepest agreement afterwards (see `System.depths`).
    tariffs : ad valorem rates that are added: 0.05 is five per cent of the price.
    cut : share of trade that is cut off at unchanged prices; 1 is all of it.
    focus : the states it is about, largest first in the order given.
    within : the pairs whose trade it is about: a bloc's members among themselves, or the two sides of a cut.
    """

    system: System
    depths: npt.NDArray[np.int8]
    tariffs: Array
    cut: Array
    focus: tuple[str, ...]
    within: npt.NDArray[np.bool_]

    @property
    def changed(self) -> npt.NDArray[np.bool_]:
        """The pairs to which anything happens."""
        return np.asarray((self.depths != self.system.depths) | (self.tariffs != 0.0) | (self.cut != 0.0))

    @property
    def uses_estimate(self) -> bool:
        """Whether an agreement's effect on trade is needed."""
        return bool((self.depths != self.system.depths).any())

    def cost_hat(self, effects: Sequence[float], theta: float, lasting: float | None = None) -> Array:
        """(N, N) factors of change of trade costs; infinite where all trade is cut.

        ln τ̂ = −(β_after − β_before) / θ_lasting + ln(1 + t) − ln(1 − s) / θ: an agreement that raises trade by β in
        the long run is worth β / θ of trade cost, and a cut by the share s at unchanged prices is the cost that would
        do it (Head and Mayer 2014, Handbook of International Economics 4, ch. 3).

        Parameters
        ----------
        effects : (3,) effects of the kinds of agreements on log trade, in the order of `KINDS`.
        theta : trade elasticity of the horizon.
        lasting : trade elasticity that agreements' effects were estimated over; `theta` where not given.
        """
        known = np.array([0.0, *effects])
        if known.shape != (1 + len(KINDS),):
            raise InputError("one effect a kind of agreement", where=str(len(effects)), todo=f"give {', '.join(KINDS)}")
        gained = known[self.depths] - known[self.system.depths]
        with np.errstate(divide="ignore"):
            log = -gained / (lasting or theta) + np.log1p(self.tariffs) - np.log1p(-self.cut) / theta
        return np.asarray(np.exp(log))
