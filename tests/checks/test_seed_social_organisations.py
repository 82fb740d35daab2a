"""The published Beijing form of 2024: every defect that a reader finds in it is found.

Facts as published; the text under 项目概况 is our own, with the published mistake in the year.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jxbook.checks import check
from jxbook.policy import load_policy
from jxbook.recognition import recognise
from jxbook.scoring import score

SHEET = """
 1 | 项目支出绩效自评表
 2 | （2024年度）
 3 | 项目名称 | 11010524T000002958766-朝阳区社会组织参与社会治理项目
 4 | 主管部门 | 670孙河 | 实施单位 | 北京市朝阳区孙河乡人民政府
 5 | 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
 6 | | 年度资金总额 | 10 | 10 | 10 | 10 | 100% | 10
 7 | | 其中：当年财政拨款 | 10 | 10 | 10 | — | 100% | —
 8 | | 上年结转资金 | 0 | 0 | 0 | — | — | —
 9 | | 其他资金 | 0 | 0 | 0 | — | — | —
10 | 年度总体目标 | 预期目标 | | | | 实际完成情况
11 | | 多方参与，清理楼道堆物，形成基层共治体系 | | | | 已按照年初目标，培育社区社会组织，搭建议事平台
12 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
13 | | 产出指标 | 数量指标 | 项目数 | ≥1个 | =1个 | 15 | 15 | 无
14 | | | 质量指标 | 评审合格率 | =100% | =100% | 15 | 15 | 无
15 | | | 时效指标 | 完成时间 | ≤12月 | ≤12月 | 15 | 15 | 无
16 | | 成本指标 | 经济成本指标 | 每个项目成本 | =10万元 | =10万元 | 15 | 15 | 无
17 | | | 社会成本指标 | 无 | 无 | 无 | 无 | 无 | 无
18 | | | 生态环境成本指标 | 无 | 无 | 无 | 无 | 无 | 无
19 | | 经济效益指标 | 经济效益指标 | 无 | 无 | 无 | 无 | 无 | 无
20 | | | 社会效益指标 | 参与活动人次 | ≥200人次 | =300人次 | 20 | 20 | 无
21 | | | 生态效益指标 | 无 | 无 | 无 | 无 | 无 | 无
22 | | | 可持续影响指标 | 无 | 无 | 无 | 无 | 无 | 无
23 | | 满意度指标 | 满意度指标 | 参与公众满意度 | ≥90% | =100% | 10 | 10 | 无
24 | 总分 | | | | | | 100 | 100 |
素材1 | 报告章节 | 写入方式 | 内容
素材2 | 项目产出情况 | 补充 | 2023年，使用该资金组织居民开展楼门治理活动，已经完成年度指标。
素材3 | 综合评价结论 | 补充 | 本项目执行率为100%，按四级分类评分标准为优。
"""
DEFECTS = [
    ("自评表!F15", "JX203"),  # ≤12月 is a target, not a value
    ("自评表!B19", "JX206"),  # 经济效益指标 where 效益指标 belongs
    ("自评表!I20", "JX205"),  # 300 against ≥200
    ("自评表!F23", "JX701"),  # 100 % satisfied, and no survey
    ("报告素材!C2", "JX501"),  # 2023年 in a text of 2024
    ("", "JX108"),
]


@pytest.fixture
def found(grid_of: Callable[..., object]) -> Callable[[str], list[tuple[str, str]]]:
    def found(policy: str) -> list[tuple[str, str]]:
        form, chosen = recognise(grid_of(SHEET), "自评表.xlsx"), load_policy(policy)  # type: ignore[arg-type]
        findings = check(form, chosen, score(form, chosen))
        return [(str(finding.cell or ""), finding.code) for finding in findings]

    return found


def test_exactly_its_defects_are_found(found: Callable[[str], list[tuple[str, str]]]) -> None:
    assert found("beijing-2020-2146") == DEFECTS


def test_under_the_national_policy_its_weights_differ_as_well(
    found: Callable[[str], list[tuple[str, str]]],
) -> None:
    assert set(found("mof-2020-10")) == {("自评表!B13", "JX303"), *DEFECTS}
