"""How an actual stands to its target, whatever the points: the completion, and what share of points it is worth."""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.policy import Policy
from jxbook.scoring.place import place_of
from jxbook.scoring.qualitative import TierScore, judge
from jxbook.scoring.quantity import Comparison, compare
from jxbook.scoring.timed import as_times
from jxbook.scoring.worded_target import with_words, without_words
from jxbook.scoring.worth import Worth
from jxbook.values import Actual, Kind, Misfit, Target, Tier, fold
from jxbook.values.beside import measures_otherwise
from jxbook.values.by_name import in_words_of_name
from jxbook.values.denial import answers, denies, yes_and_no
from jxbook.values.each import as_each
from jxbook.values.graded import graded
from jxbook.values.hedged import taken_back
from jxbook.values.lead import without_lead
from jxbook.values.nothing import spared_only
from jxbook.values.remarks import second_goal, told_otherwise

_WHOLE = Decimal(1)
_PART = pattern("[一二三四五六七八九]成|分之|过半|半数|一半|多数|大部分|大多")
"""What asks for a part of something without a number."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A row compared: `finding` says in Chinese how it came out, `basis` `basis` and `also` by what rules it was compared."""

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
    target: Target,
    actual: Actual,
    policy: Policy,
    labels: tuple[str, ...] = (),
    year: int | None = None,
    name: str = "",
) -> Measured | NoMeasure:
    """Compare an actual with a target that applies; both are filled in."""
    target, actual = as_times(target, actual, labels, year, name)
    if target.unsettled:
        unsettled = Misfit(
            f"指标值{target.unsettled}，得分不同", remedy="请把指标值写成只有一种理解的样子", of_target=True
        )
        return NoMeasure("待核对", unsettled, target.doubts)
    target, actual = without_lead(as_each(target, actual), actual, name)
    target, actual = in_words_of_name(without_words(target, name), actual, name)
    if doubt := _not_as_it_stands(target, actual, name, year):
        return NoMeasure("待核对", doubt, target.doubts + actual.doubts)
    if target.kind in (Kind.NUMBER, Kind.TIME):
        return _quantity(target, actual, policy, labels, year, name)
    graded = actual.tier is not None and actual.ratio is not None and fold(target.text) not in ("是", "否")
    graded = graded and (actual.kind is Kind.TIER or actual.ratio != 1)
    if odd := _no_percentage(target, actual, policy, labels):
        return NoMeasure("待核对", odd, target.doubts)
    if target.kind is Kind.YES_NO and not graded:  # 合格 against a tier with its share is left to that
        return _yes_no(target, actual, policy, name)
    if actual.ratio is None and denies(fold(actual.text), fold(target.text)):
        return _answered(target, actual, policy, met=False)
    return _qualitative(target, actual, policy)


def _no_percentage(target: Target, actual: Actual, policy: Policy, labels: tuple[str, ...]) -> Misfit | None:
    """Why 92% is no part of 满意 or 过半, being a value of what they ask for; None for any other row."""
    bare = actual.kind is Kind.NUMBER and actual.ratio is None and actual.unit.dimension == "percent"
    if not bare or not (_PART.search(fold(target.text)) or place_of(policy, labels).satisfaction):
        return None
    return Misfit(
        f"指标值“{target.text}”没有写出百分率，看不出实际完成值“{actual.text}”是否达到",
        remedy="请把指标值写成百分率，如“≥90%”",
        of_target=True,
    )


def _not_as_it_stands(target: Target, actual: Actual, name: str, year: int | None) -> Misfit | None:
    """Why the words around the values forbid to compare them, None where they do not."""
    if target.kind is Kind.TEXT and actual.ratio is not None:
        return None  # a tier with its share
    if some := spared_only(actual.text, target.text, name):
        return Misfit(
            f"实际完成值“{actual.text}”只说“{some}”的没有，看不出其他的有没有",
            remedy="请按指标值的口径填写，如“未发生”或发生的数量",
        )
    return (
        second_goal(target)
        or taken_back(target, actual, name, year)
        or told_otherwise(target, actual, name)
        or measures_otherwise(target, actual, name)
    )


def _quantity(
    target: Target, actual: Actual, policy: Policy, labels: tuple[str, ...], year: int | None, name: str
) -> Measured | NoMeasure:
    found = compare(target, actual, place_of(policy, labels, with_words(target, name)), policy, year)
    if not isinstance(found, Comparison):
        method, misfit, doubts = found
        return NoMeasure(method, misfit, doubts)
    share = found.share
    return Measured(
        found.method,
        found.finding,
        share.ratio,
        found.met,
        found.worth,
        policy.rule("quantitative.met").cited if found.met else share.rule.cited,
        found.deviation,
        found.doubts,
        share.also_cited,
    )


def _yes_no(target: Target, actual: Actual, policy: Policy, name: str) -> Measured | NoMeasure:
    if target.yes is False and fold(target.text) != "否":
        return NoMeasure(
            "是否",
            Misfit(
                f"年度指标值写的是“{target.text}”，不像要达到的目标", remedy="请核对指标值", of_target=True
            ),
        )
    said = actual.yes
    nearly = actual.doubts and fold(target.text) not in ("是", "否")  # 基本达标 is not 达标
    if actual.tier in (Tier.FULL, Tier.FAILED) and not nearly:
        said = actual.tier is Tier.FULL
    if said is None and denies(fold(actual.text), fold(target.text)):
        said = False
    if said is None and fold(target.text) in ("是", "否"):
        said = answers(fold(actual.text), fold(name))
    if said is None and (above := graded(fold(actual.text), fold(target.text))) is not None:
        said = above >= 0
    if said is None and actual.unit.dimension == "percent" and actual.number == 100:
        said = True
    if said is None or actual.tier is Tier.PARTIAL:
        either = " ".join(f"“{word}”" for word in yes_and_no(fold(target.text))).replace(" ", "或")
        return NoMeasure("是否", Misfit(f"实际完成值“{actual.text}”不是{either}", remedy=f"请填{either}"))
    return _answered(target, actual, policy, met=said is target.yes)


def _answered(target: Target, actual: Actual, policy: Policy, *, met: bool) -> Measured:
    share, basis = Decimal(int(met)), policy.rule("yes_no.method").cited
    worth = Worth(share, _WHOLE, "记全部分值{earned}分" if met else "记{earned}分", basis)
    verdict = "相符" if met else "不符"
    finding = f"实际完成值“{actual.text}”与指标值“{target.text}”{verdict}"
    return Measured("是否", finding, share, met, worth, basis)


def _qualitative(target: Target, actual: Actual, policy: Policy) -> Measured | NoMeasure:
    found = judge(target, actual, policy)
    if not isinstance(found, TierScore):
        doubts = actual.doubts if found.of_target else target.doubts  # of what is refused there is no reading
        return NoMeasure("定性", found, doubts)
    return Measured(
        "定性",
        f"完成情况为“{actual.text}”",
        found.share,
        found.tier is Tier.FULL,
        found.worth,
        found.worth.basis,
        doubts=found.doubts,
        also=found.worth.also,
    )
