"""On Linux: can a clerk check a file and make its report without a command window."""

from __future__ import annotations

from jxbook.setup.desktop_entry import program_of
from jxbook.setup.line import Diagnosis, broken, fine, note
from jxbook.setup.linux import endings, openers, starters
from jxbook.setup.machine import Machine

_INSTALL = "请运行 jxbook install"
_SHOWING = ("zenity", "kdialog", "xdg-open")


def check_actions(machine: Machine) -> Diagnosis | None:
    """That the three are in “打开方式”, and that the Python which they start is still there."""
    if not machine.is_linux:
        return None
    name = "右键菜单"
    entries = [machine.disk.read(path) for path in starters(machine)]
    if None in entries:
        fix = "要在文件的右键菜单和桌面上使用“校验”“得分写入”“生成报告”，请运行 jxbook install"
        return note(name, "还没有装入“校验”“得分写入”“生成报告”", fix)
    programs = {program_of(entry) for entry in entries if entry is not None}
    for one in programs:
        if one is None or not machine.disk.exists(machine.path(one)):
            return broken(name, f"“校验”等要启动的 {one or 'Python'} 不存在", _INSTALL)
    known = endings(openers(machine))
    if not known:
        return note(name, "本机还没有打开 .xlsx 的程序", f"装好 WPS 或 LibreOffice 后{_INSTALL}")
    return fine(
        name, f"“校验”“得分写入”“生成报告”可用于 {'、'.join(known)}，启动 {'、'.join(map(str, programs))}"
    )


def check_window(machine: Machine) -> Diagnosis | None:
    """That what they say can be shown."""
    if not machine.is_linux:
        return None
    found = next((one for one in _SHOWING if machine.which(one)), None)
    if found is None:
        what = "没有 zenity、kdialog、xdg-open，从右键菜单启动的结果没有窗口可以显示"
        return note("结果窗口", what, "请管理员安装 zenity；或用 jxbook check、jxbook report")
    return fine("结果窗口", f"由 {found} 显示")
