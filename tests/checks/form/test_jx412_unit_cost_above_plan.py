"""JX412 单位成本高于计划，没有说明"""

from __future__ import annotations

from collections.abc import Callable

COSTS = """
    成本效益1 | 成本项目 | 计划数量 | 计划单位成本 | 实际数量 | 实际单位成本 | 说明
    成本效益2 | 场地费 | 20 | 0.2 | 21 | {} | {}
"""


def test_a_dearer_unit_without_a_word_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX412", COSTS.format("0.25", "")) == ["成本效益!F2"]
    assert find("JX412", COSTS.format("2500元", "无")) == ["成本效益!F2"]


def test_an_explained_one_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX412", COSTS.format("0.25", "改用学校礼堂")) == []


def test_a_cheaper_one_needs_no_word(find: Callable[..., list[str]]) -> None:
    assert find("JX412", COSTS.format("0.2", "")) == []
