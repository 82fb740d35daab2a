"""An indicator row in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from jxbook.form import Form, KeyPoint
from jxbook.policy import Policy
from jxbook.report.facts.words import BLANK, figure, one_line
from jxbook.report.markup import sentence
from jxbook.scoring import IndicatorScore, State, percent
from jxbook.scoring.key_points import VERDICTS, by_indicator, points_of
from jxbook.scoring.quantity import BY_STEPS
from jxbook.values import Kind, Target, fold

_PART_WORDS = (
    ("效益", ("效益", "满意", "影响")),
    ("决策", ("决策", "立项", "绩效目标", "资金投入")),
    ("过程", ("过程", "资金管理", "组织实施")),
)


@dataclass(frozen=True, slots=True)
class RowFacts:
    """An indicator row as sentences need it.

    `part` is where it belongs in the analysis, `goal` counts its 年度目标 from 1. `compared` says that it has a
    target or an actual; rows of 评价要点 have neither. `reach` and `miss` say how its target would be reached and
    missed, `judgement`
    how its 评价要点 came out, `reviewers` how many gave it a score; `analysis` is its sentence in section 四.
    """

    level1: str
    level2: str
    name: str
    target: str
    actual: str
    points: str
    earned: str
    reason: str
    part: str
    goal: int
    qualitative: bool
    state: State
    met: bool
    miss: str
    completion: str
    explanation: str
    compared: bool = True
    judgement: str = ""
    reviewers: str = ""
    reach: str = "达到年度指标值"

    @property
    def scored(self) -> bool:
        """Has it a 得分?"""
        return bool(self.earned)

    @property
    def has_target(self) -> bool:
        """Is a 年度指标值 filled in?"""
        return self.target != BLANK

    @property
    def has_actual(self) -> bool:
        """Is an 实际完成值 filled in?"""
        return self.actual != BLANK

    @property
    def score_words(self) -> str:
        """得8分（分值10分）, "" where the row has no score."""
        if not self.earned:
            return ""
        return f"得{self.earned}分（分值{self.points}分）" if self.points else f"得{self.earned}分"

    @property
    def analysis(self) -> str:
        """What was wanted, what was reached, what it earned, and why."""
        if self.state is not State.SCORED:
            said = [self.judgement] if self.judgement else []
            said += [f"年度指标值为{self.target}"] if self.has_target and self.compared else []
            said += [f"实际完成值为{self.actual}"] if self.has_actual and self.compared else []
            return f"{'，'.join(said)}。{self.explanation}" if said else self.explanation
        said = []
        if self.compared:
            said.append(f"年度指标值为{self.target}，实际完成值为{self.actual}")
            said += [f"完成率{self.completion}"] if self.completion else []
            said.append(self.reach if self.met else self.miss)
        if self.judgement:
            said.append(self.judgement)
        if self.reviewers:
            said.append(f"由{self.reviewers}名评委评分")
        said += [self.score_words] if self.scored else []
        text = f"{'，'.join(said)}。" if said else ""
        if not self.reason:
            return text
        label = "偏差原因分析及改进措施：" if self.compared else ""
        return f"{text}{label}{sentence(self.reason)}"


@dataclass(frozen=True, slots=True)
class Judged:
    """What 评价要点 and 评委评分 say about a 三级指标."""

    judgement: str = ""
    reviewers: str = ""


NOT_JUDGED = Judged()


def judged(form: Form) -> dict[str, Judged]:
    """By the name of the 三级指标, folded: how its 评价要点 came out, if it goes by them, and how many
    reviewers scored it.
    """
    every = by_indicator(form.records.key_points)
    points = {fold(one.name.text): own for one in form.indicators if (own := points_of(one, every))}
    reviewers = {
        fold(one.indicator.text): sum(score.number is not None for score in one.scores)
        for one in form.records.reviews
    }
    return {
        name: Judged(_judgement(points.get(name, [])), str(reviewers.get(name) or ""))
        for name in {**points, **reviewers}
    }


def _judgement(points: list[KeyPoint]) -> str:
    """评价要点4项，其中3项符合、1项部分符合."""
    counts = Counter(fold(point.verdict.text) or "未填写" for point in points)
    if not counts:
        return ""
    if len(counts) == 1:
        return f"评价要点{len(points)}项，均{next(iter(counts))}"
    words = (
        *(word for word in VERDICTS if word in counts),
        *(word for word in counts if word not in VERDICTS),
    )
    return f"评价要点{len(points)}项，其中{'、'.join(f'{counts[word]}项{word}' for word in words)}"


def row_facts(row: IndicatorScore, policy: Policy, judged: Judged = NOT_JUDGED) -> RowFacts:
    """One indicator row."""
    one, score = row.indicator, row.score
    labels = (fold(one.level1.text), fold(one.level2.text))
    place = policy.tree.locate(*labels)
    shows_ratio = score.completion is not None and one.target_value.kind in (Kind.NUMBER, Kind.TEXT)
    return RowFacts(
        labels[0],
        labels[1] or labels[0],
        one_line(one.name) or one.title,
        one_line(one.target).lstrip("=＝") or BLANK,
        one_line(one.actual).lstrip("=＝") or BLANK,
        figure(row.points),
        figure(score.earned),
        one_line(one.reason),
        place[0].part if place else _part_by_name(labels),
        one.goal + 1,
        one.target_value.kind in (Kind.TEXT, Kind.YES_NO),
        score.state,
        score.met,
        "未达到满分档" if score.method == BY_STEPS else _miss(one.target_value),
        percent(score.completion) if shows_ratio and score.completion is not None else "",
        score.explanation,
        not judged.judgement and not (one.target.blank and one.actual.blank),
        judged.judgement,
        judged.reviewers,
        "达到满分档" if score.method == BY_STEPS else "达到年度指标值",
    )


def _miss(target: Target) -> str:
    """How a target that was not reached was missed."""
    if target.kind is Kind.TIME:
        return "晚于年度指标值"
    return "超出年度指标值" if target.sign.is_most else "未达到年度指标值"


def _part_by_name(labels: tuple[str, str]) -> str:
    """Where an indicator belongs whose labels the policy does not know."""
    for part, words in _PART_WORDS:
        if any(word in label for label in labels for word in words):
            return part
    return "产出"
