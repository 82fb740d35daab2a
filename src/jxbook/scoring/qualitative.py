"""Tiers: which one an entry is, and what it is worth."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.policy import Policy
from jxbook.scoring.printed import exact_percent
from jxbook.scoring.rounding import percent
from jxbook.scoring.worth import Worth, worth_of_part
from jxbook.values import Actual, Kind, Misfit, Target, Tier, fold
from jxbook.values.change import speaks_of_change
from jxbook.values.graded import graded
from jxbook.values.nothing import says_none, wants_none
from jxbook.values.slips import slip

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import NumberKey, TierKey

BOUNDS: Mapping[Tier, TierKey] = {
    Tier.FULL: "qualitative.full",
    Tier.PARTIAL: "qualitative.partial",
    Tier.FAILED: "qualitative.failed",
}
UNSTATED: Mapping[Tier, NumberKey] = {
    Tier.FULL: "qualitative.unstated_full",
    Tier.PARTIAL: "qualitative.unstated_partial",
    Tier.FAILED: "qualitative.unstated_failed",
}
"""The keys of a policy for the bounds of each tier, and for what it is worth where no share is stated."""
NO_TIER = "没有写明档次和依据"
"""What a doubt says of words that only agree with the target."""
FOR_NOW = "，暂按"
"""What a doubt says in front of the share that an entry without one is taken at."""
_ALREADY = pattern(r"(?:目前|现)?(?:均|都|全部)?已经?(?:均|都|全部|全面)?")
_NUMBER = pattern(r"\d")
_TIER_WORD = pattern(r"达成|指标|目标")
"""What words that name a tier speak of."""
_EFFECTS = (
    "显著 明显 突出 有效 良好 较好 优秀 优良 较高 较强 提升 提高 改善 增强 促进 改进 缓解 好转 繁荣".split()
)
"""What says how much is to come of something."""
_TASKS = "完成 建成 建立 开展 组织 举办 实施 落实 制定 出台 按 及时 如期 通过 达 符合 推进 做好".split()
"""What says that something is to be done: of that, 已完成 says all there is to say."""
_EFFECT, _TASK = pattern("|".join(_EFFECTS)), pattern("|".join(_TASKS))
_DEGREE = pattern(r"^(?:得到|有)?(?:明显|显著|大幅|有效|切实|全面|进一步|持续|不断|稳步)(?:得到|地)?(?=..)")
_BUDGET = r"(?:项目|年度|全年|批复的?|批准的?)?(?:预|概)算(?:范围|金额|总额|额度|数)?"
_WITHIN = rf"(?:成本)?(?:控制)?在?{_BUDGET}(?:以|之)?内"
_BUDGET_ASKED = pattern(rf"{_WITHIN}|不(?:超过?|超出|突破|高于){_BUDGET}")
_BUDGET_KEPT = pattern(rf"(?:均|都)?(?:未|没有)(?:超过?|超出|突破){_BUDGET}|{_WITHIN}")
_SHARE = "请核对档次和比例"
_LONGEST_RATIO = 1000
"""Beyond 100000% a message only says that there is a ratio."""


@dataclass(frozen=True, slots=True)
class TierScore:
    """The tier of an entry and the share of the points that it is worth."""

    tier: Tier
    share: Decimal
    worth: Worth
    doubts: tuple[str, ...] = ()


def judge(target: Target, actual: Actual, policy: Policy) -> TierScore | Misfit:
    """The tier that an entry names; a Misfit where it names none, or a share that lies outside of it."""
    tier, ratio = _named(target, actual, policy)
    if tier is None:
        if (graded(fold(actual.text), fold(target.text)) or 0) < 0:
            return Misfit(f"实际完成值“{actual.text}”低于指标值“{target.text}”，没有写明属于三档中的哪一档")
        if actual.tier is not None or actual.yes is True:
            return Misfit(
                f"指标值“{target.text}”是要达到的效果，实际完成值只写了“{actual.text}”，没有写明属于三档中的哪一档"
            )
        if target.doubts and (actual.kind in (Kind.NUMBER, Kind.TIME) or _NUMBER.search(actual.text)):
            return _mistyped(target)
        if ratio is not None:
            return Misfit(f"实际完成值写明的{_stated(ratio)}不在0%至100%之内", remedy=_SHARE)
        return Misfit(f"定性指标的实际完成值“{actual.text}”没有写明属于三档中的哪一档")
    if ratio is None and _only_nearly(target, actual):
        return Misfit(f"定性指标的实际完成值“{actual.text}”少于全部完成，没有写明属于三档中的哪一档")
    key, doubts = BOUNDS[tier], target.doubts + actual.doubts
    if ratio is None:
        rule = policy.rule(UNSTATED[tier])
        share = rule.number / 100
        if share != 1 or (not doubts and "基本" in actual.text):
            doubts = (*doubts, f"没有写明比例{FOR_NOW}{percent(share)}计")
        elif not doubts and _names_no_tier(target, actual):
            same = _said_again(fold(actual.text)) == _said_again(fold(target.text))
            said = "只是照写了指标值" if same else f"只写了“{actual.text}”"
            doubts = (*doubts, f"{said}，{NO_TIER}{FOR_NOW}“{tier.value}”{percent(share)}计")
        of_tier = policy.rule(key).cited
        return TierScore(tier, share, worth_of_part(share, rule.cited, (of_tier,)), doubts)
    if not within(tier, ratio * 100, policy):
        low, high = policy.values(key)
        upper = f"{high}%" if _closed(tier, policy) else f"{high}%（不含）"
        what = f"实际完成值“{actual.text}”写明的{_stated(ratio)}不在该档{low}%（含）至{upper}之内"
        return Misfit(what, remedy=_SHARE)
    if actual.kind is Kind.NUMBER and not _TIER_WORD.search(fold(actual.text)):
        doubts = (*doubts, f"只写了比例，没有写明档次{FOR_NOW}“{tier.value}”{percent(ratio)}计")
    return TierScore(tier, ratio, worth_of_part(ratio, policy.rule(key).cited), doubts)


def _mistyped(target: Target) -> Misfit:
    """A target that holds a number that could not be read, against a value."""
    if wrong := slip(fold(target.text)):
        return Misfit(
            f"年度指标值“{target.text}”{wrong}", remedy="指标值疑有误，请改正指标值", of_target=True
        )
    what = f"年度指标值“{target.text}”含有数字，但未能读成指标值"
    return Misfit(
        what,
        remedy="请把指标值和完成值写成可以比较的数，如“≥24次”；按月、按次规定的换算成全年",
        of_target=True,
    )


def within(tier: Tier, share: Decimal, policy: Policy) -> bool:
    """Does a share, in per cent, lie in a tier? Its upper bound belongs to the next tier, where one begins there."""
    low, high = policy.values(BOUNDS[tier])
    return bool(low <= share <= high if _closed(tier, policy) else low <= share < high)


def _closed(tier: Tier, policy: Policy) -> bool:
    """Does the upper bound belong to the tier?"""
    high = policy.values(BOUNDS[tier])[1]
    above = [policy.values(key)[0] for other, key in BOUNDS.items() if other is not tier]
    return high not in above


def _named(target: Target, actual: Actual, policy: Policy) -> tuple[Tier | None, Decimal | None]:
    """The tier that an entry names, and the share that it states. A percentage alone chooses its tier, unless
    the target holds a number that could not be read, or speaks of a change: then it may be a value of that.
    """
    wanted, reached = fold(target.text), fold(actual.text)
    if (above := graded(reached, wanted)) is not None:
        return Tier.FULL if above >= 0 else None, None
    if _only_done(actual, reached) and _asks_for_effect(wanted):
        return None, None
    if actual.tier is not None:
        return actual.tier, actual.ratio
    if actual.yes is True or _agrees(reached, wanted) or (wants_none(wanted) and _is_none(actual, reached)):
        return Tier.FULL, actual.ratio
    if actual.kind is not Kind.NUMBER or actual.unit.dimension != "percent" or actual.number is None:
        return None, None
    ratio = actual.number * actual.unit.factor
    if target.doubts or speaks_of_change(wanted) or actual.bound is not None or actual.change is not None:
        return None, None
    return next((tier for tier in BOUNDS if within(tier, ratio * 100, policy)), None), ratio


def _only_done(actual: Actual, reached: str) -> bool:
    """已完成, 是 and 达标: that something was done, and no tier."""
    done = actual.tier is Tier.FULL or actual.yes is True
    return done and actual.ratio is None and not _TIER_WORD.search(reached)


def _asks_for_effect(wanted: str) -> bool:
    """显著, 有效改善: how much came of it, and nothing that is done or not."""
    return bool(_EFFECT.search(wanted)) and not _TASK.search(wanted)


def _only_nearly(target: Target, actual: Actual) -> bool:
    """基本完成, which is less than all; 基本达成年度指标 at least names a tier."""
    said = fold(actual.text)
    return bool(actual.doubts) and not _TIER_WORD.search(said) and not _agrees(said, fold(target.text))


def _names_no_tier(target: Target, actual: Actual) -> bool:
    """Do words that agree with the target stand for the tier? Of 无事故, 无 says all there is to say."""
    return not _TIER_WORD.search(fold(actual.text)) and not wants_none(fold(target.text))


def _agrees(reached: str, wanted: str) -> bool:
    """Is the target said again, or more than it: 显著改善 for 有效改善 and for 改善, but not 改善 for 有效改善?"""
    said, asked = _said_again(reached), _said_again(wanted)
    if said == asked or (_BUDGET_ASKED.fullmatch(asked) and _BUDGET_KEPT.fullmatch(said)):
        return True
    plain = _DEGREE.sub("", said, count=1)
    return plain != said and len(plain) > 1 and plain in (asked, _DEGREE.sub("", asked, count=1))


def _said_again(folded: str) -> str:
    """The words themselves: 已建立 and 建立了 say that there is what the target 建立 asks for."""
    said = _ALREADY.match(folded)
    return (folded[said.end() :] if said else folded).replace("了", "") or folded


def _is_none(actual: Actual, folded: str) -> bool:
    return actual.number == 0 or says_none(folded)


def _stated(ratio: Decimal) -> str:
    return exact_percent(ratio) if abs(ratio) < _LONGEST_RATIO else "比例"
