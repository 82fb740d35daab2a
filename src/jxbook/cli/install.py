"""`jxbook install`: let Excel, or LibreOffice, find this Python."""

from __future__ import annotations

import argparse

from jxbook.cli import FINE
from jxbook.refusals.commands import profile_without_libreoffice

NEXT = (
    "下一步：关闭所有 Excel 窗口，重新打开自评表（.xlsm）；还没有的，用 jxbook new -o 自评表.xlsm 新建",
    "检查是否一切就绪：jxbook doctor",
)


def run(options: argparse.Namespace) -> int:
    """Set up, or with --remove take back, line by line."""
    if options.libreoffice:
        _libreoffice(options)
        return FINE
    if options.profile is not None:
        raise profile_without_libreoffice("jxbook install")
    from jxbook.setup import excel
    from jxbook.setup.local import this_machine

    machine = this_machine()
    for line in excel.remove(machine) if options.remove else excel.install(machine):
        print(line)
    if not options.remove:
        print(*NEXT, sep="\n")
    return FINE


def _libreoffice(options: argparse.Namespace) -> None:
    from jxbook.libreoffice import profile

    folder = options.profile or profile.default_profile()
    print(*(profile.remove(folder) if options.remove else profile.install(folder)), sep="\n")
