"""Armenia's exports and imports by partner, months and years 2017 to January 2023, from its statistics committee.

Imports come twice, and `basis` says how: by country of consignment (whence shipped) or of origin (where made).
"""

import csv
from collections import defaultdict

import polars as pl

from sverka.sources import mirror
from sverka.sources.tidy import Cell, joined, trade_table

FILE = "data/armenia_data/armenia_data.csv"
THOUSAND = 1e3

_COLUMNS = {1: ("exports", ""), 2: ("imports", "consignment"), 3: ("imports", "origin")}


def monthly_and_annual() -> pl.DataFrame:
    """Rows of months, and rows of years where the file has all twelve months.

    A row marked `Year` sums the months published so far. In 2023 that is January alone, so it is no year.
    """
    with mirror.open_path(FILE).open(encoding="ascii", newline="") as lines:
        rows = [(i, row) for i, row in enumerate(csv.reader(lines)) if row]
    months: defaultdict[int, set[str]] = defaultdict(set)
    for _, row in rows[1:]:
        months[int(row[5])].add(row[4])
    complete = {year for year, seen in months.items() if {str(m) for m in range(1, 13)} <= seen}
    cells = []
    for i, row in rows[1:]:
        when, year = row[4], int(row[5])
        if when == "Year" and year not in complete:
            continue
        first, last = (1, 12) if when == "Year" else (int(when), int(when))
        for j, (flow, basis) in _COLUMNS.items():
            cells.append(Cell(row[0], flow, year, row[j], i, j, first, last, basis))
    return joined([trade_table(cells, source="armenia", reporter="ARM", unit=THOUSAND, file=FILE)])
