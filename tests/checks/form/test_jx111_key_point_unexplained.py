"""JX111 评价要点不符合，没有说明"""

from __future__ import annotations

from collections.abc import Callable

POINTS = """
    评价要点1 | 序号 | 三级指标 | 评价要点 | 符合情况 | 说明
    评价要点2 | 1 | 举办活动场次 | 活动有方案 | 符合 |
    评价要点3 | 2 | 举办活动场次 | 活动有记录 | {} | {}
"""


def test_a_deduction_without_a_word_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX111", POINTS.format("部分符合", "")) == ["评价要点!E3"]
    assert find("JX111", POINTS.format("不符合", "无")) == ["评价要点!E3"]


def test_an_explained_one_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX111", POINTS.format("不符合", "缺少活动签到表")) == []


def test_what_is_met_or_does_not_apply_needs_none(find: Callable[..., list[str]]) -> None:
    assert find("JX111", POINTS.format("不适用", "")) == []
