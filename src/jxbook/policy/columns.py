"""The columns of the indicator table: the headings that offices print, and the field of a row each stands for."""

from __future__ import annotations

from collections.abc import Mapping

FIELD_OF_HEADING: Mapping[str, str] = {
    heading: field
    for field, headings in {
        "level1": "一级指标",
        "level2": "二级指标",
        "name": "三级指标 指标名称 绩效指标名称",
        "nature": "指标性质 指标符号 计算符号",
        "target": "年度指标值 指标值 年度目标值 目标值 预期指标值 年初指标值 年初目标值 计划指标值",
        "unit": "度量单位 计量单位",
        "actual": "实际完成值 完成值 全年完成值 全年实际完成值 实际完成指标值 年度完成值 实际值",
        "points": "分值 权重 指标分值",
        "earned": "得分 自评得分 指标得分 评价得分",
        "reason": "偏差原因分析及改进措施 未完成原因分析及改进措施 偏差原因及改进措施 偏差原因分析 原因分析及改进措施 "
        "未完成原因和改进措施 未完成原因及拟采取的改进措施 评分说明",
    }.items()
    for heading in headings.split()
}
"""Heading, without brackets and white space → field of Indicator. Every heading here is also recognised in a file."""
