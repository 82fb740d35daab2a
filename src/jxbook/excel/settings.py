"""What a workbook must know to find Python: the sheet xlwings.conf, and where `jxbook install` puts things."""

from __future__ import annotations

from jxbook import __version__

INTERPRETER_WIN = r"%LOCALAPPDATA%\jxbook\venv\Scripts\pythonw.exe"
"""Per user, without administrator's rights; xlwings looks for its DLL in the venv's own folder."""
INTERPRETER_MAC = "$HOME/.jxbook/venv/bin/python"
"""Without a space: xlwings' AppleScript does not quote it."""
UDF_MODULES = "jxbook.excel.udfs"
USE_UDF_SERVER = True
"""Buttons use the Python process of the functions, so that it starts once."""

SETTINGS_SHEET = "xlwings.conf"
TEXTS_SHEET = "jxbook.texts"
INTELLISENSE_SHEET = "_IntelliSense_"
"""Excel-DNA wants it last."""
VERSION_SETTING = "JXBOOK VERSION"
"""A row for `jxbook doctor`; xlwings passes over it."""

_UNUSED = (
    "CONDA PATH",
    "CONDA ENV",
    "LICENSE_KEY",
    "ONEDRIVE_CONSUMER_WIN",
    "ONEDRIVE_COMMERCIAL_WIN",
    "SHAREPOINT_WIN",
)

SETTINGS: tuple[tuple[str, str | bool], ...] = (
    ("INTERPRETER_WIN", INTERPRETER_WIN),
    ("INTERPRETER_MAC", INTERPRETER_MAC),
    ("UDF MODULES", UDF_MODULES),
    ("USE UDF SERVER", USE_UDF_SERVER),
    ("SHOW CONSOLE", False),
    ("DEBUG UDFS", False),
    # Else a jxbook.py that came with a workbook would run in place of ours.
    ("ADD_WORKBOOK_TO_PYTHONPATH", False),
    ("PYTHONPATH", ""),
    # Not used, but said: for what the sheet does not name, xlwings looks for files at every call.
    *((key, "") for key in _UNUSED),
    (VERSION_SETTING, __version__),
)
"""The rows of the sheet; what it names counts before every settings file of the user."""
