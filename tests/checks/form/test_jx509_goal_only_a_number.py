"""JX509 总体目标只写了一个数"""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    "goal", ["100%", "20", "≥20场", "100", "95.5%", "200人次", "完成100%", "完成", "已全部完成", "完成任务"]
)
def test_a_goal_that_is_only_a_number_is_found(find: Callable[..., list[str]], goal: str) -> None:
    assert find("JX509", f"11 | | {goal} | | | | 全年举办活动21场，服务居民210人次") == ["B11"]


@pytest.mark.parametrize(
    "goal", ["举办活动20场", "举办活动20场，服务居民200人次", "完成防汛任务", "完成20场社区文化活动"]
)
def test_one_that_says_what_is_fine(find: Callable[..., list[str]], goal: str) -> None:
    assert find("JX509", f"11 | | {goal} | | | | 全年举办活动21场，服务居民210人次") == []


@pytest.mark.parametrize(
    ("achieved", "cells"), [("完成17.1公里", []), ("17.1公里", []), ("95%", ["F11"]), ("3处", ["F11"])]
)
def test_a_number_of_what_the_goal_says_is_an_answer(
    find: Callable[..., list[str]], achieved: str, cells: list[str]
) -> None:
    assert find("JX509", f"11 | | 改造雨污管网18公里 | | | | {achieved}") == cells
