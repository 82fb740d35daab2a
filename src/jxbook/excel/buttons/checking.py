"""The buttons 校验 and 清除标记."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from jxbook.assess import assess, summary
from jxbook.excel.buttons.reading import book_source
from jxbook.excel.buttons.results import clear_results, results_sheet, write_results
from jxbook.scoring import UNFINISHED, Status


def check_book(book: Any, now: datetime | None = None) -> str:
    """Write the findings to 校验结果 and show that sheet."""
    assessed = assess(book_source(book))
    write_results(book, assessed.findings, assessed.by, now or datetime.now())
    results_sheet(book).activate()
    if assessed.scoring.status is Status.UNSCORED:
        return f"校验完成：{summary(assessed.findings)}"
    total = UNFINISHED if assessed.scoring.total is None else f"{assessed.scoring.total}分"
    return f"校验完成：{summary(assessed.findings)}，总分{total}"


def clear_book(book: Any) -> None:
    """Empty 校验结果."""
    clear_results(book)
