"""How an actual stands to its target, whatever the points: the completion, and what share of points it is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from jxbook.policy import Policy
from jxbook.policy.model import is_satisfaction
from jxbook.scoring.bounds import is_settled
from jxbook.scoring.rounding import percent
from jxbook.scoring.share import share_of, share_of_time
from jxbook.scoring.steps import step_of
from jxbook.scoring.timed import as_times
from jxbook.scoring.worth import Worth, worth_of, worth_of_step
from jxbook.values import Actual, Aligned, Kind, Misfit, Sign, Target, Tier, align, fold
from jxbook.values.units import NO_UNIT, PERCENT

_TIER_KEYS = {Tier.FULL: "full", Tier.PARTIAL: "partial", Tier.FAILED: "failed"}
_WHOLE = Decimal(1)
_HIGHEST_MARK = 10
_READ_AS_PERCENT = "年度指标值没有写单位，按百分比理解"

_LONGEST_RATIO = 1000
"""Beyond 100000% a message only says that there is a ratio."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A row compared: `finding` says in Chinese how it came out, `basis` and `also` by what rules it was compared."""

    method: str
    finding: str
    completion: Decimal
    met: bool
    worth: Worth
    basis: str
    deviation: Decimal | None = None
    doubts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoMeasure:
    """A row that cannot be compared, and why."""

    method: str
    misfit: Misfit
    doubts: tuple[str, ...] = ()


def measure(
    target: Target, actual: Actual, policy: Policy, labels: tuple[str, ...] = (), year: int | None = None
) -> Measured | NoMeasure:
    """Compare an actual with a target that applies; both are filled in."""
    target, actual = as_times(target, actual, labels)
    if target.kind in (Kind.NUMBER, Kind.TIME):
        return _quantity(target, actual, policy, labels, year)
    if target.kind is Kind.YES_NO:
        return _yes_no(target, actual, policy)
    return _qualitative(target, actual, policy)


def _quantity(
    target: Target, actual: Actual, policy: Policy, labels: tuple[str, ...], year: int | None
) -> Measured | NoMeasure:
    timed = target.kind is Kind.TIME
    place = policy.tree.locate(*labels)
    satisfaction = is_satisfaction(place)
    method = _method_name(target, satisfaction=satisfaction)
    read = target.doubts + actual.doubts
    if satisfaction and policy.word("satisfaction.method") == "steps" and _meant_in_percent(target, actual):
        target = _in_percent(target)
        read = (*read, _READ_AS_PERCENT)
    aligned = align(target, actual, year)
    if isinstance(aligned, Misfit):
        return NoMeasure(method, aligned, read)
    cost = place is not None and place[1] is not None and place[1].cost
    sign = _loosened(target.sign, actual.bound)
    share = share_of_time(aligned, sign, policy) if timed else share_of(aligned, sign, policy, cost=cost)
    if isinstance(share, Misfit):
        return NoMeasure(method, share, read)
    settled = actual.bound is None or is_settled(target, actual, met=share.met)
    reached = actual.text.lstrip("=＝")
    finding = f"完成值{reached}{'' if share.met else '未'}达到指标值{target.text}"
    if not timed and satisfaction and _by_steps(target, actual, policy):
        step = step_of(aligned.actual, policy.values("satisfaction.steps"))
        settled = actual.bound is None or (actual.bound.is_least and step.highest)
        by = policy.rule("satisfaction.method").cited
        worth = worth_of_step(step, policy.rule("satisfaction.steps").cited, (by,))
        finding = f"满意度{reached}"
    else:
        worth = worth_of(share, policy)
        if satisfaction and policy.word("satisfaction.method") == "at_least":
            worth = replace(worth, also=(*worth.also, policy.rule("satisfaction.method").cited))
    if not settled:
        why = f"实际完成值“{actual.text}”是一个范围，不能确定是否达到指标值"
        return NoMeasure(method, Misfit(why), read)
    return Measured(
        method,
        finding,
        share.ratio,
        share.met,
        worth,
        policy.rule("quantitative.met").cited if share.met else share.rule.cited,
        None if timed else _deviation(aligned),
        (*read, *aligned.doubts),
        tuple(rule.cited for rule in share.also),
    )


def _by_steps(target: Target, actual: Actual, policy: Policy) -> bool:
    """Steps are for percentages."""
    return policy.word("satisfaction.method") == "steps" and "percent" in (
        target.unit.dimension,
        actual.unit.dimension,
    )


def _meant_in_percent(target: Target, actual: Actual) -> bool:
    """Is a bare number a percentage: ≥90, or ≥0.9? ≥5 is a mark out of five or ten, and ≥100 no satisfaction."""
    if target.low is None or target.unit != NO_UNIT or actual.unit not in (NO_UNIT, PERCENT):
        return False
    return 0 < target.low <= 1 or _HIGHEST_MARK < target.low < 100


def _in_percent(target: Target) -> Target:
    times = 100 if target.low is not None and target.low <= 1 else 1
    low, high = (None if one is None else one * times for one in (target.low, target.high))
    return replace(target, low=low, high=high, unit=PERCENT)


def _deviation(aligned: Aligned) -> Decimal | None:
    return None if aligned.low == 0 else (aligned.actual - aligned.low) / abs(aligned.low)


def _loosened(sign: Sign, bound: Sign | None) -> Sign:
    """A strict bound is beyond the number it names: ">200" reaches ">200"."""
    if (sign, bound) in ((Sign.MORE, Sign.MORE), (Sign.LESS, Sign.LESS)):
        return Sign.AT_LEAST if sign is Sign.MORE else Sign.AT_MOST
    return sign


def _yes_no(target: Target, actual: Actual, policy: Policy) -> Measured | NoMeasure:
    said = actual.yes
    if actual.tier is not None:
        said = actual.tier is Tier.FULL
    if said is None:
        return NoMeasure("是否", Misfit("是否类指标的实际完成值应当填“是”或“否”"))
    met = said is target.yes
    share, basis = Decimal(int(met)), policy.rule("yes_no.method").cited
    worth = Worth(share, _WHOLE, "记全部分值{earned}分" if met else "记{earned}分", basis)
    verdict = "相符" if met else "不符"
    finding = f"实际完成值“{actual.text}”与指标值“{target.text}”{verdict}"
    return Measured("是否", finding, share, met, worth, basis)


def _qualitative(target: Target, actual: Actual, policy: Policy) -> Measured | NoMeasure:
    tier, ratio = actual.tier, actual.ratio
    if tier is None and (actual.yes is True or fold(actual.text) == fold(target.text)):
        tier = Tier.FULL
    if (
        tier is None
        and actual.kind is Kind.NUMBER
        and actual.unit.dimension == "percent"
        and actual.number is not None
    ):
        ratio = actual.number * actual.unit.factor
        tier = _tier_of(ratio, policy)
    if tier is None:
        why = f"定性指标的实际完成值“{actual.text}”没有写明属于三档中的哪一档"
        return NoMeasure("定性", Misfit(why), target.doubts)
    key = _TIER_KEYS[tier]
    rule = policy.rule(f"qualitative.{key}")
    low, high = (Decimal(bound) / 100 for bound in policy.values(f"qualitative.{key}"))
    doubts = target.doubts + actual.doubts
    if ratio is None:
        unstated = policy.rule(f"qualitative.unstated_{key}")
        share, basis = policy.number(unstated.key) / 100, unstated.cited
        if share != 1:
            doubts = (*doubts, f"没有写明比例，暂按{percent(share)}计")
    else:
        share, basis = max(low, min(high, ratio)), rule.cited
        if share != ratio:
            stated = percent(ratio) if abs(ratio) < _LONGEST_RATIO else "比例"
            doubts = (
                *doubts,
                f"写明的{stated}不在该档{percent(low)}至{percent(high)}之内，按{percent(share)}计",
            )
    shown, also = percent(share), (rule.cited,) if ratio is None else ()
    return Measured(
        "定性",
        f"完成情况为“{tier.value}”",
        share,
        tier is Tier.FULL,
        Worth(share, _WHOLE, f"按{shown}记{{points}}×{shown}＝{{earned}}分", basis, also),
        basis,
        doubts=doubts,
        also=also,
    )


def _tier_of(ratio: Decimal, policy: Policy) -> Tier:
    for tier in (Tier.FULL, Tier.PARTIAL):
        if ratio * 100 >= policy.values(f"qualitative.{_TIER_KEYS[tier]}")[0]:
            return tier
    return Tier.FAILED


def _method_name(target: Target, *, satisfaction: bool) -> str:
    if target.kind is Kind.TIME:
        return "时效"
    name = "区间" if target.sign is Sign.RANGE else target.sign.value
    return f"满意度（{name}）" if satisfaction else f"定量（{name}）"
