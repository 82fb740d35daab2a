"""What the doctor wants to know of a workbook: its macros and the settings it carries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePath

from jxbook.dataclass import dataclass, field
from jxbook.excel.project import modules_of
from jxbook.finding import Refusal
from jxbook.pattern import pattern
from jxbook.refusals.machine import macros_unreadable
from jxbook.workbook.grid import Grid

_PROJECT = "xl/vbaProject.bin"
_SETTINGS = "xlwings.conf"
_VERSION = pattern(r'XLWINGS_VERSION\s+As\s+String\s*=\s*"([^"]*)"', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MacroWorkbook:
    """A workbook: its VBA modules (name → source), the settings in its sheet xlwings.conf."""

    path: PurePath
    modules: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    compiled: str = ""
    """The fingerprint of the policy that its worksheet formulas were compiled from, "" where there are none."""
    current: str = ""
    """That of its policy as it now stands here, "" where the policy is not known."""

    @property
    def xlwings_version(self) -> str | None:
        """The version that xlwings' VBA module states of itself."""
        found = _VERSION.search(self.modules.get("xlwings", ""))
        return found[1] if found else None


def load_book(path: Path) -> MacroWorkbook:
    """Read a workbook. Raises Refusal JX90x where the file cannot be read, JX978 where its macros cannot."""
    from jxbook.workbook.opening import open_workbook
    from jxbook.workbook.reader import read_grid

    package = open_workbook(path)
    grid = read_grid(path)
    settings = {
        str(cell.value).upper(): str(sheet.cells[row, 2].value) if (row, 2) in sheet.cells else ""
        for sheet in grid.sheets
        if sheet.name == _SETTINGS
        for (row, column), cell in sheet.cells.items()
        if column == 1
    }
    modules = _modules(package.part(_PROJECT), path.name) if _PROJECT in package else {}
    return MacroWorkbook(path, modules, settings, grid.fingerprint, _current(path, grid))


def _current(path: Path, grid: Grid) -> str:
    """The fingerprint of the workbook's policy. What is wrong with form or policy is not for the doctor to say."""
    from jxbook.assess import Source, assess
    from jxbook.policy.fingerprint import fingerprint

    if not grid.fingerprint:
        return ""
    try:
        return fingerprint(assess(Source(grid, path.name, path.absolute().parent)).whole)
    except Refusal:
        return ""


def _modules(project: bytes, place: str) -> dict[str, str]:
    try:
        return modules_of(project)
    except Exception as error:  # on damaged bytes the parser raises whatever it stumbles over
        raise macros_unreadable(place, type(error).__name__) from error
