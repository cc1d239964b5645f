"""Kyrgyzstan's exports and imports by partner, 1994–2023, as its statistics committee published them."""

from collections.abc import Sequence

import polars as pl

from sverka.errors import SourceError
from sverka.sources import workbooks
from sverka.sources.tidy import Cell, joined, label, trade_table

FILES = {
    "exports": "data/kyrgyzstan_data/4.03.00.18  Географическое распределение экспорта товаров     ..xlsx",
    "imports": "data/kyrgyzstan_data/4.03.00.20 Географическое распределение импорта товаров..xlsx",
}
THOUSAND = 1e3


def annual() -> pl.DataFrame:
    """Partners, the world, and the blocs as the office adds them up (EU, CIS, SCO, EAEU of each year)."""
    tables = []
    for flow, file in FILES.items():
        sheet, rows = next(iter(workbooks.sheets(file).items()))
        if "тыс. долларов США" not in str(rows[1][1]):
            raise SourceError("the heading does not say thousand dollars", where=f"{file} {sheet} B2")
        cells = _cells(rows, flow)
        tables.append(trade_table(cells, source="kyrgyzstan", reporter="KGZ", unit=THOUSAND, file=file, sheet=sheet))
    return joined(tables)


def _cells(rows: Sequence[Sequence[object]], flow: str) -> list[Cell]:
    top = next(i for i, row in enumerate(rows) if row[3] == 1994.0)
    cells = []
    for j, heading in enumerate(rows[top][3:], start=3):
        year, _, footnote = label(heading).replace(".0", "").partition(" ")
        status = "preliminary" if footnote else ""  # “2023 1”, and footnote 1 says preliminary
        for i, row in enumerate(rows[top + 1 :], start=top + 1):
            name = label(row[1])
            if name and not name.startswith("1 "):
                cells.append(Cell(name, flow, int(year), row[j], i, j, status=status))
    return cells
