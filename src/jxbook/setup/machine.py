"""The machine that is set up or examined, as one value, so that tests can describe any machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Protocol

from jxbook.dataclass import dataclass


class Disk(Protocol):
    """The files of a machine. Whatever changes one raises Refusal JX976 where that is impossible."""

    def read(self, path: PurePath) -> bytes | None:
        """The content, or None where there is no file or it may not be read."""

    def exists(self, path: PurePath) -> bool:
        """Whether a file or a folder stands there."""

    def find(self, folder: PurePath, name: str) -> PurePath | None:
        """A file of this name anywhere below the folder."""

    def writable(self, folder: PurePath) -> bool:
        """Whether a file can be made in the folder."""

    def write(self, path: PurePath, data: bytes) -> None:
        """Write a file that is all ours, its folders included."""

    def change(self, path: PurePath, data: bytes, read: bytes | None) -> None:
        """Write a file of the user instead of what was read there, None where nothing was. Raises Refusal JX915 where
        that is no longer so."""

    def remove(self, folder: PurePath) -> None:
        """Remove a folder with all that is in it."""

    def make_venv(self, folder: PurePath) -> None:
        """Make a virtual environment of the Python we run on, without packages."""


class Registry(Protocol):
    """Windows' settings. Keys are paths below the user's or the machine's own root."""

    def read(self, key: str, name: str) -> str | int | None:
        """A value of the user, else of the machine; None where there is none. The name "" is the key's own value."""

    def write(self, key: str, values: Mapping[str, str | int]) -> None:
        """Set values of the user, the key included. Raises Refusal JX976."""

    def remove(self, key: str) -> None:
        """Remove a key of the user with its values."""


@dataclass(frozen=True, slots=True)
class Machine:
    """What setting up and examining need to know about a computer and its user."""

    platform: str
    """As `sys.platform` says it: win32, darwin, linux."""
    python: str
    bits: int
    executable: PurePath
    prefix: PurePath
    """The folder of this Python's environment; on Windows xlwings' DLLs lie in it."""
    base_prefix: PurePath
    """The folder of the Python that was installed; differs from `prefix` in a virtual environment."""
    package_folders: tuple[PurePath, ...]
    """Where the packages of this Python are, jxbook's own folder first."""
    environ: Mapping[str, str]
    home: PurePath
    disk: Disk
    registry: Registry
    shortcut: Callable[[PurePath, PurePath, str, str], None]
    """Make a shortcut at a path: to which program, with what arguments, and what it says of itself."""
    version: Callable[[str], str | None]
    """Package → version installed beside this Python."""
    import_fault: Callable[[str], str | None]
    """Module → why it cannot be imported, None when it can."""
    package_home: Callable[[str], PurePath | None]
    which: Callable[[str], PurePath | None]
    short_name: Callable[[PurePath], str]
    """A path as Windows writes it in 8.3 names, where the disk keeps them."""
    fits_code_page: Callable[[str], bool]
    """Whether a text can be written in the system's own code page."""
    libreoffice_profile: Callable[[], PurePath | None]
    """The user's LibreOffice profile, when our functions are in it."""

    @property
    def is_windows(self) -> bool:
        """Excel here knows functions and buttons."""
        return self.platform == "win32"

    @property
    def is_mac(self) -> bool:
        """Excel here knows buttons only."""
        return self.platform == "darwin"

    @property
    def is_linux(self) -> bool:
        """No Excel; desktops as freedesktop.org describes them, Kylin and UOS among them."""
        return self.platform == "linux"

    @property
    def has_excel(self) -> bool:
        """Whether this system is one that Excel, with VBA, exists for."""
        return self.is_windows or self.is_mac

    def path(self, text: str) -> PurePath:
        """A path of this machine."""
        return type(self.home)(text)

    def expanded(self, text: str) -> PurePath:
        """A path as xlwings' settings write it: %LOCALAPPDATA%\\…, on Mac $HOME/…"""
        if self.is_windows:
            for name, value in self.environ.items():
                at = text.upper().find(f"%{name.upper()}%")
                if at >= 0:
                    text = text[:at] + value + text[at + len(name) + 2 :]
        elif text.startswith("$HOME/"):
            return self.home / text.removeprefix("$HOME/")
        return self.path(text)
