"""JX125 隐藏的行、列计入了得分"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from faultless import FAULTLESS

from jxbook.assess import Source, assess
from jxbook.finding import Finding
from jxbook.workbook.grid import Grid, Unseen


def found(grid: Grid, rows: Iterable[int] = (), columns: Iterable[int] = ()) -> list[Finding]:
    unseen = Unseen(frozenset(rows), frozenset(columns))
    hidden = replace(grid, sheets=tuple(replace(one, unseen=unseen) for one in grid.sheets))
    return [one for one in assess(Source(hidden, "自评表.xlsx")).findings if one.code == "JX125"]


def test_indicators_and_money_that_nobody_sees_are_named(grid_of: Callable[..., Grid]) -> None:
    [one] = found(grid_of(FAULTLESS), rows=[8, 14, 15, 16])
    assert "第8行、第14至16行是隐藏的" in one.what
    assert (one.cell and one.cell.row) == 14


def test_a_column_that_counts_is_named_and_any_other_is_not(grid_of: Callable[..., Grid]) -> None:
    assert ["G列是隐藏的" in one.what for one in found(grid_of(FAULTLESS), columns=[7])] == [True]
    assert found(grid_of(FAULTLESS), columns=[9]) == []


def test_titles_blank_rows_rows_of_nothing_and_signatures_may_be_hidden(grid_of: Callable[..., Grid]) -> None:
    assert found(grid_of(FAULTLESS), rows=[1, 2, 5, 9, 12, 30]) == []
