"""Points that an evaluator gave: the 得分 that stands in a row is what the row earns."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from jxbook.form import Entry
from jxbook.policy import Policy
from jxbook.scoring.row import RowScore, State, awarded, unclear
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
    most = policy.number("weights.total") if points is None else points
    number = stated.number
    if number is None or not 0 <= number <= most:
        return unclear(METHOD, Misfit(f"填写的得分“{stated.text}”不是0至{plain(most)}之间的数"))
    earned, exact = awarded(number, policy)
    of = "" if points is None else f"（分值{plain(points)}分）"
    head = compared.explanation[:-1] + "，" if compared.completion is not None else ""
    return RowScore(
        State.SCORED,
        METHOD,
        f"{head}评定得分{plain(earned)}分{of}。",
        policy.rule("scoring.source").cited,
        compared.completion,
        earned,
        compared.deviation,
        compared.met if compared.completion is not None else points is None or earned >= points,
        doubts=compared.doubts,
        exact=exact,
    )
