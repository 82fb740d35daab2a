"""JxEngine in pyOpenVBA's interpreter: one Python for all cells, one message and no waiting where there is none."""

import openpyxl
import pytest
from interpreted import excel, excel_for_mac, put

from jxbook.excel.sources import text_rows

SCORE = 'JX_SCORE("≥200人次", "300人次", 20)'
CALL = "jxbook.excel.udfs.JX_SCORE|≥200人次|300人次|20|missing|missing|missing"
TEXTS = dict(text_rows())


def shown(app, formula=SCORE):
    """What a cell with this formula shows: a value, or "Error 2015" for #VALUE!."""
    return app.evaluate(f"CStr({formula})")


def warned(app):
    """The codes of the messages so far."""
    return [one[1].partition("\n")[0] for one in app.dialogs]


def test_a_cell_hands_its_arguments_over_and_what_is_left_out_as_missing(xlsm):
    app = excel(xlsm)
    assert shown(app) == "15"
    assert app.console == ["start", CALL]


def test_fifty_cells_start_one_python(xlsm):
    app = excel(xlsm)
    assert {shown(app) for _ in range(50)} == {"15"}
    assert app.console == ["start", *[CALL] * 50]


def test_promise_2_a_call_that_python_refuses_is_value_and_nothing_is_started_anew(xlsm):
    app = excel(xlsm, Fails="JX_SCORE")
    assert shown(app) == shown(app) == "Error 2015"
    assert app.console == ["start", CALL, CALL]
    assert shown(app, "JX_RATE(2, 1)") == "15"
    assert warned(app) == []


def test_a_python_that_has_died_is_started_once_more_and_the_cell_has_its_value(xlsm):
    app = excel(xlsm)
    shown(app)
    put(app, Dies=1)
    assert shown(app) == "15"
    assert app.console == ["start", CALL, CALL, "start", CALL]
    assert warned(app) == []


def test_promise_7_a_python_that_does_not_start_costs_two_attempts_and_one_message(xlsm):
    app = excel(xlsm, Startable=False)
    assert {shown(app) for _ in range(50)} == {"Error 2015"}
    assert app.console == ["start", "start"]
    assert [one[1] for one in app.dialogs] == [f"JX952\n{TEXTS['JX952']}"]


def test_promise_7_a_python_that_dies_of_every_call_is_given_up(xlsm):
    app = excel(xlsm, Dies=1000)
    assert {shown(app) for _ in range(50)} == {"Error 2015"}
    assert app.console == ["start", CALL, "start", CALL]
    assert warned(app) == ["JX952"]


@pytest.mark.parametrize("code", ["JX951", "JX953", "JX958"])
def test_what_is_not_installed_is_not_even_tried(xlsm, code):
    app = excel(xlsm, Missing=code)
    assert {shown(app) for _ in range(9)} == {"Error 2015"}
    assert (app.console, warned(app)) == ([], [code])


def test_a_start_that_took_long_is_not_tried_again_at_once(xlsm):
    """As with an Excel of the Microsoft Store, which waits a minute for nothing."""
    app = excel(xlsm, Startable=False, Slow=1)
    shown(app)
    assert app.console == ["start"]


def test_after_some_minutes_a_cell_tries_again_and_says_nothing_anew(xlsm):
    app = excel(xlsm, Startable=False)
    shown(app)
    put(app, Minutes=4)
    shown(app)
    assert len(app.console) == 2
    put(app, Minutes=6)
    assert shown(app) == "Error 2015"
    assert len(app.console) == 4
    put(app, Minutes=12, Startable=True)
    assert shown(app) == "15"
    assert warned(app) == ["JX952"]


def test_when_it_breaks_again_after_it_worked_that_is_said_again(xlsm):
    app = excel(xlsm, Startable=False)
    shown(app)
    put(app, Minutes=6, Startable=True)
    shown(app)
    put(app, Startable=False, Dies=1)
    shown(app)
    assert warned(app) == ["JX952", "JX952"]


@pytest.mark.parametrize("macro", ["JxCheck", "JxRecalculate", "JxRestartPython"])
def test_a_button_tries_at_once_and_wakes_the_cells(xlsm, macro):
    app = excel(xlsm, Startable=False)
    shown(app)
    put(app, Startable=True)
    assert shown(app) == "Error 2015"
    app.run(macro)
    assert shown(app) == "15"
    assert warned(app) == ["JX952"]


@pytest.mark.parametrize("macro", ["JxCheck", "JxRecalculate", "JxRestartPython"])
def test_a_button_says_that_it_is_still_broken(xlsm, macro):
    app = excel(xlsm, Startable=False)
    shown(app)
    app.run(macro)
    assert warned(app) == ["JX952", "JX952"]
    assert "calculate" not in app.console


def test_a_button_notices_that_python_has_died(xlsm):
    app = excel(xlsm)
    shown(app)
    app.run("JxEnd")
    app.run("JxCheck")
    assert (warned(app), app.console.count("start")) == ([], 2)


def test_restarting_ends_the_old_python_first_and_reckons_everything(xlsm):
    app = excel(xlsm)
    shown(app)
    app.run("JxRestartPython")
    busy = TEXTS["busy.restart"]
    assert app.console == ["start", CALL, f"{busy}|import os; os._exit(0)", "end", "start", "calculate"]


class TestOpening:
    def test_a_form_that_jxbook_did_not_reckon_is_reckoned_in_full(self, xlsm):
        app = excel(xlsm)
        app.run("JxOpened")
        assert app.console == ["start", "calculate"]

    def test_a_form_that_says_jxbook_reckoned_it_opens_without_python(self, tmp_path):
        book = openpyxl.Workbook()
        book.active.title = "自评表"
        book.active["B7"] = f"引擎：{TEXTS['engine']}"
        texts = book.create_sheet("jxbook.texts")
        for row in text_rows():
            texts.append(row)
        book.save(tmp_path / "book.xlsx")
        app = excel(tmp_path / "book.xlsx")
        app.run("JxOpened")
        assert app.console == []

    def test_without_a_python_it_opens_with_one_message(self, xlsm):
        app = excel(xlsm, Missing="JX951")
        app.run("JxOpened")
        assert (app.console, warned(app)) == ([], ["JX951"])


def test_the_version_says_why_there_is_none(xlsm):
    app = excel(xlsm, Missing="JX951")
    assert app.evaluate("JX_VERSION()") == f"JX951 {TEXTS['JX951']}"
    assert excel(xlsm).evaluate("JX_VERSION()") == 15


def test_on_a_mac_a_cell_says_not_available(xlsm):
    app = excel_for_mac(xlsm)
    assert shown(app) == "Error 2042"
    assert app.evaluate("CStr(CVErr(xlErrNA))") == "Error 2042"


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
def test_a_number_in_a_percentage_cell_goes_to_python_as_it_is_shown(tmp_path, value, shape, handed):
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A1"].number_format = value, shape
    book.save(tmp_path / "book.xlsx")
    app = excel(tmp_path / "book.xlsx")
    app.evaluate('JX_SCORE("≥100%", ActiveSheet.Range("A1"), 10)')
    assert app.console[1:] == [f"jxbook.excel.udfs.JX_SCORE|≥100%|{handed}|10|missing|missing|missing"]
