"""A file with several forms is a list of forms: on sheets, in the tables of a Word document, one under the other."""

from __future__ import annotations

import json
import re
import sys
from decimal import Decimal
from pathlib import Path

import docx
import pytest

sys.path.insert(0, str(Path(__file__).parent))
import drawn

from jxbook.assess import assess, assess_all
from jxbook.cli import main
from jxbook.document import render
from jxbook.finding import Refusal
from jxbook.foreign import read_foreign
from jxbook.recognition import continued, forms_in
from jxbook.recognition.table import IndicatorTable
from jxbook.report import compose
from jxbook.workbook.grid import Grid
from sheets import sheet_of

PLAIN, COST = "m01_weight_as_heading", "m08_cost"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Two forms on two sheets, and one that is none."""
    sheets = [drawn.read(name)[1] for name in (PLAIN, COST)]
    return drawn.write_xlsx(
        tmp_path / "两张.xlsx", *sheets, [["目录", "页"]], titles=("修路项目", "成本项目", "目录")
    )


def test_every_sheet_with_a_form_is_one(book: Path) -> None:
    found = {name: float(one.scoring.total or 0) for name, one in assess_all(book)}
    assert found == {"修路项目": 100, "成本项目": 97}


def test_a_form_is_chosen_by_its_sheet(book: Path) -> None:
    assert assess(book, form="成本项目").form.sheet == "成本项目"
    with pytest.raises(Refusal) as caught:
        assess(book, form="没有")
    assert caught.value.finding.code == "JX935"
    assert "修路项目、成本项目" in caught.value.finding.why


def test_a_form_looks_for_its_records_only_where_no_form_stands(book: Path) -> None:
    """Those on the sheet of another form belong to another project; and 300 forms in a file need not read 300 sheets each."""
    assert [[sheet.raw.name for sheet in one.others] for one in forms_in(read_foreign(book).grid)] == [
        ["目录"]
    ] * 2


MONEY = """
2023年度项目支出绩效自评表（一）基本信息及资金
项目名称 | 乡村医生培训 | | 实施单位 | 某进修学校 |
项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 得分
^ | 年度资金总额 | 52 | 50 | 46 | 9.2
年度总体目标 | 预期目标 | | | 实际完成情况 |
^ | 培训乡村医生400名。 | | | 培训乡村医生392名。 |
"""
INDICATORS = """
（二）绩效指标 | | | | | |
{name} | | | | | |
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 培训乡村医生 | ≥400名 | 392名 | 90 | 88.2
总分 | < | < | < | < | 100 | 97.4
"""


def sheet_rows(text: str) -> list[list[str]]:
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return [row + [""] * (max(map(len, rows)) - len(row)) for row in rows]


@pytest.mark.parametrize("name", ["", "项目名称：乡村医生培训"])
def test_a_form_on_two_sheets_is_one(tmp_path: Path, name: str) -> None:
    sheets = sheet_rows(MONEY), sheet_rows(INDICATORS.format(name=name)), [["目录", "页"]]
    [(_, one)] = assess_all(drawn.write_xlsx(tmp_path / "表.xlsx", *sheets, titles=("表一", "表二", "目录")))
    form, money = one.form, one.form.funding.total
    assert (form.sheet, form.year, form.project.name.text) == ("表二", 2023, "乡村医生培训")
    assert (money.initial_amount, money.budget_amount, money.spent_amount) == (52, 50, 46)
    assert (form.goal.expected.text, form.goal.achieved.text) == (
        "培训乡村医生400名。",
        "培训乡村医生392名。",
    )
    assert float(one.scoring.total or 0) == 97.4
    assert {str(finding.cell).split("!")[0] for finding in one.findings if finding.cell} <= {"表一", "表二"}


@pytest.mark.parametrize(
    ("first", "name"),
    [
        (MONEY, "项目名称：另一个项目"),
        ("项目名称 | 全年预算数 | 全年执行数\n乡村医生培训 | 50 | 46\n另一个项目 | 20 | 10", ""),
    ],
    ids=["of another project", "a list of projects"],
)
def test_a_sheet_that_is_not_the_forms_lends_it_no_money(tmp_path: Path, first: str, name: str) -> None:
    sheets = sheet_rows(first), sheet_rows(INDICATORS.format(name=name))
    [(_, one)] = assess_all(drawn.write_xlsx(tmp_path / "表.xlsx", *sheets, titles=("表一", "表二")))
    assert one.form.funding.total.spent.cell is None


def test_a_form_on_two_sheets_cannot_reckon_by_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheets = sheet_rows(MONEY), sheet_rows(INDICATORS.format(name=""))
    path = drawn.write_xlsx(tmp_path / "表.xlsx", *sheets, titles=("表一", "表二"))
    assert main(["new", "--like", str(path), "-o", str(tmp_path / "新.xlsx")]) == 2
    said = capsys.readouterr().err
    assert "资金和指标分在两张工作表里" in said and re.search(r"表\.xlsx：表一!\w+", said), said


def test_forms_one_under_the_other_are_parted_where_a_project_begins(tmp_path: Path) -> None:
    upper, lower = (drawn.read(name)[1] for name in (PLAIN, COST))
    path = drawn.write_xlsx(tmp_path / "上下.xlsx", [*upper, [""] * len(upper[0]), *lower])
    found = [
        (name, len(one.scoring.indicators), one.form.project.name.text) for name, one in assess_all(path)
    ]
    assert found == [("Sheet第1行", 6, "修路项目"), (f"Sheet第{len(upper) + 2}行", 7, "修路项目")]


def test_tables_of_a_document_are_forms_and_its_other_tables_are_not(tmp_path: Path) -> None:
    document = docx.Document()
    for turn, name in enumerate((PLAIN, "10_no_level_columns", COST)):
        rows = drawn.read(name)[1]
        table = document.add_table(len(rows), len(rows[0]))
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                if text not in ("<", "^"):
                    table.cell(r, c).text = text.strip('"').replace("\\n", "\n")
        document.add_paragraph(f"附件{turn + 1}")
    document.save(str(tmp_path / "几张.docx"))
    assert [one.name for one in forms_in(read_foreign(tmp_path / "几张.docx").grid)] == ["表1", "表3"]


def test_of_the_tables_of_our_own_report_only_the_form_is_one(sunhe: Path, tmp_path: Path) -> None:
    read = assess(sunhe)
    path = tmp_path / "报告.docx"
    path.write_bytes(render(compose(read.form, read.policy, read.scoring), "docx", None))
    assert len(forms_in(read_foreign(path).grid)) == 1


def test_the_commands_take_all_forms_or_the_one_that_is_named(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", str(book), "--json"]) == 0
    every = json.loads(capsys.readouterr().out)
    assert [(one["form"], one["total"]) for one in every] == [("修路项目", 100), ("成本项目", 97)]
    assert main(["score", str(book), "--json", "--sheet", "成本项目"]) == 0
    assert json.loads(capsys.readouterr().out)["total"] == 97
    assert main(["score", str(book), "--write"]) == 2
    assert "JX931" in capsys.readouterr().err
    assert main(["check", str(book)]) == 1
    said = capsys.readouterr().out
    assert "【修路项目】" in said
    assert "【成本项目】" in said
    assert main(["check", str(book), "--sheet", "修路项目"]) == 0
    assert main(["import", str(book), "-o", str(tmp_path / "新.xlsx")]) in (0, 1)
    assert sorted(one.name for one in tmp_path.glob("新*.xlsx")) == ["新-修路项目.xlsx", "新-成本项目.xlsx"]
    assert main(["report", str(book), "-o", str(tmp_path / "报告.md")]) == 0
    assert sorted(one.name for one in tmp_path.glob("报告*.md")) == [
        "报告-修路项目.md",
        "报告-修路项目_核对单.md",
        "报告-成本项目.md",
        "报告-成本项目_核对单.md",
    ]


BEGUN = """
项目支出绩效自评表（2023年度）
项目名称 | 修路 | | | | |
 | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 得分
年度资金总额 | | 10 | 10 | 9 | 10 | 9
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 修路 | ≥5公里 | 6公里 | 50 | 50
"""
CONTINUED = """
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
效益指标 | 社会效益指标 | 受益人口 | ≥100人 | 90人 | 30 | 27
满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 92% | 10 | 10
总分 | | | | | 100 | 96
"""


HEADLESS = CONTINUED.strip().partition("\n")[2]
TITLE = "项目支出绩效自评表（2023年度）\n"


@pytest.mark.parametrize(
    "second",
    [
        CONTINUED,
        f"项目支出绩效自评表（续） | | | | | |\n{CONTINUED.strip()}",
        TITLE + CONTINUED.strip(),
        f"项目支出绩效自评表\n（2023年度）\n{CONTINUED.strip()}",
        f"{TITLE}项目名称 | 修路\n{CONTINUED.strip()}",
        HEADLESS,
        f"续表\n{HEADLESS}",
        f"{TITLE}{HEADLESS}",
    ],
    ids="its headings,续,its title,its title in two,its head,nothing,续 alone,its title alone".split(","),
)
def test_a_sheet_that_only_continues_the_indicators_belongs_to_the_form(tmp_path: Path, second: str) -> None:
    """Its rows were dropped, and the total was that of the first sheet."""
    sheets = sheet_rows(BEGUN), sheet_rows(second)
    [(_, one)] = assess_all(drawn.write_xlsx(tmp_path / "表.xlsx", *sheets, titles=("自评表", "续表")))
    assert [row.name.text for row in one.form.indicators] == ["修路", "受益人口", "群众满意度"]
    assert (float(one.scoring.total or 0), one.form.total.number) == (96, 96)
    assert str(one.form.indicators[1].actual.cell).startswith("续表!")
    assert not {"JX302", "JX124"} & {found.code for found in one.findings}


def test_a_sheet_of_notes_between_the_two_parts_nothing(tmp_path: Path) -> None:
    sheets = sheet_rows(BEGUN), sheet_rows("填表说明\n分值合计100分"), sheet_rows(HEADLESS)
    [(_, one)] = assess_all(drawn.write_xlsx(tmp_path / "表.xlsx", *sheets, titles=("甲", "说明", "乙")))
    assert [row.name.text for row in one.form.indicators] == ["修路", "受益人口", "群众满意度"]


def test_who_filled_the_form_in_is_no_row_that_was_left_out(tmp_path: Path) -> None:
    line = "填报人 | 王某 | 填报日期 | 2023-12-31 | 联系电话 | 5550123 |"
    path = drawn.write_xlsx(tmp_path / "表.xlsx", sheet_rows(f"{BEGUN}总分 | | | | | 60 | 59\n{line}"))
    [(_, one)] = assess_all(path)
    assert "JX124" not in {found.code for found in one.findings}


def test_what_goes_on_without_headings_goes_on_under_the_labels_of_the_sheet_before(tmp_path: Path) -> None:
    second = f" | | 通行里程 | ≥5公里 | 5公里 | 0 | 0\n{HEADLESS}"
    path = drawn.write_xlsx(tmp_path / "表.xlsx", sheet_rows(BEGUN), sheet_rows(second), titles=("甲", "乙"))
    [(_, one)] = assess_all(path)
    assert [row.level1.text for row in one.form.indicators] == ["产出指标"] * 2 + ["效益指标", "满意度指标"]


def test_a_sheet_with_the_total_alone_ends_the_form(tmp_path: Path) -> None:
    rows = CONTINUED.strip().splitlines()
    first = BEGUN + "\n".join(rows[1:3])
    path = drawn.write_xlsx(tmp_path / "表.xlsx", sheet_rows(first), sheet_rows(rows[3]), titles=("甲", "乙"))
    [(_, one)] = assess_all(path)
    assert (float(one.scoring.total or 0), one.form.total.number) == (96, 96)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (BEGUN, CONTINUED.replace("受益人口 | ≥100人", "修路 | ≥5公里")),
        (f"{BEGUN}总分 | | | | | 60 | 59\n", CONTINUED),
        (BEGUN, CONTINUED.replace("年度指标值", "上年完成值")),
        (BEGUN, f"植树项目绩效自评表 | | | | | |\n{CONTINUED.strip()}"),
        (BEGUN, f"项目：植树 | | | | | |\n{CONTINUED.strip()}"),
        (BEGUN.replace("50 | 50", "90 | 90"), CONTINUED),
        (BEGUN.replace("50 | 50", "90 | 90"), HEADLESS),
        (f"{BEGUN}总分 | | | | | 60 | 59\n", HEADLESS),
    ],
    ids=[
        "the same rows once more",
        "a form that has ended",
        "other columns",
        "a title",
        "a project",
        "too many points",
        "too many points under no headings",
        "behind the end under no headings",
    ],
)
def test_any_other_table_on_a_sheet_of_its_own_does_not(tmp_path: Path, first: str, second: str) -> None:
    sheets = sheet_rows(first), sheet_rows(second)
    [(_, one)] = assess_all(drawn.write_xlsx(tmp_path / "表.xlsx", *sheets, titles=("自评表", "附表")))
    assert [row.name.text for row in one.form.indicators] == ["修路"]
    left_out = [finding for finding in one.findings if finding.code == "JX124"]
    assert ["附表" in finding.what and "没有计入" in finding.what for finding in left_out] == (
        [] if "上年完成值" in second else [True]
    )


def test_rows_below_the_total_are_told(tmp_path: Path) -> None:
    rows = CONTINUED.strip().splitlines()
    below = f"总分 | | | | | 60 | 59\n填表人：王某\n{rows[1]}\n{rows[2]}"
    path = drawn.write_xlsx(tmp_path / "表.xlsx", sheet_rows(BEGUN + below))
    [(_, one)] = assess_all(path)
    [told] = [finding for finding in one.findings if finding.code == "JX124"]
    assert "第9至10行" in told.what and "受益人口" in told.what


@pytest.mark.parametrize("heading", ["年度指标值", "实际完成值", "指标权重（分）"])
def test_promise_2_no_check_passes_a_form_of_which_a_column_was_not_read(
    tmp_path: Path, heading: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [["第五列" if cell == heading else cell for cell in row] for row in drawn.read(PLAIN)[1]]
    path = drawn.write_xlsx(tmp_path / "表.xlsx", rows)
    assert main(["check", str(path)]) == 1
    said = capsys.readouterr().out
    assert "不认得“第五列”" in said
    assert "错误0项" not in said


def test_a_form_on_many_sheets_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """It was reckoned again for each further sheet: 1,200 of them took half a minute."""
    asked: list[IndicatorTable] = []
    reckon = continued._points_of

    def told(table: IndicatorTable) -> Decimal:
        asked.append(table)
        return reckon(table)

    monkeypatch.setattr(continued, "_points_of", told)
    rest = [f" | | 受益人口{turn} | ≥100人 | 90人 | 0 | 0" for turn in range(40)]
    sheets = [sheet_of(str(at), sheet_rows(text)) for at, text in enumerate([BEGUN, *rest])]
    [place] = forms_in(Grid(tuple(sheets)))
    assert len(place.tables) == 41
    assert len(asked) <= 2 * 41
