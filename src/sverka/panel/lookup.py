"""Finding, for every row of a panel, the source's row that belongs to it: by sorted keys and dense tables."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import polars as pl

from sverka.errors import SourceError

Index = npt.NDArray[np.int64]
UNITS, YEARS, FIRST = 1000, 400, 1800
"""Units are below 1000, years within 400 of 1800: a pair and a year fit one 32-bit number."""


def at(values: pl.DataFrame, rows: Index) -> pl.DataFrame:
    """The rows of a table at an index, null where the index is −1."""
    index = pl.DataFrame({"row": rows}).select(pl.when(pl.col("row") >= 0).then(pl.col("row")))["row"]
    return values.select(pl.all().gather(index))


def pair_keys(one: pl.Series, two: pl.Series, year: pl.Series) -> npt.NDArray[np.int32]:
    """A pair of units and a year in one number, ordered by the first unit, then the second, then the year."""
    wide = one.to_numpy().astype(np.int32) * UNITS + two.to_numpy()
    return np.asarray(wide * YEARS + (year.to_numpy().astype(np.int32) - FIRST), dtype=np.int32)


def by_pair(wanted: npt.NDArray[np.int32], known: npt.NDArray[np.int32]) -> Index:
    """For every wanted key (each once) the position of the same known key, −1 where there is none.

    Raises SourceError when a wanted key is known twice: the source then says two things about one cell.
    """
    order = None if np.all(wanted[:-1] <= wanted[1:]) else np.argsort(wanted)
    ordered = wanted if order is None else wanted[order]
    if not len(ordered):
        return np.zeros(0, dtype=np.int64)
    place = np.minimum(np.searchsorted(ordered, known), len(ordered) - 1)
    hit = np.flatnonzero(ordered[place] == known)
    where = place[hit] if order is None else order[place[hit]]
    rows = np.full(len(wanted), -1, dtype=np.int64)
    rows[where] = hit
    if np.count_nonzero(rows >= 0) != len(hit):
        raise SourceError("a source has two rows for one pair and year", todo="choose one before adding it to a panel")
    return rows


def by_unit(unit: pl.Series, year: pl.Series, known_unit: pl.Series, known_year: pl.Series) -> Index:
    """For every unit and year the position of the known row with the same two, −1 where there is none or no unit."""
    table = np.full((UNITS, YEARS), -1, dtype=np.int64)
    table[known_unit.to_numpy(), known_year.to_numpy() - FIRST] = np.arange(len(known_unit))
    if np.count_nonzero(table >= 0) != len(known_unit):
        raise SourceError("a source has two rows for one state and year", todo="choose one before adding it to a panel")
    return np.asarray(table[unit.fill_null(0).to_numpy(), year.to_numpy() - FIRST], dtype=np.int64)


def by_names(one: pl.Series, two: pl.Series, known_one: pl.Series, known_two: pl.Series) -> Index:
    """For every ordered pair of names the position of the known pair, −1 where there is none."""
    names = pl.Enum(pl.concat([known_one, known_two]).unique().sort())
    size = len(names.categories)
    table = np.full((size + 1, size + 1), -1, dtype=np.int64)
    table[numbered(known_one, names), numbered(known_two, names)] = np.arange(len(known_one))
    return np.asarray(table[numbered(one, names), numbered(two, names)], dtype=np.int64)


def numbered(names: pl.Series, among: pl.Enum | Sequence[str]) -> Index:
    """The place of every name in a list, the list's length for one that is not in it."""
    kind = among if isinstance(among, pl.Enum) else pl.Enum(among)
    places = names.cast(kind, strict=False).to_physical().cast(pl.Int64).fill_null(len(kind.categories))
    return np.asarray(places.to_numpy(), dtype=np.int64)
