"""How much of a target was reached, by the methods that a policy can name."""

from __future__ import annotations

from decimal import Decimal
from operator import ge, gt, le, lt

from jxbook.dataclass import dataclass
from jxbook.policy import Policy, Rule
from jxbook.scoring.direction import Direction
from jxbook.scoring.printed import in_one_unit
from jxbook.values import Aligned, Misfit, Sign

_NOTHING = Decimal(0)
_MEETS = {Sign.AT_LEAST: ge, Sign.MORE: gt, Sign.AT_MOST: le, Sign.LESS: lt}


@dataclass(frozen=True, slots=True)
class Share:
    """part / whole, kept apart so that points × part ÷ whole is rounded once. `met`: the target is reached.

    `graded`: a miss still counts by its ratio. `growing`: more is better, so that the target can be passed.
    `rule` is the one it is measured by, `also` are the others it took. `aligned` are the numbers that it was
    reckoned from, `beyond` the actual where it is 1 − excess ÷ limit.
    """

    part: Decimal
    whole: Decimal
    met: bool
    rule: Rule
    graded: bool = True
    growing: bool = False
    also: tuple[Rule, ...] = ()
    aligned: Aligned | None = None
    beyond: Decimal | None = None

    @property
    def sum(self) -> str:
        """part ÷ whole as one would reckon it by hand."""
        if self.aligned is None:
            return ""
        if self.beyond is None:
            return "÷".join(in_one_unit(self.aligned, self.part, self.whole))
        limit, actual = in_one_unit(self.aligned, self.whole, self.beyond)
        return f"（1－（{actual}－{limit}）÷{limit}）"

    @property
    def also_cited(self) -> tuple[str, ...]:
        """The 依据 of the other rules it took."""
        return tuple([rule.cited for rule in self.also]) if self.also else ()

    @property
    def ratio(self) -> Decimal:
        """The completion ratio, not capped."""
        return self.part / self.whole


def share_of(aligned: Aligned, way: Direction, policy: Policy) -> Share | Misfit:
    """The share reached of a quantity; a Misfit where the policy leaves a target of 0 to a person."""
    low, actual = aligned.low, aligned.actual
    if way.sign is Sign.RANGE or way.sign is Sign.EQUAL:
        return _inside(aligned, way, policy)
    met = _MEETS[way.sign](actual, low)
    if low <= 0:
        return _without_ratio(met, low, policy)
    also = (way.rule,) if way.assumed and actual != low else ()  # what is the very value is met either way
    if way.sign.is_least:
        return _reached(aligned, low, met, way, policy)
    if met:
        return Share(Decimal(1), Decimal(1), True, way.rule, also=also)
    return _beyond(aligned, low, policy.rule("quantitative.at_most"), way.rule)


def share_of_time(aligned: Aligned, sign: Sign, policy: Policy) -> Share:
    """The share reached of a deadline: all of it in time, less the later it was."""
    rule = policy.rule("quantitative.late")
    met = aligned.actual < aligned.low if sign is Sign.LESS else aligned.actual <= aligned.low
    if met:
        return _all_or_nothing(met, policy.rule("quantitative.met"))
    return _all_or_nothing(met, rule) if aligned.low <= 0 else _beyond(aligned, aligned.low, rule, rule)


def _reached(aligned: Aligned, bound: Decimal, met: bool, way: Direction, policy: Policy) -> Share:
    least, part = policy.rule("quantitative.at_least"), max(aligned.actual, _NOTHING)
    graded = least.word == "ratio"
    also = [way.rule] if way.assumed else []
    if aligned.actual < 0:
        also.append(policy.rule("quantitative.negative_actual"))
    return Share(
        part,
        bound,
        met,
        least,
        graded,
        growing=True,
        also=((way.rule,) if way.assumed and part != bound else ()) if met else tuple(also),
        aligned=aligned,
    )


def _inside(aligned: Aligned, way: Direction, policy: Policy) -> Share | Misfit:
    low, high, actual = aligned.low, aligned.high, aligned.actual
    if low <= actual <= high:
        return _all_or_nothing(True, way.rule)
    if way.rule.word == "exact":
        return _all_or_nothing(False, way.rule)
    bound = low if actual < low else high
    if bound <= 0:
        return _without_ratio(False, bound, policy)
    if actual < low:
        part = max(actual, _NOTHING)
        least = policy.rule("quantitative.at_least")
        return Share(part, low, False, way.rule, also=(least,), aligned=aligned)
    return _beyond(aligned, high, policy.rule("quantitative.at_most"), way.rule)


def _beyond(aligned: Aligned, limit: Decimal, method: Rule, cited: Rule) -> Share:
    """A limit that was passed: "inverse" limit ÷ actual, "linear" 1 − excess ÷ limit, "exact" nothing."""
    also = () if method is cited else (method,)
    if method.word == "inverse":
        return Share(limit, aligned.actual, False, cited, also=also, aligned=aligned)
    if method.word == "linear":
        part = max(_NOTHING, 2 * limit - aligned.actual)
        return Share(part, limit, False, cited, also=also, aligned=aligned, beyond=aligned.actual)
    return Share(_NOTHING, Decimal(1), False, cited, graded=False, also=also)


def _without_ratio(met: bool, low: Decimal, policy: Policy) -> Share | Misfit:
    """A target of 0, or below: nothing can be divided by it. One below 0 that is met is met in any case."""
    rule = policy.rule("quantitative.negative_target" if low < 0 else "quantitative.zero_target")
    if rule.word != "unscored" or (met and low < 0):
        return _all_or_nothing(met, rule)
    if low < 0:
        return Misfit(
            "指标值为负数，没有达到的不能按比例计分，所选政策规定由人工核定",
            remedy="请核定得分，或把指标改为不用负数的，如“亏损额≤100万元”",
            of_target=True,
        )
    return Misfit("指标值为0，不能按比例计分，所选政策规定由人工核定")


def _all_or_nothing(met: bool, rule: Rule) -> Share:
    return Share(Decimal(int(met)), Decimal(1), met, rule, graded=False)
