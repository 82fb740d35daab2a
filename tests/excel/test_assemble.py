"""The stand-alone .xlsm: the template with macros put in, and nothing else changed."""

import re
import shutil
import struct
import subprocess
import zipfile
from functools import cache
from importlib.util import find_spec
from io import BytesIO

import olefile
import pytest
from olevba import decompress_stream, modules
from openxml_audit import FileFormat, OpenXmlValidator

from jxbook.checks import check
from jxbook.cli import main
from jxbook.excel.assemble import assemble
from jxbook.excel.formbuttons import buttons
from jxbook.excel.project import System
from jxbook.excel.settings import (
    DLLS,
    INTELLISENSE_SHEET,
    INTERPRETER_WIN,
    SETTINGS_SHEET,
    TEXTS_SHEET,
    WINDOWS_SETTINGS,
)
from jxbook.excel.sources import macros_folder, read_source, text_rows, xlwings_module
from jxbook.excel.wrappers import intellisense_rows, vba_wrappers
from jxbook.policy import load_policy, policy_ids
from jxbook.recognition import open_form
from jxbook.samples import load_sample
from jxbook.scoring import score
from jxbook.templates import template_path
from jxbook.workbook.reader import read_grid

ALLOWED: dict[str, str] = {}
"""What the audit may say of the .xlsm: a part of its message → why that is no fault. Nothing so far."""
MUST_CHANGE = {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}


def parts(file):
    with zipfile.ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(scope="module")
def read_back(xlsm):
    return modules(xlsm)


@pytest.fixture(scope="module")
def for_mac(tmp_path_factory):
    path = tmp_path_factory.mktemp("mac") / "自评表.xlsm"
    path.write_bytes(assemble(template_path("mof-2020-10").read_bytes(), System.MAC))
    return modules(path)


SOURCES = ["JxBridge.bas", "JxButtons.bas", "JxEngine.bas", "JxRibbon.bas", "JxTexts.bas", "ThisWorkbook.cls"]


@pytest.mark.parametrize("name", SOURCES)
def test_olevba_gives_our_sources_back(read_back, name):
    assert read_back[name.partition(".")[0]] == read_source(name)


def test_olevba_gives_the_wrappers_back(read_back):
    assert read_back["JxFunctions"] == vba_wrappers()


def test_the_modules_for_a_mac(for_mac):
    assert for_mac["xlwings"].rstrip("\n") == xlwings_module().rstrip("\n")
    assert for_mac["JxEngine"] == read_source("JxEngineMac.bas")


def test_the_class_for_the_mac_is_the_one_in_xlwings_own_workbook(for_mac):
    """That workbook was saved by Excel, which writes two more attributes and "err" for "Err"."""
    [folder] = find_spec("xlwings").submodule_search_locations
    stored = modules(f"{folder}/quickstart_standalone.xlsm")["Dictionary"]
    more = ("Attribute VB_TemplateDerived = False\n", "Attribute VB_Customizable = False\n")
    for line in more:
        stored = stored.replace(line, "", 1)
    assert for_mac["Dictionary"].rstrip().casefold() == stored.rstrip().casefold()


def test_there_are_no_other_modules_but_an_empty_one_a_sheet(read_back, for_mac, xlsm):
    sheets = {f"Sheet{number}" for number, _ in enumerate(read_grid(xlsm).sheets, 1)}
    both = {"JxButtons", "JxRibbon", "JxTexts", "JxFunctions", "JxEngine", "ThisWorkbook"}
    assert set(read_back) == sheets | both | {"JxBridge"}
    assert set(for_mac) == sheets | both | {"xlwings", "Dictionary"}
    for name in sheets:
        assert all(line.startswith("Attribute ") for line in read_back[name].split("\n") if line)


def test_nothing_that_a_virus_scanner_looks_for_stands_in_the_macros_for_windows(read_back):
    """No shell, no script host, no program started by VBA: only a DLL of ours is loaded."""
    code = "\n".join(read_back.values())
    for word in (
        "cmd",
        "Shell",
        "WScript",
        "CreateObject",
        "GetObject",
        "Environ(",
        "Kill",
        "powershell",
        "http",
    ):
        assert not re.search(rf"\b{re.escape(word)}", code, re.IGNORECASE), word


def test_the_place_of_python_is_the_one_that_install_makes():
    bridge = read_source("JxBridge.bas")
    [place] = re.findall(r'PLACE As String = "([^"]*)"', bridge)
    assert place + r"Scripts\pythonw.exe" == INTERPRETER_WIN and r'PLACE & "Scripts\pythonw.exe"' in bridge
    libraries = re.findall(r'LIBRARY As String = "([^"]*)"', bridge)
    assert libraries == re.findall(r'Lib "(jxbook\d+\.dll)"', bridge) == list(DLLS)


@cache
def project(system):
    """The vbaProject.bin of a workbook for one system."""
    data = assemble(template_path("mof-2020-10").read_bytes(), system)
    return olefile.OleFileIO(BytesIO(parts(BytesIO(data))["xl/vbaProject.bin"]))


@pytest.mark.parametrize("system", list(System), ids=str)
class TestBytes:
    """MS-OVBA on what a writer has to write."""

    def test_there_is_no_compiled_code(self, system):
        assert project(system).openstream("VBA/_VBA_PROJECT").read() == bytes.fromhex("cc61ffff000100")

    def test_every_cookie_is_the_prescribed_one(self, system):
        records = [(kind, content) for kind, content in directory(project(system))]
        cookies = [content for kind, content in records if kind in (0x13, 0x2C)]
        assert set(cookies) == {b"\xff\xff"}
        assert len(cookies) == 1 + sum(kind == 0x19 for kind, _ in records)

    def test_every_module_is_its_source_with_the_line_ends_of_windows(self, system):
        assert {content for kind, content in directory(project(system)) if kind == 0x31} == {bytes(4)}
        for name in (content.decode() for kind, content in directory(project(system)) if kind == 0x1A):
            source = decompress_stream(bytearray(project(system).openstream(f"VBA/{name}").read()))
            assert bytes(source).isascii()
            assert source.count(b"\r\n") == source.count(b"\n") == source.count(b"\r")


def directory(project):
    """Kind and content of each record of the project's directory."""
    raw = bytes(decompress_stream(bytearray(project.openstream("VBA/dir").read())))
    at, kind = 0, 0
    while kind != 0x10:
        kind, size = struct.unpack_from("<HI", raw, at)
        size = 6 if kind == 0x09 else size
        yield kind, raw[at + 6 : at + 6 + size]
        at += 6 + size


def test_our_sources_are_plain_ascii(read_back):
    assert all(code.isascii() for code in read_back.values())


def test_promise_6_nothing_in_the_workbook_starts_a_shell(read_back):
    """Python is started by xlwings' DLL; a command line would carry what a file is called."""
    assert [
        name for name, code in read_back.items() if re.search(r"\bcmd\b|\bshell\b|powershell", code, re.I)
    ] == []


def test_our_sources_in_the_repository_are_plain_ascii():
    assert all(path.read_bytes().isascii() for path in (macros_folder() / "excel").glob("Jx*"))


@pytest.mark.parametrize("policy", policy_ids())
class TestOfEveryTemplate:
    def test_of_a_part_only_what_must_change_does(self, policy):
        template = template_path(policy)
        before = parts(template)
        after = parts(BytesIO(assemble(template.read_bytes())))
        assert before.keys() <= after.keys()
        for name in before.keys() - MUST_CHANGE:
            text = re.sub(rb' codeName="Sheet\d+"', b"", after[name])
            text = text.replace(b"<sheetPr/>", b"")
            if b"<legacyDrawing " in text:
                text = re.sub(rb'<legacyDrawing r:id="rId\d+"/>', b"", text)
            assert text == before[name], name

    def test_it_is_the_same_every_time(self, policy):
        template = template_path(policy).read_bytes()
        assert assemble(template) == assemble(template)

    def test_it_passes_the_audit(self, policy, tmp_path):
        path = tmp_path / "自评表.xlsm"
        path.write_bytes(assemble(template_path(policy).read_bytes()))
        result = OpenXmlValidator(file_format=FileFormat.OFFICE_2016).validate(path)
        assert [e for e in map(str, result.errors) if not any(one in e for one in ALLOWED)] == []


def test_every_sheet_has_its_name_in_vba(xlsm):
    found = parts(xlsm)
    names = [
        re.search(rb'codeName="(Sheet\d+)"', found[name])[1].decode()
        for name in found
        if re.fullmatch(r"xl/worksheets/\w+\.xml", name)
    ]
    assert sorted(names) == sorted(f"Sheet{number}" for number in range(1, len(names) + 1))
    assert b'codeName="ThisWorkbook"' in found["xl/workbook.xml"]


def test_the_hidden_sheets_hold_settings_texts_and_functions_and_come_last(xlsm):
    sheets = read_grid(xlsm).sheets
    assert [one.name for one in sheets[-3:]] == [SETTINGS_SHEET, TEXTS_SHEET, INTELLISENSE_SHEET]
    assert all(one.hidden for one in sheets[-3:])
    for sheet, rows in zip(sheets[-3:], (WINDOWS_SETTINGS, text_rows(), intellisense_rows()), strict=True):
        held = {place: cell.value for place, cell in sheet.cells.items()}
        wanted = {
            (row, column): value
            for row, values in enumerate(rows, 1)
            for column, value in enumerate(values, 1)
            if value != ""
        }
        assert held == wanted


def test_the_buttons_lie_outside_the_printed_page_and_call_their_macros(xlsm):
    drawing = parts(xlsm)["xl/drawings/jxbuttons.vml"].decode()
    assert re.findall(r"<x:FmlaMacro>\[0\]!(\w+)<", drawing) == [macro for macro, _ in buttons()]
    assert re.findall(r">([^<>]+)</font>", drawing) == [
        "校验",
        "生成报告",
        "清除标记",
        "增加指标",
        "删除指标",
        "重新计算",
        "重启计算程序",
        "帮助",
    ]
    corners = [list(map(int, one.split(", "))) for one in re.findall(r"<x:Anchor>([^<]+)<", drawing)]
    assert len({tuple(one) for one in corners}) == 8
    printed_to = ord("I") - ord("A")
    assert all(left > printed_to and bottom < 10 for left, _, _, _, _, _, bottom, _ in corners)
    assert drawing.count("<x:PrintObject>False</x:PrintObject>") == 8


@pytest.fixture(scope="module")
def both(tmp_path_factory, type_sample):
    """The sample filled into the .xlsx and into the .xlsm."""
    source = template_path(load_sample("sunhe-2024").policy)
    folder = tmp_path_factory.mktemp("both")
    plain, macros = folder / "表.xlsx", folder / "表.xlsm"
    macros.write_bytes(assemble(source.read_bytes()))
    return type_sample(source, plain), type_sample(macros)


def test_promise_1_it_is_recognised_scored_and_checked_as_the_xlsx(both):
    plain, macros = map(open_form, both)
    assert plain == macros
    policy = load_policy(plain.policy_id)
    scorings = [score(form, policy) for form in (plain, macros)]
    assert scorings[0] == scorings[1]
    assert check(plain, policy, scorings[0]) == check(macros, policy, scorings[1])


def test_entries_in_the_xlsm_leave_its_macros_alone(both, xlsm):
    before, after = parts(xlsm), parts(both[1])
    assert set(modules(both[1])) == set(modules(xlsm))
    assert after["customUI/customUI14.xml"] == before["customUI/customUI14.xml"]


def test_libreoffice_shows_the_same_pages_of_both(convert, both):
    """No sheet came to light or was lost. The scores are written first, as LibreOffice does not run our VBA."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    texts = []
    for path in both:
        assert main(["score", str(path), "--write"]) == 0
        command = [program, "-layout", str(convert(path, "pdf")), "-"]
        texts.append(subprocess.run(command, check=True, capture_output=True).stdout)
    assert texts[0] == texts[1]
    assert "绩效评价".encode() in texts[0]
