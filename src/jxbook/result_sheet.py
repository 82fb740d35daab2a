"""Findings → the rows of the sheet 校验结果, the same in every host."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from jxbook.assess import summary
from jxbook.finding import Finding
from jxbook.workbook.names import FINDINGS_FIRST, FINDINGS_LAST

COLUMNS = ("序号", "单元格", "工作表", "级别", "代码", "问题", "原因", "处理办法")
ROOM = FINDINGS_LAST - FINDINGS_FIRST + 1

FindingRow = tuple[int | str, ...]


def status(findings: Sequence[Finding], by: str, now: datetime) -> str:
    """The line above the findings: when, how many, and by which policy (`Assessed.by`)."""
    return f"{now:%Y-%m-%d %H:%M} 校验完成：{summary(findings)}。评价政策：{by}。"


def finding_rows(findings: Sequence[Finding]) -> list[FindingRow]:
    """A row for each finding, in the order of `COLUMNS`; what does not fit on the sheet is counted in the last."""
    fitting = findings if len(findings) <= ROOM else findings[: ROOM - 1]
    rows: list[FindingRow] = [
        (
            number,
            one.cell.address if one.cell else "",
            one.cell.sheet if one.cell else one.place,
            one.severity.label,
            one.code,
            one.what,
            one.why,
            one.fix,
        )
        for number, one in enumerate(fitting, 1)
    ]
    if len(fitting) < len(findings):
        more = f"另有{len(findings) - len(fitting)}条没有列出"
        rows.append((ROOM, "", "", "", "", more, "本表写不下", "请先处理上面的各条，再重新校验"))
    return rows
