"""佐证材料, 评价要点 and 评委评分 in words."""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.facts.sourced import Sourced, place_of
from jxbook.facts.words import one_line, said, said_whole
from jxbook.form import Form, Records
from jxbook.policy import Policy
from jxbook.prose import as_printed
from jxbook.scoring import UNCLEAR, half_up
from jxbook.scoring.evidence import is_missing
from jxbook.scoring.reviews import mean_of
from jxbook.values import Misfit, fold


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """A row of 佐证材料; `present`: it is said to be there, `missing`: it is said not to be."""

    name: str
    kind: str
    indicator: str
    present: bool
    missing: bool
    where: str

    @property
    def availability(self) -> str:
        """有, 待补, or — where nothing was said."""
        return "有" if self.present else "待补" if self.missing else "—"


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


def evidence(records: Records) -> tuple[EvidenceFacts, ...]:
    """The papers, in order."""
    return tuple(
        EvidenceFacts(
            said(one.name, "佐证材料名称"),
            one_line(one.kind),
            as_printed(one_line(one.indicator)),
            not one.present.blank and not is_missing(one.present),
            is_missing(one.present),
            place_of(one.present) or place_of(one.name),
        )
        for one in records.evidence
    )


def key_points(records: Records) -> tuple[KeyPointFacts, ...]:
    """The 评价要点, in order."""
    return tuple(
        KeyPointFacts(
            one_line(one.indicator),
            said(one.text, "评价要点"),
            one_line(one.verdict),
            said_whole(one.note, f"评价要点“{one_line(one.text)[:20]}”说明"),
        )
        for one in records.key_points
    )


def reviews(form: Form, policy: Policy) -> tuple[ReviewFacts, ...]:
    """The reviewers' points, in order, each row with its mean as the policy forms it; 待核对 where one is wrong."""
    points = {fold(one.name.text): None if one.points.none else one.points.score for one in form.indicators}
    return tuple(
        ReviewFacts(
            one_line(one.indicator),
            tuple(
                said(score, f"“{one_line(one.indicator)}”评委{at}评分")
                for at, score in enumerate(one.scores, 1)
            ),
            _shown(
                mean_of(one.scores, points.get(fold(one.indicator.text)), policy),
                policy,
                f"“{one_line(one.indicator)}”评委评分汇总",
                place_of(one.mean),
            ),
        )
        for one in form.records.reviews
    )


def _shown(mean: Decimal | Misfit | None, policy: Policy, name: str, where: str) -> str:
    if isinstance(mean, Misfit):
        return UNCLEAR
    if mean is None:
        return ""
    return str(Sourced(half_up(mean, int(policy.number("rounding.places"))), name, where))
