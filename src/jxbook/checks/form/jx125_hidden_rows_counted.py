"""JX125 隐藏的行、列计入了得分

查什么
    指标行、项目资金行，以及指标名称、指标值、完成值、分值、得分各列，有没有被隐藏、筛选掉、折叠，或行高、列宽为零，
    而里面填了内容的；资金行的金额是0的不查。

为什么
    看不见的行照样计入总分和合计，打印出来的表与总分对不上；多半是删指标时只隐藏了行，或忘了取消筛选。

示例
    会报：隐藏的行：14
    不报：隐藏的行：21

怎么改
    选中整张表，“取消隐藏”，清除筛选，核对这几行；不要的行请删除，要的请显示出来。

依据
    实践：评审和审核系统的通常要求
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import listed, quote, rows_named


def check(case: Case) -> Iterator[Flaw]:
    for one in case.form.hidden:
        where = listed(
            [*([rows_named(one.rows)] if one.rows else []), *(f"{name}列" for name in one.columns)]
        )
        beside = f"（{quote(one.first.text)}{'等' if len(one.rows) > 1 else ''}）" if one.rows else ""
        yield warning(
            one.first,
            f"{where}是隐藏的{beside}，仍然计入得分和合计",
            f"看不见的内容照样计算，打印的表会与总分对不上；{grounds.REVIEWED}",
            "请取消隐藏、清除筛选后核对；不要的行请删除，要的请显示出来",
        )
