"""The score of a whole form."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from jxbook.form import Form, Indicator
from jxbook.policy import Policy
from jxbook.scoring.funds import Execution, score_execution
from jxbook.scoring.grade import grade
from jxbook.scoring.rounding import points_of
from jxbook.scoring.row import RowScore, State, score_row

UNFINISHED = "待完善"
"""What stands in the place of a total while there is none."""


class Status(StrEnum):
    """COMPLETE only when every row in use and the 执行率 have a score: a total is never a partial sum."""

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """An indicator row together with its score and its points as a number."""

    indicator: Indicator
    points: Decimal | None
    score: RowScore


@dataclass(frozen=True, slots=True)
class Scoring:
    """A scored form. `total` and `grade` are None while the form is INCOMPLETE (待完善)."""

    policy: Policy
    execution: Execution
    indicators: tuple[IndicatorScore, ...]
    total: Decimal | None
    grade: str | None

    @property
    def status(self) -> Status:
        """Whether there is a total."""
        return Status.INCOMPLETE if self.total is None else Status.COMPLETE

    @property
    def scored(self) -> tuple[IndicatorScore, ...]:
        """The indicators that have points, in the order of the form."""
        return tuple(row for row in self.indicators if row.score.state is State.SCORED)


def score(form: Form, policy: Policy) -> Scoring:
    """Score a form by a policy. Rows without any entry and rows marked 无 as a whole are left out."""
    rows = tuple(score_indicator(one, policy, form.year) for one in form.indicators if one.used)
    total = form.funding.total
    execution = score_execution(total.budget_amount, total.spent_amount, form.funding.points.number, policy)
    counted = [row.score for row in rows if row.score.state is not State.NOT_APPLICABLE]
    earned = [row.earned for row in counted]
    if not counted or execution.earned is None or any(one is None for one in earned):
        return Scoring(policy, execution, rows, None, None)
    total_points = points_of(sum((one for one in earned if one is not None), execution.earned), policy)
    return Scoring(policy, execution, rows, total_points, grade(total_points, policy))


def score_indicator(one: Indicator, policy: Policy, year: int | None) -> IndicatorScore:
    """Score one row as it was filled in; `year` is the form's. Never raises for any entry."""
    points = None if one.points.none else one.points.number
    labels = (one.level1.text, one.level2.text)
    return IndicatorScore(
        one, points, score_row(one.target_value, one.actual_value, points, policy, labels, year)
    )
