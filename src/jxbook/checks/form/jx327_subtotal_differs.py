"""JX327 小计与各行不符

查什么
    指标表中间的“小计”“产出指标小计”等行，填写的分值、得分与它所合计的各行是否相等。写明是哪个指标的，与该指标的各行比；
    没有写明的，与上下各行、同一级指标各行、全部各行逐一比，有一种相等就不报。有的行没有填写时不查。

为什么
    小计由各行相加得出，不相等的必有一处写错，总分也就不可靠。

示例
    会报：产出指标小计：50、48
    不报：产出指标小计：50、50
    不报：产出指标小计：50、空

怎么改
    改正小计，或检查它所合计的各行。

依据
    假定：由本程序按算术核对，文件没有规定；允许的误差0.01，也允许按小计所写的小数位数四舍五入
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error
from jxbook.checks.wording import figure, is_rounded, quote
from jxbook.form import Entry, Indicator, Subtotal

_COLUMNS = {"points": "分值", "earned": "得分"}


def check(case: Case) -> Iterator[Flaw]:
    if case.policy.pointless:
        return
    tolerance = case.policy.number("rounding.tolerance")
    for one in case.form.subtotals:
        meant = [case.form.indicators[first:end] for first, end in one.sums]
        for field, column in _COLUMNS.items():
            stated, funds = getattr(one, field).score, getattr(case.form.funding, field).score
            fitting = [rows for rows in meant if _may_be(stated, _sum(rows, field), funds, tolerance)]
            if not fitting:
                yield _flaw(one, meant[0], field, column)
                break
            meant = fitting


def _sum(rows: tuple[Indicator, ...], field: str) -> Decimal | None:
    """None where a row in use has no such number."""
    numbers = [one.entry(field).score for one in rows if one.used and not one.entry(field).none]
    known = [number for number in numbers if number is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(numbers) else None


def _may_be(stated: Decimal | None, right: Decimal | None, funds: Decimal | None, tolerance: Decimal) -> bool:
    """Is a number the sum, with the points for 执行率 or without, or is either of them not known?"""
    if stated is None or right is None:
        return True
    sums = (right, right + (funds or Decimal(0)))
    return any(abs(stated - one) <= tolerance or is_rounded(stated, one) for one in sums)


def _flaw(one: Subtotal, rows: tuple[Indicator, ...], field: str, column: str) -> Flaw:
    at: Entry = getattr(one, field)
    right = figure(_sum(rows, field) or Decimal(0))
    return error(
        at,
        f"{quote(one.label.text)}的{column}填写为{at.text}，{_span(rows)}合计是{right}",
        f"{grounds.CONTRADICTORY}：小计应等于它所合计的各行之和",
        f"请把它改为{right}，或检查它所合计的各行",
    )


def _span(rows: tuple[Indicator, ...]) -> str:
    """第13行至第16行, where they stand in rows."""
    numbers = [one.points.cell.row for one in rows if one.points.cell]
    if not numbers:
        return "各行"
    first, last = min(numbers), max(numbers)
    return f"第{first}行" if first == last else f"第{first}行至第{last}行"
