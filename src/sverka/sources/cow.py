"""Correlates of War files: reading R data frames, and which state a COW code stood for in a year."""

from functools import cache

import polars as pl

from sverka.sources import mirror


def frame(path: str, name: str) -> pl.DataFrame:
    """The data frame `name` of a registered .rda file, with `row` counting from 1 as R prints it."""
    import pyreadr  # late: only the snapshot command and the tests read .rda files

    table: pl.DataFrame = pyreadr.read_r(str(mirror.open_path(path)), output_format="polars")[name]
    return table.with_row_index("row", offset=1)


@cache
def codes() -> pl.DataFrame:
    """Which state a COW code stood for in each year, by the record: columns `code`, `year`, `id`.

    A year in which a code changed hands belongs to the state of 1 July; one in which a state began or ended, to it.
    """
    from sverka.record.tables import rows  # late: a question about trade needs no record

    held: dict[tuple[int, int], str] = {}
    for row in rows("state_spans"):
        if row["system"] == "COW":
            last = row["end"] or "2100"
            for year in range(int(row["start"][:4]), int(last[:4]) + 1):
                key = int(row["code"]), year
                if key not in held or row["start"] <= f"{year}-07-01" <= last:
                    held[key] = row["id"]
    years = [(code, year, state) for (code, year), state in held.items()]
    return pl.DataFrame(years, schema={"code": pl.Int32, "year": pl.Int32, "id": pl.String}, orient="row")


def with_id(table: pl.DataFrame, code: str, name: str) -> pl.DataFrame:
    """`table` with a column `name`: the id of the state whose COW code stands in column `code`, at its `year`.

    Rows whose code no state held in that year are dropped.
    """
    return table.join(codes().rename({"code": code, "id": name}), on=[code, "year"])
