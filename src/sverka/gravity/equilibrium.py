"""A counterfactual equilibrium beside its baseline: prices, incomes, flows and what proves them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sverka.gravity.certificate import Certificate

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Equilibrium:
    """A counterfactual equilibrium beside its baseline. Hats are factors of change: 1.02 is two per cent more.

    Shapes: (N,) by country, (N, N) with exporters in rows and importers in columns. Values are in the units of the
    baseline flows when the world's total output keeps its value (the numéraire).
    """

    wages: Array
    """Ŷ_i, change of nominal income from production; with a fixed endowment, of the wage."""
    producer_prices: Array
    """p̂_i, change of the factory-gate price."""
    prices: Array
    """P̂_j = (Σ_i π_ij (p̂_i τ̂_ij)^−θ)^(−1/θ), change of the consumer price index."""
    real_income: Array
    """Ê_j / P̂_j, change of what the country's spending buys: the welfare change."""
    flows: Array
    """X'_ij, new flows."""
    shares: Array
    """π'_ij = X'_ij / E'_j, new shares of i in the spending of j; columns sum to one."""
    output: Array
    """Y'_i, new value of output."""
    expenditure: Array
    """E'_j, new spending."""
    deficits: Array
    """E'_j − Y'_j."""
    baseline: Array
    """The flows the hats are relative to: as given, or with deficits removed under the closure "zero"."""
    iterations: int
    certificate: Certificate

    @property
    def real_output(self) -> Array:
        """Ŷ_i / P̂_i: real income from production alone, without the transfer that a deficit is."""
        return self.wages / self.prices

    @property
    def exports(self) -> tuple[Array, Array]:
        """Exports to others before and after, by country."""
        return abroad(self.baseline, 1), abroad(self.flows, 1)

    @property
    def imports(self) -> tuple[Array, Array]:
        """Imports from others before and after, by country."""
        return abroad(self.baseline, 0), abroad(self.flows, 0)


def abroad(flows: Array, axis: int) -> Array:
    """Flows with others, summed over an axis."""
    across: Array = flows.sum(axis=axis) - flows.diagonal()
    return across
