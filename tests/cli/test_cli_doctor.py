"""`jxbook doctor` on this computer: its lines, its JSON, its exit status."""

import json

import pytest

from jxbook.setup.line import broken, fine, note

LINES = [
    fine("Python", "3.11.9"),
    note("LibreOffice", "没有安装"),
    broken("xlwings", "没有安装", "请安装"),
]


@pytest.fixture
def found(monkeypatch):
    """found(lines): what the doctor finds."""

    def set_to(lines):
        monkeypatch.setattr("jxbook.cli.doctor.diagnose", lambda *_: iter(lines))

    return set_to


def test_a_fault_is_told_with_its_remedy(jxbook, found):
    found(LINES)
    assert jxbook("doctor") == (
        1,
        "正常 Python：3.11.9\n"
        "提示 LibreOffice：没有安装\n"
        "问题 xlwings：没有安装\n"
        "     办法：请安装\n"
        "检查结果：1项有问题，请按“办法”处理后重新运行 jxbook doctor\n",
        "",
    )


def test_notes_alone_are_no_fault(jxbook, found):
    found(LINES[:2])
    ran = jxbook("doctor")
    assert (ran.status, ran.out.splitlines()[-1]) == (0, "检查结果：没有问题，1项正常，1项提示")


def test_json_for_other_programs(jxbook, found):
    found(LINES)
    ran = jxbook("doctor", "--json")
    assert (ran.status, json.loads(ran.out)[2]) == (
        1,
        {"name": "xlwings", "state": "broken", "what": "没有安装", "fix": "请安装"},
    )


def test_on_this_computer_the_core_is_fine(jxbook):
    states = {line["name"]: line["state"] for line in json.loads(jxbook("doctor", "--json").out)}
    assert {states[name] for name in ("Python", "xlwings", "评价政策", "模板", "试算", "JX_ 函数")} == {
        "fine"
    }


def test_a_form_without_macros_is_told_so(jxbook, sunhe):
    assert "提示 文件中的宏：自评表.xlsx 不含宏" in jxbook("doctor", sunhe).out


def test_a_file_that_is_not_there_is_a_fault(jxbook):
    ran = jxbook("doctor", "没有.xlsm")
    assert (ran.status, ran.err) == (1, "")
    assert "问题 文件：没有.xlsm：找不到文件" in ran.out


@pytest.mark.parametrize("console", ["cp936", "ascii"])
def test_whatever_the_console_speaks(process, console):
    ran = process("doctor", PYTHONIOENCODING=console)
    assert ran.stderr == b"" or (console == "ascii" and ran.stderr.startswith(b"jxbook: this terminal"))
    assert ran.returncode in (0, 1)
