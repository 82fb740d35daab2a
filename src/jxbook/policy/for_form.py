"""A policy as it holds for a form that has less than the policy asks for: no 分值, no 得分, no points for 执行率.

What a form does not have is neither asked for nor made up: the rows are then scored by what is stated, or compared.
"""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.form import Form
from jxbook.form.indicator import LAST_YEAR
from jxbook.form.table import BY_FIELD, BY_SPELLING, column_of
from jxbook.policy.keys import PolicyValue
from jxbook.policy.model import Policy
from jxbook.policy.rule_set import Mark, Rule

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import KeyName

BY_FORM = "表样"
"""The source of a rule that follows from what the form leaves out."""
_MOST_FURTHER, _MOST_FURTHER_OF_PARTED = 3, 1
_ALWAYS = frozenset({"level1", "level2", "name", "target", "actual"})
"""The columns that a report prints whether the form has them or not."""


def for_form(policy: Policy, form: Form) -> Policy:
    """The policy with what the form leaves out left out. A workbook of ours, which names its policy, has it all, but
    not the form of an office that was adopted."""
    if not form.columns or (form.ours and not form.adopted) or policy.word("scoring.source") != "computed":
        return policy
    rules: dict[str, Rule] = {}

    def put(key: KeyName, value: PolicyValue, basis: str) -> None:
        rules[key] = Rule(key, value, basis, Mark.PRACTICE, BY_FORM)

    pointless = "points" not in form.columns
    if pointless and "earned" in form.columns:
        put("scoring.source", "rows", "表样没有“分值”一栏，得分按表中所填，不由程序计算")
    elif not pointless and _judged(form):
        put("scoring.source", "rows", "表样没有“年度指标值”“实际完成值”两栏，得分按表中所填，不由程序计算")
    elif pointless:
        put("scoring.source", "none", "表样没有“分值”“得分”两栏，只比较完成情况，不计分")
    if without_execution(policy, form):
        put("weights.execution", Decimal(0), "表样没有给预算执行率分值，各项指标的分值已满总分")
    headings = policy.values("layout.columns")
    kept = tuple(one for one in headings if column_of(one).field in {*form.columns, *_ALWAYS})
    columns = (*kept, *_further(form, {column_of(one).field for one in kept}))
    if columns != headings:
        put("layout.columns", columns, "按表样的列")
    return replace(policy, rules={**policy.rules, **rules}) if rules else policy


def _judged(form: Form) -> bool:
    """Are the scores those of a person, by a standard in words: is there nothing to compare, nor a heading that might
    be meant for it?"""
    meant = {column.field for one in form.headings if (column := BY_SPELLING.get(one.like))}
    return "earned" in form.columns and not {"target", "actual"} & (form.columns.keys() | meant)


def _further(form: Form, kept: set[str]) -> tuple[str, ...]:
    """The headings of the office's own columns in which anything is filled in, as many as a page has room for: they are
    printed with the others and never scored."""
    own = [
        heading
        for heading in form.columns
        if heading not in kept
        and heading not in BY_FIELD
        and heading not in LAST_YEAR
        and any(not one.entry(heading).blank for one in form.indicators)
    ]
    return tuple(own[: _MOST_FURTHER_OF_PARTED if "nature" in kept else _MOST_FURTHER])


def without_execution(policy: Policy, form: Form) -> bool:
    """Does the money have no points: no box for them, and the other points make up the whole?"""
    execution, total = policy.number("weights.execution"), policy.number("weights.total")
    if execution == 0 or form.funding.points.cell is not None or form.funding.earned.cell is not None:
        return False
    given = _points(form)
    return given is None or given + execution > total


def _points(form: Form) -> Decimal | None:
    """All points that the form gives its rows, by row or by label; None where it gives none."""
    numbers = [one.points.number for one in form.indicators if one.used]
    others = [one.points.number for one in form.other_scores]
    known = [one for one in (*numbers, *others) if one is not None]
    if not any(one is not None for one in numbers):
        known += (one.points for one in form.label_points)
    return sum(known, Decimal(0)) if known else None
