"""A money block whose sources stand side by side as headings, over 预算数 and 执行数, or over rows that are called so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jxbook.form import Entry, FundingRow
from jxbook.form.labels import without_of_which
from jxbook.recognition.headings import money_heading
from jxbook.recognition.money_beside import is_amount
from jxbook.recognition.money_line import AMOUNTS, PART, STATED, TOTAL_LABEL, MoneyLine, is_total, names_money
from jxbook.recognition.money_units import in_own_unit
from jxbook.workbook.labelled_sheet import LabelledSheet

_MOST_ROWS = 8
_FEWEST = 2


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
            column: text for column, text in sources.items() if all(column > at for at, _ in labels.values())
        }
        if (
            len(sources) >= _FEWEST
            and "spent" in labels
            and not labels.keys().isdisjoint({"budget", "initial_budget"})
        ):
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
        fields: dict[str, tuple[int, int]] = {}
        for at, text in sheet.labels.get(row, {}).items():
            if column <= at <= end and (field := money_heading(text)) in {*AMOUNTS, *STATED}:
                fields.setdefault(field or "", (at, row))
        if "spent" not in fields or fields.keys().isdisjoint({"budget", "initial_budget"}):
            return []
        under = next(
            (
                one
                for one in sheet.rows_from(row + 1, header)
                if is_amount(sheet.entry(one, fields["spent"][0]))
            ),
            0,
        )
        entries = {field: sheet.entry(under, at) for field, (at, _) in fields.items()}
        lines.append(_line_of(sheet.labels[row - 1][column], entries, unit))
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


def _labels_under(sheet: LabelledSheet, row: int, header: int, right: int) -> dict[str, tuple[int, int]]:
    """Field → column and row of the label, of the rows right below the headings, whose labels stand in one column."""
    found: dict[str, tuple[int, int]] = {}
    for under in sheet.rows_from(row + 1, min(header, row + 1 + _MOST_ROWS)):
        fields = [
            (field, column)
            for column, text in sheet.labels.get(under, {}).items()
            if column < right and (field := money_heading(text)) in {*AMOUNTS, *STATED}
        ]
        at = {column for column, _ in found.values()}
        if len(fields) != 1 or (at and fields[0][1] not in at):
            break
        found.setdefault(fields[0][0] or "", (fields[0][1], under))
    return found


def _line(
    sheet: LabelledSheet, column: int, text: str, labels: Mapping[str, tuple[int, int]], unit: str
) -> MoneyLine:
    entries: dict[str, Any] = {}
    for field, (at, row) in labels.items():
        entry: Entry = sheet.entry(row, column)
        entries[field] = in_own_unit(sheet, row, at, entry, unit) if field in AMOUNTS else entry
    return _line_of(text, entries, unit)


def _line_of(text: str, entries: dict[str, Any], unit: str) -> MoneyLine:
    if "budget" not in entries:
        entries["budget"] = entries.pop("initial_budget")
    name = without_of_which(text)
    return MoneyLine(text, FundingRow(TOTAL_LABEL if is_total(name) else name, unit=unit, **entries))
