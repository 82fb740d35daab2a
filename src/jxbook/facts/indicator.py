"""An indicator row as sentences need it: its figures, each with its cell, and what they say of one another."""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import cached_property, dataclass, replace
from jxbook.document.marks import bare, quoted
from jxbook.facts.sourced import Sourced, place_of
from jxbook.facts.words import unanswered
from jxbook.form import Indicator
from jxbook.pattern import pattern
from jxbook.prose import Reason
from jxbook.scoring import State
from jxbook.scoring.leaning import Leaning, named
from jxbook.values import Kind, Sign, Target, Tier
from jxbook.values.units import NO_UNIT, PERCENT

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import ReportPart

_RATES = ("率", "满意度", "比例", "占比", "比重")
_TENTH, _THIRD = Decimal("0.1"), Decimal("0.3")
_EACH = pattern(r"(?:每|单).?\Z")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What 评价要点 and 评委评分 say about a 三级指标: how many 要点 of each verdict, the notes of those not met."""

    points: int = 0
    verdicts: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()
    reviewers: int = 0


NOT_JUDGED = Judgement()


@dataclass(frozen=True)  # without slots: what is reckoned is kept once somebody has asked for it
class IndicatorFacts:
    """An indicator row. `group` is the 一级指标 of the policy's tree that it belongs to, else its own; 成本指标 where the
    form keeps costs apart.

    `aim` is the target as read, a rate that was written as a fraction in per cent. `low`, `high` and `value` are the target and the actual in the target's unit; `late` is how many days the
    actual is later than the target, `late_months` the same in months where both are months. `part` is where it
    belongs in the analysis. `target` and `actual` are the texts as entered, their numbers marked. `cost`: less is better by its place.
    `lost` are the points it lost, None where none; `gap` is actual − target, of a range from the nearer end, None
    without numbers. `cause` and `measure` are what staff gave, without what says nothing; `short_cause` is the first
    cause, of a qualitative row what was not done. `before` is the actual of the year before, in the target's unit.
    """

    level1: str
    level2: str
    group: str
    name: str
    part: ReportPart
    goal: int
    indicator: Indicator
    aim: Target
    target: str
    actual: str
    points: Sourced | None
    earned: Sourced | None
    state: State
    met: bool
    completion: Decimal | None
    low: Sourced | None
    high: Sourced | None
    value: Sourced | None
    late: Sourced | None
    late_months: Sourced | None
    cost: bool
    satisfaction: bool
    reason: Reason
    reason_where: str
    judged: Judgement
    year: int | None
    lost: Sourced | None
    gap: Sourced | None
    cause: str
    short_cause: str
    measure: str
    before: Sourced | None

    @cached_property
    def unit(self) -> str:
        """The unit of target and actual, "" without one; what the name says already is not said again: 每公里造价, 万元/公里."""
        whole = self.aim.unit.name
        measure, _, thing = whole.partition("/")
        name = bare(self.name)
        said = thing and thing in name and (f"{thing}均" in name or _EACH.search(name.partition(thing)[0]))
        return measure if said else whole

    @cached_property
    def percent(self) -> bool:
        """Is it measured in per cent?"""
        return self.aim.kind is Kind.NUMBER and self.aim.unit.dimension == "percent"

    @property
    def timed(self) -> bool:
        """Is its target a point in time?"""
        return self.aim.kind is Kind.TIME

    @property
    def worded(self) -> bool:
        """Is its target in words?"""
        return self.aim.kind in (Kind.TEXT, Kind.YES_NO)

    @cached_property
    def limit(self) -> bool:
        """Is less better?"""
        if self.aim.kind is not Kind.NUMBER:
            return False
        equal = self.aim.sign is Sign.EQUAL
        return self.aim.sign.is_most or (equal and (self.cost or self.aim.low == 0)) or self.limit_by_name

    @cached_property
    def limit_by_name(self) -> bool:
        """Does only the name say that less is better, 跑动次数 of 2次, and was the row scored so?"""
        plain = self.aim.kind is Kind.NUMBER and self.aim.sign is Sign.EQUAL and self.aim.change is None
        if not plain or self.cost or not self.aim.low or self.value is None or self.low is None:
            return False
        less = named(self.indicator.name.text).leaning is Leaning.LESS
        return less and self.met is (self.value.number <= self.low.number)

    @property
    def tier(self) -> Tier | None:
        """The tier that the actual names."""
        return self.indicator.actual_value.tier

    @property
    def has_target(self) -> bool:
        """Is a target filled in?"""
        return bool(self.target)

    @property
    def has_actual(self) -> bool:
        """Is an actual filled in?"""
        return bool(self.actual)

    @property
    def compared(self) -> bool:
        """Is it measured by its target, not by 评价要点?"""
        return not self.judged.points and (self.has_target or self.has_actual)

    @property
    def settled(self) -> bool:
        """Could it be scored, or compared?"""
        return self.state is State.SCORED

    @cached_property
    def missed(self) -> bool:
        """Is it settled and its target not reached, or points lost by what an evaluator gave?"""
        return self.settled and (not self.met if self.compared else self.lost is not None)

    @property
    def reduced(self) -> bool:
        """Is its target reached and points lost all the same, as by 达成年度指标（85%）?"""
        return self.settled and not self.missed and self.lost is not None

    @property
    def far(self) -> Decimal | None:
        """How far the actual is from the target, as a part of the target; negative below it."""
        if self.gap is None or self.low is None or not self.low.number:
            return None
        return self.gap.number / self.low.number

    @property
    def slight(self) -> bool:
        """Is it within a tenth of its target?"""
        return self.far is not None and abs(self.far) <= _TENTH

    @property
    def great(self) -> bool:
        """Is it more than three tenths away from its target?"""
        return self.far is not None and abs(self.far) > _THIRD

    @property
    def as_above(self) -> bool:
        """Is its reason that of a row above, to which its own entry points: 同上?"""
        return self.reason_where != place_of(self.indicator.reason)

    @property
    def why_where(self) -> str:
        """Where its reason is to be written, and what is written there without being one."""
        where = self.reason_where or f"自评表“{bare(self.name)}”偏差原因"
        return unanswered(where, "" if self.reason.cause else "，".join(self.reason.vague))

    def cite(self, text: str) -> str:
        """A part of its reason, every number marked with the cell it stands in."""
        return quoted(text, f"“{self.name}”偏差原因", self.reason_where)


def in_percent(aim: Target, name: str) -> Target:
    """The target of a rate that is a fraction without a unit, 开工及时率 0.95, as the percentage that it is."""
    fraction = aim.kind is Kind.NUMBER and aim.unit == NO_UNIT and aim.low is not None and 0 < aim.low <= 1
    if not fraction or not name.endswith(_RATES) or (aim.high is not None and aim.high > 1):
        return aim
    high = None if aim.high is None else aim.high * 100
    assert aim.low is not None
    return replace(aim, low=aim.low * 100, high=high, unit=PERCENT)
