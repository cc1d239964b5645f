"""Cells, numbers and labels as they stand in published tables."""

import pytest

from sverka.errors import SourceError
from sverka.sources.tidy import Cell, a1, joined, label, number, partner, trade_table


@pytest.mark.parametrize(
    ("row", "column", "name"), [(0, 0, "A1"), (18, 1, "B19"), (0, 25, "Z1"), (0, 26, "AA1"), (9, 701, "ZZ10")]
)
def test_cells_are_named_as_a_spreadsheet_names_them(row: int, column: int, name: str) -> None:
    assert a1(row, column) == name


@pytest.mark.parametrize("mark", ["", "-", "–", "…", " - ", None, 0, 0.0, "0.0", "\xa0"])
def test_marks_of_absence_and_printed_zeros_are_no_number(mark: object) -> None:
    assert number(mark) is None


def test_numbers_are_read_whether_typed_or_printed() -> None:
    assert number(18496.0) == 18496
    assert number("1 406.5") == 1406.5


def test_an_unknown_mark_is_an_error_not_a_gap() -> None:
    with pytest.raises(SourceError, match="neither a number"):
        number("n/a (see note)")


def test_labels_keep_their_letters_and_lose_their_line_breaks() -> None:
    assert label("Республикa \nКорея") == "Республикa Корея"


def test_a_new_partner_label_is_an_error_not_a_gap() -> None:
    with pytest.raises(SourceError, match=r"“Атлантида” of kazakhstan.*partners\.csv"):
        partner("kazakhstan", "Атлантида")


def test_two_rows_for_one_number_are_an_error() -> None:
    cells = [Cell("Россия", "exports", 2022, 1.0, 5, 3), Cell("Россия", "exports", 2022, 2.0, 6, 3)]
    table = trade_table(cells, source="kazakhstan", reporter="KAZ", unit=1e3, file="f.xls", sheet="2022")
    with pytest.raises(SourceError, match=r"twice.*D6, D7"):
        joined([table])


def test_values_come_in_dollars_with_file_sheet_and_cell() -> None:
    cells = [Cell("Россия", "exports", 2022, 9091390.9169, 11, 3), Cell("Европа", "exports", 2022, 5.0, 12, 3)]
    table = trade_table(cells, source="kazakhstan", reporter="KAZ", unit=1e3, file="f.xls", sheet="2022")
    assert table.select("partner", "value_usd", "file", "sheet", "cell").rows() == [
        ("RUS", 9091390916.9, "f.xls", "2022", "D12")
    ]
