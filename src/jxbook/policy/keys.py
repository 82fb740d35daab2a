"""Every value that a policy can hold, and how the words of a policy file read to a user."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

Value = Decimal | str | bool | tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """One value that a policy can hold: its Chinese label, its type, and the words allowed."""

    label: str
    type: type
    choices: tuple[str, ...] = ()
    shape: Callable[[tuple[Any, ...]], bool] | None = None


def _is_tier(value: tuple[Any, ...]) -> bool:
    """Two numbers, the lower one first."""
    return len(value) == 2 and all(isinstance(one, Decimal) for one in value) and value[0] <= value[1]


def _is_bands(value: tuple[Any, ...]) -> bool:
    """Pairs of a lower bound and a grade, the highest one first."""
    if not value or not all(isinstance(one, tuple) and len(one) == 2 for one in value):
        return False
    bounds = [bound for bound, _ in value]
    return all(
        isinstance(bound, Decimal) and isinstance(word, str) for bound, word in value
    ) and bounds == sorted(bounds, reverse=True)


def _is_rows(value: tuple[Any, ...]) -> bool:
    """Rows of labels."""
    return all(isinstance(row, tuple) and all(isinstance(label, str) for label in row) for row in value)


_COMPARED = ("at_least", "at_most")
KEYS: Mapping[str, Key] = {
    # a key with a single choice states what jxbook does, so that it can be shown and cited
    "weights.total": Key("总分", Decimal),
    "weights.execution": Key("预算执行率分值", Decimal),
    "execution.method": Key("执行率计分方法", str, ("ratio",)),
    "execution.rate_places": Key("执行率小数位（百分数）", Decimal),
    "execution.reason_below": Key("执行率低于此值（%）应说明原因", Decimal),
    "quantitative.met": Key("完成指标值的计分", str, ("full",)),
    "quantitative.at_least": Key("≥、> 未完成时的计分", str, ("ratio",)),
    "quantitative.at_most": Key("≤、< 超出时的计分", str, ("inverse", "linear")),
    "quantitative.equal": Key("= 的计分", str, (*_COMPARED, "exact")),
    "quantitative.equal_cost": Key("= 的计分（成本指标）", str, (*_COMPARED, "exact")),
    "quantitative.range": Key("区间指标的计分", str, ("nearest_bound", "exact")),
    "quantitative.late": Key("时效指标逾期的计分", str, ("inverse", "linear", "exact")),
    "quantitative.zero_target": Key("指标值为0的计分", str, ("all_or_nothing",)),
    "quantitative.negative_actual": Key("完成值为负的计分", str, ("zero",)),
    "over_fulfilment.reason_from": Key("完成率达到此值（%）应说明原因", Decimal),
    "over_fulfilment.reduction": Key("超额完成的扣分", str, ("none",)),
    "qualitative.full": Key("达成年度指标（%）", tuple, shape=_is_tier),
    "qualitative.partial": Key("部分达成年度指标并具有一定效果（%）", tuple, shape=_is_tier),
    "qualitative.failed": Key("未达成年度指标且效果较差（%）", tuple, shape=_is_tier),
    "qualitative.unstated_full": Key("未写比例的达成（%）", Decimal),
    "qualitative.unstated_partial": Key("未写比例的部分达成（%）", Decimal),
    "qualitative.unstated_failed": Key("未写比例的未达成（%）", Decimal),
    "yes_no.method": Key("是否类指标的计分", str, ("all_or_nothing",)),
    "satisfaction.method": Key("满意度指标的计分", str, ("at_least",)),
    "not_applicable.method": Key("填“无”的指标", str, ("excluded",)),
    "rounding.places": Key("得分小数位", Decimal),
    "rounding.tolerance": Key("核对允许的误差", Decimal),
    "grades.bands": Key("等级", tuple, shape=_is_bands),
    "reasons.below_full": Key("得分低于分值应填写原因", bool),
    "layout.money_unit": Key("金额单位", str, ("万元", "元")),
    "layout.head_rows": Key("表头各行", tuple, shape=_is_rows),
    "report.outline": Key("报告提纲", str),
    "evaluation.output_and_benefit_least": Key("产出、效益权重合计下限（%，重点绩效评价）", Decimal),
}
WORDS: Mapping[str, str] = {
    "full": "记全部分值",
    "ratio": "按比例",
    "inverse": "按比例（指标值÷完成值）",
    "linear": "按比例（1－超出部分÷指标值）",
    "exact": "相符记全部分值，否则记0分",
    "at_least": "按不低于处理",
    "at_most": "按不超过处理",
    "nearest_bound": "区间内记全部分值，区间外按较近一端的比例",
    "all_or_nothing": "达到记全部分值，否则记0分",
    "zero": "按0计",
    "none": "不自动扣分",
    "excluded": "不计分、不折算",
    "national": "全国参考提纲",
}
"""How the words that a policy file uses read to a user."""
OPTIONAL = {"evaluation.output_and_benefit_least"}
