"""Two equilibria of a world of sectors compared: exact real income, and the first-order welfare formula, apart."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sverka.gravity.certificate import Certificate

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class State:
    """One equilibrium. Hats (wages, costs, prices) are relative to the data; values in the data's currency unit."""

    wages: Array
    costs: Array
    prices: Array
    shares: Array
    spending: Array
    flows: Array
    tariffs: Array
    revenue: Array
    income: Array
    labour_income: Array
    deficits: Array
    iterations: int
    certificate: Certificate


@dataclass(frozen=True, slots=True)
class SectorEquilibrium:
    """What a change did. Shapes: N countries, J sectors; flows (J, N, N), exporters in rows. Hats are factors."""

    wages: Array
    """ŵ_n (N,)."""
    costs: Array
    """ĉ_n^j (J, N), change of the cost of an input bundle."""
    sector_prices: Array
    """P̂_n^j (J, N)."""
    prices: Array
    """P̂_n = Π_j (P̂_n^j)^(α_n^j) (N,), change of the consumer price index."""
    real_wages: Array
    """ŵ_n / P̂_n (N,)."""
    real_income: Array
    """Î_n / P̂_n (N,), exact: wages, tariff revenue and deficits, over the price index. The welfare change."""
    terms_of_trade: Array
    """First-order terms of trade (N,), as a share of income: Σ_ij (E_ni^j d ln c_n^j − M_in^j d ln c_i^j) / I_n."""
    volume_of_trade: Array
    """First-order volume of trade (N,), as a share of income: Σ_ij τ_in^j M_in^j (d ln M_in^j − d ln c_i^j) / I_n."""
    trade_costs: Array
    """First-order saving on trade costs other than tariffs (N,): −Σ_ij (1 + τ_in^j) M_in^j d ln d_in^j / I_n."""
    flows: Array
    """New flows (J, N, N) before tariffs."""
    shares: Array
    """New shares (J, N, N) of exporters (rows) in the spending of importers (columns), by sector."""
    spending: Array
    """New spending (J, N), tariffs included."""
    income: Array
    """New income (N,)."""
    tariff_revenue: Array
    """New tariff revenue (N,)."""
    deficits: Array
    """Deficits (N,)."""
    baseline: State
    """The equilibrium compared with."""
    iterations: int
    certificate: Certificate

    @property
    def first_order_welfare(self) -> Array:
        """The one-step linear formula of Caliendo and Parro (2015, eq. 17): a share of income (0.013 is 1.3 %).

        Not an equilibrium object: `terms_of_trade` + `volume_of_trade` + `trade_costs` at baseline weights. For large
        tariff cuts it can be far from `real_income`, which is exact.
        """
        return self.terms_of_trade + self.volume_of_trade + self.trade_costs


def compare(before: State, after: State, final: Array, cost_hat: Array) -> SectorEquilibrium:
    """The changes between two equilibria of one world."""
    costs = after.costs / before.costs
    sector_prices = after.prices / before.prices
    prices = np.exp((final * np.log(sector_prices)).sum(axis=0))
    wages = after.wages / before.wages
    sold = before.flows.sum(axis=2)
    bought_dearer = (before.flows * (costs - 1.0)[:, :, None]).sum(axis=1)
    terms = (sold * (costs - 1.0) - bought_dearer).sum(axis=0)
    volume = (before.tariffs * (after.flows - before.flows * costs[:, :, None])).sum(axis=(0, 1))
    paid = before.flows * (1.0 + before.tariffs)
    dearer = np.broadcast_to(cost_hat - 1.0, paid.shape)
    saved = -(np.where(paid > 0.0, dearer, 0.0) * paid).sum(axis=(0, 1))
    return SectorEquilibrium(
        wages=wages,
        costs=costs,
        sector_prices=sector_prices,
        prices=prices,
        real_wages=wages / prices,
        real_income=after.income / before.income / prices,
        terms_of_trade=terms / before.income,
        volume_of_trade=volume / before.income,
        trade_costs=saved / before.income,
        flows=after.flows,
        shares=after.shares,
        spending=after.spending,
        income=after.income,
        tariff_revenue=after.revenue,
        deficits=after.deficits,
        baseline=before,
        iterations=after.iterations,
        certificate=after.certificate,
    )
