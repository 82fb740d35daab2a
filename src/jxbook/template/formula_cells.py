"""The cells that the formulas of 自评表 refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import add

from jxbook.dataclass import dataclass
from jxbook.formulas.expression import Expression, Operand, Reference, expression
from jxbook.formulas.worksheet import FIND, IF, ISNUMBER
from jxbook.policy import Policy
from jxbook.template.facts import fact_cell
from jxbook.template.layout import Layout
from jxbook.values.entry import NONE_WORDS
from jxbook.workbook.names import MADE_FOR, POLICY_CELL, YEAR_CELL

YEAR = Reference(YEAR_CELL)
POLICY = IF(Reference(POLICY_CELL).equals(""), Reference(MADE_FOR), Reference(POLICY_CELL))
"""The policy as every formula takes it: the one that the workbook names, else the one that it was made with."""
NOT_APPLICABLE = "—"
_SPELT = str.maketrans("-/\\", "—／＼")
_SPELLINGS = sorted(NONE_WORDS | {word.translate(_SPELT) for word in NONE_WORDS})
"""What stands in an entry that does not apply, dashes and strokes also as a Chinese keyboard gives them."""
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
    def source(self) -> str:
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

    def execution_cells(self, field: str) -> list[Expression]:
        """The cell of the 执行率's 分值 or 得分, if the money has points."""
        return [self.funds(field)] if field in self.layout.funding else []

    def fact(self, label: str) -> Expression:
        """The cell of a line of 基本信息 or of the head."""
        return Reference(fact_cell(label, self.layout, self.policy))


def is_none(cell: Expression) -> Expression:
    """Does a cell say that something does not apply? An error does not."""
    return _is_one_of(cell, _SPELLINGS)


def is_nothing(cell: Expression) -> Expression:
    """As `is_none`, and true of a blank cell too."""
    return _is_one_of(cell, ["", *_SPELLINGS])


def _is_one_of(cell: Expression, words: list[str]) -> Expression:
    """One FIND takes the place of a comparison for each word."""
    return ISNUMBER(FIND("|" & cell & "|", f"|{'|'.join(words)}|"))


def each_is_none(cells: Expression) -> Expression:
    """As `is_none` of every cell of an area, as an array of 0 and 1; an error remains one."""
    return _each_is_one_of(cells, _SPELLINGS)


def each_is_nothing(cells: Expression, also: Sequence[str] = ()) -> Expression:
    """As `is_nothing` of every cell of an area, as an array of 0 and 1; an error remains one. `also` says nothing."""
    return _each_is_one_of(cells, ["", *_SPELLINGS, *also])


def _each_is_one_of(cells: Expression, words: list[str]) -> Expression:
    """A comparison for each word: not every spreadsheet takes an area in FIND or MATCH."""
    return sum_of(cells.equals(word) for word in words)


def sum_of(parts: Iterable[Expression]) -> Expression:
    """These, of which there is one at least, with + between them."""
    return reduce(add, parts)


def where_not_none(cells: Expression) -> Iterator[Operand]:
    """The criteria by which SUMIFS leaves out what does not apply."""
    for word in _SPELLINGS:
        yield from (cells, f"<>{word}")
