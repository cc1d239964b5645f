"""Three-letter codes of trade data: which state each stood for, in a year or today."""

from functools import cache

import polars as pl

OLD = {
    "MNT": "MNE",
    "PAL": "PSE",
    "ROM": "ROU",
    "SVU": "SUN",
    "TMP": "TLS",
    "YDR": "YMD",
    "ZAR": "COD",
}
"""Codes of the World Bank's trade service and of CEPII that ISO has withdrawn or never had."""


@cache
def _known() -> frozenset[str]:
    from sverka.record.tables import rows

    return frozenset(row["id"] for row in rows("states"))


@cache
def lives() -> pl.DataFrame:
    """Columns `id`, `year`: the states of every year, by any of the record's systems (ISO, COW, GW)."""
    from sverka.record.tables import rows

    found = set()
    for row in rows("state_spans"):
        found |= {(row["id"], year) for year in range(int(row["start"][:4]), int((row["end"] or "2100")[:4]) + 1)}
    return pl.DataFrame(sorted(found), schema={"id": pl.String, "year": pl.Int16}, orient="row")


def today(code: str) -> pl.Expr:
    """The id of the state that the code in column `code` means; null for a territory or group."""
    id_ = pl.col(code).cast(pl.String).replace(OLD)
    return pl.when(id_.is_in(list(_known()))).then(id_)


def with_state(table: pl.DataFrame, code: str, name: str) -> pl.DataFrame:
    """`table` with a column `name`: the id of the state that the code in column `code` meant in column `year`.

    Null for a territory, a group, and a country that was no state in that year. Belgrade's code `SRB` is Yugoslavia to
    2002, Serbia and Montenegro to 2005.
    """
    belgrade = pl.col("id") == "SRB"
    dated = table.with_columns(today(code).alias("id")).with_columns(
        pl.when(belgrade & (pl.col("year") < 2003))
        .then(pl.lit("YUG"))
        .when(belgrade & (pl.col("year") < 2006))
        .then(pl.lit("SCG"))
        .otherwise("id")
        .alias("id")
    )
    alive = lives().with_columns(pl.col("id").alias(name))
    return dated.join(alive, on=["id", "year"], how="left", maintain_order="left").drop("id")
