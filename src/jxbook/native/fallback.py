"""The second half of every formula of ours: what a cell shows where its function cannot be had, or fails."""

from __future__ import annotations

from jxbook.formulas.expression import Expression, Reference
from jxbook.formulas.worksheet import AND, COUNTA, IF, IFERROR, ISERROR, ISNUMBER, LEFT, N
from jxbook.policy import Policy
from jxbook.scoring import UNCLEAR
from jxbook.scoring import execution_formula as formula
from jxbook.scoring.grade import graded
from jxbook.scoring.total_formula import stays_within
from jxbook.workbook.names import OWN_REASON
from jxbook.workbook.names import USABLE as USABLE_NAME

USABLE = Reference(USABLE_NAME)
BY_JXBOOK, BY_FORMULAS = "由 jxbook 计算", "由表格公式计算"
"""Which of the two answers, as the form says it."""


def score(call: Expression, own: Expression | None) -> Expression:
    """得分 of a row: that of JX_SCORE, else what the row formulas come to, where the workbook has them."""
    if own is None:
        return IFERROR(call, UNCLEAR)
    return IFERROR(call, IF(own.equals(""), UNCLEAR, own))


def check(call: Expression, *, layer: bool) -> Expression:
    """本行校验: what JX_CHECK says, else why the formulas cannot tell."""
    return IFERROR(call, Reference(OWN_REASON) & "" if layer else "")


def rate(call: Expression, policy: Policy, budget: Expression, spent: Expression) -> Expression:
    """执行率."""
    return IFERROR(call, formula.rate(budget, spent, policy))


def execution(
    call: Expression,
    policy: Policy,
    budget: Expression,
    spent: Expression,
    points: Expression,
    *,
    usable: bool,
) -> Expression:
    """得分 of the 执行率. By steps only what does not hang on 项目是否完成 is reckoned here."""
    if not usable:
        return IFERROR(call, UNCLEAR)
    ratio = formula.quotient(budget, spent)
    if policy.word("execution.method") == "steps":
        whole = formula.points_by_share(formula.share_of_whole(policy), points, policy)
        exact: Expression = IF(ratio.equals(1), whole, UNCLEAR)
    else:
        exact = formula.points_by_ratio(budget, spent, points, policy)
    above = formula.points_by_share(formula.share_above_budget(policy), points, policy)
    full = AND(USABLE, ISNUMBER(points), N(points) > 0)
    earned = IF(formula.is_blocked(budget, spent, policy), UNCLEAR, IF(ratio > 1, above, exact))
    found = IF(formula.are_amounts(budget, spent), earned, UNCLEAR)
    return IFERROR(call, IF(AND(USABLE, points.equals(0)), 0, IF(full, found, UNCLEAR)))


def grade(call: Expression, policy: Policy, total: Expression, *, usable: bool) -> Expression:
    """等级 of a total that is a number."""
    if not usable:
        return IFERROR(call, "")
    within = stays_within(total, policy.number("weights.total"))
    return IFERROR(call, IF(AND(USABLE, within), graded(total, policy), ""))


def engine(call: Expression, entries: Expression) -> Expression:
    """Which of the two answers. It hangs on the entries, so that it never says what was true when the file was saved."""
    return IF(ISERROR(call), BY_FORMULAS, BY_JXBOOK) & LEFT("", COUNTA(entries))
