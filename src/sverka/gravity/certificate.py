"""What a solution must show before it is returned: markets clear, everything is positive, shares sum to one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Certificate:
    """Recomputed from the returned figures themselves, not from the solver's last step.

    residual : largest |sales − output| / output over the markets.
    smallest : the smallest wage, price, output or expenditure relative to its baseline; positive in an equilibrium.
    share_error : largest |Σ_i π_ij − 1| over the importers j.
    walras : |Σ_j E_j − Σ_i Y_i| / Σ_i Y_i: what the world spends, net of tariffs, it must earn.
    """

    residual: float
    smallest: float
    share_error: float
    walras: float

    def holds(self, tolerance: float = 1e-10) -> bool:
        """Whether this is an equilibrium to the tolerance; false for anything that is not a number."""
        return bool(
            self.residual <= tolerance
            and self.smallest > 0.0
            and self.share_error <= tolerance
            and self.walras <= tolerance
        )

    def __str__(self) -> str:
        return (
            f"market clearing {self.residual:.1e}, smallest change factor {self.smallest:.3g}, "
            f"shares {self.share_error:.1e}, Walras {self.walras:.1e}"
        )


def certify(
    sales: Array, output: Array, spent: Array, earned: Array, share_sums: Array, positives: list[Array]
) -> Certificate:
    """The certificate of a solution.

    Parameters
    ----------
    sales, output : what each market sells and what it makes, in the same units, any shape.
    spent, earned : spending net of tariffs and income from production, by country; the world's sums are compared.
    share_sums : Σ_i π_ij for each importer.
    positives : arrays that must be positive.
    """
    world = float(earned.sum())
    return Certificate(
        residual=float(np.max(np.abs(sales - output) / output)),
        smallest=float(min(values.min() for values in positives)),
        share_error=float(np.max(np.abs(share_sums - 1.0))),
        walras=abs(float(spent.sum()) - world) / world,
    )
