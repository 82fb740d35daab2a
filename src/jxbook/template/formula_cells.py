"""The cells that the formulas of 自评表 refer to."""

from __future__ import annotations

from jxbook.dataclass import dataclass
from jxbook.formulas.expression import Expression, Reference, expression
from jxbook.formulas.worksheet import IF
from jxbook.policy import Policy
from jxbook.template.facts import fact_cell
from jxbook.template.layout import Layout
from jxbook.workbook.names import MADE_FOR, POLICY_CELL, YEAR_CELL

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import ScoringSource

YEAR = Reference(YEAR_CELL)
POLICY = IF(Reference(POLICY_CELL).equals(""), Reference(MADE_FOR), Reference(POLICY_CELL))
"""The policy as every formula takes it: the one that the workbook names, else the one that it was made with."""
NOT_APPLICABLE = "—"
ENTRIES = ("name", "target", "actual", "points")
"""The fields that make a row one in use."""
Stretch = tuple[int, int]
"""The first and the last of neighbouring rows that are summed up together."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one form, and what its policy says of them."""

    layout: Layout
    policy: Policy

    @property
    def policy_id(self) -> Expression:
        """The policy of the form."""
        return POLICY

    @property
    def year(self) -> Expression:
        """The year of the form."""
        return YEAR

    @property
    def has_layer(self) -> bool:
        """Does the workbook carry the row formulas that score where no Python is?"""
        return self.scores_rows

    @property
    def knows_policy(self) -> bool:
        """Can a formula tell whether the workbook still names the policy that its formulas are of?"""
        return True

    @property
    def source(self) -> ScoringSource:
        """Who gives the points: `scoring.source`."""
        return self.policy.word("scoring.source")

    @property
    def scores_rows(self) -> bool:
        """Is 得分 of a row a formula?"""
        needed = {"target", "actual", "points", "earned"}
        return self.source == "computed" and all(field in self.layout.columns for field in needed)

    def has(self, field: str) -> bool:
        """Has the form a column of this field?"""
        return field in self.layout.columns

    def cell(self, field: str, row: int) -> Expression:
        """The cell of a field, or an empty text where the form has no such column."""
        return Reference(f"{self.layout.columns[field]}{row}") if self.has(field) else expression("")

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The rows of the table that are summed up; they begin with the header, so that a row inserted above the
        first one is inside."""
        return ((self.layout.header, self.layout.last),)

    def column(self, field: str, stretch: Stretch) -> Expression:
        """A column of the table over some of its rows."""
        letter = self.layout.columns[field]
        return Reference(f"{letter}{stretch[0]}:{letter}{stretch[1]}")

    def funds(self, field: str) -> Expression:
        """A cell of the row 年度资金总额."""
        return Reference(f"{self.layout.funding[field][0]}{self.layout.funds}")

    def plain_funds(self, field: str) -> Expression:
        """The same for a formula that only compares it with another amount."""
        return self.funds(field)

    def execution_cells(self, field: str) -> list[Expression]:
        """The cell of the 执行率's 分值 or 得分, if the money has points."""
        return [self.funds(field)] if field in self.layout.funding else []

    def fact(self, label: str) -> Expression:
        """The cell of a line of 基本信息 or of the head."""
        return Reference(fact_cell(label, self.layout, self.policy))
