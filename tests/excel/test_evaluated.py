"""Promise 1: the same form scores the same in a spreadsheet and on the command line."""

from decimal import Decimal

import formualizer
import pytest

from jxbook.excel.cached import cached_values
from jxbook.excel.registry import FUNCTIONS
from jxbook.policy import load_policy, policy_ids
from jxbook.samples import load_sample
from jxbook.samples.fill import fill
from jxbook.scoring import score
from jxbook.templates import template_path
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid
from jxbook.workbook.recognise import recognise


@pytest.fixture(params=policy_ids())
def policy(request):
    return load_policy(request.param)


@pytest.fixture
def filled(policy, tmp_path):
    """The policy's template with the sample in it, formula cells without cached values of ours."""
    source = template_path(policy.id)
    form = recognise(read_grid(source), source.name)
    sample = load_sample("sunhe-2024")
    path = tmp_path / "filled.xlsx"
    write_changes(source, fill(form, policy, sample), path)
    return path


def evaluate(path):
    """Every formula cell of the workbook, as formualizer computes it with our functions: cell → value."""
    book = formualizer.load_workbook(str(path))
    for function in FUNCTIONS:
        most = len(function.arguments)
        book.register_function(function.name, function.call, min_args=function.least, max_args=most)
    book.evaluate_all()
    return {
        sheet.ref(*place): book.evaluate_cell(sheet.name, *place)
        for sheet in read_grid(path).sheets
        for place, cell in sheet.cells.items()
        if cell.formula is not None
    }


def same(shown, expected):
    """A number to the last digit that a cell holds, a text as it is."""
    if isinstance(expected, Decimal):
        return isinstance(shown, int | float) and abs(Decimal(repr(shown)) - expected) < Decimal("1e-12")
    return (shown or "") == expected


def assert_the_same(path, policy):
    grid = read_grid(path)
    form = recognise(grid, path.name)
    expected = {
        sheet.ref(*place): cell.value or ""
        for sheet in grid.sheets
        for place, cell in sheet.cells.items()
        if cell.formula is not None
    }
    expected |= {change.cell: change.value for change in cached_values(form, score(form, policy), grid)}
    shown = evaluate(path)
    assert shown.keys() == expected.keys()
    differing = [
        (str(cell), shown[cell], expected[cell]) for cell in shown if not same(shown[cell], expected[cell])
    ]
    assert differing == []


def test_the_filled_template_shows_in_every_formula_cell_what_jxbook_score_gives(filled, policy):
    assert_the_same(filled, policy)


@pytest.mark.parametrize(
    "entries",
    [
        {"项目数": {"actual": None}},
        {"参与公众满意度": {"actual": "81%"}},
        {"参与公众满意度": {"actual": Decimal("0.815")}},
        {"完成时间": {"actual": "2025年1月"}},
        {"完成时间": {"target": "无", "actual": "无", "points": None}},
        {"每个项目成本": {"actual": "12.5万元"}},
        {"参与活动人次": {"actual": "5场"}},
        {"参与活动人次": {"points": Decimal("19.5")}},
    ],
    ids=str,
)
def test_and_so_it_does_after_entries_change(filled, policy, entries):
    form = recognise(read_grid(filled), filled.name)
    changes = [
        Change(getattr(one, field).cell, value)
        for one in form.indicators
        for field, value in entries.get(one.name.text, {}).items()
    ]
    assert changes
    write_changes(filled, changes)
    assert_the_same(filled, policy)


def test_the_empty_template_shows_待完善(policy):
    assert_the_same(template_path(policy.id), policy)
