"""Workbooks (.xls, .xlsx) as rows of cells, opened by a process apart: calamine aborts on some damaged ones.

All workbooks go that way, known or not: one process opens them one after the other, which adds about a fifth to the
time their table takes to make.
"""

import os
from functools import cache
from typing import Any

from sverka.apart import Opener, serve
from sverka.errors import InputError, SourceError

#: Bytes of memory and seconds for one workbook; the largest published ones need 25 MB and a fiftieth of a second.
_MEMORY, _SECONDS = 1 << 30, 60
#: Cells of a sheet, empty ones among them; published ones have some thousands.
_CELLS = 2_000_000
#: Rows from cell A1 on. Empty cells are "", dates and times as they are written.
Rows = list[list[Any]]


def sheets(file: str) -> dict[str, Rows]:
    """Every sheet of a registered workbook, by name and in order.

    Raises SourceError, in one line, for a file that cannot be opened, whatever that does to the process that tries.
    """
    from sverka.sources import mirror  # the child does without

    path = mirror.open_path(file)
    try:
        found: dict[str, Rows] = _opener(os.getpid()).ask(path=str(path))
    except InputError as error:
        todo = "the file has changed or is damaged: open it and look"
        raise SourceError("a published workbook cannot be read", where=f"{file}: {error.what}", todo=todo) from None
    return found


@cache
def _opener(process: int) -> Opener:
    """The opener of this process; a copy of it (a fork) must not talk to the same child."""
    return Opener(__name__)


def answered(path: str) -> dict[str, Rows]:
    """Every sheet of the workbook at a path, in the child."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(path)
    found = {}
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        if (sheet.total_height + 1) * (sheet.total_width + 1) > _CELLS:
            raise InputError(f"the sheet {name} has over {_CELLS} cells")
        found[name] = sheet.to_python(skip_empty_area=False)
    return found


if __name__ == "__main__":
    serve(answered, memory=_MEMORY, seconds=_SECONDS)
