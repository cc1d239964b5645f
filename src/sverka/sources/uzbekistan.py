"""Uzbekistan's exports (indicator 1105) and imports (1176) by partner, 2010–2023, from its statistics agency."""

import csv

import polars as pl

from sverka.sources import mirror
from sverka.sources.tidy import Cell, joined, trade_table

FILES = {
    "exports": "data/uzbekistan_data/sdmx_data_1105.csv",
    "imports": "data/uzbekistan_data/sdmx_data_1176.csv",
}
THOUSAND = 1e3


def annual() -> pl.DataFrame:
    """Partners by the code printed in the file (UN M49). The files print no world total.

    Code 0, “other countries”, is the residual the agency does not attribute: for exports a tenth to two fifths of
    everything, gold and part of the gas in it. It is `NES` here, so that all rows of a year sum to the total.
    """
    tables = []
    for flow, file in FILES.items():
        with mirror.open_path(file).open(encoding="utf-8-sig", newline="") as lines:
            heading, *rows = csv.reader(lines)
        cells = [
            Cell(row[0], flow, int(heading[j]), row[j], i, j)
            for i, row in enumerate(rows, start=1)
            for j in range(4, len(heading))
        ]
        tables.append(trade_table(cells, source="uzbekistan", reporter="UZB", unit=THOUSAND, file=file))
    return joined(tables)
