"""The budget of a project as its form or its report states it once and beyond doubt."""

from __future__ import annotations

from jxbook.checks.reading import Reading
from jxbook.pattern import pattern
from jxbook.prose import Figure, FigureKind, figures

_BUDGET = pattern(
    r"(?:项目|经费|资金|年度|全年|年初)?(?:总)?预算(?:总额|资金|金额|安排|数|经费)?(?:总额)?(?:共计?|合计|为|是|[：:])?\s*\Z"
)
_NEAR = 14


def budget_of(reading: Reading) -> Figure | None:
    """What the text calls the project's budget, where every such place says the same; the form's where it says none."""
    found: list[Figure] = []
    for passage in reading.holding("预算"):
        if "元" not in passage.text:
            continue
        found += (
            one
            for one in figures(passage.text)
            if one.kind is FigureKind.MONEY
            and one.exact
            and _BUDGET.search(passage.text, max(0, one.start - _NEAR), one.start)
        )
    values = {one.value for one in found}
    if len(values) == 1:
        return found[0]
    return None if found or reading.case is None else _of_form(reading)


def _of_form(reading: Reading) -> Figure | None:
    assert reading.case is not None
    funding = reading.case.form.funding
    budget = funding.total.budget_amount
    if budget is None or budget <= 0:
        return None
    return Figure(FigureKind.MONEY, f"{budget}{funding.unit}", 0, 0, budget, funding.unit)
