"""An older .xlsm → the same with current macros and settings, what staff entered untouched."""

from __future__ import annotations

import struct
import sys
import warnings
from collections.abc import Mapping

from jxbook.dataclass import dataclass
from jxbook.excel.formbuttons import RIBBON_PART, add_ribbon
from jxbook.excel.hidden import renew_hidden_sheets
from jxbook.excel.project import ENGINE, PROJECT, System, foreign_modules, modules_of, renew_project
from jxbook.excel.settings import SETTINGS_SHEET, TEXTS_SHEET
from jxbook.package import Package, open_zip
from jxbook.package.draft import Draft
from jxbook.package.opc import CONTENT_TYPES, MACRO_WORKBOOK
from jxbook.refusals.macros import locked_macros, no_macros, not_our_workbook, signed_macros
from jxbook.refusals.writing import signed
from jxbook.workbook.parts import read_plan


@dataclass(frozen=True, slots=True)
class Renewed:
    """The file, and the names of the modules in it that are not ours and stay as they were."""

    data: bytes
    foreign: tuple[str, ...]


def renew(xlsm: bytes, name: str = "工作簿") -> Renewed:
    """The workbook with current VBA, ribbon and hidden sheets; every other part byte for byte as it was.

    Raises Refusal: damaged (JX904), signed (JX912, JX942), without macros (JX941), not ours (JX943),
    locked (JX944), sources missing (JX940, JX945).
    """
    from pyopenvba.exceptions import PyOpenVBAError  # type: ignore[import-untyped]

    package = open_zip(xlsm, name)
    _require_ours(package)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            modules = modules_of(package.part(PROJECT))
            system = _system(modules)
            return Renewed(
                renew_project(_with_current_sheets(package, system), system), foreign_modules(modules)
            )
    except (PyOpenVBAError, UserWarning, KeyError, ValueError, struct.error):
        raise locked_macros(name) from None


def has_macros(package: Package) -> bool:
    """Is it a workbook with macros, be they ours or somebody else's?"""
    kinds = package.part(CONTENT_TYPES)
    return "xl/vbaproject.bin" in package.by_name and MACRO_WORKBOOK.encode() in kinds


def _system(modules: Mapping[str, str]) -> System:
    """What a workbook is for. The oldest ones had the same macros for both: they become what is worked on."""
    if ENGINE in modules:
        return System.MAC if "xlwings" in modules else System.WINDOWS
    return System.MAC if sys.platform == "darwin" else System.WINDOWS


def _with_current_sheets(package: Package, system: System) -> bytes:
    draft = Draft(package)
    renew_hidden_sheets(draft, system)
    if RIBBON_PART in package:
        add_ribbon(draft)
    return draft.bytes()


def _require_ours(package: Package) -> None:
    if any(part.startswith("_xmlsignatures/") for part in package.by_name):
        raise signed(package.name)
    if not has_macros(package):
        raise no_macros(package.name)
    if any(part.startswith("xl/vbaprojectsignature") for part in package.by_name):
        raise signed_macros(package.name)
    if not {SETTINGS_SHEET, TEXTS_SHEET} <= {sheet.name for sheet in read_plan(package).sheets}:
        raise not_our_workbook(package.name)
