"""Points that an evaluator gave: the 得分 that stands in a row is what the row earns."""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.form import Entry
from jxbook.policy import Policy
from jxbook.scoring.given import given_points, given_score, most_points
from jxbook.scoring.row import RowScore, State, unclear
from jxbook.values import Misfit, plain

METHOD = "评定"


def with_stated(compared: RowScore, stated: Entry, points: Decimal | None, policy: Policy) -> RowScore:
    """A row that earns its stated 得分; `compared` is the row without points, if it can be compared at all."""
    if stated.blank or stated.none:
        if compared.state is State.NOT_APPLICABLE:
            return compared
        return replace(
            compared, state=State.UNFILLED, explanation="尚未填写得分，暂不计分。", misfit=None, met=False
        )
    number = given_points(stated, most_points(points, policy), "填写的得分")
    if isinstance(number, Misfit):
        return unclear(METHOD, number)
    of = "" if points is None else f"（分值{plain(points)}分）"
    head = compared.explanation[:-1] + "，" if compared.completion is not None else ""
    return given_score(
        compared,
        METHOD,
        number,
        points,
        policy,
        rule="scoring.source",
        said=lambda earned: f"{head}评定得分{earned}分{of}。",
    )
