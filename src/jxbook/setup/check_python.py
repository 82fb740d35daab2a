"""Is this Python fit: its version, jxbook, xlwings and what xlwings needs."""

from __future__ import annotations

from jxbook import __version__
from jxbook.setup.line import Diagnosis, broken, fine, note
from jxbook.setup.machine import Machine

OLDEST = (3, 11)
_REINSTALL = (
    "请在命令窗口运行 pip install --force-reinstall {}；没有互联网的，请重新运行安装包中的 install.cmd"
)


def check_python(machine: Machine) -> Diagnosis:
    """Its version, its width, and that it is not the one Excel cannot start."""
    name, seen = "Python", f"{machine.python}，{machine.bits}位，{machine.executable}"
    wanted = ".".join(map(str, OLDEST))
    if tuple(int(part) for part in machine.python.split(".")[:2]) < OLDEST:
        return broken(name, f"{seen}：版本太旧", f"请安装 Python {wanted} 或更新的版本，再重新安装 jxbook")
    if machine.is_windows and "WindowsApps" in machine.base_prefix.parts:
        fix = "请从 python.org 安装 Python（选“仅为我安装”，不需要管理员权限），再重新安装 jxbook"
        return broken(name, f"{seen}：微软应用商店版，Excel 无法启动它", fix)
    if machine.is_windows and machine.bits != 64:
        return broken(name, f"{seen}：所用组件没有32位版本", "请安装64位的 Python，再重新安装 jxbook")
    return fine(name, seen)


def check_jxbook(machine: Machine) -> Diagnosis:
    """Which jxbook runs, and whether it is the one that is installed."""
    installed = machine.version("jxbook")
    if installed == __version__:
        return fine("jxbook", __version__)
    other = f"另外装有 {installed}" if installed else "没有安装"
    return note(
        "jxbook",
        f"{__version__}，直接从 {machine.package_folders[0]} 运行，{other}",
        "正式使用请在源码文件夹中运行 pip install .",
    )


def check_xlwings(machine: Machine) -> Diagnosis:
    """That the bridge to Excel is there and loads."""
    name, version = "xlwings", machine.version("xlwings")
    if version is None:
        return broken(name, "没有安装", _REINSTALL.format("xlwings"))
    fault = machine.import_fault("xlwings")
    if fault:
        return broken(name, f"{version}，无法载入（{fault}）", _REINSTALL.format("xlwings"))
    return fine(name, version)


def check_pywin32(machine: Machine) -> Diagnosis | None:
    """On Windows, that Python can speak to Excel at all."""
    if not machine.is_windows:
        return None
    name, version = "pywin32", machine.version("pywin32")
    if version is None:
        return broken(name, "没有安装，Excel 与 Python 无法通信", _REINSTALL.format("pywin32"))
    fault = machine.import_fault("win32com.server")
    if fault:
        return broken(name, f"{version}，无法载入（{fault}）", _REINSTALL.format("pywin32"))
    return fine(name, version)
