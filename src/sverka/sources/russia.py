"""Russia's exports and imports as its customs service published them: years 1994–2021, and months 2006–2021."""

import polars as pl

from sverka.errors import SourceError
from sverka.sources import workbooks
from sverka.sources.tidy import MONTHS_RU, Cell, joined, label, trade_table

ANNUAL = "data/russian_data/94itog.xlsx"
MONTHLY = "data/russian_data/96stran.xlsx"
MILLION = 1e6

_FLOWS = {"Экспорт": "exports", "Импорт": "imports"}


def annual() -> pl.DataFrame:
    """One sheet a year: the total, the CIS and six neighbours, whole $ million (one decimal for small ones)."""
    return joined(
        trade_table(
            _year_sheet(rows, sheet), source="russia-annual", reporter="RUS", unit=MILLION, file=ANNUAL, sheet=sheet
        )
        for sheet, rows in workbooks.sheets(ANNUAL).items()
        if sheet.isdigit()
    )


def _year_sheet(rows: workbooks.Rows, sheet: str) -> list[Cell]:
    if rows[3][1] != float(sheet) or "млн долл" not in str(rows[2][1]):
        raise SourceError("the heading is not a year in $ million", where=f"{ANNUAL} {sheet} B3:B4")
    cells, flow = [], ""
    for i, (name, value) in enumerate(rows[4:], start=4):
        flow = _FLOWS.get(label(name), flow)
        cells.append(Cell(label(name), flow, int(sheet), value, i, 1))
    return cells


def monthly() -> pl.DataFrame:
    """Two sheets, exports and imports: a column for each of 29 main partners, a row for each month."""
    found = workbooks.sheets(MONTHLY)
    return joined(
        trade_table(
            _month_sheet(found[sheet], sheet),
            source="russia-monthly",
            reporter="RUS",
            unit=MILLION,
            file=MONTHLY,
            sheet=sheet,
        )
        for sheet in _FLOWS
    )


def _month_sheet(rows: workbooks.Rows, sheet: str) -> list[Cell]:
    if not str(rows[3][0]).startswith("(млн долл"):
        raise SourceError("the heading does not say $ million", where=f"{MONTHLY} {sheet} A4")
    partners = [label(name) for name in rows[4]]
    cells, year, expected = [], 0, 12
    for i, row in enumerate(rows[5:], start=5):
        if isinstance(row[0], int | float):
            if expected != 12:
                raise SourceError("a year lacks months", where=f"{MONTHLY} {sheet} A{i + 1}")
            year, expected = int(row[0]), 0
            continue
        month = MONTHS_RU.index(label(row[0])) + 1
        if month != expected + 1:
            raise SourceError("the months are out of order", where=f"{MONTHLY} {sheet} A{i + 1}")
        expected = month
        cells += [Cell(partners[j], _FLOWS[sheet], year, row[j], i, j, month, month) for j in range(1, len(partners))]
    return cells
