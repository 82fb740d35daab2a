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


_APP = r"Software\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
_MACROS = r"Software\Policies\Microsoft\Office\16.0\Excel\Security"
_NO_CHILDREN = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
"""Microsoft's rule "Block all Office applications from creating child processes"."""
_RULES = tuple(
    rf"Software\{vendor}\Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
    for vendor in (r"Policies\Microsoft", "Microsoft")
)


def check_edition(machine: Machine) -> Diagnosis | None:
    """Excel of the Microsoft Store runs shut in, and waits a minute for each program that it may not start."""
    where = machine.registry.read(_APP, "") if machine.is_windows else None
    if where is None:
        return None
    if "windowsapps" in str(where).lower():
        return broken(
            "Excel 的版本",
            f"{where}：微软应用商店版，不能启动计算程序",
            "请卸载它，改装桌面版 Office（单位的安装光盘，或从 office.com 下载的安装程序）",
        )
    return fine("Excel 的版本", f"{where}")


def check_guard(machine: Machine) -> Diagnosis | None:
    """Security software that forbids Excel to start any program, or a policy that forbids all macros."""
    if not machine.is_windows:
        return None
    if any(str(machine.registry.read(rules, _NO_CHILDREN)) == "1" for rules in _RULES):
        return broken(
            "安全策略",
            "Windows 的“阻止所有 Office 应用程序创建子进程”规则已打开，Excel 启动不了计算程序",
            f"请管理员把 {interpreter(machine)} 列为该规则的例外；不能例外的，用 jxbook score、check、report",
        )
    if machine.registry.read(_MACROS, "vbawarnings") == 4:
        return broken(
            "安全策略",
            "单位的策略禁用了 Excel 的全部宏",
            "请管理员允许受信任位置中的宏，再运行 jxbook install --trust 文件夹",
        )
    return fine("安全策略", "没有发现禁止宏或禁止 Excel 启动程序的策略（其他安全软件没有检查）")


def check_others(machine: Machine) -> Diagnosis | None:
    """Another jxbook that answers to the command."""
    other = machine.which("jxbook")
    if not machine.is_windows or other is None or other.is_relative_to(machine.prefix):
        return None
    return note(
        "另一份 jxbook",
        f"命令窗口里的 jxbook 是 {other}，不是本程序",
        "不用的那一份，请用它的 pip uninstall jxbook 卸载",
    )


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
