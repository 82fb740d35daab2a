"""A starter as the desktops of Linux know it: freedesktop.org's Desktop Entry Specification 1.5.

No shell stands between: the desktop hands the names of the files over as they are, whatever they contain.
"""

from __future__ import annotations

from pathlib import PurePath

from jxbook.pattern import pattern

_MUST_BE_QUOTED = pattern(r'[\s"\'\\><~|&;$*?#()`]')
_ENV = "/usr/bin/env"
_ESCAPED = pattern(r'(["`$\\])')


def desktop_entry(name: str, program: PurePath, arguments: str, hint: str) -> bytes:
    """The text of a `.desktop` file that starts `program` with plain `arguments` and the files it is given."""
    told = _argument(str(program))
    if (
        "%" in told
    ):  # GLib looks for the first word before it reads %% as %, and takes what is not found for a fault
        told = f"{_ENV} {told}"
    lines = {
        "Type": "Application",
        "Name": name,
        "Comment": hint,
        "Exec": f"{told} {arguments} %F".replace("\\", "\\\\"),
        "Icon": "x-office-spreadsheet",
        "Terminal": "false",
        "Categories": "Office;Spreadsheet;",
    }
    body = "".join(f"{key}={value}\n" for key, value in lines.items())
    return f"[Desktop Entry]\nVersion=1.0\n{body}".encode()


def program_of(entry: bytes) -> str | None:
    """The program that a starter as above names; None where it is no such text."""
    for line in entry.decode("utf-8", "replace").splitlines():
        if line.startswith("Exec="):
            told = (
                line.removeprefix("Exec=").replace("\\\\", "\\").replace("%%", "%").removeprefix(f"{_ENV} ")
            )
            if told.startswith('"'):
                return pattern(r"\\(.)").sub(r"\1", told[1:].partition('" ')[0])
            return told.partition(" ")[0]
    return None


def _argument(text: str) -> str:
    """One argument as Exec writes it."""
    text = text.replace("%", "%%")
    return '"' + _ESCAPED.sub(r"\\\1", text) + '"' if _MUST_BE_QUOTED.search(text) else text
