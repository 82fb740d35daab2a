"""The score of a whole form."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

from jxbook.dataclass import dataclass, field, replace
from jxbook.form import Form, Indicator, KeyPoint, Review
from jxbook.policy import Policy
from jxbook.scoring import key_points
from jxbook.scoring.funds import Execution, execution_of
from jxbook.scoring.given import points_in
from jxbook.scoring.judged import with_judgement
from jxbook.scoring.reviews import METHOD, by_indicator, with_reviews
from jxbook.scoring.row import RowScore, State, compare_row, score_row, unclear
from jxbook.scoring.stated import with_stated
from jxbook.scoring.total import Counted, total_of
from jxbook.values import Misfit, fold


class Status(StrEnum):
    """COMPLETE only when every row in use and the 执行率 have a score: a total is never a partial sum.

    UNSCORED: the policy gives no scores, so that none is missing.
    """

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    UNSCORED = "unscored"


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """An indicator row together with its score and its points as a number."""

    indicator: Indicator
    points: Decimal | None
    score: RowScore


@dataclass(frozen=True, slots=True)
class Scoring:
    """A scored form. `total` and `grade` are None while the form is INCOMPLETE (待完善), or UNSCORED.

    `explanation` says in one Chinese sentence how the total came about, or why there is none;
    `converted` that it was converted to the full total, because rows do not apply. A total of more 分值 than the
    full total has no grade; `grade_explanation` says so, or how the grade came about.
    """

    policy: Policy
    execution: Execution
    indicators: tuple[IndicatorScore, ...]
    total: Decimal | None
    grade: str | None
    explanation: str = ""
    converted: bool = False
    grade_explanation: str = ""
    form: Form = field(kw_only=True, repr=False)
    """The form as it was scored: rows that have 评价要点 take their target and actual from them."""

    @property
    def status(self) -> Status:
        """Whether there is a total, and whether there should be one."""
        if self.policy.word("scoring.source") == "none":
            return Status.UNSCORED
        return Status.INCOMPLETE if self.total is None else Status.COMPLETE

    @property
    def scored(self) -> tuple[IndicatorScore, ...]:
        """The indicators that have points, in the order of the form."""
        return tuple(row for row in self.indicators if row.score.earned is not None)


def score(form: Form, policy: Policy) -> Scoring:
    """Score a form by a policy. Rows without any entry and rows marked 无 as a whole are left out.

    Where an evaluator types the 得分, a row that holds nothing else counts all the same. A row that has 评价要点
    takes its target and actual from them.
    """
    form = key_points.with_key_points(form, policy)
    typed = policy.word("scoring.source") == "rows"
    rows = [
        one for one in form.indicators if one.used or (typed and not (one.earned.blank or one.earned.none))
    ]
    return _added_up(form, policy, _scored(form, policy, rows), execution_of(form, policy))


def score_again(own: Scoring, policy: Policy, concerned: Sequence[int], *, money: bool) -> Scoring:
    """A scored form by another policy, which only scores the rows otherwise that are `concerned`, by their places
    from 0, and the 执行率 only where `money` is."""
    rows = [own.indicators[at].indicator for at in concerned]
    again = dict(zip(concerned, _scored(own.form, policy, rows), strict=True))
    execution = execution_of(own.form, policy) if money else own.execution
    scored = tuple(again.get(at, one) for at, one in enumerate(own.indicators))
    return _added_up(own.form, policy, scored, execution)


def _scored(form: Form, policy: Policy, rows: Sequence[Indicator]) -> tuple[IndicatorScore, ...]:
    reviews = by_indicator(form.records.reviews)
    points = key_points.by_indicator(form.records.key_points)
    return tuple(
        _grounded(
            _judged(score_indicator(one, policy, form.year, reviews.get(fold(one.name.text))), form, policy),
            key_points.points_of(one, points),
            policy,
        )
        for one in rows
    )


def _added_up(form: Form, policy: Policy, rows: tuple[IndicatorScore, ...], execution: Execution) -> Scoring:
    total = total_of(form, policy, execution, [Counted(row.points, row.score) for row in rows])
    said = total.explanation, total.converted, total.graded
    return Scoring(policy, execution, rows, total.points, total.grade, *said, form=form)


def _judged(row: IndicatorScore, form: Form, policy: Policy) -> IndicatorScore:
    """The row with its 得分 where a person gave it; in our own workbook a formula does, in an adopted one it may."""
    one = row.indicator
    by_formula = one.earned.computed if form.adopted else form.ours
    if policy.word("scoring.source") != "computed" or not form.columns or by_formula:
        return row
    return replace(row, score=with_judgement(row.score, one.earned, one.actual_value, row.points, policy))


def _grounded(row: IndicatorScore, points: list[KeyPoint] | None, policy: Policy) -> IndicatorScore:
    """The row with the 依据 of how its 评价要点 or its reviewers made its points, where the program found them."""
    if row.score.earned is None or policy.word("scoring.source") != "computed":
        return row
    if row.score.method == METHOD:
        also = key_points.own_method(policy)
    else:
        also = () if points is None else key_points.grounds(points, policy)
    return (
        replace(row, score=replace(row.score, also=tuple(dict.fromkeys((*row.score.also, *also)))))
        if also
        else row
    )


def score_indicator(
    one: Indicator, policy: Policy, year: int | None, review: Review | None = None
) -> IndicatorScore:
    """Score one row as it was filled in; `year` is the form's, `review` what reviewers gave the row.

    Never raises for any entry.
    """
    stated = points_in(one.points)
    points = None if isinstance(stated, Misfit) else stated
    read = one.target_value, one.actual_value
    labels = (one.level1.text, one.level2.text)
    source = policy.word("scoring.source")
    if isinstance(stated, Misfit) and not policy.pointless:
        row = compare_row(*read, policy, labels, year, one.name.text)
        settled = row.state is not State.SCORED and review is None
        return IndicatorScore(one, None, row if settled else unclear("待核对", stated))
    if source == "computed" and review is None:
        return IndicatorScore(one, points, score_row(*read, points, policy, labels, year, one.name.text))
    row = compare_row(*read, policy, labels, year, one.name.text)
    if policy.pointless:
        return IndicatorScore(one, points, row)
    if points is not None and points < 0:
        return IndicatorScore(one, points, score_row(*read, points, policy, labels, year, one.name.text))
    if review is not None:
        return IndicatorScore(one, points, with_reviews(row, review, points, policy))
    return IndicatorScore(one, points, with_stated(row, one.earned, points, policy))
