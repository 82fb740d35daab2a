"""What a completion is worth: the pass mark, the cap, and what going far beyond the target costs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jxbook.policy import Policy, Rule
from jxbook.scoring.rounding import half_up, percent
from jxbook.scoring.share import Share
from jxbook.scoring.steps import Step

_ALL = Decimal(1)
_BY_RATIO = "记{{points}}×{0}＝{{earned}}分"


@dataclass(frozen=True, slots=True)
class Worth:
    """part ÷ whole of the points, kept apart so that the points are rounded once.

    `clause` tells in Chinese how the points came about, {points} and {earned} standing for the two numbers;
    `basis` and `also` are the 依据 of all that it took, each with its mark.
    """

    part: Decimal
    whole: Decimal
    clause: str
    basis: str
    also: tuple[str, ...] = ()

    def of(self, points: Decimal) -> Decimal:
        """The points earned, not rounded."""
        return max(Decimal(0), points * self.part / self.whole)

    def rounded(self, points: Decimal, places: int) -> Decimal:
        """The points earned, rounded, but never up beyond the points of the row."""
        earned = self.of(points)
        return min(max(points, earned), half_up(earned, places))


def worth_of(share: Share, policy: Policy) -> Worth:
    """What the completion of a quantity or of a deadline is worth."""
    worth = _of_met(share, policy) if share.met else _of_missed(share, policy)
    cap = policy.number("quantitative.cap") / 100
    if worth.part <= cap * worth.whole:
        return worth
    limit = percent(cap)
    clause = f"按上限{limit}{_BY_RATIO.format(limit)}"
    return Worth(cap, _ALL, clause, policy.rule("quantitative.cap").cited, (worth.basis, *worth.also))


def worth_of_step(step: Step, basis: str, also: tuple[str, ...] = ()) -> Worth:
    """What a satisfaction is worth that is scored by steps."""
    return Worth(step.share, _ALL, f"{step.words}，{_BY_RATIO.format(percent(step.share))}", basis, also)


def _of_met(share: Share, policy: Policy) -> Worth:
    how = _cited(share.also)
    start = policy.number("over_fulfilment.reduction_from") / 100
    ratio = percent(share.ratio)
    if share.growing and share.part > share.whole:
        if policy.word("over_fulfilment.reduction") == "excess" and share.part > start * share.whole:
            left = max(Decimal(0), share.whole * (1 + start) - share.part)
            sum_ = f"{{points}}×（1－{percent(share.ratio - start)}）＝" if left else ""
            clause = f"完成率{ratio}，超过{percent(start)}的部分扣减，记{sum_}{{earned}}分"
            return Worth(left, share.whole, clause, policy.rule("over_fulfilment.reduction").cited, how)
        if policy.number("quantitative.cap") > 100:
            cited = policy.rule("quantitative.cap").cited
            return Worth(share.part, share.whole, f"完成率{ratio}，{_BY_RATIO.format(ratio)}", cited, how)
        if share.part * 100 >= policy.number("over_fulfilment.reason_from") * share.whole:
            how = (*how, policy.rule("over_fulfilment.reduction").cited)  # points could have been taken off
    return Worth(_ALL, _ALL, "记全部分值{earned}分", policy.rule("quantitative.met").cited, how)


def _of_missed(share: Share, policy: Policy) -> Worth:
    ratio, mark = percent(share.ratio), policy.number("quantitative.pass_mark") / 100
    least, how = percent(mark), _cited((share.rule, *share.also))
    if not share.graded:
        return Worth(Decimal(0), _ALL, "记{earned}分", how[0], how[1:])
    if share.part < mark * share.whole:
        clause = f"完成率{ratio}，低于及格门槛{least}，记{{earned}}分"
        return Worth(Decimal(0), _ALL, clause, policy.rule("quantitative.pass_mark").cited, how)
    if 0 < mark < 1 and policy.word("quantitative.above_pass") == "rescaled":
        clause = f"完成率{ratio}，记（{ratio}－{least}）÷（1－{least}）×{{points}}＝{{earned}}分"
        part, whole = share.part - mark * share.whole, share.whole * (1 - mark)
        return Worth(part, whole, clause, policy.rule("quantitative.above_pass").cited, how)
    clause = f"完成率{ratio}，{_BY_RATIO.format(ratio)}"
    return Worth(share.part, share.whole, clause, how[0], (*how[1:], *_cited(_threshold(policy))))


def _threshold(policy: Policy) -> tuple[Rule, ...]:
    """The pass mark that a completion had to reach, where there is one."""
    return (policy.rule("quantitative.pass_mark"),) if policy.number("quantitative.pass_mark") else ()


def _cited(rules: tuple[Rule, ...]) -> tuple[str, ...]:
    return tuple(rule.cited for rule in rules)
