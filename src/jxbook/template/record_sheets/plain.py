"""A sheet that is a plain table: title, what it is for, headings, 合计 where it makes sense, rows of entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jxbook.place import column_letters
from jxbook.policy import Policy
from jxbook.template import entry_rules, formula_cells
from jxbook.template.entry_rules import Validation
from jxbook.template.layout import Layout
from jxbook.template.record_sheets.prefilled import FirstRows
from jxbook.template.sheet_writer import Formula, SheetWriter, WrittenValue
from jxbook.values import plain
from jxbook.workbook.names import FORM, RECORDS_HEADER, REVIEWERS
from jxbook.workbook.records.formulas import FULL, POLICY, SCORES, rows_of
from jxbook.workbook.records.sheet import RecordColumn, RecordInput, RecordSheet
from jxbook.workbook.row_height import height

_TOTAL = RECORDS_HEADER + 1
_ROW_HEIGHT = 22
_CLOSING_HEIGHT = 6
_TRAITS = {
    RecordInput.TEXT: "input text",
    RecordInput.SUGGESTED: "input text centre",
    RecordInput.CHOSEN: "input text centre",
    RecordInput.NUMBER: "input centre shrink",
    RecordInput.MONEY: "input centre money shrink",
    RecordInput.COUNTED: "centre pale open",
    RecordInput.COMPUTED: "computed open centre shrink",
}


def write_plain(
    writer: SheetWriter, kind: RecordSheet, policy: Policy, layout: Layout, given: FirstRows, rows: int
) -> None:
    """Write the sheet with so many rows of entries, the first of which open with what is `given`."""
    _Sheet(writer, kind, policy).write(layout, given, rows)


class _Sheet:
    """The sheet of one kind, in the money unit of a policy."""

    def __init__(self, writer: SheetWriter, kind: RecordSheet, policy: Policy) -> None:
        self._writer, self._kind, self._policy = writer, kind, policy
        self._unit = policy.word("layout.money_unit")
        self._letters = {
            column.field or column.heading: column_letters(number)
            for number, column in enumerate(kind.columns, 1)
        }
        self._end = column_letters(len(kind.columns))
        self._spacer = column_letters(len(kind.columns) + 1)

    def write(self, layout: Layout, given: FirstRows, rows: int) -> None:
        writer, first, last = self._writer, self._kind.first, self._kind.first + rows - 1
        writer.widths({self._letter(one): one.width for one in self._kind.columns} | {self._spacer: 2})
        writer.hide_grid()
        self._write_head()
        if self._kind.summed:
            self._write_total(first, last + 1)
        for number, row in enumerate(range(first, last + 1)):
            self._write_row(row, number + 1, given[number] if number < len(given) else {})
        writer.height(last + 1, _CLOSING_HEIGHT)
        for column in self._kind.columns:
            if rule := self._rule(column, first, layout):
                writer.rule(f"{self._letter(column)}{first}:{self._letter(column)}{last}", rule)
        writer.paint_flagged(f"A{first}:{self._end}{last}")
        self._quieten(first, last)
        writer.freeze(first)
        writer.repeat(RECORDS_HEADER)
        writer.print_on_a4(f"A1:{self._end}{last}", landscape=self._kind.landscape)
        writer.protect()

    def _letter(self, column: RecordColumn) -> str:
        return self._letters[column.field or column.heading]

    def _write_head(self) -> None:
        writer, columns = self._writer, self._kind.columns
        writer.put(f"A1:{self._end}1", self._kind.sheet, "title")
        writer.height(1, 36)
        writer.put(f"A2:{self._end}2", self._kind.introduction, "pale")
        writer.height(2, height(self._kind.introduction, sum(one.width for one in columns), least=22))
        headings = {one: one.heading.format(unit=self._unit) for one in columns}
        for one, heading in headings.items():
            writer.put(f"{self._letter(one)}{RECORDS_HEADER}", heading, "rule head")
        needed = (height(heading, one.width) for one, heading in headings.items())
        writer.height(RECORDS_HEADER, max(24, *needed))

    def _write_total(self, first: int, closing: int) -> None:
        """合计 stands on top. It adds up to the closing line, so that rows inserted anywhere are inside."""
        columns = self._kind.columns
        summed = next(number for number, one in enumerate(columns, 1) if one.total)
        self._writer.put(f"A{_TOTAL}:{column_letters(summed - 1)}{_TOTAL}", "合计", "rule head")
        areas = {
            rows_of(one.field).name: f"{self._letter(one)}{first}:{self._letter(one)}{closing}"
            for one in columns
            if one.field
        }
        for one in columns[summed - 1 :]:
            content = Formula(one.total.text({**self._cells(_TOTAL), **areas})) if one.total else None
            money = "money" if one.entered is RecordInput.MONEY else _number_format(one)
            traits = f"rule computed centre shrink {money}" if one.total else "rule shade"
            self._writer.put(f"{self._letter(one)}{_TOTAL}", content, traits)
        self._writer.height(_TOTAL, 24)

    def _write_row(self, row: int, number: int, given: Mapping[str, str | float]) -> None:
        self._writer.growing(row, _ROW_HEIGHT, spacer=f"{self._spacer}{row}")
        for one in self._kind.columns:
            content: WrittenValue = given.get(one.field)
            if one.entered is RecordInput.COUNTED:
                content = number
            elif one.formula:
                content = Formula(one.formula.text(self._cells(row)))
            traits = f"rule {_TRAITS[one.entered]} {_number_format(one)} {one.traits}"
            self._writer.put(f"{self._letter(one)}{row}", content, traits)

    def _cells(self, row: int) -> dict[str, str]:
        """Where the cells that the formulas of a row name stand."""
        own = {one.field: f"{self._letter(one)}{row}" for one in self._kind.columns if one.field}
        return own | {
            SCORES: f"{REVIEWERS[0]}{row}:{REVIEWERS[-1]}{row}",
            POLICY: formula_cells.POLICY.text(),
            FULL: plain(self._policy.number("weights.total")),
        }

    def _rule(self, column: RecordColumn, first: int, layout: Layout) -> Validation | None:
        """What may be entered in a column, where there is anything to say about it."""
        title, cell = column.label, f"{self._letter(column)}{first}"
        if column.field == "indicator" and layout.slots:
            name = layout.columns["name"]
            listed = f"={FORM}!${name}${layout.first}:${name}${layout.last}"
            return entry_rules.from_cells(listed, title, column.hint)
        if column.entered is RecordInput.COMPUTED:
            return entry_rules.formula_only(cell, title)
        if column.entered is RecordInput.NUMBER and column.field.startswith("score"):
            return entry_rules.score(cell, f"${self._letters['points']}{first}", title, column.hint)
        if column.entered is RecordInput.NUMBER:
            return entry_rules.amount(title, column.hint)
        if column.entered is RecordInput.MONEY:
            return entry_rules.money(self._unit, column.hint)
        if column.entered is RecordInput.SUGGESTED:
            return entry_rules.choice(column.choices, title, column.hint)
        if column.entered is RecordInput.CHOSEN:
            return entry_rules.only(column.choices, title, column.hint)
        return entry_rules.free(title, column.hint) if column.hint else None

    def _quieten(self, first: int, last: int) -> None:
        def area(columns: Sequence[RecordColumn]) -> str:
            letters = map(self._letter, columns)
            return " ".join(f"{letter}{first}:{letter}{last}" for letter in letters)

        columns = self._kind.columns
        warnings = {"number_stored_as_text": area([one for one in columns if "text" in _TRAITS[one.entered]])}
        if computed := area([one for one in columns if one.entered is RecordInput.COMPUTED]):
            warnings |= dict.fromkeys(("formula_unlocked", "formula_range", "formula_differs"), computed)
        self._writer.quiet(**warnings)


def _number_format(column: RecordColumn) -> str:
    return column.traits if column.entered is RecordInput.COMPUTED else ""
