"""JX307 总分行与各行合计不符

查什么
    总分行填写的分值、得分，与上面各行（执行率和各指标）填写的数合计是否相等。
    分值合计不含执行率、执行率又没有得分一栏的，只与各指标比。有的行没有填得分时，或者政策规定总分要折算、只在总分四舍五入时，总分与按政策计算的总分比较。
    总分由第三方评定的，不查。

为什么
    总分由各项得分汇总形成，不能另填。

示例
    会报：总分：99
    不报：总分：100

怎么改
    改正总分行，或检查上面各行。使用模板中的公式，总分会自动算出。

依据
    官方：财预〔2020〕10号第十六条（单位自评：总分由各项指标得分汇总形成）
    假定：允许的误差0.01；部门评价、财政评价文件没有规定，但各行与总分不能两样
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error
from jxbook.checks.wording import figure
from jxbook.form import Entry


def check(case: Case) -> Iterator[Flaw]:
    if case.policy.pointless:
        return
    form, tolerance = case.form, case.policy.number("rounding.tolerance")
    summed = grounds.SUMMED.cite(case.policy)
    further = [_number(one.points) for one in form.other_scores]
    points = _sum([*(row.scored.points for row in case.rows), *further], case.scoring.execution.points)
    stated = _number(form.total_points)
    rows = None if points is None else points - case.scoring.execution.points
    if stated in (case.policy.number("weights.total"), rows):
        pass  # if the rows do not add up to it, JX302 says so
    elif stated is not None and points is not None and abs(stated - points) > tolerance:
        yield _flaw(form.total_points, "分值", stated, "上面各行合计", points, summed, _set_to(points))
    execution = _number(form.funding.earned) if case.scoring.execution.points else Decimal(0)
    if stated is not None and stated == rows and form.funding.earned.cell is None:
        execution = Decimal(0)  # the row sums up the table alone, and nothing above it has a 得分
    others = [_number(one.earned) for one in form.other_scores]
    earned = None if _by_policy(case) else _sum([*(row.written for row in case.rows), *others], execution)
    source = "上面各行合计" if earned is not None else "按政策计算"
    right = earned if earned is not None else case.scoring.total
    stated = _number(form.total)
    if stated is not None and right is not None and abs(stated - right) > tolerance:
        yield _flaw(form.total, "得分", stated, source, right, summed, _remedy(case, right))


def _remedy(case: Case, right: Decimal) -> str:
    """What to do with the stated total: a sum of points that other checks find wrong is no total to write down."""
    full, tolerance = case.policy.number("weights.total"), case.policy.number("rounding.tolerance")
    due = case.scoring.total
    if right - full > tolerance or (due is not None and due - full > tolerance):
        return f"请先调整各指标的分值，使合计等于{figure(full)}分，再重新合计总分"
    if due is None:
        return "请先补齐各行、改正得分，再重新合计总分"
    if abs(due - right) > tolerance:
        return f"请先改正得分有误的行；按政策计算的总分是{figure(due)}"
    return _set_to(right)


def _set_to(right: Decimal) -> str:
    return f"请把它改为{figure(right)}，或检查上面各行"


def _by_policy(case: Case) -> bool:
    """The total is more than the sum of what is printed above it."""
    policy = case.policy
    if case.scoring.total is None:
        return False
    return policy.word("rounding.of") == "total" or policy.word("not_applicable.method") == "rescaled"


def _number(entry: Entry) -> Decimal | None:
    return None if entry.raw is None else entry.number


def _sum(numbers: list[Decimal | None], first: Decimal | None) -> Decimal | None:
    """None when there is no row, or a number is missing."""
    known = [number for number in numbers if number is not None]
    if first is None or not known or len(known) < len(numbers):
        return None
    return sum(known, first)


def _flaw(
    at: Entry, column: str, stated: Decimal, source: str, right: Decimal, summed: str, fix: str
) -> Flaw:
    return error(
        at,
        f"总分行的{column}填写为{figure(stated)}，{source}是{figure(right)}",
        f"{grounds.CONTRADICTORY}；{summed}",
        fix,
    )
