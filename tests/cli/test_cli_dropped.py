"""A file dropped on 校验, 得分写入, 生成报告: the commands of the same name, their words in a window."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from jxbook.cli.dropped import main, show_text
from jxbook.setup.actions import ACTIONS
from jxbook.workbook.reader import read_grid


@pytest.fixture(autouse=True)
def without_a_screen(monkeypatch):
    """No report is opened on the desktop of who runs the tests."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def shown():
    return []


@pytest.fixture
def drop(shown):
    """Drop files on an action; the exit status."""
    return lambda action, *files: main(
        [action, *map(str, files)], lambda title, text: shown.append((title, text))
    )


@pytest.fixture
def form(sunhe, tmp_path) -> Path:
    """A form with a name that a command line would stumble over."""
    return shutil.copy(sunhe, tmp_path / "a&b^c 表%1.xlsx")


def test_checking_shows_what_the_command_says_and_writes_it_onto_its_sheet(
    drop, shown, form, tmp_path, capsys
):
    from jxbook.cli import main as jxbook

    status = drop("check", form)
    told = shown[0][1]
    assert jxbook(["check", str(form)]) == status
    assert told == f"{capsys.readouterr().out.strip()}\n已写入 {form} 的“校验结果”。"
    results = next(one for one in read_grid(Path(form)).sheets if one.name == "校验结果")
    assert "JX203" in {cell.value for cell in results.cells.values()}


def test_what_is_open_in_wps_is_checked_and_not_written(drop, shown, form):
    before = Path(form).read_bytes()
    Path(form).with_name(f".~{Path(form).name}").touch()
    assert drop("check", form) == 1
    assert Path(form).read_bytes() == before
    assert "校验结果：错误1项" in shown[0][1] and "没有写进“校验结果”：\nJX916" in shown[0][1]


def test_scoring_writes_into_the_file(drop, shown, form):
    before = form.read_bytes()
    drop("score", form)
    assert form.read_bytes() != before or "总分" in shown[0][1]
    assert "总分" in shown[0][1]


def test_a_report_is_written_beside_under_a_free_name(drop, shown, form):
    drop("report", form)
    drop("report", form)
    names = sorted(path.name for path in form.parent.glob("*.docx"))
    assert len([name for name in names if "核对单" not in name]) == 2
    assert "已生成报告" in shown[0][1]


def test_what_cannot_be_read_is_told_with_its_code(drop, shown, tmp_path):
    (tmp_path / "坏.xlsx").write_bytes(b"x")
    assert drop("check", tmp_path / "坏.xlsx") == 2
    assert shown[0][1].startswith("JX9")


def test_several_files_are_told_by_their_names(drop, shown, form, tmp_path):
    (tmp_path / "坏.xlsx").write_bytes(b"x")
    assert drop("check", form, tmp_path / "坏.xlsx") == 2
    assert form.name in shown[0][1] and "坏.xlsx\nJX9" in shown[0][1]


@pytest.mark.parametrize("action", ACTIONS)
def test_opened_without_a_file_it_says_what_it_is_for(drop, shown, action):
    assert drop(action) == 2
    assert "拖到这里" in shown[0][1]


# A window on Linux


@pytest.fixture
def screen(tmp_path, monkeypatch):
    """A desktop with no programs yet; the function adds one that notes what it is given, and ends with a status."""
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "bin").mkdir()

    def add(name: str, status: int = 0) -> Path:
        noted, path = tmp_path / f"{name}.noted", tmp_path / "bin" / name
        reads = "/bin/cat" if name in ("zenity", "kdialog") else ":"
        path.write_text(
            f"#!/bin/sh\n{{ for one; do echo \"$one\"; done; {reads}; }} > '{noted}'\nexit {status}\n"
        )
        path.chmod(0o755)
        return noted

    return add


on_linux = pytest.mark.skipif(sys.platform != "linux", reason="只在 Linux 上")


@on_linux
@pytest.mark.parametrize(("name", "status"), [("zenity", 0), ("zenity", 1), ("kdialog", 0)])
def test_the_dialog_of_the_desktop_shows_it(screen, name, status):
    noted = screen(name, status)
    show_text("校验", "错误 JX203 $(id) %s")
    told = noted.read_text().splitlines()
    assert any("绩效评价：校验" in line for line in told) and told[-1] == "错误 JX203 $(id) %s"


@on_linux
def test_where_no_dialog_is_it_is_opened_as_a_text(screen, tmp_path):
    screen("zenity", 255)  # one that does not start
    opened = screen("xdg-open")
    show_text("校验", "错误 JX203")
    path = Path(opened.read_text().strip())
    assert path.is_relative_to(tmp_path) and path.read_text("utf-8-sig") == "错误 JX203"


@on_linux
def test_where_nothing_opens_a_text_its_place_is_told(screen):
    screen("xdg-open", 3)
    noted = screen("notify-send")
    show_text("校验", "错误 JX203")
    place = noted.read_text().splitlines()[-1].removeprefix("结果在 ")
    assert Path(place).read_text("utf-8-sig") == "错误 JX203"


@on_linux
def test_promise_6_a_dialog_that_lies_in_the_folder_is_not_started(screen, tmp_path, monkeypatch):
    noted = screen("zenity")
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", str(tmp_path / "bin")]))
    monkeypatch.chdir(tmp_path / "bin")
    show_text("校验", "错误 JX203")
    assert not noted.exists()


@on_linux
def test_without_a_screen_it_is_written_out(capsys):
    show_text("校验", "错误 JX203")
    assert capsys.readouterr().out == "错误 JX203\n"
