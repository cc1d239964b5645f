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


def ids_on(system: str, table: pl.DataFrame, code: str, day: str) -> pl.Series:
    """Which state each row's code stood for on its day, by the record's spans of a system (`COW` or `GW`).

    `code` and `day` name columns of `table`; null where the code was no state's on that day.
    """
    spans = _spans(system)
    keyed = table.select(pl.col(code).cast(pl.Int32).alias("code"), pl.col(day).alias("day")).with_row_index("at")
    found = keyed.join(spans, on="code").filter(pl.col("day").is_between("start", "end"))
    return keyed.join(found.unique("at", keep="first").select("at", "id"), on="at", how="left").sort("at")["id"]


def with_ids(table: pl.DataFrame, code: str, name: str) -> pl.DataFrame:
    """Like `with_id`, but rows whose code no state held in that year stay, with a null id."""
    keys = codes().select(pl.col("code").cast(table.schema[code]), pl.col("year").cast(table.schema["year"]), "id")
    return table.join(keys.rename({"code": code, "id": name}), on=[code, "year"], how="left", maintain_order="left")


def ids_over(system: str, table: pl.DataFrame, code: str, start: str, end: str) -> pl.Series:
    """Like `ids_on`, for a stretch of days: the state that held the code for most of it."""
    spans = _spans(system).rename({"start": "from", "end": "to"})
    keyed = table.select(pl.col(code).cast(pl.Int32).alias("code"), pl.col(start), pl.col(end)).with_row_index("at")
    found = keyed.join(spans, on="code").filter((pl.col("from") <= pl.col(end)) & (pl.col(start) <= pl.col("to")))
    days = pl.min_horizontal("to", pl.col(end)) - pl.max_horizontal("from", pl.col(start))
    longest = found.sort("at", days, descending=[False, True]).unique("at", keep="first", maintain_order=True)
    return keyed.join(longest.select("at", "id"), on="at", how="left").sort("at")["id"]


def with_pair(table: pl.DataFrame) -> pl.DataFrame:
    """`with_ids` for both codes of a pair: `ccode1` gives `id1`, `ccode2` gives `id2`."""
    return with_ids(with_ids(table, "ccode1", "id1"), "ccode2", "id2")


@cache
def _spans(system: str) -> pl.DataFrame:
    from datetime import date

    from sverka.record.tables import rows

    spans = [
        (int(row["code"]), row["id"], date.fromisoformat(row["start"]), date.fromisoformat(row["end"] or "9999-12-31"))
        for row in rows("state_spans")
        if row["system"] == system
    ]
    return pl.DataFrame(
        spans, schema={"code": pl.Int32, "id": pl.String, "start": pl.Date, "end": pl.Date}, orient="row"
    )
