"""The score of one indicator row."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from jxbook.dataclass import dataclass
from jxbook.policy import Policy
from jxbook.scoring.measure import Measured, NoMeasure, measure
from jxbook.scoring.none_wanted import none_wanted
from jxbook.scoring.rounding import percent, points_of
from jxbook.values import Actual, Kind, Misfit, Target, plain
from jxbook.values.entry import is_error


class State(StrEnum):
    """How far a row could be scored."""

    SCORED = "scored"
    """Settled: with points, or compared with its target where the policy gives rows no points."""
    NOT_APPLICABLE = "not_applicable"
    UNFILLED = "unfilled"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class RowScore:
    """What a row earned and how.

    `completion` is a ratio (1 = reached; above 1 for ≥). `earned` is in points as they are printed, None unless
    SCORED, and under a policy that gives rows no points; `exact` is what goes into the total: `earned`, or not
    rounded where the policy rounds only the total, or where a row with odd 分值 earns all of it. `explanation` is
    one Chinese sentence, `basis` the 依据 with its mark, `also` the 依据 of everything else that it took to find
    the points. `misfit` says why an UNCLEAR row could not be scored; `doubts` are what was read with less than
    certainty.
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
    exact: Decimal | None = None
    also: tuple[str, ...] = ()

    @property
    def cited(self) -> str:
        """The 依据 of every rule that was taken, each with its mark; "" where none was."""
        return all_cited(self.basis, self.also)


def all_cited(basis: str, also: tuple[str, ...]) -> str:
    """Several 依据 in one line, none of them twice."""
    return "；".join(dict.fromkeys(one for one in (basis, *also) if one))


def score_row(
    target: Target,
    actual: Actual,
    points: Decimal | None,
    policy: Policy,
    labels: tuple[str, ...] = (),
    year: int | None = None,
    name: str = "",
) -> RowScore:
    """Score one row. `labels` are its 一级 and 二级指标, `year` the form's. Never raises for any entry.

    `name` is the 三级指标, if it is known: where the target has no sign it may tell which way is better, and it may
    show that an entry cannot be meant (合格率 105%).
    """
    if target.kind is Kind.NONE and points:
        meant = none_wanted(target, actual, name)
        if isinstance(meant, Misfit):
            return unclear("待核对", meant)
        target = meant
    if unsettled := _unsettled(target, actual, policy, {"分值": points is None}, "暂不计分"):
        return unsettled
    if points is None or points < 0:
        return unclear("待核对", Misfit("分值不能小于0"))
    measured = measure(target, actual, policy, labels, year, name)
    if isinstance(measured, NoMeasure):
        return unclear(measured.method, measured.misfit, measured.doubts)
    earned = measured.worth.rounded(points, int(policy.number("rounding.places")))
    unrounded = measured.worth.whole_row or policy.word("rounding.of") == "total"
    exact = measured.worth.of(points) if unrounded else earned
    clause = measured.worth.clause.format(points=plain(points), earned=plain(earned))
    rounded = earned != measured.worth.of(points)
    return RowScore(
        State.SCORED,
        measured.method,
        f"{measured.finding}，{clause}。",
        measured.worth.basis,
        measured.completion,
        earned,
        measured.deviation,
        measured.met,
        doubts=measured.doubts,
        exact=exact,
        also=(*measured.worth.also, *((policy.rule("rounding.places").cited,) if rounded else ())),
    )


def compare_row(
    target: Target,
    actual: Actual,
    policy: Policy,
    labels: tuple[str, ...] = (),
    year: int | None = None,
    name: str = "",
) -> RowScore:
    """As `score_row`, where rows get no points: how much of the target was reached, and whether it was."""
    if unsettled := _unsettled(target, actual, policy, {}, "不能比较完成情况"):
        return unsettled
    measured = measure(target, actual, policy, labels, year, name)
    if isinstance(measured, NoMeasure):
        return unclear(measured.method, measured.misfit, measured.doubts)
    return _compared(measured)


def unclear(method: str, misfit: Misfit, doubts: tuple[str, ...] = ()) -> RowScore:
    """A row that is filled in, but not so that it could be scored."""
    return RowScore(State.UNCLEAR, method, f"{misfit.why}，暂不能计分。", misfit=misfit, doubts=doubts)


def awarded(points: Decimal, policy: Policy) -> tuple[Decimal, Decimal]:
    """Points that a person gave: as they are printed, and as they go into the total."""
    printed = points_of(points, policy)
    return printed, points if policy.word("rounding.of") == "total" else printed


def _compared(measured: Measured) -> RowScore:
    ratio = "" if measured.met and measured.completion == 1 else f"，完成率{percent(measured.completion)}"
    return RowScore(
        State.SCORED,
        measured.method,
        f"{measured.finding}{ratio}。",
        measured.basis,
        measured.completion,
        deviation=measured.deviation,
        met=measured.met,
        doubts=measured.doubts,
        also=measured.also,
    )


def _unsettled(
    target: Target, actual: Actual, policy: Policy, also: Mapping[str, bool], outcome: str
) -> RowScore | None:
    """What there is to say of a row that needs no reckoning: an error, 无, or something not filled in.

    `also` says which other entries are absent, `outcome` what follows from it.
    """
    for name, text in (("年度指标值", target.text), ("实际完成值", actual.text)):
        if is_error(text):
            return unclear("待核对", Misfit(f"{name}是公式的错误值{text}"))
    if not target.applies:
        if actual.kind not in (Kind.BLANK, Kind.NONE):
            return unclear("待核对", Misfit(f"指标值填“{target.text}”，却填写了实际完成值“{actual.text}”"))
        return RowScore(
            State.NOT_APPLICABLE,
            "不适用",
            f"指标值填“{target.text}”，本行不计分。",
            policy.rule("not_applicable.method").cited,
        )
    if target.kind is not Kind.BLANK and actual.kind is not Kind.BLANK and not any(also.values()):
        return None
    entries = {"年度指标值": target.kind is Kind.BLANK, "实际完成值": actual.kind is Kind.BLANK, **also}
    absent = "、".join(name for name, is_absent in entries.items() if is_absent)
    return RowScore(State.UNFILLED, "待填写", f"尚未填写{absent}，{outcome}。")
