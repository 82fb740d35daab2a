"""Several files in one command: a line each, one bad file stops none of the others, JSON for programs."""

import json

import pytest


@pytest.fixture
def folder(mine, tmp_path):
    """A good workbook, one that is none, and one whose total is missing."""
    (tmp_path / "坏.xlsx").write_bytes(b"PK\3\4 no workbook")
    return tmp_path


def test_score_gives_each_file_a_line(jxbook, folder, mine):
    ran = jxbook("score", mine, folder / "坏.xlsx", folder / "没有.xlsx")
    assert ran.status == 2
    first, second, third = ran.out.splitlines()
    assert first == f"{mine}：总分：100　等级：优　执行率：100%"
    assert second.startswith(f"{folder / '坏.xlsx'}：JX904 [坏.xlsx] ")
    assert third.startswith(f"{folder / '没有.xlsx'}：JX901 [没有.xlsx] ")


def test_a_missing_total_is_1(jxbook, folder, mine, stale, type_into):
    type_into(mine, {"完成时间": {"actual": None}})
    ran = jxbook("score", stale, mine)
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.splitlines()[1].startswith(f"{mine}：总分：待完善")


def test_check_counts_what_it_finds_in_each(jxbook, mine, faultless):
    assert jxbook("check", mine, mine) == (0, f"{mine}：错误0项、提醒0项、提示0项\n" * 2, "")


def test_reports_of_several_go_into_a_folder_that_is_made(jxbook, folder, mine, sunhe):
    out = folder / "报告" / "2024"
    ran = jxbook("report", mine, folder / "坏.xlsx", "--out-dir", out)
    assert ran.status == 2
    assert ran.out.splitlines()[0] == f"{mine}：已生成报告 {out}/自评表_绩效评价报告.docx（自评表有1项错误）"
    assert sorted(path.name for path in out.iterdir()) == [
        "自评表_绩效评价报告.docx",
        "自评表_绩效评价报告_核对单.docx",
    ]
    again = jxbook("report", mine, mine, "--out-dir", out)
    assert again.status == 2 and again.out.count("JX925 [自评表_绩效评价报告.docx] 文件已经存在") == 2
    assert jxbook("report", mine, "--out-dir", out, "--force").status == 0


def test_one_name_does_not_do_for_several(jxbook, mine, sunhe):
    ran = jxbook("report", mine, sunhe, "-o", "报告.docx")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("JX900 [jxbook report] 命令写法有误 — 有几个文件，-o 只能写一个文件名 — ")


def test_import_of_several(jxbook, folder, mine, sunhe):
    ran = jxbook("import", mine, folder / "坏.xlsx", "--out-dir", folder / "导入")
    assert ran.status == 2
    assert ran.out.startswith(f"{mine}：已导入 {folder / '导入' / '自评表.xlsx'}，认出")


def test_json_of_several_is_a_list_with_the_errors_in_it(jxbook, folder, mine):
    ran = jxbook("score", mine, folder / "坏.xlsx", "--json")
    good, bad = json.loads(ran.out)
    assert (ran.status, good["file"], good["total"]) == (2, "自评表.xlsx", 100)
    assert (bad["file"], bad["path"], bad["error"]["code"]) == ("坏.xlsx", str(folder / "坏.xlsx"), "JX904")
    assert all(bad["error"][key] for key in ("what", "why", "fix", "place"))


@pytest.mark.parametrize("command", [["score"], ["check"], ["import", "-o", "新.xlsx"]])
def test_json_of_a_refusal(jxbook, folder, command, monkeypatch):
    monkeypatch.chdir(folder)
    ran = jxbook(*command, "坏.xlsx", "--json")
    assert ran.status == 2
    assert json.loads(ran.out)["error"]["code"] == "JX904"
    assert ran.err.startswith("JX904 [坏.xlsx] ")


class TestForce:
    def test_promise_5_it_overwrites_only_when_told(self, jxbook, mine, tmp_path):
        target = tmp_path / "报告.md"
        target.write_text("旧")
        assert jxbook("report", mine, "-o", target).status == 2
        assert target.read_text() == "旧"
        assert jxbook("report", mine, "-o", target, "--force").status == 0
        assert target.read_text() != "旧"

    @pytest.mark.parametrize("command", [["import"], ["new", "--from"]])
    def test_promise_5_never_what_it_reads(self, jxbook, mine, command):
        before = mine.read_bytes()
        ran = jxbook(*command, mine, "-o", mine, "--force")
        assert (ran.status, ran.err[:5]) == (2, "JX925")
        assert "会毁掉原来填报的内容" in ran.err
        assert mine.read_bytes() == before
