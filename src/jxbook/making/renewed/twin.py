"""The form of an older workbook → a new one of its policy in which everything stands at the same place."""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.form import Form
from jxbook.package import Package, open_zip
from jxbook.policy import Policy
from jxbook.recognition import recognise
from jxbook.template.capacity import AS_SUGGESTED, Capacity, RowGroup
from jxbook.templates import build
from jxbook.workbook import names
from jxbook.workbook.reader import read_package


def twin_of(form: Form, policy: Policy) -> Package | None:
    """A new workbook in which everything stands where it does in the form; None where none does."""
    parts = tuple(part.label for part in form.funding.parts)
    blocks = tuple(_blocks(form))
    for capacity in (AS_SUGGESTED, Capacity(blocks=blocks), Capacity(blocks=blocks, money=parts)):
        package = open_zip(build(policy, capacity), policy.id)
        if _places(recognise(read_package(package), policy.id)) == _places(form):
            return package
    return None


def _blocks(form: Form) -> Iterator[RowGroup]:
    """The rows of the form one by one, as there may be blank ones."""
    rows = {_row(one.name.cell or one.target.cell): one for one in form.indicators}
    last = form.total.cell.row - 1 if form.total.cell else max(rows)
    for row in range(min(rows), last + 1):
        one = rows.get(row, form.indicators[-1])
        yield RowGroup(one.level1.text, one.level2.text, 1, one.goal)


def _row(cell: object) -> int:
    return getattr(cell, "row", 0)


def _places(form: Form) -> tuple[object, ...]:
    """Where the form has what formulas refer to."""
    first, last = form.indicators[0], form.indicators[-1]
    fields = (*names.OWN_ENTRIES, "earned", "verdict")
    entries = (
        *(first.entry(field) for field in fields),
        *(last.entry(field) for field in fields if field not in ("level1", "level2")),
        form.funding.rate,
        form.funding.earned,
        form.funding.total.budget,
        form.funding.total.spent,
        form.funding.points,
        form.total,
        form.total_points,
        form.grade,
    )
    return (form.sheet, *(entry.cell for entry in entries))
