"""JX101 表头没有填全"""

from __future__ import annotations

from collections.abc import Callable


def test_a_missing_implementer_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX101", "4 | 主管部门 | 市民政局 | 实施单位 |") == ["D4"]


def test_a_title_without_a_year_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX101", "2 | （     年度）") == [""]


def test_a_full_head_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX101") == []
