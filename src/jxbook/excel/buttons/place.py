"""Where an open workbook lies."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath
from typing import Any


def place_of(book: Any) -> tuple[Path | None, str]:
    """The folder of the workbook; where there is none that files can be read from and written to: None, and why."""
    try:
        name = str(book.fullname)
    except Exception:  # xlwings, when it finds no local folder for a workbook on OneDrive or SharePoint
        name = "https://"
    if "://" in name:
        return None, "工作簿存放在 OneDrive 或 SharePoint 上，报告不能写在它旁边。"
    if not (Path(name).is_absolute() or PureWindowsPath(name).is_absolute()):
        return None, "工作簿还没有保存，报告不能写在它旁边。"
    if not Path(name).parent.is_dir():
        return None, "工作簿所在的文件夹现在不能访问，报告不能写在它旁边。"
    return Path(name).parent, ""
