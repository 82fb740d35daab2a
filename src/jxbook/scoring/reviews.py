"""评委评分 → the points of an indicator: the mean, or the mean without the highest and the lowest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from jxbook.form import Review
from jxbook.policy import Policy
from jxbook.scoring.row import RowScore, State, awarded, unclear
from jxbook.values import Misfit, fold, plain

METHOD = "评委评分"
_LEAST_TO_TRIM = 3


def review_mean(scores: Sequence[Decimal], policy: Policy) -> Decimal | None:
    """What the scores come to, not rounded; None without any. Fewer than three are never trimmed."""
    if not scores:
        return None
    kept = sorted(scores)[1:-1] if _trimmed(scores, policy) else scores
    return sum(kept, Decimal(0)) / len(kept)


def by_indicator(reviews: Iterable[Review]) -> dict[str, Review]:
    """The reviews that give any score, by the folded name of their indicator."""
    return {
        fold(one.indicator.text): one
        for one in reviews
        if not one.indicator.blank and any(not score.blank for score in one.scores)
    }


def with_reviews(compared: RowScore, review: Review, points: Decimal | None, policy: Policy) -> RowScore:
    """A row whose reviewers gave it scores earns what these come to; `compared` is the row without them."""
    most = policy.number("weights.total") if points is None else points
    scores: list[Decimal] = []
    for entry in review.scores:
        if entry.blank:
            continue
        if entry.number is None or not 0 <= entry.number <= most:
            return unclear(METHOD, Misfit(f"评委评分“{entry.text}”不是0至{plain(most)}之间的数"))
        scores.append(entry.number)
    mean = review_mean(scores, policy)
    assert mean is not None
    earned, exact = awarded(mean, policy)
    said = f"{len(scores)}名评委评{'、'.join(map(plain, scores))}分"
    if _trimmed(scores, policy):
        said += f"，去掉一个最高分{plain(max(scores))}和一个最低分{plain(min(scores))}"
    return RowScore(
        State.SCORED,
        METHOD,
        f"{said}，平均{plain(earned)}分。",
        policy.rule("evaluation.reviewers").cited,
        compared.completion,
        earned,
        compared.deviation,
        compared.met if compared.completion is not None else points is None or earned >= points,
        doubts=compared.doubts,
        exact=exact,
    )


def _trimmed(scores: Sequence[Decimal], policy: Policy) -> bool:
    return policy.word("evaluation.reviewers") == "trimmed_mean" and len(scores) >= _LEAST_TO_TRIM
