"""How much of a target was reached, by the methods that a policy can name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from jxbook.policy import Policy, Rule
from jxbook.values import Aligned, Misfit, Sign

_UNSCORED = Misfit("指标值为0，不能按比例计分，所选政策规定由人工核定")


@dataclass(frozen=True, slots=True)
class Share:
    """part / whole, kept apart so that points × part ÷ whole is rounded once. `met`: the target is reached.

    `graded`: a miss still counts by its ratio. `growing`: more is better, so that the target can be passed.
    `rule` is the policy's rule for a miss, `also` what else it took to find the share.
    """

    part: Decimal
    whole: Decimal
    met: bool
    rule: Rule
    graded: bool = True
    growing: bool = False
    also: tuple[Rule, ...] = ()

    @property
    def ratio(self) -> Decimal:
        """The completion ratio, not capped."""
        return self.part / self.whole


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


def share_of(aligned: Aligned, sign: Sign, policy: Policy, *, cost: bool) -> Share | Misfit:
    """The share reached of a quantity; a Misfit where the policy leaves a target of 0 to a person.

    It rests on the rule for "=" too, unless target and actual are the same, which every reading calls reached.
    """
    way, rule = direction(sign, policy, cost=cost)
    share = _share_of(aligned, sign, policy, way, rule)
    if isinstance(share, Misfit) or sign is not Sign.EQUAL or aligned.actual == aligned.low:
        return share
    known = share.also if share.met else (share.rule, *share.also)
    return share if rule in known else replace(share, also=(*share.also, rule))


def _share_of(aligned: Aligned, sign: Sign, policy: Policy, way: Sign, rule: Rule) -> Share | Misfit:
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
            met = actual <= 0  # 0起: more of it is not better, whichever way "=" counts
        return _without_ratio(met, policy)
    if way.is_least:
        least = policy.rule("quantitative.at_least")
        graded = least.value == "ratio"
        also = (policy.rule("quantitative.negative_actual"),) if actual < 0 else ()
        return Share(max(actual, Decimal(0)), low, met, least, graded, growing=True, also=also)
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


def _inside(low: Decimal, high: Decimal, actual: Decimal, rule: Rule, policy: Policy) -> Share | Misfit:
    if low <= actual <= high:
        return replace(_all_or_nothing(True, rule), also=() if low == high else (rule,))
    if rule.value == "exact":
        return _all_or_nothing(False, rule)
    bound = low if actual < low else high
    if bound <= 0:
        return _without_ratio(False, policy)
    if actual < low:
        least = policy.rule("quantitative.at_least")
        return Share(max(actual, Decimal(0)), low, False, rule, also=(least,))
    return _beyond(high, actual, policy.rule("quantitative.at_most"), rule)


def _beyond(limit: Decimal, actual: Decimal, method: Rule, cited: Rule) -> Share:
    """A limit that was passed: "inverse" limit ÷ actual, "linear" 1 − excess ÷ limit, "exact" nothing."""
    also = () if method is cited else (method,)
    if method.value == "inverse":
        return Share(limit, actual, False, cited, also=also)
    if method.value == "linear":
        return Share(max(Decimal(0), 2 * limit - actual), limit, False, cited, also=also)
    return replace(_all_or_nothing(False, cited), also=also)


def _without_ratio(met: bool, policy: Policy) -> Share | Misfit:
    """A target of 0, or below: nothing can be divided by it."""
    rule = policy.rule("quantitative.zero_target")
    return _UNSCORED if rule.value == "unscored" else _all_or_nothing(met, rule)


def _all_or_nothing(met: bool, rule: Rule) -> Share:
    return Share(Decimal(int(met)), Decimal(1), met, rule, graded=False)
