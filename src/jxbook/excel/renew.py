"""An older .xlsm → the same with current macros and settings, what staff entered untouched."""

from __future__ import annotations

import warnings

from jxbook.excel.formbuttons import RIBBON_PART, add_ribbon
from jxbook.excel.hidden import renew_hidden_sheets
from jxbook.excel.project import renew_project
from jxbook.excel.settings import SETTINGS_SHEET, TEXTS_SHEET
from jxbook.package import Package, open_zip
from jxbook.package.draft import Draft
from jxbook.package.opc import CONTENT_TYPES, MACRO_WORKBOOK
from jxbook.refusals.macros import locked_macros, no_macros, not_our_workbook, signed_macros
from jxbook.refusals.writing import signed
from jxbook.workbook.parts import read_plan


def renew(xlsm: bytes, name: str = "工作簿") -> bytes:
    """The workbook with current VBA, ribbon and hidden sheets; every other part byte for byte as it was.

    Raises Refusal: damaged (JX904), signed (JX912, JX942), without macros (JX941), not ours (JX943),
    locked (JX944), sources missing (JX940, JX945).
    """
    package = open_zip(xlsm, name)
    _require_ours(package)
    draft = Draft(package)
    renew_hidden_sheets(draft)
    if RIBBON_PART in package:
        add_ribbon(draft)
    return _with_current_macros(draft.bytes(), name)


def _require_ours(package: Package) -> None:
    if any(part.startswith("_xmlsignatures/") for part in package.by_name):
        raise signed(package.name)
    kinds = package.part(CONTENT_TYPES)
    if "xl/vbaproject.bin" not in package.by_name or MACRO_WORKBOOK.encode() not in kinds:
        raise no_macros(package.name)
    if any(part.startswith("xl/vbaprojectsignature") for part in package.by_name):
        raise signed_macros(package.name)
    if not {SETTINGS_SHEET, TEXTS_SHEET} <= {sheet.name for sheet in read_plan(package).sheets}:
        raise not_our_workbook(package.name)


def _with_current_macros(data: bytes, name: str) -> bytes:
    from pyopenvba.exceptions import PyOpenVBAError  # type: ignore[import-untyped]

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return renew_project(data)
    except (PyOpenVBAError, UserWarning, KeyError, ValueError):
        raise locked_macros(name) from None
