"""Scenarios: what happens, to whom, in the world of which year. A scenario is an object, or a small TOML file.

    kind = "dissolve"
    bloc = "EAEU"
    year = 2016

`scenario.apply(system)` gives the shock; the system stays as it was.
"""

import tomllib
from collections.abc import Sequence
from typing import Annotated, Any, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from sverka.errors import InputError
from sverka.scenarios import agreements
from sverka.scenarios.agreements import Agreement, Pair
from sverka.scenarios.shock import Shock
from sverka.scenarios.sides import among, by_size, leading
from sverka.scenarios.worlds import OUTPUT_RATIO, System, TradeSource

#: Letters, digits and the signs that ids and names of treaties have; nothing that could steer a terminal.
Id = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[\w .:&/()'’–-]+$")]
Ids = Annotated[tuple[Id, ...], Field(min_length=1, max_length=250)]
Share = Annotated[float, Field(gt=0.0, le=1.0)]
Direction = Literal["both", "exports", "imports"]
Closure = Literal["zero", "additive", "multiplicative"]


class Effect(BaseModel):
    """An effect of the agreement on log trade to use instead of the estimated one, and where it comes from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    value: Annotated[float, Field(gt=-3.0, lt=3.0)]
    error: Annotated[float, Field(ge=0.0, lt=2.0)] = 0.0
    source: Annotated[str, Field(min_length=3, max_length=300)]


class _Scenario(BaseModel):
    """What all scenarios share.

    `year` and `source` name the world; `name`, `name_ru` a title; `about` the ids (of blocs, of states) that a thesis
    may name for this scenario to stand beside it. `closure` says what becomes of deficits and `output_ratio` how home
    sales are made (see docs/gravity.md).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    year: int = 2016
    source: TradeSource = "penppml"
    name: Annotated[str, Field(max_length=120)] = ""
    name_ru: Annotated[str, Field(max_length=120)] = ""
    about: tuple[Id, ...] = ()
    output_ratio: Annotated[float, Field(ge=1.0, le=4.0)] = OUTPUT_RATIO
    closure: Closure = "zero"

    def apply(self, system: System) -> Shock:
        """The system with what happens to it; the system itself is not changed."""
        raise NotImplementedError


class _OfBloc(_Scenario):
    """A change in who belongs to a trade agreement.

    `remain` lists agreements that stay between states that lose this one. By default those are the other blocs of the
    record, and treaties that entered into force after the two were in the bloc together: older treaties count as
    replaced by it. `tariff` is the rate that returns between them (join: that falls away), where it is known.
    """

    bloc: Id
    remain: tuple[Id, ...] | None = None
    tariff: Annotated[float, Field(ge=0.0, le=2.0)] = 0.0
    tariff_source: Annotated[str, Field(max_length=300)] = ""
    effect: Effect | None = None

    def agreement(self, system: System) -> Agreement:
        """The bloc in the world's year."""
        return agreements.find(system.agreements, self.bloc, system.year)

    def _without(self, system: System, bloc: Agreement, lost: Sequence[Pair]) -> Shock:
        """The world in which these pairs of the bloc have lost it."""
        gone, kept = set(lost), []
        stay = (
            None
            if self.remain is None
            else {agreements.find(system.agreements, r, system.year).id for r in self.remain}
        )
        for other in system.agreements:
            pairs = dict(other.pairs)
            for pair in gone & set(pairs):
                if not _stays(other, bloc, pair, stay):
                    del pairs[pair]
            kept.append(Agreement(other.id, other.name, other.kind, pairs))
        depths = agreements.depths(system.states, kept)
        if self.tariff == 0.0 and (depths == system.depths).all():
            raise InputError(
                f"nothing would change: every pair that loses {self.bloc} keeps an agreement as deep",
                where="remain",
                todo="write remain = [] to end those as well, or name the ones that stay",
            )
        return self._shock(system, depths, bloc, lost, self.tariff)

    def _shock(self, system: System, depths: Any, bloc: Agreement, pairs: Sequence[Pair], tariff: float) -> Shock:
        tariffs = np.zeros_like(system.flows)
        for one, two in pairs:
            i, j = system.at(one), system.at(two)
            tariffs[i, j] = tariffs[j, i] = tariff
        members = sorted({*bloc.members, *(state for pair in pairs for state in pair)})
        touched = {state for pair in pairs for state in pair}
        first = [state for state in members if state in touched]
        inside = np.zeros(system.flows.shape, dtype=bool)
        places = system.places(members)
        inside[np.ix_(places, places)] = True
        np.fill_diagonal(inside, False)
        return Shock(system, depths, tariffs, np.zeros_like(system.flows), by_size(system, first), inside)


def _stays(other: Agreement, bloc: Agreement, pair: Pair, stay: set[str] | None) -> bool:
    if other.id == bloc.id:
        return False
    if stay is not None:
        return other.id in stay
    return other.is_bloc or other.pairs[pair] > bloc.pairs[pair]


class Dissolve(_OfBloc):
    """A bloc ends: every pair of its members loses it."""

    kind: Literal["dissolve"] = "dissolve"

    def apply(self, system: System) -> Shock:
        bloc = self.agreement(system)
        return self._without(system, bloc, sorted(bloc.pairs))


class Leave(_OfBloc):
    """Some members leave a bloc: every pair that one of them is in loses it."""

    kind: Literal["leave"] = "leave"
    states: Ids

    def apply(self, system: System) -> Shock:
        bloc = self.agreement(system)
        leaving = among(system, self.states)
        for state in leaving:
            if state not in bloc.members:
                raise InputError(
                    f"{state} was not in {self.bloc} at the end of {system.year}",
                    where="states",
                    todo=f"choose from {', '.join(bloc.members)}",
                )
        shock = self._without(system, bloc, sorted(pair for pair in bloc.pairs if set(pair) & set(leaving)))
        return leading(shock, by_size(system, leaving))


class Join(_OfBloc):
    """States join a bloc: each gets its agreement with every member, and with each other."""

    kind: Literal["join"] = "join"
    states: Ids

    def apply(self, system: System) -> Shock:
        bloc = self.agreement(system)
        joining = among(system, self.states)
        for state in joining:
            if state in bloc.members:
                raise InputError(
                    f"{state} was in {self.bloc} at the end of {system.year} already",
                    where="states",
                    todo="choose a state outside it",
                )
        everybody = sorted({*bloc.members, *joining})
        pairs = [
            (one, two) for at, one in enumerate(everybody) for two in everybody[at + 1 :] if {one, two} & set(joining)
        ]
        grown = Agreement(bloc.id, bloc.name, bloc.kind, dict(bloc.pairs) | dict.fromkeys(pairs, system.year))
        depths = agreements.depths(system.states, (*system.agreements, grown))
        tariff = -self.tariff / (1.0 + self.tariff)
        shock = self._shock(system, depths, grown, pairs, tariff)
        return leading(shock, by_size(system, joining))


class _Cut(_Scenario):
    """Trade between two sides is cut by a `share` of it; `direction` is that of the first side's trade."""

    share: Share = 1.0
    direction: Direction = "both"

    def _between(self, system: System, first: Sequence[str], second: Sequence[str]) -> Shock:
        both = set(first) & set(second)
        if both:
            raise InputError(
                f"{', '.join(sorted(both))} would cut trade with itself", where=self._sides, todo="name other states"
            )
        one, two = (
            np.ix_(system.places(first), system.places(second)),
            np.ix_(system.places(second), system.places(first)),
        )
        cut = np.zeros_like(system.flows)
        if self.direction in ("both", "exports"):
            cut[one] = self.share
        if self.direction in ("both", "imports"):
            cut[two] = self.share
        if not (system.flows[cut > 0] > 0).any():
            raise InputError(
                f"no trade is recorded between {', '.join(first)[:60]} and {', '.join(second)[:60]} in {system.year}",
                where=self._sides,
                todo="choose a partner that it trades with, or another source",
            )
        within = np.zeros(system.flows.shape, dtype=bool)
        within[one] = within[two] = True
        focus = (*by_size(system, second), *by_size(system, first))
        return Shock(system, system.depths, np.zeros_like(system.flows), cut, focus, within)

    @property
    def _sides(self) -> str:
        return "states and partner"


class Embargo(_Cut):
    """States stop trading with a partner: `direction` exports, imports or both, `share` of it."""

    kind: Literal["embargo"] = "embargo"
    states: Ids
    partner: Id

    def apply(self, system: System) -> Shock:
        return self._between(system, among(system, self.states), among(system, (self.partner,)))


class Replace(_Cut):
    """States must do without a partner: the same cut, read as who takes its place as a supplier and as a market."""

    kind: Literal["replace"] = "replace"
    states: Ids
    partner: Id

    def apply(self, system: System) -> Shock:
        first, second = among(system, self.states), among(system, (self.partner,))
        return leading(self._between(system, first, second), by_size(system, first))


class Sanction(_Cut):
    """A coalition cuts trade with targets: `direction` is that of the coalition's trade."""

    kind: Literal["sanction"] = "sanction"
    coalition: Ids
    target: Ids

    def apply(self, system: System) -> Shock:
        targets = among(system, self.target)
        coalition = [state for state in among(system, self.coalition) if state not in targets]
        if not coalition:
            raise InputError("the coalition has nobody but the target", where="coalition", todo="name other states")
        return self._between(system, coalition, targets)

    @property
    def _sides(self) -> str:
        return "coalition and target"


Scenario = Annotated[Dissolve | Leave | Join | Embargo | Replace | Sanction, Field(discriminator="kind")]
AnyScenario = Dissolve | Leave | Join | Embargo | Replace | Sanction
_ADAPTER: TypeAdapter[AnyScenario] = TypeAdapter(Scenario)
SCENARIO_KINDS = ("dissolve", "leave", "join", "embargo", "replace", "sanction")


def scenario(data: dict[str, Any], where: str = "scenario") -> AnyScenario:
    """A scenario from plain data. Raises InputError in one line: which field, what is wrong, what to write."""
    if data.get("kind") not in SCENARIO_KINDS:
        told = str(data.get("kind", "none"))[:20]
        raise InputError(
            "no such kind of scenario", where=f"{where}: {told}", todo=f"choose {', '.join(SCENARIO_KINDS)}"
        )
    try:
        return _ADAPTER.validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"][1:]) or "kind"
        raise InputError(
            f"{place}: {first['msg']}", where=where, todo="see `sverka simulate --help` for an example"
        ) from None


def parse(text: str, where: str = "scenario") -> AnyScenario:
    """A scenario from TOML text. Raises InputError."""
    try:
        return scenario(tomllib.loads(text), where)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"broken TOML: {error}", where=where, todo='write lines like bloc = "EAEU"') from None
    except RecursionError:
        raise InputError("TOML nested too deeply", where=where, todo='write lines like bloc = "EAEU"') from None


def to_json(given: AnyScenario) -> dict[str, Any]:
    """Plain data without the fields left at their defaults; `scenario` reads it back."""
    told: dict[str, Any] = given.model_dump(mode="json", exclude_defaults=True)
    return {"kind": given.kind, "year": given.year, "source": given.source, **told}
