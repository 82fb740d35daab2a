"""The doctor's lines on healthy and on broken machines."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from jxbook import __version__
from jxbook.excel.settings import MAC_SETTINGS, WINDOWS_SETTINGS
from jxbook.refusals.policies import no_template
from jxbook.setup import check_core
from jxbook.setup.book import MacroWorkbook
from jxbook.setup.check_book import check_book_settings, check_macros, check_mark, check_others_macros
from jxbook.setup.check_core import check_folder
from jxbook.setup.diagnosis import BOOK_CHECKS, diagnose
from jxbook.setup.excel import install, interpreter, place_of, script_path
from jxbook.setup.line import Diagnosis, Health
from jxbook.setup.machine import Machine

FINE, NOTE, BROKEN = Health.FINE, Health.NOTE, Health.BROKEN


def seen(machine: Machine) -> dict[str, Diagnosis]:
    return {line.name: line for line in diagnose(machine, None, machine.home)}


def states(machine: Machine) -> dict[str, Health]:
    return {name: line.state for name, line in seen(machine).items()}


@pytest.fixture(autouse=True)
def quick_trial(monkeypatch):
    """The trial scoring takes a tenth of a second and is the same on every machine."""
    monkeypatch.setattr(check_core, "_trial_total", lambda: Decimal(100))


def test_a_windows_machine_after_install_is_all_fine(windows):
    list(install(windows))
    assert set(states(windows).values()) - {NOTE} == {FINE}
    assert [name for name, state in states(windows).items() if state is NOTE] == ["LibreOffice"]
    assert list(seen(windows)) == [
        *("Python", "jxbook", "xlwings", "pywin32", "评价政策", "模板", "试算"),
        *("Excel", "安全策略", "JX_ 函数", "Excel 用的 Python", "连接 Excel 的 DLL", "LibreOffice", "文件夹"),
    ]


def test_a_mac_after_install_works_with_buttons_only(mac):
    list(install(mac))
    assert [name for name, state in states(mac).items() if state is NOTE] == ["Excel", "LibreOffice"]
    assert BROKEN not in states(mac).values()
    assert "只能用按钮" in seen(mac)["Excel"].what


def test_linux_is_no_error(linux):
    assert BROKEN not in states(linux).values()
    assert "没有 Excel" in seen(linux)["Excel"].what
    assert {"pywin32", "连接 Excel 的 DLL", "Excel 用的 Python", "按钮脚本"} & set(seen(linux)) == set()


def _link_lost(machine: Machine) -> Machine:
    machine.disk.remove(place_of(machine))
    return machine


def _dll_lost(machine: Machine) -> Machine:
    machine.disk.files.pop(place_of(machine) / "jxbook64.dll")
    return machine


APP = r"Software\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
RULES = r"Software\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
NO_CHILDREN = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
MACROS = r"Software\Policies\Microsoft\Office\16.0\Excel\Security"


def _registry(key: str, name: str, value: str | int) -> Callable[[Machine], Machine]:
    def change(machine: Machine) -> Machine:
        machine.registry.write(key, {name: value})
        return machine

    return change


def _outside_the_code_page(machine: Machine) -> Machine:
    local = PureWindowsPath(r"C:\Users\李䶮\AppData\Local")
    return replace(machine, environ={"LOCALAPPDATA": str(local)})


def _fault(module: str) -> Callable[[Machine], Machine]:
    return lambda machine: replace(machine, import_fault={module: "ImportError：DLL load failed"}.get)


def _lacks(package: str) -> Callable[[Machine], Machine]:
    return lambda machine: replace(
        machine, version=lambda name: None if name == package else machine.version(name)
    )


STORE = PureWindowsPath(r"C:\Program Files\WindowsApps\PythonSoftwareFoundation.Python.3.11")

FAULTS = [
    # what is wrong, on which line it shows, what it says, what it advises
    (lambda m: replace(m, python="3.9.13"), "Python", "版本太旧", "请安装 Python 3.11"),
    (lambda m: replace(m, bits=32), "Python", "32位", "请安装64位的 Python"),
    (lambda m: replace(m, base_prefix=STORE), "Python", "应用商店", "python.org"),
    (_lacks("xlwings"), "xlwings", "没有安装", "pip install --force-reinstall xlwings"),
    (_fault("xlwings"), "xlwings", "DLL load failed", "install.cmd"),
    (_lacks("pywin32"), "pywin32", "没有安装", "pip install --force-reinstall pywin32"),
    (_fault("win32com.server"), "pywin32", "无法载入", "pip install --force-reinstall pywin32"),
    (_fault("jxbook.excel.udfs"), "JX_ 函数", "无法载入", "重新安装 jxbook"),
    (_link_lost, "Excel 用的 Python", "不存在", "jxbook install"),
    (
        _registry(APP, "", r"C:\Program Files\WindowsApps\Microsoft.Office.Desktop\excel.exe"),
        "Excel 的版本",
        "应用商店",
        "桌面版",
    ),
    (_registry(RULES, NO_CHILDREN, "1"), "安全策略", "子进程", "pythonw.exe"),
    (_registry(MACROS, "vbawarnings", 4), "安全策略", "全部宏", "--trust"),
    (_dll_lost, "连接 Excel 的 DLL", "没有 jxbook64.dll", "杀毒软件"),
    (_outside_the_code_page, "安装的位置", "李䶮", "8dot3name"),
]


@pytest.mark.parametrize(("fault", "name", "what", "fix"), FAULTS, ids=[f"{f[1]} {f[2]}" for f in FAULTS])
def test_what_is_broken_is_said_with_its_remedy(windows, fault, name, what, fix):
    list(install(windows))
    line = seen(fault(windows))[name]
    assert line.state is BROKEN
    assert what in line.what
    assert fix in line.fix


def test_another_jxbook_that_answers_to_the_command_is_named(windows):
    other = PureWindowsPath(r"C:\old\Scripts\jxbook.exe")
    line = seen(replace(windows, which={"jxbook": other}.get))["另一份 jxbook"]
    assert (line.state, str(other) in line.what) == (NOTE, True)
    own = windows.prefix / r"Scripts\jxbook.exe"
    assert "另一份 jxbook" not in seen(replace(windows, which={"jxbook": own}.get))


def test_an_excel_of_the_desktop_is_fine(windows):
    windows.registry.write(APP, {"": r"C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE"})
    assert states(windows)["Excel 的版本"] is FINE


def test_a_short_name_serves_every_user(windows):
    short = replace(_outside_the_code_page(windows), short_name=lambda _: r"C:\Users\LI9A3~1\pythonw.exe")
    assert "安装的位置" not in seen(short)


def test_what_failed_last_in_excel_is_told_with_its_remedy(windows):
    log = place_of(windows).parent / "excel.log"
    windows.disk.put(log, data="2024-05-01 09:30:00\t启动计算程序\tImportError：lxml\n".encode())
    line = seen(windows)["Excel 里最近一次出错"]
    assert (line.state, line.what) == (NOTE, "2024-05-01 09:30:00 启动计算程序：ImportError：lxml")
    assert "install.cmd" in line.fix


def test_before_install_excel_finds_no_python(windows, mac):
    for machine in (windows, mac):
        line = seen(machine)["Excel 用的 Python"]
        assert (line.state, str(interpreter(machine)) in line.what) == (BROKEN, True)
    assert states(mac)["按钮脚本"] is BROKEN
    assert str(script_path(mac)) in seen(mac)["按钮脚本"].what


def test_another_python_at_the_place_is_a_note(windows):
    list(install(windows))
    other = replace(windows, package_folders=(PureWindowsPath(r"D:\other\Lib\site-packages"),))
    line = seen(other)["Excel 用的 Python"]
    assert (line.state, "不是本程序所在的" in line.what) == (NOTE, True)


def test_a_bundle_is_at_the_place_itself(windows):
    place = place_of(windows)
    windows.disk.put(interpreter(windows), place / "xlwings64-0.37.8.dll", place / "xlwings32-0.37.8.dll")
    assert "就是本程序所在的" in seen(replace(windows, prefix=place))["Excel 用的 Python"].what


def test_jxbook_run_from_its_sources_is_a_note(linux):
    line = seen(_lacks("jxbook")(linux))["jxbook"]
    assert (line.state, "没有安装" in line.what) == (NOTE, True)


def test_libreoffice_with_and_without_our_functions(linux, windows):
    there = replace(linux, which={"soffice": PurePosixPath("/usr/bin/soffice")}.get)
    assert "jxbook install --libreoffice" in seen(there)["LibreOffice"].fix
    ready = replace(there, libreoffice_profile=lambda: PurePosixPath("/home/wang/.config/libreoffice/4"))
    assert states(ready)["LibreOffice"] is FINE
    windows.disk.put(r"C:\Program Files\LibreOffice\program\soffice.exe")
    assert "soffice.exe" in seen(windows)["LibreOffice"].what


def test_a_folder_without_permission(linux):
    linux.disk.locked.add(linux.home)
    assert check_folder(linux, linux.home).state is BROKEN


@pytest.mark.parametrize(("total", "said"), [(Decimal("99.9"), "总分为99.9"), (None, "没有得出总分")])
def test_a_trial_with_another_result(linux, monkeypatch, total, said):
    monkeypatch.setattr(check_core, "_trial_total", lambda: total)
    assert (states(linux)["试算"], said in seen(linux)["试算"].what) == (BROKEN, True)


@pytest.mark.parametrize(
    ("place", "name"),
    [("jxbook.policy.shipped_policies", "评价政策"), ("jxbook.templates.template_path", "模板")],
)
def test_a_damaged_installation(linux, monkeypatch, place, name):
    def refuse(*_):
        raise no_template("甲.xlsx")

    monkeypatch.setattr(place, refuse)
    line = seen(linux)[name]
    said = no_template("甲.xlsx").finding
    assert (line.state, line.what, line.fix) == (BROKEN, f"甲.xlsx：{said.what}", said.fix)


def test_the_trial_itself(linux, monkeypatch):
    monkeypatch.undo()
    assert check_core.check_trial(linux) == Diagnosis("试算", FINE, "样例得100分，正确")


# What concerns one workbook


@pytest.fixture
def book() -> MacroWorkbook:
    """A workbook as `jxbook new` makes it."""
    modules = {"JxEngine": "", "ThisWorkbook": "Private Sub Workbook_Open()\nJxOpened\nEnd Sub\n"}
    settings = {key: str(value) for key, value in WINDOWS_SETTINGS}
    return MacroWorkbook(PureWindowsPath(r"C:\表\自评表.xlsm"), modules, settings)


@pytest.fixture
def mac_book(book) -> MacroWorkbook:
    """A workbook as `jxbook new --mac` makes it."""
    modules = {"JxEngine": "", "xlwings": 'Public Const XLWINGS_VERSION As String = "0.37.8"\n'}
    return replace(book, modules=modules, settings={key: str(value) for key, value in MAC_SETTINGS})


def test_a_fresh_workbook_is_all_fine(windows, book, mac, mac_book):
    assert [line.state for check in BOOK_CHECKS if (line := check(windows, book))] == [FINE, FINE, FINE]
    assert [line.state for check in BOOK_CHECKS if (line := check(mac, mac_book))] == [FINE, FINE]


def test_a_workbook_for_the_other_system(windows, book, mac, mac_book):
    for machine, other, fix in ((windows, mac_book, "jxbook new -o"), (mac, book, "jxbook new --mac")):
        line = check_macros(machine, other)
        assert (line.state, fix in line.fix) == (BROKEN, True)


@pytest.mark.parametrize(
    ("version", "state", "said"),
    [
        ("0.30.1", BROKEN, "自评表.xlsm 中的 xlwings 是 0.30.1，这个 Python 里的是 0.37.8"),
        ("0.37.8", NOTE, "自评表.xlsm 的宏是旧式的，出错时要等很久"),
    ],
)
def test_macros_of_a_first_jxbook_are_to_be_renewed(windows, book, version, state, said):
    old = {"xlwings": f'Public Const XLWINGS_VERSION As String = "{version}"'}
    line = check_macros(windows, replace(book, modules=old))
    assert (line.state, line.what) == (state, said)
    assert line.fix == "请关闭该文件后运行 jxbook renew 自评表.xlsm"


def test_macros_that_are_not_ours(windows, book):
    assert check_macros(windows, replace(book, modules={"Module1": "Sub A()"})).state is BROKEN


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("Module1", "Sub A()\nEnd Sub"),
        ("Sheet3", "Private Sub Worksheet_Change(ByVal Target As Range)\nEnd Sub"),
        ("ThisWorkbook", "Private Sub Workbook_Open()\nJxOpened\nEnd Sub\nSub Mine()\nEnd Sub"),
        ("ThisWorkbook", "Private Sub Workbook_Open()\nShell 1\nEnd Sub"),
    ],
)
def test_macros_of_others_are_named(windows, book, name, source):
    line = check_others_macros(windows, replace(book, modules=dict(book.modules) | {name: source}))
    assert (line.state, f"的 {name} 中" in line.what) == (NOTE, True)


def test_a_workbook_without_macros_is_a_note(windows, book):
    plain = replace(book, modules={})
    assert check_macros(windows, plain).state is NOTE
    assert check_book_settings(windows, plain) is None


@pytest.mark.parametrize(
    ("change", "state", "said"),
    [
        ({"INTERPRETER_MAC": "/opt/python"}, BROKEN, "/opt/python"),
        ({"INTERPRETER_MAC": ""}, BROKEN, "空"),
        ({"JXBOOK VERSION": "0.0.9"}, NOTE, f"由 jxbook 0.0.9 生成，现在是 {__version__}"),
    ],
)
def test_settings_inside_the_workbook(mac, mac_book, change, state, said):
    line = check_book_settings(mac, replace(mac_book, settings=mac_book.settings | change))
    assert (line.state, said in line.what) == (state, True)


def test_a_workbook_without_settings(windows, book):
    assert check_book_settings(windows, replace(book, settings={})).state is BROKEN


@pytest.mark.parametrize(("zone", "state"), [(b"3", BROKEN), (b"4", BROKEN), (b"0", FINE)])
def test_the_mark_of_the_web(windows, book, zone, state):
    windows.disk.put(f"{book.path}:Zone.Identifier", data=b"[ZoneTransfer]\r\nZoneId=" + zone + b"\r\n")
    line = check_mark(windows, book)
    assert (line.state, "解除锁定" in line.fix) == (state, state is BROKEN)


def test_other_systems_know_no_such_mark(mac, book):
    assert check_mark(mac, book) is None
