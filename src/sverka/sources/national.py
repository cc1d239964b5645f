"""What national statistics offices published on trade by partner, all offices in one table."""

import polars as pl

from sverka.sources.shape import Column, Shape
from sverka.sources.tidy import KEY, TRADE

_MEANING = {
    "reporter": "id of the state whose office published the figure",
    "partner": "id of the partner; WLD, CIS, EAEU, EU, SCO as the office adds them up; NES for no partner",
    "flow": "exports or imports",
    "year": "calendar year",
    "month_from": "first month",
    "month_to": "last month; an annual row runs from 1 to 12",
    "value_usd": "value of goods",
    "basis": "`origin` or `consignment` where the file tells imports apart by them, else empty",
    "status": "`preliminary` where the file says so, else empty",
    "edition": "orders files that print the same number again, else empty",
    "source": "id of the source in the catalogue",
    "file": "path of the file in its repository",
    "sheet": "sheet of the workbook, else empty",
    "cell": "cell, as a spreadsheet names it",
}

SHAPES = {
    "national_trade": Shape(
        "national_trade",
        "One row a published figure. No row says nothing: printed zeros and dashes make no row.",
        tuple(
            Column(name, dtype, _MEANING[name], "current US dollars" if name == "value_usd" else "")
            for name, dtype in TRADE.items()
        ),
        (*KEY, "file", "sheet", "cell"),
        (1994, 2024),
    )
}


def trade() -> pl.DataFrame:
    """The same rows that ship with the package."""
    from sverka.sources import snapshot

    return snapshot.trade()
