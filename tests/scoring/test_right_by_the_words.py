"""What the words beside a value do to it: 未完成 takes it back, 每月 tells of what it is, （实际150） is another number.

A line: policy | 二级指标 | 三级指标 | target | actual → 得分 of 10, or ? where a person has to settle it.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from rulebook import cells
from test_right_by_the_text import POLICIES, scored

from jxbook.functions.calls import JX_CHECK, JX_SCORE
from jxbook.scoring import State

NOT_DONE = """
10 | 时效指标 | 完成时间 | 2024年10月31日之前 | 预计2024年10月30日完成 | ?
10 | 时效指标 | 完成时间 | 2024年12月底前 | 2024年11月未完成 | ?
10 | 时效指标 | 完成时间 | 2024年12月底前 | 2024年11月尚未验收 | ?
10 | 时效指标 | 完成时间 | 2024年12月底前 | 2024年11月（延期） | ?
10 | 时效指标 | 完成时间 | 2024年12月底前 | 2024年11月（完成80%） | ?
10 | 时效指标 | 完成时间 | 2024年12月底前 | 2024年11月基本完成 | ?
10 | 时效指标 | 完成时间 | 2024年12月底前 | 计划完成时间2024年11月 | ?
10 | 时效指标 | 竣工时间 | 2024年12月31日前 | 2024年11月30日完成一半 | ?
10 | 时效指标 | 竣工时间 | 2024年12月31日前 | 2024年11月30日开工 | ?
10 | 时效指标 | 开工时间 | 2024年12月31日前 | 2024年11月30日开工 | 10
10 | 时效指标 | 建设进度 | 2024年3月底前开工 | 2024年3月开工 | 10
10 | 时效指标 | 建设进度 | 2024年12月底前基本完成 | 2024年11月基本完成 | 10
10 | 时效指标 | 完成时间 | 2024年12月底前 | 2024年11月30日按计划完成 | 10
10 | 时效指标 | 完成时间 | 2024年12月底前 | 2024年11月30日（未延期） | 10
10 | 时效指标 | 完成时间 | 2024年12月底前 | 2024年11月（已竣工验收） | 10
10 | 时效指标 | 完成时间 | 2024年12月底前 | 2024年11月（11月20日） | 10
10 | 质量指标 | 合格率 | ≥95% | 95%（预计） | ?
10 | 质量指标 | 合格率 | ≥95% | 95%（目标） | ?
10 | 质量指标 | 合格率 | ≥95% | 基本达到95% | ?
10 | 质量指标 | 完成率 | ≥95% | 计划完成率95% | 10
10 | 服务对象满意度指标 | 群众满意度 | ≥90% | 95%（未调查） | ?
10 | 社会效益指标 | 群众感受 | 效果明显 | 95%（预计） | ?
10 | 数量指标 | 培训人次 | ≥200人次 | 200人次（未完成） | ?
10 | 数量指标 | 培训人次 | ≥200人次 | 200人次（已完成） | 10
10 | 社会效益指标 | 安全事故 | 0起 | 0起（未发生） | 10
10 | 成本指标 | 总成本 | ≤100万元 | 95万元（未超预算） | 10
"""

REMARKS = """
10 | 数量指标 | 培训人次 | ≥200人次 | 200人次（实际150） | ?
10 | 数量指标 | 培训人次 | ≥200 | 200（扣除重复后150） | ?
10 | 数量指标 | 培训人次 | ≥200人次 | 200人次（较目标少20） | ?
10 | 数量指标 | 培训人次 | ≥200人次 | 200人次（完成率80%） | ?
10 | 数量指标 | 培训人次 | ≥200人次 | 180人次（90%） | 9
10 | 数量指标 | 培训人次 | ≥200人次 | 240人次（超出40人次） | 10
10 | 数量指标 | 培训人次 | ≥200人次 | 200人次（含线上50人次） | 10
10 | 数量指标 | 培训人次 | ≥200人次 | 200人次（见附件1） | 10
10 | 数量指标 | 培训人次 | ≥200人次 | 200人次（第1期80人次，第2期120人次） | 10
10 | 数量指标 | 举办场次 | ≥3场 | 3场（3月5日、6月2日、9月1日） | 10
10 | 数量指标 | 抽检次数 | ≥3次（每次≥50人） | 3次（每次30人） | ?
10 | 质量指标 | 合格率 | ≥95%（优良率≥60%） | 96% | ?
10 | 质量指标 | 合格率 | ≥95% | 96%（自查80%） | ?
10 | 质量指标 | 合格率 | ≥95% | 96%（目标95%） | 10
10 | 质量指标 | 合格率 | ≥95% | 96%（目标98%） | ?
10 | 质量指标 | 合格率 | ≥95% | 96%（192/200） | 10
10 | 服务对象满意度指标 | 群众满意度 | ≥90% | 95%（问卷200份） | 10
10 | 成本指标 | 总成本 | ≤100万元 | 95万元（另欠20万元） | ?
10 | 成本指标 | 总成本 | ≤100万元 | 95万元（节约5万元） | 10
10 | 成本指标 | 总成本 | ≤100万元 | 95万元（中央60万元，省级35万元） | 10
"""

TABLES = (NOT_DONE, REMARKS)
LINES = [line for table in TABLES for line in cells(table)]


@pytest.mark.parametrize(("policy", "level2", "name", "target", "actual", "earned"), LINES)
def test_the_words_beside_a_value_are_heard(
    policy: str, level2: str, name: str, target: str, actual: str, earned: str
) -> None:
    row = scored(policy, level2, target, actual, name).score
    assert (row.state is State.UNCLEAR) == (earned == "?"), row.explanation
    assert row.earned == (None if earned == "?" else Decimal(earned)), row.explanation
    shown = JX_SCORE(target, actual, 10, [["", level2, name]], POLICIES[policy], 2024)
    assert shown == ("待核对" if earned == "?" else float(earned))


@pytest.mark.parametrize(
    ("level2", "name", "target", "actual", "said"),
    [
        ("时效指标", "完成时间", "12月底前", "11月未完成", "写有“未完成”，看不出是否已经完成"),
        ("时效指标", "竣工时间", "12月底前", "2024年11月开工", "请核实后只写实际完成的日期"),
        ("数量指标", "培训人次", "≥200人次", "200人次（实际150）", "括号里的“实际150”与括号外的值对不上"),
        ("数量指标", "抽检次数", "≥3次（每次≥50人）", "3次", "请把两项要求分成两行填写"),
    ],
)
def test_the_hint_beside_the_row_says_why(
    level2: str, name: str, target: str, actual: str, said: str
) -> None:
    assert said in JX_CHECK(target, actual, 10, "待核对", "", [["", level2, name]], None, 2024)
