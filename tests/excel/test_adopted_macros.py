"""An office's own form as .xlsm: buttons, functions and ribbon put in beside whatever macros it has."""

import re
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from olevba import modules
from openxml_audit import FileFormat, OpenXmlValidator
from pyopenvba import ExcelFile, VBAModuleKind

sys.path.insert(0, str(Path(__file__).parents[1]))
import office_forms
from jxbook.assess import assess
from jxbook.cli import main
from jxbook.excel.buttons.checking import check_book
from jxbook.excel.buttons.rows import add_indicator
from jxbook.excel.formbuttons import buttons
from jxbook.excel.sources import read_source
from memory_book import MemoryBook

OWN_CODE = 'Attribute VB_Name = "Own"\r\nPublic Sub Own()\r\n    Range("A1").Value = 1\r\nEnd Sub\r\n'
OWN_OPENING = "\r\nPrivate Sub Workbook_Open()\r\n    Own\r\nEnd Sub\r\n"


@pytest.fixture(scope="module", params=office_forms.DRAWN)
def form(request, tmp_path_factory):
    return office_forms.write(request.param, tmp_path_factory.mktemp("form"))


@pytest.fixture(scope="module")
def adopted(form, tmp_path_factory):
    path = tmp_path_factory.mktemp("adopted") / f"{form.stem}.xlsm"
    assert main(["new", "--like", str(form), "-o", str(path)]) == 0
    return path


def parts(file):
    with zipfile.ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_olevba_reads_our_sources(adopted):
    read = modules(adopted)
    for name in ("JxButtons.bas", "JxRibbon.bas", "JxTexts.bas", "ThisWorkbook.cls"):
        assert read[name.partition(".")[0]] == read_source(name)


def test_the_buttons_stand_beside_the_form_and_its_comments_stay(form, adopted):
    after = parts(adopted)
    drawings = {name: text.decode() for name, text in after.items() if name.endswith(".vml")}
    [drawing] = [text for text in drawings.values() if "JxCheck" in text]
    for macro, _ in buttons():
        assert f"[0]!{macro}</x:FmlaMacro>" in drawing
    identities = re.findall(r'o:spid="(\w+)"|id="(_x0000_s\d+)"', drawing)
    assert len(set(identities)) == len(identities)
    assert drawing.count('ObjectType="Note"') == (1 if form.stem == "red_headed" else 0)


def test_it_passes_the_schema_audit(adopted):
    assert OpenXmlValidator(FileFormat.OFFICE_2016).validate(adopted).errors == []


def test_the_same_form_gives_the_same_bytes(form, adopted, tmp_path):
    again = tmp_path / "again.xlsm"
    main(["new", "--like", str(form), "-o", str(again)])
    assert again.read_bytes() == adopted.read_bytes()


def test_renewing_it_changes_nothing_and_keeps_its_score(adopted, tmp_path, capsys):
    path = tmp_path / "表.xlsm"
    path.write_bytes(adopted.read_bytes())
    assert main(["renew", str(path)]) == 0
    assert "已是最新" in capsys.readouterr().out


def test_the_buttons_check_it(adopted):
    """Of several forms the one that lies in front."""
    book = MemoryBook(adopted)
    book.sheets[0].activate()
    said = check_book(book)
    assert said.startswith("校验完成")
    assert "采用表样时定的政策" in said


def test_a_row_is_added_with_its_formula(tmp_path):
    path = tmp_path / "表.xlsm"
    main(["new", "--like", str(office_forms.write("red_headed", tmp_path)), "-o", str(path)])
    book = MemoryBook(path)
    sheet = next(one for one in book.sheets if one.name == "附件1")
    book.app.selection = sheet.range("D12")
    assert add_indicator(book).startswith("已在第13行")
    assert "JX_SCORE(F13,G13,H13" in sheet.range("I13").formula
    assert "SUM(I10:I19)" in sheet.range("I20").formula


@pytest.fixture
def own_macros(tmp_path):
    """A form that came with macros: a module, and code for the opening of the workbook."""

    def make(name="Own", opening=""):
        plain = office_forms.write("apart", tmp_path)
        content = parts(plain)
        kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
        content["[Content_Types].xml"] = content["[Content_Types].xml"].replace(
            kinds.encode(), b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
        )
        path = tmp_path / "带宏.xlsm"
        with zipfile.ZipFile(path, "w") as package:
            for part, data in content.items():
                package.writestr(part, data)
        with ExcelFile(path) as book:
            project = book.add_vba_project()
            project.add_module(name, OWN_CODE.replace('"Own"', f'"{name}"'), kind=VBAModuleKind.standard)
            if opening:
                book.set_module("ThisWorkbook", book.vba_modules()["ThisWorkbook"] + opening)
            book.save()
        return path

    return make


def test_the_macros_of_the_office_stay_beside_ours(own_macros, tmp_path):
    made = tmp_path / "新.xlsm"
    assert main(["new", "--like", str(own_macros()), "-o", str(made)]) == 0
    read = modules(made)
    assert 'Range("A1").Value = 1' in read["Own"]
    assert read["JxButtons"] == read_source("JxButtons.bas")
    assert read["ThisWorkbook"] == read_source("ThisWorkbook.cls")
    assert assess(made).scoring.total is not None


def test_its_code_for_the_opening_stays_and_that_is_told(own_macros, tmp_path, capsys):
    made = tmp_path / "新.xlsm"
    assert main(["new", "--like", str(own_macros(opening=OWN_OPENING)), "-o", str(made)]) == 0
    assert "ThisWorkbook" in capsys.readouterr().out
    assert "    Own\n" in modules(made)["ThisWorkbook"].replace("\r", "")
    assert main(["renew", str(made)]) == 0
    assert "    Own\n" in modules(made)["ThisWorkbook"].replace("\r", "")


def test_a_module_by_the_name_of_ours_is_refused(own_macros, tmp_path, capsys):
    made = tmp_path / "新.xlsm"
    assert main(["new", "--like", str(own_macros("JxButtons")), "-o", str(made)]) == 2
    assert "JxButtons" in capsys.readouterr().err
    assert not made.exists()


def test_macros_are_not_lost_in_an_xlsx(own_macros, tmp_path, capsys):
    made = tmp_path / "新.xlsx"
    assert main(["new", "--like", str(own_macros()), "-o", str(made)]) == 2
    assert ".xlsm" in capsys.readouterr().err
    assert not made.exists()


def test_other_parts_are_the_same_bytes(form, adopted):
    """But the sheets, which get their names in VBA, and the lists of parts."""
    before, after = parts(form), parts(BytesIO(adopted.read_bytes()))
    changed = {name for name, content in before.items() if after[name] != content}
    lists = {
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
    }
    rest = {name for name in changed - lists if not name.startswith(("xl/worksheets/", "xl/chartsheets/"))}
    assert all(name.endswith(".vml") for name in rest)
