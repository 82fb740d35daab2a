"""Which way an indicator counts: what its sign says, or where it has none, what the policy and its place say."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from jxbook.dataclass import dataclass, replace
from jxbook.policy import Policy, Rule
from jxbook.scoring.leaning import Leaning
from jxbook.scoring.place import Place
from jxbook.values import Actual, Aligned, Kind, Misfit, Sign, Target, Trend, plain
from jxbook.values.units import NO_UNIT, PERCENT, is_span

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import UnsignedKey, Word

_HALF = Decimal("0.5")
_SIGN_OF: Mapping[Word, Sign] = {"at_least": Sign.AT_LEAST, "at_most": Sign.AT_MOST}


@dataclass(frozen=True, slots=True)
class Direction:
    """A sign to compare by and the rule that says so; `assumed` where the entry has none of its own."""

    sign: Sign
    rule: Rule
    assumed: bool = False


def ways(target: Target, aligned: Aligned, place: Place, policy: Policy) -> list[Direction]:
    """The ways in which a quantity may count: one, or two where nothing tells which was meant."""
    sign = target.sign
    if sign.is_least:
        return [Direction(sign, policy.rule("quantitative.at_least"))]
    if sign.is_most:
        return [Direction(sign, policy.rule("quantitative.at_most"))]
    if sign is Sign.RANGE:
        return [Direction(sign, policy.rule("quantitative.range"))]
    keys: tuple[UnsignedKey, ...] = ("quantitative.equal",) if aligned.low <= 0 else _unsigned(target, place)
    found = [_way(policy.rule(key)) for key in keys]
    return found if aligned.low else _of_nothing(found, target, place)


def _of_nothing(found: list[Direction], target: Target, place: Place) -> list[Direction]:
    """The ways of 0起: more of it is not better, whichever way "=" counts, but of what the row calls saved; of 下降率0%
    and 税收增长率0%, and of 提前0天, nobody can tell."""
    tells = place.tells
    wanted = tells.leaning is Leaning.MORE
    if wanted and place.saving:
        return found
    measured = tells.rate or target.unit.dimension == PERCENT.dimension or is_span(target.unit)
    wanted = wanted or (tells.leaning is None and not place.cost and measured)
    most = [replace(way, sign=Sign.AT_MOST) if way.sign.is_least else way for way in found]
    return [*most, *(way for way in found if way not in most)] if wanted else most


def reversed_sign(target: Target, aligned: Aligned, place: Place) -> bool:
    """Is what is better small asked for at the least: 差错率≥3%, 总成本≥50万元, and 事故≥0起 beside one that happened?"""
    if not target.sign.is_least or target.kind is not Kind.NUMBER or target.change is not None:
        return False
    tells = place.tells
    limited = place.cost and (tells.limited or (tells.sum and _is_amount(target)))
    asked = target.low is not None and (target.low > 0 or (target.low == 0 and aligned.actual > 0))
    return not place.saving and asked and (_less(place) or limited)


def limited_share(target: Target, aligned: Aligned, place: Place) -> bool:
    """Is a limit set to a share of what is wanted: 合格率≤95%, 满意度≤90%? One of 100% bounds nothing."""
    if (
        not target.sign.is_most
        or target.change is not None
        or target.low is None
        or aligned.actual == aligned.low
    ):
        return False
    tells, bare = place.tells, target.unit == NO_UNIT and target.low > 1
    fraction = target.low / 100 if bare else target.low * target.unit.factor
    wanted = tells.share and tells.leaning is Leaning.MORE
    satisfied = place.satisfaction and not place.complaints and tells.leaning is not Leaning.LESS
    percentage = target.unit.dimension in ("", PERCENT.dimension)
    return percentage and ((wanted and 0 < fraction < 1) or (satisfied and _HALF <= fraction < 1))


def may_be_limit(target: Target) -> bool:
    """Is it a percentage so small, without a sign, that it may be a limit (投诉率5%) or a saving (节约率5%)?"""
    fraction = None if target.low is None else target.low * target.unit.factor
    percentage = target.unit.dimension == PERCENT.dimension
    return target.sign is Sign.EQUAL and percentage and fraction is not None and 0 <= fraction < _HALF


def better_beyond(target: Target, actual: Actual, aligned: Aligned, place: Place) -> Misfit | None:
    """Why an actual outside of a range may be better than one inside: 2天 of 3-5天, 98% of 90%-95%. None where it is
    not, or is no better."""
    if target.sign is not Sign.RANGE or target.kind is not Kind.NUMBER or target.change is not None:
        return None
    tells = place.tells
    cheaper = place.cost and not place.saving and tells.leaning is not Leaning.MORE
    sooner = place.timely and not tells.lasts and is_span(target.unit)
    if aligned.actual < aligned.low and (cheaper or sooner or _less(place)):
        what, sign, bound = "低于区间的下限，从名称看越少越好", "≤", target.high
    elif aligned.actual > aligned.high and tells.leaning is Leaning.MORE and not cheaper:
        what, sign, bound = "超过区间的上限，从名称看越多越好", "≥", target.low
    else:
        return None
    assert bound is not None
    return Misfit(
        f"实际完成值“{actual.text}”{what}，看不出是否要扣分",
        remedy=f"请把指标值写成“{sign}{plain(bound)}{target.unit.name}”，确实要求在区间之内的由人工核定",
        of_target=True,
    )


def _less(place: Place) -> bool:
    return place.tells.leaning is Leaning.LESS


def _unsigned(target: Target, place: Place) -> tuple[UnsignedKey, ...]:
    """The rules for "=" that may hold."""
    if target.change is not None:
        return (
            ("quantitative.equal", "quantitative.equal_cost")
            if place.cost and target.change is Trend.UP
            else ("quantitative.equal",)
        )
    if place.timely and target.unit == NO_UNIT and not place.tells.rate:
        return (
            ("quantitative.equal_time", "quantitative.equal")
            if place.tells.leaning is None
            else _of_span(place)
        )
    if place.timely and is_span(target.unit):
        return _of_span(place)
    if place.saving and (place.cost or not place.known):
        return ("quantitative.equal",)
    if place.cost:
        return _of_cost(target, place)
    if is_span(target.unit):
        return _of_span(place)
    if _less(place):
        return ("quantitative.equal_less",)
    if place.tells.doubtful:
        return ("quantitative.equal", "quantitative.equal_less")
    if place.satisfaction and may_be_limit(target) and place.tells.leaning is None:
        return (
            ("quantitative.equal_less",)
            if place.complaints
            else ("quantitative.equal", "quantitative.equal_less")
        )
    return ("quantitative.equal",)


def _of_cost(target: Target, place: Place) -> tuple[UnsignedKey, ...]:
    """A cost is a limit; a rate of what is wanted is none; and of what is neither nobody can tell."""
    tells, rate = place.tells, _may_be_rate(target)
    if tells.paid_out:
        return ("quantitative.equal_cost", "quantitative.equal")
    if tells.leaning is Leaning.LESS or tells.limited or (tells.sum and not rate):
        return ("quantitative.equal_cost",)
    if tells.leaning is Leaning.MORE and not (tells.activity and _is_amount(target)):
        return (
            ("quantitative.equal_cost", "quantitative.equal")
            if _is_amount(target)
            else ("quantitative.equal",)
        )
    limit = _is_amount(target) if place.named else not rate
    return ("quantitative.equal_cost",) if limit else ("quantitative.equal_cost", "quantitative.equal")


def _of_span(place: Place) -> tuple[UnsignedKey, ...]:
    """How long something takes is a limit; how long it lasts, or serves, is not; and of 服务期限 nobody can tell."""
    tells = place.tells
    if tells.lasts:
        return ("quantitative.equal",)
    if _less(place):
        return ("quantitative.equal_time",) if place.timely else ("quantitative.equal_less",)
    if place.timely:
        limit = not place.named or (tells.takes and not tells.length)
        return ("quantitative.equal_time",) if limit else ("quantitative.equal_time", "quantitative.equal")
    if not place.known:
        return ("quantitative.equal", "quantitative.equal_time")
    return (
        ("quantitative.equal", "quantitative.equal_less")
        if tells.span or tells.time or tells.doubtful
        else ("quantitative.equal",)
    )


def _may_be_rate(target: Target) -> bool:
    """A percentage, or a number that a cell may have handed over for one: 1 for 100 %."""
    bare = target.unit == NO_UNIT and target.low is not None and target.low <= 1
    return bare or target.unit.dimension == PERCENT.dimension


def _is_amount(target: Target) -> bool:
    """元, 万元 and 元/人."""
    return target.unit.name.lstrip("万亿千百").startswith("元")


def _way(rule: Rule) -> Direction:
    sign = _SIGN_OF.get(rule.word, Sign.EQUAL)
    return Direction(sign, rule, assumed=True)
