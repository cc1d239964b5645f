"""What a scenario came out as: plain numbers with intervals, assumptions, limits and certificate; JSON there and back.

Importing this module needs neither numpy nor a solver, so that whoever only shows results stays light.
"""

import hashlib
import json
from dataclasses import dataclass
from typing import Any, TypeAlias

from sverka.errors import ReportError

FORMAT = "sverka-scenario/1"
HORIZONS = ("long", "short")
#: A gap is told of from this per cent of a state's imports (exports) on.
WORTH_REPLACING = 0.5
#: What is told of each state: changes in per cent of what there was.
MEASURES = ("real_income", "exports", "imports", "within")
Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its interval."""

    value: float
    low: float
    high: float

    def to_json(self) -> list[float]:
        """Three numbers."""
        return [self.value, self.low, self.high]

    @classmethod
    def of(cls, data: Any) -> "Estimate":
        """From three numbers."""
        value, low, high = data
        return cls(float(value), float(low), float(high))


@dataclass(frozen=True, slots=True)
class Filled:
    """Who takes the place of lost partners, at one horizon, in dollars of the world's year at unchanged prices.

    `others` are the states that take up most, `rest` all further ones, `home` the state's own producers (or buyers),
    `never` the share of the gap that nobody fills, in per cent.
    """

    gap: Estimate
    others: tuple[tuple[str, Estimate], ...]
    rest: Estimate
    home: Estimate
    never: Estimate

    def to_json(self) -> Json:
        """Plain data."""
        return {
            "gap": self.gap.to_json(),
            "others": [[state, estimate.to_json()] for state, estimate in self.others],
            "rest": self.rest.to_json(),
            "home": self.home.to_json(),
            "never": self.never.to_json(),
        }

    @classmethod
    def of(cls, data: Json) -> "Filled":
        """From plain data."""
        others = tuple((str(state), Estimate.of(numbers)) for state, numbers in data["others"])
        return cls(
            Estimate.of(data["gap"]),
            others,
            *(Estimate.of(data[name]) for name in ("rest", "home", "never")),
        )


@dataclass(frozen=True, slots=True)
class Replaced:
    """A state's lost partners (`side` supply: it bought from them; market: it sold to them) and who replaces them.

    `before` is the trade with them in dollars, `share` what per cent of the state's imports (exports) that was.
    """

    state: str
    side: str
    partners: tuple[str, ...]
    before: float
    share: float
    horizons: tuple[tuple[str, Filled], ...]

    @property
    def weight(self) -> float:
        """The gap in the long run in per cent of the state's imports (exports): how much there is to replace."""
        return self.share * dict(self.horizons)["long"].gap.value / self.before

    def to_json(self) -> Json:
        """Plain data."""
        return {
            "state": self.state,
            "side": self.side,
            "partners": list(self.partners),
            "before": self.before,
            "share": self.share,
            "horizons": {name: filled.to_json() for name, filled in self.horizons},
        }

    @classmethod
    def of(cls, data: Json) -> "Replaced":
        """From plain data."""
        horizons = tuple((name, Filled.of(data["horizons"][name])) for name in HORIZONS if name in data["horizons"])
        partners = tuple(map(str, data["partners"]))
        return cls(
            str(data["state"]), str(data["side"]), partners, float(data["before"]), float(data["share"]), horizons
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a scenario.

    Attributes
    ----------
    scenario : the scenario as plain data.
    world : `year`, `source`, number of `states`, `remarks`, and `inputs` with the hashes of every file.
    effects : effects of agreements that were used, and the hash of the estimates; empty where none was needed.
    model : elasticities and their ranges, closure, draws, seed, level of the intervals.
    focus : the states it is about.
    states : all states of the world; `changes[horizon][measure]` has an estimate for each, in per cent; None where
        there was nothing to change.
    replaced : who replaces whom.
    arithmetic : what is found without a model, a row for each state it is about.
    assumptions, limits : codes with their particulars, worded in the reports.
    certificate : market clearing, positivity, share sums, over all solutions.
    """

    scenario: Json
    world: Json
    effects: Json
    model: Json
    focus: tuple[str, ...]
    states: tuple[str, ...]
    changes: dict[str, dict[str, tuple[Estimate | None, ...]]]
    replaced: tuple[Replaced, ...]
    arithmetic: tuple[Json, ...]
    assumptions: tuple[Json, ...]
    limits: tuple[str, ...]
    certificate: Json
    made_by: str

    def of(self, state: str, measure: str, horizon: str = "long") -> Estimate | None:
        """One state's change in per cent; None where there was nothing to change. KeyError for unknown names."""
        try:
            return self.changes[horizon][measure][self.states.index(state)]
        except ValueError:
            raise KeyError(state) from None

    @property
    def key(self) -> str:
        """A hash of everything the result was made from: scenario, files, estimates, model."""
        return key(self.scenario, self.world["inputs"], self.effects, self.model)

    def to_json(self) -> Json:
        """Everything, as plain JSON."""
        return {
            "format": FORMAT,
            "sverka": self.made_by,
            "key": self.key,
            "scenario": self.scenario,
            "world": self.world,
            "effects": self.effects,
            "model": self.model,
            "focus": list(self.focus),
            "states": list(self.states),
            "changes": {
                horizon: {
                    measure: [None if e is None else e.to_json() for e in estimates]
                    for measure, estimates in measures.items()
                }
                for horizon, measures in self.changes.items()
            },
            "replaced": [row.to_json() for row in self.replaced],
            "arithmetic": list(self.arithmetic),
            "assumptions": list(self.assumptions),
            "limits": list(self.limits),
            "certificate": self.certificate,
        }

    def dumps(self) -> str:
        """`to_json` as text: the same bytes for the same result."""
        return json.dumps(self.to_json(), ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"

    @classmethod
    def from_json(cls, data: Any) -> "Outcome":
        """Read a stored result; ReportError where it is not one, or does not fit its own key."""
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise ReportError("not the result of a scenario", where=f"format is not {FORMAT}", todo=_AGAIN)
        try:
            made = cls(
                scenario=dict(data["scenario"]),
                world=dict(data["world"]),
                effects=dict(data["effects"]),
                model=dict(data["model"]),
                focus=tuple(map(str, data["focus"])),
                states=tuple(map(str, data["states"])),
                changes={h: _changes(data["changes"][h], len(data["states"])) for h in HORIZONS},
                replaced=tuple(Replaced.of(row) for row in data["replaced"]),
                arithmetic=tuple(map(dict, data["arithmetic"])),
                assumptions=tuple(map(dict, data["assumptions"])),
                limits=tuple(map(str, data["limits"])),
                certificate=dict(data["certificate"]),
                made_by=str(data["sverka"]),
            )
            if made.key != data["key"]:
                raise ReportError("a stored result that was changed", where="its key does not fit", todo=_AGAIN)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            if isinstance(error, ReportError):
                raise
            told = f"no field {error}" if isinstance(error, KeyError) else str(error)
            raise ReportError("a broken result of a scenario", where=told.splitlines()[0][:100], todo=_AGAIN) from None
        return made

    @classmethod
    def loads(cls, text: str) -> "Outcome":
        """Read a stored result from its text; ReportError where it is not one."""
        try:
            return cls.from_json(json.loads(text))
        except (json.JSONDecodeError, RecursionError):
            raise ReportError("not JSON", where="stored result of a scenario", todo=_AGAIN) from None


_AGAIN = "make it again with `sverka simulate SCENARIO.toml --format json -o FILE`"


def _changes(data: Json, count: int) -> dict[str, tuple[Estimate | None, ...]]:
    found = {m: tuple(None if e is None else Estimate.of(e) for e in data[m]) for m in MEASURES}
    if any(len(estimates) != count for estimates in found.values()):
        raise ValueError("as many changes as states are needed")
    return found


def key(scenario: Json, inputs: Any, effects: Json, model: Json) -> str:
    """A hash of everything a result is made from."""
    told = {"scenario": scenario, "inputs": inputs, "effects": effects, "model": model}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
