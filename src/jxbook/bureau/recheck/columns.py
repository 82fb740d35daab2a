"""The columns of the workpaper, in the order in which reviewers know them, and its sheets."""

from __future__ import annotations

PAPER, SUMMARY, DEVIATION, DIFFERENCE = "复核底稿", "汇总", "偏离度", "差值"
COLUMNS = (
    "一级指标",
    "二级指标",
    "三级指标",
    "指标性质",
    "指标值",
    "权重",
    "自评完成值",
    "自评得分",
    "复核完成值",
    "复核得分",
    "备注",
)
NAME, WEIGHT, OWN_ACTUAL, OWN_SCORE, ACTUAL, SCORE = (
    COLUMNS.index(one) for one in ("三级指标", "权重", "自评完成值", "自评得分", "复核完成值", "复核得分")
)
EXECUTION = "预算执行率"
HEAD = 4
"""The row of the headings, counted from 0; the project stands above."""
