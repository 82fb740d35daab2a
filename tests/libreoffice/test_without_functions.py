"""A workbook saved with our functions, opened where there are none and changed: right or 待核对, none stale, no #NAME?."""

import json
import re
import shutil
import zipfile
from decimal import Decimal

import pytest
from recomputing import SETTINGS

from jxbook.assess import assess
from jxbook.cli import main
from jxbook.functions.calls import JX_SCORE
from jxbook.native.fallback import BY_FORMULAS
from jxbook.recognition import recognise
from jxbook.workbook.names import FINDINGS, FORM, POLICY_CELL, ROWS_SHEET, WORDS_SHEET
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
    assert len(stored) > 500
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


def test_a_row_that_was_blank_when_the_file_was_saved_follows_though_nothing_was_shown_in_between(
    bare, tmp_path
):
    """Cells without a cached text are not told of changes by LibreOffice; 待核对 stood there for good."""
    assert main(["new", "--year", "2024", "-o", str(tmp_path / "新.xlsx")]) == 0
    one = recognise(read_grid(tmp_path / "新.xlsx"), "新").indicators[0]
    bare.open(tmp_path / "新.xlsx")
    for field, text in (("name", "培训人次"), ("target", "≥200人次"), ("actual", "150人次")):
        bare.put(FORM, one.entry(field).cell.address, text)
    assert bare.cell(FORM, one.earned.cell.address) == 11.25
    assert bare.cell(FORM, one.verdict.cell.address) == ""


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


FILLED = {
    "数量指标": ("培训人次", "≥200人次", "150人次"),
    "质量指标": ("培训合格率", "≥95%", "96%"),
    "时效指标": ("培训完成时间", "≤12月", "11月"),
    "成本指标": ("培训总成本", "≤10万元", "9.5万元"),
    "社会效益指标": ("业务能力", "有效提升", "部分达成年度指标并具有一定效果（75%）"),
    "可持续影响指标": ("培训制度", "建立健全", "达成年度指标"),
    "服务对象满意度指标": ("学员满意度", "≥90%", "95%"),
}
"""二级指标 → what a clerk fills in: name, target, actual."""


@pytest.mark.long
def test_the_whole_path_without_any_installation(bare, tmp_path, capsys):
    """The bureau sends a workbook, it is filled in where nothing of ours is, and the bureau reads what stands there."""
    sent, back = tmp_path / "下发.xlsx", tmp_path / "报送"
    back.mkdir()
    assert main(["new", "--year", "2024", "-o", str(sent)]) == 0
    blank = recognise(read_grid(sent), sent.name)
    bare.open(sent)
    for entry, text in ((blank.project.name, "业务培训项目"), (blank.project.implementer, "培训中心")):
        bare.put(entry.cell.sheet, entry.cell.address, text)  # 主管部门 is forgotten
    for entry, amount in ((blank.funding.total.budget, 10.0), (blank.funding.total.spent, 9.5)):
        bare.put(FORM, entry.cell.address, amount)
    rows = {one.level2.text: one for one in reversed(blank.indicators)}
    for level2, entries in FILLED.items():
        for field, text in zip(("name", "target", "actual"), entries, strict=True):
            bare.put(FORM, rows[level2].entry(field).cell.address, text)
    returned = back / "培训中心.xlsx"
    shown = {level2: bare.cell(FORM, rows[level2].earned.cell.address) for level2 in FILLED}
    total, grade = (bare.cell(FORM, one.cell.address) for one in (blank.total, blank.grade))
    bare.save(returned)
    assert all(isinstance(points, float) for points in shown.values()), shown
    assert total == pytest.approx(sum(shown.values()) + bare.cell(FORM, blank.funding.earned.cell.address))

    capsys.readouterr()
    assert main(["score", str(returned), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (float(said["total"]), said["grade"]) == (pytest.approx(total), grade)
    assessed = assess(returned)
    scored_rows = {one.indicator.level2.text: one for one in assessed.scoring.indicators}
    assert {level2: float(scored_rows[level2].score.exact) for level2 in FILLED} == pytest.approx(shown)
    stored = {one.level2.text: one.earned.raw for one in assessed.form.indicators if one.used}
    assert {level2: float(points) for level2, points in stored.items()} == pytest.approx(shown)
    assert not {"JX307", "JX321", "JX322", "JX326"} & {one.code for one in assessed.findings}

    rollup, returns = tmp_path / "汇总.xlsx", tmp_path / "退回"
    assert main(["batch", str(back), "-o", str(rollup), "--returns", str(returns)]) == 1
    figures = {cell.value for sheet in read_grid(rollup).sheets for cell in sheet.cells.values()}
    assert Decimal(str(total)) in figures
    [answer] = returns.glob("**/*.docx")
    assert "主管部门" in word_text(answer)

    assert main(["check", str(returned), "--write"]) == 1
    bare.open(returned)
    assert "JX101" in [cell for row in bare.rows(FINDINGS, "A1:H40") for cell in row]
    later = {"数量指标": "180人次", "质量指标": "90%", "时效指标": "12月", "成本指标": "12.5万元"}
    for level2, actual in later.items():  # one after the other, nothing looked at in between
        bare.put(FORM, rows[level2].actual.cell.address, actual)
    for level2, actual in later.items():
        name, target, _ = FILLED[level2]
        labels, points = [["", level2, name]], rows[level2].points.raw
        core = JX_SCORE(target, actual, points, labels, "mof-2020-10", 2024)
        assert bare.cell(FORM, rows[level2].earned.cell.address) == pytest.approx(core)
    assert bare.errors() == []


def word_text(path):
    with zipfile.ZipFile(path) as package:
        return re.sub(r"<[^>]*>", "", package.read("word/document.xml").decode())
