"""What stands below the indicator table: the grade, boxes for text, signatures."""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import dataclass, field, replace
from jxbook.form import NO_ENTRY, Entry
from jxbook.form import labels as known
from jxbook.pattern import pattern
from jxbook.recognition.shares import as_points
from jxbook.recognition.table import IndicatorTable
from jxbook.values.fold import fold

_FULL = Decimal(100)
_GRADE = pattern(r"(?:等级|评级)?[:：]?\s*(\S+)\Z")
_BOX = pattern(r"[\u4e00-\u9fff]{2,16}\Z")
_REMARK = pattern(r"注|备注|说明")


@dataclass(slots=True)
class BelowTable:
    """What was found: the stated total and grade, text by its box's label, further facts by their label."""

    total_points: Entry = NO_ENTRY
    total: Entry = NO_ENTRY
    grade: Entry = NO_ENTRY
    boxes: dict[str, Entry] = field(default_factory=dict)
    facts: dict[str, Entry] = field(default_factory=dict)


def read_below_table(table: IndicatorTable) -> BelowTable:
    """The row 总分 and all rows under the table."""
    sheet, columns, row = table.sheet, table.columns, table.total
    below = BelowTable()
    if row is not None:
        below.total_points = sheet.entry(row, columns.get("points"))
        below.total = sheet.entry(row, columns.get("earned"))
        if below.total.blank and not below.total.computed and "earned" in columns:
            below.total_points, below.total = _elsewhere(table, row, below)
        below.total_points, below.total = (
            as_points(one) if name in table.shares else one
            for name, one in (("points", below.total_points), ("earned", below.total))
        )
        below.grade = _without_label(sheet.entry(row, columns.get("reason")))
    for under in sheet.rows_from((row or table.last) + 1):
        _read_row(table, under, below)
    return below


def _elsewhere(table: IndicatorTable, row: int, below: BelowTable) -> tuple[Entry, Entry]:
    """The numbers of a row 总分 whose cells are parted otherwise than those of the rows: the last one is the total."""
    entries = (table.sheet.entry(row, column) for column in table.sheet.rows.get(row, ()))
    numbers = [
        one for one in entries if one.score is not None and (one.cell and one.cell.column <= table.right)
    ]
    if len(numbers) == 1 and not _is_points(table, numbers[0], below.total_points):
        beside = numbers[0].cell != below.total_points.cell
        return below.total_points if beside else NO_ENTRY, numbers[0]
    return (numbers[0], numbers[1]) if len(numbers) == 2 else (below.total_points, below.total)


def _is_points(table: IndicatorTable, one: Entry, printed: Entry) -> bool:
    """Is a number under 分值 the sum of the points, all of which make 100, and not a total that stands elsewhere?"""
    if one.cell is None or one.cell != printed.cell:
        return False
    given = [table.sheet.entry(row, table.columns.get("points")).number for row in table.rows]
    return one.number in (_FULL, sum((number for number in given if number is not None), Decimal(0)))


def _read_row(table: IndicatorTable, row: int, below: BelowTable) -> None:
    pairs = list(table.sheet.pairs(row, table.right))
    for column, text, entry in pairs:
        if text in known.GRADE_LABELS and below.grade.blank:
            below.grade = entry
        elif text in known.STATED_TOTALS and below.total.cell is None:
            below.total = entry
        elif text in known.BOX_LABELS or (len(pairs) == 1 and _is_box(table, row, column, text, entry)):
            titled = table.sheet.end(row, column) >= table.right
            below.boxes.setdefault(text, table.sheet.below(row, column) if titled else entry)
        elif len(pairs) > 1 or text in known.SIGNATURES:
            below.facts.setdefault(text, entry)


def _is_box(table: IndicatorTable, row: int, column: int, text: str, entry: Entry) -> bool:
    """Is a label that is not known one of a box: a short word at the left with room beside it?"""
    end = table.sheet.end(row, column)
    wide = column < end < table.right
    return (
        column <= table.head.left
        and bool(_BOX.match(text))
        and not _REMARK.match(text)
        and text not in known.SIGNATURES
        and (wide or not entry.blank)
    )


def _without_label(entry: Entry) -> Entry:
    """The grade in the last column of the total row, written "优" or "等级：优"."""
    match = _GRADE.match(fold(entry.text))
    return replace(entry, raw=match[1]) if match and match[1] != entry.raw else entry
