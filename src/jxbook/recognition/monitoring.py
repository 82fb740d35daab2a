"""绩效运行监控, in the middle of the year: forms that are like those of a self-evaluation but for their headings."""

from __future__ import annotations

from collections.abc import Mapping

from jxbook.pattern import pattern
from jxbook.place import CellRef
from jxbook.recognition.headings import indicator_heading
from jxbook.workbook.grid import Grid
from jxbook.workbook.labelled_sheet import LabelledSheet

_MONITORS = pattern(r"预计(?:全年)?(?:完成|执行)|完成目标.{0,2}可能性|可能性分析|确定能")
_PART_OF_YEAR = pattern(
    r"(?:上?半年|前?[一二三123]季度|(?<!\d)(?:1[-—－~～至到])?(?:[1-9]|1[01])月(?:底|末|份)?)(?:实际|累计)?(?:完成|执行)(?:值|数|情况)"
)


def monitoring_heading(grid: Grid) -> CellRef | None:
    """The heading that makes a form one of 绩效运行监控, in the middle of the year: 全年预计完成情况, 完成目标可能性."""
    for sheet in grid.sheets:
        for row, texts in LabelledSheet(sheet).labels.items() if sheet.asks else ():
            column = monitors(texts)
            if column is not None:
                return sheet.ref(row, column)
    return None


def monitors(texts: Mapping[int, str]) -> int | None:
    """The column of such a heading in a row of headings, None where it has none."""
    partial = [column for column, text in texts.items() if _is_of_part(text)]
    if not partial and not any(map(_foretells, texts.values())):
        return None
    fields = {column: one.field for column, text in texts.items() if (one := indicator_heading(text))}
    if "name" not in fields.values():
        return None
    if any(field == "actual" and column not in partial for column, field in fields.items()):
        partial = []  # the year as a whole stands beside it
    found = (column for column, text in texts.items() if _foretells(text))
    return next(found, partial[0] if partial else None)


def _is_of_part(text: str) -> bool:
    """Is a heading about what was reached in a part of the year? Most name none."""
    return ("半年" in text or "季度" in text or "月" in text) and _PART_OF_YEAR.search(text) is not None


def _foretells(text: str) -> bool:
    """Does a heading ask for what is still to come?"""
    asks = "预计" in text or "可能性" in text or "确定能" in text
    return asks and _MONITORS.search(text) is not None
