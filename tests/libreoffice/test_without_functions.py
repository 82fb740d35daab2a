"""A workbook saved with our functions, opened where there are none and changed: right or 待核对, none stale, no #NAME?."""

import shutil
from decimal import Decimal

import pytest

from conftest import SETTINGS
from jxbook.functions.calls import JX_SCORE
from jxbook.native.fallback import BY_FORMULAS
from jxbook.recognition import recognise
from jxbook.workbook.names import FORM, POLICY_CELL, ROWS_SHEET, WORDS_SHEET
from jxbook.workbook.reader import read_grid

ERROR = "待核对"
CHANGED = {
    "≥1个": "0.5个",
    "≥200人次": "150人次",
    "≥90%": "81%",
    "≤12月": "11月",
    "=10万元": "12.5万元",
    "=100%": "一部分",
}


@pytest.fixture(scope="module")
def bare(start, tmp_path_factory):
    """LibreOffice as it comes, with nothing of ours: what a file says it shows is taken as it is."""
    with start(tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture
def opened(bare, sunhe):
    """The filled sample, as `jxbook score --write` left it."""
    bare.open(sunhe)
    return bare


@pytest.fixture(scope="module")
def form(sunhe):
    return recognise(read_grid(sunhe), sunhe.name)


def used(form):
    return [one for one in form.indicators if one.used]


def scored(one, actual, target=None):
    labels = [[one.level1.text, one.level2.text, one.name.text]]
    return JX_SCORE(target or one.target.raw, actual, one.points.raw, labels, "beijing-2020-2146", 2024)


def test_each_row_follows_its_entries_and_the_others_stay(opened, form):
    for one in used(form):
        if one.target.text in CHANGED:
            opened.put(FORM, one.actual.cell.address, CHANGED[one.target.text])
    for one in used(form):
        actual = CHANGED.get(one.target.text, one.actual.raw)
        assert opened.cell(FORM, one.earned.cell.address) in (
            ERROR,
            pytest.approx(scored(one, actual), abs=1e-9),
        )
    assert any(opened.cell(FORM, one.earned.cell.address) != one.earned.raw for one in used(form))
    assert opened.errors() == []


def test_what_the_hidden_formulas_show_is_what_they_come_to(start, sunhe, tmp_path):
    """So that a program that computes only what changes finds all the rest right."""
    grid = read_grid(sunhe)
    stored = {
        (sheet.name, sheet.ref(*place).address): cell.value
        for sheet in grid.sheets
        if sheet.name in (ROWS_SHEET, WORDS_SHEET)
        for place, cell in sheet.cells.items()
        if cell.formula is not None
    }
    (tmp_path / "user").mkdir()
    (tmp_path / "user/registrymodifications.xcu").write_text(SETTINGS, "utf-8")
    with start(tmp_path) as office:
        office.open(shutil.copy(sunhe, tmp_path / "重算.xlsx"))
        shown = {place: office.cell(*place) for place in stored}
    differing = {
        place: (shown[place], value) for place, value in stored.items() if not alike(shown[place], value)
    }
    assert len(stored) > 1000
    assert differing == {}


def alike(shown, stored):
    if isinstance(stored, str) and stored.startswith("#"):
        return isinstance(shown, dict)
    if isinstance(stored, str):
        return shown == stored
    return shown == pytest.approx(float(stored), abs=1e-12)


def test_a_whole_form_has_its_total_and_its_grade(opened, form):
    opened.put(FORM, form.funding.total.spent.cell.address, 5.0)
    budget = form.funding.total.budget_amount
    rate = opened.cell(FORM, form.funding.rate.cell.address)
    assert rate == pytest.approx(float(round(Decimal(5) / budget, 4)))
    lost = 10 - opened.cell(FORM, form.funding.earned.cell.address)
    assert lost > 0
    assert opened.cell(FORM, form.total.cell.address) == pytest.approx(100 - lost)
    assert opened.cell(FORM, form.grade.cell.address) in ("优", "良")


def test_the_form_says_that_formulas_answer(opened, form):
    opened.put(FORM, form.indicators[0].actual.cell.address, "5个")
    assert BY_FORMULAS in [cell for row in opened.rows(FORM, "A1:Z20") for cell in row]


def test_another_policy_is_not_guessed_at(opened, form):
    sheet, _, address = POLICY_CELL.partition("!")
    opened.put(sheet, address.replace("$", ""), "mof-2021-101")
    shown = {opened.cell(FORM, one.earned.cell.address) for one in form.indicators if not one.target.blank}
    assert shown == {ERROR}
    assert opened.cell(FORM, form.total.cell.address) == "待完善"
    said = opened.cell(FORM, form.indicators[0].verdict.cell.address)
    assert "评价政策" in said


def test_inserted_dragged_and_deleted_rows_keep_their_row(opened, form):
    first, second = used(form)[:2]
    new, earned = first.actual.cell.row + 1, first.earned.cell.address.rstrip("0123456789")
    opened.insert_row(FORM, new)
    opened.drag(FORM, f"{earned}{new - 1}:{earned}{new}")
    for field, value in (("target", "≥4场"), ("actual", "3场"), ("points", 8.0)):
        column = getattr(first, field).cell.address.rstrip("0123456789")
        opened.put(FORM, f"{column}{new}", value)
    assert opened.cell(FORM, f"{earned}{new}") == 6
    entry, row = second.actual.cell.address.rstrip("0123456789"), second.actual.cell.row
    opened.put(FORM, f"{entry}{row + 1}", "50%")
    assert opened.cell(FORM, f"{earned}{row + 1}") == pytest.approx(scored(second, "50%"))
    opened.delete_row(FORM, new)
    assert opened.cell(FORM, f"{earned}{row}") == pytest.approx(scored(second, "50%"))
    opened.put(FORM, f"{entry}{row}", "80%")
    assert opened.cell(FORM, f"{earned}{row}") == pytest.approx(scored(second, "80%"))
