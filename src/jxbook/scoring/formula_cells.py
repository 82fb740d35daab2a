"""The cells of a workbook of ours that formulas compute, and which of them have lost theirs.

A row that was inserted and not dragged has no formula in 得分; a number typed over one stays when the entries change.
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.dataclass import dataclass
from jxbook.form import Entry, Form, Indicator
from jxbook.policy import Policy

_REVIEWS = "评委评分"
_COMPARED = ("target", "actual", "points", "earned")


@dataclass(frozen=True, slots=True)
class FormulaCell:
    """A cell that a formula is to compute: what it is called, and the row that it stands in with its field there (None
    and "" outside of the table)."""

    label: str
    entry: Entry
    field: str = ""
    row: Indicator | None = None

    @property
    def name(self) -> str:
        """What a message calls it: “举办活动场次”的得分."""
        return f"“{self.row.title}”的{self.label}" if self.row else self.label

    @property
    def in_use(self) -> bool:
        """Does it stand in a row of the table that somebody has filled in, or outside of it?"""
        return self.row is None or self.row.used

    @property
    def typed(self) -> bool:
        """Did somebody type over the formula?"""
        return not self.entry.computed and not self.entry.blank

    @property
    def missing(self) -> bool:
        """Is there nothing at all?"""
        return not self.entry.computed and self.entry.blank


def lost_formulas(form: Form, policy: Policy) -> tuple[FormulaCell, ...]:
    """The cells of a workbook of ours that hold no formula though one belongs there, in the order of the sheet.

    Nothing in a form of somebody else, nor in an adopted one: there nobody knows where formulas belong.
    """
    if not form.ours or form.adopted:
        return ()
    cells = tuple(_cells(form, policy))
    lost = tuple(
        [one for one in cells if not one.entry.computed and one.entry.cell is not None and one.in_use]
    )
    ours = lost and (form.made_for or any(one.entry.computed and one.in_use for one in cells))
    return lost if ours else ()


def _cells(form: Form, policy: Policy) -> Iterator[FormulaCell]:
    """Every cell that the template of a policy has a formula in, of rows that are in use and others."""
    source, columns = policy.word("scoring.source"), form.columns
    yield FormulaCell("执行率", form.funding.rate)
    yield FormulaCell("执行率的得分", form.funding.earned)
    computed = source == "computed" and all(field in columns for field in _COMPARED)
    scored = computed or ("earned" in columns and _REVIEWS in policy.values("layout.sheets"))
    checked = "verdict" in columns and "target" in columns
    for one in form.indicators if scored or checked else ():
        if scored:
            yield FormulaCell("得分", one.earned, "earned", one)
        if checked:
            yield FormulaCell("本行校验", one.verdict, "verdict", one)
    if source != "none":
        yield FormulaCell("总分", form.total)
        yield FormulaCell("等级", form.grade)
    if "points" in columns:
        yield FormulaCell("分值合计", form.total_points)
