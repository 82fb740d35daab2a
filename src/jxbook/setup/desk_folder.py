"""What a clerk finds on the desktop: empty workbooks, and 校验, 得分写入, 生成报告, on which a file is dropped.

The three are shortcuts to pythonw, never batch files: Explorer hands a dropped `a&b.xlsx` over without quotes,
and cmd.exe would run what stands behind the &. Files that are written here carry no mark of the web.
On Linux they are `.desktop` files, and the workbooks are without macros, which nothing runs there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePath

from jxbook.file_names import allowed_name
from jxbook.finding import Refusal
from jxbook.setup import linux
from jxbook.setup.actions import ACTIONS, MODULE, Action
from jxbook.setup.excel import interpreter
from jxbook.setup.machine import Machine

NAME, EMPTY = "绩效评价", "空表"
_SHELL_FOLDERS = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"


def lay_down(machine: Machine, folder: PurePath | None) -> Iterator[str]:
    """Fill the folder, by default 绩效评价 on the desktop; workbooks that are there already stay."""
    place = folder or _usual_place(machine)
    if place is None:
        yield "本机没有桌面文件夹，空表和拖放用的图标没有放；要放在别处，请写 jxbook install --folder 文件夹"
        return
    for name, data in _workbooks(with_macros=machine.is_windows):
        if not machine.disk.exists(place / EMPTY / name):
            machine.disk.write(place / EMPTY / name, data)
    for action in ACTIONS.values():
        program = interpreter(machine) if machine.is_windows else machine.executable
        arguments = f"-I -m {MODULE} {action.command}"
        machine.shortcut(place / _file(machine, action), program, arguments, action.hint)
    yield f"已放好空表和“校验”“得分写入”“生成报告”：{place}（把填好的 .xlsx 或 .xlsm 拖上去）"


def take_up(machine: Machine) -> Iterator[str]:
    """Remove the shortcuts from the desktop; the workbooks are the clerk's."""
    place = _usual_place(machine)
    found = [place / _file(machine, action) for action in ACTIONS.values()] if place else []
    for path in filter(machine.disk.exists, found):
        machine.disk.remove(path)
        yield f"已删除 {path}"


def desktop(machine: Machine) -> PurePath:
    """The desktop of Windows, also where it has been moved to another disk."""
    named = machine.registry.read(_SHELL_FOLDERS, "Desktop")
    return machine.expanded(str(named)) if named else machine.home / "Desktop"


def _usual_place(machine: Machine) -> PurePath | None:
    """On the desktop; None on a Linux without one, such as a server."""
    found = desktop(machine) if machine.is_windows else linux.desktop(machine)
    return found / NAME if found else None


def _file(machine: Machine, action: Action) -> str:
    return f"{action.name}.lnk" if machine.is_windows else f"{action.name}.desktop"


def _workbooks(with_macros: bool) -> Iterator[tuple[str, bytes]]:
    """File name and content: of the policies that the office has registered, or of all that come with jxbook."""
    from jxbook.making.filled import suggested_template
    from jxbook.policy import load_policy, shipped_policies, user_policies

    own = []
    for path in user_policies():
        with suppress(Refusal):  # the doctor speaks of a faulty one
            own.append(load_policy(path))
    for policy in own or shipped_policies():
        template = suggested_template(policy)
        name = allowed_name(policy.identity.name)
        yield f"{name}.xlsx", template
        if with_macros:
            from jxbook.excel.assemble import assemble

            yield f"{name}.xlsm", assemble(template)
