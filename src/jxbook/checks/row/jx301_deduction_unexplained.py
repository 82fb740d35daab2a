"""JX301 得分低于分值，没有说明原因

查什么
    得分（按政策计算的，或表中填写的）低于分值的指标，“偏差原因分析及改进措施”有没有写。空着和填“无”都算没有写。
    不打分的表，查没有达到指标值的指标；政策规定完成率低于某个界限应单独分析的，也查。

为什么
    没有完成的指标要说明原因、提出改进措施，这一栏就是为此而设。

示例
    会报：三级指标：举办活动场次｜年度指标值：≥20场｜实际完成值：16场｜得分：12｜偏差原因：无
    不报：三级指标：举办活动场次｜年度指标值：≥20场｜实际完成值：16场｜得分：12｜偏差原因：场地维修，9月至10月停办4场，下年提前落实备用场地

怎么改
    写明没有完成的具体原因和改进措施。完成值填错的，先改完成值。

依据
    官方：财预〔2020〕10号第十一条（单位自评：对未完成绩效目标的项目要分析并说明原因，研究提出改进措施）
    实践：完成率的界限以所选政策为准
    假定：部门评价、财政评价扣分的要说明，文件没有规定，只作提醒
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, error, warning
from jxbook.checks.indicator_row import Row
from jxbook.checks.row import jx304_earned_differs
from jxbook.checks.wording import figure, rate
from jxbook.scoring.rounding import points_of

_FIX = "请在“偏差原因分析及改进措施”栏写明具体原因和改进措施"


def check(row: Row) -> Iterator[Flaw]:
    if row.explained or "reason" not in row.asked:
        return
    unexplained = _unexplained(row)
    if unexplained is None or (row.score.met and any(jx304_earned_differs.check(row))):
        return  # the 得分 is wrong, and said to be; there is nothing to explain
    yield unexplained


def _unexplained(row: Row) -> Flaw | None:
    due, completion = row.policy.rule("reasons.below_full"), row.score.completion
    limit = row.policy.optional("reasons.completion_below")
    if due.value is True and row.short:
        return _short(row)
    if due.value is True and row.unmet and completion is not None:
        what = f"{row.title}完成率{rate(completion)}，没有达到指标值，没有说明原因"
        return (error if due.official else warning)(row.reason_place, what, due.cited, _FIX)
    if limit and completion is not None and completion * 100 < limit.number:
        below = figure(limit.number)
        what = f"{row.title}完成率{rate(completion)}，低于{below}%，没有说明原因"
        return warning(row.reason_place, what, limit.cited, _FIX)
    return None


def _short(row: Row) -> Flaw:
    points, earned = row.scored.points, row.score.earned
    assert points is not None and earned is not None
    lowest = earned if row.stated is None else min(earned, row.stated)
    due = row.policy.rule("reasons.below_full")
    say = error if due.official and not row.score.met else warning
    return say(
        row.reason_place,
        f"{row.title}得{figure(points_of(lowest, row.policy))}分，低于分值{figure(points)}分，没有说明原因",
        f"扣分应有说明，是{grounds.REVIEWED}" if row.score.met else due.cited,
        _FIX,
    )
