"""From a scenario and a world to an outcome: the equilibrium at a long and a short horizon, with intervals.

Each solution is the one-sector equilibrium in exact hats of `sverka.gravity` with a supply elasticity ψ = k − 1, k
being gross output over gross domestic product: the elasticity of roundabout production in which value added is the
share 1/k of output (Allen, Arkolakis and Takahashi 2020, JPE 128(2)). So k moves the home sales of the world and ψ
together, and results depend on it little. Under the closure "zero" trade is balanced before and after (Dekle, Eaton and
Kortum 2008, IMF Staff Papers 55(3); Ossa 2016, Handbook of Commercial Policy 1, ch. 4), and amounts in dollars are
scaled to the published trade with the partners that are lost. Intervals come from draws of the agreements' effects from
their covariance and of the trade elasticities from their ranges, each draw solved again.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

import sverka
from sverka.errors import InputError
from sverka.scenarios import effects as estimated
from sverka.scenarios.arithmetic import SPARE, removed
from sverka.scenarios.effects import Effects
from sverka.scenarios.kinds import AnyScenario, Closure, Dissolve, Join, Leave, to_json
from sverka.scenarios.outcome import HORIZONS, MEASURES, Estimate, Json, Outcome
from sverka.scenarios.replacing import Watched, column, digits, estimate, quantities, told, watched
from sverka.scenarios.shock import Shock
from sverka.scenarios.worlds import Array, System, world

if TYPE_CHECKING:
    from sverka.gravity import Equilibrium, OneSector

#: Trade elasticity and the range it is drawn from, by horizon. Long: 4 (Simonovska and Waugh 2014, J. Int. Econ. 92),
#: from the 2 of Boehm, Levchenko and Pandalai-Nayar 2023 (AER 113(4)) to as far on the other side. Short: 0.76, the
#: same authors' for the first year.
ELASTICITIES = {"long": (4.0, 2.0, 6.0), "short": (0.76, 0.5, 1.0)}
#: Share of draws inside an interval.
LEVEL = 0.9
DRAWS = 500
#: Elasticities are drawn from so many equally likely values, so that each needs its balanced baseline only once.
STEPS = 24


@dataclass(frozen=True, slots=True)
class _Draw:
    """One set of parameters: effects of agreements and an elasticity for each horizon."""

    effects: tuple[float, ...]
    theta: dict[str, float]


#: Wraps the draws, to show how far one has come.
Progress: TypeAlias = Callable[[Sequence[_Draw]], Iterable[_Draw]]


def simulate(
    scenario: AnyScenario,
    system: System | None = None,
    *,
    draws: int = DRAWS,
    seed: int = 1,
    progress: Progress = iter,
) -> Outcome:
    """Run a scenario: changes of real income and trade of every state, who replaces whom, intervals, certificate.

    Parameters
    ----------
    system : the world; by default the one that the scenario names.
    draws : sets of parameters to solve for the intervals, 0 for none; the same `seed` gives the same answer.
    progress : wraps the draws, to show how far one has come.

    Raises
    ------
    InputError for a scenario that does not fit the world, NotSolvedError where there is no equilibrium, SourceError
    where a table was not pulled.
    """
    if not 0 <= draws <= 20_000:
        raise InputError("from 0 to 20,000 draws", where=f"draws {draws}", todo="500 is usual")
    place = world(scenario.year, scenario.source, scenario.output_ratio) if system is None else system
    shock = scenario.apply(place)
    known = _effects(scenario, place)
    centre = _Draw(known.coefficients, {name: given[0] for name, given in ELASTICITIES.items()})
    rows = watched(shock, _dearer(shock, centre))
    baselines = _Baselines(place, scenario.closure)
    central = {name: _solved(shock, centre, name, rows, baselines) for name in HORIZONS}
    drawn: dict[str, list[_Solved]] = {name: [central[name]] for name in HORIZONS}
    failed = 0
    for draw in progress(_draws(known, draws, seed)):
        try:
            solved = {name: _solved(shock, draw, name, rows, baselines) for name in HORIZONS}
        except ArithmeticError:
            failed += 1
            continue
        for name in HORIZONS:
            drawn[name].append(solved[name])
    if failed > max(1, draws // 20):
        raise InputError(f"{failed} of {draws} draws have no equilibrium", where="draws", todo="make the shock smaller")
    found = {name: [np.array([s.replaced[k] for s in drawn[name]]) for k in range(len(rows))] for name in HORIZONS}
    model = _model(scenario, place, draws, seed)
    return Outcome(
        scenario=to_json(scenario),
        world=_world(place),
        effects=known.to_json() if shock.uses_estimate else {},
        model=model,
        focus=shock.focus,
        states=place.states,
        changes={name: _changes(drawn[name]) for name in HORIZONS},
        replaced=tuple(told(place.states, rows, found, LEVEL)),
        arithmetic=tuple(removed(place, rows)),
        assumptions=tuple(_assumptions(scenario, place, shock)),
        limits=tuple(_limits(scenario, shock)),
        certificate=_certificate(drawn, failed),
        made_by=sverka.__version__,
    )


def _effects(scenario: AnyScenario, place: System) -> Effects:
    known = estimated.load()
    if isinstance(scenario, Dissolve | Leave | Join) and scenario.effect is not None:
        given = scenario.effect
        return known.replaced(scenario.agreement(place).kind, given.value, given.error, given.source)
    return known


def _dearer(shock: Shock, centre: _Draw) -> Any:
    return shock.cost_hat(centre.effects, centre.theta["long"]) > 1.0 + 1e-12


def _draws(known: Effects, count: int, seed: int) -> list[_Draw]:
    """Sets of parameters: effects from a normal distribution, elasticities uniformly from their ranges."""
    rng = np.random.default_rng(seed)
    # an effect known for certain has no variance, and Cholesky's method wants some
    root = np.linalg.cholesky(np.array(known.covariance) + 1e-14 * np.eye(len(known.coefficients)))
    effects = known.coefficients + rng.standard_normal((count, len(known.coefficients))) @ root.T
    steps = (rng.integers(STEPS, size=(len(HORIZONS), count)) + 0.5) / STEPS
    theta = {
        name: low + (high - low) * step
        for (name, (_, low, high)), step in zip(ELASTICITIES.items(), steps, strict=True)
    }
    return [_Draw(tuple(effects[n]), {name: float(theta[name][n]) for name in theta}) for n in range(count)]


class _Baselines:
    """The world made ready to be shocked, once for each trade elasticity."""

    def __init__(self, system: System, closure: Closure) -> None:
        self._system, self._closure = system, closure
        self._ready: dict[float, OneSector] = {}

    def at(self, theta: float) -> "OneSector":
        """The world at this elasticity; under the closure zero its trade is balanced first."""
        from sverka.gravity import OneSector

        if theta not in self._ready:
            psi, names = self._system.output_ratio - 1.0, self._system.states
            self._ready[theta] = OneSector(
                self._system.flows, theta, supply_elasticity=psi, closure=self._closure, names=names
            )
        return self._ready[theta]


@dataclass(frozen=True, slots=True)
class _Solved:
    """What is kept of one solution: changes in per cent by measure (nan where there was nothing), and quantities taken
    up by partner for each watched row."""

    changes: dict[str, Array]
    replaced: list[Array]
    certificate: tuple[float, float, float, float]
    iterations: int


def _solved(shock: Shock, draw: _Draw, horizon: str, rows: list[Watched], baselines: _Baselines) -> _Solved:
    theta = draw.theta[horizon]
    cost_hat = shock.cost_hat(draw.effects, theta, draw.theta["long"])
    found = baselines.at(theta).shock(cost_hat)
    moved = quantities(found.flows, found.baseline, found.producer_prices, cost_hat)
    seal = found.certificate
    return _Solved(
        _measures(found, shock),
        [column(moved, row) * row.before / column(found.baseline, row)[row.lost].sum() for row in rows],
        (seal.residual, seal.smallest, seal.share_error, seal.walras),
        found.iterations,
    )


def _measures(found: "Equilibrium", shock: Shock) -> dict[str, Array]:
    within = [np.where(shock.within, flows, 0.0) for flows in (found.baseline, found.flows)]
    pairs = {
        "exports": found.exports,
        "imports": found.imports,
        "within": tuple(flows.sum(axis=0) + flows.sum(axis=1) for flows in within),
    }
    with np.errstate(divide="ignore", invalid="ignore"):
        trade = {name: np.where(pair[0] > 0, 100 * (pair[1] / pair[0] - 1), np.nan) for name, pair in pairs.items()}
    return {"real_income": 100 * (found.real_income - 1), **trade}


def _changes(drawn: list[_Solved]) -> dict[str, tuple[Estimate | None, ...]]:
    out = {}
    for measure in MEASURES:
        values = np.array([solved.changes[measure] for solved in drawn])
        out[measure] = tuple(
            None if np.isnan(values[0, at]) else estimate(values[:, at], LEVEL) for at in range(values.shape[1])
        )
    return out


def _model(scenario: AnyScenario, place: System, draws: int, seed: int) -> Json:
    return {
        "elasticities": {name: list(given) for name, given in ELASTICITIES.items()},
        "closure": scenario.closure,
        "output_ratio": place.output_ratio,
        "supply_elasticity": place.output_ratio - 1.0,
        "draws": draws,
        "seed": seed,
        "level": LEVEL,
    }


def _world(place: System) -> Json:
    return {
        "year": place.year,
        "source": place.source,
        "states": len(place.states),
        "gdp_usd": [digits(float(usd)) for usd in place.gdp],
        "trade_usd": digits(float(place.flows.sum() - np.trace(place.flows))),
        "remarks": list(place.remarks),
        "inputs": [given.to_json() for given in place.inputs],
    }


def _assumptions(scenario: AnyScenario, place: System, shock: Shock) -> Iterable[Json]:
    """What the numbers rest on, most important first."""
    if shock.uses_estimate:
        yield {"code": "effect"} if not getattr(scenario, "effect", None) else {"code": "effect_given"}
    if isinstance(scenario, Dissolve | Leave):
        stay = scenario.remain
        yield {"code": "remain_default"} if stay is None else {"code": "remain", "blocs": list(stay)}
    if getattr(scenario, "tariff", 0.0):
        yield {"code": "tariff", "rate": scenario.tariff, "source": scenario.tariff_source}  # type: ignore[union-attr]
    if (shock.cut > 0).any():
        yield {"code": "cut", "share": float(shock.cut.max()), "direction": getattr(scenario, "direction", "both")}
    yield {"code": "elasticities"}
    yield {"code": "home", "ratio": place.output_ratio, "supply": place.output_ratio - 1.0}
    yield {"code": f"deficits_{scenario.closure}"}
    yield {"code": "spare", "share": SPARE}


def _limits(scenario: AnyScenario, shock: Shock) -> Iterable[str]:
    """What the numbers leave out."""
    yield "goods_only"
    yield "one_sector"
    if shock.uses_estimate:
        yield "average_effect"
    if isinstance(scenario, Dissolve | Leave | Join):
        yield "third_states"
        yield "not_only_trade"
    if (shock.cut > 0).any():
        yield "transit"
        yield "energy"
    yield "year"
    yield "short_horizon"


def _certificate(drawn: dict[str, list[_Solved]], failed: int) -> Json:
    seals = np.array([solved.certificate for solutions in drawn.values() for solved in solutions])
    # to one digit, since rounding differs from machine to machine
    return {
        "solutions": len(seals),
        "residual_at_most": 1e-10 if seals[:, 0].max() <= 1e-10 else float(f"{seals[:, 0].max():.1g}"),
        "smallest_factor": digits(float(seals[:, 1].min())),
        "share_error_at_most": 1e-10 if seals[:, 2].max() <= 1e-10 else float(f"{seals[:, 2].max():.1g}"),
        "walras_at_most": 1e-10 if seals[:, 3].max() <= 1e-10 else float(f"{seals[:, 3].max():.1g}"),
        "failed": failed,
    }
