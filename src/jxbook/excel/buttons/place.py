"""Where an open workbook lies."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath
from typing import Any


def folder_of(book: Any) -> Path | None:
    """The folder of the workbook; None where there is none that files can be read from and written to."""
    try:
        name = str(book.fullname)
    except Exception:  # xlwings, when it finds no local folder for a workbook on OneDrive or SharePoint
        return None
    absolute = Path(name).is_absolute() or PureWindowsPath(name).is_absolute()
    if "://" in name or not absolute or not Path(name).parent.is_dir():
        return None
    return Path(name).parent
