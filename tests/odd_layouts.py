"""Policies whose forms look otherwise than those that come with jxbook, each as the text of a file."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from jxbook.policy import Policy, load_policy

_IDENTITY = """
[identity]
id = "{name}"
name = "测试"
title = "测试办法"
number = "测试〔2024〕1号"
place = "测试"
parent = "mof-2020-10"
mark = "assumed"
note = "只用于测试"
"""
_TREE = """
[tree]
basis = "测试"
mark = "assumed"
weights_basis = "测试"
weights_mark = "assumed"
points_basis = "测试"
points_mark = "assumed"

[[tree.level1]]
name = "产出指标"
points = {output}
part = "产出"
[tree.level1.level2."数量指标"]
rows = 2
points = {output}
[[tree.level1.level2."数量指标".presets]]
name = "培训人次"
points = 20
target = "≥200人次"
[[tree.level1.level2."数量指标".presets]]
name = "立项依据充分性"
points = {key_points}
target = "有效提升"
key_points = ["符合规划", "符合职责", "没有重复", "属于支持范围"]
[[tree.level1]]
name = "效益指标"
points = 20
part = "效益"
[tree.level1.level2]
"社会效益指标" = {{ rows = 2, points = 20 }}
"满意度指标" = {{ rows = 1, points = 0 }}
"""
_SPLIT = '["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值", "分值", "得分", "偏差原因分析及改进措施"]'

_LAYOUTS = {
    "odd-split": (
        {
            "layout.title": '"项目绩效目标自评表（含分列的指标值）"',
            "layout.money_unit": '"元"',
            "layout.columns": _SPLIT,
            "layout.head_rows": '[["主管部门", "实施单位"], ["项目属性"], ["项目期", "开始", "结束"]]',
            "layout.boxes": '[["评价结论", 200], ["本单位的打算", 0]]',
            "layout.text_limits": '[["偏差原因分析及改进措施", 100], ["预期目标", 300]]',
            "layout.signatures": '["填表人", "财务科长", "单位负责人", "填表日期"]',
        },
        _TREE.format(output=70, key_points=50),
    ),
    "odd-goals": (
        {
            "layout.goals": "3",
            "weights.execution": "20",
            "rounding.of": '"total"',
            "not_applicable.method": '"rescaled"',
            "execution.method": '"steps"',
        },
        _TREE.format(output=60, key_points=40),
    ),
    "odd-rows": (
        {
            "weights.execution": "0",
            "scoring.source": '"rows"',
            "not_applicable.method": '"rescaled"',
            "layout.columns": '["一级指标", "二级指标", "三级指标", "分值", "得分", "评分说明"]',
            "layout.sheets": '["评委评分"]',
        },
        _TREE.format(output=80, key_points=60),
    ),
    "odd-judged": ({"scoring.source": '"rows"', "layout.sheets": "[]"}, ""),
    "odd-table": (
        {
            "scoring.source": '"rows"',
            "layout.columns": '["一级指标", "二级指标", "三级指标", "得分"]',
            "layout.boxes": '[["存在问题", 500]]',
        },
        "",
    ),
    "odd-stated": ({"scoring.source": '"total"', "layout.sheets": "[]"}, ""),
    "odd-plain": (
        {
            "weights.execution": "0",
            "scoring.source": '"none"',
            "layout.columns": '["一级指标", "二级指标", "指标名称", "目标值", "实际值"]',
            "layout.boxes": '[["评价结论", 200], ["有关建议", 200]]',
            "layout.signatures": '["填报人", "审核人"]',
        },
        "",
    ),
    "odd-points": (
        {
            "execution.rate_of": '"received"',
            "layout.columns": _SPLIT,
            "layout.sheets": '["评价要点", "评委评分", "满意度问卷"]',
            "evaluation.partly_met": "30",
        },
        _TREE.format(output=70, key_points=50),
    ),
}
NAMES = tuple(_LAYOUTS)


def policies() -> list[Policy]:
    """All these policies."""
    with TemporaryDirectory() as folder:
        write_policies(Path(folder))
        return [load_policy(Path(folder) / f"{name}.toml") for name in NAMES]


def write_policies(folder: Path) -> None:
    """Write the files of all these policies."""
    for name, (values, tree) in _LAYOUTS.items():
        lines = [_IDENTITY.format(name=name)]
        for key, value in values.items():
            lines.append(f'{key} = {{ value = {value}, basis = "测试", mark = "assumed" }}')
        (folder / f"{name}.toml").write_text("\n".join(_ordered(lines)) + tree, "utf-8")


def _ordered(lines: list[str]) -> list[str]:
    """Dotted keys before the first table."""
    return [*lines[1:], lines[0]]
