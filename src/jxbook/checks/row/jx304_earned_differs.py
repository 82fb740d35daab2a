"""JX304 填写的得分与计算结果不符

查什么
    指标行中填写的得分，与按政策计算的得分相差有没有超过允许的误差。
    定性指标没有写百分比的，得分落在该档之内即可；超额较多、已说明原因而自行调减的，不查。
    得分由评价机构评定的政策，不查。

为什么
    得分应当按办法由完成值与指标值算出，不由填表人另定。

示例
    会报：三级指标：活动验收合格率｜年度指标值：=98%｜实际完成值：98%｜分值：15｜得分：14.7
    不报：三级指标：举办活动场次｜年度指标值：≥3场｜实际完成值：2场｜分值：10｜得分：6.67

怎么改
    改正得分；或者检查指标值、完成值、分值是否填错。使用模板中的公式，得分会自动算出。

依据
    官方：财预〔2020〕10号第十六条（单位自评：完成指标值的，记该指标所赋全部分值；未完成的，按照完成值与指标值的比例记分；定性分为三档）
    实践：反向指标等文件没有规定的算法，以各政策所列为准，只作提醒
    假定：允许的误差0.01
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.checks.flaw import Flaw, error, warning
from jxbook.checks.indicator_row import Row
from jxbook.checks.wording import figure, is_rounded
from jxbook.policy import Mark
from jxbook.scoring.judged import is_judged

_UNOFFICIAL = tuple(f"（{mark.label}）" for mark in Mark if mark is not Mark.OFFICIAL)


def check(row: Row) -> Iterator[Flaw]:
    if row.together:
        yield from _merged(row)
        return
    stated, earned, points = row.stated, row.score.earned, row.scored.points
    if stated is None or earned is None or points is None or not 0 <= stated <= points:
        return  # outside of 0…分值: JX309
    if row.policy.word("scoring.source") == "rows":
        return  # what stands there is the score
    if abs(stated - earned) <= row.policy.number("rounding.tolerance") or is_rounded(stated, earned):
        return
    if _left_to_judgement(row, stated, points):
        return
    yield (error if _founded(row) else warning)(
        row.indicator.earned,
        f"{row.title}填写得{figure(stated)}分，按政策计算应得{figure(earned)}分",
        row.score.cited,
        f"请把得分改为{figure(earned)}，或检查指标值、完成值、分值是否填错",
    )


def _merged(row: Row) -> Iterator[Flaw]:
    """One 得分 for several rows is compared with what they earn together, and told at the first of them."""
    stated = [one.indicator.earned.number for one in row.together]
    earned = [one.score.earned for one in row.together]
    if row.scored is not row.together[0] or None in stated or None in earned:
        return
    own = sum((one for one in stated if one is not None), Decimal(0))
    due = sum((one for one in earned if one is not None), Decimal(0))
    if abs(own - due) > row.policy.number("rounding.tolerance"):
        yield warning(
            row.indicator.earned,
            f"{len(row.together)}行合填得分{figure(own)}分，按政策逐行计算合计{figure(due)}分",
            row.score.cited,
            f"请把得分改为{figure(due)}，或逐行填写得分",
        )


def _founded(row: Row) -> bool:
    """Does the reckoned score rest on documents alone? How it is rounded makes no such difference."""
    rounding = row.policy.rule("rounding.places").cited
    return not any(one.endswith(_UNOFFICIAL) for one in (row.score.basis, *row.score.also) if one != rounding)


def _left_to_judgement(row: Row, stated: Decimal, points: Decimal) -> bool:
    """The tier leaves a range and no percentage was written; or points were taken off for going far beyond."""
    if is_judged(row.score, row.indicator.actual_value, stated, points, row.policy):
        return True
    return row.far_beyond and row.explained and stated < points
