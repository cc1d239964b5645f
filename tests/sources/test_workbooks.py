"""Workbooks are read by a process apart: cells as calamine reads them, and one line for what ends that process."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from sverka.errors import InputError, SourceError
from sverka.sources import georgia, kazakhstan, kyrgyzstan, mirror, russia, workbooks

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PUBLISHED = [georgia.FILE, russia.ANNUAL, russia.MONTHLY, *kazakhstan.FILES.values(), *kyrgyzstan.FILES.values()]


def workbook(**cells: float) -> bytes:
    """The smallest workbook there is: one sheet, called Лист, with some numbers."""

    def link(kind: str, target: str) -> str:
        entry = f'<Relationship Id="r1" Type="{_KIND}/{kind}" Target="{target}"/>'
        return f'<Relationships xmlns="{_LINKS}">{entry}</Relationships>'

    rows = "".join(f'<row><c r="{name}"><v>{value}</v></c></row>' for name, value in cells.items())
    parts = {
        "_rels/.rels": link("officeDocument", "xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": link("worksheet", "worksheets/sheet1.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_KIND}"><sheets>'
        '<sheet name="Лист" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


@pytest.fixture
def altered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What every registered path is opened as."""
    place = tmp_path / "altered.xlsx"
    monkeypatch.setattr(mirror, "open_path", lambda path: place)
    return place


def test_cells_come_with_their_empty_neighbours_from_a1_on(altered: Path) -> None:
    altered.write_bytes(workbook(B1=1, C3=2.5))
    assert workbooks.sheets("a.xlsx") == {"Лист": [["", 1, ""], ["", "", ""], ["", "", 2.5]]}


#: Two cells at the ends of a sheet: calamine asks for half a terabyte for what is between them, and aborts.
ABORTS = workbook(A1=1, XFD1048576=2)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (ABORTS, "the process that opened it died"),
        (workbook(A1=1, C1000000=2), "the sheet Лист has over 2000000 cells"),
        (workbook(A1=1)[:-30], ""),
        (b"", ""),
    ],
)
def test_a_broken_workbook_is_one_line(altered: Path, content: bytes, said: str) -> None:
    altered.write_bytes(content)
    with pytest.raises(SourceError) as caught:
        workbooks.sheets("a.xlsx")
    told = str(caught.value)
    assert told.startswith(f"a published workbook cannot be read (a.xlsx: {said}")
    assert told.endswith("; the file has changed or is damaged: open it and look")
    assert "\n" not in told
    altered.write_bytes(workbook(A1=1))
    assert workbooks.sheets("a.xlsx") == {"Лист": [[1]]}


@pytest.mark.parametrize(
    "make",
    [georgia.monthly_and_annual, kazakhstan.annual, kyrgyzstan.annual, russia.annual, russia.monthly],
    ids=lambda make: make.__module__,
)
def test_no_office_falls_to_a_workbook_that_ends_whoever_opens_it(altered: Path, make: Callable[[], object]) -> None:
    altered.write_bytes(ABORTS)
    with pytest.raises(SourceError, match="the process that opened it died"):
        make()


def test_the_child_answers_with_cells_and_limits(tmp_path: Path) -> None:
    place = tmp_path / "a.xlsx"
    place.write_bytes(workbook(A2=3))
    assert workbooks.answered(str(place)) == {"Лист": [[""], [3.0]]}
    place.write_bytes(workbook(A1=1, C1000000=2))
    with pytest.raises(InputError, match="over 2000000 cells"):
        workbooks.answered(str(place))


@pytest.mark.parametrize("file", PUBLISHED)
def test_published_workbooks_are_read_as_calamine_reads_them(file: str, published_files: Path) -> None:
    book = CalamineWorkbook.from_path(mirror.open_path(file))
    here = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]
    found = list(workbooks.sheets(file).items())
    assert repr(found) == repr(here)
