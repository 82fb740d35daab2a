"""Promise 1: the same form scores the same in a spreadsheet and on the command line, whatever its layout."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import cycle

import formualizer
import pytest

import odd_layouts
from jxbook.assess import assess
from jxbook.form import NO_ENTRY, Entry, KeyPoint, Records, Review
from jxbook.functions.cached import cached_values
from jxbook.functions.registry import FUNCTIONS
from jxbook.making.filled import filled_workbook
from jxbook.policy import load_policy, policy_ids
from jxbook.recognition import recognise
from jxbook.template import Section, build_template
from jxbook.workbook.grid import Change
from jxbook.workbook.names import KEY_POINTS, REVIEWS, ROWS_SHEET, WORDS_SHEET
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid

JOINED = [
    ("≥200人次", "150人次"),
    ("=100%", "97.7%"),
    ("≤12月", "2024年11月"),
    ("有效提升", "部分达成年度指标（75%）"),
    ("≤10万元", "12.34万元"),
    ("无", "无"),
    ("≥90%", Decimal("0.877")),
    ("是", "是"),
    ("≥3个", "10个"),
]
PARTED = [
    (("≥", "200", "人次"), "150"),
    (("=", "100%", "%"), "97.7"),
    (("≤", "12", "月"), "2024年11月"),
    (("定性", "有效提升", "无"), "部分达成年度指标（75%）"),
    (("≤", Decimal(10), "万元"), Decimal("12.34")),
    (("≥", "无", "项"), "无"),
    (("≥", "90", "%"), "87.7%"),
    (("", "≥3个", ""), "10个"),
]
EVERY_LAYOUT = [
    "mof-2020-10",
    *(pytest.param(one, marks=pytest.mark.long) for one in odd_layouts.NAMES),
]
"""The usual one in every run, the odd ones where there is time."""
KINDS = {"mof-2020-10", "mof-2020-10-evaluation"}
"""The kinds of table that differ most, plain and with 评价要点; all where there is time."""
HIDDEN = {ROWS_SHEET, WORDS_SHEET}
VERDICTS = ["符合", "部分符合", "不符合", "不适用"]


EVERY_POLICY = [
    pytest.param(one, marks=() if one in KINDS else pytest.mark.long)
    for one in (*policy_ids(), *odd_layouts.NAMES)
]


@pytest.fixture(params=EVERY_POLICY)
def policy(request, odd_policies):
    return load_policy(request.param)


@pytest.fixture
def blank(policy, tmp_path):
    path = tmp_path / "blank.xlsx"
    path.write_bytes(build_template(policy, [Section("项目背景", "")]))
    return path


@pytest.fixture
def filled(blank, tmp_path):
    """The template filled in by hand: every kind of target, cells with formulas left as the template has them."""
    path = tmp_path / "filled.xlsx"
    write_changes(blank, list(entries(blank)), path)
    return path


def entries(path) -> Iterator[Change]:
    grid = read_grid(path)
    form = recognise(grid, path.name)
    cells = {sheet.ref(*place): cell for sheet in grid.sheets for place, cell in sheet.cells.items()}

    def computed(entry):
        return entry.cell in cells and cells[entry.cell].formula is not None

    def put(entry, value, over=False):
        if entry.cell and (over or not computed(entry)):
            yield Change(entry.cell, value)

    yield from put(form.year_entry, Decimal(2024))
    yield from put(form.project.name, "测试项目")
    for row in (form.funding.total, form.funding.parts[0]):
        for entry, value in zip(
            (row.initial_budget, row.budget, row.spent), ("100", "92", "89.5"), strict=True
        ):
            yield from put(entry, Decimal(value))
    facts = {"实际到位资金": Decimal(95), "项目是否完成": "否", "第三方评价得分": Decimal("86.53")}
    for label, value in {**facts, "第三方评价等级": "优"}.items():
        if label in form.project.facts:
            yield from put(form.project.facts[label], value)
    reviews = next((sheet for sheet in grid.sheets if sheet.name == REVIEWS), None)
    parted = any(one.nature.cell for one in form.indicators)
    typed = load_policy(form.policy_id).word("scoring.source") == "rows"
    with_points = {one.indicator.text for one in form.records.key_points}
    for number, (one, (target, actual)) in enumerate(
        zip(form.indicators, cycle(PARTED if parted else JOINED), strict=False)
    ):
        counted = one.name.text in with_points
        if one.name.blank:
            yield from put(one.name, f"第{number}项完成率")
        for entry, value in (
            zip((one.nature, one.value, one.unit), target, strict=True) if parted else [(one.target, target)]
        ):
            yield from put(entry, value, over=not counted)
        yield from put(one.actual, actual, over=not counted)
        applies = actual != "无" or not one.target.cell or counted
        yield from put(one.points, Decimal(7) if applies else None)
        if typed and applies and (number or not reviews):
            yield Change(one.earned.cell, Decimal("6.35"))
    for one, verdict in zip(form.records.key_points, cycle(VERDICTS), strict=False):
        yield from put(one.verdict, verdict)
    if reviews:
        for column, value in enumerate((form.indicators[0].name.text, "7", "6.5", "5", "7"), 2):
            yield Change(reviews.ref(5, column), Decimal(value) if column > 2 else value)


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
        if is_shown(sheet, cell)
    }


def is_shown(sheet, cell):
    """A formula that a person sees; not the line that tells which engine answers. The hidden formulas, whose relative
    names formualizer does not know, are asked in LibreOffice and Gnumeric."""
    return cell.formula is not None and sheet.name not in HIDDEN and "JX_SCORE(1," not in cell.formula


def same(shown, expected):
    """A number to the last digit that a cell holds, a text as it is."""
    if isinstance(expected, Decimal):
        return isinstance(shown, int | float) and abs(Decimal(repr(shown)) - expected) < Decimal("1e-12")
    return (shown or "") == expected


def assert_the_same(path):
    grid = read_grid(path)
    assessed = assess(path)
    expected = {
        sheet.ref(*place): cell.value or ""
        for sheet in grid.sheets
        for place, cell in sheet.cells.items()
        if is_shown(sheet, cell)
    }
    changes = cached_values(assessed.scoring, grid)
    expected |= {change.cell: change.value for change in changes if change.cell in expected}
    shown = evaluate(path)
    assert shown.keys() == expected.keys()
    differing = [
        (str(cell), shown[cell], expected[cell]) for cell in shown if not same(shown[cell], expected[cell])
    ]
    assert differing == []
    return assessed.scoring


def test_the_filled_form_shows_in_every_formula_cell_what_jxbook_score_gives(filled, policy):
    scoring = assert_the_same(filled)
    assert (scoring.total is None) == (policy.word("scoring.source") == "none")


def test_the_empty_template_shows_what_jxbook_score_gives(blank):
    assert assert_the_same(blank).total is None


@pytest.mark.parametrize("policy", ["mof-2021-101"], indirect=True)
@pytest.mark.parametrize(("said", "points"), [("已完成", 10), ("未完成", 7), (None, 7), ("大概", None)])
def test_whether_the_project_is_finished_counts_the_same(filled, said, points):
    form = recognise(read_grid(filled), filled.name)
    write_changes(filled, [Change(form.project.facts["项目是否完成"].cell, said)], filled)
    scoring = assert_the_same(filled)
    assert (scoring.execution.earned, scoring.total is None) == (points, points is None)


CHANGES = [
    (0, "name", None),
    (1, "target", "无"),
    (1, "target", "不适用"),
    (1, "target", "／"),
    (2, "target", None),
    (0, "actual", None),
    (1, "actual", "5场"),
    (0, "points", None),
    (1, "points", Decimal("19.5")),
    (1, "points", "无"),
    (1, "earned", None),
    (2, "earned", "无"),
    (2, "earned", "无此项"),
    (1, "earned", Decimal("19.5")),
    (2, "earned", Decimal(-1)),
]


@pytest.mark.parametrize("policy", EVERY_LAYOUT, indirect=True)
def test_and_so_it_does_after_an_entry_changes(filled, policy, tmp_path):
    grid = read_grid(filled)
    rows = recognise(grid, filled.name).indicators
    typed = policy.word("scoring.source") == "rows"
    formulas = {
        sheet.ref(*place) for sheet in grid.sheets for place, cell in sheet.cells.items() if cell.formula
    }
    for row, field, value in CHANGES:
        cell = getattr(rows[row], field).cell
        if cell and (cell not in formulas or (field == "earned" and typed)):
            write_changes(filled, [Change(cell, value)], changed := tmp_path / "changed.xlsx")
            assert_the_same(changed)


NONE = ["不适用", "-", "—", "——", "无此项", "无此指标", "／", "\\"]


@pytest.mark.parametrize("policy", EVERY_LAYOUT, indirect=True)
def test_promise_1_a_row_does_not_apply_in_whatever_words(filled, policy, tmp_path):
    """Its actual left blank, and all of it said in that word: the total stands, and is the same."""
    form = recognise(read_grid(filled), filled.name)
    counted = {one.indicator.text for one in form.records.key_points}
    row = next(one for one in form.indicators[1:] if one.name.text not in counted)
    for turn, word in enumerate(NONE):
        fields = ("name", "target", "actual", "points") if turn % 2 else ("target",)
        clear = [Change(entry.cell, None) for entry in (row.actual, row.points) if entry.cell]
        said = [Change(getattr(row, one).cell, word) for one in fields if getattr(row, one).cell]
        kept = [change for change in clear if change.cell not in {one.cell for one in said}]
        write_changes(filled, [*said, *kept], changed := tmp_path / "changed.xlsx")
        scoring = assert_the_same(changed)
        if policy.id == "mof-2020-10":
            assert scoring.total is not None


@pytest.fixture
def own_points(blank, policy, tmp_path):
    """Every row has an indicator of the unit's own, the last one many 要点, and reviews beyond the sheet's rows."""
    form = recognise(read_grid(blank), blank.name)
    rows = [
        replace(one, name=Entry(f"自定{turn}"), target=NO_ENTRY) for turn, one in enumerate(form.indicators)
    ]
    rows = [replace(one, actual=NO_ENTRY, nature=NO_ENTRY, value=NO_ENTRY, unit=NO_ENTRY) for one in rows]
    rows = [replace(one, points=Entry(Decimal(3)), goal=0) for one in rows]
    points = [
        KeyPoint(one.name, Entry(f"要点{turn}"), Entry(VERDICTS[turn % 3]), NO_ENTRY)
        for one in rows
        for turn in range(230 if one is rows[-1] else 3)
    ]
    reviews = [Review(Entry(f"别的{turn}"), (Entry(Decimal(2)),)) for turn in range(70)]
    reviews.append(Review(rows[0].name, (Entry(Decimal(2)), Entry(Decimal(3)))))
    records = Records(key_points=tuple(points), reviews=tuple(reviews))
    path = tmp_path / "own.xlsx"
    path.write_bytes(filled_workbook(replace(form, indicators=tuple(rows), records=records), policy))
    return path


@pytest.mark.parametrize("policy", ["mof-2020-10-evaluation", "odd-points"], indirect=True)
def test_promise_1_indicators_of_ones_own_are_counted_from_their_key_points(own_points, policy):
    scoring = assert_the_same(own_points)
    assert scoring.indicators and all(one.score.earned is not None for one in scoring.indicators)
    assert scoring.indicators[0].score.earned == Decimal("2.5")


@pytest.mark.parametrize("policy", ["mof-2020-10-evaluation"], indirect=True)
def test_promise_1_a_spare_row_counts_key_points_too(blank, policy, tmp_path):
    grid = read_grid(blank)
    form = recognise(grid, blank.name)
    spare = next(one for one in form.indicators if one.name.blank)
    sheet = next(one for one in grid.sheets if one.name == KEY_POINTS)
    free = form.records.key_points[-1].verdict.cell.row + 1
    changes = [Change(spare.name.cell, "自定指标"), Change(spare.points.cell, Decimal(4))]
    for turn, verdict in enumerate(VERDICTS):
        said = zip("BCD", ("自定指标", f"要点{turn}", verdict), strict=True)
        changes += [Change(sheet.ref(free + turn, "ABCD".index(column) + 1), text) for column, text in said]
    write_changes(blank, changes, path := tmp_path / "spare.xlsx")
    scoring = assert_the_same(path)
    one = next(one for one in scoring.indicators if one.indicator.name.text == "自定指标")
    assert one.indicator.target.text == "≥3项" and one.score.earned == 2
