"""Targets and actuals with words around their number, worked out by hand before the program was asked.

A line: policy | 二级指标 | 三级指标 | target | actual → 得分 of 10, or ? where a person has to settle it | why.
Words that only say what is counted change nothing (财预〔2020〕10号第十六条 compares 完成值 with 年初指标值); words
that make it another number do.
"""

from __future__ import annotations

import pytest
from rulebook import cells
from test_right_by_the_text import assert_scored

WORDS_OF_A_TARGET = """
10 | 数量指标 | 公厕数 | 新建公厕5座 | 4座 | 8 | 10×4÷5
10 | 数量指标 | 培训人次 | 培训不少于200人次 | 180人次 | 9 | 10×180÷200
10 | 经济效益指标 | 带动就业 | 带动就业50人以上 | 45人 | 9 | 10×45÷50
10 | 数量指标 | 覆盖村数 | 覆盖50个村 | 45个 | 9 | 10×45÷50
10 | 质量指标 | 验收合格率 | 验收合格率达到100% | 98% | 9.8 | 10×98÷100
10 | 质量指标 | 验收合格率 | ≥98% | 验收合格率达97% | 9.9 | 10×97÷98
10 | 数量指标 | 工程进度 | 累计完成60% | 55% | 9.17 | 10×55÷60
10 | 质量指标 | 12345热线办结率 | 12345热线办结率≥95% | 90% | 9.47 | 10×90÷95
10 | 生态效益指标 | PM2.5浓度 | PM2.5≤35 | 40 | 8.75 | 10×35÷40
10 | 社会效益指标 | 安全事故 | 重大安全事故为0 | 0 | 10 | none
10 | 数量指标 | 培训情况 | 三年累计培训200人次 | 60人次 | ? | not the year's
10 | 数量指标 | 建设情况 | 各村建设1个广场 | 15个 | ? | for each village
10 | 数量指标 | 培训情况 | 力争培训200人次 | 180人次 | ? | hoped for
10 | 数量指标 | 培训情况 | 最多培训200人次 | 180人次 | ? | at the most
10 | 数量指标 | 人员情况 | 缺口200人 | 180人 | ? | what is lacking
10 | 数量指标 | 覆盖情况 | 覆盖50个村2000户 | 2000户 | ? | two targets
10 | 数量指标 | 人员情况 | 流失率5% | 8% | 6.25 | 10×5÷8: the target tells what the name does not
10 | 质量指标 | 安全情况 | 投诉3起 | 4起 | 7.5 | 10×3÷4
10 | 社会效益指标 | 就业 | 失业人数100人 | 90人 | ? | the name wants more, the target less
10 | 数量指标 | 人数 | 控制人数200人 | 180人 | ? | what it is kept to may be a limit
10 | 数量指标 | 管护 | 管控企业20家 | 18家 | 9 | 10×18÷20
10 | 数量指标 | 床位 | 原有床位200张 | 180张 | ? | what was there before
"""

DAYS_AFTER = """
10 | 时效指标 | 支付时间 | 合同签订后30日内 | 25日 | 10 | in time
10 | 时效指标 | 支付时间 | 合同签订后30日内 | 35日 | 8.57 | 10×30÷35
10 | 时效指标 | 办结时限 | 受理之日起20个工作日内办结 | 25个工作日 | 8 | 10×20÷25
10 | 时效指标 | 响应情况 | 接报后30分钟内到场 | 40分钟 | 7.5 | 10×30÷40
10 | 时效指标 | 响应情况 | 每次接报后30分钟内到场 | 40分钟 | ? | each time, or the mean
10 | 时效指标 | 服务情况 | 竣工后维护2年 | 1年 | ? | how long it lasts is no limit
10 | 时效指标 | 办理时限 | ≤5个工作日 | 5天 | 10 | five days hold at most five days of work
10 | 时效指标 | 办理时限 | ≤5个工作日 | 6天 | ? | five of work, or six
10 | 数量指标 | 服务天数 | ≥5个工作日 | 7天 | ? | five of work, or fewer
10 | 时效指标 | 响应时间 | ≤2s | 3秒 | 6.67 | 10×2÷3
"""

EACH_TIME = """
10 | 数量指标 | 检查次数 | 每季度1次 | 4次 | 10 | four in a year are one in each quarter
10 | 数量指标 | 检查次数 | 每季度1次 | 3次 | ? | in all 7.5, in each quarter 10
10 | 数量指标 | 检查次数 | 每季度1次 | 全年3次 | 7.5 | 10×3÷4
10 | 数量指标 | 检查次数 | 每季度检查1次 | 0次 | 0 | none
10 | 数量指标 | 检查次数 | 每月不少于2次 | 每月1次 | 5 | 10×1÷2
10 | 数量指标 | 检查次数 | ≥1次/月 | 12次 | 10 | twelve in a year
10 | 数量指标 | 检查次数 | ≥1次/月 | 6次 | ? | six in all, or in each month
10 | 数量指标 | 检查次数 | 2次/月 | 12次/年 | 5 | 10×12÷24
10 | 数量指标 | 检查次数 | 1次/月 | 每月1次 | 10 | the same
10 | 数量指标 | 检查次数 | 每月1次 | 1次/月 | 10 | the same
10 | 数量指标 | 检查次数 | 每季不少于2次 | 1次/季度 | 5 | 10×1÷2
10 | 数量指标 | 检查次数 | 每月1次 | 2次/季度 | ? | other quarters of a year
10 | 成本指标 | 人均费用 | ≤500元/月 | 5500元 | ? | in all it is below, for a month far above
"""

ASIDES = """
10 | 质量指标 | 覆盖率 | ≥95% | 94%，比上年提高2个百分点 | 9.89 | 10×94÷95: the rest is about last year
10 | 经济效益指标 | 旅游收入 | ≥3亿元 | 2.7亿元，同比下降5% | 9 | 10×2.7÷3
10 | 数量指标 | 培训人次 | ≥200人次 | 180人次，完成率90% | 9 | 10×180÷200
10 | 数量指标 | 培训人次 | ≥200人次 | 180人次，完成率105% | ? | 180÷200 is 90 %
10 | 数量指标 | 培训人次 | ≥200人次 | 200人次，其中线上50人次 | 10 | a part
10 | 数量指标 | 培训人次 | ≥200人次 | 200人次，其中重复50人次 | ? | 150 people
10 | 质量指标 | 合格率 | ≥95% | 96%，二期94% | ? | two values
10 | 数量指标 | 公厕数 | ≥5座 | 3座，改建2座 | ? | three, or five
10 | 数量指标 | 公厕数 | ≥5座 | 7座，超额2座 | 10 | seven
10 | 时效指标 | 完成时间 | 2024年6月底前 | 2024年5月，二期2024年8月 | ? | the second one is late
10 | 成本指标 | 项目总成本 | ≤100万元 | 95万元，超支5万元 | ? | 95, or 105
10 | 成本指标 | 项目总成本 | ≤100万元 | 95万元，节约5万元 | 10 | that agrees
10 | 服务对象满意度指标 | 群众满意度 | ≥90% | 92%，发放问卷100份 | 10 | how it was found
10 | 服务对象满意度指标 | 群众满意度 | ≥90% | 92%，未开展调查 | ? | it was not found
"""

TAKEN_BACK = """
10 | 数量指标 | 培训人次 | ≥200人次 | 210人次（上年） | ? | last year's
10 | 数量指标 | 培训人次 | ≥200人次 | 210人次（2023年） | ? | last year's
10 | 数量指标 | 培训人次 | ≥200人次 | 210人次（2024年） | 10 | the form's
10 | 数量指标 | 培训人次 | ≥200人次 | 210人次（上年190人次） | 10 | beside last year's
10 | 数量指标 | 培训人次 | ≥200人次 | 210人次？ | ? | not sure
10 | 数量指标 | 培训人次 | ≥200人次 | 210人次（存疑） | ? | not sure
10 | 经济效益指标 | 税收 | 增长5% | 去年增长6% | ? | last year's
10 | 经济效益指标 | 税收 | 增长5% | 较去年增长6% | 10 | against last year
10 | 经济效益指标 | 税收 | 增长5% | 目标增长6% | ? | planned
10 | 服务对象满意度指标 | 群众满意度 | ≥90% | 预计满意率92% | ? | expected
10 | 服务对象满意度指标 | 群众满意度 | ≥90% | 去年满意率92% | ? | last year's
10 | 质量指标 | 未办结率 | ≤5% | 4%（未核实） | ? | 未 of the name excuses no other
10 | 质量指标 | 未办结率 | ≤5% | 未办结率4% | 10 | the name again
10 | 社会效益指标 | 安全事故 | 0起 | 未发生（部分） | ? | in part
10 | 社会效益指标 | 安全事故 | 0起 | 未发生（见附件） | 10 | where it is shown
10 | 社会效益指标 | 安全事故 | 0起 | 无重大事故 | ? | of others it says nothing
10 | 社会效益指标 | 安全事故 | 0起 | 无一般及以上事故 | 10 | the lowest grade and all above it
10 | 社会效益指标 | 安全事故 | 0起 | 未发生安全责任事故 | 10 | what many call any
10 | 社会效益指标 | 投诉 | 0件 | 无有责投诉 | ? | of others it says nothing
"""

WITHIN_THE_BUDGET = """
10 | 成本指标 | 设备购置成本 | 不超过预算金额 | 未超预算 | 10 | kept
10 | 成本指标 | 设备购置成本 | 控制在批复的预算范围内 | 预算内 | 10 | kept
10 | 成本指标 | 设备购置成本 | 不超过预算金额 | 超预算 | ? | not kept: by how much?
10 | 成本指标 | 设备购置成本 | 不超过预算金额 | 未控制在预算内 | ? | not kept
"""

FROM_AND_TO = """
10 | 质量指标 | 覆盖率 | ≥95% | 由90%提高到94% | 9.89 | 10×94÷95
10 | 社会效益指标 | 失业率 | ≤5% | 由4%上升到6% | 8.33 | 10×5÷6
10 | 社会效益指标 | 事故起数 | 减少20起 | 减少到15起 | ? | what is left is not what it fell by
10 | 社会效益指标 | 事故起数 | 减少20起 | 减少15起 | 7.5 | 10×15÷20
10 | 生态效益指标 | 用煤量 | 下降5吨 | 由100吨下降到96吨 | ? | by 4
"""

TABLES = (WORDS_OF_A_TARGET, DAYS_AFTER, EACH_TIME, ASIDES, TAKEN_BACK, WITHIN_THE_BUDGET, FROM_AND_TO)
LINES = [line for table in TABLES for line in cells(table)]


@pytest.mark.parametrize(
    ("policy", "level2", "name", "target", "actual", "earned", "why"), LINES, ids=lambda cell: str(cell)[:12]
)
def test_words_around_a_number_count_for_what_they_say(
    policy: str, level2: str, name: str, target: str, actual: str, earned: str, why: str
) -> None:
    assert_scored(policy, level2, name, target, actual, earned)
