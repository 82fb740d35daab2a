"""`jxbook policy outline`, `report --outline`, and a policy whose outline lies beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jxbook.policy import load_policy
from jxbook.report.outline import outline_of, sections
from jxbook.report.shipped import outline_text

HEADING = "本街道的做法"
"""A section that no shipped outline has."""


@pytest.fixture
def mine(tmp_path, monkeypatch):
    """The user's folder of policies, which does not exist yet; the office works in tmp_path."""
    folder = tmp_path / "登记" / "policies"
    monkeypatch.setenv("JXBOOK_POLICIES", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def outline(jxbook, tmp_path, mine) -> Path:
    """An outline of the office's own: one of ours with a section more."""
    path = tmp_path / "提纲.txt"
    assert jxbook("policy", "outline", path, "--from", "beijing").status == 0
    section = f'\n## {HEADING}\n\n{{% call passage("{HEADING}", "有特色的做法") %}}{{% endcall %}}\n\n'
    text = path.read_text("utf-8")
    at = text.rindex("{{ closing(")
    path.write_text(text[:at] + section + text[at:], "utf-8")
    return path


@pytest.fixture
def own(jxbook, tmp_path, outline) -> Path:
    """A policy file that names it."""
    path = tmp_path / "our-office.toml"
    jxbook("policy", "new", "--from", "beijing-2020-2146", path)
    line = f'outline = {{ value = "{outline.name}", basis = "本单位的报告格式", mark = "practice" }}'
    text = "\n".join(
        line if one.startswith("#outline = ") else one for one in path.read_text("utf-8").split("\n")
    )
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def book(sunhe, tmp_path) -> Path:
    return shutil.copy(sunhe, tmp_path / "自评表.xlsx")


# The copy


def test_the_copy_says_what_to_do_and_is_not_written_over(jxbook, tmp_path, mine):
    ran = jxbook("policy", "outline", "提纲", "--from", "yunnan")
    assert ran.status == 0 and "--outline" in ran.out and "policy add" in ran.out
    text = (tmp_path / "提纲.txt").read_text("utf-8")
    assert text.endswith(outline_text("yunnan")) and 'value = "提纲.txt"' in text
    again = jxbook("policy", "outline", "提纲.txt")
    assert (again.status, "JX925" in again.err) == (2, True)
    assert jxbook("policy", "outline", "提纲.txt", "--force").status == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("提纲.txt", "--from", "bejing"), "JX605", "最接近的是“beijing”"),
        (("提 纲.txt",), "JX929", "不能作提纲"),
        (("提纲.docx",), "JX929", ".txt"),
    ],
)
def test_promise_4_what_cannot_be_copied_is_told(jxbook, mine, arguments, code, said):
    ran = jxbook("policy", "outline", *arguments)
    assert (ran.status, code in ran.err, said in ran.err) == (2, True, True)


# A report by it


def test_a_report_follows_the_outline(jxbook, outline, book, tmp_path):
    assert jxbook("report", book, "--outline", outline, "-o", tmp_path / "报告.md").status == 0
    text = (tmp_path / "报告.md").read_text("utf-8")
    assert HEADING in text and "【待补充：有特色的做法】" in text


def test_a_report_agrees_with_its_form_by_the_outline_it_was_made_with(jxbook, outline, book, tmp_path):
    outline.write_text(outline.read_text("utf-8").replace("{{ money() }}", ""), "utf-8")
    report = tmp_path / "报告.docx"
    assert jxbook("report", book, "--outline", outline, "-o", report).status == 0
    assert "JX502" in jxbook("check", report, "--form", book).out
    assert "JX502" not in jxbook("check", report, "--form", book, "--outline", outline).out


def test_a_mistake_ends_the_command_and_nothing_is_written(jxbook, outline, book, tmp_path):
    outline.write_text(outline.read_text("utf-8").replace("{{ money() }}", "{{ mony() }}"), "utf-8")
    ran = jxbook("report", book, "--outline", outline, "-o", tmp_path / "报告.docx")
    assert ran.status == 2 and "JX603" in ran.err and "没有 mony 这个名称（是不是 money？）" in ran.err
    assert not (tmp_path / "报告.docx").exists()


# A policy that names it


def test_a_policy_finds_its_outline_beside_it(jxbook, own, outline, book, tmp_path):
    policy = load_policy(own)
    assert policy.outline == outline
    assert HEADING in [one.name for one in sections(outline_of(policy))]
    assert jxbook("policy", own).status == 0
    assert jxbook("report", book, "--policy", own, "-o", tmp_path / "报告.md").status == 0
    assert HEADING in (tmp_path / "报告.md").read_text("utf-8")


def test_a_new_workbook_asks_for_its_sections(jxbook, own, tmp_path):
    from jxbook.workbook.reader import read_grid

    assert jxbook("new", "--policy", own, "--year", 2024, "-o", tmp_path / "空表.xlsx").status == 0
    [sheet] = [one for one in read_grid(tmp_path / "空表.xlsx").sheets if one.name == "报告素材"]
    assert HEADING in {cell.value for cell in sheet.cells.values()}


def test_registering_takes_it_along_and_removing_takes_it_away(jxbook, own, outline, mine, book, tmp_path):
    assert f"提纲：{mine / outline.name}" in jxbook("policy", "add", own).out
    for path in (own, outline):
        path.unlink()
    assert jxbook("report", book, "--policy", "our-office", "-o", tmp_path / "报告.md").status == 0
    assert HEADING in (tmp_path / "报告.md").read_text("utf-8")
    assert jxbook("policy", "remove", "our-office").status == 0
    assert list(mine.iterdir()) == []


def test_a_child_goes_by_the_outline_of_its_parent(jxbook, own, outline, tmp_path):
    child = tmp_path / "child.toml"
    jxbook("policy", "new", "--from", own, child)
    assert load_policy(child).outline == outline


def test_a_changed_outline_is_read_again(own, outline):
    assert HEADING in outline_of(load_policy(own)).text
    outline.write_text("# 报告\n", "utf-8")
    assert outline_of(load_policy(own)).text == "# 报告\n"


@pytest.mark.parametrize("command", ["policy", "policy add", "report"])
def test_promise_4_an_outline_that_is_missing_is_told_at_every_door(
    jxbook, own, outline, book, mine, tmp_path, command
):
    outline.unlink()
    ran = {
        "policy": lambda: jxbook("policy", own),
        "policy add": lambda: jxbook("policy", "add", own),
        "report": lambda: jxbook("report", book, "--policy", own, "-o", tmp_path / "报告.docx"),
    }[command]()
    assert (ran.status, "JX605 [提纲.txt]" in ran.err) == (2, True)
    assert not mine.exists()


def test_scoring_goes_on_without_it(jxbook, own, outline, book):
    outline.unlink()
    assert jxbook("score", book, "--policy", own).status == 0


def test_a_faulty_one_is_not_registered(jxbook, own, outline, mine):
    outline.write_text("{% if year %}", "utf-8")
    ran = jxbook("policy", "add", own)
    assert ran.status == 2 and "第1行" in ran.err and not mine.exists()


def test_promise_5_the_outline_of_another_registered_policy_is_not_replaced(
    jxbook, own, outline, mine, tmp_path
):
    jxbook("policy", "add", own)
    registered = (mine / outline.name).read_bytes()
    folder = tmp_path / "另一处"
    folder.mkdir()
    other = folder / "other.toml"
    other.write_text(own.read_text("utf-8").replace('id = "our-office"', 'id = "other"'), "utf-8")
    (folder / outline.name).write_text("# 报告\n", "utf-8")
    ran = jxbook("policy", "add", other)
    assert (ran.status, "JX928" in ran.err, "our-office" in ran.err) == (2, True, True)
    assert (mine / outline.name).read_bytes() == registered


@pytest.mark.parametrize(
    "value", ["../提纲.txt", "/etc/passwd.txt", "a/b.txt", ".txt", "提纲.docx", "natonal"]
)
def test_promise_6_a_policy_names_no_file_elsewhere(jxbook, own, outline, value):
    own.write_text(own.read_text("utf-8").replace(f'"{outline.name}"', f'"{value}"'), "utf-8")
    ran = jxbook("policy", own)
    assert (ran.status, "JX921" in ran.err, "report.outline" in ran.err) == (2, True, True)
