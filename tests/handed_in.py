"""Small forms of another office, as they are handed in to a bureau; and how a test reads what the bureau makes."""

from __future__ import annotations

from pathlib import Path

import openpyxl

ROWS = """
项目支出绩效自评表
（{year}年度）
项目名称 | {project} | | | | | | |
主管部门 | {supervisor} | | | 实施单位 | {implementer} | | |
项目资金（万元） | | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
 | | 年度资金总额 | {initial} | {budget} | {spent} | 10 | |
年度总体目标 | 预期目标 | | | | 实际完成情况 | | |
 | 修路{target}公里。 | | | | 修路{actual}公里，验收合格。 | | |
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
 | 产出指标 | 数量指标 | 修路里程 | ≥{target}公里 | {actual}公里 | 30 | | {reason}
 | 产出指标 | 质量指标 | 验收合格率 | =100% | 100% | 10 | |
 | 产出指标 | 时效指标 | 完成时间 | ≤12月 | 11月 | 10 | |
 | 效益指标 | 社会效益指标 | 受益人口 | ≥200人 | 210人 | 30 | |
 | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | {satisfaction} | 10 | |
总分 | | | | | | 100 | |
"""
FACTS = {
    "year": 2024,
    "project": "修路项目",
    "supervisor": "市交通局",
    "implementer": "公路站",
    "initial": 10,
    "budget": 10,
    "spent": 9,
    "target": 10,
    "actual": 9,
    "reason": "一座桥的征地在十一月才完成，余下一公里改在下一年三月前修完",
    "satisfaction": "95%",
}


def hand_in(path: Path, **facts: object) -> Path:
    """A filled form of another office; `facts` are the words in its rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row, text in enumerate(ROWS.strip().format(**{**FACTS, **facts}).splitlines(), 1):
        for column, value in enumerate(text.split("|"), 1):
            if value.strip():
                cell = sheet.cell(row, column, float(value) if value.strip().isdigit() else value.strip())
                if isinstance(cell.value, str):
                    cell.data_type = "s"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def sheet(path: Path, name: str) -> list[dict[str, object]]:
    """The rows of a list of the roll-up, by their headings, as cached."""
    book = openpyxl.load_workbook(path, data_only=True)
    heads, *rows = list(book[name].iter_rows(min_row=3, values_only=True))
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows if any(row)]
