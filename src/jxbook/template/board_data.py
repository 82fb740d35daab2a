"""The table 数据 below the charts of 看板: what they draw, as plain cells that anyone can look at."""

from __future__ import annotations

from collections.abc import Mapping

from jxbook.template import board_places as at
from jxbook.template.board_formulas import constants
from jxbook.template.sheet_writer import SheetWriter, WrittenValue

_NOTE = "数据　以下是图表所用的数据，由公式取自自评表，不打印，不需填写。"
_POINTS = {at.POINTS: "分值", at.EARNED: "得分"}
_LISTED = {at.NUMBER: "序号", at.NAME: "指标", **_POINTS}
_LISTED |= {at.SHARE: "得分率", at.FULL: "100%线", at.LABEL: "图中文字"}
_RATE = {at.NAME: "资金", at.SHARE: "执行率", at.FULL: "100%线", at.LABEL: "图中文字"}
_LEVELS = {at.NUMBER: "序号", at.NAME: "类别", **_POINTS, at.LABEL: "图中文字"}
_COPIED = {
    at.NUMBER: "序号",
    at.LEVEL1: "所属一级",
    at.LEVEL2: "所属二级",
    at.LEVEL3: "指标",
    at.ROW_POINTS: "分值",
    at.ROW_EARNED: "得分",
    at.ROW_LISTED: "图中序号",
    at.ROW_LEVEL: "一级序号",
}
_WIDE = {at.NAME: "F", at.LABEL: "M"}
_COPIED_WIDE = {at.LEVEL1: "D", at.LEVEL2: "F", at.LEVEL3: "I"}
"""Columns that are merged with those to their right, and the last one of these."""


def write_data(writer: SheetWriter, formulas: Mapping[str, WrittenValue], levels: int) -> None:
    """Write the table; `formulas` holds those of all its cells."""
    writer.put(f"B{at.DATA}:{at.LAST_COLUMN}{at.DATA}", _NOTE, "pale small")
    table = _BoardTable(writer, {**formulas, **constants(levels)})
    table.block(_LISTED, at.LISTED, at.LISTED_ROWS, _WIDE)
    table.block(_COPIED, at.COPIED, at.COPIED_ROWS, _COPIED_WIDE)
    table.block(_RATE, at.RATE, 1, _WIDE)
    table.block(_LEVELS, at.LEVELS, levels + 1, _WIDE)


class _BoardTable:
    """The blocks of the table, one below the other."""

    def __init__(self, writer: SheetWriter, contents: Mapping[str, WrittenValue]) -> None:
        self._writer = writer
        self._contents = contents

    def block(self, columns: Mapping[str, str], first: int, rows: int, wide: Mapping[str, str]) -> None:
        """A heading, and the rows."""
        for column, heading in columns.items():
            last = wide.get(column, column)
            self._writer.put(f"{column}{first - 1}:{last}{first - 1}", heading, "rule head small")
            traits = "rule small line shrink" if column in wide else "rule small centre line"
            if heading in ("得分率", "执行率", "100%线"):
                traits += " percent"
            for row in range(first, first + rows):
                self._writer.put(f"{column}{row}:{last}{row}", self._contents[f"{column}{row}"], traits)
