"""Plain text and Markdown: their lines, and tables written in three ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxbook.finding import Refusal
from jxbook.papers import read_data
from jxbook.papers.plain import read_plain
from jxbook.place import CAPTIONS
from jxbook.workbook.grid import Grid, Merge

TABLE = (("三级指标", "分值"), ("培训场次", "20"))
PIPES = "一、结论\n\n| 三级指标 | 分值 |\n|---|---|\n| 培训场次 | 20 |\n\n二、建议\n"
DOWN = "一、结论\n\n\t三级指标\n\t分值\n\n\t培训场次\n\t20\n\n二、建议\n"
TABS = "一、结论\n三级指标\t分值\n培训场次\t20\n二、建议\n"


def rows(grid: Grid) -> tuple[tuple[object, ...], ...]:
    (sheet,) = grid.sheets
    return tuple(
        tuple(cell.value for (at, _), cell in sorted(sheet.cells.items()) if at == row)
        for row in sorted({row for row, _ in sheet.cells})
    )


@pytest.mark.parametrize("text", [PIPES, DOWN, TABS], ids=["Markdown", "one cell a line", "tabs"])
def test_a_table_is_one_line_of_the_paper_and_a_sheet(text: str) -> None:
    lines, grid = read_plain(text.encode(), "报告.txt")
    assert rows(grid) == TABLE
    said = [one.text or "【表】" for one in lines if one.text or one.table]
    assert said == ["一、结论", "【表】", "二、建议"]


def test_a_cell_of_several_lines_stays_one() -> None:
    _, grid = read_plain("\t项目资金\n（万元）\n\t10\n\n".encode(), "报告.txt")
    assert rows(grid) == (("项目资金\n（万元）", "10"),)


def test_a_row_of_totals_is_read_from_its_right_end() -> None:
    _, grid = read_plain("\t一级\n\t二级\n\t分值\n\t得分\n\n\t总分\n\t100\n\t98\n\n".encode(), "报告.txt")
    cells = grid.sheets[0].cells
    assert (cells[2, 1].value, cells[2, 3].value, cells[2, 4].value) == ("总分", "100", "98")


def test_headings_of_markdown_have_their_rank() -> None:
    lines, _ = read_plain("# 报告\n## 基本情况\n### 项目概况\n正文**加粗**。".encode(), "报告.md")
    paper = read_data("# 报告\n## 基本情况\n### 项目概况\n正文**加粗**。".encode(), "报告.md")
    assert [one.text for one in lines] == ["报告", "基本情况", "项目概况", "正文加粗。"]
    assert paper.paragraphs[-1].section == "项目概况"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_in_the_codes_of_chinese_computers(encoding: str) -> None:
    lines, _ = read_plain("一、结论\r\n得分95分。".encode(encoding), "报告.txt")
    assert [one.text for one in lines] == ["一、结论", "得分95分。"]


def test_what_is_no_report_is_refused() -> None:
    with pytest.raises(Refusal, match="JX932"):
        read_data(b"%PDF-1.7", "报告.pdf")


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    lines, grid = read_plain(text.encode("utf-8", "ignore"), "报告.txt")
    assert len(grid.sheets) <= sum(one.table for one in lines)


def test_a_table_written_as_html_is_a_table_whose_cells_are_not_read() -> None:
    text = "一、指标\n<table><tr><td>数量</td></tr>\n<tr><td>XX</td></tr></table>\n二、结论\n"
    paper = read_data(text.encode(), "报告.md")
    assert [one.text or "【表】" for one in paper.paragraphs] == ["一、指标", "【表】", "二、结论"]


def test_a_web_page_is_no_report() -> None:
    with pytest.raises(Refusal, match="JX932"):
        read_data("<!DOCTYPE html><html><table><tr><td>报告</td></tr></table></html>".encode(), "报告.md")


HTML = """一、结论

<table class="small">
<caption>自评表<small>（2024年度）</small></caption>
<thead><tr><th>一级</th><th>三级指标</th><TH>分值</TH></tr></thead>
<tr><td rowspan="2">产出</td><td>培训<br>场次 &lt;期&gt;</td><td>20</td></tr>
<tr><td>参训人次</td><td><strong>10</strong></td></tr>
<tr><td colspan=2>总分</td><td>30</td></tr>
</table>
<p class="below">注：见附件。</p>

二、建议
"""


def test_a_table_written_as_html_is_read_with_its_merged_cells() -> None:
    lines, grid = read_plain(HTML.encode(), "报告.md")
    assert [one.text or "【表】" for one in lines if one.text or one.table] == [
        *("一、结论", "【表】", "注：见附件。", "二、建议")
    ]
    (sheet,) = grid.sheets
    cells = {at: cell.value for at, cell in sheet.cells.items()}
    captions = {at: cells.pop(at) for at in list(cells) if at[1] >= CAPTIONS}
    assert cells == {
        **{(1, 1): "一级", (1, 2): "三级指标", (1, 3): "分值"},
        **{(2, 1): "产出", (2, 2): "培训\n场次 <期>", (2, 3): "20", (3, 2): "参训人次", (3, 3): "10"},
        **{(4, 1): "总分", (4, 3): "30"},
    }
    assert list(captions.values()) == ["自评表", "（2024年度）"]
    assert sheet.merges == (Merge(2, 1, 3, 1), Merge(4, 1, 4, 2))


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td colspan=9999>甲</td></tr></table>",
        "<table><tr>" + "<td>" * 200 + "</table>",
        "<table></table>" * 3000,
    ],
)
def test_a_table_that_spans_more_than_any_is_refused(html: str) -> None:
    with pytest.raises(Refusal, match="JX907"):
        read_plain(html.encode(), "报告.md")


@pytest.mark.parametrize(
    "html", ["<table", "<table>", "<table><tr><td>甲", "</table>", "<table></table>", "\x00"]
)
def test_what_is_no_whole_table_is_read_without_one(html: str) -> None:
    lines, grid = read_plain(f"前\n{html}\n后".encode(), "报告.md")
    assert lines[0].text == "前"
    assert lines[-1].text == "后"
    assert not any(one.cells for one in grid.sheets)
    assert len(grid.sheets) == sum(one.table for one in lines)


def test_characters_that_markdown_escapes_are_read_as_they_are_shown() -> None:
    lines, _ = read_plain("> 约5\\~10次\\\n第二行\\*".encode(), "报告.md")
    assert [one.text for one in lines] == ["约5~10次", "第二行*"]
