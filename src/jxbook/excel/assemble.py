"""A macro-free template → the stand-alone .xlsm that staff open: no add-in, no setting, only Python installed."""

from __future__ import annotations

from jxbook.excel.formbuttons import add_form_buttons, add_ribbon
from jxbook.excel.hidden import add_hidden_sheets
from jxbook.excel.project import System, add_project
from jxbook.package import open_zip
from jxbook.package.draft import Draft
from jxbook.package.opc import CONTENT_TYPES, MACRO_WORKBOOK
from jxbook.pattern import pattern

_MAIN = pattern(r'(PartName="/xl/workbook\.xml" ContentType=")[^"]*"')


def assemble(template: bytes, system: System = System.WINDOWS) -> bytes:
    """The .xlsm of a template: VBA, ribbon, buttons and hidden sheets put in, the same bytes every time.

    Of the template's parts only those change that must: the sheets get their names in VBA, 自评表 its
    buttons, and the package its list of parts. Raises Refusal: JX904 when the template is not as ours
    are, JX940 or JX945 when sources are missing.
    """
    draft = Draft(open_zip(template, "模板"))
    draft.put(CONTENT_TYPES, _MAIN.sub(rf'\g<1>{MACRO_WORKBOOK}"', draft.text(CONTENT_TYPES)))
    add_form_buttons(draft)
    add_hidden_sheets(draft, system)
    add_ribbon(draft)
    return add_project(draft.bytes(), system)
