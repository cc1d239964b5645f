"""Many sectors with input–output links and tariffs in equilibrium, by exact hat algebra (Caliendo and Parro 2015)."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sverka.gravity import checks, sector_checks
from sverka.gravity.certificate import certify
from sverka.gravity.fixed_point import clear
from sverka.gravity.refusal import NotConverged
from sverka.gravity.sector_equilibrium import SectorEquilibrium, State, compare

Array = NDArray[np.float64]

TOLERANCE = 1e-11
MAX_ITERATIONS = 5_000
WARMING = 5


class ManySectors:
    """A world of sectors ready to be shocked many times: data checked, its own baseline equilibrium solved once.

    Production needs labour and, in fixed shares, every sector's goods; goods are bought from the cheapest source [1].
    For exporter i, importer n, sectors j and k, with c_i^j the cost of an input bundle:

        ĉ_n^j = ŵ_n^(γ_n^j) Π_k (P̂_n^k)^(γ_n^kj) / Â_n^j,
        (P̂_n^j)^−θ_j = Σ_i π_in^j (κ̂_in^j ĉ_i^j)^−θ_j,    κ̂_in^j = d̂_in^j (1 + τ'_in^j) / (1 + τ_in^j),
        π'_in^j = π_in^j (κ̂_in^j ĉ_i^j / P̂_n^j)^−θ_j,
        X'_n^j = Σ_k γ_n^jk Y'_n^k + α_n^j I'_n,    Y'_i^j = Σ_n π'_in^j X'_n^j / (1 + τ'_in^j),
        I'_n = ŵ_n w_n L_n + Σ_ij τ'_in^j / (1 + τ'_in^j) π'_in^j X'_n^j + D'_n,    ŵ_n w_n L_n = Σ_j γ_n^j Y'_n^j.

    Prices, spending and wages are updated together in one step rather than one inside the other, accelerated as in
    `fixed_point`. World value added keeps its value (the
    numéraire), group by group where a shock parts the world into groups that do not trade.

    Parameters
    ----------
    flows : (J, N, N) by sector, exporters in rows, importers in columns, domestic sales on the diagonals;
        before tariffs, any one currency unit.
    tariffs : (J, N, N) ad-valorem rates (0.05 is five per cent), exporters in rows, zero on the diagonals.
    value_added : (J, N) share γ_n^j of value added in output, above 0, at most 1.
    inputs : (N, J, J) `inputs[n, k, j]` is γ_n^kj, the share of sector k's goods in sector j's output, in country n;
        over k it sums to one less value added.
    theta : (J,) trade elasticities of the sectors, positive.
    closure : "zero" removes trade deficits before and after; "additive" keeps them in units of world value added.
    final : (J, N) shares of the sectors in final spending. By default what is left of spending after inputs; where
        that is negative it counts as zero, as in [1], and the baseline equilibrium differs a little from the data.
    names : N names of countries, used in messages.

    References
    ----------
    [1] L. Caliendo, F. Parro (2015), "Estimates of the trade and welfare effects of NAFTA", Rev. Econ. Stud. 82(1).
    """

    def __init__(
        self,
        flows: ArrayLike,
        tariffs: ArrayLike,
        value_added: ArrayLike,
        inputs: ArrayLike,
        theta: ArrayLike,
        *,
        closure: Literal["zero", "additive"] = "zero",
        final: ArrayLike | None = None,
        names: Sequence[str] | None = None,
    ) -> None:
        checks.one_of(closure, ("zero", "additive"), "closure")
        self.data = sector_checks.flows(flows, names)
        sectors, count = self.data.shape[:2]
        self.names = checks.names(names, count)
        self.tariffs = sector_checks.tariffs(tariffs, self.data.shape)
        self.value_added, self.inputs = sector_checks.cost_shares(value_added, inputs, sectors, count)
        self.theta = sector_checks.elasticities(theta, sectors)
        self.spending = (self.data * (1.0 + self.tariffs)).sum(axis=1)
        self.shares = self.data * (1.0 + self.tariffs) / np.where(self.spending > 0.0, self.spending, 1.0)[:, None, :]
        output = self.data.sum(axis=2)
        self.labour_income = (self.value_added * output).sum(axis=0)
        if final is None:
            left = self.spending - np.einsum("nkj,jn->kn", self.inputs, output)
            final = np.maximum(left, 0.0) / np.maximum(left, 0.0).sum(axis=0)
        self.final = sector_checks.final_shares(final, sectors, count)
        sector_checks.supplied(self.spending, self.final, self.inputs, output, self.names)
        observed = self.data.sum(axis=(0, 1)) - self.data.sum(axis=(0, 2))
        self.deficits = observed - observed.mean() if closure == "additive" else np.zeros(count)
        self.baseline = self._solve(self.tariffs, np.ones(1), np.ones((sectors, count)))

    def shock(
        self,
        tariffs: ArrayLike | None = None,
        cost_hat: ArrayLike | None = None,
        productivity_hat: ArrayLike | None = None,
        *,
        tolerance: float = TOLERANCE,
        max_iterations: int = MAX_ITERATIONS,
    ) -> SectorEquilibrium:
        """The equilibrium under other tariffs, trade costs or productivity, compared with the baseline equilibrium.

        Parameters
        ----------
        tariffs : (J, N, N) new ad-valorem rates; those of the data by default.
        cost_hat : (J, N, N) or (N, N) factors d̂ of change of trade costs other than tariffs; ∞ is no trade.
        productivity_hat : (J, N) factors Â of change of productivity.
        """
        shape = self.data.shape
        after = self.tariffs if tariffs is None else sector_checks.tariffs(tariffs, shape)
        costs = np.ones(1) if cost_hat is None else sector_checks.costs(cost_hat, shape)
        productivity = np.ones(shape[:2])
        if productivity_hat is not None:
            productivity = sector_checks.factors(productivity_hat, shape[:2], "productivity_hat")
        state = self._solve(after, costs, productivity, tolerance, max_iterations)
        return compare(self.baseline, state, self.final, costs)

    def _solve(
        self,
        tariffs: Array,
        costs: Array,
        productivity: Array,
        tolerance: float = TOLERANCE,
        max_iterations: int = MAX_ITERATIONS,
    ) -> State:
        system = System(self, tariffs, costs, productivity)
        with np.errstate(all="ignore"):  # a wild trial step shows as nan and is taken back
            x, iterations, residual = clear(system.excess, system.slope, 2.0, system.start(), tolerance, max_iterations)
        if not residual <= tolerance:
            raise NotConverged(
                "no equilibrium found",
                where=f"residual {residual:.1e} after {iterations} iterations",
                todo="check the units (tariffs as rates, cost_hat as factors), make the change smaller, "
                "or use closure='zero'",
            )
        return system.state(x, iterations)


def many_sectors(
    flows: ArrayLike,
    tariffs: ArrayLike,
    value_added: ArrayLike,
    inputs: ArrayLike,
    theta: ArrayLike,
    new_tariffs: ArrayLike | None = None,
    cost_hat: ArrayLike | None = None,
    productivity_hat: ArrayLike | None = None,
    *,
    closure: Literal["zero", "additive"] = "zero",
    final: ArrayLike | None = None,
    names: Sequence[str] | None = None,
) -> SectorEquilibrium:
    """What a change of tariffs, trade costs or productivity does: `ManySectors(…).shock(…)` in one call."""
    world = ManySectors(flows, tariffs, value_added, inputs, theta, closure=closure, final=final, names=names)
    return world.shock(new_tariffs, cost_hat, productivity_hat)


class System:
    """One fused update of log wages, log prices and relative spending, stacked in a vector of N + 2 J N entries."""

    def __init__(self, world: ManySectors, tariffs: Array, costs: Array, productivity: Array) -> None:
        self.world, self.tariffs = world, tariffs
        self.sectors, self.count = world.spending.shape
        power = -world.theta[:, None, None]
        self.weights = world.shares * (costs * (1.0 + tariffs) / (1.0 + world.tariffs)) ** power
        self.untaxed = np.ascontiguousarray((self.weights / (1.0 + tariffs)).transpose(0, 2, 1))  # (j, n, i)
        self.used = world.spending > 0.0
        self.scale = np.where(self.used, world.spending, 1.0)
        self.bought = np.ascontiguousarray(world.inputs.transpose(0, 2, 1))  # (n, j, k)
        self.log_productivity = np.log(productivity)
        output = world.data.sum(axis=2)
        sector_checks.still_supplied(self.weights, self.used, world.names)
        linked, before = self.weights.max(axis=0), world.data.sum(axis=0)
        self.groups = checks.groups(linked, before, world.names)
        if world.deficits.any():
            checks.deficits_cancel(world.deficits, before.sum(axis=1), self.groups, world.names)
        else:
            checks.can_balance(linked, self.groups, world.names)
        self.kept = np.bincount(self.groups, world.labour_income)
        foreign = 1.0 - np.einsum("jnn->jn", world.shares)
        responding = (output * world.theta[:, None] * foreign).sum(axis=0) / output.sum(axis=0)
        # prices and spending follow wages fully; wages move against the elasticity of what they sell
        self.speeds = np.concatenate([1.0 + responding, np.ones(2 * self.sectors * self.count)])

    def start(self) -> Array:
        """Wages and prices unchanged, spending a few rounds of input demand on: data rarely agree with themselves."""
        count, cells = self.count, self.sectors * self.count
        x = np.concatenate([np.zeros(count + cells), self.used.ravel().astype(np.float64)])
        for _ in range(WARMING):
            x[count + cells :] += self.excess(x)[1][count + cells :]
        spending = self.parts(x)[2]
        self.scale = np.where(spending > 0.0, spending, 1.0)
        x[count + cells :] = (spending > 0.0).ravel()
        return x

    def slope(self) -> Array:
        """The damping of each part of the update."""
        return self.speeds

    def parts(self, x: Array) -> tuple[Array, Array, Array]:
        """(log ŵ (N,), log P̂ (J, N), X' (J, N))."""
        cells = self.sectors * self.count
        wages, prices = x[: self.count], x[self.count : self.count + cells]
        shape = (self.sectors, self.count)
        return wages, prices.reshape(shape), x[self.count + cells :].reshape(shape) * self.scale

    def costs(self, wages: Array, prices: Array) -> Array:
        """log ĉ (J, N)."""
        inputs = np.matmul(self.bought, prices.T[:, :, None])[:, :, 0].T
        costs: Array = self.world.value_added * wages + inputs - self.log_productivity
        return costs

    def excess(self, x: Array) -> tuple[Array, Array]:
        """(x in the numéraire, update minus x)."""
        world = self.world
        wages, prices, spending = self.parts(x)
        earned = np.exp(wages) * world.labour_income
        drift = np.log(self.kept / np.bincount(self.groups, earned))[self.groups]
        x = np.concatenate([wages + drift, (prices + drift).ravel(), (spending * (np.exp(drift) / self.scale)).ravel()])
        wages, prices, spending = self.parts(x)
        earned *= np.exp(drift)
        pull = np.exp(-world.theta[:, None] * self.costs(wages, prices))
        power = np.matmul(pull[:, None, :], self.weights)[:, 0, :]
        power = np.where(self.used, power, 1.0)
        per_power = spending / power
        sales = pull * np.matmul(per_power[:, None, :], self.untaxed)[:, 0, :]
        untaxed = np.matmul(self.untaxed, pull[:, :, None])[:, :, 0] * per_power
        income = earned + (spending - untaxed).sum(axis=0) + world.deficits
        wanted = np.matmul(world.inputs, sales.T[:, :, None])[:, :, 0].T + world.final * income
        paid = (world.value_added * sales).sum(axis=0)
        update = np.concatenate(
            [
                np.log(paid / earned),
                (-np.log(power) / world.theta[:, None] - prices).ravel(),
                ((wanted - spending) / self.scale).ravel(),
            ]
        )
        return x, update

    def state(self, x: Array, iterations: int) -> State:
        """Everything at the solution, and its certificate recomputed from the flows."""
        world = self.world
        wages, prices, spending = self.parts(x)
        costs = self.costs(wages, prices)
        pull = np.exp(-world.theta[:, None] * costs)
        shares = self.weights * pull[:, :, None] * np.exp(world.theta[:, None] * prices)[:, None, :]
        flows = shares * spending[:, None, :] / (1.0 + self.tariffs)
        output = flows.sum(axis=2)
        revenue = (flows * self.tariffs).sum(axis=(0, 1))
        earned = np.exp(wages) * world.labour_income
        income = earned + revenue + world.deficits
        inputs = np.einsum("nkj,jn->kn", world.inputs, output)
        wanted = inputs + world.final * income
        certificate = certify(
            sales=np.concatenate([(world.value_added * output).sum(axis=0), wanted[self.used]]),
            output=np.concatenate([earned, spending[self.used]]),
            spent=(spending - inputs).sum(axis=0) - revenue,
            earned=earned,
            share_sums=shares.sum(axis=1)[self.used],
            positives=[np.exp(wages), np.exp(prices), spending[self.used], income],
        )
        if not certificate.holds(1e-9):
            raise NotConverged("the solution fails its own certificate", where=str(certificate), todo="report this")
        return State(
            wages=np.exp(wages),
            costs=np.exp(costs),
            prices=np.exp(prices),
            shares=shares,
            spending=spending,
            flows=flows,
            tariffs=self.tariffs,
            revenue=revenue,
            income=income,
            labour_income=earned,
            deficits=world.deficits,
            iterations=iterations,
            certificate=certificate,
        )
