"""JX504 实际完成情况照抄了预期目标"""

from __future__ import annotations

from collections.abc import Callable

import pytest


def test_a_copied_goal_is_found(find: Callable[..., list[str]]) -> None:
    assert find(
        "JX504", "11 | | 举办活动20场，服务居民200人次 | | | | 已完成：举办活动20场，服务居民200人次"
    ) == ["F11"]


def test_a_result_of_its_own_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX504") == []


@pytest.mark.parametrize("said", ["全年已如期完成{}。", "{}，任务全部完成", "截至2024年12月底，{}已落实到位"])
def test_words_of_being_done_add_nothing(find: Callable[..., list[str]], said: str) -> None:
    goal = "举办活动20场，服务居民200人次"
    assert find("JX504", f"11 | | {goal} | | | | {said.format(goal)}") == ["F11"]


@pytest.mark.parametrize("said", ["{}，实到212人次", "{}主体部分", "除1场外，{}", "未完成{}"])
def test_a_word_of_what_was_done_is_a_result(find: Callable[..., list[str]], said: str) -> None:
    """完成6座水库加固主体工程 says what is still to be done."""
    goal = "举办活动20场，服务居民200人次"
    assert find("JX504", f"11 | | {goal} | | | | {said.format(goal)}") == []


def test_no_goal_is_not_copied(find: Callable[..., list[str]]) -> None:
    assert find("JX504", "11 | | | | | | 已完成") == []
