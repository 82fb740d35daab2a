"""A 得分 that a person gave inside the tier of a qualitative row: 财预〔2020〕10号 Art.16 leaves it to him."""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.form import Entry
from jxbook.policy import Policy
from jxbook.scoring.qualitative import FOR_NOW, within
from jxbook.scoring.row import RowScore, State, awarded
from jxbook.values import Actual, Tier, plain


def is_judged(score: RowScore, actual: Actual, stated: Decimal, points: Decimal, policy: Policy) -> bool:
    """Does the tier leave a range, no percentage being written, and lie the stated points in it?"""
    tier = actual.tier or (Tier.FULL if score.met and score.method == "定性" else None)
    if (
        score.method not in ("定性", "是否")
        or actual.ratio is not None
        or actual.number is not None
        or tier is None
    ):
        return False
    return points > 0 and within(tier, stated * 100 / points, policy)


def with_judgement(
    score: RowScore, stated: Entry, actual: Actual, points: Decimal | None, policy: Policy
) -> RowScore:
    """The row with the points that its 得分 states, where they lie in the tier that was reached."""
    number = None if stated.raw is None else stated.number
    if number is None or points is None or score.state is not State.SCORED or number == score.earned:
        return score
    if not is_judged(score, actual, number, points, policy):
        return score
    earned, exact = awarded(number, policy)
    said = f"{score.explanation.partition('，')[0]}，档内由填表人评定{plain(earned)}分（分值{plain(points)}分）。"
    doubts = tuple(_settled(one, earned) for one in score.doubts)
    return replace(
        score, earned=earned, exact=exact, completion=number / points, explanation=said, doubts=doubts
    )


def _settled(doubt: str, earned: Decimal) -> str:
    """A doubt about a share that was taken for want of another, where the stated points were taken instead."""
    unstated, for_now, _ = doubt.partition(FOR_NOW)
    return f"{unstated}，按填写的得分{plain(earned)}分计" if for_now else doubt
