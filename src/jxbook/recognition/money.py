"""The money block of a form."""

from __future__ import annotations

import re

from jxbook.form import NO_ENTRY, Funding, FundingRow
from jxbook.form import labels as known
from jxbook.values.fold import fold
from jxbook.workbook.page import Page

_UNIT = re.compile(r"(?:\(|单位:)(万元|元|亿元)(?:\)|\Z)")


def read_funding(page: Page, header: int) -> Funding:
    """The money block above the indicator table; empty where there is none."""
    for row, columns in page.headers(known.FUNDING_COLUMNS):
        if row < header and {"budget", "spent"} <= columns.keys():
            return _read_rows(page, row, header, columns)
    return Funding(FundingRow("年度资金总额"))


def _read_rows(page: Page, top: int, header: int, columns: dict[str, int]) -> Funding:
    left = min(columns.values())
    unit = _unit(page, header)
    total = FundingRow("年度资金总额", unit=unit)
    total_row, parts = None, []
    for row in range(top + 1, header):
        texts = page.labels.get(row, {})
        name = next((text for column, text in reversed(texts.items()) if column < left), "")
        if set(texts.values()) & (known.GOAL_LABELS | known.GOAL_EXPECTED):
            break
        if not name or name == "项目资金":
            continue
        name = name.removeprefix("其中:")
        initial, budget, spent = (
            page.entry(row, columns.get(field)) for field in ("initial_budget", "budget", "spent")
        )
        read = FundingRow(name, initial, budget, spent, unit)
        if name in known.FUNDING_TOTAL and total_row is None:
            total, total_row = read, row
        else:
            parts.append(read)
    stated = {
        field: page.entry(total_row, columns.get(field)) if total_row else NO_ENTRY
        for field in ("points", "rate", "earned")
    }
    return Funding(total, tuple(parts), unit, stated["points"], stated["rate"], stated["earned"])


def _unit(page: Page, header: int) -> str:
    for (row, _), cell in page.sheet.cells.items():
        if row < header and isinstance(cell.value, str) and (match := _UNIT.search(fold(cell.value))):
            return match[1]
    return "万元"
