"""What a call costs, and with it an entry and an opening, as ratios within one run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import PureWindowsPath
from typing import Any

import openpyxl
import pytest
from clerks import SCORE, Clerk
from openpyxl.formula import Tokenizer
from openpyxl.utils import range_boundaries

AREA = [["产出指标", "数量指标", "培训人次"]]
ARGUMENTS: dict[str, list[object]] = {
    "JX_SCORE": ["≥200人次", "150人次", 20, AREA, "mof-2020-10", 2024],
    "JX_CHECK": ["≥200人次", "150人次", 20, 15, "因场地维修少办两期", AREA, "mof-2020-10", 2024],
    "JX_RATE": [200, 180, "mof-2020-10"],
    "JX_EXECUTION": [200, 180, 10, "mof-2020-10"],
    "JX_GRADE": [91, "mof-2020-10"],
    "JX_SATISFACTION": [[[10, 5, 2, 0, 1]]],
}
"""What the cells of a form hand over."""
ENTRY = ("自评表", 13, 6)
"""The 实际完成值 of the first row."""

Cell = tuple[str, int, int]


def formulas_of(data: bytes) -> dict[Cell, str]:
    """The formulas of a workbook by sheet, row and column."""
    book = openpyxl.load_workbook(BytesIO(data))
    return {
        (sheet.title, cell.row, cell.column or 0): str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def _areas(sheet: str, formula: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The areas that a formula looks at: sheet, first column, first row, last column, last row."""
    for token in Tokenizer(formula).items:
        where, _, area = token.value.rpartition("!")
        if token.subtype == "RANGE" and re.fullmatch(r"\$?[A-Z]+\$?\d+(:\$?[A-Z]+\$?\d+)?", area):
            yield where.strip("'") or sheet, range_boundaries(area)  # type: ignore[misc]


def reckoned_after(entry: Cell, formulas: dict[Cell, str]) -> set[Cell]:
    """The cells that Excel reckons when something is typed into this one: what looks at it, and what looks at those."""
    looks = [(cell, sheet, area) for cell, text in formulas.items() for sheet, area in _areas(cell[0], text)]
    found, waiting = set[Cell](), [entry]
    while waiting:
        sheet, row, column = waiting.pop()
        for cell, where, (left, top, right, bottom) in looks:
            if where == sheet and left <= column <= right and top <= row <= bottom and cell not in found:
                found.add(cell)
                waiting.append(cell)
    return found


def calls(formulas: dict[Cell, str], cells: set[Cell]) -> list[dict[str, Any]]:
    """The calls in these cells."""
    names = [name for cell in sorted(cells) for name in re.findall(r"\b(JX_\w+)\(", formulas[cell])]
    return [{"cell": name, "arguments": ARGUMENTS[name]} for name in names]


def test_an_entry_and_an_opening_on_the_server_that_is_held_cost_no_more_than_asking_for_it_each_time(
    clerk: Clerk, book: PureWindowsPath, xlsm_bytes: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of what xlwings' macros did besides, the reading of settings and the calls back into Excel, nothing is in it."""
    formulas = formulas_of(xlsm_bytes)
    entry, opening = calls(formulas, reckoned_after(ENTRY, formulas)), calls(formulas, {*formulas})
    assert {one["cell"] for one in entry} == {"JX_SCORE", "JX_CHECK", "JX_GRADE"}
    assert len(opening) > 40
    call, a_row, a_form = (
        {"time": times, "calls": of} for times, of in ((100, [SCORE]), (20, entry), (3, opening))
    )
    timed = [one | {"before": before} for one in (call, a_row, a_form) for before in (False, True)]
    session = clerk.excel(SCORE, *timed, *timed, book=book)
    _, *seconds = session.values
    now_call, call_before, now_row, row_before, now_form, form_before = map(min, seconds[:6], seconds[6:])
    with capsys.disabled():
        print(
            f"\na call {now_call * 1000:.1f} ms, before {call_before * 1000:.1f}; an entry ({len(entry)} calls) "
            f"{now_row * 1000:.0f} ms, before {row_before * 1000:.0f}; an opening ({len(opening)} calls) "
            f"{now_form:.2f} s, before {form_before:.2f}; the first call {session.seconds[0]:.1f} s"
        )
    assert now_call <= call_before * 1.1 and now_row <= row_before * 1.1 and now_form <= form_before * 1.1
