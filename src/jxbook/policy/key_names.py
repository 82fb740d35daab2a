"""The keys of a policy by what they hold, and the words of each, so that the type checker finds a misspelt one.

What a key means stands in `keys`; that these lists hold its names and its choices, and no others, is tested. Which
words a key takes stands in `rule_set`. Nothing loads this module but a type checker.
"""

from __future__ import annotations

from typing import Literal

NumberKey = Literal[
    "weights.total",
    "weights.execution",
    "weights.level1_step",
    "weights.level1_least",
    "execution.block_above",
    "execution.rate_places",
    "execution.reason_below",
    "execution.gap_warning",
    "execution.unspent_warning",
    "quantitative.pass_mark",
    "quantitative.cap",
    "over_fulfilment.reason_from",
    "over_fulfilment.reduction_from",
    "qualitative.unstated_full",
    "qualitative.unstated_partial",
    "qualitative.unstated_failed",
    "rounding.places",
    "rounding.tolerance",
    "grades.places",
    "reasons.completion_below",
    "layout.goals",
    "evaluation.output_and_benefit_least",
    "evaluation.partly_met",
    "checks.parts_apart",
    "checks.sum_slack",
    "checks.shares_apart",
    "checks.days_slack",
    "checks.yuan_from",
    "checks.reason_shortest",
    "checks.faults_shortest",
    "checks.goals_alike",
]
ScoringSource = Literal["computed", "rows", "total", "none"]
FundsMethod = Literal["ratio", "steps"]
AboveBudget = Literal["full", "next_step"]
RateOf = Literal["budget", "received"]
AtLeast = Literal["ratio", "exact"]
Beyond = Literal["inverse", "linear", "exact"]
"""How a limit or a deadline that was passed is scored."""
Unsigned = Literal["at_least", "at_most", "exact"]
Between = Literal["nearest_bound", "exact"]
AbovePass = Literal["ratio", "rescaled"]
Undividable = Literal["all_or_nothing", "unscored"]
"""How a target is scored that nothing can be divided by."""
MissingReason = Literal["warning", "error"]
Reduction = Literal["none", "excess"]
Satisfied = Literal["at_least", "steps"]
NotApplicable = Literal["excluded", "rescaled"]
RoundingOf = Literal["item", "total"]
MoneyUnit = Literal["万元", "元"]
EvaluationKind = Literal["self", "department"]
Reviewers = Literal["mean", "trimmed_mean"]
Switch = Literal["不查", "错误", "提醒", "提示"]
SheetName = Literal["满意度问卷", "访谈记录", "成本效益", "子项目", "佐证材料", "评价要点", "评委评分"]
ReportPart = Literal["决策", "过程", "产出", "效益"]
"""The parts of a report's analysis, one of which each 一级指标 belongs to."""
Word = (
    ScoringSource
    | FundsMethod
    | AboveBudget
    | RateOf
    | AtLeast
    | Beyond
    | Unsigned
    | Between
    | AbovePass
    | Undividable
    | MissingReason
    | Reduction
    | Satisfied
    | NotApplicable
    | RoundingOf
    | MoneyUnit
    | EvaluationKind
    | Reviewers
    | Literal["unfinished", "zero"]
)
"""Every word that a key with choices may hold."""
LimitKey = Literal["quantitative.at_most", "quantitative.late"]
UnsignedKey = Literal[
    "quantitative.equal",
    "quantitative.equal_cost",
    "quantitative.equal_less",
    "quantitative.equal_time",
]
UndividableKey = Literal["quantitative.zero_target", "quantitative.negative_target"]
SettledKey = Literal[
    "execution.unstated", "quantitative.met", "quantitative.negative_actual", "yes_no.method"
]
"""Those with a single choice: what jxbook does, to be shown and cited."""
TextKey = Literal["layout.title", "layout.name_label", "report.outline"]
"""What an office writes of its own."""
WordKey = (
    Literal[
        "scoring.source",
        "execution.method",
        "execution.above_budget",
        "execution.rate_of",
        "quantitative.at_least",
        "quantitative.range",
        "quantitative.above_pass",
        "over_fulfilment.missing_reason",
        "over_fulfilment.reduction",
        "satisfaction.method",
        "not_applicable.method",
        "rounding.of",
        "layout.money_unit",
        "evaluation.kind",
        "evaluation.reviewers",
    ]
    | LimitKey
    | UnsignedKey
    | UndividableKey
    | SettledKey
    | TextKey
)
StepsKey = Literal["execution.steps", "satisfaction.steps"]
TierKey = Literal["qualitative.full", "qualitative.partial", "qualitative.failed"]
LabelsKey = Literal["layout.money_rows", "layout.columns", "layout.signatures"]
LimitsKey = Literal["layout.boxes", "layout.text_limits"]
ListKey = (
    Literal[
        "satisfaction.weights",
        "grades.bands",
        "layout.head_rows",
        "layout.sheets",
        "report.advice",
        "checks.rules",
    ]
    | StepsKey
    | TierKey
    | LabelsKey
    | LimitsKey
)
FlagKey = Literal["reasons.below_full",]
OptionalKey = Literal[
    "weights.level1_step",
    "weights.level1_least",
    "execution.gap_warning",
    "execution.unspent_warning",
    "reasons.completion_below",
    "layout.name_label",
    "layout.money_rows",
    "report.advice",
    "checks.rules",
    "evaluation.output_and_benefit_least",
]
"""Those that a policy may leave out."""
KeyName = NumberKey | WordKey | ListKey | FlagKey
