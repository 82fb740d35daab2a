"""The buttons 增加指标 and 删除指标.

Excel widens a sum or a merged area only for a row inserted inside it. So a row is never inserted under the
table's last one, and labels that end at the row are merged anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from jxbook.dataclass import dataclass, replace
from jxbook.excel.buttons.press import ask
from jxbook.excel.buttons.protection import unprotected
from jxbook.excel.buttons.quiet import quiet
from jxbook.excel.buttons.results import clear_results
from jxbook.excel.buttons.table import SelectedRow, chosen_row
from jxbook.finding import Refusal
from jxbook.place import column_letters
from jxbook.workbook.grid import CellValue


def add_indicator(book: Any) -> str:
    """Insert a row next to the chosen one, under the same 二级指标."""
    chosen = chosen_row(book)
    sheet, row = chosen.sheet, chosen.row
    new = row if row == chosen.last else row + 1
    source = row + 1 if new == row else row  # where the chosen row stands afterwards
    labels = [one for one in _labels(chosen, row) if not _filled_down(chosen, one)]
    left, right = chosen.span
    with quiet(book.app), unprotected(sheet):
        sheet.range(f"{new}:{new}").insert("down")
        sheet.range(f"{left}{source}:{right}{source}").copy(sheet.range(f"{left}{new}"))
        for cell in chosen.entries:
            sheet.range(f"{column_letters(cell.column)}{new}").merge_area.clear_contents()
        for one in labels:
            _span(sheet, replace(one, bottom=one.bottom + 1))
        sheet.range(f"{left}{new}").select()
    return f"已在第{new}行增加一行指标，请填写三级指标、年度指标值和分值{_forget(book)}"


def delete_indicator(book: Any) -> str | None:
    """Delete the chosen row, or empty it where it is the only one of its 二级指标."""
    chosen = chosen_row(book)
    sheet, row = chosen.sheet, chosen.row
    only = len(chosen.siblings) == 1
    what = "清空" if only else "删除"
    reason = "它是该二级指标唯一的一行，只清空内容，不删除。\n\n" if only else ""
    name = f"“{chosen.indicator.title}”"
    if chosen.filled() and not ask(
        book.app, f"第{row}行{name}已经填有内容。{reason}确定要{what}吗？{what}后不能撤销。"
    ):
        return None
    labels = list(_labels(chosen, row))
    with quiet(book.app), unprotected(sheet):
        if only:
            for cell in chosen.entries:
                sheet.range(cell.address).merge_area.clear_contents()
            return f"已清空第{row}行；二级指标的最后一行不能删除"
        sheet.range(f"{row}:{row}").delete("up")
        for one in labels:
            _span(sheet, replace(one, bottom=max(one.bottom - 1, one.top)))
    return f"已删除第{row}行{_forget(book)}"


def _forget(book: Any) -> str:
    """Clear 校验结果, whose addresses do not hold any more, and say so."""
    with suppress(Refusal):  # a workbook without that sheet has nothing to forget
        clear_results(book)
        return "；行号已变，校验结果已清除，请重新校验"
    return ""


@dataclass(frozen=True, slots=True)
class _MergedLabel:
    """A label left of 三级指标: its column, its first and last row, its text."""

    letter: str
    top: int
    bottom: int
    text: CellValue


def _labels(chosen: SelectedRow, row: int) -> Iterator[_MergedLabel]:
    """The labels that reach over a row. A blank cell that is not merged is none."""
    one = chosen.indicator
    assert one.name.cell is not None
    for column in range(1, one.name.cell.column):
        letter = column_letters(column)
        area = chosen.sheet.range(f"{letter}{row}").merge_area
        rows, columns = area.shape
        label = chosen.grid.cells.get((area.row, area.column))
        if columns == 1 and (rows > 1 or label):
            yield _MergedLabel(letter, area.row, area.row + rows - 1, label.value if label else None)


def _filled_down(chosen: SelectedRow, label: _MergedLabel) -> bool:
    """Does the label hold for blank cells under it, as in forms without merged cells?"""
    below = label.bottom + 1
    return (
        label.top == label.bottom
        and below <= chosen.last
        and chosen.sheet.range(f"{label.letter}{below}").value is None
    )


def _span(sheet: Any, label: _MergedLabel) -> None:
    """Let a label reach from its first to its last row, whatever Excel has made of it."""
    head = sheet.range(f"{label.letter}{label.top}")
    rows = label.bottom - label.top + 1
    if head.merge_area.shape == (rows, 1) and head.value is not None:
        return
    area = sheet.range(f"{label.letter}{label.top}:{label.letter}{label.bottom}")
    area.unmerge()
    area.clear_contents()
    if rows > 1:
        area.merge()
    head.value = f"'{label.text}" if isinstance(label.text, str) else label.text
