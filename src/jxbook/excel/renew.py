"""An older .xlsm → the same with current macros and settings, what staff entered untouched."""

from __future__ import annotations

import warnings

from jxbook.excel.formbuttons import RIBBON_PART, add_ribbon
from jxbook.excel.hidden import renew_hidden_sheets
from jxbook.excel.project import renew_project
from jxbook.excel.settings import SETTINGS_SHEET, TEXTS_SHEET
from jxbook.workbook.opc import CONTENT_TYPES, MACRO_WORKBOOK, Draft, package_of
from jxbook.workbook.package import Package
from jxbook.workbook.parts import read_plan
from jxbook.workbook.refusals import SIGNED, Reason

_NO_MACROS = Reason(
    "JX941",
    "不是带宏的工作簿",
    "只有 .xlsm 工作簿中有宏可以更新",
    "请选择由 jxbook new 生成的 .xlsm 工作簿；.xlsx 工作簿不需要更新",
)
_SIGNED_MACROS = Reason(
    "JX942",
    "工作簿中的宏带有数字签名，未作修改",
    "更新宏会使签名失效",
    "请由签名人更新后重新签名，或在 Excel 的宏编辑器（工具—数字签名）中删除签名后重试",
)
_NOT_OURS = Reason(
    "JX943",
    "不是由 jxbook 生成的工作簿",
    "其中没有 jxbook 的宏或设置，更新可能损坏其他人的宏",
    "请用 jxbook new 新建一份 .xlsm，再把填报内容抄入",
)
_LOCKED = Reason(
    "JX944",
    "工作簿中的宏不能更新",
    "宏工程设有密码，或已损坏",
    "请在 Excel 的宏编辑器中取消工程密码后重试；不知道密码的，请用 jxbook new 新建一份",
)


def renew(xlsm: bytes, name: str = "工作簿") -> bytes:
    """The workbook with current VBA, ribbon and hidden sheets; every other part byte for byte as it was.

    Raises Refusal: damaged (JX904), signed (JX912, JX942), without macros (JX941), not ours (JX943),
    locked (JX944), sources missing (JX940, JX945).
    """
    package = package_of(xlsm, name)
    _require_ours(package)
    draft = Draft(package)
    renew_hidden_sheets(draft)
    if RIBBON_PART in package:
        add_ribbon(draft)
    return _with_current_macros(draft.bytes(), name)


def _require_ours(package: Package) -> None:
    if any(part.startswith("_xmlsignatures/") for part in package.by_name):
        raise SIGNED.at(package.name)
    kinds = package.part(CONTENT_TYPES)
    if "xl/vbaproject.bin" not in package.by_name or MACRO_WORKBOOK.encode() not in kinds:
        raise _NO_MACROS.at(package.name)
    if any(part.startswith("xl/vbaprojectsignature") for part in package.by_name):
        raise _SIGNED_MACROS.at(package.name)
    if not {SETTINGS_SHEET, TEXTS_SHEET} <= {sheet.name for sheet in read_plan(package).sheets}:
        raise _NOT_OURS.at(package.name)


def _with_current_macros(data: bytes, name: str) -> bytes:
    from pyopenvba.exceptions import PyOpenVBAError  # type: ignore[import-untyped]

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return renew_project(data)
    except (PyOpenVBAError, UserWarning, KeyError, ValueError):
        raise _LOCKED.at(name) from None
