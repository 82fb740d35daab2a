"""`jxbook report`: the report as a file of the wanted format, and never over an existing one."""

from pathlib import Path

import docx
import pytest

import jxbook.document.docx.reference as reference

SHIPPED = Path(reference.__file__).with_name("reference.docx")
NAME = "朝阳区社会组织参与社会治理项目"


def first_bytes(path):
    return path.read_bytes()[:15]


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        ("报告.docx", [], b"PK\3\4"),
        ("报告.DOCX", [], b"PK\3\4"),
        ("报告", [], b"PK\3\4"),
        ("报告.html", [], b"<!DOCTYPE html>"),
        ("报告.md", [], b"# "),
        ("报告.txt", ["--format", "md"], b"# "),
        ("报告.md", ["--format", "html"], b"<!DOCTYPE html>"),
    ],
)
def test_the_format_follows_the_file_name_or_the_option(jxbook, sunhe, tmp_path, name, options, begins):
    path = tmp_path / name
    ran = jxbook("report", sunhe, "-o", path, *options)
    assert (ran.status, ran.err) == (0, "")
    path = path if path.suffix else path.with_name("报告.docx")
    assert ran.out.startswith(f"已生成报告：{path}\n")
    assert path.read_bytes().startswith(begins)


def test_the_report_is_about_the_project_and_its_year(jxbook, sunhe, tmp_path):
    jxbook("report", sunhe, "-o", tmp_path / "报告.docx")
    texts = [p.text for p in docx.Document(str(tmp_path / "报告.docx")).paragraphs]
    assert NAME in "".join(texts[:6]) and any("2024年度" in text for text in texts)


def test_what_is_still_to_be_written_is_counted(jxbook, mine, tmp_path):
    from jxbook.recognition import open_form
    from jxbook.workbook.grid import Change
    from jxbook.workbook.patch import write_changes

    write_changes(mine, [Change(one.text.cell, None) for one in open_form(mine).passages])
    ran = jxbook("report", mine, "-o", tmp_path / "报告.md")
    count = (tmp_path / "报告.md").read_text("utf-8").count("【待补充：")
    assert count > 0
    assert f"报告中有{count}处标着【待补充】，要写什么、写在哪里见核对单。" in ran.out


def test_the_slip_lies_beside_the_report_and_can_be_left_out(jxbook, sunhe, tmp_path):
    ran = jxbook("report", sunhe, "-o", tmp_path / "报告.docx")
    assert f"已生成核对单：{tmp_path / '报告_核对单.docx'}（内部使用，不随报告报送）" in ran.out
    texts = [p.text for p in docx.Document(str(tmp_path / "报告_核对单.docx")).paragraphs]
    assert texts[:2] == ["核对单", "（内部使用，不随报告报送）"]
    assert "写在哪里见核对单。" in ran.out
    alone = jxbook("report", sunhe, "-o", tmp_path / "另一份.docx", "--no-slip")
    assert "【待补充】" in alone.out and "核对单" not in alone.out
    assert not (tmp_path / "另一份_核对单.docx").exists()


def test_promise_5_an_existing_slip_is_not_written_over(jxbook, sunhe, tmp_path):
    (tmp_path / "报告_核对单.docx").write_text("已勾对")
    ran = jxbook("report", sunhe, "-o", tmp_path / "报告.docx")
    assert ran.status == 2 and ran.err.startswith("JX925 [报告_核对单.docx] 文件已经存在 — ")
    assert not (tmp_path / "报告.docx").exists()
    assert jxbook("report", sunhe, "-o", tmp_path / "报告.docx", "--no-slip").status == 0


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("报告.pdf", []),
        ("自评表2.xlsx", []),
        ("报告.doc", []),
    ],
)
def test_a_format_that_it_cannot_write_is_refused(jxbook, sunhe, tmp_path, name, options):
    ran = jxbook("report", sunhe, "-o", tmp_path / name, *options)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"JX924 [{name}] 不能写这种格式 — ")
    assert list(tmp_path.iterdir()) == []


def test_promise_5_an_existing_file_is_not_written_over(jxbook, mine, contents):
    (mine.parent / "报告.docx").write_text("改了三天的报告")
    before = contents(mine.parent)
    for options in (["报告.docx"], ["自评表.xlsx", "--format", "docx"]):
        ran = jxbook("report", mine, "-o", mine.parent / options[0], *options[1:])
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith(f"JX925 [{options[0]}] 文件已经存在 — ")
        assert ("加 --force" in ran.err) == (options[0] == "报告.docx"), "never over the form that is read"
    assert contents(mine.parent) == before


def test_a_folder_that_is_not_there(jxbook, sunhe, tmp_path):
    ran = jxbook("report", sunhe, "-o", tmp_path / "没有" / "报告.docx")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("JX914 [报告.docx] 要写入的文件夹不存在 — ")


def test_the_styles_of_ones_own_office(jxbook, sunhe, tmp_path):
    own = docx.Document(str(SHIPPED))
    own.styles["Title"].font.name = "本单位字体"
    own.save(str(tmp_path / "样式.docx"))
    ran = jxbook("report", sunhe, "-o", tmp_path / "报告.docx", "--reference", tmp_path / "样式.docx")
    assert (ran.status, ran.err) == (0, "")
    assert docx.Document(str(tmp_path / "报告.docx")).styles["Title"].font.name == "本单位字体"


def test_the_shipped_styles_given_by_hand_change_nothing(jxbook, sunhe, tmp_path):
    jxbook("report", sunhe, "-o", tmp_path / "a.docx")
    jxbook("report", sunhe, "-o", tmp_path / "b.docx", "--reference", SHIPPED)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


@pytest.mark.parametrize("kind", ["text", "workbook", "missing", "folder"])
def test_styles_that_cannot_be_used_are_refused_in_chinese(jxbook, mine, tmp_path, kind):
    styles = tmp_path / "样式.docx"
    if kind == "text":
        styles.write_text("不是文档")
    elif kind == "workbook":
        styles.write_bytes(mine.read_bytes())
    elif kind == "folder":
        styles.mkdir()
    ran = jxbook("report", mine, "-o", tmp_path / "报告.docx", "--reference", styles)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("JX601 [") and ran.err.count(" — ") == 2 and ran.err.count("\n") == 1
    assert not (tmp_path / "报告.docx").exists()


def test_by_another_policy_on_demand(jxbook, sunhe, tmp_path):
    jxbook("report", sunhe, "-o", tmp_path / "报告.md", "--policy", "mof-2020-10")
    assert "财预〔2020〕10号" in (tmp_path / "报告.md").read_text("utf-8")
    assert "2146号" not in (tmp_path / "报告.md").read_text("utf-8")


def test_as_a_process(process, sunhe, tmp_path):
    ran = process("report", sunhe, "-o", tmp_path / "报告.docx")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert (tmp_path / "报告.docx").is_file()
