"""`jxbook renew`: the formulas of a workbook are those of its policy as it now stands; what was typed stays typed."""

from __future__ import annotations

import re
import shutil
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from jxbook.assess import assess
from jxbook.cli import main
from jxbook.form import Form
from jxbook.recognition import recognise
from jxbook.setup.book import load_book
from jxbook.setup.check_book import check_formulas
from jxbook.setup.line import Health
from jxbook.workbook import names
from jxbook.workbook.grid import Change, Grid
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid

POLICY = """
grades.bands = {{ value = [[{best}, "优"], [80, "良"], [60, "中"], [0, "差"]], basis = "本单位〔2024〕1号", mark = "assumed" }}
[identity]
id = "own-bands"
name = "本单位"
title = "本单位办法"
number = "本单位〔2024〕1号"
place = "本单位"
parent = "mof-2020-10"
mark = "assumed"
note = "只用于测试"
"""
_HIDDEN = rf'<sheet [^>]*name="(?:{names.ROWS_SHEET}|{names.WORDS_SHEET})"[^>]*/>|<definedName [^>]*hidden="1"[^>]*>[^<]*</definedName>'
_FALLBACK = re.compile(r"IFERROR\((JX_\w+\((?:[^()]|\([^()]*\))*\)),.*\)\)")


def formulas(grid: Grid) -> dict[str, str]:
    form = next(sheet for sheet in grid.sheets if sheet.name == names.FORM)
    return {form.ref(*place).address: cell.formula for place, cell in form.cells.items() if cell.formula}


def entries(form: Form) -> list[tuple[str, str]]:
    return [
        (one.title, one.entry(field).text)
        for one in form.indicators
        for field in ("target", "actual", "points")
    ]


def older(path: Path) -> None:
    """Make a workbook one of before there were formulas for those who have no functions."""
    grid = read_grid(path)
    form = next(sheet for sheet in grid.sheets if sheet.name == names.FORM)
    changes = [
        Change(form.ref(*place), cell.value, formula=_FALLBACK.sub(r"\1)", cell.formula))  # type: ignore[arg-type]
        for place, cell in form.cells.items()
        if cell.formula and "JX_" in cell.formula and "ISERROR" not in cell.formula
    ]
    changes += [
        Change(form.ref(*place), None)
        for place, cell in form.cells.items()
        if "ISERROR" in (cell.formula or "")
    ]
    write_changes(path, changes)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    book = re.sub(_HIDDEN, "", parts["xl/workbook.xml"].decode())
    rels = re.sub(
        r'<Relationship [^>]*worksheets/(?:words|rows)\.xml"[^>]*/>',
        "",
        parts["xl/_rels/workbook.xml.rels"].decode(),
    )
    types = re.sub(
        r'<Override [^>]*worksheets/(?:words|rows)\.xml"[^>]*/>', "", parts["[Content_Types].xml"].decode()
    )
    parts |= {
        "xl/workbook.xml": book.encode(),
        "xl/_rels/workbook.xml.rels": rels.encode(),
        "[Content_Types].xml": types.encode(),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            if name not in ("xl/worksheets/words.xml", "xl/worksheets/rows.xml"):
                package.writestr(name, data)


@pytest.fixture
def filled(sunhe: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sunhe, tmp_path / "我的.xlsx"))


def test_an_older_workbook_gets_the_formulas_and_keeps_every_entry(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = read_grid(filled)
    older(filled)
    before = assess(filled)
    assert {sheet.name for sheet in read_grid(filled).sheets}.isdisjoint(
        {names.ROWS_SHEET, names.WORDS_SHEET}
    )
    assert not any("IFERROR(JX_" in one for one in formulas(read_grid(filled)).values())
    assert main(["renew", str(filled)]) == 0
    assert "已更新" in capsys.readouterr().out
    renewed, after = read_grid(filled), assess(filled)
    assert formulas(renewed) == formulas(new)
    assert entries(after.form) == entries(before.form)
    assert after.scoring.total == before.scoring.total
    for name in (names.ROWS_SHEET, names.WORDS_SHEET):
        had, has = (next(one for one in grid.sheets if one.name == name).cells for grid in (new, renewed))
        assert has == had


def test_a_current_workbook_stays_byte_for_byte(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = filled.read_bytes()
    assert main(["renew", str(filled)]) == 0
    assert "已是最新" in capsys.readouterr().out
    assert filled.read_bytes() == before


def test_what_somebody_typed_over_a_formula_or_wrote_in_its_place_stays(filled: Path) -> None:
    older(filled)
    one, two = assess(filled).form.indicators[:2]
    assert one.earned.cell and two.earned.cell
    write_changes(
        filled, [Change(one.earned.cell, Decimal(3)), Change(two.earned.cell, Decimal(4), formula="2+2")]
    )
    assert main(["renew", str(filled)]) == 0
    shown = next(sheet for sheet in read_grid(filled).sheets if sheet.name == names.FORM)
    assert shown.cells[one.earned.cell.row, one.earned.cell.column].formula is None
    assert shown.cells[two.earned.cell.row, two.earned.cell.column].formula == "2+2"


def test_a_policy_that_changed_after_the_making_is_told_at_every_door_and_renew_mends_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy, book = tmp_path / "own-bands.toml", tmp_path / "表.xlsx"
    policy.write_text(POLICY.format(best=90), "utf-8")
    assert main(["new", "--year", "2024", "--policy", str(policy), "-o", str(book)]) == 0
    row = recognise(read_grid(book), "表").indicators[0]
    assert row.target.cell and row.actual.cell
    write_changes(book, [Change(row.target.cell, "≥200人次"), Change(row.actual.cell, "150人次")])
    assert "JX326" not in {one.code for one in assess(book).findings}
    policy.write_text(POLICY.format(best=95), "utf-8")
    [told] = [one for one in assess(book).findings if one.code == "JX326"]
    assert "jxbook renew" in told.fix
    said = check_formulas(None, load_book(book))  # type: ignore[arg-type]
    assert said is not None
    assert said.state is Health.BROKEN
    grade = recognise(read_grid(book), "表").grade.cell
    assert grade is not None
    assert ">=90" in formulas(read_grid(book))[grade.address]
    capsys.readouterr()
    assert main(["renew", str(book)]) == 0
    assert "本单位〔2024〕1号" in capsys.readouterr().out
    assert ">=95" in formulas(read_grid(book))[grade.address]
    assert "JX326" not in {one.code for one in assess(book).findings}


def test_rows_that_do_not_stand_where_new_ones_do_are_left_and_it_is_said(
    filled: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    older(filled)
    with zipfile.ZipFile(filled) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = "xl/worksheets/sheet3.xml"
    down = lambda found: found[1] + str(int(found[2]) + 1)  # noqa: E731
    text = re.sub(r'(\sr="[A-Z]*)(\d+)', down, parts[sheet].decode())
    text = re.sub(
        r'<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"',
        lambda m: f'<mergeCell ref="{m[1]}{int(m[2]) + 1}:{m[3]}{int(m[4]) + 1}"',
        text,
    )
    with zipfile.ZipFile(filled, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, text.encode() if name == sheet else data)
    before = filled.read_bytes()
    assert main(["renew", str(filled)]) == 0
    assert "没有重新编制" in capsys.readouterr().out
    assert filled.read_bytes() == before
