"""A form in which nothing is wrong, and workbooks from the tables that tests write."""

from __future__ import annotations

import re
from decimal import Decimal

from jxbook.prose.tables import PrintedTable
from jxbook.workbook.grid import Cell, CellValue, Grid, Sheet

FAULTLESS = """
 1 | 项目支出绩效自评表
 2 | （2024年度）
 3 | 项目名称     | 社区文化活动项目
 4 | 主管部门     | 市民政局 | 实施单位 | 花园街道办事处
 5 | 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
 6 | | 年度资金总额       | 10 | 10 | 10 | 10 | 100% | 10
 7 | | 其中：当年财政拨款 | 8  | 8  | 8  | —  | 100% | —
 8 | | 上年结转资金       | 2  | 2  | 2  | —  | 100% | —
 9 | | 其他资金           | 0  | 0  | 0  | —  | —    | —
10 | 年度总体目标 | 预期目标 | | | | 实际完成情况
11 | | 举办活动20场，服务居民200人次 | | | | 全年举办活动21场，服务居民210人次，居民反映较好
12 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
13 | | 产出指标   | 数量指标           | 举办活动场次   | ≥20场        | 21场         | 15 | 15 | 无
14 | |            | 质量指标           | 活动验收合格率 | =100%        | 100%         | 15 | 15 | 无
15 | |            | 时效指标           | 活动完成时间   | ≤12月        | 11月         | 10 | 10 | 无
16 | |            | 成本指标           | 每场活动成本   | ≤5000元      | 4800元       | 10 | 10 | 无
17 | | 效益指标   | 社会效益指标       | 参加活动人次   | ≥200人次     | 210人次      | 20 | 20 | 无
18 | |            | 可持续影响指标     | 志愿服务队伍   | 长期开展服务 | 达成年度指标 | 10 | 10 | 无
19 | | 满意度指标 | 服务对象满意度指标 | 居民满意度     | ≥90%         | 95%          | 10 | 10 | 无
20 | 总分 | | | | | | 100 | 100 | 优
素材1 | 报告章节 | 写入方式 | 内容
"""
SURVEY = """
    满意度问卷1 | 发放份数 | {sent} | 回收有效份数 | {returned}
    满意度问卷2 | 序号 | 问题 | 满意 | 基本满意 | 不满意 | 合计 | 满意度
    满意度问卷3 | 计入比例 | | {weight} | 0.5 | 0
    满意度问卷4 | 1 | 对组织是否满意 | {count} | 20 | 10
    满意度问卷5 | 2 | 对服务是否满意 | 60 | 40 | 0
"""
ANSWERED = {"sent": "120", "returned": "100", "weight": "1", "count": "70"}
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?\Z")


def workbook(*tables: str) -> Grid:
    """A workbook from tables; a row of a later table takes the place of the same row of an earlier one.

    A line opens with its row number, after 素材 it is one of the sheet 报告素材, after another name one of that sheet. "=?" is a formula without a
    cached value.
    """
    sheets: dict[str, dict[int, list[str]]] = {"自评表": {}, "报告素材": {}}
    for line in (line for table in tables for line in table.strip().splitlines()):
        number, *cells = (cell.strip() for cell in line.split("|"))
        prefix = number.rstrip("0123456789")
        name = {"": "自评表", "素材": "报告素材"}.get(prefix, prefix)
        sheets.setdefault(name, {})[int(number.removeprefix(prefix))] = cells
    return Grid(tuple(_sheet(name, rows) for name, rows in sheets.items()))


def _sheet(name: str, rows: dict[int, list[str]]) -> Sheet:
    cells = {
        (row, column): Cell(None, "明细!A1") if text == "=?" else Cell(_value(text))
        for row, texts in sorted(rows.items())
        for column, text in enumerate(texts, 1)
        if text
    }
    return Sheet(name, cells)


def _value(text: str) -> CellValue:
    return Decimal(text) if _NUMBER.match(text) else text


def printed_table(text: str) -> PrintedTable:
    """【表：项目|预算；设备|10】 as a table."""
    rows = [line.split("|") for line in text[3:-1].split("；")]
    return PrintedTable(
        "表1",
        {(at, column): cell for at, row in enumerate(rows, 1) for column, cell in enumerate(row, 1) if cell},
    )
