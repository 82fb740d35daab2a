"""A cell is named as Excel names it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import column_index_from_string

from jxbook.place import CellRef, column_letters


@pytest.mark.parametrize(
    ("column", "letters"),
    [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")],
)
def test_columns_are_counted_in_letters(column: int, letters: str) -> None:
    assert column_letters(column) == letters


@given(st.integers(1, 16384))
def test_letters_are_those_of_openpyxl(column: int) -> None:
    assert column_index_from_string(column_letters(column)) == column


def test_a_cell_is_shown_with_its_sheet() -> None:
    cell = CellRef("自评表", 15, 7)
    assert (cell.address, str(cell)) == ("G15", "自评表!G15")


def test_cells_sort_down_the_sheet() -> None:
    cells = [CellRef("表", 10, 1), CellRef("表", 2, 3), CellRef("表", 2, 1)]
    assert [cell.address for cell in sorted(cells)] == ["A2", "C2", "A10"]
