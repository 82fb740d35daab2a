"""The indicator table: its header, where it ends, its rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from jxbook.dataclass import dataclass, replace
from jxbook.form import Entry
from jxbook.form import labels as known
from jxbook.pattern import pattern
from jxbook.recognition.goals import goal_number
from jxbook.recognition.header import Header, headers_of, repeats
from jxbook.recognition.levels import is_level, is_serial
from jxbook.refusals.reading import too_large
from jxbook.values.fold import fold
from jxbook.workbook.cellvalues import LAST_COLUMN
from jxbook.workbook.labelled_sheet import LabelledSheet

_NAMES = frozenset(text for text, field in known.PROJECT_LABELS.items() if field == "name")
_MOST_LOOKED = 200_000
"""Rows that are looked at for the ends of all tables of a sheet."""
_MOST_ROWS = 1000  # in a longer table blank rows are no indicators: the 总分 may stand in row 1 048 576
_VALUES = ("nature", "target", "actual", "points", "earned")
_GROUPS = ("level1", "level2", "name")
_MOST_LEVELS = 6
"""Columns under one heading over levels and names."""
_SUBTOTALS = known.TOTAL_LABELS | {"小计"}
_OPEN = pattern(r"(?:指标\d*:?)?[.…⋯]*")
_BREAKDOWN = pattern(r"其中(?!度)")
SUBTOTAL, HELD_OPEN, BREAKDOWN = "小计行", "占位行", "分项行"
"""Rows inside the table that are no indicators: "小计", "……" where more rows may be put in, "其中：…" without points."""


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """The table on a page: its header, the row 总分 (None without one), its last row.

    `ours`: it stands in a workbook of ours, whose formulas count every row.
    """

    sheet: LabelledSheet
    head: Header
    total: int | None
    last: int
    ours: bool = False
    repeats: frozenset[int] = frozenset()
    """The rows in which the header is printed once more, with no other form begun in between."""

    @property
    def columns(self) -> Mapping[str, int]:
        """Field → column."""
        return self.head.columns

    @property
    def top(self) -> int:
        """The first row of the header."""
        return self.head.top

    @property
    def header(self) -> int:
        """The last row of the header, above the indicators."""
        return self.head.bottom

    @property
    def right(self) -> int:
        """The last column of the printed table."""
        return self.head.right

    @property
    def rows(self) -> Iterator[int]:
        """The rows below the header, blank ones too unless the table has no end."""
        return self.rows_within(self.header + 1, self.last)

    def rows_within(self, first: int, last: int) -> Iterator[int]:
        """Those of its rows that stand between two, these included."""
        endless = not self.total or self.last + 1 - self.header > _MOST_ROWS
        return iter(self.sheet.rows_from(first, last + 1) if endless else range(first, last + 1))


def tables_on(sheet: LabelledSheet) -> Iterator[IndicatorTable]:
    """The tables on a sheet. A header that is printed again on the next sheet of paper begins none."""
    marks = _Marks(sheet)
    above: IndicatorTable | None = None
    for header in headers_of(sheet):
        if above is not None and header.top in above.repeats:
            continue
        above = _extent(sheet, header, marks)
        yield above


def is_ours(sheets: Sequence[LabelledSheet]) -> bool:
    """Does a sheet of the workbook name its policy, as ours do?"""
    texts = (text for sheet in sheets for texts in sheet.labels.values() for text in texts.values())
    return any(text in known.POLICY_LABELS for text in texts)


def what_is_left_out(table: IndicatorTable, row: int) -> str | None:
    """SUBTOTAL, HELD_OPEN or BREAKDOWN for a row of the table that is no indicator, None for any other.

    In our own workbook no row is left out: its formulas count them all.
    """
    if table.ours:
        return None
    groups = [table.sheet.entry(row, table.columns.get(field)) for field in _GROUPS]
    rest = [table.sheet.entry(row, table.columns.get(field)) for field in ("nature", "target", "actual")]
    names = [known.label(one.raw) for one in groups]
    bare = all(one.blank for one in rest)
    if any(text in _SUBTOTALS or (bare and text.endswith("小计")) for text in names):
        return SUBTOTAL
    if bare and _SUBTOTALS & {*names, *_left_of_names(table, row)}:
        return SUBTOTAL
    filled = [one for one in (groups[-1], *rest) if not one.blank]
    scores = [table.sheet.entry(row, table.columns.get(field)) for field in ("points", "earned")]
    is_open = all(isinstance(one.raw, str) and _OPEN.fullmatch(fold(one.text)) for one in filled)
    if filled and is_open and not any(one.number for one in scores):
        return HELD_OPEN
    part = _BREAKDOWN.match(fold(groups[-1].text)) and all(one.blank or one.none for one in scores)
    return BREAKDOWN if part else None


def _left_of_names(table: IndicatorTable, row: int) -> Iterator[str]:
    """What stands in the columns left of the names, 序号 among them, where a cell runs over them all."""
    labels = table.sheet.labels.get(row, {})
    return (text for column, text in labels.items() if column < table.columns.get("name", 0))


def goal_of(table: IndicatorTable, row: int, above: int) -> int:
    """The 年度目标 of a row, by the label left of 一级指标."""
    labels = table.sheet.labels.get(row, {}).items()
    numbers = (goal_number(text) for column, text in labels if column < table.head.left)
    return next((number for number in numbers if number is not None), above)


class _Marks:
    """The rows of a sheet that part its tables, found once for all of them."""

    def __init__(self, sheet: LabelledSheet) -> None:
        self.totals = sheet.rows_saying(known.TOTAL_LABELS)
        lefts = [min(_totals(sheet, row)) for row in reversed(self.totals)]
        self.leftmost = [*reversed([*accumulate(lefts, min)]), LAST_COLUMN + 1]
        """The first column that a row of `totals` from this one on says so in."""
        self.names = sheet.rows_saying(_NAMES)
        self.looked = 0

    def look(self, sheet: LabelledSheet) -> None:
        """Count a row that was looked at for the end of a table. Raises Refusal JX907 after far too many: tables without
        end, one below another."""
        self.looked += 1
        if self.looked > _MOST_LOOKED:
            raise too_large(sheet.raw.name)


def _extent(sheet: LabelledSheet, header: Header, marks: _Marks) -> IndicatorTable:
    total = _total(sheet, header, marks)
    if total is not None:
        last = total - 1
    else:
        last = sheet.last_row
        for row in sheet.rows_from(header.bottom + 1):
            marks.look(sheet)
            if _is_below(sheet, row, header):
                last = row - 1
                break
    table = IndicatorTable(sheet, header, total, last, repeats=_repeats(sheet, header, last, marks))
    return _inferred(_with_levels(table))


def _total(sheet: LabelledSheet, header: Header, marks: _Marks) -> int | None:
    """The row 总分 of a table; a 合计 with indicators under it is none."""
    columns = header.columns
    limit = min((columns[field] for field in _VALUES if field in columns), default=header.right)
    first = bisect_right(marks.totals, header.bottom)
    for turn, row in enumerate(marks.totals[first:], first + 1):
        marks.look(sheet)
        places = [column for column in _totals(sheet, row) if column < limit]
        if not places:
            continue
        if min(places) >= columns.get("name", limit) and marks.leftmost[turn] < columns["name"]:
            continue  # somebody's 合计 among the indicators; the 总分 stands below
        under = sheet.row_below(row)
        if under is None or not _goes_on(sheet, under, columns):
            return row
    return None


def _repeats(sheet: LabelledSheet, header: Header, last: int, marks: _Marks) -> frozenset[int]:
    """The rows inside a table that hold its header once more, up to where another form begins."""
    begun = marks.names[bisect_right(marks.names, header.bottom) :]
    end = min(last, begun[0] if begun else last)
    found = set()
    for row in sheet.rows_from(header.bottom + 1, end + 1):
        marks.look(sheet)
        if repeats(sheet, header, row):
            found.add(row)
    return frozenset(found)


def _totals(sheet: LabelledSheet, row: int) -> Iterator[int]:
    """The columns of a row that say 总分 or 合计."""
    return (column for column, text in sheet.labels[row].items() if text in known.TOTAL_LABELS)


def _with_levels(table: IndicatorTable) -> IndicatorTable:
    """The table with the columns of the levels, where no heading says so: one is over them and the names, 指标名称 over
    产出指标 | 数量指标 | 改造面积, or they stand left of the names under 类型. The last column holds the names."""
    columns = table.columns
    if table.head.levelled or "name" not in columns:
        return table
    first = columns["name"]
    right = min((one for one in (*table.head.texts, *columns.values()) if one > first), default=first + 1)
    said = {
        column: texts
        for column in range(max(1, first - _MOST_LEVELS), min(right, first + _MOST_LEVELS))
        if (texts := [one for row in table.rows if not (one := table.sheet.entry(row, column)).blank])
        and not all(map(is_serial, texts))
        and (column >= first or any(is_level(one) and _named(table, one) for one in texts))
    }
    *levels, name = said or [first]
    if not any(is_level(one) for column in levels for one in said[column]):
        return table
    fields = dict(zip(_GROUPS if len(levels) > 1 else ("level1",), levels, strict=False))
    return replace(table, head=replace(table.head, columns={**columns, **fields, "name": name}))


def _named(table: IndicatorTable, entry: Entry) -> bool:
    """Does the name of an indicator stand in the row of an entry, which so is no heading of its own?"""
    return entry.cell is not None and not table.sheet.entry(entry.cell.row, table.columns["name"]).blank


def _inferred(table: IndicatorTable) -> IndicatorTable:
    """The table with its column 得分, or 分值, where that has no heading, or a number for one (50), but stands beside
    the other: a score is never above its points."""
    columns = table.columns
    have = columns.keys() & _SCORES
    if len(have) != 1:
        return table
    [given] = have
    wanted = "earned" if given == "points" else "points"
    for beside in (columns[given] + 1, columns[given] - 1):
        if beside in columns.values() or beside in table.head.texts or beside <= table.head.left:
            continue
        if wanted == "earned" and _reckons(table, beside):
            return _with_column(table, wanted, beside)
        pairs = [
            (table.sheet.entry(row, columns[given]).number, table.sheet.entry(row, beside).number)
            for row in table.rows
        ]
        both = [(one, other) for one, other in pairs if one is not None and other is not None]
        fits = all(other <= one if given == "points" else other >= one for one, other in both)
        if fits and len(both) >= _FEWEST and len(both) * 2 > sum(one is not None for one, _ in pairs):
            return _with_column(table, wanted, beside)
    return table


def _with_column(table: IndicatorTable, field: str, column: int) -> IndicatorTable:
    head = replace(table.head, columns={**table.columns, field: column}, placed={field: column})
    return replace(table, head=head)


def _reckons(table: IndicatorTable, column: int) -> bool:
    """Do formulas of ours stand in a column, put there when the form was adopted?"""
    cells = (table.sheet.raw.cells.get((row, column)) for row in table.rows)
    return any(cell is not None and "JX_SCORE(" in (cell.formula or "") for cell in cells)


_SCORES = frozenset({"points", "earned"})
_FEWEST = 2


def _goes_on(sheet: LabelledSheet, row: int, columns: Mapping[str, int]) -> bool:
    """Is the row under a row 合计, which so is a subtotal, an indicator: with a name, and a number of points?"""
    texts = sheet.labels.get(row, {})
    points = sheet.entry(row, columns.get("points", columns.get("earned")))
    named = set(texts.values()) & (known.SIGNATURES | known.TOTAL_LABELS)
    name = columns.get("name", columns.get("level2"))
    return name in texts and points.number is not None and not named and row not in sheet.stated


def _is_below(sheet: LabelledSheet, row: int, header: Header) -> bool:
    """Does a row of a form without 总分 stand below its table: a box, a grade, signatures, a remark?"""
    texts, left = sheet.labels.get(row, {}), header.left
    named = known.BOX_LABELS | known.GRADE_LABELS | known.SIGNATURES
    if any(column <= left for column in sheet.stated.get(row, {})):
        return True
    if any(text in named for column, text in texts.items() if column <= left):
        return True
    if any(_TOTAL_SAID.match(text) for text in texts.values()):
        return True
    if _is_row(sheet, row, header.columns):
        return False
    if any(_BOX.search(text) for column, text in texts.items() if column <= left):
        return True
    if sheet.rows[row][0] <= left and _REMARK.match(fold(sheet.entry(row, sheet.rows[row][0]).text)):
        return True
    standing = [texts.get(column, "") for column in sheet.rows[row] if column < left]
    return any("指标" not in text and goal_number(text) is None for text in standing)


_TOTAL_SAID = pattern(r"(?:自评|绩效)?(?:总分|总得分)\D{0,6}\d")
"""总分 and its number in one cell."""
_BOX = pattern(r"原因|改进措施|整改措施|结论|存在.*问题|建议|审核意见|应用方案|情况说明|签字|盖章")
_REMARK = pattern(r"注\d*[:.]|备注[:.]|填表说明|说明[:.]")


def _is_row(sheet: LabelledSheet, row: int, columns: Mapping[str, int]) -> bool:
    """Does an indicator stand in the row: a name, and beside it a target, an actual or a number of points?"""
    name = sheet.entry(row, columns.get("name", columns.get("level2")))
    values = [sheet.entry(row, columns.get(field)) for field in ("target", "actual")]
    scores = [sheet.entry(row, columns.get(field)) for field in ("points", "earned")]
    measured = any(not one.blank for one in values) or any(one.number is not None for one in scores)
    return not name.blank and measured
