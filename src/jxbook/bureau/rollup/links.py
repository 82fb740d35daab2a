"""From the roll-up to the files, wherever both are moved together."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from xlsxwriter.url import Url  # type: ignore[import-untyped]

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern

LINKS = 65_530
"""As many as Excel takes in a sheet."""
_LONGEST = 2000
_ESCAPED = pattern(r"[%#\"<>\[\]`^{}\\ ]")


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a file, where there is a way that a workbook can tell."""

    text: str
    target: str

    @property
    def leads(self) -> bool:
        """Is there such a way?"""
        return 0 < len(self.target) <= _LONGEST


def link_to(path: str, folder: Path) -> str:
    """The target of a link from a workbook in `folder`; "" where there is no way, as to another drive."""
    if "://" in path:
        return path if path.startswith(("http://", "https://")) else ""
    parent, name = os.path.split(path)
    way = os.path.normpath(f"{_way(parent, folder)}{os.sep}{name}")
    if any("\ud800" <= one <= "\udfff" for one in way):
        return ""  # a name that is no text cannot be written down
    return "external:" + _ESCAPED.sub(lambda one: f"%{ord(one[0]):02X}", way.replace(os.sep, "/"))


@cache
def _way(parent: str, folder: Path) -> str:
    """From one folder to another; the full path of one on another drive."""
    try:
        return os.path.relpath(parent, folder)
    except ValueError:
        return parent


class FileLink(Url):  # type: ignore[misc]
    """A link to a file with "/" between its folders: Excel takes both, LibreOffice no backslash."""

    def _target(self) -> str:
        target: str = super()._target()
        return target.replace("\\", "/")
