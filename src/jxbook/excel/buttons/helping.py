"""The button 帮助."""

from __future__ import annotations

from datetime import date
from typing import Any

from jxbook.excel import journal
from jxbook.excel.buttons.press import tell
from jxbook.workbook.names import GUIDE

_SHORT = (
    "校验：检查自评表，问题列在“校验结果”，有问题的格子变成红色。\n"
    "生成报告：先校验，再把绩效评价报告写成 Word 文件，放在工作簿旁边。\n"
    "清除标记：清空“校验结果”，去掉红色标记。\n"
    "增加指标、删除指标：先选中指标表中的一行，再点按钮。\n"
    "重新计算：单元格显示 #NAME?、#VALUE! 时，全部重新计算。\n"
    "重启计算程序：修复安装、登记新的评价政策以后使用。"
)


def show_help(book: Any) -> None:
    """Go to 填报说明, or where the workbook has none say the most important things; and why a cell failed today."""
    guide = next((one for one in book.sheets if one.name == GUIDE), None)
    if guide is None:
        tell(book.app, _SHORT)
    else:
        guide.activate()
    if failure := _failed_today():
        tell(
            book.app,
            f"最近一次没有完成的是：{failure.doing}（{failure.when}）\n{failure.told}\n{failure.fix}",
        )


def _failed_today() -> journal.Failure | None:
    path = journal.journal_path()
    failure = journal.last_failure(path.read_bytes()) if path.is_file() else None
    return failure if failure and failure.when.startswith(f"{date.today()}") else None
