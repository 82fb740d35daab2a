"""The texts that lie in a bundle: install.cmd for a clerk to double-click, install.sh on Linux, and 说明.txt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from jxbook import __version__
from jxbook.setup.wheels import TargetPython, Wheel

_FOLDER = Path(__file__).parent
_LAST_INSTALLER = {"3.11": "3.11.9", "3.12": "3.12.10"}
"""python.org made no Windows installers for later releases of these."""


def install_cmd(target: TargetPython, pip: str, digest: str) -> bytes:
    """GBK, because cmd.exe reads a batch file in its console's code page and stumbles over UTF-8.

    `pip` is the file of pip's wheel in the bundle, `digest` its SHA-256: python.org's archive has no pip, and with
    one of our own every clerk's is the same.
    """
    about = _about(target) | {"PIP": pip, "PIPSUM": digest}
    return _filled("install.cmd", about).replace("\n", "\r\n").encode("gbk")


def install_sh(target: TargetPython) -> bytes:
    """For the plain shell of any Linux; UTF-8, as their terminals are."""
    return _filled("install.sh", _about(target)).encode()


def read_me(target: TargetPython, templates: Mapping[str, str], wheels: Sequence[Wheel]) -> bytes:
    """UTF-8 with a mark, which every Notepad reads. `templates` is file → the policy's name."""
    lists = {
        "TEMPLATES": "\n".join(f"    {file}：{name}" for file, name in templates.items()),
        "WHEELS": "\n".join(f"  {one.name} {one.version}" for one in wheels),
    }
    if not target.is_windows:
        return _filled("说明-Linux.txt", _about(target) | lists).encode()
    return _filled("说明.txt", _about(target) | lists).replace("\n", "\r\n").encode("utf-8-sig")


def installer(target: TargetPython) -> str:
    """The file to fetch from python.org where Python is missing."""
    last = _LAST_INSTALLER.get(target.python)
    return f"python-{last}-amd64.exe" if last else f"python-{target.python}.数字-amd64.exe（取最新的一个）"


def archive(target: TargetPython) -> str:
    """The file to fetch from python.org where no installer may run."""
    return installer(target).replace("-amd64.exe", "-embed-amd64.zip")


def _about(target: TargetPython) -> dict[str, str]:
    major, minor = target.python.split(".")
    return {
        "VERSION": __version__,
        "PYTHON": target.python,
        "DIGITS": major + minor,
        "TUPLE": f"{major}, {minor}",
        "INSTALLER": installer(target),
        "ARCHIVE": archive(target),
    }


def _filled(name: str, values: Mapping[str, str]) -> str:
    text = (_FOLDER / name).read_text("utf-8")
    for key, value in values.items():
        text = text.replace(f"@{key}@", value)
    return text
