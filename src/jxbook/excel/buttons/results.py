"""The sheet 校验结果: the one place that a check writes to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from jxbook.excel.buttons.protection import unprotected
from jxbook.finding import Finding
from jxbook.refusals.buttons import no_findings_sheet
from jxbook.result_sheet import COLUMNS, HINT, finding_rows, link_to
from jxbook.workbook.names import FINDINGS, FINDINGS_FIRST, FINDINGS_HEADER, FINDINGS_LAST

STATUS = "A2"

_LONGEST = 1000  # Excel takes 32,767 characters in a cell, but not in a table of values


def results_sheet(book: Any) -> Any:
    """The sheet. Raises Refusal JX955 where there is none, or one of the user's own by that name."""
    sheet = next((one for one in book.sheets if one.name == FINDINGS), None)
    header = f"A{FINDINGS_HEADER}:H{FINDINGS_HEADER}"
    if sheet is None or tuple(sheet.range(header).value) != COLUMNS:
        raise no_findings_sheet(book.name, FINDINGS, FINDINGS_HEADER)
    return sheet


def write_results(book: Any, findings: Sequence[Finding], status: str) -> None:
    """Replace what the sheet says by these findings; `status` stands above them."""
    _fill(results_sheet(book), list(_rows(findings)), f"{status}\n{HINT}")


def clear_results(book: Any) -> None:
    """Empty the sheet."""
    _fill(results_sheet(book), [], f"尚未校验。点“校验”后，发现的问题列在下面。\n{HINT}")


def _fill(sheet: Any, rows: list[list[object]], status: str) -> None:
    with unprotected(sheet):
        sheet.range(f"A{FINDINGS_FIRST}:H{FINDINGS_LAST}").clear_contents()
        if rows:
            sheet.range(f"A{FINDINGS_FIRST}:H{FINDINGS_FIRST + len(rows) - 1}").value = rows
        sheet.range(STATUS).value = _text(status)


def _rows(findings: Sequence[Finding]) -> Iterator[list[object]]:
    for row, one in zip(finding_rows(findings), findings, strict=False):
        number, address, *texts = row
        link = f"={link_to(one.cell)}" if address and one.cell else None
        yield [number, link, *(_text(str(text)) for text in texts)]


def _text(text: str) -> str | None:
    """A text that Excel takes as it is: behind an apostrophe it is never a formula, a date or a number."""
    return f"'{text[:_LONGEST]}" if text else None
