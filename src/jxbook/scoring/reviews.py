"""评委评分 → the points of an indicator: the mean, or the mean without the highest and the lowest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from jxbook.form import Entry, Review
from jxbook.policy import Policy
from jxbook.scoring.given import given_points, given_score, most_points
from jxbook.scoring.row import RowScore, unclear
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


def mean_of(scores: Iterable[Entry], points: Decimal | None, policy: Policy) -> Decimal | Misfit | None:
    """What the scores of a row with these 分值 come to, not rounded; None without any, and none in part.

    A score that is no number from 0 to the 分值 makes a Misfit of the whole.
    """
    given = _given(scores, points, policy)
    return given if isinstance(given, Misfit) else review_mean(given, policy)


def with_reviews(compared: RowScore, review: Review, points: Decimal | None, policy: Policy) -> RowScore:
    """A row whose reviewers gave it scores earns what these come to; `compared` is the row without them."""
    scores = _given(review.scores, points, policy)
    if isinstance(scores, Misfit):
        return unclear(METHOD, scores)
    mean = review_mean(scores, policy)
    assert mean is not None
    said = f"{len(scores)}名评委评{'、'.join(map(plain, scores))}分"
    if _trimmed(scores, policy):
        said += f"，去掉一个最高分{plain(max(scores))}和一个最低分{plain(min(scores))}"
    return given_score(
        compared,
        METHOD,
        mean,
        points,
        policy,
        rule="evaluation.reviewers",
        said=lambda earned: f"{said}，平均{earned}分。",
    )


def _given(scores: Iterable[Entry], points: Decimal | None, policy: Policy) -> list[Decimal] | Misfit:
    """The scores that were given, or the first that is out of bounds."""
    most, given = most_points(points, policy), []
    for entry in scores:
        if entry.blank:
            continue
        number = given_points(entry, most, METHOD)
        if isinstance(number, Misfit):
            return number
        given.append(number)
    return given


def _trimmed(scores: Sequence[Decimal], policy: Policy) -> bool:
    return policy.word("evaluation.reviewers") == "trimmed_mean" and len(scores) >= _LEAST_TO_TRIM
