"""看板: its charts draw from its own table, and that table is right with Excel's functions and without them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import formualizer
import openpyxl
import pytest

from jxbook.dataclass import replace
from jxbook.finding import Refusal
from jxbook.form import Form
from jxbook.functions.cached import cached_values
from jxbook.functions.registry import FUNCTIONS
from jxbook.policy import Policy, load_policy
from jxbook.recognition import recognise
from jxbook.samples import load_sample
from jxbook.scoring import score
from jxbook.template import Section, build_template
from jxbook.template import board_formulas as words
from jxbook.template import board_places as at
from jxbook.template.board_cached import board_changes
from jxbook.template.board_lines import BoardLine, Head
from jxbook.template.board_values import values_of
from jxbook.template.layout import Layout
from jxbook.workbook.cellvalues import position
from jxbook.workbook.grid import Cell, Change, Grid, Sheet
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")  # openpyxl, of data bars
POLICIES = [load_policy(name) for name in ("mof-2020-10", "hubei-2020", "sichuan")]
"""One form as usual, one with several goals, one with the target split; test_evaluated has all others."""
BOARD = "看板"
Edit = Callable[[Form], list[Change]]
Cells = dict[str, Any]


@pytest.fixture(params=POLICIES, ids=lambda policy: policy.id)
def policy(request: pytest.FixtureRequest) -> Policy:
    chosen: Policy = request.param
    return chosen


@pytest.fixture
def empty(policy: Policy, tmp_path: Path) -> Path:
    sections = [Section(one.section, "") for one in load_sample("sunhe-2024").form.passages]
    path = tmp_path / "empty.xlsx"
    path.write_bytes(build_template(policy, sections))
    return path


@pytest.fixture
def filled(empty: Path, type_sample: Callable[..., Path]) -> Path:
    return type_sample(empty, empty.with_name("filled.xlsx"))


def opened(path: Path) -> tuple[Form, Grid]:
    grid = read_grid(path)
    return recognise(grid, path.name), grid


def written(path: Path, policy: Policy, edits: list[Change]) -> Cells:
    """What the formula cells of 看板 show after these edits, by the cached values that we write."""
    write_changes(path, edits)
    form, grid = opened(path)
    changes = cached_values(score(form, policy), grid)
    write_changes(path, [*changes, *board_changes(form, grid, changes)])
    board = next(sheet for sheet in read_grid(path).sheets if sheet.name == BOARD)
    return {
        board.ref(*place).address: cell.value or ("" if cell.value is None else cell.value)
        for place, cell in board.cells.items()
        if cell.formula is not None
    }


def evaluated(path: Path, addresses: Cells) -> Cells:
    """The same cells as formualizer computes them, our functions included."""
    book = formualizer.load_workbook(str(path))
    for function in FUNCTIONS:
        most = len(function.arguments)
        book.register_function(function.name, function.call, min_args=function.least, max_args=most)
    book.evaluate_all()
    values = {cell: book.evaluate_cell(BOARD, *position(cell)) for cell in addresses}
    return {cell: Decimal(repr(v)) if isinstance(v, float) else (v or "") for cell, v in values.items()}


def of_row(form: Form, name: str, /, **entries: Any) -> list[Change]:
    row = next(one for one in form.indicators if one.name.text == name)
    return [Change(getattr(row, field).cell, value) for field, value in entries.items()]


def every_row(form: Form) -> list[Change]:
    """More names than fit: every row used, two of them without an actual value."""
    return [
        Change(entry.cell, value)  # type: ignore[arg-type]
        for number, one in enumerate(form.indicators)
        for entry, value in (
            (one.name, f"第{number}项名称很长很长很长很长的指标"),
            (one.target, "≥3个"),
            (one.actual, None if number in (2, 5) else f"{number % 4}个"),
            (one.points, Decimal(7)),
        )
    ]


EDITS: dict[str, Edit] = {
    "the sample": lambda form: [],
    "a share": lambda form: of_row(form, "参与公众满意度", actual="81.5%"),
    "nothing achieved": lambda form: of_row(form, "参与活动人次", actual="0人次"),
    "not filled": lambda form: of_row(form, "项目数", actual=None),
    "not applicable": lambda form: of_row(form, "完成时间", target="无", actual="无", points=None),
    "no name": lambda form: of_row(form, "项目数", name=None),
    "no points": lambda form: of_row(form, "项目数", points=Decimal(0)),
    "not comparable": lambda form: of_row(form, "参与活动人次", actual="5场"),
    "no money": lambda form: [Change(form.funding.total.spent.cell, None)],  # type: ignore[arg-type]
    "no level": lambda form: [Change(form.indicators[0].level1.cell, None)],  # type: ignore[arg-type]
    "every row": every_row,
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_our_cached_values_are_what_the_formulas_give(filled: Path, policy: Policy, edit: Edit) -> None:
    cells = written(filled, policy, edit(opened(filled)[0]))
    shown = evaluated(filled, cells)
    assert {cell: (shown[cell], cells[cell]) for cell in cells if shown[cell] != cells[cell]} == {}


def test_and_so_they_are_in_the_template(empty: Path) -> None:
    board = next(sheet for sheet in read_grid(empty).sheets if sheet.name == BOARD)
    cells = {
        board.ref(*place).address: "" if cell.value is None else cell.value
        for place, cell in board.cells.items()
        if cell.formula is not None
    }
    assert evaluated(empty, cells) == cells
    form, grid = opened(empty)
    assert {one.cell.address: one.value for one in board_changes(form, grid)} == cells


def test_it_shows_the_shares_of_the_scoring(filled: Path, policy: Policy) -> None:
    edits = of_row(opened(filled)[0], "参与公众满意度", actual="81.5%")
    cells = written(filled, policy, edits)
    form, _ = opened(filled)
    scoring = score(form, policy)
    rows = range(at.LISTED, at.LISTED + len(scoring.scored))
    assert {cells[f"{at.NAME}{row}"]: float(cells[f"{at.SHARE}{row}"]) for row in rows} == {
        one.indicator.title: pytest.approx(float(one.score.earned or 0) / float(one.points or 0))
        for one in scoring.scored
    }
    assert cells[f"{at.NAME}{at.LISTED + len(scoring.scored)}"] == ""
    assert cells[f"B{at.FIGURE}"] == scoring.total and cells[f"E{at.FIGURE}"] == (scoring.grade or "—")
    earned = [cells[f"{at.EARNED}{at.LEVELS + n}"] for n in range(Layout.of(policy).levels + 1)]
    assert sum(one for one in earned if one != "") == scoring.total


@pytest.mark.parametrize(
    ("earned", "points", "label"), [("16.33", "20", "81.7%"), ("16.32", "20", "81.6%"), ("2", "3", "66.7%")]
)
def test_a_share_is_rounded_half_up_as_a_spreadsheet_shows_it(earned: str, points: str, label: str) -> None:
    """16.33 ÷ 20 is 81.65 %, and a little less in binary."""
    line = BoardLine("产出", "数量", "甲", Decimal(points), Decimal(earned), "1")
    assert values_of(Head(), [line], 1, "万元")[f"{at.LABEL}{at.LISTED}"] == f"甲　{label}"


def test_an_error_is_never_a_number() -> None:
    lines = [
        BoardLine("产出", "数量", "甲", Decimal(5), "#VALUE!", "1"),
        BoardLine("产出", "数量", "乙", Decimal(5), Decimal(4)),
    ]
    values = values_of(Head(total="#VALUE!", rate="#NAME?"), lines, 1, "万元")
    assert values[f"B{at.FIGURE}"] == values[f"H{at.FIGURE}"] == words.FAILED
    assert values[f"{at.SHARE}{at.LISTED}"] == values[f"{at.EARNED}{at.LEVELS + 1}"] == ""
    assert values[f"{at.LABEL}{at.LISTED}"] == f"甲　{words.UNSCORED}"


def test_an_error_in_a_score_is_none_in_a_spreadsheet_either(filled: Path, policy: Policy) -> None:
    layout = Layout.of(policy)
    book = formualizer.load_workbook(str(filled))
    for function in FUNCTIONS:
        fails = function.name in ("JX_SCORE", "JX_RATE")
        call = _failing if fails else function.call
        most = len(function.arguments)
        book.register_function(function.name, call, min_args=function.least, max_args=most)
    book.evaluate_all()

    def cell(address: str) -> Any:
        return book.evaluate_cell(BOARD, *position(address)) or ""

    assert layout.total and cell(f"B{at.FIGURE}") == words.FAILED
    assert cell(f"H{at.FIGURE}") == 1  # the worksheet's own formula steps in for JX_RATE
    assert cell(f"{at.NAME}{at.LISTED}") == "项目数"
    assert cell(f"{at.SHARE}{at.LISTED}") == cell(f"{at.EARNED}{at.LEVELS + 1}") == ""


def _failing(*_: Any) -> Any:
    raise ValueError("boom")


def test_more_rows_than_it_holds_are_told() -> None:
    line = BoardLine("产出指标", "数量指标", "甲", Decimal(1), Decimal(1), "1")
    note = f"B{at.NOTE + 1}"
    for rows, said in (
        (at.LISTED_ROWS, ""),
        (at.LISTED_ROWS + 1, words.MANY_LISTED),
        (at.COPIED_ROWS + 1, words.MANY_ROWS),
    ):
        assert values_of(Head(), [line] * rows, 1, "万元")[note] == said


def test_a_level_that_staff_added_is_counted_under_the_last_one() -> None:
    lines = [BoardLine(name, "", "甲", Decimal(5), Decimal(4)) for name in ("产出", "效益", "其他")]
    values = values_of(Head(), lines, 2, "万元")
    assert values[f"{at.NAME}{at.LEVELS + 2}"] == words.OTHERS
    assert (values[f"{at.POINTS}{at.LEVELS + 2}"], values[f"{at.EARNED}{at.LEVELS + 2}"]) == (10, 8)


def test_the_charts_draw_from_the_table_below_them(empty: Path, policy: Policy) -> None:
    with zipfile.ZipFile(empty) as package:
        charts = [
            package.read(n).decode() for n in sorted(package.namelist()) if n.startswith("xl/charts/chart")
        ]
    drawn = [re.findall("<c:f>(.*?)</c:f>", chart) for chart in charts if BOARD in chart]
    levels = Layout.of(policy).levels + 1

    def series(first: int, rows: int, *columns: str) -> list[str]:
        label = at.area(at.LABEL, first, rows)
        return [f"{BOARD}!{a}" for c in columns for a in (label, at.area(c, first, rows))]

    plain = [[one.replace("'", "") for one in references] for references in drawn]
    assert plain == [
        series(at.LISTED, at.LISTED_ROWS, at.FULL, at.SHARE),
        series(at.LEVELS, levels, at.POINTS, at.EARNED),
        series(at.RATE, 1, at.FULL, at.SHARE),
    ]


def test_it_calls_no_function_of_ours_and_no_volatile_one(empty: Path, policy: Policy) -> None:
    layout = Layout.of(policy)
    book = openpyxl.load_workbook(empty)[BOARD]
    formulas = [c.value for row in book for c in row if isinstance(c.value, str) and c.value.startswith("=")]
    assert formulas
    assert not [
        one for one in formulas if re.search(r"JX_|OFFSET|INDIRECT|NOW|TODAY|RAND|CELL\(|INFO\(", one)
    ]
    single = {int(row) for one in formulas for row in re.findall(r"自评表!\$[A-Z]\$(\d+)(?!:|\d)", one)}
    assert not single & set(range(layout.header, layout.last + 1)), "a row that can be deleted"


def test_it_is_one_locked_page(empty: Path) -> None:
    book = openpyxl.load_workbook(empty)
    board = book[BOARD]
    assert [name for name in book.sheetnames if name not in ("词", "算")][-3:] == [
        BOARD,
        "校验结果",
        "问答和依据",
    ]
    assert board.protection.sheet and all(cell.protection.locked for row in board for cell in row)
    assert board.print_area == f"'{BOARD}'!$B$1:$M${at.NOTE + 1}" and at.NOTE + 1 < at.DATA
    assert (board.page_setup.orientation, board.page_setup.paperSize) == ("landscape", 9)
    assert (board.page_setup.fitToWidth or 1, board.page_setup.fitToHeight or 1) == (1, 1)


def test_it_is_taken_neither_for_a_form_nor_for_facts(filled: Path, policy: Policy) -> None:
    written(filled, policy, [])
    form, grid = opened(filled)
    board = next(sheet for sheet in grid.sheets if sheet.name == BOARD)
    others = tuple(sheet for sheet in grid.sheets if sheet is not board)
    assert recognise(replace(grid, sheets=(board, *others)), "x") == form
    assert recognise(replace(grid, sheets=others), "x") == form
    with pytest.raises(Refusal) as refused:
        recognise(Grid((board,)), "x")
    assert refused.value.finding.code == "JX930"


def test_a_workbook_without_it_is_left_alone(filled: Path) -> None:
    form, grid = opened(filled)
    assert board_changes(form, Grid(tuple(sheet for sheet in grid.sheets if sheet.name != BOARD))) == ()


def test_a_strangers_sheet_of_that_name_costs_no_more_than_ours(filled: Path) -> None:
    form, grid = opened(filled)
    rows = range(at.LEVELS + 1, 20_000)
    endless = Sheet(BOARD, {(row, position(f"{at.NAME}1")[1]): Cell(None, "1") for row in rows})
    assert len(board_changes(form, Grid((endless, *grid.sheets[:-2])))) <= 200
