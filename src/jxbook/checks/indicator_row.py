"""What a check of a row looks at: a scored indicator, in a form or in a cell function."""

from __future__ import annotations

from decimal import Decimal

from jxbook.checks.wording import quote
from jxbook.dataclass import cached_property, dataclass
from jxbook.form import Entry, Indicator
from jxbook.policy import Policy
from jxbook.policy.columns import columns_of
from jxbook.policy.once import once_for_each
from jxbook.scoring import IndicatorScore, RowScore, State
from jxbook.scoring.over_fulfilment import far_beyond
from jxbook.scoring.reviews import METHOD as REVIEWED
from jxbook.scoring.rounding import points_of
from jxbook.scoring.stated import METHOD as STATED
from jxbook.values import Aligned, Kind, align, fold

_EXPLAINS_NOTHING = frozenset(
    {"无偏差", "没有偏差", "未偏差", "无差异", "没有", "暂无", "正常", "已完成", "完成"}
)
_LONGEST_NONE = 5


def missing(entry: Entry) -> bool:
    """Blank, or 无 and its kin, where something is to be filled in. A formula without a value is not: JX107."""
    if entry.unknown or not (entry.raw is None or isinstance(entry.raw, str)):
        return False
    text = entry.text
    return not text or (len(text) <= _LONGEST_NONE and entry.none)


@once_for_each
def asked_fields(policy: Policy) -> frozenset[str]:
    """The fields of an indicator row that the policy's form has a column for."""
    return frozenset(columns_of(policy))


@dataclass(frozen=True)
class Row:
    """One scored indicator row with its policy, in a form or in a cell function (where no entry has a cell)."""

    scored: IndicatorScore
    policy: Policy
    year: int | None = None
    together: tuple[IndicatorScore, ...] = ()
    """The rows whose 得分 stands in one merged cell, this one among them; none where each has its own."""
    unfilled: frozenset[str] = frozenset()
    """The fields that no row of the form has, which is told once for all of them."""

    @cached_property
    def indicator(self) -> Indicator:
        return self.scored.indicator

    @cached_property
    def score(self) -> RowScore:
        return self.scored.score

    @property
    def asked(self) -> frozenset[str]:
        """The fields of the row that the policy's form has a column for."""
        return asked_fields(self.policy)

    @property
    def pointless(self) -> bool:
        """The policy gives rows no points: a third party states the total, or there is none."""
        return self.policy.pointless

    @property
    def given(self) -> bool:
        """An evaluator or reviewers gave the points; they do not follow from target and actual."""
        return self.score.method in (STATED, REVIEWED)

    @cached_property
    def title(self) -> str:
        """The indicator's name as a message quotes it."""
        one = self.indicator
        name = one.name.text or one.level2.text or one.level1.text
        return quote(name) if name else "本行"

    @cached_property
    def explained(self) -> bool:
        """偏差原因 says something; 无 and 无偏差 do not."""
        reason = self.indicator.reason
        return not (reason.blank or missing(reason) or fold(reason.text) in _EXPLAINS_NOTHING)

    @cached_property
    def reason_place(self) -> Entry:
        """Where a reason is to be written: its own entry, or the actual value where the form has none."""
        return self.indicator.reason if self.indicator.reason.cell else self.indicator.actual

    @cached_property
    def written(self) -> Decimal | None:
        """What stands as the 得分 of the row, its part of a merged one too."""
        earned = self.indicator.earned
        return None if earned.raw is None else earned.score

    @property
    def stated(self) -> Decimal | None:
        """The 得分 that stands in the row; a part of a merged one is nobody's figure."""
        return None if self.together else self.written

    @cached_property
    def short(self) -> bool:
        """Below its 分值, by reckoning or by the 得分 that stands in the row."""
        points, earned = self.scored.points, self.score.exact
        if points is None or earned is None:
            return False
        lowest = earned if self.stated is None else min(earned, self.stated)
        return lowest < points and points_of(lowest, self.policy) < points_of(points, self.policy)

    @property
    def unmet(self) -> bool:
        """Target missed, in a form that shows it by no points."""
        return self.pointless and self.score.state is State.SCORED and not self.score.met

    @cached_property
    def far_beyond(self) -> bool:
        """Target reached and passed so far that the policy asks for the reason."""
        return far_beyond(self.indicator.target_value, self.score, self.policy)

    @cached_property
    def percentage(self) -> Decimal | None:
        """The actual in per cent, where it is one or its target is."""
        actual, target = self.indicator.actual_value, self.indicator.target_value
        if actual.kind is not Kind.NUMBER or actual.number is None:
            return None
        if actual.unit.dimension == "percent":
            return actual.number * actual.unit.factor * 100
        aligned = align(target, actual, self.year) if target.kind is Kind.NUMBER else None
        if actual.unit.dimension or target.unit.dimension != "percent" or not isinstance(aligned, Aligned):
            return None
        return aligned.actual * 100
