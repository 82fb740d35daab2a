"""What stands in the workbook of a policy: its sheets, and the headings by which they are read back."""

from __future__ import annotations

IDENTITY, TREE, METHODS = "基本情况", "分值和指标体系", "计分方法"

HEADS = {
    "id": "编号",
    "name": "名称",
    "place": "适用范围",
    "title": "文件名称",
    "number": "文号",
    "mark": "标记",
    "valid_from": "施行日期",
    "valid_to": "失效日期",
    "note": "说明",
    "parent": "沿用的上级政策",
}
"""The lines of 基本情况, by the names that a policy file has for them."""

ITEM, NOW, NEW, BASIS, MARK, HOW, SOURCE = (
    "项目",
    "现在的值",
    "改为",
    "依据",
    "标记",
    "怎样写",
    "现在的依据",
)
VALUES = (ITEM, NOW, NEW, BASIS, MARK, HOW, SOURCE)
"""The columns of a value. Only 改为, 依据 and 标记 are filled in; a row whose 改为 is blank is inherited."""

LEVEL1, POINTS1, PART, ALIASES1 = "一级指标", "一级分值", "报告中归入", "一级别名"
LEVEL2, POINTS2, ROWS, COST, SATISFACTION, ALIASES2 = (
    "二级指标",
    "二级分值",
    "行数",
    "按成本计分",
    "按满意度计分",
    "二级别名",
)
LEVEL3, POINTS3, TARGET, KEY_POINTS = "三级指标", "三级分值", "指标值", "评价要点"
BRANCH = (
    LEVEL1,
    POINTS1,
    PART,
    ALIASES1,
    LEVEL2,
    POINTS2,
    ROWS,
    COST,
    SATISFACTION,
    ALIASES2,
    LEVEL3,
    POINTS3,
    TARGET,
    KEY_POINTS,
)
"""The columns of the tree. A name that is blank is that of the row above."""

SOURCES = {"": "指标体系的名称", "weights_": "一级指标的分值", "points_": "二级指标的分值"}
"""What of the tree has a 依据 and a mark of its own, by the beginning of its names in a policy file."""
OF, SAID = "内容", "现在的依据（改了指标体系的，在右边写明）"
ORIGIN = (OF, SAID, BASIS, MARK)
"""The columns of what the tree rests on."""
WITHOUT, SHARES = "不设的一级指标", "其余一级指标的分值"
VARIANT = (WITHOUT, SHARES, BASIS, MARK)
"""The columns of 不设时的分值."""
