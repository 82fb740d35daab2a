"""Where a form of an office has what its formulas refer to: rows, cells, and which rows are summed up together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from jxbook.dataclass import dataclass, field
from jxbook.form import Entry, Form, FundingRow, Indicator
from jxbook.form import labels as known
from jxbook.form.table import LEVELS
from jxbook.making import MOST_CELLS, MOST_ROWS
from jxbook.making.adopted.own_formulas import says_grade
from jxbook.pattern import pattern
from jxbook.place import CellRef
from jxbook.recognition import FormPlace
from jxbook.recognition.parted import is_parted
from jxbook.recognition.serials import SERIAL_BEGINS
from jxbook.recognition.table import HELD_OPEN, IndicatorTable, what_is_left_out
from jxbook.refusals.adopting import Lacking, not_adoptable
from jxbook.refusals.forms import too_many_rows
from jxbook.workbook.grid import anchored
from jxbook.workbook.labelled_sheet import LabelledSheet

_SHORT = 40
_WITH_LABEL = {
    "总分": pattern(r"(?:总分|总得分|自评得分)[^\d:：]{0,6}[:：]?\s*\d"),
    "等级": pattern(r"等级\s*[:：]\s*[优良中差](?![、/（(])"),
}
"""A box and its label in one cell."""
_GRADE = pattern(r"[优良中差]|优秀|良好|中等|较好|一般|较差|(?:不|基本)?合格")
"""A grade that somebody has written; whatever else is words is a label."""


@dataclass(frozen=True, slots=True)
class RowLabel:
    """The 一级 or 二级指标 of a row: the cell where it is printed, else the first cell of the column in which
    somebody may write it; `own` is the row's own cell, where that is another."""

    cell: CellRef
    printed: bool
    own: CellRef | None


@dataclass(frozen=True, slots=True)
class PointsShare:
    """分值 merged over several rows: each has an equal part in whole cents, the last makes up the sum."""

    count: int
    turn: int


@dataclass(frozen=True, slots=True)
class ScoredRow:
    """A row that is scored: the cells of its entries by field, its labels, the cell where its 得分 stands; `codes` are
    the number formats of the entries that are numbers. `path`: its levels and its name by field, where the cell of the name
    holds them all, 产出指标/数量指标/改造面积."""

    number: int
    entries: Mapping[str, CellRef]
    labels: Mapping[str, RowLabel]
    earned: CellRef
    share: PointsShare | None = None
    codes: Mapping[str, str] = field(default_factory=dict)
    path: Mapping[str, str] = field(default_factory=dict)

    @property
    def typed(self) -> tuple[CellRef, ...]:
        """Where 年度指标值 and 实际完成值 are typed."""
        return tuple(self.entries[one] for one in ("target", "actual") if one not in self.codes)


@dataclass(frozen=True, slots=True)
class Places:
    """The rows of a form and the stretches of rows without a subtotal or a breakdown between them; `held_open` are
    the texts printed as names in rows that wait for an indicator."""

    form: Form
    sheet: LabelledSheet
    table: IndicatorTable
    rows: tuple[ScoredRow, ...]
    numbered: Mapping[int, ScoredRow]
    stretches: tuple[tuple[int, int], ...]
    held_open: tuple[str, ...]

    @property
    def total(self) -> CellRef | None:
        """The cell of 总分; None where the form has no box for it."""
        return self._box(self.form.total)

    @property
    def grade(self) -> CellRef | None:
        """The cell of 等级: where the office reckons it itself, or a label asks for it; None where neither does."""
        cell = self.form.grade.cell
        if cell is not None and says_grade(self.sheet.raw, cell):
            return cell
        cell = self._box(self.form.grade)
        labelled = cell is not None and any(
            text in known.GRADE_LABELS and self.sheet.entry_of(row, column, self.table.right).cell == cell
            for row, texts in self.sheet.labels.items()
            for column, text in texts.items()
        )
        return cell if labelled else None

    def in_label(self, what: str) -> CellRef | None:
        """The cell where 总分 or 等级 stands together with its label, as 总分：95 does; None where no cell does."""
        for where, cell in sorted(self.sheet.raw.cells.items()):
            text = cell.value
            if isinstance(text, str) and len(text) <= _SHORT and _WITH_LABEL[what].search(text):
                return self.sheet.raw.ref(*where)
        return None

    def _box(self, entry: Entry) -> CellRef | None:
        """The cell of an entry, unless it holds the label too."""
        cell = entry.cell
        if cell is None or cell.column in self.sheet.stated.get(cell.row, {}):
            return None
        written = entry.number is not None or _GRADE.fullmatch("".join(entry.text.split()))
        return None if cell.column in self.sheet.labels.get(cell.row, {}) and not written else cell

    def anchor(self, cell: CellRef) -> CellRef:
        """The cell itself, or the upper left one of the merged area that it lies in."""
        return anchored(cell, self.sheet.raw.merges)


def require_adoptable(form: Form, place: FormPlace, name: str) -> None:
    """Raise Refusal JX936, with the cell that shows it, for a form that lacks what its formulas need, JX934 for one with
    more rows than MOST_ROWS."""
    table, *others = place.tables
    header = place.rows.raw.ref(table.header, table.head.left)
    fields = table.columns.keys()
    money = [
        (one, one.cell)
        for one in (form.funding.total.budget, form.funding.total.spent)
        if one.cell is not None
    ]
    lacking: Mapping[Lacking, Sequence[CellRef]] = {
        Lacking.SCORES: () if fields & {"points", "earned"} else (header,),
        Lacking.EARNED: () if "earned" in fields else (header,),
        Lacking.POINTS: () if "points" in fields else (header,),
        Lacking.COMPARED: () if fields >= {"target", "actual"} else (header,),
        Lacking.SHARED: (header,) if any(map(is_parted, table.columns.values())) else (),
        Lacking.UNITS: (header,) if table.actual_unit else (),
        Lacking.MONEY: [
            cell for one, cell in money if isinstance(one.raw, str) and _is_within(place.rows, one)
        ],
        Lacking.CHANGED: _reckoned_budget(form.funding.total),
        Lacking.SHARES: (header,) if table.shares else (),
        Lacking.ONE_TABLE: [one.sheet.raw.ref(max(one.header, 1), one.head.left) for one in others],
        Lacking.TWO_SHEETS: [cell for _, cell in money if cell.sheet != form.sheet],
        Lacking.STACKED: [
            one.name.cell or header
            for one, other in pairwise(form.indicators)
            if one.name.cell == other.name.cell
        ],
        Lacking.SERIALS: [
            entry.cell
            for one in form.indicators
            for entry in (one.target, one.actual)
            if entry.cell and _is_behind_serial(place.rows, entry)
        ],
        Lacking.ROWS: () if form.indicators else (header,),
    }
    unknown = [one.entry.text for one in form.headings if not one.taken and not one.entry.blank]
    for what, cells in lacking.items():
        if cells:
            raise not_adoptable(f"{name}：{cells[0]}", what, unknown)
    if len(form.indicators) > MOST_ROWS:
        raise too_many_rows(len(form.indicators), MOST_ROWS, False)


def _reckoned_budget(total: FundingRow) -> Sequence[CellRef]:
    """The cell of a change of the budget where no cell holds what it came to."""
    change = total.change.cell
    stands = total.budget.cell not in (None, change, total.initial_budget.cell)
    return () if change is None or stands else (change,)


def require_small(place: FormPlace) -> None:
    """Raise Refusal JX934, before it is read, for a form on a sheet with more cells than MOST_CELLS."""
    if len(place.rows.raw.cells) > MOST_CELLS:
        raise too_many_rows(len(place.rows.raw.cells), MOST_CELLS, True)


def _is_within(sheet: LabelledSheet, entry: Entry) -> bool:
    """Is an entry a part of what is typed in its cell?"""
    assert entry.cell is not None
    typed = sheet.entry(entry.cell.row, entry.cell.column)
    return isinstance(typed.raw, str) and typed.text != entry.text


def _is_behind_serial(sheet: LabelledSheet, entry: Entry) -> bool:
    """Is an entry what stands in its cell behind a serial: 24批 of 1.24批?"""
    assert entry.cell is not None
    typed = sheet.text(entry.cell.row, entry.cell.column)
    return (
        typed[:1] in SERIAL_BEGINS and typed != entry.text and typed.endswith(entry.text) and bool(entry.text)
    )


def _path(one: Indicator) -> dict[str, str]:
    """The levels and the name of a row whose name holds them all; {} for any other."""
    within = [level for level in LEVELS if one.entry(level).cell == one.name.cell]
    return {field: one.entry(field).text for field in (*within, "name")} if one.name.cell and within else {}


def places_of(form: Form, place: FormPlace) -> Places:
    """Where the parts of a form stand that was read from this place. Its one table has 分值 and 得分."""
    [table] = place.tables
    reader = _RowReader(form, table)
    rows = tuple(reader.rows())
    numbered = {one.number: one for one in rows}
    return Places(form, place.rows, table, rows, numbered, tuple(_stretches(rows)), tuple(reader.held_open))


def _stretches(rows: tuple[ScoredRow, ...]) -> Iterator[tuple[int, int]]:
    first = last = 0
    for row in rows:
        if last and row.number != last + 1:
            yield first, last
        if not last or row.number != last + 1:
            first = row.number
        last = row.number
    if last:
        yield first, last


class _RowReader:
    """The rows of a table from top to bottom."""

    def __init__(self, form: Form, table: IndicatorTable) -> None:
        self._table, self._sheet = table, table.sheet
        self._read = {one.name.cell.row: one for one in form.indicators if one.name.cell}
        self._last: dict[str, CellRef] = {}
        self._scored = [
            row for row in table.rows if row in self._read or what_is_left_out(table, row) == HELD_OPEN
        ]
        self.held_open: dict[str, None] = {}

    def rows(self) -> Iterator[ScoredRow]:
        for row in self._scored:
            one = self._read.get(row)
            self._note_labels(row, one)
            if one is None:
                name = self._sheet.entry(row, self._table.columns["name"])
                self.held_open |= {name.text: None} if not name.blank else {}
            entries = self._entries(row, one)
            yield ScoredRow(
                row,
                entries,
                {
                    field: self._label(field, row)
                    for field in LEVELS
                    if field in self._table.columns or field in self._last
                },
                anchored(self._sheet.raw.ref(row, self._table.columns["earned"]), self._sheet.raw.merges),
                self._share(row),
                self._codes(entries),
                {} if one is None else _path(one),
            )

    def _note_labels(self, row: int, one: Indicator | None) -> None:
        """The labels that hold from this row on: those that were read, or stand in a row that waits for one."""
        for turn, level in enumerate(LEVELS):
            entry = (
                self._sheet.entry(row, self._table.columns.get(level)) if one is None else one.entry(level)
            )
            if one is not None and entry.cell == one.name.cell:
                self._last.pop(level, None)  # the name of the row says it, and of no other row
            elif entry.cell is not None and not entry.blank:
                if not turn and self._last.get(level) != entry.cell:
                    self._last.pop(LEVELS[1], None)
                self._last[level] = entry.cell

    def _entries(self, row: int, one: Indicator | None) -> dict[str, CellRef]:
        cells = {field: self._sheet.raw.ref(row, column) for field, column in self._table.columns.items()}
        if one is not None and one.name.cell is not None:
            cells["name"] = one.name.cell
        return {field: anchored(cell, self._sheet.raw.merges) for field, cell in cells.items()}

    def _codes(self, entries: Mapping[str, CellRef]) -> dict[str, str]:
        cells = {name: self._sheet.raw.cells.get((ref.row, ref.column)) for name, ref in entries.items()}
        return {
            name: cell.number_format
            for name, cell in cells.items()
            if cell is not None and cell.value is not None and not isinstance(cell.value, str)
        }

    def _label(self, field: str, row: int) -> RowLabel:
        """The label of a row as it is printed above or beside it; what is not printed yet may come."""
        column = self._table.columns.get(field)
        own = None if column is None else anchored(self._sheet.raw.ref(row, column), self._sheet.raw.merges)
        if field in self._last:
            return RowLabel(self._last[field], True, own if own != self._last[field] else None)
        assert own is not None
        above = self._last.get(LEVELS[0])
        first = above.row if field == LEVELS[1] and above else self._table.header + 1
        return RowLabel(CellRef(own.sheet, first, own.column), False, own)

    def _share(self, row: int) -> PointsShare | None:
        column = self._table.columns["points"]
        for one in self._sheet.raw.merges:
            if one.top <= row <= one.bottom and one.left <= column <= one.right and one.bottom > one.top:
                rows = [other for other in self._scored if one.top <= other <= one.bottom]
                return PointsShare(len(rows), rows.index(row)) if len(rows) > 1 else None
        return None
