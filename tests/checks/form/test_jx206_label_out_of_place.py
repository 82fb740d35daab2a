"""JX206 一级、二级指标名称放错了位置"""

from __future__ import annotations

from collections.abc import Callable


def test_a_level_two_label_in_the_level_one_column_is_found(find: Callable[..., list[str]]) -> None:
    assert find(
        "JX206", "17 | | 经济效益指标 | 社会效益指标 | 参加活动人次 | ≥200人次 | 210人次 | 20 | 20 | 无"
    ) == ["B17"]


def test_a_level_two_under_the_wrong_level_one_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX206", "18 | | | 数量指标 | 志愿服务队伍 | 长期开展服务 | 达成年度指标 | 10 | 10 | 无") == [
        "C18"
    ]


def test_an_unknown_level_one_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX206", "13 | | 过程指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | 15 | 无") == ["B13"]


def test_an_unknown_level_two_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX206", "18 | | | 其他指标 | 志愿服务队伍 | 长期开展服务 | 达成年度指标 | 10 | 10 | 无") == [
        "C18"
    ]


def test_cost_on_its_own_is_fine(find: Callable[..., list[str]]) -> None:
    assert (
        find("JX206", "16 | | 成本指标 | 经济成本指标 | 每场活动成本 | ≤5000元 | 4800元 | 10 | 10 | 无") == []
    )


def test_aliases_are_fine(find: Callable[..., list[str]]) -> None:
    assert (
        find("JX206", "17 | | 效益 | 社会效益指标 | 参加活动人次 | ≥200人次 | 210人次 | 20 | 20 | 无") == []
    )


def test_the_beginning_of_a_label_says_it_all(find: Callable[..., list[str]]) -> None:
    assert find("JX206", "17 | | 效益指标 | 社会 | 参加活动人次 | ≥200人次 | 210人次 | 20 | 20 | 无") == []
    assert find("JX206", "17 | | 效益指标 | 服务对象 | 参加活动人次 | ≥200人次 | 210人次 | 20 | 20 | 无") == [
        "C17"
    ]
