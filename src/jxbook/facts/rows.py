"""An indicator row as sentences need it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

from jxbook.dataclass import dataclass, replace
from jxbook.document.marks import quoted
from jxbook.facts.sourced import Sourced, place_of
from jxbook.facts.words import named, one_line, unstopped
from jxbook.form import Entry, Form, Indicator, KeyPoint
from jxbook.policy import Policy
from jxbook.prose import Reason, split_reason
from jxbook.scoring import IndicatorScore, RowScore, State
from jxbook.scoring.key_points import MET, VERDICTS, by_indicator, points_of
from jxbook.scoring.quantity import BY_STEPS
from jxbook.values import Aligned, Kind, Sign, Target, Tier, align, fold, read_actual
from jxbook.values.units import NO_UNIT, Unit

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import ReportPart

_PART_WORDS: tuple[tuple[ReportPart, tuple[str, ...]], ...] = (
    ("效益", ("效益", "满意", "影响")),
    ("决策", ("决策", "立项", "绩效目标", "资金投入")),
    ("过程", ("过程", "资金管理", "组织实施", "预算执行", "资金执行")),
)
_TENTH, _THIRD = Decimal("0.1"), Decimal("0.3")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What 评价要点 and 评委评分 say about a 三级指标: how many 要点 of each verdict, the notes of those not met."""

    points: int = 0
    verdicts: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()
    reviewers: int = 0


NOT_JUDGED = Judgement()


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """An indicator row. `group` is the 一级指标 of the policy's tree that it belongs to, else its own.

    `low`, `high` and `value` are the target and the actual in the target's unit; `late` is how many days the
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

    @property
    def aim(self) -> Target:
        """The target as read."""
        return self.indicator.target_value

    @property
    def unit(self) -> str:
        """The unit of target and actual, "" without one."""
        return self.aim.unit.name

    @property
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

    @property
    def limit(self) -> bool:
        """Is less better?"""
        return self.aim.kind is Kind.NUMBER and (
            self.aim.sign.is_most or (self.cost and self.aim.sign is Sign.EQUAL)
        )

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

    @property
    def missed(self) -> bool:
        """Is it settled and its target not reached, or points lost by what an evaluator gave?"""
        return self.settled and (not self.met if self.compared else self.lost is not None)

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

    def cite(self, text: str) -> str:
        """A part of its reason, every number marked with the cell it stands in."""
        return quoted(text, f"“{self.name}”偏差原因", self.reason_where)


def row_facts(
    row: IndicatorScore, policy: Policy, year: int | None, judged: Judgement = NOT_JUDGED
) -> IndicatorFacts:
    """One indicator row."""
    one, score = row.indicator, row.score
    labels = (fold(one.level1.text), fold(one.level2.text))
    place = policy.tree.locate(*labels)
    name = named(one_line(one.name) or one.title)
    points = _points(row.points, f"“{name}”分值", one.points)
    earned = _points(score.earned, f"“{name}”得分", one.earned)
    reason, where = split_reason(one_line(one.reason)), place_of(one.reason)
    label, worded = f"“{name}”偏差原因", one.target_value.kind in (Kind.TEXT, Kind.YES_NO)
    low, high, value = _measured(one, name, year)
    late, months = _late(one, name, year)
    return IndicatorFacts(
        labels[0],
        labels[1] or labels[0],
        place[0].name if place else labels[0] or "其他指标",
        quoted(name, "三级指标名称", place_of(one.name)),
        place[0].part if place else _part_by_name(labels),
        one.goal,
        one,
        quoted(one_line(one.target).lstrip("=＝"), f"“{name}”年度指标值", place_of(one.target)),
        quoted(one_line(one.actual).lstrip("=＝≥≤"), f"“{name}”实际完成值", place_of(one.actual)),
        points,
        earned,
        score.state,
        _reached(score),
        score.completion,
        low,
        high,
        value,
        late,
        months,
        bool(place and place[1] and place[1].cost),
        bool(place) and policy.tree.is_satisfaction(*labels),
        reason,
        where,
        judged,
        year,
        _lost(points, earned),
        _gap(low, high, value),
        quoted(reason.cause, label, where),
        quoted(reason.undone if worded else reason.short, label, where),
        quoted(reason.measure, label, where),
        _before(one, name, year),
    )


def _reached(score: RowScore) -> bool:
    """Is the target reached? By steps a satisfaction may earn all points without, and reach it without all points."""
    if score.method == BY_STEPS and score.completion is not None:
        return score.completion >= 1
    return score.met


def _before(one: Indicator, name: str, year: int | None) -> Sourced | None:
    """The actual of the year before as a number in the target's unit; None where there is none."""
    if one.last_year.blank or one.last_year.none or one.target_value.kind is not Kind.NUMBER:
        return None
    past = replace(
        one, actual=one.last_year, actual_value=read_actual(one.last_year.raw, one.last_year.number_format)
    )
    number = _measured(past, name, year)[2]
    return (
        None
        if number is None
        else replace(number, name=f"“{name}”上年实际完成值", where=place_of(one.last_year))
    )


def _lost(points: Sourced | None, earned: Sourced | None) -> Sourced | None:
    if points is None or earned is None or earned.number >= points.number:
        return None
    return points - earned


def _gap(low: Sourced | None, high: Sourced | None, value: Sourced | None) -> Sourced | None:
    if value is None or low is None or high is None:
        return None
    return value - high if value.number > high.number else value - low


def _points(number: Decimal | None, name: str, entry: Entry) -> Sourced | None:
    return None if number is None else Sourced(number, name, place_of(entry))


def _measured(
    one: Indicator, name: str, year: int | None
) -> tuple[Sourced | None, Sourced | None, Sourced | None]:
    """Target and actual in the target's unit, where both are numbers that can be compared; else what is there."""
    aim, actual = one.target_value, one.actual_value
    low = None if aim.low is None else Sourced(aim.low, f"“{name}”年度指标值", place_of(one.target))
    high = low if aim.high is None else Sourced(aim.high, f"“{name}”年度指标值", place_of(one.target))
    if aim.kind is not Kind.NUMBER or actual.kind is not Kind.NUMBER or actual.number is None:
        number = actual.number if aim.kind is not Kind.NUMBER and actual.kind is Kind.NUMBER else None
        value = None if number is None else Sourced(number, f"“{name}”实际完成值", place_of(one.actual))
        return low, high, value
    aligned = align(aim, actual, year)
    if not isinstance(aligned, Aligned):
        return low, high, None
    number = (
        aligned.actual / aim.unit.factor if aim.unit != NO_UNIT else _like(actual.number, aim.unit, aligned)
    )
    return low, high, Sourced(_short(number), f"“{name}”实际完成值", place_of(one.actual))


def _like(number: Decimal, unit: Unit, aligned: Aligned) -> Decimal:
    return aligned.actual if unit == NO_UNIT else number


def _short(number: Decimal) -> Decimal:
    """A number converted between units, without the tail that dividing leaves."""
    return number if number.adjusted() > 20 else number.quantize(Decimal("1e-8")).normalize() + 0


def _late(one: Indicator, name: str, year: int | None) -> tuple[Sourced | None, Sourced | None]:
    aim, actual = one.target_value.moment, one.actual_value.moment
    if one.target_value.kind is not Kind.TIME or aim is None or actual is None:
        return None, None
    own = year or actual.year or aim.year or date.today().year
    title = f"“{name}”实际完成值－年度指标值"
    cells = "－".join(filter(None, (place_of(one.actual), place_of(one.target))))
    days = (actual.last_day(own) - aim.last_day(own)).days
    months = None
    if aim.day is None and actual.day is None:
        months = ((actual.year or own) - (aim.year or own)) * 12 + actual.month - aim.month
    return (
        Sourced(Decimal(days), f"{title}（天）", cells),
        None if months is None else Sourced(Decimal(months), f"{title}（月）", cells),
    )


def judged_facts(form: Form) -> dict[str, Judgement]:
    """By the name of the 三级指标, folded: how its 评价要点 came out, if it goes by them, and how many reviewers."""
    every = by_indicator(form.records.key_points)
    points = {fold(one.name.text): own for one in form.indicators if (own := points_of(one, every))}
    reviewers = {
        fold(one.indicator.text): sum(score.number is not None for score in one.scores)
        for one in form.records.reviews
    }
    return {name: _judged(points.get(name, []), reviewers.get(name, 0)) for name in {**points, **reviewers}}


def _judged(points: list[KeyPoint], reviewers: int) -> Judgement:
    counts = Counter(fold(point.verdict.text) or "未评定" for point in points)
    words = (*(one for one in VERDICTS if one in counts), *(one for one in counts if one not in VERDICTS))
    notes = tuple(
        quoted(
            unstopped(one_line(point.note)),
            f"评价要点“{one_line(point.text)[:20]}”说明",
            place_of(point.note),
        )
        for point in points
        if fold(point.verdict.text) != MET and one_line(point.note)
    )
    return Judgement(len(points), tuple((word, counts[word]) for word in words), notes, reviewers)


def _part_by_name(labels: tuple[str, str]) -> ReportPart:
    """Where an indicator belongs whose labels the policy does not know."""
    for part, words in _PART_WORDS:
        if any(word in label for label in labels for word in words):
            return part
    return "产出"
