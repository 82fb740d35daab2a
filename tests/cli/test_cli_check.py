"""`jxbook check`: findings on the screen and as JSON, and the exit status that a script goes by."""

import json
from decimal import Decimal

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


def test_a_report_is_checked_against_its_form(jxbook, mine, tmp_path):
    report = tmp_path / "报告.docx"
    jxbook("report", mine, "-o", report)
    ran = jxbook("check", report, "--form", mine)
    assert (ran.status, ran.out, ran.err) == (0, "报告的数字与自评表一致。\n", "")
    write_changes(mine, [Change(open_form(mine).funding.total.spent.cell, Decimal(9))])
    ran = jxbook("check", report, "--form", mine)
    assert ran.status == 1
    assert "报告写“10”，按表应为“9” — 全年执行数（自评表!F7）" in ran.out
    said = jxbook("check", report, "--form", mine, "--json")
    assert any(one["way"] == "不一致" and one["name"] == "全年执行数" for one in json.loads(said.out))


def test_a_report_that_cannot_be_read_is_refused(jxbook, mine, tmp_path):
    for name, content in (("没有.docx", None), ("坏.docx", b"PK")):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        ran = jxbook("check", tmp_path / name, "--form", mine)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith(f"JX606 [{name}] ")
