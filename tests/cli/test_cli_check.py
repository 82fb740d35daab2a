"""`jxbook check`: findings on the screen and as JSON, and the exit status that a script goes by."""

import json
from decimal import Decimal
from zipfile import ZipFile

import pytest

from jxbook.recognition import open_form
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid

FINDING = ["code", "severity", "sheet", "cell", "what", "why", "fix", "file", "path", "project"]

POLICY = "评价政策：北京市项目支出绩效自评（京财绩效〔2020〕2146号）。由表中的“评价政策”指定"


def found(jxbook, *arguments):
    ran = jxbook("check", *arguments, "--json")
    assert ran.err == ""
    data = json.loads(ran.out)
    for one in data:
        assert list(one) == FINDING
        assert one["severity"] in ("error", "warning", "note")
        assert all(isinstance(one[key], str) and one[key] for key in ("code", "what", "why", "fix"))
        assert (one["sheet"] is None) == (one["cell"] is None)
    return ran.status, data


def test_the_sample_has_an_error_and_exits_with_1(jxbook, sunhe):
    status, data = found(jxbook, sunhe)
    assert status == 1
    assert [(one["code"], one["severity"], one["sheet"], one["cell"]) for one in data] == [
        ("JX203", "error", "自评表", "F18"),
        ("JX206", "warning", "自评表", "B24"),
        ("JX205", "warning", "自评表", "I25"),
        ("JX701", "warning", "自评表", "F29"),
        ("JX501", "warning", "报告素材", "C18"),
    ]


def test_a_faultless_form_has_none_and_exits_with_0(jxbook, faultless):
    assert found(jxbook, faultless) == (0, [])
    assert jxbook("check", faultless) == (0, f"{POLICY}\n\n校验结果：没有发现问题\n", "")


def test_warnings_alone_exit_with_0(jxbook, faultless, type_into):
    type_into(faultless, {"参与公众满意度": {"actual": "100%"}})
    status, data = found(jxbook, faultless)
    assert status == 0
    assert [one["code"] for one in data] == ["JX701"]


def test_a_finding_about_several_rows_stands_at_the_label_above_them(jxbook, faultless, type_into):
    type_into(faultless, {"完成时间": dict.fromkeys(("name", "target", "actual", "points"), "无")})
    _, data = found(jxbook, faultless)
    places = {one["code"]: one["cell"] for one in data}
    assert (places["JX105"], places["JX303"]) == ("C14", "B14")
    assert "提醒 JX105 [自评表!C14] " in jxbook("check", faultless).out


def test_on_the_screen_each_finding_has_cell_reason_and_remedy(jxbook, sunhe):
    ran = jxbook("check", sunhe)
    assert (ran.status, ran.err) == (1, "")
    lines = ran.out.splitlines()
    assert lines[:2] == [POLICY, ""]
    for number, (head, reason, remedy) in enumerate(zip(*[iter(lines[2:-1])] * 3, strict=True)):
        code = ("JX203", "JX206", "JX205", "JX701", "JX501")[number]
        assert head.startswith(f"{'提醒' if number else '错误'} {code} [")
        assert reason.startswith("     原因：") and remedy.startswith("     处理：")
    assert lines[-1] == "校验结果：错误1项，提醒4项，提示0项"


def test_by_another_policy_on_demand(jxbook, faultless):
    status, data = found(jxbook, faultless, "--policy", "mof-2020-10")
    assert "JX303" in [one["code"] for one in data]
    assert status in (0, 1)


def test_checking_never_changes_the_file(jxbook, mine, contents):
    before = contents(mine.parent)
    jxbook("check", mine)
    assert contents(mine.parent) == before


def test_as_a_process(process, sunhe):
    ran = process("check", sunhe)
    assert (ran.returncode, ran.stderr) == (1, b"")
    assert "错误 JX203 [自评表!F18]" in ran.stdout.decode()


class TestFormulaCellsOfAComputerWithoutOurFunctions:
    """README: staff fill in the form, save it, and run `jxbook check`. What they typed is checked; that our own
    formulas have no value there is nobody's fault, and none to be put right by hand."""

    def test_blank_ones_as_the_template_caches_them(self, jxbook, stale):
        _, data = found(jxbook, stale)
        assert [one["code"] for one in data] == ["JX203", "JX206", "JX205", "JX701", "JX501"]

    def test_those_that_excel_could_not_compute(self, jxbook, stale):
        sheet = next(one for one in read_grid(stale).sheets if one.name == open_form(stale).sheet)
        formulas = [sheet.ref(*place) for place, cell in sheet.cells.items() if "JX_" in (cell.formula or "")]
        write_changes(stale, [Change(cell, "#NAME?", cached_only=True) for cell in formulas])
        _, data = found(jxbook, stale)
        assert not [one for one in data if one["code"] == "JX402"]
        assert all("jxbook score" in one["fix"] for one in data if one["code"] == "JX107")


def of_the_text(jxbook, *arguments):
    """What is found in the text of a report, as JSON."""
    ran = jxbook("check", *arguments, "--json")
    assert ran.err == ""
    return ran.status, [one for one in json.loads(ran.out) if "section" in one]


def test_a_report_is_checked_against_its_form(jxbook, mine, tmp_path):
    report = tmp_path / "报告.docx"
    jxbook("report", mine, "-o", report)
    _, before = of_the_text(jxbook, report, "--form", mine)
    assert not [one for one in before if one["code"] == "JX502"]
    write_changes(mine, [Change(open_form(mine).funding.total.spent.cell, Decimal(9))])
    status, after = of_the_text(jxbook, report, "--form", mine)
    assert status == 1
    said = [one for one in after if one["severity"] == "error" and "报告写" in one["what"]]
    assert any("报告写“10”，按表应为“9” — 全年执行数（自评表!F7）" in one["what"] for one in said)
    assert all(
        one["code"] == "JX502" and one["section"] and one["paragraph"] and one["quote"] for one in said
    )


def test_a_report_that_cannot_be_read_is_refused(jxbook, mine, tmp_path):
    for name, content, code in (("没有.docx", None, "JX901"), ("坏.docx", b"PK", "JX904")):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        ran = jxbook("check", tmp_path / name, "--form", mine)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith(f"{code} [{name}] ")


REPORT = """绩效评价报告

一、基本情况

2024年度项目预算920万元，支出8988025.24元，执行率97.69%。

二、评价结论

项目末期评审获得86.53分，评估等级为优。
"""


@pytest.mark.parametrize("name", ["报告.txt", "报告.md"])
def test_a_report_of_plain_text_is_checked(jxbook, tmp_path, name):
    report = tmp_path / name
    report.write_text(REPORT, "utf-8")
    status, found = of_the_text(jxbook, report)
    assert status == 0
    where = {one["code"]: (one["section"], one["paragraph"], one["quote"]) for one in found}
    assert where["JX511"] == ("一 基本情况", 3, "97.69%")
    assert where["JX514"] == ("二 评价结论", 5, "等级为优")
    shown = jxbook("check", report).out
    assert "提醒 JX514 [二 评价结论，第5段] " in shown


def test_text_in_the_code_of_a_chinese_windows_is_read(jxbook, tmp_path):
    report = tmp_path / "报告.txt"
    report.write_bytes(REPORT.encode("gb18030"))
    assert {one["code"] for one in of_the_text(jxbook, report)[1]} >= {"JX511", "JX514"}


def test_several_reports_at_once(jxbook, tmp_path, sunhe):
    for name in ("甲.txt", "乙.md"):
        (tmp_path / name).write_text(REPORT, "utf-8")
    ran = jxbook("check", tmp_path / "甲.txt", tmp_path / "乙.md", sunhe)
    assert len(ran.out.splitlines()) == 3


def test_comments_go_into_a_copy(jxbook, mine, tmp_path):
    report, copy = tmp_path / "报告.docx", tmp_path / "批注.docx"
    jxbook("report", mine, "-o", report)
    before = report.read_bytes()
    said = jxbook("check", report, "--annotate", copy).out
    assert report.read_bytes() == before
    with ZipFile(copy) as package:
        comments = package.read("word/comments.xml").decode()
    found = [line for line in said.splitlines() if line[:5] in ("错误 JX", "提醒 JX", "提示 JX")]
    assert comments.count("<w:comment ") == len(found) > 1, "those of its text and those of the form in it"
    again = jxbook("check", report, "--annotate", copy)
    assert (again.status, again.err[:5]) == (2, "JX925")


def test_a_total_in_a_table_of_a_report_is_added_up(jxbook, tmp_path):
    import docx

    paper = docx.Document()
    paper.add_paragraph("一、资金情况")
    paper.add_paragraph("支出明细见表1，预算执行率90%。")
    table = paper.add_table(4, 2)
    for at, row in enumerate([("项目", "支出"), ("设备", "60"), ("培训", "30"), ("合计", "95")]):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    report, copy = tmp_path / "报告.docx", tmp_path / "批注.docx"
    paper.save(str(report))
    assert "提醒 JX535 [表1第4行第2列] 表中“支出”合计写95，各行相加是90" in jxbook("check", report).out
    jxbook("check", report, "--annotate", copy)
    with ZipFile(copy) as package:
        assert "提醒 JX535：表中“支出”合计写95" in package.read("word/comments.xml").decode()


def test_comments_are_for_word_documents(jxbook, mine, tmp_path):
    (tmp_path / "报告.txt").write_text(REPORT, "utf-8")
    for file in (tmp_path / "报告.txt", mine):
        ran = jxbook("check", file, "--annotate", tmp_path / "批注.docx")
        assert (ran.status, ran.out, ran.err[:5]) == (2, "", "JX900")


class TestWrite:
    """--write puts 校验结果 into the workbook, as the button does."""

    def listed(self, path):
        sheet = next(one for one in read_grid(path).sheets if one.name == "校验结果")
        rows = [[sheet.cells.get((row, column)) for column in range(1, 9)] for row in range(5, 60)]
        return sheet, [row for row in rows if any(cell and cell.value not in (None, "") for cell in row)]

    def test_the_sheet_says_what_the_screen_says_with_links(self, jxbook, mine):
        from jxbook.assess import assess
        from jxbook.result_sheet import finding_rows

        status, data = found(jxbook, mine, "--write")
        sheet, rows = self.listed(mine)
        expected = finding_rows(assess(mine).findings)
        assert [tuple(cell.value if cell else "" for cell in row) for row in rows] == expected
        assert (status, len(rows)) == (1, len(data))
        assert rows[0][1].formula == """HYPERLINK("#'自评表'!F18","F18")"""
        assert "校验完成：错误1项" in sheet.cells[2, 1].value

    def test_a_second_time_leaves_nothing_of_the_first(self, jxbook, mine, type_into):
        jxbook("check", mine, "--write")
        many = len(self.listed(mine)[1])
        type_into(mine, {"完成时间": {"actual": "11月"}})
        ran = jxbook("check", mine, "--write")
        assert len(self.listed(mine)[1]) == many - 1
        assert ran.out.endswith(f"已写入 {mine} 的“校验结果”。\n")

    def test_promise_5_nothing_else_changes(self, jxbook, mine):
        def parts():
            with ZipFile(mine) as file:
                return {name: file.read(name) for name in file.namelist()}

        before = parts()
        jxbook("check", mine, "--write")
        after = parts()
        assert list(after) == list(before)
        assert len([name for name in after if after[name] != before[name]]) == 1

    def test_the_form_of_somebody_else_has_no_such_sheet(self, jxbook, tmp_path):
        from door_cases import foreign

        path = foreign(tmp_path, "某局")
        before = path.read_bytes()
        ran = jxbook("check", path, "--write")
        assert (ran.status, ran.err[:6]) == (2, "JX955 ")
        assert path.read_bytes() == before

    def test_a_file_open_elsewhere_is_left(self, jxbook, mine):
        mine.with_name(f".~lock.{mine.name}#").touch()
        assert jxbook("check", mine, "--write").err[:6] == "JX916 "
        assert jxbook("check", mine, "--write", "--while-open").status == 1

    def test_not_into_a_report(self, jxbook, mine):
        assert jxbook("check", "报告.docx", "--form", mine, "--write").err[:6] == "JX900 "
