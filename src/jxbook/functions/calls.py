"""The JX_ functions: what a cell hands over goes in, what the cell is to show comes out.

Plain Python, positional, with defaults for what is optional; no spreadsheet program is known here.
A host turns an exception into #VALUE!, never into text, so that no error is skipped by a sum.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import wraps
from typing import ParamSpec

from jxbook import __version__
from jxbook.dataclass import replace
from jxbook.finding import Refusal
from jxbook.form import NO_ENTRY, Entry
from jxbook.functions.arguments import (
    FunctionValue,
    Labels,
    Numbers,
    amount_of_cell,
    cells_of,
    policy_of_cell,
    scored_row,
    shown_number,
    year_of_cell,
)
from jxbook.policy import Policy
from jxbook.scoring import (
    NOT_APPLICABLE,
    UNCLEAR,
    Execution,
    IndicatorScore,
    RowScore,
    State,
    awarded,
    grade,
    review_mean,
    score_execution,
)
from jxbook.scoring.given import points_in
from jxbook.scoring.satisfaction import satisfaction
from jxbook.scoring.total_formula import is_graded
from jxbook.values import Misfit, Raw, as_number, shown

PASSED = "通过"

_P = ParamSpec("_P")


def _without_policy(answer: str) -> Callable[[Callable[_P, FunctionValue]], Callable[_P, FunctionValue]]:
    """What a function answers where its policy cannot be had: never a number. JX_CHECK says why.

    A cell does not know in which folder its workbook lies: a policy that only lies there must be registered.
    """

    def guarded(function: Callable[_P, FunctionValue]) -> Callable[_P, FunctionValue]:
        @wraps(function)
        def call(*arguments: _P.args, **named: _P.kwargs) -> FunctionValue:
            try:
                return function(*arguments, **named)
            except Refusal:
                return answer

        return call

    return guarded


def _says_why(function: Callable[_P, str]) -> Callable[_P, str]:
    """A function that says what is the matter where the policy cannot be had."""

    @wraps(function)
    def answer(*arguments: _P.args, **named: _P.kwargs) -> str:
        try:
            return function(*arguments, **named)
        except Refusal as refusal:
            one = refusal.finding
            return f"{one.severity.label}：{one.what}（{one.place}），{one.fix}"

    return answer


@_without_policy(UNCLEAR)
def JX_SCORE(
    target: Raw, actual: Raw, points: Raw, indicator: Labels = None, policy: Raw = None, year: Raw = None
) -> FunctionValue:
    """Points earned by a row; "" while it is not filled in, "—" where it does not apply, "待核对" where the
    entries cannot be compared. Not rounded where the policy rounds only the total.

    `indicator` is the 二级指标, or the area of 一级, 二级 and 三级指标 from the table's first row down to this one:
    there the nearest label above counts, as merged cells read. `year` is the form's, for "12月".
    """
    row = scored_row(target, actual, points, indicator, policy, year).score
    return shown_score(row) if row.exact is None else float(row.exact)


def shown_score(row: RowScore) -> str:
    """What stands in place of the points of a row that has none."""
    return {State.NOT_APPLICABLE: NOT_APPLICABLE, State.UNCLEAR: UNCLEAR}.get(row.state, "")


@_without_policy("")
def JX_COMPLETION(
    target: Raw, actual: Raw, indicator: Labels = None, policy: Raw = None, year: Raw = None
) -> FunctionValue:
    """Completion as a ratio (1 = reached); "" where there is none."""
    return shown_number(scored_row(target, actual, 0, indicator, policy, year).score.completion)


@_without_policy("")
def JX_DEVIATION(
    target: Raw, actual: Raw, indicator: Labels = None, policy: Raw = None, year: Raw = None
) -> FunctionValue:
    """Deviation from the target as a ratio, (actual − target) ÷ target; "" where there is none."""
    return shown_number(scored_row(target, actual, 0, indicator, policy, year).score.deviation)


@_without_policy("")
def JX_RATE(budget: Raw, spent: Raw, policy: Raw = None) -> FunctionValue:
    """执行率 as a ratio, rounded as the policy says; "" without a positive budget."""
    rules = policy_of_cell(policy)
    return shown_number(
        score_execution(amount_of_cell(budget, rules), amount_of_cell(spent, rules), None, rules).rate
    )


@_without_policy(UNCLEAR)
def JX_EXECUTION(
    budget: Raw, spent: Raw, points: Raw = None, policy: Raw = None, finished: Raw = None
) -> FunctionValue:
    """Points for the 执行率; "" without a positive budget, unless it has no points at all.

    `finished` is 是 where the project is done: by steps, money left over is then no shortfall. "待核对" where
    the points hang on it and it is neither 是 nor 否, and where more was spent than can be true.
    """
    rules = policy_of_cell(policy)
    amounts = amount_of_cell(budget, rules), amount_of_cell(spent, rules)
    full = points_in(Entry(points))
    execution = score_execution(*amounts, full, rules, finished=shown(finished))
    if isinstance(full, Misfit):
        return UNCLEAR
    return shown_execution(execution) if execution.exact is None else float(execution.exact)


def shown_execution(execution: Execution) -> str:
    """What stands in place of the points of a 执行率 that has none."""
    return UNCLEAR if execution.unclear else ""


@_without_policy(UNCLEAR)
def JX_GRADE(total: Raw, policy: Raw = None) -> FunctionValue:
    """优, 良, 中 or 差; "" while the total is no number (待完善), or is more than the full total."""
    number, rules = as_number(total), policy_of_cell(policy)
    return "" if number is None or not is_graded(number, Decimal(0), rules) else grade(number, rules)


@_says_why
def JX_CHECK(
    target: Raw,
    actual: Raw,
    points: Raw,
    score: Raw = None,
    reason: Raw = None,
    indicator: Labels = None,
    policy: Raw = None,
    year: Raw = None,
) -> str:
    """What is wrong with a row and what to do about it, at most three things; "通过" of a good row, "—" of
    one that does not apply, "" of an empty one."""
    scored = scored_row(target, actual, points, indicator, policy, year, score, reason)
    return verdict(scored, policy_of_cell(policy), year_of_cell(year))


def verdict(scored: IndicatorScore, policy: Policy, year: int | None) -> str:
    """What JX_CHECK says of a row. It stands in the row, so it never needs the indicator's name."""
    from jxbook.checks import check_row
    from jxbook.checks.indicator_row import Row

    nameless = replace(scored, indicator=replace(scored.indicator, name=NO_ENTRY))
    one = nameless.indicator
    if not one.used:
        return NOT_APPLICABLE if one.target.none else ""
    findings = check_row(Row(nameless, policy, year))
    return "；".join(f"{one.severity.label}：{one.what}，{one.fix}" for one in findings[:3]) or PASSED


@_says_why
def JX_EXPLAIN(
    target: Raw, actual: Raw, points: Raw, indicator: Labels = None, policy: Raw = None, year: Raw = None
) -> str:
    """How a score came about, in one sentence with its 依据; "" for an empty row."""
    scored = scored_row(target, actual, points, indicator, policy, year)
    if not replace(scored.indicator, name=NO_ENTRY).used:  # a name alone makes no row one in use
        return ""
    return scored.score.explanation + (f"依据：{scored.score.cited}。" if scored.score.cited else "")


def JX_SATISFACTION(counts: Numbers, weights: Numbers = None) -> FunctionValue:
    """Satisfaction as a ratio, from how often each answer was given, best answer first; "" without answers.

    `weights` is what each answer counts for; without them they fall evenly from 1 to 0. A blank count is 0.
    """
    given = [as_number(value) if shown(value) else Decimal(0) for value in cells_of(counts)]
    worth = [] if weights is None else [as_number(value) for value in cells_of(weights)]
    if len(worth) == len(given):  # an answer that is not on the questionnaire has neither count nor weight
        pairs = [pair for pair in zip(given, worth, strict=True) if pair[0] != 0 or pair[1] is not None]
        given, worth = [count for count, _ in pairs], [weight for _, weight in pairs]
    known, stated = ([one for one in numbers if one is not None] for numbers in (given, worth))
    if len(known) < len(given) or len(stated) < len(worth):
        raise ValueError("a count and a weight must be a number from 0")
    return shown_number(satisfaction(known, stated))


@_without_policy(UNCLEAR)
def JX_REVIEW(scores: Numbers, policy: Raw = None) -> FunctionValue:
    """What the scores of several reviewers come to, rounded as the policy says; "" without scores.

    Blank cells are reviewers who gave none. The policy says whether the highest and the lowest are left out.
    """
    return review(scores, policy_of_cell(policy))


def review(scores: Numbers, rules: Policy) -> FunctionValue:
    """What JX_REVIEW answers under a policy."""
    given = [as_number(value) for value in cells_of(scores) if shown(value) != ""]
    if any(score is None or score < 0 for score in given):
        raise ValueError("a score must be a number from 0")
    mean = review_mean([score for score in given if score is not None], rules)
    return shown_number(None if mean is None else awarded(mean, rules)[1])


@_says_why
def JX_POLICY(key: Raw, policy: Raw = None) -> str:
    """A value of the policy with its 依据 and mark, by its Chinese label or its key."""
    wanted = shown(key)
    for rule in policy_of_cell(policy).rules.values():
        if wanted in (rule.key, rule.label):
            return f"{rule.shown}（{rule.mark.label}：{rule.basis}）"
    raise ValueError(f"no such policy value: {wanted}")


def JX_VERSION() -> str:
    """The version of jxbook that answers."""
    return __version__
