"""What goes wrong on a clerk's Windows, and what it costs: one message, seconds, and nothing of a stranger's is run."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path, PureWindowsPath

import pytest
from clerks import SCORE, Clerk

PID = {"python": "__import__('os').getpid()"}
END_OF_PYTHON = {"python": "__import__('os')._exit(3)"}
FORM = [SCORE] * 60
"""A whole form of cells."""


@pytest.mark.parametrize("name", ["自评^&md ran ^&rem .xlsm", "a&b%PATH%'c(1)!.xlsm"])
def test_promise_6_a_command_in_the_name_of_a_file_does_not_run(
    clerk: Clerk, desk: Path, book: PureWindowsPath, name: str
) -> None:
    path = desk / name
    shutil.copy(clerk.windows.here(book), path)
    session = clerk.excel(SCORE, book=clerk.windows.there(path), folder=desk)
    assert session.values == [15.0]
    assert not (desk / "ran").exists()


def test_promise_6_modules_beside_the_workbook_are_not_run(
    clerk: Clerk, desk: Path, book: PureWindowsPath
) -> None:
    for name in ("jxbook", "xlwings", "json", "os", "win32api", "sitecustomize"):
        trap = f"open({str(clerk.windows.there(desk / 'ran'))!a}, 'w').close()\n"
        (desk / f"{name}.py").write_text(trap, "ascii")
    session = clerk.excel(SCORE, PID, book=book, folder=desk)
    assert session.values[0] == 15.0
    assert not (desk / "ran").exists()


def test_settings_of_python_that_lead_astray_are_not_followed(
    clerk: Clerk, desk: Path, book: PureWindowsPath
) -> None:
    """The server is asked: the one that stands in for Excel is a Python, too, and reads such settings itself."""
    astray = "import os; os.environ.update(PYTHONHOME=r'C:\\nonsense', PYTHONPATH=r'C:\\nonsense', PYTHONSTARTUP='x')"
    session = clerk.excel({"here": astray}, SCORE, book=book)
    assert session.values[1] == 15.0


def test_a_user_whose_name_the_code_page_lacks(
    new_clerk: Callable[[str], Clerk], desk: Path, book: PureWindowsPath
) -> None:
    """Either the functions work, or the doctor says that they do not and what to do."""
    clerk = new_clerk("李䶮")
    assert clerk.jxbook("install")[0] == 0
    session = clerk.excel(SCORE, book=book)
    status, said = clerk.jxbook("doctor")
    assert (session.values == [15.0] and "问题 安装的位置" not in said) or (
        status == 1 and "问题 安装的位置" in said
    )


@pytest.fixture
def spoiled(clerk: Clerk, new_clerk: Callable[[str], Clerk]) -> Clerk:
    """A user with an installation of his own, for a test to spoil."""
    other = new_clerk("王五")
    shutil.copytree(clerk.place, other.place)
    return other


def _no_packages(place: Path) -> None:
    (place / "venv/Lib/site-packages/jxbook-link.pth").write_text("")


def _no_python(place: Path) -> None:
    (place / "venv/pyvenv.cfg").write_text("home = C:\\gone\ninclude-system-site-packages = false\n")


def _no_venv(place: Path) -> None:
    shutil.rmtree(place)


def _no_dll(place: Path) -> None:
    (place / "venv/jxbook64.dll").unlink()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [(_no_packages, "JX952"), (_no_python, "JX952"), (_no_venv, "JX951"), (_no_dll, "JX953")],
    ids=lambda one: getattr(one, "__name__", one),
)
def test_promise_7_what_is_broken_costs_seconds_and_one_message(
    spoiled: Clerk, book: PureWindowsPath, spoil: Callable[[Path], None], code: str
) -> None:
    spoil(spoiled.place)
    version = {"cell": "JX_VERSION", "arguments": []}
    session = spoiled.excel(*FORM, version, book=book)
    assert set(session.values[:-1]) == {"#VALUE!"}
    assert session.codes == [code]
    assert session.values[-1].startswith(f"{code} ")
    assert sum(session.seconds) < 5
    assert max(session.seconds[1:]) < 0.5


def test_why_python_did_not_start_is_in_the_journal_and_told_by_the_doctor(
    spoiled: Clerk, desk: Path, book: PureWindowsPath
) -> None:
    """jxbook is there, and something that it needs is not."""
    (spoiled.place / "venv/Lib/site-packages/lxml.py").write_text("raise ImportError('spoiled')")
    (spoiled.place / "venv/Lib/site-packages/xlwings.py").write_text("raise ImportError('spoiled')")
    session = spoiled.excel(SCORE, book=book)
    assert (session.values, session.codes) == (["#VALUE!"], ["JX952"])
    assert "启动计算程序\tImportError：spoiled" in (spoiled.place / "excel.log").read_text("utf-8")
    said = spoiled.jxbook("doctor")[1]
    assert "Excel 里最近一次出错" in said and "ImportError：spoiled" in said


def test_a_python_that_was_killed_is_started_again_by_the_next_cell(
    clerk: Clerk, book: PureWindowsPath
) -> None:
    session = clerk.excel(SCORE, PID, END_OF_PYTHON, SCORE, PID, book=book)
    first, pid, _, again, other = (one.get("value") for one in session.steps)
    assert (first, again) == (15.0, 15.0)
    assert pid != other
    assert session.said == []


def test_restarting_is_another_python(clerk: Clerk, book: PureWindowsPath) -> None:
    session = clerk.excel(SCORE, PID, {"macro": "JxRestartPython"}, SCORE, PID, book=book)
    assert session.values[1] != session.values[4] and session.values[3] == 15.0
    assert session.calculated == 1


def test_two_workbooks_have_one_python(clerk: Clerk, desk: Path, book: PureWindowsPath) -> None:
    shutil.copy(clerk.windows.here(book), desk / "乙.xlsm")
    other = {"open": str(clerk.windows.there(desk / "乙.xlsm"))}
    session = clerk.excel(SCORE, PID, other, SCORE, PID, {"open": str(book)}, SCORE, PID, book=book)
    assert session.values[1] == session.values[4] == session.values[7]
    assert session.seconds[3] < 5  # to start another one takes twice that


def test_a_workbook_outlives_an_upgrade(spoiled: Clerk, book: PureWindowsPath) -> None:
    """Another version of xlwings brings a DLL of another name; the workbook stays as it is."""
    venv = spoiled.place / "venv"
    for name in ("xlwings64-0.37.8.dll", "xlwings32-0.37.8.dll"):
        (venv / name).rename(venv / name.replace("0.37.8", "0.99.0"))
    assert spoiled.excel(SCORE, book=book).values == [15.0]


def test_what_opening_does(clerk: Clerk, book: PureWindowsPath) -> None:
    session = clerk.excel({"macro": "JxOpened"}, SCORE, book=book)
    assert (session.calculated, session.values[1]) == (1, 15.0)
