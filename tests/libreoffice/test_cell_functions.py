"""The JX_ functions in LibreOffice: every cell shows the number of `jxbook score`, and follows every entry."""

from decimal import Decimal

import pytest

from jxbook.functions.cached import cached_values
from jxbook.functions.registry import FUNCTIONS
from jxbook.policy import load_policy, policy_ids
from jxbook.recognition import recognise
from jxbook.scoring import score
from jxbook.templates import template_path
from jxbook.workbook.grid import Change
from jxbook.workbook.names import ROWS_SHEET, WORDS_SHEET
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid

HIDDEN = {ROWS_SHEET, WORDS_SHEET}
NO_VALUE = {"error": 519, "shown": "#VALUE!"}


# the policies by which rows are scored; of the others the sample has no 得分
SCORING = [name for name in policy_ids() if load_policy(name).word("scoring.source") == "computed"]

# one of the kinds of table that differ most, plain and with 评价要点; the others where there is time
KINDS = {"mof-2020-10", "mof-2020-10-evaluation"}
EACH = [pytest.param(name, marks=() if name in KINDS else pytest.mark.long) for name in SCORING]


@pytest.fixture(params=EACH)
def filled(request, tmp_path, type_sample):
    """A template with the sample in it."""
    return type_sample(template_path(request.param), tmp_path / "自评表.xlsx")


def unanswered(path):
    """The same workbook with nothing in its formula cells, so that LibreOffice has to compute them."""
    copy = path.with_name("未计算.xlsx")
    write_changes(
        path, [Change(cell, None, cached_only=True) for cell in formula_cells(read_grid(path))], copy
    )
    return copy


def formula_cells(grid):
    """Every formula cell that a person sees, with its cached value; not the line that tells which engine answers."""
    return {
        sheet.ref(*place): cell.value
        for sheet in grid.sheets
        for place, cell in sheet.cells.items()
        if cell.formula is not None and sheet.name not in HIDDEN and "JX_SCORE(1," not in cell.formula
    }


def scored(path):
    """Sheet → address → what `jxbook score` says, for every formula cell of the workbook.

    A cell that does not depend on the scoring says what it says in the template.
    """
    grid = read_grid(path)
    form = recognise(grid, path.name)
    found = formula_cells(grid)
    changes = cached_values(score(form, load_policy(form.policy_id)), grid)
    found |= {change.cell: change.value for change in changes if change.cell in found}
    sheets = {}
    for cell, value in found.items():
        shown = float(value) if isinstance(value, Decimal) else value or ""
        sheets.setdefault(cell.sheet, {})[cell.address] = shown
    return sheets


def shown(office, expected):
    """What LibreOffice shows in the same cells."""
    return {sheet: office.cells(sheet, list(cells)) for sheet, cells in expected.items()}


def test_every_formula_cell_shows_what_jxbook_score_gives(office, filled):
    expected = scored(filled)
    office.open(unanswered(filled))
    assert len(expected["自评表"]) > 30
    assert {type(value) for value in expected["自评表"].values()} == {str, float}
    assert shown(office, expected) == expected
    assert office.errors() == []


def test_the_cells_follow_an_entry(office, filled):
    form = recognise(read_grid(filled), filled.name)
    actual = next(one.actual.cell for one in reversed(form.indicators) if not one.actual.blank)
    before = scored(filled)
    write_changes(filled, [Change(actual, "81.5%"), Change(form.funding.total.spent.cell, Decimal("9.777"))])
    expected = scored(filled)
    write_changes(filled, [Change(actual, "100%"), Change(form.funding.total.spent.cell, Decimal("1"))])
    office.open(unanswered(filled))
    office.put("自评表", actual.address, "81.5%")
    office.put("自评表", form.funding.total.spent.cell.address, 9.777)
    assert shown(office, expected) == expected != before


def test_an_unclear_entry_makes_the_total_unfinished(office, filled):
    form = recognise(read_grid(filled), filled.name)
    actual = next(one.actual.cell for one in form.indicators if one.name.text == "项目数")
    office.open(unanswered(filled))
    office.put("自评表", actual.address, "很多")
    assert office.cell("自评表", form.total.cell.address) == "待完善"


def test_without_its_policy_no_cell_shows_a_number(office, filled):
    form = recognise(read_grid(filled), filled.name)
    office.open(unanswered(filled))
    office.put(form.policy_entry.cell.sheet, form.policy_entry.cell.address, "没有这个政策")
    earned = [one.earned.cell for one in form.indicators if one.used and one.earned.cell]
    shown = {office.cell("自评表", cell.address) for cell in (*earned, form.funding.earned.cell) if cell}
    assert shown <= {"待核对", "—", ""} and "待核对" in shown
    assert office.cell("自评表", form.total.cell.address) == "待完善"
    assert office.errors() == []


@pytest.fixture
def blank(office):
    office.open("")
    return office


COUNTS = ((8.0, 1.0, 1.0),)
EXAMPLES = {
    "JX_SCORE": ("≥200人次", "150人次", 10),
    "JX_COMPLETION": ("≥200人次", "150人次"),
    "JX_DEVIATION": ("≥200人次", "150人次"),
    "JX_RATE": (200, 150),
    "JX_EXECUTION": (200, 150),
    "JX_GRADE": (95,),
    "JX_CHECK": ("≥200人次", "300人次", 10, 10, "无"),
    "JX_EXPLAIN": ("≥200人次", "150人次", 10),
    "JX_SATISFACTION": (COUNTS,),
    "JX_REVIEW": (COUNTS,),
    "JX_POLICY": ("预算执行率分值",),
    "JX_VERSION": (),
}


def written(argument):
    """An argument as it stands in a formula."""
    return "A1:C1" if argument is COUNTS else f'"{argument}"' if isinstance(argument, str) else str(argument)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: one.name)
def test_every_function_of_the_registry_answers_as_the_core(blank, function):
    arguments = EXAMPLES[function.name]
    for address, count in zip(("A1", "B1", "C1"), COUNTS[0], strict=True):
        blank.put("", address, count)
    answer = blank.formula("", "E1", f"={function.name}({';'.join(map(written, arguments))})")
    assert answer == function.call(*arguments) != ""


@pytest.mark.parametrize("function", [one for one in FUNCTIONS if one.least], ids=lambda one: one.name)
def test_a_missing_argument_is_an_error_that_a_sum_does_not_skip(blank, function):
    assert "error" in blank.formula("", "A1", f"={function.name}()")
    assert "error" in blank.formula("", "A2", "=SUM(A1;5)")


def test_a_failure_is_value_and_no_sum_skips_it(blank):
    assert blank.formula("", "A1", '=JX_POLICY("没有这一项")') == NO_VALUE
    assert blank.formula("", "A2", "=SUM(A1;5)") == NO_VALUE


def test_an_error_in_a_cell_stays_that_error(blank):
    assert blank.formula("", "A1", "=1/0") == blank.formula("", "A2", '=JX_SCORE("≥2个";A1;10)')
    assert blank.formula("", "A3", '=JX_SCORE("≥2个";"1个";10;A1:B1)')["shown"] == "#DIV/0!"


def test_a_skipped_argument_is_one_that_is_not_given(blank):
    assert blank.formula("", "A1", '=JX_SCORE("≤6月";"3月";10;;;2024)') == 10
    assert blank.formula("", "A1", '=JX_SCORE("≥2个";"1个";10;;"mof-2020-10")') == 5


def test_too_many_arguments_are_an_error_or_left_out(blank):
    assert blank.formula("", "A1", '=JX_GRADE(95;"mof-2020-10";1;2)') in ("优", NO_VALUE)


def test_labels_of_an_area_fill_down_as_merged_cells_read(blank):
    for address, text in {"B1": "成本指标", "C1": "经济成本指标", "C2": ""}.items():
        blank.put("", address, text)
    assert blank.formula("", "A1", '=JX_SCORE("=10万元";"12万元";10;B1:C2)') < 10
    assert blank.formula("", "A1", '=JX_SCORE("=10万元";"12万元";10)') == 10


@pytest.mark.parametrize(
    ("policy_id", "label", "value", "spent"),
    [
        ("mof-2021-101", "项目是否完成", "是", 8),
        ("mof-2021-101", "项目是否完成", "否", 8),
        ("mof-2020-10-evaluation", "实际到位资金", Decimal(9), 8),
    ],
)
def test_promise_1_what_基本信息_says_of_the_money_counts_in_the_cells_too(
    office, tmp_path, type_sample, policy_id, label, value, spent
):
    path = type_sample(template_path(policy_id), tmp_path / "自评表.xlsx")
    form = recognise(read_grid(path), path.name)
    before = scored(path)
    fact, money = form.project.facts[label].cell, form.funding.total.spent.cell
    write_changes(path, [Change(fact, value), Change(money, Decimal(spent))])
    expected = scored(path)
    office.open(unanswered(path))
    assert shown(office, expected) == expected != before
