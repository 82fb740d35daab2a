"""The button 帮助."""

from __future__ import annotations

from typing import Any

from jxbook.excel.buttons.press import tell
from jxbook.workbook.names import GUIDE

_SHORT = (
    "校验：检查自评表，问题列在“校验结果”，有问题的格子变成红色。\n"
    "生成报告：先校验，再把绩效评价报告写成 Word 文件，放在工作簿旁边。\n"
    "清除标记：清空“校验结果”，去掉红色标记。\n"
    "增加指标、删除指标：先选中指标表中的一行，再点按钮。"
)


def show_help(book: Any) -> None:
    """Go to 填报说明; where the workbook has none, say the most important things."""
    guide = next((one for one in book.sheets if one.name == GUIDE), None)
    if guide is None:
        tell(book.app, _SHORT)
    else:
        guide.activate()
