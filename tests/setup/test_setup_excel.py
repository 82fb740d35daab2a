"""`jxbook install` and its `--remove`, on machines in memory and once on this disk."""

import subprocess
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from jxbook.finding import Refusal
from jxbook.setup.excel import install, interpreter, link_path, place_of, remove, script_path
from jxbook.setup.local import this_machine

PLACE = PureWindowsPath(r"C:\Users\张三\AppData\Local\jxbook\venv")


def test_the_place_is_the_one_that_workbooks_name(windows, mac):
    assert interpreter(windows) == PLACE / r"Scripts\pythonw.exe"
    assert interpreter(mac) == PurePosixPath("/Users/li/.jxbook/venv/bin/python")


def test_on_windows_a_python_elsewhere_is_linked_to_with_both_dlls(windows):
    said = list(install(windows))
    disk = windows.disk
    assert disk.exists(interpreter(windows))
    assert disk.read(link_path(windows)) == (
        b"import site; site.addsitedir('D:\\\\\\u5de5\\u5177\\\\.venv\\\\Lib\\\\site-packages')\n"
    )
    assert disk.read(PLACE / "jxbook64.dll") == disk.read(PLACE / "jxbook32.dll") == b"MZ"
    assert disk.read(PLACE / "xlwings64-0.37.8.dll") == b"MZ"  # for the workbooks of a first jxbook
    assert said == [
        r"使用的 Python：D:\工具\.venv\Scripts\python.exe",
        f"已在自评表要找的位置建立指向它的连接：{PLACE}",
        "已放入 jxbook64.dll",
        "已放入 jxbook32.dll",
    ]


def test_the_link_leads_to_the_packages_of_the_other_python(windows):
    list(install(windows))
    seen = []
    site = type("site", (), {"addsitedir": seen.append})
    exec(windows.disk.read(link_path(windows)).decode("ascii").replace("import site; ", ""), {"site": site})
    assert seen == [r"D:\工具\.venv\Lib\site-packages"]


def test_a_missing_dll_is_said_and_stops_nothing(windows):
    windows.disk.files.pop(windows.prefix / "xlwings32-0.37.8.dll")
    assert "未能放入 jxbook32.dll" in list(install(windows))[-1]


def test_a_dll_that_pip_put_into_the_users_own_packages(windows):
    own = PureWindowsPath(r"C:\Users\张三\AppData\Roaming\Python\Python311\site-packages")
    windows.disk.files = {}
    windows.disk.put(*(own.parent.parent / f"xlwings{bits}-0.37.8.dll" for bits in (64, 32)), data=b"user")
    list(install(replace(windows, package_folders=(own,))))
    assert windows.disk.read(PLACE / "jxbook64.dll") == b"user"


def test_an_upgrade_lays_the_new_dll_down_under_the_name_that_old_workbooks_know(windows):
    list(install(windows))
    windows.disk.put(*(windows.prefix / f"xlwings{bits}-0.40.0.dll" for bits in (64, 32)), data=b"new")
    versions = {"xlwings": "0.40.0"}
    list(install(replace(windows, version=versions.get)))
    assert windows.disk.read(PLACE / "jxbook64.dll") == windows.disk.read(PLACE / "jxbook32.dll") == b"new"


@pytest.mark.parametrize("system", ["windows", "mac"])
def test_remove_takes_the_link_back_and_nothing_else(system, request):
    machine = request.getfixturevalue(system)
    machine.disk.put(place_of(machine).parent / "notes.txt")
    before = dict(machine.disk.files)
    list(install(machine))
    said = list(remove(machine))
    machine.disk.files.pop(script_path(machine), None)  # other xlwings workbooks need it
    assert machine.disk.files == before
    assert said == [f"已删除连接：{place_of(machine)}"]


def test_installing_again_leads_to_the_python_that_runs_now(windows):
    list(install(windows))
    other = PureWindowsPath(r"D:\new\Lib\site-packages")
    list(install(replace(windows, package_folders=(other,))))
    assert b"D:\\\\new" in windows.disk.read(link_path(windows))


def test_what_is_not_ours_is_never_replaced_nor_removed(windows):
    windows.disk.put(interpreter(windows), PLACE / r"Lib\site-packages\jxbook\__init__.py")
    before = dict(windows.disk.files)
    for action in (install, remove):
        with pytest.raises(Refusal, match="JX979") as refused:
            list(action(windows))
        assert str(PLACE) in str(refused.value)
    assert windows.disk.files == before


def test_while_excel_holds_the_files_nothing_changes(windows):
    list(install(windows))
    before = dict(windows.disk.files)
    windows.disk.locked.add(PLACE)
    for action in (install, remove):
        with pytest.raises(Refusal, match="JX976"):
            list(action(windows))
    assert windows.disk.files == before


def test_a_bundle_installs_at_the_place_itself(windows):
    there = replace(windows, prefix=PLACE, executable=PLACE / r"Scripts\python.exe")
    windows.disk.put(*(PLACE / f"xlwings{bits}-0.37.8.dll" for bits in (64, 32)), data=b"own")
    before = dict(windows.disk.files)
    assert "它就在自评表要找的位置，不需要另外设置" in list(install(there))
    assert windows.disk.files == before | {PLACE / name: b"own" for name in ("jxbook64.dll", "jxbook32.dll")}
    assert "要卸载" in list(remove(there))[-1]


def test_removing_what_was_never_there(windows):
    assert "没有需要撤销的设置" in list(remove(windows))[-1]


def test_on_mac_the_script_goes_where_excel_may_run_it(mac):
    said = list(install(mac))
    target = PurePosixPath(
        "/Users/li/Library/Application Scripts/com.microsoft.Excel/xlwings-0.37.8.applescript"
    )
    assert mac.disk.read(target) == b"script"
    assert said[-1] == f"已启用按钮（相当于 xlwings runpython install）：{target}"


def test_on_mac_without_the_script_the_command_to_run_is_named(mac):
    assert list(install(replace(mac, package_home=lambda _: None)))[-1].endswith("xlwings runpython install")


@pytest.mark.parametrize("action", [install, remove])
def test_where_there_is_no_excel_it_says_so(linux, action):
    with pytest.raises(Refusal, match=r"JX977 .*本系统没有 Excel.*--libreoffice"):
        list(action(linux))


def test_a_real_link_runs_jxbook_and_xlwings_of_this_python(tmp_path):
    """As on a Mac, in a home with a Chinese name: the environment has no packages, and finds all."""
    home = tmp_path / "张三"
    machine = replace(this_machine(), platform="darwin", home=home)
    list(install(machine))
    code = "import jxbook, lxml, xlwings, jxbook.excel.udfs as udfs; print(udfs.JX_RATE(200, 100))"
    ran = subprocess.run(
        [str(interpreter(machine)), "-I", "-c", code], capture_output=True, text=True, timeout=60
    )
    assert (ran.stdout.strip(), ran.stderr) == ("0.5", "")
    assert script_path(machine).is_file()
    list(remove(machine))
    assert not Path(place_of(machine)).exists()
