"""JX312 产出、效益的权重合计偏低

查什么
    部门评价、财政评价：产出和效益指标的分值合计占总分的比例，是否达到政策规定的下限。成本算入产出，满意度算入效益。
    单位自评一般不查；政策写有下限，并且“基本信息”中填了“重点绩效评价项目：是”的才查。

为什么
    评价应当主要看产出和效益，决策、过程占得太多，结果就反映不出来。

示例
    会报：评价政策：beijing-2020-2146｜重点绩效评价项目：是｜政策里的evaluation.output_and_benefit_least：95
    不报：评价政策：beijing-2020-2146｜重点绩效评价项目：是

怎么改
    调整权重，使产出和效益合计达到下限。

依据
    官方：财预〔2020〕10号第十四条（部门评价、财政评价：原则上产出、效益指标权重不低于60%）
    实践：北京市对重点绩效评价项目有同样的要求，见于公开的报告，不适用于一般的单位自评
    假定：成本算入产出、满意度算入效益，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import figure
from jxbook.form.facts import KEY_PROJECT
from jxbook.values import fold


def check(case: Case) -> Iterator[Flaw]:
    rule, weights = case.policy.optional("evaluation.output_and_benefit_least"), case.weights
    department = case.policy.word("evaluation.kind") == "department"
    if rule is None or weights is None or not case.weighed or not (department or _key_project(case)):
        return
    total, least = case.policy.number("weights.total"), rule.number
    parts = {one.name: one.part for one in case.policy.tree.level1}
    counted = sum((points for name, points in weights.items() if parts[name] in ("产出", "效益")), Decimal(0))
    if counted * 100 >= least * total:
        return
    share = figure(counted * 100 / total)
    yield warning(
        None,
        f"产出、效益的分值合计{figure(counted)}分，占总分的{share}%，低于{figure(least)}%",
        rule.cited,
        f"请调整权重，使产出和效益合计不低于{figure(least)}%",
    )


def _key_project(case: Case) -> bool:
    fact = case.form.project.facts.get(KEY_PROJECT)
    return fact is not None and fold(fact.text) == "是"
