"""Further columns of the indicator table that offices add, and what there is to choose from in them."""

from __future__ import annotations

from collections.abc import Mapping

_WAYS = (
    ("直接证明法", "情况统计法", "情况说明法", "问卷调查法", "趋势判断法"),
    "参照财预〔2021〕101号（中央部门参考试行）附件1三（四）：绩效指标完成值取值方式",
)
_SOURCES = (
    (
        "统计部门统计数据",
        "权威机构调查（统计）",
        "部门统计年鉴",
        "部门业务统计",
        "部门业务记录",
        "部门业务评判",
        "问卷调查报告",
        "媒体舆论",
        "其他数据来源",
    ),
    "参照财预〔2021〕101号（中央部门参考试行）附件1三（五）：绩效指标完成值数据来源",
)
OFFERED: Mapping[str, tuple[tuple[str, ...], str]] = {
    "取值方式": _WAYS,
    "完成值取值方式": _WAYS,
    "数据来源": _SOURCES,
    "完成值数据来源": _SOURCES,
}
"""Heading as a label → what its drop-down offers, and after what; anything else may be written too."""
