"""A policy is data with its source: what it says is inherited, dated and marked, and a faulty one is refused."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from jxbook.dataclass import replace
from jxbook.finding import Refusal
from jxbook.policy import KEYS, Mark, Policy, load_policy, policy_ids, read_policy
from jxbook.policy.once import once_for_each

MOF, BEIJING = load_policy("mof-2020-10"), load_policy("beijing-2020-2146")
CENTRAL, EVALUATION = load_policy("mof-2021-101"), load_policy("mof-2020-10-evaluation")

# The numbers that 财预〔2021〕101号 introduces by 如: examples, no rules.
EXAMPLES_OF_101 = (
    "execution.steps",
    "quantitative.pass_mark",
    "quantitative.above_pass",
    "satisfaction.steps",
)

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


def test_the_suggested_points_of_a_form_are_official_nowhere() -> None:
    assert (MOF.tree.mark, MOF.tree.weights_mark, MOF.tree.points_mark) == ("official", "official", "assumed")
    assert (BEIJING.tree.weights_mark, BEIJING.tree.points_mark) == ("practice", "practice")
    assert all(load_policy(name).tree.points_mark is not Mark.OFFICIAL for name in policy_ids())
    assert (MOF.identity.mark, BEIJING.identity.mark) == ("official", "practice")


def test_only_what_is_official_is_cited_without_its_mark() -> None:
    assert MOF.rule("quantitative.met").cited == MOF.rule("quantitative.met").basis
    assert MOF.rule("quantitative.at_most").cited.endswith("（实践）")
    assert MOF.rule("quantitative.range").cited.endswith("（假定）")
    assert {rule.key for rule in MOF.unofficial} == {k for k, r in MOF.rules.items() if r.mark != "official"}


def test_a_child_inherits_what_it_does_not_say_and_the_source_tells() -> None:
    assert BEIJING.rule("layout.head_rows").source == "beijing-2020-2146"
    assert BEIJING.values("layout.head_rows") == (("主管部门", "实施单位"), ("项目负责人", "联系电话"))
    for key in MOF.rules.keys() - {"weights.execution", "layout.head_rows", "report.outline"}:
        assert BEIJING.rule(key) == MOF.rule(key)
        assert BEIJING.rule(key).source == "mof-2020-10"
    assert BEIJING.rules.keys() - MOF.rules.keys() == {"evaluation.output_and_benefit_least"}


def test_what_is_only_for_some_evaluations_is_in_no_self_evaluation() -> None:
    """60 % is for 部门评价 and 财政评价 (第十四条), and for key projects of Beijing."""
    key = "evaluation.output_and_benefit_least"
    having = {name for name in policy_ids() if key in load_policy(name).rules}
    assert {"mof-2020-10-evaluation", "beijing-2020-2146"} <= having
    allowed = {"mof-2020-10-evaluation", "beijing-2020-2146"}
    for name in having - allowed:
        assert load_policy(name).rule(key).source in allowed


WEIGHTS = """
mof-2020-10            | 10 | 50 30 10
beijing-2020-2146      | 10 | 45 15 20 10
mof-2021-101           | 10 | 20 40 20 10
henan-bond             | 10 | 20 40 20 10
hubei-2020             | 20 | 45 25 10
sichuan                | 10 | 50 30 10
department-whole       | 10 | 50 30 10
shanghai               | 10 | 50 30 10
mof-2020-10-evaluation | 0  | 20 20 30 30
"""


@pytest.mark.parametrize("line", WEIGHTS.strip().splitlines())
def test_weights_with_the_execution_rate_are_100(line: str) -> None:
    name, execution, level1 = (cell.strip() for cell in line.split("|"))
    policy, weights = load_policy(name), [int(points) for points in level1.split()]
    assert [one.points for one in policy.tree.level1] == weights
    for one in policy.tree.level1:
        assert sum(two.points for two in one.level2) == one.points
    assert policy.number("weights.execution") == int(execution)
    assert sum(weights) + int(execution) == policy.number("weights.total") == 100


def test_what_101_introduces_by_such_as_is_shown_as_an_example_and_not_as_official() -> None:
    for key in EXAMPLES_OF_101:
        rule = CENTRAL.rule(key)
        assert (rule.mark, rule.source) == (Mark.PRACTICE, "mof-2021-101")
        assert "举例" in rule.basis
    assert CENTRAL.rule("execution.above_budget").mark is Mark.ASSUMED


def test_the_values_of_101() -> None:
    steps = ((100, 100), (80, 70), (60, 50), (0, 0)), ((90, 100), (80, 80), (60, 50), (0, 0))
    assert (CENTRAL.values("execution.steps"), CENTRAL.values("satisfaction.steps")) == steps
    assert CENTRAL.number("quantitative.pass_mark") == 60
    words = [CENTRAL.word(f"{key}.method") for key in ("execution", "satisfaction")]
    assert (words, CENTRAL.word("quantitative.above_pass")) == (["steps", "steps"], "rescaled")
    level2 = [[two.name for two in one.level2] for one in CENTRAL.tree.level1]
    assert level2 == [
        ["经济成本指标", "社会成本指标", "生态环境成本指标"],
        ["数量指标", "质量指标", "时效指标"],
        ["经济效益指标", "社会效益指标", "生态效益指标"],
        ["服务对象满意度指标"],
    ]


@pytest.mark.parametrize(
    ("without", "weights", "mark"),
    [
        (("成本指标",), {"产出指标": 50, "效益指标": 30, "满意度指标": 10}, Mark.OFFICIAL),
        (("满意度指标",), {"成本指标": 20, "产出指标": 40, "效益指标": 30}, Mark.OFFICIAL),
        (("成本指标", "满意度指标"), {"产出指标": 50, "效益指标": 40}, Mark.OFFICIAL),
    ],
)
def test_101_has_other_weights_where_an_indicator_is_not_set(
    without: tuple[str, ...], weights: dict[str, int], mark: Mark
) -> None:
    variant = next(one for one in CENTRAL.tree.variants if one.without == without)
    assert (variant.points, variant.mark) == (weights, mark)
    assert sum(weights.values()) + CENTRAL.number("weights.execution") == 100


FRAMEWORK = """
决策 | 项目立项 | 立项依据充分性   | 5 |
决策 | 项目立项 | 立项程序规范性   | 3 |
决策 | 绩效目标 | 绩效目标合理性   | 4 |
决策 | 绩效目标 | 绩效指标明确性   | 3 |
决策 | 资金投入 | 预算编制科学性   | 4 |
决策 | 资金投入 | 资金分配合理性   | 2 |
过程 | 资金管理 | 资金到位率     | 0 | ≥100%
过程 | 资金管理 | 预算执行率     | 0 | ≥100%
过程 | 资金管理 | 资金使用合规性   | 4 |
过程 | 组织实施 | 管理制度健全性   | 2 |
过程 | 组织实施 | 制度执行有效性   | 4 |
产出 | 产出数量 | 实际完成率     | 0 | ≥100%
产出 | 产出质量 | 质量达标率     | 0 | ≥100%
产出 | 产出时效 | 完成及时性     | 0 |
产出 | 产出成本 | 成本节约率     | 0 | ≥0%
效益 | 项目效益 | 实施效益      | 0 |
效益 | 项目效益 | 满意度       | 0 |
"""


def test_the_framework_of_an_evaluation_is_that_of_annex_2() -> None:
    found = [
        (one.part, two.name, preset.name, str(len(preset.key_points)), preset.target)
        for one in EVALUATION.tree.level1
        for two in one.level2
        for preset in two.presets
    ]
    assert found == [
        tuple(cell.strip() for cell in line.split("|")) for line in FRAMEWORK.strip().splitlines()
    ]
    assert all(one.part == one.name for one in EVALUATION.tree.level1)


def test_output_and_benefit_of_an_evaluation_are_60_at_least() -> None:
    weights = {one.part: one.points for one in EVALUATION.tree.level1}
    assert weights["产出"] + weights["效益"] >= EVALUATION.number("evaluation.output_and_benefit_least")


def test_the_points_and_targets_of_the_framework_are_said_to_be_assumed() -> None:
    assert "分值和指标值" in EVALUATION.tree.points_basis
    assert EVALUATION.tree.points_mark is Mark.ASSUMED


@pytest.mark.parametrize(
    ("labels", "yes"),
    [
        (("满意度指标", "服务对象满意度指标"), True),
        (("", "满意度"), True),
        (("满意度指标", "其他"), True),
        (("效益指标", "社会效益指标"), False),
        (("效益指标", "其他"), False),
        (("其他", "满意度调查"), False),
    ],
)
def test_satisfaction_is_what_the_tree_says_it_is(labels: tuple[str, str], yes: bool) -> None:
    assert MOF.tree.is_satisfaction(*labels) is yes


@pytest.mark.parametrize("policy_id", policy_ids())
def test_every_level2_named_satisfaction_scores_as_such_and_no_other(policy_id: str) -> None:
    for level1 in load_policy(policy_id).tree.level1:
        for two in level1.level2:
            assert two.satisfaction is ("满意度" in two.name)


@pytest.mark.parametrize(
    ("policy_id", "key", "value"),
    [
        (
            "sichuan",
            "layout.columns",
            "一级指标 二级指标 三级指标 指标性质 指标值 度量单位 完成值 分值 得分 偏差原因分析及改进措施",
        ),
        ("sichuan", "layout.boxes", "预算执行率偏低原因 100 评价结论 200 存在问题 200 改进措施 200"),
        ("sichuan", "grades.bands", "90 优 80 良 60 中 0 差"),
        ("hubei-2020", "qualitative.partial", "50 80"),
        ("mof-2020-10-evaluation", "layout.head_rows", "主管部门 实施单位 评价部门 第三方评价机构"),
    ],
)
def test_lists_of_other_places(policy_id: str, key: str, value: str) -> None:
    flat = [
        part
        for one in load_policy(policy_id).values(key)
        for part in (one if isinstance(one, tuple) else [one])
    ]
    assert " ".join(str(part) for part in flat) == value


def test_what_is_unproven_of_a_place_stands_in_its_note() -> None:
    assert "未核实" in load_policy("sichuan").identity.note
    for name in ("hubei-2020", "sichuan", "shanghai", "henan-bond"):
        identity = load_policy(name).identity
        assert (identity.mark, identity.number, bool(identity.note)) == (Mark.PRACTICE, "文号未核实", True)
    assert load_policy("shanghai").word("layout.money_unit") == "元"
    assert load_policy("hubei-2020").number("layout.goals") == 2


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
        "inverse（按比例",
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
        "practice（实践）",
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
        ('mark = "practice"', 'mark = "sure"', "[identity] mark（标记）不能是"),
        ('place = "某市"', "", "[identity] 缺少 place"),
        ('place = "某市"', 'place = "某市"\ncolour = "red"', "[identity] 不认识的项 colour"),
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
    assert (finding.code, finding.place) == ("JX921", "child.toml")
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


# What follows from a policy alone is kept with it


def test_what_follows_from_a_policy_is_worked_out_once_for_each() -> None:
    asked = []

    @once_for_each
    def places(policy: Policy) -> str:
        asked.append(policy)
        return f"{policy.number('rounding.places')}位小数"

    assert [places(MOF), places(BEIJING), places(MOF)] == ["2位小数"] * 3
    assert asked == [MOF, BEIJING]


def test_a_file_that_changed_is_another_policy(tmp_path: Path) -> None:
    own = tmp_path / "child.toml"
    places = once_for_each(lambda policy: policy.number("rounding.places"))
    for number in (1, 2):
        rule = RULE.replace("= 1,", f"= {number},")
        own.write_text(f"{CHILD}[rounding]\nplaces = {rule}\n", "utf-8")
        assert places(load_policy(own)) == number


def test_no_more_policies_are_kept_than_anybody_asks_about() -> None:
    asked = []
    name = once_for_each(lambda policy: asked.append(policy) or policy.id)
    many = [replace(MOF) for _ in range(80)]
    assert {name(one) for one in (*many, MOF, *many)} == {MOF.id}
    assert len(asked) > 81
