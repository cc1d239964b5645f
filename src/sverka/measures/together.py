"""Counting what two states are in together: one matrix product a year over who is in what."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import polars as pl

from sverka.errors import InputError


def together(belonging: pl.DataFrame, states: pl.DataFrame) -> Iterator[tuple[int, list[str], npt.NDArray[np.int32]]]:
    """For every year: the states in order, and how many groups each pair of them is in together (own number on the
    diagonal).

    Parameters
    ----------
    belonging : columns `state`, `group`, `year`, one row a state, group and year in which it is in.
    states : columns `state`, `year`: whom the count covers; others are left out, states in nothing count zero.

    Raises InputError when a state is in a group twice in a year.
    """
    inside = belonging.join(states, on=["state", "year"], how="semi").partition_by("year", as_dict=True)
    for (year,), present in states.unique().sort("year", "state").partition_by("year", as_dict=True).items():
        names = present["state"].to_list()
        part = inside.get((year,))
        if part is None:
            yield int(str(year)), names, np.zeros((len(names), len(names)), dtype=np.int32)
            continue
        rows = part["state"].cast(pl.Enum(names)).to_physical().to_numpy()
        columns = part["group"].rank("dense").to_numpy().astype(np.int64) - 1
        member = np.zeros((len(names), int(columns.max()) + 1), dtype=np.float32)
        member[rows, columns] = 1
        if member.sum() != part.height:
            raise InputError("a state is in one group twice", where=str(year), todo="keep one row a state and group")
        yield int(str(year)), names, (member @ member.T).astype(np.int32)


def pair_counts(belonging: pl.DataFrame, states: pl.DataFrame, name: str) -> pl.DataFrame:
    """Columns `state1` < `state2`, `year` and the count, called `name`, for every pair of covered states."""
    frames = []
    for year, names, counts in together(belonging, states):
        first, second = np.triu_indices(len(names), 1)
        ids = pl.Series(names, dtype=pl.String)
        frames.append(
            pl.DataFrame(
                {
                    "state1": ids.gather(first),
                    "state2": ids.gather(second),
                    "year": pl.repeat(year, len(first), dtype=pl.Int32, eager=True),
                    name: counts[first, second],
                }
            )
        )
    empty = pl.DataFrame(schema={"state1": pl.String, "state2": pl.String, "year": pl.Int32, name: pl.Int32})
    return pl.concat([empty, *frames]).with_columns(pl.col("year").cast(states.schema["year"]))
