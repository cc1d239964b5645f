"""What agreements do to trade, estimated once from the sources and shipped: `python -m sverka.scenarios.effects`.

The model is the three-way gravity equation of the field, by Poisson pseudo-maximum likelihood:

    trade_ijt = exp(β_partial A1_ijt + β_fta A2_ijt + β_customs_union A3_ijt + η_it + ζ_jt + μ_ij) ε_ijt

with A the deepest agreement in force between i and j at the end of year t (`agreements.in_force`), exporter-year,
importer-year and directed-pair effects, and errors clustered by pair (Santos Silva and Tenreyro 2006, REStat 88(4);
Baier and Bergstrand 2007, J. Int. Econ. 71(1); Yotov, Piermartini, Monteiro and Larch 2016, Advanced Guide to Trade
Policy Analysis, ch. 1). Trade is penppml's goods exports of every fourth year. A zero there is missing as often as no
trade, so zeros are left out; so are flows that are alone in one of their effects.
"""

import hashlib
import json
import sys
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sverka.errors import ReportError
from sverka.scenarios.agreements import KINDS

if TYPE_CHECKING:
    import polars as pl

FORMAT = "sverka-effects/1"
FILE = "effects.json"
YEARS = tuple(range(1984, 2017, 4))
#: The years since the end of the Soviet Union, estimated alone too, to see what that changes.
LATER = tuple(year for year in YEARS if year >= 1992)
FORMULA = f"trade ~ {' + '.join(KINDS)}"
EFFECTS = ("exporter^year", "importer^year", "exporter^importer")


@dataclass(frozen=True, slots=True)
class Effects:
    """Effects of each kind of agreement on log trade (`KINDS` order), with their covariance and where they come from.

    `hash` is of the file, `made` the day of the estimation, `inputs` the sources with hashes, `source` words for an
    effect that was not estimated here, `later` the effects and errors from the years since 1992 alone.
    """

    coefficients: tuple[float, ...]
    covariance: tuple[tuple[float, ...], ...]
    observations: int = 0
    clusters: int = 0
    made: str = ""
    hash: str = ""
    inputs: tuple[dict[str, Any], ...] = ()
    source: str = ""
    later: tuple[tuple[float, float], ...] = ()

    @property
    def errors(self) -> tuple[float, ...]:
        """Standard errors."""
        return tuple(float(row[at] ** 0.5) for at, row in enumerate(self.covariance))

    def replaced(self, kind: str, value: float, error: float, source: str) -> "Effects":
        """The same with another effect of one kind, drawn independently of the others."""
        at = KINDS.index(kind)
        coefficients = tuple(value if k == at else c for k, c in enumerate(self.coefficients))
        covariance = tuple(
            tuple((error**2 if i == j else 0.0) if at in (i, j) else c for j, c in enumerate(row))
            for i, row in enumerate(self.covariance)
        )
        return replace(self, coefficients=coefficients, covariance=covariance, source=source, later=())

    def to_json(self) -> dict[str, Any]:
        """What a result keeps of it."""
        kinds = {
            kind: {"value": value, "error": float(f"{error:.5g}")}
            for kind, value, error in zip(KINDS, self.coefficients, self.errors, strict=True)
        }
        told = {"kinds": kinds, "made": self.made, "sha256": self.hash, "source": self.source}
        later = {kind: {"value": v, "error": e} for kind, (v, e) in zip(KINDS, self.later, strict=False)}
        counts = {"observations": self.observations, "clusters": self.clusters}
        return {**told, **counts, "years": [YEARS[0], YEARS[-1]], "later": later, "later_years": [LATER[0], LATER[-1]]}


@cache
def load() -> Effects:
    """The shipped estimates. ReportError where the file is broken."""
    text = (files("sverka.scenarios") / FILE).read_text(encoding="utf-8")
    try:
        data = json.loads(text)
        if data["format"] != FORMAT or data["kinds"] != list(KINDS):
            raise ValueError("another format")
        return Effects(
            tuple(map(float, data["coefficients"])),
            tuple(tuple(map(float, row)) for row in data["covariance"]),
            int(data["observations"]),
            int(data["clusters"]),
            str(data["made"]),
            hashlib.sha256(text.encode()).hexdigest(),
            tuple(data["inputs"]),
            later=tuple((float(value), float(error)) for value, error in data["later"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        told = str(error)[:80]
        raise ReportError(
            "broken estimates", where=f"{FILE}: {told}", todo="python -m sverka.scenarios.effects"
        ) from None


def panel(years: tuple[int, ...] = YEARS) -> "pl.DataFrame":
    """Columns `exporter`, `importer`, `year`, `pair` (unordered), `trade` (dollars, above 0), and 0/1 for each kind."""
    import polars as pl

    from sverka.scenarios.agreements import depths, in_force
    from sverka.sources.store import table

    rows = table("penppml_trade").filter(pl.col("year").is_in(years) & (pl.col("exports_usd") > 0))
    rows = rows.drop_nulls(["id1", "id2"]).select("year", exporter="id1", importer="id2", trade="exports_usd")
    rows = rows.group_by("year", "exporter", "importer", maintain_order=True).agg(pl.col("trade").sum())
    parts = []
    for year in years:
        now = rows.filter(pl.col("year") == year)
        states = sorted({*now["exporter"], *now["importer"]})
        place = {state: at for at, state in enumerate(states)}
        depth = depths(states, in_force(states, year))
        ends = ([place[s] for s in now[side]] for side in ("exporter", "importer"))
        parts.append(now.with_columns(depth=pl.Series(depth[tuple(ends)])))
    pair = pl.concat_str(pl.min_horizontal("exporter", "importer"), pl.max_horizontal("exporter", "importer"))
    kinds = {kind: (pl.col("depth") == 1 + at).cast(pl.Float64) for at, kind in enumerate(KINDS)}
    return pl.concat(parts).with_columns(pair=pair, **kinds).drop("depth").sort("year", "exporter", "importer")


def estimate(years: tuple[int, ...] = YEARS) -> dict[str, Any]:
    """Estimate the effects from the pulled tables, as the file keeps them. Needs the extra `sverka[models]`."""
    from sverka.gravity import ppml
    from sverka.scenarios.worlds import inputs

    data = panel(years)
    found = ppml(data, FORMULA, effects=list(EFFECTS), cluster="pair")
    since = ppml(data.filter(data["year"] >= LATER[0]), FORMULA, effects=list(EFFECTS), cluster="pair")
    order, again = ([fit.names.index(kind) for kind in KINDS] for fit in (found, since))
    return {
        "format": FORMAT,
        "made": date.today().isoformat(),
        "formula": FORMULA,
        "effects": list(EFFECTS),
        "cluster": "pair",
        "years": list(years),
        "kinds": list(KINDS),
        "coefficients": [_digits(found.coefficients[at]) for at in order],
        "covariance": [[_digits(found.covariance[a, b]) for b in order] for a in order],
        "later": [[_digits(since.coefficients[at]), _digits(since.standard_errors[at])] for at in again],
        "observations": found.observations,
        "clusters": found.clusters["pair"],
        "inputs": [given.to_json() for given in inputs(("penppml_trade", "desta"))],
    }


def _digits(number: float) -> float:
    return float(f"{number:.5g}")


def write(path: Path) -> dict[str, Any]:
    """Estimate and write the file; the day changes only if a number does."""
    made = estimate()
    if path.exists():
        old = json.loads(path.read_text(encoding="utf-8"))
        if {**old, "made": ""} == {**made, "made": ""}:
            return made
    path.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    return made


if __name__ == "__main__":
    told = write(Path(__file__).with_name(FILE))
    for kind, value, row in zip(KINDS, told["coefficients"], told["covariance"], strict=True):
        sys.stdout.write(f"{kind:16}{value:8.4f}  ({row[KINDS.index(kind)] ** 0.5:.4f})\n")
