"""JX704 指标没有佐证材料"""

from __future__ import annotations

from collections.abc import Callable

PAPERS = """
    佐证材料1 | 序号 | 材料名称 | 类型 | 对应三级指标 | 是否具备 | 文件位置
    佐证材料2 | 1 | 签到表 | 原始凭证 | {} | {} |
"""
ALL = "举办活动场次、活动验收合格率、活动完成时间、每场活动成本、参加活动人次、志愿服务队伍、居民满意度"


def test_an_indicator_that_no_paper_names_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX704", PAPERS.format(ALL.removesuffix("、居民满意度"), "有")) == ["D19"]


def test_several_that_no_paper_names_are_told_once(find: Callable[..., list[str]]) -> None:
    assert find("JX704", PAPERS.format("举办活动场次、居民满意度", "有")) == ["D14"]


def test_a_paper_may_name_several(find: Callable[..., list[str]]) -> None:
    assert find("JX704", PAPERS.format(ALL, "有")) == []


def test_or_be_for_all_of_them(find: Callable[..., list[str]]) -> None:
    assert find("JX704", PAPERS.format("全部指标", "有")) == []


def test_a_list_that_names_no_indicator_says_nothing_of_them(find: Callable[..., list[str]]) -> None:
    assert find("JX704", PAPERS.format("", "有")) == []
    assert find("JX704") == []


def test_a_row_without_an_actual_value_needs_none(find: Callable[..., list[str]]) -> None:
    open_row = "19 | | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | | 10 | | 无"
    assert find("JX704", open_row + PAPERS.format(ALL.removesuffix("、居民满意度"), "有")) == []
