"""Workbooks made by independent writers, for the tests of packages and of cells."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

Remake = Callable[..., Path]


def _by_xlsxwriter(path: Path) -> None:
    book = xlsxwriter.Workbook(str(path))
    day = book.add_format({"num_format": 'yyyy"年"m"月"d"日"'})
    percent = book.add_format({"num_format": "0.00%", "bold": True})
    sheet = book.add_worksheet("自评表")
    sheet.merge_range("A1:F1", "项目支出绩效自评表 <甲&乙>")
    sheet.write_row("A3", ["一级指标", "  前后有空格 ", 12, 0.97699999999999998, -3.5, 1e22])
    sheet.write_rich_string("B4", "产出", percent, "指标", " 其余")
    sheet.write_formula("C4", "=C3*2", percent, 24)
    sheet.write_formula("D4", '="合"&"格"', None, "合格")
    sheet.write_datetime("E4", datetime(2024, 12, 31), day)
    sheet.write_boolean("F4", True)
    sheet.write_blank("G4", None, percent)
    sheet.write_string("A5", "=100%")
    sheet.write_string("B5", "≥200人次\n第二行")
    sheet.set_column("H:H", 12, percent)
    sheet.set_row(9, 20, day)
    hidden = book.add_worksheet("名单")
    hidden.hide()
    hidden.write("A1", "x")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=自评表!$C$3:$E$3"})
    book.add_chartsheet("图").set_chart(chart)
    book.close()


def _by_openpyxl(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "自评表"
    sheet.append(["一级指标", " 空格 ", 12, 0.977, True, date(2024, 2, 29), "=C1*2", None, "≤12月"])
    sheet.append([datetime(1900, 2, 28), date(1900, 3, 1), "_x0041_", "#N/A", 1e-7])
    sheet.merge_cells("B4:D6")
    book.create_sheet("空表").sheet_state = "veryHidden"
    book.save(path)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """One workbook by each writer. Not to be changed."""
    folder = tmp_path_factory.mktemp("written")
    paths = {name: folder / f"{name}.xlsx" for name in ("xlsxwriter", "openpyxl")}
    _by_xlsxwriter(paths["xlsxwriter"])
    _by_openpyxl(paths["openpyxl"])
    return paths


@pytest.fixture
def form(written: Mapping[str, Path], tmp_path: Path) -> Path:
    """A workbook by XlsxWriter, to be changed at will."""
    path = tmp_path / "自评.xlsx"
    path.write_bytes(written["xlsxwriter"].read_bytes())
    return path


@pytest.fixture
def remake(form: Path) -> Remake:
    """A function that gives parts of the form other bytes, and adds parts: remake({part: bytes})."""

    def remade(parts: Mapping[str, bytes | str]) -> Path:
        old = zipfile.ZipFile(io.BytesIO(form.read_bytes()))
        with zipfile.ZipFile(form, "w", zipfile.ZIP_DEFLATED) as new:
            for name in [*old.namelist(), *(part for part in parts if part not in old.namelist())]:
                new.writestr(name, parts[name] if name in parts else old.read(name))
        return form

    return remade


@pytest.fixture
def sheet_xml(remake: Remake) -> Callable[[str], Path]:
    """A function that makes a form whose first sheet holds the given XML inside <worksheet>."""
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    def made(inside: str) -> Path:
        return remake({"xl/worksheets/sheet1.xml": f'<worksheet xmlns="{namespace}">{inside}</worksheet>'})

    return made
