"""`jxbook install`: let Excel, or LibreOffice, find this Python; on Linux, let the desktop."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from jxbook.cli import FINE
from jxbook.refusals.commands import profile_without_libreoffice

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from pathlib import Path

    from jxbook.setup.machine import Machine

NEXT = "下一步：关闭所有 Excel 窗口，重新打开自评表（.xlsm）；还没有的，用 jxbook new -o 自评表.xlsm 新建"
NEXT_LINUX = "下一步：用 WPS 或 LibreOffice 填好自评表（.xlsx），保存并关闭，右键单击它选“打开方式”，或拖到桌面的图标上"
CHECK = "检查是否一切就绪：jxbook doctor"


def run(options: argparse.Namespace) -> int:
    """Set up, or with --remove take back, line by line."""
    if options.libreoffice:
        _libreoffice(options)
        return FINE
    if options.profile is not None:
        raise profile_without_libreoffice("jxbook install")
    from jxbook.setup.local import this_machine
    from jxbook.setup.trust import trust

    machine = this_machine()
    if options.trust is not None:
        print(*trust(machine, options.trust), sep="\n")
        return FINE
    for line in _removed(machine) if options.remove else _installed(machine, options.folder):
        print(line)
    if not options.remove:
        print(NEXT_LINUX if machine.is_linux else NEXT, CHECK, sep="\n")
    return FINE


def _installed(machine: Machine, folder: Path | None) -> Iterator[str]:
    from jxbook.setup import excel, linux
    from jxbook.setup.desk_folder import lay_down

    yield from linux.install(machine) if machine.is_linux else excel.install(machine)
    if not machine.is_mac:
        yield from lay_down(machine, folder)


def _removed(machine: Machine) -> Iterator[str]:
    from jxbook.setup import excel, linux
    from jxbook.setup.desk_folder import take_up
    from jxbook.setup.trust import distrust

    yield from distrust(machine)
    if not machine.is_mac:
        yield from take_up(machine)
    yield from linux.remove(machine) if machine.is_linux else excel.remove(machine)


def _libreoffice(options: argparse.Namespace) -> None:
    from jxbook.libreoffice import profile

    folder = options.profile or profile.default_profile()
    print(*(profile.remove(folder) if options.remove else profile.install(folder)), sep="\n")
