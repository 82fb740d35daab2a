"""The macros behind buttons and ribbon, run in pyOpenVBA's interpreter up to RunPython."""

import re
from xml.etree import ElementTree

import openpyxl
import pytest
from interpreted import excel

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
TEXTS = dict(text_rows())


@pytest.mark.parametrize(("macro", "action"), ACTIONS.items())
class TestOfEveryButton:
    def test_it_runs_python_with_its_status_and_clears_the_status(self, xlsm, monkeypatch, macro, action):
        app = excel(xlsm, monkeypatch)
        app.run(macro)
        assert app.console == [
            "import jxbook.excel.buttons",
            f"{TEXTS[f'busy.{action}']}|import jxbook.excel.buttons as b; b.{action}()",
        ]
        assert app.dialogs == []
        assert app.evaluate("Application.StatusBar") is False

    def test_the_ribbon_calls_the_same(self, xlsm, monkeypatch, macro, action):
        app = excel(xlsm, monkeypatch)
        app.add_module("Public ID As String\n", name="Control", kind="class")
        app.add_module(
            f'Public Sub Press()\n Dim c As New Control\n c.ID = "{macro}"\n JxOnRibbon c\nEnd Sub\n',
            name="Test",
        )
        app.run("Press")
        assert app.console[-1].endswith(f"b.{action}()")


@pytest.mark.parametrize(
    ("step", "code"),
    [
        ({"found": False}, "JX951"),
        ({"start": "Err.Raise 1000"}, "JX952"),
        ({"importing": 'Err.Raise 440, , "Traceback"'}, "JX952"),
        ({"start": 'Err.Raise 1, , "Could not load xlwings64-0.37.8.dll"'}, "JX953"),
        ({"running": "Err.Raise 1004"}, "JX954"),
    ],
)
def test_a_failure_is_one_chinese_message_with_its_code(xlsm, monkeypatch, step, code):
    app = excel(xlsm, monkeypatch, **step)
    app.run("JxCheck")
    [(kind, message, title, _)] = app.dialogs
    assert (kind, title) == ("MsgBox", TEXTS["title"])
    assert message == f"{code}\n{TEXTS[code]}"
    assert "原因：" in message and "处理：" in message and "Traceback" not in message
    assert app.evaluate("Application.StatusBar") is False


def test_without_the_sheet_of_texts_the_code_is_still_shown(tmp_path, monkeypatch):
    openpyxl.Workbook().save(tmp_path / "book.xlsx")
    app = excel(tmp_path / "book.xlsx", monkeypatch, found=False)
    app.run("JxCheck")
    assert app.dialogs[0][1] == "JX951\nJX951"


def test_a_wrapper_hands_its_arguments_over_and_what_is_left_out_as_missing(xlsm, monkeypatch):
    app = excel(xlsm, monkeypatch)
    assert app.evaluate('JX_SCORE("≥200人次", "300人次", 20)') == 15
    assert app.console == ["jxbook.excel.udfs.JX_SCORE|≥200人次|300人次|20|missing|missing|missing"]


def test_promise_2_a_wrapper_that_fails_is_value(xlsm, monkeypatch):
    app = excel(xlsm, monkeypatch, calling="Err.Raise 440")
    assert app.evaluate('CStr(JX_SCORE("≥1个", "1个", 20))') == "Error 2015"
    assert app.evaluate("CStr(CVErr(xlErrValue))") == "Error 2015"
    assert app.evaluate("IsError(JX_VERSION())") is True


def test_the_wizard_is_told_every_function_in_its_category(xlsm, monkeypatch):
    app = excel(xlsm, monkeypatch)
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


def test_the_ribbon_has_every_button_with_words_and_an_icon():
    root = ElementTree.fromstring(read_source(RIBBON_LAYOUT))
    found = [one for one in root.iter() if one.tag.endswith("}button")]
    assert [one.get("id") for one in found] == list(ACTIONS) == [macro for macro, _ in buttons()]
    for one in found:
        assert one.get("imageMso") and one.get("screentip") and one.get("supertip")
        assert one.get("onAction") == "JxOnRibbon"
    assert re.search(r'label="绩效评价"', read_source(RIBBON_LAYOUT))


@pytest.mark.parametrize(
    ("value", "shape", "handed"),
    [
        (1.05, "0%", "105%"),
        (0.07 * 3, "0.00%", "21%"),
        (1.05, "General", "1.05"),
        (12.0, '0"%"', "12"),
        (12.0, "0\\%", "12"),
        ("105%", "0%", "105%"),
    ],
)
def test_a_number_in_a_percentage_cell_goes_to_python_as_it_is_shown(
    tmp_path, monkeypatch, value, shape, handed
):
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A1"].number_format = value, shape
    book.save(tmp_path / "book.xlsx")
    app = excel(tmp_path / "book.xlsx", monkeypatch)
    app.evaluate('JX_SCORE("≥100%", ActiveSheet.Range("A1"), 10)')
    assert app.console == [f"jxbook.excel.udfs.JX_SCORE|≥100%|{handed}|10|missing|missing|missing"]
