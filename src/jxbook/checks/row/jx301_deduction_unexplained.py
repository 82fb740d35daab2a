"""JX301 得分低于分值，没有说明原因

查什么
    得分（按政策计算的，或表中填写的）低于分值的指标，“偏差原因分析及改进措施”有没有写。空着和填“无”都算没有写。

为什么
    没有完成的指标要说明原因、提出改进措施，这一栏就是为此而设。

示例
    年度指标值 ≥20场，实际完成值 16场，分值 15，得分 12，偏差原因 无

怎么改
    写明没有完成的具体原因和改进措施。完成值填错的，先改完成值。

依据
    官方：财预〔2020〕10号第十一条（分析并说明原因，研究提出改进措施）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Row
from jxbook.checks.flaw import Flaw, error, warning
from jxbook.checks.wording import figure


def check(row: Row) -> Iterator[Flaw]:
    rule = row.policy.rule("reasons.below_full")
    if not row.short or row.explained or rule.value is not True:
        return
    points, earned = row.scored.points, row.score.earned
    assert points is not None and earned is not None
    lowest = earned if row.stated is None else min(earned, row.stated)
    say = warning if row.score.met else error
    yield say(
        row.reason_place,
        f"{row.title}得{figure(lowest)}分，低于分值{figure(points)}分，没有说明原因",
        rule.cited if not row.score.met else f"扣分应有说明，是{grounds.REVIEWED}",
        "请在“偏差原因分析及改进措施”栏写明具体原因和改进措施",
    )
