"""The cells of a foreign file whose values the new workbook computes or converts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.form import Entry, Form
from jxbook.making.account.line import Outcome
from jxbook.making.transfer import Carried
from jxbook.place import CellRef
from jxbook.policy import Policy
from jxbook.scoring import Scoring, percent
from jxbook.values import fold, plain
from jxbook.values.rounding import decimals


def computed_cells(
    form: Form, policy: Policy, scoring: Scoring, carried: Carried
) -> Iterator[tuple[CellRef, tuple[Outcome, str]]]:
    """The cells whose values the new workbook computes, with what it makes of them: `scoring` is that of the new form,
    into whose cells the entries were `carried`."""
    tolerance = policy.number("rounding.tolerance")
    scored = _scored_again(form, scoring, carried)
    rate = scoring.execution.rate
    pairs: list[tuple[Entry, Decimal | None]] = [
        (form.funding.earned, scoring.execution.earned),
        (form.total, scoring.total),
        (form.total_points, _points(scoring)),
        *((one.earned, scored.get(id(one))) for one in form.indicators),
    ]
    for entry, value in pairs:
        if entry.cell is not None and not entry.blank:
            stated = None if form.ours and value is None else entry.number  # formulas of ours stand there
            yield entry.cell, _compared(entry.text, stated, value, tolerance)
    if form.funding.rate.cell is not None:
        places = int(policy.number("execution.rate_places"))
        yield form.funding.rate.cell, _compared_rate(form.funding.rate, rate, places)
    if form.grade.cell is not None and not form.grade.blank:
        same = scoring.grade in (None, form.grade.text) or form.grade.number == 0  # an empty text in an .xls
        note = f"新表自动评定为“{scoring.grade}”" if scoring.grade else "新表自动评定"
        yield form.grade.cell, (Outcome.COMPUTED if same else Outcome.CHECK, note)
    yield from (
        (one.verdict.cell, (Outcome.COMPUTED, "新表自动填写")) for one in form.indicators if one.verdict.cell
    )
    column = form.funding.rate.cell.column if form.funding.rate.cell else None
    for part in form.funding.parts:
        if column is not None and part.budget.cell is not None:
            cell = CellRef(part.budget.cell.sheet, part.budget.cell.row, column)
            yield cell, (Outcome.COMPUTED, "新表只计算年度资金总额的执行率")
    known = form.funding.total.budget_amount is not None
    said = (
        (Outcome.COMPUTED, "已计入全年预算数")
        if known
        else (Outcome.CHECK, "看不出全年预算数是多少，没有放入新表")
    )
    for row in form.funding.lines:
        yield from ((one.cell, said) for one in row.taken if one.cell is not None)
    if form.title_year.cell is not None:
        yield form.title_year.cell, (Outcome.COMPUTED, "新表按评价年度自动填写")


def _scored_again(form: Form, scoring: Scoring, carried: Carried) -> dict[int, Decimal | None]:
    """What each indicator earns in the row that it was carried to."""
    rows = {one.entry.cell: one.cell.row for one in carried.moved if one.entry.cell is not None}
    earned = {
        one.indicator.name.cell.row: one.score.earned for one in scoring.indicators if one.indicator.name.cell
    }
    found = {}
    for one in form.indicators:
        cells = (entry.cell for entry in (one.name, one.target, one.actual, one.points))
        row = next((rows[cell] for cell in cells if cell in rows), 0)
        found[id(one)] = earned.get(row)
    return found


def _points(scoring: Scoring) -> Decimal | None:
    """All 分值 of the new form together, None where there are none yet."""
    points = [one.points for one in scoring.indicators if one.points is not None]
    return sum(points, scoring.execution.points or Decimal(0)) if points else None


def _compared_rate(entry: Entry, rate: Decimal | None, places: int) -> tuple[Outcome, str]:
    """A stated rate beside the computed one, at the places that it is written with, the policy's at most."""
    stated = entry.number
    if isinstance(entry.raw, str) and stated is not None and "%" in fold(entry.text):
        stated /= 100
    if rate is None or stated is None:
        return Outcome.COMPUTED, "新表自动计算"
    note = f"新表自动计算为{percent(rate, places)}"
    for meant in (stated, stated / 100):  # 97.7 under 执行率（%） is 97.7%
        written = min(places, max(0, decimals(meant) - 2))
        if percent(meant, written) == percent(rate, written):
            return Outcome.COMPUTED, note
    return Outcome.CHECK, f"{note}，与原表的{entry.text}不一致"


def _compared(
    text: str, stated: Decimal | None, computed: Decimal | None, tolerance: Decimal
) -> tuple[Outcome, str]:
    if stated is None:
        return Outcome.COMPUTED, "新表自动计算"
    if computed is None:
        return Outcome.CHECK, f"新表这一格还算不出来，原表的{text}没有放入；请补齐所缺的内容后核对"
    note = f"新表自动计算为{plain(computed)}"
    if abs(stated - computed) <= tolerance:
        return Outcome.COMPUTED, note
    return Outcome.CHECK, f"{note}，与原表的{text}不一致"


def converted_amounts(form: Form, policy: Policy) -> Iterator[tuple[CellRef, str]]:
    """The amounts that are in another unit than the policy's form."""
    old, new = form.funding.unit, policy.word("layout.money_unit")
    for row in (form.funding.total, *form.funding.parts) if old != new else ():
        for entry in (row.initial_budget, row.budget, row.spent):
            if entry.cell is not None:
                yield entry.cell, f"由{old}换算为{new}"
