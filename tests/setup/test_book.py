"""What is read out of a real workbook, whole or damaged."""

import zipfile
from pathlib import Path

import pytest

from jxbook import __version__
from jxbook.excel.assemble import assemble
from jxbook.excel.project import System
from jxbook.excel.settings import INTERPRETER_MAC
from jxbook.finding import Refusal
from jxbook.setup.book import load_book
from jxbook.setup.diagnosis import diagnose
from jxbook.setup.line import Health
from jxbook.setup.local import this_machine
from jxbook.templates import template_path


@pytest.fixture(scope="module")
def workbook(tmp_path_factory) -> Path:
    """The stand-alone workbook of a template."""
    path = tmp_path_factory.mktemp("book") / "自评表.xlsm"
    path.write_bytes(assemble(template_path("mof-2020-10").read_bytes()))
    return path


def test_an_assembled_workbook_carries_the_version_and_no_xlwings(workbook):
    book = load_book(workbook)
    assert book.settings["JXBOOK VERSION"] == __version__
    assert book.xlwings_version is None


def test_one_for_a_mac_carries_the_place_and_the_version_of_xlwings(tmp_path):
    path = tmp_path / "自评表.xlsm"
    path.write_bytes(assemble(template_path("mof-2020-10").read_bytes(), System.MAC))
    book = load_book(path)
    assert book.settings["INTERPRETER_MAC"] == INTERPRETER_MAC
    assert book.xlwings_version == this_machine().version("xlwings")


def test_the_doctor_finds_no_fault_with_it(workbook):
    lines = {line.name: line.state for line in diagnose(this_machine(), workbook, workbook.parent)}
    assert lines["文件中的宏"] is lines["文件中的设置"] is Health.FINE


def test_a_workbook_without_macros(sunhe):
    assert load_book(sunhe).modules == {}


@pytest.mark.parametrize("spoil", [lambda vba: vba[:700], lambda vba: b"x" * len(vba), lambda vba: b""])
def test_damaged_macros_end_in_a_refusal(workbook, tmp_path, spoil):
    path = tmp_path / "坏.xlsm"
    with zipfile.ZipFile(workbook) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, spoil(data) if name == "xl/vbaProject.bin" else data)
    with pytest.raises(Refusal, match=r"JX978 \[坏.xlsm\]"):
        load_book(path)


def test_an_unreadable_file_is_a_line_and_no_end(tmp_path):
    *_, last = diagnose(this_machine(), tmp_path / "没有.xlsm", tmp_path)
    assert (last.state, last.name, last.what[:13]) == (Health.BROKEN, "文件", "没有.xlsm：找不到文件")
