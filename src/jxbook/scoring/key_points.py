"""评价要点 → the target and the actual of their indicator: how many of its 要点 were met."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from jxbook.form import Entry, Form, Indicator, KeyPoint
from jxbook.policy import Mark, Policy
from jxbook.scoring.rounding import half_up
from jxbook.values import fold, plain, read_actual, read_target

MET, PARTLY, UNMET, NOT_APPLICABLE = VERDICTS = ("符合", "部分符合", "不符合", "不适用")
"""What can be said of a 要点."""
UNIT = "项"
NONE = "无"
_TARGET, _ACTUAL = re.compile(rf"≥\d+{UNIT}"), re.compile(rf"\d+(?:\.\d+)?{UNIT}")
_PLACES = 6


def with_key_points(form: Form, policy: Policy) -> Form:
    """The form, each 三级指标 that has 评价要点 taking its target and actual from them; their cells stay.

    A target or an actual that somebody typed instead, such as ≥90%, stands: so it does in a spreadsheet.
    """
    points = by_indicator(form.records.key_points)
    if not points:
        return form
    return replace(form, indicators=tuple(_with(one, points, policy) for one in form.indicators))


def by_indicator(points: Iterable[KeyPoint]) -> dict[str, list[KeyPoint]]:
    """The 评价要点 by the folded name of their indicator; those without one are left out."""
    found: dict[str, list[KeyPoint]] = {}
    for one in points:
        if not one.indicator.blank:
            found.setdefault(fold(one.indicator.text), []).append(one)
    return found


def target_text(points: Sequence[KeyPoint]) -> str:
    """The target of an indicator: ≥ the number of 要点 that apply; 无 where none does."""
    applying = sum(one.verdict.raw != NOT_APPLICABLE for one in points)
    return f"≥{applying}{UNIT}" if applying else NONE


def actual_text(points: Sequence[KeyPoint], policy: Policy) -> str:
    """How many of the 要点 were met, partly met ones counting in part; "" while one has no verdict that can be
    read: another word than VERDICTS must never count as 不符合.
    """
    verdicts = [one.verdict.raw for one in points]
    if not set(verdicts) <= set(VERDICTS):
        return ""
    if set(verdicts) == {NOT_APPLICABLE}:
        return NONE
    met = verdicts.count(MET) + verdicts.count(PARTLY) * policy.number("evaluation.partly_met") / Decimal(100)
    return f"{plain(half_up(met, _PLACES))}{UNIT}"


def points_of(one: Indicator, points: Mapping[str, list[KeyPoint]]) -> list[KeyPoint] | None:
    """The 要点 that an indicator takes its target and actual from; None without any, or where others were typed.

    `points` are those of `by_indicator`.
    """
    own = points.get(fold(one.name.text)) if not one.name.blank else None
    return own if _ours(_TARGET, one.target) and _ours(_ACTUAL, one.actual) else None


def grounds(points: Sequence[KeyPoint], policy: Policy) -> tuple[str, ...]:
    """The 依据 of counting these 要点, beside that of comparing the count with the target."""
    partly = any(fold(one.verdict.text) == PARTLY for one in points)
    return (*own_method(policy), *((policy.rule("evaluation.partly_met").cited,) if partly else ()))


def own_method(policy: Policy) -> tuple[str, ...]:
    """The 依据 of a way to find points that is the policy's own; none where a document lays it down."""
    rule = policy.rule("scoring.source")
    return () if rule.mark is Mark.OFFICIAL else (rule.cited,)


def _ours(shape: re.Pattern[str], entry: Entry) -> bool:
    """Can a formula of ours have given this, or nobody anything?"""
    return entry.blank or entry.none or shape.fullmatch(fold(entry.text)) is not None


def _with(one: Indicator, points: Mapping[str, list[KeyPoint]], policy: Policy) -> Indicator:
    own = points_of(one, points)
    if own is None:
        return one
    target, actual = target_text(own), actual_text(own, policy)
    known = not (one.target.unknown or one.actual.unknown)
    if known and (one.target.text, one.actual.text) == (target, actual):
        return one
    return replace(
        one,
        target=Entry(target, one.target.cell),
        actual=Entry(actual or None, one.actual.cell),
        target_value=read_target(target),
        actual_value=read_actual(actual or None),
    )
