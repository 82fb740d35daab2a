"""JX305 等级与分数不符"""

from __future__ import annotations

from collections.abc import Callable


def test_a_grade_above_the_score_is_found(find: Callable[..., list[str]]) -> None:
    table = """
        17 | | 效益指标 | 社会效益指标 | 参加活动人次 | ≥200人次 | 100人次 | 20 | 10 | 雨季停办5场，下年改在室内举办
        13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 18场 | 15 | 13.5 | 场地维修停办2场，下年提前落实场地
        20 | 总分 | | | | | | 100 | 88.5 | 优
    """
    assert find("JX305", table) == ["I20"]


def test_a_grade_in_a_text_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX305", "素材2 | 项目概况 | 补充 | 本项目评定等级为“良”。") == ["报告素材!C2"]


def test_the_right_grade_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX305", "素材2 | 项目概况 | 补充 | 按评分标准，评价等级为优。") == []


def test_a_list_of_grades_is_fine(find: Callable[..., list[str]]) -> None:
    assert (
        find("JX305", "素材2 | 项目概况 | 补充 | 对评价等级为优、良的项目予以支持，等级分为优、良、中、差。")
        == []
    )
