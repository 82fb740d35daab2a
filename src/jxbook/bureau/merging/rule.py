"""How one figure of the parent comes from those of its units.

The rule is that of a province's form in use (实践): absolute values are added, relative values averaged by the money.
The latest date counts. What neither adds nor averages, words and tiers, is taken over where all units say the same;
else it stays empty, and a person decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.form import Indicator
from jxbook.pattern import pattern
from jxbook.scoring import half_up
from jxbook.values import Actual, Kind, Sign, Target, plain

_RELATIVE = pattern(r"率$|比例|占比|人均|户均|平均|单位成本|单价|^每|满意度|/")
_RELATIVE_KINDS = ("percent", "ratio")
_PLACES = 4
_ANY_YEAR = 2000
"""Of dates that name none: months and days are compared."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The parent's entry and how it came about; `open` where a person has to decide, and the entry is empty."""

    text: str
    how: str
    open: bool = False


def merged_target(rows: Sequence[Indicator], weights: Sequence[Decimal | None]) -> Merged:
    """The target of an indicator from those of the units."""
    targets = [one.target_value for one in rows]
    texts = [one.target.text for one in rows]
    signs = {one.sign for one in targets if one.kind is Kind.NUMBER}
    if len(signs) > 1 or Sign.RANGE in signs:
        return _same_or_open(texts, "各单位的比较符号不同")
    sign = "" if not signs else next(iter(signs)).value
    return _merged(rows, targets, texts, weights, sign)


def merged_actual(rows: Sequence[Indicator], weights: Sequence[Decimal | None]) -> Merged:
    """What was reached by the parent."""
    actuals = [one.actual_value for one in rows]
    if any(one.bound is not None for one in actuals):
        return _same_or_open([one.actual.text for one in rows], "有的单位填的是范围，不是数")
    return _merged(rows, actuals, [one.actual.text for one in rows], weights, "")


def _merged(
    rows: Sequence[Indicator],
    values: Sequence[Target | Actual],
    texts: Sequence[str],
    weights: Sequence[Decimal | None],
    sign: str,
) -> Merged:
    kinds = {one.kind for one in values}
    if kinds == {Kind.NUMBER}:
        return _numbers(rows[0].name.text, values, texts, weights, sign)
    if kinds == {Kind.TIME}:
        moments = [(one.moment, text) for one, text in zip(values, texts, strict=True) if one.moment]
        if len({moment.year for moment, _ in moments}) == 1:
            latest = max(moments, key=lambda one: one[0].last_day(one[0].year or _ANY_YEAR))
            return Merged(latest[1], "取最晚的时间")
    return _same_or_open(texts, "不能相加，也不能平均")


def _numbers(
    name: str,
    values: Sequence[Target | Actual],
    texts: Sequence[str],
    weights: Sequence[Decimal | None],
    sign: str,
) -> Merged:
    first = values[0].unit
    if any(one.unit.dimension != first.dimension for one in values):
        return _same_or_open(texts, "各单位的计量单位不同")
    numbers = [_number(one) * one.unit.factor for one in values]
    relative = first.dimension in _RELATIVE_KINDS or bool(
        _RELATIVE.search(name) or _RELATIVE.search(first.name)
    )
    if not relative:
        whole = sum(numbers, Decimal(0)) / first.factor
        return Merged(f"{sign}{plain(whole)}{first.name}", f"相加：{'＋'.join(texts)}")
    if len(set(numbers)) == 1:
        return Merged(f"{sign}{plain(numbers[0] / first.factor)}{first.name}", "各单位相同")
    known = [one for one in weights if one is not None]
    if len(known) < len(weights) or not sum(known, Decimal(0)):
        return Merged("", "有的单位没有预算数，不能按资金加权", open=True)
    mean = sum((one * weight for one, weight in zip(numbers, known, strict=True)), Decimal(0)) / sum(known)
    parts = "，".join(f"{text}（{plain(weight)}万元）" for text, weight in zip(texts, known, strict=True))
    value = half_up(mean / first.factor, _PLACES if first.dimension != "percent" else 2)
    return Merged(f"{sign}{plain(value)}{first.name}", f"按全年预算数加权平均：{parts}")


def _number(value: Target | Actual) -> Decimal:
    number = value.low if isinstance(value, Target) else value.number
    return Decimal(0) if number is None else number


def _same_or_open(texts: Sequence[str], why: str) -> Merged:
    if len(set(texts)) == 1:
        return Merged(texts[0], "各单位相同")
    return Merged("", f"{why}，请由主管部门填写：{'；'.join(dict.fromkeys(texts))}", open=True)
