"""Entries that say with the words of the indicator what they mean: 480元 of 人均成本, 节约4% of 节约率, 全部合格 of 合格率."""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.pattern import pattern
from jxbook.values.actual import Actual
from jxbook.values.change import change_words
from jxbook.values.fold import fold
from jxbook.values.kinds import Kind
from jxbook.values.target import Target
from jxbook.values.units import NO_UNIT, PERCENT, Unit, read_unit

_EACH = pattern("([人户村校生班])均|每|单价|单位成本|单位造价|平均")
_ALL = pattern(r"(?:全部|全面|均|都|全)(?:已|均|都)?(?P<what>[\u4e00-\u9fff]{2,6})\Z")
_HOW = ("按期", "按时", "及时", "如期", "准时", "一次", "一次性")
_MONEY = "money"


def in_words_of_name(target: Target, actual: Actual, name: str) -> tuple[Target, Actual]:
    """Both as the name of the indicator lets them be read; as they are where it tells nothing."""
    if target.kind is not Kind.NUMBER or not name:
        return target, actual
    folded = fold(name)
    if target.unit == PERCENT and (meant := _all_of_it(actual, folded)):
        return target, meant
    if actual.kind is not Kind.NUMBER:
        return target, actual
    named = change_words(fold(actual.text)) & change_words(folded)
    if named and actual.change is not None and target.change is None and not target.sign.is_most:
        actual = replace(actual, change=None)
    if each := _EACH.search(folded):
        one = each[1] or ""
        if (unit := _as_each(target.unit, actual.unit, one)) is not target.unit:
            target = replace(target, unit=unit)
        if (unit := _as_each(actual.unit, target.unit, one)) is not actual.unit:
            actual = replace(actual, unit=unit)
    return target, actual


def _all_of_it(actual: Actual, name: str) -> Actual | None:
    """全部合格 as 100% of a 合格率, where the name asks for just that."""
    match = _ALL.match(fold(actual.text)) if actual.kind in (Kind.TEXT, Kind.YES_NO, Kind.TIER) else None
    rate = name.partition("(")[0]
    if match is None or not rate.endswith(f"{match['what']}率"):
        return None
    if rate.removesuffix(f"{match['what']}率").endswith(_HOW):
        return None  # 全部完成 says nothing of 按期完成率
    doubt = f"“{actual.text}”按100%理解"
    return Actual(actual.text, Kind.NUMBER, number=Decimal(100), unit=PERCENT, doubts=(doubt,))


def _as_each(unit: Unit, other: Unit, one: str) -> Unit:
    """元 as 元/人, where the other is of money for each and the name says so; `one` is whom it is for, if it tells."""
    money, slash, each = other.name.partition("/")
    over = read_unit(money) or NO_UNIT
    if not slash or unit.dimension != _MONEY or over.dimension != _MONEY or one not in each:
        return unit
    return replace(other, name=unit.name, factor=other.factor * unit.factor / over.factor)
