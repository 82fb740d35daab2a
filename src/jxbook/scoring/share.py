"""How much of a target was reached, by the methods that a policy can name."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jxbook.policy import Policy, Rule
from jxbook.values import Aligned, Sign


@dataclass(frozen=True, slots=True)
class Share:
    """part / whole, kept apart so that points × part ÷ whole is rounded once. `met`: the target is reached."""

    part: Decimal
    whole: Decimal
    met: bool
    rule: Rule

    @property
    def ratio(self) -> Decimal:
        """The completion ratio, not capped."""
        return self.part / self.whole

    def of(self, points: Decimal) -> Decimal:
        """The share of these points, never more than them and never below 0."""
        return max(Decimal(0), min(points, points * self.part / self.whole))


def direction(sign: Sign, policy: Policy, *, cost: bool) -> tuple[Sign, Rule]:
    """Which way an indicator counts, and the rule that says so: "=" counts as the policy says."""
    if sign.is_least:
        return sign, policy.rule("quantitative.at_least")
    if sign.is_most:
        return sign, policy.rule("quantitative.at_most")
    if sign is Sign.RANGE:
        return sign, policy.rule("quantitative.range")
    rule = policy.rule("quantitative.equal_cost" if cost else "quantitative.equal")
    return {"at_least": Sign.AT_LEAST, "at_most": Sign.AT_MOST}.get(str(rule.value), Sign.EQUAL), rule


def share_of(aligned: Aligned, sign: Sign, policy: Policy, *, cost: bool) -> Share:
    """The share reached of a quantity."""
    way, rule = direction(sign, policy, cost=cost)
    low, high, actual = aligned.low, aligned.high, aligned.actual
    if way is Sign.RANGE or way is Sign.EQUAL:
        return _inside(low, high, actual, rule, policy)
    met = {
        Sign.AT_LEAST: actual >= low,
        Sign.MORE: actual > low,
        Sign.AT_MOST: actual <= low,
        Sign.LESS: actual < low,
    }[way]
    if low <= 0:
        if sign is Sign.EQUAL and low == 0:
            met = actual == 0  # 0起: more of it is not better, whichever way "=" counts
        return _all_or_nothing(met, policy.rule("quantitative.zero_target"))
    if way.is_least:
        return Share(max(actual, Decimal(0)), low, met, rule)
    if met:
        return Share(Decimal(1), Decimal(1), True, rule)
    return _beyond(low, actual, policy.rule("quantitative.at_most"), rule)


def share_of_time(aligned: Aligned, sign: Sign, policy: Policy) -> Share:
    """The share reached of a deadline: all of it in time, less the later it was."""
    rule = policy.rule("quantitative.late")
    met = aligned.actual < aligned.low if sign is Sign.LESS else aligned.actual <= aligned.low
    if met or aligned.low <= 0:
        return _all_or_nothing(met, rule)
    return _beyond(aligned.low, aligned.actual, rule, rule)


def _inside(low: Decimal, high: Decimal, actual: Decimal, rule: Rule, policy: Policy) -> Share:
    if low <= actual <= high:
        return _all_or_nothing(True, rule)
    if rule.value == "exact":
        return _all_or_nothing(False, rule)
    bound = low if actual < low else high
    if bound <= 0:
        return _all_or_nothing(False, policy.rule("quantitative.zero_target"))
    if actual < low:
        return Share(max(actual, Decimal(0)), low, False, rule)
    return _beyond(high, actual, policy.rule("quantitative.at_most"), rule)


def _beyond(limit: Decimal, actual: Decimal, method: Rule, cited: Rule) -> Share:
    """A limit that was passed: "inverse" limit ÷ actual, "linear" 1 − excess ÷ limit, "exact" nothing."""
    if method.value == "inverse":
        return Share(limit, actual, False, cited)
    if method.value == "linear":
        return Share(max(Decimal(0), 2 * limit - actual), limit, False, cited)
    return _all_or_nothing(False, cited)


def _all_or_nothing(met: bool, rule: Rule) -> Share:
    return Share(Decimal(int(met)), Decimal(1), met, rule)
