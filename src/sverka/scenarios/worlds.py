"""A world to run scenarios on: who sells how much to whom in a year, at home included, and under which agreements.

system = world(2016)                    # penppml; world(2014, "cow") is the other one
system.flows                            # (N, N) current US dollars, exporters in rows, importers in columns
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import numpy.typing as npt

from sverka.errors import InputError
from sverka.scenarios import agreements as trade_agreements
from sverka.scenarios.agreements import Agreement

if TYPE_CHECKING:
    import polars as pl

Array = npt.NDArray[np.float64]
TradeSource = Literal["penppml", "cow"]

#: Gross output over gross domestic product. Intermediate goods are about half of gross output in most countries
#: (C. Jones 2011, AEJ: Macroeconomics 3(2)).
OUTPUT_RATIO = 2.0
#: Domestic sales are at least this share of gross output, where exports would leave less.
FLOOR = 0.1
#: How many years back a state's last published gross domestic product may lie.
_REACH = 5
_YEARS: dict[TradeSource, tuple[int, ...]] = {
    "penppml": tuple(range(1992, 2017, 4)),
    "cow": tuple(range(1992, 2015)),
}
TABLES: dict[TradeSource, tuple[str, ...]] = {
    "penppml": ("penppml_trade", "cow_trade", "gdp", "desta"),
    "cow": ("cow_trade", "gdp", "desta"),
}


@dataclass(frozen=True, slots=True)
class Input:
    """One source a world or an estimate was made from: its id, version and the SHA-256 of each of its files.

    `agreements` stands for the agreements in force, which are read from DESTA and from the record.
    """

    source: str
    version: str
    sha256: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Flat object."""
        return {"source": self.source, "version": self.version, "sha256": list(self.sha256)}


@dataclass(frozen=True)
class System:
    """A world at peace: nothing changes it, scenarios are applied to it.

    Attributes
    ----------
    states : N ids of the record, sorted.
    year, source : of the trade figures.
    flows : (N, N) current US dollars, exporters in rows, importers in columns, home sales on the diagonal; read-only.
    gdp : (N,) gross domestic product, current US dollars.
    output_ratio : gross output over gross domestic product that the diagonal was made with.
    agreements : trade agreements in force at the end of the year.
    inputs : what it was made from.
    remarks : decisions made on the way: a code and its particulars, worded in the reports.
    """

    states: tuple[str, ...]
    year: int
    source: str
    flows: Array
    gdp: Array
    output_ratio: float
    agreements: tuple[Agreement, ...]
    inputs: tuple[Input, ...] = ()
    remarks: tuple[dict[str, Any], ...] = field(default=())

    def __post_init__(self) -> None:
        flows = np.asarray(self.flows, dtype=np.float64)
        if flows.shape != (len(self.states),) * 2:
            raise InputError("flows do not match the states", where=f"{flows.shape}", todo="give a row and column each")
        flows = flows.copy()
        flows.setflags(write=False)
        object.__setattr__(self, "flows", flows)

    @cached_property
    def depths(self) -> npt.NDArray[np.int8]:
        """(N, N) how deep the deepest agreement of each pair goes: 0 none, 1 partial, 2 free trade, 3 customs union."""
        return trade_agreements.depths(self.states, self.agreements)

    def at(self, state: str) -> int:
        """The place of a state. Raises InputError for one that is not in the data."""
        try:
            return self._places[state]
        except KeyError:
            raise InputError(
                f"{state[:40]} is not in the trade data of {self.year}",
                where=f"source {self.source}",
                todo="choose one of the states that `sverka simulate --list` names, or another year or source",
            ) from None

    def places(self, states: Iterable[str]) -> list[int]:
        """The places of several states."""
        return [self.at(state) for state in states]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {state: at for at, state in enumerate(self.states)}


def world(year: int = 2016, source: TradeSource = "penppml", output_ratio: float = OUTPUT_RATIO) -> System:
    """The world of a year from the pulled tables.

    Trade is the published flow; pairs without one enter as no trade and are counted in the remarks. Domestic sales are
    gross output less exports, gross output being `output_ratio` times gross domestic product, and at least `FLOOR` of
    it. States without a published gross domestic product, and those that sell or buy nothing, are left out and named.

    Raises InputError for a year or source there is none of, SourceError for a table that was not pulled.
    """
    _checked(year, source, output_ratio)
    trade, remarks = (_cow(year), []) if source == "cow" else _penppml(year)
    ids = sorted({*trade["exporter"], *trade["importer"]})
    gdp, told = _gdp(ids, year)
    remarks += told
    states, flows = _matrix([state for state in ids if state in gdp], trade)
    lost = 1.0 - flows.sum() / float(trade["usd"].sum() or 1.0)
    outside = sorted(set(ids) - set(states))
    if outside:
        remarks.append({"code": "left_out", "states": outside, "share": _brief(lost)})
    count = len(states)
    blank = count * (count - 1) - int((flows > 0).sum())
    remarks.append({"code": "no_figure", "pairs": blank, "share": _brief(blank / (count * (count - 1)))})
    output = output_ratio * np.array([gdp[state] for state in states])
    domestic = output - flows.sum(axis=1)
    low = domestic < FLOOR * output
    if low.any():
        remarks.append({"code": "floor", "states": [states[at] for at in np.flatnonzero(low)], "share": FLOOR})
    np.fill_diagonal(flows, np.where(low, FLOOR * output, domestic))
    balance = flows.sum(axis=1) - flows.sum(axis=0)
    remarks.append({"code": "imbalance", "share": _brief(np.abs(balance).sum() / 2 / output.sum())})
    tied = trade_agreements.in_force(states, year)
    made_from = (*inputs(TABLES[source]), Input("agreements", str(year), (trade_agreements.digest(tied),)))
    gdps = output / output_ratio
    return System(tuple(states), year, source, flows, gdps, output_ratio, tied, made_from, tuple(remarks))


def _checked(year: int, source: TradeSource, output_ratio: float) -> None:
    if source not in _YEARS:
        raise InputError("no such source of trade", where=f"source {str(source)[:20]}", todo="choose penppml or cow")
    years = _YEARS[source]
    if year not in years:
        have = ", ".join(map(str, years)) if source == "penppml" else f"{years[0]}–{years[-1]}"
        other = "cow" if source == "penppml" else "penppml"
        raise InputError(f"{source} has no world of {year}", where="year", todo=f"choose {have}, or source {other}")
    if not 1.0 <= output_ratio <= 4.0:
        raise InputError("gross output over GDP is between 1 and 4", where=f"{output_ratio:g}", todo="2 is usual")


def _brief(number: float) -> float:
    return float(f"{number:.4g}")


def inputs(tables: Iterable[str]) -> tuple[Input, ...]:
    """The published files behind these tables, by source."""
    from sverka.sources import catalogue, mirror
    from sverka.sources.tables import tidy

    names = dict.fromkeys(name for table in tables for name in tidy(table).sources)
    sources = [catalogue.source(name) for name in names]
    return tuple(Input(s.id, s.version, tuple(mirror.published(path).sha256 for path in s.files)) for s in sources)


def _cow(year: int) -> "pl.DataFrame":
    """Columns `exporter`, `importer`, `usd`: what importers report, gaps filled as the compilers fill them."""
    import polars as pl

    from sverka.sources.store import table

    rows = table("cow_trade").filter(pl.col("year") == year).drop_nulls(["id1", "id2"])
    halves = [
        rows.select(exporter=seller, importer=buyer, usd=pl.coalesce(f"flow{side}_usd", f"smooth{side}_usd"))
        for side, buyer, seller in ((1, "id1", "id2"), (2, "id2", "id1"))
    ]
    return pl.concat(halves).filter(pl.col("usd") > 0)


def _penppml(year: int) -> tuple["pl.DataFrame", list[dict[str, Any]]]:
    """The same from penppml; whom it lacks is taken from Correlates of War, brought to its level of trade."""
    import polars as pl

    from sverka.sources.store import table

    rows = table("penppml_trade").filter((pl.col("year") == year) & (pl.col("exports_usd") > 0))
    rows = rows.drop_nulls(["id1", "id2"]).select(exporter="id1", importer="id2", usd="exports_usd")
    rows = rows.group_by("exporter", "importer", maintain_order=True).agg(pl.col("usd").sum())
    then = min(year, _YEARS["cow"][-1])
    other = _cow(then)
    both = rows.join(other, on=["exporter", "importer"], suffix="_cow")
    level = float(both["usd"].sum()) / float(both["usd_cow"].sum())
    sellers = sorted(set(other["exporter"]) - set(rows["exporter"]))
    buyers = sorted(set(other["importer"]) - set(rows["importer"]))
    gap = pl.col("exporter").is_in(sellers) | pl.col("importer").is_in(buyers)
    filled = other.filter(gap).with_columns(pl.col("usd") * level)
    remark = {"code": "filled", "states": sellers, "importers": buyers, "year": then, "level": _brief(level)}
    return pl.concat([rows, filled]), [remark] if filled.height else []


def _gdp(ids: list[str], year: int) -> tuple[dict[str, float], list[dict[str, Any]]]:
    """Gross domestic product of the year, or the last published one of the five years before."""
    import polars as pl

    from sverka.sources.store import table

    rows = table("gdp").filter((pl.col("kind") == "state") & pl.col("year").is_between(year - _REACH, year))
    rows = rows.filter(pl.col("id").is_in(ids)).sort("id", "year")
    last = {id_: (when, usd) for id_, when, usd in rows.select("id", "year", "value_usd").iter_rows()}
    old = {id_: when for id_, (when, _) in last.items() if when != year}
    told = [{"code": "old_gdp", "states": sorted(old), "years": [old[id_] for id_ in sorted(old)]}] if old else []
    return {id_: usd for id_, (_, usd) in last.items()}, told


def _matrix(states: list[str], trade: "pl.DataFrame") -> tuple[list[str], Array]:
    """Flows among these states; those that sell nothing or buy nothing are left out until nobody is left to."""
    import polars as pl

    while True:
        place = {state: at for at, state in enumerate(states)}
        rows = trade.filter(pl.col("exporter").is_in(states) & pl.col("importer").is_in(states))
        flows = np.zeros((len(states), len(states)))
        sellers = [place[state] for state in rows["exporter"]]
        flows[sellers, [place[state] for state in rows["importer"]]] = rows["usd"].to_numpy()
        linked = (flows.sum(axis=0) > 0) & (flows.sum(axis=1) > 0)
        if linked.all():
            return states, flows
        states = [state for state, kept in zip(states, linked, strict=True) if kept]
