"""The flow table every trade measure reads: one row a reporter, partner and year, exports beside imports.

Columns `reporter`, `partner`, `year`, `exports`, `imports`, both flows in one unit of money. Null means that no
source in reach gives the flow; zero means that a source says there was none. Partners must not overlap: a bloc and
its members in one table would be counted twice. `WLD` as partner is the published total and never a partner of its own.
"""

import polars as pl

from sverka.errors import InputError

WORLD = "WLD"
KEY = ("reporter", "partner", "year")


def flows(long: pl.DataFrame, value: str = "value_usd") -> pl.DataFrame:
    """The flow table of a long one (`reporter`, `partner`, `year`, `flow` = `exports` or `imports`, and `value`).

    Raises InputError when a flow is given twice: choose one source and edition before measuring.

    >>> long = pl.DataFrame({"reporter": ["A", "A"], "partner": ["B", "C"], "year": [2000, 2000],
    ...                      "flow": ["exports", "imports"], "value_usd": [5.0, 3.0]})
    >>> flows(long).rows()
    [('A', 'B', 2000, 5.0, None), ('A', 'C', 2000, None, 3.0)]
    """
    if long.select(pl.struct(*KEY, "flow").is_duplicated().any()).item():
        raise InputError("a flow is given twice", where="flow table", todo="keep one source and one edition")
    halves = [
        long.filter(pl.col("flow") == flow).select(*KEY, pl.col(value).cast(pl.Float64).alias(flow))
        for flow in ("exports", "imports")
    ]
    return halves[0].join(halves[1], on=list(KEY), how="full", coalesce=True).sort(KEY)


def need(table: pl.DataFrame, *columns: str) -> None:
    """InputError that names the first column a measure needs and the table lacks."""
    for column in columns:
        if column not in table.columns:
            raise InputError(
                f"the table has no column “{column}”", where=", ".join(table.columns), todo="rename or add the column"
            )
