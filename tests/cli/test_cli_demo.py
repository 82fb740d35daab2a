"""`jxbook demo`: a filled workbook and its report, and on the screen what they say."""

import docx
import pytest

from jxbook.recognition import open_form
from jxbook.samples import load_sample, sample_names


def test_writes_workbook_and_report_and_shows_score_and_findings(jxbook, tmp_path):
    folder = tmp_path / "新" / "样例"
    ran = jxbook("demo", "-o", folder)
    assert (ran.status, ran.err) == (0, "")
    assert sorted(path.name for path in folder.iterdir()) == [
        "绩效评价报告.docx",
        "绩效评价报告_核对单.docx",
        "自评表.xlsx",
    ]
    assert "朝阳区社会组织参与社会治理项目（2024年度）" in ran.out
    assert "总分：100　等级：优　执行率：100%" in ran.out
    for said in ("错误 JX203 [自评表!F18]", "提醒 JX501 [报告素材!C18]", "原因：", "处理："):
        assert said in ran.out
    assert "校验结果：错误1项，提醒4项，提示0项" in ran.out
    assert f"填好的自评表：{folder / '自评表.xlsx'}\n绩效评价报告：{folder / '绩效评价报告.docx'}" in ran.out


def test_promise_5_a_second_run_writes_beside_and_not_over(jxbook, tmp_path, contents):
    jxbook("demo", "-o", tmp_path)
    first = contents(tmp_path)
    ran = jxbook("demo", "-o", tmp_path)
    assert ran.status == 0
    assert sorted(contents(tmp_path).keys() - first.keys()) == [
        "绩效评价报告_核对单（2）.docx",
        "绩效评价报告（2）.docx",
        "自评表（2）.xlsx",
    ]
    assert contents(tmp_path) | first == contents(tmp_path)
    assert "自评表（2）.xlsx" in ran.out


def test_workbook_and_report_always_bear_the_same_number(jxbook, tmp_path):
    (tmp_path / "绩效评价报告.docx").write_text("写了一半的报告")
    jxbook("demo", "-o", tmp_path)
    assert (tmp_path / "自评表（2）.xlsx").is_file() and (tmp_path / "绩效评价报告（2）.docx").is_file()
    assert (tmp_path / "绩效评价报告.docx").read_text() == "写了一半的报告"


@pytest.mark.parametrize("name", sample_names())
def test_every_sample_by_its_name(jxbook, tmp_path, name):
    assert jxbook("demo", name, "-o", tmp_path).status == 0
    project = load_sample(name).form.project.name.text
    assert open_form(tmp_path / "自评表.xlsx").project.name.text == project
    report = docx.Document(str(tmp_path / "绩效评价报告.docx"))
    assert project in "".join(p.text for p in report.paragraphs)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("jichang-2024", "总分：86.53　等级：优"),
        ("zhanlanlu-2024", "不计分"),
        ("laiguangying-2024", "总分：100　等级：优"),
        ("dongchuan-2020", "总分：100　等级：优"),
    ],
)
def test_a_sample_that_is_not_scored_by_us_shows_what_others_gave_it(jxbook, tmp_path, name, said):
    assert said in jxbook("demo", name, "-o", tmp_path).out


def test_the_list_has_one_sample_a_line_and_writes_nothing(jxbook, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = jxbook("demo", "--list")
    assert [line.split(maxsplit=1) for line in ran.out.splitlines()[1:]] == [
        [name, load_sample(name).title] for name in sample_names()
    ]
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_it_writes_into_jxbook_demo(jxbook, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert jxbook("demo").status == 0
    assert [path.name for path in tmp_path.iterdir()] == ["jxbook-demo"]


def test_an_unknown_sample_is_refused_and_nothing_is_written(jxbook, tmp_path):
    ran = jxbook("demo", "没有", "-o", tmp_path / "样例")
    assert (ran.status, ran.out) == (2, "")
    assert (
        ran.err == f"JX923 [没有] 没有这个样例 — 现有的样例是：{'、'.join(sample_names())} — 请改用其中一个\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("inside", ["", "里面"])
def test_a_file_where_the_folder_should_be_is_refused(jxbook, tmp_path, inside):
    (tmp_path / "样例").write_text("一个文件")
    ran = jxbook("demo", "-o", tmp_path / "样例" / inside)
    assert (ran.status, ran.out, ran.err[:6]) == (2, "", "JX914 ")
    assert (tmp_path / "样例").read_text() == "一个文件"


def test_as_a_process(process, tmp_path):
    ran = process("demo", "-o", tmp_path)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert (tmp_path / "自评表.xlsx").is_file()
