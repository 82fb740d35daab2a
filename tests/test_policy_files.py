"""An office's own policy file: where it is found, what it inherits, and how its mistakes are told."""

from __future__ import annotations

import os
import re
import time
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jxbook.finding import Refusal
from jxbook.form import labels
from jxbook.form.table import INDICATOR_COLUMNS
from jxbook.policy import (
    KEYS,
    FaultyPolicy,
    Standing,
    load_policy,
    named_policy,
    policy_ids,
    reference,
    user_policies,
)
from jxbook.policy.allowed import HINT, allowed
from jxbook.policy.draft import draft
from jxbook.policy.form_labels import STANDING
from jxbook.policy.places import SHIPPED
from jxbook.policy.source import MOST_BYTES, read_source
from jxbook.policy.toml_text import toml
from jxbook.report.shipped import outline_names

HEAD = """\
[identity]
id = "{name}"
name = "某单位项目支出绩效自评"
title = "某办法"
number = "某财〔2024〕1号"
place = "某单位"
parent = "{parent}"
mark = "practice"
"""
FIRST = HEAD.count("\n") + 1
"""The line after the head."""
VALUE = '{{ value = {}, basis = "某办法第一条", mark = "practice" }}'

Write = Callable[..., Path]


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of policies, empty."""
    folder = tmp_path / "登记"
    folder.mkdir()
    monkeypatch.setenv("JXBOOK_POLICIES", str(folder))
    return folder


@pytest.fixture
def office(tmp_path: Path, mine: Path) -> Path:
    """A folder of the office's, beside the user's."""
    folder = tmp_path / "单位"
    folder.mkdir()
    return folder


def write(folder: Path, name: str = "own", body: str = "", parent: str = "mof-2020-10") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(HEAD.format(name=name, parent=parent) + body, "utf-8")
    return path


def places(number: int | str) -> str:
    return f"[rounding]\nplaces = {VALUE.format(number)}\n"


def refused(name: str | Path, beside: Path | None = None) -> Refusal:
    with pytest.raises(Refusal) as caught:
        named_policy(name, beside) if isinstance(name, str) else load_policy(name)
    return caught.value


def faults(path: Path) -> list[tuple[int, str]]:
    """Line and text of all that is wrong with a file."""
    refusal = refused(path)
    assert isinstance(refusal, FaultyPolicy)
    assert (refusal.finding.code, refusal.finding.place) == ("JX921", path.name)
    return [(one.line, f"{one.what}，{one.fix}") for one in refusal.faults]


# Where a policy is found


def test_a_file_is_a_policy_and_inherits_what_it_does_not_say(office: Path) -> None:
    own = load_policy(write(office, body=places(1)))
    assert (own.id, own.number("rounding.places"), own.rule("rounding.places").source) == ("own", 1, "own")
    assert own.rule("rounding.tolerance") == load_policy("mof-2020-10").rule("rounding.tolerance")
    assert [one.id for one in own.parents] == ["mof-2020-10"]


def test_a_name_is_looked_up_beside_the_workbook_and_among_the_users_own(office: Path, mine: Path) -> None:
    def found(folder: Path | None) -> tuple[Decimal, Standing]:
        policy, standing = named_policy("own", folder)
        return policy.number("rounding.places"), standing

    beside = write(office, body=places(3))
    assert found(office) == (3, Standing.BESIDE)
    write(mine, body=places(1))
    assert load_policy("own").number("rounding.places") == 1
    # the functions in cells know only the registered one, and the same file scores the same everywhere
    assert found(office) == (1, Standing.REGISTERED_THOUGH_BESIDE)
    write(office, body=places(1))
    assert found(office) == (1, Standing.REGISTERED)  # the same rules: nothing to tell
    beside.unlink()
    assert found(office) == found(None) == (1, Standing.REGISTERED)


def test_a_parent_is_looked_up_beside_the_file_among_the_users_own_and_in_jxbook(
    office: Path, mine: Path
) -> None:
    child = write(office, "child", parent="city")
    ((line, said),) = faults(child)
    assert line == HEAD.splitlines().index('parent = "{parent}"') + 1
    assert said.startswith('parent（上级政策）"city" 不存在，现有的政策是：') and "mof-2020-10" in said
    write(mine, "city", places(1), parent="beijing-2020-2146")
    assert load_policy(child).number("rounding.places") == 1
    write(office, "city", places(3))
    assert load_policy(child).number("rounding.places") == 3
    assert [one.id for one in load_policy(child).parents] == ["city", "mof-2020-10"]


@pytest.mark.parametrize(
    "name",
    ["own.toml", "./own", "../单位/own", "..", "\\\\server\\share\\own", "a\0b", "own ", "", "x" * 5000],
    ids=lambda name: name[:20].replace("\0", "0") or "nothing",
)
def test_a_name_from_a_workbook_never_leads_to_another_folder(office: Path, name: str) -> None:
    write(office)
    assert refused(name, office).finding.code == "JX920"
    absolute = str((office / "own").absolute())
    assert refused(absolute, office).finding.code == "JX920"


def test_only_the_command_line_names_files() -> None:
    assert reference("own.toml") == Path("own.toml")
    assert reference("单位/own.TOML") == Path("单位/own.TOML")
    assert reference("mof-2020-10") == "mof-2020-10"


def test_a_file_that_is_not_there_is_refused(office: Path) -> None:
    found = refused(office / "没有.toml").finding
    assert (found.code, found.place) == ("JX920", "没有.toml")


def test_what_there_is_is_told_with_the_users_own(mine: Path) -> None:
    write(mine, "our-office")
    assert {"mof-2020-10", "our-office"} <= set(re.split("：|、", refused("没有").finding.why))


def test_a_changed_file_is_read_again(office: Path, mine: Path) -> None:
    """Excel's Python lives for hours."""
    write(mine, "city", places(1))
    child = write(office, "child", parent="city")
    assert load_policy(child) is load_policy(child)
    assert load_policy(child).number("rounding.places") == 1
    changed = write(mine, "city", places(3))
    os.utime(changed, ns=(1, 1))  # the same size, another moment
    assert load_policy(child).number("rounding.places") == 3
    changed.unlink()
    assert '"city" 不存在' in faults(child)[0][1]


@pytest.mark.parametrize("folder", ["office", "mine"])
def test_nobody_takes_the_name_of_a_policy_of_jxbook(
    request: pytest.FixtureRequest, office: Path, folder: str
) -> None:
    path = write(request.getfixturevalue(folder), "mof-2020-10", places(1), parent="")
    for found in (refused("mof-2020-10", office).finding, refused(path).finding):
        assert (found.code, found.place) == ("JX928", "mof-2020-10.toml")
        assert "改名" in found.fix
    child = write(office, "child")
    assert refused(child).finding.code == "JX928"
    path.unlink()
    assert load_policy(child).number("rounding.places") == 2


# Bounds


@pytest.mark.parametrize(
    "body",
    [
        "[weights]\ntotal = { value = 1e9999999999, basis = '甲', mark = 'assumed' }",
        "[weights]\ntotal = { value = 0." + "1" * 90_000 + ", basis = '甲', mark = 'assumed' }",
        "[" + "a." * 40_000 + "a]",
        "a = { " + "b." * 40_000 + "b = 1 }",
        "[" + '"a" . ' * 12_000 + "a]",
    ],
    ids=["exponent", "digits", "header", "inline key", "quoted key"],
)
def test_promise_6_a_file_of_a_stranger_costs_no_time_and_no_memory(office: Path, body: str) -> None:
    started = time.process_time()
    ((line, said),) = faults(write(office, body=body))
    assert time.process_time() - started < 2
    assert line > 0 and len(said) < 200


def test_a_file_that_is_too_large_is_not_read(office: Path) -> None:
    path = write(office, body="#" * MOST_BYTES)
    assert faults(path) == [(0, "文件超过100KB，不像是政策文件，请核对是不是选错了文件")]


def test_parents_in_a_circle_or_without_end_are_refused(office: Path) -> None:
    write(office, "b", parent="a")
    assert "a→b→a" in faults(write(office, "a", parent="b"))[0][1]
    for number in range(12):
        write(office, f"p{number}", parent=f"p{number + 1}")
    assert "超过八层" in faults(office / "p0.toml")[0][1]


@pytest.mark.parametrize("body", ["x = " + "[" * 5000, "x = " + "1" * 5000], ids=["deep", "long number"])
def test_toml_that_would_upset_a_reader_is_refused(office: Path, body: str) -> None:
    assert faults(write(office, body=body))


# What is wrong, in which line, and how to mend it

MISTAKES = [
    # below the head                                             line   what is said
    ("[rounding]\nplace = " + VALUE.format(2), 1, "不认识的项 rounding.place（是不是 places？）"),
    ("[rounding]\nmethod = " + VALUE.format(2), 1, "不认识的项 rounding.method"),
    ("[rouding]\nplaces = " + VALUE.format(2), 0, "不认识的项 rouding.places（是不是 rounding？）"),
    ("[weights]\nreason_from = " + VALUE.format(2), 1, "（是不是 over_fulfilment.reason_from？）"),
    ("\n\n[rounding]\n# 说明\nplaces = 2", 4, '应写成 places = { value = …, basis = "依据", mark = "practice" }'),
    ('[rounding]\nplaces = { value = 2, basis = "某" }', 1, "缺少 mark"),
    ('[rounding]\nplaces = { value = 2, bases = "某", basis = "某", mark = "practice" }', 1, "多余的 bases"),
    ("[rounding]\nplaces = " + VALUE.format('"2"'), 1, '的值 "2" 不对，应为 数，0至6的整数'),
    ("[rounding]\nplaces = " + VALUE.format(2.5), 1, "应为 数，0至6的整数"),
    ("[rounding]\nplaces = " + VALUE.format(7), 1, "应为 数，0至6的整数"),
    ("[rounding]\ntolerance = " + VALUE.format("-1"), 1, "应为 数，0至10000，不加引号"),
    ("[rounding]\ntolerance = " + VALUE.format("1e400"), 1, "数太长或太大"),
    ("[execution]\nmethod = " + VALUE.format('"ratios"'), 1, "应为 ratio（按比例）、steps（按区间分档）"),
    ("[reasons]\nbelow_full = " + VALUE.format('"是"'), 1, "应为 true（是）或 false（否）"),
    ("[grades]\nbands = " + VALUE.format('[[0, "差"], [90, "优"]]'), 1, "[[下限, \"等级\"], …]，从高到低"),
    ("[layout]\nsheets = " + VALUE.format('["问卷"]'), 1, "满意度问卷、访谈记录"),
    ("[layout]\ncolumns = " + VALUE.format('["一级指标"]'), 1, "可用的表头有：一级指标、二级指标"),
    ("[layout]\ntitle = " + VALUE.format('"甲\\u0007乙"'), 1, "应为 文字"),
    ('[rounding]\nplaces = { value = 2, basis = "", mark = "practice" }', 1, "basis 应写明依据"),
    (f'[rounding]\nplaces = {{ value = 2, basis = "{HINT}", mark = "practice" }}', 1, "basis 应写明依据"),
    ('[rounding]\nplaces = { value = 2, basis = "某", mark = "offical" }', 1, "official（官方"),
    ("[grades]\nbands = " + VALUE.format('[[90, "优"], [60, "中"]]'), 1, "最低一档请从0起"),
    ("[qualitative]\nfull = " + VALUE.format("[50, 55]"), 0, "三档的界限没有从高到低"),
    ("[qualitative]\nunstated_partial = " + VALUE.format("90"), 1, "请改成60至80之间的数"),
    ("[weights]\nexecution = " + VALUE.format("20"), 1, "合计110分，应等于总分100分"),
    ("[scoring]\nsource = " + VALUE.format('"rows"') + '\n[layout]\ncolumns = '
     + VALUE.format('["一级指标", "二级指标", "三级指标", "年度指标值", "完成值"]'), 3, "却没有得分一列"),
    ("[layout]\ncolumns = " + VALUE.format('["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值"]'), 1, "得分来源是 computed，指标表却没有得分一列"),
    ("[layout]\ngoals = " + VALUE.format(0), 1, "应为 数，1至9的整数"),
    ("[layout]\ntitle = " + VALUE.format('""'), 1, "应为 文字，写在英文引号里，1至30个字"),
    ("[layout]\ntitle = " + VALUE.format(f'"{"表" * 31}"'), 1, "1至30个字"),
    ("[layout]\nhead_rows = " + VALUE.format('[["主管部门"], []]'), 1, "每行一至两栏，指标表有10列的可写三栏，每个栏名1至12个字"),
    ("[layout]\nhead_rows = " + VALUE.format('[["甲", "乙", "丙", "丁"]]'), 1, "每行一至两栏"),
    ("[layout]\nhead_rows = " + VALUE.format('[["甲", "乙", "丙"]]'), 1, "指标表只有8列，放不下，请分成几行"),
    ("[layout]\nhead_rows = " + VALUE.format('[["主管部门", ""]]'), 1, "每个栏名1至12个字"),
    ("[layout]\nhead_rows = " + VALUE.format(f'[["{"栏" * 13}"]]'), 1, "每个栏名1至12个字"),
    ("[layout]\nhead_rows = " + VALUE.format('[["主管部门", "实施单位"], ["主管部门（盖章）"]]'), 1, "表头的“主管部门（盖章）”与表头的“主管部门”重名"),
    ("[layout]\nhead_rows = " + VALUE.format('[["项目名称"]]'), 1, "表头的“项目名称”与表中原有的“项目名称”重名"),
    ("[layout]\nboxes = " + VALUE.format('[["经验、做法", 200]]'), 1, "栏名为2至16个汉字"),
    ("[layout]\nboxes = " + VALUE.format('[["备注", 200]]'), 1, "不以“注”“备注”“说明”开头"),
    ("[layout]\nboxes = " + VALUE.format('[["总分", 200]]'), 1, "文字栏的“总分”与表中原有的“总分”重名"),
    ("[layout]\nboxes = " + VALUE.format('[["一级指标", 200]]'), 1, "重名"),
    ("[layout]\nboxes = " + VALUE.format('[["主管部门", 200]]'), 1, "与表头的“主管部门”重名"),
    ("[layout]\nboxes = " + VALUE.format('[["产出指标", 200]]'), 1, "与指标体系的“产出指标”重名"),
    ("[layout]\nboxes = " + VALUE.format('[["数量指标", 200]]'), 1, "与指标体系的“数量指标”重名"),
    ("[layout]\nboxes = " + VALUE.format(f'[["{"栏" * 17}", 200]]'), 1, "栏名为2至16个汉字"),
    ("[layout]\nboxes = " + VALUE.format('[["", 200]]'), 1, "栏名为2至16个汉字"),
    ("[layout]\nsignatures = " + VALUE.format('["填表人", "等级"]'), 1, "签字栏的“等级”与表中原有的“等级”重名"),
    ("[layout]\nsignatures = " + VALUE.format('["填表人", "填表人："]'), 1, "重名"),
    ("[layout]\nsignatures = " + VALUE.format(f'["{"签" * 31}"]'), 1, "每个栏名1至30个字"),
    ("[layout]\ntext_limits = " + VALUE.format(f'[["{"栏" * 31}", 200]]'), 1, "栏名1至30个字"),
    ("[layout]\nboxes = " + VALUE.format('[["评价结论", 0]]') + "\nsignatures = " + VALUE.format('["评价结论"]'), 2, "与文字栏的“评价结论”重名"),
    ("[layout]\ntext_limits = " + VALUE.format('[["存在问题", 200]]'), 1, "表上没有“存在问题”这一栏"),
    ("[layout]\ntext_limits = " + VALUE.format('[["预期目标", 200], ["预期目标", 100]]'), 1, "写了2次"),
    ("[report]\noutline = " + VALUE.format('"beijin"'), 1, "应为 national（全国参考提纲）、beijing（"),
    ("[qualitative]\npartial = " + VALUE.format("[50, 80]"), 1, "partial 从50起，failed 到60止，没有衔接"),
    ("[qualitative]\npartial = " + VALUE.format("[65, 80]"), 1, "partial 从65起，failed 到60止，没有衔接"),
    ("[qualitative]\nfull = " + VALUE.format("[80, 120]"), 1, "full 到120止，应到100止"),
    ("[qualitative]\nfailed = " + VALUE.format("[10, 60]"), 1, "failed 从10起，应从0起"),
    ("[execution]\nsteps = " + VALUE.format("[[90, 120], [0, 0]]"), 1, "百分数不超过100"),
    ("[satisfaction]\nsteps = " + VALUE.format("[[90, 101], [0, 0]]"), 1, "百分数不超过100"),
    ("[grades]\nbands = " + VALUE.format(f'[[90, "{"优" * 31}"], [0, "差"]]'), 1, "等级1至30个字"),
    ("[layout]\nboxes = " + VALUE.format('[["存在问题", 200], ["评价结论", 0]]') + "\ntext_limits = "
     + VALUE.format('[["评价结论", 100]]'), 2, "“评价结论”的字数上限写了2次"),
    ("[layout]\nboxes = " + VALUE.format('[["存在问题", 200], ["存在问题", 0]]'), 1, "文字栏的“存在问题”与文字栏的“存在问题”重名"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "below", "said"), MISTAKES, ids=[one[2] for one in MISTAKES])
def test_a_mistake_is_told_with_its_line_and_what_is_allowed(
    office: Path, body: str, below: int, said: str
) -> None:
    found = faults(write(office, body=body))
    assert [line for line, _ in found] in ([FIRST + below], [FIRST + below] * 2)
    assert said in found[0][1]


IDENTITY = [
    ('mark = "practice"', 'mark = "sure"', 8, "mark（标记）不能是"),
    ('place = "某单位"', "", 1, "缺少 place（适用范围）"),
    ('place = "某单位"', "place = 3", 6, "应为一行文字"),
    ('place = "某单位"', 'plase = "某单位"', 6, "不认识的项 plase（是不是 place？）"),
    ('id = "own"', 'id = "owm"', 2, 'id 是 owm，应与文件名一致，请写作 id = "own"'),
    ('mark = "practice"', 'mark = "practice"\nvalid_from = "2024年"', 9, "请写成 2024-01-31"),
    ('mark = "practice"', 'mark = "practice"\nvalid_from = 2025-01-01\nvalid_to = 2024-01-01', 10, "早于施行日期"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "said"), IDENTITY, ids=[one[3] for one in IDENTITY])
def test_so_is_one_in_its_identity(office: Path, old: str, new: str, line: int, said: str) -> None:
    path = write(office)
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    found = next(one for one in faults(path) if said in one[1])
    assert found[0] == line


TREE = """\
[tree]
basis = "某办法"
mark = "practice"
weights_basis = "某办法"
weights_mark = "practice"
points_basis = "某办法"
points_mark = "practice"

[[tree.level1]]
name = "产出指标"
points = 60
part = "产出"
[tree.level1.level2]
"数量指标" = { rows = 2, points = 60 }

[[tree.level1]]
name = "效益指标"
points = 30
part = "效益"
[tree.level1.level2]
"社会效益指标" = { rows = 2, points = 20, aliases = ["社会效益（指标）"] }
"满意度指标" = { rows = 1, points = 10, presets = [{ name = "居民满意度", points = 10, target = "≥90%" }] }

[[tree.variants]]
without = ["效益指标"]
points = { "产出指标" = 90 }
basis = "某办法"
mark = "practice"
"""
IN_TREE = [
    ('mark = "practice"\nweights_basis', "weights_basis", 0, "[tree] 不完整或有多余的项：缺少 mark"),
    ("points = 60\n", "pionts = 60\n", 10, "不认识 pionts（是不是 points？）"),
    ('part = "产出"', 'part = "结果"', 11, '应为 "决策"、"过程"、"产出"、"效益"'),
    ('{ rows = 2, points = 60 }', '{ rows = 0, points = 60 }', 13, "应为 1至60的整数"),
    ("points = 20,", "points = 25,", 15, "二级指标的分值合计35分，应等于效益指标的30分"),
    ("points = 30\n", "points = 40\n", 0, "一级指标的分值60＋40，加上执行率10分，合计110分"),
    ('points = 10, target', "points = 8, target", 21, "三级指标的分值合计8分"),
    ('name = "居民满意度", ', "", 21, "缺少 name"),
    ('"满意度指标" =', '"社会效益(指标)" =', 0, "写了2次，无法分辨"),
    ('{ "产出指标" = 90 }', '{ "产出" = 90 }', 23, "应写明：产出指标"),
    ('{ "产出指标" = 90 }', '{ "产出指标" = 80 }', 23, "不等于总分100分"),
]  # fmt: skip


def test_a_tree_of_ones_own(office: Path) -> None:
    tree = load_policy(write(office, body=TREE)).tree
    assert [(one.name, one.points) for one in tree.level1] == [("产出指标", 60), ("效益指标", 30)]
    assert tree.find_level2("社会效益(指标)") == (tree.level1[1], tree.level1[1].level2[0])
    assert tree.variants[0].points == {"产出指标": 90}


@pytest.mark.parametrize(("old", "new", "below", "said"), IN_TREE, ids=[one[3] for one in IN_TREE])
def test_a_mistake_in_it_is_told(office: Path, old: str, new: str, below: int, said: str) -> None:
    assert old in TREE
    body = TREE.replace(old, new, 1)
    found = next(one for one in faults(write(office, body=body)) if said in one[1])
    assert found[0] == FIRST + below


def test_a_tree_that_is_no_table_is_told(office: Path) -> None:
    ((line, said),) = faults(write(office, body="[[tree]]\nbasis = 3\n"))
    assert (line, said[:13]) == (FIRST, "[tree] 不完整或有多")


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(office: Path) -> None:
    body = places(9) + "place = 3\n[grades]\nbands = 3\n"
    refusal = refused(write(office, body=body))
    assert isinstance(refusal, FaultyPolicy)
    assert [one.line for one in refusal.faults] == [FIRST + 1, FIRST + 2, FIRST + 4]
    assert refusal.finding.why.startswith(f"共3处：（1）第{FIRST + 1}行：")
    assert [line[:6] for line in refusal.lines[1:]] == [f"  第{FIRST + at}行"[:6] for at in (1, 2, 4)]


def test_but_no_more_than_ten(office: Path) -> None:
    refusal = refused(write(office, body="[rounding]\n" + "\n".join(f"x{n} = 1" for n in range(30))))
    assert isinstance(refusal, FaultyPolicy)
    assert len(refusal.faults) == 10
    assert "共30处，先列出10处" in refusal.finding.why


SYNTAX = [
    # the line as typed                                                     what is said
    ("places = { value = 2，basis = \"某\", mark = \"practice\" }", "中文逗号或顿号，请改成英文逗号"),
    ("places = { value = “2”, basis = \"某\", mark = \"practice\" }", "中文引号，请改成英文引号"),
    ("places = { value = \"2”, basis = \"某\", mark = \"practice\" }", "引号没有配对，可能一头用了中文引号"),
    ("places = { value = \"2, basis = \"某\", mark = \"practice\" }", "引号没有配对"),
    ("places = { value = ratio, basis = \"某\", mark = \"practice\" }", "“ratio”没有加引号"),
    ("places = { value = 按比例, basis = \"某\", mark = \"practice\" }", "“按比例”没有加引号"),
    ("places ＝ 2", "全角等号"),
    ("places: 2", "请写英文等号 ="),
    ("places = { value = \"C:\\某\" }", "反斜杠"),
    ("【rounding】", "中文方括号"),
    ("得分小数位 = 2", "这一行不是“名称 = 值”"),
    ("以下是说明", "请在行首加 #"),
    ("places = 2\nplaces = 3", "写了两次"),
    ("places = 2024-13-01", "括号、引号、逗号可能不全"),
    ("places = [1, 2", "方括号没有配对"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "said"), SYNTAX, ids=[one[0][:24] for one in SYNTAX])
def test_what_is_no_toml_is_told_in_chinese_with_its_line(office: Path, typed: str, said: str) -> None:
    ((line, text),) = faults(write(office, body=f"# 说明\n[rounding]\n{typed}\n"))
    assert line == FIRST + 2 + typed.count("\n")
    assert said in text
    assert not re.search("Expected|Invalid|Cannot|Illegal|at line", text)


@pytest.mark.parametrize(
    ("encoding", "line"),
    [("gbk", 3), ("utf-16", 0), ("utf-16-le", 0)],
    ids=["记事本 ANSI", "utf-16", "utf-16-le"],
)
def test_another_encoding_is_told_as_such(office: Path, encoding: str, line: int) -> None:
    path = write(office)
    path.write_bytes(path.read_text("utf-8").encode(encoding))
    ((found, text),) = faults(path)
    assert found == line
    assert "编码选 UTF-8" in text


def test_what_windows_adds_to_a_file_does_no_harm(office: Path) -> None:
    path = write(office, body=places(1))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_policy(path).number("rounding.places") == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.data())
def test_promise_6_no_slip_of_the_hand_ends_in_anything_but_a_policy_or_a_refusal(
    office: Path, data: st.DataObject
) -> None:
    lines = (HEAD.format(name="own", parent="mof-2020-10") + places(1) + TREE).splitlines()
    at = data.draw(st.integers(0, len(lines) - 1))
    kind = data.draw(st.sampled_from(["drop", "double", "cut", "put"]))
    column = data.draw(st.integers(0, len(lines[at])))
    if kind == "drop":
        del lines[at]
    elif kind == "double":
        lines.insert(at, lines[at])
    elif kind == "cut":
        lines[at] = lines[at][:column]
    else:
        typed = data.draw(st.text('[]{}=",#.0-ae“”，\n\\某\t', min_size=1, max_size=4))
        lines[at] = lines[at][:column] + typed + lines[at][column:]
    path = office / "own.toml"
    path.write_text("\n".join(lines), "utf-8")
    os.utime(path, ns=(data.draw(st.integers(1, 10**12)),) * 2)
    try:
        load_policy(path)
    except Refusal as refusal:
        assert refusal.finding.code in ("JX920", "JX921")
        assert re.search("[\u4e00-\u9fff]", refusal.finding.fix)


# The lines of a file, and what may stand in it


@pytest.mark.parametrize("name", policy_ids())
def test_every_value_of_a_shipped_file_is_found_in_its_line(name: str) -> None:
    path = SHIPPED / f"{name}.toml"
    source, lines = read_source(path), path.read_text("utf-8").splitlines()
    for section, entries in source.data.items():
        for key in entries if section != "tree" else ():
            assert re.match(rf'"?{key}"? = ', lines[source.line(section, key) - 1])
    for at, level1 in enumerate(source.data.get("tree", {}).get("level1", ())):
        assert level1["name"] in lines[source.line("tree", "level1", at, "name") - 1]
        for level2 in level1["level2"]:
            assert level2 in lines[source.line("tree", "level1", at, "level2", level2) - 1]


def test_the_outlines_that_may_be_named_are_those_there_are() -> None:
    assert sorted(KEYS["report.outline"].choices) == list(outline_names())


def test_no_label_may_bear_the_name_of_one_by_which_a_form_is_found() -> None:
    known = labels.FUNDING_COLUMNS.keys() | labels.FUNDING_TOTAL | labels.GRADE_LABELS | labels.WEIGHTS
    known |= labels.GOAL_EXPECTED | labels.GOAL_ACHIEVED | labels.GOAL_LABELS | labels.TOTAL_LABELS
    known |= labels.YEAR_LABELS | labels.POLICY_LABELS | INDICATOR_COLUMNS.keys()
    assert known <= STANDING


@pytest.mark.parametrize("key", KEYS)
def test_every_value_can_be_explained(key: str) -> None:
    assert allowed(key)
    for choice in KEYS[key].choices:
        assert choice in allowed(key)


values = st.recursive(
    st.text(max_size=8) | st.booleans() | st.integers(-9999, 9999) | st.decimals(-99, 99, places=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@given(values)
def test_what_is_written_is_read_again(value: object) -> None:
    assert tomllib.loads(f"x = {toml(value)}", parse_float=Decimal)["x"] == value


# A fresh file


@pytest.mark.parametrize("parent", policy_ids())
def test_a_fresh_file_loads_as_it_is_and_changes_nothing(office: Path, parent: str) -> None:
    path = office / "本单位-2025.toml"
    path.write_text(draft(load_policy(parent), path.stem), "utf-8")
    own = load_policy(path)
    assert (own.rules, own.tree) == (load_policy(parent).rules, load_policy(parent).tree)
    assert (own.identity.parent, own.identity.mark) == (parent, "practice")


@pytest.mark.parametrize("parent", policy_ids())
def test_a_fresh_file_cites_no_document_that_does_not_exist(office: Path, parent: str) -> None:
    """Until the office writes its own, the document is its parent's, and a note says whose the deviations are."""
    above, path = load_policy(parent), office / "own.toml"
    path.write_text(draft(above, "own"), "utf-8")
    own = load_policy(path).identity
    assert (own.title, own.number) == (above.identity.title, above.identity.number)
    assert own.note.startswith("由本单位在该文件的基础上编制") and own.note.endswith(above.identity.note)
    child = office / "child.toml"
    child.write_text(draft(load_policy(path), "child"), "utf-8")
    assert load_policy(child).identity.note == own.note


@pytest.mark.parametrize("parent", policy_ids())
def test_every_value_stands_in_it_to_be_uncommented(office: Path, parent: str) -> None:
    """With every line uncommented and every 依据 written, the file says what its parent says."""
    text = re.sub(r'^#(?=[\w\["])', "", draft(load_policy(parent), "own"), flags=re.MULTILINE)
    path = office / "own.toml"
    path.write_text(text.replace(HINT, "某办法"), "utf-8")
    own, above = load_policy(path), load_policy(parent)
    assert set(own.rules) == set(KEYS)
    assert {key: own.rules[key].value for key in above.rules} == {k: r.value for k, r in above.rules.items()}
    assert {rule.source for rule in own.rules.values()} == {"own"}
    assert own.tree.level1 == above.tree.level1


def test_a_value_without_a_ground_of_ones_own_is_not_accepted(office: Path) -> None:
    text = draft(load_policy("mof-2020-10"), "own").replace("#places =", "places =", 1)
    path = office / "own.toml"
    path.write_text(text, "utf-8")
    ((line, said),) = faults(path)
    assert text.splitlines()[line - 1].startswith("places =")
    assert "basis 应写明依据" in said


def test_the_users_own_policies_are_listed_by_name(mine: Path) -> None:
    assert user_policies() == ()
    write(mine, "b"), write(mine, "a"), (mine / "notes.txt").write_text("", "utf-8")
    assert [path.name for path in user_policies()] == ["a.toml", "b.toml"]


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("win32", {"LOCALAPPDATA": "/u/AppData/Local"}, "/u/AppData/Local/jxbook/policies"),
        ("linux", {"HOME": "/u"}, "/u/.jxbook/policies"),
        ("darwin", {"HOME": "/u"}, "/u/.jxbook/policies"),
        ("linux", {"JXBOOK_POLICIES": "/elsewhere"}, "/elsewhere"),
    ],
)
def test_there_is_one_place_per_user(
    monkeypatch: pytest.MonkeyPatch, platform: str, environ: dict[str, str], folder: str
) -> None:
    from jxbook.policy.places import user_folder

    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.delenv("JXBOOK_POLICIES", raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert user_folder().as_posix() == folder
