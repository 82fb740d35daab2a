"""JX703 问卷份数对不上"""

from __future__ import annotations

from collections.abc import Callable

SURVEY = """
    满意度问卷1 | 发放份数 | {sent} | 回收有效份数 | {returned}
    满意度问卷2 | 序号 | 问题 | 满意 | 基本满意 | 不满意 | 合计 | 满意度
    满意度问卷3 | 计入比例 | | {weight} | 0.5 | 0
    满意度问卷4 | 1 | 对组织是否满意 | {count} | 20 | 10
    满意度问卷5 | 2 | 对服务是否满意 | 60 | 40 | 0
"""
FILLED = {"sent": "120", "returned": "100", "weight": "1", "count": "70"}


def survey(**entries: str) -> str:
    return SURVEY.format_map(FILLED | entries)


def test_more_returned_than_sent_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX703", survey(sent="90")) == ["满意度问卷!D1"]


def test_answers_that_are_not_as_many_as_were_returned_are_found(find: Callable[..., list[str]]) -> None:
    assert find("JX703", survey(count="71")) == ["满意度问卷!B4"]


def test_figures_that_agree_are_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX703", survey()) == []


def test_while_it_is_not_known_how_many_were_returned_nothing_is_said(
    find: Callable[..., list[str]],
) -> None:
    assert find("JX703", survey(returned="")) == []
