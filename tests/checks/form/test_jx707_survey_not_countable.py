"""JX707 问卷不能计算满意度"""

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


def test_a_count_that_is_no_number_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX707", survey(count="很多")) == ["满意度问卷!C4"]
    assert find("JX707", survey(count="-5")) == ["满意度问卷!C4"]


def test_a_missing_weight_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX707", survey(weight="")) == ["满意度问卷!C3"]


def test_a_weight_in_per_cent_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX707", survey(weight="100%")) == []


def test_a_survey_without_answers_needs_no_weights(find: Callable[..., list[str]]) -> None:
    blank = survey(weight="", count="").replace("| 20 | 10", "").replace("60 | 40 | 0", "")
    assert find("JX707", blank) == []
