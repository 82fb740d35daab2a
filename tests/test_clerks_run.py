"""A clerk's run with everything that clerks get wrong: new, fill in, sheet, score, check, write, print, report.

What one door says, every other door says: the cells of the sheet, the command line, the buttons, the file that
was written to, and the paper.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import formualizer
import pytest

from jxbook.assess import Assessed, assess
from jxbook.cli import main
from jxbook.desk import check, make_report
from jxbook.excel.buttons.workbook import OpenWorkbook
from jxbook.form import Entry, Form
from jxbook.functions.registry import FUNCTIONS
from jxbook.place import CellRef
from jxbook.result_sheet import finding_rows
from jxbook.workbook.grid import Change, Grid
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid
from memory_book import MemoryBook

NOON = datetime(2026, 11, 21, 12, 0)
ROWS = {
    # 二级指标: 三级指标 | 年度指标值 | 实际完成值 | 分值 | 偏差原因
    "数量指标": [
        ("举办活动场次", "≤20场", "18场", 15, ""),  # ≤ for what is to be reached
        ("资金支付率", "≥95%", "97%", 15, ""),  # spending as an output
    ],
    "质量指标": [
        ("活动验收合格率", "≥90%", "0.946%", 10, ""),  # a fraction under a percent sign
        ("小计", "", "", 40, ""),  # a sum among the rows
    ],
    "时效指标": [("活动完成时间", "≤12月", "11月", 10, "")],
    "成本指标": [("每场活动成本", "≤5000元", "4800元", 10, "")],
    "社会效益指标": [
        ("参加活动人次", "≥200人次", "150人次", 10, "10月和11月连续降雨，户外活动有4场没有举办"),
        ("举办活动场次", "≥20场", "21场", 10, ""),  # counted twice
    ],
    "可持续影响指标": [("邻里关系", "明显改善", "明显改善", 5, "")],  # the target said again
    "服务对象满意度指标": [("居民满意度", "90", "0.946", 5, "")],  # a fraction against a number in per cent
}
EXPECTED = {
    "JX115": "基本信息或表头的项目编码",
    "JX114": "评价年度",
    "JX202": "满意度、合格率",
    "JX204": "照写的指标值",
    "JX222": "活动场次",
    "JX223": "参加活动人次",
    "JX224": "资金支付率",
    "JX321": "没有公式的行",
    "JX322": "手工改写的行",
    "JX323": "小计",
    "JX414": "元和万元",
    "JX509": "总体目标",
    "JX529": "没有措施",
}
"""What has to be found, and what it is about."""


def sheet_of(grid: Grid, name: str) -> dict[tuple[int, int], object]:
    return {
        place: cell.value
        for place, cell in next(one for one in grid.sheets if one.name == name).cells.items()
    }


def filled(path: Path) -> Path:
    """The blank form with all of it typed in, two formulas lost and one typed over."""
    form = assess(path).form
    entries: dict[Entry, str | Decimal] = {
        form.project.name: "2025年社区文化活动项目",
        form.project.code: "暂无编号",
        form.project.supervisor: "市民政局",
        form.project.implementer: "花园街道办事处",
        form.goal.expected: "100%",
        form.goal.achieved: "全年举办活动18场，服务居民150人次",
    }
    total, first = form.funding.total, form.funding.parts[0]
    for row in (total, first):
        entries |= {row.initial_budget: Decimal(10), row.budget: Decimal(10), row.spent: Decimal("95211.8")}
    passage = next(one.text for one in form.places if "资金" in one.section)
    entries[passage] = "资金支出完成率97.69%，各项支出合规。"
    changes = {entry.cell: value for entry, value in entries.items()}
    taken: set[CellRef] = set()
    for level2, rows in ROWS.items():
        for name, target, actual, points, reason in rows:
            one = next(
                one for one in form.indicators if one.level2.text == level2 and one.name.cell not in taken
            )
            assert one.name.cell
            taken.add(one.name.cell)
            changes |= {one.name.cell: name, one.points.cell: Decimal(points)}
            changes |= {one.target.cell: target or None, one.actual.cell: actual or None}  # type: ignore[dict-item]
            changes |= {one.reason.cell: reason or None}  # type: ignore[dict-item]
    for one in form.indicators:
        if one.name.cell not in taken:
            changes |= {one.name.cell: None, one.points.cell: None}  # type: ignore[dict-item]
    write_changes(path, [Change(cell, value) for cell, value in changes.items() if cell])
    form = assess(path).form
    lost, typed = row_of(form, "活动完成时间"), row_of(form, "每场活动成本")
    assert lost.earned.cell and lost.verdict.cell and typed.earned.cell
    write_changes(
        path,
        [
            Change(lost.earned.cell, None),
            Change(lost.verdict.cell, None),
            Change(typed.earned.cell, Decimal(10)),
        ],
    )
    return path


def row_of(form: Form, name: str):  # type: ignore[no-untyped-def]
    return next(one for one in form.indicators if one.name.text == name)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("clerk") / "自评表.xlsx"
    assert main(["new", "--policy", "mof-2020-10", "--year", "2024", "-o", str(path)]) == 0
    assert [one.code for one in assess(path).findings] == ["JX100"]
    return filled(path)


@pytest.fixture
def mine(book: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(book, tmp_path / "自评表.xlsx"))


def shown_in_cells(path: Path) -> Callable[[CellRef | None], object]:
    """The sheet as a spreadsheet program computes it."""
    computed = formualizer.load_workbook(str(path))
    for function in FUNCTIONS:
        computed.register_function(
            function.name, function.call, min_args=function.least, max_args=len(function.arguments)
        )
    computed.evaluate_all()
    return lambda cell: computed.evaluate_cell(cell.sheet, cell.row, cell.column)  # type: ignore[union-attr]


def test_every_mistake_is_found_errors_first(book: Path) -> None:
    findings = assess(book).findings
    assert EXPECTED.keys() <= {one.code for one in findings}
    ranks = [("error", "warning", "note").index(one.severity.value) for one in findings]
    assert ranks == sorted(ranks)


def test_the_score_is_held_back_at_every_door(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assessed = assess(mine)
    form, scoring = assessed.form, assessed.scoring
    assert (scoring.total, scoring.grade, scoring.execution.earned) == (None, None, None)
    main(["score", str(mine), "--json"])
    told = json.loads(capsys.readouterr().out)
    assert (told["total"], told["status"], told["execution"]["earned"]) == (None, "incomplete", None)
    assert assess(OpenWorkbook(MemoryBook(mine)).source()).scoring.total is None
    shown = shown_in_cells(mine)
    assert shown(form.total.cell) == "待完善"
    assert shown(form.funding.earned.cell) == "待核对"
    for one in scoring.indicators:
        if one.indicator.earned.computed:
            same = {"scored": one.score.earned, "unclear": "待核对", "unfilled": ""}[one.score.state.value]
            got = shown(one.indicator.earned.cell)
            assert (Decimal(repr(got)) if isinstance(got, float) else got or "") == same
    assert "可能是0.946%，也可能是94.6%" in str(shown(row_of(form, "居民满意度").verdict.cell))


def test_every_door_finds_the_same(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = finding_rows(assess(mine).findings)
    book = MemoryBook(mine)
    book.app.answers = ["no"]
    check(OpenWorkbook(book), NOON)
    assert len(book.app.alerts) == 1  # whether to put the two formulas back
    listed = book.sheet("校验结果").range("A5:H504").value
    pressed = [tuple("" if one is None else one for one in row) for row in listed if row[0] is not None]
    assert [row[1:] for row in pressed] == [row[1:] for row in rows]
    assert main(["check", str(mine), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [(one["code"], one["what"]) for one in told] == [(row[4], row[5]) for row in rows]
    assert main(["check", str(mine), "--write"]) == 1
    cells = sheet_of(read_grid(mine), "校验结果")
    written = [tuple(cells.get((5 + at, column), "") for column in range(1, 9)) for at in range(len(rows))]
    assert written == rows


def test_a_program_is_told_the_same_of_what_was_written(
    mine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = assess(mine).form
    lost, typed = row_of(form, "活动完成时间"), row_of(form, "每场活动成本")
    assert main(["score", str(mine), "--write", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)["written"]
    restored = [lost.earned.cell.address, lost.verdict.cell.address]
    assert told["restored"] == restored
    assert told["left"] == [
        {"cell": typed.earned.cell.address, "name": "“每场活动成本”的得分", "reason": "已被手工改写"}
    ]
    assert {*restored, form.total.cell.address, form.grade.cell.address} <= {*told["cells"]}
    assert typed.earned.cell.address not in told["cells"]
    assert row_of(assess(mine).form, "每场活动成本").earned.raw == Decimal(
        10
    )  # theirs, though --write was asked


def test_what_is_written_says_what_it_left(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = assess(mine).form
    lost, typed = row_of(form, "活动完成时间"), row_of(form, "每场活动成本")
    assert main(["score", str(mine), "--write"]) == 1
    out = capsys.readouterr().out
    assert f"已按相邻的行补上：{lost.earned.cell.address}、{lost.verdict.cell.address}\n" in out
    assert f"1个单元格已被手工改写，没有写入：{typed.earned.cell.address}\n" in out
    after = assess(mine)
    assert "JX321" not in {one.code for one in after.findings}
    cells, shown = sheet_of(read_grid(mine), after.form.sheet), shown_in_cells(mine)
    for one in (*after.form.indicators, after.form):
        entry = one.total if isinstance(one, Form) else one.earned
        assert entry.cell
        stored, computed = cells.get((entry.cell.row, entry.cell.column)), shown(entry.cell)
        assert (float(stored) if isinstance(stored, Decimal) else stored or "") == (computed or "")


@pytest.mark.long
def test_the_paper_says_it_too(mine: Path, convert: Callable[[Path, str], Path]) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    main(["score", str(mine), "--write"])
    paper = convert(mine, "pdf")
    text = subprocess.run(
        ["pdftotext", "-layout", str(paper), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert "待完善" in text
    assert text.count("待核对") >= 3


def test_button_and_command_write_the_same_report(mine: Path, tmp_path: Path) -> None:
    assert main(["report", str(mine), "-o", str(tmp_path / "报告.docx")]) == 0
    book = MemoryBook(mine)
    book.app.answers = ["no", "yes"]  # no formulas, and the report in spite of the errors
    make_report(OpenWorkbook(book, lambda _: None), NOON)
    (pressed,) = tmp_path.glob("*_绩效评价报告_20261121.docx")
    assert pressed.read_bytes() == (tmp_path / "报告.docx").read_bytes()


def test_put_right_it_is_scored_at_every_door(mine: Path) -> None:
    """The same form with its figures as they were meant."""
    form = assess(mine).form
    right = {
        form.funding.total.spent: Decimal("9.52118"),
        form.funding.parts[0].spent: Decimal("9.52118"),
        row_of(form, "活动验收合格率").actual: "94.6%",
        row_of(form, "居民满意度").target: "90%",
        row_of(form, "小计").name: None,
        row_of(form, "小计").points: None,
    }
    write_changes(mine, [Change(entry.cell, value) for entry, value in right.items() if entry.cell])
    assert main(["score", str(mine), "--write"]) == 0
    assessed: Assessed = assess(mine)
    assert assessed.scoring.total is not None
    assert "JX502" in {one.code for one in assessed.findings}  # 资金支出完成率97.69% is 95.21%
    shown = shown_in_cells(mine)(assessed.form.total.cell)
    assert Decimal(repr(shown)) == assessed.scoring.total
