"""Will Excel find this Python: the place that workbooks name, the DLL on Windows, the script on Mac."""

from __future__ import annotations

from jxbook.excel.journal import NAME, last_failure
from jxbook.excel.settings import DLLS, UDF_MODULES
from jxbook.setup.excel import interpreter, link_path, place_of, script_path
from jxbook.setup.line import Diagnosis, broken, fine, note
from jxbook.setup.machine import Machine

_INSTALL = "请运行 jxbook install，然后重新打开 Excel"


def check_excel(machine: Machine) -> Diagnosis:
    """Which part of Excel works on this system."""
    if machine.is_windows:
        return fine("Excel", "Windows：单元格函数和按钮都可以用（本机的 Excel 版本没有检查）")
    if machine.is_mac:
        return note("Excel", "Mac：只能用按钮，单元格函数不能用", "得分请用“校验”按钮或 jxbook score 计算")
    return note("Excel", "本系统没有 Excel，与它有关的各项没有检查", "在 LibreOffice 中可以使用同样的函数")


def check_functions(machine: Machine) -> Diagnosis | None:
    """That the module which Excel loads does load."""
    if machine.version("xlwings") is None:
        return None  # said already
    fault = machine.import_fault(UDF_MODULES)
    if fault:
        return broken("JX_ 函数", f"{UDF_MODULES} 无法载入（{fault}）", "安装不完整，请重新安装 jxbook")
    return fine("JX_ 函数", f"{UDF_MODULES} 可以载入")


def check_interpreter(machine: Machine) -> Diagnosis | None:
    """That there is a Python where the workbooks look for it, and that it is this one or leads to it."""
    if not machine.has_excel:
        return None
    name, wanted, place = "Excel 用的 Python", interpreter(machine), place_of(machine)
    if not machine.disk.exists(wanted):
        return broken(name, f"自评表要找的 {wanted} 不存在", _INSTALL)
    if place == machine.prefix:
        return fine(name, f"{wanted}，就是本程序所在的 Python")
    link = machine.disk.read(link_path(machine))
    own = ascii(str(machine.package_folders[0])).encode()
    if link is None or own not in link:
        return note(name, f"{wanted}，不是本程序所在的 {machine.executable}", f"如要改用本程序，{_INSTALL}")
    return fine(name, f"{wanted}，连接到 {machine.executable}")


def check_dll(machine: Machine) -> Diagnosis | None:
    """That both of xlwings' DLLs lie where the macros look for them, and are those of the package."""
    version = machine.version("xlwings")
    if not machine.is_windows or version is None:
        return None
    place = place_of(machine)
    missing = [name for name in DLLS if not machine.disk.exists(place / name)]
    if missing:
        return broken(
            "连接 Excel 的 DLL",
            f"{place} 中没有 {'、'.join(missing)}",
            f"请运行 pip install --force-reinstall xlwings=={version}，再运行 jxbook install；"
            "仍然没有的，可能被杀毒软件隔离，请恢复",
        )
    return fine("连接 Excel 的 DLL", f"xlwings {version}，64位和32位 Excel 都可以用")


def check_path(machine: Machine) -> Diagnosis | None:
    """xlwings' DLL starts Python by a name in the system's code page; a short name always fits, if there is one."""
    if not machine.is_windows:
        return None
    python = interpreter(machine)
    name = machine.short_name(python)
    if name.isascii() or machine.fits_code_page(name):
        return None
    return broken(
        "安装的位置",
        f"{python} 中有系统代码页没有的字，磁盘又没有短文件名，Excel 无法启动计算程序",
        "请管理员运行 fsutil 8dot3name set 0 后重新安装；或为该用户换一个名字只含常用汉字、字母的账户",
    )


def check_journal(machine: Machine) -> Diagnosis | None:
    """What failed last in Excel: the cell itself only says #VALUE!."""
    if not machine.has_excel:
        return None
    failure = last_failure(machine.disk.read(place_of(machine).parent / NAME) or b"")
    if failure is None:
        return None
    return note("Excel 里最近一次出错", f"{failure.when} {failure.doing}：{failure.told}", failure.fix)


def check_script(machine: Machine) -> Diagnosis | None:
    """On Mac, that Excel may start Python."""
    if not machine.is_mac or machine.version("xlwings") is None:
        return None
    path = script_path(machine)
    if not machine.disk.exists(path):
        return broken("按钮脚本", f"没有 {path}，按钮不起作用", _INSTALL)
    return fine("按钮脚本", str(path))
