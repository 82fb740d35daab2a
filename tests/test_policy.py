"""A policy is data with its source: what it says is inherited, dated and marked, and a faulty one is refused."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from jxbook.finding import Refusal
from jxbook.policy import KEYS, Mark, load_policy, policy_ids, read_policy

MOF, BEIJING = load_policy("mof-2020-10"), load_policy("beijing-2020-2146")

# The only values that may be shown as official, and where they were read word for word (RULES.md, mark [V]).
OFFICIAL = """
mof-2020-10       | weights.total          | 第十八条：总分一般设置为100分
mof-2020-10       | weights.execution      | 第十三条：预算执行率 10 %
mof-2020-10       | quantitative.met       | 第十六条：完成指标值的，记全部分值
mof-2020-10       | quantitative.at_least  | 第十六条：按照完成值与指标值的比例记分
mof-2020-10       | qualitative.full       | 第十六条：100 %－80 %（含）
mof-2020-10       | qualitative.partial    | 第十六条：80 %－60 %（含）
mof-2020-10       | qualitative.failed     | 第十六条：60 %－0 %
mof-2020-10       | grades.bands           | 第十八条：优、良、中、差
mof-2020-10       | reasons.below_full     | 第十一条：未完成的要分析并说明原因
mof-2020-10       | layout.money_unit      | 附件1：项目资金（万元）
mof-2020-10       | layout.head_rows       | 附件1：主管部门、实施单位
mof-2020-10       | report.outline         | 附件3：参考提纲
beijing-2020-2146 | weights.execution      | seed 000：执行率 10 分
beijing-2020-2146 | layout.head_rows       | seed 000：项目负责人、联系电话
beijing-2020-2146 | evaluation.output_and_benefit_least | seed 000：不低于 60 %
"""

PARENT = (Path(__file__).parents[1] / "src/jxbook/policies/mof-2020-10.toml").read_text("utf-8")
CHILD = """
[identity]
id = "child"
name = "某市项目支出绩效自评"
title = "某办法"
number = "某财〔2024〕1号"
place = "某市"
parent = "mof-2020-10"
mark = "practice"
"""
RULE = '{ value = 1, basis = "某财〔2024〕1号", mark = "practice" }'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of policies that holds mof-2020-10."""
    (tmp_path / "mof-2020-10.toml").write_text(PARENT, "utf-8")
    return tmp_path


def refused(folder: Path, policy_id: str) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read_policy(policy_id, folder)
    return caught.value


@pytest.mark.parametrize("policy_id", policy_ids())
def test_every_value_has_a_basis_and_a_mark(policy_id: str) -> None:
    policy = load_policy(policy_id)
    for rule in policy.rules.values():
        assert re.search("[\u4e00-\u9fff]", rule.basis), rule.key
        assert rule.mark in Mark
        assert rule.label == KEYS[rule.key].label
    assert policy.tree.basis and policy.tree.weights_basis and policy.tree.points_basis


@pytest.mark.parametrize("policy_id", policy_ids())
def test_nothing_is_official_that_was_not_read_in_a_text(policy_id: str) -> None:
    proven = {tuple(cell.strip() for cell in line.split("|")[:2]) for line in OFFICIAL.strip().splitlines()}
    stated = {(r.source, r.key) for r in load_policy(policy_id).rules.values() if r.mark is Mark.OFFICIAL}
    assert stated <= proven


def test_the_suggested_points_of_a_form_are_official_nowhere() -> None:
    assert (MOF.tree.mark, MOF.tree.weights_mark, MOF.tree.points_mark) == ("official", "official", "assumed")
    assert (BEIJING.tree.weights_mark, BEIJING.tree.points_mark) == ("practice", "practice")
    assert (MOF.identity.mark, BEIJING.identity.mark) == ("official", "practice")


def test_only_what_is_official_is_cited_without_its_mark() -> None:
    assert MOF.rule("quantitative.met").cited == MOF.rule("quantitative.met").basis
    assert MOF.rule("quantitative.at_most").cited.endswith("（实践）")
    assert MOF.rule("quantitative.range").cited.endswith("（假定）")
    assert {rule.key for rule in MOF.unofficial} == {k for k, r in MOF.rules.items() if r.mark != "official"}


def test_a_child_inherits_what_it_does_not_say_and_the_source_tells() -> None:
    assert BEIJING.rule("layout.head_rows").source == "beijing-2020-2146"
    assert BEIJING.values("layout.head_rows") == (("主管部门", "实施单位"), ("项目负责人", "联系电话"))
    for key in set(KEYS) - {"weights.execution", "layout.head_rows", "evaluation.output_and_benefit_least"}:
        assert BEIJING.rule(key) == MOF.rule(key)
        assert BEIJING.rule(key).source == "mof-2020-10"


def test_what_is_only_for_key_projects_of_beijing_is_in_no_other_policy() -> None:
    key = "evaluation.output_and_benefit_least"
    assert (key in BEIJING.rules, key in MOF.rules) == (True, False)


@pytest.mark.parametrize(("policy", "weights"), [(MOF, [50, 30, 10]), (BEIJING, [45, 15, 20, 10])])
def test_weights_with_the_execution_rate_are_100(policy, weights) -> None:  # type: ignore[no-untyped-def]
    assert [one.points for one in policy.tree.level1] == weights
    for one in policy.tree.level1:
        assert sum(two.points for two in one.level2) == one.points
    assert sum(weights) + policy.number("weights.execution") == policy.number("weights.total")


def test_the_values_of_the_regulation() -> None:
    assert MOF.values("grades.bands") == ((90, "优"), (80, "良"), (60, "中"), (0, "差"))
    assert [MOF.values(f"qualitative.{k}") for k in ("full", "partial", "failed")] == [
        (80, 100),
        (60, 80),
        (0, 60),
    ]
    assert MOF.number("rounding.tolerance") == Decimal("0.01")


@pytest.mark.parametrize(
    ("labels", "level1", "level2"),
    [
        (("产出指标", "数量指标"), "产出指标", "数量指标"),
        (("产出", "质 量 指 标"), "产出指标", "质量指标"),
        (("经济效益\n指标", "社会效益指标"), "效益指标", "社会效益指标"),  # seed 000: a wrong 一级指标
        (("满意度指标", "满意度"), "满意度指标", "服务对象满意度指标"),
        (("效益指标", "其他"), "效益指标", None),
        (("其他", "其他"), None, None),
    ],
)
def test_an_indicator_is_found_in_the_tree_by_its_labels(
    labels: tuple[str, str], level1: str | None, level2: str | None
) -> None:
    found = MOF.tree.locate(*labels)
    if found is None:
        assert level1 is None
    else:
        assert (found[0].name, found[1].name if found[1] else None) == (level1, level2)


def test_a_child_in_a_folder_overrides_one_value(folder: Path) -> None:
    (folder / "child.toml").write_text(f"{CHILD}[rounding]\nplaces = {RULE}", "utf-8")
    child = read_policy("child", folder)
    assert (child.number("rounding.places"), child.rule("rounding.places").source) == (1, "child")
    assert child.rule("rounding.tolerance").source == "mof-2020-10"
    assert list(child.rules) == [key for key in KEYS if key in child.rules]


FAULTS = [
    ("an unknown key", f"[rounding]\nplace = {RULE}", "不认识的项 rounding.place"),
    ("an unknown section", f"[colours]\nred = {RULE}", "不认识的项 colours.red"),
    ("a value outside any section", "[extra]\nx = 1", "extra.x"),
    (
        "a word for a number",
        '[rounding]\nplaces = { value = "2", basis = "某", mark = "practice" }',
        "应为 数",
    ),
    ("a number for a word", "[execution]\nmethod = " + RULE, "应为 ratio"),
    (
        "an unknown word",
        '[quantitative]\nat_most = { value = "cubic", basis = "某", mark = "practice" }',
        "inverse、linear",
    ),
    ("a date", '[rounding]\nplaces = { value = 2024-01-01, basis = "某", mark = "practice" }', "应为 数"),
    ("a table", '[rounding]\nplaces = { value = {}, basis = "某", mark = "practice" }', "应为 数"),
    ("not a number", '[rounding]\nplaces = { value = nan, basis = "某", mark = "practice" }', "应为 数"),
    (
        "bands upside down",
        '[grades]\nbands = { value = [[0, "差"], [90, "优"]], basis = "某", mark = "practice" }',
        "等级",
    ),
    (
        "bands without grades",
        '[grades]\nbands = { value = [90, 80], basis = "某", mark = "practice" }',
        "等级",
    ),
    (
        "a tier with one end",
        '[qualitative]\nfull = { value = [80], basis = "某", mark = "practice" }',
        "达成年度指标",
    ),
    (
        "a bad mark",
        '[rounding]\nplaces = { value = 2, basis = "某", mark = "verified" }',
        "official、practice、assumed",
    ),
    ("no mark", '[rounding]\nplaces = { value = 2, basis = "某" }', "应写成"),
    ("an empty basis", '[rounding]\nplaces = { value = 2, basis = " ", mark = "practice" }', "应写明依据"),
    ("a bare value", "[rounding]\nplaces = 2", "应写成"),
    ("a half tree", '[tree]\nbasis = "某"', "[tree] 不完整"),
    ("broken TOML", "[rounding", ""),
]


@pytest.mark.parametrize(("text", "why"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_a_faulty_policy_is_refused_in_chinese(folder: Path, text: str, why: str) -> None:
    (folder / "child.toml").write_text(CHILD + text, "utf-8")
    finding = refused(folder, "child").finding
    assert (finding.code, finding.place, finding.what) == ("JX921", "child.toml", "政策文件有误")
    assert why in finding.why


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('mark = "practice"', 'mark = "sure"', "[identity] 不完整"),
        ('place = "某市"', "", "[identity] 不完整"),
        ('place = "某市"', 'place = "某市"\ncolour = "red"', "[identity] 不完整"),
        ('id = "child"', 'id = "kid"', "应与文件名一致"),
        ('parent = "mof-2020-10"', "", "缺少"),
    ],
)
def test_a_faulty_identity_is_refused(folder: Path, old: str, new: str, why: str) -> None:
    (folder / "child.toml").write_text(CHILD.replace(old, new), "utf-8")
    finding = refused(folder, "child").finding
    assert finding.code == "JX921"
    assert why in finding.why


def test_a_file_in_another_encoding_is_refused(folder: Path) -> None:
    (folder / "child.toml").write_text(CHILD, "gbk")
    assert refused(folder, "child").finding.code == "JX921"


def test_an_unknown_parent_is_refused(folder: Path) -> None:
    (folder / "child.toml").write_text(CHILD.replace("mof-2020-10", "mof-1999-1"), "utf-8")
    finding = refused(folder, "child").finding
    assert (finding.code, finding.place) == ("JX920", "mof-1999-1")
    assert "child、mof-2020-10" in finding.why


@pytest.mark.parametrize("circle", [["child"], ["child", "a"], ["child", "a", "b"]], ids=len)
def test_a_circle_of_parents_is_refused_and_named(folder: Path, circle: list[str]) -> None:
    for name, parent in zip(circle, [*circle[1:], circle[0]], strict=True):
        text = CHILD.replace('"child"', f'"{name}"').replace("mof-2020-10", parent)
        (folder / f"{name}.toml").write_text(text, "utf-8")
    finding = refused(folder, "child").finding
    assert finding.code == "JX921"
    assert "→".join([*circle, "child"]) in finding.why


@pytest.mark.parametrize(
    "policy_id", ["", "mof-1999-1", "../policies/mof-2020-10", "财预" * 500, "a\0b", "."]
)
def test_a_name_that_is_no_policy_is_refused(policy_id: str) -> None:
    with pytest.raises(Refusal) as caught:
        load_policy(policy_id)
    assert caught.value.finding.code == "JX920"
    assert "mof-2020-10" in caught.value.finding.why
