"""What the buttons of the workbook run: `RunPython "from jxbook.excel import buttons; buttons.check()"`.

Each takes anything that behaves like an `xlwings.Book`, by default the workbook whose button was pressed.
check, report and clear write to 校验结果 alone; no failure ends in a traceback.
"""

from __future__ import annotations

from typing import Any

from jxbook.excel.buttons.press import press

__all__ = ["add_row", "check", "clear", "delete_row", "help_", "report"]


def check(book: Any = None) -> None:
    """校验: write what is found to 校验结果 and show it."""
    press(book, "正在校验", "checking", "check_book")


def report(book: Any = None) -> None:
    """生成报告: check, then write the report as a Word file and open it."""
    press(book, "正在生成报告", "checking", "report_book")


def clear(book: Any = None) -> None:
    """清除标记: empty 校验结果, which takes the colours off the flagged cells."""
    press(book, "正在清除标记", "checking", "clear_book")


def add_row(book: Any = None) -> None:
    """增加指标: a row under the chosen 二级指标."""
    press(book, "正在增加指标", "rows", "add_indicator")


def delete_row(book: Any = None) -> None:
    """删除指标: the chosen row of the indicator table."""
    press(book, "正在删除指标", "rows", "delete_indicator")


def help_(book: Any = None) -> None:
    """帮助: show 填报说明."""
    press(book, "正在打开帮助", "helping", "show_help")
