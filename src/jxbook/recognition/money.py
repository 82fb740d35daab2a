"""The money block of a form: a table of its own, labels with amounts beside them, or what a 目标申报表 asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from jxbook.dataclass import replace
from jxbook.form import NO_ENTRY, Entry, Funding, FundingRow
from jxbook.form import labels as known
from jxbook.pattern import pattern
from jxbook.recognition.headings import heading_year, money_heading
from jxbook.recognition.money_beside import is_amount, read_beside, read_requested
from jxbook.recognition.money_lines import TOTAL_LABEL, MoneyLine, funding_of, names_money
from jxbook.values.fold import fold
from jxbook.workbook.labelled_sheet import LabelledSheet

_POINTS = pattern(r"\((\d{1,2}(?:\.\d+)?)分")
_UNIT = pattern(r"(?:\(|单位:)(万元|元|亿元)(?:\)|\Z)")
_DIGITS = pattern(r"[\d一二三四五六七八九十百千万亿]")
"""What a number is written with, be it misspelt."""
_FIELDS = ("initial_budget", "budget", "spent", "points", "rate", "earned")
_SUM = "合计"
_MOST_ROWS = 12
"""Rows of the block: the total and its parts."""


class _Block(NamedTuple):
    """The header row of the money block, its columns by field, and the row where what follows begins."""

    row: int
    columns: Mapping[str, int]
    end: int


def read_funding(sheet: LabelledSheet, header: int, year: int | None = None) -> Funding:
    """The money block above the indicator table; empty where there is none. `year` is the form's, for a block that
    has the money of several."""
    unit = _unit(sheet, header)
    blocks = [(one, _lines(sheet, one, unit)) for one in _blocks(sheet, header, year)]
    of_money = (one for one in blocks if any(names_money(line.name) for line in one[1]))
    block, lines = next(of_money, blocks[0] if blocks else (None, []))
    if block is None or not lines:
        return read_beside(sheet, header, unit, year) or read_requested(sheet, header, unit)
    funding = funding_of(lines, unit, year)
    if funding.points.blank and (printed := _printed_points(sheet, block.row)):
        funding = replace(funding, total=replace(funding.total, points=printed), points=printed)
    return funding


def _blocks(sheet: LabelledSheet, header: int, year: int | None) -> Iterator[_Block]:
    """The rows above the table whose headings speak of money planned and money spent."""
    for row, texts in sheet.labels.items():
        if row >= header:
            return
        offered: dict[str, list[int]] = {}
        for column, text in texts.items():
            if field := money_heading(text):
                offered.setdefault(field, []).append(column)
        if "spent" not in offered:
            continue
        if "budget" not in offered and _SUM in texts.values():
            offered["budget"] = [next(column for column, text in texts.items() if text == _SUM)]
        if not offered.keys() & {"budget", "initial_budget"} and "received" in offered:
            offered["budget"] = offered["received"]
        if offered.keys() & {"budget", "initial_budget"} and not _stand_beside(sheet, row, offered["spent"]):
            end = min(header, row + 1 + _MOST_ROWS)
            best = {one: _best(sheet, row, end, offered[one], year) for one in _FIELDS if one in offered}
            columns = {field: column for field, column in best.items() if column is not None}
            if "spent" in columns and columns.keys() & {"budget", "initial_budget"}:
                yield _Block(row, columns, end)


def _stand_beside(sheet: LabelledSheet, row: int, columns: list[int]) -> bool:
    """Does an amount stand beside the heading, which so is a label?"""
    return any(is_amount(sheet.beside(row, column)) for column in columns)


def _best(sheet: LabelledSheet, row: int, end: int, offered: list[int], year: int | None) -> int | None:
    """Of several columns with such a heading the one of the form's year that has amounts, else the first; None where
    it stands over the names of the lines, as 年度预算数（万元） over 年度资金总额."""
    kept = [one for one in offered if not _over_names(sheet, row, end, one)]
    own = [one for one in kept if _year_over(sheet, row, one) == year] if year else []
    kept = own or kept
    amounts = (
        column for column in kept if any(is_amount(sheet.entry(one, column)) for one in range(row + 1, end))
    )
    return next(amounts, kept[0] if kept else None)


def _over_names(sheet: LabelledSheet, row: int, end: int, column: int) -> bool:
    beneath = (sheet.labels.get(one, {}).get(column, "") for one in range(row + 1, end))
    return any(names_money(text) for text in beneath)


def _year_over(sheet: LabelledSheet, row: int, column: int) -> int | None:
    """The year that a heading names, or the one over it: 2024年 over 预算数 and 执行数."""
    if own := heading_year(sheet.labels[row][column]):
        return own
    above = sheet.labels.get(row - 1, {})
    left = max((one for one in above if one <= column), default=None)
    return None if left is None or sheet.end(row - 1, left) < column else heading_year(above[left])


def _lines(sheet: LabelledSheet, block: _Block, unit: str) -> list[MoneyLine]:
    """The lines of a block, down to where another one begins."""
    lines: list[MoneyLine] = []
    left = min(block.columns.values())
    names_at, stood = left, set(sheet.labels[block.row].values())
    for row in range(block.row + 1, block.end):
        texts = {column: text for column, text in sheet.labels.get(row, {}).items() if column < left}
        at = max(texts, default=left)
        name = texts.get(at, "")
        read = _row(sheet, row, block.columns, name.removeprefix("其中:"), unit)
        amounts = [read.initial_budget, read.budget, read.spent]
        outside = {text for column, text in texts.items() if column < names_at and not text.isdigit()}
        if not lines:
            names_at, stood = at, stood | outside
        elif not all(text in stood or names_money(text) for text in outside):
            break  # the label of another block stands left of the names of the lines
        if _ends(sheet, row, block.columns) or _is_prose(name, amounts):
            break
        if name in ("", "项目资金"):
            name = ""
            if not any(map(is_amount, amounts)):
                continue
        lines.append(MoneyLine(name, read))
    return lines


def _ends(sheet: LabelledSheet, row: int, columns: Mapping[str, int]) -> bool:
    """Does another block begin: a row that speaks of a goal, or whose first text runs over the columns of the amounts?"""
    first = min(sheet.rows.get(row, [0]))
    spans = any(first < column <= sheet.end(row, first) for column in columns.values())
    texts = sheet.labels.get(row, {}).values()
    goals = known.GOAL_LABELS | known.GOAL_EXPECTED
    return spans or any("目标" in text or text in goals for text in texts)


def _is_prose(name: str, amounts: list[Entry]) -> bool:
    """Do words alone stand where amounts should, in a row that does not name money: 任务名称, 分配科学性?"""
    said = [one for one in amounts if not one.blank and not one.none]
    return bool(said) and not names_money(name) and not any(_DIGITS.search(one.text) for one in said)


def _row(sheet: LabelledSheet, row: int, columns: Mapping[str, int], name: str, unit: str) -> FundingRow:
    """A row; where the form has 年初预算数 only, that is the budget."""
    entries: dict[str, Entry] = {one: sheet.entry(row, columns.get(one)) for one in _FIELDS}
    if "budget" not in columns:
        entries |= {"budget": entries["initial_budget"], "initial_budget": NO_ENTRY}
    return FundingRow(name or TOTAL_LABEL, unit=unit, **entries)


def _printed_points(sheet: LabelledSheet, row: int) -> Entry | None:
    """The points that the header of the block names: 预算执行情况（万元）（20分）, 得分（20分*执行率）."""
    for column in sheet.rows.get(row, ()):
        entry = sheet.entry(row, column)
        if match := _POINTS.search(fold(entry.text)):
            return Entry(Decimal(match[1]), entry.cell)
    return None


def _unit(sheet: LabelledSheet, header: int) -> str:
    for (row, _), cell in sheet.raw.cells.items():
        if row < header and isinstance(cell.value, str) and (match := _UNIT.search(fold(cell.value))):
            return match[1]
    return "万元"
