"""JX110 评价要点没有评定"""

from __future__ import annotations

from collections.abc import Callable

POINTS = """
    评价要点1 | 序号 | 三级指标 | 评价要点 | 符合情况 | 说明
    评价要点2 | 1 | 举办活动场次 | 活动有方案 | 符合
    评价要点3 | 2 | 举办活动场次 | 活动有记录 | {}
"""


def test_a_point_left_open_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX110", POINTS.format("")) == ["评价要点!D3"]


def test_another_word_is_no_verdict(find: Callable[..., list[str]]) -> None:
    assert find("JX110", POINTS.format("基本符合")) == ["评价要点!D3"]


def test_all_verdicts_given_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX110", POINTS.format("部分符合")) == []


def test_an_untouched_sheet_is_left_alone(find: Callable[..., list[str]]) -> None:
    assert find("JX110", POINTS.format("").replace("| 符合", "|")) == []
