"""“打开方式” in the file managers of Linux: 校验, 得分写入, 生成报告 behind the program that opens a workbook today."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath

from jxbook.setup.actions import ACTIONS, MODULE
from jxbook.setup.associations import opened_by, with_added, without
from jxbook.setup.desktop_entry import desktop_entry
from jxbook.setup.machine import Machine

KINDS = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.ms-excel.sheet.macroEnabled.12": ".xlsm",
    "application/vnd.ms-excel.sheet.macroenabled.12": ".xlsm",
    "application/vnd.ms-excel": ".xls",
}
"""The kinds of files that the commands read and a file manager tells apart; an .et must be saved as .xlsx first.
The list of kinds spells .xlsm in either way, by its age."""

PREFIX = "jxbook-"
IDS = tuple(f"{PREFIX}{command}.desktop" for command in ACTIONS)
"""Under which names the desktop knows our starters."""


def install(machine: Machine) -> Iterator[str]:
    """Put the three into “打开方式”; a sentence for each step. Raises Refusal JX976, and JX915 where the
    user's list of what opens what changes meanwhile."""
    yield f"使用的 Python：{machine.executable}"
    for action, path in zip(ACTIONS.values(), starters(machine), strict=True):
        name, arguments = f"绩效评价：{action.name}", f"-I -m {MODULE} {action.command}"
        machine.disk.write(path, desktop_entry(name, machine.executable, arguments, action.hint))
    firsts = openers(machine)
    _change_own_list(machine, lambda old: with_added(old, firsts, IDS))
    if firsts:
        yield f"已在文件的右键菜单“打开方式”中加入“校验”“得分写入”“生成报告”（{'、'.join(endings(firsts))}），双击仍由原来的程序打开"
    else:
        yield "没有加入右键菜单：本机还没有打开 .xlsx 的程序，装好 WPS 或 LibreOffice 后请再运行 jxbook install"


def remove(machine: Machine) -> Iterator[str]:
    """Take back what `install` made. Raises Refusal as it does."""
    _change_own_list(machine, lambda old: without(old, IDS))
    for path in filter(machine.disk.exists, starters(machine)):
        machine.disk.remove(path)
        yield f"已删除 {path}"


def starters(machine: Machine) -> list[PurePath]:
    """Where the files of the three stand."""
    return [_data_home(machine) / "applications" / name for name in IDS]


def openers(machine: Machine) -> dict[str, str]:
    """Kind of file → the program, not ours, that a double click on one starts; only kinds that have one."""
    texts = [without(_text(machine, path), IDS) for path in _lists(machine)]
    found = {kind: opened_by(texts, kind) for kind in KINDS}
    return {kind: program for kind, program in found.items() if program}


def endings(kinds: dict[str, str]) -> list[str]:
    """The endings of these kinds, each once."""
    return list(dict.fromkeys(KINDS[kind] for kind in kinds))


def desktop(machine: Machine) -> PurePath | None:
    """The desktop as xdg-user-dirs keeps it, by whatever name; None where there is none."""
    for line in _text(machine, _config_home(machine) / "user-dirs.dirs").splitlines():
        key, _, value = line.strip().partition("=")
        if key == "XDG_DESKTOP_DIR":
            text = value.strip('"').replace("${HOME}", "$HOME")
            named = machine.path(text.replace("$HOME", str(machine.home), 1))
            return named if named != machine.home and machine.disk.exists(named) else None
    usual = (machine.home / name for name in ("桌面", "Desktop"))
    return next(filter(machine.disk.exists, usual), None)


def _lists(machine: Machine) -> Iterator[PurePath]:
    """All lists of what opens what, the nearest first: the desktop's own, the user's, the system's."""
    names = [f"{one.lower()}-mimeapps.list" for one in _split(machine, "XDG_CURRENT_DESKTOP", "")]
    names.append("mimeapps.list")
    data = [_data_home(machine), *_paths(machine, "XDG_DATA_DIRS", "/usr/local/share:/usr/share")]
    folders = [_config_home(machine), *_paths(machine, "XDG_CONFIG_DIRS", "/etc/xdg")]
    for folder in [*folders, *(one / "applications" for one in data)]:
        yield from (folder / name for name in names)
    yield from (one / "applications" / "mimeinfo.cache" for one in data)


def _change_own_list(machine: Machine, change: Callable[[str], str]) -> None:
    """Change the user's list of what opens what, which every program that is installed changes as well."""
    own = _config_home(machine) / "mimeapps.list"
    read = machine.disk.read(own)
    old = _decoded(read)
    if (new := change(old)) != old:
        machine.disk.change(own, new.encode("utf-8", "surrogateescape"), read)


def _config_home(machine: Machine) -> PurePath:
    return _folder(machine, "XDG_CONFIG_HOME", ".config")


def _data_home(machine: Machine) -> PurePath:
    return _folder(machine, "XDG_DATA_HOME", ".local/share")


def _folder(machine: Machine, name: str, usual: str) -> PurePath:
    """What the variable says, unless it says nothing or a place that depends on the current folder."""
    named = machine.path(machine.environ.get(name) or "")
    return named if named.is_absolute() else machine.home / usual


def _paths(machine: Machine, name: str, usual: str) -> list[PurePath]:
    return [one for one in map(machine.path, _split(machine, name, usual)) if one.is_absolute()]


def _split(machine: Machine, name: str, usual: str) -> list[str]:
    return [one for one in (machine.environ.get(name) or usual).split(":") if one]


def _text(machine: Machine, path: PurePath) -> str:
    return _decoded(machine.disk.read(path))


def _decoded(read: bytes | None) -> str:
    return (read or b"").decode("utf-8", "surrogateescape")
