"""The rows of a form → what sentences need of each."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.document.marks import quoted
from jxbook.facts.indicator import NOT_JUDGED, IndicatorFacts, Judgement, in_percent
from jxbook.facts.sourced import Sourced, place_of
from jxbook.facts.words import itemised, named, one_line, unstopped, writers_year
from jxbook.form import NO_ENTRY, Entry, Form, Indicator, KeyPoint
from jxbook.policy import Policy
from jxbook.policy.model import is_satisfaction
from jxbook.prose import Reason, as_printed, points_above, split_reason
from jxbook.prose.spoken import in_official_words
from jxbook.scoring import IndicatorScore, RowScore, Scoring
from jxbook.scoring.key_points import MET, VERDICTS, by_indicator, points_of
from jxbook.scoring.quantity import BY_STEPS
from jxbook.scoring.worded_target import without_words
from jxbook.values import Aligned, Kind, Target, align, fold, read_actual
from jxbook.values.units import NO_UNIT, Unit

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import ReportPart

_COST, _COSTS = "成本", "成本指标"
_PART_WORDS: tuple[tuple[ReportPart, tuple[str, ...]], ...] = (
    ("效益", ("效益", "满意", "影响")),
    ("决策", ("决策", "立项", "绩效目标", "资金投入")),
    ("过程", ("过程", "资金管理", "组织实施", "预算执行", "资金执行")),
)


def rows_facts(form: Form, policy: Policy, scoring: Scoring) -> tuple[IndicatorFacts, ...]:
    """All rows; where a reason says 同上, it is the nearest one above, of a row that missed its target only one of such a row."""
    judged, above, reached, now = judged_facts(form), NO_ENTRY, False, writers_year(form)
    found = []
    for row in scoring.indicators:
        own = row.indicator.reason
        met = _reached(row.score)
        why = own
        if points_above(own.text):  # why a target was passed is no cause of one that was missed
            why = NO_ENTRY if reached and not met else above
        if not why.blank:
            above, reached = why, met
        known = judged.get(fold(row.indicator.name.text), NOT_JUDGED)
        found.append(_row_facts(row, why, policy, form.year, now, known))
    return tuple(found)


def _row_facts(
    row: IndicatorScore,
    why: Entry,
    policy: Policy,
    year: int | None,
    now: int | None,
    judged: Judgement,
) -> IndicatorFacts:
    """One indicator row with the entry that holds its reason."""
    one, score = row.indicator, row.score
    one = replace(one, target_value=without_words(one.target_value, one.name.text))  # as it was scored
    labels = (fold(one.level1.text), fold(one.level2.text))
    place = policy.tree.locate(*labels)
    name = named(as_printed(one_line(one.name) or one.title))
    points = _points(row.points, f"“{name}”分值", one.points)
    earned = _points(score.earned, f"“{name}”得分", one.earned)
    reason, where = _in_official_words(split_reason(itemised(why)), now), place_of(why)
    label, worded = f"“{name}”偏差原因", one.target_value.kind in (Kind.TEXT, Kind.YES_NO)
    aim = in_percent(one.target_value, name)
    low, high, value = _measured(one, aim, name, year)
    late, months = _late(one, name, year)
    return IndicatorFacts(
        labels[0],
        labels[1] or labels[0],
        _group(labels[0], place[0].name if place else ""),
        quoted(name, "三级指标名称", place_of(one.name)),
        place[0].part if place else _part_by_name(labels),
        one.goal,
        row.indicator,  # the row itself: others find it by identity
        aim,
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
        bool(place and place[1] and place[1].cost) or _COST in labels[1],
        is_satisfaction(place),
        reason,
        where,
        judged,
        year,
        _lost(points, earned),
        _gap(low, high, value),
        quoted(reason.cause, label, where),
        quoted(reason.undone if worded else reason.short, label, where),
        quoted(reason.measure, label, where),
        _before(one, aim, name, year),
    )


def _in_official_words(reason: Reason, year: int | None) -> Reason:
    """The clauses of a reason in official words; it is split by its own, as 明年 says that a measure begins."""
    causes, measures = (
        tuple([in_official_words(one, year) for one in clauses])
        for clauses in (reason.causes, reason.measures)
    )
    return Reason(causes, measures, reason.vague)


def _group(label: str, in_tree: str) -> str:
    """The 一级指标 that a row is counted with: the tree's, but costs on their own where the form keeps them apart."""
    if _COST in label and in_tree and _COST not in in_tree:
        return _COSTS
    return in_tree or label or "其他指标"


def _reached(score: RowScore) -> bool:
    """Is the target reached? By steps a satisfaction may earn all points without, and reach it without all points."""
    if score.method == BY_STEPS and score.completion is not None:
        return score.completion >= 1
    return score.met


def _before(one: Indicator, aim: Target, name: str, year: int | None) -> Sourced | None:
    """The actual of the year before as a number in the target's unit; None where there is none."""
    if one.last_year.blank or one.last_year.none or one.target_value.kind is not Kind.NUMBER:
        return None
    past = replace(
        one, actual=one.last_year, actual_value=read_actual(one.last_year.raw, one.last_year.number_format)
    )
    number = _measured(past, aim, name, year)[2]
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
    one: Indicator, aim: Target, name: str, year: int | None
) -> tuple[Sourced | None, Sourced | None, Sourced | None]:
    """Target and actual in the target's unit, where both are numbers that can be compared; else what is there."""
    actual = one.actual_value
    if aim is not one.target_value and actual.number is not None and actual.unit == NO_UNIT:
        actual = replace(actual, number=actual.number * 100, unit=aim.unit)
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
