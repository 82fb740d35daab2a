"""The indicator tables on a sheet, and where each of them ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate

from jxbook.dataclass import replace
from jxbook.form import labels as known
from jxbook.pattern import pattern
from jxbook.recognition.execution_row import says_execution
from jxbook.recognition.goal_labels import goal_number
from jxbook.recognition.header import Header
from jxbook.recognition.header_rows import headers_of, repeats
from jxbook.recognition.headings import money_heading
from jxbook.recognition.shares import with_shares
from jxbook.recognition.table import IndicatorTable
from jxbook.recognition.unheaded import with_unheaded
from jxbook.refusals.reading import too_large
from jxbook.values.fold import fold
from jxbook.workbook.cellvalues import LAST_COLUMN
from jxbook.workbook.labelled_sheet import LabelledSheet

_NAMES = frozenset(text for text, field in known.PROJECT_LABELS.items() if field == "name")
_MOST_LOOKED = 200_000
"""Rows that are looked at for the ends of all tables of a sheet."""
_FEWEST_OF_MONEY = 3
_PLANNED = frozenset({"budget", "initial_budget"})
_SUMS = frozenset({"合计", "总计"})
_VALUES = ("nature", "target", "actual", "points", "earned")


def tables_on(sheet: LabelledSheet) -> Iterator[IndicatorTable]:
    """The tables on a sheet. A header that is printed again on the next sheet of paper begins none."""
    marks: _Marks | None = None
    above: IndicatorTable | None = None
    for header in headers_of(sheet):
        if above is not None and header.top in above.repeats:
            continue
        marks = marks or _Marks(sheet)
        above = _extent(sheet, header, marks)
        yield above


def table_below(sheet: LabelledSheet, header: Header) -> IndicatorTable:
    """The table under a header that is printed on another sheet, and nowhere on this one."""
    return replace(_extent(sheet, header, _Marks(sheet)), repeats=frozenset())


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
    money = _money_below(sheet, header, last)
    last = money - 1 if money else last
    table = IndicatorTable(
        sheet, header, total, last, repeats=_repeats(sheet, header, last, marks), money=money
    )
    return with_shares(with_unheaded(table))


def _money_below(sheet: LabelledSheet, header: Header, last: int) -> int:
    """The first row under the indicators that holds the headings of the money, 0 without one."""
    for row in sheet.rows_from(header.bottom + 1, last + 1):
        texts = sheet.labels.get(row)
        if texts and len(texts) >= _FEWEST_OF_MONEY and any("预算" in text for text in texts.values()):
            fields = set(map(money_heading, texts.values()))
            if "spent" in fields and not fields.isdisjoint(_PLANNED):
                return row
    return 0


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
            if under is not None and says_execution(sheet.labels.get(under, {}), columns.get("name", limit)):
                under = sheet.row_below(under)
            return under if under and _sums_up_more(sheet, row, under, limit) else row
    return None


def _sums_up_more(sheet: LabelledSheet, row: int, under: int, limit: int) -> bool:
    """Is the row 总分 under a row 合计, which is the sum of the indicators alone, the total of the form?"""
    upper, lower = (
        [text for column, text in sheet.labels.get(one, {}).items() if column < limit] for one in (row, under)
    )
    says = any(text in known.TOTAL_LABELS and "分" in text and "扣" not in text for text in lower)
    numbers = (sheet.entry(under, column).score for column in sheet.rows[under])
    return says and not _SUMS.isdisjoint(upper) and any(one is not None for one in numbers)


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
    if is_measured(sheet, row, header.columns):
        return False
    if any(_BOX.search(text) for column, text in texts.items() if column <= left):
        return True
    if sheet.rows[row][0] <= left and _REMARK.match(fold(sheet.text(row, sheet.rows[row][0]))):
        return True
    standing = [texts.get(column, "") for column in sheet.rows[row] if column < left]
    return any("指标" not in text and goal_number(text) is None for text in standing)


_TOTAL_SAID = pattern(r"(?:自评|绩效)?(?:总分|总得分)\D{0,6}\d")
"""总分 and its number in one cell."""
_BOX = pattern(r"原因|改进措施|整改措施|结论|存在.*问题|建议|审核意见|应用方案|情况说明|签字|盖章")
_REMARK = pattern(r"注\d*[:.]|备注[:.]|填表说明|说明[:.]")


def is_measured(sheet: LabelledSheet, row: int, columns: Mapping[str, int]) -> bool:
    """Does an indicator stand in the row: a name, and beside it a target, an actual or a number of points?"""
    name = sheet.entry(row, columns.get("name", columns.get("level2")))
    values = [sheet.entry(row, columns.get(field)) for field in ("target", "actual")]
    scores = [sheet.entry(row, columns.get(field)) for field in ("points", "earned")]
    measured = any(not one.blank for one in values) or any(one.number is not None for one in scores)
    return not name.blank and measured
