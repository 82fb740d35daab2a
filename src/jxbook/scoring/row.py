"""The score of one indicator row."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from jxbook.policy import Policy, Rule
from jxbook.scoring.rounding import percent, points_of
from jxbook.scoring.share import Share, share_of, share_of_time
from jxbook.values import Actual, Kind, Misfit, Sign, Target, Tier, align, fold, plain
from jxbook.values.entry import is_error

_TIER_KEYS = {Tier.FULL: "full", Tier.PARTIAL: "partial", Tier.FAILED: "failed"}


class State(StrEnum):
    """How far a row could be scored."""

    SCORED = "scored"
    NOT_APPLICABLE = "not_applicable"
    UNFILLED = "unfilled"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class RowScore:
    """What a row earned and how.

    `completion` is a ratio (1 = reached; above 1 for ≥). `earned` is in points, None unless SCORED.
    `explanation` is one Chinese sentence, `basis` the 依据 with its mark. `misfit` says why an UNCLEAR row
    could not be scored; `doubts` are what was read with less than certainty.
    """

    state: State
    method: str
    explanation: str
    basis: str = ""
    completion: Decimal | None = None
    earned: Decimal | None = None
    deviation: Decimal | None = None
    met: bool = False
    misfit: Misfit | None = None
    doubts: tuple[str, ...] = ()


def score_row(
    target: Target,
    actual: Actual,
    points: Decimal | None,
    policy: Policy,
    labels: tuple[str, ...] = (),
    year: int | None = None,
) -> RowScore:
    """Score one row. `labels` are its 一级 and 二级指标, `year` the form's. Never raises for any entry."""
    for name, text in (("年度指标值", target.text), ("实际完成值", actual.text)):
        if is_error(text):
            return _unclear("待核对", Misfit(f"{name}是公式的错误值{text}"))
    if not target.applies:
        if actual.kind not in (Kind.BLANK, Kind.NONE):
            return _unclear("待核对", Misfit(f"指标值填“{target.text}”，却填写了实际完成值“{actual.text}”"))
        return RowScore(
            State.NOT_APPLICABLE,
            "不适用",
            f"指标值填“{target.text}”，本行不计分。",
            _cite(policy, "not_applicable.method"),
        )
    if target.kind is Kind.BLANK or actual.kind is Kind.BLANK or points is None:
        absent = [
            name
            for name, is_absent in (
                ("年度指标值", target.kind is Kind.BLANK),
                ("实际完成值", actual.kind is Kind.BLANK),
                ("分值", points is None),
            )
            if is_absent
        ]
        return RowScore(State.UNFILLED, "待填写", f"尚未填写{'、'.join(absent)}，暂不计分。")
    if points < 0:
        return _unclear("待核对", Misfit("分值不能小于0"))
    if target.kind in (Kind.NUMBER, Kind.TIME):
        return _measured(target, actual, points, policy, labels, year)
    if target.kind is Kind.YES_NO:
        return _yes_no(target, actual, points, policy)
    return _qualitative(target, actual, points, policy)


def _measured(
    target: Target, actual: Actual, points: Decimal, policy: Policy, labels: tuple[str, ...], year: int | None
) -> RowScore:
    timed = target.kind is Kind.TIME
    place = policy.tree.locate(*labels)
    method = _method_name(target, satisfaction=place is not None and place[0].name.startswith("满意度"))
    aligned = align(target, actual, year)
    if isinstance(aligned, Misfit):
        return _unclear(method, aligned, target.doubts + actual.doubts)
    cost = place is not None and place[1] is not None and place[1].cost
    sign = _loosened(target.sign, actual.bound)
    share = share_of_time(aligned, sign, policy) if timed else share_of(aligned, sign, policy, cost=cost)
    if actual.bound and not (share.met and _same_way(sign, actual.bound)):
        return _unclear(method, Misfit(f"实际完成值“{actual.text}”是一个范围，不能确定是否达到指标值"))
    earned = min(points, points_of(share.of(points), policy))
    return RowScore(
        State.SCORED,
        method,
        _explain(target, actual, points, share, earned),
        _cite(policy, "quantitative.met") if share.met else share.rule.cited,
        share.ratio,
        earned,
        None if aligned.low == 0 or timed else (aligned.actual - aligned.low) / abs(aligned.low),
        share.met,
        doubts=target.doubts + actual.doubts + aligned.doubts,
    )


def _same_way(sign: Sign, bound: Sign) -> bool:
    """Does an actual that is only a bound lie on the side that the target asks for?"""
    return (sign.is_least and bound.is_least) or (sign.is_most and bound.is_most)


def _loosened(sign: Sign, bound: Sign | None) -> Sign:
    """A strict bound is beyond the number it names: ">200" reaches ">200"."""
    if (sign, bound) in ((Sign.MORE, Sign.MORE), (Sign.LESS, Sign.LESS)):
        return Sign.AT_LEAST if sign is Sign.MORE else Sign.AT_MOST
    return sign


def _yes_no(target: Target, actual: Actual, points: Decimal, policy: Policy) -> RowScore:
    said = actual.yes
    if actual.tier is not None:
        said = actual.tier is Tier.FULL
    if said is None:
        return _unclear("是否", Misfit("是否类指标的实际完成值应当填“是”或“否”"))
    met = said is target.yes
    earned = min(points, points_of(points if met else Decimal(0), policy))
    verdict = f"相符，记全部分值{plain(earned)}分" if met else "不符，记0分"
    return RowScore(
        State.SCORED,
        "是否",
        f"实际完成值“{actual.text}”与指标值“{target.text}”{verdict}。",
        _cite(policy, "yes_no.method"),
        Decimal(int(met)),
        earned,
        met=met,
    )


def _qualitative(target: Target, actual: Actual, points: Decimal, policy: Policy) -> RowScore:
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
        return _unclear(
            "定性", Misfit(f"定性指标的实际完成值“{actual.text}”没有写明属于三档中的哪一档"), target.doubts
        )
    key = _TIER_KEYS[tier]
    rule = policy.rule(f"qualitative.{key}")
    low, high = (Decimal(bound) / 100 for bound in policy.values(f"qualitative.{key}"))
    doubts = target.doubts + actual.doubts
    if ratio is None:
        unstated = policy.rule(f"qualitative.unstated_{key}")
        share = policy.number(unstated.key) / 100
        basis = unstated.cited
        if share != 1:
            doubts = (*doubts, f"没有写明比例，暂按{percent(share)}计")
    else:
        share, basis = max(low, min(high, ratio)), rule.cited
        if share != ratio:
            doubts = (
                *doubts,
                f"写明的{percent(ratio)}不在该档{percent(low)}至{percent(high)}之内，按{percent(share)}计",
            )
    earned = min(points, points_of(points * share, policy))
    return RowScore(
        State.SCORED,
        "定性",
        f"完成情况为“{tier.value}”，按{percent(share)}记{plain(points)}×{percent(share)}＝{plain(earned)}分。",
        basis,
        share,
        earned,
        met=tier is Tier.FULL,
        doubts=doubts,
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


def _explain(target: Target, actual: Actual, points: Decimal, share: Share, earned: Decimal) -> str:
    reached = actual.text.lstrip("=＝")
    if share.met:
        return f"完成值{reached}达到指标值{target.text}，记全部分值{plain(earned)}分。"
    ratio = percent(share.ratio)
    return f"完成值{reached}未达到指标值{target.text}，完成率{ratio}，记{plain(points)}×{ratio}＝{plain(earned)}分。"


def _unclear(method: str, misfit: Misfit, doubts: tuple[str, ...] = ()) -> RowScore:
    return RowScore(State.UNCLEAR, method, f"{misfit.why}，暂不能计分。", misfit=misfit, doubts=doubts)


def _cite(policy: Policy, key: str) -> str:
    rule: Rule = policy.rule(key)
    return rule.cited
