"""The buttons 校验, 生成报告 and 清除标记."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from jxbook.desk import check, make_report
from jxbook.excel.buttons.results import clear_results
from jxbook.excel.buttons.workbook import OpenWorkbook


def check_book(book: Any) -> str:
    """Write the findings to 校验结果 and show that sheet."""
    return check(OpenWorkbook(book), datetime.now())


def report_book(book: Any) -> str:
    """Check, and write the report as a Word file."""
    return make_report(OpenWorkbook(book), datetime.now())


def clear_book(book: Any) -> None:
    """Empty 校验结果."""
    clear_results(book)
