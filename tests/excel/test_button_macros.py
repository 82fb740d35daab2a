"""The macros behind buttons, ribbon and wizard, run in pyOpenVBA's interpreter up to the call of Python."""

import re
from xml.etree import ElementTree

import openpyxl
import pytest
from interpreted import excel, excel_for_mac

from jxbook.excel.formbuttons import buttons
from jxbook.excel.sources import RIBBON_LAYOUT, read_source, text_rows
from jxbook.functions.registry import CATEGORY, FUNCTIONS

ACTIONS = {
    "JxCheck": "check",
    "JxReport": "report",
    "JxClear": "clear",
    "JxAddRow": "add_row",
    "JxDeleteRow": "delete_row",
    "JxHelp": "help_",
}
OWN = {"JxRecalculate": "recalculate", "JxRestartPython": "restart"}
"""The buttons whose work is Excel's own."""
TEXTS = dict(text_rows())
PICTURES = {
    "AcceptInvitation", "CalculateNow", "ClearFormats", "FileSaveAsWordDocx", "Help", "RefreshAll",
    "TableRowsDeleteExcel", "TableRowsInsertBelowExcel",
}  # fmt: skip
"""Names of pictures in Microsoft's lists of the control identifiers of Office 2010 and later; where there is no
such picture the button stays bare."""


@pytest.mark.parametrize(("macro", "action"), ACTIONS.items())
class TestOfEveryButton:
    def test_it_runs_python_with_its_status_and_clears_the_status(self, xlsm, macro, action):
        app = excel(xlsm)
        app.run(macro)
        busy = TEXTS[f"busy.{action}"]
        assert app.console == [
            "start",
            f"{busy}|import jxbook.excel.buttons",
            f"xlwings._xlwindows.BOOK_CALLER = {xlsm.name}",
            f"{busy}|import jxbook.excel.buttons as b; b.{action}()",
        ]
        assert app.dialogs == []
        assert app.evaluate("Application.StatusBar") is False

    def test_on_a_mac_xlwings_runs_it(self, xlsm, macro, action):
        app = excel_for_mac(xlsm)
        app.run(macro)
        assert app.console == [f"{TEXTS[f'busy.{action}']}|import jxbook.excel.buttons as b; b.{action}()"]
        assert app.evaluate("Application.StatusBar") is False


@pytest.mark.parametrize(("macro", "action"), (ACTIONS | OWN).items())
def test_the_ribbon_calls_the_same(xlsm, macro, action):
    app = excel(xlsm)
    app.add_module("Public ID As String\n", name="Control", kind="class")
    app.add_module(
        f'Public Sub Press()\n Dim c As New Control\n c.ID = "{macro}"\n JxOnRibbon c\nEnd Sub\n', name="Test"
    )
    app.run("Press")
    assert app.console[-1] == "calculate" if macro in OWN else app.console[-1].endswith(f"b.{action}()")


@pytest.mark.parametrize(
    ("world", "code"),
    [
        ({"Missing": "JX951"}, "JX951"),
        ({"Missing": "JX953"}, "JX953"),
        ({"Missing": "JX958"}, "JX958"),
        ({"Startable": False}, "JX952"),
        ({"Fails": "import"}, "JX952"),
        ({"Fails": "press"}, "JX954"),
    ],
)
def test_a_failure_is_one_chinese_message_with_its_code(xlsm, world, code):
    app = excel(xlsm, **world)
    app.run("JxCheck")
    [(kind, message, title, _)] = app.dialogs
    assert (kind, title) == ("MsgBox", TEXTS["title"])
    assert message == f"{code}\n{TEXTS[code]}"
    assert "原因：" in message and "处理：" in message and "Traceback" not in message
    assert app.evaluate("Application.StatusBar") is False


def test_a_failure_on_a_mac_is_a_message_too(xlsm):
    app = excel_for_mac(xlsm, running="Err.Raise 1004")
    app.run("JxCheck")
    assert [one[1].partition("\n")[0] for one in app.dialogs] == ["JX954"]


def test_without_the_sheet_of_texts_the_code_is_still_shown(tmp_path):
    openpyxl.Workbook().save(tmp_path / "book.xlsx")
    app = excel(tmp_path / "book.xlsx", Missing="JX951")
    app.run("JxCheck")
    assert app.dialogs[0][1] == "JX951\nJX951"


def test_the_wizard_is_told_every_function_in_its_category(xlsm):
    app = excel(xlsm)
    app.run("JxDescribeFunctions")
    assert app.console == [
        "|".join(
            [
                f"'{xlsm.name}'!{one.name}",
                CATEGORY,
                one.description,
                "|".join(argument.description for argument in one.arguments),
            ]
        )
        for one in FUNCTIONS
    ]


def test_the_ribbon_has_every_button_with_words_and_a_picture_that_exists():
    root = ElementTree.fromstring(read_source(RIBBON_LAYOUT))
    found = [one for one in root.iter() if one.tag.endswith("}button")]
    listed = [one.get("id") for one in found]
    assert sorted(listed) == sorted(ACTIONS | OWN) and listed == [macro for macro, _ in buttons()]
    for one in found:
        assert one.get("imageMso") in PICTURES and one.get("screentip") and one.get("supertip")
        assert one.get("onAction") == "JxOnRibbon"
    assert re.search(r'label="绩效评价"', read_source(RIBBON_LAYOUT))
