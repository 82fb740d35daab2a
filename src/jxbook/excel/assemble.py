"""A macro-free template → the stand-alone .xlsm that staff open: no add-in, no setting, only Python installed."""

from __future__ import annotations

from collections.abc import Sequence

from jxbook.excel.formbuttons import FORM, RIBBON_KIND, add_form_buttons, add_ribbon
from jxbook.excel.hidden import add_hidden_sheets
from jxbook.excel.project import PROJECT, System, add_project, join_project
from jxbook.package import open_zip
from jxbook.package.draft import Draft
from jxbook.package.opc import CONTENT_TYPES, MACRO_WORKBOOK

_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_RIBBONS = frozenset({RIBBON_KIND, "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility"})


def assemble(template: bytes, system: System = System.WINDOWS) -> bytes:
    """The .xlsm of a template: VBA, ribbon, buttons and hidden sheets put in, the same bytes every time.

    Of the template's parts only those change that must: the sheets get their names in VBA, 自评表 its
    buttons, and the package its list of parts. Raises Refusal: JX904 when the template is not as ours
    are, JX940 or JX945 when sources are missing.
    """
    draft = _macro_enabled(template, "模板")
    add_form_buttons(draft, FORM)
    add_hidden_sheets(draft, system)
    add_ribbon(draft)
    return add_project(draft.bytes(), system)


def assemble_adopted(
    data: bytes, name: str, sheets: Sequence[str], system: System = System.WINDOWS
) -> tuple[bytes, tuple[str, ...]]:
    """The .xlsm of an office's own form, with buttons on each of `sheets`, and what was left as it was, in Chinese.

    The office's macros, its ribbon and its code for the opening of the workbook stay. Raises Refusal as `assemble`,
    JX936 where its modules have the names of ours, JX942 or JX944 where its macros are signed or locked.
    """
    draft = _macro_enabled(data, name)
    kept: list[str] = []
    for sheet in sheets:
        add_form_buttons(draft, sheet)
    add_hidden_sheets(draft, system)
    if any(one.type in _RIBBONS for one in draft.package.relations()):
        kept.append("表样已有自己的功能区，没有增加“绩效评价”选项卡；按钮在表的右侧。")
    else:
        add_ribbon(draft)
    if PROJECT not in draft:
        return add_project(draft.bytes(), system), tuple(kept)
    joined, own_opening = join_project(draft.bytes(), name, system)
    if own_opening:
        kept.append("表样的 ThisWorkbook 中已有宏，没有改动；函数向导里没有中文说明，计算不受影响。")
    return joined, tuple(kept)


def _macro_enabled(data: bytes, name: str) -> Draft:
    draft = Draft(open_zip(data, name))
    draft.put(CONTENT_TYPES, draft.text(CONTENT_TYPES).replace(_MAIN, MACRO_WORKBOOK))
    return draft
