"""Letting Excel find this Python: nothing that needs an administrator, and no other workbook concerned.

The workbooks name one fixed place in the user's folder (jxbook.excel.settings). `bundle` installs right
there. A Python elsewhere is linked to: a virtual environment at that place which holds no packages of
its own, only the way to the packages of this Python, and xlwings' DLLs, which Excel looks for in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from jxbook.excel.settings import DLLS, INTERPRETER_MAC, INTERPRETER_WIN
from jxbook.refusals.machine import installed_by_others, no_excel
from jxbook.setup.machine import Machine

_LINK = "jxbook-link.pth"


def install(machine: Machine) -> Iterator[str]:
    """Let this user's Excel use this Python; a sentence for each step. Raises Refusal JX976, JX977, JX979."""
    place = place_of(machine)
    yield f"使用的 Python：{machine.executable}"
    if place == machine.prefix:
        yield "它就在自评表要找的位置，不需要另外设置"
    else:
        if machine.disk.exists(place):
            _require_link(machine, place)
            machine.disk.remove(place)
        machine.disk.write(link_path(machine), _link(machine))  # first: cut short, it is known as ours
        machine.disk.make_venv(place)
        yield f"已在自评表要找的位置建立指向它的连接：{place}"
    if machine.is_windows:
        yield from _copy_dlls(machine, place)
    if machine.is_mac:
        yield from _install_script(machine)


def remove(machine: Machine) -> Iterator[str]:
    """Take back what `install` made; a sentence for each step. Raises Refusal JX976, JX977, JX979."""
    place = place_of(machine)
    if place == machine.prefix:
        yield f"本程序就装在 {place}；要卸载，请关闭 Excel 和本窗口后删除这个文件夹"
    elif not machine.disk.exists(place):
        yield f"{place} 不存在，没有需要撤销的设置"
    else:
        _require_link(machine, place)
        machine.disk.remove(place)
        yield f"已删除连接：{place}"


def interpreter(machine: Machine) -> PurePath:
    """The Python that the workbooks ask for. Raises Refusal JX977 on a system without Excel."""
    if machine.has_excel:
        return machine.expanded(INTERPRETER_MAC if machine.is_mac else INTERPRETER_WIN)
    raise no_excel("jxbook install")


def place_of(machine: Machine) -> PurePath:
    """The environment that the workbooks ask for."""
    return interpreter(machine).parent.parent


def link_path(machine: Machine) -> PurePath:
    """The file that makes an environment at our place a link to another Python."""
    minor = ".".join(machine.python.split(".")[:2])
    packages = "Lib/site-packages" if machine.is_windows else f"lib/python{minor}/site-packages"
    return place_of(machine) / packages / _LINK


def script_path(machine: Machine) -> PurePath:
    """Where Excel for Mac looks for the script that starts Python."""
    name = f"xlwings-{machine.version('xlwings')}.applescript"
    return machine.home / "Library/Application Scripts/com.microsoft.Excel" / name


def _link(machine: Machine) -> bytes:
    """`addsitedir` rather than bare paths, so that the .pth files over there (pywin32's) count too; in
    escapes, because Python reads this file in the system's code page."""
    lines = [f"import site; site.addsitedir({str(folder)!a})\n" for folder in machine.package_folders]
    return "".join(lines).encode("ascii")


def _require_link(machine: Machine, place: PurePath) -> None:
    """Nothing is removed but what we made ourselves, even by a Python of another version."""
    if not machine.disk.find(place, _LINK):
        raise installed_by_others(str(place))


def _copy_dlls(machine: Machine, place: PurePath) -> Iterator[str]:
    """pip puts them above the packages: …\\DLL beside …\\Lib\\site-packages. Under xlwings' own name they serve
    the workbooks of a first jxbook, which ask for exactly that."""
    version = machine.version("xlwings")
    homes = dict.fromkeys([machine.prefix, *(folder.parent.parent for folder in machine.package_folders)])
    for ours, theirs in DLLS.items():
        name = theirs.format(version)
        found = (machine.disk.read(home / name) for home in homes)
        data = next((one for one in found if one is not None), None)
        if data is None:
            yield f"未能放入 {ours}：{machine.prefix} 中没有 {name}，请重新安装 xlwings 后重试"
            continue
        for one in {ours, name} if place != machine.prefix else {ours}:
            machine.disk.write(place / one, data)
        yield f"已放入 {ours}"


def _install_script(machine: Machine) -> Iterator[str]:
    """What `xlwings runpython install` does: without this script Excel for Mac starts no Python."""
    home, target = machine.package_home("xlwings"), script_path(machine)
    script = machine.disk.read(home / target.name) if home else None
    if script is None:
        yield f"未能启用按钮：找不到 {target.name}，请在终端中运行 xlwings runpython install"
    else:
        machine.disk.write(target, script)
        yield f"已启用按钮（相当于 xlwings runpython install）：{target}"
