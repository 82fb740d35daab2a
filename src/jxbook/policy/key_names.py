"""The keys of a policy by what they hold, so that the type checker finds a misspelt one.

What a key means stands in `keys`; that these lists hold its names, and no others, is tested. Nothing loads this
module but a type checker.
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
]
WordKey = Literal[
    "scoring.source",
    "execution.method",
    "execution.above_budget",
    "execution.unstated",
    "execution.rate_of",
    "quantitative.met",
    "quantitative.at_least",
    "quantitative.at_most",
    "quantitative.equal",
    "quantitative.equal_cost",
    "quantitative.equal_less",
    "quantitative.equal_time",
    "quantitative.range",
    "quantitative.late",
    "quantitative.above_pass",
    "quantitative.zero_target",
    "quantitative.negative_target",
    "quantitative.negative_actual",
    "over_fulfilment.missing_reason",
    "over_fulfilment.reduction",
    "yes_no.method",
    "satisfaction.method",
    "not_applicable.method",
    "rounding.of",
    "layout.title",
    "layout.money_unit",
    "layout.name_label",
    "report.outline",
    "evaluation.kind",
    "evaluation.reviewers",
]
ListKey = Literal[
    "execution.steps",
    "qualitative.full",
    "qualitative.partial",
    "qualitative.failed",
    "satisfaction.steps",
    "satisfaction.weights",
    "grades.bands",
    "layout.money_rows",
    "layout.head_rows",
    "layout.columns",
    "layout.boxes",
    "layout.text_limits",
    "layout.signatures",
    "layout.sheets",
    "report.advice",
    "checks.rules",
]
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
