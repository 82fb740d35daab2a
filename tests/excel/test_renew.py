"""`jxbook renew`: current macros in an older workbook, and every entry as it was."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from pyopenvba import ExcelFile

import jxbook
from jxbook.cli import main
from jxbook.excel.renew import renew
from jxbook.excel.settings import SETTINGS_SHEET, TEXTS_SHEET
from jxbook.finding import Refusal
from jxbook.recognition import open_form
from jxbook.templates import template_path
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes


def parts(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def rewritten(path, change):
    """The file with `change` made to its parts."""
    found = change(parts(path))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in found.items():
            package.writestr(name, data)


@pytest.fixture
def mine(xlsm, tmp_path):
    path = tmp_path / "我的.xlsm"
    shutil.copy(xlsm, path)
    form = open_form(path)
    write_changes(
        path, [Change(form.indicators[0].target.cell, "≥200人次"), Change(form.year_entry.cell, "2024")]
    )
    return path


@pytest.fixture
def old(mine):
    """A filled workbook with older macros, a module that is gone since, and one of the user's own."""
    with ExcelFile(mine) as book:
        book.set_module("JxButtons", "Public Sub JxCheck()\r\nEnd Sub\r\n")
        for name in ("JxRibbon", "JxEngine", "JxBridge"):
            book.vba_project().delete_module(name)
        book.vba_project().add_module("xlwings", "' Version: 0.30.0\r\n")
        book.vba_project().add_module("JxGone", "Public Sub Gone()\r\nEnd Sub\r\n")
        book.vba_project().add_module("Mine", "Public Sub Mine()\r\nEnd Sub\r\n")
        book.save()

    def older(found):
        settings = found["xl/worksheets/xlwingsconf.xml"]
        return found | {
            "xl/worksheets/xlwingsconf.xml": settings.replace(b"LICENSE_KEY", b"LICENSE"),
            "customUI/customUI14.xml": b"<customUI/>",
        }

    rewritten(mine, older)
    return mine


def test_an_older_workbook_has_the_current_macros_and_settings(old, xlsm):
    assert main(["renew", str(old)]) == 0
    renewed, new = parts(old), parts(xlsm)
    for name in ("xl/worksheets/xlwingsconf.xml", "xl/worksheets/jxbooktexts.xml", "customUI/customUI14.xml"):
        assert renewed[name] == new[name]
    with ExcelFile(old) as one, ExcelFile(xlsm) as other:
        modules = one.vba_modules()
        assert modules.pop("Mine") == 'Attribute VB_Name = "Mine"\r\nPublic Sub Mine()\r\nEnd Sub\r\n'
        assert modules == other.vba_modules()


def test_macros_of_others_are_named_and_stay(old, capsys):
    assert main(["renew", str(old)]) == 0
    assert "其中 Mine 有不是本程序写的宏" in capsys.readouterr().out


def test_promise_5_what_others_wrote_into_the_module_of_the_workbook_stays(mine, capsys):
    theirs = "Private Sub Workbook_Open()\r\nEnd Sub\r\nSub Mine()\r\nEnd Sub\r\n"
    with ExcelFile(mine) as book:
        book.set_module("ThisWorkbook", theirs)
        book.save()
    assert main(["renew", str(mine)]) == 0
    assert "其中 ThisWorkbook 有" in capsys.readouterr().out
    with ExcelFile(mine) as book:
        assert "Sub Mine()" in book.vba_modules()["ThisWorkbook"]


def test_a_workbook_for_a_mac_stays_one(tmp_path, capsys):
    path = tmp_path / "a.xlsm"
    assert main(["new", "--year", "2024", "--mac", "-o", str(path)]) == 0
    before = path.read_bytes()
    assert main(["renew", str(path)]) == 0
    assert path.read_bytes() == before
    with ExcelFile(path) as book:
        assert {"xlwings", "Dictionary", "JxEngine"} <= set(book.vba_modules())


def test_promise_5_every_other_part_is_untouched(old):
    before = parts(old)
    assert main(["renew", str(old)]) == 0
    after = parts(old)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/vbaProject.bin", "xl/worksheets/xlwingsconf.xml", "customUI/customUI14.xml"}
    assert after.keys() == before.keys()
    assert open_form(old).indicators[0].target.text == "≥200人次"


def test_a_current_workbook_stays_as_it_is(xlsm, capsys, tmp_path):
    path = shutil.copy(xlsm, tmp_path / "a.xlsm")
    assert main(["renew", str(path)]) == 0
    assert "已是最新" in capsys.readouterr().out
    assert path.read_bytes() == xlsm.read_bytes()


def with_part(name):
    return lambda found: found | {name: b"x"}


def without_sheet(name):
    return lambda found: (
        found | {"xl/workbook.xml": found["xl/workbook.xml"].replace(name.encode(), b"other")}
    )


def with_damaged_project(found):
    return found | {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (with_part("_xmlsignatures/sig1.xml"), "JX912"),
        (with_part("xl/vbaProjectSignature.bin"), "JX942"),
        (without_sheet(SETTINGS_SHEET), "JX943"),
        (without_sheet(TEXTS_SHEET), "JX943"),
        (with_damaged_project, "JX944"),
    ],
)
def test_what_cannot_be_renewed_is_refused_and_untouched(mine, capsys, change, code):
    rewritten(mine, change)
    before = mine.read_bytes()
    assert main(["renew", str(mine)]) == 2
    assert capsys.readouterr().err.startswith(f"{code} [我的.xlsm] ")
    assert mine.read_bytes() == before


def test_a_workbook_without_macros_is_refused():
    with pytest.raises(Refusal, match=r"^JX941 "):
        renew(template_path("mof-2020-10").read_bytes(), "表.xlsx")


def test_new_writes_either_kind_by_its_name(tmp_path, capsys):
    assert main(["new", "--year", "2024", "-o", str(tmp_path / "a.xlsm")]) == 0
    assert main(["new", "--year", "2024", "-o", str(tmp_path / "a.xlsx")]) == 0
    assert open_form(tmp_path / "a.xlsm") == open_form(tmp_path / "a.xlsx")
    assert "xl/vbaProject.bin" in parts(tmp_path / "a.xlsm")
    assert "xl/vbaProject.bin" not in parts(tmp_path / "a.xlsx")


@pytest.mark.parametrize("command", ["--help", "renew --help", "score"])
def test_no_other_command_loads_what_only_assembling_needs(command, xlsm):
    code = "import sys; from jxbook.cli import main\ntry: main(sys.argv[1:])\nexcept SystemExit: pass\nprint(*sys.modules)"
    arguments = [*command.split(), *([str(xlsm)] if command == "score" else [])]
    source = str(Path(jxbook.__file__).parents[1])
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=os.environ | {"PYTHONPATH": source, "PYTHONUTF8": "1"},
    )
    loaded = {name.partition(".")[0] for name in ran.stdout.splitlines()[-1].split()}
    assert loaded & {"pyopenvba", "xlwings", "openpyxl", "pandas"} == set()
