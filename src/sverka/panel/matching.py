"""Bringing a source's rows to a panel's: the same codes directly, other codes through the state they stood for in
the year."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt
import polars as pl

from sverka.panel.frame import Note, Panel
from sverka.panel.lives import ids, unit_years
from sverka.panel.lookup import at, by_pair, by_unit, numbered, pair_keys

Codes: TypeAlias = Literal["COW", "GW", "id", "unit"]
"""How a source names states: by codes, by ids of the record at the date, or already by the panel's units."""


def pairs(panel: Panel, data: pl.DataFrame, codes: Codes, swap: Mapping[str, str] | None = None) -> pl.DataFrame:
    """Values of undirected rows (a pair stands in `data` once, in any order) for the panel's dyads, null where it
    has none.

    `data` has `code1`, `code2`, `year` and the values; `swap` names values that change places when the pair is turned
    round (imports of one from the other).
    """
    swap = dict(swap or {})
    swap |= {two: one for one, two in swap.items()}
    values = [name for name in data.columns if name not in ("code1", "code2", "year")]
    found = in_units(panel, data, codes)
    turned = found.filter(pl.col("unit1") > pl.col("unit2"))
    if turned.height:
        flipped = {name: swap.get(name, name) for name in values}
        turned = turned.select(unit1="unit2", unit2="unit1", year="year", **flipped).select(found.columns)
        found = pl.concat([found.filter(pl.col("unit1") < pl.col("unit2")), turned])
    one, two = panel.units("1"), panel.units("2")
    ends = pl.DataFrame({"one": one, "two": two})
    low, high = ends.select(low=pl.min_horizontal("one", "two"), high=pl.max_horizontal("one", "two"))
    wanted = pair_keys(low, high, panel.table["year"])
    table = _found(wanted, found, values, twice=panel.directed)
    if panel.directed and swap:
        back = (one > two).alias("back")
        table = table.with_columns(back).select(
            pl.when("back").then(pl.col(swap.get(name, name))).otherwise(pl.col(name)).alias(name) for name in values
        )
    return table


def directed(panel: Panel, data: pl.DataFrame, codes: Codes, back: bool = False) -> pl.DataFrame:
    """Values of directed rows (`code1` to `code2`) for the panel's dyads, from 1 to 2, or `back` from 2 to 1."""
    values = [name for name in data.columns if name not in ("code1", "code2", "year")]
    one, two = panel.units("2" if back else "1"), panel.units("1" if back else "2")
    wanted = pair_keys(one, two, panel.table["year"])
    return _found(wanted, in_units(panel, data, codes), values)


def singles(panel: Panel, data: pl.DataFrame, codes: Codes) -> pl.DataFrame:
    """Values of states (`code`, `year` and values) for the panel: one set for state-years, sets `…1` and `…2` for
    dyads."""
    values = [name for name in data.columns if name not in ("code", "year")]
    known = of_units(panel, data, codes)
    sides = [""] if panel.unit == "states" else ["1", "2"]
    tables = []
    for side in sides:
        rows = by_unit(panel.units(side), panel.table["year"], known["unit"], known["year"])
        tables.append(at(known.select(values), rows).rename({name: _sided(name, side) for name in values}))
    return pl.concat(tables, how="horizontal")


def coded(panel: Panel, codes: Codes) -> pl.Series:
    """Whether the source has a code for the state (both states) of each row of the panel in its year."""
    sides = [""] if panel.unit == "states" else ["1", "2"]
    if codes in (panel.system, "id", "unit"):
        return pl.repeat(True, panel.table.height, eager=True)
    known = mapping(panel, codes).select("unit", "year").unique()
    found = [by_unit(panel.units(side), panel.table["year"], known["unit"], known["year"]) >= 0 for side in sides]
    return pl.Series(found[0] if len(found) == 1 else found[0] & found[1])


def of_units(panel: Panel, data: pl.DataFrame, codes: Codes) -> pl.DataFrame:
    """`data` with the panel's `unit` in place of its `code`; rows of other states dropped."""
    return _converted(panel, data, codes, ["code"]).rename({"code": "unit"})


def in_units(panel: Panel, data: pl.DataFrame, codes: Codes) -> pl.DataFrame:
    """`data` with the panel's `unit1` and `unit2` in place of its `code1` and `code2`; rows of other states dropped."""
    return _converted(panel, data, codes, ["code1", "code2"]).rename({"code1": "unit1", "code2": "unit2"})


def mapping(panel: Panel, codes: Codes) -> pl.DataFrame:
    """Which of the source's codes stands for each unit of the panel in each year: columns `code`, `unit`, `year`, and
    `rivals`, all codes that could. Of several the one that was alive on 1 July, then longest in the year, is taken."""
    ours = _ours(panel)
    if codes in ("id", "unit"):
        return ours.select(pl.col("id").alias("code"), "unit", "year", pl.concat_list("id").alias("rivals"))
    theirs = unit_years("COW" if codes == "COW" else "GW", panel.years).select(
        pl.col("unit").alias("code"), "year", "id", "midyear", "days"
    )
    return (
        ours.join(theirs, on=["id", "year"])
        .sort("unit", "year", "midyear", "days", descending=[False, False, True, True])
        .group_by("unit", "year", maintain_order=True)
        .agg(pl.col("code").first(), pl.col("code").alias("rivals"))
        .select("code", "unit", "year", "rivals")
    )


def notes(panel: Panel, codes: Codes, group: str, source: str, years: tuple[int, int]) -> tuple[Note, ...]:
    """What the reader must know of a group: years the source does not cover, and what was decided when its codes became
    the panel's."""
    first, last = years
    found: list[Note] = []
    if any(not first <= year <= last for year in panel.years):
        found.append(Note(group, "horizon", f"{source} covers {first}–{last}: other years are null"))
    if codes == panel.system:
        return tuple(found)
    return (*found, *conversions(panel, codes))


def conversions(panel: Panel, codes: Codes) -> tuple[Note, ...]:
    """What was decided when codes became the panel's units: the same for every source with those codes."""
    known = mapping(panel, codes)
    group = "ids" if codes == "id" else f"{codes} codes"
    found: list[Note] = []
    for row in known.filter(pl.col("rivals").list.len() > 1).iter_rows(named=True):
        others = ", ".join(str(code) for code in row["rivals"][1:])
        text = f"{_name(panel, row['unit'])} in {row['year']} is {codes} {row['code']}, not {others}"
        found.append(Note(group, "ambiguous", f"{text}: the code alive on 1 July, then longest in the year, is taken"))
    shared = known.group_by("code", "year", maintain_order=True).agg("unit").filter(pl.col("unit").list.len() > 1)
    for row in shared.iter_rows(named=True):
        who = " and ".join(_name(panel, unit) for unit in row["unit"])
        text = f"{who} in {row['year']} are the same {row['code']} to the source: both have its values"
        found.append(Note(group, "ambiguous", text))
    lost = _ours(panel).join(known, on=["unit", "year"], how="anti").group_by("unit", maintain_order=True)
    for row in lost.agg("year", pl.col("id").first()).sort("unit").iter_rows(named=True):
        text = f"{_name(panel, row['unit'])} ({row['id']}) has no {codes} code in {_runs(row['year'])}: null there"
        found.append(Note(group, "unmatched", text))
    return tuple(found)


def _ours(panel: Panel) -> pl.DataFrame:
    return unit_years(panel.system, panel.years).select("unit", "year", "id")


def _converted(panel: Panel, data: pl.DataFrame, codes: Codes, columns: list[str]) -> pl.DataFrame:
    table = data.with_columns(pl.col("year").cast(pl.Int16)).drop_nulls(columns)
    if codes in (panel.system, "unit"):
        return table.with_columns(pl.col(columns).cast(pl.Int16))
    known = mapping(panel, codes).select("code", "unit", "year")
    names = known["code"].unique().sort() if codes == "id" else None
    nth = pl.int_range(pl.len()).over("code", "year").alias("nth")
    layers = known.with_columns(nth).partition_by("nth", include_key=False)
    for column in columns:
        parts = []
        for layer in layers:
            rows = by_unit(_number(table[column], names), table["year"], _number(layer["code"], names), layer["year"])
            units = at(layer.select(pl.col("unit").alias(column)), rows)
            parts.append(table.with_columns(units).drop_nulls(column))
        table = pl.concat(parts) if parts else table.clear().with_columns(pl.col(column).cast(pl.Int16))
    return table


def _number(codes: pl.Series, names: pl.Series | None) -> pl.Series:
    """Codes as numbers below the limit: themselves, or the place of an id among the ids, unknown ones last."""
    return codes if names is None else pl.Series(numbered(codes, names.to_list()))


def _found(wanted: npt.NDArray[np.int32], found: pl.DataFrame, values: list[str], twice: bool = False) -> pl.DataFrame:
    """The values of the found rows for the wanted keys, each of which may be wanted `twice` (once a direction)."""
    known = pair_keys(found["unit1"], found["unit2"], found["year"])
    if not twice:
        return at(found.select(values), by_pair(wanted, known))
    once, back = np.unique(wanted, return_inverse=True)
    return at(found.select(values), by_pair(once, known)[back])


def _sided(name: str, side: str) -> str:
    """`gdp_usd` of side 1 is `gdp1_usd`: the number stands before the unit of measure."""
    stem, unit, _ = name.partition("_usd")
    return f"{stem}{side}{unit}" if unit else f"{name}{side}"


def _name(panel: Panel, unit: int) -> str:
    return ids("ISO")[unit - 1] if panel.system == "ISO" else f"{panel.system} {unit}"


def _runs(years: list[int]) -> str:
    spells: list[list[int]] = []
    for year in sorted(set(years)):
        if spells and year == spells[-1][-1] + 1:
            spells[-1].append(year)
        else:
            spells.append([year])
    return ", ".join(str(spell[0]) if len(spell) == 1 else f"{spell[0]}–{spell[-1]}" for spell in spells)
