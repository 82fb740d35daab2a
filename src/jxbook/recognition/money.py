"""The money block of a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from jxbook.dataclass import replace
from jxbook.form import NO_ENTRY, Entry, Funding, FundingRow
from jxbook.form import labels as known
from jxbook.pattern import pattern
from jxbook.recognition.headings import money_heading
from jxbook.values.fold import fold
from jxbook.workbook.labelled_sheet import LabelledSheet

_POINTS = pattern(r"\((\d{1,2}(?:\.\d+)?)分")
_UNIT = pattern(r"(?:\(|单位:)(万元|元|亿元)(?:\)|\Z)")
_TOTAL = pattern(
    r"(?:年度|全年|本年度?|项目|财政|预算)*(?:资金|金额|预算)?(?:申请)?(?:总额|总计|合计|总数)|.*总金额|预算资金"
)
_FIELDS = ("initial_budget", "budget", "spent", "points", "rate", "earned")
_LABEL = "年度资金总额"
_SUM = "合计"
_PARTS = frozenset({"当年财政拨款", "本年财政拨款", "财政拨款", "上年结转资金", "其他资金"})
_MOST_ROWS = 12
"""Rows of the block: the total and its parts."""


class _Block(NamedTuple):
    """The header row of the money block, its columns by field, and the row where what follows begins."""

    row: int
    columns: Mapping[str, int]
    end: int


def read_funding(sheet: LabelledSheet, header: int) -> Funding:
    """The money block above the indicator table; empty where there is none."""
    block = next(_blocks(sheet, header), None)
    return _requested(sheet, header) if block is None else _read_rows(sheet, block, header)


def _blocks(sheet: LabelledSheet, header: int) -> Iterator[_Block]:
    for row, texts in sheet.labels.items():
        if row >= header:
            return
        columns: dict[str, int] = {}
        for column, text in texts.items():
            if field := money_heading(text):
                columns.setdefault(field, column)
        if "spent" in columns and "budget" not in columns and _SUM in texts.values():
            columns["budget"] = next(column for column, text in texts.items() if text == _SUM)
        if "spent" in columns and columns.keys() & {"budget", "initial_budget"}:
            yield _Block(row, columns, min(header, row + 1 + _MOST_ROWS))


def _read_rows(sheet: LabelledSheet, block: _Block, header: int) -> Funding:
    columns, unit = block.columns, _unit(sheet, header)
    if sheet.beside(block.row, columns["spent"]).number is not None:
        return _beside_labels(sheet, block, unit)
    named: list[tuple[str, FundingRow]] = []
    for row in range(block.row + 1, block.end):
        texts = sheet.labels.get(row, {})
        if set(texts.values()) & (known.GOAL_LABELS | known.GOAL_EXPECTED) or _ends(sheet, row, columns):
            break
        left = min(columns.values())
        name = next((text for column, text in reversed(texts.items()) if column < left), "")
        read = _row(sheet, row, columns, name.removeprefix("其中:"), unit)
        amounts = [read.initial_budget, read.budget, read.spent]
        if (not name or name == "项目资金") and not any(one.number is not None for one in amounts):
            continue
        named.append((name, read))
    at = next((turn for turn, (name, _) in enumerate(named) if _is_total(name)), None)
    if at is None and named and not named[0][0].startswith("其中"):
        at = 0
    if at is None:
        return Funding(FundingRow(_LABEL, unit=unit), tuple(row for _, row in named), unit)
    total = named[at][1]
    if total.points.blank and (printed := _printed_points(sheet, block.row)):
        total = replace(total, points=printed)
    parts = tuple(row for turn, (_, row) in enumerate(named) if turn != at)
    return Funding(total, parts, unit, total.points, total.rate, total.earned)


def _beside_labels(sheet: LabelledSheet, block: _Block, unit: str) -> Funding:
    """Money in one row, 预算数：| 100 | 执行数：| 95, with 分值 and 得分 above their numbers."""
    columns, row = block.columns, block.row
    places = {
        one: sheet.beside(row, columns[one])
        for one in ("initial_budget", "budget", "spent")
        if one in columns
    }
    for one in ("points", "rate", "earned"):
        if one in columns:
            beside, below = sheet.beside(row, columns[one]), sheet.below(row, columns[one])
            places[one] = beside if beside.number is not None else below
    if "budget" not in places:
        places["budget"] = places.pop("initial_budget")
    total = FundingRow(_LABEL, unit=unit, **places)
    return Funding(total, (), unit, total.points, total.rate, total.earned)


def _requested(sheet: LabelledSheet, header: int) -> Funding:
    """The money of a 目标申报表, each amount beside its label: what was asked for is 年初预算数. Empty without any."""
    unit = _unit(sheet, header)
    rows: dict[str, FundingRow] = {}
    for row, texts in sheet.labels.items():
        for column, text in texts.items() if row < header else ():
            name = text.removeprefix("其中:")
            if (_is_total(name) or name in _PARTS) and (
                amount := sheet.beside(row, column)
            ).number is not None:
                rows.setdefault(name, FundingRow(_LABEL if _is_total(name) else name, amount, unit=unit))
    totals = [name for name in rows if _is_total(name)]
    if not totals:
        return Funding(FundingRow(_LABEL))
    chosen = next((name for name in totals if name.startswith("年度")), totals[0])
    return Funding(rows[chosen], tuple(row for name, row in rows.items() if name in _PARTS), unit)


def _printed_points(sheet: LabelledSheet, row: int) -> Entry | None:
    """The points that the header of the block names: 预算执行情况（万元）（20分）, 得分（20分*执行率）."""
    for column in sheet.rows.get(row, ()):
        entry = sheet.entry(row, column)
        if match := _POINTS.search(fold(entry.text)):
            return Entry(Decimal(match[1]), entry.cell)
    return None


def _is_total(name: str) -> bool:
    return name in known.FUNDING_TOTAL or bool(_TOTAL.fullmatch(name))


def _ends(sheet: LabelledSheet, row: int, columns: Mapping[str, int]) -> bool:
    """Does another block begin: a row whose first text runs over the columns of the amounts?"""
    first = min(sheet.rows.get(row, [0]))
    spans = any(first < column <= sheet.end(row, first) for column in columns.values())
    texts = sheet.labels.get(row, {})
    return spans or any("目标" in text for text in texts.values())


def _row(sheet: LabelledSheet, row: int, columns: Mapping[str, int], name: str, unit: str) -> FundingRow:
    """A row; where the form has 年初预算数 only, that is the budget."""
    entries: dict[str, Entry] = {one: sheet.entry(row, columns.get(one)) for one in _FIELDS}
    if "budget" not in columns:
        entries |= {"budget": entries["initial_budget"], "initial_budget": NO_ENTRY}
    return FundingRow(name or _LABEL, unit=unit, **entries)


def _unit(sheet: LabelledSheet, header: int) -> str:
    for (row, _), cell in sheet.raw.cells.items():
        if row < header and isinstance(cell.value, str) and (match := _UNIT.search(fold(cell.value))):
            return match[1]
    return "万元"
