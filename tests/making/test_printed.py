"""No text is cut on paper: rows are as high as what stands in them, however it came there."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from jxbook.assess import assess
from jxbook.cli import main
from jxbook.making.filled import fill_workbook
from jxbook.policy import load_policy
from jxbook.template.columns import SheetColumns
from jxbook.template.sheet_writer import page_height
from jxbook.templates import template_path
from jxbook.workbook.row_height import height

REASON = "受汛期连续降雨影响，铺装工程延期两个月；已调整施工组织，增加夜间作业班组，并与街道建立周调度机制。"
HEADINGS = load_policy("mof-2020-10").values("layout.columns")
GOAL = "完成全区老旧小区配套设施改造，改善居民出行和居住条件，建立长效管护机制。" * 10


@pytest.fixture
def typed(tmp_path: Path) -> Path:
    """The form as another program fills it in: it writes the texts and measures nothing."""
    path = tmp_path / "自评表.xlsx"
    path.write_bytes(template_path("mof-2020-10").read_bytes())
    form = assess(path).form
    book = openpyxl.load_workbook(path)
    sheet = book["自评表"]
    for entry, text in (
        (form.indicators[0].name, "整治街巷数量"),
        (form.indicators[0].reason, REASON),
        (form.goal.expected, GOAL),
    ):
        assert entry.cell
        sheet[entry.cell.address] = text
    book.save(path)
    return path


def heights(path: Path) -> dict[int, float]:
    sheet = openpyxl.load_workbook(path)["自评表"]
    usual = sheet.sheet_format.defaultRowHeight
    return {row: sheet.row_dimensions[row].height or usual for row in range(1, sheet.max_row + 1)}


@pytest.mark.parametrize("command", ["score", "check"])
def test_writing_raises_the_rows_that_cut_their_text_and_no_other(
    typed: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before, form = heights(typed), assess(typed).form
    main([command, str(typed), "--write"])
    after = heights(typed)
    assert form.indicators[0].reason.cell and form.goal.expected.cell
    row, goal = form.indicators[0].reason.cell.row, form.goal.expected.cell.row
    assert {one for one in after if after[one] != before[one]} == {row, goal}
    assert after[row] >= height(REASON, 19)
    assert after[goal] > before[goal] > 100
    if command == "score":
        assert f"已按文字多少调整2行的行高：第{goal}、{row}行" in capsys.readouterr().out
    main([command, str(typed), "--write"])
    assert heights(typed) == after


def test_what_a_program_fills_in_itself_is_never_cut(typed: Path, tmp_path: Path) -> None:
    """Imported, carried over into the next year, a sample."""
    path = tmp_path / "又一份.xlsx"
    path.write_bytes(fill_workbook(assess(typed).form, load_policy("beijing-2020-2146")).data)
    form, shown = assess(path).form, heights(path)
    one = next(one for one in form.indicators if one.reason.text == REASON)
    assert one.reason.cell and form.goal.expected.cell
    assert shown[one.reason.cell.row] >= height(REASON, 19)
    assert shown[form.goal.expected.cell.row] > 200


def test_a_form_stays_on_its_page_where_the_goal_has_room_to_spare(tmp_path: Path) -> None:
    """A reason of some lines, a goal of one: no page with nothing but 总分 on it."""
    path = tmp_path / "自评表.xlsx"
    path.write_bytes(template_path("mof-2020-10").read_bytes())
    form = assess(path).form
    book = openpyxl.load_workbook(path)
    sheet = book["自评表"]
    for one in form.indicators[:1]:
        assert one.reason.cell
        sheet[one.reason.cell.address] = REASON
    assert form.goal.expected.cell and form.total.cell
    goal = form.goal.expected.cell.row
    sheet[form.goal.expected.cell.address] = GOAL[:40]
    book.save(path)
    before = heights(path)
    main(["score", str(path), "--write"])
    after, page = heights(path), page_height(SheetColumns.of(HEADINGS, 9).points)
    assert height(GOAL[:40], 45) < after[goal] < before[goal]
    assert sum(after[row] for row in range(1, form.total.cell.row + 1)) <= page
    main(["score", str(path), "--write"])
    assert heights(path) == after


def test_a_goal_that_nobody_wrote_gives_its_room_up_too(tmp_path: Path) -> None:
    """Nothing stands in its row, and the first cell there lies inside the merged label 年度总体目标."""
    path = tmp_path / "自评表.xlsx"
    path.write_bytes(template_path("mof-2020-10").read_bytes())
    form = assess(path).form
    book = openpyxl.load_workbook(path)
    assert form.indicators[0].reason.cell and form.goal.expected.cell
    book["自评表"][form.indicators[0].reason.cell.address] = REASON
    book.save(path)
    goal, before = form.goal.expected.cell.row, heights(path)
    assert main(["score", str(path), "--write"]) != 2
    assert heights(path)[goal] < before[goal]
