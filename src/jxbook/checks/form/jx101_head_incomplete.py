"""JX101 表头没有填全

查什么
    项目名称、主管部门、实施单位和评价年度有没有填写。

为什么
    缺了这些，自评表说不清是哪个项目、哪一年、由谁负责。

示例
    实施单位 空；标题下写着“（     年度）”

怎么改
    按预算批复填写；年度写成四位数字，如“（2024年度）”。

依据
    官方：财预〔2020〕10号附件1（表中列有这些项目）、第二十五条（内容完整）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case, missing
from jxbook.checks.flaw import Flaw, error


def check(case: Case) -> Iterator[Flaw]:
    project = case.form.project
    for label, entry in (
        ("项目名称", project.name),
        ("主管部门", project.supervisor),
        ("实施单位", project.implementer),
    ):
        if missing(entry):
            yield error(entry, f"没有填写{label}", grounds.FORM, f"请按预算批复填写{label}")
    if case.form.year is None:
        yield error(
            case.form.year_entry,
            "没有写明评价年度",
            f"{grounds.FORM}；时效指标也要按年度计算",
            "请在标题下写明年度，如“（2024年度）”",
        )
