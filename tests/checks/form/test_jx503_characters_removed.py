"""JX503 单元格里有不能使用的字符"""

from __future__ import annotations

from collections.abc import Callable

from jxbook.place import CellRef


def test_a_cell_from_which_characters_were_removed_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX503", cleaned=(CellRef("自评表", 13, 4),)) == ["D13"]


def test_clean_cells_are_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX503") == []
