"""访谈记录, 佐证材料, 评价要点 and 评委评分 in words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jxbook.form import Form, Records
from jxbook.policy import Policy
from jxbook.report.facts.words import figure, one_line, whole
from jxbook.scoring import UNCLEAR, half_up
from jxbook.scoring.records import is_missing
from jxbook.scoring.reviews import mean_of
from jxbook.values import Misfit, fold


@dataclass(frozen=True, slots=True)
class InterviewFacts:
    """A row of 访谈记录."""

    when: str
    people: str
    topic: str
    view: str


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """A row of 佐证材料; `present`: it is said to be there, `missing`: it is said not to be."""

    name: str
    kind: str
    indicator: str
    present: bool
    missing: bool
    file: str

    @property
    def availability(self) -> str:
        """有, 暂缺, or 未注明 where nothing was said."""
        return "有" if self.present else "暂缺" if self.missing else "未注明"


@dataclass(frozen=True, slots=True)
class KeyPointFacts:
    """A row of 评价要点."""

    indicator: str
    text: str
    verdict: str
    note: str


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """A row of 评委评分: the points of each reviewer and what they come to."""

    indicator: str
    scores: tuple[str, ...]
    mean: str


def interviews(records: Records) -> tuple[InterviewFacts, ...]:
    """The interviews, in order."""
    return tuple(
        InterviewFacts(one_line(one.when), one_line(one.people), one_line(one.topic), whole(one.view))
        for one in records.interviews
    )


def evidence(records: Records) -> tuple[EvidenceFacts, ...]:
    """The papers, in order."""
    return tuple(
        EvidenceFacts(
            one_line(one.name),
            one_line(one.kind),
            one_line(one.indicator),
            not one.present.blank and not is_missing(one.present),
            is_missing(one.present),
            one_line(one.file),
        )
        for one in records.evidence
    )


def key_points(records: Records) -> tuple[KeyPointFacts, ...]:
    """The 评价要点, in order."""
    return tuple(
        KeyPointFacts(one_line(one.indicator), one_line(one.text), one_line(one.verdict), whole(one.note))
        for one in records.key_points
    )


def reviews(form: Form, policy: Policy) -> tuple[ReviewFacts, ...]:
    """The reviewers' points, in order, each row with its mean as the policy forms it; 待核对 where one is wrong."""
    points = {fold(one.name.text): None if one.points.none else one.points.score for one in form.indicators}
    return tuple(
        ReviewFacts(
            one_line(one.indicator),
            tuple(map(one_line, one.scores)),
            _shown(mean_of(one.scores, points.get(fold(one.indicator.text)), policy), policy),
        )
        for one in form.records.reviews
    )


def _shown(mean: Decimal | Misfit | None, policy: Policy) -> str:
    if isinstance(mean, Misfit):
        return UNCLEAR
    return figure(None if mean is None else half_up(mean, int(policy.number("rounding.places"))))
