"""From the roll-up to the files, wherever both are moved together."""

from __future__ import annotations

import os
from pathlib import Path

from xlsxwriter.url import Url  # type: ignore[import-untyped]

from jxbook.pattern import pattern

_ESCAPED = pattern(r"[%#\"<>\[\]`^{}\\ ]")


def link_to(path: str, folder: Path) -> str:
    """The target of a link from a workbook in `folder`; "" where there is no way, as to another drive."""
    if "://" in path:
        return path if path.startswith(("http://", "https://")) else ""
    try:
        way = os.path.relpath(path, folder)
    except ValueError:
        way = path
    if any("\ud800" <= one <= "\udfff" for one in way):
        return ""  # a name that is no text cannot be written down
    return "external:" + _ESCAPED.sub(lambda one: f"%{ord(one[0]):02X}", way.replace(os.sep, "/"))


class FileLink(Url):  # type: ignore[misc]
    """A link to a file with "/" between its folders: Excel takes both, LibreOffice no backslash."""

    def _target(self) -> str:
        target: str = super()._target()
        return target.replace("\\", "/")
