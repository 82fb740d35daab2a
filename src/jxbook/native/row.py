"""All that is reckoned of one indicator row: its entries → its points, or 待核对 with a short reason."""

from __future__ import annotations

from collections.abc import Mapping

from jxbook.dataclass import dataclass
from jxbook.formulas.expression import Expression, Reference, expression
from jxbook.formulas.worksheet import AND, IF, IFERROR, ISNUMBER, MIN, OR, ROUND, N
from jxbook.native import comparable, quantity, wording
from jxbook.native.entry import Steps, entry_steps
from jxbook.native.odd import is_row_odd, odd_steps
from jxbook.native.place import UNWANTED, place_steps
from jxbook.native.words import Saying
from jxbook.policy import Policy
from jxbook.scoring import NOT_APPLICABLE, UNCLEAR

USABLE, YEAR = "usable", "year"
"""Cells beside the lists: do these formulas hold for the policy that the workbook names; the year of the form."""
EARNED, REASON = "earned", "reason"
"""The steps that the form shows."""
_GUARD = 11
"""Decimal places that points are rounded to first, as binary fractions lie beside what they mean."""
OTHER_POLICY = "表中公式不是按所写的“评价政策”编制的，请用 jxbook 计分或重新制表"
_FAILED = "填写内容有误"
_TARGET = "指标值请写成“≥200人次”“98%”“≤12月”这样的形式"
_ACTUAL = "完成值请写成“300人次”“98%”“11月”这样的形式，定性指标从下拉框选择"
_UNLIKE = "完成值与指标值的单位或写法不同，请写成一样的"
_UNSURE = "表中公式不能判断，请用 jxbook 计分、校验"


@dataclass(frozen=True, slots=True)
class Entries:
    """The cells of a row of 自评表; target and actual as they are scored, `typed` what they are made from."""

    level1: Expression
    level2: Expression
    name: Expression
    target: Expression
    actual: Expression
    points: Expression
    typed: tuple[Expression, ...]


def is_supported(policy: Policy) -> bool:
    """Are the methods of a policy those that the formulas know? Else every row is 待核对."""
    return (
        policy.word("quantitative.at_least") == "ratio"
        and policy.word("quantitative.at_most") == policy.word("quantitative.late") == "inverse"
        and policy.word("quantitative.zero_target") == "all_or_nothing"
        and policy.word("over_fulfilment.reduction") == "none"
        and policy.number("quantitative.cap") == policy.number("qualitative.unstated_full") == 100
    )


def row_steps(policy: Policy, entries: Entries) -> Steps:
    """Name → formula of each step of a row, in an order in which none refers to a later one."""
    if not is_supported(policy):
        return {EARNED: expression(UNCLEAR), REASON: expression(_UNSURE)}
    steps: Mapping[str, Expression] = {
        **place_steps(entries.level1, entries.level2, entries.name),
        **entry_steps("target", entries.target),
        **entry_steps("actual", entries.actual),
        **odd_steps(),
        **comparable.comparable_steps(),
        **quantity.quantity_steps(policy),
        **wording.word_steps(policy),
    }
    return {**steps, **_answers(policy, entries)}


def _answers(policy: Policy, entries: Entries) -> Steps:
    of_quantity, of_words = Reference(quantity.WORTH), Reference(wording.WORTH)
    share = IF(of_quantity.equals(""), of_words, of_quantity)
    points, said = entries.points, Reference(wording.SAID)
    # A cell that hangs on an entry only by way of others is not computed anew by LibreOffice where those were never asked
    # for since the file was opened: so the answer asks for the entries itself.
    blank_row = AND(*(cell.equals("") for cell in (entries.name, *entries.typed)))
    exact = points * share
    if policy.word("rounding.of") != "total":
        exact = MIN(points, ROUND(ROUND(exact, _GUARD), policy.number("rounding.places")))
    earned = IF(
        AND(ISNUMBER(points), ISNUMBER(share), N(points) >= 0), IF(share.equals(1), points, exact), UNCLEAR
    )
    may_be_0 = OR(
        Reference(UNWANTED), is_row_odd()
    )  # 无 as the target of 安全事故 may mean that there is to be none
    blank = OR(Reference("actual").equals(""), Reference(wording.ANSWERED).equals(Saying.NONE))
    none = IF(AND(blank, OR(_never_0(), may_be_0.equals(False))), NOT_APPLICABLE, UNCLEAR)
    found = IF(said.equals(Saying.NONE), none, earned)
    readable = OR(Reference(comparable.READABLE), Reference(wording.WORDED), said > Saying.FAILED)
    known = OR(
        Reference(comparable.COMPARABLE), Reference("actual kind") > 0, Reference(wording.ANSWERED) > 0
    )
    told = IF(readable, IF(known, IF(Reference(comparable.COMPARABLE), _UNSURE, _UNLIKE), _ACTUAL), _TARGET)
    return {
        EARNED: IFERROR(IF(Reference(USABLE), IF(blank_row, UNCLEAR, found), UNCLEAR), UNCLEAR),
        REASON: IF(
            Reference(EARNED).equals(UNCLEAR), IFERROR(IF(Reference(USABLE), told, OTHER_POLICY), _FAILED), ""
        ),
    }


def _never_0() -> Expression:
    """— and / never ask for none."""
    return Reference("target").differs("无")
