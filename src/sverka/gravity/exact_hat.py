"""One-sector equilibrium by exact hat algebra: what a change in trade costs or productivity does to every country."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sverka.gravity import checks
from sverka.gravity.certificate import certify
from sverka.gravity.equilibrium import Equilibrium
from sverka.gravity.fixed_point import clear
from sverka.gravity.refusal import NotConverged

Array = NDArray[np.float64]
Closure = Literal["zero", "additive", "multiplicative"]

TOLERANCE = 3e-11
MAX_ITERATIONS = 5_000


class OneSector:
    """A world ready to be shocked many times: flows checked, deficits removed once if the closure asks for that.

    Every model with a constant trade elasticity shares this system [1–5]: Armington with CES demand (θ = σ − 1),
    Eaton–Kortum, Krugman, Melitz with Pareto productivity. With π_ij = X_ij / E_j the change is the solution of

        p̂: Ŷ_i Y_i = Σ_j π'_ij E'_j,     π'_ij = π_ij (p̂_i τ̂_ij)^−θ / P̂_j^−θ,
        Ŷ_i = Â_i p̂_i (p̂_i / P̂_i)^ψ,    P̂_j^−θ = Σ_i π_ij (p̂_i τ̂_ij)^−θ,    Σ_i Y'_i = Σ_i Y_i.

    The supply elasticity ψ is that of universal gravity [6] and of Stata's ge_gravity2 [7]; ψ = 0 is a fixed
    endowment; roundabout production with a share β of labour has ψ = (1 − β)/β.

    Closures (D_j = E_j − Y_j):

    - "zero": D = 0 before and after; the baseline is first rebalanced by the same model at unchanged trade costs, and
      hats are relative to that baseline [1].
    - "additive": D keeps its value in units of world output, E'_j = Y'_j + D_j.
    - "multiplicative": E'_j = λ Y'_j E_j / Y_j. One scalar λ keeps world spending equal to world output; without it
      Walras' law fails.

    A prohibitive cost (τ̂ = ∞) and zero flows are allowed. Countries that a shock parts into groups with no trade
    between them each keep the baseline value of their group's output: relative prices between groups mean nothing.

    To start from fitted rather than observed trade, pass the fitted flows: nothing else changes.

    Parameters
    ----------
    flows : (N, N), exporters in rows, importers in columns, domestic sales on the diagonal, any one currency unit.
    theta : trade elasticity θ = σ − 1 > 0.
    supply_elasticity : ψ ≥ 0.
    closure : how deficits behave.
    deficits : (N,), for the additive closure only: the deficits after the change (by default the observed ones).
    names : N names of countries, used in messages.

    Raises
    ------
    InputError for flows, elasticities or deficits no equilibrium can be built on; NotConverged when deficits cannot
    be removed.

    References
    ----------
    [1] R. Dekle, J. Eaton, S. Kortum (2008), IMF Staff Papers 55(3). [2] J. Anderson, E. van Wincoop (2003), AER 93(1).
    [3] J. Eaton, S. Kortum (2002), Econometrica 70(5). [4] C. Arkolakis, A. Costinot, A. Rodríguez-Clare (2012),
    AER 102(1). [5] S. Baier, Y. Yotov, T. Zylkin (2019), J. Int. Econ. 116. [6] T. Allen, C. Arkolakis,
    Y. Takahashi (2020), JPE 128(2). [7] R. Campos, I. Reggio, J. Timini (2024), arXiv:2404.09180.
    """

    def __init__(
        self,
        flows: ArrayLike,
        theta: float = 4.0,
        *,
        supply_elasticity: float = 0.0,
        closure: Closure = "zero",
        deficits: ArrayLike | None = None,
        names: Sequence[str] | None = None,
    ) -> None:
        self.theta = checks.positive_number(theta, "theta", "the trade elasticity is positive, for example 4")
        self.supply_elasticity = checks.not_negative_number(supply_elasticity, "supply_elasticity")
        self.closure = checks.one_of(closure, ("zero", "additive", "multiplicative"), "closure")
        baseline = checks.flows(flows, names)
        self.names = checks.names(names, len(baseline))
        if deficits is not None and closure != "additive":
            raise checks.wrong("deficits given", f"closure={closure}", "give them with closure='additive'")
        if closure == "zero" and checks.imbalance(baseline) > TOLERANCE:
            checks.balanced_trade_possible(baseline, self.names)
            self._set(baseline, np.zeros(len(baseline)))
            baseline = self.shock().flows
        self._set(baseline, checks.deficits(deficits, baseline))

    def _set(self, baseline: Array, deficits: Array) -> None:
        self.baseline, self.deficits = baseline, deficits
        self.output, self.expenditure = baseline.sum(axis=1), baseline.sum(axis=0)
        self.shares = baseline / self.expenditure

    def shock(
        self,
        cost_hat: ArrayLike | None = None,
        productivity_hat: ArrayLike | None = None,
        *,
        tolerance: float = TOLERANCE,
        max_iterations: int = MAX_ITERATIONS,
    ) -> Equilibrium:
        """The equilibrium after a change; the world itself stays as it was.

        Parameters
        ----------
        cost_hat : (N, N) factors of change of the trade-cost factor τ_ij; 1 is no change, ∞ no trade at all.
        productivity_hat : (N,) factors Â_i of the quantity supplied at given prices.
        tolerance : largest |log(sales / output)| accepted.
        """
        count = len(self.baseline)
        weights = self.shares
        if cost_hat is not None:
            weights = weights * checks.cost_factors(cost_hat, count, self.theta)
        supply = checks.factors(productivity_hat, count, "productivity_hat")
        groups = checks.groups(weights, self.baseline, self.names)
        if self.closure == "zero":
            checks.can_balance(weights, groups, self.names)
        elif self.closure == "additive":
            checks.deficits_cancel(self.deficits, self.output, groups, self.names)
        market = Market(self, weights, supply, groups)
        steepest = 1.0 + self.theta + self.supply_elasticity
        with np.errstate(all="ignore"):  # a wild trial step shows as nan and is taken back
            x, iterations, residual = clear(
                market.excess, market.slope, steepest, np.zeros(count), tolerance, max_iterations
            )
        if not residual <= tolerance:
            raise self._not_solved(market, x, residual, iterations)
        return market.result(x, iterations)

    def _not_solved(self, market: "Market", x: Array, residual: float, iterations: int) -> NotConverged:
        """Say why, as far as it can be told."""
        market.excess(x)
        where = f"residual {residual:.1e} after {iterations} iterations"
        if market.starving is not None:
            who = self.names[market.starving]
            return NotConverged(
                f"with its surplus kept fixed {who} would have to spend less than nothing",
                where=where,
                todo="use closure='multiplicative' or 'zero'",
            )
        return NotConverged(
            "no equilibrium found",
            where=where,
            todo="make the shock smaller, check theta and the units of cost_hat (factors, not per cent), "
            "or raise max_iterations",
        )


def one_sector(
    flows: ArrayLike,
    theta: float = 4.0,
    cost_hat: ArrayLike | None = None,
    productivity_hat: ArrayLike | None = None,
    *,
    supply_elasticity: float = 0.0,
    closure: Closure = "zero",
    deficits: ArrayLike | None = None,
    names: Sequence[str] | None = None,
) -> Equilibrium:
    """What a change in trade costs or productivity does to every country: `OneSector(…).shock(…)` in one call.

    >>> import numpy as np
    >>> flows = np.array([[8.0, 1.0, 1.0], [1.0, 8.0, 1.0], [1.0, 1.0, 8.0]])
    >>> cut = np.ones((3, 3))
    >>> cut[0, 1:] = cut[1:, 0] = np.inf
    >>> one_sector(flows, 4.0, cut).real_income.round(4).tolist()
    [0.9457, 0.974, 0.974]
    """
    world = OneSector(
        flows, theta, supply_elasticity=supply_elasticity, closure=closure, deficits=deficits, names=names
    )
    return world.shock(cost_hat, productivity_hat)


class Market:
    """Excess demand at given log factory-gate prices, and the figures that follow from it."""

    def __init__(self, world: OneSector, weights: Array, supply: Array, groups: NDArray[np.int64]) -> None:
        self.world, self.weights, self.groups = world, weights, groups
        self.own = weights.diagonal().copy()
        self.log_supply = np.log(supply)
        self.single = not groups.any()
        self.totals = np.bincount(groups, world.output)
        self.propensity = world.expenditure / world.output
        # what rounding leaves over in a group would keep its markets from clearing
        self.deficits = world.deficits - self.per_group(world.deficits) / self.per_group(np.ones(len(groups)))
        self.starving: int | None = None
        self.point: tuple[Array, ...] = ()

    def per_group(self, values: Array) -> Array | float:
        """Σ over each country's own group."""
        if self.single:
            return float(values.sum())
        return np.asarray(np.bincount(self.groups, values)[self.groups])

    def rescale(self, values: Array) -> Array | float:
        """The factor that gives each group its baseline value of output."""
        if self.single:
            return float(self.totals[0] / values.sum())
        return np.asarray((self.totals / np.bincount(self.groups, values))[self.groups])

    def spending(self, output: Array) -> Array:
        """E' under the closure; λ is found group by group."""
        if self.world.closure == "zero":
            return output
        if self.world.closure == "additive":
            return output + self.deficits
        wanted = self.propensity * output
        scaled: Array = wanted * self.rescale(wanted)
        return scaled

    def excess(self, x: Array) -> tuple[Array, Array]:
        """(x in the numéraire, log(sales / output))."""
        theta, psi = self.world.theta, self.world.supply_elasticity
        pull = np.exp(-theta * x)
        power = pull @ self.weights  # P^-θ
        log_income = self.log_supply + (1.0 + psi) * x
        if psi:
            log_income += (psi / theta) * np.log(power)
        income = self.world.output * np.exp(log_income)
        scale = self.rescale(income)
        income *= scale
        spending = self.spending(income)
        if self.world.closure == "additive":
            floor = 1e-3 * income
            starving = spending < floor
            self.starving = int(np.argmax(floor - spending)) if starving.any() else None
            spending = np.maximum(spending, floor)
        sales = pull * (self.weights @ (spending / power))
        self.point = pull, power, income, spending, sales
        return x + np.log(scale), np.log(sales / income)

    def slope(self) -> Array:
        """−∂ log(sales / output) by the own log price where `excess` was last worked out, others' prices given."""
        theta, psi = self.world.theta, self.world.supply_elasticity
        pull, power, income, spending, sales = self.point
        domestic = self.own * pull / power
        loyal = domestic * spending / sales
        own_spending = income / spending if self.world.closure == "additive" else 1.0
        rise = 1.0 + psi * (1.0 - domestic)
        slope: Array = rise * (1.0 - np.minimum(loyal * own_spending, 0.999)) + theta * (1.0 - domestic * loyal)
        return slope

    def result(self, x: Array, iterations: int) -> Equilibrium:
        """Everything at the solution, and its certificate recomputed from the flows."""
        world, theta = self.world, self.world.theta
        pull = np.exp(-theta * x)
        power = pull @ self.weights
        prices = power ** (-1.0 / theta)
        factory = np.exp(x)
        wages = np.exp(self.log_supply) * factory * (factory / prices) ** world.supply_elasticity
        output = world.output * wages
        spending = self.spending(output)
        shares = self.weights * pull[:, None]
        shares *= 1.0 / power
        flows = shares * spending
        spending_hat = spending / world.expenditure
        certificate = certify(
            flows.sum(axis=1), output, spending, output, shares.sum(axis=0), [wages, factory, prices, spending_hat]
        )
        if not certificate.holds(1e-9):
            raise NotConverged("the solution fails its own certificate", where=str(certificate), todo="report this")
        return Equilibrium(
            wages=wages,
            producer_prices=factory,
            prices=prices,
            real_income=spending_hat / prices,
            flows=flows,
            shares=shares,
            output=output,
            expenditure=spending,
            deficits=spending - output,
            baseline=world.baseline,
            iterations=iterations,
            certificate=certificate,
        )
