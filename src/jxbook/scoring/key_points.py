"""评价要点 → the target and the actual of their indicator: how many of its 要点 were met."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.form import Entry, Form, Indicator, KeyPoint
from jxbook.formulas.contents import text
from jxbook.formulas.expression import Contents, Expression, Reference
from jxbook.formulas.function import bracketed
from jxbook.formulas.worksheet import IF, OR, ROUND
from jxbook.pattern import pattern
from jxbook.policy import Mark, Policy
from jxbook.values import fold, read_actual, read_target

MET, PARTLY, UNMET, NOT_APPLICABLE = VERDICTS = ("符合", "部分符合", "不符合", "不适用")
"""What can be said of a 要点."""
UNIT = "项"
NONE = "无"
_TARGET, _ACTUAL = pattern(rf"≥\d+{UNIT}"), pattern(rf"\d+(?:\.\d+)?{UNIT}")
_PLACES = 6

LISTED, SHARE = "listed", "share"
"""The names in TARGET and ACTUAL of how many 要点 the indicator has, and of `partly_met`; a verdict's own name is
how many have it."""
_ALL = Reference(LISTED)
_SAID = {verdict: Reference(verdict) for verdict in VERDICTS}
_APPLYING = bracketed(_ALL - _SAID[NOT_APPLICABLE])
_READ = _SAID[MET] + _SAID[PARTLY] + _SAID[UNMET] + _SAID[NOT_APPLICABLE]
_MET = ROUND(_SAID[MET] + Reference(SHARE) * _SAID[PARTLY], _PLACES)
TARGET = IF(_ALL.equals(0), "", IF(_APPLYING.equals(0), NONE, "≥" & _APPLYING & UNIT))
"""年度指标值: how many 要点 apply."""
ACTUAL = IF(OR(_ALL.equals(0), _READ < _ALL), "", IF(_ALL.equals(_SAID[NOT_APPLICABLE]), NONE, _MET & UNIT))
"""实际完成值: how many were met; blank while one has none of the verdicts."""


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
    return _text(TARGET, points)


def actual_text(points: Sequence[KeyPoint], policy: Policy) -> str:
    """How many of the 要点 were met, partly met ones counting in part; "" while one has no verdict that can be
    read: another word than VERDICTS must never count as 不符合.
    """
    return _text(ACTUAL, points, partly_met(policy))


def partly_met(policy: Policy) -> Decimal:
    """What a partly met 要点 counts for, as a share of a met one."""
    return policy.number("evaluation.partly_met") / Decimal(100)


def points_of(one: Indicator, points: Mapping[str, list[KeyPoint]]) -> list[KeyPoint] | None:
    """The 要点 that an indicator takes its target and actual from; None without any, or where others were typed.

    `points` are those of `by_indicator`.
    """
    own = points.get(fold(one.name.text)) if points and not one.name.blank else None
    if own is None:
        return None
    return own if _ours(_TARGET, one.target) and _ours(_ACTUAL, one.actual) else None


def grounds(points: Sequence[KeyPoint], policy: Policy) -> tuple[str, ...]:
    """The 依据 of counting these 要点, beside that of comparing the count with the target."""
    partly = any(fold(one.verdict.text) == PARTLY for one in points)
    return (*own_method(policy), *((policy.rule("evaluation.partly_met").cited,) if partly else ()))


def own_method(policy: Policy) -> tuple[str, ...]:
    """The 依据 of a way to find points that is the policy's own; none where a document lays it down."""
    rule = policy.rule("scoring.source")
    return () if rule.mark is Mark.OFFICIAL else (rule.cited,)


def _text(formula: Expression, points: Sequence[KeyPoint], share: Decimal = Decimal(0)) -> str:
    """What a formula comes to for an indicator of these 要点."""
    said = Counter(one.verdict.raw for one in points)
    counts = {verdict: Decimal(said[verdict]) for verdict in VERDICTS}
    counts |= {LISTED: Decimal(len(points)), SHARE: share}
    return text(formula.shown(Contents(counts.__getitem__)))


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
        target=Entry(target, one.target.cell, computed=one.target.computed),
        actual=Entry(actual or None, one.actual.cell, computed=one.actual.computed),
        target_value=read_target(target),
        actual_value=read_actual(actual or None),
    )
