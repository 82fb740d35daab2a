"""Where everything stands on 看板: figures above, charts below them, and the table 数据 that feeds the charts."""

from __future__ import annotations

from jxbook.workbook import names

TITLE, SUBTITLE = 1, 2
CAPTION, FIGURE, REMARK = 4, 5, 6
"""The rows of a card."""
CARDS = ("B", "E", "H", "K")
"""The first column of each card: 总分, 等级, 执行率, 指标."""
CARD_COLUMNS = 3

CHARTS, CHART_ROWS = 8, 24
NOTE = CHARTS + CHART_ROWS
DATA = NOTE + 2

LISTED = DATA + 3
"""The first row of 各指标得分率. The heading of every block stands in the row above."""
LISTED_ROWS = 18
COPIED = LISTED + LISTED_ROWS + 2
"""The first row of 自评表各行."""
COPIED_ROWS = 30
RATE = COPIED + COPIED_ROWS + 2
"""The row of 执行率."""
LEVELS = RATE + 3
"""The row of the 执行率's points; those of the 一级指标 follow."""

NUMBER, NAME, POINTS, EARNED, SHARE, FULL, LABEL = "B", "C", "G", "H", "I", "J", "K"
"""The columns of every block but 自评表各行."""
LEVEL1, LEVEL2, LEVEL3, ROW_POINTS, ROW_EARNED, ROW_LISTED, ROW_LEVEL = "C", "E", "G", "J", "K", "L", "M"
"""The columns of 自评表各行."""
LAST_COLUMN = "M"


def area(column: str, first: int, rows: int, *, sheet: bool = False) -> str:
    """A column of a block: "$I$35:$I$54", with the sheet's name where another part of the file refers to it."""
    prefix = f"={names.BOARD}!" if sheet else ""
    return f"{prefix}${column}${first}:${column}${first + rows - 1}"


def copied(column: str) -> str:
    """A column of 自评表各行."""
    return area(column, COPIED, COPIED_ROWS)
