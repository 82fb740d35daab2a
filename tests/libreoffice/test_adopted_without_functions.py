"""An office's own form that was adopted, where our functions are not: each row is what the core gives it, or 待核对."""

import sys
from itertools import cycle
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "native"))
from outcome import outcome

import office_forms
from jxbook.assess import assess_all
from jxbook.functions.calls import shown_score
from jxbook.making.adopted import adopt
from jxbook.workbook.names import ADOPTED, POLICY_ROW, ROWS_SHEET

pytestmark = pytest.mark.long
ENTRIES = [
    ("≥200人次", "150人次"),
    ("=100%", "97.7%"),
    ("≤12月", "11月"),
    ("有效提升", "部分达成年度指标（75%）"),
    ("≤10万元", "12.34万元"),
    ("无", "无"),
    ("≥90%", 0.877),
    ("", ""),
    ("20场", "20场"),
    ("合格", "达成年度指标"),
]


WITHOUT = {"08_direction_in_words", "22_signs_and_units_apart", "several"}
"""Do not get the formulas: 指标方向 has a column of its own; several forms in one workbook."""


@pytest.fixture(scope="module")
def bare(start, tmp_path_factory):
    """LibreOffice as it comes, with nothing of ours: what a file says it shows is taken as it is."""
    with start(tmp_path_factory.mktemp("profile")) as running:
        yield running


def rows(path):
    """Sheet and cell of each 得分 that is of one row, with what the core gives the row; the indicators of all forms."""
    for _, assessed in assess_all(path):
        earned = [row.indicator.earned.cell for row in assessed.scoring.indicators]
        for row in assessed.scoring.indicators:
            cell = row.indicator.earned.cell
            if cell is not None and earned.count(cell) == 1:
                exact = row.score.exact
                yield row.indicator, cell, shown_score(row.score) if exact is None else float(exact)


def compared(office, path):
    """How each row came out, where, and what was shown."""
    for one, cell, core in rows(path):
        shown = office.cell(cell.sheet, cell.address)
        yield outcome(shown, core), str(cell), one.target.text, one.actual.text, shown, core


def fill(office, path, saved):
    """All sorts of entries typed into an opened form, one after the other, and the form saved."""
    for (one, cell, _), (target, actual) in zip(rows(path), cycle(ENTRIES), strict=False):
        office.put(cell.sheet, (one.value if one.value.cell else one.target).cell.address, target)
        office.put(cell.sheet, one.actual.cell.address, actual)
    office.save(saved)


@pytest.mark.parametrize("name", office_forms.ADOPTABLE)
def test_it_follows_its_entries(bare, name, tmp_path):
    path, saved = tmp_path / "采用.xlsx", tmp_path / "填后.xlsx"
    path.write_bytes(adopt(office_forms.write(name, tmp_path), year=2024).data)
    bare.open(path)
    fill(bare, path, saved)
    found = [*compared(bare, saved)]
    bare.open(path)
    bare.compute_all(1)
    found += compared(bare, path)
    assert [one for one in found if one[0] == "WRONG"] == []
    assert (ROWS_SHEET in bare.sheets()) is (name not in WITHOUT)
    for sheet in {cell.sheet for _, cell, _ in rows(path)}:
        assert not [one for one in bare.errors() if f"{sheet}." in one]


def test_most_rows_are_scored(bare, tmp_path):
    outcomes = []
    for name in office_forms.ADOPTABLE[::6]:
        path, saved = tmp_path / f"{name}.xlsx", tmp_path / f"{name}_填后.xlsx"
        path.write_bytes(adopt(office_forms.write(name, tmp_path), year=2024).data)
        bare.open(path)
        fill(bare, path, saved)
        outcomes += [kind for kind, *_, core in compared(bare, saved) if isinstance(core, float)]
    # what is only said to be 已完成, or to have reached the 目标, is left to the core
    assert outcomes.count("same") >= 0.75 * len(outcomes)


def test_a_form_without_the_formulas_says_that_a_person_must_look(bare, tmp_path):
    """Every row 待核对, the total 待完善; none of them #NAME?, and no sum goes on without a row."""
    path = tmp_path / "采用.xlsx"
    path.write_bytes(adopt(office_forms.write("08_direction_in_words", tmp_path), year=2024).data)
    bare.open(path)
    bare.compute_all(1)
    [(_, assessed)] = assess_all(path)
    assert {bare.cell(cell.sheet, cell.address) for _, cell, _ in rows(path)} == {"待核对"}
    total = assessed.form.total.cell
    assert bare.cell(total.sheet, total.address) == "待完善"
    assert bare.errors() == []


def test_another_policy_is_not_guessed_at(bare, tmp_path):
    path = tmp_path / "采用.xlsx"
    path.write_bytes(adopt(office_forms.write("apart", tmp_path), year=2024).data)
    bare.open(path)
    bare.put(ADOPTED, f"C{POLICY_ROW}", "mof-2021-101")
    assert {bare.cell(cell.sheet, cell.address) for _, cell, _ in rows(path)} == {"待核对"}


def test_a_row_that_is_put_in_says_that_a_person_must_look_and_the_others_stay(bare, tmp_path):
    path, saved = tmp_path / "采用.xlsx", tmp_path / "填后.xlsx"
    path.write_bytes(adopt(office_forms.write("03_points_before_target", tmp_path), year=2024).data)
    bare.open(path)
    (one, cell, _), *others = rows(path)
    earned, below = cell.address.rstrip("0123456789"), cell.row + 1
    bare.insert_row(cell.sheet, below)
    bare.drag(cell.sheet, f"{earned}{cell.row}:{earned}{below}")
    for field, value in (("name", "新增"), ("target", "≥4场"), ("actual", "3场"), ("points", 8.0)):
        bare.put(cell.sheet, f"{one.entry(field).cell.address.rstrip('0123456789')}{below}", value)
    assert bare.cell(cell.sheet, f"{earned}{below}") == "待核对"
    other = others[0][0].actual.cell
    bare.put(cell.sheet, f"{other.address.rstrip('0123456789')}{other.row + 1}", "1")
    bare.save(saved)
    assert [one for one in compared(bare, saved) if one[0] == "WRONG"] == []
