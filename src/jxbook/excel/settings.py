"""Where a workbook finds Python, which `jxbook install` puts there; and what its hidden sheets are called."""

from __future__ import annotations

from jxbook import __version__

INTERPRETER_WIN = r"%LOCALAPPDATA%\jxbook\venv\Scripts\pythonw.exe"
"""Per user, without administrator's rights. macros/excel/JxBridge.bas names the same place."""
INTERPRETER_MAC = "$HOME/.jxbook/venv/bin/python"
"""Without a space: xlwings' AppleScript does not quote it."""
DLLS = {"jxbook64.dll": "xlwings64-{}.dll", "jxbook32.dll": "xlwings32-{}.dll"}
"""Our name of xlwings' DLL → xlwings' own, which holds its version: one for a 64-bit Excel, one for 32 bits."""
UDF_MODULES = "jxbook.excel.udfs"

SETTINGS_SHEET = "xlwings.conf"
TEXTS_SHEET = "jxbook.texts"
INTELLISENSE_SHEET = "_IntelliSense_"
"""Excel-DNA wants it last."""
VERSION_SETTING = "JXBOOK VERSION"
"""A row for `jxbook doctor`; xlwings passes over it."""

# What a file xlwings.conf beside a workbook, or in the user's profile, could say otherwise: each is pinned.
_OF_PYTHON = ("LICENSE_KEY", "ONEDRIVE_CONSUMER_WIN", "ONEDRIVE_COMMERCIAL_WIN", "SHAREPOINT_WIN")
_OF_MACROS = (
    "INTERPRETER",
    "CONDA PATH",
    "CONDA ENV",
    "PYTHONPATH",
    "ONEDRIVE_CONSUMER_MAC",
    "ONEDRIVE_COMMERCIAL_MAC",
    "SHAREPOINT_MAC",
    "RIBBON",
    "CLI_PATH",
)

WINDOWS_SETTINGS: tuple[tuple[str, str | bool], ...] = (
    *((key, "") for key in _OF_PYTHON),
    (VERSION_SETTING, __version__),
)
"""The rows of the sheet. Our macros read none of them: xlwings' Python asks for these when it looks for a
workbook on OneDrive or SharePoint."""

MAC_SETTINGS: tuple[tuple[str, str | bool], ...] = (
    ("INTERPRETER_MAC", INTERPRETER_MAC),
    ("INTERPRETER_WIN", ""),
    ("UDF MODULES", UDF_MODULES),
    ("USE UDF SERVER", False),
    ("SHOW CONSOLE", False),
    ("SHOW_ERROR_POPUPS", True),
    ("DEBUG UDFS", False),
    # Else a jxbook.py that came with a workbook would run in place of ours.
    ("ADD_WORKBOOK_TO_PYTHONPATH", False),
    *((key, "") for key in _OF_MACROS),
    *WINDOWS_SETTINGS,
)
"""The rows for xlwings' own macros, which only a workbook for a Mac has."""
