"""The money block of a form: a table of its own, labels with amounts beside them, or what a 目标申报表 asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from jxbook.dataclass import replace
from jxbook.form import NO_ENTRY, Entry, Funding, FundingRow
from jxbook.form import labels as known
from jxbook.form.labels import OF_WHICH, without_of_which
from jxbook.pattern import pattern
from jxbook.place import CellRef, column_letters
from jxbook.recognition.headings import heading_year, money_heading
from jxbook.recognition.money_beside import is_amount, read_beside, read_requested
from jxbook.recognition.money_headers import money_headers, printed_heading
from jxbook.recognition.money_line import AMOUNTS, STATED, TOTAL_LABEL, MoneyLine, names_money
from jxbook.recognition.money_lines import funding_of
from jxbook.recognition.money_planned import (
    BudgetChange,
    Planned,
    is_carried,
    is_final,
    says_adjusted,
    says_of_budget,
    way_of,
)
from jxbook.recognition.money_turned import lines_of_sources, turned_lines
from jxbook.recognition.money_units import in_own_unit, unit_above
from jxbook.recognition.table import numbers_columns
from jxbook.values.fold import fold
from jxbook.workbook.labelled_sheet import LabelledSheet

_POINTS = pattern(r"\((\d{1,2}(?:\.\d+)?)分")
_NAMED = pattern(r"(?<![A-Za-z!$])\$?([A-Z]{1,3})\$?(\d{1,7})(?!\d)")
"""A cell that a formula names."""
_NUMERAL = pattern(r"[\d.,%]+")
_DIGITS = pattern(r"[\d一二三四五六七八九十百千万亿]")
"""What a number is written with, be it misspelt."""
_FIELDS = (*AMOUNTS, *STATED)
_PLANNED = frozenset({"initial_budget", "budget"})
_WHOLE = "全年"
_SUM = "合计"
_LAST_YEAR = "上年", "上一年", "去年"
_GOALS = known.GOAL_LABELS | known.GOAL_EXPECTED
_MOST_ROWS = 12
"""Rows of the block: the total and its parts."""


class _Block(NamedTuple):
    """The last header row of the money block, its headings, its columns by field, where what follows begins, the columns
    of what the budget was changed by, and whether the one budget is that of all years."""

    row: int
    texts: Mapping[int, str]
    columns: Mapping[str, int]
    end: int
    changes: tuple[int, ...]
    all_years: bool


def read_funding(sheet: LabelledSheet, header: int, year: int | None = None) -> Funding:
    """The money block above the indicator table; empty where there is none. `year` is the form's, for a block that
    has the money of several."""
    unit = unit_above(sheet, header)
    blocks = [(one, _lines(sheet, one, unit)) for one in _blocks(sheet, header, year)]
    of_money = (one for one in blocks if any(names_money(line.name) for line in one[1]))
    block, lines = next(of_money, blocks[0] if blocks else (None, []))
    if block is not None and (beside := lines_of_sources(sheet, block.row, header, unit)):
        return funding_of(beside, unit, year)
    if block is None or not lines:
        if turned := turned_lines(sheet, header, unit):
            return funding_of(turned, unit, year)
        return read_beside(sheet, header, unit, year) or read_requested(sheet, header, unit)
    funding = funding_of(lines, unit, year)
    if funding.points.blank and (printed := _printed_points(sheet, block.row)):
        funding = replace(funding, total=replace(funding.total, points=printed), points=printed)
    return funding


def _blocks(sheet: LabelledSheet, header: int, year: int | None) -> Iterator[_Block]:
    """The rows above the table whose headings speak of money planned and money spent."""
    beneath = _Columns(sheet)
    for row, texts in money_headers(sheet, header):
        offered: dict[str, list[int]] = {}
        for column, text in texts.items():
            if field := money_heading(text):
                offered.setdefault(field, []).append(column)
        if "spent" not in offered:
            continue
        if "initial_budget" not in offered and (last := _final(texts, offered.get("budget", []))):
            offered["initial_budget"] = [one for one in offered["budget"] if one not in last]
            offered["budget"] = last
        if whole := [one for one in offered.get("budget", ()) if _WHOLE in texts[one]]:
            offered["budget"] = whole  # 本年预算 beside 全年预算数 is that without what was left over
        if sums := [column for column, text in texts.items() if text == _SUM]:
            offered.setdefault("budget", []).extend(sums)  # where nothing else is the budget
        for other in ("received", "all_years"):
            if other in offered and not offered.keys() & _PLANNED:
                offered["budget"] = offered[other] if other == "all_years" else offered.pop(other)
        if not offered.keys() & _PLANNED or _stand_beside(sheet, row, offered["spent"]):
            continue
        end = min(header, row + 1 + _MOST_ROWS)
        kept = {one: _of_year(texts, offered[one], year) for one in _FIELDS if one in offered}
        best = {one: _best(beneath, row, end, columns) for one, columns in kept.items()}
        columns = {field: column for field, column in best.items() if column is not None}
        if "received" in offered:
            columns["received"] = offered["received"][0]
        if "spent" in columns and columns.keys() & _PLANNED:
            changes = _changes(texts, columns, offered.get("change", []))
            changes += _carried(sheet, row, texts, columns)
            yield _Block(
                row, texts, columns, end, changes, columns.get("budget") in offered.get("all_years", ())
            )


def _changes(texts: Mapping[int, str], columns: dict[str, int], offered: list[int]) -> tuple[int, ...]:
    """The columns that say by how much the budget was changed. 调整预算数 beside 年初预算数 alone may be one, and is then
    no other; behind what was spent 收回 is of the money that was left, and 增减额 by how much the two differ,
    as it is beside 上年预算 by how much this year and the last one do."""
    compared = any(year in text and not is_carried(text) for text in texts.values() for year in _LAST_YEAR)
    first = 0 if compared else columns["spent"]
    changes = [one for one in offered if one < first or says_of_budget(texts[one])]
    if "initial_budget" not in columns:  # 其中：追加 is a part of the budget beside it
        changes = [one for one in changes if not texts[one].startswith(OF_WHICH)]
    budget = columns.get("budget", 0)
    if columns.keys() >= _PLANNED and any("结转" in text or "结余" in text for text in texts.values()):
        return ()  # 全年预算数 holds more than the change
    if not changes and "initial_budget" in columns and says_adjusted(texts.get(budget, "")):
        del columns["budget"]
        return (budget,)
    return tuple(changes)


def _carried(
    sheet: LabelledSheet, row: int, texts: Mapping[int, str], columns: Mapping[str, int]
) -> tuple[int, ...]:
    """The column 上年结转 beside a budget that may hold it or not. 全年预算数 does, and so does what it is a part of."""
    found = [one for one, text in texts.items() if is_carried(text) and one < columns["spent"]]
    budgets = [texts[columns[one]] for one in _PLANNED & columns.keys()]
    if len(found) != 1 or len(budgets) != 1 or _WHOLE in budgets[0] or is_final(budgets[0]):
        return ()
    above = sheet.labels.get(row - 1, {})
    covered = any(one <= found[0] <= sheet.end(row - 1, one) and money_heading(above[one]) for one in above)
    return () if covered else tuple(found)


def _final(texts: Mapping[int, str], offered: list[int]) -> list[int]:
    """Of several columns of a budget those of the adjusted one, [] where none says so: 预算批复数 | 调整后预算数."""
    last = [one for one in offered if is_final(texts[one])]
    return last if len(last) < len(offered) else []


def _stand_beside(sheet: LabelledSheet, row: int, columns: list[int]) -> bool:
    """Does an amount stand beside the heading, which so is a label?"""
    return any(is_amount(sheet.beside(row, column)) for column in columns)


def _of_year(texts: Mapping[int, str], offered: list[int], year: int | None) -> list[int]:
    """Of several columns with such a heading those of the form's year, where their headings name one, else those
    that are of no other one and not of all so far: 本年支出数 beside 累计支出."""
    named = [one for one in offered if year and heading_year(texts[one]) == year]
    if named or len(offered) < 2:
        return named or offered
    other = [one for one in offered if year and heading_year(texts[one])]
    left = [one for one in offered if one not in other and "累计" not in texts[one]]
    return left or offered


class _Columns:
    """What stands in a column between two rows; asked from the top down, so that no cell is looked at for every header
    above it."""

    def __init__(self, sheet: LabelledSheet) -> None:
        self._sheet = sheet
        self._amounts, self._names = dict[int, int](), dict[int, int]()
        """Column → the row where the next one stands, or up to which there is none."""

    def has_amount(self, column: int, rows: range) -> bool:
        return self._reach(self._amounts, column, rows, lambda row: is_amount(self._sheet.entry(row, column)))

    def has_name(self, column: int, rows: range) -> bool:
        labels = self._sheet.labels
        return self._reach(
            self._names, column, rows, lambda row: names_money(labels.get(row, {}).get(column, ""))
        )

    @staticmethod
    def _reach(reached: dict[int, int], column: int, rows: range, is_one: Callable[[int], bool]) -> bool:
        at = max(rows.start, reached.get(column, 0))
        reached[column] = at = next((row for row in range(at, rows.stop) if is_one(row)), max(at, rows.stop))
        return at < rows.stop


def _best(columns: _Columns, row: int, end: int, offered: list[int]) -> int | None:
    """Of several columns with such a heading the first that has amounts; None where it stands over the names of the
    lines, as 年度预算数（万元） over 年度资金总额."""
    rows = range(row + 1, end)
    kept = [one for one in offered if not columns.has_name(one, rows)]
    amounts = (column for column in kept if columns.has_amount(column, rows))
    return next(amounts, kept[0] if kept else None)


def _lines(sheet: LabelledSheet, block: _Block, unit: str) -> list[MoneyLine]:
    """The lines of a block, down to where another one begins."""
    lines: list[MoneyLine] = []
    left = min(block.columns.values())
    names_at, stood = left, set(block.texts.values())
    for row in range(block.row + 1, block.end):
        if row == block.row + 1 and numbers_columns(sheet, row):
            continue
        texts = {
            column: text
            for column, text in sheet.labels.get(row, {}).items()
            if column < left and not _NUMERAL.fullmatch(text)
        }
        at = max(texts, default=left)
        name = "" if block.texts.get(at) in known.PROJECT_LABELS else texts.get(at, "")
        outside = {text for column, text in texts.items() if column < names_at}
        if not lines:
            names_at, stood = at, stood | outside
        elif not all(text in stood or names_money(text) for text in outside):
            break  # the label of another block stands left of the names of the lines
        if _ends(sheet, row, block.columns):
            break
        line = _line(sheet, row, block, name, without_of_which(name), unit)
        read = line.row
        amounts = [read.initial_budget, read.budget, read.spent]
        if _is_prose(name, amounts):
            break
        if name in ("", "项目资金"):
            name = ""
            if not any(map(is_amount, amounts)):
                continue
        lines.append(replace(line, name=name))
    return lines


def _ends(sheet: LabelledSheet, row: int, columns: Mapping[str, int]) -> bool:
    """Does another block begin: a row that speaks of a goal, or whose first text runs over the columns of the amounts?"""
    first = min(sheet.rows.get(row, [0]))
    end = sheet.end(row, first)
    spans = any(first < column <= end for column in columns.values())
    texts = sheet.labels.get(row, {}).values()
    return spans or any("目标" in text or text in _GOALS for text in texts)


def _is_prose(name: str, amounts: list[Entry]) -> bool:
    """Do words alone stand where amounts should, in a row that does not name money: 任务名称, 分配科学性?"""
    if names_money(name):
        return False
    said = [one for one in amounts if not one.blank and not one.none]
    return bool(said) and not any(_DIGITS.search(one.text) for one in said)


def _line(sheet: LabelledSheet, row: int, block: _Block, name: str, label: str, unit: str) -> MoneyLine:
    """A line; where the form has 年初预算数 only, and no change of it, that is the budget."""

    def amount(column: int) -> Entry:
        return in_own_unit(sheet, block.row, column, sheet.entry(row, column), unit)

    columns = block.columns
    entries: dict[str, Any] = {one: sheet.entry(row, columns.get(one)) for one in _FIELDS}
    entries |= {one: amount(columns[one]) for one in AMOUNTS.keys() & columns.keys()}
    changes = tuple(
        BudgetChange(way_of(block.texts[one]), amount(one), printed_heading(sheet, block.row, one))
        for one in block.changes
    )
    if not changes and "budget" not in columns:
        entries |= {"budget": entries["initial_budget"], "initial_budget": NO_ENTRY}
    said = Planned(
        changes,
        label=block.texts[columns.get("budget", columns.get("initial_budget", 0))],
        all_years=printed_heading(sheet, block.row, columns["budget"]) if block.all_years else NO_ENTRY,
        behind=any(one > columns["spent"] for one in block.changes),
        received=sheet.entry(row, columns.get("received")),
        rated=_named_in(sheet, row, columns.get("rate")) if changes else frozenset(),
    )
    return MoneyLine(name, FundingRow(label or TOTAL_LABEL, unit=unit, **entries), said)


def _named_in(sheet: LabelledSheet, row: int, column: int | None) -> frozenset[CellRef]:
    """The cells of a row that a formula in it names: 全年执行数 and what it is divided by."""
    cell = None if column is None else sheet.raw.cells.get((row, column))
    if cell is None or cell.formula is None:
        return frozenset()
    columns = sheet.rows[row]
    named = {letters for letters, number in _NAMED.findall(cell.formula) if int(number) == row}
    places = (sheet.entry(row, one).cell for one in columns if column_letters(one) in named)
    return frozenset(one for one in places if one is not None)


def _printed_points(sheet: LabelledSheet, row: int) -> Entry | None:
    """The points that the header of the block names: 预算执行情况（万元）（20分）, 得分（20分*执行率）."""
    for column in sheet.rows.get(row, ()):
        if match := _POINTS.search(fold(sheet.text(row, column))):
            return Entry(Decimal(match[1]), sheet.raw.ref(row, column))
    return None
