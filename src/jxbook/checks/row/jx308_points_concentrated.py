"""JX308 一个指标占了总分的一半以上

查什么
    单个三级指标的分值是否超过总分的一半。

为什么
    分值集中在一个指标上，其他产出和效益就反映不出来，评审时会问权重是怎样确定的。

示例
    会报：三级指标：举办活动场次｜分值：90｜得分：90
    不报：三级指标：举办活动场次｜分值：50｜得分：50

怎么改
    按产出、效益、满意度分别设指标并分配分值；确需集中的，在报告中说明。

依据
    官方：财预〔2020〕10号第十三条（单位自评：准确反映项目的产出和效益）、第二十五条（单位自评：权重合理）
    实践：分值集中在一个指标上，见于公开的自评表
    假定：“一半”的界限由本程序暂定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.indicator_row import Row
from jxbook.checks.wording import figure


def check(row: Row) -> Iterator[Flaw]:
    points, total = row.scored.points, row.policy.number("weights.total")
    if points is None or not total < points * 2 or points > total:
        return
    yield note(
        row.indicator.points,
        f"{row.title}的分值{figure(points)}分超过总分{figure(total)}分的一半",
        f"其他产出和效益反映不出来；{grounds.REVIEWED}",
        "请按产出、效益、满意度分别设指标并分配分值，确需集中的在报告中说明",
    )
