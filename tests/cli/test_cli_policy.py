"""`jxbook policy new` and `add`, and an office's own policy in every command."""

from __future__ import annotations

import json
import re

import pytest

from jxbook.policy import load_policy, policy_ids
from jxbook.policy.allowed import HINT
from jxbook.policy.examples import load_examples
from jxbook.policy.toml_text import toml
from jxbook.recognition import open_form


@pytest.fixture
def mine(tmp_path, monkeypatch):
    """The user's folder of policies, which does not exist yet; the office works in tmp_path."""
    folder = tmp_path / "登记" / "policies"
    monkeypatch.setenv("JXBOOK_POLICIES", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def own(jxbook, tmp_path, mine):
    """A policy file of the office by whose scale 99 points are needed for 优."""
    path = tmp_path / "our-office.toml"
    jxbook("policy", "new", "--from", "beijing-2020-2146", path)
    text = path.read_text("utf-8").replace('#bands = { value = [[90, "优"]', 'bands = { value = [[99, "优"]')
    assert "\nbands = " in text
    path.write_text(text.replace(HINT, "本单位办法第八条"), "utf-8")
    return path


# A fresh file


def test_new_writes_a_file_that_loads_and_says_what_to_do_next(jxbook, tmp_path, mine):
    ran = jxbook("policy", "new", "our-office.toml", "--from", "sichuan")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("已新建：our-office.toml（在四川省项目支出绩效自评的基础上）")
    assert "jxbook policy add our-office.toml" in ran.out
    assert load_policy(tmp_path / "our-office.toml").identity.parent == "sichuan"


def test_without_from_it_builds_on_the_national_policy(jxbook, tmp_path, mine):
    jxbook("policy", "new", "our-office.toml")
    assert load_policy(tmp_path / "our-office.toml").identity.parent == "mof-2020-10"


def test_it_may_build_on_another_policy_of_the_office(jxbook, tmp_path, own):
    assert jxbook("policy", "new", "--from", own, "child.toml").status == 0
    assert [one.id for one in load_policy(tmp_path / "child.toml").parents][:2] == [
        "our-office",
        "beijing-2020-2146",
    ]


@pytest.mark.parametrize(
    ("arguments", "place", "code"),
    [
        (["our-office.txt"], "our-office.txt", "JX924"),
        (["mof-2020-10.toml"], "mof-2020-10.toml", "JX928"),
        (["our office.toml"], "our office.toml", "JX929"),
        ([".toml.toml"], ".toml.toml", "JX929"),
        (["--from", "没有", "a.toml"], "没有", "JX920"),
        (["--from", "没有.toml", "a.toml"], "没有.toml", "JX920"),
        (["没有的文件夹/a.toml"], "a.toml", "JX914"),
        ([], "jxbook policy new", "JX900"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_made_is_refused_and_leaves_nothing(jxbook, tmp_path, mine, arguments, place, code):
    ran = jxbook("policy", "new", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"{code} [{place}] ") and ran.err.count(" — ") == 2
    assert list(tmp_path.iterdir()) == []


def test_promise_5_an_existing_file_is_not_written_over(jxbook, own, contents, tmp_path):
    before = contents(tmp_path)
    assert jxbook("policy", "new", own).err.startswith("JX925 [our-office.toml] 文件已经存在")
    assert contents(tmp_path) == before


# Checking, adding, listing


def test_add_puts_it_where_every_program_of_the_user_finds_it(jxbook, own, mine):
    assert jxbook("policy", "our-office").err.startswith("JX920 [our-office] ")
    ran = jxbook("policy", "add", own)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("已登记：our-office 项目支出绩效自评（our-office）")
    assert (mine / "our-office.toml").read_bytes() == own.read_bytes()
    assert jxbook("policy", "our-office").status == 0


def test_adding_again_says_whether_something_changed(jxbook, own, mine):
    jxbook("policy", "add", own)
    assert jxbook("policy", "add", own).out.startswith("内容没有变化：")
    own.write_text(own.read_text("utf-8").replace('place = "本单位"', 'place = "花园街道"'), "utf-8")
    assert jxbook("policy", "add", own).out.startswith("已替换原来登记的同名政策：")
    assert load_policy("our-office").identity.place == "花园街道"


def test_a_faulty_file_is_not_added_and_all_its_mistakes_are_told_line_by_line(jxbook, own, mine):
    text = own.read_text("utf-8").replace("#places = { value = 2", "places = { value = 9", 1)
    own.write_text(text.replace('mark = "practice"', 'mark = "sure"', 1), "utf-8")
    ran = jxbook("policy", "add", own)
    assert (ran.status, ran.out) == (2, "")
    first, *lines = ran.err.splitlines()
    assert first.startswith("JX921 [our-office.toml] 政策文件有误 — 共2处 — ")
    assert [re.match(r"  第(\d+)行：", line) is not None for line in lines] == [True, True]
    assert not mine.exists()


def test_nor_one_that_switches_a_check_that_does_not_exist(jxbook, own, mine):
    rule = 'rules = { value = [["JX351", "不查", "由局里统一查"]], basis = "本单位办法", mark = "practice" }'
    text = own.read_text("utf-8").replace("\n[checks]\n", f"\n[checks]\n{rule}\n")
    own.write_text(text, "utf-8")
    for command in (("policy", "add", own), ("policy", own)):
        ran = jxbook(*command)
        assert ran.status == 2
        assert "JX921" in ran.err
        assert "checks.rules" in ran.err
        assert "JX351不是校验规则的编号（是不是 JX321？）" in ran.err
    assert not mine.exists()


def test_nor_is_one_whose_outline_does_not_exist(jxbook, own, mine):
    text = re.sub(r'#outline = \{ value = "[^"]*"', 'outline = { value = "anything"', own.read_text("utf-8"))
    own.write_text(text, "utf-8")
    assert jxbook("policy", "add", own).err.startswith("JX921 [our-office.toml] 政策文件有误 — 第")
    assert not mine.exists()


def test_a_parent_is_added_first(jxbook, own, mine):
    jxbook("policy", "new", "--from", own, "child.toml")
    assert jxbook("policy", "add", "child.toml").err.startswith("JX920 [our-office] 上级政策还没有登记")
    jxbook("policy", "add", own)
    assert jxbook("policy", "add", "child.toml").status == 0


@pytest.mark.parametrize(
    ("file", "code"), [("没有.toml", "JX920"), ("our-office", "JX929"), ("mof-2020-10.toml", "JX928")]
)
def test_what_cannot_be_added_is_refused(jxbook, tmp_path, mine, file, code):
    if code == "JX928":
        (tmp_path / file).write_text("", "utf-8")
    ran = jxbook("policy", "add", file)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"{code} [{file}] ")


def test_the_list_shows_the_offices_own_marked_as_such(jxbook, own, mine):
    jxbook("policy", "add", own)
    (mine / "broken.toml").write_text("[identity", "utf-8")
    lines = {line.split()[0]: line for line in jxbook("policy").out.splitlines() if line.strip()}
    assert set(policy_ids()) <= lines.keys()
    assert lines["our-office"].split()[-2:] == ["本单位", "本单位"]
    assert "政策文件有误" in lines["broken"]


def test_a_file_is_shown_without_being_added(jxbook, own):
    out = jxbook("policy", own).out
    assert "等级：99、优；80、良；60、中；0、差\n    〔实践〕本单位办法第八条\n" in out
    assert "，沿用 beijing-2020-2146" in out and "，沿用 mof-2020-10" in out


@pytest.mark.parametrize("policy", policy_ids())
def test_examples_are_worked_out_in_words(jxbook, policy):
    out = jxbook("policy", policy, "--examples").out
    examples = load_examples(policy)
    for number, one in enumerate(examples, 1):
        assert f"\n{number}. {one.described}\n" in out
        assert f"算法：{one.remark}\n" in out
    assert examples or "没有写示例" in out


def test_for_ones_own_policy_those_of_its_parent_are_named(jxbook, own):
    assert re.search(
        r"没有写示例；沿用的值可看上级政策的示例：jxbook policy \S+ --examples",
        jxbook("policy", own, "--examples").out,
    )


# In every command


def test_score_check_and_report_go_by_a_policy_file(jxbook, own, sunhe, tmp_path):
    """The sample has 100 points under Beijing's rules, 优 by this scale too; with a 执行率 of its own it has not."""
    assert json.loads(jxbook("score", sunhe, "--policy", own, "--json").out)["grade"] == "优"
    text = own.read_text("utf-8").replace('[[99, "优"], [80, "良"]', '[[100, "优"], [99.99, "良"]')
    own.write_text(text.replace("#total = { value = 100", "total = { value = 100"), "utf-8")
    scored = json.loads(jxbook("score", sunhe, "--policy", own, "--json").out)
    assert scored["total"] == 100 and scored["grade"] == "优"
    assert jxbook("check", sunhe, "--policy", own).status in (0, 1)
    ran = jxbook("report", sunhe, "--policy", own, "-o", tmp_path / "报告.md")
    assert ran.status == 0
    report = (tmp_path / "报告.md").read_text("utf-8")
    assert "依据《项目支出绩效评价管理办法》（财预〔2020〕10号）" in report
    assert "2146号" not in report  # nobody has read it
    assert "由本单位在该文件的基础上编制" not in report
    assert "由本单位在该文件的基础上编制" in (tmp_path / "报告_核对单.md").read_text("utf-8")


@pytest.mark.parametrize("kind", ["xlsx", "xlsm"])
def test_new_builds_a_workbook_for_it_and_says_how_excel_comes_to_know_it(jxbook, own, tmp_path, kind):
    file = tmp_path / f"自评表.{kind}"
    ran = jxbook("new", "--policy", own, "--year", 2025, "-o", file)
    assert (ran.status, ran.err) == (0, "")
    assert f"jxbook policy add {own}" in ran.out
    form = open_form(file)
    assert (form.policy_id, form.year) == ("our-office", 2025)
    jxbook("policy", "add", own)
    assert (
        "jxbook policy add" not in jxbook("new", "--policy", "our-office", "-o", tmp_path / f"乙.{kind}").out
    )


def test_the_longest_labels_that_a_policy_may_have_are_read_again(jxbook, own, tmp_path):
    title, signed = "自评表" * 10, [f"{'签' * 29}{turn}" for turn in "一二三四"]
    head, boxes = [f"{'头' * 11}{turn}" for turn in "一二"], [f"{'栏' * 15}{turn}" for turn in "一二"]
    layout = {
        "title": title,
        "head_rows": [head],
        "boxes": [[boxes[0], 500], [boxes[1], 0]],
        "signatures": signed,
        "columns": ["一级指标", "二级指标", "三级指标", "得分"],
    }
    written = [
        f'{key} = {{ value = {toml(value)}, basis = "某", mark = "practice" }}'
        for key, value in layout.items()
    ]
    text = own.read_text("utf-8").replace("[layout]", "\n".join(["[layout]", *written]))
    own.write_text(text.replace('#source = { value = "computed"', 'source = { value = "rows"'), "utf-8")
    ran = jxbook("new", "--policy", own, "--year", 2025, "-o", tmp_path / "自评表.xlsx")
    assert (ran.status, ran.err) == (0, "")
    form = open_form(tmp_path / "自评表.xlsx")
    assert list(form.boxes) == boxes
    assert form.project.facts.keys() >= {*head, *signed}


def test_a_workbook_finds_its_policy_beside_it_or_among_the_users_own(jxbook, own, mine, tmp_path):
    jxbook("new", "--policy", own, "--year", 2025, "-o", "自评表.xlsx")
    assert "our-office 项目支出绩效自评" in jxbook("score", "自评表.xlsx").out
    (tmp_path / "别处").mkdir()
    moved = (tmp_path / "自评表.xlsx").rename(tmp_path / "别处" / "自评表.xlsx")
    ran = jxbook("score", moved)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("JX920 [自评表.xlsx：基本信息!C4] 没有“our-office”这个评价政策")
    assert "jxbook policy add" in ran.err
    jxbook("policy", "add", own)
    assert "our-office 项目支出绩效自评" in jxbook("score", moved).out


def test_excel_which_knows_only_its_name_finds_it_once_it_is_added(jxbook, own, mine):
    from jxbook.functions.calls import JX_GRADE

    assert JX_GRADE(95, "our-office") == "待核对"
    jxbook("policy", "add", own)
    assert (JX_GRADE(95, "our-office"), JX_GRADE(95)) == ("良", "优")


class TestRemove:
    def test_a_registered_policy_goes_and_the_offices_own_file_stays(self, jxbook, mine, tmp_path):
        own = tmp_path / "我局.toml"
        jxbook("policy", "new", own)
        jxbook("policy", "add", own)
        ran = jxbook("policy", "remove", "我局")
        assert (ran.status, ran.err) == (0, "") and ran.out.startswith("已取走：我局\n")
        assert own.is_file()
        assert "我局" not in jxbook("policy").out.split()

    @pytest.mark.parametrize(
        ("name", "what"), [("没有", "没有登记这个政策"), ("mof-2020-10", "这不是登记的政策")]
    )
    def test_what_is_not_registered_is_said(self, jxbook, mine, name, what):
        ran = jxbook("policy", "remove", name)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith(f"JX920 [{name}] {what} — ")


def test_the_nearest_policy_is_named(jxbook):
    assert "最接近的是“sichuan”；" in jxbook("policy", "sichaun").err


class TestAsAWorkbook:
    """A finance clerk never sees TOML."""

    def test_from_the_empty_workbook_to_a_scored_form(self, jxbook, mine):
        made = jxbook("policy", "new", "我局", "--xlsx")
        assert (made.status, made.err) == (0, "") and made.out.startswith("已新建：我局.xlsx（在")
        assert jxbook("policy", "我局.xlsx").out.startswith("我局 项目支出绩效自评（我局）")
        assert jxbook("policy", "add", "我局.xlsx").out.startswith("已登记：我局 项目支出绩效自评（我局）")
        assert jxbook("new", "--policy", "我局", "-o", "表.xlsx").status == 0
        assert "评价政策：我局 项目支出绩效自评" in jxbook("score", "表.xlsx").out

    def test_used_before_it_is_registered_it_says_how(self, jxbook, mine, sunhe):
        ran = jxbook("score", sunhe, "--policy", "我局.xlsx")
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith("JX920 [我局.xlsx] ") and "请先运行 jxbook policy add 我局.xlsx" in ran.err
