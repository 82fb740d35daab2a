"""What lies on the desktop after `jxbook install`, and the folder that Excel trusts."""

from dataclasses import replace
from pathlib import PureWindowsPath

import pytest

from jxbook.finding import Refusal
from jxbook.policy import policy_ids
from jxbook.setup import desk_folder
from jxbook.setup.desk_folder import desktop, lay_down, take_up
from jxbook.setup.excel import interpreter
from jxbook.setup.trust import KEY, distrust, trust

SHELL_FOLDERS = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
DESK = PureWindowsPath(r"C:\Users\张三\Desktop\绩效评价")


@pytest.fixture
def two_workbooks(monkeypatch):
    """Assembling all of them takes seconds."""
    monkeypatch.setattr(
        desk_folder, "_workbooks", lambda with_macros: iter([("甲.xlsx", b"1"), ("甲.xlsm", b"2")])
    )


def test_empty_workbooks_and_three_targets_lie_on_the_desktop(windows, two_workbooks):
    [said] = lay_down(windows, None)
    assert str(DESK) in said
    assert windows.disk.read(DESK / "空表" / "甲.xlsm") == b"2"
    for name, command in (("校验", "check"), ("得分写入", "score"), ("生成报告", "report")):
        link = windows.disk.read(DESK / f"{name}.lnk").decode()
        assert link == f"{interpreter(windows)} -I -m jxbook.cli.dropped {command}"
        assert "cmd" not in link.lower()


def test_promise_5_a_workbook_that_is_there_stays(windows, two_workbooks):
    windows.disk.put(DESK / "空表" / "甲.xlsm", data="填了一半".encode())
    list(lay_down(windows, None))
    assert windows.disk.read(DESK / "空表" / "甲.xlsm") == "填了一半".encode()


def test_a_desktop_on_another_disk_or_a_folder_of_the_clerks_choice(windows, two_workbooks):
    windows.registry.write(SHELL_FOLDERS, {"Desktop": r"%USERPROFILE%\桌面"})
    moved = replace(windows, environ=dict(windows.environ) | {"USERPROFILE": r"E:\张三"})
    assert desktop(moved) == PureWindowsPath(r"E:\张三\桌面")
    list(lay_down(windows, PureWindowsPath(r"D:\表")))
    assert windows.disk.exists(PureWindowsPath(r"D:\表\校验.lnk"))


def test_removing_takes_the_targets_and_leaves_the_workbooks(windows, two_workbooks):
    list(lay_down(windows, None))
    assert len(list(take_up(windows))) == 3
    assert not windows.disk.exists(DESK / "校验.lnk") and windows.disk.exists(DESK / "空表" / "甲.xlsx")


def test_every_policy_has_its_workbook_of_either_kind():
    names = [name for name, _ in desk_folder._workbooks(with_macros=True)]
    assert len(names) == len(set(names)) == 2 * len(policy_ids())
    assert not [name for name in names if set(name) & set('<>:"/\\|?*')]


def test_a_folder_is_trusted_with_all_below_it_and_no_longer_afterwards(windows):
    windows.disk.put(r"D:\绩效\表.xlsm")
    [said] = trust(windows, PureWindowsPath(r"D:\绩效"))
    assert "受信任位置" in said
    assert (
        windows.registry.read(KEY, "Path") == "D:\\绩效\\"
        and windows.registry.read(KEY, "AllowSubFolders") == 1
    )
    assert list(distrust(windows)) and list(distrust(windows)) == []
    assert windows.registry.read(KEY, "Path") is None


@pytest.mark.parametrize("folder", [r"D:\没有", "D:\\", r"C:\Users\张三", r"\\server\share\表", "表"])
def test_what_is_not_there_or_too_wide_is_not_trusted(windows, folder):
    windows.disk.put(r"D:\x.txt", r"C:\Users\张三\x.txt", r"\\server\share\表\x.txt", r"表\x.txt")
    with pytest.raises(Refusal, match="JX996"):
        list(trust(windows, PureWindowsPath(folder)))
    assert windows.registry.values == {}
