"""Georgia's total exports and imports, years and months 1995–2024, from its statistics office."""

import polars as pl

from sverka.errors import SourceError
from sverka.sources import workbooks
from sverka.sources.tidy import Cell, joined, label, number, trade_table

FILE = "data/georgia_export_eurostat/FTrade_1995-2024.xlsx"
MILLION = 1e6

_FLOWS = {"Total Exports": "exports", "Total Imports": "imports"}
_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905


def monthly_and_annual() -> pl.DataFrame:
    """Totals only: the file names no partner. The total of an unfinished year runs to its last printed month."""
    sheet, rows = next(iter(workbooks.sheets(FILE).items()))
    if rows[2][0] != "(Mill. USD)":
        raise SourceError("the heading does not say $ million", where=f"{FILE} {sheet} A3")
    cells = []
    for top, row in enumerate(rows):
        if flow := _FLOWS.get(label(row[0])):
            months = {top + 2 + m: m + 1 for m in range(12)}
            if [label(rows[i][0]) for i in months] != _MONTHS:
                raise SourceError("the months are not where they were", where=f"{FILE} {sheet} A{top + 3}")
            for j, heading in enumerate(rows[3][1:], start=1):
                year, preliminary = int(str(heading)[:4]), "preliminary" if str(heading).endswith("*") else ""
                printed = {i: m for i, m in months.items() if number(rows[i][j]) is not None}
                cells.append(Cell("total", flow, year, row[j], top, j, 1, max(printed.values()), status=preliminary))
                cells += [
                    Cell("total", flow, year, rows[i][j], i, j, m, m, status=preliminary) for i, m in printed.items()
                ]
    return joined([trade_table(cells, source="georgia", reporter="GEO", unit=MILLION, file=FILE, sheet=sheet)])
