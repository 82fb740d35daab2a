"""A quantity or a deadline compared with what was reached: every reading of the two has to come to the same."""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import dataclass, replace
from jxbook.policy import Policy
from jxbook.scoring.bounds import is_settled
from jxbook.scoring.direction import Direction, better_beyond, may_be_limit, ways
from jxbook.scoring.hundredfold import hundredfold
from jxbook.scoring.marks import marked
from jxbook.scoring.place import Place
from jxbook.scoring.plausible import below_nothing, implausible
from jxbook.scoring.ranked import not_a_quantity
from jxbook.scoring.share import Share, share_of, share_of_time
from jxbook.scoring.steps import Step, step_of
from jxbook.scoring.wording import came_out, two_readings
from jxbook.scoring.worth import Worth, worth_of, worth_of_step
from jxbook.values import Actual, Aligned, Kind, Misfit, Sign, Target, align, fold

BY_STEPS = "满意度（分档）"
"""The method of a satisfaction that is scored by steps."""
_WITH_YEAR = "请写明实际完成的年份，如“2025年1月”"
_IN_ALL = "全年"
_AS_MEANT = {
    "actual": "请把实际完成值的单位写完整",
    "target": "请把指标值的单位写完整",
    "ratio": "请把指标值和实际完成值都写成倍数，如“4倍”",
}
_NO_STEP = "满意度按百分率分档，指标值“{0}”不是百分率，对不上档次"
_IN_PERCENT = "请把指标值和完成值都折算成百分率，如“≥90%”"
_MONEY, _FAR_BELOW = "money", 100
_HIGHEST_MARK = 10
_ROUGHLY = Decimal("0.9"), Decimal("1.1")


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a quantity came out."""

    method: str
    finding: str
    share: Share
    met: bool
    worth: Worth
    deviation: Decimal | None
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Outcome:
    share: Share
    met: bool
    worth: Worth
    sign: Sign
    step: Step | None = None

    def same_as(self, other: _Outcome) -> bool:
        return self.met is other.met and self.worth.same_as(other.worth)


NotCompared = tuple[str, Misfit, tuple[str, ...]]
"""The method, why not, and the doubts."""


def compare(
    target: Target, actual: Actual, place: Place, policy: Policy, year: int | None
) -> Comparison | NotCompared:
    """Compare a NUMBER or TIME target with its actual."""
    target, actual, doubts = marked(target, actual, place, policy)
    aligned = align(target, actual, year)
    by_steps = _by_steps(target, actual, place, policy)
    method = BY_STEPS if by_steps else _method_name(target, place)
    if isinstance(aligned, Misfit):
        return method, aligned, doubts
    doubts = (*doubts, *aligned.doubts)
    if not by_steps and _by_marks(target, place, policy):
        return BY_STEPS, Misfit(_NO_STEP.format(target.text), remedy=_IN_PERCENT, of_target=True), doubts
    if odd := not_a_quantity(target, actual, aligned, place) or implausible(target, actual, aligned, place):
        return method, odd, doubts
    found = _settle(target, actual, aligned, place, policy, by_steps=by_steps)
    if isinstance(found, Misfit):
        return method, found, doubts
    if found.met and (odd := below_nothing(target, actual, aligned)):
        return method, odd, doubts
    step = found.step
    if not found.met and aligned.actual == aligned.low and found.sign in (Sign.MORE, Sign.LESS):
        doubts = (*doubts, f"完成值恰好等于指标值，没有{'超过' if found.sign is Sign.MORE else '低于'}指标值")
    if not found.met and found.sign is Sign.RANGE and aligned.actual > aligned.high:
        doubts = (
            *doubts,
            "完成值超过区间的上限，按上限与完成值之比计分，文件没有规定；没有上限的应写成不低于",
        )
    if step and found.share.met is not step.highest:
        how = "没有达到" if step.highest else "达到了"
        points = "仍记全部分值" if step.highest else "不记全部分值"
        doubts = (*doubts, f"完成值{how}指标值，按满意度的档次{points}")
    if place.cost and found.met and aligned.actual == 0 < aligned.low and target.unit.dimension == _MONEY:
        doubts = (*doubts, "成本为0，没有发生支出，请核对是否已经实施")
    elif place.cost and found.met and 0 < aligned.actual * _FAR_BELOW <= aligned.low:
        doubts = (*doubts, "完成值不到指标值的百分之一，请核对单位")
    finding = f"满意度{actual.measured}" if step else came_out(target, actual, aligned, found.sign, found.met)
    deviation = None if target.kind is Kind.TIME else _deviation(aligned)
    return Comparison(method, finding, found.share, found.met, found.worth, deviation, doubts)


def _settle(
    target: Target, actual: Actual, aligned: Aligned, place: Place, policy: Policy, *, by_steps: bool
) -> _Outcome | Misfit:
    """The outcome, if all readings agree on it and it does not hang on a bound or on a rough number."""
    possible = _ways(target, aligned, place, policy)
    main = _outcome(target, actual, aligned, possible[0], place, policy, by_steps=by_steps)
    if isinstance(main, Misfit):
        return main
    if main.step is None and not main.met and (better := better_beyond(target, actual, aligned, place)):
        return better
    mixed = hundredfold(target, actual, aligned, place, possible[0].sign)
    if isinstance(mixed, Misfit):
        return mixed
    for rival in aligned.rivals if mixed is None else (*aligned.rivals, mixed):
        other = _outcome(target, actual, rival, possible[0], place, policy, by_steps=by_steps)
        if isinstance(other, Misfit) or not main.same_as(other):
            return Misfit(
                two_readings(target, actual, aligned, rival),
                remedy=_as_meant(target, aligned, rival),
                of_target=rival.reads == "target",
            )
    for way in possible[1:]:
        other = _outcome(target, actual, aligned, way, place, policy, by_steps=by_steps)
        if isinstance(other, Misfit) or not main.same_as(other):
            written = "写的是等号" if fold(target.text).startswith("=") else "没有写符号"
            return Misfit(
                f"指标值“{target.text}”{written}，可能是不低于，也可能是不超过，得分不同",
                remedy="请在指标值前写明“≥”或“≤”",
                of_target=True,
            )
    if actual.rough and actual.bound is None and target.kind is Kind.NUMBER:
        for times in _ROUGHLY:
            about = replace(aligned, actual=aligned.actual * times)
            other = _outcome(target, actual, about, possible[0], place, policy, by_steps=by_steps)
            if isinstance(other, Misfit) or other.met is not main.met:
                what = f"实际完成值“{actual.text}”是约数，不能确定是否达到指标值"
                return Misfit(what, remedy="请填写确切的数值")
    settled = main.step is None and is_settled(target, actual, met=main.met)
    if actual.bound is not None and not settled and not _holds(main, actual.bound):
        return Misfit(f"实际完成值“{actual.text}”是一个范围，不能确定是否达到指标值")
    return main


def _as_meant(target: Target, aligned: Aligned, rival: Aligned) -> str:
    """What to write so that only one reading is left."""
    if target.kind is Kind.TIME:
        return _WITH_YEAR
    if rival.said.startswith(_IN_ALL):
        return f"请写明是哪一个，如“{aligned.said}”“{rival.said}”"
    return _AS_MEANT[rival.reads] if target.change is None else "请写明是增长还是下降，以及多少"


def _ways(target: Target, aligned: Aligned, place: Place, policy: Policy) -> list[Direction]:
    if target.kind is Kind.TIME:
        return [Direction(target.sign, policy.rule("quantitative.late"))]
    return ways(target, aligned, place, policy)


def _outcome(
    target: Target,
    actual: Actual,
    aligned: Aligned,
    way: Direction,
    place: Place,
    policy: Policy,
    *,
    by_steps: bool,
) -> _Outcome | Misfit:
    sign = _loosened(way.sign, actual.bound)
    if target.kind is Kind.TIME:
        share: Share | Misfit = share_of_time(aligned, sign, policy)
    else:
        share = share_of(aligned, way if sign is way.sign else replace(way, sign=sign), policy)
    if isinstance(share, Misfit):
        return share
    if by_steps:
        step = step_of(aligned.actual, policy.values("satisfaction.steps"))
        return _Outcome(share, step.highest, worth_of_step(step, policy), Sign.AT_LEAST, step)
    worth = worth_of(share, policy)
    if place.satisfaction and target.kind is Kind.NUMBER and policy.word("satisfaction.method") == "at_least":
        worth = replace(worth, also=(*worth.also, policy.rule("satisfaction.method").cited))
    return _Outcome(share, share.met, worth, way.sign)


def _holds(outcome: _Outcome, bound: Sign) -> bool:
    """Is the outcome the same for all values that an actual may have that is only a bound?"""
    return outcome.met and (
        (outcome.sign.is_least and bound.is_least) or (outcome.sign.is_most and bound.is_most)
    )


def _loosened(sign: Sign, bound: Sign | None) -> Sign:
    """A strict bound is beyond the number it names: ">200" reaches ">200"."""
    if (sign, bound) in ((Sign.MORE, Sign.MORE), (Sign.LESS, Sign.LESS)):
        return Sign.AT_LEAST if sign is Sign.MORE else Sign.AT_MOST
    return sign


def _by_steps(target: Target, actual: Actual, place: Place, policy: Policy) -> bool:
    """Steps are for percentages that are to be reached; a limit such as 投诉率≤5% has none, nor has a change."""
    if not place.satisfaction or policy.word("satisfaction.method") != "steps":
        return False
    percentages = "percent" in (target.unit.dimension, actual.unit.dimension)
    limit = target.sign.is_most or may_be_limit(target)
    return percentages and target.kind is Kind.NUMBER and not limit and target.change is None


def _by_marks(target: Target, place: Place, policy: Policy) -> bool:
    """Is a satisfaction that goes by steps given in marks, ≥4.5分, of which nobody said how many there are?"""
    if (
        not place.satisfaction
        or policy.word("satisfaction.method") != "steps"
        or target.kind is not Kind.NUMBER
    ):
        return False
    marks = target.unit.name in ("", "分", "星") and target.change is None and not target.sign.is_most
    return marks and target.low is not None and 0 < target.low <= _HIGHEST_MARK


def _deviation(aligned: Aligned) -> Decimal | None:
    return None if aligned.low == 0 else (aligned.actual - aligned.low) / abs(aligned.low)


def _method_name(target: Target, place: Place) -> str:
    if target.kind is Kind.TIME:
        return "时效"
    name = "区间" if target.sign is Sign.RANGE else str(target.sign)
    return f"满意度（{name}）" if place.satisfaction else f"定量（{name}）"
