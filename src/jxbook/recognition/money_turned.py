"""A money block whose sources stand side by side as headings, over 预算数 and 执行数, or over rows that are called so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jxbook.dataclass import dataclass
from jxbook.form import Entry, FundingRow
from jxbook.form.labels import without_of_which
from jxbook.recognition.headings import money_heading
from jxbook.recognition.money_beside import is_amount
from jxbook.recognition.money_line import (
    AMOUNTS,
    PART,
    STATED,
    TOTAL_LABEL,
    MoneyLine,
    is_total,
    names_money,
)
from jxbook.recognition.money_planned import BudgetChange, Planned, way_of
from jxbook.recognition.money_units import in_own_unit
from jxbook.workbook.labelled_sheet import LabelledSheet

_MOST_ROWS = 8
_FEWEST = 2
_CHANGE = "change"
_KNOWN = frozenset({*AMOUNTS, *STATED, _CHANGE})
_PLANNED = frozenset({"budget", "initial_budget"})


@dataclass(frozen=True, slots=True)
class _Label:
    """What the amounts of a row, or of a column, are, and where it says so."""

    field: str
    text: str
    row: int
    column: int


def _tell_rate(labels: Sequence[_Label]) -> bool:
    """Are there amounts planned and amounts spent?"""
    fields = {one.field for one in labels}
    return "spent" in fields and not fields.isdisjoint(_PLANNED)


def turned_lines(sheet: LabelledSheet, header: int, unit: str) -> list[MoneyLine]:
    """A line for each source above the indicator table: 合计 | 中央补助 | 地方资金; [] where no such block stands there."""
    for row, texts in sheet.labels.items():
        if row >= header:
            break
        sources = {column: text for column, text in texts.items() if _is_source(text)}
        if sources:
            sources = _beside_and_above(sheet, row, sources)
        if len(sources) < _FEWEST:
            continue
        labels = _labels_under(sheet, row, header, max(sources))
        sources = {
            column: text for column, text in sources.items() if all(column > one.column for one in labels)
        }
        if len(sources) >= _FEWEST and _tell_rate(labels):
            return [_line(sheet, column, text, labels, unit) for column, text in sources.items()]
    return []


def lines_of_sources(sheet: LabelledSheet, row: int, header: int, unit: str) -> list[MoneyLine]:
    """A line for each source where each has a budget and what was spent of it under its own heading: 财政资金 and 自筹资金
    over 预算数 | 执行数. `row` is that of the latter; [] where it is no such block."""
    upper = {
        column: sheet.end(row - 1, column)
        for column, text in sheet.labels.get(row - 1, {}).items()
        if sheet.end(row - 1, column) > column and _is_source(text)
    }
    if len(upper) < _FEWEST:
        return []
    lines = []
    for column, end in upper.items():
        labels = [
            _Label(field, text, row, at)
            for at, text in sheet.labels.get(row, {}).items()
            if column <= at <= end and (field := money_heading(text)) in _KNOWN
        ]
        if not _tell_rate(labels):
            return []
        spent = next(one.column for one in labels if one.field == "spent")
        under = next(
            (one for one in sheet.rows_from(row + 1, header) if is_amount(sheet.entry(one, spent))), 0
        )
        amounts = [(one, sheet.entry(under, one.column)) for one in labels]
        lines.append(_line_of(sheet, sheet.labels[row - 1][column], amounts, unit))
    return lines


def _is_source(text: str) -> bool:
    name = without_of_which(text)
    return money_heading(text) is None and (is_total(name) or names_money(name) or bool(PART.fullmatch(name)))


def _beside_and_above(sheet: LabelledSheet, row: int, sources: Mapping[int, str]) -> dict[int, str]:
    """The sources of a row, and those of the row above that are not parted in it: 省级 and 市级 under 地方资金."""
    upper = {column: text for column, text in sheet.labels.get(row - 1, {}).items() if _is_source(text)}
    ends = {one: max(sheet.end(row - 1, one), one) for one in upper}
    whole = {
        one: text for one, text in upper.items() if not any(one <= column <= ends[one] for column in sources)
    }
    return dict(sorted({**sources, **whole}.items()))


def _labels_under(sheet: LabelledSheet, row: int, header: int, right: int) -> list[_Label]:
    """The labels of the rows right below the headings, which stand in one column."""
    found: list[_Label] = []
    for under in sheet.rows_from(row + 1, min(header, row + 1 + _MOST_ROWS)):
        labels = [
            _Label(field, text, under, column)
            for column, text in sheet.labels.get(under, {}).items()
            if column < right and (field := money_heading(text)) in _KNOWN
        ]
        if len(labels) != 1 or (found and found[0].column != labels[0].column):
            break
        found += labels
    return found


def _line(sheet: LabelledSheet, column: int, text: str, labels: Sequence[_Label], unit: str) -> MoneyLine:
    return _line_of(sheet, text, [(one, sheet.entry(one.row, column)) for one in labels], unit)


def _line_of(
    sheet: LabelledSheet, source: str, amounts: Sequence[tuple[_Label, Entry]], unit: str
) -> MoneyLine:
    entries: dict[str, Any] = {}
    changes: list[BudgetChange] = []
    label = ""
    for one, entry in amounts:
        amount = entry if one.field in STATED else in_own_unit(sheet, one.row, one.column, entry, unit)
        if one.field == _CHANGE:
            changes.append(BudgetChange(way_of(one.text), amount, sheet.entry(one.row, one.column)))
        elif one.field not in entries:
            entries[one.field] = amount
            label = one.text if one.field == "budget" else label
    if "budget" not in entries and not changes:
        entries["budget"] = entries.pop("initial_budget")
    name = without_of_which(source)
    row = FundingRow(TOTAL_LABEL if is_total(name) else name, unit=unit, **entries)
    return MoneyLine(source, row, Planned(tuple(changes), label))
