"""A form stays the form it is, whatever its headings are called, wherever its columns stand, however its rows lie."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from jxbook.checks import check
from jxbook.form import Entry, Form
from jxbook.form.table import BY_FIELD
from jxbook.making.filled import suggested_template
from jxbook.policy import load_policy, policy_ids
from jxbook.recognition import recognise
from jxbook.recognition.header_rows import headers_of
from jxbook.scoring import score
from jxbook.workbook.grid import Cell, Grid, Merge, Sheet
from jxbook.workbook.labelled_sheet import LabelledSheet
from jxbook.workbook.names import FORM
from jxbook.workbook.opening import workbook_in
from jxbook.workbook.reader import read_package

Place = tuple[int, int]
Move = Callable[[Place], Place]
PLAIN = [one for one in policy_ids() if load_policy(one).number("layout.goals") == 1]


@cache
def filled(policy: str) -> Grid:
    """The policy's own template with an entry in every box of the form."""
    grid = read_package(workbook_in(suggested_template(load_policy(policy)), "表.xlsx"))
    form = recognise(grid, "表.xlsx")
    said: dict[Place, Cell] = {}
    for number, entry in enumerate(_boxes(form)):
        if entry.cell and entry.cell.sheet == form.sheet and entry.blank:
            said[entry.cell.row, entry.cell.column] = Cell(f"内容{number}项")
    return _with(grid, lambda sheet: replace(sheet, cells={**sheet.cells, **said}))


def _boxes(form: Form) -> Iterator[Entry]:
    project, money = form.project, form.funding
    yield from (project.name, project.supervisor, project.implementer, *project.facts.values())
    yield from (money.total.initial_budget, money.total.budget, money.total.spent)
    yield from (form.goal.expected, form.goal.achieved, *form.boxes.values())
    for one in form.indicators:
        yield from (one.name, one.value if one.value.cell else one.target, one.actual, one.reason)


def signature(form: Form) -> object:
    """What a form says, wherever it stands."""
    project, money = form.project, form.funding
    return (
        [one.text for one in (project.name, project.supervisor, project.implementer)],
        {label: one.text for label, one in project.facts.items()},
        [
            (row.label, row.initial_budget.text, row.budget.text, row.spent.text)
            for row in (money.total, *money.parts)
        ],
        [(one.expected.text, one.achieved.text) for one in form.goals],
        {label: one.text for label, one in form.boxes.items()},
        [[one.entry(field).text for field in BY_FIELD if field != "verdict"] for one in form.indicators],
        (form.total_points.text, form.total.text, form.year, form.policy_id),
    )


def _with(grid: Grid, change: Callable[[Sheet], Sheet]) -> Grid:
    return replace(grid, sheets=tuple(change(one) if one.name == FORM else one for one in grid.sheets))


def sheet_of(grid: Grid) -> Sheet:
    return next(one for one in grid.sheets if one.name == FORM)


def header_of(grid: Grid) -> tuple[int, dict[str, int], int]:
    """Row, field → column of the indicator table's header, and the last row that belongs to the table."""
    head = next(headers_of(LabelledSheet(sheet_of(grid))))
    form = recognise(grid, "x")
    last = max(one.name.cell.row for one in form.indicators if one.name.cell) + 1
    return head.top, {name: column for name, column in head.columns.items() if name in BY_FIELD}, last


def renamed(grid: Grid, headings: dict[int, str]) -> Grid:
    row, _, _ = header_of(grid)
    cells = {(row, column): Cell(text) for column, text in headings.items()}
    return _with(grid, lambda sheet: replace(sheet, cells={**sheet.cells, **cells}))


def moved(grid: Grid, move: Move) -> Grid:
    """The form with every cell and merged area where `move` puts it."""

    def change(sheet: Sheet) -> Sheet:
        cells = {move(place): cell for place, cell in sheet.cells.items()}
        merges = [Merge(*move((m.top, m.left)), *move((m.bottom, m.right))) for m in sheet.merges]
        return replace(sheet, cells=cells, merges=merges)

    return _with(grid, change)


def spellings(field: str) -> tuple[str, ...]:
    return (BY_FIELD[field].heading, *BY_FIELD[field].spellings)


@pytest.mark.parametrize("turn", range(0, 24, 2))
@pytest.mark.parametrize("policy", policy_ids())
def test_headings_in_any_listed_spelling(policy: str, turn: int) -> None:
    grid = filled(policy)
    _, columns, _ = header_of(grid)
    chosen = {
        column: spellings(field)[(turn + at) % len(spellings(field))]
        for at, (field, column) in enumerate(columns.items())
        if field != "verdict"
    }
    assert signature(recognise(renamed(grid, chosen), "x")) == signature(recognise(grid, "x"))


@pytest.mark.parametrize("heading", ["绩效{}", "{}（分）", "{}：", " {} ", "{}\n（A）", "本单位{}"])
@pytest.mark.parametrize("field", ["target", "actual", "points", "earned", "reason"])
def test_headings_with_something_before_or_behind(field: str, heading: str) -> None:
    grid = filled("mof-2020-10")
    _, columns, _ = header_of(grid)
    named = {columns[field]: heading.format(BY_FIELD[field].heading)}
    assert signature(recognise(renamed(grid, named), "x")) == signature(recognise(grid, "x"))


@pytest.mark.parametrize("policy", PLAIN)
def test_columns_in_another_order(policy: str) -> None:
    grid = filled(policy)
    row, columns, last = header_of(grid)
    ordered = [
        column for field, column in columns.items() if field not in ("level1", "level2", "name", "verdict")
    ]
    if len(ordered) < 2:
        return
    turned = dict(zip(ordered, [*ordered[1:], ordered[0]], strict=True))
    swapped = moved(grid, lambda at: (at[0], turned.get(at[1], at[1])) if row <= at[0] <= last else at)
    assert signature(recognise(swapped, "x")) == signature(recognise(grid, "x"))


@pytest.mark.parametrize("at", [1, 3, 6, 9, "header", "below header", "middle"])
@pytest.mark.parametrize("policy", policy_ids())
def test_a_row_is_inserted(policy: str, at: int | str) -> None:
    grid = filled(policy)
    row, _, last = header_of(grid)
    top = {"header": row, "below header": row + 1, "middle": (row + last) // 2}.get(str(at)) or int(at)
    longer = moved(grid, lambda place: (place[0] + (place[0] >= top), place[1]))
    given, read = recognise(grid, "x"), recognise(longer, "x")
    blank = [one for one in read.indicators if not any(one.entry(field).text for field in ("name", "target"))]
    same = replace(read, indicators=tuple(one for one in read.indicators if one not in blank))
    assert signature(same) == signature(given)


@pytest.mark.parametrize("at", range(1, 9, 2))
@pytest.mark.parametrize("policy", policy_ids())
def test_a_column_is_inserted(policy: str, at: int) -> None:
    grid = filled(policy)
    wider = moved(grid, lambda place: (place[0], place[1] + (place[1] >= at)))
    assert signature(recognise(wider, "x")) == signature(recognise(grid, "x"))


@pytest.mark.parametrize("policy", policy_ids())
def test_headings_over_two_rows(policy: str) -> None:
    grid = filled(policy)
    row, columns, _ = header_of(grid)
    lower = moved(grid, lambda place: (place[0] + (place[0] > row), place[1]))
    cells = dict(sheet_of(lower).cells)
    for column in columns.values():
        text = str(cells[row, column].value).replace("\n", "")
        half = len(text) // 2
        cells[row, column], cells[row + 1, column] = Cell(text[:half]), Cell(text[half:])
    parted = _with(lower, lambda sheet: replace(sheet, cells=cells))
    assert signature(recognise(parted, "x")) == signature(recognise(grid, "x"))


@pytest.mark.parametrize("heading", ["完工数", "目前状况", "第五列"])
def test_an_unknown_heading_is_named(heading: str) -> None:
    """Nothing is read from the column, and that is said once, as an error, with the heading and its row."""
    grid = filled("mof-2020-10")
    row, columns, _ = header_of(grid)
    form = recognise(renamed(grid, {columns["actual"]: heading}), "x")
    policy = load_policy("mof-2020-10")
    [said] = [one for one in check(form, policy, score(form, policy)) if one.code == "JX120"]
    assert said.severity == "error"
    assert f"没有找到“实际完成值”一栏；第{row}行像表头，不认得“{heading}”" in said.what


def test_a_heading_that_looks_like_a_known_one_is_read_and_told() -> None:
    grid = filled("mof-2020-10")
    _, columns, _ = header_of(grid)
    form = recognise(renamed(grid, {columns["target"]: "年度指际值"}), "x")
    assert signature(form) == signature(recognise(grid, "x"))
    policy = load_policy("mof-2020-10")
    [said] = [one for one in check(form, policy, score(form, policy)) if one.code == "JX120"]
    assert (said.severity, said.what) == ("note", "表头“年度指际值”按“年度指标值”读取")


def test_a_column_of_numbers_without_a_heading_is_named() -> None:
    grid = filled("mof-2020-10")
    row, columns, last = header_of(grid)
    cells = {place: cell for place, cell in sheet_of(grid).cells.items() if place != (row, columns["points"])}
    cells |= {(one, columns["points"]): Cell(Decimal(10)) for one in range(row + 1, last)}
    bare = _with(grid, lambda sheet: replace(sheet, cells=cells))
    form, policy = recognise(bare, "x"), load_policy("mof-2020-10")
    [said] = [one for one in check(form, policy, score(form, policy)) if one.code == "JX120"]
    assert said.severity == "error"
    assert "没有找到“分值”一栏" in said.what
    assert "列有数字，没有表头" in said.what
