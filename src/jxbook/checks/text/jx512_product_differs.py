"""JX512 单价乘数量与总额不符

查什么
    同一句里写明单价（每人、每场、元/人等）、数量和总额，且各只有一个的，单价乘数量是否等于总额。

为什么
    一乘就能发现，评审时会要求核对。

示例
    会报：23个社区，每个社区40万元，共900万元。
    会报：补贴标准为300元/人，共补贴50人，总额1.6万元。
    不报：40场活动，每场5000元，共支出20万元。
    不报：每人每天补助100元，50人共补助2.5万元。

怎么改
    核对单价、数量和总额，改正写错的一个。改动前须核对原始数据。

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
from jxbook.prose import products


def check(reading: Reading) -> Iterator[Flaw]:
    for passage in reading.figured(3):
        for one in products(passage.text):
            if one.holds:
                continue
            right = f"{figure(one.right / one.total.scale)}{one.total.unit}"
            yield warning(
                passage.at(one.start, one.end),
                f"文中写总额{one.total.text}，{one.price.text}×{one.count.text}是{right}（{around(passage.text, one.start, one.end)}）",
                grounds.contradictory("单价乘数量与总额不符", reading.policy),
                f"请核对单价、数量和总额，总额应为{right}，或改正写错的数",
            )
