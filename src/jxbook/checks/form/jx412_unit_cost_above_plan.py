"""JX412 单位成本高于计划，没有说明

查什么
    “成本效益”表中实际单位成本高于计划单位成本的，有没有写“说明”。填“无”算没有写。

为什么
    成本高于计划会被追问原因，报告的成本效益分析也要用到。

示例
    会报：成本效益：成本项目 场地费，计划数量 20，计划单位成本 0.2，实际数量 21，实际单位成本 0.25，说明 空
    不报：成本效益：成本项目 场地费，计划数量 20，计划单位成本 0.2，实际数量 21，实际单位成本 0.25，说明 改用学校礼堂

怎么改
    写明成本上升的原因，例如“纸张涨价”；填错的，改正单位成本。

依据
    官方：财预〔2020〕10号第十一条（单位自评：对偏离绩效目标较大的项目要分析并说明原因，研究提出改进措施）
    官方：财预〔2020〕10号附件3（参考提纲）（部门评价、财政评价：存在的问题及原因分析、有关建议）
    假定：单位成本高于计划即提醒，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.indicator_row import missing
from jxbook.checks.wording import figure, quote
from jxbook.form import amount


def check(case: Case) -> Iterator[Flaw]:
    unit = case.form.funding.unit
    for one in case.form.records.costs:
        planned, actual = amount(one.planned_cost, unit), amount(one.cost, unit)
        if planned is not None and actual is not None and actual > planned and missing(one.note):
            yield warning(
                one.note if one.note.cell else one.cost,
                f"{quote(one.name.text)}的实际单位成本{figure(actual)}{unit}，高于计划{figure(planned)}{unit}，没有说明",
                f"{grounds.MEASURES.cite(case.policy)}；{grounds.PRUDENT}",
                "请在“说明”栏写明成本上升的原因；填错的，改正单位成本",
            )
