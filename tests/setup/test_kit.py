"""What a clerk double-clicks and reads."""

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

from jxbook.setup.kit import archive, install_cmd, installer, read_me
from jxbook.setup.wheels import TargetPython, Wheel

GOLDEN = Path(__file__).parent / "golden" / "install.cmd.txt"
TARGETS = [TargetPython(one, "win_amd64") for one in ("3.11", "3.13", "3.12")]


PIP = ("pip-26.3-py3-none-any.whl", "0" * 64)


def installing(target=TARGETS[0]):
    return install_cmd(target, *PIP)


def text(target=TARGETS[0]):
    return installing(target).decode("gbk")


def lines(target=TARGETS[0]):
    return text(target).splitlines()


def test_install_cmd_is_the_golden_one():
    """When it changes on purpose: read it once more as a clerk would, then write it to golden/."""
    assert text().replace("\r\n", "\n") == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("target", TARGETS, ids=str)
class TestInstallCmd:
    def test_lines_end_as_cmd_needs_them(self, target):
        data = installing(target)
        assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r") == len(lines(target))

    def test_it_is_ascii_until_the_code_page_is_set(self, target):
        first, second, *_ = installing(target).split(b"\r\n")
        assert (first, second) == (b"@echo off", b"chcp 936 >nul")

    def test_every_label_exists_once_and_is_used(self, target):
        labels = [line[1:] for line in lines(target) if line.startswith(":")]
        used = set(re.findall(r"(?:goto|call) :?(\w+)", text(target)))

        assert len(labels) == len(set(labels))
        assert used == set(labels)

    def test_nothing_of_another_shell(self, target):
        foreign = r"\$[({\w]|`|^#|^\s*fi\b|\bthen\b|\bexport\b|/dev/null|;\s*$|(?<!\d)&&"
        assert [line for line in lines(target) if re.search(foreign, line)] == []

    def test_nothing_is_left_to_fill_in(self, target):
        assert re.findall(r"@[A-Z]+@", text(target)) == []

    def test_echoed_texts_hold_nothing_that_cmd_would_act_on(self, target):
        told = [line for line in lines(target) if line.startswith("echo ")]
        assert [line for line in told if re.search(r"[<>|&^!]", line)] == []

    def test_quotes_are_paired(self, target):
        assert [line for line in lines(target) if line.count('"') % 2] == []

    def test_steps_that_can_fail_are_looked_after(self, target):
        found = lines(target)
        steps = [
            n for n, line in enumerate(found) if re.search(r" -I (?!-c)", line) and "--remove" not in line
        ]
        [venv] = [n for n in steps if " -m venv " in found[n]]
        [making] = [n for n, line in enumerate(found) if line == "call :make_place"]
        assert found[making + 1] == 'if not exist "%VENV%\\Scripts\\pythonw.exe" goto failed'
        assert len(steps) == 5
        assert all(found[n + 1].startswith('if not "%errorlevel%"=="0" ') for n in steps if n != venv)

    def test_a_crash_is_a_failure_too(self, target):
        """`if errorlevel 1` is false for the negative status of a program that crashed."""
        assert "if errorlevel" not in text(target) and "if not errorlevel" not in text(target)


def test_it_needs_neither_administrator_nor_network():
    pip = next(line for line in lines() if r"%PIP%\pip" in line)
    assert pip.endswith("--no-index --find-links wheels --require-hashes --requirement requirements.txt")
    assert "runas" not in text().lower()


@pytest.mark.parametrize(
    ("target", "file"),
    [
        (TARGETS[0], "python-3.11.9-amd64.exe"),
        (TARGETS[1], "python-3.13.数字-amd64.exe（取最新的一个）"),
        (TARGETS[2], "python-3.12.10-amd64.exe"),
    ],
)
def test_the_installer_to_fetch_is_named(target, file):
    assert installer(target) == file
    assert f"下载 {file}" in text(target)
    assert archive(target) in text(target)


def test_python_orgs_archive_beside_it_comes_before_the_python_of_the_computer():
    """And an archive that this Windows cannot unpack is named, with what to do instead."""
    found = lines()
    order = [found.index(one) for one in ("call :bring_python", *(f"if not defined PYTHON call :{one}" for one in ("find_python", "set_up_python")))]  # fmt: skip
    assert order == sorted(order)
    assert archive(TARGETS[0]) == "python-3.11.9-embed-amd64.zip"
    [asked] = re.findall(r"for %%F in \((python-\S+\.zip)\)", text())
    assert fnmatch(archive(TARGETS[0]), asked) and fnmatch("python-3.11.9-amd64.zip", asked)
    assert "选“全部解压缩”" in text()


def test_the_read_me_opens_in_notepad_and_lists_what_is_inside():
    wheels = [Wheel(Path("lxml.whl"), "lxml", "6.1.3", ())]
    data = read_me(TARGETS[0], {"mof-2020-10.xlsm": "财政部项目支出绩效自评"}, wheels)
    assert data.startswith(b"\xef\xbb\xbf")
    told = data.decode("utf-8-sig")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert "    mof-2020-10.xlsm：财政部项目支出绩效自评\r\n" in told
    assert "  lxml 6.1.3\r\n" in told
    assert "解除锁定" in told
    assert not re.findall(r"@[A-Z]+@", told)


@pytest.mark.parametrize("target", TARGETS, ids=str)
def test_promise_6_nothing_else_that_lies_in_the_folder_is_run(target):
    """Python looks for modules in the current folder, cmd.exe for programs; neither does here."""
    found = lines(target)
    starts = [line for line in found if re.search(r" -[mc] |%PIP%", line) and not line.startswith("set ")]
    assert len(starts) == 10 and all(" -I " in line for line in starts)
    programs = [
        line
        for line in found
        if re.search(r"\.exe\b", line) and not line.startswith(("echo", "for", "if not exist"))
    ]
    assert [line for line in programs if not re.search(r'"%[A-Za-z~]+%\\', line)] == []
    before = found[: next(at for at, line in enumerate(found) if re.search(r"\.exe|pushd", line))]
    for name in ("NoDefaultCurrentDirectoryInExePath=1", "PYTHONPATH=", "PYTHONHOME=", "PYTHONSTARTUP="):
        assert f'set "{name}"' in before
