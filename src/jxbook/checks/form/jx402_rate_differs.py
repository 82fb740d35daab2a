"""JX402 填写的执行率与计算结果不符

查什么
    年度资金总额一行填写的执行率，是否等于全年执行数÷全年预算数（四舍五入，缺省保留两位小数）。
    按年初预算数计算的只作提醒。政策规定以实际到位资金为分母的，按实际到位资金计算。指标中有“预算执行率”的，它的实际
    完成值也照此核对，按填写的小数位四舍五入。

为什么
    执行率直接计分，差0.01也说明是手工填写或截断的。

示例
    会报：年度资金总额：9200000、9200000、8988025.24｜执行率：97.69%
    不报：年度资金总额：9200000、9200000、8988025.24｜执行率：97.70%

怎么改
    改成计算的值；使用模板中的公式，执行率会自动算出。

依据
    官方：财预〔2020〕10号附件2（参考）（部门评价、财政评价：预算执行率＝（实际支出资金/实际到位资金）×100%）
    实践：单位自评的执行率＝执行数÷调整后预算数，取自评审要点；保留两位小数，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error, warning
from jxbook.checks.wording import quote, rate
from jxbook.form import Entry
from jxbook.pattern import pattern
from jxbook.scoring import half_up
from jxbook.scoring.execution_formula import execution_rate
from jxbook.values import fold
from jxbook.values.entry import is_error
from jxbook.values.rounding import decimals

_NAMES = pattern(r"(?:项目)?(?:预算|资金|预算资金|资金预算)?执行率(?:\(.*\))?\Z")
"""An indicator that is the 执行率 of the whole project."""


def check(case: Case) -> Iterator[Flaw]:
    right = case.scoring.execution.rate
    if right is None:
        return
    divisor = case.policy.rule("execution.rate_of").shown
    places = int(case.policy.number("execution.rate_places"))
    tolerance = case.policy.number("rounding.tolerance")
    yield from _in_money(case, right, divisor, places)
    yield from _in_parts(case, places)
    for row in case.rows:
        name, actual = row.indicator.name.text, row.indicator.actual
        if "率" not in name or not _NAMES.match(fold(name)) or row.indicator.actual_value.bound:
            continue
        if (stated := row.percentage) is None:
            continue
        if abs(half_up(right * 100, min(decimals(stated), places)) - stated) > tolerance:
            yield warning(
                actual,
                f"{row.title}的实际完成值{quote(actual.text)}，按全年执行数÷{divisor}计算是{rate(right, places)}",
                f"执行率应当由表中的数算出，是{grounds.REVIEWED}",
                f"请改为{rate(right, places)}，或检查预算数、执行数是否填错",
            )


def _in_money(case: Case, right: Decimal, divisor: str, places: int) -> Iterator[Flaw]:
    """What stands beside 年度资金总额."""
    funding = case.form.funding
    entry = funding.rate
    if entry.blank or entry.none or is_error(entry.text) or _agrees(entry, right, places):
        return
    initial = execution_rate(funding.total.initial_amount, funding.total.spent_amount, case.policy)
    other_way = initial is not None and _agrees(entry, initial, places)
    yield (warning if other_way else error)(
        entry,
        f"执行率填写为{quote(entry.text)}，按全年执行数÷{divisor}计算是{rate(right, places)}",
        f"填写的是全年执行数÷年初预算数；{case.policy.rule('execution.rate_of').cited}"
        if other_way
        else grounds.impossible(entry.number, "执行率与表中的预算数、执行数不符"),
        f"请改为{rate(right, places)}，或检查预算数、执行数是否填错",
    )


def _in_parts(case: Case, places: int) -> Iterator[Flaw]:
    """What stands beside 其中：当年财政拨款 and its kin."""
    for part in (*case.form.funding.parts, *case.form.funding.further):
        budget, spent = part.budget_amount, part.spent_amount
        if part.rate.number is None or budget is None or spent is None or budget <= 0:
            continue
        total = case.form.funding
        if part.rate.text == total.rate.text and (budget, spent) == (
            total.total.budget_amount,
            total.total.spent_amount,
        ):
            continue  # the same money once more
        right = spent / budget
        if not _agrees(part.rate, right, places):
            yield warning(
                part.rate,
                f"{part.label}的执行率填写为{quote(part.rate.text)}，按执行数÷预算数计算是{rate(right, places)}",
                f"执行率应当由表中的数算出，是{grounds.REVIEWED}",
                f"请改为{rate(right, places)}，或检查预算数、执行数是否填错",
            )


def _agrees(entry: Entry, right: Decimal, places: int) -> bool:
    """Is a stated rate the right one, rounded to as many places as it is written with, the policy's at most?"""
    stated = _ratio(entry, right)
    if stated is None:
        return False
    written = max(2, decimals(stated))
    if written < places + 2:
        return stated == half_up(right, written)
    return abs(stated - right) * 2 <= Decimal(1).scaleb(-places - 2)


def _ratio(entry: Entry, right: Decimal) -> Decimal | None:
    """The stated rate as a ratio. Without a % it may be either, 0.9769 or 97.69: the nearer one is meant."""
    number = entry.number
    if number is None:
        return None
    if isinstance(entry.raw, str) and ("%" in entry.raw or "％" in entry.raw):
        return number / 100
    return min(number, number / 100, key=lambda ratio: abs(ratio - right))
