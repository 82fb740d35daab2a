"""A fresh policy file for an office: everything inherited, and every value there to be uncommented and edited."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jxbook.policy.allowed import HINT, MARKS, allowed
from jxbook.policy.keys import KEYS
from jxbook.policy.model import Level1, Level2, Policy, Preset, Tree
from jxbook.policy.toml_text import key as written_name
from jxbook.policy.toml_text import toml

SECTIONS = {
    "weights": "分值",
    "scoring": "得分的来源",
    "execution": "预算执行率",
    "quantitative": "定量指标",
    "over_fulfilment": "超额完成",
    "qualitative": "定性指标",
    "yes_no": "是否类指标",
    "satisfaction": "满意度指标",
    "not_applicable": "不适用的指标",
    "rounding": "四舍五入和允许的误差",
    "grades": "等级",
    "reasons": "应说明原因的情形",
    "layout": "自评表的样式",
    "report": "报告",
    "checks": "校验规则和它们的数",
    "evaluation": "评价方式",
}
"""The sections of a policy, in words."""
_OWN = "由本单位在该文件的基础上编制，与该文件不同之处以各项所注的依据为准"
_EXAMPLES = {
    "layout.name_label": "部门名称",
    "layout.money_rows": ("基本支出", "项目支出"),
    "weights.level1_step": 5,
    "weights.level1_least": 15,
    "execution.gap_warning": 5,
    "execution.unspent_warning": 20,
    "reasons.completion_below": 70,
    "evaluation.output_and_benefit_least": 60,
    "checks.rules": (("JX506", "不查", "写明理由"),),
}
"""For keys that the parent leaves out: numbers seen in use elsewhere."""


def draft(parent: Policy, policy_id: str) -> str:
    """The text of a policy file of this name that inherits everything from `parent` and loads as it is."""
    return "\n".join(_lines(parent, policy_id)) + "\n"


def _lines(parent: Policy, policy_id: str) -> Iterator[str]:
    one = parent.identity
    yield from f"""\
# 本单位的评价政策，在{one.name}（{one.id}）的基础上修改
#
# 怎样改：
#   1. 先改 [identity] 中的名称（name）和适用范围（place）；id 与文件名相同，不改。
#      title 和 number 是报告和工作簿中引用的文件，现在写的是所沿用政策的文件。本单位有正式印发的办法的，
#      改成它的名称和文号，对照原文核对过的，mark 改为 "official"，报告才引用它；没有的不改，报告就不会引用不存在的
#      文件。改了的，note 也相应修改。
#   2. 下面每一项都是沿用的值，行首有 #，不起作用。要改哪一项，就删去那一行行首的 #，改 value 的值，
#      在 basis 中写明本单位的依据，在 mark 中写明标记。不改的不要动，以后随上级政策变化。
#   3. 标记有：{MARKS}。
#   4. 引号、逗号、等号、括号都用英文的；文字写在引号里，数不加引号。
#   5. 用记事本保存，编码选 UTF-8。然后运行 jxbook policy {policy_id}.toml 检查，
#      再运行 jxbook policy add {policy_id}.toml，Excel 和 LibreOffice 就能使用。

[identity]
id = {toml(policy_id)}
name = {toml(f"{policy_id} 项目支出绩效自评")}
title = {toml(one.title)}
number = {toml(one.number)}
place = "本单位"
parent = {toml(one.id)}
mark = "practice"
#valid_from = 2025-01-01
#valid_to = 2027-12-31
note = {toml(note_on(one.note))}
""".splitlines()
    section = ""
    for name in KEYS:
        if name.partition(".")[0] != section:
            section = name.partition(".")[0]
            yield from ("", f"# —— {SECTIONS.get(section, section)} ——", f"[{section}]")
        yield from _key(parent, name)
    yield from _tree(parent.tree)


def note_on(above: str) -> str:
    """Whose the deviations from the document are, and what is not proven of the document itself."""
    if above.startswith(_OWN):
        return above
    return f"{_OWN}；{above}" if above else _OWN


def _key(parent: Policy, name: str) -> Iterator[str]:
    rule = parent.rules.get(name)
    yield ""
    yield f"# {KEYS[name].label}"
    yield (
        f"#   现为：{rule.shown or '（空）'}。{rule.cited}" if rule else "#   现在没有规定，下面是写法的示例"
    )
    yield f"#   可以写：{allowed(name)}"
    value = rule.value if rule else _EXAMPLES.get(name, 0)
    yield f"#{name.partition('.')[2]} = {toml({'value': value, 'basis': HINT, 'mark': 'practice'})}"


def _tree(tree: Tree) -> Iterator[str]:
    yield from f"""
# —— 指标体系 ——
# 要改就整节改：删去以下各行行首的 #，改名称和分值（points）。rows 是新表中留几行，part 是报告中归入哪一部分，
# cost 是按成本处理，satisfaction 是按满意度计分，aliases 是名称的其他写法。一级指标的分值加上执行率的分值，应等于总分；
# 二级指标的分值合计应等于它上面的一级指标。
#[tree]
#basis = {toml(HINT)}
#mark = "practice"
#weights_basis = {toml(HINT)}
#weights_mark = "practice"
#points_basis = {toml(HINT)}
#points_mark = "practice\"""".splitlines()
    for level1 in tree.level1:
        yield from _level1(level1)
    for variant in tree.variants:
        yield from ("", f"# 不设{'、'.join(variant.without)}时的分值", "#[[tree.variants]]")
        yield from _pairs(
            {"without": variant.without, "points": variant.points, "basis": HINT, "mark": "practice"}
        )


def _level1(one: Level1) -> Iterator[str]:
    yield from ("", "#[[tree.level1]]")
    yield from _pairs({"name": one.name, **_aliases(one), "points": one.points, "part": one.part})
    yield "#[tree.level1.level2]"
    for two in one.level2:
        yield f"#{written_name(two.name)} = {toml(_level2(two))}"


def _level2(two: Level2) -> dict[str, Any]:
    cost = {"cost": True} if two.cost else {}
    satisfaction = {"satisfaction": True} if two.satisfaction else {}
    presets = {"presets": [_preset(one) for one in two.presets]} if two.presets else {}
    return {"rows": two.rows, "points": two.points, **cost, **satisfaction, **_aliases(two), **presets}


def _preset(one: Preset) -> dict[str, Any]:
    target = {"target": one.target} if one.target else {}
    points = {"key_points": one.key_points} if one.key_points else {}
    return {"name": one.name, "points": one.points, **target, **points}


def _aliases(one: Level1 | Level2) -> dict[str, Any]:
    return {"aliases": one.aliases} if one.aliases else {}


def _pairs(data: dict[str, Any]) -> Iterator[str]:
    return (f"#{written_name(name)} = {toml(value)}" for name, value in data.items())
