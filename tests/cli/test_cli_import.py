"""`jxbook import`: a foreign 自评表 becomes our workbook, with a list of what became of every cell."""

import json
import re

import docx
import openpyxl
import pytest

from jxbook.recognition import open_form

ROWS = [
    ["项目名称", "某项目", "", "", "", ""],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值"],
    ["产出指标", "数量指标", "培训场次", "≥10场", "12场", "50"],
    ["效益指标", "社会效益指标", "受益人次", "≥200人次", "150人次", "40"],
]
ODD = ["内部编号：7-3"]


@pytest.fixture
def report(tmp_path):
    """report(rows) → a Word report that holds these rows as a table."""

    def write(rows, name="外来报告.docx"):
        document = docx.Document()
        document.add_paragraph("三、综合评价情况及评价结论")
        document.add_paragraph("（2024年度）")
        table = document.add_table(len(rows), max(map(len, rows)))
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                table.cell(r, c).text = text
        document.save(str(tmp_path / name))
        return tmp_path / name

    return write


def test_what_was_understood_stands_in_the_new_workbook(jxbook, report, tmp_path):
    ran = jxbook("import", report(ROWS), "-o", tmp_path / "新.xlsx")
    assert (ran.status, ran.err) == (0, "")
    form = open_form(tmp_path / "新.xlsx")
    assert (form.project.name.text, form.year) == ("某项目", 2024)
    assert [(one.name.text, one.target.text, one.points.text) for one in form.indicators if one.used] == [
        ("培训场次", "≥10场", "50"),
        ("受益人次", "≥200人次", "40"),
    ]


def test_the_summary_says_how_much_was_understood_and_why_this_policy(jxbook, report, tmp_path):
    out = jxbook("import", report([*ROWS, ODD]), "-o", tmp_path / "新.xlsx").out
    assert re.search(r"评价政策：财政部项目支出绩效自评（财预〔2020〕10号）。.*--policy", out)
    assert "未认出 [表1第5行第1列] 内部编号：7-3 — " in out
    assert re.search(r"导入结果：认出\d+项（另有表头标签\d+格），未认出1项，需要核对0项。", out)
    assert "表格以外另有1段文字，没有导入" in out


def test_what_was_not_understood_makes_it_exit_with_1(jxbook, report, tmp_path):
    assert jxbook("import", report([*ROWS, ODD]), "-o", tmp_path / "新.xlsx").status == 1


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_the_account_is_a_sheet_of_the_workbook_with_a_row_for_every_cell(jxbook, report, tmp_path):
    jxbook("import", report([*ROWS, ODD]), "-o", tmp_path / "新.xlsx")
    book = openpyxl.load_workbook(tmp_path / "新.xlsx", data_only=True)
    assert book.sheetnames[-1] == "导入说明"
    rows = list(book["导入说明"].iter_rows(min_row=4, values_only=True))
    assert rows[0] == ("原位置", "原内容", "去向", "说明", "结果")
    assert rows[1][1:] == ("内部编号：7-3", None, "不知道是什么，没有放入新表", "未认出")
    cells = [text for row in [*ROWS, ODD] for text in row if text]
    assert sorted(row[1] for row in rows[1:]) == sorted([*cells, "（2024年度）"])
    name = open_form(tmp_path / "新.xlsx").project.name.cell
    assert ("表1第1行第2列", "某项目", str(name), None, "已放入") in rows


def test_json_for_other_programs(jxbook, report, tmp_path):
    ran = jxbook("import", report([*ROWS, ODD]), "-o", tmp_path / "新.xlsx", "--json")
    lines = json.loads(ran.out)
    assert ran.status == 1
    assert {
        "where": "表1第5行第1列",
        "text": "内部编号：7-3",
        "state": "未认出",
        "target": "",
    }.items() <= lines[-1].items()


def test_another_policy_and_a_workbook_with_macros(jxbook, report, tmp_path):
    ran = jxbook("import", report(ROWS), "--policy", "sichuan", "-o", tmp_path / "新.xlsm")
    assert "由使用者指定" in ran.out
    form = open_form(tmp_path / "新.xlsm")
    assert form.policy_id == "sichuan"
    assert [one.unit.text for one in form.indicators if one.used] == ["场", "人次"]


@pytest.mark.parametrize("command", [["score"], ["check"], ["report", "-o", "报告.docx"]])
def test_the_other_commands_take_such_a_file_directly(jxbook, report, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    ran = jxbook(command[0], report(ROWS), *command[1:])
    assert ran.status in (0, 1)
    assert ran.err == ""
    assert "培训场次" in ran.out or command[0] != "score"


def test_it_scores_the_same_before_and_after(jxbook, report, tmp_path):
    path = report(ROWS)
    jxbook("import", path, "-o", tmp_path / "新.xlsx")
    before, after = (json.loads(jxbook("score", one, "--json").out) for one in (path, tmp_path / "新.xlsx"))
    assert [one["earned"] for one in before["indicators"]] == [one["earned"] for one in after["indicators"]]
    assert (before["policy"], before["total"]) == (after["policy"], after["total"])


def test_an_old_xls_too(jxbook, convert, sunhe, tmp_path):
    ran = jxbook("import", convert(sunhe, "xls"), "-o", tmp_path / "新.xlsx")
    assert "来源：自评表.xls（旧版 Excel 工作簿（.xls），自评表）" in ran.out
    assert open_form(tmp_path / "新.xlsx").project.name.text == open_form(sunhe).project.name.text


@pytest.mark.parametrize(
    ("name", "code"), [("没有.docx", "JX901"), ("空表.docx", "JX930"), ("报告.pdf", "JX932")]
)
def test_promise_4_what_cannot_be_imported_is_refused_and_nothing_written(
    jxbook, report, tmp_path, name, code
):
    if name == "空表.docx":
        report([["甲", "乙"]], name)
    if name == "报告.pdf":
        (tmp_path / name).write_bytes(b"%PDF-1.7")
    ran = jxbook("import", tmp_path / name, "-o", tmp_path / "新.xlsx")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"{code} [{name}] ")
    assert not (tmp_path / "新.xlsx").exists()


def test_promise_5_an_existing_file_is_not_written_over(jxbook, report, tmp_path):
    (tmp_path / "新.xlsx").write_bytes(b"mine")
    ran = jxbook("import", report(ROWS), "-o", tmp_path / "新.xlsx")
    assert ran.status == 2 and "JX925" in ran.err
    assert (tmp_path / "新.xlsx").read_bytes() == b"mine"
