"""JX208 各指标的实际完成值写得一样

查什么
    三条以上的指标，实际完成值是不是全部写成同一句话，如“已完成100%”。

为什么
    各指标的单位和要求不同，完成值不会都一样；满意度也写“已完成100%”，说明没有逐条填报。

示例
    会报：各行实际完成值：已完成100%
    不报：三级指标：活动验收合格率｜实际完成值：100%

怎么改
    逐条填写实际的数值、时间、百分比或完成档次。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
    实践：取自公开自评表中的实例
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import quote

_FEWEST = 3


def check(case: Case) -> Iterator[Flaw]:
    rows = case.rows
    if len(rows) < _FEWEST:
        return
    first = rows[0].indicator
    said, asked = first.actual.text, first.target.text
    if not said or any(row.indicator.actual.text != said for row in rows):
        return
    if any(row.indicator.target.text != asked for row in rows):
        yield warning(
            first.actual,
            f"{len(rows)}条指标的实际完成值都是{quote(said)}",
            f"各指标的要求不同，完成值不会都一样；{grounds.TRUE.cite(case.policy)}",
            "请逐条填写实际的数值、时间、百分比或完成档次",
        )
