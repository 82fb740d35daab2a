"""What a clerk finds on the desktop: empty workbooks, and 校验, 得分写入, 生成报告, on which a file is dropped.

The three are shortcuts to pythonw, never batch files: Explorer hands a dropped `a&b.xlsx` over without quotes,
and cmd.exe would run what stands behind the &. Files that are written here carry no mark of the web.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePath
from typing import NamedTuple

from jxbook.finding import Refusal
from jxbook.setup.excel import interpreter
from jxbook.setup.machine import Machine

NAME, EMPTY = "绩效评价", "空表"
_SHELL_FOLDERS = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


class Action(NamedTuple):
    """What a drop target is called, says of itself, and does."""

    command: str
    name: str
    hint: str


ACTIONS = {
    one.command: one
    for one in (
        Action("check", "校验", "把自评表拖到这里，列出要改的地方"),
        Action("score", "得分写入", "把自评表拖到这里，把得分写进表里，其他内容不动"),
        Action("report", "生成报告", "把自评表拖到这里，在它旁边生成 Word 报告和核对单"),
    )
}


def lay_down(machine: Machine, folder: PurePath | None) -> Iterator[str]:
    """Fill the folder, by default 绩效评价 on the desktop; workbooks that are there already stay."""
    place = folder or desktop(machine) / NAME
    for name, data in _workbooks():
        if not machine.disk.exists(place / EMPTY / name):
            machine.disk.write(place / EMPTY / name, data)
    for action in ACTIONS.values():
        arguments = f"-I -m jxbook.cli.dropped {action.command}"
        machine.shortcut(place / f"{action.name}.lnk", interpreter(machine), arguments, action.hint)
    yield f"已放好空表和“校验”“得分写入”“生成报告”：{place}（把填好的 .xlsx 或 .xlsm 拖上去）"


def take_up(machine: Machine) -> Iterator[str]:
    """Remove the shortcuts from the desktop; the workbooks are the clerk's."""
    place = desktop(machine) / NAME
    found = [place / f"{action.name}.lnk" for action in ACTIONS.values()]
    for path in filter(machine.disk.exists, found):
        machine.disk.remove(path)
        yield f"已删除 {path}"


def desktop(machine: Machine) -> PurePath:
    """The desktop, also where it has been moved to another disk."""
    named = machine.registry.read(_SHELL_FOLDERS, "Desktop")
    return machine.expanded(str(named)) if named else machine.home / "Desktop"


def _workbooks() -> Iterator[tuple[str, bytes]]:
    """File name and content: of the policies that the office has registered, or of all that come with jxbook."""
    from jxbook.excel.assemble import assemble
    from jxbook.making.filled import suggested_template
    from jxbook.policy import load_policy, policy_ids, user_policies

    own = []
    for path in user_policies():
        with suppress(Refusal):  # the doctor speaks of a faulty one
            own.append(load_policy(path))
    for policy in own or map(load_policy, policy_ids()):
        template = suggested_template(policy)
        name = _FORBIDDEN.sub("_", policy.identity.name)
        yield f"{name}.xlsx", template
        yield f"{name}.xlsm", assemble(template)
