"""Where a number stands: file, sheet and cells in words, cells that follow one another drawn together."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sverka.checking.finding import Answer, Cell
from sverka.errors import SourceError
from sverka.reports.amounts import NBSP
from sverka.reports.safe import clean
from sverka.reports.words import Language, plural, say
from sverka.sources import mirror

_CELL = re.compile(r"([A-Z]{1,3})(\d+)")
_ROW = re.compile(r"(?:row|line) (\d+)(?:, ?(.+))?")
_PAGE = re.compile(r"page:(https?://\S+)")
_PREFIX = re.compile(r"\b(page|mirror|package):")
#: More groups of cells than this are counted, not listed.
_MOST = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A file and what to look at in it; `address` opens the file, or the page that a record row rests on."""

    file: str
    inside: str
    address: str

    def __str__(self) -> str:
        return f"{self.file}, {self.inside}" if self.inside else self.file


def places(answer: Answer, language: Language) -> list[Place]:
    """The places an answer was computed from, one a sheet."""
    groups: dict[tuple[str, str], list[Cell]] = {}
    for cell in answer.cells:
        groups.setdefault((cell.file, cell.sheet), []).append(cell)
    found = []
    for (file, sheet), cells in groups.items():
        if answer.source.startswith("record:"):
            found.append(_of_record(file, sheet, cells, language))
        else:
            inside = _inside(sheet, [c.cell for c in cells], language)
            found.append(Place(clean(file.removeprefix("data/")), inside, _address(file)))
    return found


def _inside(sheet: str, cells: Sequence[str], language: Language) -> str:
    where = []
    if sheet and not (len(sheet) == 3 and sheet.isupper()):
        where.append(say("place", "sheet", language, sheet=f"{clean(sheet)}"))
    where.append(cells_in_words(cells, language))
    return ", ".join(filter(None, where))


def cells_in_words(cells: Sequence[str], language: Language) -> str:
    r"""«ячейки L202–L213, M202»; rows of files without letters as rows.

    >>> cells_in_words(["L2", "L3", "L4", "M9"], "en"), cells_in_words(["row 7"], "ru")
    ('cells L2–L4,\xa0M9', 'строка 7')
    """
    lettered, rows, others = [], [], []
    for cell in dict.fromkeys(cells):
        if found := _CELL.fullmatch(cell):
            lettered.append((found[1], int(found[2])))
        elif found := _ROW.fullmatch(cell):
            rows.append(found)
        elif cell:
            others.append(clean(cell))
    parts = []
    if lettered:
        runs = _runs(lettered)
        forms = say("place", "cell", language, cell=_some(runs, language))
        parts.append(plural(len(lettered), _two(forms), language))
    if rows:
        listed = list(dict.fromkeys(f"{r[1]}, {r[2]}" if r[2] else r[1] for r in rows))
        forms = say("place", "row", language, cell=_some(listed, language))
        parts.append(plural(len(listed), _two(forms), language))
    return "; ".join([*parts, *others[:_MOST]])


def _two(forms: str) -> str:
    """Singular and plural as `plural` wants them, whatever the number: 21 cells are still cells."""
    one, many = forms.split("|")
    return f"{one}|{many}|{many}"


def _some(listed: Sequence[str], language: Language) -> str:
    more = len(listed) - _MOST
    tail = f" {say('ui', 'more_places', language, count=more)}" if more > 0 else ""
    return ", ".join(listed[:_MOST]).replace(" ", NBSP) + tail


def _runs(cells: Iterable[tuple[str, int]]) -> list[str]:
    runs: list[list[tuple[str, int]]] = []
    for column, row in cells:
        if runs and runs[-1][-1] == (column, row - 1):
            runs[-1].append((column, row))
        else:
            runs.append([(column, row)])
    return [
        f"{run[0][0]}{run[0][1]}" if len(run) == 1 else f"{run[0][0]}{run[0][1]}–{run[-1][0]}{run[-1][1]}"
        for run in runs
    ]


@cache
def _address(file: str) -> str:
    try:
        return mirror.published(file).address
    except SourceError:
        return ""


def _plain(provenance: str) -> str:
    """A source cell without its machine prefixes: `page:`, `mirror:`, `package:`."""
    return clean(_PREFIX.sub("", provenance).replace("|", "; "))


def _of_record(file: str, rests: str, cells: Sequence[Cell], language: Language) -> Place:
    """A row of the record: its line, and what the row rests on."""
    lines = ", ".join(c.cell.removeprefix("line ") for c in cells)
    words = [say("place", "line", language, line=lines)]
    if rests == "memory":
        words.append(say("place", "memory", language))
    elif rests:
        words.append(say("place", "rests", language, source=_plain(rests)))
    checked = "; ".join(dict.fromkeys(c.value for c in cells if c.value))
    if checked:
        words.append(say("place", "checked", language, checked=_plain(checked)))
    page = _PAGE.match(rests)
    return Place(file, "; ".join(words), page[1] if page else "")
