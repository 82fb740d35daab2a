"""Running Windows programs under Wine: nothing of the caller's environment gets in, and no window can open."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

USER = "clerk"
PYTHON = PureWindowsPath(rf"C:\users\{USER}\AppData\Local\Programs\Python\Python311")
BUREAU = PureWindowsPath(r"C:\bureau")
"""Where the packages of a bureau lie, laid out as Python's own folder."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a Windows program ended, and what it wrote to both its outputs."""

    status: int
    output: str


@dataclass(frozen=True, slots=True)
class Windows:
    """A Windows in a folder: its disk C:, and the locale from which Wine takes its code page, 936."""

    folder: Path

    @property
    def disk(self) -> Path:
        """C: as this system sees it."""
        return self.folder / "prefix" / "drive_c"

    def here(self, path: PureWindowsPath | str) -> Path:
        """A path on C: as this system sees it."""
        return self.disk.joinpath(*PureWindowsPath(path).parts[1:])

    def there(self, path: Path) -> PureWindowsPath:
        """A path of this system as Windows sees it: on C:, or on Z:, which is the whole of this system."""
        if path.is_relative_to(self.disk):
            return PureWindowsPath("C:\\", *path.relative_to(self.disk).parts)
        return PureWindowsPath("Z:\\", *path.parts[1:])

    def run(
        self,
        *command: object,
        variables: Mapping[str, str] | None = None,
        encoding: str = "gbk",
        seconds: int = 240,
    ) -> Ran:
        """Run a program by its Windows path. `variables` are set for it alone."""
        self.wake()
        ran = subprocess.run(
            ["wine", *map(str, command)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=self.environment() | dict(variables or {}),
            timeout=seconds,
            check=False,
        )
        return Ran(ran.returncode, ran.stdout.decode(encoding, "replace").replace("\r\n", "\n"))

    def python(
        self, *arguments: object, variables: Mapping[str, str] | None = None, seconds: int = 240
    ) -> Ran:
        """Run the Windows Python, its output in UTF-8."""
        return self.run(
            PYTHON / "python.exe", "-X", "utf8", *arguments,
            variables=variables, encoding="utf-8", seconds=seconds,
        )  # fmt: skip

    def wake(self) -> None:
        """Start what Wine keeps running behind the programs; started by one of them it would hold its output open."""
        for program in (["wineserver", "--persistent=60"], ["wineboot"]):
            subprocess.run(
                program,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=self.environment(),
                check=False,
            )

    def environment(self) -> dict[str, str]:
        """All that a program under Wine is told. Without the overrides Wine would ask to fetch Mono and Gecko."""
        return {
            "PATH": "/usr/bin:/bin",
            "HOME": str(self.folder / "home"),
            "USER": USER,
            "LOGNAME": USER,
            "LOCPATH": str(self.folder / "locale"),
            "LC_ALL": "zh_CN.UTF-8",
            "WINEPREFIX": str(self.folder / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": os.environ.get("WINEDEBUG", "-all"),
            "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
