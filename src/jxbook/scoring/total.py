"""The total of a form and its grade: a whole sum or none at all."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.form import Form, Indicator
from jxbook.form.facts import EXTERNAL_GRADE, EXTERNAL_TOTAL
from jxbook.policy import Policy
from jxbook.scoring.funds import Execution
from jxbook.scoring.given import is_in_bounds
from jxbook.scoring.grade import explain_grade, grade
from jxbook.scoring.rounding import points_of
from jxbook.scoring.row import RowScore, State
from jxbook.scoring.total_formula import counts_for, free_of_residues, is_graded, total_points
from jxbook.values import plain


@dataclass(frozen=True, slots=True)
class Total:
    """A total with its grade, None where there is none, and how it came about in one Chinese sentence.

    `converted`: to the full total, because rows do not apply. `graded` says how it came to its grade.
    """

    points: Decimal | None
    grade: str | None
    explanation: str
    converted: bool = False
    graded: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """A row that counts, or was dropped as not applicable: its 分值 and its score."""

    points: Decimal | None
    score: RowScore


def total_of(form: Form, policy: Policy, execution: Execution, rows: Sequence[Counted]) -> Total:
    """The total as the policy forms it: added up, converted to the full total, or stated by a third party."""
    source = policy.word("scoring.source")
    if source == "none":
        return Total(None, None, "所选政策不计分。")
    if source == "total":
        return _stated(form, policy)
    summed = _summed(form, execution, rows)
    if summed is None:
        return Total(None, None, "有未填写或暂不能计分的项目，暂无总分。")
    points, converts = total_points(summed.added, summed.weight, summed.dropped, policy)
    said = _said(summed, points, converts, policy)
    if not is_graded(points, summed.weight, policy):
        full = plain(policy.number("weights.total"))
        graded = f"分值合计{plain(summed.weight)}分，超过{full}分，不评定等级。"
        return Total(points, None, said + graded, converts, graded)
    return Total(points, grade(points, policy), said, converts, explain_grade(points, policy))


@dataclass(frozen=True, slots=True)
class _Addends:
    """What is added up to a total, not rounded, and the 得分 as they are printed.

    `others` are scores that follow from no target, None where the form has none; `execution` is None without
    points for the 执行率. `weight` are all 分值 that apply, `dropped` is how many rows do not.
    """

    execution: Decimal | None
    indicators: Decimal
    others: Decimal | None
    weight: Decimal
    dropped: int
    printed: Decimal

    @property
    def added(self) -> Decimal:
        """All of it together."""
        return (self.execution or Decimal(0)) + self.indicators + (self.others or Decimal(0))


def _summed(form: Form, execution: Execution, rows: Sequence[Counted]) -> _Addends | None:
    """What is to be added up; None while any of it is missing: a part is no total."""
    counted = [row for row in rows if row.score.state is not State.NOT_APPLICABLE]
    exact = [row.score.exact for row in counted if row.score.exact is not None]
    stated = [one.earned.number for one in form.other_scores]
    if not counted or execution.exact is None or len(exact) < len(counted) or None in stated:
        return None
    others, points_of_others = _others(form)
    given = sum((row.points for row in counted if row.points is not None), execution.points)
    dropped = sum(not _is_blank(one) and not one.used for one in form.indicators)
    return _Addends(
        execution.exact if execution.points else None,
        sum(exact, Decimal(0)),
        others if form.other_scores else None,
        free_of_residues(given + points_of_others),
        dropped + len(rows) - len(counted),
        sum((row.score.earned or Decimal(0) for row in counted), execution.earned or Decimal(0)),
    )


def _said(summed: _Addends, points: Decimal, converts: bool, policy: Policy) -> str:
    """How the total came about."""
    parts = f"各项指标{plain(points_of(summed.indicators, policy))}分"
    if summed.execution is not None:
        parts = f"预算执行率{plain(points_of(summed.execution, policy))}分，{parts}"
    if summed.others is not None:
        parts = f"{parts}，不按指标值计分的各项{plain(points_of(summed.others, policy))}分（按表中所填）"
    if not converts:
        return f"{parts}，总分{plain(points)}分{_unlike_printed(points, summed.printed, policy)}。"
    added, weight = plain(points_of(free_of_residues(summed.added), policy)), plain(summed.weight)
    sum_ = f"{added}÷{weight}×{plain(policy.number('weights.total'))}＝{plain(points)}分"
    return f"{parts}；{summed.dropped}项指标不适用，其余各项分值合计{weight}分，总分折算为{sum_}。"


def _unlike_printed(points: Decimal, printed: Decimal, policy: Policy) -> str:
    """Why a total is not the sum of the printed points, "" where it is."""
    if points_of(printed, policy) == points:
        return ""
    return f"（按未四舍五入的各项得分相加；表中各项得分相加为{plain(printed)}分）"


def _others(form: Form) -> tuple[Decimal, Decimal]:
    """What is earned and what is to be had in scores that follow from no target: as they are stated."""
    earned, points = Decimal(0), Decimal(0)
    for one in form.other_scores:
        full = one.points.number or Decimal(0)
        earned += counts_for(one.earned.number or Decimal(0), full)
        points += full
    return earned, points


def _is_blank(row: Indicator) -> bool:
    """Is nothing filled in?"""
    return row.name.blank and row.target.blank and row.actual.blank and row.points.blank


def _stated(form: Form, policy: Policy) -> Total:
    facts, full = form.project.facts, policy.number("weights.total")
    if EXTERNAL_TOTAL not in facts or facts[EXTERNAL_TOTAL].blank:
        return Total(None, None, f"尚未填写{EXTERNAL_TOTAL}，暂无总分。")
    entry = facts[EXTERNAL_TOTAL]
    if entry.number is None or not is_in_bounds(entry.number, full):
        return Total(None, None, f"{EXTERNAL_TOTAL}“{entry.text}”不是0至{plain(full)}之间的数，暂无总分。")
    stated = facts[EXTERNAL_GRADE].text if EXTERNAL_GRADE in facts else ""
    return Total(entry.number, stated or None, f"第三方评定总分{plain(entry.number)}分。")
