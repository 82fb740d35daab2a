"""JX502 文字里的执行率、总分与表中不一致"""

from __future__ import annotations

from collections.abc import Callable


def test_another_rate_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX502", "素材2 | 项目概况 | 补充 | 本项目执行率为97.7%。") == ["报告素材!C2"]


def test_another_total_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX502", "素材2 | 项目概况 | 补充 | 自评得分98分。") == ["报告素材!C2"]


def test_the_same_figures_are_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX502", "素材2 | 项目概况 | 补充 | 预算执行率100%，总分100分。") == []
