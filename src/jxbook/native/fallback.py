"""The second half of every formula of ours: what a cell shows where its function cannot be had, or fails."""

from __future__ import annotations

from decimal import Decimal

from jxbook.formulas.expression import Expression, Reference
from jxbook.formulas.worksheet import AND, COUNTA, IF, IFERROR, ISERROR, ISNUMBER, LEFT, MIN, ROUND, N
from jxbook.policy import Policy
from jxbook.scoring import UNCLEAR
from jxbook.scoring.grade import graded
from jxbook.scoring.steps import numbered
from jxbook.scoring.total_formula import stays_within
from jxbook.workbook.names import OWN_EARNED, OWN_REASON
from jxbook.workbook.names import USABLE as USABLE_NAME

USABLE = Reference(USABLE_NAME)
_GUARD = 11
BY_JXBOOK, BY_FORMULAS = "由 jxbook 计算", "由表格公式计算"
"""Which of the two answers, as the form says it."""


def score(call: Expression, *, layer: bool) -> Expression:
    """得分 of a row: that of JX_SCORE, else what the row formulas come to, where the workbook has them."""
    if not layer:
        return IFERROR(call, UNCLEAR)
    own = Reference(OWN_EARNED)
    return IFERROR(call, IF(own.equals(""), UNCLEAR, own))


def check(call: Expression, *, layer: bool) -> Expression:
    """本行校验: what JX_CHECK says, else why the formulas cannot tell."""
    return IFERROR(call, Reference(OWN_REASON) & "" if layer else "")


def rate(call: Expression, policy: Policy, budget: Expression, spent: Expression) -> Expression:
    """执行率."""
    places = policy.number("execution.rate_places") + 2
    return IFERROR(call, IF(_are_amounts(budget, spent), ROUND(ROUND(spent / budget, _GUARD), places), ""))


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
    ratio = ROUND(spent / budget, _GUARD)
    if policy.word("execution.method") == "steps":
        highest = numbered(0, policy.values("execution.steps")).share
        exact: Expression = IF(ratio.equals(1), _share_of(points, highest, policy), UNCLEAR)
    else:
        exact = MIN(points, _rounded(points * spent / budget, policy))
    above: Expression = points
    most = policy.number("execution.block_above") / 100
    if policy.word("execution.above_budget") == "next_step":
        share = numbered(1, policy.values("execution.steps")).share
        above = _share_of(points, share, policy)
    full = AND(USABLE, ISNUMBER(points), N(points) > 0)
    found = IF(_are_amounts(budget, spent), IF(ratio > most, UNCLEAR, IF(ratio > 1, above, exact)), UNCLEAR)
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


def _are_amounts(budget: Expression, spent: Expression) -> Expression:
    return AND(ISNUMBER(budget), ISNUMBER(spent), N(budget) > 0, N(spent) >= 0)


def _share_of(points: Expression, share: Decimal, policy: Policy) -> Expression:
    return points if share == 1 else MIN(points, _rounded(points * share, policy))


def _rounded(points: Expression, policy: Policy) -> Expression:
    if policy.word("rounding.of") == "total":
        return points
    return ROUND(ROUND(points, _GUARD), policy.number("rounding.places"))
