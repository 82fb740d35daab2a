"""JX510 文中分项之和与合计不符

查什么
    “共…，其中…”“…（其中…）”“…，合计…”一类写法里，各分项相加是否等于合计。分项单位与合计相同、逐项写明、没有“等”的才查；
    相差五分之一以上的不是分项，四舍五入之差不算。写明“由…组成”的、问卷各答案的份数、一组指标的得分（分值加起来相符的）
    和“两项共扣…分”，不论差多少都查。

为什么
    合计与分项对不上，评审时一加就会发现，会要求核对。

示例
    会报：全年完成项目98个（其中工程类57个、活动类18个、便民类5个、公益类6个、其他13个）。
    会报：中央资金60万元，省级资金30万元，合计100万元。
    不报：项目总投资920万元，其中市级460万元，区级460万元。
    不报：培训100人，其中党员45人、女性50人。

怎么改
    核对每个分项和合计，改正写错的一个。改动前须核对原始数据。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
    实践：数字前后一致，取自评审要点
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading
from jxbook.checks.wording import around, figure
from jxbook.prose import Leeway, sums, tallies


def check(reading: Reading) -> Iterator[Flaw]:
    number = reading.policy.number
    leeway = Leeway(number("checks.parts_apart"), number("checks.sum_slack"))
    for passage in reading.figured(3):
        for one in (*sums(passage.text, leeway), *tallies(passage.text)):
            if one.holds:
                continue
            said = " + ".join(
                figure(part.value / one.whole.scale) for part in one.parts if part.value is not None
            )
            right = figure(one.total / one.whole.scale)
            yield warning(
                passage.at(one.start, one.end),
                f"文中写合计{one.whole.text}，各分项{said} = {right}（{around(passage.text, one.start, one.end)}）",
                grounds.contradictory("分项之和与合计不符", reading.policy),
                f"请核对各分项和合计，合计应为{right}{one.whole.unit}，或改正写错的分项",
            )
