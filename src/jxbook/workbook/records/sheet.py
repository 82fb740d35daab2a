"""What a plain table beside the form is made of: its columns, what each takes, and how it is reckoned."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from jxbook.dataclass import cached_property, dataclass
from jxbook.formulas.expression import Expression
from jxbook.workbook.names import RECORDS_HEADER


class RecordInput(Enum):
    """What a column takes."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    SUGGESTED = "suggested"
    """One of `choices`, or anything else."""
    CHOSEN = "chosen"
    """One of `choices`."""
    COUNTED = "counted"
    """序号."""
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class RecordColumn:
    """A column: its printed heading ("{unit}" is the money unit), the field of the record that it holds.

    `width` is in half-width characters. `formula` is that of a COMPUTED column, `total` that of the row 合计;
    see `records.formulas`.
    """

    heading: str
    field: str
    width: float
    entered: RecordInput = RecordInput.TEXT
    hint: str = ""
    choices: tuple[str, ...] = ()
    formula: Expression | None = None
    total: Expression | None = None
    traits: str = ""
    aliases: str = ""
    merged: bool = False
    """In foreign tables one entry may stand for several rows, its cell being merged."""

    @property
    def label(self) -> str:
        """The heading as a label: without brackets."""
        return self.heading.partition("（")[0].strip()

    @property
    def typed(self) -> bool:
        """Staff fill it in."""
        return self.entered not in (RecordInput.COUNTED, RecordInput.COMPUTED)


@dataclass(frozen=True)
class RecordSheet:
    """A sheet beside the form, and the field of Records that it holds.

    A row of labels is its header when it has all fields `required`, and three at least.
    """

    sheet: str
    records: str
    introduction: str
    columns: tuple[RecordColumn, ...]
    required: frozenset[str]
    rows: int
    landscape: bool = False
    guide: str = ""

    @property
    def first(self) -> int:
        """The first row of entries in our own template: below the header, and below 合计 where there is one."""
        return RECORDS_HEADER + 2 if self.summed else RECORDS_HEADER + 1

    @property
    def summed(self) -> bool:
        """There is a row 合计."""
        return any(column.total for column in self.columns)

    @cached_property
    def typed(self) -> tuple[RecordColumn, ...]:
        """The columns that staff fill in."""
        return tuple(column for column in self.columns if column.typed)

    @cached_property
    def fields(self) -> Mapping[str, str]:
        """Label → field."""
        return {
            label: column.field
            for column in self.columns
            for label in (column.label, *column.aliases.split())
            if column.field
        }
