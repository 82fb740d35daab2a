"""JX321 得分没有公式"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from door_cases import foreign, workbook
from jxbook.assess import assess
from jxbook.finding import Severity
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes


def book(folder: Path) -> Path:
    return workbook(folder, "mof-2020-10", "mof-2020-10")


def found(path: Path) -> list[tuple[str, Severity]]:
    return [(str(one.cell), one.severity) for one in assess(path).findings if one.code == "JX321"]


def test_a_row_that_was_inserted_and_not_dragged_is_an_error(tmp_path: Path) -> None:
    path = book(tmp_path)
    assert found(path) == []
    row = assess(path).form.indicators[1]
    assert row.earned.cell and row.verdict.cell
    write_changes(path, [Change(row.earned.cell, None), Change(row.verdict.cell, None)])
    assert found(path) == [(str(row.earned.cell), Severity.ERROR)]


def test_a_row_that_is_not_in_use_needs_none(tmp_path: Path) -> None:
    path = book(tmp_path)
    row = assess(path).form.indicators[3]
    assert row.earned.cell
    write_changes(path, [Change(row.earned.cell, None)])
    assert found(path) == []


def test_the_form_of_somebody_else_needs_no_formulas(tmp_path: Path, find: Callable[..., list[str]]) -> None:
    assert found(foreign(tmp_path, "某局")) == []
    assert find("JX321", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | | 无") == []
