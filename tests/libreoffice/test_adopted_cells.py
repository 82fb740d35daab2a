"""An office's own form that was adopted reckons in LibreOffice what `jxbook score` says, to the cent."""

import csv
import sys
from itertools import cycle
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
import office_forms
from jxbook.assess import assess, assess_all
from jxbook.functions.cached import cached_values
from jxbook.making.adopted import adopt
from jxbook.place import column_letters
from jxbook.policy import load_policy, policy_ids
from jxbook.result_sheet import finding_rows
from jxbook.workbook.reader import read_grid

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


@pytest.fixture(scope="module")
def adopted(tmp_path_factory):
    """name → the adopted workbook of every form of the office forms that can be adopted."""
    folder = tmp_path_factory.mktemp("adopted")
    made = {}
    for name in office_forms.ADOPTABLE:
        made[name] = folder / f"采用_{name}.xlsx"
        made[name].write_bytes(adopt(office_forms.write(name, folder)).data)
    return made


def expected(path):
    """Sheet and address → what every formula of ours should show."""
    grid = read_grid(path)
    values = {
        (one.cell.sheet, one.cell.address): one.value
        for _, assessed in assess_all(path)
        for one in cached_values(assessed.scoring, grid)
    }
    waiting = {
        (sheet.name, f"{column_letters(column)}{row}"): ""
        for sheet in grid.sheets
        for (row, column), cell in sheet.cells.items()
        if "JX_" in (cell.formula or "")
    }
    return waiting | values


SHORT = {
    "01_level1_down_the_cell",
    "08_direction_in_words",
    "16_one_score_for_three_rows",
    *office_forms.DRAWN,
}
"""The forms that are typed into whenever the tests run, the others by .ci/run."""
TYPED = [(one, () if one in SHORT else pytest.mark.long) for one in office_forms.ADOPTABLE]
ENTRIES = [
    ("≥200人次", "150人次"),
    ("=100%", "97.7%"),
    ("≤12月", "11月"),
    ("有效提升", "部分达成年度指标（75%）"),
    ("≤10万元", "12.34万元"),
    ("无", "无"),
    ("≥90%", 0.877),
    ("", ""),
    ("≥3个", ""),
    ("合格", "达成年度指标"),
]


def typed(path):
    """Address → what is typed into the adopted form: all sorts of targets and actuals, row by row."""
    assessed = next(iter(assess_all(path)))[1]
    for one, (target, actual) in zip(assessed.form.indicators, cycle(ENTRIES), strict=False):
        cell = (one.value if one.value.cell else one.target).cell
        yield cell.address, target
        yield one.actual.cell.address, actual


def assert_shows(office, path):
    for (sheet, address), value in expected(path).items():
        shown = office.cell(sheet, address)
        assert shown == (value if isinstance(value, str) else pytest.approx(float(value))), (sheet, address)


@pytest.mark.parametrize("name", [pytest.param(one, marks=mark) for one, mark in TYPED])
def test_every_formula_shows_what_the_command_says(office, adopted, name):
    office.open(adopted[name], True)
    assert_shows(office, adopted[name])


@pytest.mark.parametrize("name", [pytest.param(one, marks=mark) for one, mark in TYPED])
def test_it_follows_what_is_typed_as_the_command_does(office, adopted, name, tmp_path):
    office.open(adopted[name], True)
    for address, text in typed(adopted[name]):
        office.put(next(iter(assess_all(adopted[name])))[1].form.sheet, address, text)
    office.save(tmp_path / "填过.xlsx")
    assert_shows(office, tmp_path / "填过.xlsx")


@pytest.mark.long
@pytest.mark.parametrize(
    "policy", [one for one in policy_ids() if load_policy(one).word("scoring.source") == "computed"]
)
@pytest.mark.parametrize("name", sorted(SHORT))
def test_it_does_so_by_any_policy(office, name, policy, tmp_path):
    path = tmp_path / "采用.xlsx"
    path.write_bytes(adopt(office_forms.write(name, tmp_path), policy).data)
    office.open(path, True)
    assert_shows(office, path)


def test_a_libreoffice_without_our_functions_shows_what_was_written(convert, adopted):
    """No function of the formulas is one that every opening computes anew."""
    folder = convert(adopted["apart"], EVERY_SHEET).parent
    with (folder / "采用_apart-自评.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert [rows[row][8] for row in (6, 7, 8, 9, 11, 12, 14)] == ["18", "10", "9.8", "10", "30", "10", "95.8"]
    assert rows[3][5:7] == ["80%", "8"]


@pytest.mark.parametrize("name", ["apart", "08_direction_in_words"])
def test_the_menu_checks_it_and_writes_what_it_finds_onto_its_sheet(office, adopted, name):
    assessed = assess(adopted[name])
    office.open(adopted[name], True)
    assert office.run("check_document").endswith(f"评价政策：{assessed.by}。")
    rows = office.rows("校验结果", f"A5:H{4 + len(assessed.findings)}")
    assert [tuple(row) for row in rows] == finding_rows(assessed.findings)
