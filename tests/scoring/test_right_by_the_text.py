"""What a careful auditor says from the text alone: the cases that were once scored wrongly, and their kinds.

A line: policy | 二级指标 | target | actual → 得分 of 10, or ? where a person has to settle it | why.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest
from rulebook import cells, form

from jxbook.checks import check
from jxbook.form import Entry, Indicator
from jxbook.functions.calls import JX_GRADE, JX_SCORE
from jxbook.policy import load_policy
from jxbook.scoring import IndicatorScore, State, score, score_execution, score_indicator
from jxbook.values import Raw

POLICIES = {"10": "mof-2020-10", "101": "mof-2021-101", "评价": "mof-2020-10-evaluation"}

DURATIONS = """
10  | 时效指标 | 10天     | 15天    | 6.67 | late: 10×10÷15
10  | 时效指标 | 10天     | 5天     | 10   | in time
10  | 时效指标 | =10天    | 15天    | 6.67 | "=" is no sign of its own
10  | 时效指标 | ≤10天    | 15天    | 6.67 | as with the sign
10  | 时效指标 | ≥10天    | 15天    | 10   | whoever asks for more gets more
10  | 时效指标 | 2小时    | 30分钟   | 10   | minutes are hours
10  | 时效指标 | 30分钟   | 1小时    | 5    | 10×30÷60
10  | 时效指标 | 90秒     | 2分钟    | 7.5  | 10×90÷120
10  | 时效指标 | 2周      | 14天    | 10   | weeks are days
10  | 时效指标 | 5个工作日  | 8个工作日  | 6.25 | 10×5÷8
10  | 时效指标 | 5工作日   | 4个工作日  | 10   | one spelling or the other
10  | 时效指标 | 5个工作日  | 7天     | ?    | working days are no days
10  | 时效指标 | 3个月    | 4个月    | 7.5  | 10×3÷4
10  | 时效指标 | 2个季度   | 5个月    | 10   | six months
10  | 时效指标 | 半年      | 5个月    | 10   | six months
10  | 时效指标 | 半年      | 8个月    | 7.5  | 10×6÷8
10  | 时效指标 | 一年半    | 18个月   | 10   | eighteen months
10  | 时效指标 | 两个半月   | 2个月    | 10   | two and a half
10  | 时效指标 | 1年      | 2年     | 5    | 10×1÷2
10  | 时效指标 | 10天/次  | 15天/次  | 6.67 | for each
10  | 时效指标 | 三天      | 两天     | 10   | in Chinese numerals
10  | 时效指标 | １０天     | １５天    | 6.67 | full width
10  | 产出时效 | 10天     | 15天    | 6.67 | 时效 by whatever name
101 | 时效指标 | 10天     | 12.5天  | 5    | 80%: (80%-60%)÷40%×10
10  | 数量指标 | 10天     | 15天    | 10   | days of training are a quantity
10  | 数量指标 | 10天     | 5天     | 5    | of which there were too few
10  |        | 10天     | 15天    | ?    | nothing tells which it is
10  |        | 10天     | 10天    | 10   | nor has to
10  | 时效指标 | 20      | 30     | ?    | a limit, or a number to be reached
"""

CHANGES = """
10  | 经济效益指标 | 增长5%以上        | 8%         | 10   | more than 5 %
10  | 经济效益指标 | 增长5%以上        | 4%         | 8    | 10×4÷5
10  | 经济效益指标 | 增长5%以上        | 增长4%       | 8    | the same in words
10  | 经济效益指标 | 增长5%以上        | 下降3%       | 0    | the other way
10  | 经济效益指标 | 增长5%以上        | -3%        | 0    | a fall
10  | 社会效益指标 | 下降5%          | 下降6%       | 10   | fell enough
10  | 社会效益指标 | 下降5%          | 4%         | 8    | by 4 %
10  | 社会效益指标 | 下降5%          | 增长5%       | 0    | the other way
10  | 社会效益指标 | 下降5%          | -6%        | ?    | a fall of 6 %, or of minus 6 %
10  | 社会效益指标 | 提升10个百分点     | 提高12个百分点   | 10   | one word or the other
10  | 社会效益指标 | 提升10个百分点     | 5个百分点      | 5    | half of it
10  | 社会效益指标 | 降低20%         | 减少25%      | 10   | one word or the other
10  | 成本指标   | 节约5%          | 节约8%       | 10   | saving more is better
10  | 成本指标   | 节约5%          | 4%         | 8    | saving less is not
10  | 经济效益指标 | ≥增长5%         | 6%         | 10   | the sign first
10  | 经济效益指标 | 增长≥5%         | 4%         | 8    | the sign within
10  | 经济效益指标 | 5%增长          | 4%         | 8    | the word behind
10  | 经济效益指标 | 增长不低于5%       | 4%         | 8    | the sign as words
10  | 经济效益指标 | 同比增长百分之五      | 4%         | 8    | in Chinese numerals
10  | 经济效益指标 | 较2023年增长5%以上   | 4%         | 8    | against a year
10  | 经济效益指标 | 增长率≥6%        | 3%         | 5    | the rate of it
10  | 经济效益指标 | 增幅５％          | ４％         | 8    | full width
10  | 数量指标   | 新增就业岗位100个    | 80个        | 8    | with what grew
10  | 社会效益指标 | 减少20起         | 减少10起      | 5    | in numbers
10  | 时效指标   | 缩短10天         | 缩短8天       | 8    | no limit: it is to be shortened by 10 days
10  | 时效指标   | 压缩至5个工作日内     | 4个工作日      | 10   | to 5 days is a limit
10  | 质量指标   | 提升至98%        | 97%        | 9.9  | to 98 % is a level: 10×97÷98
10  | 社会效益指标 | 降至20%         | 25%        | 8    | a level, from above: 10×20÷25
10  | 社会效益指标 | 降至20%         | 下降5%       | ?    | a change is no level
10  | 社会效益指标 | 增长5%          | 103%       | ?    | 3 % more than the year before, or twice as much
10  | 社会效益指标 | 增长5%          | 105%       | ?    | 105 % more, or 5 %
10  | 社会效益指标 | ≤下降5%         | 6%         | ?    | at least or at most
10  | 社会效益指标 | 负增长5%         | 4%         | ?    | which way?
10  | 成本指标   | 增长5%          | 8%         | ?    | a growth of cost: wanted or limited?
10  | 经济效益指标 | 增长5%以上        | 达成年度指标（80%） | ? | never a tier
10  | 经济效益指标 | 下降幅度扩大5%      | 80%        | ?    | never a tier
10  | 社会效益指标 | 明显提升          | 达成年度指标（80%） | 8 | words without a number stay a tier
10  | 社会效益指标 | ≥95%以上满意度     | 96%        | ?    | a number that could not be read chooses no tier
10  | 经济效益指标 | 不低于上年         | 5%         | ?    | a growth of 5 %, or the lowest tier?
10  | 经济效益指标 | 同比增长          | 增长5%       | ?    | words: which tier?
10  | 经济效益指标 | 增长5%          | 0.06       | 10   | 6 % without its unit
10  | 社会效益指标 | ≤20%          | 下降5%       | ?    | a change is no value
"""

SATISFACTION = """
101 | 服务对象满意度指标 | ≤5%  | 1%   | 10  | complaints below their limit
101 | 服务对象满意度指标 | ≤10% | 60%  | 0   | 10÷60 is below 60%
10  | 服务对象满意度指标 | ≤10% | 60%  | 1.67 | 10×10÷60
101 | 服务对象满意度指标 | <5%  | 5%   | 10  | the ratio is 100 %: 5÷5
101 | 服务对象满意度指标 | ≥90% | 85%  | 8   | by steps
101 | 服务对象满意度指标 | 90%  | 92%  | 10  | without a sign to be reached
101 | 服务对象满意度指标 | 5%   | 1%   | ?   | to be reached, or a limit?
101 | 服务对象满意度指标 | ≥90分 | 92分  | 10  | marks out of 100
101 | 服务对象满意度指标 | ≥90分 | 85分  | 8   | marks out of 100, by steps
101 | 服务对象满意度指标 | ≥90% | 85分  | 8   | marks against per cent
101 | 服务对象满意度指标 | ≥90分 | 85%  | 8   | per cent against marks
10  | 服务对象满意度指标 | ≥90% | 81分  | 9   | 10×81÷90
101 | 服务对象满意度指标 | ≥90% | 4.5分 | ?   | marks out of five
101 | 服务对象满意度指标 | 85%-95% | 98% | 10 | more than a range of satisfaction is no fault
101 | 服务对象满意度指标 | 0%   | 0%   | 10  | complaints: none is a limit that was kept
101 | 服务对象满意度指标 | 提高5个百分点 | 6个百分点 | 10 | a change has no steps
"""

COSTS = """
101  | 产出指标/成本指标 | 10万元 | 8万元  | 10   | a cost is a limit
101  | 产出指标/成本指标 | 10万元 | 20万元 | 0    | 10÷20 is below 60%
101  | 成本指标/      | 10万元 | 8万元  | 10   | level 2 left blank
10   | 产出指标/成本指标 | 10万元 | 20万元 | 5    | 10×10÷20
评价  | 产出/产出成本   | 10万元 | 8万元  | 10   | by its name
评价  | 产出/经济成本指标 | 10万元 | 20万元 | 5    | by its name
评价  | 产出/成本节约率  | 5%   | 8%   | 10   | saving more is better
评价  | 产出/成本节约率  | 5%   | 4%   | 8    | saving less is not
评价  | 产出/产出成本   | ≥5%  | 8%   | 10   | a sign is a sign
评价  | 产出/产出成本   | 5%   | 8%   | ?    | a share of cost, or of saving?
10   | 成本指标/社会成本 | 3次   | 6次   | 5    | 10×3÷6
10   | 产出指标/数量指标 | 10万元 | 20万元 | 10   | money that is no cost
"""

BARE = """
10 | 质量指标 | ≤5%    | 1     | 10   | 1 % is nearer than 100 %
10 | 质量指标 | ≥110%  | 1.2   | 10   | 120 %
10 | 质量指标 | ≤1%    | 1     | 10   | 1 %
10 | 质量指标 | ≤3‰    | 2     | 10   | 2 ‰
10 | 质量指标 | ≤3‰    | 4     | 7.5  | 4 ‰: 10×3÷4
10 | 质量指标 | ≥100%  | 1.05  | 10   | 105 % without its format
10 | 质量指标 | ≥100%  | 105   | 10   | 105 %
10 | 质量指标 | ≥90%   | 0.81  | 9    | 81 %
10 | 质量指标 | ≥90%   | 81    | 9    | 81 %
10 | 质量指标 | ≤5%    | 0.08  | 6.25 | 8 %
10 | 质量指标 | ≤5%    | 0.5   | ?    | 50 % or 0.5 %
10 | 质量指标 | ≤5%    | 0.01  | 10   | 1 % or 0.01 %: met either way
10 | 质量指标 | ≤5%    | 0     | 10   | nothing is nothing
10 | 质量指标 | ≥100%  | 10    | ?    | 10 % or 1000 %
10 | 质量指标 | ≥1.2   | 110%  | 9.17 | a bare target: 120 %
10 | 质量指标 | ≥120   | 110%  | 9.17 | a bare target: 120 %
10 | 质量指标 | 0.9    | 95    | 10   | 90 % and 95 %, or 95 of 0.9: reached either way
10 | 质量指标 | 0.9    | 81    | ?    | 81 of 0.9, or 81 %
10 | 质量指标 | 95     | 0.96  | ?    | 0.96 of 95, or 96 %
10 | 成本指标 | 1      | 95    | ?    | a cell hands over 100% as 1
10 | 数量指标 | 1      | 12    | 10   | twelve of one
10 | 数量指标 | 20     | 1     | 0.5  | one of twenty
10 | 成本指标 | ≤10万元  | 95000 | ?    | 万 left out: 9.5万元 or 95000万元
10 | 成本指标 | ≤10万元  | 9.5   | 10   | in 万元
10 | 成本指标 | ≤10万元  | 12    | 8.33 | in 万元
10 | 数量指标 | ≥100000元 | 9.5  | ?    | 9.5元 or 9.5万元
10 | 数量指标 | ≥3万人次  | 30000 | 10   | met either way
"""

READINGS = """
10 | 数量指标 | ≥一台/套   | 1台/套    | 10   | a numeral in Chinese
10 | 数量指标 | 五㎡      | 5平方米    | 10   | a numeral in Chinese
10 | 时效指标 | 年内      | 11月     | 10   | by December
10 | 时效指标 | 当年底前    | 11月     | 10   | by December
10 | 时效指标 | 本年度     | 2025年1月 | 9.22 | late: 366÷397
10 | 质量指标 | 0起      | 零       | 10   | none
10 | 质量指标 | 0起      | 无       | 10   | none
10 | 质量指标 | 0起      | 未发生     | 10   | none
10 | 质量指标 | ≤0起     | 未发生安全事故 | 10   | none
10 | 质量指标 | 0起      | 零起      | 10   | none
10 | 质量指标 | ≤5起     | 未发生     | 10   | none
10 | 质量指标 | ≤5起     | 无       | ?    | none, or not applicable
10 | 质量指标 | ≥5起     | 未发生     | ?    | no number where one is to be reached
10 | 数量指标 | ≥5次/年   | 5次      | 10   | a form is a year's
10 | 数量指标 | ≥5次     | 4次/年    | 8    | a form is a year's
10 | 数量指标 | ≥5次/月   | 5次      | ?    | but no month's
10 | 时效指标 | ≤90天    | 3个月     | 10   | three months have from 89 to 92 days
10 | 时效指标 | ≤1年     | 366天    | 10   | a year has 365 or 366
10 | 时效指标 | ≤1年     | 367天    | 9.97 | but no more: 10×366÷367
10 | 时效指标 | ≤3个月    | 92天     | 10   | so may three months
10 | 时效指标 | ≤3个月    | 100天    | 9.2  | 10×92÷100
10 | 时效指标 | ≤90天    | 4个月     | 7.5  | four months have 120 at the least
10 | 时效指标 | 2023年12月 | 2024年11月 | ?   | a deadline of the year before
10 | 时效指标 | ≤12月    | 1月      | ?    | of this year, or of the next?
10 | 时效指标 | ≤12月    | 2024年1月 | 10   | of this one
10 | 时效指标 | ≤12月    | 2025年1月 | 9.22 | of the next
10 | 时效指标 | ≤12月    | 6月      | 10   | no doubt about it
10 | 数量指标 | ≥20场    | 近20场    | ?    | not 20
10 | 数量指标 | ≥20场    | 20余场    | 10   | more than 20
10 | 数量指标 | ≥20场    | 约20场    | ?    | 19 or 21
10 | 数量指标 | ≥20场    | 20场左右   | ?    | 19 or 21
10 | 数量指标 | ≥10场    | 约20场    | 10   | reached, however many
10 | 数量指标 | ≥5次     | 每年6次    | 10   | a form is a year's
10 | 数量指标 | 每年5次    | 4次      | 8    | a form is a year's
10 | 质量指标 | 零事故     | 无事故     | 10   | none
10 | 质量指标 | 无投诉     | 未发生     | 10   | none
10 | 质量指标 | 零事故     | 0起      | 10   | none
10 | 质量指标 | 零事故     | 1起      | ?    | in words, by what rule?
10 | 经济效益指标 | ≥1:3   | 1:4     | ?    | a leverage, or a share?
10 | 经济效益指标 | ≥2:1   | 3:1     | 10   | three to one is more
10 | 经济效益指标 | ≥1:3   | 1:3     | 10   | the same either way
10 | 质量指标 | 达标      | 达标      | 10   | yes
10 | 质量指标 | 达标      | 未达标     | 0    | no
10 | 质量指标 | 合格      | 不合格     | 0    | no
10 | 质量指标 | 验收合格    | 已达标     | 10   | yes
10 | 质量指标 | 达标      | 部分达标    | ?    | neither
10 | 质量指标 | 是        | 达标      | 10   | yes
10 | 质量指标 | 合格      | 达成年度指标（95%） | 9.5 | a tier with its share, as 第十六条 has it
10 | 质量指标 | 合格      | 部分达成（70%） | 7    | a tier with its share
10 | 质量指标 | 合格      | 达成年度指标  | 10   | yes
"""

TIERS = """
10  | 社会效益指标 | 效果明显 | 达成年度指标（0%）         | ?   | outside of 80 to 100
10  | 社会效益指标 | 效果明显 | 未达成年度指标且效果较差（100%） | ?   | outside of 0 to 60
10  | 社会效益指标 | 效果明显 | 达成（70%）            | ?   | outside
10  | 社会效益指标 | 效果明显 | 部分达成（80%）          | ?   | 80 belongs to the tier above
10  | 社会效益指标 | 效果明显 | 未达成（60%）           | ?   | 60 belongs to the tier above
10  | 社会效益指标 | 效果明显 | 部分达成（79.99%）       | 8   | 10×79.99%
10  | 社会效益指标 | 效果明显 | 部分达成（60%）          | 6   | its lower bound is inside
10  | 社会效益指标 | 效果明显 | 达成（80%）            | 8   | its lower bound is inside
10  | 社会效益指标 | 效果明显 | 达成（100%）           | 10  | the upper bound of the highest is inside
10  | 社会效益指标 | 效果明显 | 80%                | 8   | chooses the upper tier
10  | 社会效益指标 | 效果明显 | 120%               | ?   | in no tier
101 | 社会效益指标 | 效果明显 | 实现目标程度较低（60%）      | ?   | as under 10号
"""

TABLES = {
    "durations": DURATIONS,
    "changes": CHANGES,
    "satisfaction": SATISFACTION,
    "costs": COSTS,
    "bare numbers": BARE,
    "readings": READINGS,
    "tiers": TIERS,
}
LINES = [(kind, *line) for kind, table in TABLES.items() for line in cells(table)]


def labels_of(level2: str) -> tuple[str, str]:
    level1, _, below = level2.rpartition("/") if "/" in level2 else ("", "", level2)
    return (level1, below)


def scored(
    policy: str, level2: str, target: Raw, actual: Raw, name: str = "", points: Raw = 10
) -> IndicatorScore:
    texts = (*labels_of(level2), name, target, actual, points)
    one = Indicator.read(*(Entry(None if text == "" else text) for text in texts))
    return score_indicator(one, load_policy(POLICIES[policy]), 2024)


def assert_scored(policy: str, level2: str, name: str, target: str, actual: str, earned: str) -> None:
    """The form and the cell function give the row these points of 10, or leave it to a person (?)."""
    row = scored(policy, level2, target, actual, name).score
    assert (row.state is State.UNCLEAR) == (earned == "?"), row.explanation
    assert row.earned == (None if earned == "?" else Decimal(earned)), row.explanation
    shown = JX_SCORE(target, actual, 10, [["", level2, name]], POLICIES[policy], 2024)
    assert shown == ("待核对" if earned == "?" else float(earned))


@pytest.mark.parametrize(
    ("kind", "policy", "level2", "target", "actual", "earned", "why"), LINES, ids=lambda cell: str(cell)[:12]
)
def test_a_row_earns_what_the_text_gives_it(
    kind: str, policy: str, level2: str, target: str, actual: str, earned: str, why: str
) -> None:
    row = scored(policy, level2, target, actual).score
    assert (row.state is State.UNCLEAR) == (earned == "?"), (why, row.explanation)
    assert row.earned == (None if earned == "?" else Decimal(earned)), (why, row.explanation)
    shown = JX_SCORE(target, actual, 10, [list(labels_of(level2))], POLICIES[policy], 2024)
    assert shown == ("待核对" if earned == "?" else float(earned)), why


@pytest.mark.parametrize(
    ("level2", "target", "actual", "readings"),
    [
        ("成本指标", "≤10万元", "95000", ("95000元", "95000万元")),
        ("质量指标", "≤5%", "0.5", ("50%", "0.5%")),
        ("质量指标", "≥0.5", "5%", ("50%", "0.5%")),
        ("经济效益指标", "≥1:3", "1:4", ("前项÷后项", "后项÷前项（杠杆）")),
        ("时效指标", "≤12月", "1月", ("当年1月", "次年1月")),
        ("", "10天", "15天", ("不低于", "不超过")),
        ("社会效益指标", "增长5%", "103%", ("增长103%", "上年的103%，即增长3%")),
        ("社会效益指标", "≤下降5%", "6%", ("至少下降5%", "最多下降5%")),
        ("服务对象满意度指标", "5%", "1%", ("不低于", "不超过")),
    ],
)
def test_a_doubt_names_both_readings(
    level2: str, target: str, actual: str, readings: tuple[str, str]
) -> None:
    said = scored("10", level2, target, actual).score.explanation
    assert f"可能是{readings[0]}，也可能是{readings[1]}，得分不同，暂不能计分。" in said


@pytest.mark.parametrize(("name", "earned"), [("成本节约率", 10), ("成本占比", "6.25"), ("", None)])
def test_a_name_settles_what_the_labels_leave_open(name: str, earned: object) -> None:
    row = scored("评价", "产出/产出成本", "5%", "8%", name).score
    assert row.earned == (None if earned is None else Decimal(str(earned)))
    area = [["产出", "产出成本", name]]
    assert JX_SCORE("5%", "8%", 10, area, POLICIES["评价"]) == (
        "待核对" if earned is None else float(str(earned))
    )


@pytest.mark.parametrize("actual", [1.1 + 2.2, Decimal("3.3000000000000003"), "3.3", "3.3000000000000003"])
def test_a_sum_of_a_computer_is_the_number_that_it_stands_for(actual: Raw) -> None:
    assert scored("101", "成本指标/", "≤3.3万元", actual).score.earned == 10
    spent = score_execution(
        Decimal("3.3"), Entry(actual).number, None, load_policy("mof-2021-101"), finished="是"
    )
    assert (spent.rate, spent.earned) == (1, 10)


@pytest.mark.parametrize("raw", [1.05, Decimal("1.05")])
def test_a_cell_and_a_file_that_knows_its_format_agree(raw: Raw) -> None:
    labels = (Entry("产出指标"), Entry("质量指标"), Entry("完成率"), Entry("≥100%"))
    known = Indicator.read(*labels, Entry(raw, number_format="0%"), Entry(10))
    policy = load_policy("mof-2020-10")
    assert score_indicator(known, policy, 2024).score.earned == 10
    assert JX_SCORE("≥100%", raw, 10, [["产出指标", "质量指标"]]) == 10


@dataclass(frozen=True)
class Thirds:
    policy = load_policy("mof-2020-10")
    table = "一 | ≥1 | 1 | 3.3333333333333335\n二 | ≥1 | 1 | 3.3333333333333335\n三 | ≥1 | 1 | 3.3333333333333335\n四 | ≥1 | 1 | 80"


def test_three_rows_of_ten_thirds_make_a_hundred() -> None:
    given = form(Thirds.table)
    scoring = score(given, Thirds.policy)
    assert (scoring.total, scoring.grade) == (100, "优")
    assert [row.score.earned for row in scoring.indicators[:3]] == [Decimal("3.33")] * 3
    assert "表中各项得分相加为99.99分" in scoring.explanation
    assert "JX301" not in {one.code for one in check(given, Thirds.policy, scoring)}
    assert JX_SCORE("≥1", 1, 10 / 3) == pytest.approx(10 / 3)


def test_weights_above_a_hundred_give_no_grade() -> None:
    scoring = score(form("一 | ≥1 | 1 | 100"), Thirds.policy)
    assert (scoring.total, scoring.grade) == (110, None)
    assert "分值合计110分，超过100分，不评定等级。" in scoring.explanation
    assert JX_GRADE(110) == ""


@pytest.mark.parametrize("points", ["9O", "90%", "十分左右", "约10"])
def test_points_that_are_no_points_are_refused(points: str) -> None:
    row = scored("10", "数量指标", "≥1", "1", points=points)
    assert (row.score.state, row.points) == (State.UNCLEAR, None)
    assert f"分值“{points}”不是分数" in row.score.explanation
    assert JX_SCORE("≥1", "1", points) == "待核对"


@pytest.mark.parametrize(("points", "number"), [("10分", 10), (" 10 ", 10), ("１０", 10), (10, 10)])
def test_points_are_read_in_each_spelling(points: Raw, number: int) -> None:
    assert scored("10", "数量指标", "≥1", "1", points=points).score.earned == number


@pytest.mark.parametrize(("actual", "full"), [("86%", False), ("95%", True), ("92%", True), ("59%", False)])
def test_met_and_the_steps_do_not_contradict_each_other(actual: str, full: bool) -> None:
    row = scored("101", "服务对象满意度指标", "≥85%", actual).score
    assert row.met is full
    assert (row.earned == 10) is full


def test_the_clerks_own_word_stays_in_the_explanation() -> None:
    assert (
        "“基本达成目标（90%）”"
        in scored("101", "社会效益指标", "效果明显", "基本达成目标（90%）").score.explanation
    )
