"""Kazakhstan's exports and imports by partner, 2018–2023, as its statistics office published them in five yearbooks.

Each workbook holds its year and the year before, so most years are printed twice. Both printings are kept, told apart
by `edition`, the year of the workbook; later ones only add decimals, so they are one witness.
"""

import re

import polars as pl

from sverka.errors import SourceError
from sverka.sources import workbooks
from sverka.sources.tidy import Cell, joined, label, trade_table

FOLDER = "data/kazakhstan_data/"
FILES = {
    "2019": FOLDER + "Основные показатели внешней торговли_2019.xls",
    "2020": FOLDER + "Основные показатели внешней торговли_2020.xls",
    "2021": FOLDER + "Основные показатели внешней торговли_2021.xls",
    "2022": FOLDER + "Основные показатели внешней торговли по странам_2022.xls",
    "2023": FOLDER + "Основные показатели внешней торговли по странам_2023.xls",
}
THOUSAND = 1e3


def annual() -> pl.DataFrame:
    """Every partner, the world and the blocs the office adds up itself (CIS, EAEU, EU), in every edition."""
    tables = []
    for edition, file in FILES.items():
        for sheet, rows in workbooks.sheets(file).items():
            if re.fullmatch(r"(12_)?20\d\d", sheet):
                cells = _sheet(rows, sheet, file)
                tables.append(
                    trade_table(
                        cells,
                        source="kazakhstan",
                        reporter="KAZ",
                        unit=THOUSAND,
                        file=file,
                        sheet=sheet,
                        edition=edition,
                    )
                )
    return joined(tables)


def _sheet(rows: workbooks.Rows, sheet: str, file: str) -> list[Cell]:
    year = int(sheet[-4:])
    heading = label(" ".join(str(value) for row in rows[:5] for value in row))
    if not re.search(rf"(за |январь-декабрь |^|\s){year} год", heading) or "тыс. долларов США" not in heading:
        raise SourceError(f"the heading does not say {year} in thousand dollars", where=f"{file} {sheet} A1:G5")
    top = next(i for i, row in enumerate(rows) if "Товарооборот" in row)
    headings = [label(name).lower() for name in rows[top]]
    columns = {"exports": headings.index("экспорт"), "imports": headings.index("импорт")}
    cells = []
    for i, row in enumerate(rows[top + 2 :], start=top + 2):
        name = label(row[0]).removesuffix(" в том числе")
        cells += [Cell(name, flow, year, row[column], i, column) for flow, column in columns.items() if name]
    return cells
