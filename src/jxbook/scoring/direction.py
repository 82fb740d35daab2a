"""Which way an indicator counts: what its sign says, or where it has none, what the policy and its place say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from jxbook.policy import Policy, Rule
from jxbook.scoring.place import Place
from jxbook.values import Aligned, Change, Sign, Target
from jxbook.values.units import NO_UNIT, PERCENT, is_span

_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Way:
    """A sign to compare by and the rule that says so; `assumed` where the entry has none of its own."""

    sign: Sign
    rule: Rule
    assumed: bool = False


def ways(target: Target, aligned: Aligned, place: Place, policy: Policy) -> list[Way]:
    """The ways in which a quantity may count: one, or two where nothing tells which was meant."""
    sign = target.sign
    if sign.is_least:
        return [Way(sign, policy.rule("quantitative.at_least"))]
    if sign.is_most:
        return [Way(sign, policy.rule("quantitative.at_most"))]
    if sign is Sign.RANGE:
        return [Way(sign, policy.rule("quantitative.range"))]
    keys = ("equal",) if aligned.low <= 0 else _unsigned(target, place)
    found = [_way(policy.rule(f"quantitative.{key}")) for key in keys]
    if aligned.low == 0:  # 0起: more of it is not better, whichever way "=" counts
        return [replace(way, sign=Sign.AT_MOST) if way.sign.is_least else way for way in found]
    return found


def may_be_limit(target: Target) -> bool:
    """Is it a percentage so small, without a sign, that it may be a limit (投诉率5%) or a saving (节约率5%)?"""
    fraction = None if target.low is None else target.low * target.unit.factor
    percentage = target.unit.dimension == PERCENT.dimension
    return target.sign is Sign.EQUAL and percentage and fraction is not None and 0 <= fraction < _HALF


def _unsigned(target: Target, place: Place) -> tuple[str, ...]:
    """The rules for "=" that may hold."""
    if target.change is not None:
        return ("equal", "equal_cost") if place.cost and target.change is Change.UP else ("equal",)
    small = may_be_limit(target)
    if place.timely and (is_span(target.unit) or target.unit == NO_UNIT):
        return ("equal_time",) if is_span(target.unit) else ("equal_time", "equal")
    if is_span(target.unit) and not place.known:
        return ("equal", "equal_time")
    if place.saving and (place.cost or not place.known):
        return ("equal",)
    if place.cost:
        return ("equal_cost", "equal") if small and not place.named else ("equal_cost",)
    if place.satisfaction and small:
        return ("equal_cost",) if place.complaints else ("equal", "equal_cost")
    return ("equal",)


def _way(rule: Rule) -> Way:
    sign = {"at_least": Sign.AT_LEAST, "at_most": Sign.AT_MOST}.get(str(rule.value), Sign.EQUAL)
    return Way(sign, rule, assumed=True)
