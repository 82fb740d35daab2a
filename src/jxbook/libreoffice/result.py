"""Findings → the sheet 校验结果 of an open document, and formulas → the form, where the user wants them back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from jxbook.finding import Finding
from jxbook.place import CellRef
from jxbook.refusals.libreoffice import findings_locked, findings_of_others
from jxbook.result_sheet import COLUMNS, finding_rows
from jxbook.workbook.names import FINDINGS, FINDINGS_FIRST, FINDINGS_HEADER, FINDINGS_LAST

_CONTENT = 1 | 2 | 4 | 16
_STATUS = "A2"


def write_result(document: Any, findings: Sequence[Finding], status: str) -> None:
    """Write 校验结果 with `status` above, as one step that 撤销 takes back.

    Raises Refusal JX967 when a sheet of that name is not ours, or protected by a password.
    """
    with _one_step(document, "校验"):
        sheet = _sheet(document)
        with _unprotected(sheet):
            _fill(document, sheet, findings, status)


def write_formulas(document: Any, formulas: Mapping[CellRef, str]) -> None:
    """Put formulas, without their "=", into cells, as one step that 撤销 takes back. Raises Refusal JX967 as above."""
    with _one_step(document, "补上公式"):
        for cell, formula in formulas.items():
            sheet = document.getSheets().getByName(cell.sheet)
            with _unprotected(sheet):
                sheet.getCellByPosition(cell.column - 1, cell.row - 1).setFormula(f"={formula}")


@contextmanager
def _one_step(document: Any, name: str) -> Iterator[None]:
    undo = document.getUndoManager()
    undo.enterUndoContext(name)
    document.lockControllers()
    try:
        yield
    finally:
        document.unlockControllers()
        undo.leaveUndoContext()


@contextmanager
def _unprotected(sheet: Any) -> Iterator[None]:
    protected = sheet.isProtected()
    with suppress(Exception):  # UNO raises where there is a password
        sheet.unprotect("")
    if sheet.isProtected():
        raise findings_locked(sheet.getName())
    yield
    if protected:
        sheet.protect("")


def _sheet(document: Any) -> Any:
    """The sheet of findings, made at the end where there is none."""
    sheets = document.getSheets()
    made = not sheets.hasByName(FINDINGS)
    if made:
        sheets.insertNewByName(FINDINGS, sheets.getCount())
    sheet = sheets.getByName(FINDINGS)
    header = sheet.getCellRangeByName(f"A{FINDINGS_HEADER}:H{FINDINGS_HEADER}")
    if made:
        sheet.getCellRangeByName("A1").setString(FINDINGS)
        header.setDataArray((COLUMNS,))
    if header.getDataArray()[0] != COLUMNS:
        raise findings_of_others(FINDINGS)
    return sheet


def _fill(document: Any, sheet: Any, findings: Sequence[Finding], said: str) -> None:
    above = sheet.getCellRangeByName(_STATUS)
    hint = above.getString().rpartition("\n")[2]
    above.setString(f"{said}\n{hint}".rstrip())
    sheet.getCellRangeByName(f"A{FINDINGS_FIRST}:H{FINDINGS_LAST}").clearContents(_CONTENT)
    rows = finding_rows(findings)
    if not rows:
        return
    # cell by cell, as 撤销 does not know of what setDataArray puts into a whole area
    for row, values in enumerate(rows, FINDINGS_FIRST - 1):
        sheet.getCellByPosition(0, row).setValue(values[0])
        for column, text in enumerate(values[1:], 1):
            sheet.getCellByPosition(column, row).setString(text)
    for row, (one, values) in enumerate(zip(findings, rows, strict=False), FINDINGS_FIRST - 1):
        if one.cell is not None and values[1] == one.cell.address:
            _link(document, sheet.getCellByPosition(1, row), one.cell)
    used = sheet.getCellRangeByName(f"A{FINDINGS_FIRST}:H{FINDINGS_FIRST + len(rows) - 1}")
    used.getRows().OptimalHeight = True


def _link(document: Any, cell: Any, target: CellRef) -> None:
    """Let a cell that shows an address lead there."""
    quoted = target.sheet.replace("'", "''")
    field = document.createInstance("com.sun.star.text.TextField.URL")
    field.Representation = target.address
    field.URL = f"#'{quoted}'.{target.address}"
    cell.setString("")
    cell.insertTextContent(cell.createTextCursor(), field, False)
