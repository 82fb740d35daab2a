"""What a completion is worth: the pass mark, the cap, and what going far beyond the target costs."""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.policy import Policy, Rule
from jxbook.scoring.printed import exact_percent
from jxbook.scoring.rounding import half_up, percent
from jxbook.scoring.share import Share
from jxbook.scoring.steps import Step

_ALL = Decimal(1)
_BY_SUM = "记{{points}}×{0}＝{{earned}}分"


@dataclass(frozen=True, slots=True)
class Worth:
    """part ÷ whole of the points, kept apart so that the points are rounded once.

    `clause` tells in Chinese how the points came about, {points} and {earned} standing for the two numbers; the
    sum in it gives the points. `basis` is the 依据 of it, `also` that of what else it took.
    """

    part: Decimal
    whole: Decimal
    clause: str
    basis: str
    also: tuple[str, ...] = ()

    def of(self, points: Decimal) -> Decimal:
        """The points earned, not rounded; all of them are the points of the row as they stand."""
        if self.part == self.whole:
            return points
        return max(Decimal(0), points * self.part / self.whole)

    def rounded(self, points: Decimal, places: int) -> Decimal:
        """The points earned, rounded, but never up beyond the points of the row."""
        earned = self.of(points)
        return min(max(points, earned), half_up(earned, places))

    @property
    def whole_row(self) -> bool:
        """Is it worth all the points?"""
        return self.part == self.whole

    def same_as(self, other: Worth) -> bool:
        """Are they worth the same?"""
        return self.part * other.whole == other.part * self.whole


def worth_of(share: Share, policy: Policy) -> Worth:
    """What the completion of a quantity or of a deadline is worth."""
    worth = _of_met(share, policy) if share.met else _of_missed(share, policy)
    cap = policy.rule("quantitative.cap")
    most = cap.number / 100
    if worth.part <= most * worth.whole:
        return worth
    limit = exact_percent(most)
    clause = f"按上限{limit}{_BY_SUM.format(limit)}"
    return Worth(most, _ALL, clause, cap.cited, _others(cap.cited, share))


def worth_of_step(step: Step, policy: Policy) -> Worth:
    """What a satisfaction is worth that is scored by steps."""
    basis = policy.rule("satisfaction.steps").cited
    clause = f"{step.words}，{_BY_SUM.format(exact_percent(step.share))}"
    return Worth(step.share, _ALL, clause, basis, (policy.rule("satisfaction.method").cited,))


def worth_of_part(part: Decimal, basis: str, also: tuple[str, ...] = ()) -> Worth:
    """What a tier is worth of which a share of the points was stated or is assumed."""
    shown = exact_percent(part)
    return Worth(part, _ALL, f"按{shown}{_BY_SUM.format(shown)}", basis, also)


def _others(basis: str, share: Share, *more: Rule) -> tuple[str, ...]:
    """The 依据 that a worth took beside its own, each once."""
    cited = dict.fromkeys(rule.cited for rule in (share.rule, *share.also, *more))
    return tuple(one for one in cited if one != basis)


def _of_met(share: Share, policy: Policy) -> Worth:
    met = policy.rule("quantitative.met").cited
    taken = share.also_cited
    if share.growing and share.part > share.whole:
        reduction = policy.rule("over_fulfilment.reduction")
        if reduction.word == "excess":
            start = policy.number("over_fulfilment.reduction_from") / 100
            if share.part > start * share.whole:
                left = max(Decimal(0), share.whole * (1 + start) - share.part)
                sum_ = f"{{points}}×（1－（{share.sum}－{percent(start)}））＝" if left else ""
                clause = f"完成率{percent(share.ratio)}，超过{percent(start)}的部分扣减，记{sum_}{{earned}}分"
                return Worth(left, share.whole, clause, reduction.cited, (met, *taken))
        if policy.number("quantitative.cap") > 100:
            cited = policy.rule("quantitative.cap").cited
            clause = f"完成率{percent(share.ratio)}，{_BY_SUM.format(share.sum)}"
            return Worth(share.part, share.whole, clause, cited, taken)
        if reduction.word == "none":
            far = policy.number("over_fulfilment.reason_from") / 100
            if share.part >= far * share.whole:
                taken = (*taken, reduction.cited)
    if not share.graded and share.rule.key != "quantitative.met":
        taken = (share.rule.cited, *taken)
    others = tuple(dict.fromkeys(one for one in taken if one != met)) if taken else ()
    return Worth(_ALL, _ALL, "记全部分值{earned}分", met, others)


def _of_missed(share: Share, policy: Policy) -> Worth:
    mark = policy.number("quantitative.pass_mark") / 100
    ratio = percent(share.ratio, apart=(_ALL, mark))
    least, passed = exact_percent(mark), policy.rule("quantitative.pass_mark")
    if not share.graded:
        cited = share.rule.cited
        return Worth(Decimal(0), _ALL, "记{earned}分", cited, _others(cited, share))
    if share.part < mark * share.whole:
        clause = f"完成率{ratio}，低于及格门槛{least}，记{{earned}}分"
        return Worth(Decimal(0), _ALL, clause, passed.cited, _others(passed.cited, share))
    above = policy.rule("quantitative.above_pass")
    if 0 < mark < 1 and above.word == "rescaled":
        clause = f"完成率{ratio}，记（{share.sum}－{least}）÷（1－{least}）×{{points}}＝{{earned}}分"
        part, whole = share.part - mark * share.whole, share.whole * (1 - mark)
        return Worth(part, whole, clause, above.cited, _others(above.cited, share))
    cited, more = share.rule.cited, (passed, above) if mark else ()
    clause = f"完成率{ratio}，{_BY_SUM.format(share.sum)}"
    return Worth(share.part, share.whole, clause, cited, _others(cited, share, *more))
