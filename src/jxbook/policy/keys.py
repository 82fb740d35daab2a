"""Every value that a policy can hold, and how the words of a policy file read to a user."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from jxbook.dataclass import dataclass
from jxbook.policy import shapes
from jxbook.policy.places import is_outline_file

PolicyValue = Decimal | str | bool | tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """One value that a policy can hold: its Chinese label, its type, and the words allowed."""

    label: str
    type: type
    choices: tuple[str, ...] = ()
    shape: Callable[[tuple[Any, ...]], bool] | None = None
    own: Callable[[str], bool] | None = None
    """What an office may write of its own where there are choices."""


_COMPARED = ("at_least", "at_most")
OUTLINES = (
    "national",
    "beijing",
    "beijing-third-party",
    "beijing-score-table",
    "beijing-community",
    "yunnan",
    "whole-department",
)
"""The outlines that come with jxbook."""
KEYS: Mapping[str, Key] = {
    # a key with a single choice states what jxbook does, so that it can be shown and cited
    "weights.total": Key("总分", Decimal),
    "weights.execution": Key("预算执行率分值", Decimal),
    "weights.level1_step": Key("一级指标分值应为此数的整倍数", Decimal),
    "weights.level1_least": Key("一级指标分值下限", Decimal),
    "scoring.source": Key("得分来源", str, ("computed", "rows", "total", "none")),
    "execution.method": Key("执行率计分方法", str, ("ratio", "steps")),
    "execution.steps": Key("执行率分档（%，记分值的%）", tuple, shape=shapes.is_steps),
    "execution.above_budget": Key("执行数超过预算数的计分", str, ("full", "next_step")),
    "execution.block_above": Key("执行率高于此值（%）暂不计分，待核对", Decimal),
    "execution.unstated": Key("没有写明项目已完成的计分（按区间分档时）", str, ("unfinished",)),
    "execution.rate_of": Key("执行率的分母", str, ("budget", "received")),
    "execution.rate_places": Key("执行率小数位（百分数）", Decimal),
    "execution.reason_below": Key("执行率低于此值（%）应说明原因", Decimal),
    "execution.gap_warning": Key("得分率高于执行率超过此值（百分点）的提示", Decimal),
    "execution.unspent_warning": Key("未支出资金超过预算此比例（%）的提示", Decimal),
    "quantitative.met": Key("完成指标值的计分", str, ("full",)),
    "quantitative.at_least": Key("≥、> 未完成时的计分", str, ("ratio", "exact")),
    "quantitative.at_most": Key("≤、< 超出时的计分", str, ("inverse", "linear", "exact")),
    "quantitative.equal": Key("= 的计分", str, (*_COMPARED, "exact")),
    "quantitative.equal_cost": Key("= 的计分（成本指标）", str, (*_COMPARED, "exact")),
    "quantitative.equal_less": Key("= 的计分（名称表明越少越好的指标）", str, (*_COMPARED, "exact")),
    "quantitative.equal_time": Key("= 的计分（时效指标的时长）", str, (*_COMPARED, "exact")),
    "quantitative.range": Key("区间指标的计分", str, ("nearest_bound", "exact")),
    "quantitative.late": Key("时效指标逾期的计分", str, ("inverse", "linear", "exact")),
    "quantitative.pass_mark": Key("定量指标及格门槛（完成率%，低于此值不得分，0为不设）", Decimal),
    "quantitative.above_pass": Key("达到及格门槛后的计分", str, ("ratio", "rescaled")),
    "quantitative.zero_target": Key("指标值为0的计分", str, ("all_or_nothing", "unscored")),
    "quantitative.negative_target": Key("指标值为负数的计分", str, ("all_or_nothing", "unscored")),
    "quantitative.negative_actual": Key("完成值为负的计分", str, ("zero",)),
    "quantitative.cap": Key("单项得分上限（分值的%）", Decimal),
    "over_fulfilment.reason_from": Key("完成率达到此值（%）应说明原因", Decimal),
    "over_fulfilment.missing_reason": Key("超额完成未说明原因的处理", str, ("warning", "error")),
    "over_fulfilment.reduction": Key("超额完成的扣分", str, ("none", "excess")),
    "over_fulfilment.reduction_from": Key("超额完成扣分的起点（完成率%）", Decimal),
    "qualitative.full": Key("达成年度指标（%）", tuple, shape=shapes.is_tier),
    "qualitative.partial": Key("部分达成年度指标并具有一定效果（%）", tuple, shape=shapes.is_tier),
    "qualitative.failed": Key("未达成年度指标且效果较差（%）", tuple, shape=shapes.is_tier),
    "qualitative.unstated_full": Key("未写比例的达成（%）", Decimal),
    "qualitative.unstated_partial": Key("未写比例的部分达成（%）", Decimal),
    "qualitative.unstated_failed": Key("未写比例的未达成（%）", Decimal),
    "yes_no.method": Key("是否类指标的计分", str, ("all_or_nothing",)),
    "satisfaction.method": Key("满意度指标的计分", str, ("at_least", "steps")),
    "satisfaction.steps": Key("满意度分档（%，记分值的%）", tuple, shape=shapes.is_steps),
    "satisfaction.weights": Key("五档答案计入满意度的比例（%）", tuple, shape=shapes.is_shares),
    "not_applicable.method": Key("填“无”的指标", str, ("excluded", "rescaled")),
    "rounding.places": Key("得分小数位", Decimal),
    "rounding.of": Key("四舍五入的环节", str, ("item", "total")),
    "rounding.tolerance": Key("核对允许的误差", Decimal),
    "grades.bands": Key("等级", tuple, shape=shapes.is_bands),
    "grades.places": Key("评定等级前总分保留的小数位", Decimal),
    "reasons.below_full": Key("得分低于分值应填写原因", bool),
    "reasons.completion_below": Key("完成率低于此值（%）应单独分析", Decimal),
    "layout.title": Key("表名", str),
    "layout.money_unit": Key("金额单位", str, ("万元", "元")),
    "layout.name_label": Key("项目名称一栏的栏名", str),
    "layout.money_rows": Key("资金总额之下的各行", tuple, shape=shapes.is_words),
    "layout.head_rows": Key("表头各行", tuple, shape=shapes.is_rows),
    "layout.columns": Key("指标表的列", tuple, shape=shapes.is_columns),
    "layout.goals": Key("年度目标个数", Decimal),
    "layout.boxes": Key("表末的文字栏（字数上限，0为不限）", tuple, shape=shapes.is_boxes),
    "layout.text_limits": Key("其他各栏的字数上限", tuple, shape=shapes.is_limits),
    "layout.signatures": Key("签字栏", tuple, shape=shapes.is_words),
    "layout.sheets": Key("附加的工作表", tuple, shape=shapes.is_sheets),
    "report.outline": Key("报告提纲", str, OUTLINES, own=is_outline_file),
    "report.advice": Key("建议（原因中的词、标题、措施）", tuple, shape=shapes.is_advice),
    "checks.parts_apart": Key("分项之和与合计相差达到合计的此比例（%）的，不当作分项", Decimal),
    "checks.sum_slack": Key("文中分项之和与合计允许相差几个末位单位", Decimal),
    "checks.shares_apart": Key("占比之和与100%相差达到此数（百分点）的，不当作全部占比", Decimal),
    "checks.days_slack": Key("推迟、提前的天数允许相差（天）", Decimal),
    "checks.yuan_from": Key("写“元”的金额达到此数，与“万元”混用才提示", Decimal),
    "checks.reason_shortest": Key("偏差原因少于此字数的，过于笼统", Decimal),
    "checks.faults_shortest": Key("存在的问题不超过此字数、只有笼统说法的，要求写具体", Decimal),
    "checks.goals_alike": Key("总体目标相同的字达到此比例（%）的，当作同一目标", Decimal),
    "checks.rules": Key("校验规则的取舍（代码、不查或轻重、理由）", tuple, shape=shapes.is_rules),
    "evaluation.kind": Key("评价方式", str, ("self", "department")),
    "evaluation.output_and_benefit_least": Key("产出、效益权重合计下限（%）", Decimal),
    "evaluation.partly_met": Key("评价要点“部分符合”计入的比例（%）", Decimal),
    "evaluation.reviewers": Key("评委评分的汇总", str, ("mean", "trimmed_mean")),
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
    "steps": "按区间分档",
    "rescaled": "折算（见依据）",
    "unscored": "不计分，待核对",
    "excess": "完成率超出起点的部分按比例扣减",
    "next_step": "按满分档的下一档",
    "unfinished": "按未完成计",
    "computed": "由程序计算",
    "rows": "各项得分由评价机构评定，程序核对合计",
    "total": "总分由第三方评定，程序不计分",
    "budget": "全年预算数",
    "received": "实际到位资金",
    "warning": "提醒",
    "error": "错误",
    "item": "每项得分",
    "self": "单位自评",
    "department": "部门评价、财政评价",
    "mean": "平均分",
    "trimmed_mean": "去掉一个最高分和一个最低分后的平均分",
    "national": "全国参考提纲",
    "beijing": "北京市重点支出项目绩效评价报告提纲",
    "beijing-third-party": "北京市第三方评分项目的报告提纲",
    "beijing-score-table": "北京市附评分表的报告提纲",
    "beijing-community": "北京市社区服务经费的报告提纲",
    "yunnan": "云南省绩效评价报告提纲",
    "whole-department": "部门整体支出绩效评价报告提纲",
}
"""How the words that a policy file uses read to a user."""
_WORDS_OF: Mapping[tuple[str, str], str] = {
    ("scoring.source", "none"): "不评分",
    ("rounding.of", "total"): "总分",
}


def worded(key: str, word: str) -> str:
    """How a word reads to a user as the value of this key."""
    return _WORDS_OF.get((key, word), WORDS.get(word, word))


OPTIONAL = {
    "checks.rules",
    "layout.name_label",
    "layout.money_rows",
    "weights.level1_step",
    "weights.level1_least",
    "execution.gap_warning",
    "execution.unspent_warning",
    "reasons.completion_below",
    "evaluation.output_and_benefit_least",
    "report.advice",
}
"""Keys that a policy may leave out altogether."""
