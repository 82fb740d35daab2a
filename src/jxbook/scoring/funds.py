"""执行率 and its points."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jxbook.policy import Policy
from jxbook.scoring.rounding import half_up, percent, points_of
from jxbook.values import plain


@dataclass(frozen=True, slots=True)
class Execution:
    """执行率 as a ratio (rounded as the policy says) and the points for it; None while it cannot be computed."""

    rate: Decimal | None
    points: Decimal
    earned: Decimal | None
    explanation: str
    basis: str = ""


def execution_rate(budget: Decimal | None, spent: Decimal | None, policy: Policy) -> Decimal | None:
    """全年执行数 ÷ 全年预算数, rounded; None without a positive budget or without a spent amount."""
    if budget is None or spent is None or budget <= 0 or spent < 0:
        return None
    return half_up(spent / budget, int(policy.number("execution.rate_places")) + 2)


def score_execution(
    budget: Decimal | None, spent: Decimal | None, points: Decimal | None, policy: Policy
) -> Execution:
    """The 执行率 and its points: 分值 × 执行率, never more than 分值. `points` None: as the policy sets."""
    full = policy.number("weights.execution") if points is None else points
    rate = execution_rate(budget, spent, policy)
    if rate is None or budget is None or spent is None:
        return Execution(None, full, None, _why_not(budget, spent))
    if full < 0:
        return Execution(rate, full, None, "执行率的分值小于0，暂不能计分。")
    earned = min(full, points_of(full * spent / budget, policy))
    shown = percent(rate, int(policy.number("execution.rate_places")))
    sentence = f"全年执行数{plain(spent)}÷全年预算数{plain(budget)}，执行率{shown}，" + (
        f"记全部分值{plain(earned)}分。"
        if spent >= budget
        else f"记{plain(full)}×{shown}＝{plain(earned)}分。"
    )
    return Execution(rate, full, earned, sentence, policy.rule("execution.method").cited)


def _why_not(budget: Decimal | None, spent: Decimal | None) -> str:
    absent = [name for name, amount in (("全年预算数", budget), ("全年执行数", spent)) if amount is None]
    if absent:
        return f"{'、'.join(absent)}没有填写，或者不是金额，暂不能计算执行率。"
    return "全年预算数应当大于0，全年执行数不能小于0，暂不能计算执行率。"
