"""The total of a form and its grade: a whole sum or none at all."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.form import Form
from jxbook.form.facts import EXTERNAL_GRADE, EXTERNAL_TOTAL
from jxbook.policy import Policy
from jxbook.scoring.converted import free_of_residues, is_stated_total, total_points
from jxbook.scoring.funds import Execution
from jxbook.scoring.grade import explain_grade, grade
from jxbook.scoring.rounding import points_of
from jxbook.scoring.row import RowScore, State
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
    counted = [row for row in rows if row.score.state is not State.NOT_APPLICABLE]
    exact = [row.score.exact for row in counted]
    stated = [one.earned.number for one in form.other_scores]
    if not counted or execution.exact is None or any(one is None for one in (*exact, *stated)):
        return Total(None, None, "有未填写或暂不能计分的项目，暂无总分。")
    indicators = sum((one for one in exact if one is not None), Decimal(0))
    others, points_of_others = _others(form)
    added = execution.exact + indicators + others
    given = sum((row.points for row in counted if row.points is not None), execution.points)
    weight = free_of_residues(given + points_of_others)
    full = policy.number("weights.total")
    dropped = len(form.indicators) - sum(one.used for one in form.indicators) - _blank(form)
    dropped += len(rows) - len(counted)
    parts = f"各项指标{plain(points_of(indicators, policy))}分"
    if execution.points:
        parts = f"预算执行率{plain(points_of(execution.exact, policy))}分，{parts}"
    if form.other_scores:
        parts = f"{parts}，不按指标值计分的各项{plain(points_of(others, policy))}分（按表中所填）"
    points, converts = total_points(added, weight, dropped, policy)
    if converts:
        converted = f"{plain(points_of(free_of_residues(added), policy))}÷{plain(weight)}×{plain(full)}＝{plain(points)}分"
        said = f"{parts}；{dropped}项指标不适用，其余各项分值合计{plain(weight)}分，总分折算为{converted}。"
    else:
        said = f"{parts}，总分{plain(points)}分{_unlike_printed(points, counted, execution, policy)}。"
    if weight > full or points > full:
        graded = f"分值合计{plain(weight)}分，超过{plain(full)}分，不评定等级。"
        return Total(points, None, said + graded, converts, graded)
    return Total(points, grade(points, policy), said, converts, explain_grade(points, policy))


def _unlike_printed(points: Decimal, counted: Sequence[Counted], execution: Execution, policy: Policy) -> str:
    """Why a total is not the sum of the printed points, "" where it is."""
    printed = sum((row.score.earned or Decimal(0) for row in counted), execution.earned or Decimal(0))
    if points_of(printed, policy) == points:
        return ""
    return f"（按未四舍五入的各项得分相加；表中各项得分相加为{plain(printed)}分）"


def _others(form: Form) -> tuple[Decimal, Decimal]:
    """What is earned and what is to be had in scores that follow from no target: as they are stated."""
    earned, points = Decimal(0), Decimal(0)
    for one in form.other_scores:
        number, full = one.earned.number, one.points.number or Decimal(0)
        earned += min(max(number, Decimal(0)), full) if number is not None else Decimal(0)
        points += full
    return earned, points


def _blank(form: Form) -> int:
    """Rows in which nothing is filled in."""
    return sum(
        all(entry.blank for entry in (one.name, one.target, one.actual, one.points))
        for one in form.indicators
    )


def _stated(form: Form, policy: Policy) -> Total:
    facts, full = form.project.facts, policy.number("weights.total")
    if EXTERNAL_TOTAL not in facts or facts[EXTERNAL_TOTAL].blank:
        return Total(None, None, f"尚未填写{EXTERNAL_TOTAL}，暂无总分。")
    entry = facts[EXTERNAL_TOTAL]
    if entry.number is None or not is_stated_total(entry.number, policy):
        return Total(None, None, f"{EXTERNAL_TOTAL}“{entry.text}”不是0至{plain(full)}之间的数，暂无总分。")
    stated = facts[EXTERNAL_GRADE].text if EXTERNAL_GRADE in facts else ""
    return Total(entry.number, stated or None, f"第三方评定总分{plain(entry.number)}分。")
