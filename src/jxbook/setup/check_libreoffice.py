"""LibreOffice, for systems without Excel: is it there, and are our functions in its profile."""

from __future__ import annotations

from pathlib import PurePath

from jxbook.setup.line import Diagnosis, fine, note
from jxbook.setup.machine import Machine

_USUAL = {
    "win32": (
        r"C:\Program Files\LibreOffice\program\soffice.exe",
        r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    ),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
}


def check_libreoffice(machine: Machine) -> Diagnosis:
    """Never more than a note: LibreOffice is another way to work, not a part of Excel's."""
    program = find_soffice(machine)
    if program is None:
        return note("LibreOffice", "没有安装；只用 Excel 的不需要")
    profile = machine.libreoffice_profile()
    if profile is None:
        fix = "要在其中使用函数和宏，请运行 jxbook install --libreoffice"
        return note("LibreOffice", f"{program}，还没有装入 JX_ 函数", fix)
    return fine("LibreOffice", f"{program}，JX_ 函数已装入 {profile}")


def find_soffice(machine: Machine) -> PurePath | None:
    """The program: on the search path, or where its installer puts it."""
    usual = map(machine.path, _USUAL.get(machine.platform, ()))
    return machine.which("soffice") or next(filter(machine.disk.exists, usual), None)
