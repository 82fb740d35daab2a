"""Machines in memory: a Windows, a Mac and a Linux computer, with what is on their disks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from jxbook import __version__
from jxbook.refusals.machine import cannot_change
from jxbook.refusals.writing import changed_meanwhile
from jxbook.setup.machine import Machine

XLWINGS = "0.37.8"
DLLS = (f"xlwings64-{XLWINGS}.dll", f"xlwings32-{XLWINGS}.dll")


class MemoryDisk:
    """Files by path. A folder stands there when a file in it does."""

    def __init__(self, kind: type[PurePath]) -> None:
        self.kind = kind
        self.files: dict[PurePath, bytes] = {}
        self.locked: set[PurePath] = set()

    def put(self, *paths: str | PurePath, data: bytes = b"x") -> None:
        self.files |= {self.kind(path): data for path in paths}

    def read(self, path: PurePath) -> bytes | None:
        return self.files.get(path)

    def exists(self, path: PurePath) -> bool:
        return any(one.is_relative_to(path) for one in self.files)

    def find(self, folder: PurePath, name: str) -> PurePath | None:
        return next((one for one in self.files if one.is_relative_to(folder) and one.name == name), None)

    def writable(self, folder: PurePath) -> bool:
        return folder not in self.locked

    def write(self, path: PurePath, data: bytes) -> None:
        self.files[path] = data

    def change(self, path: PurePath, data: bytes, read: bytes | None) -> None:
        if self.read(path) != read:
            raise changed_meanwhile(path.name)
        self.files[path] = data

    def remove(self, folder: PurePath) -> None:
        if folder in self.locked:
            raise cannot_change(str(folder))
        self.files = {path: data for path, data in self.files.items() if not path.is_relative_to(folder)}

    def make_venv(self, folder: PurePath) -> None:
        windows = self.kind is PureWindowsPath
        self.put(folder / "pyvenv.cfg", folder / ("Scripts/pythonw.exe" if windows else "bin/python"))


class MemoryRegistry:
    """Keys with their values; `ours` are those that were written."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str | int] = {}

    def read(self, key: str, name: str) -> str | int | None:
        return self.values.get((key, name))

    def write(self, key: str, values: Mapping[str, str | int]) -> None:
        self.values |= {(key, name): value for name, value in values.items()}

    def remove(self, key: str) -> None:
        self.values = {place: value for place, value in self.values.items() if place[0] != key}


def _machine(platform: str, home: PurePath, prefix: PurePath, executable: str, packages: str) -> Machine:
    disk = MemoryDisk(type(home))
    disk.put(prefix / executable)
    versions = {"jxbook": __version__, "xlwings": XLWINGS, "pywin32": "312"}
    xlwings = prefix / packages / "xlwings"
    return Machine(
        platform=platform,
        python="3.11.9",
        bits=64,
        executable=prefix / executable,
        prefix=prefix,
        base_prefix=prefix,
        package_folders=(prefix / packages,),
        environ={},
        home=home,
        disk=disk,
        registry=MemoryRegistry(),
        shortcut=lambda path, program, arguments, _: disk.put(path, data=f"{program} {arguments}".encode()),
        version=versions.get,
        import_fault={}.get,
        package_home={"xlwings": xlwings}.get,
        which=lambda _: None,
        short_name=str,
        fits_code_page=lambda text: "䶮" not in text,
        libreoffice_profile=lambda: None,
    )


@pytest.fixture
def windows() -> Machine:
    """A clerk called 张三, and a Python in D:\\工具 with everything installed; `jxbook install` not yet run."""
    home, prefix = PureWindowsPath(r"C:\Users\张三"), PureWindowsPath(r"D:\工具\.venv")
    machine = _machine("win32", home, prefix, r"Scripts\python.exe", r"Lib\site-packages")
    machine.disk.put(*(prefix / name for name in DLLS), data=b"MZ")
    return replace(machine, environ={"LOCALAPPDATA": str(home / r"AppData\Local")})


@pytest.fixture
def mac() -> Machine:
    """A Mac with everything installed; `jxbook install` not yet run."""
    home, prefix = PurePosixPath("/Users/li"), PurePosixPath("/Users/li/jx/.venv")
    machine = _machine("darwin", home, prefix, "bin/python", "lib/python3.11/site-packages")
    machine.disk.put(
        prefix / f"lib/python3.11/site-packages/xlwings/xlwings-{XLWINGS}.applescript", data=b"script"
    )
    return machine


@pytest.fixture
def linux() -> Machine:
    """A Linux computer."""
    home, prefix = PurePosixPath("/home/wang"), PurePosixPath("/home/wang/.venv")
    return _machine("linux", home, prefix, "bin/python", "lib/python3.11/site-packages")
